import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepTests } from './keep-tests.mjs';
import { mendByLog } from './mend-by-log.mjs';
import { readFiles } from './read-files.mjs';
import { writeSmallModule } from './small-module.mjs';

const solutions = join(dirname(fileURLToPath(import.meta.url)), 'solutions');

/**
 * The files with which a story is solved: from the solutions for the sample's own backlog, else a small module of its
 * own. A fresh agent, told of nothing that went wrong, makes the mistakes that some stories are there to show.
 */
export function planWork(prompt) {
  const { number, title, criteria, feedback } = prompt;
  const isFirst = feedback.length === 0;
  const folder = findSolution(prompt);
  if (folder === null) return writeSmallModule({ number, title, criteria, isFirst });
  const files = new Map([...solutionFiles(folder), ...(isFirst ? mistakes(folder) : [])]);
  const { testsOneFindingAtATime = false } = readScript(folder);
  if (testsOneFindingAtATime) forgetTests(files, criteria, feedback);
  for (const file of mendByLog(feedback.map(({ text }) => text).join('\n'))) files.set(file.path, file);
  return [...files.values()];
}

/** What an author promised and forgets all the same, as long as nobody has told it. */
export function forgottenFiles(prompt) {
  const folder = findSolution(prompt);
  return folder === null || prompt.feedback.length > 0 ? [] : (readScript(folder).forgets ?? []);
}

/** What an author must know before it starts, unless the story says it. */
export function openQuestions(prompt) {
  const folder = findSolution(prompt);
  const { asks } = folder === null ? {} : readScript(folder);
  if (asks === undefined) return [];
  const isStated = prompt.criteria.some(({ text }) => text.includes(asks.unlessStated));
  return isStated ? [] : asks.questions;
}

/** Another backlog may use the same numbers: a solution belongs to the story of its title. */
function findSolution({ number, title }) {
  const folder = join(solutions, number);
  const isKnown = existsSync(folder) && readFileSync(join(folder, 'title.txt'), 'utf8').trim() === title;
  return isKnown ? folder : null;
}

/** How the agent plays the story before it gets it right. */
function readScript(folder) {
  const path = join(folder, 'script.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

const ownNames = ['title.txt', 'script.json', 'first-attempt'];

function solutionFiles(folder) {
  const names = readdirSync(folder).filter((name) => !ownNames.includes(name));
  return readFiles(folder, names).map((file) => [file.path, file]);
}

function mistakes(folder) {
  const attempt = join(folder, 'first-attempt');
  return existsSync(attempt) ? readFiles(attempt, readdirSync(attempt)).map((file) => [file.path, file]) : [];
}

/** An author who answers the first finding only: the other criteria that it names stay without a test, at first all but one. */
function forgetTests(files, criteria, feedback) {
  const findings = feedback.filter(({ kind }) => kind === 'review_failed').map(({ text }) => text);
  const named = criteria.filter(({ id }) => findings.some((text) => text.includes(`${id}:`)));
  const forgotten = (feedback.length === 0 ? criteria : named).slice(1).map(({ id }) => id);
  for (const [path, file] of files) {
    if (path.startsWith('test/')) files.set(path, { path, text: keepTests(file.text, forgotten) });
  }
}
