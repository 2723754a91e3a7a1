// An agent that restates, writes a file of its own and passes what it reviews; story 1.4 takes it to a protected path,
// and whether story 1.2 is done only a person can tell.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const { ORCHESTRATE_TASK: task, ORCHESTRATE_RESULT_FILE: resultFile } = process.env;
const [, story] = /Story (\d\.\d)/.exec(readFileSync(0, 'utf8')) ?? [];

function finish(result) {
  writeFileSync(resultFile, JSON.stringify(result));
}

function review() {
  const isForPeople = story === '1.2';
  const told = { acs_verified: isForPeople ? [] : ['AC-1'], acs_human: isForPeople ? ['AC-1'] : [] };
  finish({ result: 'pass', summary: `Story ${story} is good.`, findings: [], acs_failed: [], ...told });
}

function write() {
  const folder = story === '1.4' ? 'locked' : 'src';
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${randomUUID()}.js`, 'export const done = true;\n');
  execFileSync('git', ['add', '--all']);
  execFileSync('git', ['commit', '--quiet', `--message=Do story ${story} (${randomUUID()})`]);
  finish({ summary: 'There is a file now.' });
}

switch (task) {
  case 'restate':
    finish({
      understood: true,
      summary: 'A file that says so.',
      criteria: [{ id: 'AC-1', restated: 'There shall be a file.', deliverables: [] }],
      questions: [],
    });
    break;
  case 'review':
    review();
    break;
  default:
    write();
}
