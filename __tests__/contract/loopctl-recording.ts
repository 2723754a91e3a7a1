import { readFileSync } from 'node:fs';
import type { EngineRequest } from '../../src/loopctl/embedded/engine/call.ts';

/** One recorded request of the real server and what it answered. */
export interface Exchange {
  readonly name: string;
  readonly actor: string;
  readonly method: EngineRequest['method'];
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  readonly response: unknown;
}

export function readRecording(scenario: string): readonly Exchange[] {
  const file = new URL(`../fixtures/loopctl/${scenario}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).exchanges;
}

const bindable = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}\.\d{6}Z/g;

/** What the recording's ids and times are in our world: learnt at first sight, held to from then on. */
export interface Bindings {
  readonly ours: Map<string, string>;
  readonly theirs: Map<string, string>;
}

export function newBindings(): Bindings {
  return { ours: new Map(), theirs: new Map() };
}

/** The recorded text with every known id and time replaced by ours. */
export function translate(text: string, bindings: Bindings): string {
  return text.replaceAll(bindable, (found) => restore(found, bindings.ours.get(normal(found)) ?? normal(found)));
}

/** The differences between a recorded answer and ours; binds what is seen for the first time. */
export function differences(expected: unknown, actual: unknown, bindings: Bindings, at = '$'): readonly string[] {
  if (typeof expected === 'string' && typeof actual === 'string') {
    return bindText(expected, actual, bindings) ? [] : [`${at}: expected ${expected}, got ${actual}`];
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return expected.length === actual.length
      ? expected.flatMap((item, index) => differences(item, actual[index], bindings, `${at}[${index}]`))
      : [`${at}: expected ${expected.length} entries, got ${actual.length}`];
  }
  if (isRecord(expected) && isRecord(actual)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return keys.flatMap((key) =>
      key in expected && key in actual
        ? differences(expected[key], actual[key], bindings, `${at}.${key}`)
        : [`${at}.${key}: ${key in expected ? 'missing' : 'not in the recording'}`],
    );
  }
  return Object.is(expected, actual) ? [] : [`${at}: expected ${String(expected)}, got ${String(actual)}`];
}

/** The recorded answer without the recorder's own remarks, and how many of the last rows it says it kept. */
export function withoutRemarks(response: unknown): { readonly response: unknown; readonly last: number | null } {
  if (!isRecord(response)) {
    return { response, last: null };
  }
  const { kinds, note, ...rest } = response;
  return { response: rest, last: Number(/last (\d+) kept/.exec(String(note))?.[1] ?? 0) || null };
}

/** Of our answer only what the recording kept: listed keys, first or last rows, or the number of rows left out. */
export function shortened(expected: unknown, actual: unknown, last: number | null): unknown {
  const rows = typeof expected === 'string' ? /^\[(\d+).*\]$/.exec(expected)?.[1] : undefined;
  if (rows !== undefined && Array.isArray(actual)) {
    return actual.length === Number(rows) ? expected : actual;
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const kept = last === null ? actual : actual.slice(-last);
    return expected.map((item, index) => shortened(item, kept[index], null));
  }
  if (isRecord(expected) && isRecord(actual)) {
    return Object.fromEntries(Object.keys(expected).map((key) => [key, shortened(expected[key], actual[key], last)]));
  }
  return actual;
}

function bindText(expected: string, actual: string, bindings: Bindings): boolean {
  const [theirs, ours] = [expected.match(bindable) ?? [], actual.match(bindable) ?? []];
  if (theirs.length !== ours.length || expected.replaceAll(bindable, '·') !== actual.replaceAll(bindable, '·')) {
    return false;
  }
  return theirs.every((text, index) => bind(text, ours[index] ?? '', bindings));
}

function bind(theirText: string, ourText: string, bindings: Bindings): boolean {
  const [theirs, ours] = [normal(theirText), normal(ourText)];
  const known = bindings.ours.get(theirs);
  const isId = !theirs.includes(':');
  if (known === undefined && (!isId || !bindings.theirs.has(ours))) {
    bindings.ours.set(theirs, ours);
    bindings.theirs.set(ours, theirs);
    return (theirText[10] === ' ') === (ourText[10] === ' ');
  }
  return known === ours;
}

function normal(text: string): string {
  return text.replace(' ', 'T');
}

function restore(found: string, text: string): string {
  return found[10] === ' ' ? text.replace('T', ' ') : text;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
