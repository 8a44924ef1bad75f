/** Golden files: a missing expectation is written and reviewed in the diff; a present one must be met byte for byte. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export function meetsGolden(path: string, actual: string | Uint8Array): void {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    return;
  }
  const text = (data: string | Uint8Array): string =>
    typeof data === 'string' ? data : new TextDecoder().decode(data);
  assert.equal(text(actual), readFileSync(path, 'utf8'), `differs from ${path}; delete it to write it anew`);
}
