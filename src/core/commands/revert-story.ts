import { type Ledger, recall } from '../ledger.ts';
import { isRepair } from '../repair.ts';
import type { PullRequestFacts, Snapshot } from '../snapshot.ts';
import { parseBranch } from '../view.ts';
import { applied, type CommandAnswer, refused } from './command-answer.ts';
import type { StoryCommandFacts } from './command-facts.ts';

/** The merge of a story is to be undone by GitHub's own revert, through the gate; then the story is done again. */
export function revertStory(ledger: Ledger, facts: StoryCommandFacts): CommandAnswer {
  const { story: number, actor, comment, world, now } = facts;
  if (isRepair(number) || !world.stories.some((story) => story.number === number)) {
    return refused(`${number} is no story of the backlog.`, 'Revert it on GitHub: only a story can be done again.');
  }
  const known = ledger.orders.find((order) => order.kind === 'revert' && order.story === number);
  if (known !== undefined) return applied(ledger, `${number} is being reverted already.`);
  const merged = findMerged(number, world);
  if (merged === null || merged.mergeSha === null) {
    return refused(
      `No merge of ${number} is known.`,
      `What is not merged \`cancel ${number}\` or \`reset ${number}\` takes back.`,
    );
  }
  const by = world.reverts.get(merged.number);
  if (by !== undefined || recall(ledger, number).reverted !== null) {
    return applied(ledger, `#${merged.number} is reverted already${by === undefined ? '' : `, by #${by}`}.`);
  }
  return applied(
    {
      ...ledger,
      orders: [
        ...ledger.orders,
        {
          kind: 'revert',
          story: number,
          pullRequest: merged.number,
          mergeSha: merged.mergeSha,
          by: actor,
          at: now,
          comment,
        },
      ],
    },
    `#${merged.number} is reverted by GitHub, through checks, review and gate, once the base is proven; then ${number} is done again.`,
  );
}

/** The newest merge of a story's branches, whoever remembers the story. */
function findMerged(number: string, { pullRequests, base }: Snapshot): PullRequestFacts | null {
  const merged = pullRequests.filter(
    ({ state, isFork, baseRef, headRef }) =>
      state === 'MERGED' && !isFork && baseRef === base.branch && parseBranch(headRef)?.story === number,
  );
  return merged.toSorted((left, right) => right.number - left.number)[0] ?? null;
}
