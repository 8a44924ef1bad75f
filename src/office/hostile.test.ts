import assert from 'node:assert/strict';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { insertCity } from '../database/city.ts';
import { transact } from '../database/engine.ts';
import { insertPlan } from '../database/plan.ts';
import { onBothEngines } from '../database/testing.ts';
import { cityOf, id, nodeOf, planOf, taskOf } from '../../test/plan.ts';
import { testOffice } from './testing.ts';

/** Texts that would run, break out of an attribute, or lead out of the site, were they not shown as text. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea><script>alert(2)</script>',
  '<svg/onload=alert(1)>',
  '{{7*7}}${7*7}',
];
const MARKDOWN = [
  '[here](javascript:alert(1))',
  '[here](JaVaScRiPt:alert(1))',
  '[here](data:text/html;base64,PHNjcmlwdD4=)',
  '![x](https://evil.example/pixel.png)',
  '<iframe src="https://evil.example"></iframe>',
];
const all = [...HOSTILE, ...MARKDOWN].join('\n\n');

/** What no page may hold, however it was typed: read as a browser reads it. */
function runs(html: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      const { tagName, attrs } = node;
      for (const { name, value } of attrs)
        if (
          name.startsWith('on') ||
          (['href', 'src', 'action', 'formaction'].includes(name) &&
            (/^\s*(?:javascript|data|vbscript):/iu.test(value) ||
              (tagName !== 'a' && value.includes('evil.example'))))
        )
          found.push(`${tagName} ${name}=${value}`);
      if (tagName === 'iframe' || (tagName === 'script' && !attrs.some(({ name }) => name === 'src')))
        found.push(tagName);
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return found;
}

onBothEngines(
  'whatever is typed into a plan is shown as text, in the office and in the preview',
  async (database) => {
    const unit = {
      id: id(701),
      name: { pl: all },
      short: { pl: HOSTILE[0]! },
      email: null,
      phone: null,
      parentId: null,
    };
    const city = cityOf({ slug: 'here', units: [unit] });
    const node = nodeOf(711, {
      title: { pl: HOSTILE.join(' ') },
      description: { pl: all },
      expectedResult: { pl: all },
      unitIds: [unit.id],
      partners: [{ pl: HOSTILE[1]! }],
    });
    const task = taskOf(712, node.id, {
      title: { pl: HOSTILE[3]! },
      description: { pl: all },
      reportText: { pl: all },
    });
    const plan = planOf({
      slug: 'p',
      title: { pl: HOSTILE[0]! },
      vision: { pl: all },
      nodes: [node],
      tasks: [task],
    });
    await transact(database, async (tx) => {
      await insertCity(tx, city);
      await insertPlan(tx, city.id, plan);
    });
    const office = testOffice(database);
    const person = await office.as('strategist', city.id);
    let seen = 0;
    for (const path of [
      '/office/here',
      '/office/here/plans/p',
      `/office/here/plans/p/items/${node.id}`,
      `/office/here/plans/p/items/${task.id}`,
      `/office/here/plans/p/items/${node.id}/move`,
      `/office/here/plans/p/items/${node.id}/history`,
      `/office/here/plans/p/items/${node.id}/rights`,
      '/office/here/plans/p/settings',
      '/office/here/plans/p/publish',
      '/office/here/plans/p/preview',
      '/office/here/units',
      `/office/here/search?q=${encodeURIComponent('<script>alert(1)</script>')}`,
    ]) {
      const answer = await person.get(path);
      const html = await answer.text();
      assert.ok([200, 303].includes(answer.status), `${path}: ${answer.status}`);
      assert.deepEqual(runs(html), [], path);
      if (html.includes('&lt;script&gt;')) seen += 1;
    }
    assert.ok(seen >= 6, `the texts were shown on ${seen} pages only`);
  },
);

onBothEngines('addresses that try to leave their place find nothing and break nothing', async (database) => {
  const city = cityOf({ slug: 'here', units: [] });
  await transact(database, (tx) => insertCity(tx, city));
  const office = testOffice(database);
  const person = await office.as('strategist', city.id);
  for (const path of [
    '/office/..%2f..%2fetc%2fpasswd',
    '/office/here/plans/..%2f..%2fsecret',
    "/office/here'%20or%20'1'='1",
    "/office/here/plans/p';drop%20table%20plan;--",
    `/office/here/plans/p/items/${id(1)}'--`,
    '/office/here/plans/p/items/not-an-id',
    '/office/here/attachments/..%2f..%2fsecret',
    '/office/%00',
    `/office/here/plans/${'a'.repeat(1500)}`,
  ]) {
    const { status } = await person.get(path);
    assert.equal(status, 404, path);
  }
  for (const q of ["'", "' or 1=1 --", '%', '_', '\\', '\u0000', '(', 'a'.repeat(5000)]) {
    const { status } = await person.get(`/office/here/search?q=${encodeURIComponent(q)}`);
    assert.equal(status, 200, `search for ${JSON.stringify(q.slice(0, 20))}`);
  }
});

onBothEngines('a sign-in leads only into the office, and no header can be added', async (database) => {
  const city = cityOf({ slug: 'here', units: [] });
  await transact(database, (tx) => insertCity(tx, city));
  const office = testOffice(database);
  const person = await office.as('strategist', city.id);
  for (const wanted of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/office//evil.example',
    '/office/../../evil',
    'javascript:alert(1)',
    '/office\r\nSet-Cookie: a=b',
    '/office/%0d%0aSet-Cookie:a=b',
  ]) {
    const { headers } = await person.get(`/office/sign-in?to=${encodeURIComponent(wanted)}`);
    const to = headers.get('location') ?? '';
    assert.equal(new URL(to, 'http://own.example').origin, 'http://own.example', wanted);
    assert.ok(new URL(to, 'http://own.example').pathname.startsWith('/office'), `${wanted} -> ${to}`);
    assert.equal(headers.get('set-cookie'), null);
  }
});
