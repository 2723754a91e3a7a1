import { startGitHub } from '../../sandbox/github/start.ts';

// A GitHub that changes without pause, several things at once, until somebody kills it.
const github = await startGitHub({
  directory: process.argv[2] ?? '',
  owner: 'acme',
  repo: 'lib',
  defaultBranch: 'main',
});
const { world, host } = github;
const life = `${Date.now()}`;
world.createUser('ann', 'admin');
if (!world.branches().has('main'))
  await world.pushAs('ann', { branch: 'main', files: { 'README.md': 'hello\n' }, message: 'first' });
host.onTrigger((trigger) => {
  const run = host.createRun({ workflowPath: '.github/workflows/ci.yml', workflowName: 'CI', runName: 'CI', trigger });
  host.updateJob(host.createJob({ runId: run.id, name: 'test' }).id, { status: 'completed', conclusion: 'success' });
  if (trigger.event !== 'workflow_run') host.updateRun(run.id, { status: 'completed', conclusion: 'success' });
});

async function work(line: number): Promise<void> {
  for (let round = 0; ; round += 1) {
    const branch = `${life}-${line}-${round}`;
    await world.pushAs('ann', { branch, onto: 'main', files: { [`${branch}.txt`]: 'x\n' }, message: branch });
    const number = await world.openPullAs('ann', { head: branch, base: 'main', title: branch });
    world.commentAs('ann', number, 'going in');
    await world.mergeAs('ann', number, round % 2 === 0 ? 'merge' : 'squash');
    process.stdout.write('merged\n');
  }
}

await Promise.all([work(1), work(2)]);
