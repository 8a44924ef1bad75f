import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Element } from './portal.ts';
import { elements, html } from './portal.ts';

/** The checklist of the technical conditions, kept as data apart from the page that must meet it. */
interface Checklist {
  readonly required: readonly { readonly id: string; readonly holds?: 'date' | 'link' | 'mail' }[];
  readonly conditional: readonly { readonly id: string }[];
}

const checklist = JSON.parse(
  readFileSync(new URL('../law/pl/accessibility-declaration.json', import.meta.url), 'utf8'),
) as Checklist;

function attribute(element: Element | undefined, name: string): string {
  return element?.attrs.find((one) => one.name === name)?.value ?? '';
}

for (const path of [
  '/jasnogrod/strategia-2032/deklaracja-dostepnosci',
  '/en/jasnogrod/strategia-2032/accessibility',
]) {
  const locale = path.startsWith('/en') ? 'en' : 'pl';
  const page = elements(html(path, undefined, undefined, locale));
  const byId = Map.groupBy(
    page.filter((element) => attribute(element, 'id').startsWith('a11y-')),
    (element) => attribute(element, 'id'),
  );

  test(`the declaration at ${path} has each of the fourteen ids exactly once`, () => {
    assert.equal(checklist.required.length, 14);
    for (const { id, holds } of checklist.required) {
      const found = byId.get(id) ?? [];
      assert.equal(found.length, 1, id);
      const [element] = found;
      if (holds === 'date') assert.match(attribute(element, 'datetime'), /^\d{4}-\d{2}-\d{2}$/, id);
      if (holds === 'link') assert.match(attribute(element, 'href'), /^https?:\/\//, id);
      if (holds === 'mail') assert.match(attribute(element, 'href'), /^mailto:.+@/, id);
    }
  });

  test(`the declaration at ${path} has no id that the conditions do not know`, () => {
    const known = new Set([...checklist.required, ...checklist.conditional].map(({ id }) => id));
    assert.deepEqual(
      [...byId.keys()].filter((id) => !known.has(id)),
      [],
    );
  });
}
