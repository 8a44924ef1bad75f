/** The mark of a delivery verdict: a shape and a colour, with its word as the name. Shapes differ without colour. */
import type { DeliveryVerdict } from '../edition/edition.ts';
import { escapeXml, INK } from './svg.ts';

type Tone = 'good' | 'warn' | 'bad' | 'none';

const fill = (tone: Tone): string => `class="f-${tone}" fill="${INK[tone]}"`;
const stroke = (tone: Tone, width = 2): string =>
  `class="s-${tone}" fill="none" stroke="${INK[tone]}" stroke-width="${width}"`;
const CHECK = 'M4.4 8.3 7 10.9 11.6 5.4';

/** Each shape in a square of 16. */
const SHAPES: Readonly<Record<DeliveryVerdict, string>> = {
  done: `<rect x="1.2" y="1.2" width="13.6" height="13.6" rx="2.6" ${fill('good')}/><path d="${CHECK}" class="s-paper" fill="none" stroke="${INK.paper}" stroke-width="2.1"/>`,
  'done-late': `<rect x="2.1" y="2.1" width="11.8" height="11.8" rx="2" ${stroke('good', 1.8)}/><path d="${CHECK}" ${stroke('good', 2.1)}/>`,
  'on-time': `<circle cx="8" cy="8" r="6.4" ${fill('good')}/>`,
  behind: `<circle cx="8" cy="8" r="5.8" ${stroke('warn')}/><path d="M8 2.2a5.8 5.8 0 0 1 0 11.6z" ${fill('warn')}/>`,
  late: `<path d="M8 1.2 15.2 14.4H.8z" ${fill('bad')}/>`,
  suspended: `<path d="M4.8 2.2v11.6M11.2 2.2v11.6" ${stroke('warn', 3)}/>`,
  'no-report': `<circle cx="8" cy="8" r="5.9" ${stroke('none')} stroke-dasharray="2.7 1.933"/>`,
  undated: `<circle cx="8" cy="8" r="5.8" ${stroke('none', 1.6)}/><circle cx="8" cy="8" r="1.4" ${fill('none')}/>`,
  stopped: `<rect x="2.1" y="2.1" width="11.8" height="11.8" rx="1.6" ${stroke('none', 1.8)}/><path d="M4.2 11.8 11.8 4.2" ${stroke('none')}/>`,
  merged: `<path d="M1.5 3.2h3.2L9 8l-4.3 4.8H1.5M9 8h6M12 4.8 15.2 8 12 11.2" ${stroke('none', 1.8)}/>`,
  'no-tasks': `<path d="M4 8h8" ${stroke('none')}/>`,
};

/** The mark as SVG of 16 by 16; with `word` null it is decoration beside the written word. */
export function markSvg(
  verdict: DeliveryVerdict,
  word: string | null,
  at: { readonly lang?: string; readonly width?: number } = {},
): string {
  const size = at.width === undefined ? '' : ` width="${at.width}" height="${at.width}"`;
  const name = word === null ? 'aria-hidden="true"' : `role="img" aria-label="${escapeXml(word)}"`;
  const lang = at.lang === undefined ? '' : ` lang="${at.lang}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="mark" viewBox="0 0 16 16"${size}${lang} ${name}>${SHAPES[verdict]}</svg>`;
}
