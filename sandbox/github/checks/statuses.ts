import { repositoryPayload, senderPayload } from '../pulls/payload.ts';
import type { Actor, Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { StatusRow } from '../world/check-rows.ts';

/** Sets a commit status; the newest of a context counts. */
export function postStatus(
  site: Site,
  outbox: TriggerOutbox,
  actor: Actor,
  input: Pick<StatusRow, 'sha' | 'context' | 'state' | 'description' | 'targetUrl'>,
): StatusRow {
  return site.store.together(() => {
    const row = site.tables.statuses.put({
      ...input,
      id: site.store.nextId(),
      creator: actor.login,
      createdAt: site.now(),
    });
    const { sha, context, state } = row;
    site.happen({ kind: 'status', sha, context, state, by: actor.login });
    emitStatus(site, outbox, actor, row);
    return row;
  });
}

function emitStatus(site: Site, outbox: TriggerOutbox, actor: Actor, row: StatusRow): void {
  const { defaultBranch } = site.repo();
  const tip = site.tip(defaultBranch);
  if (tip === undefined) return;
  outbox.emit(actor, {
    event: 'status',
    ref: `refs/heads/${defaultBranch}`,
    sha: tip,
    headSha: tip,
    headBranch: defaultBranch,
    actor: actor.login,
    payload: {
      id: row.id,
      sha: row.sha,
      state: row.state,
      context: row.context,
      description: row.description,
      target_url: row.targetUrl,
      repository: repositoryPayload(site),
      sender: senderPayload(actor.login),
    },
  });
}
