import { setTimeout as sleep } from 'node:timers/promises';
import { applyCommand } from '../core/apply-command.ts';
import type { Command } from '../core/command.ts';
import type { CommandAnswer } from '../core/command-answer.ts';
import { StoredStateConflict } from '../loopctl/loopctl-error.ts';
import { look } from './look.ts';
import type { OpenedPass, Pass } from './pass.ts';
import { isHolderGone } from './run-pass.ts';
import { isLeased, loadLedger, saveLedger } from './state.ts';

const patienceMs = 120_000;
const betweenMs = 1000;

/** A person's command, as it is to be remembered. */
export interface GivenCommand {
  readonly command: Command;
  readonly actor: string;
}

export type CommandEnd =
  | Exclude<CommandAnswer, { kind: 'applied' }>
  | { readonly kind: 'applied'; readonly answer: string }
  /** Another pass held the lease for as long as we could wait: nothing was done. */
  | { readonly kind: 'leased' };

/**
 * Follows a person's command: waits while a pass holds the lease, looks at the world as a pass does, and swaps the
 * changed ledger in. That one save is its only effect; a refused command, or one that changes nothing, saves nothing.
 */
export async function runCommand(given: GivenCommand, opened: OpenedPass): Promise<CommandEnd> {
  const since = opened.now();
  for (let asked = 0; ; asked += 1) {
    const end = await tryCommand(given, asked, opened);
    if (end !== null) return end;
    if (opened.now() > since + patienceMs) return { kind: 'leased' };
    await sleep(betweenMs * (0.75 + Math.random() / 2));
    await opened.loopctl.reload();
  }
}

/** Null while a pass is at work, or when somebody saved between our look and our save. */
async function tryCommand(given: GivenCommand, asked: number, opened: OpenedPass): Promise<CommandEnd | null> {
  const { slug } = opened.settings;
  const pass: Pass = { ...opened, project: await opened.loopctl.ensureProject({ name: slug, slug }) };
  const held = await loadLedger(pass);
  if (isLeased(held.ledger, pass) && !(await isHolderGone(held.ledger.lease, asked, pass))) return null;
  const facts = { actor: given.actor, ...(await look(held.ledger, pass)), limits: pass.policy.limits };
  const end = applyCommand(held.ledger, given.command, facts, pass.now());
  if (end.kind === 'refused') return end;
  const { answer, ledger } = end;
  if (ledger === held.ledger) return { kind: 'applied', answer };
  try {
    const saved = await saveLedger({ ...held, ledger }, pass);
    return saved === null ? null : { kind: 'applied', answer };
  } catch (error) {
    if (error instanceof StoredStateConflict) return null;
    throw error;
  }
}
