import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decide.ts';
import type { Plan } from '../../../src/core/decision.ts';
import type { Ledger } from '../../../src/core/ledger.ts';
import { findNewLine, listNewlyWaiting } from '../../../src/core/newly-waiting.ts';
import type { Snapshot } from '../../../src/core/snapshot.ts';
import { aLedger, aMemory, hour, noon } from '../../builders/ledger.ts';
import { aPolicy } from '../../builders/policy.ts';
import { tip } from '../../builders/sha.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { aStory } from '../../builders/story.ts';

const stories = ['1.10', '1.2', '1.3'].map((number) => aStory({ number }));
const sticky = { code: 'declined', detail: 'Which width?', since: noon };
const asked = { '1.10': aMemory({ sticky }), '1.2': aMemory({ sticky }) };
const silentBase = { base: { branch: 'main', sha: tip, checks: [] } };
const silent = { base: { proven: null, watched: { sha: tip, since: noon - hour } } };

function planOf(ledger: Ledger, world: Partial<Snapshot> = {}, now = noon): Plan {
  return decide(aSnapshot(stories, world), ledger, aPolicy(), now);
}

function newly(plan: Plan, before: Ledger): readonly string[] {
  return listNewlyWaiting(plan, before).map(({ story }) => story);
}

describe('who began to wait for a person', () => {
  it('is told in the pass that saw it first, in the order of the stories, and in no later one', () => {
    const before = aLedger(asked);
    const first = planOf(before);
    expect(newly(first, before)).toEqual(['1.2', '1.10']);
    expect(newly(planOf(first.ledger, {}, noon + hour), first.ledger)).toEqual([]);
  });

  it('is told again for another reason', () => {
    const { ledger } = planOf(aLedger(asked));
    const before = {
      ...ledger,
      stories: { ...asked, '1.2': aMemory({ sticky: { ...sticky, code: 'push_refused' } }) },
    };
    expect(newly(planOf(before, {}, noon + hour), before)).toEqual(['1.2']);
  });

  it('is nobody who waits by a person’s doing, or with the whole line', () => {
    const cancelled = aLedger({ '1.2': aMemory({ sticky: { ...sticky, code: 'cancelled' } }) });
    expect(newly(planOf(cancelled), cancelled)).toEqual([]);
    const waiting = aLedger({}, silent);
    expect(newly(planOf(waiting, silentBase), waiting)).toEqual([]);
  });
});

describe('what the whole line began to wait for', () => {
  it('is told once, with all that waits for it', () => {
    const before = aLedger({}, silent);
    const first = planOf(before, silentBase);
    expect(findNewLine(first, before)?.code).toBe('base_no_run');
    expect(first.ledger.line).toEqual({ code: 'base_no_run', since: noon });
    expect(findNewLine(planOf(first.ledger, silentBase, noon + hour), first.ledger)).toBeNull();
  });

  it('is nothing that ends by itself, and no pause by a person', () => {
    expect(findNewLine(planOf(aLedger()), aLedger())).toBeNull();
    const paused = aLedger({}, { paused: { by: 'ada', at: noon, cause: 'person' } });
    expect(findNewLine(planOf(paused), paused)).toBeNull();
    const spent = aLedger({}, { paused: { by: 'epic 1', at: noon, cause: 'budget' } });
    expect(findNewLine(planOf(spent), spent)?.code).toBe('budget_spent');
  });
});
