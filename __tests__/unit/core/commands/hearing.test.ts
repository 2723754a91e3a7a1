import { describe, expect, it } from 'vitest';
import {
  chooseAsked,
  isForUs,
  isWorthReading,
  type ListedComment,
  mayBeCommand,
  type PlaceOfComment,
} from '../../../../src/core/commands/hearing.ts';
import type { emptyLedger } from '../../../../src/core/ledger.ts';

const pause = '/orchestrate pause';

function said(id: number, body: string): ListedComment {
  return { id, author: 'grace', isByPerson: true, body };
}

function many(count: number, body: string): readonly ListedComment[] {
  return Array.from({ length: count }, (_, index) => said(index + 1, body));
}

function followed(...ids: readonly number[]): typeof emptyLedger.heard.handled {
  const done = { at: 0, on: 1, login: 'grace', outcome: 'done' as const, replies: [], answered: true };
  return Object.fromEntries(ids.map((id) => [id, done]));
}

describe('a comment may be a command', () => {
  it.each<[string, ListedComment, boolean]>([
    ['the command alone', said(1, pause), true],
    ['on a line of its own, further down', said(1, `So:\r\n${pause}`), true],
    ['in capitals', said(1, '/ORCHESTRATE pause'), true],
    ['nothing but the word', said(1, '/orchestrate'), true],
    ['another word', said(1, '/orchestrated pause'), false],
    ['within a line', said(1, `please ${pause}`), false],
    ['indented', said(1, ` ${pause}`), false],
    ['of a bot', { ...said(1, pause), isByPerson: false }, false],
    ['of an account that is gone', { ...said(1, pause), author: null }, false],
  ])('%s', (_, comment, may) => {
    expect(mayBeCommand(comment)).toBe(may);
  });
});

describe('what a pass asks more about', () => {
  const talk = said(9, 'Looks good to me.');

  it.each<[string, readonly ListedComment[], boolean, readonly number[]]>([
    ['nothing was said', [], false, []],
    ['there is talk only, which costs nothing to list again', many(49, 'Talk.'), false, []],
    ['everything was followed', [said(7, pause), talk], false, [7]],
  ])('is nothing where %s', (_, comments, isCut, handled) => {
    expect(chooseAsked({ comments, isCut }, followed(...handled))).toBeNull();
  });

  it.each<[string, readonly ListedComment[], boolean]>([
    ['there is much of it', many(50, 'Talk.'), false],
    ['the list was cut', [talk], true],
  ])('is nothing of mere talk, but goes on behind it where %s', (_, comments, isCut) => {
    expect(chooseAsked({ comments, isCut }, {})).toEqual({ asked: [], newest: comments.at(-1), isCut });
  });

  it('is what was not followed yet, up to the end of the list', () => {
    const comments = [said(7, pause), said(8, pause), talk];
    expect(chooseAsked({ comments, isCut: false }, followed(7))).toEqual({
      asked: [comments[1]],
      newest: talk,
      isCut: false,
    });
  });

  it('is twenty at most, and the next pass goes on behind the last of them', () => {
    const comments = [...many(21, pause), said(99, 'Talk.')];
    const chosen = chooseAsked({ comments, isCut: false }, {});
    expect(chosen?.asked.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(chosen).toMatchObject({ newest: { id: 20 }, isCut: true });
    expect(chooseAsked({ comments: comments.slice(0, 20), isCut: false }, {})).toMatchObject({ isCut: false });
  });
});

describe('a comment is said to us', () => {
  const place: PlaceOfComment = {
    number: 5,
    isOnIssueOfOurs: false,
    branch: null,
    isEdited: false,
    isAnswered: false,
  };

  it.each<[string, Partial<PlaceOfComment>, boolean]>([
    ['on the dashboard', { isOnIssueOfOurs: true }, true],
    ["on an issue of somebody else's", {}, false],
    ['on a branch of ours', { branch: 'orchestrate/1.1' }, true],
    ["on a person's branch", { branch: 'feature' }, false],
    ['on a pull request that a story remembers', { number: 6, branch: 'revert-5-orchestrate/1.1' }, true],
    ['edited', { isOnIssueOfOurs: true, isEdited: true }, false],
    ['answered', { isOnIssueOfOurs: true, isAnswered: true }, false],
  ])('%s', (_, change, isOurs) => {
    expect(isForUs({ ...place, ...change }, new Set([6]))).toBe(isOurs);
  });
});

describe('a comment is worth reading', () => {
  const actor = { login: 'eve', isBot: false, canWrite: false, canMaintain: false, isAdmin: false, teams: [] };
  const long = `${pause}\n${'x'.repeat(1983)}`;

  it.each<[string, string, boolean, boolean]>([
    ['a command of a stranger', long.slice(0, 2000), false, true],
    ['a long one of a stranger', long, false, false],
    ['a long one of somebody who may ask', long, true, true],
    ['a command that nobody knows', '/orchestrate dance', true, true],
    ['a command in code', `\`\`\`\n${pause}\n\`\`\``, true, false],
  ])('%s', (_, body, canWrite, isWorth) => {
    expect(isWorthReading({ actor: { ...actor, canWrite }, body })).toBe(isWorth);
  });
});
