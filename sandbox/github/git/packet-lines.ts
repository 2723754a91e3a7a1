import type { RequestedUpdate } from '../rules/push-verdict.ts';

export const flush = '0000';
export const delimiter = '0001';

export type Packet = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'delimiter' | 'flush' };

/** The packets of a request, lines without their newline; null when it is cut off or no packets at all. */
export function parsePackets(body: Buffer): readonly Packet[] | null {
  const packets: Packet[] = [];
  for (let at = 0; at < body.length; ) {
    const head = body.toString('latin1', at, at + 4);
    const length = /^[0-9a-f]{4}$/i.test(head) ? Number.parseInt(head, 16) : Number.NaN;
    if (head === flush) packets.push({ kind: 'flush' });
    else if (head === delimiter) packets.push({ kind: 'delimiter' });
    else if (length > 4 && at + length <= body.length) {
      packets.push({ kind: 'line', text: body.toString('utf8', at + 4, at + length).replace(/\n$/, '') });
    } else return null;
    at += Math.max(length, 4);
  }
  return packets;
}

/** The commands at the start of a push request: which refs it would move from where to where. */
export function parsePushCommands(body: Buffer): readonly RequestedUpdate[] {
  const updates: RequestedUpdate[] = [];
  let at = 0;
  while (at + 4 <= body.length) {
    const length = Number.parseInt(body.toString('latin1', at, at + 4), 16);
    if (!(length > 4)) break;
    const line = body.toString('utf8', at + 4, at + length).split('\0')[0] ?? '';
    const found = /^([0-9a-f]{40}) ([0-9a-f]{40}) (\S+)\s*$/.exec(line);
    if (found !== null) updates.push({ before: found[1] ?? '', after: found[2] ?? '', ref: found[3] ?? '' });
    at += length;
  }
  return updates;
}

/** The answer to a push of which every ref is refused, with messages on the side band. */
export function renderPushRefusal(
  refs: readonly { readonly ref: string; readonly reason: string }[],
  lines: readonly string[],
): Buffer {
  const report = `${packet('unpack ok\n')}${refs.map((one) => packet(`ng ${one.ref} ${one.reason}\n`)).join('')}${flush}`;
  const messages = lines.map((line) => sideBand(2, `${line}\n`));
  return Buffer.concat([...messages, sideBand(1, report), Buffer.from(flush)]);
}

/** The answer to a push that moved its one ref. */
export function renderPushReport(ref: string): Buffer {
  const report = `${packet('unpack ok\n')}${packet(`ok ${ref}\n`)}${flush}`;
  return Buffer.concat([sideBand(1, report), Buffer.from(flush)]);
}

/** A line as git's protocol frames it. */
export function packet(text: string): string {
  return `${(Buffer.byteLength(text) + 4).toString(16).padStart(4, '0')}${text}`;
}

/** What goes before so many bytes of one of the bands: 1 what was asked for, 2 what is told on the way. */
export function bandHead(band: 1 | 2, length: number): Buffer {
  return Buffer.concat([Buffer.from((length + 5).toString(16).padStart(4, '0')), Buffer.from([band])]);
}

function sideBand(band: 1 | 2, text: string): Buffer {
  const content = Buffer.from(text);
  return Buffer.concat([bandHead(band, content.length), content]);
}
