import { weightOf, type Answer } from './answer.ts';

/** Rendered answers by address, the least recently used dropped first when the byte limit is passed. */
export class AnswerCache {
  readonly limitBytes: number;
  private readonly answers = new Map<string, { answer: Answer; weight: number }>();
  private bytes = 0;

  constructor(limitBytes: number) {
    this.limitBytes = limitBytes;
  }

  get(path: string): Answer | undefined {
    return this.answers.get(path)?.answer;
  }

  /** Marks an address as used. Called for a part of the hits only: order need not be exact, a hit must be cheap. */
  touch(path: string): void {
    const entry = this.answers.get(path);
    if (!entry) return;
    this.answers.delete(path);
    const weight = weightOf(entry.answer);
    this.bytes += weight - entry.weight;
    this.answers.set(path, { answer: entry.answer, weight });
    this.shrink();
  }

  put(path: string, answer: Answer): void {
    const weight = weightOf(answer);
    if (weight > this.limitBytes / 8) return;
    this.drop(path);
    this.answers.set(path, { answer, weight });
    this.bytes += weight;
    this.shrink();
  }

  /** Forgets the addresses that a change concerns; the others stay rendered. Answers how many were dropped. */
  dropWhere(concerned: (path: string) => boolean): number {
    const gone = [...this.answers.keys()].filter(concerned);
    for (const path of gone) this.drop(path);
    return gone.length;
  }

  get size(): { readonly answers: number; readonly bytes: number } {
    return { answers: this.answers.size, bytes: this.bytes };
  }

  private drop(path: string): void {
    const entry = this.answers.get(path);
    if (!entry) return;
    this.answers.delete(path);
    this.bytes -= entry.weight;
  }

  private shrink(): void {
    for (const path of this.answers.keys()) {
      if (this.bytes <= this.limitBytes) return;
      this.drop(path);
    }
  }
}
