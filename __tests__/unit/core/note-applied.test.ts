import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/core/decision.ts';
import { noteApplied } from '../../../src/core/note-applied.ts';
import { aFlight, aHead, aLedger, aMemory, noon } from '../../builders/ledger.ts';
import { aSha } from '../../builders/sha.ts';
import { ourStory } from '../../builders/story.ts';

const flight = aFlight();
const accept: Decision = {
  kind: 'accept',
  story: ourStory(),
  because: 'implement: 3 files changed',
  assignment: flight.id,
  branch: 'orchestrate/1.1',
  head: aHead(),
  expected: null,
};
const old = { 'comment 11': { id: 8, digest: 'x', note: '' } };
const before = aLedger({ '1.1': aMemory() }, { flights: { [flight.id]: flight }, shown: old });

describe('a decision that was applied', () => {
  it('is remembered, told as activity and as the end of its attempt, with what people see of it already', () => {
    const shown = { 'pull_request 11': { id: null, digest: 'y', note: '' } };
    const after = noteApplied(before, accept, { pullRequest: 11, shown }, noon);
    expect(after).toMatchObject({ flights: {}, stories: { '1.1': { pullRequest: 11 } }, shown: { ...old, ...shown } });
    expect(after.recent).toMatchObject([{ kind: 'accept', story: '1.1' }]);
    expect(after.stories['1.1']?.attempts).toMatchObject([{ assignment: flight.id, ended: 'accepted' }]);
  });

  it('is told to nobody where its branch was taken: it is done by the next round, elsewhere', () => {
    const after = noteApplied(before, accept, { taken: aSha('theirs') }, noon);
    expect(after).toMatchObject({ recent: [], stories: { '1.1': { generation: 2, attempts: [] } } });
    expect(Object.keys(after.flights)).toEqual([flight.id]);
  });
});
