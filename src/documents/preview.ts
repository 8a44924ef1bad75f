/** The picture that stands for a page where its address is shared: 1200 by 630, the horizon across it. */
import { horizon } from '../charts/horizon.ts';
import { escapeXml, INK, n } from '../charts/svg.ts';
import type { Edition, Id } from '../edition/edition.ts';
import type { Locale } from '../text/locale.ts';
import { tint } from './colour.ts';
import { contentOf, editionOf, periodLine, phrase, plain, titleOf, word, type Content } from './content.ts';
import { showable } from './glyphs.ts';
import { levelName } from './goals.ts';
import { widthOf, wrap } from './measure-text.ts';

const WIDTH = 1200;
const HEIGHT = 630;
const LEFT = 72;
const LINE_Y = 528;
const PAPER = '#fbfaf7';
/** Type sizes of the title, tried from the largest; the last takes what is left over as an ellipsis. */
const SIZES = [84, 72, 62, 54, 48, 43] as const;
const LEADING = 1.13;

/** SVG of the preview of the plan (`id` null), a node or a task; throws when the edition has no such item. */
export function previewSvg(edition: Edition, id: Id | null, locale: Locale): string {
  const content = contentOf(edition, [edition], locale);
  const node = id === null ? undefined : content.nodes.get(id);
  const task = id === null ? undefined : content.tasks.get(id);
  if (id !== null && !node && !task)
    throw new Error(`edition ${edition.number} of ${edition.plan.slug} has no node or task ${id}`);
  const item = node ?? task;
  const kind = node ? levelName(content, node) : content.t.task;
  const label = item ? [kind, item.code ?? ''].filter((part) => part !== '').join(' ') : '';
  const title = item ? titleOf(content, item).text : plain(content, edition.plan.title);
  const svg = [
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`,
    ...heading(content),
    ...titled(content, label, title),
    ...horizonLine(content),
    ...foot(content),
  ].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${svg}</svg>`;
}

/** Arms, city and plan. */
function heading(content: Content): string[] {
  const { city, plan } = content.edition;
  const name = plain(content, city.name);
  const x = city.arms ? LEFT + 74 : LEFT;
  const arms = city.arms
    ? [
        `<image x="${LEFT}" y="56" width="54" height="62" href="data:image/svg+xml;base64,${Buffer.from(city.arms.svg).toString('base64')}"/>`,
      ]
    : [];
  const short = phrase(content, plan.shortTitle)?.text ?? '';
  return [
    ...arms,
    text(name, { x, y: 84, size: 30, family: 'sans', weight: 600, fill: INK.ink }),
    text(fitted(short, 24, WIDTH - x - LEFT), {
      x,
      y: 116,
      size: 24,
      family: 'sans',
      weight: 400,
      fill: INK.soft,
    }),
  ];
}

/** The level and code in the city's colour, under it the title in at most four lines. */
function titled(content: Content, label: string, title: string): string[] {
  const room = label === '' ? 330 : 282;
  const shown = showable(title, new Set());
  const fits = (size: number): boolean => {
    const lines = wrap(shown, 'serif-semibold', (WIDTH - 2 * LEFT) / size, 99);
    return lines.length <= 4 && lines.length * size * LEADING <= room;
  };
  const size = SIZES.find(fits) ?? SIZES[SIZES.length - 1]!;
  const lines = wrap(shown, 'serif-semibold', (WIDTH - 2 * LEFT) / size, 4);
  const top = label === '' ? 150 : 198;
  const height = lines.length * size * LEADING;
  const first = top + (room - height) * 0.42 + size * 0.88;
  return [
    ...(label === ''
      ? []
      : [
          text(fitted(word(content, label), 34, WIDTH - 2 * LEFT), {
            x: LEFT,
            y: first - size * 0.88 - 20,
            size: 34,
            family: 'serif',
            weight: 400,
            fill: content.accent,
          }),
        ]),
    ...lines.map((line, i) =>
      text(line, {
        x: LEFT,
        y: first + i * size * LEADING,
        size,
        family: 'serif',
        weight: 600,
        fill: INK.ink,
      }),
    ),
  ];
}

/** The horizon from edge to edge with the sun where we stand; without a start only its end. */
function horizonLine(content: Content): string[] {
  const { elapsedPercent } = horizon(content.edition);
  const { accent } = content;
  const whole = `<path d="M0 ${LINE_Y}H${WIDTH}" stroke="${INK.line}" stroke-width="3"/>`;
  const sun = (x: number): string[] => [
    `<path d="${half(x, 86)}" fill="${tint(accent, 0.1)}"/>`,
    `<path d="M${n(x - 46)} ${LINE_Y + 3}v-3a46 46 0 0 1 92 0v3z" fill="${accent}"/>`,
  ];
  if (elapsedPercent === null) {
    const end = WIDTH - LEFT - 46;
    return [
      `<path d="M0 ${LINE_Y}H${n(end * 0.45)}" stroke="${INK.line}" stroke-width="3" stroke-dasharray="3 12"/>`,
      `<path d="M${n(end * 0.45)} ${LINE_Y}H${WIDTH}" stroke="${INK.line}" stroke-width="3"/>`,
      ...sun(end),
    ];
  }
  const x = (Number(elapsedPercent) / 100) * WIDTH;
  return [whole, ...sun(x), `<path d="M0 ${LINE_Y}H${n(x)}" stroke="${accent}" stroke-width="6"/>`];
}

function half(x: number, r: number): string {
  return `M${n(x - r)} ${LINE_Y}a${r} ${r} 0 0 1 ${2 * r} 0z`;
}

/** Edition and period on the left, what the city's standing obliges to say on the right. */
function foot(content: Content): string[] {
  const standing = content.t.standingShort[content.edition.city.standing];
  const left = `${editionOf(content)} · ${periodLine(content)}`;
  return [
    text(left, { x: LEFT, y: 584, size: 25, family: 'sans', weight: 400, fill: INK.soft }),
    ...(standing === null
      ? []
      : [
          text(word(content, standing), {
            x: WIDTH - LEFT,
            y: 584,
            size: 25,
            family: 'sans',
            weight: 600,
            fill: INK.ink,
            end: true,
          }),
        ]),
  ];
}

interface Type {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly family: 'serif' | 'sans';
  readonly weight: number;
  readonly fill: string;
  readonly end?: boolean;
}

function text(words: string, at: Type): string {
  const family = at.family === 'serif' ? "'Source Serif 4', 'Source Sans 3'" : "'Source Sans 3'";
  const anchor = at.end ? ' text-anchor="end"' : '';
  return `<text x="${n(at.x)}" y="${n(at.y)}" font-family="${family}" font-size="${at.size}" font-weight="${at.weight}" fill="${at.fill}"${anchor}>${escapeXml(showable(words, new Set()))}</text>`;
}

/** The text cut with an ellipsis to a width in pixels. */
function fitted(words: string, size: number, width: number): string {
  return widthOf(words, 'sans') * size <= width ? words : (wrap(words, 'sans', width / size, 1)[0] ?? '');
}
