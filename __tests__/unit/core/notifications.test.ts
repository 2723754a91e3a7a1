import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decide.ts';
import type { Ledger } from '../../../src/core/ledger.ts';
import {
  findNotifications,
  type NotificationFacts,
  noteNotified,
  noteRefused,
} from '../../../src/core/notifications.ts';
import type { Snapshot } from '../../../src/core/snapshot.ts';
import { aCheck } from '../../builders/checks.ts';
import { aLedger, aMemory, hour, minute, noon } from '../../builders/ledger.ts';
import { aPolicy } from '../../builders/policy.ts';
import { tip } from '../../builders/sha.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { aStory, ourStory } from '../../builders/story.ts';

const policy = aPolicy();
const sticky = { code: 'rejections_exhausted', detail: 'rejected 3 times', since: noon };
const done = ourStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' });
const redBase = { base: { branch: 'main', sha: tip, checks: [aCheck('failure')] } };

interface Scene {
  readonly world?: Snapshot;
  readonly ledger?: Partial<Ledger>;
  readonly now?: number;
}

function factsOf({ world = aSnapshot([aStory()]), ledger = {}, now = noon }: Scene): NotificationFacts {
  const plan = decide(world, aLedger({}, ledger), policy, now);
  return { world, plan, ledger: plan.ledger, policy, now };
}

function told(scene: Scene): readonly string[] {
  return findNotifications(factsOf(scene)).map(({ kind, story }) => `${kind} ${story?.number ?? '-'}`);
}

describe('people are told', () => {
  it.each<[behaviour: string, scene: Scene, expected: readonly string[]]>([
    ['of nothing where all goes on', {}, []],
    ['of a story that is handed to them', { ledger: { stories: { '1.1': aMemory({ sticky }) } } }, ['escalation 1.1']],
    [
      'of nothing that they brought about themselves',
      { ledger: { stories: { '1.1': aMemory({ sticky: { ...sticky, code: 'closed_by_human' } }) } } },
      [],
    ],
    [
      'of a red base, once and not of every story that waits for it',
      { world: aSnapshot([aStory()], redBase) },
      ['base_red -'],
    ],
    [
      'of a base that waits for a person, once',
      {
        world: aSnapshot([aStory(), aStory({ number: '1.2' })], { base: { ...redBase.base, checks: [] } }),
        ledger: { base: { proven: null, watched: { sha: tip, since: noon - hour } } },
      },
      ['escalation -'],
    ],
    [
      'of a budget that stopped the project',
      { ledger: { paused: { by: 'epic 1', at: noon, cause: 'budget' } } },
      ['budget_stop -'],
    ],
    ['of no pause by a person', { ledger: { paused: { by: 'ada', at: noon, cause: 'person' } } }, []],
    ['of the end', { world: aSnapshot([done]), ledger: { finished: true } }, ['done -']],
  ])('%s', (_behaviour, scene, expected) => {
    expect(told(scene)).toEqual(expected);
  });

  it('of at most twenty things at a time, and of the others then', () => {
    const many = Array.from({ length: 25 }, (_, at) => aStory({ number: `1.${at + 1}`, criteria: [] }));
    const facts = factsOf({ world: aSnapshot(many) });
    const first = findNotifications(facts);
    expect(first).toHaveLength(20);
    const notified = noteNotified(first, facts);
    expect(findNotifications({ ...facts, ledger: { ...facts.ledger, notified } })).toHaveLength(5);
  });
});

describe('nobody is told twice', () => {
  it('of what was told, until it is another matter', () => {
    const facts = factsOf({ ledger: { stories: { '1.1': aMemory({ sticky }) } } });
    const notified = noteNotified(findNotifications(facts), facts);
    expect(findNotifications({ ...facts, ledger: { ...facts.ledger, notified } })).toEqual([]);
    const later = { ...sticky, code: 'declined' };
    expect(told({ ledger: { notified, stories: { '1.1': aMemory({ sticky: later }) } } })).toEqual(['escalation 1.1']);
  });

  it('of a base that is red again at the same commit', () => {
    const facts = factsOf({ world: aSnapshot([aStory()], redBase) });
    const notified = noteNotified(findNotifications(facts), facts);
    const green = noteNotified([], { ledger: { ...facts.ledger, notified }, now: noon + hour });
    expect(told({ world: aSnapshot([aStory()], redBase), ledger: { notified: green }, now: noon + hour })).toEqual([]);
  });

  it('but of another end, once there was more to do', () => {
    const ended = { ...aLedger(), finished: true };
    const notified = noteNotified(findNotifications(factsOf({ world: aSnapshot([done]), ledger: ended })), {
      ledger: ended,
      now: noon,
    });
    expect(notified).toHaveProperty('done');
    expect(noteNotified([], { ledger: { ...ended, notified, finished: false }, now: noon })).toEqual({});
  });

  it('and where the webhook takes nothing it is left alone for half an hour', () => {
    const stories = { '1.1': aMemory({ sticky }) };
    const facts = factsOf({ ledger: { stories } });
    const notified = noteRefused(facts);
    expect(told({ ledger: { stories, notified }, now: noon + 29 * minute })).toEqual([]);
    const again = factsOf({ ledger: { stories, notified }, now: noon + 30 * minute });
    const due = findNotifications(again);
    expect(due).toHaveLength(1);
    expect(Object.keys(noteNotified(due, again))).toEqual(due.map(({ key }) => key));
  });

  it('and what is over is forgotten after a week', () => {
    const ledger = { ...aLedger(), notified: { 'base_red abc': noon } };
    expect(noteNotified([], { ledger, now: noon + 6 * 24 * hour })).toHaveProperty(['base_red abc']);
    expect(noteNotified([], { ledger, now: noon + 8 * 24 * hour })).toEqual({});
  });
});
