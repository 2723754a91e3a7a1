import { describe, expect, it } from 'vitest';
import { delimiterPacket, flushPacket, packetLine, readPackets } from '../../src/git/packet-line.ts';

function read(answer: Buffer): readonly string[] | undefined {
  return readPackets(answer)?.map(String);
}

describe('packet lines', () => {
  it('say how long they are in bytes, themselves included', () => {
    expect(packetLine('want ä\n').toString()).toBe('000cwant ä\n');
    expect(packetLine('').toString()).toBe('0004');
  });

  it('are read as they were written, what parts and ends them left out', () => {
    const answer = Buffer.concat([packetLine('one\n'), delimiterPacket, packetLine('zwölf'), flushPacket]);
    expect(read(answer)).toEqual(['one\n', 'zwölf']);
    expect(read(Buffer.alloc(0))).toEqual([]);
  });

  it.each([
    ['a page of HTML', '<html></html>'],
    ['a packet that was cut short', '000aone'],
    ['a length that was cut short', '0008one\n00'],
  ])('are not read from %s', (_, answer) => {
    expect(read(Buffer.from(answer))).toBeUndefined();
  });
});
