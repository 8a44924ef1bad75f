/** The plan's tree with rows that can be dragged by mouse and by keyboard. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Tree } from 'react-aria-components/Tree';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import type { TreeData, TreeItem } from '../../src/office/tree-data.ts';
import { keptFolds, keepFolds } from './folds.ts';
import { find, placeOf, withMoved } from './place.ts';
import type { DropSpot, Place } from './place.ts';
import { nameOf, rowOf, Rows } from './row.tsx';
import { sendMove } from './send.ts';

interface Said {
  readonly kind: 'busy' | 'done' | 'left' | 'refused';
  readonly text: string;
}

/** `first` and `chosenBefore` are what the page came with; `takeOver` shows the rest of a newer page. */
export function PlanTree({
  first,
  chosenBefore,
  takeOver,
}: {
  first: TreeData;
  chosenBefore: readonly string[];
  takeOver: (page: Document) => TreeData;
}): ReactElement {
  const [data, setData] = useState(first);
  const [roots, setRoots] = useState(first.roots);
  const [open, setOpen] = useState(() => keptFolds(first));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(chosenBefore));
  const [said, setSaid] = useState<Said | null>(null);
  const dragged = useRef<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { words } = data;

  const landing = (spot: DropSpot): Place | null =>
    dragged.current === null || said?.kind === 'busy'
      ? null
      : placeOf(roots, data.levels, dragged.current, spot);

  const move = async (id: string, place: Place): Promise<void> => {
    setRoots(withMoved(roots, id, place));
    const unfolded = place.parentId !== null && !open.has(place.parentId) ? place.parentId : null;
    if (unfolded !== null) setOpen(new Set([...open, unfolded]));
    setSaid({ kind: 'busy', text: words.busy });
    const back = (next: Said): void => {
      setRoots(data.roots);
      setOpen((now) => new Set([...now].filter((one) => one !== unfolded)));
      setSaid(next);
    };
    try {
      const outcome = await sendMove(
        `${data.items}${id}/move`,
        {
          act: 'move',
          parentId: place.parentId ?? 'top',
          position: String(place.position + 1),
          codes: data.codes,
        },
        words,
      );
      if (outcome.kind === 'done') {
        const next = takeOver(outcome.page);
        setData(next);
        setRoots(next.roots);
        const moved = find(next.roots, id);
        setSaid({ kind: 'done', text: words.moved.replace('{}', moved ? nameOf(moved.item) : '') });
      } else
        back(
          outcome.kind === 'left'
            ? { kind: 'left', text: words.left }
            : { kind: 'refused', text: `${outcome.why} ${words.back}` },
        );
    } catch {
      back({ kind: 'refused', text: words.offline });
    }
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-key="${id}"]`)?.focus());
  };

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => {
      const [id] = [...keys].map(String);
      dragged.current = id ?? null;
      const found = id === undefined ? null : find(roots, id);
      return found ? [{ 'text/plain': nameOf(found.item) }] : [];
    },
    onDragEnd: () => {
      dragged.current = null;
    },
    getDropOperation: (target) =>
      target.type === 'item' && landing({ ...target, key: String(target.key) }) ? 'move' : 'cancel',
    onMove: ({ keys, target }) => {
      const [id] = [...keys].map(String);
      dragged.current = id ?? null;
      const place = landing({ ...target, key: String(target.key) });
      if (id !== undefined && place) void move(id, place);
    },
  });

  const share = useMemo(
    () => ({
      data,
      chosen,
      choose: (id: string, on: boolean): void =>
        setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id))),
    }),
    [data, chosen],
  );
  const shown = useMemo(() => rowsShown(roots, open), [roots, open]);
  useEffect(() => keepFolds(open), [open]);
  useEffect(() => {
    if (said?.kind !== 'left') return undefined;
    const timer = setTimeout(() => setSaid(null), 6000);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <I18nProvider locale={data.locale}>
      <p className="small tree-hint">{words.hint}</p>
      <Rows.Provider value={share}>
        <div ref={box}>
          <Tree
            aria-label={words.tree}
            className="plan-tree"
            expandedKeys={open}
            onExpandedChange={(keys) => {
              const ids = new Set([...keys].map(String));
              // A row that is being dragged must not vanish with its branch: the page's keyboard would be lost with it.
              setOpen(dragged.current === null ? ids : new Set([...open, ...ids]));
            }}
            dragAndDropHooks={dragAndDropHooks}
          >
            {roots.map((item) => rowOf(item, open))}
          </Tree>
        </div>
      </Rows.Provider>
      {[...chosen].map((id) =>
        shown.has(id) ? null : <input key={id} type="hidden" name="id" value={id} form="chosen" />,
      )}
      <div className="tree-said" data-kind={said?.kind} role={said?.kind === 'refused' ? 'alert' : 'status'}>
        {said ? <span>{said.text}</span> : null}
        {said?.kind === 'done' ? (
          <button type="button" className="ds-button" data-variant="secondary" onClick={undo}>
            {words.undo}
          </button>
        ) : null}
      </div>
    </I18nProvider>
  );
}

/** The page's own form takes the last act back. */
function undo(): void {
  document.querySelector<HTMLFormElement>('form.undo')?.requestSubmit();
}

function rowsShown(roots: readonly TreeItem[], open: ReadonlySet<string>): ReadonlySet<string> {
  const ids = new Set<string>();
  const walk = (items: readonly TreeItem[]): void => {
    for (const item of items) {
      ids.add(item.id);
      if (item.children && open.has(item.id)) walk(item.children);
    }
  };
  walk(roots);
  return ids;
}
