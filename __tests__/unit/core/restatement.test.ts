import { describe, expect, it } from 'vitest';
import { findRestatementFault, type Restatement } from '../../../src/core/outcome.ts';

function restating(ids: readonly string[], change: Partial<Restatement> = {}): Restatement {
  const criteria = ids.map((id) => ({ id, restated: `what ${id} asks`, deliverables: [] }));
  return { understood: true, summary: '', criteria, questions: [], ...change };
}

const rows: readonly {
  readonly behaviour: string;
  readonly restatement: Restatement;
  readonly fault: string | null;
}[] = [
  { behaviour: 'stands when it names every criterion once', restatement: restating(['A', 'B']), fault: null },
  { behaviour: 'stands in whatever order', restatement: restating(['B', 'A']), fault: null },
  {
    behaviour: 'does not stand when the agent says that it does not understand',
    restatement: restating(['A', 'B'], { understood: false }),
    fault: 'the agent says that it does not understand the story',
  },
  {
    behaviour: 'does not stand while there are questions',
    restatement: restating(['A', 'B'], { questions: ['Which table?'] }),
    fault: 'the agent has questions',
  },
  {
    behaviour: 'does not stand with a criterion left out',
    restatement: restating(['A']),
    fault: 'criteria not restated: B',
  },
  {
    behaviour: 'does not stand with a criterion made up',
    restatement: restating(['A', 'B', 'C']),
    fault: 'criteria the story does not have: C',
  },
  {
    behaviour: 'does not stand with a criterion named twice',
    restatement: restating(['A', 'B', 'A']),
    fault: 'a criterion is restated twice',
  },
];

describe('a restatement', () => {
  it.each(rows)('$behaviour', ({ restatement, fault }) => {
    expect(findRestatementFault(restatement, ['A', 'B'])).toBe(fault);
  });
});
