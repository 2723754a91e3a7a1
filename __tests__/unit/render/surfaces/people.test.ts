import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../../src/core/ledger.ts';
import type { Snapshot } from '../../../../src/core/snapshot.ts';
import { findDashboard } from '../../../../src/render/labels.ts';
import { present } from '../../../../src/render/present.ts';
import { newborn, renderPullRequest } from '../../../../src/render/pull-request.ts';
import { textOn } from '../../../../src/render/story-surfaces.ts';
import { aCheck } from '../../../builders/checks.ts';
import { shownOf } from '../../../builders/dashboard.ts';
import { aFlight, aHead, aLedger, aMemory, approved, minute, noon, opened } from '../../../builders/ledger.ts';
import { aPolicy } from '../../../builders/policy.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { aSha, headSha } from '../../../builders/sha.ts';
import { aSnapshot, someRules } from '../../../builders/snapshot.ts';
import { aStory, ourStory } from '../../../builders/story.ts';
import { checkOf, commentOf, surfacesOf, textOf } from '../../../builders/surfaces.ts';

const hour = 60 * minute;
const people = { mention: ['@acme/maintainers', '@ada'], remindAfterHours: 24, reminders: 3 };
const stuck = opened({ sticky: { code: 'author_runs_exhausted', detail: '6 author runs', since: noon } });

describe('a pull request of ours', () => {
  it('carries our label, and another as long as it waits for a person', () => {
    const labelsIn = (scene: Parameters<typeof surfacesOf>[0]) => textOf(surfacesOf(scene))?.labels;
    expect(labelsIn({})).toEqual(['orchestrate']);
    expect(labelsIn({ memory: stuck })).toEqual(['orchestrate', 'orchestrate: needs human']);
    expect(labelsIn({ memory: opened(), flight: aFlight({ role: 'fix' }) })).toEqual(['orchestrate']);
    const merged = aPullRequest({ state: 'MERGED', mergeSha: aSha('m'), mergedBy: 'orchestrate-app' });
    expect(labelsIn({ pullRequest: merged })).toEqual(['orchestrate']);
  });

  it('is opened with the very text that is presented afterwards, so that it is written once', () => {
    const attempt = { assignment: '90-1', role: 'implement', run: 90, since: noon, at: noon } as const;
    const attempts = [{ ...attempt, ended: 'accepted' as const, said: '' }];
    const story = ourStory();
    const repository = 'https://github.test/o/r';
    const text = renderPullRequest(story, { ...newborn, repository, dashboard: findDashboard({ repository }) });
    expect(textOf(surfacesOf({ story, memory: opened({ attempts }) }))).toEqual(textOn(11, text, ['orchestrate']));
  });

  it('names the stories that wait for it', () => {
    const blockers = new Map([
      ['1.2', ['1.1']],
      ['1.3', ['1.2', '1.1']],
    ]);
    expect(textOf(surfacesOf({ world: { blockers } }))?.text?.body).toContain('Stories that wait for it: 1.2, 1.3.');
  });

  it('tells of no verdict that does not stand for its head', () => {
    expect(textOf(surfacesOf())?.text?.body).toContain('- [x] **AC-1**');
    const memory = approved({ head: aHead({ patchId: 'another' }) });
    expect(textOf(surfacesOf({ memory }))?.text?.body).toContain('- [ ] **AC-1**');
  });

  it('of a repair says what fails; that of a revert stays as it was made', () => {
    const number = `repair-${aSha('red').slice(0, 7)}`;
    const textIn = (reverts: { story: string; failures: string[] } | null) =>
      textOf(
        surfacesOf({
          pullRequest: aPullRequest({ number: 21, headRef: `orchestrate/${number}` }),
          world: { base: { branch: 'main', sha: aSha('red'), checks: [aCheck('failure')] } },
          ledger: {
            stories: { [number]: opened({ pullRequest: 21 }) },
            repair: { red: { sha: aSha('red'), jobs: ['test'], reverts, asked: null }, tries: 0 },
            base: { proven: null, watched: null },
          },
        }),
      )?.text;
    expect(textIn(null)?.title).toBe('Make main green again');
    expect(textIn({ story: '1.2', failures: [] })).toBeNull();
  });
});

