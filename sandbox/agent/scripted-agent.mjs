// A coding agent that needs no model: it reads the prompt, restates, writes code with tests, or reviews a diff.
import { readFileSync, writeFileSync } from 'node:fs';
import { repairBase, restateStory, workOnStory } from './author.mjs';
import { readPrompt } from './read-prompt.mjs';
import { reviewDiff } from './review-diff.mjs';

const tasks = {
  restate: restateStory,
  implement: workOnStory,
  fix: workOnStory,
  repair: repairBase,
  review: reviewDiff,
};

const { ORCHESTRATE_TASK: task, ORCHESTRATE_RESULT_FILE: resultFile } = process.env;
const perform = tasks[task];
if (perform === undefined || resultFile === undefined) {
  console.error(`This scripted agent knows ${Object.keys(tasks).join(', ')}; it was asked for "${task}".`);
  process.exit(1);
}

const result = perform(readPrompt(readFileSync(0, 'utf8')));
writeFileSync(resultFile, `${JSON.stringify(result, null, 2)}\n`);
console.log(result.summary);
