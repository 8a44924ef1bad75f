/** What every page is checked for in a browser: axe's rules, and that nothing makes a narrow page scroll sideways. */
import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Axe's violations in words; of WCAG 2.2 AA and the best practices, or of the given rules alone. */
export async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const options: RunOptions = rules
    ? { runOnly: { type: 'rule', values: [...rules] } }
    : { runOnly: { type: 'tag', values: TAGS } };
  const found = await page.evaluate(
    (run) =>
      (window as unknown as { axe: { run: (d: Document, o: RunOptions) => Promise<AxeResults> } }).axe.run(
        document,
        run,
      ),
    options,
  );
  return found.violations.map(
    (v) =>
      `${v.id}: ${v.help}: ${v.nodes
        .slice(0, 3)
        .map((n) => `${n.html.slice(0, 160)} ${n.any[0]?.message ?? ''}`)
        .join(' | ')}`,
  );
}

/** What makes the page scroll sideways. */
export async function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > clientWidth + 0.5 && !e.closest('.scroll, svg'))
      .slice(0, 5)
      .map(
        (e) => `${e.tagName}.${e.className}: ${Math.round(e.getBoundingClientRect().right)} > ${clientWidth}`,
      );
  });
}
