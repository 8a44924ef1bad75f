/** A city's arms as SVG: shapes and nothing else, because everyone's browser will draw them. */

const ELEMENTS: ReadonlySet<string> = new Set(
  'svg g defs title desc path rect circle ellipse line polyline polygon clipPath mask linearGradient radialGradient stop'.split(
    ' ',
  ),
);
const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'xmlns viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform fill fill-rule fill-opacity stroke ' +
    'stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-opacity opacity id offset stop-color ' +
    'stop-opacity gradientUnits gradientTransform clip-path clip-rule mask role aria-label aria-hidden ' +
    'preserveAspectRatio version'
  ).split(' '),
);
/** Longest arms, in characters. */
export const LONGEST_ARMS = 200_000;
const TAG = /<(\/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z][A-Za-z0-9:-]*="[^"<>&]*")*)\s*(\/?)>/y;
const ATTRIBUTE = /([A-Za-z][A-Za-z0-9:-]*)="([^"]*)"/g;

/**
 * What in the SVG is not allowed, or null when all of it is: the first element, attribute or text that is no plain
 * shape. Refused are scripts, styles, links, pictures, fonts, foreign content, entities, comments and declarations;
 * `url(…)` may only point inside (`url(#id)`). Nothing is repaired: a cleaned picture might not be the city's arms.
 */
export function unsafeArms(svg: string): string | null {
  const text = svg.trim();
  if (text.length > LONGEST_ARMS) return `> ${LONGEST_ARMS}`;
  if (!text.startsWith('<svg')) return text.slice(0, 20);
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const between = text.slice(at, next < 0 ? text.length : next);
    if (/[&>]/.test(between)) return between.trim().slice(0, 40);
    if (next < 0) break;
    TAG.lastIndex = next;
    const tag = TAG.exec(text);
    if (!tag) return text.slice(next, next + 40);
    const [, , name = '', attributes = ''] = tag;
    if (!ELEMENTS.has(name)) return `<${name}>`;
    for (const [, attribute = '', value = ''] of attributes.matchAll(ATTRIBUTE))
      if (!ATTRIBUTES.has(attribute) || !isHarmless(attribute, value))
        return `${attribute}="${value.slice(0, 40)}"`;
    at = TAG.lastIndex;
  }
  return null;
}

function isHarmless(attribute: string, value: string): boolean {
  if (attribute === 'xmlns') return value === 'http://www.w3.org/2000/svg';
  return !/url\(\s*(?!#)/i.test(value) && !/javascript:|data:|expression\(|\\/i.test(value);
}
