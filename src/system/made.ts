/**
 * Documents and pictures made on demand: at most two PDF compilers at once, equal requests share one making, a bounded
 * queue and then a refusal, and a folder of what was made with a size limit. Everything in that folder can be deleted
 * at any time; it is made again.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal, type Refusal } from '../problem.ts';
import { readOrNull, writeAtomic } from './files.ts';
import { fontsHash } from './fonts.ts';
import { pngFromSvg } from './image.ts';
import { compilePdf, type TypstSource } from './typst.ts';

/** What the bytes depend on, fonts apart: the edition's hash, the path, the locale, the template's hash, the product's version. */
export type MadeKey = readonly string[];

export interface Maker {
  /** The PDF; `document` is called only when it has to be made. Refused with `busy` and `retryAfterSeconds` when the queue is full. */
  readonly pdf: (key: MadeKey, document: () => TypstSource) => Promise<Uint8Array | Refusal>;
  /** The picture as PNG; as `pdf`. */
  readonly image: (key: MadeKey, svg: () => string) => Promise<Uint8Array | Refusal>;
  /** Resolves when nothing is being made or written. */
  readonly idle: () => Promise<void>;
}

export interface MakerOptions {
  /** Where to keep what was made; null keeps nothing. */
  readonly folder: string | null;
  /** Bytes kept in the folder; the least recently used go first. Default 512 MiB. */
  readonly limitBytes?: number;
  /** Makings at once. Default 2. */
  readonly atOnce?: number;
  /** Requests that may wait for their turn. Default 20. */
  readonly queue?: number;
  readonly compile?: (document: TypstSource) => Promise<Uint8Array>;
  readonly draw?: (svg: string) => Promise<Uint8Array>;
}

/** Roughly what a large document takes, for the time to come back after a refusal. */
const SECONDS_EACH = 2;

export function createMaker(options: MakerOptions): Maker {
  const { folder, limitBytes = 512 * 1024 * 1024, atOnce = 2, queue = 20 } = options;
  const { compile = compilePdf, draw = pngFromSvg } = options;
  const shelf = folder === null ? null : new Shelf(folder, limitBytes);
  const sharing = new Map<string, Promise<Uint8Array | Refusal>>();
  const waiting: (() => void)[] = [];
  const turn = gate(atOnce, queue, waiting);

  const make = (
    kind: 'pdf' | 'png',
    key: MadeKey,
    work: () => Promise<Uint8Array>,
  ): Promise<Uint8Array | Refusal> => {
    const name = `${createHash('sha256')
      .update(JSON.stringify([...key, fontsHash()]))
      .digest('hex')}.${kind}`;
    const running = sharing.get(name);
    if (running) return running;
    const made = (async () => {
      const kept = await shelf?.take(name);
      if (kept) return kept;
      const bytes = await turn(work);
      if (bytes === null)
        return refusal('busy', { retryAfterSeconds: Math.ceil(waiting.length / atOnce) * SECONDS_EACH });
      await shelf?.put(name, bytes);
      return bytes;
    })().finally(() => sharing.delete(name));
    sharing.set(name, made);
    return made;
  };

  return {
    pdf: (key, document) => make('pdf', key, async () => compile(document())),
    image: (key, svg) => make('png', key, async () => draw(svg())),
    idle: async () => {
      while (sharing.size > 0) await Promise.allSettled(sharing.values());
    },
  };
}

/** Runs at most `atOnce` works; `length` more wait in order; beyond that the answer is null. */
function gate(atOnce: number, length: number, waiting: (() => void)[]) {
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (running >= atOnce) {
      if (waiting.length >= length) return null;
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The place passes on to the next in the queue, or becomes free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

/** The folder. A file that cannot be read or written is as good as none: it is made again. */
class Shelf {
  readonly #folder: string;
  readonly #limit: number;
  /** Name to size, the least recently used first. */
  #files: Promise<Map<string, number>> | undefined;
  #bytes = 0;

  constructor(folder: string, limit: number) {
    this.#folder = folder;
    this.#limit = limit;
  }

  async take(name: string): Promise<Uint8Array | null> {
    const files = await this.#open();
    const size = files.get(name);
    if (size === undefined) return null;
    const bytes = await readOrNull(join(this.#folder, name)).catch(() => null);
    files.delete(name);
    if (bytes === null || bytes.length !== size) {
      this.#bytes -= size;
      return null;
    }
    files.set(name, size);
    const now = new Date();
    await utimes(join(this.#folder, name), now, now).catch(() => undefined);
    return bytes;
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    if (bytes.length > this.#limit) return;
    const files = await this.#open();
    try {
      await writeAtomic(join(this.#folder, name), bytes);
    } catch {
      return;
    }
    this.#bytes += bytes.length - (files.get(name) ?? 0);
    files.delete(name);
    files.set(name, bytes.length);
    for (const [oldest, size] of files) {
      if (this.#bytes <= this.#limit) break;
      files.delete(oldest);
      this.#bytes -= size;
      await rm(join(this.#folder, oldest), { force: true }).catch(() => undefined);
    }
  }

  /** Reads the folder once; what an interrupted write left behind is removed. */
  #open(): Promise<Map<string, number>> {
    this.#files ??= (async () => {
      await mkdir(this.#folder, { recursive: true });
      const found: { name: string; size: number; used: number }[] = [];
      for (const name of await readdir(this.#folder)) {
        if (name.endsWith('.tmp')) await rm(join(this.#folder, name), { force: true });
        if (!/^[0-9a-f]{64}\.(pdf|png)$/.test(name)) continue;
        const { size, mtimeMs } = await stat(join(this.#folder, name));
        found.push({ name, size, used: mtimeMs });
        this.#bytes += size;
      }
      return new Map(found.toSorted((a, b) => a.used - b.used).map(({ name, size }) => [name, size]));
    })();
    return this.#files;
  }
}
