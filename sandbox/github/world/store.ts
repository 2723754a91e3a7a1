import { join } from 'node:path';
import type {
  ArtifactRow,
  EnvironmentRow,
  JobRow,
  RunRow,
  SecretRow,
  TriggerRow,
  VariableRow,
  WorkflowRow,
} from './actions-rows.ts';
import type { CheckRow, StatusRow, SuiteRow } from './check-rows.ts';
import type { KeptEvent } from './events.ts';
import { type Change, openJournal } from './journal.ts';
import type { AsyncMergeRow, QueueEntryRow, QueueRemovalRow } from './merge-rows.ts';
import type {
  AppRow,
  CommentRow,
  IntentRow,
  IssueRow,
  LabelRow,
  ProtectionRow,
  PullRow,
  ReactionRow,
  RefRow,
  RepositoryRow,
  ReviewRow,
  RulesetRow,
  TeamRow,
  ThreadRow,
  TokenRow,
  UserRow,
} from './rows.ts';
import { createTable, type Key, type StoredTable, type Table } from './tables.ts';

export interface Tables {
  readonly repositories: Table<RepositoryRow>;
  readonly users: Table<UserRow>;
  readonly teams: Table<TeamRow>;
  readonly apps: Table<AppRow>;
  readonly tokens: Table<TokenRow>;
  readonly refs: Table<RefRow>;
  readonly issues: Table<IssueRow>;
  readonly pulls: Table<PullRow>;
  readonly comments: Table<CommentRow>;
  readonly reactions: Table<ReactionRow>;
  readonly reviews: Table<ReviewRow>;
  readonly threads: Table<ThreadRow>;
  readonly labels: Table<LabelRow>;
  readonly statuses: Table<StatusRow>;
  readonly suites: Table<SuiteRow>;
  readonly checks: Table<CheckRow>;
  readonly workflows: Table<WorkflowRow>;
  readonly triggers: Table<TriggerRow>;
  readonly runs: Table<RunRow>;
  readonly jobs: Table<JobRow>;
  readonly artifacts: Table<ArtifactRow>;
  readonly secrets: Table<SecretRow>;
  readonly variables: Table<VariableRow>;
  readonly environments: Table<EnvironmentRow>;
  readonly rulesets: Table<RulesetRow>;
  readonly protections: Table<ProtectionRow>;
  readonly asyncMerges: Table<AsyncMergeRow>;
  readonly queueEntries: Table<QueueEntryRow>;
  readonly queueRemovals: Table<QueueRemovalRow>;
  readonly intents: Table<IntentRow>;
  readonly events: Table<KeptEvent>;
}

export interface Store {
  readonly tables: Tables;
  /** Records everything that `work` changes as one line: after a kill all of it is there, or none. */
  together<Result>(work: () => Result): Result;
  /** A number never given before, for ids. */
  nextId(): number;
  close(): void;
}

/** Opens the tables kept in `directory`, as they stood when the process last ended, however it ended. */
export function openStore(directory: string): Store {
  let pending: Change[] | null = null;
  let replayed = 0;
  let lastId = 1000;
  const stored = new Map<string, StoredTable<never>>();

  function record(change: Change): void {
    if (pending === null) journal.append([change]);
    else pending.push(change);
  }

  function table<Row extends object>(
    name: string,
    key: (row: Row) => Key,
    indexed: readonly (keyof Row)[] = [],
  ): Table<Row> {
    const created = createTable<Row>(name, record, { key, indexed });
    stored.set(name, created as unknown as StoredTable<never>);
    return created;
  }

  const tables = openTables(table);
  const journal = openJournal(join(directory, 'world.jsonl'), (change) => {
    replayed += 1;
    stored.get(change.table)?.restore(change);
    lastId = Math.max(lastId, idOf(change.put));
  });
  const rows = [...stored.values()].reduce((sum, one) => sum + one.size, 0);
  if (replayed > rows * 2) journal.compact(allChanges(stored.values()));

  return {
    tables,
    together: (work) => {
      if (pending !== null) return work();
      pending = [];
      try {
        return work();
      } finally {
        const changes: readonly Change[] = pending;
        pending = null;
        if (changes.length > 0) journal.append(changes);
      }
    },
    nextId: () => {
      lastId += 1;
      return lastId;
    },
    close: () => journal.close(),
  };
}

function openTables(
  table: <Row extends object>(name: string, key: (row: Row) => Key, indexed?: readonly (keyof Row)[]) => Table<Row>,
): Tables {
  const byId = (row: { readonly id: number }): number => row.id;
  const byName = (row: { readonly name: string }): string => row.name;
  const byNumber = (row: { readonly number: number }): number => row.number;
  return {
    repositories: table<RepositoryRow>('repositories', byId),
    users: table<UserRow>('users', (row) => row.login),
    teams: table<TeamRow>('teams', byName),
    apps: table<AppRow>('apps', byId),
    tokens: table<TokenRow>('tokens', (row) => row.token, ['id']),
    refs: table<RefRow>('refs', byName),
    issues: table<IssueRow>('issues', byNumber),
    pulls: table<PullRow>('pulls', byNumber, ['headRef', 'headSha']),
    comments: table<CommentRow>('comments', byId, ['number']),
    reactions: table<ReactionRow>('reactions', byId, ['subject']),
    reviews: table<ReviewRow>('reviews', byId, ['number']),
    threads: table<ThreadRow>('threads', byId, ['number']),
    labels: table<LabelRow>('labels', byName),
    statuses: table<StatusRow>('statuses', byId, ['sha']),
    suites: table<SuiteRow>('suites', byId, ['headSha']),
    checks: table<CheckRow>('checks', byId, ['headSha', 'suiteId']),
    workflows: table<WorkflowRow>('workflows', (row) => row.path),
    triggers: table<TriggerRow>('triggers', byId),
    runs: table<RunRow>('runs', byId, ['headSha', 'workflowPath', 'triggerId']),
    jobs: table<JobRow>('jobs', byId, ['runId']),
    artifacts: table<ArtifactRow>('artifacts', byId, ['runId']),
    secrets: table<SecretRow>('secrets', (row) => `${row.environment}/${row.name}`),
    variables: table<VariableRow>('variables', byName),
    environments: table<EnvironmentRow>('environments', byName),
    rulesets: table<RulesetRow>('rulesets', byId),
    protections: table<ProtectionRow>('protections', (row) => row.branch),
    asyncMerges: table<AsyncMergeRow>('asyncMerges', (row) => row.uuid, ['number']),
    queueEntries: table<QueueEntryRow>('queueEntries', byId, ['number']),
    queueRemovals: table<QueueRemovalRow>('queueRemovals', byId, ['number']),
    intents: table<IntentRow>('intents', byId),
    events: table<KeptEvent>('events', (row) => row.seq),
  };
}

function idOf(row: unknown): number {
  const id = (row as { readonly id?: unknown } | undefined)?.id;
  return typeof id === 'number' ? id : 0;
}

function* allChanges(tables: Iterable<StoredTable<never>>): Iterable<Change> {
  for (const table of tables) yield* table.changes();
}
