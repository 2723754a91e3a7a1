import { reasons } from '../core/reasons.ts';
import { isRepair } from '../core/repair.ts';
import { findEscalation, renderCall } from './call.ts';
import { renderHold } from './hold-text.ts';
import { findMerger, type StoryPage } from './story-page.ts';
import type { StatusComment } from './surface.ts';

/** How the status comment is known. */
export const statusMark = '<!-- orchestrate:status -->';

/**
 * The one comment on a story's pull request: what people have to do where they have to do something, by name who is
 * called; else that it goes on by itself, which is not written anew whenever it has come a little further.
 */
export function presentStatus(page: StoryPage): StatusComment {
  const { pullRequest, context } = page;
  const escalation = findEscalation(page.view.story.number, page.hold, context.ledger);
  const body = [
    ...renderCall('this', escalation === null ? [] : [escalation], context.policy),
    ...renderStanding(page),
    '',
    renderHelp(page),
    statusMark,
  ];
  const { number } = pullRequest;
  return {
    kind: 'comment',
    key: `comment ${number}`,
    number,
    body: body.join('\n'),
    called: escalation?.lastAt ?? null,
  };
}

function renderStanding(page: StoryPage): readonly string[] {
  const { view, pullRequest, hold, since } = page;
  const isForPeople = hold !== null && reasons[hold.code].who === 'person';
  const merged = pullRequest.state === 'MERGED' ? renderMerged(page) : [];
  if (isForPeople) {
    return [...merged, ...renderHold(hold, view.story.number, since), '', renderCounts(page)];
  }
  if (merged.length > 0) return [...merged, 'Its story is verified once the base is proven with it.'];
  return ['**It goes on by itself.** What is in the way of its merge stands in the check `orchestrate/gate`.'];
}

function renderMerged(page: StoryPage): readonly string[] {
  const { mergeSha } = page.pullRequest;
  const by = findMerger(page);
  const sha = mergeSha === null ? '' : ` as ${mergeSha.slice(0, 7)}`;
  return [`**Merged**${sha}${by === null ? '' : ` by ${by}`}.`, ''];
}

function renderCounts({ view, context }: StoryPage): string {
  const { story, memory } = view;
  const { limits } = context.policy;
  const counts = `${memory.authorRuns} author ${memory.authorRuns === 1 ? 'run' : 'runs'}, ${memory.rejections} of ${limits.rejections + memory.granted} rejections`;
  if (isRepair(story.number)) return `So far: ${counts}.`;
  const standing = `${story.agentStatus.replace('_', ' ')}, ${story.verifiedStatus}`;
  // Who takes it over needs the claim; nobody takes it away from an agent that a person may only have to answer.
  const claim = isClaimed(story) ? ' It stays claimed; `/orchestrate release` gives it to whoever takes it over.' : '';
  return `So far: ${counts}. In loopctl: ${standing}.${claim}`;
}

function isClaimed({ agentStatus, verifiedStatus }: StoryPage['view']['story']): boolean {
  return verifiedStatus !== 'verified' && (agentStatus === 'assigned' || agentStatus === 'implementing');
}

function renderHelp({ dashboard }: StoryPage): string {
  const commands =
    'Comments that begin with `/orchestrate` are heard: `help`, `why`, `retry: what to do differently`, …';
  return dashboard === null ? commands : `${commands} [The whole project](${dashboard})`;
}
