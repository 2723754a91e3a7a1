import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BacklogPayload } from '../../src/core/backlog.ts';
import { emptyLedger, type Ledger } from '../../src/core/ledger.ts';
import type { Snapshot } from '../../src/core/snapshot.ts';
import { ConfigurationError } from '../../src/errors.ts';
import { fetchInto } from '../../src/git/repository.ts';
import { findBlockingDrift } from '../../src/pass/gather-drift.ts';
import { gatherReadiness } from '../../src/pass/gather-readiness.ts';
import { importBacklog } from '../../src/pass/import-backlog.ts';
import { type ApplyWorld, foundApplyWorld, type Process } from './apply/world.ts';

let world: ApplyWorld;
let process: Process;
beforeEach(async () => {
  world = await foundApplyWorld();
  process = await world.start();
});
afterEach(async () => {
  await process[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

type Edges = Pick<BacklogPayload, 'story_dependencies' | 'epic_dependencies'>;
const noEdges: Edges = { story_dependencies: [], epic_dependencies: [] };

/** Imports a backlog of 1.1, 1.2 and 2.1 with these dependencies, as the next plan does after a commit. */
async function importWith(ledger: Ledger, edges: Partial<Edges>): Promise<Ledger> {
  const { pass } = process;
  const story = (number: string): object => ({
    number,
    title: `Story ${number}`,
    acceptance_criteria: [{ id: 'AC-1', description: 'It works.' }],
  });
  const epics = [
    { number: 1, title: 'Epic', stories: ['1.1', '1.2'].map(story) },
    { number: 2, title: 'Next', stories: [story('2.1')] },
  ];
  const files = { 'backlog.json': JSON.stringify({ epics, ...noEdges, ...edges }) };
  const tip = await world.site.world.pushAs('ann', { branch: 'planning', onto: 'main', files, message: 'Plan' });
  await fetchInto(pass.trees, { commits: [tip] });
  return await importBacklog(ledger, tip, 'backlog.json', pass);
}

async function driftOf(ledger: Ledger): Promise<Snapshot['drift']> {
  const { loopctl, project } = process.pass;
  const graph = await loopctl.dependencyGraph(project.id);
  const { blockers } = await gatherReadiness(graph, process.pass);
  return findBlockingDrift(graph, blockers, ledger);
}

describe('a dependency that was taken out of the backlog', () => {
  it('is remembered as long as loopctl keeps it, and said to block where it does', async () => {
    const before = await importWith(emptyLedger, {
      story_dependencies: [{ story: '1.2', depends_on: '1.1' }],
      epic_dependencies: [{ epic: 2, depends_on: 1 }],
    });
    expect(before.drift).toEqual([]);
    expect(await driftOf(before)).toEqual(new Map());
    const after = await importWith(before, {});
    expect(after.drift).toEqual([
      { kind: 'story', from: '1.2', to: '1.1' },
      { kind: 'epic', from: '2', to: '1' },
    ]);
    expect(await driftOf(after)).toEqual(
      new Map([
        ['1.2', ['1.1']],
        ['2.1', ['1.1', '1.2']],
      ]),
    );
  });

  it('is none once it is put back into the file', async () => {
    const edges = { story_dependencies: [{ story: '1.2', depends_on: '1.1' }] };
    const gone = await importWith(await importWith(emptyLedger, edges), {});
    expect((await importWith(gone, edges)).drift).toEqual([]);
  });

  it('blocks nobody whose blocker is done', async () => {
    const edges = { story_dependencies: [{ story: '1.2', depends_on: '1.1' }] };
    const after = await importWith(await importWith(emptyLedger, edges), {});
    const { loopctl } = process.pass;
    await loopctl.backfill((await process.story()).id, { reason: 'done before' });
    expect(await driftOf(after)).toEqual(new Map());
  });
});

describe('a backlog that makes a circle with what loopctl keeps', () => {
  it.each<readonly [string, Partial<Edges>, Partial<Edges>, RegExp]>([
    [
      'of stories',
      { story_dependencies: [{ story: '1.2', depends_on: '1.1' }] },
      { story_dependencies: [{ story: '1.1', depends_on: '1.2' }] },
      /wait for each other: 1\.\d → 1\.\d → 1\.\d\n.*that story 1\.2 waits for 1\.1/,
    ],
    [
      'of epics, which loopctl would accept and wait for ever',
      { epic_dependencies: [{ epic: 2, depends_on: 1 }] },
      { epic_dependencies: [{ epic: 1, depends_on: 2 }] },
      /epics wait for each other: .*\n.*that epic 2 waits for 1/,
    ],
  ])('is refused whole: %s', async (_, first, then, message) => {
    const ledger = await importWith(emptyLedger, first);
    const { loopctl, project } = process.pass;
    const before = await loopctl.dependencyGraph(project.id);
    const importing = importWith(ledger, then);
    await expect(importing).rejects.toThrow(ConfigurationError);
    await expect(importing).rejects.toThrow(message);
    expect(await loopctl.dependencyGraph(project.id)).toEqual(before);
  });
});
