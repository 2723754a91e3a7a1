import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../src/loopctl/story-record.ts';
import { gatherContracted } from '../../../src/pass/gather-contracted.ts';
import { aLedger, aMemory } from '../../builders/ledger.ts';
import { aStory, ourStory } from '../../builders/story.ts';

function entry(newState: HistoryEntry['newState']): HistoryEntry {
  return { id: 'e', action: 'status_changed', actorLabel: null, oldState: {}, newState, insertedAt: '' };
}

const handshakes = [
  entry({ agent_status: 'contracted', agent_id: 'somebody' }),
  entry({ agent_status: 'pending', agent_id: 'orchestrator' }),
  entry({ agent_status: 'contracted', agent_id: 'implementer' }),
  entry({ title: 'changed' }),
];

describe('who made a handshake', () => {
  it.each<readonly [string, readonly HistoryEntry[], string | null]>([
    ['is who made the newest', handshakes, 'implementer'],
    ['is unknown without a history', [], null],
    ['is unknown where an orchestrator without an agent made it', [entry({ agent_status: 'contracted' })], null],
  ])('%s', async (_, history, agent) => {
    const stories = [aStory({ agentStatus: 'contracted' })];
    const contractedBy = await gatherContracted(stories, aLedger(), { history: async () => history });
    expect(contractedBy).toEqual(new Map([['1.1', agent]]));
  });

  it('is asked only for contracted stories whose agreement is forgotten', async () => {
    const stories = [aStory({ agentStatus: 'contracted' }), aStory({ number: '1.2' }), ourStory({ number: '1.3' })];
    const ledger = aLedger({ '1.1': aMemory({ agreement: 'criteria-1.1' }) });
    const history = (): Promise<never> => Promise.reject(new Error('it was asked'));
    expect(await gatherContracted(stories, ledger, { history })).toEqual(new Map());
  });
});
