/** The product's sign as the small picture of a browser's tab: as SVG, and as ICO for those who ask for that alone. */

export const FAVICON_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>path{fill:#8c2f1b}@media(prefers-color-scheme:dark){path{fill:#e08a76}}</style>' +
  '<path opacity=".3" d="M2 22a14 14 0 0 1 28 0z"/><path d="M8 22a8 8 0 0 1 16 0z"/><path d="M0 22h32v3H0z"/></svg>\n';

const SIZE = 32;
/** #8c2f1b as a bitmap wants it: blue, green, red. */
const COLOUR = [0x1b, 0x2f, 0x8c] as const;

/** One picture of 32 by 32 with transparency: directory, bitmap header, rows from the bottom, empty mask. */
export function faviconIco(): Uint8Array {
  const pixels = SIZE * SIZE * 4;
  const mask = (SIZE / 8) * SIZE;
  const bytes = new Uint8Array(22 + 40 + pixels + mask);
  const view = new DataView(bytes.buffer);
  view.setUint16(2, 1, true);
  view.setUint16(4, 1, true);
  bytes.set([SIZE, SIZE, 0, 0], 6);
  view.setUint16(10, 1, true);
  view.setUint16(12, 32, true);
  view.setUint32(14, 40 + pixels + mask, true);
  view.setUint32(18, 22, true);
  view.setUint32(22, 40, true);
  view.setInt32(26, SIZE, true);
  view.setInt32(30, SIZE * 2, true);
  view.setUint16(34, 1, true);
  view.setUint16(36, 32, true);
  for (let row = 0; row < SIZE; row += 1)
    for (let column = 0; column < SIZE; column += 1) {
      const at = 62 + (row * SIZE + column) * 4;
      bytes.set(COLOUR, at);
      bytes[at + 3] = Math.round(255 * shade(column, SIZE - 1 - row));
    }
  return bytes;
}

/** How much of a pixel the sign covers, by sixteen points. */
function shade(x: number, y: number): number {
  let sum = 0;
  for (let i = 0; i < 16; i += 1) {
    const [px, py] = [x + ((i % 4) + 0.5) / 4, y + (Math.floor(i / 4) + 0.5) / 4];
    const far = Math.hypot(px - 16, py - 22);
    sum += py >= 22 && py < 25 ? 1 : py < 22 && far <= 8 ? 1 : py < 22 && far <= 14 ? 0.3 : 0;
  }
  return sum / 16;
}
