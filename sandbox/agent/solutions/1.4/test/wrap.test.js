import assert from 'node:assert/strict';
import { test } from 'node:test';
import { width } from '../src/width.js';
import { wrap } from '../src/wrap.js';

const text = 'A story moves when its checks are green and somebody else has read it.';

test('AC-1.4.1: lines break at spaces and none is too wide', () => {
  assert.equal(wrap('one two three four', 9), 'one two\nthree\nfour');
  for (const columns of [8, 13, 21, 40]) {
    for (const line of wrap(text, columns).split('\n')) assert.ok(width(line) <= columns, line);
  }
});

test('AC-1.4.2: a word wider than a line is split', () => {
  assert.equal(wrap('a terminology b', 5), 'a\ntermi\nnolog\ny b');
  assert.equal(wrap('日本語', 4), '日本\n語');
});

test('AC-1.4.3: blank lines between paragraphs stay', () => {
  assert.equal(wrap('one two\n\nthree four', 7), 'one two\n\nthree\nfour');
});

test('AC-1.4.4: all lines but the first of a paragraph are indented, within the width', () => {
  assert.equal(wrap('one two three', 7, { indent: '  ' }), 'one two\n  three');
  for (const line of wrap(text, 16, { indent: '    ' }).split('\n').slice(1)) {
    assert.ok(line.startsWith('    ') && width(line) <= 16, line);
  }
});
