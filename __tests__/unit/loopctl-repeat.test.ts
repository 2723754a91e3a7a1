import { expect, test } from 'vitest';
import { readPauseMs } from '../../src/loopctl/http/pace.ts';
import { decideRepetition } from '../../src/loopctl/http/repeat.ts';
import type { LoopctlRequest } from '../../src/loopctl/transport.ts';

const story = '/api/v1/stories/0f8a2a4e-5f0c-4f6b-8a70-3a8b3b1f9d11';
const post = (path: string, query?: LoopctlRequest['query']): LoopctlRequest => ({
  method: 'POST',
  path,
  body: {},
  ...(query === undefined ? {} : { query }),
});

test.each<[name: string, request: LoopctlRequest, kind: string]>([
  ['a read', { method: 'GET', path: story }, 'again'],
  ['a merging import', post('/api/v1/projects/p/import', { merge: 'true' }), 'again'],
  ['an import that does not merge', post('/api/v1/projects/p/import'), 'never'],
  ['a backfill', post(`${story}/backfill`), 'again'],
  ['a handshake', post(`${story}/contract`), 'look'],
  ['a claim', post(`${story}/claim`), 'look'],
  ['a start', post(`${story}/start`), 'look'],
  ['a report', post(`${story}/report`), 'look'],
  ['a verification', post(`${story}/verify`), 'look'],
  ['an unclaim', post(`${story}/unclaim`), 'look'],
  ['a claim taken back', post(`${story}/force-unclaim`), 'look'],
  ['a request for review', post(`${story}/request-review`), 'never'],
  ['an artifact', post(`${story}/artifacts`), 'never'],
  ['a review', post(`${story}/review-complete`), 'never'],
  ['a rejection', post(`${story}/reject`), 'never'],
  ['token usage', post('/api/v1/token-usage'), 'never'],
  ['a bulk claim', post('/api/v1/stories/bulk/claim'), 'never'],
  ['a bulk completion', post('/api/v1/stories/bulk/mark-complete'), 'never'],
  ['a new project', post('/api/v1/projects'), 'never'],
])('after a lost answer, whether %s goes again follows from what a repetition would do', (_, request, kind) => {
  expect(decideRepetition(request, 'us').kind).toBe(kind);
});

test('a step is not looked after by who does not know yet who they are', () => {
  expect(decideRepetition(post(`${story}/claim`), null)).toEqual({ kind: 'never' });
});

/** Of a server at 700 seconds when it is 1000 here. */
const behind = {
  date: new Date(700_000).toUTCString(),
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': '720',
};

test.each<[name: string, status: number, headers: Readonly<Record<string, string>>, pause: number]>([
  ['nothing announced', 200, {}, 0],
  ['some left', 200, { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': '1060' }, 0],
  ['none left', 200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1030' }, 30_000],
  ['none left, and the window over', 200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '900' }, 0],
  ['none left, and no word until when', 200, { 'x-ratelimit-remaining': '0' }, 60_000],
  ['too much, for some seconds', 429, { 'retry-after': '12' }, 12_000],
  ['too much, for no time at all', 429, { 'retry-after': '0' }, 250],
  ['too much, for longer than a window', 429, { 'retry-after': '9000' }, 60_000],
  ['none left, by a clock minutes behind ours', 200, behind, 20_000],
  ['too much, by a clock minutes behind ours', 429, behind, 20_000],
  ['too much, until a date', 429, { 'retry-after': 'Wed, 21 Oct', 'x-ratelimit-reset': '1010' }, 10_000],
])('with %s, the next request waits as long as that says', (_, status, headers, pause) => {
  expect(readPauseMs({ status, headers: new Headers(headers), body: null }, 1_000_000)).toBe(pause);
});
