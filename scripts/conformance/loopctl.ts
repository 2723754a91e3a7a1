import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isConforming, renderJudgements } from './loopctl/findings.ts';
import { createHttpServer } from './loopctl/http-server.ts';
import { readKeysFile, writeKeysFile } from './loopctl/keys-file.ts';
import { readScenarios, type Scenario } from './loopctl/recording.ts';
import { type Judged, replay } from './loopctl/replay.ts';
import { replayServed, serveRecordedTenant } from './loopctl/replay-served.ts';
import { recordedKeys } from './loopctl/seed.ts';

const options = {
  transcripts: { type: 'string' },
  server: { type: 'string' },
  keys: { type: 'string' },
  only: { type: 'string', multiple: true },
  serve: { type: 'boolean' },
} as const;

/**
 * Recorded when the dispatches of the others had run out. A live server's clock is not ours to put forward: there it is
 * replayed by itself, with `--only`, on a tenant without dispatches.
 */
const ofItsOwn = '14-walk';

/**
 * Makes every recorded request again, of our store served over HTTP or of a live server, and prints how each was
 * answered; false where one was answered otherwise than recorded, but for the listed exceptions.
 */
export async function checkLoopctl(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options });
  const { transcripts, server, keys, only, serve = false } = values;
  if (serve) return await serveUntilStopped(keys);
  const all = readScenarios(...(transcripts === undefined ? [] : [pathOf(transcripts)]));
  const scenarios = all.filter(({ name }) => only?.includes(name) ?? (server === undefined || name !== ofItsOwn));
  const judged = await (server === undefined ? replayServed(scenarios) : replayLive(scenarios, server, keys));
  process.stdout.write(`${renderJudgements(judged).join('\n')}\n`);
  return isConforming(judged);
}

async function replayLive(
  scenarios: readonly Scenario[],
  server: string,
  keys: string | undefined,
): Promise<readonly Judged[]> {
  if (keys === undefined) throw new Error('--server needs --keys FILE: a key for each name in the recordings');
  return await replay(scenarios, createHttpServer(server, readKeysFile(pathOf(keys))));
}

/** The tenant as the recordings found it, for somebody else to replay them. */
async function serveUntilStopped(keys: string | undefined): Promise<boolean> {
  if (keys === undefined) throw new Error('--serve needs --keys FILE: where to write the keys');
  await using served = await serveRecordedTenant(() => new Date());
  writeKeysFile(pathOf(keys), recordedKeys);
  process.stdout.write(`${served.url}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  return true;
}

/** npm runs scripts in the project's folder, wherever it was called. */
function pathOf(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}
