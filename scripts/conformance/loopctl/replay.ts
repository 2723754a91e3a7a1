import type { Answer } from './answer.ts';
import { type Bindings, newBindings, translate } from './bindings.ts';
import { differences, inOurOrder, isShape } from './compare.ts';
import {
  bodiesMadeUp,
  type Difference,
  keptInPart,
  keysHandedOut,
  listedDifferences,
  reasonOutOfScope,
} from './exceptions.ts';
import { type Ask, fillGap } from './gaps.ts';
import { keptFields, withoutRemarks } from './recorder-remarks.ts';
import { type Exchange, type Scenario, startIn } from './recording.ts';

export interface ConformanceRequest {
  readonly method: Exchange['method'];
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** A text goes out as it stands, anything else as JSON. */
  readonly body?: unknown;
}

/** Whatever answers as loopctl does: a process over HTTP, or the engine itself. */
export interface ConformanceServer {
  /** The keys of the recording, by the names the recorder gave them. */
  readonly keys: Readonly<Record<string, string>>;
  send(request: ConformanceRequest): Promise<Answer>;
  now(): Date;
  /** Lets it be no earlier than this, where its clock is ours. */
  waitUntil?(moment: Date): void;
}

export type Verdict =
  | { readonly kind: 'passed' }
  | { readonly kind: 'out_of_scope'; readonly reason: string }
  | { readonly kind: 'differs'; readonly difference: Difference }
  | { readonly kind: 'failed'; readonly problems: readonly string[] };

export interface Judged {
  readonly scenario: string;
  readonly exchange: string;
  readonly verdict: Verdict;
}

/**
 * Makes the recorded requests again, one after another, and judges each answer: every status and every field as
 * recorded, but for ids and times, which are bound at first sight, and what is listed as an exception.
 */
export async function replay(scenarios: readonly Scenario[], server: ConformanceServer): Promise<readonly Judged[]> {
  const world: World = { server, bindings: newBindings(), keys: new Map(Object.entries(server.keys)) };
  const judged: Judged[] = [];
  for (const scenario of scenarios) {
    if (scenario.recordedAt !== null) {
      server.waitUntil?.(scenario.recordedAt);
    }
    const since = server.now().toISOString();
    for (const exchange of scenario.exchanges) {
      const key = `${scenario.name}: ${exchange.name}`;
      judged.push({
        scenario: scenario.name,
        exchange: exchange.name,
        verdict: await judge(world, { scenario: scenario.name, key, since }, exchange),
      });
    }
    judged.push(...scenario.commands.map((command) => commandOf(scenario.name, command)));
  }
  return judged;
}

interface World {
  readonly server: ConformanceServer;
  readonly bindings: Bindings;
  readonly keys: Map<string, string>;
}

interface Place {
  readonly scenario: string;
  readonly key: string;
  /** When the replay of the scenario began. */
  readonly since: string;
}

async function judge(world: World, place: Place, exchange: Exchange): Promise<Verdict> {
  const reason = reasonOutOfScope(place.scenario, exchange);
  if (reason !== null) {
    return { kind: 'out_of_scope', reason };
  }
  const hindrance = await fillGap(place.key, asking(world)).then(() => null, messageOf);
  if (hindrance !== null) {
    return { kind: 'failed', problems: [hindrance] };
  }
  const actual = await world.server.send(requestOf(world, place, exchange));
  learnKey(world, place.key, actual.body);
  const difference = listedDifferences.find(({ shows }) => place.key in shows);
  const recorded = { status: exchange.status, body: exchange.response };
  const isInPart = keptInPart.includes(place.key);
  // A real server is not to differ as we do.
  if (difference !== undefined && problemsOf(recorded, actual, { bindings: newBindings(), isInPart }).length === 0) {
    return difference.areIdsPassing === true ? { kind: 'differs', difference } : { kind: 'passed' };
  }
  const expected = difference?.shows[place.key]?.(recorded, actual.body) ?? recorded;
  const problems = problemsOf(expected, actual, { bindings: world.bindings, isInPart });
  if (problems.length > 0) {
    return { kind: 'failed', problems };
  }
  return difference === undefined ? { kind: 'passed' } : { kind: 'differs', difference };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function problemsOf(
  expected: Answer,
  actual: Answer,
  { bindings, isInPart }: { readonly bindings: Bindings; readonly isInPart: boolean },
): readonly string[] {
  const ours = isInPart ? keptFields(expected.body, actual.body) : actual.body;
  const comparable = withoutRemarks(expected.body, ours);
  return [
    ...(actual.status === expected.status ? [] : [`status ${actual.status} instead of ${expected.status}`]),
    ...differences(inOurOrder(comparable.expected, bindings), inOurOrder(comparable.actual, bindings), bindings),
  ];
}

function requestOf(world: World, { key, since }: Place, exchange: Exchange): ConformanceRequest {
  const { bindings } = world;
  const began = startIn(exchange.path);
  const path =
    began === null ? exchange.path : exchange.path.replace(encodeURIComponent(began), encodeURIComponent(since));
  const target = translate(path, bindings);
  const { body } = exchange;
  return {
    method: exchange.method,
    target,
    headers: headersOf(world, exchange),
    ...(body === undefined
      ? {}
      : { body: bodiesMadeUp[key]?.() ?? JSON.parse(translate(JSON.stringify(body), bindings)) }),
  };
}

function headersOf({ keys }: World, { actor, headers }: Exchange): Readonly<Record<string, string>> {
  const key = actor === null ? undefined : keys.get(actor);
  return key === undefined ? headers : { ...headers, authorization: `Bearer ${key}` };
}

function asking({ server, keys }: World): Ask {
  return (actor, method, target, body) => {
    const headers = { authorization: `Bearer ${keys.get(actor)}`, 'x-loopctl-sth-bootstrap': 'true' };
    return server.send({ method, target, headers, ...(body === undefined ? {} : { body }) });
  };
}

function learnKey({ keys }: World, place: string, body: unknown): void {
  const actor = keysHandedOut[place];
  const key = actor === undefined ? undefined : rawKeyIn(body);
  if (actor !== undefined && key !== undefined) {
    keys.set(actor, key);
  }
}

function rawKeyIn(body: unknown): string | undefined {
  if (!isShape(body)) {
    return undefined;
  }
  const key = isShape(body['api_key']) ? body['api_key']['raw_key'] : rawKeyIn(body['data']);
  return typeof key === 'string' ? key : undefined;
}

function commandOf(scenario: string, command: string): Judged {
  const reason = reasonOutOfScope(scenario, null) ?? 'A command is no request.';
  return { scenario, exchange: command, verdict: { kind: 'out_of_scope', reason } };
}
