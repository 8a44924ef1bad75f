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
  private waiting = Buffer.allocUnsafe(ROOM);
  private used = 0;
  private timer: NodeJS.Timeout | undefined;
  private second = 0;
  private stamp = '';
  private head = '';
  private readonly enabled: boolean;
  private readonly fd: number;
  private writing: Promise<void> = Promise.resolve();

  constructor(options: { readonly enabled?: boolean; readonly fd?: number } = {}) {
    this.enabled = options.enabled ?? true;
    this.fd = options.fd ?? 1;
  }

  /** One answered request. */
  request(line: RequestLine): void {
    if (this.enabled) this.pushRequest(line.id, tailOf(line));
  }

  /** A request answered from memory, the hot line: `tail` was made by `tailOf` and is kept with the answer. */
  hit(id: string, tail: string): void {
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
      this.waiting = Buffer.allocUnsafe(ROOM);
      this.used = 0;
      this.writing = this.writing.then(() => writeAll(this.fd, bytes));
    }
    await this.writing;
  }

  private pushRequest(id: string, tail: string): void {
    this.now();
    this.makeRoom(this.head.length + id.length + tail.length * 3);
    let { used } = this;
    used += this.waiting.write(this.head, used, 'latin1');
    used += this.waiting.write(id, used, 'latin1');
    this.used = used + this.waiting.write(tail, used);
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
      this.head = `{"at":"${this.stamp}","level":"info","event":"request","id":"`;
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
