import { commandsOf } from '../commands.ts';
import type { AuditFacts, AuditRules } from '../facts.ts';
import type { Violation } from '../violation.ts';

/** Where CI would run it, a head that changes protected paths stands only after a person approved exactly that head. */
export function findUnapprovedPaths(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  const approvals = commandsOf(facts.events).filter(({ verb }) => verb === 'approve-paths');
  return facts.events.flatMap((event) => {
    if (event.kind !== 'push' || event.tokenKind === 'user') return [];
    if (!event.ref.startsWith(`refs/heads/${rules.branchPrefix}`)) return [];
    const paths = (facts.changedPaths.get(event.after) ?? []).filter((path) =>
      rules.protectedPaths.some((pattern) => pattern.test(path)),
    );
    const isApproved = approvals.some(({ seq, target }) => seq < event.seq && event.after.startsWith(target));
    if (paths.length === 0 || isApproved) return [];
    const detail = `${paths.join(', ')} at ${event.after.slice(0, 7)} on ${event.ref}`;
    return [{ code: 'protected_paths_unapproved' as const, detail, at: event.at }];
  });
}
