import type { Plan } from './decision.ts';
import type { Instant } from './instant.ts';
import { type Ledger, recall } from './ledger.ts';
import { findNearest } from './nearest.ts';
import { type Hold, reasons } from './reasons.ts';
import type { Snapshot, StoryFacts } from './snapshot.ts';
import { compareStoryNumbers, isDone, type StoryNumber } from './story.ts';

/** One story in a chain of waiting. */
export interface Link {
  readonly story: StoryNumber;
  readonly title: string;
  readonly state:
    | { readonly kind: 'held'; readonly hold: Hold; readonly since: Instant | null }
    /** It is not held: this is done about it next. */
    | { readonly kind: 'moving'; readonly next: string }
    | { readonly kind: 'done' };
  /** What it waits for, the branch that says most first; empty where the chain ends. */
  readonly waitsFor: readonly Link[];
  /** It stands further up in its own chain: a circle. */
  readonly isRepeated: boolean;
}

export type StoryExplanation =
  | { readonly kind: 'explained'; readonly link: Link; readonly line: Hold | null }
  | { readonly kind: 'unknown'; readonly story: string; readonly nearest: string | null };

export interface ExplanationFacts {
  readonly world: Pick<Snapshot, 'stories'>;
  readonly plan: Pick<Plan, 'holds' | 'line' | 'decisions'>;
  readonly ledger: Ledger;
}

/** Why a story does not move: the chain of what holds it, down to its roots, by the holds of a plan. */
export function explainStory(number: string, facts: ExplanationFacts): StoryExplanation {
  const stories = new Map(facts.world.stories.map((story) => [story.number, story]));
  const names = new Set([...stories.keys(), ...facts.plan.holds.keys()]);
  if (!names.has(number)) return { kind: 'unknown', story: number, nearest: findNearest(number, [...names]) };
  return { kind: 'explained', link: follow(number, stories, facts), line: facts.plan.line };
}

/** The chain along the branch that says most, from the story asked for to the root. */
export function chainOf(link: Link): readonly Link[] {
  const chain = [link];
  for (let [next] = link.waitsFor; next !== undefined; [next] = next.waitsFor) chain.push(next);
  return chain;
}

type Stories = ReadonlyMap<StoryNumber, StoryFacts>;

/** A link, and what its chain is ordered by. */
interface Followed {
  readonly link: Link;
  /** Of the root that its chain ends at. */
  readonly weight: number;
  readonly length: number;
}

/**
 * Each story is followed once, by however many ways it is come to: there can be as many ways as there are stories, and
 * more. The stories to follow are kept in a list, since a backlog can be deeper than calls can be nested.
 */
function follow(start: StoryNumber, stories: Stories, facts: ExplanationFacts): Link {
  const followed = new Map<StoryNumber, Followed>();
  const above = new Set<StoryNumber>();
  const listed = [start];
  for (let story: StoryNumber | undefined = start; story !== undefined; story = listed.at(-1)) {
    const next = facts.plan.holds.get(story)?.stories ?? [];
    if (!followed.has(story) && !above.has(story)) {
      above.add(story);
      listed.push(...next.filter((other) => !followed.has(other) && !above.has(other)).toReversed());
      continue;
    }
    listed.pop();
    if (!above.delete(story)) continue;
    // It has come to the top of the list again: what it waits for was followed, but for itself and what stands above it.
    const below = next.map((other) => followed.get(other) ?? toFollowed(other, null, stories, facts));
    followed.set(story, toFollowed(story, below, stories, facts));
  }
  return (followed.get(start) ?? toFollowed(start, null, stories, facts)).link;
}

/** `below`: what it waits for; null: it stands further up in its own chain. */
function toFollowed(
  number: StoryNumber,
  below: readonly Followed[] | null,
  stories: Stories,
  facts: ExplanationFacts,
): Followed {
  const story = stories.get(number);
  const isOver = story !== undefined && isDone(story);
  const state = isOver ? { kind: 'done' as const } : stateOf(number, facts.plan.holds.get(number), facts);
  const ordered = (below ?? []).toSorted(byWeight);
  const waitsFor = ordered.map(({ link }) => link);
  const [first] = ordered;
  return {
    link: { story: number, title: story?.title ?? '', state, waitsFor, isRepeated: below === null },
    weight: first?.weight ?? weightOf(state),
    length: (first?.length ?? 0) + 1,
  };
}

function stateOf(number: StoryNumber, hold: Hold | undefined, { plan, ledger }: ExplanationFacts): Link['state'] {
  if (hold !== undefined) return { kind: 'held', hold, since: sinceOf(number, hold, ledger) };
  const decision = plan.decisions.find((one) => 'story' in one && one.story.number === number);
  const next = decision === undefined ? 'the next pass looks at it' : `${decision.kind}: ${decision.because}`;
  return { kind: 'moving', next };
}

/** Since when it has been so: by what brought it about where that is remembered, else by when it was first seen. */
export function sinceOf(number: StoryNumber, { code }: Hold, ledger: Ledger): Instant | null {
  const { sticky, merged } = recall(ledger, number);
  const wait = ledger.waits[number];
  const flight = Object.values(ledger.flights).find((one) => one.story === number);
  if (sticky !== null) return sticky.since;
  if (flight !== undefined) return flight.since;
  if (code === 'merged_unverified' && merged !== null) return merged.at;
  if (code === 'paused' || code === 'budget_spent') return ledger.paused?.at ?? null;
  if (code.startsWith('base_') && ledger.base.watched !== null) return ledger.base.watched.since;
  if (wait?.code === code) return wait.since;
  return ledger.line?.code === code ? ledger.line.since : null;
}

const weights = { person: 0, ci: 1, loop: 2 } as const;

/** A branch that ends at a person says more than one that goes on by itself; a longer one more than a shorter. */
function byWeight(left: Followed, right: Followed): number {
  return (
    left.weight - right.weight || right.length - left.length || compareStoryNumbers(left.link.story, right.link.story)
  );
}

function weightOf(state: Link['state']): number {
  return state.kind === 'held' ? weights[reasons[state.hold.code].who] : 3;
}
