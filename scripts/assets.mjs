// What the browser loads: stylesheets, scripts and fonts, each named by its content, and manifest.json
// (logical name -> path). Vite's build API; a second or so.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { build } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SCRIPTS = ['client', 'search', 'office', 'office-item', 'import', 'passkey', 'tree'];
const SHEETS = ['portal.css', 'office.css'];

/** Writes the browser's files into the folder `out`. */
export async function buildAssets(out) {
  mkdirSync(out, { recursive: true });
  const manifest = {};
  const put = (name, bytes) => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    const dot = name.lastIndexOf('.');
    const file = `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
    writeFileSync(join(out, file), bytes);
    manifest[name] = `/assets/${file}`;
    return file;
  };

  // Fonts first: the stylesheet names them, so their content decides its own name too.
  const fonts = readdirSync(join(root, 'assets/fonts'), { withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  const files = new Map(
    fonts.map(({ name }) => [name, put(name, readFileSync(join(root, 'assets/fonts', name)))]),
  );
  for (const sheet of SHEETS) {
    const css = await bundle(`assets/${sheet}`);
    put(
      sheet,
      css.replaceAll(
        /url\(["']?[^"')]*?([a-z]+-\d00)[\w-]*\.woff2["']?\)/g,
        (_, font) => `url(${files.get(`${font}.woff2`)})`,
      ),
    );
  }
  // Classic scripts, not modules: an export opened from a disk may not load modules.
  for (const name of SCRIPTS)
    put(`${name}.js`, await bundle(`assets/${name}.${name === 'tree' ? 'tsx' : 'ts'}`));
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
}

async function bundle(entry) {
  const styles = entry.endsWith('.css');
  const { output } = [
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      // React Aria brings its words in thirty languages; the office speaks two.
      plugins: [optimizeLocales.vite({ locales: ['pl-PL', 'en-US'] })],
      // The package lets nothing but its whole stylesheet be imported by name.
      resolve: { alias: { ds: join(root, 'node_modules/@digdir/designsystemet-css/dist/src') } },
      build: {
        write: false,
        target: ['chrome120', 'firefox121', 'safari17'],
        minify: true,
        cssMinify: 'lightningcss',
        assetsInlineLimit: 0,
        modulePreload: false,
        rolldownOptions: { input: join(root, entry), output: styles ? {} : { format: 'iife' } },
      },
    }),
  ].flat()[0];
  const wanted = output.find((file) => (styles ? file.fileName.endsWith('.css') : file.type === 'chunk'));
  return String(styles ? wanted.source : wanted.code);
}
