import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { EngineRequest } from '../../../src/loopctl/embedded/engine/call.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies readonly EngineRequest['method'][];

const exchangeSchema = z.object({
  name: z.string(),
  request: z.object({
    method: z.enum(methods),
    path: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.unknown().optional(),
  }),
  response: z.object({ status: z.number(), body: z.unknown().optional() }),
});

/** A command of the old command line, as its recording holds it. */
const commandSchema = z.object({ command: z.string() });

const scenarioSchema = z.object({
  title: z.string(),
  recorded_at: z.string().nullish(),
  exchanges: z.array(z.union([exchangeSchema, commandSchema])),
});

/** One recorded request of the real server and what it answered. */
export interface Exchange {
  readonly name: string;
  /** Whose key the request carried, by the name the recorder gave it; null where it carried none. */
  readonly actor: string | null;
  readonly method: EngineRequest['method'];
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly status: number;
  readonly response: unknown;
}

export interface Scenario {
  /** The file's name without its ending. */
  readonly name: string;
  readonly title: string;
  /** When it was recorded, as far as the recording tells. */
  readonly recordedAt: Date | null;
  readonly exchanges: readonly Exchange[];
  /** Commands of the old command line: no requests, so nothing to replay. */
  readonly commands: readonly string[];
}

const fixtures = join(import.meta.dirname, '../../../__tests__/fixtures/loopctl');

/** Every scenario of a folder of recordings, in the order of their names, which is that in which they were made. */
export function readScenarios(folder: string = fixtures): readonly Scenario[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.toSorted().map((name) => readScenario(join(folder, name)));
}

/** The exchanges of one scenario among the fixtures. */
export function readRecording(scenario: string): readonly Exchange[] {
  return readScenario(join(fixtures, `${scenario}.json`)).exchanges;
}

function readScenario(path: string): Scenario {
  const { title, recorded_at: at, exchanges: entries } = scenarioSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const exchanges = entries.flatMap((entry) => ('request' in entry ? [exchangeOf(entry)] : []));
  const began = at ?? exchanges.flatMap((exchange) => startIn(exchange.path) ?? [])[0];
  return {
    name: basename(path, '.json'),
    title,
    recordedAt: began === undefined ? null : new Date(began),
    exchanges,
    commands: entries.flatMap((entry) => ('command' in entry ? [entry.command] : [])),
  };
}

/** The moment, to the millisecond, from which on the recorder asked for changes: when it began. */
export function startIn(path: string): string | null {
  const since = /(?<=since=)[^&]*\.\d{3}Z/.exec(path)?.[0];
  return since === undefined ? null : decodeURIComponent(since);
}

function exchangeOf({ name, request, response }: z.infer<typeof exchangeSchema>): Exchange {
  const { method, path, headers, body } = request;
  return {
    name,
    actor: /^Bearer <(.+)>$/.exec(headers['authorization'] ?? '')?.[1] ?? null,
    method,
    path,
    headers,
    ...(body === undefined || body === null ? {} : { body }),
    status: response.status,
    response: response.body,
  };
}
