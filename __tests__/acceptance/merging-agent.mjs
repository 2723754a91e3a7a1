// An agent that writes what its story asks for, merges the base where it is told to, and keeps both sides.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const { ORCHESTRATE_TASK: task, ORCHESTRATE_RESULT_FILE: resultFile } = process.env;
const prompt = readFileSync(0, 'utf8');
const results = {
  restate: {
    understood: true,
    summary: 'A file that says so.',
    criteria: [{ id: 'AC-1', restated: 'There shall be a file.', deliverables: ['src/done.js'] }],
    questions: [],
  },
  review: { result: 'pass', summary: 'Good.', findings: [], acs_verified: ['AC-1'], acs_failed: [] },
};

if (task === 'implement') {
  writeFileSync('src/done.js', "export const by = ['agent'];\n");
  execFileSync('git', ['add', '--all']);
  execFileSync('git', ['commit', '--quiet', '--message=Say who did it']);
}
if (task === 'fix') {
  const [, base] = /git merge ([0-9a-f]{40})/.exec(prompt);
  const { status, stderr } = spawnSync('git', ['merge', base], { encoding: 'utf8' });
  if (status !== 1) throw new Error(`there was a conflict to resolve: ${status} ${stderr}`);
  writeFileSync('src/done.js', "export const by = ['agent', 'person'];\n");
  execFileSync('git', ['commit', '--quiet', '--all', '--message=Merge the base']);
}
writeFileSync(resultFile, JSON.stringify(results[task] ?? { summary: 'Done.' }));
