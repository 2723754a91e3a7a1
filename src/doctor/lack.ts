import type { BranchProtection } from '../core/repository-settings.ts';
import { cannotTell, fail, type Outcome } from './finding.ts';

/** What is to be said of a rule that is not there: classic protection, where it cannot be seen, may have it. */
export function lackOf({ classic }: BranchProtection): (detail: string, remedy: string) => Outcome {
  return (detail, remedy) =>
    classic.kind === 'unseen'
      ? cannotTell(`${detail} among the rules that can be seen`, classic.remedy)
      : fail(detail, remedy);
}
