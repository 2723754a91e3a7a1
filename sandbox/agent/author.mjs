import { commitFiles } from './commit.mjs';
import { planWork } from './plan-work.mjs';

/** The story in the agent's own words, with the files it will leave. */
export function restateStory(prompt) {
  const files = planWork(prompt).map(({ path }) => path);
  return {
    understood: true,
    summary: `Story ${prompt.number}, "${prompt.title}": ${files.length} files, a test for each criterion.`,
    criteria: prompt.criteria.map(({ id, text }) => ({
      id,
      restated: `A test can show that ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
      deliverables: files,
    })),
    questions: [],
  };
}

/** Writes the story's files into the worktree, commits them, and says what was done. */
export function workOnStory(prompt) {
  const files = planWork(prompt);
  const answered = prompt.feedback.map(({ kind }) => kind.replaceAll('_', ' '));
  const subject = answered.length === 0 ? prompt.title : `Mend ${prompt.title.toLowerCase()}`;
  const reason =
    answered.length === 0 ? `Story ${prompt.number}.` : `Story ${prompt.number}, after ${answered.at(-1)}.`;
  commitFiles(files, `${subject}\n\n${reason}`);
  return { summary: `${subject}: ${files.map(({ path }) => path).join(', ')}` };
}
