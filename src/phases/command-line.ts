import { usage } from '../doctor/command-line.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import type { Environment } from '../inputs/environment.ts';
import { explainFailure } from './explain-failure.ts';

/** What somebody runs on a machine of their own; tells the exit code. */
export async function runCommandLine(
  [command, ...args]: readonly string[],
  environment: Environment,
  say: (line: string) => void,
): Promise<number> {
  if (command !== 'doctor' || args.includes('--help')) {
    say(usage);
    return command === 'doctor' || command === '--help' ? 0 : 1;
  }
  try {
    return (await runDoctor(args, { directory: process.cwd(), environment, say })) === 0 ? 0 : 1;
  } catch (error) {
    const explanation = explainFailure(error);
    if (explanation === null) throw error;
    say(`${explanation.message}\nWhat to do: ${explanation.remedy}`);
    return 1;
  }
}
