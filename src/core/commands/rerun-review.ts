import { type Ledger, remember } from '../ledger.ts';
import { applied, type CommandAnswer, refused } from './command-answer.ts';
import { isInFlight, type StoryCommandFacts } from './command-facts.ts';
import { findJudgedHead } from './judged-head.ts';

/** What was said of this head is forgotten, and so is how often it was asked about. */
export function rerunReview(ledger: Ledger, facts: StoryCommandFacts): CommandAnswer {
  const number = facts.story;
  const found = findJudgedHead(number, ledger, facts);
  if (found.kind === 'refused') return found;
  const { view, head, pullRequest } = found;
  const { verdict, reviews, merging, sticky } = view.memory;
  if (merging !== null)
    return refused(`GitHub is merging #${pullRequest.number}.`, `\`revert ${number}\` undoes it when it is merged.`);
  if (isInFlight(number, ledger)) return refused(`An agent is at work on ${number}.`, 'Wait for what it says.');
  if (verdict?.by)
    return refused(`${verdict.by} rejected it.`, 'A fresh agent is sent at it; what it makes is reviewed.');
  const count = reviews.headSha === head.sha ? reviews.count : 0;
  const isHeld = sticky?.code === 'reviews_exhausted';
  if (verdict === null && count === 0 && !isHeld) return applied(ledger, `${number} is to be reviewed anyway.`);
  return applied(
    remember(ledger, number, {
      verdict: null,
      reported: null,
      reviews: { headSha: head.sha, count: 0 },
      sticky: isHeld ? null : sticky,
    }),
    `${number} is reviewed again at ${head.sha.slice(0, 7)}, when its checks are green and an agent is free.`,
  );
}
