import { checkGitHub } from './conformance/github.ts';
import { checkLoopctl } from './conformance/loopctl.ts';

const subjects: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  github: checkGitHub,
  loopctl: checkLoopctl,
};

const [name = '', ...args] = process.argv.slice(2);
const subject = subjects[name];
if (subject === undefined) {
  process.stderr.write(`npm run conformance -- ${Object.keys(subjects).join('|')}\n`);
  process.exitCode = 1;
} else {
  process.exitCode = (await subject(args)) ? 0 : 1;
}
