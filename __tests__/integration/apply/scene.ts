import { z } from 'zod';
import type { Rule } from '../../../sandbox/github/world/rows.ts';
import type { Assignment } from '../../../src/core/assignment.ts';
import type { AcceptedHead, Flight, VerdictRecord } from '../../../src/core/ledger.ts';
import type { Review } from '../../../src/core/verdict.ts';
import { aFlight, aHead, aVerdict, minute, noon } from '../../builders/ledger.ts';
import { aReview } from '../../builders/outcome.ts';
import { pullRequestRule, requireTest } from '../sandbox-github-world.ts';
import { storeCommit } from '../store-commit.ts';
import { type ApplyWorld, type Process, stateBranch } from './world.ts';

export const branch = 'orchestrate/1.1';

/** The steps by which a story is brought to where a decision is wanted. */
export interface Scene extends Process {
  readonly world: ApplyWorld;
  /** The tip of the default branch. */
  tip(): string;
  /** The handshake, in the implementer's name. */
  contracted(): Promise<void>;
  /** Contracted, claimed and started. */
  begun(): Promise<void>;
  /** The same, reported and its review completed. */
  reported(): Promise<void>;
  /** The same, and rejected. */
  rejected(): Promise<void>;
  /** A commit on this one, or on the default branch's tip, that only this machine has yet: judged work. */
  work(file: string, parent?: string): Promise<string>;
  /** The branch of the story with one commit, and its pull request. */
  pull(): Promise<{ readonly number: number; readonly id: string; readonly head: string }>;
  /** A completed check of this name on a commit; returns the run and the job. */
  checked(sha: string, name: string): { readonly runId: number; readonly jobId: number };
  /** The same, green and merged by Ann; with the id by which GraphQL knows it. */
  merged(): Promise<{ readonly number: number; readonly id: string }>;
  /** The base moves on by a commit of Ann's; returns its tip. */
  moved(): Promise<string>;
  /** The default branch demands these, and the check of CI. */
  demand(...rules: readonly Rule[]): void;
  /** The tenant wants rejected stories to stay as they are. */
  withoutReset(): Promise<void>;
}

/** Sets the scene in a world, with a process of its own. */
export function sceneOf(world: ApplyWorld, process: Process): Scene {
  const { site } = world;
  const { loopctl } = process.pass;
  const tip = (): string => site.world.branches().get('main') ?? '';

  async function contracted(): Promise<void> {
    const { id, title, criteria } = await process.story();
    await loopctl.contract(id, { title, criteriaCount: criteria.length });
  }

  async function begun(): Promise<void> {
    await contracted();
    const { id } = await process.story();
    await loopctl.claim(id);
    await loopctl.start(id);
  }

  async function pull(): Promise<{ readonly number: number; readonly id: string; readonly head: string }> {
    const files = { 'one.txt': 'one\n' };
    const head = await site.world.pushAs('ann', { branch, files, message: 'Add one.txt' });
    const number = await site.world.openPullAs('ann', { head: branch, base: 'main', title: 'One' });
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
    const { data } = await process.pass.github.request(route, { pull_number: number });
    return { head, number, id: z.object({ node_id: z.string() }).parse(data).node_id };
  }

  function checked(sha: string, name: string): { readonly runId: number; readonly jobId: number } {
    const { host } = site;
    const trigger = { event: 'push', ref: `refs/heads/${branch}`, sha, headSha: sha, headBranch: branch } as const;
    const path = { workflowPath: '.github/workflows/ci.yml', workflowName: 'CI', runName: 'CI' };
    const run = host.createRun({ ...path, trigger: { ...trigger, actor: 'ann', payload: {} } });
    const job = host.createJob({ runId: run.id, name });
    host.updateJob(job.id, { status: 'completed', conclusion: 'success' });
    host.updateRun(run.id, { status: 'completed', conclusion: 'success' });
    return { runId: run.id, jobId: job.id };
  }

  async function reported(): Promise<void> {
    await begun();
    const { id } = await process.story();
    await loopctl.report(id);
    await loopctl.reviewComplete(id, { reviewType: 'independent', findingsCount: 0, fixesCount: 0 });
  }

  return {
    ...process,
    world,
    tip,
    contracted,
    begun,
    reported,
    async rejected() {
      await reported();
      await loopctl.reject((await process.story()).id, { reason: 'not yet' });
    },
    work: (file, parent = tip()) =>
      storeCommit(process.pass.history.directory, {
        parent,
        changes: new Map([[file, `${file}\n`]]),
        message: `Add ${file}`,
        author: { name: 'agent', email: 'agent@example.org' },
        at: new Date(noon),
      }),
    pull,
    checked,
    async merged() {
      const { number, id, head } = await pull();
      checked(head, 'test');
      await site.world.mergeAs('ann', number);
      return { number, id };
    },
    async moved() {
      site.world.removeRuleset('main');
      const files = { 'later.txt': 'later\n' };
      const moved = await site.world.pushAs('ann', { branch: 'main', files, message: 'Move on' });
      this.demand(requireTest({ strict: false }));
      return moved;
    },
    demand(...rules) {
      site.world.setRuleset({ name: 'main', include: ['~DEFAULT_BRANCH'], rules: [pullRequestRule, ...rules] });
    },
    async withoutReset() {
      await loopctl.flush('Before the setting');
      const store = JSON.parse(await site.world.git(['show', `${stateBranch}:store.json`]));
      store.tenant.settings.auto_reset_on_rejection = false;
      const files = { 'store.json': `${JSON.stringify(store, null, 2)}\n` };
      await site.world.pushAs('ann', { branch: stateBranch, files, message: 'A setting of the tenant' });
      await loopctl.reload();
    },
  };
}

/** An accepted head at this commit. */
export function headAt(sha: string, diffBase: string): AcceptedHead {
  return aHead({ sha, diffBase, assignment: '99-3' });
}

/** A verdict about this head. */
export function verdictOn(headSha: string, review: Review = aReview()): VerdictRecord {
  return aVerdict({ review, headSha });
}

export type Implementation = Extract<Assignment, { role: 'implement' }>;

/** An assignment to implement story 1.1, and its flight. */
export async function implementation(
  scene: Scene,
): Promise<{ readonly assignment: Implementation; readonly flight: Flight }> {
  const { number, epic, title, description, criteria, deliverables, criteriaHash } = await scene.story();
  const place = { id: '99-3', run: scene.world.run, attempt: 1, branch, startSha: scene.tip() };
  const assignment: Implementation = {
    ...place,
    version: 1,
    role: 'implement',
    notAfter: noon + 50 * minute,
    base: { branch: 'main', sha: scene.tip() },
    story: { number, epic, title, description, criteria: [...criteria], deliverables: [...deliverables] },
    criteriaHash,
    feedback: [],
  };
  return { assignment, flight: aFlight({ ...place, criteriaHash }) };
}
