import { describe, expect, test } from 'vitest';
import { parseCommandFile } from '../../sandbox/runner/command-files.ts';
import { createSecretMask } from '../../sandbox/runner/secret-mask.ts';
import { parseWorkflowCommand } from '../../sandbox/runner/workflow-commands.ts';

describe('a command file', () => {
  test.each([
    ['a=1\nb=two words\n', { a: '1', b: 'two words' }],
    ['json={"x":"<<"}\n', { json: '{"x":"<<"}' }],
    ['text<<EOF\nline 1\n\nb=2\nEOF\nc=3\n', { text: 'line 1\n\nb=2', c: '3' }],
    ['a=1\r\nb<<END\r\nx\r\nEND\r\n', { a: '1', b: 'x' }],
    ['empty=\n', { empty: '' }],
    ['', {}],
  ])('%j holds %j', (text, expected) => {
    expect(Object.fromEntries(parseCommandFile(text).map(({ name, value }) => [name, value]))).toEqual(expected);
  });

  test.each([
    ['just words', "Invalid format 'just words'"],
    ['=x', 'Name must not be empty'],
    ['a<<EOF\nno end', "Matching delimiter not found 'EOF'"],
  ])('%j is refused', (text, message) => {
    expect(() => parseCommandFile(text)).toThrow(message);
  });
});

describe('a workflow command', () => {
  test.each([
    ['::error::It broke', { command: 'error', properties: {}, message: 'It broke' }],
    [
      '::warning file=a.ts,line=3,title=A%3A b::two%0Alines%25',
      { command: 'warning', properties: { file: 'a.ts', line: '3', title: 'A: b' }, message: 'two\nlines%' },
    ],
    ['  ::group::G::x', { command: 'group', properties: {}, message: 'G::x' }],
  ])('is read from %j', (line, expected) => {
    expect(parseWorkflowCommand(line)).toEqual(expected);
  });

  test.each(['hello', 'a ::error::b', ':: ::x', 'std::vector<int>'])('is not seen in %j', (line) => {
    expect(parseWorkflowCommand(line)).toBeNull();
  });
});

describe('a secret mask', () => {
  test('hides secrets, the longer first, and every line of those with several', () => {
    const mask = createSecretMask(['abc', 'abcdef', 'line one\nline two', '']);
    expect(mask.hide('abcdef abc line two!')).toBe('*** *** ***!');
  });

  test('tells a text that reveals a secret', () => {
    const mask = createSecretMask([]);
    expect(mask.reveals('x-token-y')).toBe(false);
    mask.add('token');
    expect(mask.reveals('x-token-y')).toBe(true);
  });
});
