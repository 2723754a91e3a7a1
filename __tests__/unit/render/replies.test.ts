import { describe, expect, it } from 'vitest';
import { commandGuide } from '../../../src/core/command-guide.ts';
import { decide } from '../../../src/core/decide.ts';
import type { Ledger } from '../../../src/core/ledger.ts';
import type { Snapshot, StoryFacts } from '../../../src/core/snapshot.ts';
import { joinReplies, type ReplyFacts, renderReply } from '../../../src/render/replies.ts';
import { aLedger, aMemory, hour, noon } from '../../builders/ledger.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { aStory, ourStory } from '../../builders/story.ts';

const verified = ourStory({ number: '1.1', agentStatus: 'reported_done', verifiedStatus: 'verified' });
const declined = { code: 'declined', detail: 'Which width?', since: noon - 3 * hour };
const stories = [verified, aStory({ number: '1.2' }), aStory({ number: '1.3' }), aStory({ number: '2.1' })];
const world = aSnapshot(stories, { ready: new Set(['1.2', '1.3']), blockers: new Map([['2.1', ['1.2']]]) });

function facts(change: { world?: Snapshot; ledger?: Ledger } = {}): ReplyFacts {
  const seen = change.world ?? world;
  const before = change.ledger ?? aLedger({ '1.2': aMemory({ sticky: declined }) });
  const plan = decide(seen, before, aPolicy(), noon);
  const tally = { verified: 2, attempts: 3, costMillicents: 500_000 };
  return { world: seen, plan, ledger: plan.ledger, tally, now: noon };
}

/** A comment that was followed and is not answered yet. */
function heardOf(id: string): Ledger['heard'] {
  const entry = { at: noon, on: 5, login: 'ada', outcome: 'done', replies: ['So it is.'], answered: false } as const;
  return { since: null, handled: { [id]: { ...entry, replies: [...entry.replies] } } };
}

describe('help', () => {
  it('tells every command with its form and the permission that it takes', () => {
    const text = renderReply({ kind: 'help' }, facts());
    for (const { form } of Object.values(commandGuide)) {
      expect(text).toContain(`| \`/orchestrate ${form.replaceAll('|', '\\|')}\` |`);
    }
    expect(text).toMatch(/`\/orchestrate reset STORY` .* \| maintain \|/);
  });
});

describe('status', () => {
  it('tells how the project stands, and what waits for a person first', () => {
    const text = renderReply({ kind: 'status' }, facts());
    expect(text).toMatch(/^\*\*1 of 4 stories verified\*\* · 0 agents at work · 1 waiting for a person · main at /);
    expect(text).toContain('### Waits for a person (1)');
    expect(text).toContain('Which width?');
  });

  it('stays short however many stories wait', () => {
    const many = Array.from({ length: 5000 }, (_, at) => aStory({ number: `7.${at}`, title: 'x'.repeat(90) }));
    const text = renderReply({ kind: 'status' }, facts({ world: aSnapshot(many, { ready: new Set() }) }));
    expect(text.length).toBeLessThan(20_100);
    expect(text).toMatch(/and \d+ more/);
  });
});

describe('why', () => {
  it('tells the chain of a story down to its root, since when, and what to do there', () => {
    const text = renderReply({ kind: 'why', story: '2.1' }, facts());
    expect(text).toContain(
      '2.1 waits for 1.2: the agent could not restate the story (Which width?), since 3 h.  \nWhat to do: Answer the questions',
    );
  });

  it('comes to the root of a long chain, and says how many it leaves out on the way', () => {
    const row = Array.from({ length: 300 }, (_, at) => aStory({ number: `4.${300 - at}` }));
    const blockers = new Map(row.slice(0, -1).map(({ number }, at) => [number, [row[at + 1]?.number ?? '']]));
    const seen = aSnapshot(row, { ready: new Set(), blockers });
    const ledger = aLedger({ '4.1': aMemory({ sticky: declined }) });
    const text = renderReply({ kind: 'why', story: '4.300' }, facts({ world: seen, ledger }));
    expect(text).toMatch(
      /^4\.300 waits for 4\.299, .*, which waits for 290 more, which waits for 4\.2, which waits for 4\.1: the agent could not restate/m,
    );
  });

  it('names the nearest of a story that there is not', () => {
    expect(renderReply({ kind: 'why', story: '2.11' }, facts())).toBe('There is no story 2.11. Did you mean 2.1?');
  });

  it('tells of everything that waits for a person where no story is named', () => {
    const text = renderReply({ kind: 'why', story: null }, facts());
    expect(text).toContain('1.2: the agent could not restate the story');
    expect(text).not.toContain('2.1');
    const idle = renderReply({ kind: 'why', story: null }, facts({ ledger: aLedger() }));
    expect(idle).toContain('Nothing waits for a person.');
  });

  it('makes text from outside harmless', () => {
    const sticky = { ...declined, detail: '<img src=x> @everyone ![x](http://evil.test) fixes #1' };
    const text = renderReply({ kind: 'why', story: '1.2' }, facts({ ledger: aLedger({ '1.2': aMemory({ sticky }) }) }));
    expect(text).not.toMatch(/<img|@everyone|!\[|#1\b/);
  });
});

describe('plan', () => {
  it('tells what would be done now, and what the rest may take at the rate so far', () => {
    const text = renderReply({ kind: 'plan' }, facts());
    expect(text).toMatch(/^1 agent now · 3 stories to go · about 5 attempts · about \$7\.50 more at the rate so far\n/);
    expect(text).toContain('- **dispatch** (implement) 1.3: ready');
  });

  it('is no part of itself: answers to people are left out', () => {
    const { plan, ...rest } = facts({ ledger: aLedger({}, { heard: heardOf('7') }) });
    expect(plan.decisions.map(({ kind }) => kind)).toContain('answer');
    expect(renderReply({ kind: 'plan' }, { ...rest, plan })).not.toContain('answer');
  });

  it('promises nothing where nothing is verified, or no cost was told', () => {
    const none = { verified: 0, attempts: 0, costMillicents: 0 };
    expect(renderReply({ kind: 'plan' }, { ...facts(), tally: none })).toContain('there is no rate to go by');
    const free = { verified: 2, attempts: 2, costMillicents: 0 };
    expect(renderReply({ kind: 'plan' }, { ...facts(), tally: free })).toContain('what agents cost was never told');
  });

  it('says so where nothing would be done', () => {
    const done: readonly StoryFacts[] = [verified];
    const ledger = aLedger({}, { finished: true });
    expect(renderReply({ kind: 'plan' }, facts({ world: aSnapshot(done), ledger }))).toContain('Nothing would be done');
  });
});

describe('the replies to several commands of one comment', () => {
  it('stand below each other, in order', () => {
    expect(joinReplies(['one', 'two'])).toBe('one\n\ntwo');
  });

  it('are never longer than GitHub takes of a comment; what is left out is said', () => {
    const joined = joinReplies(Array.from({ length: 20 }, () => 'x'.repeat(20_000)));
    expect(joined.length).toBeLessThan(65_000);
    expect(joined).toMatch(/… and 18 more: ask for them in a comment of their own\.$/);
  });
});
