import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { isRefusal } from '../problem.ts';
import { readWorkbook, writeWorkbook } from './sheet.ts';

const table = [
  ['id', 'title', 'when'],
  ['007', '=HYPERLINK("http://x")', '2026-05-01'],
  ['-5', 'Łąka\nźródło', ''],
];

async function written(): Promise<Uint8Array> {
  const bytes = await writeWorkbook('Plan', table);
  assert.ok(bytes instanceof Uint8Array);
  return bytes;
}

const refused = async (bytes: Uint8Array): Promise<string> => {
  const answer = await readWorkbook(bytes, 100);
  return isRefusal(answer) ? answer.refused : 'read';
};

/** A ZIP of one entry. `claimed` is the size that its directory states. */
function zip(name: string, content: Uint8Array, claimed: number, flags = 0): Uint8Array {
  const packed = deflateRawSync(content);
  const named = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(flags, 6);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(named.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(named.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + named.length, 12);
  end.writeUInt32LE(30 + named.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, named, packed, entry, named, end]));
}

test('a workbook comes back as it was written, formulas as text, the same bytes each time', async () => {
  const bytes = await written();
  assert.deepEqual(await readWorkbook(bytes, 100), table);
  assert.deepEqual(await written(), bytes);
});

test('hostile and foreign files are refused with their reason', async () => {
  const bytes = await written();
  const bomb = zip('xl/workbook.xml', new Uint8Array(200_000_000), 10);
  assert.ok(bomb.length < 250_000);
  const cases: readonly [string, Uint8Array, string][] = [
    ['a ZIP bomb that lies about its size', bomb, 'zip-too-large'],
    ['truncated', bytes.subarray(0, bytes.length - 40), 'zip-damaged'],
    ['cut in the middle', bytes.subarray(0, 300), 'zip-damaged'],
    ['text with a wrong ending', new TextEncoder().encode('a;b\n1;2'), 'not-a-workbook'],
    ['a password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'zip-encrypted'],
    ['an encrypted entry', zip('xl/workbook.xml', new Uint8Array(10), 10, 1), 'zip-encrypted'],
    ['a Word document', zip('word/document.xml', new Uint8Array(10), 10), 'not-a-workbook'],
    ['noise', zip('xl/workbook.xml', new TextEncoder().encode('<a>'), 3), 'zip-damaged'],
  ];
  for (const [name, file, reason] of cases) assert.equal(await refused(file), reason, name);
});