describe('the status comment', () => {
  it('says what the story waits for, since when, what to do about it and what people can say', () => {
    const comment = commentOf(surfacesOf({ memory: stuck, story: ourStory(), policy: { dashboard: false } }));
    expect(comment).toEqual({
      kind: 'comment',
      key: 'comment 11',
      number: 11,
      called: noon,
      body: [
        'This waits for a person.',
        '',
        '**Fixed too often**: 6 author runs. Since 2027-01-15 08:00 UTC.',
        '',
        'What to do: Look at the pull request; to start over, comment `/orchestrate reset 1.1` (maintain or admin).',
        '',
        'So far: 1 author run, 0 of 3 rejections. In loopctl: implementing, unverified. It stays claimed; `/orchestrate release` gives it to whoever takes it over.',
        '',
        'Comments that begin with `/orchestrate` are heard: `help`, `why`, `retry: what to do differently`, …',
        '<!-- orchestrate:status -->',
      ].join('\n'),
    });
  });

  it('leads to the dashboard where there is one', () => {
    expect(commentOf(surfacesOf())?.body).toContain(
      '[The whole project](https://github.test/o/r/issues?q=is%3Aopen%20label%3Aorchestrate-dashboard)',
    );
  });

  it('names whom the configuration names as long as it waits for people, and nobody else', () => {
    expect(commentOf(surfacesOf({ memory: stuck, policy: { people } }))?.body).toMatch(
      /^@acme\/maintainers @ada: this waits for a person\.\n/,
    );
    const other = commentOf(surfacesOf({ policy: { people } }));
    expect([other?.body.includes('@'), other?.called]).toEqual([false, null]);
  });

  it('calls again after a silence, and says which reminder it is', () => {
    const escalations = { '1.1': { code: 'author_runs_exhausted', since: noon, reminders: 0, lastAt: noon } };
    const comment = commentOf(
      surfacesOf({ memory: stuck, policy: { people }, ledger: { escalations }, now: noon + 25 * hour }),
    );
    expect(comment?.called).toBe(noon + 25 * hour);
    expect(comment?.body).toContain('this waits for a person. Reminder 1 of 3, 2027-01-16 09:00 UTC.');
  });

  it('calls nobody for what a person did themselves', () => {
    const memory = opened({ sticky: { code: 'closed_by_human', detail: '#11', since: noon } });
    const comment = commentOf(
      surfacesOf({ memory, pullRequest: aPullRequest({ state: 'CLOSED' }), policy: { people } }),
    );
    expect(comment).toMatchObject({
      called: null,
      body: expect.stringMatching(/^\*\*A person closed the pull request/),
    });
  });

  it('is not written anew for whatever passes by itself', () => {
    const scenes: readonly Parameters<typeof surfacesOf>[0][] = [
      { memory: opened(), flight: aFlight({ role: 'fix' }) },
      { pullRequest: aPullRequest({ checks: [aCheck('pending')] }) },
      { world: { base: { branch: 'main', sha: aSha('tip'), checks: [aCheck('failure')] } } },
    ];
    const bodies = scenes.map((scene) => commentOf(surfacesOf(scene))?.body);
    expect(new Set(bodies)).toEqual(new Set([commentOf(surfacesOf())?.body]));
    expect(bodies[0]).toMatch(/^\*\*It goes on by itself\.\*\*/);
  });

  it('says how it was merged, and what it still waits for', () => {
    const merged = { sha: aSha('merge'), headSha, baseBefore: null, by: 'ada', at: noon };
    const comment = commentOf(
      surfacesOf({
        pullRequest: aPullRequest({ state: 'MERGED', mergeSha: merged.sha, mergedBy: 'ada' }),
        memory: approved({ merged }),
        world: { base: { branch: 'main', sha: merged.sha, checks: [aCheck('pending')] } },
      }),
    );
    expect(comment?.body).toMatch(/^\*\*Merged\*\* as [0-9a-f]{7} by ada\.\n\nIts story is verified once/);
  });
});

describe('what waits for people without a pull request', () => {
  const shown = { dashboard: { id: 3, digest: 'x', note: 'x' } };
  const declined = aMemory({ sticky: { code: 'declined', detail: 'Which format?', since: noon } });

  function commentWith(ledger: Ledger, policy = aPolicy({ people })) {
    return commentOf(present(shownOf(aSnapshot([aStory()]), { ledger, policy })), 3);
  }

  it('is called for on the dashboard', () => {
    const comment = commentWith(aLedger({ '1.1': declined }, { shown }));
    expect(comment).toMatchObject({ key: 'comment 3', called: noon });
    expect(comment?.body).toMatch(
      /^@acme\/maintainers @ada: what stands below waits for a person\.\n\n### 1\.1\n\n.*Which format\?/,
    );
  });

  it('is said to be over where it is, and not said at all where it never was', () => {
    const commented = { ...shown, 'comment 3': { id: 9, digest: 'x', note: `${noon}` } };
    expect(commentWith(aLedger({}, { shown: commented }))).toMatchObject({
      called: null,
      body: expect.stringContaining('Nothing waits here for a person any more.'),
    });
    expect(commentWith(aLedger({}, { shown }))).toBeUndefined();
  });

  it('is not called for where there is no dashboard', () => {
    expect(commentWith(aLedger({ '1.1': declined }))).toBeUndefined();
    expect(commentWith(aLedger({ '1.1': declined }, { shown }), aPolicy({ people, dashboard: false }))).toBeUndefined();
  });
});

