import { describe, expect, it } from 'vitest';
import { answerComments, noteAnswered } from '../../../src/core/answers.ts';
import type { Heard } from '../../../src/core/heard.ts';
import type { Ledger } from '../../../src/core/ledger.ts';
import { minute, noon } from '../../builders/ledger.ts';
import { aSha } from '../../builders/sha.ts';

type Handled = Heard['handled'][string];

function handled(change: Partial<Handled> = {}): Handled {
  return { at: noon, on: 7, login: 'grace', outcome: 'done', replies: ['Done.'], answered: false, ...change };
}

function answersTo(
  comments: Readonly<Record<string, Handled>>,
  orders: Ledger['orders'] = [],
): readonly (readonly unknown[])[] {
  const ledger = { heard: { since: null, handled: comments }, orders };
  const answers = answerComments(ledger, 'orchestrate-app', noon + minute);
  return answers.map(({ comment, on, reaction, replies }) => [comment, on, reaction, replies]);
}

describe('what people are owed', () => {
  it('is a rocket for what was followed, a thumb down for what was not, each with its replies', () => {
    const answers = answersTo({ 11: handled(), 12: handled({ at: noon + 1, outcome: 'refused', replies: ['No.'] }) });
    expect(answers).toEqual([
      ['11', 7, 'rocket', ['Done.']],
      ['12', 7, '-1', ['No.']],
    ]);
  });

  it('is nothing yet where what was asked for has to happen outside first', () => {
    const order = {
      by: 'grace',
      at: noon,
      kind: 'rerun_checks' as const,
      story: '1.1',
      headSha: aSha('one'),
      runs: [9],
    };
    expect(answersTo({ 11: handled() }, [{ ...order, comment: '11' }])).toEqual([]);
    expect(answersTo({ 11: handled() }, [{ ...order, comment: '12' }])).toHaveLength(1);
  });

  it('is nothing more once it was given', () => {
    const comments = { 11: handled({ answered: true }), 12: handled() };
    expect(answersTo(comments)).toHaveLength(1);
    const heard = noteAnswered({ since: null, handled: comments }, '12');
    expect(answersTo(heard.handled)).toEqual([]);
    expect(noteAnswered(heard, '13')).toBe(heard);
  });

  it('is a thumb alone for what nobody had to ask, after the fifth in an hour', () => {
    const forbidden = (at: number, answered = false): Handled =>
      handled({ at, answered, outcome: 'forbidden', replies: ['It takes write permission.'] });
    const early = [1, 2, 3, 4].map((id) => [String(id), forbidden(noon - id * minute, true)] as const);
    const comments = { ...Object.fromEntries(early), 8: forbidden(noon), 9: forbidden(noon + 1), 10: handled() };
    expect(answersTo(comments)).toEqual([
      ['8', 7, '-1', ['It takes write permission.']],
      ['10', 7, 'rocket', ['Done.']],
      ['9', 7, '-1', []],
    ]);
    const yesterday = [1, 2, 3, 4, 5].map((id) => [String(id), forbidden(noon - 60 * minute, true)] as const);
    expect(answersTo({ ...Object.fromEntries(yesterday), 8: forbidden(noon) })[0]?.[3]).not.toEqual([]);
  });
});
