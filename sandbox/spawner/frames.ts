import type { Socket } from 'node:net';

const kinds = [
  'start',
  'input',
  'input_end',
  'signal',
  'spawned',
  'failed',
  'stdout',
  'stdout_end',
  'stderr',
  'stderr_end',
  'exit',
] as const;

/** What is said between a process and the helper that starts processes for it. */
export type FrameKind = (typeof kinds)[number];

const headerLength = 5;

/** One message: a byte for its kind, four for its length, and what it says. */
export function frame(kind: FrameKind, payload: string | Uint8Array): Buffer {
  const body = Buffer.from(payload);
  const header = Buffer.alloc(headerLength);
  header.writeUInt8(kinds.indexOf(kind));
  header.writeUInt32BE(body.length, 1);
  return Buffer.concat([header, body]);
}

/** Calls back with each message that has come in whole. */
export function readFrames(socket: Socket, onFrame: (kind: FrameKind, payload: Buffer) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= headerLength) {
      const end = headerLength + rest.readUInt32BE(1);
      if (rest.length < end) return;
      const kind = kinds[rest.readUInt8()];
      const payload = rest.subarray(headerLength, end);
      rest = rest.subarray(end);
      if (kind !== undefined) onFrame(kind, payload);
    }
  });
}
