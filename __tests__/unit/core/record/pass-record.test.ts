import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../../src/core/decide.ts';
import {
  type PassRecord,
  type RecordedLook,
  recordLook,
  writePassRecord,
} from '../../../../src/core/record/pass-record.ts';
import { parsePassRecord } from '../../../../src/core/record/read-record.ts';
import { replayLook } from '../../../../src/core/record/replay.ts';
import { type Situation, situations } from '../../../builders/arbitrary-snapshot.ts';
import { aLedger, noon } from '../../../builders/ledger.ts';
import { aPolicy } from '../../../builders/policy.ts';
import { aSnapshot } from '../../../builders/snapshot.ts';
import { aStory } from '../../../builders/story.ts';

function lookOf({ world, ledger, policy, now }: Situation): RecordedLook {
  return recordLook({ world, ledger, now }, decide(world, ledger, policy, now));
}

const quiet: Situation = { world: aSnapshot([aStory()]), ledger: aLedger(), policy: aPolicy(), now: noon };

function written(change: (record: Record<string, unknown>) => void): string {
  const record = JSON.parse(writePassRecord({ policy: quiet.policy, entries: [lookOf(quiet)] }));
  change(record);
  return JSON.stringify(record);
}

function readBack(record: PassRecord): PassRecord {
  const reading = parsePassRecord(writePassRecord(record));
  if (reading.kind === 'unreadable') throw new Error(reading.why);
  return reading.record;
}

/** The name of every field below a type, however deep. */
type Names<T> =
  T extends ReadonlyMap<unknown, infer Value>
    ? Names<Value>
    : T extends ReadonlySet<infer Item>
      ? Names<Item>
      : T extends readonly (infer Item)[]
        ? Names<Item>
        : T extends object
          ? { [Key in keyof T & string]: Key | Names<T[Key]> }[keyof T & string]
          : never;
type Keeping = 'token' | 'secret' | 'password' | 'authorization' | 'credential' | 'cookie' | 'webhook';
type Suspicious<T> = Extract<Names<T>, Keeping | `${string}${Capitalize<Keeping>}` | `${string}_${Keeping}`>;

