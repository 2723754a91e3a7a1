import type { Merge } from '../../src/core/decision.ts';
import type { StoryMemory } from '../../src/core/ledger.ts';
import type { CheckFacts, PullRequestFacts } from '../../src/core/snapshot.ts';
import type { Situation } from './arbitrary-snapshot.ts';
import { ofReviews } from './forbidden-approval.ts';

type Faults = Readonly<Record<string, boolean>>;

/** Everything that forbids this merge, written down from the design and without a look at the gate. */
export function whatForbids(merge: Merge, situation: Situation): readonly string[] {
  const pullRequest = situation.world.pullRequests.find(({ number }) => number === merge.pullRequest);
  if (pullRequest === undefined) return ['no pull request'];
  const faults = {
    ...ofStory(merge, situation),
    ...ofPullRequest(merge, pullRequest, situation),
    ...ofReviews(merge.story, pullRequest, situation),
    ...ofChecks(pullRequest, situation),
    ...ofRules(merge, pullRequest, situation),
    ...ofBase(merge, situation),
  };
  return Object.keys(faults).filter((name) => faults[name as keyof typeof faults]);
}

function ofStory({ story, verdict }: Merge, { world, ledger }: Situation): Faults {
  const memory = ledger.stories[story.number];
  return {
    paused: ledger.paused !== null,
    sticky: memory?.sticky !== null,
    'an agent at work': Object.values(ledger.flights).some((flight) => flight.story === story.number),
    'merged already': memory?.merged !== null,
    'to be started over': memory?.startOver !== false,
    'work kept aside': memory?.kept !== null,
    'another agreement': memory?.agreement !== null && memory?.agreement !== story.criteriaHash,
    'somebody else’s': story.assignedAgentId !== world.identities.implementer,
    'not reported': story.agentStatus !== 'reported_done' || memory?.reported !== verdict.assignment,
    'verified already': story.verifiedStatus === 'verified',
    'a verdict that fails': verdict.review.result !== 'pass',
    'a verdict by the implementer': verdict.reviewer === world.identities.implementer,
    'a verdict on another diff': verdict.patchId !== memory?.head?.patchId,
    'a verdict on other criteria': verdict.criteriaHash !== story.criteriaHash,
    'criteria left to people': verdict.review.acs_human.some((id) => !isVouched(id, story, memory)),
    'files missing': memory?.head?.missingDeliverables.length !== 0,
  };
}

function isVouched(id: string, { criteriaHash }: Merge['story'], memory: StoryMemory | undefined): boolean {
  return (memory?.vouched ?? []).some(
    (said) => said.criterion === id && said.criteriaHash === criteriaHash && said.patchId === memory?.head?.patchId,
  );
}

function ofPullRequest({ headSha, story }: Merge, pullRequest: PullRequestFacts, situation: Situation): Faults {
  const { ledger, world, now } = situation;
  const { merging, unmerged } = ledger.stories[story.number] ?? {};
  return {
    'asked for already': merging?.headSha === headSha,
    'a merge of another under way': isAnyUnderWay(situation),
    'in the queue': world.merging.get(pullRequest.number)?.kind === 'queued',
    'not made a moment ago': unmerged?.headSha === headSha && (unmerged.notBefore > now || unmerged.times > 3),
    'not open': pullRequest.state !== 'OPEN',
    'a fork': pullRequest.isFork,
    'a draft': pullRequest.isDraft,
    'another base': pullRequest.baseRef !== 'main',
    'another head': pullRequest.headSha !== headSha,
    'a head nobody accepted': ledger.stories[story.number]?.head?.sha !== headSha,
    'a conflict': pullRequest.mergeState === 'DIRTY',
    'an admin’s token': pullRequest.viewerCanMergeAsAdmin,
  };
}

/** GitHub has been asked for a merge of an open pull request at the head that it still has. */
function isAnyUnderWay({ world, ledger }: Situation): boolean {
  return Object.values(ledger.stories).some(({ merging, pullRequest: number }) =>
    world.pullRequests.some(
      (pullRequest) =>
        pullRequest.state === 'OPEN' && pullRequest.number === number && pullRequest.headSha === merging?.headSha,
    ),
  );
}

function ofChecks(pullRequest: PullRequestFacts, { world: { rules } }: Situation): Faults {
  const checks = evidence(pullRequest.checks);
  const required = rules.requiredChecks.map(({ name, appId }) =>
    checks.filter((check) => check.name === name && (appId === null || check.appId === appId)),
  );
  return {
    'a required check that is missing': required.some((found) => found.length === 0),
    'a required check without success': required.flat().some(({ state }) => state !== 'success'),
    'another check': !isHarmless(checks),
    'nothing tried': required.length === 0 && !checks.some(({ state }) => state === 'success'),
  };
}

function ofRules(
  { method, way }: Merge,
  pullRequest: PullRequestFacts,
  { world: { rules }, policy }: Situation,
): Faults {
  const isRefused = policy.base.unprotected === 'refuse';
  return {
    behind: rules.strict && !rules.requiresMergeQueue && pullRequest.mergeState === 'BEHIND',
    conversations: rules.requiresConversationResolution && pullRequest.unresolvedConversations > 0,
    'past the queue': rules.requiresMergeQueue !== (way === 'queue'),
    method: way === 'direct' && !rules.mergeMethods.includes(method),
    unprotected: isRefused && (!rules.requiresPullRequest || rules.requiredChecks.length === 0),
    bypass: rules.bypass === 'possible' || (rules.bypass === 'unknown' && isRefused),
  };
}

function ofBase({ baseSha }: Merge, { world: { base }, ledger }: Situation): Faults {
  return {
    'another tip': baseSha !== base.sha,
    'a tip without proof': !isHarmless(evidence(base.checks)),
    'the tip before a merge of ours': Object.values(ledger.stories).some(
      ({ merged }) => merged?.baseBefore === base.sha,
    ),
  };
}

/** The checks that may speak: none of ours, none of our workflow, none that a token could have made up. */
function evidence(checks: readonly CheckFacts[]): readonly CheckFacts[] {
  const isForged = ({ appSlug, workflowRunId }: CheckFacts): boolean =>
    appSlug === 'github-actions' && workflowRunId === null;
  return checks
    .filter(({ name, workflow }) => !name.startsWith('orchestrate/') && workflow !== 'orchestrate.yml')
    .filter((check) => !isForged(check));
}

function isHarmless(checks: readonly CheckFacts[]): boolean {
  return checks.length > 0 && checks.every(({ state }) => ['success', 'neutral', 'skipped'].includes(state));
}
