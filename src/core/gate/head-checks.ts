import { type CheckVerdict, judgeChecks } from '../checks.ts';
import { findUnstarted, holdOfRefused } from '../degraded.ts';
import { addMinutes } from '../instant.ts';
import type { AcceptedHead } from '../ledger.ts';
import type { Hold } from '../reasons.ts';
import type { Context } from '../view.ts';
import type { GateFacts } from './clause.ts';

/** Every required check of the head with success, every other one green. */
export function judgeHeadChecks({ view, pullRequest, context }: GateFacts): Hold | null {
  const { world, policy } = context;
  const verdict = judgeChecks(pullRequest.checks, world.rules.requiredChecks, policy.checks);
  return holdOfChecks(verdict, view.memory.head, context);
}

/** What a story waits for by its checks, or nothing when they are green; what never reported is a person's matter. */
export function holdOfChecks(
  verdict: CheckVerdict,
  head: Pick<AcceptedHead, 'at' | 'sha'> | null,
  context: Pick<Context, 'world' | 'policy' | 'now'>,
): Hold | null {
  switch (verdict.kind) {
    case 'green':
      return null;
    case 'none':
      return (
        findUnstarted(head, context) ??
        findOverdue(verdict.names, head, context) ?? { code: 'checks_unknown', detail: 'nothing has reported yet' }
      );
    case 'pending':
      return { code: 'ci_pending', detail: verdict.names.join(', ') };
    case 'missing':
      return findOverdue(verdict.names, head, context) ?? { code: 'check_missing', detail: verdict.names.join(', ') };
    case 'red':
      return { code: 'check_refused', detail: `${verdict.failed.map(({ name }) => name).join(', ')} failed` };
    case 'refused':
      return holdOfRefused(verdict.checks);
  }
}

/** A required check that stayed away for longer than its deadline: nothing will bring it by itself. */
function findOverdue(
  names: readonly string[],
  head: Pick<AcceptedHead, 'at' | 'sha'> | null,
  { policy, now }: Pick<Context, 'policy' | 'now'>,
): Hold | null {
  const { deadlineMinutes } = policy.checks;
  if (names.length === 0 || head === null || now < addMinutes(head.at, deadlineMinutes)) return null;
  const push = `${deadlineMinutes} minutes after the push of ${head.sha.slice(0, 7)}`;
  return { code: 'check_never_reported', detail: `${names.join(', ')}: ${push}` };
}
