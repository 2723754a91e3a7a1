import { rememberPaths } from '../gate/merge-mode.ts';
import type { AcceptedHead } from '../ledger.ts';
import { nameSome } from '../name-some.ts';
import type { BaseFacts, HeadFacts, PullRequestFacts, WorkFacts } from '../snapshot.ts';
import { isVerdictValid } from '../standing.ts';
import { act, hold, type Step } from '../step.ts';
import type { Context, StoryView } from '../view.ts';

/** Whether a pull request is at a head that we neither accepted nor are about to. */
export function isForeignHead({ memory }: StoryView, { headSha }: PullRequestFacts): boolean {
  return headSha !== memory.head?.sha && headSha !== memory.kept?.head.sha;
}

/**
 * A head that we did not push: GitHub's merge of the base into ours, a person's push, or our own from before the ledger
 * was lost. What stands is adopted and judged from now on; its verdict is asked anew where its diff is another one.
 */
export function stepPushedHead(view: StoryView, pullRequest: PullRequestFacts, { world }: Context): Step {
  const elsewhere = holdElsewhere(pullRequest, world.base);
  if (elsewhere !== null) return elsewhere;
  const seen = `#${pullRequest.number} is at ${pullRequest.headSha.slice(0, 7)}`;
  const found = world.heads.get(pullRequest.number);
  if (found === undefined || found.sha !== pullRequest.headSha) {
    return hold('head_not_accepted', `${seen}, which was not looked at yet`);
  }
  const { work, fault } = found;
  if (work === null) return hold('head_not_accepted', `${seen}: ${fault ?? 'it cannot be judged'}`);
  const accepted = updatedHead(view, found, work);
  const faults = findFaults(work, accepted);
  if (faults.length > 0) return hold('head_not_accepted', `${seen}: ${nameSome(faults)}`);
  if (accepted === null && work.protectedPaths.length > 0 && view.memory.approvedHead !== found.sha) {
    return hold('protected_paths', `${found.sha} changes ${nameSome(work.protectedPaths)}`);
  }
  return act({
    kind: 'adopt',
    story: view.story,
    because: `${seen}: ${accepted === null ? 'pushed by somebody, and it stands' : 'brought up to date with the base'}`,
    pullRequest: pullRequest.number,
    head: { ...(accepted ?? pushedHead(view, work)), sha: found.sha, diffBase: work.diffBase, at: world.clock },
    verdict: accepted !== null && isVerdictValid(view) ? view.memory.verdict : null,
  });
}

function holdElsewhere({ number, isFork, baseRef }: PullRequestFacts, { branch }: BaseFacts): Step | null {
  if (isFork) return hold('fork', `#${number}`);
  return baseRef === branch ? null : hold('base_changed', `#${number} merges into ${baseRef}`);
}

function findFaults(work: WorkFacts, accepted: AcceptedHead | null): readonly string[] {
  return [
    ...(work.descends || accepted !== null ? [] : ['it does not descend from the head that was accepted']),
    ...(work.isEmpty ? ['it changes nothing'] : []),
    ...work.refusals,
  ];
}

/**
 * The accepted head, brought up to date by GitHub's merge of the base or by a rebase that took its place: the same diff,
 * so what was allowed and said of it holds.
 */
function updatedHead({ memory }: StoryView, { kind }: HeadFacts, work: WorkFacts): AcceptedHead | null {
  const { head } = memory;
  const isUpdate = kind === 'update' || !work.descends;
  return isUpdate && head !== null && head.patchId === work.patchId ? { ...head, by: 'update' } : null;
}

function pushedHead({ memory }: StoryView, work: WorkFacts): Omit<AcceptedHead, 'sha' | 'diffBase' | 'at'> {
  return {
    by: 'human',
    patchId: work.patchId,
    changedPaths: rememberPaths(work.changedPaths),
    missingDeliverables: [...work.missingDeliverables],
    concerns: [...work.concerns],
    assignment: memory.head?.assignment ?? '',
  };
}
