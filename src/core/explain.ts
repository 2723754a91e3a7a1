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
  const link = follow(number, [], { links: new Map(), stories }, facts);
  return { kind: 'explained', link, line: facts.plan.line };
}

/** The chain along the branch that says most, from the story asked for to the root. */
export function chainOf(link: Link): readonly Link[] {
  const [first] = link.waitsFor;
  return first === undefined ? [link] : [link, ...chainOf(first)];
}

interface Known {
  /** What was followed already. */
  readonly links: Map<StoryNumber, Link>;
  readonly stories: ReadonlyMap<StoryNumber, StoryFacts>;
}

/** Each story is followed once, by however many ways it is come to: there can be as many ways as there are stories, and more. */
function follow(number: StoryNumber, above: readonly StoryNumber[], known: Known, facts: ExplanationFacts): Link {
  const before = known.links.get(number);
  if (before !== undefined) return before;
  const story = known.stories.get(number);
  const isRepeated = above.includes(number);
  const hold = facts.plan.holds.get(number);
  const next = isRepeated ? [] : (hold?.stories ?? []);
  const waitsFor = next.map((other) => follow(other, [...above, number], known, facts)).toSorted(byWeight);
  const state = story !== undefined && isDone(story) ? { kind: 'done' as const } : stateOf(number, hold, facts);
  const link = { story: number, title: story?.title ?? '', state, waitsFor, isRepeated };
  if (!isRepeated) known.links.set(number, link);
  return link;
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
function byWeight(left: Link, right: Link): number {
  return (
    weightOf(left) - weightOf(right) ||
    chainOf(right).length - chainOf(left).length ||
    compareStoryNumbers(left.story, right.story)
  );
}

function weightOf(link: Link): number {
  const { state } = chainOf(link).at(-1) ?? link;
  return state.kind === 'held' ? weights[reasons[state.hold.code].who] : 3;
}
