import { expect, test } from 'vitest';
import { readRecording } from '../../scripts/conformance/loopctl/recording.ts';
import type { BacklogPayload } from '../../src/core/backlog.ts';
import { createLoopctl } from '../../src/loopctl/client.ts';
import { createHttpTransport } from '../../src/loopctl/http/http-transport.ts';
import { learnIdentities } from '../../src/loopctl/http/learn-identities.ts';
import type { Identities, Loopctl } from '../../src/loopctl/port.ts';
import type { StoryRecord } from '../../src/loopctl/story-record.ts';
import type { Transport } from '../../src/loopctl/transport.ts';
import { type ReplayingServer, serveRecordings } from './replaying-server.ts';

const names = [
  '01-discovery',
  '02-projects-import',
  '03-queries',
  '04-happy-path',
  '06-reject-reset',
  '07-orchestrator-state',
  '08-skills',
  '09-backfill-bulk',
  '10-tokens-budgets',
  '14-walk',
];
const recorded = names.flatMap(readRecording);
const accepted = recorded.filter(({ status }) => status < 300);

/** Whose the recordings' keys are. */
const agents: Identities = {
  implementer: { agentId: '10020321-67d2-4309-bab2-11afa68a991a', name: 'impl-1' },
  reviewer: { agentId: '037c4804-00f1-4497-99d4-b5c65b376e04', name: 'review-1' },
  orchestrator: { agentId: 'c8955f93-9eaa-49b4-9d44-504138dd2c9a', name: 'orch-1' },
};

function open(server: ReplayingServer): Loopctl {
  const waits = { until: 0, now: Date.now, pause: () => Promise.resolve() };
  return createLoopctl(createHttpTransport(server, waits, () => Promise.resolve(agents)));
}

const demo = '40e77681-91a5-4f65-b51e-9a83eded4424';
const walk = '4b3ce56e-9392-4846-8693-d44521fb283f';
const state = '440b885c-b211-429b-9781-cd806a94bf4f';
const [first, third, fourth, fifth] = [
  '90e4c19f-0840-43ce-81e7-405b65549375',
  '3e2d4dce-eeba-4dc2-b423-e83ab15599da',
  'd1d953ea-525c-459e-950b-c4d04143e9df',
  'c2ae5237-1e74-49d2-959c-eb29a409aa2b',
];
const spent = '91675eb7-76aa-4993-99fa-6884f1a73702';
const usage = { inputTokens: 1000, outputTokens: 500, modelName: 'claude-opus-4-5', costMillicents: 2500 } as const;
const ofReview = {
  inputTokens: 1000,
  outputTokens: 50,
  modelName: 'm',
  costMillicents: 10,
  phase: 'reviewing',
} as const;
const unmet = {
  reason: 'AC-1.1.2 not met',
  findings: { findings: [{ severity: 'HIGH', ac_id: 'AC-1.1.2', description: 'no test' }] },
  reviewType: 'independent',
};
const completion = { reviewType: 'independent', findingsCount: 1, fixesCount: 1, summary: 'all criteria met' };
const verification = { summary: 'merged, base green', reviewType: 'independent', commitSha: '1'.repeat(40) };
const byHand = { reason: 'merged by a person', prNumber: 7, evidenceUrl: 'https://github.com/example/demo/pull/7' };
const completed = { storyId: fifth, summary: 'merged by a person, #8', reviewType: 'human_merge' };
const draft = {
  epicNumber: 11,
  number: '11.1',
  title: 'By number',
  acceptanceCriteria: [{ id: 'AC-1', description: 'x' }],
  estimatedHours: 1.5,
};
const payload = (name: string): BacklogPayload => {
  const { body } = readRecording('14-walk').find((exchange) => exchange.name === name) ?? {};
  return { story_dependencies: [], epic_dependencies: [], ...(body as Partial<BacklogPayload>) } as BacklogPayload;
};

type Make = (loopctl: Loopctl) => Promise<unknown>;

