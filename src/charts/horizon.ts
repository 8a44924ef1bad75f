/**
 * The horizon, the product's sign: one line with the years on it and where we stand, and under it, like lights
 * mirrored in water, the tasks in the years they are due. `horizon` makes the model, `horizonSvg` draws it at any
 * width (a phone has its own drawing), `due` is its table twin.
 */
import type { CivilDate, Edition } from '../edition/edition.ts';
import { formatDate } from '../text/date.ts';
import type { Locale } from '../text/locale.ts';
import { formatPercent } from '../text/number.ts';
import { portalMessages } from '../text/portal.ts';
import { escapeXml, INK, n } from './svg.ts';

export interface Horizon {
  /** Null: the source does not say; only the end is drawn. */
  readonly startOn: CivilDate | null;
  readonly endOn: CivilDate;
  readonly asOf: CivilDate;
  /** Share of whole days passed, 0 to 100, one decimal half up; null without a start. */
  readonly elapsedPercent: string | null;
  /** Tasks that still count, by the year in which they are due; years in order, each year of the horizon. */
  readonly due: readonly Due[];
}

export interface Due {
  readonly year: number;
  readonly tasks: number;
  readonly done: number;
  /** Not done although the day has passed. */
  readonly overdue: number;
}

const models = new WeakMap<Edition, Horizon>();

/** The model of an edition, made once. */
export function horizon(edition: Edition): Horizon {
  let made = models.get(edition);
  if (!made) models.set(edition, (made = makeHorizon(edition)));
  return made;
}

function makeHorizon(edition: Edition): Horizon {
  const { startOn, endOn } = edition.plan.horizon;

  return {
    startOn,
    endOn,
    asOf: edition.asOf,
    elapsedPercent:
      startOn === null ? null : (Math.floor(share(startOn, endOn, edition.asOf) * 10 + 0.5) / 10).toFixed(1),
    due: startOn === null ? [] : dueByYear(edition, yearOf(startOn), yearOf(endOn)),
  };
}

/** What the drawing says, in a sentence. */
export function horizonTitle(model: Horizon, locale: Locale): string {
  const t = portalMessages(locale);
  const to = String(yearOf(model.endOn));
  return model.startOn === null || model.elapsedPercent === null
    ? t.horizonEnd(to)
    : t.horizonFull(String(yearOf(model.startOn)), to, whole(model.elapsedPercent, locale));
}

/** How many tasks one dot stands for: 1, 2, 5, 10 … so that no column is higher than a few rows. */
export function tasksPerDot(model: Horizon): number {
  const most = Math.max(0, ...model.due.map((d) => d.tasks));
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
  return steps.find((s) => most / s <= 48) ?? 20_000;
}

