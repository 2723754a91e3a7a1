import { describe, expect, test } from 'vitest';
import { type DashboardEdits, type EditFacts, findTicked, readTicks, tickMarker } from '../../../src/core/ticks.ts';

function box(command: string, mark = 'x'): string {
  return `- [${mark}] ${tickMarker(command)}says what it does`;
}

describe('which boxes are ticked', () => {
  test.each([
    ['a ticked box', box('retry 2.1'), ['retry 2.1']],
    ['with a capital', box('retry 2.1', 'X'), ['retry 2.1']],
    ['one that is not ticked', box('retry 2.1', ' '), []],
    ['one below a story', `- **2.1** x\n  ${box('approve-paths 1a2b3c4')}`, ['approve-paths 1a2b3c4']],
    ['lines ended by CR LF', `${box('pause')}\r\n${box('resume', ' ')}\r\n`, ['pause']],
    [
      'several, each once, from the top',
      [box('retry 2.1'), box('pause'), box('retry 2.1')].join('\n'),
      ['retry 2.1', 'pause'],
    ],
    ['a command that takes words and care', box('reset 2.1'), []],
    ['a verb that only begins like one', box('retryall 2.1'), []],
    ['a box of somebody else', '- [x] done', []],
    ['a marker that is no box', `see ${tickMarker('pause')}`, []],
    ['a marker after other words', `- [x] done ${tickMarker('pause')}`, []],
    ['words that no command of ours has', '- [x] <!-- orchestrate:tick retry 2.1: do it -->', []],
    ['a line without an end', `- [x] <!-- orchestrate:tick retry ${'1 '.repeat(40_000)}`, []],
  ])('%s', (_, body, commands) => {
    expect(findTicked(body)).toEqual(commands);
  });
});

const us = { editor: 'orchestrate', isPerson: false };
const ada = { editor: 'ada', isPerson: true };
const ben = { editor: 'ben', isPerson: true };

function edited(edits: readonly EditFacts[], change: Partial<DashboardEdits> = {}): DashboardEdits {
  return { createdAt: 1000, body: box('retry 2.1'), edits, isComplete: true, ...change };
}

describe('who ticked them', () => {
  test('whoever alone edited the text since we wrote it', () => {
    const edits = [
      { ...ben, at: 3000 },
      { ...us, at: 5000 },
      { ...ada, at: 6000 },
      { ...ada, at: 7000 },
    ];
    expect(readTicks(edited(edits), 'orchestrate')).toEqual({
      kind: 'ticks',
      ticks: [{ id: 'tick 5000 retry 2.1', command: 'retry 2.1', editor: 'ada', at: 7000, textAt: 5000 }],
    });
  });

  test('whoever alone edited what we opened it with', () => {
    expect(readTicks(edited([{ ...ada, at: 7000 }]), 'orchestrate')).toMatchObject({
      ticks: [{ id: 'tick 1000 retry 2.1', editor: 'ada', textAt: 1000 }],
    });
  });

  test('a tick is the same for as long as we have not written the text anew', () => {
    const once = readTicks(
      edited([
        { ...us, at: 5000 },
        { ...ada, at: 6000 },
      ]),
      'orchestrate',
    );
    const more = [
      { ...us, at: 5000 },
      { ...ada, at: 6000 },
      { ...ada, at: 9000 },
    ];
    const later = readTicks(edited(more, { body: `${box('retry 2.1')}\n${box('pause')}` }), 'orchestrate');
    const again = readTicks(
      edited([
        { ...us, at: 8000 },
        { ...ada, at: 9000 },
      ]),
      'orchestrate',
    );
    const idsOf = (reading: typeof once): readonly string[] =>
      reading.kind === 'ticks' ? reading.ticks.map(({ id }) => id) : [];
    expect(idsOf(later)).toEqual([...idsOf(once), 'tick 5000 pause']);
    expect(idsOf(again)).not.toEqual(idsOf(once));
  });

  test.each([
    [
      'two people edited it',
      [
        { ...ada, at: 6000 },
        { ...ben, at: 7000 },
      ],
      {},
    ],
    ['a bot did', [{ editor: 'formatter', isPerson: false, at: 6000 }], {}],
    [
      'a person and a bot did',
      [
        { ...ada, at: 6000 },
        { editor: 'formatter', isPerson: false, at: 7000 },
      ],
      {},
    ],
    [
      'another one edited it in the very second in which we wrote it',
      [
        { ...us, at: 5000 },
        { ...ben, at: 5000 },
        { ...ada, at: 6000 },
      ],
      {},
    ],
    ['their account is gone', [{ editor: null, isPerson: false, at: 6000 }], {}],
    ['GitHub tells of no edit', [], {}],
    ['only we edited it', [{ ...us, at: 6000 }], {}],
    ['there were more edits than are seen', [{ ...ada, at: 6000 }], { isComplete: false }],
  ])('nobody, when %s', (_, edits, change) => {
    expect(readTicks(edited(edits, change), 'orchestrate')).toMatchObject({ kind: 'unsure', commands: ['retry 2.1'] });
  });

  test('nothing is unsure about a text in which nothing is ticked', () => {
    const edits = [
      { ...ada, at: 6000 },
      { ...ben, at: 7000 },
    ];
    expect(readTicks(edited(edits, { body: 'mended a typo' }), 'orchestrate')).toEqual({ kind: 'ticks', ticks: [] });
  });
});
