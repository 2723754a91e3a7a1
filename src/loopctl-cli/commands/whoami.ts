import { ConfigurationError } from '../../errors.ts';
import type { LoopctlRequest } from '../../loopctl/transport.ts';
import type { Command } from '../command.ts';
import { asFields } from '../print/view.ts';
import { askDocument, type Session } from '../session.ts';

/** A story that there is not: a call on it is refused for the key's role, or since there is no such story. */
const nowhere = '00000000-0000-4000-8000-000000000000';

export const whoami: Command = {
  name: 'auth whoami',
  what: 'Where loopctl is, whose tenant it is, and what the key may do there.',
  operands: [],
  flags: {},
  usually: 'orchestrator',
  view: asFields,
  toAgent: {
    kind: 'answers',
    answer: ({ assignment: { id, role, run, branch, startSha } }) => ({
      agent: { assignment: id, role, run, branch, start_sha: startSha, key: null },
    }),
  },
  run: async (session) => {
    const { tenant } = await askDocument(session, { method: 'GET', path: '/api/v1/tenants/me' });
    return { tenant, loopctl: { ...session.where, role: await findRole(session) } };
  },
};

/** No call tells a key's role; who is refused for it, and who only for want of such a story, does. */
async function findRole(session: Session): Promise<string> {
  const claim = { method: 'POST', path: `/api/v1/stories/${nowhere}/claim`, body: {} } as const;
  if (await passesForRole(session, claim)) return 'agent';
  const state = { method: 'GET', path: `/api/v1/orchestrator/state/${nowhere}` } as const;
  return (await passesForRole(session, state)) ? 'orchestrator' : 'user';
}

async function passesForRole({ transport, identity }: Session, request: LoopctlRequest): Promise<boolean> {
  try {
    return (await transport.send(identity, request)).status === 404;
  } catch (error) {
    // A server's refusal for a key's role is thrown.
    if (error instanceof ConfigurationError) return false;
    throw error;
  }
}
