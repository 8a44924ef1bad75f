/**
 * PDF from Typst, always PDF/UA-1: a picture without alternative text, a skipped heading or a missing glyph is an
 * error. The compiler is native, synchronous and keeps memory, so each document gets a process of its own.
 */
import { fork } from 'node:child_process';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface TypstSource {
  readonly main: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The date written into the PDF, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly createdAt: string;
}

/** Longer than this and the process is ended. */
const LIMIT_MS = 120_000;
const here = fileURLToPath(import.meta.url);
/** Beside this file: the source in development, the bundle in production. */
const child = join(dirname(here), `typst-child${extname(here)}`);

/** The bytes of the PDF; the same source gives the same bytes. Throws with the compiler's words when it refuses. */
export function compilePdf(source: TypstSource): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const process = fork(child, {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const timer = setTimeout(() => process.kill('SIGKILL'), LIMIT_MS);
  let errors = '';
  process.stderr?.on('data', (part: Buffer) => (errors = (errors + part.toString()).slice(-2000)));
  process.on('message', (answer: { pdf: Uint8Array } | { fault: string }) => {
    if ('pdf' in answer) resolve(answer.pdf);
    else reject(new Error(`the PDF was refused: ${answer.fault}`));
  });
  process.on('error', reject);
  process.on('exit', (code, signal) => {
    clearTimeout(timer);
    reject(new Error(`the PDF compiler ended without an answer (${signal ?? code}) ${errors}`.trim()));
  });
  process.send({ main: source.main, files: source.files, createdAt: source.createdAt }, (error) => {
    if (error) reject(error);
  });
  return promise;
}
