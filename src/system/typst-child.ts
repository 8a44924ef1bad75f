/** One PDF in a process of its own: takes a document, answers with its bytes or with what went wrong, and ends. */
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from './fonts.ts';
import type { TypstSource } from './typst.ts';

/** No folder of the machine: everything a document may read is given with it. */
const ROOT = '/horyzont-document';

process.once('message', (source: TypstSource) => {
  let answer: { pdf: Uint8Array } | { fault: string };
  try {
    answer = { pdf: compile(source) };
  } catch (error) {
    answer = { fault: readable(error instanceof Error ? error.message : String(error)) };
  }
  process.send?.(answer, () => process.disconnect());
});

function compile({ main, files, createdAt }: TypstSource): Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: ROOT,
    fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }],
  });
  for (const [name, content] of Object.entries(files))
    compiler.mapShadow(
      `${ROOT}/${name}`,
      typeof content === 'string' ? Buffer.from(content) : Buffer.from(content),
    );
  compiler.addSource(`${ROOT}/main.typ`, main);
  const compiled = compiler.compile({ mainFilePath: `${ROOT}/main.typ` });
  const { result } = compiled;
  if (!result) {
    const error = compiled.takeError();
    throw new Error(error ? said(compiler.fetchDiagnostics(error)) : 'the document did not compile');
  }
  return compiler.pdf(result, {
    pdfStandard: 'ua-1',
    creationTimestamp: Math.floor(Date.parse(createdAt) / 1000),
  });
}

function said(
  diagnostics: readonly { readonly message?: string; readonly hints?: readonly string[] }[],
): string {
  return diagnostics.map((d) => [d.message, ...(d.hints ?? [])].join('; ')).join('\n');
}

/** The export's errors come as the debugging form of a native list: its messages and hints, each once. */
function readable(message: string): string {
  const said = [...message.matchAll(/message: "((?:[^"\\]|\\.)*)".*?hints: \[(.*?)\] \}/g)].map(
    ([, words, hints]) => [words, hints].filter(Boolean).join('; '),
  );
  return said.length === 0 ? message : [...new Set(said)].join('\n');
}
