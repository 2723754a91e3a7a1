import { createHash } from 'node:crypto';
import { type Ledger, recall } from '../core/ledger.ts';
import type { Snapshot, StoryFacts } from '../core/snapshot.ts';
import { findSpending } from '../core/spending.ts';
import { canonicalAgreement } from '../core/story.ts';
import type { StoryRecord } from '../loopctl/story-record.ts';
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
    spending: findSpending(budgets, { project: project.id, epics: graph.epics }),
  };
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
