import type { StoryFacts } from '../core/snapshot.ts';
import { keepWithin } from './keep-within.ts';
import { plainLine, sanitise, sanitiseLine } from './sanitise.ts';

/** Title and body of a story's pull request; never longer than the 65,536 characters that GitHub takes. */
export function renderPullRequest(story: StoryFacts): { readonly title: string; readonly body: string } {
  const criteria = story.criteria.map(({ id, text }) => `- [ ] **${sanitiseLine(id)}** ${sanitiseLine(text, 600)}`);
  const description = story.description === null ? [] : [sanitise(story.description), ''];
  const body = [
    `Story **${story.number}** of epic ${story.epic}, by a fresh agent of Orchestrate.`,
    '',
    ...description,
    '### Acceptance criteria',
    ...keepWithin(criteria, 40_000, (left) => `- and ${left} more`),
    '',
    'It merges when CI is green, an independent review has passed, and every rule of the base is met.',
    `<!-- orchestrate:story=${story.number} -->`,
  ];
  return { title: `${story.number}: ${plainLine(story.title)}`, body: body.join('\n') };
}
