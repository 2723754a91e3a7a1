/** Output of a process of which head and tail are kept, whatever its length. */
export interface CappedOutput {
  push(chunk: Buffer): void;
  text(): string;
}

/** Keeps at most `limit` bytes: the first half as it came, and the newest of the rest. */
export function createCappedOutput(limit: number): CappedOutput {
  const headLimit = Math.ceil(limit / 2);
  const tailLimit = limit - headLimit;
  const head: Buffer[] = [];
  let tail: Buffer[] = [];
  let headBytes = 0;
  let tailBytes = 0;
  let dropped = 0;

  function pushTail(chunk: Buffer): void {
    tail.push(chunk);
    tailBytes += chunk.length;
    // Joined only when twice the limit has gathered: a flood costs a copy now and then, not one per chunk.
    if (tailBytes > 2 * tailLimit) {
      const kept = Buffer.from(Buffer.concat(tail).subarray(tailBytes - tailLimit));
      dropped += tailBytes - kept.length;
      tail = [kept];
      tailBytes = kept.length;
    }
  }

  return {
    push(chunk) {
      const room = Math.min(headLimit - headBytes, chunk.length);
      if (room > 0) {
        head.push(Buffer.from(chunk.subarray(0, room)));
        headBytes += room;
      }
      if (room < chunk.length) pushTail(Buffer.from(chunk.subarray(room)));
    },
    text() {
      const rest = Buffer.concat(tail);
      const kept = rest.subarray(Math.max(0, rest.length - tailLimit));
      const left = dropped + rest.length - kept.length;
      const note = left === 0 ? '' : `\n[… ${left} bytes left out …]\n`;
      return `${Buffer.concat(head).toString('utf8')}${note}${kept.toString('utf8')}`;
    },
  };
}
