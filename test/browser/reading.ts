/** What the tests look at on a page and on paper. The functions given to `evaluate` run in the browser. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** White space as a reader sees it: hard spaces and line ends are spaces. */
export function flat(text: string): string {
  return text
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Elements that make the page scroll sideways. In the browser. */
export function sideways(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll('*')].filter(
    (one) => one.getBoundingClientRect().right > clientWidth + 1,
  );
  return [`${scrollWidth} > ${clientWidth}`, ...wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 160))];
}

/** Elements whose text is cut off by their own box. In the browser. */
export function cutTexts(): readonly string[] {
  return [...document.body.querySelectorAll<HTMLElement>('*')]
    .filter((one) => {
      const style = getComputedStyle(one);
      if (one.clientWidth <= 2 || style.clipPath !== 'none' || !one.checkVisibility()) return false;
      const cuts = ['hidden', 'clip'].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
      return cuts && !(one instanceof HTMLInputElement);
    })
    .map((one) => one.outerHTML.slice(0, 160));
}

export interface Paper {
  readonly sheets: number;
  /** All text without white space. */
  readonly text: string;
  /** Texts that reach over the edge of their sheet. */
  readonly outside: readonly string[];
}

export async function pdfText(bytes: Uint8Array): Promise<Paper> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const texts: string[] = [];
  const outside: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const sheet = await pdf.getPage(number);
    const [, , width = 0, height = 0] = sheet.view;
    for (const item of (await sheet.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      texts.push(item.str);
      const [x = 0, y = 0] = item.transform.slice(4) as number[];
      if (x < 0 || y < 0 || x + item.width > width + 1 || y > height) outside.push(item.str);
    }
  }
  await loading.destroy();
  return { sheets: pdf.numPages, text: texts.join('').replace(/[\s\u00ad]+/g, ''), outside };
}
