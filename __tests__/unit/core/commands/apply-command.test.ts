import { describe, expect, it } from 'vitest';
import type { Feedback } from '../../../../src/core/assignment.ts';
import { applyCommand } from '../../../../src/core/commands/apply-command.ts';
import { decide } from '../../../../src/core/decide.ts';
import type { StoryMemory } from '../../../../src/core/ledger.ts';
import {
  type CommandScene,
  commandOf,
  followCommand,
  ledgerOf,
  refuseCommand,
} from '../../../builders/command-scene.ts';
import { aFlight, aHead, aLedger, aMemory, approved, minute, noon, opened } from '../../../builders/ledger.ts';
import { aPolicy } from '../../../builders/policy.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { aSha, headSha, tip } from '../../../builders/sha.ts';
import { aSnapshot } from '../../../builders/snapshot.ts';
import { aStory, ourStory } from '../../../builders/story.ts';

function sticky(code: string): StoryMemory['sticky'] {
  return { code, detail: 'why', since: noon - minute };
}

const kept = { head: aHead({ sha: aSha('kept') }), protectedPaths: ['package.json'] };
const closed = aPullRequest({ state: 'CLOSED' });
const pushed = {
  sha: aSha('pushed'),
  kind: 'push',
  fault: null,
  work: {
    head: aSha('pushed'),
    descends: true,
    diffBase: aSha('root'),
    patchId: 'patch-2',
    isEmpty: false,
    changedPaths: ['.github/workflows/ci.yml'],
    refusals: [],
    protectedPaths: ['.github/workflows/ci.yml'],
    concerns: [],
    missingDeliverables: [],
  },
} as const;

interface LiftRow {
  readonly hold: string;
  readonly scene: Omit<CommandScene, 'command'>;
  readonly expected: Partial<StoryMemory>;
  readonly says: RegExp;
}

const lifted: readonly LiftRow[] = [
  {
    hold: 'a declined story: a fresh agent gets it',
    scene: { memory: aMemory({ sticky: sticky('declined'), authorRuns: 1 }) },
    expected: { sticky: null, authorRuns: 1 },
    says: /^1\.1 is released: a fresh agent/,
  },
  {
    hold: 'a merge that GitHub did not make again and again: through the gate once more',
    scene: {
      story: ourStory({ agentStatus: 'reported_done' }),
      memory: approved({
        sticky: sticky('merge_refused'),
        unmerged: { headSha, detail: 'failed checks', times: 4, notBefore: noon + minute },
      }),
    },
    expected: { sticky: null, unmerged: null },
    says: /goes through the gate again/,
  },
  {
    hold: 'a merge that is to be asked for again: at once',
    scene: {
      story: ourStory({ agentStatus: 'reported_done' }),
      memory: approved({ unmerged: { headSha, detail: 'failed checks', times: 1, notBefore: noon + minute } }),
      world: { pullRequests: [aPullRequest()] },
    },
    expected: { unmerged: null },
    says: /at once/,
  },
  {
    hold: 'one rejected too often: one more attempt',
    scene: { memory: aMemory({ sticky: sticky('rejections_exhausted'), rejections: 3 }) },
    expected: { sticky: null, rejections: 3, granted: 1 },
    says: /one more attempt/,
  },
  {
    hold: 'one rejected too often once more: again one, and only one',
    scene: { memory: aMemory({ sticky: sticky('rejections_exhausted'), rejections: 4, granted: 1 }) },
    expected: { sticky: null, granted: 2 },
    says: /one more attempt/,
  },
  {
    hold: 'one rejected more often than a lowered limit allows: still one more',
    scene: { memory: aMemory({ sticky: sticky('rejections_exhausted'), rejections: 6 }) },
    expected: { granted: 4 },
    says: /one more attempt/,
  },
  {
    hold: 'one that is about to be handed to a person',
    scene: { memory: aMemory({ rejections: 3 }) },
    expected: { granted: 1, sticky: null },
    says: /one more attempt/,
  },
  {
    hold: 'machines that failed too often: counted from zero',
    scene: {
      memory: aMemory({
        sticky: sticky('infrastructure_exhausted'),
        infrastructure: { failures: 4, notBefore: noon + minute },
      }),
    },
    expected: { sticky: null, infrastructure: { failures: 0, notBefore: 0 } },
    says: /tried again/,
  },
  {
    hold: 'a back-off: at once, the failures still counted',
    scene: { memory: aMemory({ infrastructure: { failures: 2, notBefore: noon + minute } }) },
    expected: { infrastructure: { failures: 2, notBefore: 0 } },
    says: /at once/,
  },
  {
    hold: 'reviews that gave no verdict: asked again',
    scene: {
      story: ourStory(),
      memory: opened({ sticky: sticky('reviews_exhausted'), reviews: { headSha, count: 2 } }),
      world: { pullRequests: [aPullRequest()] },
    },
    expected: { sticky: null, reviews: { headSha, count: 0 }, pullRequest: 11 },
    says: /reviewed again/,
  },
  {
    hold: 'a pull request closed by a person: a new branch, the counters kept',
    scene: {
      memory: opened({ sticky: sticky('closed_by_human'), authorRuns: 3, rejections: 1 }),
      world: { pullRequests: [closed] },
    },
    expected: { generation: 2, pullRequest: null, head: null, authorRuns: 3, rejections: 1, sticky: null },
    says: /new branch/,
  },
  {
    hold: 'a pull request that was closed while nobody had the story: the same',
    scene: { memory: opened({ rejections: 1 }), world: { pullRequests: [closed] } },
    expected: { generation: 2, pullRequest: null, head: null, rejections: 1 },
    says: /new branch/,
  },
  {
    hold: 'a pull request that was closed and opened again: it goes on',
    scene: {
      memory: opened({ sticky: sticky('closed_by_human') }),
      world: { pullRequests: [aPullRequest()] },
    },
    expected: { sticky: null, generation: 1, pullRequest: 11, head: aHead() },
    says: /open again/,
  },
  {
    hold: 'a hold of a name that this release does not know: looked at again',
    scene: { memory: aMemory({ sticky: sticky('of_tomorrow') }) },
    expected: { sticky: null },
    says: /looked at again/,
  },
];

