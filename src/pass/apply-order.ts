import type { Applied } from '../core/applied.ts';
import type { BackfillStory, CreateStory, RerunChecks } from '../core/people-decision.ts';
import { rerunRun } from '../github/rerun-run.ts';
import { LoopctlRefusal } from '../loopctl/loopctl-error.ts';
import { transit } from './transition.ts';
import type { LeasedPass } from './under-lease.ts';

const reviewType = 'person';

/** Has the workflow runs run again that have ended; refused when GitHub starts none of them. */
export async function applyRerunChecks({ order }: RerunChecks, pass: LeasedPass): Promise<Applied> {
  const answers = await Promise.all(order.runs.map((run) => rerunRun(pass.github, run)));
  const refusals = answers.flatMap((answer) => (answer.kind === 'refused' ? answer.message : []));
  return refusals.length < answers.length ? {} : { refusal: refusals.join('; ') };
}

/** Tells loopctl that a story is done elsewhere, with who says so and why; what it refuses is for that person to hear. */
export async function applyBackfill(decision: BackfillStory, pass: LeasedPass): Promise<Applied> {
  const { story, order, how } = decision;
  const { loopctl } = pass;
  const said = `${order.by}: ${order.reason}`.slice(0, 2000);
  return await heed(async () => {
    if (how === 'backfill') {
      const provenance = { reason: said, prNumber: order.pullRequest };
      await transit('backfill', story, pass, () => loopctl.backfill(story.id, provenance));
      return {};
    }
    let refusal: string | null = null;
    await transit('mark_complete', story, pass, async () => {
      const summary = `#${order.pullRequest}, ${said}`;
      const [result] = await loopctl.markComplete([{ storyId: story.id, summary, reviewType }]);
      if (result?.succeeded !== true) refusal = result?.reason ?? 'loopctl did not answer';
    });
    return refusal === null ? {} : { refusal };
  });
}

/** Makes the story, once: one of that number may be there since a try whose answer was lost. */
export async function applyCreateStory({ order }: CreateStory, pass: LeasedPass): Promise<Applied> {
  const { loopctl, project } = pass;
  const known = (await loopctl.listStories(project.id)).find(({ number }) => number === order.story);
  if (known !== undefined)
    return known.title === order.title ? {} : { refusal: `${order.story} is taken: ${known.title}` };
  return await heed(async () => {
    pass.requireLease();
    await loopctl.createStory(project.id, {
      epicNumber: order.epic,
      number: order.story,
      title: order.title,
      ...(order.description === null ? {} : { description: order.description }),
      acceptanceCriteria: order.criteria.map((description, index) => ({ id: `AC-${index + 1}`, description })),
      metadata: { added_by: order.by },
    });
    return {};
  });
}

/** What loopctl refuses it refuses for good: it is told, and not tried again. */
async function heed(tell: () => Promise<Applied>): Promise<Applied> {
  try {
    return await tell();
  } catch (error) {
    if (error instanceof LoopctlRefusal) return { refusal: error.message };
    throw error;
  }
}
