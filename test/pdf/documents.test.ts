import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { PDFDocument } from 'pdf-lib';
import { goalsDocument } from '../../src/documents/goals-document.ts';
import { nodeDocument } from '../../src/documents/node-document.ts';
import { planDocument } from '../../src/documents/plan-document.ts';
import type { TypstDocument } from '../../src/documents/document.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { freeze } from '../../src/edition/freeze.ts';
import { compilePdf } from '../../src/system/typst.ts';
import { formatPercent } from '../../src/text/number.ts';
import { render } from '../../src/portal/render.tsx';
import { LOCALES, type Locale } from '../../src/text/locale.ts';
import { portalMessages } from '../../src/text/portal.ts';
import { plans, publication, theCity } from '../world/arbitrary.ts';
import { checkPdf } from './checker.ts';
import { fakePdf } from './fake.ts';
import { pdfText } from './text.ts';

const read = (path: string): Edition => JSON.parse(readFileSync(`examples/${path}.json`, 'utf8')) as Edition;
const torun = read('torun/edition-1');
const jasnogrod = [1, 2, 3].map((n) => read(`jasnogrod/edition-${n}`));
const present = jasnogrod[2]!;
const permalink = 'https://strategia.jasnogrod.example/jasnogrod/strategia-2032/wydanie/3';
const byCode = (edition: Edition, code: string): string => edition.nodes.find((n) => n.code === code)!.id;

const DOCUMENTS: Readonly<Record<string, (locale: Locale) => TypstDocument>> = {
  'plan of Jasnogród': (l) => planDocument(present, jasnogrod, l, { permalink }),
  'goals of Jasnogród': (l) => goalsDocument(present, jasnogrod, l, { permalink }),
  'strategic goal of Jasnogród': (l) =>
    nodeDocument(present, jasnogrod, l, { id: byCode(present, '1'), permalink }),
  'operational goal of Jasnogród': (l) =>
    nodeDocument(present, jasnogrod, l, { id: byCode(present, '2.2'), permalink }),
  'plan of Toruń': (l) => planDocument(torun, [torun], l, { permalink: null }),
  'goals of Toruń': (l) => goalsDocument(torun, [torun], l, { permalink: null }),
  'goal of Toruń': (l) => nodeDocument(torun, [torun], l, { id: byCode(torun, '2.10'), permalink: null }),
};

for (const [name, make] of Object.entries(DOCUMENTS))
  for (const locale of LOCALES)
    test(`${name} (${locale}) is accessible and the same twice`, async () => {
      const [first, second] = await Promise.all([compilePdf(make(locale)), compilePdf(make(locale))]);
      assert.ok(Buffer.from(first).equals(second), 'the bytes differ');
      const { findings } = await checkPdf(first);
      assert.deepEqual(findings, []);
    });

test('the whole plan has its contents, a table for each goal with tasks, an alternative text for each picture', async () => {
  const { tags, bookmarks, pages } = await checkPdf(await compilePdf(DOCUMENTS['plan of Jasnogród']!('pl')));
  const withTasks = new Set(present.tasks.map((t) => t.nodeId)).size;
  assert.equal(tags['Table'], withTasks);
  assert.equal(tags['TH'], withTasks * 5);
  assert.equal(tags['TOCI'], present.nodes.length + 5);
  assert.ok(bookmarks > present.nodes.length);
  assert.ok(pages >= 22 && pages <= 34, `${pages} pages`);
});

test('a file that only claims to be accessible is refused', async () => {
  const { findings } = await checkPdf(await fakePdf());
  for (const expected of [
    'the structure tree is empty',
    'page 1: 1 × Tj outside marked content',
    'there are no bookmarks',
    'there are no headings',
  ])
    assert.ok(findings.includes(expected), `not found: ${expected} in ${findings.join('; ')}`);
  assert.ok(findings.some((f) => f.includes('not embedded')));
});

test('every figure is the decimal of the edition, in its order', async () => {
  for (const locale of LOCALES) {
    const words = portalMessages(locale);
    const text = (
      await pdfText(await compilePdf(planDocument(present, jasnogrod, locale, { permalink })))
    ).join(' ');
    const verdicts = Object.values(words.verdict).map((w) => w.slice(0, 1).toUpperCase() + w.slice(1));
    const shown = [
      ...text.matchAll(
        new RegExp(`(?:${verdicts.join('|')}): ${words.meanProgress} (\\d+(?:[.,]\\d)? ?%)`, 'g'),
      ),
    ].map((m) => m[1]!.replace(' ', '\u00a0'));
    const { plan, nodes, tasks } = present.results.delivery;
    const said = [plan, ...nodes]
      .filter((d) => d.meanPercent !== null)
      .map((d) => formatPercent(d.meanPercent!, locale));
    assert.deepEqual(shown, said);
    for (const [i, d] of nodes.entries()) {
      if (!d.bandPercent || d.bandPercent[0] === d.bandPercent[1]) continue;
      const [low, high] = d.bandPercent.map((p) => formatPercent(p, locale).replace('\u00a0', ' '));
      assert.ok(
        text.includes(locale === 'pl' ? `Od ${low} do ${high}` : `Between ${low} and ${high}`),
        `band of ${present.nodes[i]!.code}`,
      );
    }
    const planned = tasks.filter(
      (d, i) => d.usedPercent !== null && d.expectedPercent !== null && present.tasks[i]!.state !== 'done',
    );
    const pairs = [...text.matchAll(/(\d+(?:[.,]\d+)? ?%), plan (\d+(?:[.,]\d)? ?%)/g)].map((m) => [
      m[1],
      m[2],
    ]);
    assert.deepEqual(
      pairs,
      planned.map((d) =>
        [d.usedPercent!, d.expectedPercent!].map((p) => formatPercent(p, locale).replace('\u00a0', ' ')),
      ),
    );
  }
});

