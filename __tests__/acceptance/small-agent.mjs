// An agent as small as can be: restates, then writes and commits one file; as a reviewer it passes everything.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const { ORCHESTRATE_TASK: task, ORCHESTRATE_RESULT_FILE: resultFile } = process.env;
// Two of them at work beside each other each have a file of their own, where that is wanted.
const isOwnFile = process.argv[2] === 'own-file';
readFileSync(0);

function finish(result) {
  writeFileSync(resultFile, JSON.stringify(result));
}

switch (task) {
  case 'restate':
    finish({
      understood: true,
      summary: 'A file that says so.',
      criteria: [{ id: 'AC-1', restated: 'There shall be a file.', deliverables: isOwnFile ? [] : ['src/done.js'] }],
      questions: [],
    });
    break;
  case 'review':
    finish({ result: 'pass', summary: 'Good.', findings: [], acs_verified: ['AC-1'], acs_failed: [] });
    break;
  default:
    writeFileSync(isOwnFile ? `src/${randomUUID()}.js` : 'src/done.js', 'export const done = true;\n');
    execFileSync('git', ['add', '--all']);
    // Two agents that commit the same in the same second would make one commit, and the one merged would be the other.
    execFileSync('git', ['commit', '--quiet', `--message=Say that it is done (${randomUUID()})`]);
    finish({ summary: 'There is a file now.' });
}
