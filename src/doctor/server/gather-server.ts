import { ConfigurationError, RemoteError } from '../../errors.ts';
import { createLoopctl } from '../../loopctl/client.ts';
import { createHttpTransport } from '../../loopctl/http/http-transport.ts';
import { readKnownAgents, requireAgentRole } from '../../loopctl/http/learn-identities.ts';
import { keyVariables, type LoopctlServer } from '../../loopctl/http/server.ts';
import { LoopctlRefusal } from '../../loopctl/loopctl-error.ts';
import type { Identity, Loopctl, Project } from '../../loopctl/port.ts';
import type { Transport } from '../../loopctl/transport.ts';
import type { Waits } from '../../waits.ts';
import type { KeyFacts, ServedProjectFacts, ServerFacts } from './server-facts.ts';

const another = 'Make a key of the right role for it, linked to an agent of its own, and store it anew.';
const unreached = 'Look whether the server is up, and whether `loopctl-url` is its address, without `/api/v1`.';

/** Looks at a loopctl server, at the project there and at the three keys; what is called has no effect there. */
export async function gatherServer(server: LoopctlServer, project: string | null, waits: Waits): Promise<ServerFacts> {
  const transport = createHttpTransport(server, waits, () =>
    Promise.reject(new Error('the doctor makes nobody known to loopctl')),
  );
  const loopctl = createLoopctl(transport);
  try {
    const orchestrator = await judge('orchestrator', async () => void (await loopctl.tenant()));
    // A halted tenant answers nobody, and without this key nothing else can be read.
    if (orchestrator.kind === 'bad') return downBy(orchestrator);
    const found = project === null ? null : await loopctl.findProject(project);
    return {
      kind: 'up',
      url: server.url,
      project: await lookAtProject(project, found, loopctl),
      keys: await judgeKeys(server, found, { loopctl, transport }),
      hasAuditKey: await findAuditKey(transport, (await loopctl.tenant()).id),
    };
  } catch (error) {
    if (error instanceof RemoteError) return downBy({ because: error.message, remedy: unreached });
    throw error;
  }
}

function downBy({ because, remedy }: { readonly because: string; readonly remedy: string }): ServerFacts {
  return { kind: 'down', because, remedy };
}

async function lookAtProject(
  name: string | null,
  found: Project | null,
  loopctl: Loopctl,
): Promise<ServedProjectFacts> {
  if (name === null) return { kind: 'not_named' };
  if (found === null) return { kind: 'missing', name };
  const stories = await loopctl.listStories(found.id);
  const open = stories.filter(({ verifiedStatus }) => verifiedStatus !== 'verified');
  const withoutCriteria = open.filter(({ criteria }) => criteria.length === 0).length;
  return { kind: 'project', name: found.name, stories: stories.length, withoutCriteria };
}

interface Way {
  readonly loopctl: Loopctl;
  readonly transport: Transport;
}

async function judgeKeys(
  { keys }: LoopctlServer,
  found: Project | null,
  { loopctl, transport }: Way,
): Promise<readonly KeyFacts[]> {
  const judged = await Promise.all([
    judge('implementer', () => requireAgentRole('implementer', transport)),
    judge('reviewer', () => requireAgentRole('reviewer', transport)),
    // Only a key of this role may read saved state, of whatever project.
    judge('orchestrator', async () => void (await loopctl.loadState(found?.id ?? nowhere, 'main'))),
  ]);
  if (found === null || judged.at(-1)?.kind === 'bad') return judged;
  const agents = Object.entries(await readKnownAgents(keys, found.id, loopctl));
  const agentOf = new Map(agents.map(([identity, agent]) => [variableOf(identity), agent] as const));
  return judged.map((key) => (key.kind === 'bad' ? key : { ...key, agent: agentOf.get(key.variable) ?? null }));
}

function variableOf(identity: string): string {
  return new Map<string, string>(Object.entries(keyVariables)).get(identity) ?? identity;
}

const nowhere = '00000000-0000-4000-8000-000000000000';

async function judge(identity: Identity, attempt: () => Promise<void>): Promise<KeyFacts> {
  const variable = keyVariables[identity];
  try {
    await attempt();
    return { variable, kind: 'good', agent: null };
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return { variable, kind: 'bad', because: error.message, remedy: error.remedy };
    }
    if (error instanceof LoopctlRefusal) return { variable, kind: 'bad', because: error.message, remedy: another };
    throw error;
  }
}

/** Public of each tenant that has one. */
async function findAuditKey(transport: Transport, tenantId: string): Promise<boolean | null> {
  const path = `/api/v1/tenants/${tenantId}/audit_public_key`;
  const { status } = await transport.send('orchestrator', { method: 'GET', path });
  if (status === 200) return true;
  return status === 404 ? false : null;
}
