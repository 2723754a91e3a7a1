import { crc32, inflateRawSync } from 'node:zlib';
import { type ArchiveEntry, readArchiveDirectory } from './archive-directory.ts';

export interface UnpackLimits {
  /** The only names an archive may hold, each at most once. */
  readonly names: readonly string[];
  /** For all files together. */
  readonly unpackedBytes: number;
}

export type Unpacked =
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'refused'; readonly reason: string };

/** The files of a hostile zip archive, in memory: flat, of known names, within the limit; anything else refuses it whole. */
export function unpackArchive(archive: Buffer, limits: UnpackLimits): Unpacked {
  try {
    const entries = readArchiveDirectory(archive, limits.names.length);
    const fault = findFault(entries, limits);
    if (fault !== null) return { kind: 'refused', reason: fault };
    return { kind: 'files', files: new Map(entries.map((entry) => [entry.name, unpackEntry(entry)])) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', reason: `the archive cannot be unpacked: ${reason}` };
  }
}

function findFault(entries: readonly ArchiveEntry[], limits: UnpackLimits): string | null {
  const names = entries.map(({ name }) => name);
  const stranger = names.find((name) => !limits.names.includes(name));
  if (stranger !== undefined) return `the archive holds ${JSON.stringify(stranger)}, which does not belong there`;
  if (new Set(names).size !== names.length) return 'the archive holds a file twice';
  const unpackedBytes = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpackedBytes > limits.unpackedBytes) return `the archive unpacks to more than ${limits.unpackedBytes} bytes`;
  return null;
}

function unpackEntry({ name, method, crc, size, data }: ArchiveEntry): Uint8Array {
  const content = method === 0 ? data : inflate(data, { method, size });
  if (content.length !== size || crc32(content) !== crc) throw new Error(`${name} is not what the directory says`);
  return content;
}

/** Inflates up to the size the directory declares, which was weighed before: a bomb bursts there. */
function inflate(data: Buffer, { method, size }: Pick<ArchiveEntry, 'method' | 'size'>): Buffer {
  if (method !== 8) throw new Error(`unknown compression ${method}`);
  return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
}
