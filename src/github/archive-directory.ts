export interface ArchiveEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  /** As it stands in the archive, compressed or not. */
  readonly data: Buffer;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;

/**
 * The entries of a zip archive by its central directory, the only list of them that counts (APPNOTE.TXT 4.3). Throws on
 * anything that is not a plain archive: encryption, 64-bit sizes, more than `most` entries, offsets that lead nowhere.
 */
export function readArchiveDirectory(archive: Buffer, most: number): ArchiveEntry[] {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > most) throw new Error(`it holds ${count} files, and ${most} are the most there can be`);
  const entries: ArchiveEntry[] = [];
  let offset = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(offset) !== entrySignature) throw new Error('its directory is broken');
    const nameLength = archive.readUInt16LE(offset + 28);
    entries.push(readEntry(archive, offset, nameLength));
    offset += 46 + nameLength + archive.readUInt16LE(offset + 30) + archive.readUInt16LE(offset + 32);
  }
  return entries;
}

function findEnd(archive: Buffer): number {
  const earliest = Math.max(0, archive.length - endLength - longestComment);
  for (let offset = archive.length - endLength; offset >= earliest; offset -= 1) {
    const isEnd = archive.readUInt32LE(offset) === endSignature;
    if (isEnd && offset + endLength + archive.readUInt16LE(offset + 20) === archive.length) return offset;
  }
  throw new Error('it is not a zip archive');
}

function readEntry(archive: Buffer, offset: number, nameLength: number): ArchiveEntry {
  const name = archive.toString('utf8', offset + 46, offset + 46 + nameLength);
  if ((archive.readUInt16LE(offset + 8) & 1) === 1) throw new Error(`${JSON.stringify(name)} is encrypted`);
  const length = archive.readUInt32LE(offset + 20);
  const local = archive.readUInt32LE(offset + 42);
  if (archive.readUInt32LE(local) !== localSignature) throw new Error('its directory is broken');
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (start + length > archive.length) throw new Error('its directory is broken');
  return {
    name,
    method: archive.readUInt16LE(offset + 10),
    crc: archive.readUInt32LE(offset + 16),
    size: archive.readUInt32LE(offset + 24),
    data: archive.subarray(start, start + length),
  };
}
