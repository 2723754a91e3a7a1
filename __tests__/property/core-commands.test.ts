import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../src/core/commands/apply-command.ts';
import type { Command } from '../../src/core/commands/command.ts';
import type { CommandAnswer } from '../../src/core/commands/command-answer.ts';
import { decide } from '../../src/core/decide.ts';
import { type Ledger, ledgerSchema } from '../../src/core/ledger.ts';
import type { Hold } from '../../src/core/reasons.ts';
import { type Situation, situations } from '../builders/arbitrary-snapshot.ts';

/** What one might say in this situation: of its stories, of the repair, of what does not exist, of every SHA in it. */
function commandsFor(situation: Situation): fc.Arbitrary<Command> {
  const { world, ledger } = situation;
  const stories = storiesOf(situation);
  const heads = Object.values(ledger.stories).flatMap(({ kept, head }) => [kept?.head.sha, head?.sha]);
  const pushed = [...world.heads.values()].map(({ sha }) => sha);
  const shas = [...heads, ...pushed, 'f'.repeat(40)].filter((sha) => sha !== undefined);
  return fc.oneof(
    fc.record({
      verb: fc.constant('retry' as const),
      story: stories,
      guidance: fc.option(fc.string({ minLength: 1 })),
    }),
    fc.record({ verb: fc.constant('reset' as const), story: stories }),
    fc.record({ verb: fc.constantFrom('pause' as const, 'resume' as const) }),
    fc.record({
      verb: fc.constant('approve-paths' as const),
      sha: fc.tuple(fc.constantFrom(...shas), fc.constantFrom(7, 40)).map(([sha, digits]) => sha.slice(0, digits)),
    }),
  );
}

function storiesOf({ world, ledger }: Situation): fc.Arbitrary<string> {
  return fc.constantFrom(...world.stories.map(({ number }) => number), ...Object.keys(ledger.stories), '9.9');
}

const told = situations.chain((situation) => fc.tuple(fc.constant(situation), commandsFor(situation)));

const retried = situations.chain((situation) => fc.tuple(fc.constant(situation), storiesOf(situation)));

function give(command: Command, { world, policy, now }: Situation, ledger: Ledger): CommandAnswer {
  const plan = decide(world, ledger, policy, now);
  const said = { actor: 'ada', saidAt: now, comment: null, story: null, now };
  return applyCommand(ledger, command, { ...said, world, plan, limits: policy.limits });
}

/** What holds a story, or is decided to; also while what a person took out of our hands is still to be given back. */
function holdOf(story: string, { world, policy, now }: Situation, ledger: Ledger): Hold | undefined {
  const plan = decide(world, ledger, policy, now);
  const escalation = plan.decisions.find((decision) => decision.kind === 'escalate' && decision.story.number === story);
  const { sticky = null } = ledger.stories[story] ?? {};
  const left = (['cancelled', 'released'] as const).find((code) => code === sticky?.code);
  if (left !== undefined) return { code: left, detail: sticky?.detail ?? '' };
  return plan.holds.get(story) ?? (escalation?.kind === 'escalate' ? escalation.hold : undefined);
}

/** A ledger without what a command is there to change. */
function rest(ledger: Ledger, command: Command): unknown {
  const { paused, repair, stories, ...others } = ledger;
  const spared = 'story' in command ? Object.entries(stories).filter(([number]) => number !== command.story) : [];
  return { others, red: repair.red, spared };
}

describe('whatever is said in whatever situation', () => {
  it('is answered, leaves a ledger that can be read, and touches nothing but what it is about', () => {
    fc.assert(
      fc.property(told, ([situation, command]) => {
        const answer = give(command, situation, situation.ledger);
        if (answer.kind === 'asked') return;
        const words = answer.kind === 'applied' ? [answer.answer] : [answer.reason, answer.remedy];
        for (const text of words) expect(text).toMatch(/\S.*[.?)]$/s);
        if (answer.kind === 'refused') return;
        expect(ledgerSchema.parse(answer.ledger)).toEqual(answer.ledger);
        expect(rest(answer.ledger, command)).toEqual(rest(situation.ledger, command));
      }),
    );
  });

  it('changes nothing more when it is said again', () => {
    fc.assert(
      fc.property(told, ([situation, command]) => {
        if (command.verb === 'retry') return;
        const once = give(command, situation, situation.ledger);
        if (once.kind !== 'applied') return;
        expect(give(command, situation, once.ledger)).toMatchObject({ kind: 'applied', ledger: once.ledger });
      }),
    );
  });

  it('comes to rest when a retry is said again and again: each time another reason is lifted, or none', () => {
    fc.assert(
      fc.property(retried, ([situation, story]) => {
        const ledgers = [situation.ledger];
        for (let said = 0; said < 8; said += 1) {
          const ledger = ledgers.at(-1) ?? situation.ledger;
          const answer = give({ verb: 'retry', story, guidance: 'stream it' }, situation, ledger);
          ledgers.push(answer.kind === 'applied' ? answer.ledger : ledger);
        }
        expect(ledgers.at(-1)).toEqual(ledgers.at(-2));
      }),
    );
  });

  it('a retry that says it released a story leaves it under another hold, or none', () => {
    let released = 0;
    fc.assert(
      fc.property(retried, ([situation, story]) => {
        const answer = give({ verb: 'retry', story, guidance: null }, situation, situation.ledger);
        if (answer.kind !== 'applied' || !answer.answer.includes('is released')) return;
        released += 1;
        const before = holdOf(story, situation, situation.ledger);
        expect(before).toBeDefined();
        expect(holdOf(story, situation, answer.ledger)).not.toEqual(before);
      }),
      { numRuns: 1000 },
    );
    expect(released).toBeGreaterThan(20);
  });
});
