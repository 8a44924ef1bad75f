// node scripts/build.mjs FOLDER: builds into it the server, bundled from src/ with dependencies left outside, and the
// browser's files (scripts/assets.mjs).
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildAssets } from './assets.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = process.argv[2];
if (!out) throw new Error('Which folder? `npm run build` builds where the program looks.');
// Every file that starts a thread or a process of its own is an entry, so that it has a name beside the main one.
const entries = {
  horyzont: 'src/cli/main.ts',
  worker: 'src/database/worker.ts',
  'typst-child': 'src/system/typst-child.ts',
  'sheet-child': 'src/system/sheet-child.ts',
  'propose-child': 'src/acts/propose-child.ts',
};
const input = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)]));

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node24',
    outDir: join(out, 'server'),
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

await buildAssets(join(out, 'assets'));
