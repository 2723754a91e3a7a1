import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drive } from '../../sandbox/demo/drive.ts';
import { foundWorld } from '../../sandbox/demo/found-world.ts';
import { createHands } from '../../sandbox/demo/hands.ts';
import { workflowPath } from '../../sandbox/demo/house-rules.ts';
import { openStage, type Stage } from '../../sandbox/demo/stage.ts';
import { openWorldFolder } from '../../sandbox/demo/world-folder.ts';

const root = join(import.meta.dirname, '../..');
const scripted = `${process.execPath} ${join(root, 'sandbox/agent/scripted-agent.mjs')}`;
/** An agent that writes and reviews like the other, and has no idea of a repair. */
const clueless = `if [ "$ORCHESTRATE_TASK" = repair ]; then echo '{"summary":"No idea."}' > "$ORCHESTRATE_RESULT_FILE"; else ${scripted}; fi`;

/** Two stories of the sample: each is green alone, and together they are red. */
const together = ['1.5', '1.6'];

function backlogText(): string {
  const { epics } = JSON.parse(readFileSync(join(root, 'sandbox/sample/backlog.json'), 'utf8'));
  const [epic] = epics as readonly { readonly stories: readonly { readonly number: string }[] }[];
  const stories = epic?.stories.filter(({ number }) => together.includes(number));
  return JSON.stringify({ epics: [{ ...epic, stories }], story_dependencies: [], epic_dependencies: [] });
}

interface Play {
  readonly ending: string;
  /** What was done, in order: `merge 1.5`. */
  readonly told: readonly string[];
  /** The merge commits on the base, the newest first, by their titles. */
  readonly merges: readonly string[];
  readonly violations: readonly string[];
  readonly open: readonly number[];
}

/** Plays both stories to their end, or to where nothing moves. */
async function play(script: string, config: Readonly<Record<string, unknown>>): Promise<Play> {
  const place = await mkdtemp(join(tmpdir(), 'red-base-'));
  try {
    const folder = await openWorldFolder(place, { concurrency: 2, isSample: false });
    const backlog = backlogText();
    const told: string[] = [];
    await using stage = await openStage({
      folder,
      action: root,
      backlog,
      onTold: (_, entry) => {
        if (entry.kind === 'decision')
          told.push(`${entry.decision}${entry.role ? ` (${entry.role})` : ''} ${entry.story ?? '-'}`);
      },
    });
    const command = ['sh', join(root, 'sandbox/agent/witness.sh'), folder.spool, 'bash', '-c', script];
    const { world } = stage.github;
    await foundWorld(world, { root, backlog, concurrency: 2, author: command, reviewer: command, config });
    const ending = await driveOn(stage);
    const violations = await stage.auditor.violations();
    const titles = await world.git(['log', '--first-parent', '--format=%s', 'main']);
    return {
      ending,
      told,
      merges: titles.trim().split('\n'),
      violations: violations.map(({ code, detail }) => `${code}: ${detail}`),
      open: world.pulls().flatMap(({ number, state }) => (state === 'open' ? [number] : [])),
    };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

function driveOn({ github, runner, auditor, board }: Stage): ReturnType<typeof drive> {
  const hands = createHands(github);
  return drive({
    signal: new AbortController().signal,
    idle: runner.idle,
    dispatch: () => hands.start(),
    schedule: () => github.world.schedule(workflowPath),
    look: async () => {
      await auditor.violations();
      const standings = auditor.standings();
      const isDone = together.every((number) => standings.get(number)?.verifiedStatus === 'verified');
      return { isDone, picture: String(board.told.length), waitMs: 0 };
    },
  });
}

/** Those that begin with one of these words, in the order in which they were told. */
function only(told: readonly string[], words: readonly string[]): readonly string[] {
  return told
    .filter((one) => words.some((word) => one.startsWith(word)))
    .map((one) => one.replace(/repair-\w+/, 'base'));
}

describe('two stories that are green apart and red together', () => {
  it('are repaired through the gate, and then both verified', { timeout: 240_000 }, async () => {
    const { ending, told, merges, violations, open } = await play(scripted, {});
    expect(violations).toEqual([]);
    expect(ending).toBe('done');
    const [second = '', first = ''] = [...merges].slice(1, 3).map((title) => title.split(':')[0]);
    expect(only(told, ['merge', 'verify', 'dispatch (repair)', 'accept_repair', 'drop_repair', 'revert'])).toEqual([
      `merge ${first}`,
      `verify ${first}`,
      `merge ${second}`,
      'dispatch (repair) base',
      'accept_repair base',
      'merge base',
      'drop_repair base',
      `verify ${second}`,
    ]);
    expect(told.filter((one) => one.startsWith('dispatch (review) repair-'))).toHaveLength(1);
    expect(merges[0]).toMatch(/^repair-\w{7}: Make main green again/);
    expect(open).toEqual([]);
  });

  it('are brought apart by a revert where nobody can repair them, and one is done again', {
    timeout: 240_000,
  }, async () => {
    const config = { base: { revert: true }, limits: { repairs: 1 } };
    const { ending, told, merges, violations, open } = await play(clueless, config);
    expect(violations).toEqual([]);
    expect(ending).toBe('done');
    const [, , second = '', first = ''] = merges.map((title) => title.split(':')[0]);
    expect(
      only(told, ['merge', 'verify', 'dispatch (repair)', 'refuse', 'revert', 'adopt', 'drop_repair', 'reject']),
    ).toEqual([
      `merge ${first}`,
      `verify ${first}`,
      `merge ${second}`,
      'dispatch (repair) base',
      'refuse base',
      'revert base',
      'adopt base',
      'merge base',
      'drop_repair base',
      `reject ${second}`,
      `merge ${second}`,
      `verify ${second}`,
    ]);
    expect(merges[1]).toMatch(new RegExp(`^repair-\\w{7}: Revert story ${second}`));
    expect(open).toEqual([]);
  });
});
