import { expect, test } from 'vitest';
import { emptyDb } from '../../src/loopctl/embedded/engine/empty-db.ts';
import { momentOf } from '../../src/loopctl/embedded/engine/timestamp.ts';
import { openMemoryStore } from '../../src/loopctl/serve/memory-store.ts';
import { readKeys } from '../../src/loopctl/serve/read-keys.ts';
import { serveLoopctl } from '../../src/loopctl/serve/serve.ts';
import { withAgentsOf } from '../../src/loopctl/serve/served-key.ts';

type Json = Readonly<Record<string, unknown>>;

const criteria = [{ id: 'AC-1', description: 'done' }];
const stories = ['1.1', '1.2', '1.3'].map((number) => ({
  number,
  title: `Story ${number}`,
  acceptance_criteria: criteria,
}));
const backlog = {
  epics: [{ number: 1, title: 'Ground', stories }],
  story_dependencies: [{ story: '1.2', depends_on: '1.1' }],
};

/** As loopctl's MCP server asks: it remembers the tree head of its first answer and sends that from then on. */
function openMcpClient(url: string, key: string): (method: string, path: string, body?: Json) => Promise<Answer> {
  let head: string | null = null;
  return async (method, path, body) => {
    const witness = head === null ? { 'x-loopctl-sth-bootstrap': 'true' } : { 'x-loopctl-last-known-sth': head };
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...witness },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    head = response.headers.get('x-loopctl-current-sth') ?? head;
    return { status: response.status, body: (await response.json()) as Json };
  };
}

interface Answer {
  readonly status: number;
  readonly body: Json;
}

test("the MCP server's calls lead stories from the backlog to verified, rejected and done by hand", async () => {
  const { keys } = readKeys({}, null);
  const now = (): Date => new Date();
  const store = openMemoryStore(withAgentsOf(keys, emptyDb(momentOf(now()))), now);
  await using served = await serveLoopctl({ store, keys, now });
  const [orchestrator, implementer, reviewer] = ['ORCH', 'AGENT', 'REVIEWER'].map((name) => {
    const key = keys.find((one) => one.name === `LOOPCTL_${name}_KEY`)?.key ?? '';
    return openMcpClient(served.url, key);
  }) as [McpClient, McpClient, McpClient];

  const made = await orchestrator('POST', '/projects', { name: 'House', slug: 'house' });
  const project = (made.body['project'] as Json)['id'] as string;
  const imported = await orchestrator('POST', `/projects/${project}/import?merge=true`, backlog);
  expect([made.status, imported.status]).toEqual([201, 200]);
  const ready = await implementer('GET', `/stories/ready?project_id=${project}`);
  const rows = ready.body['data'] as readonly { readonly id: string; readonly number: string }[];
  expect(rows.map(({ number }) => number)).toEqual(['1.1', '1.3']);
  const [one, three] = rows.map(({ id }) => `/stories/${id}`) as [string, string];

  async function implement(story: string, title: string): Promise<readonly number[]> {
    const answers = [
      await implementer('POST', `${story}/contract`, { story_title: title, ac_count: 1 }),
      await implementer('POST', `${story}/claim`, {}),
      await implementer('POST', `${story}/start`, {}),
      await implementer('POST', `${story}/request-review`, {}),
      await reviewer('POST', `${story}/report`, {}),
    ];
    return answers.map(({ status }) => status);
  }

  expect(await implement(one, 'Story 1.1')).toEqual([200, 200, 200, 200, 200]);
  const rejected = await orchestrator('POST', `${one}/reject`, { reason: 'AC-1 is not tested' });
  expect(rejected).toMatchObject({ status: 200, body: { story: { verified_status: 'rejected' } } });
  expect(await implement(one, 'Story 1.1')).toEqual([200, 200, 200, 200, 200]);
  const review = { review_type: 'enhanced', findings_count: 1, fixes_count: 1 };
  expect((await orchestrator('POST', `${one}/review-complete`, review)).status).toBe(201);
  const verified = await orchestrator('POST', `${one}/verify`, { summary: 'done', review_type: 'enhanced' });
  expect(verified).toMatchObject({ status: 202, body: { story: { verified_status: 'verified' } } });

  const backfilled = await orchestrator('POST', `${three}/backfill`, { reason: 'done before loopctl was here' });
  expect(backfilled).toMatchObject({ status: 200, body: { story: { verified_status: 'verified' } } });
  const selfReport = await reportsOfItsOwn();
  expect(selfReport).toMatchObject({ status: 409, body: { error: { code: 'self_report_blocked' } } });
  const progress = await orchestrator('GET', `/projects/${project}/progress`);
  expect(progress.body['progress']).toMatchObject({ stories_by_verified_status: { verified: 2, unverified: 1 } });

  /** Refused with the code that halts a tenant of a real server; here nothing halts. */
  async function reportsOfItsOwn(): Promise<Answer> {
    const next = await implementer('GET', `/stories/ready?project_id=${project}`);
    const [two] = next.body['data'] as readonly { readonly id: string }[];
    const story = `/stories/${two?.id}`;
    await implementer('POST', `${story}/contract`, { story_title: 'Story 1.2', ac_count: 1 });
    await implementer('POST', `${story}/claim`, {});
    await implementer('POST', `${story}/start`, {});
    return await implementer('POST', `${story}/report`, {});
  }
});

type McpClient = ReturnType<typeof openMcpClient>;
