import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { assignmentSchema } from '../core/assignment.ts';
import { ConfigurationError } from '../errors.ts';
import { skillSchema } from './assignment-file.ts';

const cardSchema = z.object({
  version: z.literal(1),
  assignment: assignmentSchema,
  skills: z.array(skillSchema).readonly(),
});
/** What an agent may know of its job, for the `loopctl` on its path to answer from. */
export type AgentCard = z.infer<typeof cardSchema>;

/** The variable that names an agent's card to what it starts. */
export const cardVariable = 'ORCHESTRATE_ASSIGNMENT_FILE';

/** Writes an agent's card for it to read. */
export async function writeAgentCard(path: string, card: Omit<AgentCard, 'version'>): Promise<void> {
  await writeFile(path, `${JSON.stringify(cardSchema.parse({ version: 1, ...card }), null, 2)}\n`);
}

/** Reads a card; the agent could have written anything to it, to its own harm alone. */
export async function readAgentCard(path: string): Promise<AgentCard> {
  const parsed = cardSchema.safeParse(parseJson(await readFile(path, 'utf8').catch(() => '')));
  if (parsed.success) return parsed.data;
  throw new ConfigurationError(`${path} is not the assignment of an agent's job.`, {
    remedy: `It is named by ${cardVariable}, which only an agent's job has.`,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
