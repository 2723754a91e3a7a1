import { inflateSync, type ZlibOptions } from 'node:zlib';
import { type GitObject, makeObject, type ObjectType } from './git-object.ts';
import { patchObject, sizeOfPatched } from './pack-delta.ts';

/** What is unpacked here at most, in bytes: more than that is git's own work. */
const unpackedLimit = 64_000_000;

const types: ReadonlyMap<number, ObjectType> = new Map([
  [1, 'commit'],
  [2, 'tree'],
  [3, 'blob'],
  [4, 'tag'],
]);
const offsetDelta = 6;
const idDelta = 7;

class UnreadablePack extends Error {}

/**
 * The objects of a pack (gitformat-pack(5)); those of a thin one lean on objects that are known. Null for what cannot
 * be read in this way. Nothing is believed: an object's id is the hash of what was read.
 */
export function readPack(pack: Buffer, known: ReadonlyMap<string, GitObject>): readonly GitObject[] | null {
  try {
    return readObjects(pack, known);
  } catch (error) {
    // What zlib says of other bytes, and Node of a look past the end, has a code.
    if (error instanceof UnreadablePack || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}

function readObjects(pack: Buffer, known: ReadonlyMap<string, GitObject>): readonly GitObject[] {
  if (pack.toString('latin1', 0, 4) !== 'PACK') throw new UnreadablePack();
  const byOffset = new Map<number, GitObject>();
  const byId = new Map<string, GitObject>();
  let left = unpackedLimit;
  let offset = 12;
  for (let count = pack.readUInt32BE(8); count > 0; count -= 1) {
    const head = readHead(pack, offset);
    const { content, end } = inflateAt(pack, head, left);
    const base =
      typeof head.base === 'number' ? byOffset.get(head.base) : (byId.get(head.base) ?? known.get(head.base));
    const object = head.type === null ? patched(base, content, left) : makeObject(head.type, content);
    left -= object.content.length;
    byOffset.set(offset, object);
    byId.set(object.id, object);
    offset = end;
  }
  return [...byId.values()];
}

interface EntryHead {
  /** Null for a delta. */
  readonly type: ObjectType | null;
  /** What a delta leans on: an offset in this pack, or an id; empty for a whole object. */
  readonly base: number | string;
  /** How many bytes come out of what begins at `start`. */
  readonly size: number;
  readonly start: number;
}

function readHead(pack: Buffer, offset: number): EntryHead {
  const first = pack.readUInt8(offset);
  let size = first & 0x0f;
  let start = offset + 1;
  let factor = 0x10;
  for (let byte = first; byte >= 0x80; factor *= 0x80) {
    byte = pack.readUInt8(start);
    size += (byte & 0x7f) * factor;
    start += 1;
  }
  const code = (first >> 4) & 7;
  if (code === idDelta) return { type: null, base: pack.toString('hex', start, start + 20), size, start: start + 20 };
  if (code === offsetDelta) return { type: null, size, ...readDistance(pack, offset, start) };
  const type = types.get(code);
  if (type === undefined) throw new UnreadablePack();
  return { type, base: '', size, start };
}

/** How far before an entry its base begins, seven bits a byte, the highest first, each byte more adding one. */
function readDistance(pack: Buffer, offset: number, at: number): Pick<EntryHead, 'base' | 'start'> {
  let start = at;
  let byte = pack.readUInt8(start);
  let distance = byte & 0x7f;
  while (byte >= 0x80) {
    start += 1;
    byte = pack.readUInt8(start);
    distance = (distance + 1) * 0x80 + (byte & 0x7f);
  }
  return { base: offset - distance, start: start + 1 };
}

interface Inflated {
  readonly content: Buffer;
  readonly end: number;
}

/** With `info`, zlib's engine comes along, which knows how many bytes went in: the types do not know that. */
const inflateTelling = inflateSync as unknown as (
  bytes: Buffer,
  options: ZlibOptions,
) => { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };

function inflateAt(pack: Buffer, { size, start }: EntryHead, left: number): Inflated {
  if (size > left) throw new UnreadablePack();
  const room = Math.max(64, size + 1);
  const { buffer, engine } = inflateTelling(pack.subarray(start), {
    info: true,
    chunkSize: room,
    maxOutputLength: room,
  });
  if (buffer.length !== size) throw new UnreadablePack();
  return { content: buffer, end: start + engine.bytesWritten };
}

function patched(base: GitObject | undefined, delta: Buffer, left: number): GitObject {
  if (base === undefined || sizeOfPatched(delta) > left) throw new UnreadablePack();
  const content = patchObject(base.content, delta);
  if (content === null) throw new UnreadablePack();
  return makeObject(base.type, content);
}
