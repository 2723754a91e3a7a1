import type { Assignment } from '../../core/assignment.ts';
import type { Restatement } from '../../core/outcome.ts';
import { type AuthorPromptFacts, authorRules } from './author-rules.ts';
import { dataRule, feedbackPart, restatementPart, storyPart } from './story-part.ts';

type StoryAssignment = Extract<Assignment, { role: 'implement' | 'fix' }>;

/** The prompt of an agent that implements a story, or mends what was wrong with it (role `fix`). */
export function workPrompt(assignment: StoryAssignment, restatement: Restatement, facts: AuthorPromptFacts): string {
  return [
    assignment.role === 'implement' ? '# Implement a story' : '# Fix the work on a story',
    assignment.role === 'implement' ? implementTask : fixTask,
    dataRule,
    storyPart(assignment.story),
    restatementPart(restatement),
    feedbackPart(assignment.feedback),
    testsRule,
    authorRules(facts),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const implementTask = [
  'Implement the story below in this repository, completely: every acceptance criterion met, with its tests. Your work',
  'is checked by CI and by an independent reviewer who sees only the story and your change.',
].join('\n');

const fixTask = [
  'The story below was worked on, and the work did not pass: see what was wrong. Mend the causes, not the symptoms,',
  'and keep every other criterion met. Your work is checked by CI and by an independent reviewer who sees only the',
  'story and the whole change.',
].join('\n');

const testsRule = [
  '## Tests',
  [
    '- Write tests for each criterion, and name the id of the criterion in the title of its tests.',
    '- Cover each layer you touch (controllers and views too, where there are any), the error cases, and, where data',
    "  belongs to tenants or users, that one's data cannot be reached by another.",
    '- Follow the way the project already tests.',
  ].join('\n'),
].join('\n\n');
