import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoopctlServer } from '../../src/loopctl/http/server.ts';
import { runCommandPhase } from '../../src/phases/command.ts';
import { runComment } from '../../src/phases/comment.ts';
import type { PhaseEnd } from '../../src/phases/outputs.ts';
import { runPlan } from '../../src/phases/plan.ts';
import type { RunnerContext } from '../../src/phases/runner-context.ts';
import { type ActionWorld, stateBranch } from '../acceptance/action-world.ts';

/** What a step needs of a world. */
export type StepWorld = Pick<ActionWorld, 'token' | 'folder' | 'github' | 'newRun'>;

/** A plan as the step of a run of its own, in this process. */
export async function plan(
  world: StepWorld,
  server: LoopctlServer | null = null,
  webhook: string | null = null,
): Promise<PhaseEnd> {
  const context = contextOf(world);
  const folders = { assignments: join(context.temp, 'assignments'), record: recordOf(context) };
  return await runPlan(
    { ...inputsOf(world, server), phase: 'plan', approvalToken: null, webhook, ...folders },
    context,
    () => undefined,
  );
}

export interface Saying {
  readonly command: string;
  readonly server?: LoopctlServer;
  readonly log?: (line: string) => void;
}

/** A person's command as the step of a run of its own, in this process. */
export async function say(world: ActionWorld, { command, server, log = () => undefined }: Saying): Promise<PhaseEnd> {
  const inputs = { ...inputsOf(world, server ?? null), phase: 'command', command, story: '', actor: 'ada' } as const;
  return await runCommandPhase(inputs, contextOf(world), log);
}

/** The step of a run that a comment woke, in this process. */
export async function follow(world: ActionWorld, comment: number): Promise<PhaseEnd> {
  const context = contextOf(world);
  const given = { comment, approvalToken: null, webhook: null, record: recordOf(context) };
  return await runComment({ ...inputsOf(world, null), phase: 'comment', ...given }, context, () => undefined);
}

/** Where a step of this context leaves the record of its pass. */
export function recordOf({ temp }: Pick<RunnerContext, 'temp'>): string {
  return join(temp, 'record');
}

export function contextOf(world: StepWorld): RunnerContext {
  const temp = mkdtempSync(join(world.folder, 'own-step-'));
  const eventPath = join(temp, 'event.json');
  writeFileSync(eventPath, JSON.stringify({ repository: { default_branch: 'main' } }));
  const { url: serverUrl, apiUrl } = world.github;
  const run = world.newRun();
  const place = { workspace: temp, temp, eventPath };
  return { owner: 'ada', repo: 'demo', serverUrl, apiUrl, run, attempt: 1, ref: 'refs/heads/main', ...place };
}

export function inputsOf({ token }: Pick<StepWorld, 'token'>, server: LoopctlServer | null) {
  const config = '.github/orchestrate.yml';
  return { token, config, stateBranch, workflow: 'orchestrate.yml', server } as const;
}
