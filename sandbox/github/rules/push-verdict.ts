import type { Caller } from '../auth/tokens.ts';
import { stateOfRequired } from '../checks/required.ts';
import { zeroSha } from '../git/repository.ts';
import type { Site } from '../site.ts';
import { type Demands, demandsOn, rulesetsOn } from './demands.ts';

export interface RequestedUpdate {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
}

export interface PushRefusal {
  readonly ref: string;
  /** What the report says of the ref. */
  readonly reason: string;
  /** What is told on the way, line by line. */
  readonly lines: readonly string[];
}

/** The updates that the rules refuse by name alone, whatever the objects are. */
export function judgePush(site: Site, caller: Caller, updates: readonly RequestedUpdate[]): readonly PushRefusal[] {
  return updates.flatMap((update) => judgeUpdate(site, caller, update) ?? []);
}

/** The branches that must only move forward for this caller; only with the pushed objects can that be told. */
export function forwardOnly(site: Site, caller: Caller, updates: readonly RequestedUpdate[]): readonly string[] {
  return updates
    .map((update) => update.ref)
    .filter(
      (ref) =>
        ref.startsWith('refs/heads/') && demandsOn(site, ref.slice('refs/heads/'.length), caller, 'push').noForce,
    );
}

function judgeUpdate(site: Site, caller: Caller, update: RequestedUpdate): PushRefusal | null {
  if (update.ref.startsWith('refs/pull/')) return { ref: update.ref, reason: 'deny updating a hidden ref', lines: [] };
  if (!update.ref.startsWith('refs/heads/')) return null;
  const branch = update.ref.slice('refs/heads/'.length);
  const violations = violationsOf(site, demandsOn(site, branch, caller, 'push'), update);
  if (violations.length === 0) return null;
  const listed = violations.map((violation) => `- ${violation}`);
  if (rulesetsOn(site, branch).length === 0) {
    return {
      ref: update.ref,
      reason: 'protected branch hook declined',
      lines: [`error: GH006: Protected branch update failed for ${update.ref}.`, ...listed],
    };
  }
  return {
    ref: update.ref,
    reason: 'push declined due to repository rule violations',
    lines: [
      `error: GH013: Repository rule violations found for ${update.ref}.`,
      `Review all repository rules at ${site.urls.html}/rules?ref=${encodeURIComponent(update.ref)}`,
      ...listed,
    ],
  };
}

function violationsOf(site: Site, demands: Demands, update: RequestedUpdate): readonly string[] {
  if (update.after === zeroSha) return demands.noDelete ? ['Cannot delete this branch'] : [];
  const creates = update.before === zeroSha;
  if (creates) return demands.noCreate ? ['Cannot create ref due to creations being restricted.'] : [];
  const unmet = demands.checks.filter((check) => stateOfRequired(site, update.after, check) !== 'success');
  return [
    ...(demands.noUpdate ? ['Cannot update this protected ref.'] : []),
    ...(demands.pullRequest ? ['Changes must be made through a pull request.'] : []),
    ...unmet.map((check) => `Required status check "${check.context}" is expected.`),
  ];
}
