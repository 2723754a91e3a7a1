import { delimiter } from 'node:path';

type Ambient = Readonly<Record<string, string | undefined>>;

export interface EnvironmentFacts {
  readonly ambient: Ambient;
  /** Names the configuration lets the agent inherit. */
  readonly names: readonly string[];
  /** A folder of programs that we lend it, before all that the machine has. */
  readonly tools: string;
  readonly home: string;
  readonly temporary: string;
}

const inherited = ['LANG', 'LC_ALL', 'TZ', 'USER', 'SHELL', 'SystemRoot'] as const;

const forbidden = /^(GITHUB|RUNNER|ACTIONS|INPUT|LOOPCTL)_/i;

/** Shorter values would blacken ordinary words of the log and hide nothing worth hiding. */
const shortestSecret = 8;

/** The whole environment of an agent: an allow-list, a home and temporary folder of its own, nothing of the runner. */
export function agentEnvironment(facts: EnvironmentFacts): Readonly<Record<string, string>> {
  return {
    ...pick(facts.ambient, inherited),
    ...pick(facts.ambient, listedNames(facts.names)),
    PATH: [facts.tools, facts.ambient['PATH'] ?? ''].filter((part) => part !== '').join(delimiter),
    HOME: facts.home,
    TMPDIR: facts.temporary,
    TERM: 'dumb',
    CI: 'true',
  };
}

/** The values passed on by name, which must not show up in a log. */
export function secretValues(facts: Pick<EnvironmentFacts, 'ambient' | 'names'>): readonly string[] {
  const values = Object.values(pick(facts.ambient, listedNames(facts.names)));
  return values.filter((value) => value.length >= shortestSecret).sort((left, right) => right.length - left.length);
}

function listedNames(names: readonly string[]): readonly string[] {
  return names.filter((name) => !forbidden.test(name));
}

function pick(ambient: Ambient, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = ambient[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