/** Every call of the port that was recorded, and what comes of it. */
const calls: readonly (readonly [call: string, make: Make, comesTo: unknown])[] = [
  ['tenant', (loopctl) => loopctl.tenant(), { slug: 'acme', maxConcurrentAgents: null }],
  ['findProject', (loopctl) => loopctl.findProject('demo-app'), { id: demo, name: 'Demo App' }],
  ['ensureProject', (loopctl) => loopctl.ensureProject({ name: 'Walk', slug: 'walk-1795350916' }), { id: walk }],
  [
    'importBacklog',
    (loopctl) => loopctl.importBacklog(walk, payload('import')),
    { epicsCreated: 1, storiesCreated: 5, orphans: [] },
  ],
  ['createStory', (loopctl) => loopctl.createStory(demo, draft), { number: '11.1', estimatedHours: 1.5 }],
  ['listStories', (loopctl) => loopctl.listStories(walk), { length: 5 }],
  ['listEpics', (loopctl) => loopctl.listEpics(demo), [{ number: 7 }, {}, {}, {}]],
  ['getStory', (loopctl) => loopctl.getStory(first), { id: first, number: '1.1' }],
  ['listReady', (loopctl) => loopctl.listReady(walk), [{ number: '1.1' }, {}, {}, {}]],
  ['listBlocked', (loopctl) => loopctl.listBlocked(walk), [{ story: { number: '1.2' } }]],
  ['progress', (loopctl) => loopctl.progress(walk), { totalStories: 5 }],
  ['dependencyGraph', (loopctl) => loopctl.dependencyGraph(demo), { epicDependencies: [{}, {}] }],
  ['verifications', (loopctl) => loopctl.verifications(first), [{ result: 'pass' }, { result: 'fail' }]],
  ['history', (loopctl) => loopctl.history(first), { length: 11 }],
  ['changesSince', (loopctl) => loopctl.changesSince(null), { cursor: { at: expect.any(String) } }],
  ['contract', (loopctl) => loopctl.contract(first, { title: 'Story 1', criteriaCount: 2 }), contracted()],
  ['claim', (loopctl) => loopctl.claim(first), { assignedAgentId: agents.implementer.agentId }],
  ['start', (loopctl) => loopctl.start(first), { agentStatus: 'implementing' }],
  ['postArtifact', postArtifact, { artifactType: 'commit_diff', path: 'README.md' }],
  ['requestReview', (loopctl) => loopctl.requestReview(first), { agentStatus: 'implementing' }],
  ['unclaim', (loopctl) => loopctl.unclaim(third), { agentStatus: 'pending' }],
  ['report', (loopctl) => loopctl.report(first), { agentStatus: 'reported_done' }],
  ['report with what it cost', (loopctl) => loopctl.report(first, ofReview), { agentStatus: 'reported_done' }],
  ['reviewComplete', (loopctl) => loopctl.reviewComplete(first, completion), undefined],
  ['verify', (loopctl) => loopctl.verify(first, verification), { verifiedStatus: 'verified' }],
  ['reject', (loopctl) => loopctl.reject(first, unmet), { agentStatus: 'pending', verifiedStatus: 'rejected' }],
  ['forceUnclaim', (loopctl) => loopctl.forceUnclaim(fourth), { agentStatus: 'pending' }],
  ['backfill', (loopctl) => loopctl.backfill(fourth, byHand), { verifiedStatus: 'verified' }],
  ['markComplete', (loopctl) => loopctl.markComplete([completed]), [{ storyId: fifth, succeeded: true }]],
  ['findSkill', (loopctl) => loopctl.findSkill(walk, 'loopctl:review'), { version: 1, text: '# Review v1' }],
  [
    'reportUsage',
    (loopctl) => loopctl.reportUsage('implementer', spent, { ...usage, phase: 'implementing', sessionId: 'sess-1' }),
    undefined,
  ],
  ['listUsage', (loopctl) => loopctl.listUsage(spent), [{ costMillicents: 9000 }, { sessionId: 'sess-1' }, {}]],
  [
    'listBudgets',
    (loopctl) => loopctl.listBudgets(),
    [{ scopeType: 'story', scopeId: spent, budgetMillicents: 6000, spentMillicents: 14_000 }],
  ],
  ['listDispatches', (loopctl) => loopctl.listDispatches({ activeOnly: true }), [{ role: 'agent' }, {}]],
  ['mintDispatch', (loopctl) => loopctl.mintDispatch({ role: 'orchestrator' }), { dispatch: { agentId: null } }],
  ['loadState', (loopctl) => loopctl.loadState(state, 'lock'), { version: 1, data: { owner: 'a' } }],
  [
    'saveState',
    (loopctl) => loopctl.saveState(walk, 'main', { phase: 'building', last_verified: null }, 0),
    { saved: true, version: 1 },
  ],
];

function contracted(): object {
  return { agentStatus: 'contracted', assignedAgentId: null };
}

function postArtifact(loopctl: Loopctl): Promise<unknown> {
  const details = { sha: 'abc123', branch: 'feat/1.1' };
  return loopctl.postArtifact('be9a32f5-d666-47b5-b18e-adfe44cc7481', {
    artifactType: 'commit_diff',
    path: 'README.md',
    exists: true,
    details,
  });
}

test.each(calls)('%s is sent as it was recorded to be accepted', async (_, make, comesTo) => {
  await using server = await serveRecordings(accepted);
  const end = await make(open(server));
  expect(server.unrecorded).toEqual([]);
  if (comesTo === undefined) expect(end).toBeUndefined();
  else expect(end).toMatchObject(comesTo as object);
});

test('every call of the port stands here, but for those that send nothing of their own', async () => {
  await using server = await serveRecordings([]);
  const made = new Set(calls.map(([call]) => call.split(' ')[0]));
  expect(Object.keys(open(server)).filter((call) => !made.has(call))).toEqual(['identities', 'flush', 'reload']);
});

