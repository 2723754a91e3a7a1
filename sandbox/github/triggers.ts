import type { Trigger, TriggerEvent } from '../actions-host.ts';
import type { Actor, Site } from './site.ts';

export type TriggerListener = (trigger: Trigger) => void | Promise<void>;

/** Hands events to the Actions runner, and once more after a restart when nobody had taken them. */
export interface TriggerOutbox {
  emit(actor: Actor, trigger: Trigger): void;
  listen(listener: TriggerListener): void;
  /** The recorded id of a trigger; one that did not come from here is recorded first. */
  idOf(trigger: Trigger): number;
  trigger(id: number): Trigger;
}

// What a job's own token causes starts no workflow, or workflows would start themselves for ever.
const eventsOfJobTokens: readonly TriggerEvent[] = ['workflow_dispatch', 'workflow_run', 'schedule'];

/** Of a pull request that it opened or updated there are runs, and they wait for a person to let them start. */
const parkedActions: readonly (string | undefined)[] = ['opened', 'synchronize', 'reopened'];

function ofJobToken(trigger: Trigger): Trigger | null {
  if (eventsOfJobTokens.includes(trigger.event)) return trigger;
  const isParked = trigger.event === 'pull_request' && parkedActions.includes(trigger.action);
  return isParked ? { ...trigger, awaitsApproval: true } : null;
}

/** Opens the outbox; what was emitted but not taken before the last end is still in it. */
export function createTriggerOutbox(site: Site): TriggerOutbox {
  const { triggers, runs } = site.tables;
  const ids = new WeakMap<Trigger, number>();
  const listeners: TriggerListener[] = [];
  const underWay = new Set<number>();

  function record(trigger: Trigger, delivered: boolean): number {
    const { id } = triggers.put({ id: site.store.nextId(), trigger, delivered });
    ids.set(trigger, id);
    return id;
  }

  async function deliver(id: number, trigger: Trigger): Promise<void> {
    if (listeners.length === 0 || underWay.has(id)) return;
    underWay.add(id);
    ids.set(trigger, id);
    await Promise.all(listeners.map((listener) => listener(trigger)));
    if (runs.where('triggerId', id).length > 0) triggers.put({ id, trigger, delivered: true });
    else triggers.delete(id);
  }

  return {
    emit: (actor, trigger) => {
      const due = actor.kind === 'job' ? ofJobToken(trigger) : trigger;
      if (due === null) return;
      const id = record(due, false);
      // After the answer to the request that caused it, as on GitHub.
      setImmediate(() => void deliver(id, due));
    },
    listen: (listener) => {
      listeners.push(listener);
      if (listeners.length > 1) return;
      for (const row of triggers.all().filter((one) => !one.delivered)) {
        // A run there is means the runner had taken it, and lost it with its machine.
        if (runs.where('triggerId', row.id).length > 0) triggers.put({ ...row, delivered: true });
        else setImmediate(() => void deliver(row.id, row.trigger));
      }
    },
    idOf: (trigger) => {
      const id = ids.get(trigger);
      if (id === undefined) return record(trigger, true);
      // Taken already, and forgotten then because no run had come of it yet.
      if (triggers.get(id) === undefined) triggers.put({ id, trigger, delivered: true });
      return id;
    },
    trigger: (id) => {
      const row = triggers.get(id);
      if (row === undefined) throw new Error(`trigger ${id} is not recorded`);
      return row.trigger;
    },
  };
}
