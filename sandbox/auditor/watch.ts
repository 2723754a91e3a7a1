import type { KeptEvent, WorldEvent } from '../github/world/events.ts';
import { audit } from './audit.ts';
import {
  type AgentFacts,
  type AuditFacts,
  type AuditRules,
  diffKey,
  isRepairBranch,
  type StoreFact,
  type TokenFacts,
} from './facts.ts';
import { readChangedPaths, readMergeBase, readPatchId } from './git-reader.ts';
import { createHeadBook } from './head-book.ts';
import { mergesOf } from './merges.ts';
import { isPassingReview } from './rules/reviewed-merge.ts';
import { openSpool } from './spool.ts';
import { createStateReader } from './state-branch.ts';
import type { StoreReader } from './store-reader.ts';
import type { Standing } from './stored-objects.ts';
import type { Violation } from './violation.ts';

/** What the auditor asks of a world: its log, and the values that no agent may hold. */
export interface WatchedWorld {
  log(): readonly WorldEvent[];
  tokens(): readonly TokenFacts[];
  secrets(): readonly string[];
}

export interface WatchOptions {
  /** The bare repository. */
  readonly repository: string;
  /** The branch of the store. */
  readonly stateBranch: string;
  /** Where the store is instead, when it is on no branch. */
  readonly store?: StoreReader;
  readonly rules: AuditRules;
}

export interface Auditor {
  /** Everything that is wrong in the world as it is now. */
  violations(): Promise<readonly Violation[]>;
  /** The processes of agents seen so far. */
  agents(): readonly AgentFacts[];
  /** Where the stories that were touched stand, as the last look found them. */
  standings(): ReadonlyMap<string, Standing>;
}

/** Watches a world from outside: its log, its repository, the store on its branch, and the witness's notes. */
export function watch(world: WatchedWorld, spoolDirectory: string, options: WatchOptions): Auditor {
  const spool = openSpool(spoolDirectory);
  const state = options.store ?? createStateReader(options.repository, options.stateBranch);
  const store: StoreFact[] = [];
  const patchIds = new Map<string, string>();
  const mergeBases = new Map<string, string>();
  const heads = createHeadBook(options.repository);
  const changedPaths = new Map<string, readonly string[]>();
  let agents: readonly AgentFacts[] = [];
  let looking: Promise<AuditFacts> | null = null;

  async function look(): Promise<AuditFacts> {
    const events = world.log().filter((event): event is KeptEvent => event.kind !== 'request');
    store.push(...(await state.look(events)));
    agents = await heads.recognise(await spool.read(), events);
    await comparePatches(events);
    await learnMergeBases(events);
    await learnChanges(events);
    return {
      events,
      agents,
      store,
      tokens: world.tokens(),
      secrets: world.secrets(),
      patchIds,
      mergeBases,
      changedPaths,
    };
  }

  /** Reviews of another head than the merged one count where the diff is the same. */
  async function comparePatches(events: readonly KeptEvent[]): Promise<void> {
    const reviewed = new Set(agents.filter(isPassingReview).flatMap(({ head }) => head ?? []));
    for (const { event } of mergesOf({ events }, options.rules)) {
      if (reviewed.has(event.headSha)) continue;
      for (const head of headsOf(events, event.number)) await learnPatch(event.baseBefore, head);
    }
  }

  /** A head that cannot be compared has a patch id of its own, so that it is like no other. */
  async function learnPatch(base: string, head: string): Promise<void> {
    const key = diffKey(base, head);
    if (patchIds.has(key)) return;
    patchIds.set(key, await readPatchId(options.repository, base, head).catch(() => `unreadable ${head}`));
  }

  /** Whether a repair holds what it repairs; a head that is gone holds nothing. */
  async function learnMergeBases(events: readonly KeptEvent[]): Promise<void> {
    for (const { event, branch } of mergesOf({ events }, options.rules)) {
      const key = diffKey(event.baseBefore, event.headSha);
      const isRepair = branch !== null && isRepairBranch(branch, options.rules.branchPrefix);
      if (!isRepair || mergeBases.has(key)) continue;
      mergeBases.set(key, await readMergeBase(options.repository, event.baseBefore, event.headSha).catch(() => ''));
    }
  }

  /** Each head pushed to a story's branch, against the base as it was at that moment. */
  async function learnChanges(events: readonly KeptEvent[]): Promise<void> {
    let base = '';
    for (const push of events.filter(isPush)) {
      if (push.ref === `refs/heads/${options.rules.base}`) base = push.after;
      const isOfStory = push.ref.startsWith(`refs/heads/${options.rules.branchPrefix}`);
      if (!isOfStory || changedPaths.has(push.after) || /^0+$/.test(push.after)) continue;
      changedPaths.set(push.after, await readChangedPaths(options.repository, base, push.after));
    }
  }

  return {
    violations: async () => {
      // One look at a time; whoever asks meanwhile gets the same.
      looking ??= look().finally(() => {
        looking = null;
      });
      return audit(await looking, options.rules);
    },
    agents: () => agents,
    standings: () => state.standings(),
  };
}

function isPush(event: KeptEvent): event is Extract<KeptEvent, { readonly kind: 'push' }> {
  return event.kind === 'push';
}

/** Every head a pull request has had. */
function headsOf(events: readonly KeptEvent[], number: number): readonly string[] {
  const heads = events.flatMap((event) =>
    event.kind === 'pull_request' && event.number === number ? [event.head] : [],
  );
  return [...new Set(heads)];
}
