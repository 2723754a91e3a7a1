import { hasGatePassed, isGateRequired, ownChecks } from '../core/own-checks.ts';
import { isRepair } from '../core/repair.ts';
import type { PullRequestFacts } from '../core/snapshot.ts';
import { parseBranch } from '../core/view.ts';
import { checkOn } from './checks/check-on.ts';
import { plainCheck } from './checks/check-text.ts';
import type { CheckSurface, PresentFacts } from './surface.ts';

/**
 * Where a rule asks for our gate's check, the pull requests that are not ours get it at once, so that nobody is ever
 * blocked by us: those that no event of GitHub's brought it to, too. A commit that is the head of one of ours as well
 * gets it from the gate alone.
 */
export function presentUnmanaged(facts: PresentFacts, ours: ReadonlySet<number>): readonly CheckSurface[] {
  const { rules, pullRequests, others } = facts.world;
  if (!isGateRequired(rules)) return [];
  const open = pullRequests.filter(({ state }) => state === 'OPEN');
  const managed = new Set(open.filter((pull) => isManaged(pull, facts, ours)).map(({ headSha }) => headSha));
  const named = open.flatMap((pull) => {
    if (ours.has(pull.number)) return [];
    const isEarlier = isManaged(pull, facts, ours);
    if (!isEarlier && (managed.has(pull.headSha) || hasGatePassed(pull.checks))) return [];
    return [checkOn(pull.headSha, ownChecks.gate, isEarlier ? earlier : unmanaged)];
  });
  const known = new Set([...managed, ...named.map(({ sha }) => sha)]);
  const waiting = others.flatMap(({ headSha, hasGate }) => (hasGate || known.has(headSha) ? [] : headSha));
  return [...named, ...[...new Set(waiting)].slice(0, most).map((sha) => checkOn(sha, ownChecks.gate, unmanaged))];
}

/** Each costs two requests; where the rule is new, the others get theirs by the passes after this one. */
const most = 20;

const unmanaged = plainCheck(
  'success',
  'Not managed',
  'This pull request is nothing of Orchestrate’s: it is not judged.',
);

const earlier = plainCheck(
  'action_required',
  'An earlier attempt, which is not judged any more',
  'Its story goes on elsewhere, or is gone. To merge it all the same, push its commits to a branch of another name.',
);

/**
 * On a branch that one of our stories or repairs has or had, or opened by us on one that is named so, though nothing is
 * known of it any more: an agent made it. Of people's branches nothing is known but that they are others.
 */
function isManaged(
  { number, headRef, isFork, author }: PullRequestFacts,
  { world, ledger }: PresentFacts,
  ours: ReadonlySet<number>,
): boolean {
  if (ours.has(number)) return true;
  const story = isFork ? undefined : parseBranch(headRef)?.story;
  if (story === undefined) return false;
  if (author === world.viewer) return true;
  return isRepair(story) || Object.hasOwn(ledger.stories, story) || world.stories.some((one) => one.number === story);
}
