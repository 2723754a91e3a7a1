import type { Applied } from '../core/applied.ts';
import type { Accept, AcceptRepair } from '../core/decision.ts';
import type { Instant } from '../core/instant.ts';
import { refuseEmpty } from '../core/refuse-empty.ts';
import { branchRef } from '../git/push.ts';
import { type EnsuredPullRequest, ensurePullRequest } from '../github/ensure-pull-request.ts';
import { ownLabel } from '../render/labels.ts';
import { pushHead } from './push-head.ts';
import type { LeasedPass } from './under-lease.ts';

export type Proposal =
  | { readonly kind: 'proposed'; readonly pullRequest: EnsuredPullRequest; readonly at: Instant }
  /** GitHub would not, and what is to be remembered of it. */
  | { readonly kind: 'not_proposed'; readonly applied: Applied };

/** Pushes judged work to its branch with a lease, and opens its pull request once. */
export async function propose(
  decision: Accept | AcceptRepair,
  text: { readonly title: string; readonly body: string },
  pass: LeasedPass,
): Promise<Proposal> {
  const { head, branch, expected } = decision;
  const refused = await pushHead({ head: head.sha, ref: branchRef(branch), expected }, pass);
  if (refused !== null) return { kind: 'not_proposed', applied: refused };
  const wanted = { head: branch, base: pass.settings.base, ...text, labels: [ownLabel] };
  const pullRequest = await ensurePullRequest(pass.github, wanted);
  return pullRequest === null
    ? { kind: 'not_proposed', applied: { instead: refuseEmpty(decision) } }
    : { kind: 'proposed', pullRequest, at: pass.github.clock() ?? pass.now() };
}
