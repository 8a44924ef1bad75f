/** What a page is made with and what making it gives. */
import type { CivilDate, Id } from '../edition/edition.ts';
import type { Locale } from '../text/locale.ts';

/** The installation as pages see it. With the same site and editions every page has the same bytes. */
export interface Site {
  /** `https://plan.example` without a path; null: no canonical addresses, previews or feed, documents say "local copy". */
  readonly origin: string | null;
  /** Logical name (`portal.css`, `client.js`) to hashed path (`/assets/portal-1a2b3c4d.css`), as the build named them. */
  readonly assets: Readonly<Record<string, string>>;
  readonly productVersion: string;
  /** `web`: `…/1.3`; `folder`: `…/1.3/index.html`, for files opened from a disk. */
  readonly linkStyle: 'web' | 'folder';
  /** The day pages are read: today when served; null in an export: each plan as of its newest edition's day. */
  readonly asOf: CivilDate | null;
}

/** Bytes that need a tool outside the pure code: a PDF, or a PNG of a preview image. */
export interface Recipe {
  readonly make: 'pdf' | 'image';
  readonly subject: 'plan' | 'goals' | 'node';
  readonly citySlug: string;
  readonly planSlug: string;
  readonly edition: number;
  /** The node or task; null for the plan and for all goals. */
  readonly id: Id | null;
  readonly locale: Locale;
}

export type Rendered =
  | {
      readonly kind: 'page' | 'file';
      readonly status: 200 | 404;
      /** Content-Type. */
      readonly type: string;
      readonly body: string | Uint8Array;
      readonly lang: Locale;
    }
  | { readonly kind: 'made'; readonly recipe: Recipe };
