import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodiesMadeUp, keptInPart } from '../../scripts/conformance/loopctl/exceptions.ts';
import { type Exchange, readRecording } from '../../scripts/conformance/loopctl/recording.ts';
import { ConfigurationError } from '../../src/errors.ts';
import { openHttpLoopctl } from '../../src/loopctl/http/open.ts';
import { LoopctlRefusal } from '../../src/loopctl/loopctl-error.ts';
import type { Loopctl } from '../../src/loopctl/port.ts';
import { type Reply, serveLoopctl, type TestServer } from '../integration/loopctl-server.ts';

type Call = (loopctl: Loopctl, id: string) => Promise<unknown>;

const review = { reviewType: 'independent', findingsCount: 0, fixesCount: 0 };

/** What our client asks by each call; an answer that it takes as a fact is one that it could read. */
const calls: readonly (readonly [pattern: RegExp, call: Call])[] = [
  [/^GET \/api\/v1\/tenants\/me$/, (loopctl) => loopctl.tenant()],
  [/^GET \/api\/v1\/stories\/[^/?]+$/, (loopctl, id) => loopctl.getStory(id)],
  [/^GET \S+\/verifications$/, (loopctl, id) => loopctl.verifications(id)],
  [/^GET \S+\/history$/, (loopctl, id) => loopctl.history(id)],
  [/^GET \S+\/progress$/, (loopctl, id) => loopctl.progress(id)],
  [/^GET \/api\/v1\/stories\/ready\b/, (loopctl, id) => loopctl.listReady(id)],
  [/^GET \/api\/v1\/stories\/blocked\b/, (loopctl, id) => loopctl.listBlocked(id)],
  [/^GET \/api\/v1\/orchestrator\/state\/[^/]+$/, (loopctl, id) => loopctl.loadState(id, 'main')],
  [/^PUT \/api\/v1\/orchestrator\/state\/[^/]+$/, (loopctl, id) => loopctl.saveState(id, 'main', {}, 1)],
  [/^POST \S+\/contract$/, (loopctl, id) => loopctl.contract(id, { title: 't', criteriaCount: 1 })],
  [/^POST \S+\/[^/]+\/claim$/, (loopctl, id) => loopctl.claim(id)],
  [/^POST \S+\/start$/, (loopctl, id) => loopctl.start(id)],
  [/^POST \S+\/artifacts$/, (loopctl, id) => loopctl.postArtifact(id, { artifactType: 'a', path: 'p' })],
  [/^POST \S+\/request-review$/, (loopctl, id) => loopctl.requestReview(id)],
  [/^POST \S+\/report$/, (loopctl, id) => loopctl.report(id)],
  [/^POST \S+\/review-complete$/, (loopctl, id) => loopctl.reviewComplete(id, review)],
  [/^POST \S+\/[^/]+\/verify$/, (loopctl, id) => loopctl.verify(id, { summary: 's', reviewType: 'r' })],
  [/^POST \S+\/[^/]+\/reject$/, (loopctl, id) => loopctl.reject(id, { reason: 'r' })],
  [/^POST \S+\/unclaim$/, (loopctl, id) => loopctl.unclaim(id)],
  [/^POST \S+\/force-unclaim$/, (loopctl, id) => loopctl.forceUnclaim(id)],
  [/^POST \S+\/backfill$/, (loopctl, id) => loopctl.backfill(id, { reason: 'r' })],
];

const recorded = ['04-happy-path', '06-reject-reset', '07-orchestrator-state', '09-backfill-bulk', '14-walk'];

/** Answers that the recorder shortened. */
const shortened = [...keptInPart, ...Object.keys(bodiesMadeUp)];

const played = recorded.flatMap((scenario) =>
  readRecording(scenario).flatMap((exchange, index) => {
    const call = calls.find(([pattern]) => pattern.test(`${exchange.method} ${exchange.path}`))?.[1];
    const isOurs =
      call !== undefined && !shortened.includes(`${scenario}: ${exchange.name}`) && !exchange.path.includes('bulk');
    return isOurs ? [[`${scenario} ${index}: ${exchange.name}`, exchange, call] as const] : [];
  }),
);

let server: TestServer;
let loopctl: Loopctl;

beforeAll(async () => {
  server = await serveLoopctl();
  const waits = { until: 0, now: Date.now, pause: () => Promise.resolve() };
  loopctl = openHttpLoopctl({ server, project: 'house', waits });
  const project = await loopctl.ensureProject({ name: 'House', slug: 'house' });
  const stories = [{ number: '1.1', title: 'First', acceptance_criteria: [{ id: 'AC-1', description: 'd' }] }];
  const epics = [{ number: 1, title: 'E', stories }];
  await loopctl.importBacklog(project.id, { epics, story_dependencies: [], epic_dependencies: [] });
  await loopctl.identities();
  const none: Reply = { status: 200, body: { data: [], meta: { total_pages: 0 } } };
  server.fail(/\/epics$/, ...Array<Reply>(played.length).fill(none));
});
afterAll(() => server[Symbol.asyncDispose]());

test('the recordings hold what our client asks', () => {
  expect(played).toHaveLength(143);
});

test.each(played)('of a real server, %s, is understood', async (_, exchange, call) => {
  const id = /[0-9a-f-]{36}/.exec(exchange.path)?.[0] ?? '00000000-0000-4000-8000-000000000000';
  const { pathname } = new URL(exchange.path, 'http://loopctl');
  const pattern = new RegExp(`^${exchange.method} ${pathname.replace('/api/v1', '')}$`);
  server.fail(pattern, { status: exchange.status, body: exchange.response });
  const end = await call(loopctl, id).then(
    (value) => ({ value: value ?? 'nothing' }),
    (error: unknown) => ({ error }),
  );
  expect(end).toEqual(expectedEnd(exchange));
});

/** What is not there is no error to a reader, a race is none to who saves; a key's fault is the person's to mend. */
function expectedEnd({ method, status, response }: Exchange): unknown {
  if (status < 400) return { value: factsOf(response) };
  if (method === 'PUT' && status === 409) return { value: { saved: false } };
  if (method === 'GET' && status === 404) return { value: expect.toSatisfy(isNothing) };
  const { message } = (response as { readonly error: { readonly message: string } }).error;
  const isKeys = status === 401 || /^(This endpoint requires|Insufficient permissions)/.test(message);
  return { error: isKeys ? expect.any(ConfigurationError) : refusalWith(status, message) };
}

function factsOf(response: unknown): unknown {
  const { story } = response as { readonly story?: { readonly id: string; readonly agent_status: string } };
  return story === undefined
    ? expect.anything()
    : expect.objectContaining({ id: story.id, agentStatus: story.agent_status });
}

/** No story, no history, no state yet. */
function isNothing(value: unknown): boolean {
  return value === 'nothing' || JSON.stringify(value) === '[]' || JSON.stringify(value) === '{"version":0,"data":null}';
}

function refusalWith(status: number, message: string): unknown {
  return expect.toSatisfy(
    (error) => error instanceof LoopctlRefusal && error.status === status && error.message.includes(message),
  );
}
