import type { Applied } from '../core/applied.ts';
import type { RecordHumanMerge } from '../core/people-decision.ts';
import { LeftUndone } from './left-undone.ts';
import { transit } from './transition.ts';
import type { LeasedPass } from './under-lease.ts';

const reviewType = 'human_merge';

/** Tells loopctl of a person's merge by the way that the story's status leaves open; what was told before is not told again. */
export async function applyHumanMerge(decision: RecordHumanMerge, pass: LeasedPass): Promise<Applied> {
  switch (decision.how) {
    case 'report':
      await transit('report', decision.story, pass, () => pass.loopctl.report(decision.story.id));
      await complete(decision, pass);
      return {};
    case 'complete':
      await complete(decision, pass);
      return {};
    case 'backfill':
      await backfill(decision, pass);
      return {};
    case 'mark_complete':
      await markComplete(decision, pass);
      return {};
  }
}

async function complete(decision: RecordHumanMerge, pass: LeasedPass): Promise<void> {
  const { story, mergeSha } = decision;
  const { loopctl } = pass;
  const summary = describeMerge(decision);
  const completion = { reviewType, findingsCount: 0, fixesCount: 0, summary };
  await transit('review_complete', story, pass, () => loopctl.reviewComplete(story.id, completion));
  await transit('verify', story, pass, () => loopctl.verify(story.id, { summary, reviewType, commitSha: mergeSha }));
}

async function backfill(decision: RecordHumanMerge, pass: LeasedPass): Promise<void> {
  const { story, pullRequest } = decision;
  const provenance = { reason: describeMerge(decision), prNumber: pullRequest };
  await transit('backfill', story, pass, () => pass.loopctl.backfill(story.id, provenance));
}

async function markComplete(decision: RecordHumanMerge, pass: LeasedPass): Promise<void> {
  const { story } = decision;
  const completion = { storyId: story.id, summary: describeMerge(decision), reviewType };
  await transit('mark_complete', story, pass, async () => {
    const [result] = await pass.loopctl.markComplete([completion]);
    if (result?.succeeded === true) return;
    throw new LeftUndone({ code: 'stalled_elsewhere', detail: `mark_complete: ${result?.reason ?? 'no answer'}` });
  });
}

function describeMerge({ pullRequest, person, mergeSha }: RecordHumanMerge): string {
  return `#${pullRequest} was merged by ${person} as ${mergeSha}`;
}
