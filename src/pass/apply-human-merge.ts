import type { RecordHumanMerge } from '../core/decision.ts';
import type { Applied } from '../core/remember.ts';
import { LeftUndone } from './left-undone.ts';
import type { Pass } from './pass.ts';
import { transit } from './transition.ts';

const reviewType = 'human_merge';

/** Tells loopctl of a person's merge by the way that the story's status leaves open; what was told before is not told again. */
export async function applyHumanMerge(decision: RecordHumanMerge, pass: Pass): Promise<Applied> {
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

async function complete(decision: RecordHumanMerge, pass: Pass): Promise<void> {
  const { story, mergeSha } = decision;
  const { loopctl } = pass;
  const summary = describeMerge(decision);
  const completion = { reviewType, findingsCount: 0, fixesCount: 0, summary };
  await transit('review_complete', story, pass, () => loopctl.reviewComplete(story.id, completion));
  await transit('verify', story, pass, () => loopctl.verify(story.id, { summary, reviewType, commitSha: mergeSha }));
}

async function backfill(decision: RecordHumanMerge, { loopctl }: Pass): Promise<void> {
  const now = await loopctl.getStory(decision.story.id);
  if (now?.verifiedStatus === 'verified') return;
  await loopctl.backfill(decision.story.id, { reason: describeMerge(decision), prNumber: decision.pullRequest });
}

async function markComplete(decision: RecordHumanMerge, { loopctl }: Pass): Promise<void> {
  const { id } = decision.story;
  const now = await loopctl.getStory(id);
  if (now?.verifiedStatus === 'verified') return;
  const [result] = await loopctl.markComplete([{ storyId: id, summary: describeMerge(decision), reviewType }]);
  if (result?.succeeded !== true) {
    throw new LeftUndone({ code: 'stalled_elsewhere', detail: `mark-complete: ${result?.reason ?? 'no answer'}` });
  }
}

function describeMerge({ pullRequest, person, mergeSha }: RecordHumanMerge): string {
  return `#${pullRequest} was merged by ${person} as ${mergeSha}`;
}
