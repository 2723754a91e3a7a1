import { join } from 'node:path';
import { listRefs } from '../../../sandbox/github/git/ref-files.ts';
import type { KeptEvent } from '../../../sandbox/github/world/events.ts';
import type { StoryDetail } from '../../../src/loopctl/story-record.ts';
import type { Pass } from '../../../src/pass/pass.ts';
import { type ApplyWorld, type Process, readAssignments, stateBranch } from './world.ts';

export interface Account extends Readonly<Record<string, unknown>> {
  readonly happened: readonly unknown[];
}

/** What a process has learnt and all that an outsider can see, in words that are the same in every copy of a world. */
export async function accountOf(world: ApplyWorld, { pass }: Process, learnt: unknown): Promise<Account> {
  const { site } = world;
  // Only what was made lasting counts.
  await pass.loopctl.reload();
  const pulls = site.world.pulls();
  const isTold = (name: string): boolean => name !== stateBranch && name !== 'main' && !name.startsWith(queueBranches);
  const branches = [...site.world.branches()].filter(([name]) => isTold(name));
  const heads = new Set([...branches.map(([, sha]) => sha), ...pulls.map(({ headSha }) => headSha)]);
  const account = {
    learnt: withoutMoment(learnt),
    queue: site.world.queue(),
    pulls: pulls.map(({ mergeCommitSha: _, ...pull }) => pull),
    // What stands in the dashboard may be some minutes old.
    issues: site.world.issues().map(({ state, title, labels, isPinned }) => ({ state, title, labels, isPinned })),
    comments: pulls.map(({ number }) => site.world.comments(number).map(({ body }) => body)),
    reactions: pulls.map(({ number }) => site.world.comments(number).map(({ id }) => site.world.reactions(id))),
    // Written side by side: which came first is no matter.
    checks: [...heads].map((sha) =>
      site.world.checksOf(sha).toSorted((one, other) => one.name.localeCompare(other.name)),
    ),
    branches,
    kept: listRefs(join(world.folder, 'github/repo.git'), keptRefs),
    main: await site.world.git(['log', '--format=%T %P %B', 'main']),
    happened: site.world.log().filter(isEffect).map(withoutStamp),
    commands: world.commands,
    runs: site.host.runs().map(({ workflowPath, status, attempt }) => ({ workflowPath, status, attempt })),
    assignments: await readAssignments(world),
    loopctl: await accountOfLoopctl(pass),
  };
  const made = await world.site.world.git(['log', '--all', '--committer=GitHub', '--format=%H']);
  return withoutPlace(account, made.split('\n'), world);
}

/** A head is seen at another moment each time. */
function withoutMoment(learnt: unknown): unknown {
  return typeof learnt === 'object' && learnt !== null ? { ...learnt, at: null } : learnt;
}

async function accountOfLoopctl({ loopctl, project }: Pass): Promise<unknown> {
  const stories = await loopctl.listStories(project.id);
  return await Promise.all(
    stories.map(async ({ id }) => {
      const [story, verifications, history] = await Promise.all([
        loopctl.getStory(id),
        loopctl.verifications(id),
        loopctl.history(id),
      ]);
      return {
        ...(story === null ? {} : standingOf(story)),
        verifications: verifications.map(({ result, summary, findings }) => ({ result, summary, findings })),
        history: history.map(({ action, actorLabel, newState }) => ({
          action,
          actorLabel,
          to: newState['agent_status'],
        })),
      };
    }),
  );
}

function standingOf(story: StoryDetail): Readonly<Record<string, unknown>> {
  const { number, agentStatus, verifiedStatus, assignedAgentId, rejectionReason, iterationCount } = story;
  const artifacts = story.artifacts.map(({ artifactType, path, exists, details }) => ({
    artifactType,
    path,
    exists,
    details,
  }));
  return { number, agentStatus, verifiedStatus, assignedAgentId, rejectionReason, iterationCount, artifacts };
}

const keptRefs = { prefixes: ['refs/orchestrate/'], hidden: null } as const;

/** What the queue makes of what it was given, it makes in a time of its own. */
const queueBranches = 'gh-readonly-queue/';

/** What the tokens and the saves of state are about belongs to the passes, not to what they do. */
function isEffect(event: KeptEvent): boolean {
  if (event.kind !== 'push') return event.kind !== 'token';
  return event.ref !== `refs/heads/${stateBranch}` && !event.ref.startsWith(`refs/heads/${queueBranches}`);
}

/** A run, a check or a comment that is made later has another id. */
function withoutStamp({ seq: _, at: __, ...event }: KeptEvent): unknown {
  return 'id' in event && event.kind !== 'job' ? { ...event, id: null } : event;
}

/** As people are told it. */
const moment = /\d{4}-\d\d-\d\d \d\d:\d\d UTC/g;

/** What GitHub commits at another moment is another commit, and every copy of a world has an address of its own. */
function withoutPlace(account: Account, made: readonly string[], { site }: ApplyWorld): Account {
  const told = JSON.stringify(account);
  const shown = made.filter((sha) => sha !== '' && told.includes(sha));
  const inOrder = shown.toSorted((left, right) => told.indexOf(left) - told.indexOf(right));
  const text = inOrder.reduce((before, sha, index) => {
    // People are told the first digits of it.
    return before.replaceAll(sha, `made by GitHub: ${index}`).replaceAll(sha.slice(0, 7), `made: ${index}`);
  }, told);
  return JSON.parse(text.replaceAll(site.url, 'https://github.test').replaceAll(moment, 'a moment'));
}
