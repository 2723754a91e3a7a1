import { writeAssignmentFile } from '../agents/assignment-file.ts';
import type { Applied } from '../core/applied.ts';
import type { Assignment } from '../core/assignment.ts';
import type { Dispatch } from '../core/decision.ts';
import { packBase } from '../git/base-bundle.ts';
import { diffText } from '../git/diff.ts';
import { ensureRepository, fetchInto } from '../git/repository.ts';
import { gatherSkills } from './gather-skills.ts';
import { withGitTrouble } from './git-trouble.ts';
import { LeftUndone } from './left-undone.ts';
import { transit } from './transition.ts';
import type { LeasedPass } from './under-lease.ts';

const diffLimitBytes = 2_000_000;

/** Claims the story where it is not ours yet, then writes the assignment for this run's matrix. */
export async function applyDispatch(decision: Dispatch, pass: LeasedPass): Promise<Applied> {
  const { settings } = pass;
  if (settings.assignments === null) throw new Error('Only plan has a folder for assignments.');
  const { assignment } = decision;
  const skills = await gatherSkills(assignment.role, pass);
  if (decision.claims) await claim(decision, pass);
  const [diff, base] = await Promise.all([readDiff(assignment, pass), readBase(assignment, pass)]);
  await writeAssignmentFile(settings.assignments, { version: 1, assignment, job: settings.jobs, skills, diff, base });
  return {};
}

async function claim({ story }: Dispatch, pass: LeasedPass): Promise<void> {
  const { loopctl } = pass;
  const terms = { title: story.title, criteriaCount: story.criteria.length };
  await transit('contract', story, pass, () => loopctl.contract(story.id, terms));
  await transit('claim', story, pass, () => loopctl.claim(story.id));
  await transit('start', story, pass, () => loopctl.start(story.id));
}

/** The change a review is about, as this side sees it: the reviewer never has to believe its own checkout. */
async function readDiff(assignment: Assignment, { trees }: LeasedPass): Promise<string | null> {
  if (assignment.role !== 'review') return null;
  const commits = [assignment.startSha, assignment.diffBase];
  if (!(await withGitTrouble(fetchInto(trees, { commits })))) throw gone(assignment);
  return await diffText(trees.directory, assignment.diffBase, assignment.startSha, diffLimitBytes);
}

/** The base for whom may have to merge it: the agent has nothing that it could fetch it with. */
async function readBase(assignment: Assignment, { history }: LeasedPass): Promise<string | null> {
  if (assignment.role === 'review' || !assignment.feedback.some(({ kind }) => mayMerge.has(kind))) return null;
  const { startSha: start, base } = assignment;
  await ensureRepository(history);
  if (!(await withGitTrouble(fetchInto(history, { commits: [start, base.sha] })))) throw gone(assignment);
  const bundle = await packBase(history.directory, { base: base.sha, start });
  return bundle === null ? null : Buffer.from(bundle).toString('base64');
}

const mayMerge: ReadonlySet<string> = new Set(['conflict', 'ci_red']);

function gone({ branch }: Assignment): LeftUndone {
  return new LeftUndone({ code: 'head_not_accepted', detail: `the commits of ${branch} are gone` });
}
