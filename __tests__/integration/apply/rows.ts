import type { Assignment, Feedback } from '../../../src/core/assignment.ts';
import type { Decision, DecisionKind, Dispatch } from '../../../src/core/decision.ts';
import type { Answer } from '../../../src/core/people-decision.ts';
import { aFailedReview } from '../../builders/outcome.ts';
import { baseRows } from './base-rows.ts';
import { humanMergeRows } from './human-merge-rows.ts';
import { mergeRows } from './merge-rows.ts';
import { orderRows } from './order-rows.ts';
import type { RememberedKind } from './remembered.ts';
import { branch, headAt, implementation, type Scene, verdictOn } from './scene.ts';

/** A situation in which a decision of a kind is wanted: the world is brought there, and the decision is told. */
export interface Row {
  readonly when: string;
  readonly arrange: (scene: Scene) => Promise<Decision>;
}

const because = 'the test wants it';
const feedback: Feedback = { kind: 'review_failed', summary: 'no', items: [], headSha: null };

/** Every other kind, each with the situations it has to come through. The compiler asks for those that are new. */
export const rows: Readonly<Record<Exclude<DecisionKind, RememberedKind>, readonly Row[]>> = {
  dispatch: [
    {
      when: 'a story is claimed and its first author is sent',
      async arrange(scene) {
        const parts = await implementation(scene);
        return { kind: 'dispatch', because, story: await scene.story(), claims: true, ...parts };
      },
    },
    {
      when: 'an author is sent to a branch in conflict with the base',
      async arrange(scene) {
        await scene.begun();
        const { head } = await scene.pull();
        const files = { 'README.md': 'Another library.\n' };
        const moved = await scene.world.site.world.pushAs('ann', { branch: 'later', files, message: 'Move on' });
        const { flight, assignment: implement } = await implementation(scene);
        const conflict: Feedback = { kind: 'conflict', summary: 'in conflict', items: [], headSha: head };
        const base = { branch: 'main', sha: moved };
        const assignment: Assignment = { ...implement, role: 'fix', startSha: head, base, feedback: [conflict] };
        return await sent(scene, { assignment, flight: { ...flight, role: 'fix', startSha: head } });
      },
    },
    {
      when: 'a reviewer is sent',
      async arrange(scene) {
        await scene.begun();
        const { head } = await scene.pull();
        const { flight, assignment: implement } = await implementation(scene);
        const diffBase = scene.tip();
        const assignment: Assignment = {
          ...implement,
          role: 'review',
          startSha: head,
          diffBase,
          checklist: [],
          concerns: [],
        };
        return await sent(scene, { assignment, flight: { ...flight, role: 'review', startSha: head, diffBase } });
      },
    },
  ],
  accept: [
    {
      when: 'the work is the first of its story',
      async arrange(scene) {
        await scene.begun();
        const head = headAt(await scene.work('one.txt'), scene.tip());
        return {
          kind: 'accept',
          because,
          story: await scene.story(),
          assignment: '99-3',
          branch,
          head,
          expected: null,
        };
      },
    },
    {
      when: 'the work mends what is open already',
      async arrange(scene) {
        await scene.begun();
        const { head: expected } = await scene.pull();
        const { directory } = scene.pass.history;
        await scene.world.site.world.git(['push', '--quiet', directory, `${expected}:refs/heads/${branch}`]);
        const head = headAt(await scene.work('two.txt', expected), scene.tip());
        return { kind: 'accept', because, story: await scene.story(), assignment: '99-3', branch, head, expected };
      },
    },
  ],
  record_verdict: [
    {
      when: 'the review has passed',
      async arrange(scene) {
        await scene.begun();
        const pull = await scene.pull();
        const head = headAt(pull.head, scene.tip());
        const verdict = verdictOn(pull.head);
        return { kind: 'record_verdict', because, story: await scene.story(), assignment: '99-4', verdict, head };
      },
    },
    {
      when: 'the review has failed',
      async arrange(scene) {
        await scene.begun();
        const pull = await scene.pull();
        const head = headAt(pull.head, scene.tip());
        const verdict = verdictOn(pull.head, aFailedReview());
        return { kind: 'record_verdict', because, story: await scene.story(), assignment: '99-4', verdict, head };
      },
    },
  ],
  report_pass: [
    {
      when: 'two findings were closed on the way',
      async arrange(scene) {
        await scene.begun();
        const verdict = verdictOn(scene.tip());
        return { kind: 'report_pass', because, story: await scene.story(), verdict, closedFindings: 2 };
      },
    },
  ],
  report_fail: [
    { when: 'loopctl resets what is rejected', arrange: (scene) => failedReport(scene) },
    {
      when: 'loopctl leaves it where it is',
      async arrange(scene) {
        await scene.withoutReset();
        return await failedReport(scene);
      },
    },
    {
      when: 'it was rejected before',
      async arrange(scene) {
        await scene.rejected();
        return await failedReport(scene);
      },
    },
  ],
  unclaim: [
    {
      when: 'an author is at work',
      async arrange(scene) {
        await scene.begun();
        return { kind: 'unclaim', because, story: await scene.story(), assignment: null, sticky: null, closes: null };
      },
    },
    {
      when: 'only the handshake was made',
      async arrange(scene) {
        await scene.contracted();
        return { kind: 'unclaim', because, story: await scene.story(), assignment: null, sticky: null, closes: null };
      },
    },
    {
      when: 'its pull request is closed with it',
      async arrange(scene) {
        await scene.begun();
        const { number: closes } = await scene.pull();
        return { kind: 'unclaim', because, story: await scene.story(), assignment: null, sticky: null, closes };
      },
    },
  ],
  keep: [
    {
      when: 'the work touches protected paths',
      async arrange(scene) {
        await scene.begun();
        const head = headAt(await scene.work('CLAUDE.md'), scene.tip());
        const protectedPaths = ['CLAUDE.md'];
        return { kind: 'keep', because, story: await scene.story(), assignment: '99-3', head, protectedPaths };
      },
    },
  ],
  reject: [
    {
      when: 'what was reported cannot stand',
      async arrange(scene) {
        await scene.reported();
        return { kind: 'reject', because, story: await scene.story(), reason: 'reverted', feedback };
      },
    },
  ],
  ...mergeRows,
  verify: [
    {
      when: 'the merge is proven',
      async arrange(scene) {
        await scene.reported();
        const shas = { mergeSha: scene.tip(), provenSha: scene.tip() };
        return { kind: 'verify', because, story: await scene.story(), ...shas, summary: 'It holds.' };
      },
    },
  ],
  ...baseRows,
  record_human_merge: humanMergeRows,
  answer: [
    {
      when: 'a command was followed',
      async arrange(scene) {
        const asked = await commented(scene, '/orchestrate status');
        return { kind: 'answer', because, ...asked, reaction: 'rocket', replies: ['Done.', { kind: 'status' }] };
      },
    },
    {
      when: 'nothing is said to whoever may not ask',
      async arrange(scene) {
        const asked = await commented(scene, '/orchestrate reset');
        return { kind: 'answer', because, ...asked, reaction: '-1', replies: [] };
      },
    },
  ],
  ...orderRows,
  rerun_settle: [
    {
      when: 'the settle job has failed',
      async arrange(scene) {
        const { jobId } = scene.checked(scene.tip(), '99-3 / settle');
        return { kind: 'rerun_settle', because, story: await scene.story(), assignment: '99-3', jobId };
      },
    },
  ],
};

/** A person's comment on the pull request of the story. */
async function commented(scene: Scene, body: string): Promise<Pick<Answer, 'comment' | 'on' | 'at' | 'viewer'>> {
  const { number: on } = await scene.pull();
  const comment = String(scene.world.site.world.commentAs('ann', on, body));
  return { comment, on, at: Date.now(), viewer: 'orchestrate-app' };
}

/** Sent to a story that is ours already. */
async function sent(scene: Scene, parts: Pick<Dispatch, 'assignment' | 'flight'>): Promise<Decision> {
  return { kind: 'dispatch', because, story: await scene.story(), claims: false, ...parts };
}

/** Begun, worked on and found wanting by its review. */
async function failedReport(scene: Scene): Promise<Decision> {
  await scene.begun();
  const verdict = verdictOn(scene.tip(), aFailedReview());
  return { kind: 'report_fail', because, story: await scene.story(), verdict, feedback };
}
