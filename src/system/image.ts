/** PNG from SVG with the product's own fonts, off the main thread (the renderer runs in the thread pool). */
import { renderAsync } from '@resvg/resvg-js';
import { fontFiles } from './fonts.ts';

/** The bytes of the picture in the SVG's own size; the same SVG gives the same bytes. Throws when it cannot be read. */
export async function pngFromSvg(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: fontFiles(),
      defaultFontFamily: 'Source Sans 3',
      sansSerifFamily: 'Source Sans 3',
      serifFamily: 'Source Serif 4',
    },
    logLevel: 'off',
  });
  return image.asPng();
}
