import { z } from 'zod';
import { askIfThere } from './ask.ts';
import { askPages } from './pages.ts';
import type { Loopctl } from './port.ts';
import type { Transport } from './transport.ts';

const skillSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  project_id: z.string().nullable(),
  current_version: z.number(),
});
const skillAnswer = z.object({ skill: skillSchema, current_prompt: z.string() });

/** Skills by name: loopctl's own search finds whatever holds the text, archived ones and other projects' included. */
export function skillCalls(transport: Transport): Pick<Loopctl, 'findSkill'> {
  return {
    async findSkill(projectId, name) {
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
    },
  };
}