describe('pull requests that are not ours, where a rule requires our gate', () => {
  const rules = someRules({ requiredChecks: [{ name: 'orchestrate/gate', appId: null }] });
  const theirs = aPullRequest({ number: 40, headRef: 'feature', headSha: aSha('theirs'), author: 'ada', checks: [] });

  function gatesWith(
    pullRequests: readonly ReturnType<typeof aPullRequest>[],
    { change = rules, others = [] }: { change?: typeof rules; others?: Snapshot['others'] } = {},
  ) {
    return present(shownOf(aSnapshot([aStory()], { pullRequests, others, rules: change }))).flatMap((surface) =>
      surface.kind === 'check' && surface.name === 'orchestrate/gate' ? [[surface.sha, surface.conclusion]] : [],
    );
  }

  it.each([
    ['a fork’s branch that is named like one of ours', { ...theirs, headRef: 'orchestrate/1.1', isFork: true }],
    ['a branch that is named like ours, of no story', { ...theirs, headRef: 'orchestrate/notes' }],
  ])('get it at once: %s', (_, pullRequest) => {
    expect(gatesWith([pullRequest])).toEqual([[theirs.headSha, 'success']]);
  });

  it('get it at once whatever they are called, once for a commit, and so many by one pass', () => {
    const feature = { headSha: theirs.headSha, hasGate: false };
    expect(gatesWith([], { others: [feature, feature] })).toEqual([[theirs.headSha, 'success']]);
    const many = Array.from({ length: 30 }, (_, at) => ({ headSha: aSha(`other ${at}`), hasGate: at === 0 }));
    expect(gatesWith([], { others: many }).map(([sha]) => sha)).toEqual(
      many.slice(1, 21).map((other) => other.headSha),
    );
  });

  it('get nothing where no rule asks for it, or where they have it', () => {
    expect(gatesWith([{ ...theirs, headRef: 'orchestrate/notes' }], { change: someRules() })).toEqual([]);
    const passed = [aCheck('success', { name: 'orchestrate/gate' })];
    expect(gatesWith([{ ...theirs, headRef: 'orchestrate/notes', checks: passed }])).toEqual([]);
  });

  it('do not let in a commit that is the head of one of ours as well', () => {
    const others = [{ headSha, hasGate: false }];
    expect(gatesWith([aPullRequest()], { others })).toEqual([[headSha, 'action_required']]);
  });

  it('but for what we opened ourselves, though nothing is known any more of its story', () => {
    const left = aPullRequest({ number: 41, headRef: 'orchestrate/9.9', headSha: aSha('left'), checks: [] });
    expect(gatesWith([left])).toEqual([[left.headSha, 'action_required']]);
    expect(gatesWith([{ ...left, headRef: 'revert-3-feature' }])).toEqual([[left.headSha, 'success']]);
  });

  it('but for an earlier attempt of ours, which a person is told how to merge', () => {
    const earlier = { ...theirs, headRef: 'orchestrate/1.1-2' };
    const surfaces = surfacesOf({
      pullRequest: aPullRequest(),
      world: { pullRequests: [aPullRequest(), earlier], rules },
    });
    const told = surfaces.find((surface) => surface.kind === 'check' && surface.sha === theirs.headSha);
    expect(told).toMatchObject({ conclusion: 'action_required', summary: expect.stringContaining('another name') });
  });
});

it('nothing that people see changes by the clock alone', () => {
  const scene = { memory: approved({ reported: null }), story: ourStory(), policy: { people } };
  const digest = (now: number): string =>
    JSON.stringify(surfacesOf({ ...scene, now }).filter(({ kind }) => kind !== 'dashboard'));
  expect(digest(noon + 20 * minute)).toBe(digest(noon));
  const first = surfacesOf({
    memory: stuck,
    ledger: { waits: { '1.1': { code: 'author_runs_exhausted', since: noon } } },
  });
  const later = surfacesOf({
    memory: stuck,
    ledger: {
      waits: { '1.1': { code: 'author_runs_exhausted', since: noon } },
      escalations: { '1.1': { code: 'author_runs_exhausted', since: noon, reminders: 0, lastAt: noon } },
    },
    now: noon + 3 * hour,
  });
  expect(checkOf('gate', later)).toEqual(checkOf('gate', first));
  expect(commentOf(later)).toEqual(commentOf(first));
});
