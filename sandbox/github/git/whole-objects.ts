import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';

/** An object as it came in a pack. */
export interface PackedObject {
  readonly sha: string;
  readonly type: 'commit' | 'tree' | 'blob';
  readonly content: Buffer;
}

const types = new Map<number, PackedObject['type']>([
  [1, 'commit'],
  [2, 'tree'],
  [3, 'blob'],
]);
const mostObjects = 500;
const headLength = 12;
const digestLength = 20;

interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** The objects of a pack by SHA (gitformat-pack(5)); null where there are many, where one is a delta, or what is no pack. */
export function readWholeObjects(pack: Buffer): ReadonlyMap<string, PackedObject> | null {
  const end = pack.length - digestLength;
  const count = countObjects(pack, end);
  if (count === null || count > mostObjects) return null;
  const objects = new Map<string, PackedObject>();
  let at = headLength;
  for (let index = 0; index < count; index += 1) {
    const read = readObject(pack.subarray(at, end));
    if (read === null) return null;
    objects.set(read.object.sha, read.object);
    at += read.length;
  }
  return at === end ? objects : null;
}

/** An object as it stands in a pack, uncompressed: it goes no further than loopback. */
export function packObject({ type, content }: PackedObject): Buffer {
  return Buffer.concat([headOf(type, content.length), deflateSync(content, { level: 0 })]);
}

/** The pack of objects that `packObject` made. */
export function makePack(packed: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(headLength);
  head.write('PACK', 'latin1');
  head.writeUInt32BE(2, 4);
  head.writeUInt32BE(packed.length, 8);
  const digest = createHash('sha1').update(head);
  for (const object of packed) digest.update(object);
  return Buffer.concat([head, ...packed, digest.digest()]);
}

/** Type and length, four bits of that in the first byte, seven in each further one. */
function headOf(type: PackedObject['type'], length: number): Buffer {
  const number = [...types].find(([, name]) => name === type)?.[0] ?? 0;
  const bytes = [(number << 4) | (length & 15)];
  for (let rest = length >>> 4; rest > 0; rest >>>= 7) {
    bytes.push((bytes.pop() ?? 0) | 0x80, rest & 0x7f);
  }
  return Buffer.from(bytes);
}

interface ReadObject {
  readonly object: PackedObject;
  /** What it took of the pack. */
  readonly length: number;
}

function readObject(bytes: Buffer): ReadObject | null {
  const type = types.get(((bytes[0] ?? 0) >> 4) & 7);
  if (type === undefined) return null;
  let head = 1;
  while ((bytes[head - 1] ?? 0) >= 0x80) head += 1;
  const inflated = inflate(bytes.subarray(head));
  if (inflated === null) return null;
  const { buffer: content, engine } = inflated;
  const sha = createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
  return { object: { sha, type, content }, length: head + engine.bytesWritten };
}

/** Null where it is no whole pack. */
function countObjects(pack: Buffer, end: number): number | null {
  if (end < headLength || pack.toString('latin1', 0, 4) !== 'PACK' || pack.readUInt32BE(4) !== 2) return null;
  const digest = createHash('sha1').update(pack.subarray(0, end)).digest();
  return digest.equals(pack.subarray(end)) ? pack.readUInt32BE(8) : null;
}

function inflate(bytes: Buffer): Inflated | null {
  try {
    // How much of it was one object's only the engine knows.
    return inflateSync(bytes, { info: true }) as unknown as Inflated;
  } catch {
    return null;
  }
}
