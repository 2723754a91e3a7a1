import { authorizationOf } from './git-environment.ts';
import { delimiterPacket, flushPacket, packetLine, readPackets } from './packet-line.ts';

/*
 * What every pass asks of the repository, again and again, without a process (gitprotocol-http(5)): git itself starts
 * five for a fetch, and five for a push. Whoever asks must have git to fall back on: it knows proxies and redirects,
 * takes what is too large to be held here, and finds the words for what went wrong.
 */

export interface SmartRemote {
  readonly remoteUrl: string;
  readonly token?: string;
}

export interface PackPush {
  readonly ref: string;
  /** What the ref must have now, or null where it must not exist. */
  readonly expected: string | null;
  readonly commit: string;
  /** The commit and all that the remote lacks of it. */
  readonly pack: Uint8Array;
}

/** `unknown`: no answer that could be read; the ref may have moved all the same. */
export type PackAnswer = 'taken' | 'refused' | 'unknown';

const nothing = '0'.repeat(40);
const agent = 'git/orchestrate';
const answerLimitMs = 30_000;
const answerLimitBytes = 32_000_000;

/** Sends a pack and asks for one ref to be moved from what is expected to its commit; the remote compares and swaps. */
export async function sendPack(remote: SmartRemote, push: PackPush): Promise<PackAnswer> {
  const { ref, expected, commit, pack } = push;
  const command = packetLine(`${expected ?? nothing} ${commit} ${ref}\0 report-status side-band-64k agent=${agent}`);
  const answer = await post(remote, 'git-receive-pack', Buffer.concat([command, flushPacket, pack]), {});
  const report = answer === null ? null : readReport(answer);
  if (report === null) return 'unknown';
  return report[0] === 'unpack ok' && report.includes(`ok ${ref}`) ? 'taken' : 'refused';
}

/** The lines of the report, which comes in packets within the packets of the first band; null where there is none. */
function readReport(answer: Buffer): readonly string[] | null {
  const bands = readPackets(answer);
  const report = Buffer.concat((bands ?? []).filter((packet) => packet[0] === 1).map((packet) => packet.subarray(1)));
  const lines = bands === null ? null : readPackets(report)?.map((packet) => packet.toString().trimEnd());
  return lines?.[0]?.startsWith('unpack ') ? lines : null;
}

/** The commits of refs as they are now, null where there is no such ref, in their order; null: no answer to be read. */
export async function askRefs(
  remote: SmartRemote,
  refs: readonly string[],
): Promise<readonly (string | null)[] | null> {
  const prefixes = refs.map((ref) => `ref-prefix ${ref}`);
  const answer = await ask(remote, 'ls-refs', prefixes);
  const lines = answer?.map((packet) => packet.toString().trimEnd());
  if (!lines?.every((line) => /^[0-9a-f]{40,64} \S+$/.test(line))) return null;
  const commits = new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]));
  return refs.map((ref) => commits.get(ref) ?? null);
}

export interface Wants {
  readonly commits: readonly string[];
  /** Commits that are here already. */
  readonly has: readonly string[];
  /** Whether commits are wanted, and are here, without their parents. */
  readonly isShallow: boolean;
  /** Whether the trees are wanted alone: a remote that cannot leave files out gives no answer to be read. */
  readonly withoutFiles?: boolean;
}

export interface FetchedPack {
  /** May leave out what is in the commits that are here, and does what was not wanted. */
  readonly pack: Buffer;
  /** The commits whose parents were left out. */
  readonly shallow: readonly string[];
}

/** Commits with all that they hold, or all but their files; null where there was no answer to be read. */
export async function fetchPack(remote: SmartRemote, wants: Wants): Promise<FetchedPack | null> {
  const { commits, has, isShallow, withoutFiles = false } = wants;
  const here = has.flatMap((commit) => [...(isShallow ? [`shallow ${commit}`] : []), `have ${commit}`]);
  const manner = [...(isShallow ? ['deepen 1'] : []), ...(withoutFiles ? ['filter blob:none'] : [])];
  return await askForPack(remote, [...manner, ...here, ...commits.map((commit) => `want ${commit}`)]);
}

/** One file by its blob's id, in a pack; null where there was no answer to be read. */
export async function fetchFile(remote: SmartRemote, blob: string): Promise<FetchedPack | null> {
  return await askForPack(remote, [`want ${blob}`]);
}

async function askForPack(remote: SmartRemote, lines: readonly string[]): Promise<FetchedPack | null> {
  const answer = await ask(remote, 'fetch', ['thin-pack', 'ofs-delta', 'no-progress', ...lines, 'done']);
  const start = answer?.findIndex((packet) => packet.toString('latin1') === 'packfile\n') ?? -1;
  if (answer === null || start === -1) return null;
  const told = answer.slice(0, start).map((packet) => packet.toString().trimEnd());
  const bands = answer.slice(start + 1);
  // The third band is the remote's last words.
  if (bands.some((packet) => packet[0] === 3)) return null;
  const pack = Buffer.concat(bands.filter((packet) => packet[0] === 1).map((packet) => packet.subarray(1)));
  return { pack, shallow: told.flatMap((line) => /^shallow ([0-9a-f]+)$/.exec(line)?.[1] ?? []) };
}

/** One command of protocol 2 and the packets of its answer (gitprotocol-v2(5)). */
async function ask(
  remote: SmartRemote,
  command: 'fetch' | 'ls-refs',
  lines: readonly string[],
): Promise<readonly Buffer[] | null> {
  const head = [packetLine(`command=${command}\n`), packetLine(`agent=${agent}\n`), delimiterPacket];
  const body = Buffer.concat([...head, ...lines.map((line) => packetLine(`${line}\n`)), flushPacket]);
  const answer = await post(remote, 'git-upload-pack', body, { 'git-protocol': 'version=2' });
  return answer === null ? null : readPackets(answer);
}

type Service = 'git-receive-pack' | 'git-upload-pack';

async function post(
  { remoteUrl, token }: SmartRemote,
  service: Service,
  body: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Promise<Buffer | null> {
  if (!/^https?:/.test(remoteUrl)) return null;
  try {
    const response = await fetch(`${remoteUrl}/${service}`, {
      method: 'POST',
      headers: {
        'user-agent': agent,
        'content-type': `application/x-${service}-request`,
        accept: `application/x-${service}-result`,
        ...(token === undefined ? {} : { authorization: authorizationOf(token) }),
        ...headers,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(answerLimitMs),
    });
    const isAnswer = response.headers.get('content-type') === `application/x-${service}-result`;
    const answer = await readBody(response);
    return response.ok && isAnswer ? answer : null;
  } catch {
    return null;
  }
}

/** Null for a body of more bytes than are held here. */
async function readBody({ body }: Response): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    // Leaving the loop gives the connection up.
    if (length > answerLimitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
