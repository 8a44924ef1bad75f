/** The whole plan as nested lists: codes, titles, units, tasks, and marks for what is missing. */
import type { ReactElement } from 'react';
import type { Node, Task } from '../model/plan.ts';
import type { Problem } from '../problem.ts';
import { pick } from '../text/locale.ts';
import { planEditingMessages } from '../text/plan-editing.ts';
import { to } from './addresses.ts';
import type { PlanVisit } from './plan-visit.ts';
import { thingName, titleOf } from './plan-visit.ts';

export interface Shown {
  /** Null: everything. */
  readonly ids: ReadonlySet<string> | null;
  /** Fold the goals under each top goal away. */
  readonly folded: boolean;
  /** Rows can be chosen, added to and moved. */
  readonly edits: boolean;
  readonly gaps: ReadonlyMap<string, readonly Problem[]>;
}

export function PlanTree({ of, shown }: { of: PlanVisit; shown: Shown }): ReactElement {
  const t = planEditingMessages(of.visit.locale);
  return (
    <ul className="tree" aria-label={t.tree}>
      {of.tree.roots.map((node) => (
        <NodeRow key={node.id} of={of} shown={shown} node={node} top />
      ))}
    </ul>
  );
}

function NodeRow({
  of,
  shown,
  node,
  top = false,
}: {
  of: PlanVisit;
  shown: Shown;
  node: Node;
  top?: boolean;
}): ReactElement | null {
  if (shown.ids && !shown.ids.has(node.id)) return null;
  const { tree, visit, params } = of;
  const t = planEditingMessages(visit.locale);
  const tasks = tree.tasks(node.id).filter((task) => !shown.ids || shown.ids.has(task.id));
  const children = tree.children(node.id);
  const row = (
    <div className="row">
      <Chooser of={of} thing={node} shown={shown} />
      <Label of={of} thing={node} place="node" />
      <Marks of={of} thing={node} shown={shown} />
      {shown.edits ? (
        <span className="tools">
          <a
            href={to('item', { ...params, item: 'new' }, { parent: node.id })}
            aria-label={t.addUnderName(thingName(of, node))}
          >
            {t.addUnder}
          </a>
          <a href={to('move', { ...params, item: node.id })} aria-label={t.moveName(thingName(of, node))}>
            {t.move}
          </a>
        </span>
      ) : null}
    </div>
  );
  const inside = (
    <>
      {tasks.length > 0 ? (
        <details className="tasks" open={shown.ids !== null || undefined}>
          <summary>{t.tasks(tasks.length)}</summary>
          <ul>
            {tasks.map((task) => (
              <li key={task.id} data-id={task.id} data-kind="task">
                <div className="row">
                  <Chooser of={of} thing={task} shown={shown} />
                  <Label of={of} thing={task} place="task" />
                  <span className="tag" data-state={task.state}>
                    {t.taskStates[task.state]}
                  </span>
                  <Marks of={of} thing={task} shown={shown} />
                </div>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {children.length > 0 ? (
        <ul>
          {children.map((child) => (
            <NodeRow key={child.id} of={of} shown={shown} node={child} />
          ))}
        </ul>
      ) : null}
    </>
  );
  if (!top || (children.length === 0 && tasks.length === 0))
    return (
      <li data-id={node.id} data-kind="node" data-level={node.level} className={top ? 'top' : undefined}>
        {row}
        {inside}
      </li>
    );
  return (
    <li data-id={node.id} data-kind="node" data-level={node.level} className="top">
      {row}
      <details className="fold" open={!shown.folded || undefined}>
        <summary>{belowText(of, node)}</summary>
        {inside}
      </details>
    </li>
  );
}

function Chooser({
  of,
  thing,
  shown,
}: {
  of: PlanVisit;
  thing: Node | Task;
  shown: Shown;
}): ReactElement | null {
  if (!shown.edits) return null;
  const t = planEditingMessages(of.visit.locale);
  return (
    <input
      type="checkbox"
      name="id"
      value={thing.id}
      form="chosen"
      aria-label={t.choose(thingName(of, thing))}
    />
  );
}

function Label({
  of,
  thing,
  place,
}: {
  of: PlanVisit;
  thing: Node | Task;
  place: 'node' | 'task';
}): ReactElement {
  const { text, lang } = titleOf(of.visit, thing);
  const inside = (
    <>
      {thing.code === null ? null : <span className="code">{thing.code}</span>}{' '}
      <span lang={lang}>{text}</span>
    </>
  );
  return of.sees(thing) ? (
    <a className={`label ${place}`} href={to('item', { ...of.params, item: thing.id })}>
      {inside}
    </a>
  ) : (
    <span className={`label ${place}`}>{inside}</span>
  );
}

function Marks({ of, thing, shown }: { of: PlanVisit; thing: Node | Task; shown: Shown }): ReactElement {
  const units = unitsOf(of, thing);
  return (
    <span className="marks">
      {units === '' ? null : <span className="unit">{units}</span>}
      {lacksOf(of, thing, shown.gaps).map((lack) => (
        <span key={lack} className="tag lack">
          {lack}
        </span>
      ))}
    </span>
  );
}

/** Short names of the first two units, with a comma between. */
export function unitsOf({ visit }: PlanVisit, thing: Pick<Node, 'unitIds'>): string {
  return thing.unitIds
    .slice(0, 2)
    .flatMap((id) => {
      const unit = visit.city.units.find((one) => one.id === id);
      const name =
        unit && (pick(unit.short, visit.locale) ?? pick(unit.name, visit.locale, visit.city.languages));
      return name ? [name.text] : [];
    })
    .join(', ');
}

/** What a row says is missing: translations first, then gaps, each once. */
export function lacksOf({ visit }: PlanVisit, thing: Node | Task, gaps: Shown['gaps']): readonly string[] {
  const t = planEditingMessages(visit.locale);
  return [
    ...new Set([
      ...missingLanguages(visit.city.languages, thing).map((lang) => t.noTranslation(lang.toUpperCase())),
      ...(gaps.get(thing.id) ?? []).map(({ code }) => t.marks[code] ?? t.incomplete),
    ]),
  ];
}

/** Languages of the city in which a text is missing that is there in another. */
export function missingLanguages(
  languages: readonly string[],
  thing: Pick<Node | Task, 'title' | 'description' | 'expectedResult'>,
): readonly string[] {
  return languages.filter((language) =>
    [thing.title, thing.description, thing.expectedResult].some(
      (texts) =>
        texts !== null && Object.values(texts).some((text) => text !== '') && (texts[language] ?? '') === '',
    ),
  );
}

/** `3 cele, 12 zadań`. */
export function belowText(of: PlanVisit, node: Node): string {
  const t = planEditingMessages(of.visit.locale);
  const { nodes, tasks } = countBelow(of, node);
  return [nodes > 0 ? t.goals(nodes) : null, tasks > 0 ? t.tasks(tasks) : null].filter(Boolean).join(', ');
}

function countBelow(of: PlanVisit, node: Node): { readonly nodes: number; readonly tasks: number } {
  let nodes = 0;
  let tasks = of.tree.tasks(node.id).length;
  const open = [...of.tree.children(node.id)];
  while (open.length > 0) {
    const child = open.pop()!;
    nodes += 1;
    tasks += of.tree.tasks(child.id).length;
    open.push(...of.tree.children(child.id));
  }
  return { nodes, tasks };
}
