import { checkGitHub } from './conformance/github.ts';

const subjects: Readonly<Record<string, () => Promise<boolean>>> = { github: checkGitHub };

const subject = subjects[process.argv[2] ?? ''];
if (subject === undefined) {
  process.stderr.write(`npm run conformance -- ${Object.keys(subjects).join('|')}\n`);
  process.exitCode = 1;
} else {
  process.exitCode = (await subject()) ? 0 : 1;
}
