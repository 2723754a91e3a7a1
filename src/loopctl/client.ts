import { ConfigurationError } from '../errors.ts';
import { changeCalls } from './change-calls.ts';
import { rememberEpicNumbers } from './epic-numbers.ts';
import type { Identities, Loopctl } from './port.ts';
import { projectCalls } from './project-calls.ts';
import { readingCalls } from './reading-calls.ts';
import { stateCalls } from './state-calls.ts';
import { storyCalls } from './story-calls.ts';
import type { Transport } from './transport.ts';

/** loopctl's calls over a transport; the same for a server and for the embedded store. */
export function createLoopctl(transport: Transport): Loopctl {
  const epicNumbers = rememberEpicNumbers(transport);
  return {
    ...projectCalls(transport),
    ...readingCalls(transport, epicNumbers),
    ...changeCalls(transport),
    ...storyCalls(transport, epicNumbers),
    ...stateCalls(transport),
    identities: async () => requireDistinct(await transport.identities()),
    flush: (message) => transport.flush(message),
    reload: () => transport.reload(),
  };
}

/** Nobody may judge their own work, so the three must be three. */
function requireDistinct(identities: Identities): Identities {
  const ids = Object.values(identities).map(({ agentId }) => agentId);
  if (new Set(ids).size !== ids.length) {
    throw new ConfigurationError('Implementer, reviewer and orchestrator are not three different agents.', {
      remedy: 'Give each of the three keys an agent of its own.',
    });
  }
  return identities;
}
