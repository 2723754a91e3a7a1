import { strToU8, zipSync } from 'fflate';
import type { Outcome } from '../../src/core/outcome.ts';
import { openHttpLoopctl } from '../../src/loopctl/http/open.ts';
import type { Loopctl, Project } from '../../src/loopctl/port.ts';
import type { PhaseEnd } from '../../src/phases/outputs.ts';
import { runSettle } from '../../src/phases/settle.ts';
import { type ActionWorld, aConfig, foundWorld } from '../acceptance/action-world.ts';
import type { TestServer } from './loopctl-server.ts';
import { contextOf, inputsOf, recordOf } from './own-step.ts';

const waits = { until: 0, now: Date.now, pause: () => Promise.resolve() };

/** A repository without a backlog whose project a server of loopctl has. */
export function foundServedWorld(project: string): Promise<ActionWorld> {
  return foundWorld({ files: { 'backlog.json': null, '.github/orchestrate.yml': aConfig({ project }) } });
}

export interface House {
  readonly loopctl: Loopctl;
  readonly project: Project;
}

/** The project `house` on a server, with two stories, or as many as are wanted. */
export async function fillHouse(server: TestServer, stories = 2): Promise<House> {
  const loopctl = openHttpLoopctl({ server, project: 'house', waits });
  const project = await loopctl.ensureProject({ name: 'The House', slug: 'house' });
  const drafts = Array.from({ length: stories }, (_, index) => ({
    number: `1.${index + 1}`,
    title: `Story 1.${index + 1}`,
    acceptance_criteria: [{ id: 'AC-1', description: 'done' }],
  }));
  await loopctl.importBacklog(project.id, {
    epics: [{ number: 1, title: 'E', stories: drafts }],
    story_dependencies: [],
    epic_dependencies: [],
  });
  return { loopctl, project };
}

/** What an agent leaves behind that did nothing. */
export function anOutcome(assignment: string, run: number): Outcome {
  return {
    version: 1,
    assignment,
    run,
    attempt: 1,
    kind: 'completed',
    detail: 'done',
    restatement: null,
    head: null,
    review: null,
    verify: null,
    agent: { exitCode: 0, durationMs: 1 },
    usage: null,
  };
}

/** The settle of an assignment whose agent left this behind, in this process. */
export async function settle(world: ActionWorld, server: TestServer, outcome: Outcome): Promise<PhaseEnd> {
  const { id, digest } = world.github.host.createArtifact({
    runId: outcome.run,
    name: `orchestrate-outcome-${outcome.assignment}-${outcome.run}-1`,
    archive: zipSync({ 'outcome.json': strToU8(JSON.stringify(outcome)) }, { mtime: '2000-01-01T00:00:00' }),
  });
  const context = { ...contextOf(world), run: outcome.run };
  return await runSettle(
    {
      ...inputsOf(world, server),
      phase: 'settle',
      approvalToken: null,
      webhook: null,
      record: recordOf(context),
      assignment: outcome.assignment,
      outcomeArtifact: id,
      outcomeDigest: digest,
    },
    context,
    () => undefined,
  );
}
