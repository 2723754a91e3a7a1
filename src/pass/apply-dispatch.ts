import { writeAssignmentFile } from '../agents/assignment-file.ts';
import type { Assignment } from '../core/assignment.ts';
import type { Dispatch } from '../core/decision.ts';
import type { Applied } from '../core/remember.ts';
import { diffText } from '../git/diff.ts';
import { fetchInto } from '../git/repository.ts';
import { withGitTrouble } from './git-trouble.ts';
import { LeftUndone } from './left-undone.ts';
import type { Pass } from './pass.ts';
import { transit } from './transition.ts';

const diffLimitBytes = 2_000_000;

/** Claims the story where it is not ours yet, then writes the assignment for this run's matrix. */
export async function applyDispatch(decision: Dispatch, pass: Pass): Promise<Applied> {
  const { settings } = pass;
  if (settings.assignments === null) throw new Error('Only plan has a folder for assignments.');
  if (decision.claims) await claim(decision, pass);
  const { assignment } = decision;
  const diff = await readDiff(assignment, pass);
  await writeAssignmentFile(settings.assignments, { version: 1, assignment, job: settings.jobs, diff });
  return {};
}

async function claim({ story }: Dispatch, pass: Pass): Promise<void> {
  const { loopctl } = pass;
  const terms = { title: story.title, criteriaCount: story.criteria.length };
  await transit('contract', story, pass, () => loopctl.contract(story.id, terms));
  await transit('claim', story, pass, () => loopctl.claim(story.id));
  await transit('start', story, pass, () => loopctl.start(story.id));
}

/** The change a review is about, as this side sees it: the reviewer never has to believe its own checkout. */
async function readDiff(assignment: Assignment, { trees }: Pass): Promise<string | null> {
  if (assignment.role !== 'review') return null;
  const commits = [assignment.startSha, assignment.diffBase];
  if (!(await withGitTrouble(fetchInto(trees, { commits })))) {
    throw new LeftUndone({ code: 'head_not_accepted', detail: `the commits of ${assignment.branch} are gone` });
  }
  return await diffText(trees.directory, assignment.diffBase, assignment.startSha, diffLimitBytes);
}
