import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { type Need, permits } from '../auth/permissions.ts';
import { type Caller, callerOf, type RequestMeter, tokenIn } from '../auth/tokens.ts';
import { changesAmong, recordRefChanges } from '../pulls/ref-changes.ts';
import { forwardOnly, judgePush } from '../rules/push-verdict.ts';
import type { Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import { type BackendAnswer, sendBackendAnswer } from './http-backend.ts';
import { parsePushCommands, renderPushRefusal } from './packet-lines.ts';
import { takePlainPush } from './plain-push.ts';
import { guardEnvironment } from './push-guard.ts';
import { emptyTree } from './repository.ts';
import { serviceAnswer } from './service-process.ts';
import { createSmartHttp, type SmartRequest } from './transport-answers.ts';

export type GitTransport = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Serves the repository over smart HTTP: reads need `contents: read`, pushes `contents: write` and the rules' leave. */
export function createGitTransport(
  site: Site,
  outbox: TriggerOutbox,
  meter: RequestMeter,
  program: string,
): GitTransport {
  const answerSmartly = createSmartHttp(site.repository, program);
  return async (request, response) => {
    const url = new URL(request.url ?? '/', site.urls.server);
    const path = url.pathname.replace(new RegExp(`^/${site.repo().owner}/${site.repo().name}(\\.git)?`), '/repo.git');
    const pushes = path.endsWith('/git-receive-pack') || url.searchParams.get('service') === 'git-receive-pack';
    const body = unzipped(await readBody(request));
    const caller = callerOf(site, tokenIn(request.headers.authorization) ?? '');
    const need: Need = { permission: 'contents', level: pushes ? 'write' : 'read' };
    const refusal = refuseCaller(site, caller, need);
    const answer = refusal ?? (await serve(caller as Caller));
    if (caller !== undefined) meter.count(caller, 'git');
    site.answered({
      kind: 'request',
      transport: 'git',
      method: request.method ?? 'GET',
      path: url.pathname,
      status: answer.status,
      tokenId: caller?.tokenId ?? null,
      tokenKind: caller?.kind ?? null,
      jobId: caller?.jobId ?? null,
      bytes: answer.body.length,
    });
    sendBackendAnswer(response, answer);

    function serve(known: Caller): Promise<BackendAnswer> {
      const asked: SmartRequest = {
        method: request.method ?? 'GET',
        path,
        query: url.search.slice(1),
        headers: request.headers,
        user: known.login,
        body,
      };
      if (!path.endsWith('/git-receive-pack')) return answerSmartly(asked, {});
      return servePush(site, outbox, known, body, (env) => answerSmartly(asked, env));
    }
  };
}

function refuseCaller(site: Site, caller: Caller | undefined, need: Need): BackendAnswer | null {
  if (caller === undefined) {
    const headers = { 'www-authenticate': 'Basic realm="GitHub"', 'content-type': 'text/plain' };
    return { status: 401, headers, body: Buffer.from('Bad credentials\n') };
  }
  if (permits(caller.permissions, need)) return null;
  const { owner, name } = site.repo();
  const text =
    need.level === 'write'
      ? `Permission to ${owner}/${name}.git denied to ${caller.login}.\n`
      : 'Write access to repository not granted.\n';
  return { status: 403, headers: { 'content-type': 'text/plain' }, body: Buffer.from(text) };
}

async function servePush(
  site: Site,
  outbox: TriggerOutbox,
  caller: Caller,
  body: Buffer,
  receive: (env: Readonly<Record<string, string>>) => Promise<BackendAnswer>,
): Promise<BackendAnswer> {
  const updates = parsePushCommands(body);
  if (updates.length === 0) return receive({});
  return site.exclusively(async () => {
    const refusals = judgePush(site, caller, updates);
    if (refusals.length > 0) {
      const reasons = updates.map(({ ref }) => ({
        ref,
        reason: refusals.find((refusal) => refusal.ref === ref)?.reason ?? 'pre-receive hook declined',
      }));
      const answer = renderPushRefusal(
        reasons,
        refusals.flatMap((refusal) => refusal.lines),
      );
      return serviceAnswer('receive-pack', answer);
    }
    const intent = site.tables.intents.put({
      id: site.store.nextId(),
      kind: 'push',
      by: caller.login,
      tokenKind: caller.kind,
      updates: updates.map(({ ref, after }) => ({ ref, after })),
    });
    const guard = {
      noForce: forwardOnly(site, caller, updates),
      mayChangeWorkflows: permits(caller.permissions, { permission: 'workflows', level: 'write' }),
      defaultTip: site.tip(site.repo().defaultBranch) ?? emptyTree,
    };
    const taken = await takePlainPush(site.repository, body, guard);
    const answer = taken ?? (await receive(guardEnvironment(guard)));
    const changes = await changesAmong(
      site,
      updates.map((update) => update.ref),
    );
    await recordRefChanges(site, outbox, { login: caller.login, kind: caller.kind, viaMerge: null }, changes, () => {
      site.tables.intents.delete(intent.id);
    });
    return answer;
  });
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function unzipped(body: Buffer): Buffer {
  return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body;
}
