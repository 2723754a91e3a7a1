import type { MergeMode } from '../../core/policy.ts';
import { demandsOf } from '../demands.ts';
import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, pass } from '../finding.ts';
import { type Asked, judgeOwnApprovals } from './own-approvals.ts';

/**
 * Whether unattended merging is possible at all, where the configuration wants it: nobody's approval is asked for, or
 * none that a passing verdict cannot be.
 */
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
  return modes.flatMap((mode) => judge(mode, { approvals, codeOwners }, facts));
}

function judge(mode: MergeMode, asked: Asked, facts: DoctorFacts): readonly Outcome[] {
  switch (mode) {
    case 'never':
      return [pass('`never`: merging is left to people')];
    case 'approve':
      return [pass('`approve`: each merge waits for a person who may write, and is told so')];
    case 'auto':
      return judgeUnattended(asked, facts);
  }
}

function judgeUnattended(asked: Asked, facts: DoctorFacts): readonly Outcome[] {
  const { approvals, codeOwners } = asked;
  if (approvals === 0 && !codeOwners) return [pass('`auto`: no rule asks for an approval')];
  if (facts.config.kind === 'config' && facts.config.config.approve === 'actions')
    return judgeOwnApprovals(asked, facts);
  const whose = codeOwners ? 'code owners have to approve' : `the rules ask for ${count(approvals)}`;
  return [
    fail(
      `\`auto\`: ${whose}, and an App's own approval does not count, so that every merge waits for people`,
      `Require no approvals on ${facts.base}, or say \`approve: actions\`, which lets a verdict be one; or \`merge.mode: approve\`, if a person is to have a say in each.`,
    ),
  ];
}

function count(approvals: number): string {
  return approvals === 1 ? 'one approval' : `${approvals} approvals`;
}
