import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { openEmbeddedLoopctl } from '../../src/loopctl/embedded/open.ts';
import { aLedger } from '../builders/ledger.ts';
import { createGitWorld } from './git-world.ts';

const folder = fileURLToPath(new URL('../../report', import.meta.url));

const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  runs: z.object({
    using: z.literal('composite'),
    steps: z.array(
      z.object({
        uses: z.string().optional(),
        run: z.string().optional(),
        env: z.record(z.string(), z.string()).default({}),
      }),
    ),
  }),
});

const text = await readFile(join(folder, 'action.yml'), 'utf8');
const { inputs, runs } = actionSchema.parse(parse(text));
const steps = runs.steps.filter(({ run }) => run !== undefined);

it('is where the example workflow looks for it', async () => {
  const example = await readFile(join(folder, '../examples/orchestrate-report.yml'), 'utf8');
  expect(example).toContain('uses: orchestrate-action/orchestrate/report@v0');
  expect(example).toContain(`path: ${inputs['out']?.default}`);
});

it('installs by the lock file, runs no script of a package, and puts no expression into a shell', () => {
  expect(steps[0]?.run).toMatch(/^npm ci --ignore-scripts /);
  for (const { run } of steps) expect(run).not.toContain('${{');
  for (const line of text.match(/uses: .*/g) ?? []) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

it('hands on every input, and makes the page of the state branch', async () => {
  await using world = await createGitWorld();
  const author = { name: 'Orchestrate', email: 'orchestrate@example.org' };
  const place = { remoteUrl: world.url, branch: 'the-state', directory: world.folder('store'), author };
  const loopctl = await openEmbeddedLoopctl({ ...place, now: () => new Date() });
  const { id } = await loopctl.ensureProject({ name: 'House', slug: 'house' });
  await loopctl.saveState(id, 'main', aLedger(), 0);
  const out = world.folder('page.html');
  const given: Readonly<Record<string, string>> = {
    repository: world.gitDir,
    branch: 'the-state',
    project: 'house',
    out,
  };
  const [, make] = steps;
  expect(Object.values(make?.env ?? {})).toEqual(Object.keys(inputs).map((input) => `\${{ inputs.${input} }}`));
  const env = Object.entries(make?.env ?? {}).map(([name], index) => [name, given[Object.keys(inputs)[index] ?? '']]);
  await promisify(execFile)('bash', ['-e', '-c', make?.run ?? ''], {
    cwd: world.directory,
    env: {
      ...Object.fromEntries(env),
      GITHUB_ACTION_PATH: folder,
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
    },
  });
  expect(existsSync(out)).toBe(true);
  expect(await readFile(out, 'utf8')).toContain('<h1>House</h1>');
});
