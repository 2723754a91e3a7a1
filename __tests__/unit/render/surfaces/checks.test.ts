import { describe, expect, it } from 'vitest';
import { contractOf } from '../../../../src/core/contract.ts';
import { emptyLedger } from '../../../../src/core/ledger.ts';
import { reasons } from '../../../../src/core/reasons.ts';
import { aCheck } from '../../../builders/checks.ts';
import { aFlight, aHead, aMemory, approved, aVerdict, noon, opened } from '../../../builders/ledger.ts';
import { aFailedReview, anOutcome, aReview } from '../../../builders/outcome.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import type { Scene } from '../../../builders/scene.ts';
import { aSha, headSha } from '../../../builders/sha.ts';
import { someRules } from '../../../builders/snapshot.ts';
import { ourStory } from '../../../builders/story.ts';
import { checkOf, surfacesOf } from '../../../builders/surfaces.ts';

const story = ourStory({ agentStatus: 'reported_done', deliverables: ['docs/a.md'] });
const { restatement } = anOutcome();
if (restatement === null) throw new Error('there is none');
const contract = contractOf(restatement, story, '90-1');
const merged = { sha: aSha('merge'), headSha, baseBefore: null, at: noon } as const;
const reviewer = aFlight({ id: '92-1', role: 'review', run: 92, startSha: headSha });
const unreviewed = opened();

interface Row extends Scene {
  readonly behaviour: string;
  readonly conclusion: string | null;
  readonly title: string | RegExp;
  readonly says?: string;
}

const gates: readonly Row[] = [
  {
    behaviour: 'is in progress while every clause holds',
    conclusion: null,
    title: 'Goes on by itself',
    says: '| ✓ holds | verdict | | |',
  },
  {
    behaviour: 'is in progress while it waits for CI',
    pullRequest: aPullRequest({ checks: [aCheck('pending')] }),
    conclusion: null,
    title: 'Goes on by itself',
    says: '| … waits | checks | waits for its checks | Nothing to do',
  },
  {
    behaviour: 'asks for a person where one has to act, with what to do about this story',
    memory: approved({
      unmerged: { headSha, detail: 'no', times: 9, notBefore: 0 },
      sticky: { code: 'merge_refused', detail: 'no', since: noon },
    }),
    conclusion: 'action_required',
    title: 'GitHub did not make the merge, again and again',
    says: 'comment `/orchestrate retry 1.1`',
  },
  {
    behaviour: 'names every clause that does not hold, not only the first',
    pullRequest: aPullRequest({ isDraft: true, unresolvedConversations: 2 }),
    world: { rules: someRules({ requiresConversationResolution: true }) },
    conclusion: 'action_required',
    title: 'The pull request is a draft',
    says: '| ✗ a person | conversations | conversations are not resolved: 2 open |',
  },
  {
    behaviour: 'is all that is shown on a head that was not accepted',
    pullRequest: aPullRequest({ headSha: aSha('foreign') }),
    conclusion: 'action_required',
    title: 'The head is not one we accepted',
  },
  {
    behaviour: 'is in progress while an agent is at work',
    memory: unreviewed,
    flight: reviewer,
    conclusion: null,
    title: 'Goes on by itself',
    says: '| … waits | verdict | not reviewed yet |',
  },
  {
    behaviour: 'says who merged it where we did not',
    pullRequest: aPullRequest({ state: 'MERGED', mergeSha: merged.sha, mergedBy: 'ada' }),
    memory: approved({ merged: { ...merged, by: 'ada' } }),
    conclusion: 'neutral',
    title: 'Merged by ada',
  },
];

