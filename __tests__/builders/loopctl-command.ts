import type { LoopctlServer } from '../../src/loopctl/http/server.ts';
import { runLoopctl } from '../../src/loopctl-cli/run-loopctl.ts';

const criteria = [{ id: 'AC-1', description: 'it is there' }];

/** Two stories, the second after the first. */
export const backlog = {
  epics: [
    {
      number: 1,
      title: 'Base',
      stories: [
        { number: '1.1', title: 'Set up', acceptance_criteria: criteria },
        { number: '1.2', title: 'Parse', acceptance_criteria: criteria },
      ],
    },
  ],
  story_dependencies: [{ story: '1.2', depends_on: '1.1' }],
};

export interface CommandEnd {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

export interface CommandPlace {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly directory?: string;
  readonly home?: string;
  readonly input?: string;
}

/** Runs a `loopctl` command in this process, as somebody who has nothing but what is given here. */
export async function runCommand(words: readonly string[], place: CommandPlace = {}): Promise<CommandEnd> {
  const [out, err]: [string[], string[]] = [[], []];
  const exitCode = await runLoopctl(words, {
    directory: place.directory ?? '/nowhere',
    home: place.home ?? '/nowhere',
    environment: place.environment ?? {},
    readInput: () => Promise.resolve(place.input ?? ''),
    write: (text) => out.push(text),
    say: (line) => err.push(`${line}\n`),
    now: () => new Date(),
    untilInterrupted: () => AbortSignal.abort(),
  });
  return { exitCode, out: out.join(''), err: err.join('') };
}

/** The environment of somebody who has the three keys of a server. */
export function withKeys({ url, keys }: LoopctlServer): Readonly<Record<string, string>> {
  return {
    LOOPCTL_SERVER: url,
    LOOPCTL_AGENT_KEY: keys.implementer,
    LOOPCTL_REVIEWER_KEY: keys.reviewer,
    LOOPCTL_ORCH_KEY: keys.orchestrator,
  };
}
