import { describe, expect, it } from 'vitest';
import { type Driven, drive } from '../../sandbox/demo/drive.ts';

/** A world that looks like these pictures, one after another; the last one stays. */
function worldOf(pictures: readonly string[], signal = new AbortController().signal) {
  const did: string[] = [];
  const left = [...pictures];
  const driven: Driven = {
    dispatch: async () => void did.push('dispatch'),
    schedule: () => void did.push('schedule'),
    idle: async () => undefined,
    look: async () => {
      const picture = (left.length > 1 ? left.shift() : left[0]) ?? '';
      return { isDone: picture === 'done', picture, waitMs: picture === 'backing off' ? 300 : 0 };
    },
    signal,
  };
  return { driven, did };
}

describe('the driver', () => {
  it('starts the loop once by hand and is only the clock from then on', async () => {
    const { driven, did } = worldOf(['new', 'one', 'two', 'done']);
    expect(await drive(driven)).toBe('done');
    expect(did).toEqual(['dispatch', 'schedule', 'schedule']);
  });

  it('starts nothing in a world that is done', async () => {
    const { driven, did } = worldOf(['done']);
    expect(await drive(driven)).toBe('done');
    expect(did).toEqual([]);
  });

  it('gives up when nothing moved three times in a row', async () => {
    const { driven, did } = worldOf(['new', 'one', 'one', 'one', 'two', 'two']);
    expect(await drive(driven)).toBe('stuck');
    expect(did.filter((what) => what === 'schedule')).toHaveLength(6);
  });

  it('waits as long as the loop says that it waits before it wakes it', async () => {
    const { driven, did } = worldOf(['new', 'backing off', 'done']);
    const started = performance.now();
    let wokenAfter = 0;
    const schedule = (): void => {
      wokenAfter = performance.now() - started;
      driven.schedule();
    };
    expect(await drive({ ...driven, schedule })).toBe('done');
    expect(did).toEqual(['dispatch', 'schedule']);
    expect(wokenAfter).toBeGreaterThan(300);
  });

  it('stops when it is told to', async () => {
    const { driven } = worldOf(['new', 'one'], AbortSignal.abort());
    expect(await drive(driven)).toBe('stopped');
  });
});
