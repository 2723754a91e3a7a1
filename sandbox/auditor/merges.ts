import type { KeptEvent } from '../github/world/events.ts';
import { type AuditFacts, type AuditRules, storyOfBranch } from './facts.ts';

export type MergeEvent = Extract<KeptEvent, { readonly kind: 'merge' }>;

/** A merge into the base, and whose it was. */
export interface Merge {
  readonly event: MergeEvent;
  readonly branch: string | null;
  readonly story: string | null;
}

/** All merges into the base, in order, each with the branch and story of its pull request. */
export function mergesOf(facts: Pick<AuditFacts, 'events'>, rules: AuditRules): readonly Merge[] {
  const branches = new Map<number, string>();
  const merges: Merge[] = [];
  for (const event of facts.events) {
    if (event.kind === 'pull_request') branches.set(event.number, event.headRef);
    if (event.kind !== 'merge' || event.base !== rules.base) continue;
    const branch = branches.get(event.number) ?? null;
    merges.push({ event, branch, story: branch === null ? null : storyOfBranch(branch, rules.branchPrefix) });
  }
  return merges;
}

/** The merges that the loop made; what people merge is theirs to answer for. */
export function mergesOfLoop(facts: Pick<AuditFacts, 'events'>, rules: AuditRules): readonly Merge[] {
  return mergesOf(facts, rules).filter(({ event }) => event.tokenKind !== 'user');
}

/** How a merge is named in a violation. */
export function nameMerge({ event, story }: Merge): string {
  return `#${event.number}${story === null ? '' : ` (story ${story})`} at ${event.headSha.slice(0, 7)}`;
}
