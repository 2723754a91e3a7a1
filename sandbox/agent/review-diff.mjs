import { parseDiff } from './parse-diff.mjs';

const testPath = /(^|\/)(test|tests|spec|__tests__)\/|\.(test|spec)\.[a-z]+$/;
const testStart = /^\s*(?:test|it)\(/;
const leftOut = /\b(?:test|it|describe)\.(?:skip|only|todo)\b|\bxit\(/;

/**
 * Judges a change by what stands in its diff: each criterion has a test that names it and can fail. The criteria of a
 * repair are jobs of CI, which have their answer already; a revert takes tests away with what it takes back.
 */
export function reviewDiff({ number, description, criteria, diff, concerns }) {
  const files = parseDiff(diff);
  const tests = files.filter(({ path }) => testPath.test(path));
  const titles = tests.flatMap(({ added }) => testsIn(added));
  const isRepair = number?.startsWith('repair-') === true;
  const isRevert = isRepair && description.includes("GitHub's own revert");
  const unmet = (isRepair ? [] : criteria).flatMap(({ id }) => findMissingTest(id, titles));
  const findings = [
    ...unmet,
    ...emptyFiles(files),
    ...tests.flatMap(leftOutTests),
    ...(isRevert ? [] : tests.flatMap(removedTests)),
    ...(isRevert ? [] : concerns).map((concern) => ({
      severity: 'HIGH',
      ac_id: null,
      description: `Not justified by the story: ${concern}`,
    })),
  ];
  const failed = unmet.map(({ ac_id: id }) => id);
  return {
    result: findings.length === 0 ? 'pass' : 'fail',
    summary: summarise(files, isRepair ? [] : criteria, findings),
    findings,
    acs_verified: criteria.map(({ id }) => id).filter((id) => !failed.includes(id)),
    acs_failed: failed,
  };
}

/** The tests among added lines: how each is called, and whether it asserts anything. */
function testsIn(lines) {
  const tests = [];
  for (const line of lines) {
    if (testStart.test(line)) tests.push([]);
    tests.at(-1)?.push(line);
  }
  return tests.map((body) => ({
    // A long title may stand on the line after the call.
    title: body.slice(0, 2).join('\n'),
    asserts: body.some((line) => /\b(assert|expect)\b/.test(line)),
  }));
}

function findMissingTest(id, titles) {
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // AC-1.1 is not named by a test of AC-1.10 or AC-1.1.2.
  const named = titles.filter(({ title }) => new RegExp(`(?<![\\w.-])${escaped}(?!\\.?\\w)`).test(title));
  if (named.some(({ asserts }) => asserts)) return [];
  const what = named.length === 0 ? 'No test names this criterion' : 'The test of this criterion asserts nothing';
  return [{ severity: 'HIGH', ac_id: id, description: `${what}: add one that fails without the behaviour.` }];
}

function emptyFiles(files) {
  return files
    .filter(({ isNew, added }) => isNew && added.every((line) => line.trim() === ''))
    .map(({ path }) => ({ severity: 'HIGH', ac_id: null, description: 'This file is empty.', file: path }));
}

function leftOutTests({ path, added }) {
  return added
    .filter((line) => leftOut.test(line))
    .map((line) => ({ severity: 'HIGH', ac_id: null, description: `A test is left out: ${line.trim()}`, file: path }));
}

function removedTests({ path, added, removed }) {
  return removed
    .filter((line) => testStart.test(line) && !added.includes(line))
    .map((line) => ({ severity: 'HIGH', ac_id: null, description: `A test was removed: ${line.trim()}`, file: path }));
}

function summarise(files, criteria, findings) {
  const read = `Read ${files.length} files: ${files.map(({ path }) => path).join(', ')}.`;
  if (findings.length === 0 && criteria.length === 0) return `${read} It mends what failed, and weakens no test.`;
  if (findings.length === 0)
    return `${read} Each of ${criteria.length} criteria has a test that names it and can fail.`;
  const named = findings.map(({ ac_id: id, description }) => (id === null ? description : `${id}: ${description}`));
  return `${named.join(' ')} ${read}`;
}
