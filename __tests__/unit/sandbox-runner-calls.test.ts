import { describe, expect, test } from 'vitest';
import { statusFunctions } from '../../sandbox/runner/ancestors.ts';
import { findCallProblems } from '../../sandbox/runner/call-problems.ts';
import { DEFAULT_PERMISSIONS, resolvePermissions } from '../../sandbox/runner/permissions.ts';
import { planRerun } from '../../sandbox/runner/rerun.ts';
import { parseWorkflowFiles, type WorkflowFiles } from '../../sandbox/runner/workflow-file.ts';

const STEPS = 'runs-on: x, steps: [{ run: "true" }]';

async function problems(caller: string, called: string): Promise<readonly string[]> {
  const files = await parse({ 'caller.yml': caller, 'called.yml': called });
  return findCallProblems(definitionOf(files, 'caller.yml'), files, DEFAULT_PERMISSIONS);
}

function parse(texts: Readonly<Record<string, string>>): Promise<WorkflowFiles> {
  return parseWorkflowFiles(Object.entries(texts).map(([name, text]) => ({ path: `.github/workflows/${name}`, text })));
}

function definitionOf(files: WorkflowFiles, name: string) {
  const file = files.get(`.github/workflows/${name}`);
  if (file?.kind !== 'valid') throw new Error(JSON.stringify(file));
  return file.definition;
}

const caller = (job: string, top = '') =>
  `on: push\n${top}\njobs: { call: { uses: ./.github/workflows/called.yml${job === '' ? '' : `, ${job}`} } }`;
const called = (job: string, call = '{}', top = '') =>
  `on: { workflow_call: ${call} }\n${top}\njobs: { inner: { ${job}${STEPS} } }`;

describe('a call of a workflow', () => {
  test.each<[string, string, string, string | null]>([
    ['is fine within the default permissions', caller(''), called('permissions: { contents: read }, '), null],
    [
      'may not get more than the default',
      caller(''),
      called('permissions: { contents: write }, '),
      "requesting 'contents: write', but is only allowed 'contents: read'",
    ],
    [
      'may not get more than the calling job has',
      caller('permissions: { checks: read }', 'permissions: write-all'),
      called('', '{}', 'permissions: { checks: write }'),
      "requesting 'checks: write', but is only allowed 'checks: read'",
    ],
    [
      'takes what the calling job grants',
      caller('permissions: { contents: write, actions: read }'),
      called('permissions: { contents: write }, '),
      null,
    ],
    [
      'needs its inputs',
      caller(''),
      called('', '{ inputs: { id: { type: string, required: true } } }'),
      'Input id is required',
    ],
    ['knows its inputs', caller('with: { other: 1 }'), called(''), 'Invalid input, other is not defined'],
    ['needs its secrets', caller(''), called('', '{ secrets: { KEY: { required: true } } }'), 'Secret KEY is required'],
    ['inherits its secrets', caller('secrets: inherit'), called('', '{ secrets: { KEY: { required: true } } }'), null],
    [
      'needs a workflow that may be called',
      caller(''),
      `on: push\njobs: { inner: { ${STEPS} } }`,
      "no 'workflow_call' trigger",
    ],
    [
      'needs a workflow without mistakes',
      caller(''),
      'on: { workflow_call: {} }\njobs: { inner: { runs-on: x, stepz: [] } }',
      'stepz',
    ],
    [
      'does not go deeper than four levels',
      caller(''),
      'on: { workflow_call: {} }\njobs: { again: { uses: ./.github/workflows/called.yml } }',
      'deeper than 4 levels',
    ],
  ])('%s', async (_title, callerText, calledText, expected) => {
    const found = await problems(callerText, calledText);
    if (expected === null) expect(found).toEqual([]);
    else expect(found.join('\n')).toContain(expected);
  });

  test('needs a file', async () => {
    const files = await parse({ 'caller.yml': caller('') });
    expect(findCallProblems(definitionOf(files, 'caller.yml'), files, {})[0]).toContain('workflow was not found');
  });
});

describe('the status functions of a job', () => {
  const result = (name: 'success' | 'failure' | 'cancelled' | 'skipped') => ({ result: name, outputs: {} });
  const stopped = AbortSignal.abort();
  const running = new AbortController().signal;

  test.each([
    ['after successes', { a: result('success'), b: result('success') }, running, [true, false, false]],
    ['after a failure', { a: result('success'), b: result('failure') }, running, [false, true, false]],
    ['after a skipped job', { a: result('skipped') }, running, [false, false, false]],
    ['after a cancelled job', { a: result('cancelled') }, running, [false, false, false]],
    ['in a cancelled run', { a: result('failure') }, stopped, [false, false, true]],
    ['without any job before', {}, running, [true, false, false]],
  ])('%s', (_title, ancestors, signal, expected) => {
    const functions = statusFunctions(ancestors, signal);
    expect(['success', 'failure', 'cancelled'].map((name) => functions[name]?.())).toEqual(expected);
    expect(functions['always']?.()).toBe(true);
  });

  test('may be asked about some jobs by name', () => {
    const functions = statusFunctions({ a: result('success'), b: result('failure') }, running);
    expect([functions['success']?.('a'), functions['failure']?.('a'), functions['failure']?.('b')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('permissions', () => {
  test('of a job replace those of its workflow', () => {
    expect(resolvePermissions([{ checks: 'write' }, { contents: 'write' }], {})).toEqual({
      checks: 'write',
      metadata: 'read',
    });
  });

  test('named nowhere are the fallback', () => {
    expect(resolvePermissions([undefined, undefined], { contents: 'read' })).toEqual({ contents: 'read' });
  });
});

describe('a re-run', () => {
  const ROOT = `
on: push
jobs:
  plan: { ${STEPS} }
  other: { ${STEPS} }
  assignment: { needs: plan, uses: ./.github/workflows/leg.yml }
  finish: { needs: assignment, ${STEPS} }
  last: { needs: finish, ${STEPS} }
`;
  const LEG = `
on: { workflow_call: {} }
jobs:
  agent: { ${STEPS} }
  settle: { needs: agent, ${STEPS} }
`;

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'of a leg repeats what needs it on every level',
      ['assignment#1/agent'],
      ['assignment#1/agent', 'assignment#1/settle', 'finish', 'last'],
    ],
    ['of the last job repeats only that', ['last'], ['last']],
    [
      'of the first repeats all legs',
      ['plan'],
      [
        'plan',
        'assignment#0/agent',
        'assignment#0/settle',
        'assignment#1/agent',
        'assignment#1/settle',
        'finish',
        'last',
      ],
    ],
    ['of nothing repeats nothing', [], []],
  ])('%s', async (_title, chosen, expected) => {
    const files = await parse({ 'root.yml': ROOT, 'leg.yml': LEG });
    const isFresh = planRerun(definitionOf(files, 'root.yml'), files, chosen);
    const legs = ['0', '1'].flatMap((leg) => [`assignment#${leg}/agent`, `assignment#${leg}/settle`]);
    expect(['plan', 'other', ...legs, 'finish', 'last'].filter(isFresh)).toEqual(expected);
  });
});
