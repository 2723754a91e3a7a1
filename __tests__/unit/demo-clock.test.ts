import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../sandbox/demo/clock.ts';

const hour = 3_600_000;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clock-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function aheadBy(at: Date): number {
  // A millisecond may have gone by, and rounds to a zero of its own.
  return Math.round((at.getTime() - Date.now()) / hour) || 0;
}

describe('the clock of a world', () => {
  it('is right until it is put forward, again and again', () => {
    const clock = createClock(folder);
    expect(aheadBy(clock.now())).toBe(0);
    clock.advance(hour);
    clock.advance(2 * hour);
    expect(aheadBy(clock.now())).toBe(3);
  });

  it('goes on as it stood when the world is gone on with', () => {
    createClock(folder).advance(hour);
    expect(aheadBy(createClock(folder).now())).toBe(1);
  });

  it('tells when something really was, by the leap that was the last one then', () => {
    const clock = createClock(folder);
    const moments = [0, 1, 2].map(() => {
      const really = Date.now();
      const at = clock.now().toISOString();
      clock.advance(hour);
      return { really, at };
    });
    for (const { really, at } of moments) expect(Math.abs(Date.parse(clock.realTime(at)) - really)).toBeLessThan(1000);
  });

  it('is the clock of the machines, too', () => {
    const clock = createClock(folder);
    clock.advance(5 * hour);
    const env = { ...process.env, ...clock.environment };
    const script = 'console.log(new Date().toISOString(), Date.now())';
    const { stdout } = spawnSync(process.execPath, ['-e', script], { env, encoding: 'utf8' });
    const [text = '', number] = stdout.trim().split(' ');
    expect([aheadBy(new Date(text)), aheadBy(new Date(Number(number)))]).toEqual([5, 5]);
  });
});
