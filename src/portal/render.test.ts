import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goldenBytes } from '../../test/edition.ts';
import { meetsGolden } from '../../test/golden.ts';
import { attribute, elements, EXAMPLES, html, SITE, text } from '../../test/portal.ts';
import type { Edition } from '../edition/edition.ts';
import { LOCALES } from '../text/locale.ts';
import { portalMessages } from '../text/portal.ts';
import { isFile, parseAddress, relative } from './addresses.ts';
import { paths } from './paths.ts';
import { render, renderMissing } from './render.tsx';
import type { Site } from './site.ts';

const golden = JSON.parse(new TextDecoder().decode(goldenBytes())) as Edition;
const small = [golden];
const base = `/${golden.city.slug}/${golden.plan.slug}`;

test('whole pages of the small plan stay as they were reviewed', () => {
  const first = golden.nodes[0]!;
  const cases = {
    'installation.pl': '/pl',
    'home.pl': base,
    'home.en': `/en${base}`,
    'goals.pl': `${base}/cele`,
    'node.pl': `${base}/${first.code}`,
    'task.en': `/en${base}/${golden.tasks[0]!.code ?? `id/${golden.tasks[0]!.id}`}`,
    'past.pl': `${base}/wydanie/${golden.number}`,
  };
  for (const [name, path] of Object.entries(cases))
    meetsGolden(`test/golden/pages/${name}.html`, html(path, small).replaceAll('><', '>\n<'));
  const missing = text(renderMissing(SITE, small, `${base}/9.9`, 'pl'), 'missing');
  meetsGolden('test/golden/pages/missing.pl.html', missing.replaceAll('><', '>\n<'));
});

test('the same arguments give the same bytes', () => {
  for (const path of [base, `/en${base}/goals`])
    assert.equal(html(path, small), html(path, [structuredClone(golden)]));
});

test('every address that is listed answers, each once, and is read back as itself', () => {
  const seen = new Set<string>();
  for (const { path, kind, locale } of paths({ ...SITE, assets: {} }, EXAMPLES)) {
    assert.ok(!seen.has(path), `${path} twice`);
    seen.add(path);
    assert.ok(parseAddress(path), path);
    assert.equal(isFile(path), kind !== 'page', path);
    if (kind !== 'made') continue;
    const made = render(SITE, EXAMPLES, path, locale);
    assert.equal(made?.kind, 'made', path);
  }
  assert.ok(seen.size > 2000);
});

test('every page: no inline style or script, one h1, no skipped heading, unique ids, links that lead somewhere', () => {
  for (const linkStyle of ['web', 'folder'] as const) checkPages({ ...SITE, linkStyle });
});

