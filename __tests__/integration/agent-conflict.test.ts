import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packBase } from '../../src/git/base-bundle.ts';
import { quarantine } from '../../src/git/quarantine.ts';
import { type AgentWorld, makeAgentWorld } from './agent-world.ts';

let world: AgentWorld;
let upstream: string;
beforeEach(() => {
  world = makeAgentWorld();
  upstream = join(world.folder, 'upstream');
  world.git(['clone', '--quiet', world.workspace, upstream], world.folder);
  world.git(['checkout', '--quiet', '-B', 'main', world.start], upstream);
});
afterEach(() => {
  world.dispose();
});

/** Commits a file upstream, on the branch that is checked out there. */
function commit(path: string, text: string): string {
  world.write(`upstream/${path}`, text);
  world.git(['add', '--all'], upstream);
  world.git(['commit', '--quiet', `--message=${path}`], upstream);
  return world.git(['rev-parse', 'HEAD'], upstream);
}

/** A branch and a base that both changed `a.txt`, each in so many commits; the branch is checked out with some history. */
function conflict(commits: number, depth: number): { readonly head: string; readonly base: string } {
  world.git(['checkout', '--quiet', '-b', 'orchestrate/1.1'], upstream);
  let head = '';
  for (let nth = 1; nth <= commits; nth += 1) head = commit('a.txt', `ours ${nth}\n`);
  world.git(['checkout', '--quiet', 'main'], upstream);
  commit('more.txt', 'more\n');
  const base = commit('a.txt', 'theirs\n');
  const shallow = ['--depth', String(depth), '--branch=orchestrate/1.1', `file://${upstream}`, 'shallow'];
  world.git(['clone', '--quiet', ...shallow], world.folder);
  world.git(['checkout', '--quiet', '--detach', head], join(world.folder, 'shallow'));
  return { head, base };
}

async function encode(base: string, start: string): Promise<string | null> {
  const bundle = await packBase(join(upstream, '.git'), { base, start });
  return bundle === null ? null : Buffer.from(bundle).toString('base64');
}

/** An agent that merges a commit and takes both sides. */
function merging(base: string): string {
  return [
    'restate();',
    `try { sh('git merge ${base}'); } catch { fs.writeFileSync('a.txt', 'both\\n'); sh('git commit -qam "Merge the base"'); }`,
    "result({ summary: 'merged' });",
  ].join('\n');
}

describe('a branch in conflict with its base', () => {
  it('is merged by an agent in a shallow checkout that can fetch nothing', async () => {
    const { head, base } = conflict(2, 3);
    const author = { command: world.agent(merging(base)), timeoutMinutes: 1, outputLimitKb: 100 };
    const assignment = world.implement({ startSha: head, base: { branch: 'main', sha: base } });
    const change = { workspace: join(world.folder, 'shallow'), base: await encode(base, head) };
    const { outcome, outcomeDirectory } = await world.run(assignment, { author }, change);
    expect(outcome).toMatchObject({ kind: 'completed', detail: 'merged' });
    const judged = await quarantine({
      repository: join(upstream, '.git'),
      bundle: join(outcomeDirectory, 'work.bundle'),
      head: outcome.head ?? '',
      startSha: head,
      baseSha: base,
      deliverables: [],
      protectedPaths: [],
    });
    expect(judged).toMatchObject({
      kind: 'work',
      work: { descends: true, diffBase: base, changedPaths: ['a.txt'], refusals: [] },
    });
  });

  it('cannot be merged where its history is cut off behind the checkout, and the outcome says what to do', async () => {
    const { head, base } = conflict(4, 2);
    const author = { command: world.agent(merging(base)), timeoutMinutes: 1, outputLimitKb: 100 };
    const change = { workspace: join(world.folder, 'shallow'), base: await encode(base, head) };
    const feedback = [{ kind: 'conflict' as const, summary: 'in conflict', items: [], headSha: head }];
    const { outcome } = await world.run(world.implement({ startSha: head, feedback }), { author }, change);
    expect(outcome).toMatchObject({ kind: 'crashed', detail: expect.stringContaining('raise `fetch-depth`') });
  });

  it('is left as it is where only CI was red, and its history is cut off', async () => {
    const { head, base } = conflict(4, 2);
    const script =
      "restate();\nfs.writeFileSync('b.txt', 'mended');\nsh('git add b.txt && git commit -qm b');\nresult({ summary: 'mended' });";
    const author = { command: world.agent(script), timeoutMinutes: 1, outputLimitKb: 100 };
    const feedback = [{ kind: 'ci_red' as const, summary: 'CI failed', items: [], headSha: head }];
    const assignment = { ...world.implement({ startSha: head }), role: 'fix' as const, feedback };
    const change = { workspace: join(world.folder, 'shallow'), base: await encode(base, head) };
    const { outcome } = await world.run(assignment, { author }, change);
    expect(outcome).toMatchObject({ kind: 'completed', detail: 'mended' });
  });

  it('brings nothing along where the base is in it already', async () => {
    const { head } = conflict(1, 2);
    expect(await encode(world.start, head)).toBeNull();
  });
});
