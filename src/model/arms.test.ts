import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jasnogrod } from '../../examples/jasnogrod/city.ts';
import { unsafeArms } from './arms.ts';

const svg = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 46">${inner}</svg>`;

test('plain shapes are arms', () => {
  assert.equal(unsafeArms(jasnogrod.arms!.svg), null);
  assert.equal(unsafeArms(svg('<title>Tower</title><g fill="none"><path d="M0 0h1"/></g>')), null);
  assert.equal(unsafeArms(svg('<rect width="1" height="1" fill="url(#gold)"/>')), null);
});

for (const inner of [
  '<script>alert(1)</script>',
  '<path d="M0 0" onload="alert(1)"/>',
  '<path d="M0 0" style="fill:url(https://x.example)"/>',
  '<style>@import "https://x.example"</style>',
  '<a href="https://x.example"><path d="M0 0"/></a>',
  '<image href="https://x.example/p.png"/>',
  '<use xlink:href="#a"/>',
  '<foreignObject><p>x</p></foreignObject>',
  '<rect fill="url(https://x.example/#a)"/>',
  '<rect fill="url( javascript:alert(1))"/>',
  '<rect fill="&#106;avascript:"/>',
  '<!-- x --><path d="M0 0"/>',
  '<title>&xxe;</title>',
  '<rect fill=red/>',
  "<rect fill='red'/>",
  '<animate attributeName="href"/>',
  '<path d="M0 0"',
])
  test(`refused: ${inner.slice(0, 60)}`, () => assert.notEqual(unsafeArms(svg(inner)), null));

test('refused: what is no SVG, or too long', () => {
  assert.notEqual(unsafeArms('<?xml version="1.0"?><svg></svg>'), null);
  assert.notEqual(unsafeArms('<!DOCTYPE svg><svg></svg>'), null);
  assert.notEqual(unsafeArms(svg(' '.repeat(300_000))), null);
});
