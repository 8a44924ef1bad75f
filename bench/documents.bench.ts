import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Block, DocumentData } from '../src/documents/document.ts';
import type { Prose, Span } from '../src/documents/markdown.ts';
import { planDocument } from '../src/documents/plan-document.ts';
import { freeze } from '../src/edition/freeze.ts';
import { compilePdf } from '../src/system/typst.ts';
import { checkPdf } from '../test/pdf/checker.ts';
import { generatePlan } from '../test/world/generate.ts';
import { median, megabytes, ms, type Measured } from './measure.ts';

const RUNS = 5;

/**
 * The PDF of a whole plan of about sixty pages, from the edition to the bytes and with the start of the compiler's
 * process, beside Chromium printing the same blocks as HTML. Memory is the sum of PSS of the processes started for it.
 */
export async function bench(): Promise<Measured> {
  const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  if (!existsSync(chromium)) throw new Error('chromium is missing. Run: apt-get install chromium');
  const { city, plan } = generatePlan({ seed: 1, strategic: 5, operationalPer: 18, tasksPer: 5 });
  const edition = freeze(city, plan, {
    number: 1,
    previous: null,
    publishedAt: '2026-11-14T09:00:00Z',
    asOf: '2026-11-13',
    publishedBy: null,
    note: null,
    decisions: [],
    productVersion: '0.1.0',
  });
  const make = () => planDocument(edition, [edition], 'pl', { permalink: null });

  const folder = mkdtempSync(join(tmpdir(), 'horyzont-documents-'));
  const { files } = make();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, 'plan.html'), html(JSON.parse(String(files['data.json'])) as DocumentData));
  const print = async (): Promise<Uint8Array> => {
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
    ];
    await promisify(execFile)(chromium, [
      ...flags,
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${join(folder, 'out.pdf')}`,
      `file://${join(folder, 'plan.html')}`,
    ]);
    return readFileSync(join(folder, 'out.pdf'));
  };

  const rows: string[][] = [];
  const found: Record<string, { time: number; pages: number }> = {};
  for (const [name, work] of [
    ['Horyzont (Typst)', () => compilePdf(make())],
    ['Chromium', print],
  ] as const) {
    const elapsed: number[] = [];
    const peaks: number[] = [];
    const outputs: Uint8Array[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const memory = watchMemory();
      const began = performance.now();
      outputs.push(await work());
      elapsed.push(performance.now() - began);
      peaks.push(memory.stop());
    }
    const first = outputs[0]!;
    const checked = await checkPdf(first);
    const faults = new Set(checked.findings.map((f) => f.replace(/^page \d+: (\d+ × )?/, '')));
    found[name] = { time: median(elapsed), pages: checked.pages };
    rows.push([
      name,
      String(checked.pages),
      ms(median(elapsed)),
      megabytes(median(peaks)),
      `${(first.length / 1024).toFixed(0)} kB`,
      outputs.every((o) => Buffer.from(o).equals(first)) ? 'yes' : 'no',
      ['H1', 'H2', 'Table', 'TH', 'Figure'].map((t) => `${t} ${checked.tags[t] ?? 0}`).join(', '),
      checked.findings.length === 0
        ? 'passes'
        : `${checked.findings.length} findings of ${faults.size} kinds`,
    ]);
  }
  rmSync(folder, { recursive: true, force: true });
  const ours = found['Horyzont (Typst)']!;
  const limit = (2000 * ours.pages) / 60;
  return {
    title: 'PDF of the whole plan',
    how: `Median of ${RUNS} runs, ${plan.nodes.length} goals and ${plan.tasks.length} tasks, in Polish, nothing cached. Chromium prints the same blocks as plain HTML; the PDF/UA findings are those of test/pdf/checker.ts.`,
    columns: ['', 'pages', 'time', 'memory', 'size', 'same bytes', 'tags', 'PDF/UA checker'],
    rows,
    limits: [
      {
        what: `${ours.pages} pages`,
        limit: `${ms(limit)} (60 pages in 2 s)`,
        found: ms(ours.time),
        met: ours.time < limit,
      },
      {
        what: 'beside Chromium',
        limit: 'faster',
        found: `${(found['Chromium']!.time / ours.time).toFixed(1)} times as fast`,
        met: ours.time < found['Chromium']!.time,
      },
    ],
  };
}

