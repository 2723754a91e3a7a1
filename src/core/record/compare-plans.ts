import { type Decision, subjectOf } from '../decision.ts';
import { describeHold, type Hold } from '../reasons.ts';
import { encodeFacts } from './encode-facts.ts';
import type { DecidedPlan } from './pass-record.ts';

/** What differs between what was decided then and what would be today, a line each; none: it is the same. */
export function comparePlans(then: DecidedPlan, today: DecidedPlan): readonly string[] {
  return [
    ...compareDecisions(then.decisions, today.decisions),
    ...compareHolds(then.holds, today.holds),
    ...compareHold('the whole line', then.line, today.line),
    ...(isSame(then.notes, today.notes) ? [] : [`notes: then ${nameNotes(then)}; today ${nameNotes(today)}`]),
    ...(then.wantsRun === today.wantsRun ? [] : [`another run: then ${then.wantsRun}; today ${today.wantsRun}`]),
  ];
}

function compareDecisions(then: readonly Decision[], today: readonly Decision[]): readonly string[] {
  const before = byName(then);
  const after = byName(today);
  return [
    ...[...before].flatMap(([name, decision]) => {
      const now = after.get(name);
      if (now === undefined) return [`${name}: decided then, not today (${decision.because})`];
      const parts = differingParts(decision, now);
      return parts.length === 0 ? [] : [`${name}: decided otherwise today, by its ${parts.join(', ')}`];
    }),
    ...[...after].flatMap(([name, { because }]) =>
      before.has(name) ? [] : [`${name}: decided today, not then (${because})`],
    ),
    ...(isSame(
      [...before.keys()],
      [...after.keys()].filter((name) => before.has(name)),
    ) || before.size !== after.size
      ? []
      : ['the decisions are in another order']),
  ];
}

function compareHolds(then: DecidedPlan['holds'], today: DecidedPlan['holds']): readonly string[] {
  const stories = new Set([...then.keys(), ...today.keys()]);
  return [...stories].flatMap((story) => compareHold(story, then.get(story) ?? null, today.get(story) ?? null));
}

function compareHold(subject: string, then: Hold | null, today: Hold | null): readonly string[] {
  if (isSame(then, today)) return [];
  const say = (hold: Hold | null): string => (hold === null ? 'not held' : `${hold.code} (${hold.detail})`);
  return [`${subject}: then ${say(then)}; today ${say(today)}`];
}

function nameNotes({ notes }: DecidedPlan): string {
  return notes.length === 0 ? 'none' : notes.map(describeHold).join(' ');
}

/** Each under what it does to what; a second of the same under its number. */
function byName(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  const named = new Map<string, Decision>();
  for (const decision of decisions) {
    const name = `${decision.kind} ${subjectOf(decision)}`;
    named.set(named.has(name) ? `${name} (${named.size})` : name, decision);
  }
  return named;
}

function differingParts(then: Decision, today: Decision): readonly string[] {
  const before = new Map<string, unknown>(Object.entries(then));
  const after = new Map<string, unknown>(Object.entries(today));
  return [...new Set([...before.keys(), ...after.keys()])].filter((part) => !isSame(before.get(part), after.get(part)));
}

function isSame(left: unknown, right: unknown): boolean {
  return toText(left) === toText(right);
}

/** The same text for the same facts, in whatever order their fields were written. */
function toText(value: unknown): string {
  const plain = encodeFacts(value, (text) => text);
  return JSON.stringify(plain, (_, inner: unknown) => (isObject(inner) ? sortFields(inner) : inner));
}

function isObject(value: unknown): value is object {
  return value instanceof Object && !Array.isArray(value);
}

function sortFields(value: object): object {
  return Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
