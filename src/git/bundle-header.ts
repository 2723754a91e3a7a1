/** The head of a bundle: what it says it holds, and where its pack begins. It has no authority: anybody can write one. */
export interface BundleHeader {
  readonly heads: readonly string[];
  readonly packOffset: number;
}

const maxHeaderBytes = 64 * 1024;

/** Reads the header of a bundle (version 2 or 3), or says why it is none. */
export function readBundleHeader(bundle: Buffer): BundleHeader | string {
  const end = bundle.subarray(0, maxHeaderBytes).indexOf('\n\n');
  if (end === -1) return 'it is not a git bundle';
  const [signature = '', ...lines] = bundle.toString('latin1', 0, end).split('\n');
  if (!/^# v[23] git bundle$/.test(signature)) return 'it is not a git bundle';
  if (lines.some((line) => line.startsWith('@') && !line.startsWith('@object-format='))) {
    return 'it is a partial bundle';
  }
  const heads = lines.flatMap((line) => /^([0-9a-f]{40,64}) \S/.exec(line)?.[1] ?? []);
  return { heads, packOffset: end + 2 };
}
