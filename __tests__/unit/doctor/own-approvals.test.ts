import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLoopFiles } from '../../../sandbox/demo/loop-files.ts';
import type { BranchRule } from '../../../src/core/repository-settings.ts';
import { checkApprovals } from '../../../src/doctor/checks/approvals.ts';
import type { DoctorFacts } from '../../../src/doctor/facts.ts';
import { parseWorkflow } from '../../../src/doctor/workflow/parse-workflow.ts';
import { config, healthyFacts, protection, seen, unseen } from '../../builders/doctor-facts.ts';

const root = join(import.meta.dirname, '../../..');
const set = await readLoopFiles(root, { token: 'app', approver: 'actions' });
const asIs = await readLoopFiles(root, { token: 'app' });
const byJob = await readLoopFiles(root, { token: 'job', approver: 'actions' });

function workflowsOf(files: Readonly<Record<string, string>>): Pick<DoctorFacts, 'workflows'> {
  return { workflows: Object.entries(files).map(([path, text]) => parseWorkflow(path, text)) };
}

function asking(change: Partial<Extract<BranchRule, { type: 'pull_request' }>>): Pick<DoctorFacts, 'baseProtection'> {
  const rule = { type: 'pull_request', rulesetId: 1, approvals: 1, codeOwners: false, methods: null } as const;
  return { baseProtection: protection([{ ...rule, ...change }]) };
}

/** Everything that `approve: actions` takes is there, but for this. */
function findingsOf(change: Partial<DoctorFacts>): readonly string[] {
  const actions = { kind: 'config', config: { ...config, approve: 'actions' }, warnings: [] } as const;
  const facts = healthyFacts({ ...workflowsOf(set), ...asking({}), config: actions, ...change });
  return checkApprovals(facts).map(({ verdict, detail, remedy }) => `${verdict}: ${detail} ${remedy}`);
}

describe('unattended merging by verdicts that are approvals', () => {
  it('is possible where everything is there that it takes', () => {
    expect(findingsOf({})).toEqual([expect.stringMatching(/^pass: .*given by GitHub Actions/)]);
  });

  it('needs none of it where no rule asks for an approval', () => {
    const without = { ...asking({ approvals: 0 }), ...workflowsOf(asIs), actionsMayApprove: seen(false) };
    expect(findingsOf(without)).toEqual([expect.stringMatching(/^pass: .*no rule asks/)]);
  });

  it.each<[string, Partial<DoctorFacts>, readonly RegExp[]]>([
    [
      'the setting is off',
      { actionsMayApprove: seen(false) },
      [/^fail: .*does not allow.*Settings → Actions → General/],
    ],
    ['the setting cannot be seen', { actionsMayApprove: unseen() }, [/^cannot_tell: .*administrator/]],
    ['code owners have to approve', asking({ codeOwners: true }), [/^fail: .*what they own waits for a person/]],
    [
      'two approvals are asked for',
      asking({ approvals: 2 }),
      [/^fail: .*2 approvals, and GitHub Actions can give one/],
    ],
    [
      'the workflows are the examples as they are',
      workflowsOf(asIs),
      [
        /^fail: orchestrate.yml: plan is given no `approval-token`/,
        /^fail: orchestrate.yml: plan may not approve/,
        /^fail: .*settle is given no `approval-token`/,
        /^fail: .*settle may not approve/,
      ],
    ],
    [
      'there is no App',
      workflowsOf(byJob),
      [/^fail: .*plan opens pull requests as GitHub Actions/, /^fail: .*settle opens pull requests as GitHub Actions/],
    ],
  ])('is not, or may not be, where %s', (_, change, expected) => {
    expect(findingsOf(change)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });
});
