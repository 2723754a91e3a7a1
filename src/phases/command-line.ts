import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from '../inputs/environment.ts';
import { explainFailure } from './explain-failure.ts';

/** What a command is given of the machine it runs on. */
interface Place {
  readonly environment: Environment;
  readonly say: (line: string) => void;
}

interface Command {
  /** Tells the exit code. */
  run(args: readonly string[], place: Place): Promise<number>;
  usage(): Promise<string>;
}

/** Every command by its name; none loads what only another one needs. */
const commands: Readonly<Partial<Record<string, Command>>> = {
  doctor: {
    usage: async () => (await import('../doctor/command-line.ts')).usage,
    run: async (args, place) => {
      const { runDoctor } = await import('../doctor/run-doctor.ts');
      return (await runDoctor(args, { ...place, directory: process.cwd() })) === 0 ? 0 : 1;
    },
  },
  init: {
    usage: async () => (await import('../init/command-line.ts')).initUsage,
    run: async (args, { environment, say }) => {
      const { runInit } = await import('../init/run-init.ts');
      return await runInit(args, { environment, say, directory: process.cwd(), root: ownRoot() });
    },
  },
};

/** What somebody runs on a machine of their own; tells the exit code. */
export async function runCommandLine(
  [name = '', ...args]: readonly string[],
  environment: Environment,
  say: (line: string) => void,
): Promise<number> {
  const command = commands[name];
  if (command === undefined) {
    for (const { usage } of Object.values(commands).flatMap((one) => one ?? [])) say(await usage());
    return name === '--help' ? 0 : 1;
  }
  if (args.includes('--help')) {
    say(await command.usage());
    return 0;
  }
  try {
    return await command.run(args, { environment, say });
  } catch (error) {
    const explanation = explainFailure(error);
    if (explanation === null) throw error;
    say(`${explanation.message}\nWhat to do: ${explanation.remedy}`);
    return 1;
  }
}

/** This project's folder: its program lies one folder down, and may be run by a link to it. */
function ownRoot(): string {
  return join(dirname(realpathSync(process.argv[1] ?? '.')), '..');
}