const reviews: readonly Row[] = [
  { behaviour: 'shows a verdict that stands', conclusion: 'success', title: 'Passed: 1 of 1 criteria met' },
  {
    behaviour: 'shows a failure as one',
    memory: opened({ verdict: aVerdict({ review: aFailedReview() }) }),
    conclusion: 'failure',
    title: 'Failed: 0 of 1 criteria met',
  },
  {
    behaviour: 'says that a verdict is void before anybody reviews it anew',
    memory: approved({ head: aHead({ patchId: 'another' }) }),
    world: { pass: { run: 100, attempt: 1, holder: 'settle 9-1', canDispatch: false } },
    conclusion: null,
    title: 'To be reviewed anew',
    says: 'its diff is another one',
  },
  {
    behaviour: 'says since when a reviewer is at work',
    memory: unreviewed,
    flight: reviewer,
    conclusion: null,
    title: 'A reviewer is at work since 2027-01-15 07:50 UTC',
  },
  {
    behaviour: 'says that a verdict is void for another diff',
    memory: approved({ head: aHead({ patchId: 'another' }) }),
    flight: reviewer,
    conclusion: null,
    title: /^A reviewer is at work/,
    says: `The verdict on ${headSha.slice(0, 7)} does not hold for this head: its diff is another one.`,
  },
  {
    behaviour: 'says that a verdict is void for a story that was changed',
    story: { ...story, criteriaHash: 'changed' },
    memory: approved(),
    flight: reviewer,
    conclusion: null,
    title: /^A reviewer is at work/,
    says: 'the story was changed',
  },
  {
    behaviour: 'asks for a person where no review can be had',
    memory: opened({ sticky: { code: 'reviews_exhausted', detail: '2 reviews', since: noon } }),
    conclusion: 'action_required',
    title: `Not reviewed: ${reasons.reviews_exhausted.title}`,
  },
  {
    behaviour: 'asks for a person where one has to judge a criterion',
    memory: approved({ verdict: aVerdict({ review: aReview({ acs_verified: [], acs_human: ['AC-1'] }) }) }),
    conclusion: 'action_required',
    title: 'Passed: 0 of 1 criteria met, 1 for a person to judge',
  },
  {
    behaviour: 'is closed where a person merged without one',
    memory: opened({ merged: { ...merged, by: 'ada' } }),
    pullRequest: aPullRequest({ state: 'MERGED', mergeSha: merged.sha, mergedBy: 'ada' }),
    conclusion: 'neutral',
    title: 'Merged by ada, without a verdict',
  },
];

const contracts: readonly Row[] = [
  {
    behaviour: 'sets the author’s own words beside the story’s',
    memory: approved({ contract }),
    conclusion: 'success',
    title: 'Agreed: 1 of 1 criteria restated',
    says: '| AC-1 | It works. | It shall work. |',
  },
  {
    behaviour: 'says that the story has been changed since',
    story: { ...story, criteriaHash: 'changed' },
    memory: approved({ contract }),
    conclusion: 'neutral',
    title: 'The story has been changed since it was agreed on',
    says: '`criteria-1.1`; it reads now: `changed`',
  },
  { behaviour: 'knows of none', memory: approved(), conclusion: 'neutral', title: 'No restatement is known' },
];

const deliverables: readonly Row[] = [
  {
    behaviour: 'are all there',
    memory: approved({ contract: { ...contract, deliverables: ['docs/a.md', 'src/`a`.js'] } }),
    conclusion: 'success',
    title: 'All 2 promised files are there',
    says: '- ✓ docs/a.md\n- ✓ src/`a`.js',
  },
  {
    behaviour: 'are named where they are missing',
    memory: approved({ head: aHead({ missingDeliverables: ['docs/a.md'] }), contract }),
    conclusion: 'failure',
    title: '1 of 1 promised files are missing',
    says: '- ✗ missing: docs/a.md',
  },
  {
    behaviour: 'are none where nobody promised any',
    story: { ...story, deliverables: [] },
    conclusion: 'success',
    title: 'No file was promised',
  },
];

describe.each([
  ['gate', gates],
  ['review', reviews],
  ['contract', contracts],
  ['deliverables', deliverables],
] as const)('our check %s', (name, rows) => {
  it.each(rows)('$behaviour', ({ behaviour: _, conclusion, title, says = '', ...scene }) => {
    const check = checkOf(name, surfacesOf({ story, ...scene }));
    expect(check).toMatchObject({ conclusion, title: expect.stringMatching(title) });
    expect(check?.summary).toContain(says);
  });
});

