import { authorizationOf } from './git-environment.ts';
import { delimiterPacket, flushPacket, packetLine, readPackets } from './packet-line.ts';

/*
 * The two questions every pass asks of the state branch again and again, in one request each (gitprotocol-http(5)):
 * git itself starts five processes and sends two requests for a push. Whoever asks must have git to fall back on: it
 * knows proxies and redirects, and finds the words for what went wrong.
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

export type RefAnswer = { readonly kind: 'ref'; readonly commit: string | null } | { readonly kind: 'unknown' };

/** The commit of one ref as it is now, or null where there is no such ref. */
export async function askRef(remote: SmartRemote, ref: string): Promise<RefAnswer> {
  const body = [packetLine('command=ls-refs\n'), packetLine(`agent=${agent}\n`), delimiterPacket];
  const question = Buffer.concat([...body, packetLine(`ref-prefix ${ref}\n`), flushPacket]);
  const answer = await post(remote, 'git-upload-pack', question, { 'git-protocol': 'version=2' });
  const lines = answer === null ? null : readPackets(answer)?.map((packet) => packet.toString().trimEnd());
  // An answer of another kind, such as a page of HTML, or of an older protocol.
  if (!lines?.every((line) => /^[0-9a-f]{40,64} \S+$/.test(line))) return { kind: 'unknown' };
  const found = lines.find((line) => line.endsWith(` ${ref}`));
  return { kind: 'ref', commit: found?.split(' ')[0] ?? null };
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
    const answer = Buffer.from(await response.arrayBuffer());
    return response.ok && isAnswer ? answer : null;
  } catch {
    return null;
  }
}
