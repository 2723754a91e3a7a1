import { demandsOf } from '../demands.ts';
import type { ConfigFacts, DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, pass } from '../finding.ts';

/** The approvals that the rules ask for can come from where the configuration expects them. */
export function checkApprovals(facts: DoctorFacts): readonly Outcome[] {
  const { config, baseProtection, base } = facts;
  if (config.kind !== 'config') {
    return [cannotTell('how far merging may go stands in the configuration', 'Mend the configuration first.')];
  }
  if (baseProtection.kind === 'unseen') {
    return [cannotTell(`the rules of ${base}: ${baseProtection.because}`, baseProtection.remedy)];
  }
  const { approvals, codeOwners } = demandsOf(baseProtection.value);
  const { classic } = baseProtection.value;
  const modes = [...new Set(config.config.mergeModes)];
  if (classic.kind === 'unseen' && approvals === 0 && !codeOwners) {
    return [cannotTell('whether the classic protection asks for approvals', classic.remedy)];
  }
  return modes.map((mode) => judge(mode, { approvals, codeOwners }, config.config, facts));
}

interface Asked {
  readonly approvals: number;
  readonly codeOwners: boolean;
}

function judge(mode: 'auto' | 'approve' | 'never', asked: Asked, config: ConfigFacts, facts: DoctorFacts): Outcome {
  switch (mode) {
    case 'never':
      return pass('merging is left to people (`merge.mode: never`)');
    case 'approve':
      return asked.approvals > 0
        ? pass(`each merge waits for ${count(asked.approvals)}, as \`merge.mode: approve\` wants it`)
        : fail(
            '`merge.mode: approve` waits for an approval, and no rule asks for one, so that GitHub never tells of it',
            `Require an approval in a ruleset on ${facts.base}.`,
          );
    case 'auto':
      return judgeUnattended(asked, config, facts);
  }
}

function judgeUnattended({ approvals, codeOwners }: Asked, config: ConfigFacts, facts: DoctorFacts): Outcome {
  if (approvals === 0 && !codeOwners) return pass('unattended merging is possible: no rule asks for an approval');
  const lower = `Require no approvals on ${facts.base}, or say \`merge.mode: approve\`, if a person is to have a say in each.`;
  if (codeOwners) return fail('code owners have to approve, and no code owner is a machine', lower);
  if (!config.approvesByActions) {
    return fail(
      `the rules ask for ${count(approvals)}, and an App's own does not count: each merge waits for people`,
      lower,
    );
  }
  if (approvals > 1) return fail(`the rules ask for ${count(approvals)}, and GitHub Actions can give one`, lower);
  const { workflowSettings } = facts;
  if (workflowSettings.kind === 'unseen') {
    return cannotTell('whether GitHub Actions may approve pull requests', workflowSettings.remedy);
  }
  return workflowSettings.value.mayApprove
    ? pass('the one approval that the rules ask for is given by GitHub Actions')
    : fail(
        'the approval is to come from GitHub Actions, which may give none here',
        'Settings → Actions → General → Workflow permissions: allow GitHub Actions to create and approve pull requests.',
      );
}

function count(approvals: number): string {
  return approvals === 1 ? 'one approval' : `${approvals} approvals`;
}
