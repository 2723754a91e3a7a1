import { expect, test } from 'vitest';
import type { Answer } from '../../scripts/conformance/loopctl/answer.ts';
import { newBindings, translate } from '../../scripts/conformance/loopctl/bindings.ts';
import { differences } from '../../scripts/conformance/loopctl/compare.ts';
import { createEngineServer } from '../../scripts/conformance/loopctl/engine-server.ts';
import { withoutRemarks } from '../../scripts/conformance/loopctl/recorder-remarks.ts';
import { readScenarios } from '../../scripts/conformance/loopctl/recording.ts';
import { type ConformanceServer, type Judged, replay } from '../../scripts/conformance/loopctl/replay.ts';

const [theirs, ours, other] = ['1', '2', '3'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000`);
const [early, late] = ['2026-11-22T12:00:00.000001Z', '2026-11-22T13:00:00.000002Z'];

/** The engine, with what it answers to one kind of call turned into something else. */
function lyingServer(call: RegExp, lie: (answer: Answer) => Answer): ConformanceServer {
  const honest = createEngineServer(new Date('2026-11-22T12:35:15.000Z'));
  return {
    ...honest,
    send: async (request) => {
      const answer = await honest.send(request);
      return call.test(`${request.method} ${request.target}`) ? lie(answer) : answer;
    },
  };
}

async function failuresOf(server: ConformanceServer): Promise<readonly Judged[]> {
  const walk = readScenarios().filter(({ name }) => name === '14-walk');
  return (await replay(walk, server)).filter(({ verdict }) => verdict.kind === 'failed');
}

test('another status of one answer is a failure of that exchange', async () => {
  const failures = await failuresOf(lyingServer(/\/unclaim$/, (answer) => ({ ...answer, status: answer.status + 1 })));
  expect(failures).toEqual([
    {
      scenario: '14-walk',
      exchange: '1.3 declined: unclaim',
      verdict: { kind: 'failed', problems: ['status 201 instead of 200'] },
    },
    {
      scenario: '14-walk',
      exchange: '1.4 stuck contracted: unclaim refused',
      verdict: { kind: 'failed', problems: ['status 404 instead of 403'] },
    },
  ]);
});

test('a field too many in one answer is a failure of that exchange', async () => {
  const failures = await failuresOf(
    lyingServer(/\/progress$/, ({ status, body }) => ({ status, body: { ...(body as object), extra: 1 } })),
  );
  expect(failures.map(({ verdict }) => verdict)).toEqual([
    { kind: 'failed', problems: ['$.extra: not in the recording'] },
  ]);
});

test.each([
  ['an id that was another one before', [theirs, ours], [theirs, other], 1],
  ['one id of ours for two of theirs', [theirs, ours], [other, ours], 1],
  ['an id that is the same again', [theirs, ours], [theirs, ours], 0],
  ['two times of theirs that are one of ours', [early, late], [late, late], 0],
  ['a time that was another one before', [early, late], [early, early], 1],
  ['a text that differs beside its id', [`${theirs}!`, `${ours}!`], [`${theirs}!`, `${ours}?`], 1],
])('%s', (_, [firstTheirs, firstOurs], [nextTheirs, nextOurs], problems) => {
  const bindings = newBindings();
  expect(differences(firstTheirs, firstOurs, bindings)).toEqual([]);
  expect(differences({ a: nextTheirs }, { a: nextOurs }, bindings)).toHaveLength(problems);
});

test('a time in a query is ours, encoded as it was', () => {
  const bindings = newBindings();
  differences(early, late, bindings);
  const [encoded = '', expected = ''] = [early, late].map((time = '') => encodeURIComponent(time));
  expect(translate(`/changes?since=${encoded}&limit=3`, bindings)).toBe(`/changes?since=${expected}&limit=3`);
});

const rows = [1, 2, 3].map((number) => ({ number }));

test.each([
  ['rows in a number', { data: '[3 stories]' }, { data: rows }, 0],
  ['rows in another number', { data: '[2 stories]' }, { data: rows }, 1],
  ['the last rows', { data: [{ number: 3 }], note: '3 entries; last 1 kept' }, { data: rows }, 0],
  ['the first rows', { data: [{ number: 1 }], note: '3 keys, first 1 kept' }, { data: rows }, 0],
  ['the last rows of more', { data: [{ number: 3 }], note: '4 entries; last 1 kept' }, { data: rows }, 1],
  ['the kinds of all rows', { data: [], kinds: ['a:b'] }, { data: [{ entity_type: 'a', action: 'b' }] }, 0],
  ['other kinds', { data: [], kinds: ['a:c'] }, { data: [{ entity_type: 'a', action: 'b' }] }, 1],
  ['a size', { blob: '(0.1 MB)' }, { blob: 'x'.repeat(100_000) }, 0],
  ['another size', { blob: '(0.2 MB)' }, { blob: 'x'.repeat(100_000) }, 1],
])('of what the recorder left out he wrote %s', (_, expected, actual, problems) => {
  const comparable = withoutRemarks(expected, actual);
  expect(differences(comparable.expected, comparable.actual, newBindings())).toHaveLength(problems);
});

test('a page is a page, and a key a key, whatever their text', () => {
  const key = (letter: string): string => `lc_${letter.repeat(40)}`;
  expect(differences('<!DOCTYPE html><p>1', '<!DOCTYPE html><p>2', newBindings())).toEqual([]);
  expect(differences(key('x'), key('y'), newBindings())).toEqual([]);
  expect(differences(key('x'), 'lc_short', newBindings())).toHaveLength(1);
});
