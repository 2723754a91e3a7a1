import { expect, it } from 'vitest';
import { listNewlyWaiting, type Waiting } from '../../../src/core/newly-waiting.ts';
import type { Hold } from '../../../src/core/reasons.ts';
import { renderAnnotations } from '../../../src/render/annotations.ts';
import { noon } from '../../builders/ledger.ts';

const declined: Hold = { code: 'declined', detail: 'Which\n::error::width?' };
const red: Hold = { code: 'base_no_run', detail: 'abc has had no check' };

function waiting(hold: Hold, ...stories: readonly string[]): readonly Waiting[] {
  return stories.map((story) => ({ story, hold }));
}

it('tells of one story what is the matter and what to do, on one line', () => {
  const [only, ...others] = renderAnnotations(waiting(declined, '2.1'), { line: null });
  expect(others).toEqual([]);
  expect(only?.title).toBe('2.1 waits for a person');
  expect(only?.message).toMatch(
    /^the agent could not restate the story: Which ::error::width\?\. Answer .* retry 2\.1`\.$/,
  );
});

it('tells of many that wait for the same in one line', () => {
  const many = Array.from({ length: 12 }, (_, at) => `1.${at}`);
  const [only, ...others] = renderAnnotations(waiting(declined, ...many), { line: null });
  expect(others).toEqual([]);
  expect(only?.title).toBe('12 stories wait for a person');
  expect(only?.message).toMatch(/1\.9 and 2 more: the agent could not restate the story\. Answer/);
});

it('tells what the whole line waits for once, and of nothing but that', () => {
  expect(renderAnnotations(waiting(red, '1.1', '1.2'), { line: red })).toEqual([
    {
      title: 'The whole line waits',
      message: expect.stringMatching(/^no check at all on the base: abc has had no check\./),
    },
  ]);
  expect(renderAnnotations([], { line: red })).toEqual([]);
});

it('is about what began to wait since the ledger was read, in the order of the stories', () => {
  const holds = new Map<string, Hold>([
    ['1.10', declined],
    ['1.2', declined],
    ['1.3', { code: 'ci_pending', detail: '' }],
    ['1.4', declined],
    ['1.5', declined],
  ]);
  const waits = { '1.4': { code: 'declined', since: noon }, '1.5': { code: 'ci_pending', since: noon } };
  expect(listNewlyWaiting({ holds }, { waits }).map(({ story }) => story)).toEqual(['1.2', '1.5', '1.10']);
});
