import { write } from 'node:fs';

/** One line of the log: JSON, one object a line, on standard output. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Structured log. Lines are gathered and written together at most every 100 ms, so that a request costs no system call;
 * `flush` writes what is left. A level of `off` drops everything but errors.
 */
export class Log {
  private lines: string[] = [];
  private timer: NodeJS.Timeout | undefined;
  private second = 0;
  private stamp = '';
  private readonly enabled: boolean;
  private readonly fd: number;
  private writing: Promise<void> = Promise.resolve();

  constructor(options: { readonly enabled?: boolean; readonly fd?: number } = {}) {
    this.enabled = options.enabled ?? true;
    this.fd = options.fd ?? 1;
  }

  /** The hot line: written by hand because it is written for every request. */
  request(
    id: string,
    method: string,
    url: string,
    status: number,
    bytes: number,
    ms: number,
    from: string,
  ): void {
    if (!this.enabled) return;
    this.push(
      `{"at":"${this.now()}","level":"info","event":"request","id":"${id}","method":"${method}","url":${JSON.stringify(url)},"status":${status},"bytes":${bytes},"ms":${ms},"from":"${from}"}`,
    );
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
    if (this.lines.length > 0) {
      const text = Buffer.from(`${this.lines.join('\n')}\n`);
      this.lines = [];
      this.writing = this.writing.then(() => writeAll(this.fd, text));
    }
    await this.writing;
  }

  private push(line: string): void {
    this.lines.push(line);
    if (this.lines.length >= 2000) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), 100);
  }

  /** The time to the second, made once a second. */
  private now(): string {
    const second = Math.floor(Date.now() / 1000);
    if (second !== this.second) {
      this.second = second;
      this.stamp = new Date(second * 1000).toISOString().replace('.000', '');
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
