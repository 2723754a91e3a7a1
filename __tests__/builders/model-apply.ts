import type { Accept, Decision, Dispatch, Merge } from '../../src/core/decision.ts';
import type { Applied } from '../../src/core/remember.ts';
import { answerTransition, type Standing, type TransitionCall } from '../../src/core/transitions.ts';
import { type ModelStory, type ModelWorld, newSha, storyOf } from './model-world.ts';
import type { Tape } from './tape.ts';

const us = 'implementer';

/** Does one decision to the world as the interpreter would; null when the world does not let it. */
export function applyToModel(world: ModelWorld, decision: Decision, tape: Tape): Applied | null {
  switch (decision.kind) {
    case 'dispatch':
      return applyDispatch(world, decision);
    case 'accept':
      return applyAccept(world, decision);
    case 'report_pass':
      return transit(world, decision.story.number, ['report', 'review_complete']);
    case 'report_fail':
      return applyReportFail(world, decision.story.number);
    case 'unclaim':
      return applyUnclaim(world, decision.story.number);
    case 'merge':
      return applyMerge(world, decision, tape);
    case 'verify':
      return transit(world, decision.story.number, ['verify']);
    case 'rerun_settle':
      world.resettle.push(
        ...[...world.runs.values()].flat().filter(({ assignment }) => assignment.id === decision.assignment),
      );
      return {};
    default:
      return {};
  }
}

const effects: Readonly<Record<TransitionCall, (story: ModelStory) => void>> = {
  contract: (story) => {
    story.agentStatus = 'contracted';
  },
  claim: (story) => {
    story.agentStatus = 'assigned';
    story.assignedAgentId = us;
  },
  start: (story) => {
    story.agentStatus = 'implementing';
  },
  request_review: () => {},
  report: (story) => {
    story.agentStatus = 'reported_done';
  },
  review_complete: () => {},
  verify: (story) => {
    story.verifiedStatus = 'verified';
  },
  reject: (story) => {
    Object.assign(story, {
      agentStatus: 'pending',
      verifiedStatus: 'rejected',
      assignedAgentId: null,
      fails: story.fails + 1,
    });
  },
  unclaim: (story) => {
    Object.assign(story, { agentStatus: 'pending', assignedAgentId: null });
  },
  force_unclaim: (story) => {
    Object.assign(story, { agentStatus: 'pending', assignedAgentId: null });
  },
  backfill: (story) => {
    Object.assign(story, { agentStatus: 'reported_done', verifiedStatus: 'verified' });
  },
  mark_complete: (story) => {
    Object.assign(story, { agentStatus: 'reported_done', verifiedStatus: 'verified' });
  },
};

function transit(world: ModelWorld, number: string, calls: readonly TransitionCall[]): Applied | null {
  const story = storyOf(world, number);
  for (const call of calls) {
    const answer = answerTransition(call, standingOf(story), us);
    if (answer === 'hold') return null;
    if (answer === 'do') effects[call](story);
  }
  return {};
}

/** A story that is rejected and reported in the model was reported again, since the model resets at once. */
function standingOf(story: ModelStory): Standing {
  return { ...story, rejectedAt: '1', reportedDoneAt: story.agentStatus === 'reported_done' ? '2' : null };
}

function applyDispatch(world: ModelWorld, { claims, story }: Dispatch): Applied | null {
  return claims ? transit(world, story.number, ['contract', 'claim', 'start']) : {};
}

function applyReportFail(world: ModelWorld, number: string): Applied | null {
  const isReset = storyOf(world, number).agentStatus === 'pending';
  return transit(world, number, isReset ? ['reject'] : ['report', 'reject']);
}

function applyUnclaim(world: ModelWorld, number: string): Applied | null {
  const isContracted = storyOf(world, number).agentStatus === 'contracted';
  return transit(world, number, [isContracted ? 'force_unclaim' : 'unclaim']);
}

function applyAccept(world: ModelWorld, { branch, head, expected, story }: Accept): Applied | null {
  const actual = world.branches.get(branch) ?? null;
  if (actual !== expected && actual !== head.sha) return null;
  world.branches.set(branch, head.sha);
  const open = world.pullRequests.find((each) => each.branch === branch && each.mergeSha === null);
  const pullRequest = open ?? {
    number: world.pullRequests.length + 1,
    branch,
    headSha: '',
    check: 'pending' as const,
    mergeSha: null,
  };
  if (open === undefined) world.pullRequests.push(pullRequest);
  if (pullRequest.headSha !== head.sha) Object.assign(pullRequest, { headSha: head.sha, check: 'pending' });
  return transit(world, story.number, ['request_review']) && { pullRequest: pullRequest.number };
}

function applyMerge(world: ModelWorld, decision: Merge, tape: Tape): Applied | null {
  const pullRequest = world.pullRequests.find(({ number }) => number === decision.pullRequest);
  if (pullRequest === undefined || pullRequest.mergeSha !== null) return null;
  const before = world.base.sha;
  pullRequest.mergeSha = newSha(world);
  world.base = { sha: pullRequest.mergeSha, check: 'pending' };
  const end = tape.choose(['told', 'seen late', 'seen late', 'answer lost']);
  if (end === 'seen late') world.staleTip = before;
  return end === 'answer lost' ? {} : { mergeSha: pullRequest.mergeSha };
}
