/** Markdown and HTML in sketches of documents. */
import { check } from '../../test/intake/sketch.ts';

check(
  'Markdown: headings, emphasis, nested lists',
  `# Plan

- **Eje 1. Ciudad viva**
  - Objetivo 1.1. Barrios
  - Objetivo 1.2. *Calles*
- **Eje 2. Ciudad justa**
  - Objetivo 2.1. Vivienda
`,
  `
1 Ciudad viva
  1.1 Barrios
  1.2 Calles
2 Ciudad justa
  2.1 Vivienda`,
  'plan.md',
);

check(
  'Markdown: headings under a heading that names goals',
  `# Our city plan

## Vision
A great city.

## Strategic goals

### A greener city
Text.

### A fairer city

## Monitoring
### Reports
### Dates
`,
  '',
  'plan.md',
);

check(
  'HTML: menus left out, table with merged parents',
  `<!doctype html><html><body>
<nav><ul><li><a href="/">Goal 1 menu</a></li></ul></nav>
<main><h1>Goals</h1>
<table><tr><th>Cel strategiczny</th><th>Cel operacyjny</th></tr>
<tr><td rowspan="2">1. Zielone miasto</td><td>1.1. Parki</td></tr>
<tr><td>1.2. Woda</td></tr>
<tr><td>2. Mądre miasto</td><td>2.1. Szkoły</td></tr></table></main>
<footer>Goal 9</footer></body></html>`,
  `
1 Zielone miasto
  1.1 Parki
  1.2 Woda
2 Mądre miasto
  2.1 Szkoły`,
  'page.html',
);

check(
  'HTML: headings and lists',
  `<html><body><h2>Strategic goal 1: Green town</h2><h3>Objectives</h3><ul><li>More trees</li><li>Clean <b>water</b></li></ul>
<h2>Strategic goal 2: Wise town</h2><h3>Objectives</h3><ul><li>Good schools</li></ul><p>Share this</p></body></html>`,
  `
1 Green town
  - More trees
  - Clean water
2 Wise town
  - Good schools`,
  'page.html',
);

check(
  'Markdown: struck text without its marks, tags left out',
  `
# Plan

## Goal 1. A ~~grey~~ green <b>town</b>

## Goal 2. Clean water

## Goal 3. Open data
`,
  `
1 A grey green town
2 Clean water
3 Open data`,
  'page.md',
);

check(
  'plain text: angle brackets and tildes are characters like any other',
  `
Goal 1. A <b>green</b> town
Goal 2. Less than <script>alert(1)</script>
Goal 3. ~~Open~~ data
`,
  `
1 A <b>green</b> town
2 Less than <script>alert(1)</script>
3 ~~Open~~ data`,
);

check(
  'HTML: pictures before headings and items',
  `
<html><body><h1>Plan of Ashby</h1><h2>Our goals</h2>
<h3>🌳 More trees</h3><p>Planted by all.</p>
<h3>🚲 Safe routes</h3><h3>💧 Clean river</h3></body></html>
`,
  `
- More trees
- Safe routes
- Clean river`,
  'page.html',
);
