import type { Identity } from '../port.ts';

/** A loopctl server, and the key of each of the names in which we speak to it. */
export interface LoopctlServer {
  readonly url: string;
  readonly keys: Readonly<Record<Identity, string>>;
  /** Where the keys are from, where it is one for all names and not the usual three. */
  readonly keyName?: string;
}

/** Where each key comes from: the names that loopctl's own tools use. */
export const keyVariables = {
  implementer: 'LOOPCTL_AGENT_KEY',
  reviewer: 'LOOPCTL_REVIEWER_KEY',
  orchestrator: 'LOOPCTL_ORCH_KEY',
} as const satisfies Readonly<Record<Identity, string>>;

/** What people call the key of a name. */
export function keyNameOf({ keyName }: Pick<LoopctlServer, 'keyName'>, identity: Identity): string {
  return keyName ?? keyVariables[identity];
}
