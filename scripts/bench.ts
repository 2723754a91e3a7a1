import { benchCommand } from './bench/command.ts';
import { benchLoopctl } from './bench/loopctl.ts';
import { benchMinutes } from './bench/minutes.ts';
import { benchRequests } from './bench/requests.ts';

const subjects: Readonly<Record<string, () => Promise<boolean>>> = {
  requests: benchRequests,
  minutes: benchMinutes,
  loopctl: benchLoopctl,
  command: benchCommand,
};

const subject = subjects[process.argv[2] ?? ''];
if (subject === undefined) {
  process.stderr.write(`npm run bench -- ${Object.keys(subjects).join('|')}\n`);
  process.exitCode = 1;
} else {
  process.exitCode = (await subject()) ? 0 : 1;
}
