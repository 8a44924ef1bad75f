import { write } from 'node:fs';

/** One line of the log: JSON, one object a line, on standard output. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** What is said of a request. */
export interface RequestLine {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** Bytes of the body. */
  readonly bytes: number;
  /** Milliseconds until the answer was handed to the connection; left out where it came from memory. */
  readonly ms?: number;
  /** `memory`, `made`, `application`, `front` or `fault`. */
  readonly from: string;
}

/** Everything of a request's line behind its id. */
export function tailOf({ method, url, status, bytes, ms, from }: Omit<RequestLine, 'id'>): string {
  const took = ms === undefined ? '' : `,"ms":${ms}`;
  return `","method":"${method}","url":${JSON.stringify(url)},"status":${status},"bytes":${bytes}${took},"from":"${from}"}\n`;
}

const ROOM = 128 * 1024;
/** A fault's stack can be long; a line must fit into the room in any case. */
const LONGEST_LINE = 32 * 1024;

/**
 * Structured log. Lines are gathered and written together at most every 100 ms, so that a request costs no system call;
 * `flush` writes what is left. A level of `off` drops everything but errors.
 */
export class Log {
  /** Lines wait here as bytes: strings would be joined and copied once more. */
  private waiting: Buffer = Buffer.allocUnsafe(ROOM);
  /** Room that was written out and is free again. */
  private spare: Buffer[] = [];
  private used = 0;
  private timer: NodeJS.Timeout | undefined;
  private second = 0;
  private stamp = '';
  private head: Buffer = Buffer.alloc(0);
  /** Whether anything but errors is written. */
  readonly enabled: boolean;
  private readonly fd: number;
  private writing: Promise<void> = Promise.resolve();

  constructor(options: { readonly enabled?: boolean; readonly fd?: number } = {}) {
    this.enabled = options.enabled ?? true;
    this.fd = options.fd ?? 1;
  }

  /** One answered request. */
  request(line: RequestLine): void {
    if (this.enabled) this.pushRequest(line.id, Buffer.from(tailOf(line)));
  }

  /** A request answered from memory, the hot line: `tail` was made by `tailOf` and is kept with the answer as bytes. */
  hit(id: string, tail: Uint8Array): void {
    if (this.enabled) this.pushRequest(id, tail);
  }

  info(event: string, fields: LogFields = {}): void {
    if (this.enabled) this.push(JSON.stringify({ at: this.now(), level: 'info', event, ...fields }));
  }

  error(event: string, fields: LogFields = {}): void {
    this.push(JSON.stringify({ at: this.now(), level: 'error', event, ...fields }));
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.used > 0) {
      const bytes = this.waiting.subarray(0, this.used);
      const full = this.waiting;
      this.waiting = this.spare.pop() ?? Buffer.allocUnsafe(ROOM);
      this.used = 0;
      this.writing = this.writing
        .then(() => writeAll(this.fd, bytes))
        .then(() => {
          if (this.spare.length < 2) this.spare.push(full);
        });
    }
    await this.writing;
  }

  private pushRequest(id: string, tail: Uint8Array): void {
    this.now();
    this.makeRoom(this.head.length + id.length + tail.length);
    const { waiting } = this;
    let { used } = this;
    waiting.set(this.head, used);
    used += this.head.length;
    // An id is ASCII and short: byte by byte is quicker than a call that encodes.
    for (let i = 0; i < id.length; i += 1) waiting[used + i] = id.charCodeAt(i);
    used += id.length;
    waiting.set(tail, used);
    this.used = used + tail.length;
    this.later();
  }

  private push(line: string): void {
    const bytes = Buffer.from(`${line.slice(0, LONGEST_LINE)}\n`);
    this.makeRoom(bytes.length);
    this.used += bytes.copy(this.waiting, this.used);
    this.later();
  }

  private makeRoom(bytes: number): void {
    if (this.used + bytes > ROOM) void this.flush();
  }

  private later(): void {
    this.timer ??= setTimeout(() => void this.flush(), 100);
  }

  /** The time to the second, made once a second. */
  private now(): string {
    const second = Math.floor(Date.now() / 1000);
    if (second !== this.second) {
      this.second = second;
      this.stamp = new Date(second * 1000).toISOString().replace('.000', '');
      this.head = Buffer.from(`{"at":"${this.stamp}","level":"info","event":"request","id":"`);
    }
    return this.stamp;
  }
}

/** Writes everything, whatever the file takes at a time. A closed pipe ends the log, not the server. */
function writeAll(fd: number, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    write(fd, bytes, (error, written) => {
      if (error?.code === 'EAGAIN') setTimeout(() => resolve(writeAll(fd, bytes)), 10);
      else if (error || written >= bytes.length) resolve();
      else resolve(writeAll(fd, bytes.subarray(written)));
    });
  });
}
