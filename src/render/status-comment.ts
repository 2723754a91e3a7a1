import type { Plan } from '../core/decision.ts';
import { type Hold, reasons } from '../core/reasons.ts';
import { isRepair } from '../core/repair.ts';
import { findEscalation, renderCall } from './call.ts';
import { renderHold } from './hold-text.ts';
import { renderMoment } from './moment.ts';
import { sanitiseLine } from './sanitise.ts';
import { findMerger, runUrl, type StoryPage } from './story-page.ts';
import type { StatusComment } from './surface.ts';

/** How the status comment is known. */
export const statusMark = '<!-- orchestrate:status -->';

/** The one comment on a story's pull request: how it stands, what it waits for, what people can do; those to be told are named. */
export function presentStatus(page: StoryPage, plan: Plan): StatusComment {
  const { pullRequest, context } = page;
  const escalation = findEscalation(page.view.story.number, page.hold, context.ledger);
  const body = [
    ...renderCall('this', escalation === null ? [] : [escalation], context.policy),
    ...renderStanding(page, plan),
    '',
    renderCounts(page),
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

function renderStanding(page: StoryPage, plan: Plan): readonly string[] {
  const { view, pullRequest, hold, since, places } = page;
  const { flight, story } = view;
  if (pullRequest.state === 'MERGED') return renderMerged(page);
  if (hold === null) return ['**It moves**: the next pass goes on with it.'];
  if (flight !== null && reasons[hold.code].who === 'loop') {
    const run = `[run ${flight.run}](${runUrl(places, flight.run)})`;
    return [`**An agent is at work** (${flight.role}) since ${renderMoment(flight.since)}: ${run}.`];
  }
  return [...renderHold(hold, story.number, since), ...renderWaitedFor(hold, page, plan)];
}

/** What those stories wait for that this one waits for. */
function renderWaitedFor({ stories = [] }: Hold, { context }: StoryPage, plan: Plan): readonly string[] {
  return stories.slice(0, 5).flatMap((story) => {
    const hold = plan.holds.get(story);
    if (hold === undefined) return [];
    const waits = context.ledger.waits[story];
    const told = renderHold(hold, story, waits?.code === hold.code ? waits.since : null);
    return ['', `${sanitiseLine(story)} goes before: ${told.join(' ')}`];
  });
}

function renderMerged(page: StoryPage): readonly string[] {
  const { view, pullRequest, hold, since } = page;
  const by = findMerger(page);
  const sha = pullRequest.mergeSha === null ? '' : ` as ${pullRequest.mergeSha.slice(0, 7)}`;
  const merged = `**Merged**${sha}${by === null ? '' : ` by ${by}`}.`;
  return hold === null ? [merged] : [merged, '', ...renderHold(hold, view.story.number, since)];
}

function renderCounts({ view, context }: StoryPage): string {
  const { story, memory } = view;
  const { limits } = context.policy;
  const counts = `${memory.authorRuns} author ${memory.authorRuns === 1 ? 'run' : 'runs'}, ${memory.rejections} of ${limits.rejections + memory.granted} rejections`;
  if (isRepair(story.number)) return `So far: ${counts}.`;
  return `So far: ${counts}. In loopctl: ${story.agentStatus.replace('_', ' ')}, ${story.verifiedStatus}.`;
}

function renderHelp({ dashboard }: StoryPage): string {
  const commands =
    'Comments that begin with `/orchestrate` are heard: `help`, `why`, `retry: what to do differently`, …';
  return dashboard === null ? commands : `${commands} [The whole project](${dashboard})`;
}
