import { recall } from '../../core/ledger.ts';
import { isDone, type StoryNumber } from '../../core/story.ts';
import { listWaitingForPeople } from '../../core/waiting-for-people.ts';
import { renderReportLink } from '../report-link.ts';
import { sanitiseLine } from '../sanitise.ts';
import { renderLine, renderNotes, renderStanding } from '../standing.ts';
import type { DashboardText, PresentFacts } from '../surface.ts';
import { renderActivity } from './activity.ts';
import { renderAtWork } from './at-work.ts';
import { renderBlocked } from './blocked.ts';
import { renderGraph } from './graph.ts';
import { renderBase, renderIterations } from './health.ts';
import { renderMoney } from './money.ts';
import { renderProgress } from './progress.ts';
import { renderRecommendations } from './recommendations.ts';
import { renderTickBox } from './tick-box.ts';
import { renderWaiting } from './waiting.ts';
import { renderWakeUps } from './wake-ups.ts';

/** By it the issue is known for the dashboard, whatever its title. */
export const dashboardMarker = '<!-- orchestrate:dashboard -->';

/**
 * Title and body of the dashboard: people first, then the project. Each section keeps to a room of its own, all of them
 * together to the 65,536 characters that GitHub takes, however long the backlog; no word of it changes by the clock alone.
 */
export function renderDashboard(facts: PresentFacts): Pick<DashboardText, 'title' | 'body' | 'urgent'> {
  const { world, plan, ledger } = facts;
  const lines = [
    dashboardMarker,
    renderStanding({ world, plan: { ...plan, ledger } }),
    '',
    ...renderLine(plan),
    ...renderNotes(plan),
    ...renderControl(facts),
    ...renderWaiting(facts),
    ...renderRecommendations(facts),
    ...renderProgress(facts),
    ...renderAtWork(facts),
    ...renderGraph(facts),
    ...renderBlocked(facts),
    ...renderBase(facts),
    ...renderIterations(facts),
    ...renderActivity(facts),
    ...renderMoney(facts),
    ...renderWakeUps(facts),
    ...renderFooter(facts),
  ];
  return { title: 'Orchestrate dashboard', body: lines.join('\n'), urgent: renderUrgent(facts) };
}

/** What people act on: who waits for them and at which commit, what stops the line, and that all is done. */
function renderUrgent({ world, plan, ledger }: PresentFacts): string {
  const heads = new Map(world.pullRequests.map(({ number, headSha }) => [number, headSha]));
  const headOf = (story: StoryNumber): string => heads.get(recall(ledger, story).pullRequest ?? 0) ?? '';
  const waiting = listWaitingForPeople(plan, ledger).map(({ story, hold }) => [story, hold, headOf(story)]);
  const notes = plan.notes.map(({ code }) => code);
  return JSON.stringify([waiting, plan.line?.code, notes, ledger.paused, world.stories.every(isDone)]);
}

function renderControl({ ledger: { paused } }: PresentFacts): readonly string[] {
  return [
    paused === null
      ? renderTickBox('pause', 'pause: start and merge nothing; agents at work go on to their end')
      : renderTickBox('resume', `resume: go on; paused by ${sanitiseLine(paused.by)}`),
    '',
    '_A ticked box is a command, like a comment here: `/orchestrate help`. It is taken once, and cleared._',
    '',
  ];
}

function renderFooter({ world, places, policy }: PresentFacts): readonly string[] {
  const runs = `${places.repository}/actions/workflows/${encodeURIComponent(policy.checks.ownWorkflow)}`;
  const report = renderReportLink(world, places);
  return [
    '---',
    ...(report === null ? [] : [`${report}.`, '']),
    `[Runs of the workflow](${runs}), each with its summary. To be without this issue, close it.`,
  ];
}
