import { createHash } from 'node:crypto';

/** About one story in twelve breaks CI at first, another one in twelve forgets a test. */
const oneIn = 12;

/**
 * A module and its tests for a story of any backlog: what the story asks for, looked up by criterion and by word, in
 * files that no other story touches.
 */
export function writeSmallModule({ number, title, criteria, isFirst }) {
  const name = `${number}-${slugOf(title)}`;
  const mistake = isFirst ? mistakeOf(number) : 'none';
  return [
    { path: `src/stories/${name}.js`, text: moduleText(title, mistake === 'wrong_code' ? spoil(criteria) : criteria) },
    { path: `test/stories/${name}.test.js`, text: testText(name, criteria, mistake === 'missing_test') },
  ];
}

/** The mistake of a first attempt at a story; the same for every agent that is given it. */
function mistakeOf(number) {
  const dice = createHash('sha256').update(number).digest().readUInt32BE(0) % oneIn;
  if (dice === 0) return 'wrong_code';
  return dice === 1 ? 'missing_test' : 'none';
}

function slugOf(title) {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? ['story'];
  return words.slice(0, 5).join('-').slice(0, 48);
}

/** One criterion loses its last word. */
function spoil([first, ...rest]) {
  return [{ ...first, text: first.text.replace(/\s*\S+$/, '') }, ...rest];
}

function moduleText(title, criteria) {
  const entries = criteria.map(({ id, text }) => `  [${JSON.stringify(id)}, ${JSON.stringify(text)}],`);
  return `const requirements = new Map([
${entries.join('\n')}
]);

/** What "${title.replaceAll('*/', '* /')}" asks for, by criterion. */
export function requirement(id) {
  const text = requirements.get(id);
  if (text === undefined) throw new RangeError(\`\${id} is no criterion of this story\`);
  return text;
}

/** The criteria that speak of a word. */
export function criteriaAbout(word) {
  const wanted = word.toLowerCase();
  return [...requirements].filter(([, text]) => text.toLowerCase().includes(wanted)).map(([id]) => id);
}
`;
}

function testText(name, criteria, isLastForgotten) {
  const tested = isLastForgotten ? criteria.slice(0, -1) : criteria;
  return `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { criteriaAbout, requirement } from '../../src/stories/${name}.js';

${tested.map(criterionTest).join('\n')}
test('refuses a criterion of another story', () => {
  assert.throws(() => requirement('no such criterion'), RangeError);
});
`;
}

function criterionTest({ id, text }) {
  const longest = (text.match(/\w+/g) ?? ['']).reduce((one, other) => (other.length > one.length ? other : one));
  return `test(${JSON.stringify(`${id}: ${text.slice(0, 80)}`)}, () => {
  assert.equal(requirement(${JSON.stringify(id)}), ${JSON.stringify(text)});
  assert.ok(criteriaAbout(${JSON.stringify(longest)}).includes(${JSON.stringify(id)}));
});
`;
}
