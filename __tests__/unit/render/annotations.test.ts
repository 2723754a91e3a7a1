import { expect, it } from 'vitest';
import { type Hold, isReasonCode, reasons } from '../../../src/core/reasons.ts';
import type { Waiting } from '../../../src/core/waiting-for-people.ts';
import { renderAnnotations } from '../../../src/render/annotations.ts';

const declined: Hold = { code: 'declined', detail: 'Which\n::error::width?' };
const red: Hold = { code: 'base_no_run', detail: 'abc has had no check' };

function waiting(hold: Hold, ...stories: readonly string[]): readonly Waiting[] {
  return stories.map((story) => ({ story, hold }));
}

it('tells of one story what is the matter and what to do, on one line', () => {
  const [only, ...others] = renderAnnotations(waiting(declined, '2.1'), null);
  expect(others).toEqual([]);
  expect(only?.title).toBe('2.1 waits for a person');
  expect(only?.message).toMatch(
    /^the agent could not restate the story: Which ::error::width\?\. Answer .* retry 2\.1`\.$/,
  );
});

it('tells of many that wait for the same in one line', () => {
  const many = Array.from({ length: 12 }, (_, at) => `1.${at}`);
  const [only, ...others] = renderAnnotations(waiting(declined, ...many), null);
  expect(others).toEqual([]);
  expect(only?.title).toBe('12 stories wait for a person');
  expect(only?.message).toMatch(/1\.9 and 2 more: the agent could not restate the story\. Answer/);
});

it('tells first what the whole line waits for', () => {
  const [first, ...others] = renderAnnotations(waiting(declined, '1.1'), red);
  expect(first).toEqual({
    title: 'The whole line waits',
    message: expect.stringMatching(/^no check at all on the base: abc has had no check\./),
  });
  expect(others).toHaveLength(1);
  expect(renderAnnotations([], null)).toEqual([]);
});

it('tells no more than GitHub shows of one step', () => {
  const codes = Object.keys(reasons).filter(isReasonCode);
  const many = codes.flatMap((code, at) => waiting({ code, detail: '' }, `1.${at}`));
  expect(renderAnnotations(many, red)).toHaveLength(10);
});
