import type { Assignment } from './assignment.ts';
import { findFailures } from './base.ts';
import type { Dispatch } from './decision.ts';
import { addMinutes } from './instant.ts';
import type { Flight } from './ledger.ts';
import type { Want } from './step.ts';
import { branchOf, type Context, type StoryView } from './view.ts';

/** How long an assignment may wait for its runner before it is refused as too late. */
const queueMinutes = 60;

/** Turns a want that got its place into an assignment, the `index`-th of this pass, and what is remembered of it in flight. */
export function assign(view: StoryView, wanted: Want, index: number, context: Context): Dispatch {
  const { world, ledger, policy, now } = context;
  const { story, memory } = view;
  const minutes = wanted.role === 'review' ? policy.agentMinutes.reviewer : policy.agentMinutes.author;
  const common = {
    version: 1 as const,
    id: `${world.pass.run}-${ledger.sequence + index + 1}`,
    run: world.pass.run,
    attempt: world.pass.attempt,
    notAfter: addMinutes(now, queueMinutes),
    base: { branch: world.base.branch, sha: world.base.sha },
    startSha: wanted.startSha ?? ledger.base.proven?.sha ?? world.base.sha,
    branch: branchOf(story.number, memory.generation),
    story: {
      number: story.number,
      epic: story.epic,
      title: story.title,
      description: story.description,
      criteria: story.criteria.map(({ id, text }) => ({ id, text })),
      deliverables: [...story.deliverables],
    },
    criteriaHash: story.criteriaHash,
  };
  const assignment = roleOf(view, wanted, common, context);
  const flight: Flight = {
    id: common.id,
    role: wanted.role,
    story: story.number,
    run: common.run,
    attempt: common.attempt,
    branch: common.branch,
    startSha: common.startSha,
    diffBase: wanted.role === 'review' ? (memory.head?.diffBase ?? null) : null,
    criteriaHash: story.criteriaHash,
    since: now,
    notAfter: addMinutes(common.notAfter, minutes),
    settleReruns: 0,
  };
  return { kind: 'dispatch', story, because: wanted.because, claims: wanted.claims, assignment, flight };
}

type Common = Omit<Extract<Assignment, { role: 'implement' }>, 'role' | 'feedback'>;

function roleOf({ memory }: StoryView, wanted: Want, common: Common, { world, policy }: Context): Assignment {
  const { story: _, criteriaHash: __, ...withoutStory } = common;
  const feedback = [...wanted.feedback];
  switch (wanted.role) {
    case 'review':
      return {
        ...common,
        role: 'review',
        diffBase: memory.head?.diffBase ?? common.base.sha,
        checklist: [...policy.checklist],
        concerns: [...(memory.head?.concerns ?? [])],
      };
    case 'repair':
      return {
        ...withoutStory,
        role: 'repair',
        redSha: world.base.sha,
        failures: findFailures(world.base, policy).map(({ name, summary }) => ({
          job: name,
          log: summary ?? 'no log could be read',
        })),
        feedback,
      };
    case 'fix':
      return { ...common, role: 'fix', feedback };
    case 'implement':
      return { ...common, role: 'implement', feedback };
  }
}
