/** A number of a delta's, seven bits a byte, the lowest first. */
interface Numbered {
  readonly value: number;
  readonly next: number;
}

/**
 * What a delta makes of its base (gitformat-pack(5)); null where the two do not belong together. It is put together as it is
 * read, since a delta may make it byte by byte. Whoever asks has seen that its size can be held.
 */
export function patchObject(base: Buffer, delta: Buffer): Buffer | null {
  const from = readNumber(delta, 0);
  const to = readNumber(delta, from.next);
  if (from.value !== base.length) return null;
  const made = Buffer.alloc(to.value);
  let length = 0;
  for (let at = to.next; at < delta.length; ) {
    const code = delta.readUInt8(at);
    const { part, next } = code >= 0x80 ? readCopy(base, delta, at) : readInsert(delta, at);
    if (part === null || length + part.length > made.length) return null;
    length += part.copy(made, length);
    at = next;
  }
  return length === made.length ? made : null;
}

/** How long what a delta makes will be. */
export function sizeOfPatched(delta: Buffer): number {
  return readNumber(delta, readNumber(delta, 0).next).value;
}

interface Part {
  readonly part: Buffer | null;
  readonly next: number;
}

function readInsert(delta: Buffer, at: number): Part {
  const length = delta.readUInt8(at);
  const next = at + 1 + length;
  // A length of none is reserved, and nothing that we know how to read.
  return { part: length === 0 || next > delta.length ? null : delta.subarray(at + 1, next), next };
}

/** Four bits of the code tell which bytes of the offset follow, three more which of the length. */
function readCopy(base: Buffer, delta: Buffer, at: number): Part {
  const code = delta.readUInt8(at);
  let next = at + 1;
  const bytes = Array.from({ length: 7 }, (_, bit) => {
    if ((code & (1 << bit)) === 0) return 0;
    next += 1;
    return delta.readUInt8(next - 1);
  });
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = bytes;
  const offset = a + b * 0x100 + c * 0x1_0000 + d * 0x100_0000;
  const length = e + f * 0x100 + g * 0x1_0000 || 0x1_0000;
  return { part: offset + length > base.length ? null : base.subarray(offset, offset + length), next };
}

function readNumber(delta: Buffer, start: number): Numbered {
  let value = 0;
  let factor = 1;
  for (let at = start; ; at += 1) {
    const byte = delta.readUInt8(at);
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return { value, next: at + 1 };
    factor *= 0x80;
  }
}
