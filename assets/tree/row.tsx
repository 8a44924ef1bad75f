/** One row of the tree: handle, fold, choice, name, marks, ways on. */
import { createContext, useContext } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';
import { Button, TreeItem, TreeItemContent } from 'react-aria-components/Tree';
import type { TreeData, TreeItem as Item } from '../../src/office/tree-data.ts';

export interface RowsShare {
  readonly data: TreeData;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (id: string, on: boolean) => void;
}
export const Rows = createContext<RowsShare | null>(null);

interface Made {
  readonly open: boolean;
  readonly below: readonly ReactElement[];
  readonly row: ReactElement;
}
/** Rows that were made before, so that folding one branch leaves all others as they are. */
const made = new WeakMap<Item, Made>();

/**
 * A row with the rows under it. Of those under a folded one only the first is made, so that it counts as one that can
 * unfold: a thousand goals open as quickly as ten.
 */
export function rowOf(item: Item, folds: ReadonlySet<string>): ReactElement {
  const open = folds.has(item.id);
  const children = item.children ?? [];
  const below = (open ? children : children.slice(0, 1)).map((child) => rowOf(child, folds));
  const before = made.get(item);
  if (before?.open === open && before.below.every((one, place) => one === below[place])) return before.row;
  const row = (
    <TreeItem key={item.id} id={item.id} textValue={nameOf(item)} className={`row ${item.kind}`}>
      <TreeItemContent>
        <RowContent item={item} />
      </TreeItemContent>
      {below}
    </TreeItem>
  );
  made.set(item, { open, below, row });
  return row;
}

function RowContent({ item }: { item: Item }): ReactElement {
  const { data, chosen, choose } = useContext(Rows)!;
  const { words, items } = data;
  const name = nameOf(item);
  return (
    <>
      <Button slot="drag" className="grip">
        <svg viewBox="0 0 10 16" width="10" height="16" aria-hidden="true">
          {[2, 8, 14].map((y) => (
            <path key={y} d={`M2 ${y}h.01M8 ${y}h.01`} />
          ))}
        </svg>
      </Button>
      {(item.children?.length ?? 0) > 0 ? (
        <Button slot="chevron" className="fold-mark">
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d="M4 2l4 4-4 4" />
          </svg>
        </Button>
      ) : (
        <span className="fold-mark" />
      )}
      <input
        type="checkbox"
        name="id"
        value={item.id}
        form="chosen"
        aria-label={words.choose.replace('{}', name)}
        checked={chosen.has(item.id)}
        onChange={(event) => choose(item.id, event.currentTarget.checked)}
        {...ALONE}
      />
      <span className="what">
        <a className={`label ${item.kind}`} href={items + item.id} draggable={false} {...ALONE}>
          {item.code === undefined ? null : <span className="code">{item.code}</span>}{' '}
          <span lang={item.lang}>{item.title}</span>
        </a>
        <span className="marks">
          {item.state ? (
            <span className="tag" data-state={item.state[0]}>
              {item.state[1]}
            </span>
          ) : null}
          {item.below ? <span className="unit">{item.below}</span> : null}
          {item.units ? <span className="unit">{item.units}</span> : null}
          {(item.lacks ?? []).map((lack) => (
            <span key={lack} className="tag lack">
              {lack}
            </span>
          ))}
        </span>
      </span>
      <span className="tools">
        {item.kind === 'node' ? (
          <a
            href={data.add + item.id}
            draggable={false}
            aria-label={words.addTo.replace('{}', name)}
            {...ALONE}
          >
            {words.add}
          </a>
        ) : null}
        <a
          href={`${items}${item.id}/move`}
          draggable={false}
          aria-label={words.moveIt.replace('{}', name)}
          {...ALONE}
        >
          {words.move}
        </a>
      </span>
    </>
  );
}

export function nameOf({ code, title }: Item): string {
  return code === undefined ? title : `${code} ${title}`;
}

/** What a link or box is pressed for is not the row's: the row would fold. */
const stop = (event: SyntheticEvent): void => event.stopPropagation();
const stopKeys = (event: React.KeyboardEvent): void => {
  if (event.key === ' ' || event.key === 'Enter') event.stopPropagation();
};
const ALONE = { onPointerDown: stop, onMouseDown: stop, onClick: stop, onKeyDown: stopKeys };
