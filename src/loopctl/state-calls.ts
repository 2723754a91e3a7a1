import { z } from 'zod';
import { askIfThere, readAnswer, refusalOf } from './ask.ts';
import type { Loopctl } from './port.ts';
import type { Transport } from './transport.ts';

const stateSchema = z.object({
  state: z.object({ version: z.number(), state_data: z.record(z.string(), z.unknown()) }),
});

/** The orchestrator's saved state. */
export function stateCalls(transport: Transport): Pick<Loopctl, 'loadState' | 'saveState'> {
  return {
    async loadState(projectId, key) {
      const query = { state_key: key };
      const request = { method: 'GET', path: `/api/v1/orchestrator/state/${projectId}`, query } as const;
      const answer = await askIfThere(transport, 'orchestrator', request, stateSchema);
      return answer === null
        ? { version: 0, data: null }
        : { version: answer.state.version, data: answer.state.state_data };
    },
    async saveState(projectId, key, data, version) {
      const body = { state_key: key, state_data: data, version };
      const request = { method: 'PUT', path: `/api/v1/orchestrator/state/${projectId}`, body } as const;
      const response = await transport.send('orchestrator', request);
      // Two first saves at once are answered 422 and not 409 to the one that came second.
      if (response.status === 409 || (response.status === 422 && version === 0 && lostFirst(response.body))) {
        return { saved: false };
      }
      if (response.status >= 400) {
        throw refusalOf(request, response);
      }
      return { saved: true, version: readAnswer(request, response, stateSchema).state.version };
    },
  };
}

function lostFirst(body: unknown): boolean {
  return JSON.stringify(body).includes('state already exists for this project and key');
}
