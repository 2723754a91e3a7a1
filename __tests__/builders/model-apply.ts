import type { Applied } from '../../src/core/applied.ts';
import type {
  Accept,
  AcceptRepair,
  Decision,
  Dispatch,
  Merge,
  Reject,
  Revert,
  Unclaim,
} from '../../src/core/decision.ts';
import type { RecordHumanMerge, RerunChecks } from '../../src/core/people-decision.ts';
import { answerTransition, type TransitionCall } from '../../src/core/transitions.ts';
import { type ModelPullRequest, type ModelStory, type ModelWorld, newSha, storyOf } from './model-world.ts';
import type { Tape } from './tape.ts';

const us = 'implementer';

/** Does one decision to the world as the interpreter would; null when the world does not let it. */
export function applyToModel(world: ModelWorld, decision: Decision, tape: Tape): Applied | null {
  switch (decision.kind) {
    case 'dispatch':
      return applyDispatch(world, decision);
    case 'accept': {
      const applied = applyPush(world, decision);
      return applied && transit(world, decision.story.number, ['request_review']) && applied;
    }
    case 'accept_repair':
      return applyPush(world, decision);
    case 'drop_repair':
      return close(world, decision.closes);
    case 'revert':
      return applyRevert(world, decision);
    case 'reject':
      return transit(world, decision.story.number, [isVerified(decision) ? 'undo' : 'reject']);
    case 'start_base_ci':
      world.base.check = 'pending';
      return {};
    case 'report_pass':
      return transit(world, decision.story.number, ['report', 'review_complete']);
    case 'report_fail':
      return applyReportFail(world, decision.story.number);
    case 'unclaim':
      return applyUnclaim(world, decision);
    case 'merge':
      return applyMerge(world, decision, tape);
    case 'verify':
      return transit(world, decision.story.number, ['verify']);
    case 'record_human_merge':
      return transit(world, decision.story.number, calls[decision.how]);
    case 'rerun_checks':
      return rerunChecks(world, decision);
    case 'backfill_story':
      return transit(world, decision.story.number, [decision.how]);
    case 'rerun_settle':
      world.resettle.push(
        ...[...world.runs.values()].flat().filter(({ assignment }) => assignment.id === decision.assignment),
      );
      return {};
    default:
      return {};
  }
}

function rerunChecks({ pullRequests }: ModelWorld, { order }: RerunChecks): Applied {
  for (const pullRequest of pullRequests) if (pullRequest.headSha === order.headSha) pullRequest.check = 'pending';
  return {};
}

/** Moments sort as text. */
function clock(world: ModelWorld): string {
  return newSha(world);
}

const effects: Readonly<Record<TransitionCall, (story: ModelStory, now: string) => void>> = {
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
  report: (story, now) => {
    Object.assign(story, { agentStatus: 'reported_done', reportedDoneAt: now });
  },
  review_complete: () => {},
  verify: (story) => {
    story.verifiedStatus = 'verified';
  },
  reject: (story, now) => {
    Object.assign(story, {
      agentStatus: 'pending',
      verifiedStatus: 'rejected',
      assignedAgentId: null,
      reportedDoneAt: null,
      rejectedAt: now,
      fails: story.fails + 1,
    });
  },
  undo: (story, now) => effects.reject(story, now),
  unclaim: (story) => {
    Object.assign(story, { agentStatus: 'pending', assignedAgentId: null, reportedDoneAt: null });
  },
  force_unclaim: (story) => {
    Object.assign(story, { agentStatus: 'pending', assignedAgentId: null, reportedDoneAt: null });
  },
  backfill: (story) => {
    Object.assign(story, { agentStatus: 'reported_done', verifiedStatus: 'verified' });
  },
  mark_complete: (story) => {
    Object.assign(story, { agentStatus: 'reported_done', verifiedStatus: 'verified' });
  },
};

function isVerified({ story }: Reject): boolean {
  return story.verifiedStatus === 'verified';
}

function transit(world: ModelWorld, number: string, calls: readonly TransitionCall[]): Applied | null {
  const story = storyOf(world, number);
  for (const call of calls) {
    const answer = answerTransition(call, story, us);
    if (answer === 'hold') return null;
    if (answer === 'do') effects[call](story, clock(world));
  }
  return {};
}

function applyDispatch(world: ModelWorld, { claims, story }: Dispatch): Applied | null {
  return claims ? transit(world, story.number, ['contract', 'claim', 'start']) : {};
}

function applyReportFail(world: ModelWorld, number: string): Applied | null {
  const isReset = storyOf(world, number).agentStatus === 'pending';
  return transit(world, number, isReset ? ['reject'] : ['report', 'reject']);
}

function close(world: ModelWorld, number: number | null): Applied {
  for (const pullRequest of world.pullRequests) if (pullRequest.number === number) pullRequest.isClosed = true;
  return {};
}

function applyUnclaim(world: ModelWorld, { story: { number }, closes }: Unclaim): Applied | null {
  close(world, closes);
  const isContracted = storyOf(world, number).agentStatus === 'contracted';
  return transit(world, number, [isContracted ? 'force_unclaim' : 'unclaim']);
}

const calls: Readonly<Record<RecordHumanMerge['how'], readonly TransitionCall[]>> = {
  report: ['report', 'review_complete', 'verify'],
  complete: ['review_complete', 'verify'],
  backfill: ['backfill'],
  mark_complete: ['mark_complete'],
};

function applyPush(world: ModelWorld, { branch, head, expected }: Accept | AcceptRepair): Applied | null {
  const actual = world.branches.get(branch) ?? null;
  if (actual !== expected && actual !== head.sha) return null;
  world.branches.set(branch, head.sha);
  const open = world.pullRequests.find((each) => each.branch === branch && each.mergeSha === null && !each.isClosed);
  const pullRequest = open ?? openPullRequest(world, branch);
  if (pullRequest.headSha !== head.sha) Object.assign(pullRequest, { headSha: head.sha, check: 'pending' });
  return { pullRequest: pullRequest.number };
}

function openPullRequest(world: ModelWorld, branch: string): ModelPullRequest {
  const pullRequest: ModelPullRequest = {
    number: world.pullRequests.length + 1,
    branch,
    headSha: '',
    check: 'pending',
    isClosed: false,
    mergeSha: null,
    mergedBy: null,
  };
  world.pullRequests.push(pullRequest);
  return pullRequest;
}

function applyRevert(world: ModelWorld, { pullRequest: number, closes }: Revert): Applied {
  const branch = `revert-${number}`;
  const open = world.pullRequests.find((each) => each.branch === branch && each.mergeSha === null && !each.isClosed);
  const revert = open ?? Object.assign(openPullRequest(world, branch), { headSha: newSha(world) });
  close(world, closes);
  return { pullRequest: revert.number };
}

function applyMerge(world: ModelWorld, decision: Merge, tape: Tape): Applied | null {
  const pullRequest = world.pullRequests.find(({ number }) => number === decision.pullRequest);
  if (pullRequest === undefined || pullRequest.mergeSha !== null || pullRequest.isClosed) return null;
  if (pullRequest.headSha !== decision.headSha || world.base.sha !== decision.baseSha) return null;
  const before = world.base;
  pullRequest.mergeSha = newSha(world);
  pullRequest.mergedBy = 'orchestrate-app';
  world.base = { sha: pullRequest.mergeSha, check: 'pending' };
  const end = tape.choose(['told', 'seen late', 'seen late', 'answer lost']);
  if (end === 'seen late') world.staleTip = before;
  return end === 'answer lost' ? {} : { mergeSha: pullRequest.mergeSha };
}
