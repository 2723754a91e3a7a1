import { z } from 'zod';
import { askIfThere } from './ask.ts';
import { askPages } from './pages.ts';
import type { Loopctl } from './port.ts';
import type { Skill } from './skill-record.ts';
import type { Transport } from './transport.ts';

const skillSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  project_id: z.string().nullable(),
  current_version: z.number(),
});
const skillAnswer = z.object({ skill: skillSchema, current_prompt: z.string() });

/** Skills by name, each read once for as long as a client lives: a plan sends many agents with the same ones. */
export function skillCalls(transport: Transport): Pick<Loopctl, 'findSkill'> {
  const known = new Map<string, Promise<Skill | null>>();
  return {
    findSkill(projectId, name) {
      const key = `${projectId} ${name}`;
      const found = known.get(key) ?? findSkill(transport, projectId, name);
      known.set(key, found);
      // What could not be read is asked for again.
      found.catch(() => known.delete(key));
      return found;
    },
  };
}

/** loopctl's own search finds whatever holds the text, archived ones and other projects' included. */
async function findSkill(transport: Transport, projectId: string, name: string): Promise<Skill | null> {
  const reading = { path: '/api/v1/skills', query: { name } };
  const found = await askPages(transport, 'orchestrator', reading, skillSchema);
  const named = found.filter((skill) => skill.name === name && skill.status === 'active');
  const chosen =
    named.find((skill) => skill.project_id === projectId) ?? named.find((skill) => skill.project_id === null);
  if (chosen === undefined) return null;
  const request = { method: 'GET', path: `/api/v1/skills/${chosen.id}` } as const;
  const answer = await askIfThere(transport, 'orchestrator', request, skillAnswer);
  if (answer === null) return null;
  const { skill, current_prompt: text } = answer;
  return { id: skill.id, name: skill.name, version: skill.current_version, projectId: skill.project_id, text };
}
