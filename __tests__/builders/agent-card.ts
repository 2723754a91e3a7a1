import type { Assignment } from '../../src/core/assignment.ts';

type Implement = Extract<Assignment, { role: 'implement' }>;
type Repair = Extract<Assignment, { role: 'repair' }>;

const sha = 'a'.repeat(40);
const common = {
  version: 1,
  id: 'a-1',
  run: 1,
  attempt: 1,
  notAfter: 0,
  base: { branch: 'main', sha },
  startSha: sha,
  branch: 'orchestrate/1.1',
} as const;

/** An assignment of story 1.1. */
export function assignment(change: Partial<Implement> = {}): Implement {
  const criteria = [{ id: 'AC-1', text: 'it parses' }];
  const story = { number: '1.1', epic: 1, title: 'Parse', description: null, criteria, deliverables: [] };
  return { ...common, story, criteriaHash: '', role: 'implement', feedback: [], ...change };
}

/** An assignment that is about no story. */
export function repairAssignment(): Repair {
  return { ...common, branch: 'orchestrate/repair-aaaaaaa', role: 'repair', redSha: sha, failures: [], feedback: [] };
}
