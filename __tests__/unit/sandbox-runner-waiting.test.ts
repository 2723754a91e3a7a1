// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are workflow expressions, not template literals
import { describe, expect, test } from 'vitest';
import { createConcurrencyGroups, readConcurrency } from '../../sandbox/runner/concurrency.ts';
import { createSlots } from '../../sandbox/runner/slots.ts';

const never = new AbortController().signal;

function ask(group: string, change: { cancelInProgress?: boolean; queueAll?: boolean } = {}) {
  return { group, cancelInProgress: false, queueAll: false, ...change };
}

describe('a concurrency group', () => {
  const requests = (cancelled: string[] = []) => {
    const groups = createConcurrencyGroups();
    return (name: string, setting = ask('g'), heldByCallers: readonly string[] = [], signal = never) =>
      groups.enter({ setting, heldByCallers, cancel: () => cancelled.push(name), signal });
  };
  const leave = (admission: (() => void) | 'replaced') => {
    if (admission !== 'replaced') admission();
  };

  test('lets one in and the next when it leaves', async () => {
    const enter = requests();
    const first = await enter('first');
    let entered = false;
    const second = enter('second').then((admission) => {
      entered = true;
      return admission;
    });
    await Promise.resolve();
    expect(entered).toBe(false);
    leave(first);
    expect(await second).toBeTypeOf('function');
  });

  test('replaces who waits by who comes later', async () => {
    const enter = requests();
    const first = await enter('first');
    const second = enter('second');
    const third = enter('third');
    expect(await second).toBe('replaced');
    leave(first);
    expect(await third).toBeTypeOf('function');
  });

  test('keeps everybody waiting where the queue is max', async () => {
    const enter = requests();
    const first = await enter('first');
    const second = enter('second', ask('g', { queueAll: true }));
    const third = enter('third', ask('g', { queueAll: true }));
    leave(first);
    leave(await second);
    expect(await third).toBeTypeOf('function');
  });

  test('cancels who runs when the newcomer asks for it', async () => {
    const cancelled: string[] = [];
    const enter = requests(cancelled);
    const first = await enter('first');
    const second = enter('second', ask('g', { cancelInProgress: true }));
    expect(cancelled).toEqual(['first']);
    leave(first);
    expect(await second).toBeTypeOf('function');
  });

  test('refuses whoever is called by the one that holds it', async () => {
    const enter = requests();
    await enter('caller');
    expect(await enter('called', ask('g'), ['g'])).toBe('replaced');
  });

  test('forgets whoever gives up waiting', async () => {
    const enter = requests();
    const first = await enter('first');
    const stop = new AbortController();
    const second = enter('second', ask('g'), [], stop.signal);
    stop.abort('cancelled');
    await expect(second).rejects.toBe('cancelled');
    leave(first);
    expect(await enter('third')).toBeTypeOf('function');
  });

  test.each([
    ['a text', 'CI-${{ github.ref }}', { group: 'ci-main', cancelInProgress: false, queueAll: false }],
    ['nothing', undefined, null],
    [
      'a mapping',
      { group: 'x', 'cancel-in-progress': "${{ github.ref == 'main' }}", queue: 'max' },
      { group: 'x', cancelInProgress: true, queueAll: true },
    ],
  ])('is read from %s', (_title, node, expected) => {
    expect(readConcurrency(node, { contexts: { github: { ref: 'main' } } })).toEqual(expected);
  });
});

describe('slots', () => {
  test('serve whoever asked first', async () => {
    const slots = createSlots(1);
    const order: string[] = [];
    const first = await slots.take(never);
    const others = ['a', 'b', 'c'].map(async (name) => {
      const giveBack = await slots.take(never);
      order.push(name);
      giveBack();
    });
    first();
    await Promise.all(others);
    expect(order).toEqual(['a', 'b', 'c']);
  });

  test('are not lost to whoever gives up or gives back twice', async () => {
    const slots = createSlots(1);
    const first = await slots.take(never);
    const stop = new AbortController();
    const second = slots.take(stop.signal);
    stop.abort('cancelled');
    await expect(second).rejects.toBe('cancelled');
    first();
    first();
    await slots.take(never);
    const third = slots.take(never).then(() => 'taken');
    expect(await Promise.race([third, Promise.resolve('waiting')])).toBe('waiting');
  });
});
