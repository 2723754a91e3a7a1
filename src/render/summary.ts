import type { Decision, Plan } from '../core/decision.ts';
import { forecast } from '../core/forecast.ts';
import { describeHold, type Hold } from '../core/reasons.ts';
import { dashboardKey } from '../core/shown.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { renderAtWork } from './dashboard/at-work.ts';
import { renderDecision } from './decision.ts';
import { renderForecast } from './forecast.ts';
import { renderHoldGroups } from './hold-groups.ts';
import { keepWithin } from './keep-within.ts';
import { renderReportLink } from './report-link.ts';
import { sanitise, sanitiseLine } from './sanitise.ts';
import { renderLine, renderNotes, renderStanding, type StandingFacts } from './standing.ts';
import type { Places } from './surface.ts';

/** Far below the mebibyte that GitHub takes of one step: what is longer nobody reads. */
const summaryLimit = 60_000;

export interface PassSummaryFacts {
  /** Which pass: `plan`, or `settle` with its assignment. */
  readonly title: string;
  readonly world: Snapshot;
  readonly plan: StandingFacts['plan'];
  readonly applied: readonly Decision[];
  /** What was rightly not carried out, by its name, and why. */
  readonly undone: ReadonlyMap<string, Hold>;
  readonly places: Places;
}

export interface DryRunFacts {
  readonly world: StandingFacts['world'];
  readonly plan: Plan;
}

/** The job summary of a pass: how the project stands, what was done, and why everything else waits. */
export function renderPassSummary({ title, world, plan, applied, undone, places }: PassSummaryFacts): string {
  const done = applied.map(renderDecision);
  const left = [...undone].map(
    ([name, hold]) => `- **${sanitiseLine(name)}**: ${sanitiseLine(describeHold(hold), 500)}`,
  );
  const isAnybodyAtWork = Object.keys(plan.ledger.flights).length + world.strays.length > 0;
  return assemble([
    `## Orchestrate: ${sanitiseLine(title)}`,
    '',
    renderStanding({ world, plan }),
    '',
    ...renderLinks(world, plan, places),
    ...renderLine(plan),
    ...renderNotes(plan),
    ...(done.length === 0
      ? ['Nothing was to be done.', '']
      : [`### Done (${done.length})`, '', ...keepWithin(done, 15_000, (more) => `- and ${more} more`), '']),
    ...(left.length === 0
      ? []
      : [`### Not done (${left.length})`, '', ...keepWithin(left, 8000, (more) => `- and ${more} more`), '']),
    ...(isAnybodyAtWork ? renderAtWork({ world, ledger: plan.ledger, places }) : []),
    ...renderHoldGroups(plan, world.stories),
  ]);
}

function renderLinks(
  world: PassSummaryFacts['world'],
  { ledger }: PassSummaryFacts['plan'],
  places: Places,
): readonly string[] {
  const number = ledger.shown[dashboardKey]?.id ?? null;
  const dashboard = number === null ? null : `[The dashboard](${places.repository}/issues/${number})`;
  const links = [dashboard, renderReportLink(world, places)].filter((link) => link !== null);
  return links.length === 0 ? [] : [links.join(' · '), ''];
}

/** The job summary of a dry run: what a plan would do now, what the rest may take, and why everything else would wait. */
export function renderDryRunSummary({ world, plan }: DryRunFacts): string {
  const wanted = plan.decisions.map(renderDecision);
  return assemble([
    '## Orchestrate: dry run',
    '',
    'Nothing of this was done, and nothing was written.',
    '',
    renderStanding({ world, plan }),
    '',
    renderForecast(forecast(world, plan, plan.ledger.tally)),
    '',
    ...renderLine(plan),
    ...renderNotes(plan),
    ...(wanted.length === 0
      ? ['Nothing would be done.', '']
      : [
          `### Would be done (${wanted.length})`,
          '',
          ...keepWithin(wanted, 15_000, (left) => `- and ${left} more`),
          '',
        ]),
    ...renderHoldGroups(plan, world.stories),
  ]);
}

/** The job summary of a pass that did nothing, since another one was at work. */
export function renderLeasedSummary(title: string): string {
  return assemble([
    `## Orchestrate: ${sanitiseLine(title)}`,
    '',
    'Another pass was at work; the next run looks again.',
  ]);
}

/** The job summary of a pass that could not look, since GitHub lets us ask for nothing more now. */
export function renderSpentSummary(title: string, hold: Hold): string {
  return assemble([`## Orchestrate: ${sanitiseLine(title)}`, '', ...renderNotes({ notes: [hold] })]);
}

export interface AgentSummaryFacts {
  readonly assignment: string;
  /** Null where the assignment itself could not be read. */
  readonly role: string | null;
  readonly subject: string | null;
  readonly outcome: string;
  readonly seconds: number;
}

/** The job summary of an agent's job: what it was to do, how it ended, how long it took; nothing in the agent's words. */
export function renderAgentSummary(facts: AgentSummaryFacts): string {
  const minutes = Math.floor(facts.seconds / 60);
  const lasted = minutes === 0 ? `${facts.seconds} s` : `${minutes} min ${facts.seconds % 60} s`;
  return assemble([
    `## Orchestrate: agent ${sanitiseLine(facts.assignment)}`,
    '',
    '| role | for | outcome | time |',
    '| --- | --- | --- | --- |',
    `| ${facts.role ?? 'unknown'} | ${sanitiseLine(facts.subject ?? 'unknown')} | ${facts.outcome.replace('_', ' ')} | ${lasted} |`,
    '',
    'What came of it is judged by the settle job of this assignment.',
  ]);
}

/** The job summary of a person's command. */
export function renderCommandSummary(facts: {
  readonly command: string;
  readonly actor: string;
  readonly answer: string;
}): string {
  return assemble([
    `## Orchestrate: ${sanitiseLine(facts.command)}`,
    '',
    `By ${sanitiseLine(facts.actor)}. ${sanitiseLine(facts.answer, 1000)}`,
  ]);
}

/** The job summary of a step that failed: what is wrong and what to do about it. */
export function renderFailureSummary(facts: { readonly message: string; readonly remedy: string }): string {
  return assemble([
    '## Orchestrate: this step failed',
    '',
    sanitise(facts.message),
    '',
    `**What to do:** ${sanitise(facts.remedy)}`,
  ]);
}

function assemble(lines: readonly string[]): string {
  return `${keepWithin(lines, summaryLimit, (left) => `… and ${left} more lines`)
    .join('\n')
    .trimEnd()}\n`;
}
