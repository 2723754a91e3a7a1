import type { AgentCard } from '../../agents/agent-card.ts';
import { ConfigurationError } from '../../errors.ts';
import type { Command } from '../command.ts';
import { findNamedProject } from '../find.ts';
import { firstOperand, readCount } from '../given.ts';
import { NotForAgents } from '../not-for-agents.ts';
import { showValue, valueAt } from '../print/view.ts';
import { askDocument, type Document } from '../session.ts';

/** By its whole name: the server searches by a part of it, and brings archived ones too. */
export const getSkill: Command = {
  name: 'skill get',
  what: "A skill by its exact name, the project's own before the one of all projects.",
  operands: [{ name: 'NAME' }],
  flags: { version: { what: 'an earlier version', value: 'N' } },
  usually: 'orchestrator',
  view: { kind: 'text', render: renderSkill },
  toAgent: { kind: 'answers', answer: (card, given) => fromCard(card, firstOperand(given)) },
  run: async (session, given) => {
    const name = firstOperand(given);
    const project = await findNamedProject(session);
    const skill = await session.loopctl.findSkill(project?.id ?? '', name);
    if (skill === null) {
      throw new ConfigurationError(`loopctl has no skill \`${name}\`.`, {
        remedy:
          'Give its whole name, such as `loopctl:review`; archived ones and those of other projects do not count.',
      });
    }
    const version = readCount(given, 'version');
    const path = `/api/v1/skills/${skill.id}${version === null ? '' : `/versions/${version}`}`;
    return await askDocument(session, { method: 'GET', path });
  },
};

function fromCard({ skills }: AgentCard, name: string): Document {
  const skill = skills.find((candidate) => candidate.name === name);
  if (skill !== undefined) {
    return { skill: { name, current_version: skill.version }, current_prompt: skill.text };
  }
  const names = skills.map((candidate) => candidate.name);
  throw new NotForAgents(
    `This assignment came without a skill \`${name}\`${names.length === 0 ? '' : `; it has ${names.join(', ')}`}. Your prompt says all that is needed.`,
  );
}

function renderSkill(document: unknown): string {
  return showValue(valueAt(document, 'current_prompt') ?? valueAt(document, 'version.prompt_text'));
}