describe('retry lifts', () => {
  it.each(lifted)('$hold', ({ scene, expected, says }) => {
    const { memory, said } = followCommand({ ...scene, command: 'retry 1.1' });
    expect(memory).toEqual({ ...(scene.memory ?? aMemory()), ...memory, ...expected });
    expect(memory).toMatchObject(expected);
    expect(said).toMatch(says);
  });

  it('work that touches protected paths, by a no: the next author is told to do without', () => {
    const memory = aMemory({ agreement: 'criteria-1.1', authorRuns: 1, kept });
    expect(followCommand({ story: ourStory(), memory, command: 'retry 1.1' }).memory).toMatchObject({
      kept: null,
      approvedHead: null,
      feedback: [{ kind: 'outcome_refused', summary: expect.stringContaining('do without'), headSha: aSha('kept') }],
    });
  });

  it('repairs of the base that were given up: as many again', () => {
    const number = 'repair-1a2b3c4';
    const detail = '3 attempts';
    const ledger = aLedger(
      { [number]: aMemory({ sticky: { code: 'repairs_exhausted', detail, since: noon } }) },
      { repair: { red: null, tries: 3 } },
    );
    const world = aSnapshot([aStory()]);
    const plan = { holds: new Map([[number, { code: 'repairs_exhausted', detail } as const]]), decisions: [] };
    const said = { actor: 'ada', saidAt: noon, comment: null, story: null, now: noon };
    const facts = { ...said, world, plan, limits: aPolicy().limits };
    const end = applyCommand(ledger, commandOf(`retry ${number}`), facts);
    expect(end).toMatchObject({
      kind: 'applied',
      answer: `${number} is released: as many repairs are tried again.`,
      ledger: { repair: { tries: 0 }, stories: { [number]: { sticky: null } } },
    });
  });

  it('nothing where nothing is held, and says what the story waits for', () => {
    const waiting = { story: aStory({ criteria: [] }), command: 'retry 1.1' };
    const { ledger, said } = followCommand(waiting);
    expect(ledger).toEqual(ledgerOf(waiting));
    expect(said).toContain('nothing to lift (the story has no acceptance criteria');
    expect(followCommand({ command: 'retry 1.1' }).said).toContain('the next pass goes on with it');
  });

  it('nothing for a story that was fixed too often: that takes a reset', () => {
    const memory = aMemory({ sticky: sticky('author_runs_exhausted'), authorRuns: 6 });
    expect(refuseCommand({ memory, command: 'retry 1.1' })).toMatch(/fixed too often.*Only `reset` lifts it/);
    expect(refuseCommand({ memory: aMemory({ authorRuns: 6 }), command: 'retry 1.1' })).toMatch(/Only `reset`/);
  });
});

