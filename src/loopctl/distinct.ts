import { ConfigurationError } from '../errors.ts';
import type { Identities } from './port.ts';

/** The identities, if they are three different agents: nobody may judge their own work. */
export function requireDistinct(identities: Identities): Identities {
  const ids = Object.values(identities).map(({ agentId }) => agentId);
  if (new Set(ids).size !== ids.length) {
    throw new ConfigurationError('Implementer, reviewer and orchestrator are not three different agents.', {
      remedy: 'Give each of the three keys an agent of its own.',
    });
  }
  return identities;
}
