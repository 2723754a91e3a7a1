import { aCheck } from '../../__tests__/builders/checks.ts';
import { shownOf } from '../../__tests__/builders/dashboard.ts';
import { aFlight, aHead, aLedger, aMemory, aVerdict, hour, minute, noon } from '../../__tests__/builders/ledger.ts';
import { aReview } from '../../__tests__/builders/outcome.ts';
import { aPolicy } from '../../__tests__/builders/policy.ts';
import { aPullRequest } from '../../__tests__/builders/pull-request.ts';
import { projectRecords, someRecords } from '../../__tests__/builders/records.ts';
import { aSha, tip } from '../../__tests__/builders/sha.ts';
import { aSnapshot } from '../../__tests__/builders/snapshot.ts';
import { aStory } from '../../__tests__/builders/story.ts';
import type { Records } from '../../report/history/history.ts';
import type { Ledger, StoryMemory } from '../../src/core/ledger.ts';
import type { CheckFacts, PullRequestFacts, StoryFacts } from '../../src/core/snapshot.ts';
import { emptyTally } from '../../src/core/tally.ts';
import type { PresentFacts } from '../../src/render/surface.ts';
import { hostileText } from './hostile-text.ts';

/** A project at a moment: what people are shown of it, and what it left behind. */
export interface GalleryState {
  readonly name: string;
  readonly says: string;
  readonly facts: PresentFacts;
  readonly records: Records;
}

const done = { agentStatus: 'reported_done', verifiedStatus: 'verified' } as const;
const ours = { agentStatus: 'implementing', assignedAgentId: 'implementer' } as const;
const reported = { agentStatus: 'reported_done', assignedAgentId: 'implementer' } as const;

const policy = aPolicy({
  concurrency: 4,
  people: { mention: ['@ada', '@acme/maintainers'], remindAfterHours: 24, reminders: 3 },
});

const titles: Readonly<Record<string, string>> = {
  '1.1': 'Measure how wide a text is on a terminal',
  '1.2': 'Pad text to a width',
  '1.3': 'Shorten text with an ellipsis',
  '1.4': 'Wrap paragraphs',
  '2.1': 'Say how long something took',
  '2.2': 'Read a duration that a person typed',
  '2.3': 'Say how big a file is',
  '2.4': hostileText,
  '3.1': 'Lay out rows in columns',
  '3.2': 'Draw a table with a header and borders',
  '3.3': 'Keep a wide table inside the terminal',
};

/** The project in the states in which people meet it. */
export function galleryStates(): readonly GalleryState[] {
  return [empty(), midWay(), stuck(), finished(), large()];
}

function empty(): GalleryState {
  return {
    name: 'empty',
    says: 'A project without a story, on its first run.',
    facts: shownOf(aSnapshot([]), { policy }),
    records: someRecords(),
  };
}

/** Some verified, agents at work, one about to merge, one whose review failed, one that a person must judge. */
function midWay(): GalleryState {
  const stories = [
    story('1.1', done),
    story('1.2', done),
    story('1.3', reported),
    story('1.4', ours),
    story('2.1', ours),
    story('2.2', ours),
    story('2.3', reported),
    story('2.4', { ...ours, description: hostileText }),
    ...['3.1', '3.2', '3.3'].map((number) => story(number)),
  ];
  const judged = aReview({
    summary: `Read 4 files. ${hostileText}`,
    acs_verified: ['AC-1'],
    acs_human: ['AC-2'],
    findings: [
      {
        severity: 'LOW',
        ac_id: 'AC-1',
        description: 'The name says less than it could.',
        file: 'src/size.js',
        line: 12,
      },
    ],
  });
  const memories = {
    '1.3': reviewed('1.3', 13),
    '1.4': open('1.4', 14),
    '2.1': aMemory({ agreement: 'criteria-2.1', authorRuns: 0 }),
    '2.2': open('2.2', 22),
    '2.3': reviewed('2.3', 23, { verdict: verdictOf('2.3', judged) }),
    '2.4': aMemory({ agreement: 'criteria-2.4' }),
  };
  const flights = {
    '99-3': aFlight({ story: '2.1', branch: 'orchestrate/2.1', since: noon - 14 * minute }),
    '99-4': aFlight({ id: '99-4', story: '2.2', role: 'review', startSha: aSha('head 2.2'), since: noon - 3 * minute }),
    '99-5': aFlight({ id: '99-5', story: '2.4', branch: 'orchestrate/2.4', since: noon - 9 * minute }),
  };
  const pulls = [pull('1.3', 13), pull('1.4', 14, [aCheck('pending')]), pull('2.2', 22), pull('2.3', 23)];
  const blockers = new Map([
    ['3.1', ['1.3', '2.1']],
    ['3.2', ['3.1']],
    ['3.3', ['3.2']],
  ]);
  const world = aSnapshot(stories, { pullRequests: pulls, blockers, ready: new Set() });
  return {
    name: 'mid-way',
    says: 'Stories verified, reviewed, in review and in the making; one criterion only a person can judge.',
    facts: shownOf(world, { policy, ledger: aLedger(memories, { flights, ...told() }) }),
    records: projectRecords({ stories: 40, verified: 17 }),
  };
}

