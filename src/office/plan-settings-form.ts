/** A plan's settings as its form sends them. */

import { dayNumber } from '../model/day.ts';
import type { Grouping, Level, Plan, Texts } from '../model/plan.ts';
import { FREQUENCIES, PLAN_STATES } from '../model/plan.ts';
import type { PlanHeader } from '../model/plan-patch.ts';
import type { Problem } from '../problem.ts';
import type { Form } from './form.ts';

export const MAX_LEVELS = 5;
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** The plan's own fields after what was sent, and what is wrong with them. `act` of the form adds and removes rows. */
export function readSettings(
  plan: Plan,
  form: Form,
  languages: readonly string[],
  newId: () => string,
): { readonly header: PlanHeader; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const main = languages[0]!;
  const problem = (code: string, field: string, values: Problem['values'] = {}): void =>
    void problems.push({ code, place: { field }, values });
  const texts = (name: string, old: Texts | null): Texts | null => {
    const value: Record<string, string> = { ...old };
    for (const language of languages) {
      if (!form.has(`${name}.${language}`)) continue;
      const text = form.text(`${name}.${language}`);
      if (text === '') delete value[language];
      else value[language] = text;
    }
    return Object.keys(value).length === 0 ? null : value;
  };
  const some = (name: string, old: Texts): Texts => {
    const value = texts(name, old);
    if (value === null) problem('title-required', `${name}.${main}`);
    return value ?? old;
  };
  const date = (name: string, required = false): string | null => {
    const value = form.text(name);
    if (value === '' && required) problem('required', name);
    else if (value !== '' && dayNumber(value) === null) problem('not-a-date', name);
    return value === '' ? null : value;
  };
  const whole = (name: string, most: number): number => {
    const value = Number(form.text(name) || 'NaN');
    if (!Number.isInteger(value) || value < 0 || value > most) problem('not-a-whole-number', name, { most });
    return value;
  };

  const { nodes: _n, tasks: _t, ...old } = plan;
  const slug = form.has('slug') ? form.text('slug') : plan.slug;
  if (!SLUG.test(slug)) problem('not-a-slug', 'slug');
  const startOn = date('startOn');
  const endOn = date('endOn', true) ?? plan.horizon.endOn;
  if (startOn !== null && startOn > endOn) problem('end-before-start', 'endOn');
  const number = form.text('act.number');
  const act =
    number === ''
      ? null
      : {
          number,
          on: date('act.on', true) ?? '',
          body: some('act.body', plan.act?.body ?? {}),
          title: texts('act.title', plan.act?.title ?? null),
          address: form.text('act.address') || null,
        };
  return {
    header: {
      ...old,
      slug,
      title: some('title', plan.title),
      shortTitle: some('shortTitle', plan.shortTitle),
      summary: texts('summary', plan.summary),
      horizon: { startOn, endOn },
      vision: texts('vision', plan.vision),
      mission: texts('mission', plan.mission),
      values: rows(form, 'values', languages),
      state: PLAN_STATES.find((state) => state === form.text('state')) ?? plan.state,
      act,
      reporting: {
        frequency: FREQUENCIES.find((one) => one === form.text('frequency')) ?? null,
        graceDays: whole('graceDays', 3660),
        nextReportOn: date('nextReportOn'),
      },
      weights: form.text('weights') === 'whole' ? 'whole' : 'none',
      behindPoints: whole('behindPoints', 100),
      licence: form.text('licence') || null,
      levels: levelsOf(plan, form, some, newId),
      groupings: groupingsOf(plan, form, languages, some, newId),
    },
    problems,
  };
}

/** Lines of one field in every language, joined by their place; empty rows left out. */
function rows(form: Form, name: string, languages: readonly string[]): readonly Texts[] {
  return lines(form, name, languages).filter((row) => Object.keys(row).length > 0);
}

function lines(form: Form, name: string, languages: readonly string[]): readonly Texts[] {
  const columns = languages.map(
    (language) =>
      [
        language,
        form.raw(`${name}.${language}`).normalize('NFC').replaceAll('\r\n', '\n').split('\n'),
      ] as const,
  );
  return Array.from({ length: Math.max(...columns.map(([, column]) => column.length)) }, (_, at) =>
    Object.fromEntries(
      columns.flatMap(([language, column]) => {
        const text = column[at]?.trim() ?? '';
        return text === '' ? [] : [[language, text]];
      }),
    ),
  );
}

function levelsOf(
  plan: Plan,
  form: Form,
  some: (name: string, old: Texts) => Texts,
  newId: () => string,
): readonly Level[] {
  const count = Number(form.text('levelCount')) || plan.levels.length;
  const levels = Array.from({ length: Math.min(Math.max(1, count), MAX_LEVELS) }, (_, at): Level => {
    const old = plan.levels[at] ?? { id: newId(), singular: {}, plural: {} };
    return {
      id: old.id,
      singular: some(`level.${at}.singular`, old.singular),
      plural: some(`level.${at}.plural`, old.plural),
    };
  });
  return levels;
}

function groupingsOf(
  plan: Plan,
  form: Form,
  languages: readonly string[],
  some: (name: string, old: Texts) => Texts,
  newId: () => string,
): readonly Grouping[] {
  const count = form.has('groupingCount') ? Number(form.text('groupingCount')) : plan.groupings.length;
  const removed = form.all('removeGrouping');
  return Array.from({ length: Math.min(Math.max(0, count || 0), 6) }, (_, at): Grouping | null => {
    const old = plan.groupings[at] ?? { id: newId(), singular: {}, plural: {}, announced: null, groups: [] };
    if (removed.includes(String(at))) return null;
    const groups = lines(form, `grouping.${at}.groups`, languages).flatMap((name, place) => {
      const kept = old.groups[place];
      // A group that the source announced without a name keeps its place.
      if (Object.keys(name).length === 0) return kept && kept.name === null ? [kept] : [];
      return [
        { id: kept?.id ?? newId(), name: { ...otherLanguages(kept?.name ?? null, languages), ...name } },
      ];
    });
    return {
      ...old,
      singular: some(`grouping.${at}.singular`, old.singular),
      plural: some(`grouping.${at}.plural`, old.plural),
      groups,
    };
  }).filter((grouping) => grouping !== null);
}

function otherLanguages(texts: Texts | null, languages: readonly string[]): Texts {
  return Object.fromEntries(
    Object.entries(texts ?? {}).filter(([language]) => !languages.includes(language)),
  );
}
