import { describe, expect, test } from 'vitest';
import type { Trigger } from '../../sandbox/actions-host.ts';
import { matchesPatterns } from '../../sandbox/runner/glob-pattern.ts';
import { isTriggered } from '../../sandbox/runner/trigger-filter.ts';
import { parseWorkflowFiles } from '../../sandbox/runner/workflow-file.ts';

const JOBS = 'jobs: { a: { runs-on: x, steps: [{ run: "true" }] } }';

function trigger(change: Partial<Trigger> & Pick<Trigger, 'event'>): Trigger {
  return {
    ref: 'refs/heads/main',
    sha: 'a'.repeat(40),
    headSha: 'a'.repeat(40),
    headBranch: 'main',
    actor: 'alice',
    payload: {},
    ...change,
  };
}

const push = (branch: string, payload: Trigger['payload'] = {}) =>
  trigger({ event: 'push', ref: `refs/heads/${branch}`, payload });
const pull = (action: string, base = 'main') =>
  trigger({ event: 'pull_request', action, payload: { pull_request: { base: { ref: base } } } });
const finished = (name: string, action = 'completed') =>
  trigger({ event: 'workflow_run', action, headBranch: 'topic', payload: { workflow_run: { name } } });

describe('a workflow', () => {
  test.each<[string, string, Trigger, boolean]>([
    ['listens to an event by name', 'on: push', push('any'), true],
    ['listens to a list of events', 'on: [push, schedule]', trigger({ event: 'schedule' }), true],
    ['does not hear other events', 'on: push', pull('opened'), false],
    ['takes the branches it names', 'on: { push: { branches: [main, "release/**"] } }', push('release/a/b'), true],
    ['leaves the other branches', 'on: { push: { branches: [main] } }', push('topic'), false],
    [
      'leaves the branches it ignores',
      'on: { push: { branches-ignore: ["orchestrate/*"] } }',
      push('orchestrate/7'),
      false,
    ],
    ['takes back what it excludes', 'on: { push: { branches: ["**", "!wip/**"] } }', push('wip/x'), false],
    ['hears no branch when it asks for tags', 'on: { push: { tags: ["v*"] } }', push('main'), false],
    [
      'hears a tag it asks for',
      'on: { push: { tags: ["v*"] } }',
      trigger({ event: 'push', ref: 'refs/tags/v1' }),
      true,
    ],
    [
      'hears no tag when it asks for branches',
      'on: { push: { branches: [main] } }',
      trigger({ event: 'push', ref: 'refs/tags/v1' }),
      false,
    ],
    [
      'takes the paths it names',
      'on: { push: { paths: ["src/**"] } }',
      push('main', { commits: [{ modified: ['src/a/b.ts'] }] }),
      true,
    ],
    [
      'leaves other paths',
      'on: { push: { paths: ["src/**"] } }',
      push('main', { commits: [{ added: ['docs/a.md'] }] }),
      false,
    ],
    [
      'leaves a push of ignored paths only',
      'on: { push: { paths-ignore: ["**.md"] } }',
      push('main', { commits: [{ added: ['a.md'] }] }),
      false,
    ],
    ['obeys [skip ci]', 'on: push', push('main', { head_commit: { message: 'x [skip ci]' } }), false],
    ['hears an opened pull request', 'on: pull_request', pull('opened'), true],
    ['hears a pushed pull request', 'on: pull_request', pull('synchronize'), true],
    ['does not hear a closed pull request unasked', 'on: pull_request', pull('closed'), false],
    ['hears the types it asks for', 'on: { pull_request: { types: [closed] } }', pull('closed'), true],
    ['filters pull requests by base', 'on: { pull_request: { branches: [main] } }', pull('opened', 'next'), false],
    [
      'hears the end of a workflow it names',
      'on: { workflow_run: { workflows: [CI], types: [completed] } }',
      finished('CI'),
      true,
    ],
    ['does not hear other workflows', 'on: { workflow_run: { workflows: [CI] } }', finished('Docs'), false],
    [
      'does not hear other types',
      'on: { workflow_run: { workflows: [CI], types: [completed] } }',
      finished('CI', 'requested'),
      false,
    ],
    [
      'filters workflow runs by their branch',
      'on: { workflow_run: { workflows: [CI], branches: [main] } }',
      finished('CI'),
      false,
    ],
    [
      'hears comments of the asked type',
      'on: { issue_comment: { types: [created] } }',
      trigger({ event: 'issue_comment', action: 'edited' }),
      false,
    ],
    [
      'hears a dispatch of its own file',
      'on: workflow_dispatch',
      trigger({ event: 'workflow_dispatch', workflowPath: 'w.yml' }),
      true,
    ],
    [
      'does not hear a dispatch of another file',
      'on: workflow_dispatch',
      trigger({ event: 'workflow_dispatch', workflowPath: 'v.yml' }),
      false,
    ],
    [
      'filters merge groups by their base',
      'on: { merge_group: { branches: [main] } }',
      trigger({ event: 'merge_group', payload: { merge_group: { base_ref: 'refs/heads/next' } } }),
      false,
    ],
    ['is reported on a push when it is broken', 'on: {', push('main'), true],
    ['is silent otherwise when it is broken', 'on: {', pull('opened'), false],
  ])('%s', async (_title, on, event, expected) => {
    const [file] = (await parseWorkflowFiles([{ path: 'w.yml', text: `${on}\n${JOBS}` }])).values();
    expect(file && isTriggered(file, event)).toBe(expected);
  });
});

describe('a filter pattern', () => {
  test.each([
    ['*', 'main', true],
    ['*', 'a/b', false],
    ['**', 'a/b', true],
    ['releases/**-alpha', 'releases/x/3-alpha', true],
    ['v[12].[0-9]+', 'v1.10', true],
    ['a.b', 'axb', false],
    ['**/x.md', 'x.md', true],
  ])('%s on %s: %j', (pattern, name, expected) => {
    expect(matchesPatterns([pattern], name)).toBe(expected);
  });
});
