// Builds what the browser loads into dist/assets: one stylesheet, one script, four fonts, each named by its content,
// and manifest.json (logical name -> path). Vite's build API; a second or so.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'dist/assets');
const scripts = ['client', 'search', 'office'].filter((name) =>
  readdirSync(join(root, 'assets')).includes(`${name}.ts`),
);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const manifest = {};

// Fonts first: the stylesheet names them, so their content decides its own name too.
const fonts = {};
for (const name of readdirSync(join(root, 'assets/fonts')).filter((file) => file.endsWith('.woff2'))) {
  fonts[name] = put(name, readFileSync(join(root, 'assets/fonts', name)));
}
for (const name of readdirSync(join(root, 'assets/fonts')).filter((file) => file.startsWith('LICENSE'))) {
  put(name, readFileSync(join(root, 'assets/fonts', name)));
}

for (const sheet of ['portal.css', 'office.css'])
  put(
    sheet,
    (await bundle(`assets/${sheet}`)).replaceAll(
      /url\(["']?[^"')]*?([a-z]+-\d00)[\w-]*\.woff2["']?\)/g,
      (_, font) => `url(${basename(fonts[`${font}.woff2`])})`,
    ),
  );
// Classic scripts, not modules: an export opened from a disk may not load modules.
for (const name of scripts) put(`${name}.js`, await bundle(`assets/${name}.ts`));
writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);

async function bundle(entry) {
  const styles = entry.endsWith('.css');
  const { output } = [
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
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

function put(name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const dot = name.lastIndexOf('.');
  const file = `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
  writeFileSync(join(out, file), bytes);
  return (manifest[name] = `/assets/${file}`);
}