export function horizonSvg(
  model: Horizon,
  at: { readonly lang: Locale; readonly id: string; readonly width: number },
): string {
  const drawing = model.startOn === null ? endAlone(model, at.width) : line(model, at.width, at.lang);
  const name = `${at.id}-t`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="horizon" width="${at.width}" height="${n(drawing.height)}" viewBox="0 0 ${at.width} ${n(drawing.height)}" role="img" aria-labelledby="${name}" font-family="'Source Sans 3', sans-serif" font-size="14"><title id="${name}">${escapeXml(horizonTitle(model, at.lang))}</title>${drawing.parts.join('')}</svg>`;
}

/**
 * The horizon as an edge: a line across its whole place with the half sun on it, percentages only, decoration.
 * It stands under the header of every page.
 */
export function edgeSvg(model: Horizon): string {
  const x = model.elapsedPercent;
  const parts = [
    `<line class="s-line" x1="0" x2="100%" y1="13" y2="13" stroke="${INK.line}" stroke-width="2"/>`,
  ];
  if (x !== null)
    parts.push(
      `<line class="s-city" x1="0" x2="${x}%" y1="13" y2="13" stroke="${INK.city}" stroke-width="2"/>`,
      `<circle class="f-city" cx="${x}%" cy="13" r="11" fill="${INK.city}" opacity=".16"/>`,
      `<circle class="f-city" cx="${x}%" cy="13" r="6" fill="${INK.city}"/>`,
    );
  return `<svg xmlns="http://www.w3.org/2000/svg" class="edge" width="100%" height="14" aria-hidden="true">${parts.join('')}</svg>`;
}

/** Whole days from one civil date to another. */
export function days(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

const MARGIN = 1;
const LINE_Y = 52;

function line(model: Horizon, width: number, locale: Locale): { parts: string[]; height: number } {
  const t = portalMessages(locale);
  const startOn = model.startOn!;
  const x = (date: CivilDate): number =>
    MARGIN + (share(startOn, model.endOn, date) / 100) * (width - 2 * MARGIN);
  const now = x(model.asOf);
  const years = model.due.map((d) => d.year);
  const perYear = (width - 2 * MARGIN) / Math.max(1, years.length);
  const every = Math.ceil(40 / perYear);
  const parts = [
    rule('line', MARGIN, width - MARGIN, 2),
    rule('city', MARGIN, now, 4),
    `<path class="f-city" d="${half(now, 34)}" fill="${INK.city}" opacity=".13"/>`,
    `<path class="f-city" d="${half(now, 18)}" fill="${INK.city}"/>`,
  ];
  const label = t.today(formatDate(model.asOf, locale), whole(model.elapsedPercent ?? '0', locale));
  const room = label.length * 4 + 4;
  parts.push(
    `<text class="now" x="${n(Math.min(Math.max(now, room), width - room))}" y="13" text-anchor="middle" fill="${INK.city}" font-weight="600">${escapeXml(label)}</text>`,
  );
  let height = LINE_Y + 30;
  const perDot = tasksPerDot(model);
  model.due.forEach((due, i) => {
    const from = i === 0 ? MARGIN : x(`${due.year}-01-01`);
    const to = i === model.due.length - 1 ? width - MARGIN : x(`${due.year + 1}-01-01`);
    if (i > 0)
      parts.push(
        `<path class="s-soft" d="M${n(from)} ${LINE_Y - 4}v8" stroke="${INK.soft}" stroke-width="1"/>`,
      );
    const middle = (from + to) / 2;
    const shown = i % every === 0 || i === model.due.length - 1;
    const crowded = i !== model.due.length - 1 && model.due.length - 1 - i < every;
    if (shown && !crowded && (to - from > perYear * 0.5 || every === 1))
      parts.push(
        `<text class="soft" x="${n(middle)}" y="${LINE_Y + 22}" text-anchor="middle" fill="${INK.soft}">${yearLabel(due.year, perYear)}</text>`,
      );
    const dots = lights(due, perDot, from, to, LINE_Y + 38);
    parts.push(...dots.parts);
    height = Math.max(height, dots.bottom);
  });
  return { parts, height: height + 4 };
}

/** Only the end is known: the line comes out of nowhere and ends at its year. */
function endAlone(model: Horizon, width: number): { parts: string[]; height: number } {
  const end = width - MARGIN - 20;
  return {
    parts: [
      `<path class="s-line" d="M${MARGIN} 24H${n(end * 0.35)}" stroke="${INK.line}" stroke-width="2" stroke-dasharray="2 8"/>`,
      `<path class="s-line" d="M${n(end * 0.35)} 24H${n(end)}" stroke="${INK.line}" stroke-width="2"/>`,
      `<path class="f-city" d="M${n(end - 16)} 24a16 16 0 0 1 32 0z" fill="${INK.city}"/>`,
      `<text class="now" x="${n(end)}" y="46" text-anchor="middle" fill="${INK.city}" font-weight="600">${yearOf(model.endOn)}</text>`,
    ],
    height: 52,
  };
}

function lights(
  due: Due,
  perDot: number,
  from: number,
  to: number,
  top: number,
): { parts: string[]; bottom: number } {
  // Between two years more than half a column stays empty, or their blocks read as one.
  const step = to - from < 45 ? 7.8 : 9;
  const columns = Math.max(2, Math.floor((to - from) / step - 0.6));
  const all = Math.ceil(due.tasks / perDot);
  const done = Math.min(all, Math.round(due.done / perDot));
  const overdue = Math.min(all - done, Math.round(due.overdue / perDot));
  const width = Math.min(all, columns) * step;
  const left = (from + to) / 2 - width / 2 + step / 2;
  const parts: string[] = [];
  let bottom = top;
  for (let i = 0; i < all; i += 1) {
    const cx = n(left + (i % columns) * step);
    const y = top + Math.floor(i / columns) * step;
    bottom = y + 5;
    if (i < done) parts.push(`<circle class="f-good" cx="${cx}" cy="${n(y)}" r="3.1" fill="${INK.good}"/>`);
    else if (i < done + overdue)
      parts.push(`<path class="f-bad" d="M${cx} ${n(y - 3.6)}l3.8 6.8h-7.6z" fill="${INK.bad}"/>`);
    else
      parts.push(
        `<circle class="s-soft" cx="${cx}" cy="${n(y)}" r="2.5" fill="none" stroke="${INK.soft}" stroke-width="1.2"/>`,
      );
  }
  return { parts, bottom };
}

function dueByYear(edition: Edition, first: number, last: number): readonly Due[] {
  const figures = new Map(edition.results.delivery.tasks.map((d) => [d.id, d]));
  const years = new Map(
    Array.from({ length: Math.min(last - first + 1, 60) }, (_, i) => [
      first + i,
      { tasks: 0, done: 0, overdue: 0 },
    ]),
  );
  for (const task of edition.tasks) {
    if (task.endOn === null || !figures.get(task.id)?.counted) continue;
    const year = years.get(Math.min(Math.max(yearOf(task.endOn), first), last));
    if (!year) continue;
    year.tasks += 1;
    if (task.state === 'done') year.done += 1;
    else if (task.endOn < edition.asOf) year.overdue += 1;
  }
  return [...years].map(([year, { tasks, done, overdue }]) => ({ year, tasks, done, overdue }));
}

/** Share of whole days from start to end that have passed on a day, end day included, 0 to 100. */
function share(startOn: CivilDate, endOn: CivilDate, on: CivilDate): number {
  const all = days(startOn, endOn) + 1;
  return all <= 0 ? 100 : Math.min(100, Math.max(0, (days(startOn, on) / all) * 100));
}

function rule(name: 'line' | 'city', from: number, to: number, width: number): string {
  return `<path class="s-${name}" d="M${n(from)} ${LINE_Y}H${n(to)}" stroke="${INK[name]}" stroke-width="${width}"/>`;
}

function half(x: number, r: number): string {
  return `M${n(x - r)} ${LINE_Y}a${r} ${r} 0 0 1 ${2 * r} 0z`;
}

function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

function yearLabel(year: number, perYear: number): string {
  return perYear < 40 ? `’${String(year).slice(2)}` : String(year);
}

function whole(percent: string, locale: Locale): string {
  return formatPercent(String(Math.round(Number(percent))), locale);
}
