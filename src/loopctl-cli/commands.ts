import type { Command } from './command.ts';
import { exportProject, importFile } from './commands/backlog.ts';
import { changes } from './commands/changes.ts';
import { createStory } from './commands/create-story.ts';
import { listDispatches, mintDispatch } from './commands/dispatches.ts';
import { blocked, history, next, search, status } from './commands/reading.ts';
import { serve } from './commands/serve.ts';
import { getSkill } from './commands/skills.ts';
import { squash } from './commands/squash.ts';
import { loadState, saveState } from './commands/state.ts';
import {
  backfill,
  claim,
  contract,
  reject,
  report,
  requestReview,
  reviewComplete,
  start,
  unclaim,
  verify,
} from './commands/steps.ts';
import { whoami } from './commands/whoami.ts';

/** Every command, in the order in which the help names them. */
export const commands: readonly Command[] = [
  whoami,
  status,
  next,
  blocked,
  search,
  history,
  changes,
  contract,
  claim,
  start,
  requestReview,
  unclaim,
  report,
  reviewComplete,
  verify,
  reject,
  backfill,
  createStory,
  importFile,
  exportProject,
  loadState,
  saveState,
  getSkill,
  mintDispatch,
  listDispatches,
  serve,
  squash,
];
