import { expect, test } from 'vitest';
import { findRepeatedTransitions } from '../../sandbox/auditor/rules/repeated-transitions.ts';
import { findVerifiedNotMerged } from '../../sandbox/auditor/rules/verified-stories.ts';
import { createServerHistory } from '../../sandbox/auditor/server-history.ts';
import { houseRules } from '../../sandbox/demo/house-rules.ts';
import { createMoments } from '../../sandbox/demo/moments.ts';
import { openHttpLoopctl } from '../../src/loopctl/http/open.ts';
import { keys, refusal, serveLoopctl } from './loopctl-server.ts';

const waits = { until: 0, now: Date.now, pause: () => Promise.resolve() };

test('the auditor reads on a server who did what to which story, and when, each thing once', async () => {
  await using server = await serveLoopctl();
  const loopctl = openHttpLoopctl({ server, project: 'house', waits });
  const project = await loopctl.ensureProject({ name: 'House', slug: 'house' });
  const stories = [{ number: '1.1', title: 'First', acceptance_criteria: [{ id: 'AC-1', description: 'done' }] }];
  const epics = [{ number: 1, title: 'Ground', stories }];
  await loopctl.importBacklog(project.id, { epics, story_dependencies: [], epic_dependencies: [] });
  const { implementer, reviewer, orchestrator } = await loopctl.identities();
  const moments = createMoments(3);
  const history = createServerHistory({ ...server, key: keys.reviewer, projectId: project.id, seqAt: moments.seqAt });
  const [story] = await loopctl.listStories(project.id);
  const id = story?.id ?? '';

  await loopctl.contract(id, { title: 'First', criteriaCount: 1 });
  await loopctl.claim(id);
  const claimed = await history.look([]);
  expect(claimed).toMatchObject([
    { kind: 'transition', story: '1.1', action: 'status_changed', agentStatus: 'contracted', seq: 3 },
    { kind: 'transition', story: '1.1', agentStatus: 'assigned', agent: implementer.agentId },
  ]);
  expect(history.standings().get('1.1')).toMatchObject({ agentStatus: 'assigned', verifiedStatus: 'unverified' });
  expect(await history.look([])).toEqual([]);

  await loopctl.start(id);
  await loopctl.postArtifact(id, { artifactType: 'pull_request', path: '1' });
  await loopctl.requestReview(id);
  await loopctl.report(id);
  await loopctl.reviewComplete(id, { reviewType: 'independent', findingsCount: 0, fixesCount: 0 });
  await loopctl.verify(id, { summary: 'done', reviewType: 'independent' });
  server.fail(/^GET \/changes$/, { ...refusal(429, 'Rate limit exceeded'), headers: { 'retry-after': '0' } });
  const verified = await history.look([]);
  expect(verified.map((fact) => (fact.kind === 'verified' ? 'verified' : fact.action))).toEqual([
    'status_changed',
    'artifact_posted',
    'status_changed',
    'verified',
    'verified',
  ]);
  expect(verified).toContainEqual(expect.objectContaining({ agentStatus: 'reported_done', agent: reviewer.agentId }));
  expect(verified).toContainEqual(expect.objectContaining({ action: 'verified', agent: orchestrator.agentId }));
  expect(history.standings().get('1.1')).toMatchObject({ verifiedStatus: 'verified' });
  const audited = findRepeatedTransitions({ events: [], store: [...claimed, ...verified] }, { branchPrefix: 'x/' });
  expect(audited.map(({ detail }) => detail)).toEqual(['story 1.1: 1 artifacts posted, 0 heads pushed']);
  const facts = { events: [], store: verified };
  expect(findVerifiedNotMerged(facts, houseRules(1)).map(({ code }) => code)).toEqual(['verified_not_merged']);
});

test('what was told to a server is set among what happened in the world by the moment', async () => {
  const moments = createMoments(7);
  const before = Date.now();
  expect(moments.seqAt(before)).toBe(7);
  moments.note(8);
  expect(moments.seqAt(Date.now())).toBe(8);
  expect(moments.seqAt(before - 1)).toBe(7);
});
