import { type Ledger, remember } from '../ledger.ts';
import { findNearest } from '../nearest.ts';
import { listVouched } from '../standing.ts';
import { applied, type CommandAnswer, refused } from './command-answer.ts';
import type { StoryCommandFacts } from './command-facts.ts';
import { findJudgedHead } from './judged-head.ts';

/** A person saw these criteria met, by exactly this diff and as they read now. */
export function approveCriteria(ledger: Ledger, wanted: readonly string[], facts: StoryCommandFacts): CommandAnswer {
  const found = findJudgedHead(facts.story, ledger, facts);
  if (found.kind === 'refused') return found;
  const { view, head } = found;
  const known = view.story.criteria.map(({ id }) => id);
  const unknown = wanted.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const nearest = findNearest(unknown, known);
    const remedy = nearest === null ? `It has ${known.join(', ')}.` : `Did you mean ${nearest}?`;
    return refused(`${facts.story} has no criterion ${unknown}.`, remedy);
  }
  const vouched = listVouched(view);
  const fresh = wanted.filter((id) => !vouched.includes(id));
  if (fresh.length === 0) return applied(ledger, `${wanted.join(', ')}: approved already for this change.`);
  const { criteriaHash } = view.story;
  const said = fresh.map((criterion) => {
    return { criterion, by: facts.actor, criteriaHash, patchId: head.patchId, at: facts.now };
  });
  // What was said of another diff or of another text says nothing any more.
  const standing = view.memory.vouched.filter(({ criterion }) => vouched.includes(criterion));
  return applied(
    remember(ledger, facts.story, { vouched: [...standing, ...said] }),
    `${fresh.join(', ')} of ${facts.story}: approved for ${head.sha.slice(0, 7)}, for as long as its diff stays this one.`,
  );
}
