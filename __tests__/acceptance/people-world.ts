import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aConfig, stateBranch } from './action-world.ts';
import { aBacklog, anEpic, aStory } from './backlog-file.ts';
import { openWorkflowWorld, type WorkflowWorld } from './workflow-world.ts';

export const commentsWorkflow = '.github/workflows/orchestrate-comments.yml';

/** One repository and the people around it: what they write is followed by the example workflow for comments. */
export interface PeopleWorld extends WorkflowWorld {
  /** Asks for a run of the loop, and waits until everything is quiet. */
  turn(): Promise<void>;
  /** The same until nothing moves any more. */
  settle(): Promise<void>;
  /** Writes a comment, in whoever's name; returns its number. */
  say(login: string, on: number, body: string): string;
  /** What we answered to a comment: the reactions of ours, and the text of the reply. */
  answerTo(comment: string): { readonly reactions: readonly string[]; readonly reply: string | null };
  /** Waits until what was said or done was heard of, and everything is quiet again. */
  quiet(): Promise<void>;
  /** The number of the newest pull request of a story. */
  pullOf(story: string): number;
  /** What loopctl says of a story. */
  storyOf(number: string): Promise<unknown>;
  /** How the jobs of the workflow for comments ended so far, one after the other. */
  jobs(): readonly (string | null)[];
}

interface StoredStory {
  readonly number: string;
}

/** CI as the project has it: green, but for a branch that a variable names, and there at the first attempt only. */
const ciText = `name: Tests
on: { push: { branches: [main] }, pull_request: {} }
permissions: {}
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - env: { FLAKY: "\${{ vars.FLAKY && vars.FLAKY == github.head_ref && github.run_attempt == 1 }}" }
        run: test "$FLAKY" != true
`;

/** Six stories, of which two wait for the first; nothing merges but what a person approved. */
export async function openPeopleWorld(): Promise<PeopleWorld> {
  const agent = { command: [process.execPath, join(import.meta.dirname, 'people-agent.mjs')], 'timeout-minutes': 1 };
  const numbers = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6'];
  const world = await openWorkflowWorld({
    'README.md': 'A demonstration.\n',
    'src/start.js': 'export const start = 1;\n',
    'backlog.json': aBacklog({
      epics: [
        anEpic(
          1,
          numbers.map((number) => aStory(number)),
        ),
      ],
      story_dependencies: ['1.5', '1.6'].map((story) => ({ story, depends_on: '1.1' })),
    }),
    '.github/orchestrate.yml': aConfig({
      concurrency: 4,
      agents: { implement: agent, review: agent },
      merge: { mode: 'approve' },
      'protected-paths': ['locked/**'],
    }),
    '.github/workflows/tests.yml': ciText,
    [commentsWorkflow]: readFileSync(join(import.meta.dirname, '../..', 'examples/orchestrate-comments.yml'), 'utf8'),
  });
  const { world: site, host } = world.github;
  const ada = site.createUser('ada', 'maintain');
  site.createUser('grace', 'write');
  site.createUser('eve', 'read');
  return {
    ...world,
    turn: async () => void (await world.run(ada)),
    settle: async () => {
      for (let before = ''; before !== world.state(); ) {
        before = world.state() ?? '';
        await world.run(ada);
      }
    },
    say: (login, on, body) => String(site.commentAs(login, on, body)),
    answerTo: (comment) => {
      const all = [...site.pulls(), ...site.issues()].flatMap(({ number }) => site.comments(number));
      const reply = all.find(({ body }) => body.endsWith(`<!-- orchestrate answer ${comment} -->`));
      const ours = site.reactions(Number(comment)).filter(({ user }) => user === 'orchestrate-app[bot]');
      return { reactions: ours.map(({ content }) => content), reply: reply?.body ?? null };
    },
    quiet: world.runner.idle,
    pullOf: (story) => {
      const found = site.pulls().findLast(({ headRef }) => headRef.startsWith(`orchestrate/${story}`));
      if (found === undefined) throw new Error(`no pull request of ${story}`);
      return found.number;
    },
    storyOf: async (number) => {
      const read = async (folder: string): Promise<readonly StoredStory[]> =>
        JSON.parse(await site.git(['show', `${stateBranch}:projects/demo/${folder}/1.json`])).stories;
      const [asked, came] = await Promise.all([read('epics'), read('progress')]);
      const story = asked.find((one) => one.number === number);
      return { agent_status: 'pending', ...story, ...came.find((one) => one.number === number) };
    },
    jobs: () =>
      host
        .runs()
        .filter(({ workflowPath }) => workflowPath === commentsWorkflow)
        .flatMap(({ id }) => host.jobs(id).map(({ conclusion }) => conclusion)),
  };
}
