import type { KeptEvent } from '../github/world/events.ts';
import type { AgentFacts } from './facts.ts';
import { readTreeFiles, readTrees } from './git-reader.ts';
import type { WitnessedAgent } from './spool.ts';

/** Knows the head that a reviewer was shown by the tree that it found, whatever commit that tree was in. */
export interface HeadBook {
  recognise(agents: readonly WitnessedAgent[], events: readonly KeptEvent[]): Promise<readonly AgentFacts[]>;
}

/** What steers agents is shown to a reviewer as the base has it, whatever the change does to it. */
const agentConfiguration = /(^|\/)((AGENTS|CLAUDE|GEMINI)\.md|\.(claude|cursor|codex|gemini)\/.*)$/i;

/** Opens a book on the heads of a bare repository. */
export function createHeadBook(repository: string): HeadBook {
  const trees = new Map<string, string>();
  const files = new Map<string, string>();

  async function learn(heads: readonly string[]): Promise<void> {
    const unknown = heads.filter((head) => !trees.has(head));
    for (const [head, tree] of await readTrees(repository, unknown)) trees.set(head, tree);
  }

  /** The newest head whose files are these, but for those that steer agents. */
  async function findByFiles(agent: WitnessedAgent, heads: readonly string[]): Promise<string | null> {
    for (const head of heads.filter((one) => !files.has(one))) {
      files.set(head, withoutConfiguration(await readTreeFiles(repository, head).catch(() => [])));
    }
    const wanted = withoutConfiguration(agent.files);
    return agent.files.length === 0 ? null : (heads.findLast((head) => files.get(head) === wanted) ?? null);
  }

  return {
    recognise: async (agents, events) => {
      const since = headsByMoment(events);
      await learn([...since.keys()]);
      return await Promise.all(
        agents.map(async (agent) => {
          if (agent.task !== 'review') return agent;
          // A revert can bring an old tree back: the head that was shown is one that was there by then.
          const heads = [...since].flatMap(([head, moment]) => (moment <= agent.startedAt ? [head] : []));
          const head = heads.findLast((one) => trees.get(one) === agent.tree) ?? (await findByFiles(agent, heads));
          return { ...agent, head: head ?? agent.head };
        }),
      );
    },
  };
}

/** When each head of a pull request was first told of; the world's clock tells whole seconds, the witness's more. */
function headsByMoment(events: readonly KeptEvent[]): ReadonlyMap<string, number> {
  const since = new Map<string, number>();
  for (const event of events) {
    if (event.kind !== 'pull_request' || since.has(event.head)) continue;
    since.set(event.head, Math.floor(Date.parse(event.at) / 1000) * 1000);
  }
  return since;
}

function withoutConfiguration(lines: readonly string[]): string {
  return lines.filter((line) => !agentConfiguration.test(line.slice(line.indexOf('\t') + 1))).join('\n');
}
