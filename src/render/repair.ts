import type { Revert } from '../core/decision.ts';
import type { StoryFacts } from '../core/snapshot.ts';
import { keepWithin } from './keep-within.ts';
import { type PlacedText, renderOwnPart } from './own-part.ts';
import { plainLine, sanitise, sanitiseLine } from './sanitise.ts';

const gate = 'It merges when its own CI is green, an independent review has passed, and every rule of the base is met.';

/** Title and body of the pull request that repairs a red base. */
export function renderRepair(repair: StoryFacts): PlacedText {
  const jobs = repair.criteria.map(({ id, text }) => `- [ ] **${sanitiseLine(id)}** ${sanitiseLine(text)}`);
  const title = plainLine(repair.title);
  const lines = [
    'The base is red, and nothing else can merge until it is green: a fresh agent of Orchestrate repairs it.',
    '',
    sanitise(repair.description ?? ''),
    '',
    ...keepWithin(jobs, 40_000, (left) => `- and ${left} more`),
    '',
    gate,
  ];
  return { title, body: renderOwnPart(`repair=${repair.number}`, title, lines) };
}

/** Title and body of the pull request in which GitHub reverts the merge of a story. */
export function renderRevert({ story, reverts, pullRequest, because }: Revert): PlacedText {
  const body = [
    `The merge of #${pullRequest} is reverted, and story **${sanitiseLine(reverts)}** is done again.`,
    '',
    sanitise(because),
    '',
    gate,
    `<!-- orchestrate:repair=${story.number} -->`,
  ];
  return { title: `Revert ${plainLine(reverts)} (#${pullRequest})`, body: body.join('\n') };
}
