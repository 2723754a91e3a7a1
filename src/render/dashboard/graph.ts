import { reasons } from '../../core/reasons.ts';
import type { StoryNumber } from '../../core/story.ts';
import { plainLine } from '../sanitise.ts';
import type { PresentFacts } from '../surface.ts';
import { pickNear } from './near-stories.ts';

/** Readable on white and on black, without a colour having to be told from another: each has words in the legend. */
const styles = {
  work: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
  person: 'fill:#fff8c5,stroke:#9a6700,color:#1f2328,stroke-width:3px',
  ci: 'fill:#ddf4ff,stroke:#0969da,color:#1f2328',
  next: 'fill:#ffffff,stroke:#59636e,color:#1f2328',
  later: 'fill:#f6f8fa,stroke:#818b98,color:#59636e,stroke-dasharray:4 3',
} as const;

type Style = keyof typeof styles;

/** The dependency graph of what is under way and what comes next, for Mermaid; nothing where there is nothing to draw. */
export function renderGraph({ world, plan, ledger, policy }: PresentFacts): readonly string[] {
  const near = pickNear(world, plan, ledger, policy.selection);
  if (near.stories.length === 0) return [];
  const titles = new Map(world.stories.map(({ number, title }) => [number, title]));
  const flying = new Set(Object.values(ledger.flights).map(({ story }) => story));
  const styleOf = (number: StoryNumber): Style => {
    const hold = plan.holds.get(number);
    if (flying.has(number)) return 'work';
    if (hold === undefined) return 'next';
    if (hold.code === 'blocked') return 'later';
    const { who } = reasons[hold.code];
    return who === 'loop' ? 'next' : who;
  };
  return [
    '### What is under way, and what comes next',
    '',
    '```mermaid',
    'flowchart LR',
    ...near.stories.map(
      (number) =>
        `  ${idOf(number)}["${escapeLabel(`${number} ${plainLine(titles.get(number) ?? '', 42)}`)}"]:::${styleOf(number)}`,
    ),
    ...near.edges.map(({ from, to }) => `  ${idOf(from)} --> ${idOf(to)}`),
    ...Object.entries(styles).map(([name, style]) => `  classDef ${name} ${style}`),
    '```',
    '',
    `Green: an agent is at work. Bold yellow: waits for a person. Blue: waits for GitHub or CI. Dashed: waits for the stories before it.${describeOthers(near.others)}`,
    '',
  ];
}

function describeOthers(others: number): string {
  return others === 0 ? '' : ` ${others} further open ${others === 1 ? 'story is' : 'stories are'} left out.`;
}

function idOf(number: StoryNumber): string {
  return `s${number.replaceAll('.', '_')}`;
}

/** Whatever is not a letter, a digit, a space or a dot is written as its number: no title can end the label or the block. */
export function escapeLabel(text: string): string {
  return text
    .replaceAll('\u200B', '')
    .replace(/[^\p{L}\p{M}\p{N} .]/gu, (character) => `#${character.codePointAt(0) ?? 32};`)
    .trim();
}
