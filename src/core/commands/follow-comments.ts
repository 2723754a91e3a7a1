import { findForbidden } from '../actor.ts';
import type { Ask } from '../ask.ts';
import type { Plan } from '../decision.ts';
import type { CommentFacts, Heard } from '../heard.ts';
import { addMinutes, type Instant } from '../instant.ts';
import type { Ledger } from '../ledger.ts';
import type { Policy } from '../policy.ts';
import type { Snapshot } from '../snapshot.ts';
import { parseBranch } from '../view.ts';
import { applyCommand } from './apply-command.ts';
import type { CommandReading } from './command.ts';
import { type ParsedCommand, parseComment } from './parse-comment.ts';

/** What `decide` would do with this ledger, comments aside: so a command sees the holds that it is to lift. */
export type Foresight = (ledger: Ledger) => Pick<Plan, 'holds' | 'decisions'>;

type Handled = Heard['handled'][string];

/**
 * The ledger after everything that people said and that was not followed before, comment by comment in the order of
 * writing, command by command; and for each comment what became of it, which is owed to its author as an answer.
 */
export function followComments(
  memory: Ledger,
  world: Snapshot,
  policy: Policy,
  now: Instant,
  foresee: Foresight,
): Ledger {
  const fresh = world.heard.comments.filter(({ id }) => !Object.hasOwn(memory.heard.handled, id));
  const hearing = { world, policy, now, foresee: foreseeOnce(foresee) };
  const followed = fresh.reduce((ledger, comment) => follow(ledger, comment, hearing), memory);
  return moveOn(followed, world.heard.until, now);
}

/** Of a ledger that was left as it was nothing is worked out again: most commands only ask. */
function foreseeOnce(foresee: Foresight): Foresight {
  let last: { readonly ledger: Ledger; readonly plan: ReturnType<Foresight> } | null = null;
  return (ledger) => {
    last = last?.ledger === ledger ? last : { ledger, plan: foresee(ledger) };
    return last.plan;
  };
}

interface Hearing {
  readonly world: Snapshot;
  readonly policy: Policy;
  readonly now: Instant;
  readonly foresee: Foresight;
}

function follow(memory: Ledger, comment: CommentFacts, hearing: Hearing): Ledger {
  const commands = parseComment(comment.body);
  if (commands.length === 0) return memory;
  let ledger = memory;
  const ends: CommandEnd[] = [];
  for (const command of commands) {
    const end = followOne(ledger, command.reading, comment, hearing);
    if (end.kind === 'done') ledger = end.ledger;
    ends.push(end);
  }
  const said = ends.map(({ reply }, place) => (typeof reply === 'string' ? name(reply, commands, place) : reply));
  const handled: Handled = {
    at: hearing.now,
    on: comment.on,
    login: comment.actor.login,
    outcome: (['forbidden', 'refused'] as const).find((kind) => ends.some((end) => end.kind === kind)) ?? 'done',
    replies: said,
    // The dashboard itself is the answer to a tick.
    answered: comment.source === 'tick',
  };
  return { ...ledger, heard: { ...ledger.heard, handled: { ...ledger.heard.handled, [comment.id]: handled } } };
}

/** Of several commands each reply says which it is about. */
function name(reply: string, commands: readonly ParsedCommand[], place: number): string {
  const command = commands[place];
  return commands.length === 1 || command === undefined ? reply : `Line ${command.line}: ${reply}`;
}

type CommandEnd =
  | { readonly kind: 'done'; readonly ledger: Ledger; readonly reply: string | Ask }
  | { readonly kind: 'refused' | 'forbidden'; readonly reply: string };

/** Whoever may not give a command is not told either how it would have to be written. */
function followOne(ledger: Ledger, reading: CommandReading, comment: CommentFacts, hearing: Hearing): CommandEnd {
  const { world, policy, now, foresee } = hearing;
  const command = reading.kind === 'command' ? reading.command : ({ verb: 'help' } as const);
  const pausedBy = ledger.paused?.cause ?? null;
  const forbidden = findForbidden(command, comment.actor, { teams: policy.teams, pausedBy });
  if (forbidden !== null) return { kind: 'forbidden', reply: `${forbidden.reason} ${forbidden.remedy}` };
  if (reading.kind === 'fault') return refuse(reading);
  const answer = applyCommand(ledger, command, {
    actor: comment.actor.login,
    saidAt: comment.aboutUntil,
    comment: comment.id,
    story: comment.branch === null ? null : (parseBranch(comment.branch)?.story ?? null),
    world,
    plan: foresee(ledger),
    limits: policy.limits,
    now,
  });
  switch (answer.kind) {
    case 'applied':
      return { kind: 'done', ledger: answer.ledger, reply: answer.answer };
    case 'asked':
      return { kind: 'done', ledger, reply: answer.ask };
    case 'refused':
      return refuse(answer);
  }
}

function refuse({ reason, remedy }: { readonly reason: string; readonly remedy: string }): CommandEnd {
  return { kind: 'refused', reply: `${reason} ${remedy}` };
}

/** How long what was forbidden is counted by who answers it. */
const countedMinutes = 60;

/** What the cursor leaves behind is forgotten once it is answered, and counted no more. */
function moveOn(ledger: Ledger, until: Instant | null, now: Instant): Ledger {
  if (until === null) return ledger;
  const kept = Object.entries(ledger.heard.handled).filter(
    ([, { answered, at }]) => !answered || at >= until || at >= addMinutes(now, -countedMinutes),
  );
  return { ...ledger, heard: { since: until, handled: Object.fromEntries(kept) } };
}
