import { expect, test } from 'vitest';
import { tellHistory } from '../../report/history/history.ts';
import { readBranch } from '../../report/sources/read-branch.ts';
import { SourceProblem } from '../../report/sources/source-problem.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import { squashBranch } from '../../src/git/squash-branch.ts';
import { openEmbeddedLoopctl } from '../../src/loopctl/embedded/open.ts';
import type { Loopctl } from '../../src/loopctl/port.ts';
import { aFlight, aLedger, aMemory, minute, noon } from '../builders/ledger.ts';
import { createGitWorld, type GitWorld } from './git-world.ts';

const author = { name: 'Orchestrate', email: 'orchestrate@example.org' };
const branch = 'orchestrate-state';

interface Project {
  readonly loopctl: Loopctl;
  readonly id: string;
  save(ledger: Ledger): Promise<void>;
}

/** A project of two stories; whatever is done in it is done a minute after what was done before. */
async function found(world: GitWorld, slug = 'house'): Promise<Project> {
  let minutes = 0;
  const now = (): Date => new Date(noon + minutes * minute);
  const loopctl = await openEmbeddedLoopctl({
    ...{ remoteUrl: world.url, branch, directory: world.folder(slug), author, now },
  });
  const { id } = await loopctl.ensureProject({ name: 'House', slug });
  const stories = ['1.1', '1.2'].map((number) => ({ number, title: `Story ${number}`, acceptance_criteria: [] }));
  const epics = [{ number: 1, title: 'Ground', stories }];
  await loopctl.importBacklog(id, { epics, story_dependencies: [], epic_dependencies: [] });
  let version = 0;
  return {
    loopctl,
    id,
    save: async (ledger) => {
      minutes += 1;
      await loopctl.saveState(id, 'main', ledger, version);
      version += 1;
    },
  };
}

const attempt = {
  ...({ assignment: '99-3', role: 'implement', run: 99, since: noon + minute, at: noon + 2 * minute } as const),
  ...({ ended: 'accepted', said: 'it stands' } as const),
};

/** An agent is sent to story 1.1, spends something, and its work is accepted. */
async function live({ loopctl, id, save }: Project): Promise<void> {
  const [story] = await loopctl.listStories(id);
  const storyId = story?.id ?? '';
  await loopctl.contract(storyId, { title: 'Story 1.1', criteriaCount: 0 });
  await loopctl.claim(storyId);
  await save(aLedger({ '1.1': aMemory() }, { flights: { '99-3': aFlight({ since: noon + minute }) } }));
  const usage = {
    inputTokens: 40,
    outputTokens: 2,
    modelName: 'm',
    costMillicents: 700,
    phase: 'implementing' as const,
    sessionId: '99-3',
  };
  await loopctl.reportUsage('implementer', storyId, usage);
  await save(aLedger({ '1.1': aMemory({ attempts: [attempt] }) }));
}

test('a project is told from its state branch: stories, agents, what they spent', async () => {
  await using world = await createGitWorld();
  await live(await found(world));
  const history = tellHistory(await readBranch({ repository: world.gitDir, branch, project: null }));
  expect(history).toMatchObject({
    project: 'House',
    epics: [{ number: 1, title: 'Ground' }],
    ledgerSeen: { from: noon + minute, until: noon + 2 * minute },
    spendings: [{ story: '1.1', costMillicents: 700, tokens: 42 }],
  });
  expect(history.stories).toMatchObject([
    {
      number: '1.1',
      state: 'under_way',
      agents: [{ assignment: '99-3', from: noon + minute, until: noon + 2 * minute, ending: 'accepted' }],
    },
    { number: '1.2', state: 'waiting', agents: [] },
  ]);
});

test.each(['ref', 'bundle'] as const)('a history that was squashed into a %s is told whole', async (kind) => {
  await using world = await createGitWorld();
  await live(await found(world));
  const whole = tellHistory(await readBranch({ repository: world.url, branch, project: null }));
  const bundle = world.folder('history.bundle');
  const keep = kind === 'ref' ? kind : { bundle };
  const place = { remoteUrl: world.url, directory: world.folder('squash') };
  await squashBranch({ ...place, branch, author, at: new Date(noon + 9 * minute), keep });
  const repository = kind === 'ref' ? world.url : bundle;
  expect(tellHistory(await readBranch({ repository, branch, project: null }))).toEqual(whole);
});

test('a clone has the branch below its remote', async () => {
  await using world = await createGitWorld();
  await live(await found(world));
  await world.git('update-ref', `refs/remotes/origin/${branch}`, `refs/heads/${branch}`);
  await world.git('update-ref', '-d', `refs/heads/${branch}`);
  expect(await readBranch({ repository: world.gitDir, branch, project: 'house' })).toMatchObject({ project: 'House' });
});

test('what is no such branch, and a project that is not in the store, are said by name', async () => {
  await using world = await createGitWorld();
  await expect(readBranch({ repository: world.gitDir, branch, project: null })).rejects.toThrow(SourceProblem);
  await live(await found(world));
  await expect(readBranch({ repository: world.gitDir, branch, project: 'shed' })).rejects.toThrow(
    'There is no project shed in the store: it has house.',
  );
});
