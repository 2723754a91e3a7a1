import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type UnpackLimits, unpackArchive } from '../../src/github/unpack-archive.ts';

const limits: UnpackLimits = { names: ['outcome.json', 'work.bundle', 'agent.log'], unpackedBytes: 1000 };
const entrySignature = 0x02014b50;

type Files = Readonly<Record<string, Uint8Array>>;

function pack(files: Files, level: 0 | 9 = 9): Buffer {
  return Buffer.from(zipSync({ ...files }, { level }));
}

/** The archive with fields of its first directory entry overwritten. */
function forge(archive: Buffer, write: (entry: number, forged: Buffer) => void): Buffer {
  const forged = Buffer.from(archive);
  const entry = archive.indexOf(Buffer.from('504b0102', 'hex'));
  expect(forged.readUInt32LE(entry)).toBe(entrySignature);
  write(entry, forged);
  return forged;
}

const outcome = { 'outcome.json': strToU8('{"version":1}'.repeat(10)) };

describe('unpacking an archive', () => {
  test.each([
    ['compressed', 9],
    ['stored', 0],
  ] as const)('gives the files that were packed, %s', (_, level) => {
    const files = { ...outcome, 'work.bundle': new Uint8Array([1, 2, 3]), 'agent.log': new Uint8Array() };
    const unpacked = unpackArchive(pack(files, level), limits);
    expect(unpacked).toEqual({
      kind: 'files',
      files: new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])),
    });
  });

  test('gives no file of an empty archive', () => {
    expect(unpackArchive(pack({}), limits)).toEqual({ kind: 'files', files: new Map() });
  });

  test('finds the end of an archive with a comment', () => {
    const archive = pack(outcome);
    archive.writeUInt16LE(5, archive.length - 2);
    expect(unpackArchive(Buffer.concat([archive, Buffer.from('hello')]), limits)).toMatchObject({ kind: 'files' });
  });
});

describe('an archive is refused whole', () => {
  const twice = pack({ 'outcome.json': strToU8('a'), 'outcomf.json': strToU8('b') });

  test.each<readonly [string, Buffer, string]>([
    ['for a path', pack({ ...outcome, '../outcome.json': strToU8('x') }), 'does not belong there'],
    ['for an absolute path', pack({ '/etc/passwd': strToU8('x') }), 'does not belong there'],
    ['for a folder', pack({ 'agent.log/': new Uint8Array() }), 'does not belong there'],
    ['for a name of its own', pack({ __proto__x: strToU8('x') }), 'does not belong there'],
    ['for a name that is there twice', Buffer.from(replaceAll(twice, 'outcomf', 'outcome')), 'twice'],
    [
      'for too many files',
      pack({ a: strToU8('1'), b: strToU8('2'), c: strToU8('3'), d: strToU8('4') }),
      'holds 4 files',
    ],
    ['for what it unpacks to', pack({ 'work.bundle': new Uint8Array(1001) }), 'more than 1000 bytes'],
    [
      'for what its files unpack to together',
      pack({ 'work.bundle': new Uint8Array(600), 'agent.log': new Uint8Array(600) }),
      'more than 1000 bytes',
    ],
    ['for being no archive', Buffer.from('not a zip archive, only a text'), 'not a zip archive'],
    ['for being empty', Buffer.alloc(0), 'not a zip archive'],
    ['for breaking off', pack(outcome).subarray(0, 60), 'not a zip archive'],
    ['for something after its end', Buffer.concat([pack(outcome), Buffer.from('x')]), 'not a zip archive'],
  ])('%s', (_, archive, reason) => {
    expect(unpackArchive(archive, limits)).toEqual({ kind: 'refused', reason: expect.stringContaining(reason) });
  });

  test.each<readonly [string, (entry: number, forged: Buffer) => void]>([
    ['encryption', (entry, forged) => forged.writeUInt16LE(1, entry + 8)],
    ['another compression', (entry, forged) => forged.writeUInt16LE(12, entry + 10)],
    ['another checksum', (entry, forged) => forged.writeUInt32LE(7, entry + 16)],
    ['more bytes than there are', (entry, forged) => forged.writeUInt32LE(1_000_000, entry + 20)],
    ['fewer bytes than there are', (entry, forged) => forged.writeUInt32LE(20, entry + 24)],
    ['a smaller size than it has', (entry, forged) => forged.writeUInt32LE(900, entry + 24)],
    ['an offset that leads nowhere', (entry, forged) => forged.writeUInt32LE(0xfffffff0, entry + 42)],
    ['an offset into another file', (entry, forged) => forged.writeUInt32LE(3, entry + 42)],
    ['a broken entry', (entry, forged) => forged.writeUInt32LE(0, entry)],
  ])('for a directory that claims %s', (_, write) => {
    expect(unpackArchive(forge(pack(outcome), write), limits)).toMatchObject({ kind: 'refused' });
  });

  test('for a bomb that declares a small size, without inflating it', () => {
    const bomb = forge(pack({ 'work.bundle': new Uint8Array(5_000_000) }), (entry, forged) =>
      forged.writeUInt32LE(10, entry + 24),
    );
    // Node's own words when it stops in the middle; what had been inflated whole would fail by its size instead.
    expect(unpackArchive(bomb, limits)).toEqual({ kind: 'refused', reason: expect.stringContaining('larger than 10') });
  });
});

test('no bytes at all make it throw', () => {
  const archive = pack({ ...outcome, 'agent.log': strToU8('log') });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { maxLength: 20 }), (changes) => {
      const broken = Buffer.from(archive);
      for (const [position, byte] of changes) broken[position] = byte;
      expect(['files', 'refused']).toContain(unpackArchive(broken, limits).kind);
    }),
    { numRuns: 2000 },
  );
});

function replaceAll(archive: Buffer, from: string, to: string): string | Buffer {
  return Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1');
}
