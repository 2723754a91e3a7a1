import { readAssignmentFile } from '../agents/assignment-file.ts';
import type { Outcome } from '../core/outcome.ts';
import type { AgentInputs } from '../inputs/read-inputs.ts';
import { renderAgentSummary } from '../render/summary.ts';

/** The summary of an agent's job; an assignment that cannot be read is one of the things that it tells. */
export async function summariseAgent(
  inputs: AgentInputs,
  { kind }: Pick<Outcome, 'kind'>,
  milliseconds: number,
): Promise<string> {
  const file = await readAssignmentFile(inputs.assignments, inputs.assignment).catch(() => null);
  const assignment = file?.assignment ?? null;
  return renderAgentSummary({
    assignment: inputs.assignment,
    role: assignment?.role ?? null,
    subject: assignment === null ? null : 'story' in assignment ? assignment.story.number : assignment.branch,
    outcome: kind,
    seconds: Math.round(milliseconds / 1000),
  });
}
