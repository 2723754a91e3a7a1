import type { Account } from '../../sandbox/github/conformance/account.ts';

export interface GitHubFindings {
  /** Calls of the action's list that GitHub describes, and those it does not. */
  readonly described: readonly string[];
  readonly undescribed: readonly string[];
  /** Listed and never made; made and not listed; places in the sources that could make others. */
  readonly unmade: readonly string[];
  readonly unlisted: readonly string[];
  readonly stray: readonly string[];
  /** How many calls the sandbox answers; those that GitHub does not describe, and those that were never asked. */
  readonly answerable: number;
  readonly invented: readonly string[];
  readonly unvisited: readonly string[];
  readonly documents: number;
  readonly fields: number;
  readonly documentProblems: readonly string[];
  /** Everything that was asked of the sandbox, and what the action alone asked. */
  readonly sandbox: Account;
  readonly action: Account;
  /** What kept the whole from being done. */
  readonly problems: readonly string[];
}

/** The counts, then every finding under its name. */
export function renderFindings(findings: GitHubFindings): readonly string[] {
  const { sandbox, action } = findings;
  const lists = listFindings(findings);
  const total = lists.reduce((sum, [, lines]) => sum + lines.length, 0);
  return [
    '',
    "REST, against GitHub's OpenAPI description",
    row(
      'calls in the action’s list',
      `${findings.described.length} described by GitHub, ${findings.described.length - findings.unmade.length} of them made`,
    ),
    row('requests of the action', `${sum(action.calls())}, to ${action.calls().size} different calls`),
    row('calls asked of the sandbox', `${sandbox.calls().size} of the ${findings.answerable} that it answers`),
    row('answers checked', `${sum(sandbox.answers())}: ${byStatus(sandbox)}`),
    '',
    "GraphQL, against GitHub's schema",
    row('documents of the action', `${findings.documents}, asking for ${findings.fields} different fields`),
    row(
      'documents sent, whoever by',
      `${sandbox.documents().size} different ones, ${sandbox.graphqlAnswers()} answers`,
    ),
    '',
    ...lists.map(([name, lines]) => row(name, String(lines.length))),
    ...lists.flatMap(([name, lines]) => lines.map((line) => `✗ ${name}: ${line}`)),
    '',
    total === 0 ? '✓ no drift' : `✗ ${total} findings`,
  ];
}

/** Whether nothing was found. */
export function isClean(findings: GitHubFindings): boolean {
  return listFindings(findings).every(([, lines]) => lines.length === 0);
}

function listFindings(findings: GitHubFindings): readonly (readonly [string, readonly string[]])[] {
  return [
    ['unknown paths', [...findings.undescribed, ...findings.invented, ...findings.sandbox.unknown()]],
    ['violations', [...findings.sandbox.violations(), ...findings.documentProblems]],
    ['calls past the list', [...findings.unlisted, ...findings.stray]],
    ['listed and never made', findings.unmade],
    ['answered and never asked', findings.unvisited],
    ['not done', findings.problems],
  ];
}

function row(name: string, text: string): string {
  return `  ${name.padEnd(30)} ${text}`;
}

function byStatus(account: Account): string {
  const statuses = [...account.answers()].toSorted(([one], [other]) => one - other);
  return statuses.map(([status, count]) => `${count} × ${status}`).join(', ');
}

function sum(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