test.each<[what: string, make: Make]>([
  ['another count', (loopctl) => loopctl.contract(first, { title: 'Story 1', criteriaCount: 3 })],
  ['another review type', (loopctl) => loopctl.verify(first, { ...verification, reviewType: 'enhanced' })],
  ['a field more', (loopctl) => loopctl.mintDispatch({ role: 'orchestrator', expiresInSeconds: 3600 })],
  ['another version', (loopctl) => loopctl.saveState(walk, 'main', { phase: 'building', last_verified: null }, 7)],
])('a body that no recording has is not taken: %s', async (_, make) => {
  await using server = await serveRecordings(accepted);
  await expect(make(open(server))).rejects.toThrow('no recording has');
  expect(server.unrecorded).toHaveLength(1);
});

test("the loop's own walk is made call by call as it was recorded, refusals and all", async () => {
  const calls = readRecording('14-walk');
  await using server = await serveRecordings([...calls, ...accepted]);
  const loopctl = open(server);
  const agree = (id: string, title: string): Promise<unknown> => loopctl.contract(id, { title, criteriaCount: 2 });
  await loopctl.importBacklog(
    (await loopctl.ensureProject({ name: 'Walk', slug: 'walk-1795350916' })).id,
    payload('import'),
  );
  await loopctl.saveState(walk, 'main', { phase: 'building', last_verified: null }, 0);
  await agree(first, 'Story 1');
  await loopctl.claim(first);
  await loopctl.start(first);
  await loopctl.requestReview(first);
  await loopctl.report(first, ofReview);
  await loopctl.reject(first, unmet);
  await agree(first, 'Story 1');
  await loopctl.claim(first);
  await loopctl.start(first);
  await loopctl.requestReview(first);
  await loopctl.report(first);
  await loopctl.reviewComplete(first, completion);
  await loopctl.verify(first, verification);
  await loopctl.saveState(walk, 'main', { phase: 'building', last_verified: '1.1' }, 1);
  expect(await loopctl.saveState(walk, 'main', { phase: 'building' }, 1)).toEqual({ saved: false });
  await agree(third, 'Story 3');
  await loopctl.claim(third);
  await loopctl.start(third);
  await loopctl.unclaim(third);
  await agree(fourth, 'Story 4');
  await expect(loopctl.unclaim(fourth)).rejects.toMatchObject({ status: 403 });
  await loopctl.forceUnclaim(fourth);
  await loopctl.backfill(fourth, byHand);
  await agree(fifth, 'Story 5');
  await loopctl.claim(fifth);
  await loopctl.start(fifth);
  await loopctl.report(fifth);
  await loopctl.reject(fifth, { reason: 'no' });
  await expect(loopctl.backfill(fifth, { reason: 'merged by a person', prNumber: 8 })).rejects.toMatchObject({
    status: 422,
  });
  await loopctl.markComplete([completed]);
  await loopctl.reject(first, { reason: 'reverted: broke the base' });
  expect(server.unrecorded).toEqual([]);
  // What the recorder did to learn who is who: we learn it by an artifact of our own.
  const ofOthers = /probe|echoes/;
  const writes = calls.filter(({ method, name }) => method !== 'GET' && !ofOthers.test(name)).map(({ name }) => name);
  expect(server.made.filter((name) => writes.includes(name))).toEqual(writes);
});

test('the artifact by which we learn who we are has the form of a recorded one', async () => {
  const posted: unknown[] = [];
  const reporter = { id: 'a', story_id: 's', artifact_type: 'identity', path: '', exists: false, details: {} };
  const transport: Transport = {
    send: async (identity, { path, body }) => {
      if (path.endsWith('/claim')) return { status: 404, body: {} };
      posted.push(body);
      const report = { ...reporter, reporter_agent_id: agents[identity].agentId, inserted_at: '' };
      return { status: 201, body: { artifact_report: report } };
    },
    identities: () => Promise.resolve(agents),
    flush: () => Promise.resolve(),
    reload: () => Promise.resolve(),
  };
  const keys = { implementer: 'lc_a', reviewer: 'lc_b', orchestrator: 'lc_c' };
  const loopctl = {
    loadState: async () => ({ version: 0, data: null }),
    saveState: async () => ({ saved: true, version: 1 }) as const,
    listStories: async () => [{ id: 's' } as StoryRecord],
  };
  const learnt = await learnIdentities({ keys, projectId: walk, loopctl, transport });
  expect(learnt.reviewer.agentId).toBe(agents.reviewer.agentId);
  const recordedForms = accepted.flatMap(({ path, body }) => (/artifacts$/.test(path) && body ? [formOf(body)] : []));
  expect(posted).toHaveLength(3);
  for (const body of posted) expect(recordedForms).toContain(formOf(body));
});

/** Its keys, and of what kind each value is. */
function formOf(body: unknown): string {
  const kinds = Object.entries(body as object).map(([key, value]) => `${key}: ${typeof value}`);
  return kinds.toSorted((left, right) => (left < right ? -1 : 1)).join(', ');
}
