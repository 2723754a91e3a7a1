import type { Sha } from '../core/assignment.ts';
import { type Ledger, recall, type StoryMemory } from '../core/ledger.ts';
import { isRepair } from '../core/repair.ts';
import type { HeadFacts, PullRequestFacts, StoryFacts } from '../core/snapshot.ts';
import { isDone } from '../core/story.ts';
import { parseBranch } from '../core/view.ts';
import { judgeCommit } from '../git/judge-commit.ts';
import { ensureRepository, fetchInto, hasCommit, type Repository } from '../git/repository.ts';
import { isUpdateMerge } from '../git/update-merge.ts';
import { withGitTrouble } from './git-trouble.ts';
import type { Pass } from './pass.ts';

/** What was seen besides the ledger, and decides whose heads are looked at. */
export interface SeenWork {
  readonly baseSha: Sha;
  readonly pullRequests: readonly PullRequestFacts[];
  readonly stories: readonly StoryFacts[];
}

type Judge = Pick<Pass, 'history' | 'settings'>;

/**
 * The heads of our open pull requests that are not the accepted ones, judged like an outcome's work, by number of the
 * pull request. Where somebody is at work on the branch nothing is judged; where nothing moved nothing is fetched.
 */
export async function gatherHeads(
  seen: SeenWork,
  ledger: Ledger,
  pass: Judge,
): Promise<ReadonlyMap<number, HeadFacts>> {
  const strange = seen.pullRequests.flatMap((pullRequest) => {
    const owner = findOwner(pullRequest, seen, ledger);
    return owner !== null && isStrange(pullRequest, owner, ledger, pass) ? [{ pullRequest, owner }] : [];
  });
  if (strange.length === 0) return new Map();
  await ensureRepository(pass.history);
  const heads = strange.map(({ pullRequest }) => pullRequest.headSha);
  await fetchMissing([seen.baseSha, ...heads], pass.history);
  const facts: [number, HeadFacts][] = [];
  // One after the other: each is several processes already.
  for (const { pullRequest, owner } of strange) {
    facts.push([pullRequest.number, await judgeHead(pullRequest.headSha, owner, seen.baseSha, pass)]);
  }
  return new Map(facts);
}

interface Owner {
  readonly memory: StoryMemory;
  readonly deliverables: readonly string[];
}

/** The unfinished story a pull request is of: the one that remembers it, else the one its branch is named after. */
function findOwner(pullRequest: PullRequestFacts, { stories }: SeenWork, ledger: Ledger): Owner | null {
  const remembered = Object.keys(ledger.stories).find(
    (number) => recall(ledger, number).pullRequest === pullRequest.number,
  );
  const named = remembered === undefined ? parseBranch(pullRequest.headRef) : null;
  const number = remembered ?? named?.story;
  if (number === undefined) return null;
  const story = stories.find((candidate) => candidate.number === number);
  const memory = recall(ledger, number);
  if (story === undefined ? remembered === undefined && !isRepair(number) : isDone(story)) return null;
  if (named !== null && (memory.pullRequest !== null || named.generation < memory.generation)) return null;
  return { memory, deliverables: story?.deliverables ?? [] };
}

function isStrange(
  { state, isFork, baseRef, headRef, headSha }: PullRequestFacts,
  { memory }: Owner,
  { flights }: Ledger,
  { settings }: Judge,
): boolean {
  if (state !== 'OPEN' || isFork || baseRef !== settings.base || memory.head?.sha === headSha) return false;
  return !Object.values(flights).some(({ branch }) => branch === headRef);
}

/** In one go, or one by one where one of them is gone already: what is missing then is told by whoever needs it. */
async function fetchMissing(commits: readonly Sha[], history: Repository): Promise<void> {
  const missing: Sha[] = [];
  for (const commit of new Set(commits)) if (!(await hasCommit(history, commit))) missing.push(commit);
  if (missing.length === 0 || (await withGitTrouble(fetchInto(history, { commits: missing })))) return;
  for (const commit of missing) await withGitTrouble(fetchInto(history, { commits: [commit] }));
}

async function judgeHead(
  sha: Sha,
  { memory, deliverables }: Owner,
  baseSha: Sha,
  { history, settings }: Judge,
): Promise<HeadFacts> {
  const accepted = memory.head;
  if (!(await hasCommit(history, sha)) || !(await hasCommit(history, baseSha))) {
    return { sha, kind: 'push', work: null, fault: `${sha} is gone from the repository` };
  }
  const judged = await judgeCommit(history.directory, {
    head: sha,
    startSha: accepted?.sha ?? null,
    baseSha,
    // What an agent promised besides is not known any more but for what was not there.
    deliverables: [...new Set([...deliverables, ...(accepted?.missingDeliverables ?? [])])],
    protectedPaths: settings.protectedPaths,
  });
  if (judged.kind === 'fault') return { sha, kind: 'push', work: null, fault: judged.detail };
  const { work } = judged;
  const isUpdate =
    accepted !== null &&
    work.patchId !== '' &&
    work.patchId === accepted.patchId &&
    (await isUpdateMerge(history.directory, { head: sha, accepted: accepted.sha, baseSha }));
  return { sha, kind: isUpdate ? 'update' : 'push', work, fault: null };
}
