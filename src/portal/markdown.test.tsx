import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { Markdown } from './markdown.tsx';

const cases = {
  'Jeden w mieście.\n\nDwa': '<p>Jeden w\u00a0mieście.</p>\n<p>Dwa</p>',
  '- a\n- **b** i *c*': '<ul><li><p>a</p></li><li><p><strong>b</strong> i <em>c</em></p></li></ul>',
  '3. trzy\n4. cztery': '<ol start="3"><li><p>trzy</p></li><li><p>cztery</p></li></ol>',
  '[strona](https://torun.pl) i [list](mailto:a@b.example)':
    '<p><a href="https://torun.pl">strona</a> i <a href="mailto:a@b.example">list</a></p>',
  '[zły](javascript:alert(1)) ![obraz](https://x.example/a.png)': '<p>zły </p>',
  '# Nagłówek': '<p>Nagłówek</p>',
  '<script>alert(1)</script>': '&lt;script&gt;alert(1)&lt;/script&gt;',
};

for (const [source, expected] of Object.entries(cases))
  test(`markdown: ${source.replaceAll('\n', ' / ')}`, () => {
    const shown = renderToStaticMarkup(<Markdown texts={{ pl: source }} locale="pl" main={['pl']} />);
    assert.equal(shown.replace(/^<div class="prose">|<\/div>$/g, ''), expected.replaceAll('>\n<', '><'));
  });

test('another language than the page is marked, none is shown for no text', () => {
  const shown = renderToStaticMarkup(<Markdown texts={{ pl: 'Cel' }} locale="en" main={['pl']} />);
  assert.equal(shown, '<div class="prose" lang="pl"><p>Cel</p></div>');
  assert.equal(renderToStaticMarkup(<Markdown texts={null} locale="en" main={['pl']} />), '');
});