describe('our checks', () => {
  it('are on the head that was accepted, and of another one only the gate', () => {
    const names = (scene: Scene): readonly string[] =>
      surfacesOf(scene).flatMap((surface) =>
        surface.kind === 'check' ? [`${surface.sha.slice(0, 7)} ${surface.name}`] : [],
      );
    const head = headSha.slice(0, 7);
    expect(names({})).toEqual([
      `${head} orchestrate/contract`,
      `${head} orchestrate/review`,
      `${head} orchestrate/deliverables`,
      `${head} orchestrate/gate`,
    ]);
    const foreign = aSha('foreign');
    expect(names({ pullRequest: aPullRequest({ headSha: foreign }) })).toEqual([
      `${foreign.slice(0, 7)} orchestrate/gate`,
    ]);
    expect(names({ pullRequest: aPullRequest({ state: 'CLOSED' }) })).toEqual([]);
  });

  it('lead to the runs of author and reviewer, while they are at work and afterwards', () => {
    const run = (id: number): string => `https://github.test/o/r/actions/runs/${id}`;
    const attempt = { assignment: '90-1', role: 'implement', run: 90, since: noon, at: noon } as const;
    const attempts = [{ ...attempt, ended: 'accepted' as const, said: '' }];
    const reviewed = surfacesOf({ memory: opened({ attempts }), flight: reviewer });
    expect([checkOf('gate', reviewed)?.detailsUrl, checkOf('review', reviewed)?.detailsUrl]).toEqual([
      run(90),
      run(92),
    ]);
    const fixed = surfacesOf({ memory: opened({ attempts }), flight: aFlight({ role: 'fix', run: 93 }) });
    expect(checkOf('gate', fixed)?.detailsUrl).toBe(run(93));
    expect(checkOf('review', surfacesOf())?.detailsUrl).toBe(run(91));
  });

  it('say nothing of a review before a reviewer is sent', () => {
    expect(checkOf('review', surfacesOf({ memory: unreviewed, story: ourStory() }))).toBeUndefined();
  });

  it('are not written anew for whatever passes by itself', () => {
    const gateOf = (scene: Scene): unknown =>
      checkOf('gate', surfacesOf({ memory: unreviewed, story: ourStory(), ...scene }));
    const base = { branch: 'main', sha: aSha('tip'), checks: [aCheck('pending')] };
    expect(gateOf({ world: { base } })).toEqual(gateOf({}));
    expect(gateOf({ flight: reviewer })).toEqual(gateOf({}));
    const pending = gateOf({ pullRequest: aPullRequest({ checks: [aCheck('pending')] }) });
    const others = [aCheck('pending'), aCheck('pending', { name: 'lint' })];
    expect(gateOf({ pullRequest: aPullRequest({ checks: others }) })).toEqual(pending);
  });

  it('leave the gate as it was completed before a merge was asked for', () => {
    const merging = { headSha, baseSha: aSha('b'), uuid: null, at: noon };
    expect(checkOf('gate', surfacesOf({ memory: approved({ merging }) }))).toBeUndefined();
    const pullRequest = aPullRequest({ state: 'MERGED', mergeSha: merged.sha, mergedBy: 'orchestrate-app' });
    const memory = approved({ merged: { ...merged, by: null } });
    expect(checkOf('gate', surfacesOf({ pullRequest, memory }))).toBeUndefined();
  });

  it('leave a failed review as it was shown once it was told, and nobody has answered it', () => {
    const memory = opened({ feedback: [{ kind: 'review_failed', summary: 'no', items: [], headSha }] });
    expect(checkOf('review', surfacesOf({ memory, story: ourStory() }))).toBeUndefined();
  });

  it('are closed on a commit that nobody judges any more', () => {
    const old = aSha('old');
    const shown = {
      [`check ${old} orchestrate/gate`]: { id: 1, digest: 'x', note: 'open' },
      [`check ${old} orchestrate/review`]: { id: 2, digest: 'x', note: '' },
    };
    const found = surfacesOf({ ledger: { ...emptyLedger, shown, base: { proven: null, watched: null } } });
    const closed = found.flatMap((surface) => (surface.kind === 'check' && surface.sha === old ? [surface] : []));
    expect(closed).toMatchObject([{ name: 'orchestrate/gate', conclusion: 'neutral' }]);
  });

  it('show what a repair is held to', () => {
    const number = `repair-${aSha('red').slice(0, 7)}`;
    const red = { sha: aSha('red'), jobs: ['test'], reverts: null, asked: null };
    const found = surfacesOf({
      memory: aMemory(),
      pullRequest: aPullRequest({ number: 21, headRef: `orchestrate/${number}` }),
      world: { base: { branch: 'main', sha: aSha('red'), checks: [aCheck('failure')] } },
      ledger: {
        stories: { [number]: opened({ pullRequest: 21 }) },
        repair: { red, tries: 0 },
        base: { proven: null, watched: null },
      },
    });
    expect(checkOf('contract', found)).toMatchObject({
      conclusion: 'success',
      summary: expect.stringContaining('- **AC-1** test succeeds'),
    });
  });
});
