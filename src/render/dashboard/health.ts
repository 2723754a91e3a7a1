import { nameSome } from '../../core/name-some.ts';
import { attemptsOf, manyAttempts } from '../../core/note-tally.ts';
import { describeHold } from '../../core/reasons.ts';
import { compareStoryNumbers } from '../../core/story.ts';
import { tellMoment } from '../../core/utc.ts';
import { sanitiseLine } from '../sanitise.ts';
import type { PresentFacts } from '../surface.ts';

/** The base: whether its tip is proven, since when, what is being done where it is red, and what proved it last. */
export function renderBase({ world, plan, ledger, places }: PresentFacts): readonly string[] {
  const { branch, sha } = world.base;
  const { proven, watched } = ledger.base;
  const { red, tries } = ledger.repair;
  const link = (commit: string): string => `[\`${commit.slice(0, 7)}\`](${places.repository}/commit/${commit})`;
  const isProven = proven?.sha === sha;
  const unproven = plan.line !== null && plan.line.code !== 'paused' ? describeHold(plan.line) : 'not proven yet';
  return [
    '### The base',
    '',
    isProven
      ? `- **${sanitiseLine(branch)}** is at ${link(sha)}, proven green at ${tellMoment(proven.at)}.`
      : `- **${sanitiseLine(branch)}** is at ${link(sha)}: ${sanitiseLine(unproven, 600)}`,
    ...(watched?.sha === sha ? [`- Its answer is waited for since ${tellMoment(watched.since)}.`] : []),
    ...(isProven || proven === null ? [] : [`- Proven last: ${link(proven.sha)}, at ${tellMoment(proven.at)}.`]),
    ...(red === null
      ? []
      : [
          `- Red at ${link(red.sha)}: ${sanitiseLine(nameSome(red.jobs), 300)} failed. ${tries} ${tries === 1 ? 'attempt' : 'attempts'} at a repair so far.`,
        ]),
    '',
  ];
}

/** How many attempts stories take. */
export function renderIterations({ ledger }: Pick<PresentFacts, 'ledger'>): readonly string[] {
  const { tally, stories } = ledger;
  const { verified, attempts, rejections } = tally;
  const under = Object.entries(stories)
    .filter(([, memory]) => attemptsOf(memory) >= manyAttempts)
    .toSorted(([left], [right]) => compareStoryNumbers(left, right))
    .map(([story, memory]) => `${story} (${attemptsOf(memory)})`);
  return [
    '### Iterations',
    '',
    verified === 0
      ? '- No story that agents worked on is verified yet.'
      : `- **${(attempts / verified).toFixed(1)}** attempts a story on average, over ${verified} verified ones; ${rejections} failed reviews; ${tally.manyAttempts} with ${manyAttempts} attempts or more.`,
    under.length === 0
      ? `- No story under way has had ${manyAttempts} attempts.`
      : `- Under way with ${manyAttempts} attempts or more: ${sanitiseLine(nameSome(under), 300)}.`,
    '',
  ];
}