/** Nothing moves without a person: each story waits for another kind of word from one. */
function stuck(): GalleryState {
  const stories = [
    story('1.1', done),
    story('1.2', {}),
    story('1.3', ours),
    story('1.4', ours),
    story('2.1', {}),
    story('2.2', ours),
    story('2.3', { criteria: [] }),
    ...['3.1', '3.2', '3.3'].map((number) => story(number)),
  ];
  const sticky = (code: string, detail: string): Partial<StoryMemory> => ({
    sticky: { code, detail, since: noon - 30 * hour },
  });
  const memories = {
    '1.2': aMemory({ rejections: 3, ...sticky('rejections_exhausted', '3 of 3: the error case is missing') }),
    '1.3': open('1.3', 13),
    '1.4': open('1.4', 14, sticky('author_runs_exhausted', '6 of 5 author runs')),
    '2.1': aMemory(sticky('declined', `Which unit is meant: seconds or minutes? ${hostileText}`)),
    '2.2': aMemory({
      agreement: 'criteria-2.2',
      authorRuns: 1,
      kept: { head: aHead({ sha: aSha('kept') }), protectedPaths: ['.github/workflows/ci.yml', 'CODEOWNERS'] },
    }),
  };
  const pulls = [pull('1.3', 13, []), pull('1.4', 14, [aCheck('failure')])];
  const blockers = new Map([
    ['3.1', ['1.2', '1.3']],
    ['3.2', ['3.1']],
    ['3.3', ['3.2']],
  ]);
  const red = { branch: 'main', sha: aSha('red'), checks: [aCheck('failure')] };
  const repair = { red: { sha: aSha('red'), jobs: ['test'], reverts: null, asked: null }, tries: 3 };
  const world = aSnapshot(stories, { pullRequests: pulls, blockers, ready: new Set(['1.2', '2.1', '2.3']), base: red });
  return {
    name: 'stuck',
    says: 'The base is red, and every story waits for a person, or for one that does.',
    facts: shownOf(world, { policy, ledger: aLedger(memories, { repair, ...told() }) }),
    records: projectRecords({ stories: 12, verified: 6, stuck: 3 }),
  };
}

function finished(): GalleryState {
  const stories = Object.keys(titles).map((number) => story(number, done));
  return {
    name: 'done',
    says: 'Every story is verified.',
    facts: shownOf(aSnapshot(stories), { policy, ledger: aLedger({}, { finished: true, ...told() }) }),
    records: projectRecords({ stories: 16, verified: 16 }),
  };
}

