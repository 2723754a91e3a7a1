import type { Problem } from '../config/problem.ts';
import { keyVariables, type LoopctlServer } from '../loopctl/http/server.ts';
import type { Environment } from './environment.ts';
import type { Phase } from './registry.ts';

const trusted: readonly Phase[] = ['plan', 'settle', 'command', 'doctor'];
const variables = Object.values(keyVariables);

/** The loopctl server with its keys, which come as variables and not as inputs; null for the embedded store. */
export function readServer(url: string, environment: Environment): LoopctlServer | null {
  if (url === '') return null;
  const key = (variable: string): string => keyOf(environment, variable);
  return {
    url,
    keys: {
      implementer: key(keyVariables.implementer),
      reviewer: key(keyVariables.reviewer),
      orchestrator: key(keyVariables.orchestrator),
    },
  };
}

/** What is wrong with the keys: missing beside an address, without one, two the same, or where nobody may hold them. */
export function findKeyProblems(url: string, environment: Environment, phase: Phase): readonly Problem[] {
  const given = variables.filter((variable) => keyOf(environment, variable) !== '');
  if (phase === 'agent') return given.map(heldByAgent);
  if (!trusted.includes(phase)) return [];
  if (url === '') return given.map(withoutAddress);
  const missing = variables.filter((variable) => !given.includes(variable));
  if (missing.length > 0) return missing.map(missingKey);
  return [
    ...variables.filter((variable) => !isKey(keyOf(environment, variable))).map(brokenKey),
    ...findTwins(environment),
  ];
}

/** The keys that are there at all, to be masked whatever else is wrong. */
export function keysIn(environment: Environment): readonly string[] {
  return variables.map((variable) => keyOf(environment, variable)).filter((key) => key !== '');
}

function heldByAgent(variable: string): Problem {
  return {
    where: `variable ${variable}`,
    what: 'must not be given to phase agent: what runs there is not trusted',
    remedy: 'Set it for the steps of the trusted jobs only.',
  };
}

function withoutAddress(variable: string): Problem {
  return {
    where: `variable ${variable}`,
    what: 'is given, and `loopctl-url` is empty',
    remedy: 'Give `loopctl-url` the address of the server, or remove the key: the embedded store needs none.',
  };
}

function missingKey(variable: string): Problem {
  return {
    where: `variable ${variable}`,
    what: 'is missing, and `loopctl-url` needs it',
    remedy: `Set it under \`env:\` of the step, from a secret of the environment: \`${variable}: \${{ secrets.${variable} }}\`.`,
  };
}

/** Whatever cannot stand in a header would come back in the error that says so. */
function isKey(key: string): boolean {
  return /^[\w-]+$/.test(key);
}

function brokenKey(variable: string): Problem {
  return {
    where: `variable ${variable}`,
    what: 'is no key: it holds more than letters, digits, `_` and `-`',
    remedy: 'Store the key again, as loopctl gave it: `lc_` and 40 characters.',
  };
}

function findTwins(environment: Environment): readonly Problem[] {
  const isTwin = (variable: string, index: number): boolean =>
    variables.slice(0, index).some((other) => keyOf(environment, other) === keyOf(environment, variable));
  return variables.filter(isTwin).map((variable) => ({
    where: `variable ${variable}`,
    what: 'is the same key as another one',
    remedy: 'Give implementer, reviewer and orchestrator a key of their own, each with an agent of its own.',
  }));
}

function keyOf(environment: Environment, variable: string): string {
  return (environment[variable] ?? '').trim();
}