describe('a recorded pass', () => {
  it('has no field that could hold a token: with one this does not compile', () => {
    const none: [Suspicious<PassRecord>] extends [never] ? true : false = true;
    // Down to the leaves, and it would tell.
    const reached: 'criteriaHash' | 'viewerCanMergeAsAdmin' | 'restatement' extends Names<PassRecord> ? true : false =
      true;
    const told: Suspicious<{ facts: readonly { apiToken: string }[] }> = 'apiToken';
    expect([none, reached, told]).toEqual([true, true, 'apiToken']);
  });

  it('is read as it was written, and decided by in the same way, whatever was seen', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const look = lookOf(situation);
        const { entries, policy } = readBack({ policy: situation.policy, entries: [look] });
        const [read] = entries;
        if (read?.kind !== 'look') throw new Error('the look is gone');
        expect(read.world).toEqual(look.world);
        expect(read.ledger).toEqual(look.ledger);
        expect(replayLook(read, policy)).toEqual({ kind: 'same' });
      }),
      { numRuns: 150 },
    );
  });

  it('is read as it was written where look follows upon look, whatever changed between them', () => {
    fc.assert(
      fc.property(situations, situations, fc.nat(), ({ world, ledger, policy, now }, other, at) => {
        const stories = world.stories.map((story, index) =>
          index === at % world.stories.length ? { ...story, title: `${story.title}, changed` } : story,
        );
        const seen: readonly Situation[] = [
          { world, ledger, policy, now },
          { world: { ...world, stories, ready: new Set([...world.ready].reverse()) }, ledger, policy, now },
          { world: structuredClone(world), ledger: structuredClone(ledger), policy, now },
          { ...other, policy },
          { world, ledger, policy, now },
        ];
        const entries = seen.map(lookOf);
        const read = readBack({ policy, entries }).entries.flatMap((entry) => (entry.kind === 'look' ? [entry] : []));
        expect(read).toEqual(entries);
        // A difference of order would be one of what is decided.
        expect(read.map(({ world: { blockers, ready } }) => [[...blockers.keys()], [...ready]])).toEqual(
          entries.map(({ world: { blockers, ready } }) => [[...blockers.keys()], [...ready]]),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('takes little more room for each further look at a large backlog', () => {
    const stories = Array.from({ length: 200 }, (_, index) => aStory({ id: `s${index}`, number: `1.${index}` }));
    const look = lookOf({ ...quiet, world: aSnapshot(stories) });
    const later = lookOf({
      ...quiet,
      world: aSnapshot(stories.map((story, index) => (index === 7 ? aStory({ ...story, title: 'Changed' }) : story))),
    });
    const length = (entries: PassRecord['entries']): number =>
      writePassRecord({ policy: quiet.policy, entries }).length;
    const one = length([look]);
    expect(length([look, later, structuredClone(look)]) - one).toBeLessThan(one / 5);
  });

  it('keeps what became of each decision', () => {
    const undone = { code: 'backing_off', detail: 'lost' } as const;
    const entries = [lookOf(quiet), { kind: 'end', intent: { kind: 'dispatch', key: '1.1' }, undone }] as const;
    expect(readBack({ policy: quiet.policy, entries }).entries[1]).toEqual(entries[1]);
  });

  it.each([
    ['a GitHub token', `ghs_${'a1B2'.repeat(9)}`],
    ['a loopctl key', `lc_${'aB3x'.repeat(10)}`],
    ['an Anthropic key', `sk-ant-${'x'.repeat(60)}`],
    [
      'a private key',
      `-----BEGIN RSA PRIVATE ${'KEY'}-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE ${'KEY'}----- and on`,
    ],
  ])('holds nothing that looks like %s, wherever it was written', (_kind, secret) => {
    const world = aSnapshot([aStory({ title: `x ${secret}`, criteria: [{ id: 'AC-1', text: secret }] })], {
      rejections: new Map([[secret, 1]]),
    });
    const text = writePassRecord({ policy: quiet.policy, entries: [lookOf({ ...quiet, world })] });
    expect(text).not.toContain(secret.slice(0, 12));
    expect(text).not.toContain('MIIEpAIBAAKCAQEA');
    expect(text).toContain('x ***');
  });
});

describe('what cannot be replayed', () => {
  it.each<[behaviour: string, text: string, why: RegExp]>([
    ['no JSON', 'nonsense', /^This is no JSON/],
    ['something else', '{"a":1}', /^This is no record of a pass/],
    ['an empty file', '', /^This is no JSON/],
    ['another version', written((record) => Object.assign(record, { version: 9 })), /another release.*version 9/],
    [
      'a snapshot that lacks a fact',
      written((record) => Reflect.deleteProperty(worldOf(record), 'strays')),
      /another release.*lacks `strays`\. Replay it with that release/,
    ],
    [
      'a fact of another shape',
      written((record) => Object.assign(worldOf(record), { ready: [] })),
      /has `ready` in another shape/,
    ],
    [
      'a ledger of another shape',
      written((record) => Object.assign(worldOf(record, 'ledger'), { flights: 3 })),
      /its ledger is of another shape/,
    ],
  ])('is told kindly: %s', (_behaviour, text, why) => {
    const reading = parsePassRecord(text);
    expect(reading.kind === 'unreadable' ? reading.why : '').toMatch(why);
  });

  it('is answered, never thrown, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parsePassRecord(text).kind).toBe('unreadable');
      }),
    );
  });

  it('is told by the look itself where something inside is missing', () => {
    const look = lookOf(quiet);
    const broken = { ...look, world: { ...look.world, base: {} } } as unknown as RecordedLook;
    expect(replayLook(broken, quiet.policy).kind).toBe('impossible');
  });
});

function worldOf(record: Record<string, unknown>, part: 'world' | 'ledger' = 'world'): object {
  const [entry] = record['entries'] as readonly Record<string, object>[];
  const found = entry?.[part];
  if (found === undefined) throw new Error(`there is no ${part}`);
  return found;
}
