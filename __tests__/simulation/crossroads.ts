import {
  type ActionWorld,
  aConfig,
  beginCheck,
  foundWorld,
  proveCommit,
  type StepChange,
} from '../acceptance/action-world.ts';
import { runAgentJobs, upload } from '../acceptance/agent-job.ts';

/** A world in which there is something to claim, something to merge and something to settle, all at once. */
export interface Crossroads {
  /** 1.1 passed its review and may be merged, 1.2 has an outcome that nobody settled, 1.3 is ready. */
  readonly world: ActionWorld;
  /** How the settle of 1.2 is to be started. */
  readonly settle: StepChange;
}

/** Brings a project of three stories to where its three ways part. */
export async function reachCrossroads(): Promise<Crossroads> {
  const config = aConfig({ base: { start: 'last-proven' } });
  const world = await foundWorld({ files: { '.github/orchestrate.yml': config } });
  const [first, second] = await runAgentJobs(world);
  if (first === undefined || second === undefined) throw new Error('two agents were to be dispatched');
  await succeed(world, upload(world, first));
  proveCommit(world.github, tipOf(world, 'orchestrate/1.1'));
  const [review] = await runAgentJobs(world);
  if (review === undefined) throw new Error('a review was to be dispatched');
  // While the base is unproven the review is told, and nothing is merged.
  const endCheck = beginCheck(world.github, tipOf(world, 'main'));
  await succeed(world, upload(world, review));
  endCheck('success');
  // It is copied for every race: one pack is a fraction of the files.
  await world.git(['repack', '-adknq']);
  return { world, settle: upload(world, second) };
}

async function succeed(world: ActionWorld, change: StepChange): Promise<void> {
  const { exitCode, text } = await world.run('settle', change);
  if (exitCode !== 0) throw new Error(text);
}

function tipOf({ github }: ActionWorld, branch: string): string {
  return github.world.branches().get(branch) ?? '';
}