function checkPages(site: Site): void {
  const listed = [...paths(site, EXAMPLES)];
  const known = new Set(listed.map(({ path }) => relative('/', path, site.linkStyle)));
  // In the second style only the present pages: they are written by the same code.
  const pages = listed.filter(
    ({ kind, path }) =>
      kind === 'page' &&
      (site.linkStyle === 'web' ? !path.includes('/id/') : !/wydanie|edition|\/id\//.test(path)),
  );
  for (const { path, locale } of pages) {
    const found = elements(html(path, EXAMPLES, site, locale));
    const tags = (name: string) => found.filter((e) => e.tagName === name);
    assert.equal(attribute(tags('html')[0]!, 'lang'), path === '/' ? 'pl' : locale, path);
    assert.equal(tags('style').length, 0, `${path}: style`);
    assert.ok(
      tags('script').every((e) => attribute(e, 'src')),
      `${path}: inline script`,
    );
    for (const e of found)
      for (const { name } of e.attrs)
        assert.ok(name !== 'style' && !name.startsWith('on'), `${path}: ${e.tagName} ${name}`);
    const levels = found.flatMap((e) => (/^h[1-6]$/.test(e.tagName) ? [Number(e.tagName[1])] : []));
    assert.equal(levels.filter((n) => n === 1).length, 1, `${path}: h1`);
    levels.forEach((n, i) =>
      assert.ok(n <= (levels[i - 1] ?? 1) + 1 || i === 0, `${path}: heading h${n} after h${levels[i - 1]}`),
    );
    const ids = found.flatMap((e) => attribute(e, 'id') ?? []);
    assert.equal(new Set(ids).size, ids.length, `${path}: an id twice`);
    for (const e of found) checkLink(e, path, site, known, ids);
  }
}

function checkLink(
  e: ReturnType<typeof elements>[number],
  path: string,
  site: Site,
  known: ReadonlySet<string>,
  ids: readonly string[],
): void {
  const href = attribute(e, 'href') ?? attribute(e, 'src') ?? attribute(e, 'action');
  if (href === null || /^(?:mailto|tel):/.test(href)) return;
  if (href.startsWith('#')) {
    assert.ok(ids.includes(href.slice(1)), `${path}: ${href}`);
    return;
  }
  if (/^https?:/.test(href) && !href.startsWith(`${site.origin}/`)) return;
  const from = site.linkStyle === 'folder' ? `${path === '/' ? '' : path}/index.html` : path;
  const url = new URL(href, `https://plan.example${from}`);
  const absolute = href.startsWith('https:');
  const target = decodeURI(url.pathname);
  const wanted = absolute ? relative('/', target, site.linkStyle) : target === '/' ? './' : target.slice(1);
  assert.ok(
    known.has(wanted) || (target === '/' && known.has('./')),
    `${path}: ${e.tagName} leads to ${href}, which is nowhere`,
  );
}

test('text in another language than the page is marked', () => {
  const page = html('/en/torun/cele-2028/2.10');
  assert.match(page, /<h1><span lang="pl">/);
  assert.match(page, /<html lang="en"/);
});

test('Toruń says in both languages what it is, and wears no arms', () => {
  for (const path of [
    '/torun/cele-2028',
    '/en/torun/cele-2028/goals',
    '/torun/cele-2028/wydanie/1/1.3',
    '/en/torun',
  ]) {
    const page = html(path).replaceAll('\u00a0', ' ');
    assert.ok(page.includes(portalMessages(path.startsWith('/en') ? 'en' : 'pl').fromPublicPage), path);
    assert.doesNotMatch(page, /arms-/);
  }
});

test('"Does it work?" has one answer and no other: not measured', () => {
  for (const [path, question, answer] of [
    ['/jasnogrod/strategia-2032', 'Czy to działa?', 'Nie mierzono: plan nie podaje wskaźników.'],
    ['/jasnogrod/strategia-2032/2.2', 'Czy to działa?', 'Nie mierzono: plan nie podaje wskaźników.'],
    [
      '/en/jasnogrod/strategia-2032/progress',
      'Does it work?',
      'Not measured: the plan states no indicators.',
    ],
    ['/en/torun/cele-2028/2.2', 'Does it work?', 'Not measured: the plan states no indicators.'],
  ] as const) {
    const page = html(path).replaceAll('\u00a0', ' ');
    const answers = page.split(`>${question}</`).slice(1);
    assert.ok(answers.length > 0, path);
    for (const one of answers) {
      const until = one.split(/<\/(?:section|dl)>/)[0]!;
      assert.equal(until.replace(/^\w+>/, '').replace(/<[^>]*>/g, ''), answer, path);
    }
  }
});

test('an empty installation teaches what to do', () => {
  for (const locale of LOCALES) {
    const page = html(`/${locale}`, []);
    assert.match(page, /npx horyzont import .*--accept/);
    assert.match(page, /npx horyzont publish --plan/);
  }
});

test('without an origin there is no canonical address, picture or feed, and the citation says local copy', () => {
  const site: Site = { ...SITE, origin: null };
  const page = html('/jasnogrod/strategia-2032/2.2', EXAMPLES, site);
  assert.doesNotMatch(page, /rel="canonical"|og:|atom|x\.com|facebook\.com/);
  assert.match(page, /Kopia lokalna/);
  const whole = html('/jasnogrod/strategia-2032/2.2');
  assert.match(whole, /rel="canonical" href="https:\/\/plan\.example\/jasnogrod\/strategia-2032\/2\.2"/);
  assert.match(whole, /og:image" content="https:\/\/plan\.example\/jasnogrod\/strategia-2032\/2\.2\.png"/);
  assert.match(whole, /https:\/\/x\.com\/intent\/post\?text=2\.2%20/);
});

test('a page that is not there offers the nearest numbers', () => {
  for (const [asked, near] of [
    ['2.19', ['2', '2.1']],
    ['9.9', ['5.5', '5.4', '5.3', '5.2', '5.1']],
    ['0', ['1', '2', '3', '4', '5']],
    ['kot', []],
  ] as const) {
    const missing = renderMissing(SITE, EXAMPLES, `/jasnogrod/strategia-2032/${asked}`, 'pl');
    const main = text(missing, asked).split('<search>')[0]!;
    const codes = [...main.matchAll(/class="code">([^<]*) </g)].map(([, code]) => code);
    assert.deepEqual(codes, near, asked);
  }
});

test('a goal changed by one decision in several fields names it once; what comes next stands in order of time', () => {
  const page = html('/jasnogrod/strategia-2032/2.4', EXAMPLES);
  assert.equal(page.split('LX/32/26').length, 2);
  const next = /Co dalej<\/h2><ul[^>]*>(.*?)<\/ul>/.exec(
    html('/jasnogrod/strategia-2032/2.2', EXAMPLES),
  )![1]!;
  const years = [...next.matchAll(/<li>[^:]*?(\d{4}):/g)].map(([, year]) => year!);
  assert.ok(years.length > 2);
  assert.deepEqual(years, years.toSorted());
});

test('every page is printed and cited with its own permanent address, and names the plan once', () => {
  const plan = '/jasnogrod/strategia-2032';
  const { id } = EXAMPLES.findLast((e) => e.city.slug === 'jasnogrod')!.nodes.find((n) => n.code === '2.2')!;
  for (const [path, permanent] of [
    [plan, `${plan}/wydanie/3`],
    [`${plan}/postep`, `${plan}/wydanie/3/postep`],
    [`${plan}/wydanie/1/cele`, `${plan}/wydanie/1/cele`],
    [`${plan}/zmiany`, `${plan}/zmiany`],
    [`${plan}/2.2`, `${plan}/wydanie/3/id/${id}`],
    [`${plan}/2.2/dlaczego`, `${plan}/wydanie/3/2.2/dlaczego`],
    [`/en${plan}/id/${id}`, `/en${plan}/edition/3/id/${id}`],
  ] as const) {
    const page = html(path, EXAMPLES);
    const paper = /class="on-paper">([^<]*)/.exec(page)![1]!;
    assert.ok(paper.includes(`https://plan.example${permanent} `), `${path}: ${paper}`);
    const citation = /class="citation"[^>]*>([^<]*)/.exec(page)![1]!;
    assert.ok(citation.endsWith(`https://plan.example${permanent}`), `${path}: ${citation}`);
    assert.ok(citation.split('Strategia rozwoju Jasnogrodu do 2032 roku').length <= 2, citation);
  }
});

test('a page by id is a full copy that names the page by code as canonical', () => {
  const { id } = EXAMPLES.findLast((e) => e.city.slug === 'jasnogrod')!.nodes.find((n) => n.code === '2.2')!;
  const page = html(`/jasnogrod/strategia-2032/id/${id}`);
  assert.match(page, /rel="canonical" href="https:\/\/plan\.example\/jasnogrod\/strategia-2032\/2\.2"/);
});

test('a past page says which edition it is and does not know the newest', () => {
  const past = '/jasnogrod/strategia-2032/wydanie/1/1';
  const alone = html(
    past,
    EXAMPLES.filter((e) => e.number === 1),
  );
  assert.equal(html(past), alone);
  assert.match(alone.replaceAll('\u00a0', ' '), /To jest wydanie 1 z /);
});

test('a code that meant another goal says so and links both; a goal that left keeps its permanent page', () => {
  const [one, , three] = EXAMPLES.filter((e) => e.city.slug === 'jasnogrod') as [Edition, Edition, Edition];
  const now = new Map([...three.nodes, ...three.tasks].map((n) => [n.id, n]));
  const before = new Map([...one.nodes, ...one.tasks].map((n) => [n.code, n]));
  const reused = [...now.values()].find((n) => before.has(n.code) && before.get(n.code)!.id !== n.id);
  if (reused) {
    const page = html(`/jasnogrod/strategia-2032/${reused.code}`).replaceAll('\u00a0', ' ');
    assert.ok(page.includes(portalMessages('pl').meantOther(reused.code!)), reused.code!);
  }
  const [node] = one.nodes;
  const shrunk: Edition = {
    ...one,
    number: 2,
    nodes: one.nodes.filter((n) => n.id !== node!.id),
    hash: '0'.repeat(64),
  };
  const page = html(`/jasnogrod/strategia-2032/id/${node!.id}`, [one, shrunk]).replaceAll('\u00a0', ' ');
  assert.match(page, /Tego już nie ma w planie/);
  const missing = text(
    renderMissing(SITE, [one, shrunk], `/jasnogrod/strategia-2032/${node!.code}`, 'pl'),
    'missing',
  );
  assert.match(missing, /wydanie\/1\//);
});

test('reports grow old on present pages alone, and only when the day has come', () => {
  const edition = EXAMPLES.findLast((e) => e.city.slug === 'jasnogrod')!;
  const stale = edition.results.delivery.plan.staleFrom!;
  const at = (asOf: string | null, path = '/jasnogrod/strategia-2032'): boolean =>
    html(path, EXAMPLES, { ...SITE, asOf }).includes('nie ma nowych wiadomości');
  assert.equal(at(null), false);
  assert.equal(at(edition.asOf), false);
  assert.equal(at(stale), stale > edition.asOf);
  assert.equal(at('2031-01-01'), true);
  assert.equal(at('2031-01-01', `/jasnogrod/strategia-2032/wydanie/${edition.number}`), false);
});
