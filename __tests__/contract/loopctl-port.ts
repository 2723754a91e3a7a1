import { describe, expect, test } from 'vitest';
import type { BacklogPayload } from '../../src/core/backlog.ts';
import { LoopctlRefusal } from '../../src/loopctl/loopctl-error.ts';
import type { Loopctl, Project } from '../../src/loopctl/port.ts';
import type { StoryRecord } from '../../src/loopctl/story-record.ts';

/** A loopctl of its own for one test, which several clients can open at once. */
export interface PortWorld extends AsyncDisposable {
  open(): Promise<Loopctl>;
}

const criteria = [
  { id: 'AC-1', description: 'first' },
  { id: 'AC-2', description: 'second' },
];

const backlog: BacklogPayload = {
  epics: [
    {
      number: 1,
      title: 'Ground',
      stories: [
        { number: '1.1', title: 'First', acceptance_criteria: criteria, metadata: { deliverables: ['lib/first.js'] } },
        { number: '1.2', title: 'Second', acceptance_criteria: criteria, estimated_hours: 3.5 },
        { number: '1.10', title: 'Tenth', acceptance_criteria: criteria },
      ],
    },
    { number: 2, title: 'Walls', stories: [{ number: '2.1', title: 'Wall', acceptance_criteria: criteria }] },
  ],
  story_dependencies: [{ story: '1.2', depends_on: '1.1' }],
  epic_dependencies: [{ epic: 2, depends_on: 1 }],
};

