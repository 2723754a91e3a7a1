import { agentConfigurationNames, protectedGlobs } from '../../core/protected-paths.ts';
import type { SkillText } from '../assignment-file.ts';
import { block, quote } from './fence.ts';
import { skillPart } from './skill-part.ts';

export interface AuthorPromptFacts {
  readonly branch: string;
  readonly startSha: string;
  /** The project's own full check, or null where none is configured. */
  readonly verifyCommand: string | null;
  readonly protectedPaths: readonly string[];
  readonly skills: readonly SkillText[];
  readonly resultFile: string;
}

/** The rules of every agent that writes: what to run, how to leave the work, what not to touch. */
export function authorRules(facts: AuthorPromptFacts): string {
  return [
    skillPart(facts.skills),
    '## Rules',
    [
      `- You are in a git worktree of your own, on branch ${quote(facts.branch)}, at ${facts.startSha}.`,
      '  Stay on that branch. Do not rewrite commits that are already there. You cannot push, and you need not.',
      '- Commit your work on the branch in small commits whose messages say what and why. What is not committed is lost',
      '  to the review or counted as work in progress.',
      '- Never weaken a test: do not delete, skip, loosen or rewrite one to make it pass. A test may change only where',
      '  the story changes the behaviour it describes; say so in the commit message.',
      '- Do not commit secrets, symbolic links, submodules, generated archives or files above 5 MB.',
      '- Leave nothing half done: no placeholders, no to-dos, no commented-out code.',
      '- Keep to the conventions that you find in the project.',
    ].join('\n'),
    checkRule(facts.verifyCommand),
    [
      'Protected paths: do not add, change or delete anything there; such a change is held for a person.',
      block(
        'text',
        [
          ...protectedGlobs,
          ...agentConfigurationNames.map((name) => `${name} (at any depth)`),
          ...facts.protectedPaths,
        ].join('\n'),
      ),
    ].join('\n'),
    authorResult(facts.resultFile),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function checkRule(command: string | null): string {
  return command === null
    ? "Run the project's whole check (tests, types, lint: find out how) before you finish, and mend what fails."
    : [
        "Run the project's whole check before you finish, and mend what fails. It is this command, run by bash:",
        block('bash', command),
      ].join('\n');
}

function authorResult(resultFile: string): string {
  return [
    '## When you are done',
    `Write a JSON file at ${quote(resultFile)} (also in the variable ORCHESTRATE_RESULT_FILE), of this form:`,
    '```json\n{ "summary": "what you did, in a few sentences" }\n```',
    'Without this file your run counts as failed. Then end with exit code 0.',
  ].join('\n\n');
}
