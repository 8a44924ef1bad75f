/** Takes the README's pictures of the running product: `node --import @oxc-node/core/register scripts/screenshots.ts`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../test/browser/chromium.ts';
import { startPortal } from '../test/browser/portal-server.ts';

interface Room {
  readonly name: string;
  readonly path: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

const J = '/jasnogrod/strategia-2032';
const ROOMS: readonly Room[] = [
  { name: '01-goals-page', path: '/torun/cele-2028', height: 1000 },
  { name: '02-home', path: J, height: 1180 },
  { name: '03-goal', path: `${J}/2.2`, height: 1180 },
  { name: '04-why', path: `${J}/2.2/dlaczego`, height: 1000 },
  { name: '05-progress', path: `${J}/postep`, height: 1000 },
  { name: '06-changes', path: `${J}/zmiany`, height: 1000 },
  { name: '07-search', path: `${J}/szukaj?q=parki`, height: 800 },
  { name: '08-data', path: `/en${J}/data`, height: 1000 },
  { name: '09-phone-dark', path: `/en${J}`, width: 390, height: 1180, dark: true },
];
const FOLDER = 'docs/images';

mkdirSync(FOLDER, { recursive: true });
const portal = await startPortal();
const browser = await launch();
for (const { name, path, width = 1280, height = 900, dark } of ROOMS) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'pl-PL',
  });
  await page.goto(portal.url + path, { waitUntil: 'load' });
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await page.close();
}
const pdf = Buffer.from(await (await fetch(`${portal.url}${J}/plan.pdf`)).arrayBuffer());
await browser.close();
await portal.close();

// The first pages of the PDF side by side, drawn by poppler.
const folder = mkdtempSync(join(tmpdir(), 'horyzont-shots-'));
writeFileSync(join(folder, 'plan.pdf'), pdf);
spawnSync('pdftoppm', ['-png', '-r', '60', '-l', '6', join(folder, 'plan.pdf'), join(folder, 'page')], {
  stdio: 'inherit',
});
spawnSync(
  'sh',
  ['-c', `montage ${folder}/page-*.png -tile 3x2 -geometry +8+8 -background '#d9d6cd' ${FOLDER}/10-pdf.png`],
  { stdio: 'inherit' },
);
rmSync(folder, { recursive: true });
