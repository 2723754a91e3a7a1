import type { Instant } from '../instant.ts';
import { type Ledger, remember } from '../ledger.ts';
import type { Snapshot } from '../snapshot.ts';
import type { StoryNumber } from '../story.ts';
import { viewStories } from '../view.ts';
import { applied, type CommandAnswer, refused } from './command-answer.ts';
import type { CommandFacts } from './command-facts.ts';

interface Waiting {
  readonly story: StoryNumber;
  readonly sha: string;
  readonly paths: readonly string[];
  /** When it was kept, by GitHub's clock; null: somebody else pushed it. */
  readonly at: Instant | null;
}

/** Lets protected paths pass for exactly the one head of that SHA, or says what waits for it. */
export function approvePaths(
  ledger: Ledger,
  sha: string,
  { world, saidAt }: Pick<CommandFacts, 'world' | 'saidAt'>,
): CommandAnswer {
  const waiting = [...findKept(ledger), ...findPushed(ledger, world)];
  const [found, ...others] = waiting.filter((candidate) => candidate.sha.startsWith(sha));
  if (found?.at != null && found.at >= saidAt) {
    return refused(`${found.sha.slice(0, 7)} came after that was said.`, 'Look at it, and say it again.');
  }
  if (found?.at === null && sha !== found.sha) {
    const tip = found.sha.slice(0, 7);
    return refused(`Somebody pushed ${tip}, nobody knows when.`, `Look at it, and name it whole: ${found.sha}.`);
  }
  if (found !== undefined && others.every((other) => other.sha === found.sha && other.story === found.story)) {
    return applied(
      remember(ledger, found.story, { approvedHead: found.sha }),
      `${found.story}: ${found.paths.join(', ')} may be as ${found.sha.slice(0, 7)} has it.`,
    );
  }
  const done = found === undefined ? findApproved(ledger, sha) : undefined;
  if (done !== undefined) return applied(ledger, `${done}: ${sha.slice(0, 7)} is approved already.`);
  const list = waiting.map(({ story, sha: head, paths }) => `${story} at ${head.slice(0, 10)} (${paths.join(', ')})`);
  return refused(
    found === undefined ? `No work waits for the approval of ${sha}.` : `${sha} is the SHA of more than one work.`,
    list.length === 0 ? 'Nothing waits for approval.' : `What waits: ${list.join('; ')}.`,
  );
}

function findKept(ledger: Ledger): readonly Waiting[] {
  return Object.entries(ledger.stories).flatMap(([story, { kept }]) =>
    kept === null ? [] : { story, sha: kept.head.sha, paths: kept.protectedPaths, at: kept.head.at },
  );
}

/** Heads that somebody pushed, and that touch protected paths. */
function findPushed(ledger: Ledger, world: Snapshot): readonly Waiting[] {
  return viewStories(world, ledger).flatMap(({ story, pullRequest }) => {
    const pushed = pullRequest === null ? undefined : world.heads.get(pullRequest.number);
    const paths = pushed?.work?.protectedPaths ?? [];
    return pushed === undefined || paths.length === 0 ? [] : { story: story.number, sha: pushed.sha, paths, at: null };
  });
}

function findApproved(ledger: Ledger, sha: string): StoryNumber | undefined {
  return Object.entries(ledger.stories).find(
    ([, { approvedHead, head }]) => approvedHead?.startsWith(sha) || head?.sha.startsWith(sha),
  )?.[0];
}