describe('guidance', () => {
  const command = 'retry 1.1: use the streaming parser';
  const words = {
    kind: 'guidance',
    summary: 'guidance by ada',
    items: ['use the streaming parser'],
    headSha: null,
    by: 'ada',
  };

  it('goes to the next author in the name of who gave it, beside what is asked already', () => {
    const findings: Feedback = { kind: 'review_failed', summary: 'no', items: [], headSha };
    const memory = aMemory({ sticky: sticky('rejections_exhausted'), rejections: 3, feedback: [findings] });
    const { memory: after, said } = followCommand({ memory, command });
    expect(after.feedback).toEqual([findings, words]);
    expect(said).toContain('The next agent is told what you said.');
  });

  it('is taken where nothing is held', () => {
    expect(followCommand({ command }).memory).toEqual(aMemory({ feedback: [{ ...words, kind: 'guidance' }] }));
  });

  it.each<[situation: string, scene: Omit<CommandScene, 'command'>]>([
    ['an agent is at work already', { ledger: { flights: { '99-3': aFlight() } }, story: ourStory() }],
    [
      'the story is merged',
      { memory: approved({ merged: { sha: headSha, headSha, baseBefore: null, by: null, at: noon } }) },
    ],
    ['the story is done', { story: ourStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' }) }],
  ])('is not kept where %s', (_situation, scene) => {
    const { ledger, said } = followCommand({ ...scene, command });
    expect(ledger).toEqual(ledgerOf({ ...scene, command }));
    expect(said).not.toContain('is told');
  });
});

describe('reset', () => {
  it('begins a story again: nothing is remembered but its branch, what is to be closed, and that it starts over', () => {
    const memory = approved({
      authorRuns: 6,
      rejections: 2,
      granted: 1,
      generation: 2,
      sticky: sticky('declined'),
      kept,
    });
    const { memory: after } = followCommand({ story: ourStory(), memory, command: 'reset 1.1' });
    expect(after).toEqual(
      aMemory({
        generation: 2,
        agreement: 'criteria-1.1',
        head: aHead(),
        pullRequest: 11,
        rejections: 2,
        granted: 2,
        startOver: true,
      }),
    );
  });

  it('counts rejections from here, those too that only loopctl remembers', () => {
    const story = aStory({ verifiedStatus: 'rejected' });
    const world = { rejections: new Map([['1.1', 3]]) };
    const { memory } = followCommand({ story, memory: aMemory({ head: aHead() }), world, command: 'reset 1.1' });
    expect(memory).toMatchObject({ rejections: 3, granted: 3 });
  });

  it('knows the newest branch of a story that a lost ledger does not remember', () => {
    const second = aPullRequest({ headRef: 'orchestrate/1.1-2' });
    const { memory } = followCommand({ story: ourStory(), world: { pullRequests: [second] }, command: 'reset 1.1' });
    expect(memory).toMatchObject({ generation: 2, pullRequest: 11, startOver: true });
  });

  it('begins a story again beyond the branch of a merge that the base was put back to before', () => {
    const merged = { sha: aSha('merge'), headSha, baseBefore: tip, by: null, at: noon - 20 * minute };
    const story = ourStory({ agentStatus: 'reported_done' });
    const pullRequests = [aPullRequest({ state: 'MERGED', mergeSha: merged.sha, mergedBy: 'orchestrate-app' })];
    const scene: CommandScene = { story, memory: approved({ merged }), world: { pullRequests }, command: 'reset 1.1' };
    const { ledger, memory } = followCommand(scene);
    expect(memory).toMatchObject({ generation: 2, merged: null, head: null, pullRequest: null, startOver: true });
    const next = decide(aSnapshot([story], { pullRequests }), ledger, aPolicy(), noon);
    expect(next).toMatchObject({ line: null, decisions: [{ kind: 'unclaim', closes: null }] });
  });

  it('begins a story again whose merge is gone from a base that went on', () => {
    const merged = { sha: aSha('merge'), headSha, baseBefore: aSha('before'), by: null, at: noon - 20 * minute };
    const story = ourStory({ agentStatus: 'reported_done' });
    const world = { missingMerges: new Set([merged.sha]) };
    const { memory } = followCommand({ story, memory: approved({ merged }), world, command: 'reset 1.1' });
    expect(memory).toMatchObject({ generation: 2, merged: null, startOver: true });
  });

  it('waits with a merge that GitHub only does not show yet', () => {
    const merged = { sha: aSha('merge'), headSha, baseBefore: tip, by: null, at: noon };
    expect(refuseCommand({ memory: approved({ merged }), command: 'reset 1.1' })).toMatch(/is merged, as/);
  });

  it('leaves an agent at work in flight', () => {
    const flights = { '99-3': aFlight() };
    const { ledger, said } = followCommand({ story: ourStory(), ledger: { flights }, command: 'reset 1.1' });
    expect(ledger.flights).toEqual(flights);
    expect(said).toContain('What the agent at work makes is thrown away.');
  });

  it('does nothing to a story that nobody has begun', () => {
    const { ledger, said } = followCommand({ command: 'reset 1.1' });
    expect(ledger).toEqual(aLedger());
    expect(said).toContain('nothing to start over');
  });

  it.each<[situation: string, scene: Omit<CommandScene, 'command'>, says: RegExp]>([
    [
      'is verified',
      { story: ourStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' }) },
      /1\.1 is verified/,
    ],
    [
      'is merged',
      { memory: approved({ merged: { sha: headSha, headSha, baseBefore: null, by: null, at: noon } }) },
      /is merged, as .* or undo it: `revert 1\.1`/,
    ],
    [
      'somebody else has',
      { story: aStory({ agentStatus: 'implementing', assignedAgentId: 'another' }) },
      /claimed by somebody else/,
    ],
  ])('is refused for a story that %s', (_situation, scene, says) => {
    expect(refuseCommand({ ...scene, command: 'reset 1.1' })).toMatch(says);
  });

  it('is refused for what is no story', () => {
    const ledger = aLedger({ 'repair-1a2b3c4': aMemory() });
    expect(refuseCommand({ ledger, command: 'reset repair-1a2b3c4' })).toMatch(/no story of the backlog/);
  });
});

it.each(['retry', 'reset'])('%s of a story that does not exist names the nearest', (verb) => {
  expect(refuseCommand({ command: `${verb} 1.2` })).toBe('There is no story 1.2. Did you mean 1.1?');
});

describe('pause and resume', () => {
  it('stop the project in the name of who said so, and let it go on', () => {
    const { ledger } = followCommand({ command: 'pause' });
    expect(ledger).toEqual(aLedger({}, { paused: { by: 'ada', at: noon, cause: 'person' } }));
    expect(followCommand({ ledger, command: 'resume' }).ledger.paused).toBeNull();
  });

  it('change nothing where it is so already', () => {
    const paused = { by: 'grace', at: noon - minute, cause: 'person' as const };
    const { ledger, said } = followCommand({ ledger: { paused }, command: 'pause' });
    expect([ledger.paused, said]).toEqual([paused, 'The project is paused already, by grace.']);
    expect(followCommand({ command: 'resume' }).said).toBe('The project is not paused.');
  });
});

describe('approve-paths', () => {
  it.each([aSha('kept'), aSha('kept').slice(0, 7)])('lets exactly the kept head pass (%s)', (sha) => {
    const { memory, said } = followCommand({
      story: ourStory(),
      memory: aMemory({ kept }),
      command: `approve-paths ${sha}`,
    });
    expect(memory).toEqual(aMemory({ kept, approvedHead: aSha('kept') }));
    expect(said).toContain('package.json');
  });

  it('lets a head pass that a person pushed', () => {
    const scene = {
      story: ourStory(),
      memory: opened(),
      world: { pullRequests: [aPullRequest({ headSha: pushed.sha })], heads: new Map([[11, pushed]]) },
    };
    expect(followCommand({ ...scene, command: `approve-paths ${pushed.sha}` }).memory.approvedHead).toBe(pushed.sha);
    // Another commit can be made that begins with the same digits, and pushed after these were said.
    const shortened = pushed.sha.slice(0, 39);
    expect(refuseCommand({ ...scene, command: `approve-paths ${shortened}` })).toBe(
      `Somebody pushed ${shortened.slice(0, 7)}, nobody knows when. Look at it, and name it whole: ${pushed.sha}.`,
    );
  });

  it('changes nothing for a head that is in already', () => {
    const scene = {
      story: ourStory(),
      memory: opened({ approvedHead: headSha }),
      world: { pullRequests: [aPullRequest()] },
    };
    expect(followCommand({ ...scene, command: `approve-paths ${headSha}` }).said).toContain('is approved already');
  });

  it('is refused for any other SHA, and says what waits', () => {
    const scene = { story: ourStory(), memory: aMemory({ kept }), command: 'approve-paths 1111111' };
    expect(refuseCommand(scene)).toBe(
      `No work waits for the approval of 1111111. What waits: 1.1 at ${aSha('kept').slice(0, 10)} (package.json).`,
    );
    expect(refuseCommand({ command: 'approve-paths 1111111' })).toContain('Nothing waits for approval.');
  });

  it('is refused where the digits fit more than one work', () => {
    const twin = { ...kept, head: aHead({ sha: `${aSha('kept').slice(0, 39)}f` }) };
    const other = { ...kept, head: aHead({ sha: `${aSha('kept').slice(0, 39)}e` }) };
    const ledger = { stories: { '1.1': aMemory({ kept: twin }), '1.2': aMemory({ kept: other }) } };
    const digits = aSha('kept').slice(0, 7);
    expect(refuseCommand({ ledger, command: `approve-paths ${digits}` })).toContain('more than one work');
  });
});
