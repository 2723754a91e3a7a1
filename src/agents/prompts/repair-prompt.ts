import type { Assignment } from '../../core/assignment.ts';
import { type AuthorPromptFacts, authorRules } from './author-rules.ts';
import { fence, quote } from './fence.ts';
import { dataRule, feedbackPart } from './story-part.ts';

type Repair = Extract<Assignment, { role: 'repair' }>;

/** The prompt of an agent that mends a red base: the failing jobs, nothing of a story. */
export function repairPrompt(assignment: Repair, facts: AuthorPromptFacts): string {
  return [
    '# Repair a red base',
    [
      `The branch ${quote(assignment.base.branch)} fails its checks at ${assignment.redSha}; nothing else can go on until`,
      'it is green. Find the cause and mend it with the smallest change that is right. Often two changes were each green',
      'and are red together: make them fit, do not undo one of them silently. Add a test where one would have caught it.',
    ].join('\n'),
    dataRule,
    '## What failed',
    ...assignment.failures.flatMap(({ job, log }) => [`Job ${quote(job)}:`, fence('log', log)]),
    feedbackPart(assignment.feedback),
    authorRules(facts),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
