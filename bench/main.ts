/**
 * `npm run bench [-- NAME …] [-- --write]`: every measurement of bench/*.bench.ts, or those whose name is given.
 * `--write` puts the tables into docs/performance.md.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { markdown, type Measured } from './measure.ts';

const names = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const files = globSync('bench/*.bench.ts')
  .sort()
  .filter((f) => names.length === 0 || names.some((n) => f.includes(n)));
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${arch()}, Node ${process.version}`;
console.log(`${machine}\n`);
const sections = new Map<string, string>();
for (const file of files) {
  const { bench } = (await import(resolve(file))) as { bench: () => Promise<Measured> };
  try {
    const text = markdown(await bench());
    sections.set(file, text);
    console.log(text);
  } catch (error) {
    console.log(`## ${file}\n\nNot measured: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
if (process.argv.includes('--write')) write();
// A measurement that failed may have left a child behind.
process.exit();

/** Replaces the section of each file that was measured; the others stay as they were. */
function write(): void {
  const path = 'docs/performance.md';
  let text = readFileSync(path, 'utf8');
  for (const [file, section] of sections) {
    const open = `<!-- ${file} -->`;
    const close = `<!-- end ${file} -->`;
    const block = `${open}\nMeasured on ${machine}, ${new Date().toISOString().slice(0, 10)}.\n\n${section}${close}`;
    const [from, to] = [text.indexOf(open), text.indexOf(close)];
    text =
      from >= 0 && to > from
        ? text.slice(0, from) + block + text.slice(to + close.length)
        : `${text.trimEnd()}\n\n${block}\n`;
  }
  writeFileSync(path, text);
}
