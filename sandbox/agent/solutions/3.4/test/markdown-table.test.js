import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownTable } from '../src/markdown-table.js';

test('AC-3.4.1: header, rule with alignments, rows', () => {
  assert.equal(
    markdownTable(['Name', 'Size', 'Note'], [['pad.js', '640 B', 'x']], { align: ['left', 'right'] }),
    '| Name | Size | Note |\n| :--- | ---: | --- |\n| pad.js | 640 B | x |',
  );
});

test('AC-3.4.2: bars are escaped and line ends become breaks', () => {
  assert.equal(markdownTable(['a|b'], [['c\nd'], ['e\r\nf']]), '| a\\|b |\n| --- |\n| c<br>d |\n| e<br>f |');
});

test('AC-3.4.3: numbers are told as the column says', () => {
  assert.equal(
    markdownTable(['Took', 'Size', 'Files'], [[61_000, 1500, 3]], { format: ['duration', 'bytes'] }),
    '| Took | Size | Files |\n| --- | --- | --- |\n| 1m 1s | 1.5 kB | 3 |',
  );
});
