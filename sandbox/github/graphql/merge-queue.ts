import { entryOf, positionOf } from '../pulls/merge-queue.ts';
import { queueOn } from '../rules/demands.ts';
import type { QueueEntryRow } from '../world/merge-rows.ts';
import type { PullRow } from '../world/rows.ts';
import { actorNode } from './actor.ts';
import { connection } from './connection.ts';
import { type Arguments, type GraphqlContext, graphqlError, type Node } from './context.ts';

/** How a pull request stands with the merge queue of its base. */
export function queueFields(context: GraphqlContext, pull: PullRow): Node {
  const { site } = context;
  return {
    mergeQueue: () => queueNode(context, pull.baseRef),
    mergeQueueEntry: () => {
      const entry = entryOf(site, pull.number);
      return entry === undefined ? null : entryNode(context, entry);
    },
    isInMergeQueue: () => entryOf(site, pull.number) !== undefined,
    isMergeQueueEnabled: () => queueOn(site, pull.baseRef) !== null,
    timelineItems: (args: Arguments) => removals(context, pull, args),
  };
}

/** The merge queue of a branch; null where it has none. */
export function queueNode(context: GraphqlContext, branch: string): Node | null {
  const { site } = context;
  if (queueOn(site, branch) === null) return null;
  return {
    __typename: 'MergeQueue',
    id: `MQ_${branch}`,
    repository: () => context.graph.repository(),
    resourcePath: `/${site.repo().owner}/${site.repo().name}/queue/${branch}`,
    url: `${site.urls.html}/queue/${branch}`,
    nextEntryEstimatedTimeToMerge: null,
    entries: (args: Arguments) => {
      const rows = site.tables.queueEntries.all().filter(({ base }) => base === branch);
      return connection('entries', rows, args, (row) => entryNode(context, row));
    },
  };
}

/** A place in the queue. */
export function entryNode(context: GraphqlContext, entry: QueueEntryRow): Node {
  const { site, graph } = context;
  const { group } = entry;
  return {
    __typename: 'MergeQueueEntry',
    id: `MQE_${entry.id}`,
    enqueuedAt: entry.enqueuedAt,
    enqueuer: actorNode(site, entry.by),
    position: positionOf(site, entry),
    state: group === null ? 'QUEUED' : 'AWAITING_CHECKS',
    jump: false,
    solo: false,
    estimatedTimeToMerge: null,
    baseCommit: () => (group === null ? null : graph.commit(group.baseSha)),
    headCommit: () => (group === null ? null : graph.commit(group.sha)),
    mergeQueue: () => queueNode(context, entry.base),
    pullRequest: () => graph.pull(entry.number),
  };
}

/** Of a pull request's history, only what the queue took out is kept here. */
function removals({ site, ...rest }: GraphqlContext, pull: PullRow, args: Arguments): Node {
  const types = args['itemTypes'];
  if (!Array.isArray(types) || types.some((type) => type !== 'REMOVED_FROM_MERGE_QUEUE_EVENT')) {
    throw graphqlError('UNPROCESSABLE', 'The sandbox knows only REMOVED_FROM_MERGE_QUEUE_EVENT of a timeline.');
  }
  const rows = site.tables.queueRemovals.where('number', pull.number);
  return connection('timelineItems', rows, args, ({ id, reason, at }) => ({
    __typename: 'RemovedFromMergeQueueEvent',
    id: `RMQE_${id}`,
    createdAt: at,
    reason,
    pullRequest: () => rest.graph.pull(pull.number),
  }));
}
