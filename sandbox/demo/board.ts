import { ownCheckPrefix } from '../../src/core/checks.ts';
import { ownChecks } from '../../src/core/own-checks.ts';
import type { Standing } from '../auditor/stored-objects.ts';
import type { KeptEvent, WorldEvent } from '../github/world/events.ts';
import { type Act, readAct } from './act.ts';
import { type AgentCards, createAgentCards } from './agent-cards.ts';
import type { DecisionEntry, JobLine } from './decision-line.ts';
import type { Outline } from './outline.ts';
import { newStoryCard, noteDecision, type StoryCard } from './story-card.ts';

export type Mark = 'pending' | 'good' | 'bad';

export interface EpicCard {
  readonly number: string;
  readonly title: string;
  readonly stories: readonly StoryCard[];
}

export interface PullCard {
  readonly number: number;
  readonly story: string | null;
  readonly branch: string;
  head: string;
  state: 'open' | 'merged' | 'closed';
}

/** Everything a person is shown, as the world and the trusted jobs told it. */
export interface Board {
  readonly epics: readonly EpicCard[];
  readonly stories: ReadonlyMap<string, StoryCard>;
  readonly pulls: ReadonlyMap<number, PullCard>;
  /** What was decided and what people did, newest last. */
  readonly told: readonly (DecisionEntry | Act)[];
  /** Why what does not move does not, as the last pass said; `-` is the whole line. */
  readonly holds: ReadonlyMap<string, string>;
  readonly errors: readonly string[];
  readonly runs: ReadonlySet<number>;
  readonly agents: Pick<AgentCards, 'working' | 'count'>;
  baseSha(): string | null;
  /** The checks of a commit by name; those of the loop's own runs are left out, and what it tells people but a verdict. */
  checksOf(sha: string): ReadonlyMap<string, Mark>;
  observe(event: WorldEvent): void;
  hear(line: JobLine, origin: Origin): void;
  learn(standings: ReadonlyMap<string, Standing>): void;
}

/** The job that said something. */
export interface Origin {
  readonly job: number;
  readonly run: number;
}

export interface BoardSettings {
  readonly base: string;
  readonly branchPrefix: string;
  readonly ownWorkflows: readonly string[];
}

/** Makes an empty board of a backlog. */
export function createBoard(outline: Outline, settings: BoardSettings): Board {
  const epics: readonly EpicCard[] = outline.epics.map((epic) => ({
    ...epic,
    stories: epic.stories.map(newStoryCard),
  }));
  const stories = new Map(epics.flatMap((epic) => epic.stories).map((story) => [story.number, story]));
  const pulls = new Map<number, PullCard>();
  const checks = new Map<string, Map<string, Mark>>();
  const told: (DecisionEntry | Act)[] = [];
  const holds = new Map<string, string>();
  const errors: string[] = [];
  const runs = new Set<number>();
  const ownRuns = new Set<number>();
  const agents = createAgentCards();
  let base: string | null = null;
  let holdsOf = 0;

  function observe(event: WorldEvent): void {
    const act = readAct(event);
    if (act !== null) told.push(act);
    switch (event.kind) {
      case 'push':
        base = event.ref === `refs/heads/${settings.base}` ? event.after : base;
        return;
      case 'pull_request':
        observePull(event);
        return;
      case 'check':
        observeCheck(event);
        return;
      case 'run':
        runs.add(event.id);
        if (settings.ownWorkflows.includes(event.path)) ownRuns.add(event.id);
        return;
      case 'job':
        agents.observe(event);
    }
  }

  function observeCheck(event: Extract<KeptEvent, { readonly kind: 'check' }>): void {
    if ((event.runId !== null && ownRuns.has(event.runId)) || isOwnNotice(event)) return;
    const marks = checks.get(event.sha) ?? new Map<string, Mark>();
    checks.set(event.sha, marks.set(event.name, markOf(event)));
  }

  function observePull(event: Extract<KeptEvent, { readonly kind: 'pull_request' }>): void {
    const branch = event.headRef.startsWith(settings.branchPrefix)
      ? event.headRef.slice(settings.branchPrefix.length)
      : '';
    const story = stories.get(branch.replace(/-\d+$/, ''));
    const pull = pulls.get(event.number) ?? {
      number: event.number,
      story: story?.number ?? null,
      branch: event.headRef,
      head: '',
      state: 'open',
    };
    pulls.set(event.number, pull);
    pull.head = event.head;
    if (event.action === 'closed') pull.state = event.merged ? 'merged' : 'closed';
    if (story !== undefined) story.pull = event.number;
  }

  function hear(line: JobLine, { job, run }: Origin): void {
    if (line.kind === 'error') errors.push(line.text);
    if (line.kind === 'decision') decide(line, run);
    if (line.kind !== 'hold') return;
    // Each pass tells all its holds at its end.
    if (job !== holdsOf) holds.clear();
    holdsOf = job;
    holds.set(line.story ?? '-', line.text);
  }

  function decide(entry: DecisionEntry, run: number): void {
    told.push(entry);
    if (entry.decision === 'dispatch') agents.dispatched(run, entry);
    const story = entry.story === null ? undefined : stories.get(entry.story);
    if (story !== undefined) noteDecision(story, entry);
  }

  return {
    epics,
    stories,
    pulls,
    told,
    holds,
    errors,
    runs,
    agents,
    baseSha: () => base,
    checksOf: (sha) => checks.get(sha) ?? new Map(),
    observe,
    hear,
    learn: (standings) => {
      for (const [number, { verifiedStatus }] of standings) {
        const story = stories.get(number);
        if (story !== undefined) story.verified = verifiedStatus === 'verified';
      }
    },
  };
}

function markOf(check: Extract<KeptEvent, { readonly kind: 'check' }>): Mark {
  if (check.status !== 'completed') return 'pending';
  return ['success', 'neutral', 'skipped'].includes(check.conclusion ?? '') ? 'good' : 'bad';
}

/** A check of the loop's own that is no verdict: it tells people what the board shows anyway. */
function isOwnNotice({ name, status }: Extract<KeptEvent, { readonly kind: 'check' }>): boolean {
  const isVerdict = name === ownChecks.review && status === 'completed';
  return name.startsWith(ownCheckPrefix) && !isVerdict;
}
