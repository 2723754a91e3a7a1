import { commitFiles, mergeCommit } from './commit.mjs';
import { mendByLog } from './mend-by-log.mjs';
import { forgottenFiles, openQuestions, planWork } from './plan-work.mjs';

/** The story in the agent's own words, with the files it will leave; or the questions it has first. */
export function restateStory(prompt) {
  const files = planWork(prompt).map(({ path }) => path);
  const questions = openQuestions(prompt);
  return {
    understood: questions.length === 0,
    summary: `Story ${prompt.number}, "${prompt.title}": ${files.length} files, a test for each criterion.`,
    criteria: prompt.criteria.map(({ id, text }) => ({
      id,
      restated: `A test can show that ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
      deliverables: files,
    })),
    questions,
  };
}

/** Writes the story's files into the worktree, commits them, and says what was done. */
export function workOnStory(prompt) {
  const forgotten = forgottenFiles(prompt);
  const files = planWork(prompt).filter(({ path }) => !forgotten.includes(path));
  const answered = prompt.feedback.map(({ kind }) => kind.replaceAll('_', ' '));
  const subject = answered.length === 0 ? prompt.title : `Mend ${prompt.title.toLowerCase()}`;
  const reason =
    answered.length === 0 ? `Story ${prompt.number}.` : `Story ${prompt.number}, after ${answered.at(-1)}.`;
  const base = prompt.feedback.map(({ text }) => /git merge ([0-9a-f]{40})/.exec(text)?.[1]).find(Boolean);
  // Where nothing of its own is to be mended, the base is what the branch lacks.
  if (!commitFiles(files, `${subject}\n\n${reason}`) && base !== undefined) mergeCommit(base);
  return { summary: `${subject}: ${files.map(({ path }) => path).join(', ')}` };
}

/** Mends a red base by what the logs of its failed jobs say. */
export function repairBase(prompt) {
  const files = mendByLog(prompt.log);
  const paths = files.map(({ path }) => path).join(', ');
  if (files.length > 0) commitFiles(files, `Make what was merged fit together\n\nGreen apart, red together: ${paths}.`);
  return { summary: files.length === 0 ? 'What the logs say is not known here.' : `Mended ${paths}` };
}
