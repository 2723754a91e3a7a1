import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const guide = readFileSync(new URL('../AGENTS.md', import.meta.url), 'utf8');
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

test('AC-4.1.1: the guide says where a function and its test belong', () => {
  assert.match(guide, /src\/<name>\.js/);
  assert.match(guide, /test\/<name>\.test\.js/);
});

test('AC-4.1.2: the guide names the command that CI runs', () => {
  assert.match(guide, /CI runs `npm run check`/);
  assert.equal(scripts.check, 'node scripts/check.mjs');
});
