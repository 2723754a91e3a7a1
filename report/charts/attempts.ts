import { barY, gridY, ruleY, text } from '@observablehq/plot';
import type { History, StoryHistory } from '../history/history.ts';
import { storyStates } from '../history/story-state.ts';
import { sum } from '../history/sum.ts';
import type { Chart } from './chart.ts';
import { paint } from './palette.ts';
import { wholeTicks } from './whole-ticks.ts';

/** From so many on, they are counted together. */
const many = 6;

/** How many stories took one author's run, how many two, and so on. */
export function chartAttempts(history: History): Chart {
  const tried = history.stories.filter(({ attempts }) => attempts > 0);
  const total = sum(tried.map(({ attempts }) => attempts));
  const counts = Array.from({ length: many }, (_, index) => ({
    attempts: index + 1 === many ? `${many} or more` : String(index + 1),
    stories: tried.filter(({ attempts }) => Math.min(attempts, many) === index + 1).length,
  }));
  const often = tried.filter(({ attempts }) => attempts >= 3).length;
  return {
    id: 'attempts',
    title: 'Attempts per story',
    lead:
      tried.length === 0
        ? 'No story was attempted yet.'
        : `${(total / tried.length).toFixed(1)} on average; ${often} of ${tried.length} stories took three or more. An attempt is a run of an agent that writes: the first, one after a failed review, or a fix.`,
    legend: [],
    table: {
      columns: ['Story', 'Title', 'State', 'Attempts', 'Agents in all'],
      rows: tried.toSorted((left, right) => right.attempts - left.attempts).map(rowOf),
    },
    draw:
      tried.length === 0
        ? null
        : ({ isNarrow }) => ({
            height: isNarrow ? 210 : 240,
            marginLeft: 56,
            x: { label: 'attempts', domain: counts.map(({ attempts }) => attempts) },
            y: { label: 'stories', ...wholeTicks(Math.max(...counts.map(({ stories }) => stories)), 4) },
            marks: [
              gridY(),
              barY(counts, { x: 'attempts', y: 'stories', fill: paint('blue') }),
              text(counts, {
                x: 'attempts',
                y: 'stories',
                text: 'stories',
                dy: -8,
                filter: ({ stories }) => stories > 0,
              }),
              ruleY([0]),
            ],
          }),
  };
}

function rowOf({ number, title, state, attempts, agents }: StoryHistory): readonly (string | number)[] {
  return [number, title, storyStates[state], attempts, agents.length];
}
