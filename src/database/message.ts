/** What the main thread and the database thread say to each other. */

import type { Answer } from './engine.ts';
import type { Holder } from './lock.ts';

export type ToWorker =
  | {
      readonly kind: 'query';
      readonly id: number;
      readonly sql: string;
      readonly parameters: readonly unknown[];
    }
  | { readonly kind: 'close'; readonly id: number };

export type FromWorker =
  | { readonly kind: 'opened' }
  | {
      readonly kind: 'not-opened';
      readonly reason: 'in-use';
      readonly folder: string;
      readonly holder: Holder | null;
    }
  | {
      readonly kind: 'not-opened';
      readonly reason: 'version';
      readonly folder: string;
      readonly found: string;
    }
  | {
      readonly kind: 'not-opened';
      readonly reason: 'fault';
      readonly message: string;
      /** `code`, `path`, `syscall`, `stack` of the error. */
      readonly details: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | {
      readonly kind: 'error';
      readonly id: number;
      readonly message: string;
      /** PostgreSQL's fields: `code`, `constraint`, `detail`, `table` … */
      readonly details: Readonly<Record<string, string>>;
    };
