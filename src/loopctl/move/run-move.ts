import type { Loopctl, Project } from '../port.ts';
import type { ProjectAccount } from './account.ts';
import { type MovePlan, planMove } from './plan-move.ts';
import { type AccountSource, readAccount } from './read-account.ts';
import { renderSteps } from './render-move.ts';

export type MoveTarget = AccountSource &
  Pick<Loopctl, 'importBacklog' | 'markComplete' | 'backfill' | 'reject' | 'forceUnclaim' | 'flush'>;

export interface MoveResult {
  /** What was planned, and made. */
  readonly plan: MovePlan;
  /** What the target still does not have although it was told, in words; empty where all came out as planned. */
  readonly open: readonly string[];
}

/**
 * Moves an account of a project into a project of this store: plans, makes the calls, and reads the target again, of
 * which the same plan must ask nothing more. Cut off, it is run again.
 */
export async function runMove(source: ProjectAccount, loopctl: MoveTarget, project: Project): Promise<MoveResult> {
  const plan = planMove(source, await readAccount(loopctl, project));
  await importStories(plan, loopctl, project);
  const refused = await tellStandings(plan, loopctl, project);
  await loopctl.flush(`Move ${source.project.slug} in from ${source.tenant}`);
  const left = renderSteps(planMove(source, await readAccount(loopctl, project)));
  return { plan, open: [...refused, ...left.map((line) => `Still to be done: ${line}`)] };
}

async function importStories({ payload }: MovePlan, loopctl: MoveTarget, project: Project): Promise<void> {
  const { epics, story_dependencies: ofStories, epic_dependencies: ofEpics } = payload;
  if (epics.length + ofStories.length + ofEpics.length > 0) await loopctl.importBacklog(project.id, payload);
}

async function tellStandings(plan: MovePlan, loopctl: MoveTarget, project: Project): Promise<readonly string[]> {
  const ids = new Map((await loopctl.listStories(project.id)).map(({ id, number }) => [number, id]));
  const numbers = new Map([...ids].map(([number, id]) => [id, number]));
  const idOf = (number: string): string => ids.get(number) ?? '';
  const results = await loopctl.markComplete(
    plan.completions.map(({ number, ...completion }) => ({ storyId: idOf(number), ...completion })),
  );
  for (const { number, provenance } of plan.backfills) await loopctl.backfill(idOf(number), provenance);
  for (const { number, ...rejection } of plan.rejections) await loopctl.reject(idOf(number), rejection);
  for (const number of plan.releases) await loopctl.forceUnclaim(idOf(number));
  return results.flatMap(({ storyId, succeeded, reason }) =>
    succeeded ? [] : [`${numbers.get(storyId) ?? storyId} was not marked complete: ${reason ?? 'no reason was given'}`],
  );
}
