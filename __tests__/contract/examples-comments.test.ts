import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { describe, expect, it } from 'vitest';
import { inputNames, inputs } from '../../src/inputs/registry.ts';
import { type Job, readWorkflow } from './workflow-file.ts';

const workflow = await readWorkflow('examples/orchestrate-comments.yml');
const plan = (await readWorkflow('examples/orchestrate.yml')).jobs.get('plan');
const job = theJob();

function theJob(): Job {
  const [only, ...others] = workflow.jobs.values();
  if (only === undefined || others.length > 0) throw new Error('it has one job');
  return only;
}

interface Event {
  readonly event_name: 'issue_comment' | 'issues';
  readonly sender?: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly changes?: object;
  readonly app?: object | null;
  readonly variable?: string;
}

/** Whether GitHub would start the job, by its own expressions. */
function starts(event: Event): boolean {
  const { event_name, sender = 'User', body, labels = ['orchestrate'], changes, app = null, variable } = event;
  const payload = {
    sender: { type: sender },
    issue: { labels: labels.map((name) => ({ name })) },
    ...(body === undefined ? {} : { comment: { body, performed_via_github_app: app } }),
    ...(changes === undefined ? {} : { changes }),
  };
  const contexts = {
    vars: variable === undefined ? {} : { ORCHESTRATE: variable },
    github: { event_name, event: payload },
  };
  const condition = (job.if ?? '').replace(/^\$\{\{|\}\}$/g, '');
  const { tokens } = new Lexer(condition).lex();
  const expression = new Parser(tokens, Object.keys(contexts), []).parse();
  const context = JSON.parse(JSON.stringify(contexts), data.reviver);
  const result = new Evaluator(expression, context).evaluate();
  if (result.kind !== data.Kind.Boolean) throw new Error('the condition is no yes or no');
  return result.value;
}

describe('the job that follows what people write', () => {
  it.each<[when: string, starts: boolean, event: Event]>([
    ['a comment begins with a command', true, { event_name: 'issue_comment', body: '/orchestrate status' }],
    ['a later line does', true, { event_name: 'issue_comment', body: 'Well.\r\n/orchestrate retry' }],
    ['the text of the dashboard was changed', true, { event_name: 'issues', changes: { body: { from: '' } } }],
    ['a comment holds none', false, { event_name: 'issue_comment', body: 'I would /orchestrate it' }],
    ['a comment quotes one', false, { event_name: 'issue_comment', body: '> /orchestrate pause' }],
    ['a bot gives one', false, { event_name: 'issue_comment', body: '/orchestrate pause', sender: 'Bot' }],
    [
      'an App gives one in the name of a person',
      false,
      { event_name: 'issue_comment', body: '/orchestrate x', app: {} },
    ],
    [
      'it is on an issue of others',
      false,
      { event_name: 'issue_comment', body: '/orchestrate pause', labels: ['bug'] },
    ],
    ['we write the dashboard anew', false, { event_name: 'issues', changes: { body: { from: '' } }, sender: 'Bot' }],
    ['the title of the dashboard was changed', false, { event_name: 'issues', changes: { title: { from: '' } } }],
    ['an issue of others is edited', false, { event_name: 'issues', changes: { body: { from: '' } }, labels: [] }],
    ['the loop is off', false, { event_name: 'issue_comment', body: '/orchestrate resume', variable: 'off' }],
  ])('when %s: %j', (_when, expected, event) => {
    expect(starts(event)).toBe(expected);
  });

  it('is one at a time, and of those that wait none but the newest is needed: it reads the comments of all', () => {
    expect(job.concurrency).toEqual({ group: 'orchestrate-comments', 'cancel-in-progress': false });
  });

  it('acts as the App, in the environment that holds its key, and runs nothing of the repository', () => {
    expect({ environment: job.environment, permissions: job.permissions }).toEqual({
      environment: plan?.environment,
      permissions: {},
    });
    const [app, ours, ...more] = job.steps;
    expect(more.map(({ uses }) => uses?.split('@')[0])).toEqual(['actions/upload-artifact']);
    expect(app).toEqual(plan?.steps[0]);
    expect(ours?.uses).toMatch(/^orchestrate-action\/orchestrate@/);
    expect(ours?.with['token']).toBe(expression(`steps.${app?.id}.outputs.token`));
  });

  it('is given which comment it was, and nothing of its text', () => {
    const given = job.steps[1]?.with ?? {};
    expect(given).toMatchObject({ phase: 'command', comment: expression("github.event.comment.id || 'dashboard'") });
    const taken = inputNames.filter((name) => inputs[name].phases.some((phase) => phase === 'command'));
    expect(taken).toEqual(expect.arrayContaining(Object.keys(given)));
    expect(workflow.text.replace(/if: >-[\s\S]*?\}\}/, '')).not.toMatch(/event\.(comment\.body|issue\.(title|body))/);
  });
});

/** As it stands in the file. */
function expression(body: string): string {
  return `\${{ ${body} }}`;
}
