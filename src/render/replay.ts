import { subjectOf } from '../core/decision.ts';
import { describeHold, type Hold } from '../core/reasons.ts';
import type { PassRecord, RecordEntry, RecordedEnd, RecordedLook } from '../core/record/pass-record.ts';
import { type Replay, replayLook } from '../core/record/replay.ts';
import { compareStoryNumbers, isDone } from '../core/story.ts';
import { tellMoment } from '../core/utc.ts';
import { plainLine } from './sanitise.ts';

/** A look of a pass, and what was done until the next one. */
interface Round {
  readonly look: RecordedLook;
  readonly ends: readonly RecordedEnd[];
}

/** A recorded pass in plain lines: look by look what was seen, each decision with its reason and what became of it, what waited, and what today's code would decide. */
export function renderReplay({ policy, entries }: PassRecord): readonly string[] {
  const rounds = roundsOf(entries);
  const [first] = rounds;
  if (first === undefined) return ['This pass never came to a look: nothing was decided.'];
  const { run, attempt, holder } = first.look.world.pass;
  return [
    `The pass of ${holder}, run ${run}, attempt ${attempt}.`,
    ...rounds.flatMap((round, index) => [
      '',
      ...renderRound(round, index + 1),
      ...renderToday(replayLook(round.look, policy)),
    ]),
  ];
}

/** Whether today's code decides by every look of it as was decided then. */
export function isReplayed({ policy, entries }: PassRecord): boolean {
  return roundsOf(entries).every(({ look }) => replayLook(look, policy).kind === 'same');
}

function roundsOf(entries: readonly RecordEntry[]): readonly Round[] {
  const rounds: { look: RecordedLook; ends: RecordedEnd[] }[] = [];
  for (const entry of entries) {
    if (entry.kind === 'look') rounds.push({ look: entry, ends: [] });
    else rounds.at(-1)?.ends.push(entry);
  }
  return rounds;
}

function renderRound({ look, ends }: Round, number: number): readonly string[] {
  const { world, plan, ledger, now } = look;
  const done = world.stories.filter(isDone).length;
  const flying = Object.keys(ledger.flights).length;
  return [
    `Look ${number}, ${tellMoment(now)}: ${done} of ${world.stories.length} stories verified, ${flying} ${flying === 1 ? 'agent' : 'agents'} at work, ${world.base.branch} at ${world.base.sha.slice(0, 7)}`,
    ...(plan.line === null ? [] : [`  ‖ everything — ${sayHold(plan.line)}`]),
    ...plan.notes.map((note) => `  ! ${sayHold(note)}`),
    ...(plan.decisions.length === 0 ? ['  Nothing was to be done.'] : []),
    ...plan.decisions.flatMap((decision) => {
      const subject = subjectOf(decision);
      const end = ends.find(({ intent }) => intent.kind === decision.kind && intent.key === subject);
      const role = decision.kind === 'dispatch' ? ` (${decision.assignment.role})` : '';
      return [`  ▸ ${decision.kind}${role} ${subject} — ${plainLine(decision.because, 300)}`, `      ${sayEnd(end)}`];
    }),
    ...[...plan.holds]
      .filter(([, { code }]) => code !== 'project_done')
      .toSorted(([left], [right]) => compareStoryNumbers(left, right))
      .map(([story, hold]) => `  ‖ ${story} — ${sayHold(hold)}`),
  ];
}

function sayEnd(end: RecordedEnd | undefined): string {
  if (end === undefined) return 'not come to: the pass ended before, or another was faster';
  return end.undone === null ? 'done' : `not done: ${sayHold(end.undone)}`;
}

function sayHold(hold: Hold): string {
  return plainLine(describeHold(hold), 600);
}

function renderToday(replay: Replay): readonly string[] {
  switch (replay.kind) {
    case 'same':
      return ["  = Today's code decides the same."];
    case 'differs':
      return [
        "  ≠ Today's code decides otherwise:",
        ...replay.differences.map((line) => `      ${plainLine(line, 600)}`),
      ];
    case 'impossible':
      return [
        `  ? Today's code cannot decide by this: it was recorded by another release (${plainLine(replay.why, 200)}).`,
      ];
  }
}