/** What every loopctl behind the port does, wherever it keeps what it knows. */
export function describeLoopctl(name: string, createWorld: () => Promise<PortWorld>): void {
  describe(`loopctl's port, ${name}`, () => {
    test('a project is made once and found by slug, name and id', async () => {
      await using world = await createWorld();
      const loopctl = await world.open();
      expect(await loopctl.findProject('house')).toBeNull();
      const made = await loopctl.ensureProject({ name: 'The House', slug: 'house', mission: 'Build it' });
      expect(await loopctl.ensureProject({ name: 'Another name', slug: 'house' })).toEqual(made);
      for (const key of ['house', 'The House', made.id]) {
        expect(await loopctl.findProject(key)).toEqual(made);
      }
    });

    test('a backlog comes in whole, and a second time changes nothing', async () => {
      await using world = await createWorld();
      const { loopctl, project, result } = await withBacklog(world);
      expect(result).toMatchObject({ epicsCreated: 2, storiesCreated: 4, dependenciesCreated: 2, orphans: [] });
      const before = await loopctl.listStories(project.id);
      const again = await loopctl.importBacklog(project.id, backlog);
      expect(again).toMatchObject({ epicsCreated: 0, storiesCreated: 0, storiesUpdated: 4, dependenciesCreated: 0 });
      expect(await loopctl.listStories(project.id)).toEqual(before);
    });

    test('stories come by number, each with its epic, criteria and deliverables', async () => {
      await using world = await createWorld();
      const { loopctl, project } = await withBacklog(world);
      const stories = await loopctl.listStories(project.id);
      expect(stories.map(({ number, epic }) => [number, epic])).toEqual([
        ['1.1', 1],
        ['1.2', 1],
        ['1.10', 1],
        ['2.1', 2],
      ]);
      expect(stories[0]).toMatchObject({
        title: 'First',
        criteria: [
          { id: 'AC-1', text: 'first' },
          { id: 'AC-2', text: 'second' },
        ],
        deliverables: ['lib/first.js'],
        agentStatus: 'pending',
        verifiedStatus: 'unverified',
      });
      expect(stories[1]?.estimatedHours).toBe(3.5);
    });

    test('a story waits for its dependencies and for the epics its epic depends on', async () => {
      await using world = await createWorld();
      const { loopctl, project } = await withBacklog(world);
      expect((await loopctl.listReady(project.id)).map(({ number }) => number)).toEqual(['1.1', '1.10']);
      const blocked = await loopctl.listBlocked(project.id);
      expect(blocked.map(({ story, blockers }) => [story.number, blockers.map(({ number }) => number).sort()])).toEqual(
        [
          ['1.2', ['1.1']],
          ['2.1', ['1.1', '1.10', '1.2']],
        ],
      );
      const graph = await loopctl.dependencyGraph(project.id);
      const ids = new Map((await loopctl.listStories(project.id)).map((story) => [story.number, story.id]));
      expect(graph.storyDependencies).toEqual([{ from: ids.get('1.2'), to: ids.get('1.1') }]);
      expect(graph.epicDependencies).toHaveLength(1);
    });

    test('lists longer than a page come whole', async () => {
      await using world = await createWorld();
      const loopctl = await world.open();
      const project = await loopctl.ensureProject({ name: 'Long', slug: 'long' });
      const stories = Array.from({ length: 620 }, (_, index) => ({
        number: `1.${index + 1}`,
        title: `Story ${index + 1}`,
        acceptance_criteria: criteria,
      }));
      const chain = stories.slice(310).map(({ number }) => ({ story: number, depends_on: '1.1' }));
      const payload = { epics: [{ number: 1, title: 'E', stories }], story_dependencies: chain, epic_dependencies: [] };
      await loopctl.importBacklog(project.id, payload);
      expect(await loopctl.listStories(project.id)).toHaveLength(620);
      expect(await loopctl.listReady(project.id)).toHaveLength(310);
      expect(await loopctl.listBlocked(project.id)).toHaveLength(310);
    });

    test('a story goes from pending to verified, in the right names', async () => {
      await using world = await createWorld();
      const { loopctl, project } = await withBacklog(world);
      const { implementer, orchestrator } = await loopctl.identities();
      const { id } = await story(loopctl, project, '1.1');
      await loopctl.contract(id, { title: 'First', criteriaCount: 2 });
      expect(await loopctl.claim(id)).toMatchObject({ agentStatus: 'assigned', assignedAgentId: implementer.agentId });
      await loopctl.start(id);
      const artifact = await loopctl.postArtifact(id, { artifactType: 'pull_request', path: 'pull/1', exists: true });
      expect(artifact.reporterAgentId).toBe(implementer.agentId);
      expect((await loopctl.requestReview(id)).agentStatus).toBe('implementing');
      const usage = { inputTokens: 10, outputTokens: 5, modelName: 'm', costMillicents: 3 };
      expect((await loopctl.report(id, usage)).agentStatus).toBe('reported_done');
      await loopctl.reviewComplete(id, { reviewType: 'independent', findingsCount: 2, fixesCount: 2 });
      const verified = await loopctl.verify(id, { summary: 'merged', reviewType: 'independent', commitSha: 'abc' });
      expect(verified.verifiedStatus).toBe('verified');
      expect(await loopctl.verifications(id)).toMatchObject([
        { result: 'pass', iteration: 1, summary: 'merged', orchestratorAgentId: orchestrator.agentId },
      ]);
      expect(await loopctl.getStory(id)).toMatchObject({ iterationCount: 1, artifacts: [{ path: 'pull/1' }] });
      expect((await loopctl.listReady(project.id)).map(({ number }) => number)).toEqual(['1.2', '1.10']);
      expect((await loopctl.history(id)).map(({ action }) => action)).toEqual([
        'status_changed',
        'status_changed',
        'status_changed',
        'status_changed',
        'verified',
      ]);
    });

    test('a rejected story is ready again, with the reason, and can be done again', async () => {
      await using world = await createWorld();
      const { loopctl, project } = await withBacklog(world);
      const reported = await reportedStory(loopctl, project, '1.1');
      const findings = { findings: [{ severity: 'HIGH', ac_id: 'AC-2', description: 'no test' }] };
      const rejected = await loopctl.reject(reported.id, { reason: 'AC-2 not met', findings });
      expect(rejected).toMatchObject({ agentStatus: 'pending', verifiedStatus: 'rejected', assignedAgentId: null });
      expect(await loopctl.verifications(reported.id)).toMatchObject([
        { result: 'fail', findings, summary: 'AC-2 not met' },
      ]);
      expect((await loopctl.listReady(project.id)).map(({ number }) => number)).toContain('1.1');
      await reportedStory(loopctl, project, '1.1');
    });

    test.each([
      [
        'a wrong title',
        (loopctl: Loopctl, id: string) => loopctl.contract(id, { title: 'Other', criteriaCount: 2 }),
        422,
      ],
      [
        'a wrong count',
        (loopctl: Loopctl, id: string) => loopctl.contract(id, { title: 'First', criteriaCount: 3 }),
        422,
      ],
      ['a claim without handshake', (loopctl: Loopctl, id: string) => loopctl.claim(id), 409],
      ['a start without claim', (loopctl: Loopctl, id: string) => loopctl.start(id), 409],
      ['a report of a pending story', (loopctl: Loopctl, id: string) => loopctl.report(id), 409],
      ['a reject of a pending story', (loopctl: Loopctl, id: string) => loopctl.reject(id, { reason: 'no' }), 409],
      ['an unclaim of a pending story', (loopctl: Loopctl, id: string) => loopctl.unclaim(id), 409],
    ])('%s is refused and changes nothing', async (_, call, status) => {
      await using world = await createWorld();
      const { loopctl, project } = await withBacklog(world);
      const before = await story(loopctl, project, '1.1');
      const error = await call(loopctl, before.id).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(LoopctlRefusal);
      expect(error).toMatchObject({ status });
      expect(await story(loopctl, project, '1.1')).toEqual(before);
    });

    test('a review with open findings cannot be completed, and without a review nothing is verified', async () => {
      await using world = await createWorld();
      const { loopctl, project } = await withBacklog(world);
      const { id } = await reportedStory(loopctl, project, '1.1');
      const open = { reviewType: 'independent', findingsCount: 2, fixesCount: 1 };
      await expect(loopctl.reviewComplete(id, open)).rejects.toMatchObject({ status: 422 });
      const verification = { summary: 'x', reviewType: 'y' };
      await expect(loopctl.verify(id, verification)).rejects.toMatchObject({ status: 422 });
    });

    test('a story is given back, or taken back', async () => {
      await using world = await createWorld();
      const { loopctl, project } = await withBacklog(world);
      const { id } = await story(loopctl, project, '1.1');
      await loopctl.contract(id, { title: 'First', criteriaCount: 2 });
      await expect(loopctl.unclaim(id)).rejects.toMatchObject({ status: 403 });
      expect((await loopctl.forceUnclaim(id)).agentStatus).toBe('pending');
      await loopctl.contract(id, { title: 'First', criteriaCount: 2 });
      await loopctl.claim(id);
      expect(await loopctl.unclaim(id)).toMatchObject({ agentStatus: 'pending', assignedAgentId: null });
    });

    test('work that a person did is recorded with where it was done', async () => {
      await using world = await createWorld();
      const { loopctl, project } = await withBacklog(world);
      const { id } = await story(loopctl, project, '1.1');
      const provenance = { reason: 'merged by a person', prNumber: 7, evidenceUrl: 'https://example.org/pull/7' };
      expect(await loopctl.backfill(id, provenance)).toMatchObject({ verifiedStatus: 'verified' });
      expect(await loopctl.backfill(id, provenance)).toMatchObject({ verifiedStatus: 'verified' });
      const other = await reportedStory(loopctl, project, '1.10');
      await loopctl.reject(other.id, { reason: 'no' });
      await expect(loopctl.backfill(other.id, provenance)).rejects.toMatchObject({ status: 422 });
      const completion = { storyId: other.id, summary: 'merged by a person, #8', reviewType: 'human_merge' };
      expect(await loopctl.markComplete([completion])).toEqual([{ storyId: other.id, succeeded: true, reason: null }]);
      const unknown = { ...completion, storyId: '00000000-0000-4000-8000-000000000000' };
      expect(await loopctl.markComplete([unknown])).toMatchObject([{ succeeded: false }]);
      expect(await loopctl.progress(project.id)).toMatchObject({ byVerifiedStatus: { verified: 2 }, totalStories: 4 });
    });

    test('a story that does not exist is null when asked for, and refused when moved', async () => {
      await using world = await createWorld();
      const loopctl = await world.open();
      const id = '00000000-0000-4000-8000-000000000000';
      expect(await loopctl.getStory(id)).toBeNull();
      expect(await loopctl.history(id)).toEqual([]);
      await expect(loopctl.claim(id)).rejects.toMatchObject({ status: 404 });
    });

    test('a story is added to an epic, and refused where its number is taken', async () => {
      await using world = await createWorld();
      const { loopctl, project } = await withBacklog(world);
      const draft = { epicNumber: 2, number: '2.2', title: 'Window', acceptanceCriteria: criteria };
      expect(await loopctl.createStory(project.id, draft)).toMatchObject({
        number: '2.2',
        epic: 2,
        criteria: [
          { id: 'AC-1', text: 'first' },
          { id: 'AC-2', text: 'second' },
        ],
      });
      await expect(loopctl.createStory(project.id, draft)).rejects.toMatchObject({ status: 422 });
    });

    test('state is saved under the version last read and no other', async () => {
      await using world = await createWorld();
      const { loopctl, project } = await withBacklog(world);
      expect(await loopctl.loadState(project.id, 'main')).toEqual({ version: 0, data: null });
      expect(await loopctl.saveState(project.id, 'main', { a: 1 }, 0)).toEqual({ saved: true, version: 1 });
      expect(await loopctl.saveState(project.id, 'main', { a: 2 }, 0)).toEqual({ saved: false });
      expect(await loopctl.saveState(project.id, 'main', { a: 2 }, 1)).toEqual({ saved: true, version: 2 });
      expect(await loopctl.saveState(project.id, 'other', { b: 1 }, 0)).toEqual({ saved: true, version: 1 });
      expect(await loopctl.loadState(project.id, 'main')).toEqual({ version: 2, data: { a: 2 } });
    });

    test('of several writers of one version exactly one wins, round after round', async () => {
      await using world = await createWorld();
      const { loopctl, project } = await withBacklog(world);
      await loopctl.saveState(project.id, 'main', { round: 0 }, 0);
      const writers = [loopctl, await world.open(), await world.open()];
      for (const version of [1, 2, 3]) {
        const savings = await Promise.all(
          writers.map((writer, index) => writer.saveState(project.id, 'main', { winner: index }, version)),
        );
        const winner = savings.findIndex(({ saved }) => saved);
        expect(savings.filter(({ saved }) => saved)).toHaveLength(1);
        for (const writer of writers) {
          await writer.reload();
          expect(await writer.loadState(project.id, 'main')).toEqual({ version: version + 1, data: { winner } });
        }
      }
    });

    test('what one client made lasting another sees', async () => {
      await using world = await createWorld();
      const { loopctl, project } = await withBacklog(world);
      const { id } = await reportedStory(loopctl, project, '1.1');
      await loopctl.flush('Reported');
      const other = await world.open();
      expect(await other.getStory(id)).toEqual(await loopctl.getStory(id));
      expect(await other.listStories(project.id)).toEqual(await loopctl.listStories(project.id));
      expect(await other.history(id)).toEqual(await loopctl.history(id));
      expect(await other.identities()).toEqual(await loopctl.identities());
    });

    test('the feed is read from where it was left, without our own saves and without gaps', async () => {
      await using world = await createWorld();
      const { loopctl, project } = await withBacklog(world);
      const start = (await loopctl.changesSince(null)).cursor;
      expect((await loopctl.changesSince(start)).changes).toEqual([]);
      const { id } = await reportedStory(loopctl, project, '1.1');
      await loopctl.saveState(project.id, 'main', { a: 1 }, 0);
      const first = await loopctl.changesSince(start);
      expect(first.changes.map(({ action, entityId }) => [action, entityId])).toEqual(
        Array(4).fill(['status_changed', id]),
      );
      await loopctl.reject(id, { reason: 'no' });
      const second = await loopctl.changesSince(first.cursor);
      expect(second.changes.map(({ action }) => action)).toEqual(['rejected', 'auto_reset']);
    });
  });
}

async function withBacklog(world: PortWorld): Promise<{
  readonly loopctl: Loopctl;
  readonly project: Project;
  readonly result: Awaited<ReturnType<Loopctl['importBacklog']>>;
}> {
  const loopctl = await world.open();
  const project = await loopctl.ensureProject({ name: 'The House', slug: 'house' });
  const result = await loopctl.importBacklog(project.id, backlog);
  // A server tells its three agents apart by what they write, which is no part of what a test looks at.
  await loopctl.identities();
  await loopctl.flush('Backlog');
  return { loopctl, project, result };
}

async function story(loopctl: Loopctl, project: Project, number: string): Promise<StoryRecord> {
  const found = (await loopctl.listStories(project.id)).find((candidate) => candidate.number === number);
  if (found === undefined) {
    throw new Error(`no story ${number}`);
  }
  return found;
}

async function reportedStory(loopctl: Loopctl, project: Project, number: string): Promise<StoryRecord> {
  const { id, title } = await story(loopctl, project, number);
  await loopctl.contract(id, { title, criteriaCount: 2 });
  await loopctl.claim(id);
  await loopctl.start(id);
  await loopctl.requestReview(id);
  return await loopctl.report(id);
}
