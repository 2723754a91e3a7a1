/** One packet: four hexadecimal digits of its length, themselves included, and what it carries (gitprotocol-common(5)). */
export function packetLine(text: string): Buffer {
  const content = Buffer.from(text);
  return Buffer.concat([Buffer.from((content.length + 4).toString(16).padStart(4, '0')), content]);
}

/** Ends a list of packets. */
export const flushPacket: Buffer = Buffer.from('0000');

/** Parts a request's command from its arguments (gitprotocol-v2(5)). */
export const delimiterPacket: Buffer = Buffer.from('0001');

/** What the packets of an answer carry, flushes and delimiters left out; null for what is not made of whole packets. */
export function readPackets(answer: Buffer): readonly Buffer[] | null {
  const packets: Buffer[] = [];
  let at = 0;
  while (at < answer.length) {
    const digits = answer.toString('latin1', at, at + 4);
    const length = /^[0-9a-f]{4}$/i.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
    if (length < 4) {
      at += 4;
      continue;
    }
    if (Number.isNaN(length) || at + length > answer.length) return null;
    packets.push(answer.subarray(at + 4, at + length));
    at += length;
  }
  return packets;
}
