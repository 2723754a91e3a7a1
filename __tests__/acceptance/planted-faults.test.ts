import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ViolationCode } from '../../sandbox/auditor/violation.ts';
import { demonstrate } from '../../sandbox/demo/demonstration.ts';
import { openWorldFolder } from '../../sandbox/demo/world-folder.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** A text in the copy of one of our files, and what takes its place; a text that is not there is an error. */
interface Patch {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

interface PlantedFault {
  readonly fault: string;
  readonly patches: readonly Patch[];
  /** Stories that bring it to light; the plain ones unless told. */
  readonly backlog?: string;
  readonly reported: ViolationCode;
}

const bundle = 'dist';
const assignmentWorkflow = 'examples/orchestrate-assignment.yml';

/** Stories that wait for nothing, so that several are ready to merge at one moment. */
const plainStories = ['7.1', '7.3', '7.4'].map((number) => ({
  number,
  title: `Story ${number}`,
  acceptance_criteria: [{ id: `AC-${number}.1`, description: `The module of ${number} says its number` }],
}));
/** Where each story brings it to light by itself, more of them only take longer. */
const oneStory = backlogOf(plainStories.slice(0, 1));

const faults: readonly PlantedFault[] = [
  {
    fault: 'the reviewer is skipped',
    patches: [
      {
        file: bundle,
        find: 'function askReview(view, context) {',
        replace: `function askReview(view, context) {
  const review = { result: 'pass', summary: 'planted', findings: [], acs_verified: [], acs_failed: [], acs_human: [] };
  const { patchId, sha: headSha } = view.memory.head;
  const verdict = { review, criteriaHash: view.story.criteriaHash, patchId, headSha,
    reviewer: context.world.identities.reviewer, by: null, assignment: 'planted', run: 1, at: context.now };
  const record = { kind: 'record_verdict', story: view.story, head: view.memory.head, because: 'planted', assignment: 'planted', verdict };
  return { kind: 'act', decision: record };`,
      },
    ],
    backlog: oneStory,
    reported: 'merge_without_verdict',
  },
  {
    fault: 'the head SHA is not sent with the merge',
    patches: [{ file: bundle, find: 'sha: wanted.headSha, merge_method', replace: 'merge_method' }],
    backlog: oneStory,
    reported: 'merge_without_head_sha',
  },
  {
    fault: "the agent is given the App's token",
    patches: [
      {
        file: bundle,
        find: '...pick(facts.ambient, listedNames(facts.names)),',
        replace: "...pick(facts.ambient, ['APP_TOKEN']),",
      },
      {
        file: assignmentWorkflow,
        find: '    outputs:\n      outcome-artifact:',
        replace: '    environment: orchestrate\n    outputs:\n      outcome-artifact:',
      },
      {
        file: assignmentWorkflow,
        find: '      - name: Run the agent\n',
        replace: `      - id: planted
        uses: actions/create-github-app-token@bcd2ba49218906704ab6c1aa796996da409d3eb1 # v3.2.0
        with:
          client-id: \${{ secrets.ORCHESTRATE_APP_ID }}
          private-key: \${{ secrets.ORCHESTRATE_APP_KEY }}
      - name: Run the agent
`,
      },
      {
        file: assignmentWorkflow,
        find: '        env:\n',
        replace: `        env:\n          APP_TOKEN: \${{ steps.planted.outputs.token }}\n`,
      },
    ],
    backlog: oneStory,
    reported: 'agent_held_write_token',
  },
  {
    fault: 'the proof of the base is ignored',
    patches: [
      {
        file: bundle,
        find: 'function judgeBase(base, ledger, policy, now) {',
        replace: "function judgeBase(base, ledger, policy, now) {\n  return { kind: 'proven' };",
      },
      {
        file: 'sandbox/sample/project/.github/workflows/ci.yml',
        find: '      - run: node scripts/check.mjs',
        replace: "      - run: sleep 600\n        if: github.event_name == 'push'\n      - run: node scripts/check.mjs",
      },
    ],
    reported: 'merge_on_unproven_base',
  },
  {
    fault: 'nobody has to approve protected paths',
    patches: [
      {
        file: bundle,
        find: 'work.protectedPaths.length > 0 && memory.approvedHead !== head.sha',
        replace: 'false',
      },
    ],
    backlog: backlogOf([
      {
        number: '4.1',
        title: 'Tell coding agents how this library is made',
        acceptance_criteria: [
          { id: 'AC-4.1.1', description: 'AGENTS.md says where a function and its test belong' },
          { id: 'AC-4.1.2', description: 'It names the command that CI runs' },
        ],
      },
    ]),
    reported: 'protected_paths_unapproved',
  },
];

function backlogOf(stories: typeof plainStories): string {
  const epics = [{ number: Number.parseInt(stories[0]?.number ?? '', 10), title: 'Side by side', stories }];
  return JSON.stringify({ epics, story_dependencies: [], epic_dependencies: [] });
}

describe('the auditor, who does not ask our code', () => {
  test('reports nothing about the action as it stands', { timeout: 300_000 }, async () => {
    const { ending, violations } = await play([]);
    expect(violations).toEqual([]);
    expect(ending).toBe('done');
  });

  test.each(faults)('reports it when $fault', { timeout: 300_000 }, async ({ patches, backlog, reported }) => {
    const { violations } = await play(patches, backlog);
    expect(violations).toContain(reported);
  });
});

interface Play {
  readonly ending: string;
  readonly violations: readonly ViolationCode[];
}

/** Plays the backlog with a patched copy of the project, until the auditor reports something or all is done. */
async function play(patches: readonly Patch[], backlog = backlogOf(plainStories)): Promise<Play> {
  const place = await mkdtemp(join(tmpdir(), 'orchestrate-planted-'));
  try {
    const root = join(place, 'project');
    for (const part of ['action.yml', 'dist', 'examples', 'sandbox/sample']) {
      await cp(join(project, part), join(root, part), { recursive: true });
    }
    for (const patch of patches) await plant(root, patch);
    const stop = new AbortController();
    const folder = await openWorldFolder(join(place, 'world'), { concurrency: 3, isSample: false });
    const witness = ['sh', join(project, 'sandbox/agent/witness.sh'), folder.spool];
    const { ending, summary } = await demonstrate({
      root,
      action: root,
      folder,
      backlog,
      slots: 4,
      agent: [...witness, process.execPath, join(project, 'sandbox/agent/scripted-agent.mjs')],
      viewer: {
        say: () => undefined,
        told: () => undefined,
        draw: (_, { violations }) => {
          if (violations > 0) stop.abort();
        },
        close: () => undefined,
      },
      signal: stop.signal,
    });
    return { ending, violations: summary.violations.map(({ code }) => code) };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Changes the words wherever they stand: the bundle comes in parts, and a part may have what another one has. */
async function plant(root: string, { file, find, replace }: Patch): Promise<void> {
  const files = file === bundle ? await listParts(root) : [file];
  const changed = files.map(async (name) => {
    const text = await readFile(join(root, name), 'utf8');
    if (text.includes(find))
      await writeFile(
        join(root, name),
        text.replace(find, () => replace),
      );
    return text.includes(find);
  });
  if (!(await Promise.all(changed)).includes(true)) throw new Error(`${file} has no ${JSON.stringify(find)} to patch`);
}

async function listParts(root: string): Promise<readonly string[]> {
  const names = await readdir(join(root, bundle));
  return names.filter((name) => name.endsWith('.js')).map((name) => `${bundle}/${name}`);
}
