import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeLabel, renderGraph } from '../../../../src/render/dashboard/graph.ts';
import { pickNear } from '../../../../src/render/dashboard/near-stories.ts';
import { shownOf } from '../../../builders/dashboard.ts';
import { aFlight, aLedger, aMemory, noon } from '../../../builders/ledger.ts';
import { aSnapshot } from '../../../builders/snapshot.ts';
import { aStory, ourStory } from '../../../builders/story.ts';

describe('the picture of what is under way and next', () => {
  test('draws who waits for whom, without what follows from it, and who is at work', () => {
    const world = aSnapshot(
      [ourStory(), aStory({ number: '1.2' }), aStory({ number: '1.3' }), aStory({ number: '1.4' })],
      {
        ready: new Set(['1.4']),
        blockers: new Map([
          ['1.2', ['1.1']],
          ['1.3', ['1.1', '1.2']],
        ]),
      },
    );
    const ledger = aLedger({ '1.1': aMemory() }, { flights: { '99-3': aFlight() } });
    const drawn = renderGraph(shownOf(world, { ledger })).filter((line) => line.startsWith('  '));
    expect(drawn.filter((line) => !line.includes('classDef'))).toEqual([
      '  s1_1["1.1 Story 1.1"]:::work',
      '  s1_2["1.2 Story 1.2"]:::later',
      '  s1_3["1.3 Story 1.3"]:::later',
      '  s1_4["1.4 Story 1.4"]:::next',
      '  s1_1 --> s1_2',
      '  s1_2 --> s1_3',
    ]);
  });

  test('marks what waits for a person', () => {
    const ledger = aLedger({ '1.1': aMemory({ sticky: { code: 'declined', detail: '', since: noon } }) });
    expect(renderGraph(shownOf(aSnapshot([aStory()]), { ledger })).join('\n')).toContain(':::person');
  });

  test('is left out when everything is done', () => {
    const stories = [aStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' })];
    expect(renderGraph(shownOf(aSnapshot(stories)))).toEqual([]);
  });

  test('stays readable: two dozen stories of ten thousand, the ones under way among them', () => {
    const stories = Array.from({ length: 10_000 }, (_, index) => aStory({ number: `${1 + index}.1` }));
    const memories = Object.fromEntries(['7.1', '9000.1'].map((story) => [story, aMemory()]));
    const near = pickNear(aSnapshot(stories), { holds: new Map() }, aLedger(memories), 'cohesion');
    expect(near.stories.length).toBeLessThanOrEqual(24);
    expect(near.stories).toEqual(expect.arrayContaining(['7.1', '9000.1']));
    expect(near.others).toBe(10_000 - near.stories.length);
  });
});

describe('a title in the picture', () => {
  test('keeps its letters, of whatever script', () => {
    expect(escapeLabel('1.1 Überprüfung der 設定 v2.0')).toBe('1.1 Überprüfung der 設定 v2.0');
  });

  test('cannot end the label, the line or the block, whatever is in it', () => {
    const titles = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((codes) => String.fromCodePoint(...codes));
    fc.assert(
      fc.property(titles, (title) => {
        expect(escapeLabel(title)).toMatch(/^[\p{L}\p{M}\p{N} .#;]*$/u);
        expect(escapeLabel(title).replaceAll(/#\d+;/g, '')).not.toMatch(/[#;]/);
      }),
      { numRuns: 100 },
    );
  });
});