/** Samples the memory of all processes below this one, until stopped; answers the highest sum in bytes. */
function watchMemory(): { readonly stop: () => number } {
  let highest = 0;
  const timer = setInterval(
    () =>
      (highest = Math.max(
        highest,
        below(process.pid).reduce((sum, pid) => sum + pss(pid), 0),
      )),
    40,
  );
  return {
    stop: () => {
      clearInterval(timer);
      return highest;
    },
  };
}

function below(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((n) => /^\d+$/.test(n)))
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // The process has ended meanwhile.
    }
  const descends = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === root || descends(parent));
  };
  return [...parents.keys()].filter(descends);
}

function pss(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** The blocks as plain HTML with the same headings, tables, pictures and fonts. */
function html(data: DocumentData): string {
  const font = (family: string, file: string, weight: number): string =>
    `@font-face{font-family:'${family}';font-weight:${weight};src:url('file://${process.cwd()}/assets/fonts/ttf/${file}.ttf')}`;
  const style = `${font('Source Serif 4', 'SourceSerif4_400Regular', 400)}${font('Source Serif 4', 'SourceSerif4_600SemiBold', 600)}${font('Source Sans 3', 'SourceSans3_400Regular', 400)}@page{size:A4;margin:24mm}body{font:10.5pt/1.4 'Source Serif 4'}table,dl{font:9.5pt 'Source Sans 3';width:100%}thead{display:table-header-group}td,th{text-align:left;vertical-align:top}`;
  return `<!doctype html><html lang="${data.lang}"><meta charset="utf-8"><title>${escape(data.title)}</title><style>${style}</style><h1>${escape(data.opening.title.text)}</h1>${data.blocks.map(blockHtml).join('')}</html>`;
}

function blockHtml(b: Block): string {
  switch (b.kind) {
    case 'heading':
      return `<h${b.level}${b.newPage ? ' style="break-before:page"' : ''}>${escape(b.text)}</h${b.level}>`;
    case 'goal':
      return `<h${b.level}${b.newPage ? ' style="break-before:page"' : ''}>${escape(`${b.code ?? ''} ${b.title.text}`)}</h${b.level}>`;
    case 'statement':
    case 'prose':
      return b.passage.prose.map(proseHtml).join('');
    case 'facts':
      return `<dl>${b.items.map((f) => `<dt>${escape(f.term)}<dd>${f.values.map((v) => escape(v.text)).join('<br>')}`).join('')}</dl>`;
    case 'measure':
    case 'questions': {
      const { measure } = b;
      const bar = measure.bar ? `<img src="${measure.bar.file}" alt="${escape(measure.bar.alt)}">` : '';
      return `<p><b>${escape(measure.say)}</b></p>${bar}${measure.lines.map((l) => `<p>${escape(l)}</p>`).join('')}`;
    }
    case 'tasks':
      return `<table><thead><tr>${b.head.map((h) => `<th scope="col">${escape(h)}`).join('')}</thead>${b.rows
        .map(
          (r) =>
            `<tr><td>${r.code}<td>${escape(r.title.text)}<br>${r.units.map((u) => escape(u.text)).join(' · ')}${r.notes.map((n) => n.value.prose.map(proseHtml).join('')).join('')}<td>${r.dates.join('<br>')}<td><img src="mark-${r.mark}.svg" alt="" width="11"> ${escape(r.word)}<td>${r.progress ?? ''} ${r.planned ?? ''}`,
        )
        .join('')}</table>`;
    case 'goals':
      return `<table>${b.rows.map((r) => `<tr><td>${r.code}<td>${escape(r.title.text)}<td>${escape(r.word)}<td>${r.figure}`).join('')}</table>`;
    case 'list':
      return `<ul>${b.items.map((i) => `<li>${escape(i.text)}`).join('')}</ul>`;
    case 'counts':
      return `<p>${b.items.map((i) => escape(`${i.count ?? ''} ${i.word}`)).join(' · ')}</p>`;
  }
}

function proseHtml(p: Prose): string {
  if (p.kind === 'paragraph') return `<p>${p.spans.map(spanHtml).join('')}</p>`;
  if (p.kind === 'quote') return `<blockquote>${p.prose.map(proseHtml).join('')}</blockquote>`;
  return `<ul>${p.items.map((i) => `<li>${i.map(proseHtml).join('')}`).join('')}</ul>`;
}

function spanHtml(s: Span): string {
  if (s.kind === 'text') return escape(s.text);
  return s.kind === 'break' ? '<br>' : s.spans.map(spanHtml).join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
