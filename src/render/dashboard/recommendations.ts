import { recommend } from '../../core/recommend.ts';
import { keepWithin } from '../keep-within.ts';
import type { PresentFacts } from '../surface.ts';

const limit = 3500;

/** What would bring the project on most. */
export function renderRecommendations(facts: PresentFacts): readonly string[] {
  const lines = recommend(facts).map((advice) => `- ${advice}`);
  return lines.length === 0
    ? []
    : ['### What would help most', '', ...keepWithin(lines, limit, (left) => `- and ${left} more`), ''];
}
