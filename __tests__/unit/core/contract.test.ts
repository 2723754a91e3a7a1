import { expect, it } from 'vitest';
import { contractOf, contractSchema } from '../../../src/core/contract.ts';
import { ourStory } from '../../builders/story.ts';

const story = ourStory({ deliverables: ['docs/a.md'] });

it('a contract holds what its author said, and every promised file once', () => {
  const restatement = {
    understood: true,
    summary: 'Make it work.',
    criteria: [{ id: 'AC-1', restated: 'It shall work.', deliverables: ['src/a.js', 'docs/a.md'] }],
    questions: [],
  };
  expect(contractOf(restatement, story, '9-1')).toEqual({
    criteriaHash: 'criteria-1.1',
    summary: 'Make it work.',
    criteria: [{ id: 'AC-1', restated: 'It shall work.' }],
    deliverables: ['docs/a.md', 'src/a.js'],
    assignment: '9-1',
  });
});

it('however much an author says, little of it is remembered', () => {
  const long = 'x'.repeat(4000);
  const criteria = Array.from({ length: 500 }, (_, index) => ({
    id: `AC-${index}`,
    restated: long,
    deliverables: Array.from({ length: 50 }, (__, file) => `${index}/${file}`),
  }));
  const contract = contractOf({ understood: true, summary: long, criteria, questions: [] }, story, '9-1');
  expect(contractSchema.parse(contract)).toEqual(contract);
  expect(JSON.stringify(contract).length).toBeLessThan(20_000);
});