test('the document says which edition it is, where it stays and what the city is not', async () => {
  const whole = (await pdfText(await compilePdf(DOCUMENTS['plan of Jasnogród']!('pl'))))
    .join(' ')
    .replaceAll(' ', '');
  for (const e of jasnogrod) assert.ok(whole.includes(e.hash));
  assert.ok(whole.includes(permalink));
  const [cover = '', imprint = ''] = await pdfText(await compilePdf(DOCUMENTS['plan of Toruń']!('pl')));
  assert.match(cover, /to nie jest serwis urzędowy/);
  assert.match(imprint, /Kopia lokalna/);
  assert.match(imprint, /3 obszary/);
});

test('a city that does not publish for itself is not the author of the file', async () => {
  const own = { ...torun, city: { ...torun.city, standing: 'official' } } as const;
  const author = async (edition: Edition): Promise<string | undefined> => {
    const made = nodeDocument(edition, [edition], 'pl', { id: byCode(torun, '2.10'), permalink: null });
    return (await PDFDocument.load(await compilePdf(made), { updateMetadata: false })).getAuthor();
  };
  assert.equal(await author(own), 'Toruń');
  assert.equal(await author(torun), undefined);
});

test('where nothing can be counted, paper and page say the same', async () => {
  const site = { origin: null, assets: {}, productVersion: '0.1.0', linkStyle: 'web', asOf: null } as const;
  for (const locale of LOCALES) {
    const words = portalMessages(locale);
    const path = locale === 'pl' ? '/torun/cele-2028/2.10' : '/en/torun/cele-2028/2.10';
    const page = render(site, [torun], path, locale);
    assert.ok(page && 'body' in page);
    const paper = (await pdfText(await compilePdf(DOCUMENTS['goal of Toruń']!(locale)))).join(' ');
    for (const sentence of [words.unknown, words.tasksAnnounced]) {
      assert.ok(String(page.body).replaceAll('\u00a0', ' ').includes(sentence), `page: ${sentence}`);
      assert.ok(paper.includes(sentence), `paper: ${sentence}`);
    }
  }
});

test('an operational goal of Toruń fits on one page', async () => {
  // The one whose title and parent take the most lines.
  const made = nodeDocument(torun, [torun], 'pl', { id: byCode(torun, '3.5'), permalink: null });
  assert.equal((await pdfText(await compilePdf(made))).length, 1);
});

test('text of an edition is data: markup stays literal, what the fonts lack is shown as □ and named', async () => {
  const odd = structuredClone(torun) as unknown as {
    plan: Record<string, unknown>;
    nodes: { title: unknown; description: unknown }[];
  };
  odd.plan['title'] = { pl: 'Cele #panic("x") *nie* = $a$ 🏛️ 漢' };
  odd.nodes[0]!.title = { uk: 'Місто, у якому добре жити' };
  odd.nodes[0]!.description = {
    pl: '[zły](javascript:alert(1)) <b>dosłownie</b> #read("/etc/passwd") \u202eabc\u0007',
  };
  const pdf = await compilePdf(planDocument(odd as unknown as Edition, [], 'pl', { permalink: null }));
  assert.deepEqual((await checkPdf(pdf)).findings, []);
  const text = (await pdfText(pdf)).join(' ');
  assert.ok(text.includes('Cele #panic("x") *nie* = $a$ □ □'), text.slice(0, 200));
  assert.ok(text.includes('Місто, у якому добре жити'));
  assert.ok(text.includes('zły <b>dosłownie</b> #read("/etc/passwd") abc'));
  assert.ok(text.includes('U+1F3DB') && text.includes('U+6F22'));
});

test('a glyph that the fonts lack fails the export with the reason, were it not caught before', async () => {
  const main = '#set document(title: "x")\n#set text(font: "Source Serif 4", fallback: false)\n= A 😀';
  await assert.rejects(compilePdf({ main, files: {}, createdAt: '2026-01-01T00:00:00Z' }), /refused: .*😀/s);
});

test('a document reads nothing of the machine', async () => {
  for (const path of ['/etc/passwd', '../../../../etc/passwd', 'package.json']) {
    const main = `#set document(title: "x")\n#read("${path}")`;
    await assert.rejects(compilePdf({ main, files: {}, createdAt: '2026-01-01T00:00:00Z' }), /refused/, path);
  }
});

test('any plan becomes accessible documents', async () => {
  for (const plan of fc.sample(plans, { seed: 20_261_122, numRuns: 12 })) {
    const edition = freeze(theCity, plan, publication);
    const made = [
      planDocument(edition, [edition], 'pl', { permalink: null }),
      goalsDocument(edition, [edition], 'en', { permalink }),
    ];
    const node = edition.nodes[0];
    if (node) made.push(nodeDocument(edition, [edition], 'en', { id: node.id, permalink }));
    for (const document of made) {
      const { findings } = await checkPdf(await compilePdf(document));
      assert.deepEqual(findings, [], JSON.stringify(edition.nodes.slice(0, 3)));
    }
  }
});
