import { canonical, sha256 } from '../edition/canonical.ts';
import type { CivilDate, Hash } from '../edition/edition.ts';

/** The list of an export's files, `manifest.json` at its root: what `verify` holds every file against. */
export interface Manifest {
  readonly format: 'horyzont-export';
  readonly version: 1;
  readonly product: { readonly name: 'Horyzont'; readonly version: string };
  /** `https://…` the export was made for, or null: a local copy. */
  readonly origin: string | null;
  /** The newest edition's day: the day as of which the pages read. */
  readonly asOf: CivilDate;
  /** Kinds of made files that were left out. */
  readonly without: readonly ('pdf' | 'image')[];
  /** Path from the export's root, with `/`, to SHA-256 of the file. */
  readonly files: Readonly<Record<string, Hash>>;
  /** SHA-256 of the canonical bytes of the manifest without this field. */
  readonly hash: Hash;
}

/** A file of an export that is not what the manifest says. */
export interface ManifestFinding {
  readonly code:
    | 'manifest-unreadable'
    | 'manifest-changed'
    | 'file-changed'
    | 'file-missing'
    | 'file-unknown';
  readonly file: string;
}

/** Completes a manifest with its own hash. The bytes to write are `manifestText`. */
export function sealManifest(manifest: Omit<Manifest, 'hash'>): Manifest {
  return { ...manifest, hash: sha256(canonical(manifest)) };
}

/** The one spelling of a manifest: canonical JSON, so that no byte of it can change unseen. */
export function manifestText(manifest: Manifest): string {
  return canonical(manifest);
}

/** Reads a manifest; null when its bytes are not those that `manifestText` wrote. */
export function readManifest(text: string): Manifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isManifest(value) || canonical(value) !== text) return null;
  const { hash, ...rest } = value;
  return sha256(canonical(rest)) === hash ? value : null;
}

/** Compares the files that are there (path to hash; the manifest itself left out) with the manifest. */
export function compareWithManifest(
  manifest: Manifest,
  there: Readonly<Record<string, Hash>>,
): ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  for (const [file, hash] of Object.entries(manifest.files)) {
    const found = there[file];
    if (found === undefined) findings.push({ code: 'file-missing', file });
    else if (found !== hash) findings.push({ code: 'file-changed', file });
  }
  for (const file of Object.keys(there))
    if (!(file in manifest.files)) findings.push({ code: 'file-unknown', file });
  return findings.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const m = value as Partial<Manifest>;
  return (
    m.format === 'horyzont-export' &&
    m.version === 1 &&
    typeof m.hash === 'string' &&
    typeof m.files === 'object' &&
    m.files !== null &&
    Object.values(m.files).every((h) => typeof h === 'string') &&
    typeof m.product?.version === 'string'
  );
}
