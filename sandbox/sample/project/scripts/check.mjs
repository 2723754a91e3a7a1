// The whole check in one process: each module has its test, no test is skipped or singled out, all tests pass.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = filesUnder('src', '.js');
const tests = filesUnder('test', '.test.js');

const problems = [
  ...modules.filter((name) => !tests.includes(name)).map((name) => `src/${name}.js has no test/${name}.test.js`),
  ...tests.filter(isSkipping).map((name) => `test/${name}.test.js skips tests or singles some out`),
];
for (const problem of problems) console.error(`✖ ${problem}`);
if (problems.length > 0) process.exit(1);
runTests();

function filesUnder(folder, ending) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

function isSkipping(name) {
  return /\b(test|it|describe)\.(skip|only|todo)\b/.test(readFileSync(join(root, 'test', `${name}.test.js`), 'utf8'));
}

function runTests() {
  let passed = 0;
  const failures = [];
  const files = tests.map((name) => join(root, 'test', `${name}.test.js`));
  run({ files, isolation: 'none', cwd: root })
    .on('test:pass', () => {
      passed += 1;
    })
    .on('test:fail', (failure) => failures.push(failure))
    .on('end', () => report(passed, failures))
    .resume();
}

function report(passed, failures) {
  for (const { name, details } of failures) {
    const reason = details.error.cause?.message ?? details.error.message;
    console.error(`✖ ${name}\n  ${String(reason).trim().replaceAll('\n', '\n  ')}`);
  }
  console.log(`${modules.length} modules, ${passed} tests passed, ${failures.length} failed`);
  if (failures.length > 0 || passed === 0) process.exitCode = 1;
}
