import type { Problem } from '../config/problem.ts';
import type { Environment } from './environment.ts';
import { given } from './given.ts';

/** What is wrong between the inputs of a step that follows people: one command, or the comment that it stands in. */
export function findCommandProblems(environment: Environment): readonly Problem[] {
  return given(environment, 'comment') === ''
    ? [...findActorProblem(environment), ...findIdle(environment)]
    : findSecondCommand(environment);
}

function findActorProblem(environment: Environment): readonly Problem[] {
  if (actorOf(environment) !== '') return [];
  const remedy = 'Give `actor` the login of the person whose command it is.';
  return [{ where: 'input actor', what: 'is empty, and the runner does not say who started the run', remedy }];
}

/** Of a run that was run again it is who did that: their permission counts, not that of who started it first. */
export function actorOf(environment: Environment): string {
  return given(environment, 'actor') || (environment['GITHUB_TRIGGERING_ACTOR'] ?? '');
}

/** A command edits what is remembered, and nothing else: the plan after it does what needs these. */
function findIdle(environment: Environment): readonly Problem[] {
  const what = 'must not be given with a command: that does nothing with it';
  const remedy = 'Remove it from this step; it belongs to plan and settle, and to where comments are followed.';
  return (['approval-token', 'webhook-url', 'record'] as const)
    .filter((name) => given(environment, name) !== '')
    .map((name) => ({ where: `input ${name}`, what, remedy }));
}

function findSecondCommand(environment: Environment): readonly Problem[] {
  const beside = (['command', 'story', 'actor'] as const).filter((name) => given(environment, name) !== '');
  if (beside.length === 0) return [];
  const remedy = 'Give one of them: whoever wrote the comment says in it what is wanted.';
  return [
    { where: 'input comment', what: `is given beside ${beside.map((name) => `\`${name}\``).join(', ')}`, remedy },
  ];
}
