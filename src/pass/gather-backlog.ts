import { createHash } from 'node:crypto';
import { type Ledger, recall } from '../core/ledger.ts';
import type { Snapshot, StoryFacts } from '../core/snapshot.ts';
import { canonicalAgreement } from '../core/story.ts';
import type { DependencyGraph, Project } from '../loopctl/port.ts';
import type { StoryRecord } from '../loopctl/story-record.ts';
import type { Budget } from '../loopctl/usage-record.ts';
import { gatherContracted } from './gather-contracted.ts';
import { findBlockingDrift } from './gather-drift.ts';
import { gatherReadiness } from './gather-readiness.ts';
import type { Pass } from './pass.ts';

/** What loopctl knows of a project. */
export type Backlog = Pick<
  Snapshot,
  | 'stories'
  | 'ready'
  | 'blockers'
  | 'drift'
  | 'contractedBy'
  | 'rejections'
  | 'identities'
  | 'maxConcurrentAgents'
  | 'spending'
>;

/** Looks at loopctl: a few requests, and one more for every 500 stories. */
export async function gatherBacklog(ledger: Ledger, pass: Pass): Promise<Backlog> {
  const { loopctl, project } = pass;
  const [graph, records, identities, tenant, budgets] = await Promise.all([
    // First, since it brings along what the stories' epics are.
    loopctl.dependencyGraph(project.id),
    loopctl.listStories(project.id),
    loopctl.identities(),
    loopctl.tenant(),
    loopctl.listBudgets(),
  ]);
  const stories = records.map(toFacts);
  const { ready, blockers } = await gatherReadiness(graph, pass);
  return {
    stories,
    ready,
    blockers,
    drift: findBlockingDrift(graph, blockers, ledger),
    contractedBy: await gatherContracted(stories, ledger, loopctl),
    rejections: await countRejections(stories, ledger, loopctl),
    identities: {
      implementer: identities.implementer.agentId,
      reviewer: identities.reviewer.agentId,
      orchestrator: identities.orchestrator.agentId,
    },
    maxConcurrentAgents: tenant.maxConcurrentAgents,
    spending: findSpending(budgets, { graph, project }),
  };
}

interface Place {
  readonly graph: DependencyGraph;
  readonly project: Project;
}

/** Budgets are the tenant's: those of the project, and of its epics and stories as long as there is something to do. */
function findSpending(budgets: readonly Budget[], { graph, project }: Place): Snapshot['spending'] {
  const open = graph.epics.map((epic) => ({
    ...epic,
    stories: epic.stories.filter(({ verifiedStatus }) => verifiedStatus !== 'verified'),
  }));
  const names = new Map([
    [project.id, 'the project'] as const,
    ...open.flatMap(({ id, number, stories }) => (stories.length > 0 ? [[id, `epic ${number}`] as const] : [])),
    ...open.flatMap(({ stories }) => stories.map(({ id, number }) => [id, `story ${number}`] as const)),
  ]);
  return budgets.flatMap(({ scopeId, budgetMillicents, spentMillicents, alertThreshold }) => {
    const of = names.get(scopeId);
    return of === undefined ? [] : [{ of, budgetMillicents, spentMillicents, alertThreshold }];
  });
}

function toFacts(story: StoryRecord): StoryFacts {
  return { ...story, criteriaHash: createHash('sha256').update(canonicalAgreement(story)).digest('hex') };
}

/** Rejections that the ledger does not know of (it was lost, or somebody else rejected), by loopctl's own account. */
async function countRejections(
  stories: readonly StoryFacts[],
  ledger: Ledger,
  loopctl: Pass['loopctl'],
): Promise<Snapshot['rejections']> {
  const unexplained = stories.filter(
    ({ number, verifiedStatus }) => verifiedStatus === 'rejected' && recall(ledger, number).rejections === 0,
  );
  const counts = await Promise.all(
    unexplained.map(async ({ id, number }) => {
      const results = await loopctl.verifications(id);
      return [number, results.filter(({ result }) => result === 'fail').length] as const;
    }),
  );
  return new Map(counts);
}
