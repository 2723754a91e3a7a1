import { changeCalls } from './change-calls.ts';
import { dispatchCalls } from './dispatch-calls.ts';
import { requireDistinct } from './distinct.ts';
import { rememberEpicNumbers } from './epic-numbers.ts';
import type { Loopctl } from './port.ts';
import { projectCalls } from './project-calls.ts';
import { readingCalls } from './reading-calls.ts';
import { skillCalls } from './skill-calls.ts';
import { stateCalls } from './state-calls.ts';
import { storyCalls } from './story-calls.ts';
import type { Transport } from './transport.ts';
import { usageCalls } from './usage-calls.ts';

/** loopctl's calls over a transport; the same for a server and for the embedded store. */
export function createLoopctl(transport: Transport): Loopctl {
  const epicNumbers = rememberEpicNumbers(transport);
  return {
    ...projectCalls(transport),
    ...readingCalls(transport, epicNumbers),
    ...changeCalls(transport),
    ...storyCalls(transport, epicNumbers),
    ...skillCalls(transport),
    ...usageCalls(transport),
    ...dispatchCalls(transport),
    ...stateCalls(transport),
    identities: async () => requireDistinct(await transport.identities()),
    flush: (message) => transport.flush(message),
    reload: () => transport.reload(),
  };
}
