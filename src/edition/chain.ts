/** The chain of a plan's editions: each holds the hash of the one before, so that none can be changed quietly. */
import { canonical, canonicalBytes, sha256 } from './canonical.ts';
import type { Edition, Hash } from './edition.ts';

/** Fields that the hash does not cover; a signature covers the hash. */
const OUTSIDE_HASH = new Set(['hash', 'signature']);

/** The hash of an edition: SHA-256 of the RFC 8785 bytes without `hash` and `signature`. */
export function editionHash(edition: Omit<Edition, 'hash'>): Hash {
  return sha256(
    canonical(Object.fromEntries(Object.entries(edition).filter(([name]) => !OUTSIDE_HASH.has(name)))),
  );
}

/** Puts the hash on an edition. */
export function seal(edition: Omit<Edition, 'hash'>): Edition {
  return { ...edition, hash: editionHash(edition) };
}

/** What is stored, served and exported: the canonical bytes of the whole edition. */
export function editionBytes(edition: Edition): Uint8Array {
  return canonicalBytes(edition);
}

/** An edition whose bytes were withheld by decision: its hash stays in the chain. */
export interface Withheld {
  readonly number: number;
  readonly hash: Hash;
  readonly withheld: true;
}

export const CHAIN_CODES = [
  'edition-unreadable',
  'edition-not-canonical',
  'edition-hash-wrong',
  'edition-number-wrong',
  'edition-previous-wrong',
  'edition-of-other-plan',
] as const;

/** One thing wrong in a chain. `expected` and `found` are texts of hashes, numbers or ids where that says more. */
export interface ChainFinding {
  readonly code: (typeof CHAIN_CODES)[number];
  /** Place in the list, from 0. */
  readonly index: number;
  /** The number the edition should have: its place in the list, from 1. */
  readonly number: number;
  readonly expected: string | null;
  readonly found: string | null;
}

/**
 * Checks a whole chain, first edition first: each entry is the bytes of an edition, or a `Withheld` object (also
 * as its bytes). Bytes must be canonical, so that a changed byte is found even where it changes no value; the
 * hash, the number (1, 2, …), the previous hash and the plan must fit. [] means good. Never throws on bad bytes.
 */
export function verifyChain(entries: readonly (Uint8Array | Withheld)[]): ChainFinding[] {
  const findings: ChainFinding[] = [];
  /** Undefined where the edition before could not be read: then nothing can be said about the link. */
  let previous: Hash | null | undefined = null;
  let planId: string | null = null;
  for (const [index, entry] of entries.entries()) {
    const number = index + 1;
    const find = (code: ChainFinding['code'], expected: unknown = null, found: unknown = null): void => {
      findings.push({ code, index, number, expected: text(expected), found: text(found) });
    };
    const value: Readonly<Record<string, unknown>> | null =
      entry instanceof Uint8Array ? parse(entry) : { ...entry };
    if (!value) {
      find('edition-unreadable');
      previous = undefined;
      continue;
    }
    if (entry instanceof Uint8Array && !sameBytes(entry, canonicalBytes(value)))
      find('edition-not-canonical');
    if (value['number'] !== number) find('edition-number-wrong', number, value['number']);
    const { hash } = value;
    if (value['withheld'] !== true) {
      const computed = editionHash(value as unknown as Edition);
      if (hash !== computed) find('edition-hash-wrong', computed, hash);
      if (previous !== undefined && value['previous'] !== previous)
        find('edition-previous-wrong', previous, value['previous']);
      const id = planOf(value);
      if (planId !== null && id !== planId) find('edition-of-other-plan', planId, id);
      planId ??= id;
    }
    previous = typeof hash === 'string' ? hash : undefined;
  }
  return findings;
}

function parse(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    );
    canonical(value);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

function planOf(value: Readonly<Record<string, unknown>>): string | null {
  const { plan } = value;
  const id = typeof plan === 'object' && plan !== null && 'id' in plan ? plan.id : null;
  return typeof id === 'string' ? id : null;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function text(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
