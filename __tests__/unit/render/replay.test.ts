import { expect, it } from 'vitest';
import { decide } from '../../../src/core/decide.ts';
import { type PassRecord, type RecordedLook, recordLook } from '../../../src/core/record/pass-record.ts';
import { isReplayed, renderReplay } from '../../../src/render/replay.ts';
import { aLedger, noon } from '../../builders/ledger.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { aStory } from '../../builders/story.ts';

const world = aSnapshot([aStory(), aStory({ number: '1.2' })], {
  ready: new Set(['1.1']),
  blockers: new Map([['1.2', ['1.1']]]),
});
const policy = aPolicy();
const look = recordLook({ world, ledger: aLedger(), now: noon }, decide(world, aLedger(), policy, noon));
const record: PassRecord = {
  policy,
  entries: [look, { kind: 'end', intent: { kind: 'dispatch', key: '1.1' }, undone: null }],
};

it('tells look by look what was seen, each decision with what became of it, what waited, and what today decides', () => {
  expect(renderReplay(record)).toEqual([
    'The pass of plan, run 100, attempt 1.',
    '',
    'Look 1, 2027-01-15 08:00 UTC: 0 of 2 stories verified, 0 agents at work, main at 7469700',
    '  ▸ dispatch (implement) 1.1 — ready',
    '      done',
    '  ‖ 1.2 — waits for other stories: 1.1. It starts by itself when the stories it depends on are verified.',
    "  = Today's code decides the same.",
  ]);
  expect(isReplayed(record)).toBe(true);
});

it('tells what was not done, and what was not come to', () => {
  const undone = { code: 'stalled_elsewhere', detail: 'claimed by another' } as const;
  const refused = {
    ...record,
    entries: [look, { kind: 'end', intent: { kind: 'dispatch', key: '1.1' }, undone } as const],
  };
  expect(renderReplay(refused).join('\n')).toContain('      not done: somebody else has it: claimed by another.');
  expect(renderReplay({ ...record, entries: [look] }).join('\n')).toContain('not come to');
  expect(renderReplay({ ...record, entries: [] })).toEqual(['This pass never came to a look: nothing was decided.']);
});

it('tells where today decides otherwise, in one line each and harmless', () => {
  const detail = 'x\n::error::y';
  const other: RecordedLook = { ...look, plan: { ...look.plan, line: { code: 'paused', detail } } };
  const told = renderReplay({ policy, entries: [other] });
  expect(told).toContain("  ≠ Today's code decides otherwise:");
  expect(told.every((line) => !line.includes('\n'))).toBe(true);
  expect(told.join('\n')).toContain('the whole line: then paused');
  expect(isReplayed({ policy, entries: [other] })).toBe(false);
});

it('tells where it cannot decide at all', () => {
  const broken = { ...look, world: { ...world, base: { sha: '', checks: null } } } as unknown as RecordedLook;
  expect(renderReplay({ policy, entries: [broken] }).join('\n')).toContain('? Today');
});
