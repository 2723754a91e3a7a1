import type { RequiredCheckFacts, Seen } from '../../core/repository-settings.ts';
import type { GitHub } from '../../github/client.ts';
import { look } from '../../github/look.ts';
import { readBranchProtection } from '../../github/read-branch-protection.ts';
import { demandsOf } from '../demands.ts';

/** The checks that the base requires, as far as the asker is shown its rules. */
export async function readRequiredChecks(
  github: Pick<GitHub, 'request'>,
  base: string,
): Promise<Seen<readonly RequiredCheckFacts[]>> {
  const remedy = 'Give the App permission to read the repository (metadata and contents).';
  const found = await look(remedy, () => readBranchProtection(github, base));
  return found.kind === 'seen' ? { kind: 'seen', value: demandsOf(found.value).checks } : found;
}
