import { contextOf } from '../core/context.ts';
import { parseCheckKey } from '../core/own-checks.ts';
import { dashboardKey } from '../core/shown.ts';
import { type Context, type StoryView, viewStories } from '../core/view.ts';
import { checkOn } from './checks/check-on.ts';
import { plainCheck } from './checks/check-text.ts';
import { renderDashboard } from './dashboard/dashboard.ts';
import { isDashboardWanted } from './dashboard/wanted.ts';
import { findDashboard } from './labels.ts';
import type { StoryPage } from './story-page.ts';
import { presentStory } from './story-surfaces.ts';
import type { CheckSurface, PresentFacts, Surface } from './surface.ts';
import { presentUnmanaged } from './unmanaged.ts';
import { presentWaiting } from './waiting-comment.ts';

/** Everything that people are to see of the project as it stands; the shell writes what differs from what was shown. */
export function present(facts: PresentFacts): readonly Surface[] {
  const { world, ledger } = facts;
  const context = contextOf(world, ledger, facts.policy, facts.now);
  const pages = viewStories(world, ledger).flatMap((view) => openPage(view, context, facts) ?? []);
  const ofStories = pages.flatMap((page) => presentStory(page));
  return [
    ...ofStories,
    ...presentReplaced(ofStories, facts),
    ...presentUnmanaged(facts, new Set(pages.map(({ pullRequest }) => pullRequest.number))),
    ...presentDashboard(facts),
    ...presentWaiting(facts, new Set(pages.map(({ view }) => view.story.number))),
  ];
}

function presentDashboard(facts: PresentFacts): readonly Surface[] {
  if (!isDashboardWanted(facts)) return [];
  return [{ kind: 'dashboard', key: dashboardKey, ...renderDashboard(facts) }];
}

function openPage(view: StoryView, context: Context, { plan, ledger, places }: PresentFacts): StoryPage | null {
  const { pullRequest, story } = view;
  if (pullRequest === null) return null;
  const hold = plan.holds.get(story.number) ?? null;
  const waits = ledger.waits[story.number];
  return {
    view,
    pullRequest,
    context,
    hold,
    since: hold !== null && waits?.code === hold.code ? waits.since : null,
    places,
    dashboard: isDashboardWanted(context) ? findDashboard(places) : null,
  };
}

/** Our checks that were left in progress on commits that are nobody's head any more: nothing would ever end them. */
function presentReplaced(current: readonly Surface[], { ledger }: PresentFacts): readonly CheckSurface[] {
  const known = new Set<string>(current.map(({ key }) => key));
  return Object.entries(ledger.shown).flatMap(([key, { note }]) => {
    const parsed = note === openCheck && !known.has(key) ? parseCheckKey(key) : null;
    if (parsed === null) return [];
    const text = plainCheck('neutral', 'This commit is not judged any more', 'It is not the head of its pull request.');
    return [checkOn(parsed.sha, parsed.name, text)];
  });
}

/** How it is remembered that a check was left in progress. */
export const openCheck = 'open';
