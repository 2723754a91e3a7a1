import { addMinutes } from '../core/instant.ts';
import { emptyLedger, type Intent, type Lease, type Ledger, parseLedger } from '../core/ledger.ts';
import { ConfigurationError } from '../errors.ts';
import type { Pass } from './pass.ts';

const stateKey = 'main';
/** Shorter than the trusted jobs' own time limit in the example workflows (15 minutes). */
export const leaseMinutes = 10;
/**
 * How much longer than `until` others wait: as far as two machines' clocks may be apart, and as long as it takes until
 * the job that took the lease has ended by its own time limit.
 */
const skewMinutes = 5;

/** The ledger as it was loaded or last saved, and the version under which the next save must find it. */
export interface HeldLedger {
  readonly ledger: Ledger;
  readonly version: number;
}

/** Loads the ledger; one that cannot be read or is newer than this release stops the pass: it is never guessed at. */
export async function loadLedger({ loopctl, project }: Pick<Pass, 'loopctl' | 'project'>): Promise<HeldLedger> {
  const { version, data } = await loopctl.loadState(project.id, stateKey);
  if (data === null) return { ledger: emptyLedger, version };
  const reading = parseLedger(data);
  switch (reading.kind) {
    case 'ledger':
      return { ledger: reading.ledger, version };
    case 'newer':
      throw new ConfigurationError(
        `The ledger has version ${reading.version}, which is newer than this release knows.`,
        {
          remedy: 'Use the release of Orchestrate that wrote it, or a later one, in both workflow files.',
        },
      );
    case 'unreadable':
      throw new ConfigurationError(`The ledger cannot be read.\n${reading.detail}`, {
        remedy:
          'Restore the state from an earlier commit of the state branch (or an earlier version of the orchestrator state), or remove it: what can be derived from loopctl, git and GitHub is derived again.',
      });
  }
}

/** Whether a lease is somebody else's and alive: no pass starts under it. */
export function isLeased(lease: Lease, pass: Pick<Pass, 'facts' | 'now'>): boolean {
  if (addMinutes(lease.until, skewMinutes) <= pass.now()) return false;
  const { run, attempt, holder } = pass.facts;
  return lease.run !== run || lease.attempt !== attempt || lease.holder !== holder;
}

/**
 * Swaps lease and intents into the ledger; null when somebody else saved in between, who then is the only one to act.
 */
export async function takeLease(
  held: HeldLedger,
  intents: readonly Intent[],
  pass: Pick<Pass, 'facts' | 'now' | 'loopctl' | 'project'>,
): Promise<HeldLedger | null> {
  const { run, attempt, holder } = pass.facts;
  const lease = { run, attempt, holder, until: addMinutes(pass.now(), leaseMinutes) };
  return await saveLedger({ ...held, ledger: { ...held.ledger, lease, intents: [...intents] } }, pass);
}

/** Saves by compare-and-swap; null when the version is not the current one any more. */
export async function saveLedger(
  { ledger, version }: HeldLedger,
  { loopctl, project }: Pick<Pass, 'loopctl' | 'project'>,
): Promise<HeldLedger | null> {
  const saving = await loopctl.saveState(project.id, stateKey, ledger, version);
  return saving.saved ? { ledger, version: saving.version } : null;
}
