import { describe, expect, it } from 'vitest';
import type { LegFacts, RunFacts, Snapshot } from '../../../../src/core/snapshot.ts';
import { aFlight, minute, noon, opened } from '../../../builders/ledger.ts';
import { answerScene, askScene, type Row } from '../../../builders/scene.ts';
import { ourStory } from '../../../builders/story.ts';

const story = ourStory();
const flight = aFlight();

function seen(status: RunFacts['status'], leg?: Partial<LegFacts>): Partial<Snapshot> {
  const facts: LegFacts = { assignment: '99-3', agent: 'success', settle: 'failure', settleJobId: 5, ...leg };
  return {
    runs: new Map([[99, { id: 99, attempt: 1, status }]]),
    legs: new Map(leg === undefined ? [] : [['99-3', facts]]),
  };
}

const rows: readonly Row[] = [
  {
    behaviour: 'a run under way is waited for',
    story,
    flight,
    world: seen('in_progress'),
    expected: 'hold agent_at_work',
  },
  { behaviour: 'a queued run is waited for', story, flight, world: seen('queued'), expected: 'hold agent_at_work' },
  {
    behaviour: 'a run under way is waited for even past its time, since only its end frees the place',
    story,
    flight,
    world: seen('in_progress'),
    now: noon + 600 * minute,
    expected: 'hold agent_at_work',
  },
  {
    behaviour: 'a run that cannot be seen is believed for a while',
    story,
    flight,
    now: noon + 60 * minute,
    expected: 'hold agent_at_work',
  },
  {
    behaviour: 'a run that cannot be seen is lost in the end',
    story,
    flight,
    now: noon + 81 * minute,
    expected: 'lose',
  },
  {
    behaviour: 'a run whose jobs are not known yet is being settled',
    story,
    flight,
    world: seen('completed'),
    expected: 'hold settling',
  },
  {
    behaviour: 'a settle job that did not finish is run again',
    story,
    flight,
    world: seen('completed', {}),
    expected: 'rerun_settle',
  },
  {
    behaviour: 'a settle job is run again twice, and then no more',
    story,
    flight: aFlight({ settleReruns: 2 }),
    world: seen('completed', {}),
    expected: 'lose',
  },
  {
    behaviour: 'a run without a settle job has lost its outcome',
    story,
    flight,
    world: seen('completed', { settleJobId: null }),
    expected: 'lose',
  },
  {
    behaviour: 'an outcome that was settled, which an older ledger does not know, is settled no second time',
    story,
    flight,
    world: seen('completed', { settle: 'success' }),
    expected: 'discard',
  },
  {
    behaviour: 'a failed agent job is lost',
    story,
    flight,
    world: seen('completed', { agent: 'failure' }),
    expected: 'lose',
  },
  {
    behaviour: 'a cancelled agent job is lost',
    story,
    flight,
    world: seen('completed', { agent: 'cancelled' }),
    expected: 'lose',
  },
  {
    behaviour: 'a run in which the agent never started is lost',
    story,
    flight,
    world: seen('completed', { agent: 'missing' }),
    expected: 'lose',
  },
  {
    behaviour: 'an agent is let end its work though a person is asked meanwhile',
    story,
    flight,
    memory: opened({ sticky: { code: 'declined', detail: '', since: noon } }),
    world: seen('in_progress'),
    expected: 'hold agent_at_work',
  },
  {
    behaviour: 'the place of an agent is freed though its story was verified meanwhile',
    story: ourStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' }),
    flight,
    world: seen('completed', { agent: 'cancelled' }),
    expected: 'lose',
  },
  {
    behaviour: 'a verified story whose agent is still at work says so',
    story: ourStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' }),
    flight,
    world: seen('in_progress'),
    expected: 'hold agent_at_work',
  },
];

describe('in flight', () => {
  it.each(rows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene(scene)).toBe(expected);
  });

  it('names the job that is run again', () => {
    expect(askScene({ story, flight, world: seen('completed', { settleJobId: 77 }) })).toMatchObject({
      decision: { assignment: '99-3', jobId: 77 },
    });
  });
});
