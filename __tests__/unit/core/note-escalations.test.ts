import { describe, expect, it } from 'vitest';
import type { Escalation } from '../../../src/core/escalation.ts';
import { isEscalated, noteEscalations } from '../../../src/core/note-escalations.ts';
import type { ReasonCode } from '../../../src/core/reasons.ts';
import { aLedger, minute, noon } from '../../builders/ledger.ts';
import { aPolicy } from '../../builders/policy.ts';

const hour = 60 * minute;
const policy = aPolicy({ people: { mention: [], remindAfterHours: 24, reminders: 2 } });
const told: Escalation = { code: 'declined', since: noon, reminders: 0, lastAt: noon };

interface Row {
  readonly behaviour: string;
  readonly before?: Escalation;
  readonly code: ReasonCode | null;
  readonly after: number;
  readonly expected: Escalation | undefined;
}

const rows: readonly Row[] = [
  { behaviour: 'begins when a story waits for people', code: 'declined', after: 0, expected: told },
  { behaviour: 'is none where nobody has to act', code: 'ci_pending', after: 0, expected: undefined },
  { behaviour: 'is none of what a person did themselves', code: 'closed_by_human', after: 0, expected: undefined },
  { behaviour: 'is left alone within the silence', before: told, code: 'declined', after: 23 * hour, expected: told },
  {
    behaviour: 'is brought to mind after the silence',
    before: told,
    code: 'declined',
    after: 24 * hour,
    expected: { ...told, reminders: 1, lastAt: noon + 24 * hour },
  },
  {
    behaviour: 'is not brought to mind more often than the team wants',
    before: { ...told, reminders: 2 },
    code: 'declined',
    after: 90 * hour,
    expected: { ...told, reminders: 2 },
  },
  {
    behaviour: 'begins anew for another reason',
    before: told,
    code: 'merge_refused',
    after: hour,
    expected: { code: 'merge_refused', since: noon + hour, reminders: 0, lastAt: noon + hour },
  },
  { behaviour: 'is the same when it comes again soon', before: told, code: null, after: hour, expected: told },
  { behaviour: 'is forgotten after a while', before: told, code: null, after: 25 * hour, expected: undefined },
];

describe('an escalation', () => {
  it.each(rows)('$behaviour', ({ before, code, after, expected }) => {
    const ledger = aLedger({}, { escalations: before === undefined ? {} : { '1.1': before } });
    const holds = new Map(code === null ? [] : [['1.1', { code, detail: '' }] as const]);
    const plan = { holds, line: null };
    const noted = noteEscalations(ledger, plan, policy, noon + after);
    expect(noted.escalations['1.1']).toEqual(expected);
    if (expected === before) expect(noted).toBe(ledger);
    expect(noteEscalations(noted, plan, policy, noon + after)).toBe(noted);
  });

  it('is not one for each story where the whole line is stopped by a person', () => {
    for (const code of ['paused', 'cancelled', 'released', 'budget_spent', 'draft'] as const) {
      expect(isEscalated({ code, detail: '' })).toBe(false);
    }
  });

  it('is not one for each story of what the whole line waits for, nor of a whole backlog', () => {
    const hold = { code: 'bypass_possible', detail: '' } as const;
    const holds = new Map(Array.from({ length: 10_000 }, (_, index) => [`1.${index}`, hold]));
    expect(noteEscalations(aLedger(), { holds, line: hold }, policy, noon).escalations).toEqual({});
    const { escalations } = noteEscalations(aLedger(), { holds, line: null }, policy, noon);
    expect(Object.keys(escalations)).toHaveLength(300);
  });
});
