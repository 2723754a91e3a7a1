import { isTruthy, type Scope, toText } from './expressions.ts';
import { isJsonObject, type Json } from './json.ts';
import { renderTemplate } from './template.ts';

export interface ConcurrencySetting {
  readonly group: string;
  readonly cancelInProgress: boolean;
  readonly queueAll: boolean;
}

export interface ConcurrencyRequest {
  readonly setting: ConcurrencySetting;
  readonly heldByCallers: readonly string[];
  readonly cancel: () => void;
  readonly signal: AbortSignal;
}

/** The function that leaves the group; or that there is no entering it. */
export type Admission = (() => void) | 'replaced';

export interface ConcurrencyGroups {
  /**
   * Resolves with the function that leaves the group once the caller may run, or with `replaced` when a newer one took
   * its place in the queue, or when the group is held by its own caller, which GitHub cancels as a deadlock.
   */
  enter(request: ConcurrencyRequest): Promise<Admission>;
}

interface Entry {
  readonly cancel: () => void;
  readonly answer: (admission: Admission) => void;
}

interface Group {
  running: Entry | null;
  pending: readonly Entry[];
}

/** Reads a `concurrency` key, of a workflow or of a job; null when there is none or its group is empty. */
export function readConcurrency(node: Json | undefined, scope: Scope): ConcurrencySetting | null {
  const value = renderTemplate(node ?? null, scope);
  const mapping = isJsonObject(value) ? value : { group: value };
  const group = toText(mapping['group'] ?? '').toLowerCase();
  if (group === '') return null;
  return {
    group,
    cancelInProgress: isTruthy(mapping['cancel-in-progress'] ?? false),
    queueAll: mapping['queue'] === 'max',
  };
}

/** The repository's concurrency groups: one runs, one waits, and a newer one takes the waiting one's place. */
export function createConcurrencyGroups(): ConcurrencyGroups {
  const groups = new Map<string, Group>();

  function open(key: string): Group {
    const group = groups.get(key) ?? { running: null, pending: [] };
    groups.set(key, group);
    return group;
  }

  function admit(group: Group, entry: Entry): void {
    let left = false;
    group.running = entry;
    entry.answer(() => {
      if (left) return;
      left = true;
      const [next, ...rest] = group.pending;
      group.running = null;
      group.pending = rest;
      if (next !== undefined) admit(group, next);
    });
  }

  return {
    enter({ setting, heldByCallers, cancel, signal }) {
      if (signal.aborted) return Promise.reject(signal.reason);
      const group = open(setting.group);
      if (heldByCallers.includes(setting.group)) return Promise.resolve('replaced');
      return new Promise((resolve, reject) => {
        const giveUp = (): void => {
          group.pending = group.pending.filter((waiting) => waiting !== entry);
          reject(signal.reason);
        };
        const answer = (admission: Admission): void => {
          signal.removeEventListener('abort', giveUp);
          resolve(admission);
        };
        const entry = { cancel, answer };
        if (group.running === null) {
          admit(group, entry);
          return;
        }
        signal.addEventListener('abort', giveUp, { once: true });
        queue(group, entry, setting);
      });
    },
  };
}

function queue(group: Group, entry: Entry, { cancelInProgress, queueAll }: ConcurrencySetting): void {
  const replaced = queueAll && !cancelInProgress ? [] : group.pending;
  group.pending = [...group.pending.filter((waiting) => !replaced.includes(waiting)), entry];
  for (const waiting of replaced) waiting.answer('replaced');
  if (cancelInProgress) group.running?.cancel();
}
