import { tellMoment } from '../../core/utc.ts';
import { keepWithin } from '../keep-within.ts';
import { sanitiseLine } from '../sanitise.ts';
import type { PresentFacts } from '../surface.ts';

const limit = 7000;

/** What was done lately, newest first. */
export function renderActivity({ ledger: { recent } }: Pick<PresentFacts, 'ledger'>): readonly string[] {
  if (recent.length === 0) return [];
  const lines = recent.toReversed().map(({ at, kind, story, said }) => {
    const subject = story === null ? '' : ` ${sanitiseLine(story)}`;
    return `- ${tellMoment(at)} **${sanitiseLine(kind.replaceAll('_', ' '))}**${subject}: ${sanitiseLine(said, 300)}`;
  });
  return ['### Lately', '', ...keepWithin(lines, limit, (left) => `- and ${left} more`), ''];
}
