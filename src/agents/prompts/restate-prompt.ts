import type { Assignment } from '../../core/assignment.ts';
import { quote } from './fence.ts';
import { dataRule, feedbackPart, storyPart } from './story-part.ts';

type StoryAssignment = Extract<Assignment, { role: 'implement' | 'fix' }>;

const form = `\`\`\`json
{
  "understood": true,
  "summary": "the story in your own words",
  "criteria": [
    {
      "id": "the criterion's id, exactly as given",
      "restated": "what will be true when it is met, in your own words, so that one could test it",
      "deliverables": ["path/of/a/file/that/will/exist"]
    }
  ],
  "questions": []
}
\`\`\``;

/** The prompt of the run before the work: say what the story asks, or what you must know first; change nothing. */
export function restatePrompt(assignment: StoryAssignment, resultFile: string): string {
  return [
    '# Restate a story before it is worked on',
    [
      'You are about to implement the story below in this repository. Before any work, show that you have understood it:',
      'read the code as far as you need, then say in your own words what each criterion asks for. Change nothing now;',
      'whatever you change in this run is thrown away.',
    ].join('\n'),
    dataRule,
    storyPart(assignment.story),
    feedbackPart(assignment.feedback),
    [
      '## What to write',
      `A JSON file at ${quote(resultFile)} (also in the variable ORCHESTRATE_RESULT_FILE), of this form:`,
    ].join('\n\n'),
    form,
    [
      '- One entry for every criterion, each once, with its id exactly as given, and no others.',
      '- `deliverables`: the files, tests included, that will exist when the criterion is met; plain paths from the root',
      '  of the repository, or globs with `*` and `**`. They are looked for in the final tree, so promise only what you',
      '  are sure of; an empty list is allowed.',
      '- If the story contradicts itself or the code, or something is missing that you cannot decide from the repository,',
      '  set `understood` to false or put your questions into `questions`. Then nobody works on it until a person has',
      '  answered. Do not ask what you can find out or reasonably decide.',
    ].join('\n'),
    'Then end with exit code 0.',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
