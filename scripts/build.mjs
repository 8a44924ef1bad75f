// Builds dist/: the browser's assets (scripts/assets.mjs) and the server, bundled from src/ with dependencies left outside.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// Every file that starts a thread or a process of its own is an entry, so that it has a name beside the main one.
const entries = {
  horyzont: 'src/cli/main.ts',
  worker: 'src/database/worker.ts',
  'typst-child': 'src/system/typst-child.ts',
};
const input = Object.fromEntries(
  Object.entries(entries)
    .map(([name, file]) => [name, join(root, file)])
    .filter(([, file]) => existsSync(file)),
);

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist/server',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

if (existsSync(join(root, 'scripts/assets.mjs'))) await import('./assets.mjs');
