/** The plan that a page is about, with what the visitor may see of it. */

import { planBySlug } from '../database/plan.ts';
import type { Id, Node, Plan, Task } from '../model/plan.ts';
import { treeOf } from '../model/tree.ts';
import type { Tree } from '../model/tree.ts';
import { pick, type Locale } from '../text/locale.ts';
import { planEditingMessages } from '../text/plan-editing.ts';
import { to } from './addresses.ts';
import type { CityVisit } from './visit.ts';

export interface PlanVisit {
  readonly visit: CityVisit;
  readonly plan: Plan;
  readonly tree: Tree;
  /** Addresses of the plan's pages are made with these. */
  readonly params: { readonly city: string; readonly plan: string };
  /** Whether the visitor may read the item. */
  readonly sees: (thing: Pick<Node, 'id' | 'unitIds'>) => boolean;
}

/** Null when the city has no plan with this slug. */
export async function planVisit(visit: CityVisit): Promise<PlanVisit | null> {
  const { city, params } = visit;
  const plan = await visit.read((tx) => planBySlug(tx, city.id, params['plan'] ?? ''));
  if (!plan) return null;
  const everything = visit.can('see') === true;
  return {
    visit,
    plan,
    tree: treeOf(plan),
    params: { city: city.slug, plan: plan.slug },
    sees: ({ id, unitIds }) => everything || visit.can('see', { unitIds, itemId: id }) === true,
  };
}

/** Languages of the content that forms show: the city's. */
export function languagesOf({ visit }: PlanVisit): readonly string[] {
  return visit.city.languages;
}

/** `1.3 Czyste powietrze`, in the reader's language, else the city's. */
export function thingName(
  { visit }: Pick<PlanVisit, 'visit'>,
  thing: Pick<Node | Task, 'code' | 'title'>,
): string {
  const title = pick(thing.title, visit.locale, visit.city.languages)?.text;
  return [thing.code, title ?? planEditingMessages(visit.locale).untitled].filter(Boolean).join(' ');
}

/** The title alone, with its language where it is not the page's. */
export function titleOf(
  visit: CityVisit,
  thing: Pick<Node | Task, 'title'>,
): { readonly text: string; readonly lang: string | undefined } {
  const found = pick(thing.title, visit.locale, visit.city.languages);
  if (!found) return { text: planEditingMessages(visit.locale).untitled, lang: undefined };
  return { text: found.text, lang: found.lang === visit.locale ? undefined : found.lang };
}

export function planTitle({ visit, plan }: Pick<PlanVisit, 'visit' | 'plan'>): string {
  return pick(plan.shortTitle, visit.locale, visit.city.languages)?.text ?? plan.slug;
}

/** Ways back: the plan, then the item where a page is about one. */
export function planCrumbs(
  of: PlanVisit,
  item?: Pick<Node | Task, 'id' | 'code' | 'title'>,
): readonly { readonly name: string; readonly href: string }[] {
  const { visit, params } = of;
  return [
    { name: textOf(visit.city.name, visit.locale), href: to('city', { city: params.city }) },
    { name: planTitle(of), href: to('plan', params) },
    ...(item ? [{ name: thingName(of, item), href: to('item', { ...params, item: item.id }) }] : []),
  ];
}

export function textOf(texts: Readonly<Record<string, string>> | null, locale: Locale): string {
  return pick(texts, locale)?.text ?? '';
}

/** Choices of a list of nodes, indented by their depth. */
export function nodeChoices(
  of: PlanVisit,
  fits: (node: Node) => boolean,
): readonly { readonly value: Id; readonly name: string }[] {
  return of.tree.order
    .filter(fits)
    .map((node) => ({ value: node.id, name: `${'\u2003'.repeat(node.level)}${thingName(of, node)}` }));
}
