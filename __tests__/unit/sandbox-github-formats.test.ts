import { describe, expect, test } from 'vitest';
import { checkSchema, type Schema } from '../../sandbox/github/conformance/schema-check.ts';
import { parseCommit, renderCommit } from '../../sandbox/github/git/commits.ts';
import { parsePushCommands, renderPushRefusal } from '../../sandbox/github/git/packet-lines.ts';
import { parseTree } from '../../sandbox/github/git/trees.ts';

describe('a commit', () => {
  test('is rendered and read again the same', () => {
    const person = { name: 'Ann Ä', email: 'ann@example.com', date: '2026-01-02T03:04:05Z' };
    const commit = {
      tree: 'a'.repeat(40),
      parents: ['b'.repeat(40), 'c'.repeat(40)],
      author: person,
      committer: person,
      message: 'Title\n\nparent of it\n',
    };
    expect(parseCommit('d', renderCommit(commit))).toEqual({ sha: 'd', ...commit });
  });

  test('with a signature and no message is read', () => {
    const text =
      'tree x\nauthor A <a@b> 0 +0000\ncommitter A <a@b> 0 +0000\ngpgsig -----BEGIN\n parent y\n -----END\n\n';
    expect(parseCommit('s', text)).toMatchObject({ tree: 'x', parents: [], message: '' });
  });
});

test('a tree is read with modes, kinds and names', () => {
  const entry = (mode: string, name: string, byte: number): Buffer =>
    Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.alloc(20, byte)]);
  const content = Buffer.concat([entry('100644', 'a b.txt', 1), entry('40000', 'dir', 2), entry('160000', 'sub', 3)]);
  expect(parseTree(content)).toEqual([
    { mode: '100644', type: 'blob', name: 'a b.txt', sha: '01'.repeat(20) },
    { mode: '040000', type: 'tree', name: 'dir', sha: '02'.repeat(20) },
    { mode: '160000', type: 'commit', name: 'sub', sha: '03'.repeat(20) },
  ]);
});

describe('push commands', () => {
  const line = (text: string): string => `${(text.length + 4).toString(16).padStart(4, '0')}${text}`;

  test('are read up to the flush, whatever the pack holds', () => {
    const [zero, one] = ['0'.repeat(40), '1'.repeat(40)];
    const body = `${line(`${zero} ${one} refs/heads/a\0 report-status side-band-64k`)}${line(`${one} ${zero} refs/heads/b`)}0000PACK0032`;
    expect(parsePushCommands(Buffer.from(body))).toEqual([
      { before: zero, after: one, ref: 'refs/heads/a' },
      { before: one, after: zero, ref: 'refs/heads/b' },
    ]);
  });

  test.each(['', '0000', 'zzzz', '0009junk'])('of %j are none', (body) => {
    expect(parsePushCommands(Buffer.from(body))).toEqual([]);
  });

  test('are refused with messages on band 2 and the report on band 1', () => {
    const answer = renderPushRefusal([{ ref: 'refs/heads/a', reason: 'no' }], ['because']).toString('latin1');
    expect(answer).toBe('000d\u0002because\n002e\u0001000eunpack ok\n0017ng refs/heads/a no\n00000000');
  });
});

describe('the schema check', () => {
  const resolve = (): Schema => ({ type: 'object', required: ['id'], properties: { id: { type: 'integer' } } });

  test.each<[string, unknown, Schema, readonly string[]]>([
    ['a missing field', {}, { $ref: '#/x' }, ['$.id: missing']],
    ['a wrong type', { id: 'x' }, { $ref: '#/x' }, ['$.id: string instead of integer']],
    ['null where it may not be', null, { type: 'string' }, ['$: null']],
    ['null where it may be', null, { type: 'string', nullable: true }, []],
    ['null by an alternative', null, { anyOf: [{ type: 'string' }, { type: 'integer', nullable: true }] }, []],
    ['a word that is not in the list', 'c', { type: 'string', enum: ['a', 'b'] }, ['$: "c" is not one of a, b']],
    ['a field nobody allowed', { a: 1 }, { type: 'object', additionalProperties: false }, ['$.a: not allowed']],
    [
      'an element of a list',
      [1, 'x'],
      { type: 'array', items: { type: 'integer' } },
      ['$[1]: string instead of integer'],
    ],
    ['one of two that fits', 'x', { oneOf: [{ type: 'integer' }, { type: 'string' }] }, []],
    ['all of two, one of which does not fit', {}, { allOf: [{ type: 'object' }, { $ref: '#/x' }] }, ['$.id: missing']],
  ])('tells %s', (_title, value, schema, problems) => {
    expect(checkSchema(value, schema, resolve)).toEqual(problems);
  });
});
