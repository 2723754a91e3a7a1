import { type ActorFacts, findForbidden } from '../core/actor.ts';
import { applyCommand } from '../core/commands/apply-command.ts';
import type { Command } from '../core/commands/command.ts';
import type { CommandAnswer } from '../core/commands/command-answer.ts';
import type { Instant } from '../core/instant.ts';
import type { Lease } from '../core/ledger.ts';
import { StoredStateConflict } from '../loopctl/loopctl-error.ts';
import { renderReply } from '../render/replies.ts';
import { look } from './look.ts';
import type { OpenedPass, Pass } from './pass.ts';
import { leaseMinutes, loadLedger, saveLedger } from './state.ts';
import { type Attempt, describeHolder, findHolder, waitForLease } from './wait-for-lease.ts';

/** Nobody comes back to a command by himself, so it waits for as long as any one pass may take. */
const patienceMs = leaseMinutes * 60_000;

/** A person's command, as it is to be remembered. */
export interface GivenCommand {
  readonly command: Command;
  readonly actor: ActorFacts;
  /** When the run was asked for, by GitHub's clock: a command that had to wait is about what was there then. */
  readonly saidAt: Instant;
}

export type CommandEnd =
  | Extract<CommandAnswer, { kind: 'refused' }>
  | { readonly kind: 'applied'; readonly answer: string }
  /** What was asked for, as Markdown. */
  | { readonly kind: 'told'; readonly reply: string }
  /** Other passes held the lease for as long as we could wait: nothing was done. */
  | { readonly kind: 'leased'; readonly holder: Lease | null };

/**
 * Follows a person's command: waits while a pass holds the lease, looks at the world as a pass does, and swaps the
 * changed ledger in. That one save is its only effect; a refused command, or one that changes nothing, saves nothing.
 */
export async function runCommand(given: GivenCommand, opened: OpenedPass): Promise<CommandEnd> {
  const end = await waitForLease((asked) => tryCommand(given, asked, opened), patienceMs, opened);
  return end.kind === 'done' ? end.value : { kind: 'leased', holder: end.holder };
}

async function tryCommand(given: GivenCommand, asked: number, opened: OpenedPass): Promise<Attempt<CommandEnd>> {
  const { slug } = opened.settings;
  const pass: Pass = { ...opened, project: await opened.loopctl.ensureProject({ name: slug, slug }) };
  const held = await loadLedger(pass);
  const holder = await findHolder(held.ledger.lease, asked, pass);
  if (holder !== null) {
    if (asked === 0) pass.log(`· ${describeHolder(holder)} is at work: the command waits for its end`);
    return { kind: 'busy', holder };
  }
  const { policy } = pass;
  const pausedBy = held.ledger.paused?.cause ?? null;
  const forbidden = findForbidden(given.command, given.actor, { teams: policy.teams, pausedBy });
  if (forbidden !== null) return { kind: 'done', value: { kind: 'refused', ...forbidden } };
  const { world, plan } = await look(held.ledger, pass);
  const now = pass.now();
  const said = { actor: given.actor.login, saidAt: given.saidAt, comment: null, story: null };
  const end = applyCommand(held.ledger, given.command, { ...said, world, plan, limits: policy.limits, now });
  if (end.kind === 'refused') return { kind: 'done', value: end };
  if (end.kind === 'asked') {
    const { ledger } = plan;
    const reply = renderReply(end.ask, { world, plan, ledger, tally: ledger.tally, now });
    return { kind: 'done', value: { kind: 'told', reply } };
  }
  const { answer, ledger } = end;
  const value: CommandEnd = { kind: 'applied', answer };
  if (ledger === held.ledger) return { kind: 'done', value };
  try {
    const saved = await saveLedger({ ...held, ledger }, pass);
    return saved === null ? { kind: 'busy', holder: null } : { kind: 'done', value };
  } catch (error) {
    if (error instanceof StoredStateConflict) return { kind: 'busy', holder: null };
    throw error;
  }
}
