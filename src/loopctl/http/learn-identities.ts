import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ConfigurationError } from '../../errors.ts';
import { ask, refusalOf } from '../ask.ts';
import type { AgentIdentity, Identities, Identity, Loopctl } from '../port.ts';
import type { LoopctlRequest, Transport } from '../transport.ts';
import { artifactSchema } from '../wire-story.ts';
import { keyVariables, type LoopctlServer } from './server.ts';

/** Beside the ledger in the orchestrator's state. */
const stateKey = 'identities';
const memorySchema = z.object({ version: z.literal(1), agents: z.record(z.string(), z.string()) });
type Agents = z.infer<typeof memorySchema>['agents'];

/** A story that there is not: a call on it is refused for the key's role, or since there is no such story. */
const nowhere = '00000000-0000-4000-8000-000000000000';

interface Learning {
  readonly keys: LoopctlServer['keys'];
  readonly projectId: string;
  readonly loopctl: Pick<Loopctl, 'loadState' | 'saveState' | 'listStories'>;
  readonly transport: Transport;
}

/**
 * Whose agent each key is. No call tells it, but a posted artifact names its reporter: each key posts one, once; what
 * was learnt is kept under the key's fingerprint. A key of the wrong role, or without an agent, is refused.
 */
export async function learnIdentities(learning: Learning): Promise<Identities> {
  const { keys, projectId, loopctl } = learning;
  const { version, known } = await recallAgents(projectId, loopctl);
  const storyOf = rememberStory(learning);
  const agents: Agents = {};
  for (const identity of ['implementer', 'reviewer', 'orchestrator'] as const) {
    const fingerprint = fingerprintOf(keys[identity]);
    agents[fingerprint] = known[fingerprint] ?? (await learnAgent(identity, await storyOf(), learning));
  }
  if (Object.keys(agents).some((fingerprint) => known[fingerprint] === undefined)) {
    // Lost to another job, it has saved the same.
    await loopctl.saveState(projectId, stateKey, { version: 1, agents }, version);
  }
  const identityOf = (identity: Identity): AgentIdentity => ({
    agentId: agents[fingerprintOf(keys[identity])] ?? '',
    name: identity,
  });
  return {
    implementer: identityOf('implementer'),
    reviewer: identityOf('reviewer'),
    orchestrator: identityOf('orchestrator'),
  };
}

/** Whose agent each key is as far as a pass has learnt it before, by identity; asks for nothing else and posts nothing. */
export async function readKnownAgents(
  keys: LoopctlServer['keys'],
  projectId: string,
  loopctl: Pick<Loopctl, 'loadState'>,
): Promise<Readonly<Record<Identity, string | null>>> {
  const { known } = await recallAgents(projectId, loopctl);
  const agentOf = (identity: Identity): string | null => known[fingerprintOf(keys[identity])] ?? null;
  return {
    implementer: agentOf('implementer'),
    reviewer: agentOf('reviewer'),
    orchestrator: agentOf('orchestrator'),
  };
}

async function recallAgents(
  projectId: string,
  loopctl: Pick<Loopctl, 'loadState'>,
): Promise<{ readonly version: number; readonly known: Agents }> {
  const { version, data } = await loopctl.loadState(projectId, stateKey);
  // What cannot be read is learnt anew.
  return { version, known: memorySchema.safeParse(data).data?.agents ?? {} };
}

async function learnAgent(identity: Identity, storyId: string, { transport }: Learning): Promise<string> {
  if (identity !== 'orchestrator') await requireAgentRole(identity, transport);
  const request: LoopctlRequest = {
    method: 'POST',
    path: `/api/v1/stories/${storyId}/artifacts`,
    body: { artifact_type: 'identity', path: `orchestrate/${identity}`, exists: false, details: { identity } },
  };
  const answer = await ask(transport, identity, request, z.object({ artifact_report: artifactSchema }));
  const agentId = answer.artifact_report.reporter_agent_id;
  if (agentId === null) {
    throw new ConfigurationError(`${keyVariables[identity]} is a key without an agent.`, {
      remedy: 'Register an agent with it (`POST /api/v1/agents/register`), or make a key that is linked to one.',
    });
  }
  return agentId;
}

/** Only a key of the role agent gets as far as hearing that there is no such story; another one is refused by name. */
export async function requireAgentRole(identity: Identity, transport: Transport): Promise<void> {
  const request = { method: 'POST', path: `/api/v1/stories/${nowhere}/claim`, body: {} } as const;
  const response = await transport.send(identity, request);
  if (response.status !== 404) throw refusalOf(request, response);
}

function rememberStory({ loopctl, projectId }: Learning): () => Promise<string> {
  let story: Promise<string> | null = null;
  const find = async (): Promise<string> => {
    const last = (await loopctl.listStories(projectId)).at(-1);
    if (last === undefined) {
      throw new ConfigurationError(
        'The project in loopctl has no story yet, and without one nobody can be told apart.',
        {
          remedy: 'Import the backlog into loopctl first.',
        },
      );
    }
    return last.id;
  };
  return () => {
    story ??= find();
    return story;
  };
}

/** Tells keys apart without telling them. */
function fingerprintOf(key: string): string {
  return createHash('sha256').update(`orchestrate ${key}`).digest('hex').slice(0, 32);
}
