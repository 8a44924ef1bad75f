import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { contrast, themeColours, themeCss, themePath } from './theme.ts';

test('contrast is WCAG’s ratio', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
});

test('whatever the city’s colour, text in it is legible on paper, on its tint and under what stands upon it', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colour, fc.constantFrom('light', 'dark'), (seed, scheme) => {
      const paper = scheme === 'light' ? '#fbfaf7' : '#14181e';
      const { city, strong, tint, on } = themeColours(seed, scheme);
      assert.ok(contrast(city, paper) >= 4.5, `${city} on ${paper}`);
      assert.ok(contrast(city, tint) >= 4.5, `${city} on its tint ${tint}`);
      assert.ok(contrast(strong, paper) >= 4.5, `${strong} on ${paper}`);
      assert.ok(contrast(on, city) >= 4.5, `${on} upon ${city}`);
    }),
    { numRuns: 2000 },
  );
});

test('a colour that is legible stays itself, and its stylesheet is named by its content', () => {
  assert.equal(themeColours('#8c2f1b', 'light').city, '#8c2f1b');
  assert.match(themePath('#8C2F1B'), /^\/assets\/theme-8c2f1b-[0-9a-f]{8}\.css$/);
  assert.match(themeCss('not a colour'), /--city:#2b4a6f/);
});
