import type { Actor, Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { Happening } from '../world/events.ts';
import type { IssueRow, PullRow } from '../world/rows.ts';
import { pullPayload, repositoryPayload, senderPayload } from './payload.ts';

type PullAction = (Happening & { kind: 'pull_request' })['action'];

const activityTypes = {
  opened: 'opened',
  synchronize: 'synchronize',
  closed: 'closed',
  reopened: 'reopened',
  edited: 'edited',
  ready_for_review: 'ready_for_review',
  draft: 'converted_to_draft',
  labels: 'labeled',
} as const satisfies Record<PullAction, string>;

/** Tells the world of an activity on a pull request and starts the workflows that listen for it. */
export function announcePull(
  site: Site,
  outbox: TriggerOutbox,
  actor: Actor,
  action: PullAction,
  pull: PullRow,
  issue: IssueRow,
): void {
  const merged = pull.mergedAt !== null;
  const { number, headSha: head, headRef, baseRef: base } = pull;
  site.happen({ kind: 'pull_request', number, action, head, headRef, base, merged, by: actor.login });
  const payload = {
    action: activityTypes[action],
    number,
    pull_request: pullPayload(site, pull, issue),
    repository: repositoryPayload(site),
    sender: senderPayload(actor.login),
  };
  const common = { action: activityTypes[action], actor: actor.login, payload, headSha: head, headBranch: headRef };
  const baseTip = site.tip(pull.baseRef);
  if (baseTip !== undefined) {
    outbox.emit(actor, { ...common, event: 'pull_request_target', ref: `refs/heads/${base}`, sha: baseTip });
  }
  // Without a merge commit to run on, as with a conflict, there is no run at all.
  const sha = merged ? pull.mergeCommitSha : pull.testMergeSha;
  if (sha !== null) outbox.emit(actor, { ...common, event: 'pull_request', ref: `refs/pull/${number}/merge`, sha });
}