/** Ten thousand stories: as many wait, are held and are done as nobody could read. */
function large(): GalleryState {
  const numbers = Array.from({ length: 10_000 }, (_, place) => `${Math.floor(place / 25) + 1}.${(place % 25) + 1}`);
  const stories = numbers.map((number, place) => story(number, place < 6500 ? done : {}));
  const held = numbers.slice(6600, 6900);
  const memories = Object.fromEntries(
    held.map((number) => [
      number,
      aMemory({ rejections: 3, sticky: { code: 'rejections_exhausted', detail: '3 of 3', since: noon - hour } }),
    ]),
  );
  const blockers = new Map(numbers.slice(6900).map((number, place) => [number, [numbers[6600 + (place % 300)] ?? '']]));
  const world = aSnapshot(stories, { blockers, ready: new Set(numbers.slice(6500, 6900)) });
  return {
    name: 'large',
    says: '10,000 stories, 300 of them rejected too often, 3,100 waiting for those.',
    facts: shownOf(world, { policy, ledger: aLedger(memories, told()) }),
    records: projectRecords({ stories: 10_000, verified: 6500, stuck: 40 }),
  };
}

function story(number: string, change: Partial<StoryFacts> = {}): StoryFacts {
  return aStory({
    number,
    title: titles[number] ?? `Story ${number}`,
    description: `Terminals differ; what people read in them must not.\n\nSee \`src/${number}.js\`.`,
    criteria: [
      { id: 'AC-1', text: 'A text of emoji and of Chinese characters takes the columns that the terminal gives it.' },
      { id: 'AC-2', text: 'What it says reads well.' },
    ],
    ...change,
  });
}

function pull(number: string, pullRequest: number, checks: readonly CheckFacts[] = [aCheck()]): PullRequestFacts {
  return aPullRequest({
    number: pullRequest,
    id: `PR_${pullRequest}`,
    url: `https://github.test/o/r/pull/${pullRequest}`,
    headRef: `orchestrate/${number}`,
    headSha: aSha(`head ${number}`),
    checks,
  });
}

function open(number: string, pullRequest: number, change: Partial<StoryMemory> = {}): StoryMemory {
  const sha = aSha(`head ${number}`);
  return aMemory({
    agreement: `criteria-${number}`,
    head: aHead({ sha, patchId: `patch-${number}` }),
    pullRequest,
    handedOver: sha,
    authorRuns: 1,
    contract: {
      criteriaHash: `criteria-${number}`,
      summary: `The story asks for one function and its tests. ${hostileText}`,
      criteria: [{ id: 'AC-1', restated: 'Wide characters count as two columns.' }],
      deliverables: ['src/width.js', 'test/width.test.js'],
      assignment: '90-1',
    },
    attempts: [
      {
        ...({
          assignment: '88-1',
          role: 'implement',
          run: 88,
          since: noon - 70 * minute,
          at: noon - 60 * minute,
        } as const),
        ...({ ended: 'accepted', said: 'implement: 2 files changed' } as const),
      },
      {
        ...({
          assignment: '89-1',
          role: 'review',
          run: 89,
          since: noon - 55 * minute,
          at: noon - 50 * minute,
        } as const),
        ...({ ended: 'failed', said: `HIGH AC-1: the error case is missing. ${hostileText}` } as const),
      },
    ],
    ...change,
  });
}

function reviewed(number: string, pullRequest: number, change: Partial<StoryMemory> = {}): StoryMemory {
  return open(number, pullRequest, { verdict: verdictOf(number), reported: '91-2', ...change });
}

function verdictOf(
  number: string,
  review = aReview({ acs_verified: ['AC-1', 'AC-2'] }),
): NonNullable<StoryMemory['verdict']> {
  return aVerdict({
    review,
    criteriaHash: `criteria-${number}`,
    patchId: `patch-${number}`,
    headSha: aSha(`head ${number}`),
  });
}

/** What a ledger tells beside its stories. */
function told(): Partial<Ledger> {
  return {
    base: { proven: { sha: tip, at: noon - hour }, watched: null },
    recent: [
      { at: noon - 40 * minute, kind: 'merge', story: '1.1', said: 'checks green, review passed, base proven' },
      { at: noon - 30 * minute, kind: 'verify', story: '1.1', said: `its merge is proven. ${hostileText}` },
    ],
    tally: {
      ...emptyTally,
      verified: 4,
      attempts: 6,
      rejections: 2,
      told: 9,
      costMillicents: 400_000,
      tokens: 812_000,
    },
  };
}
