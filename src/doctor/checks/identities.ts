import type { DoctorFacts } from '../facts.ts';
import { fail, type Outcome, pass } from '../finding.ts';

/** Implementer, reviewer and orchestrator are three, so that nobody reviews or verifies their own work. */
export function checkIdentities({ identities, server }: DoctorFacts): readonly Outcome[] {
  if (server.kind !== 'embedded') return [pass('those of the three keys: see `loopctl_server`')];
  if (new Set(identities).size === identities.length) return [pass(identities.join(', '))];
  return [
    fail(
      `loopctl knows implementer, reviewer and orchestrator as ${identities.join(', ')}`,
      'Give each of the three a name (with a server: a key) of its own.',
    ),
  ];
}
