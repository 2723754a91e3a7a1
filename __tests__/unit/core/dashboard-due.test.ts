import { expect, it } from 'vitest';
import { dashboardNote, isDashboardDue } from '../../../src/core/dashboard-due.ts';
import type { DashboardFacts } from '../../../src/core/ticks.ts';
import { minute, noon } from '../../builders/ledger.ts';

const seen: DashboardFacts = { number: 3, isOpen: true, digest: 'held', editedAt: noon, unsure: null };
const known = { id: 3, digest: 'whole', note: dashboardNote('held', { urgent: 'urgent' }) };

it.each<
  [
    string,
    boolean,
    { whole?: string; urgent?: string; held?: string; minutes?: number; isUnknown?: true; isUnseen?: true },
  ]
>([
  ['it was never written', true, { isUnknown: true }],
  ['nothing is another', false, { minutes: 60 }],
  ['somebody ticked a box, or edited it', true, { held: 'ticked' }],
  ['what people act on is another', true, { whole: 'other', urgent: 'other', minutes: 0 }],
  ['the rest is another, and it was written just now', false, { whole: 'other', minutes: 4 }],
  ['the rest is another, and it has stood for five minutes', true, { whole: 'other', minutes: 5 }],
  ['it may not be seen, and says what was written', false, { isUnseen: true, minutes: 60 }],
  ['it may not be seen, and there is something else to say', true, { isUnseen: true, whole: 'other' }],
])('where %s, that it is to be written is %s', (_, isDue, change) => {
  const { whole = 'whole', urgent = 'urgent', held = 'held', minutes = 1, isUnknown, isUnseen } = change;
  const dashboard = isUnseen ? null : { ...seen, digest: held };
  const clock = noon + minutes * minute;
  expect(isDashboardDue({ whole, urgent }, isUnknown ? null : known, { dashboard, clock })).toBe(isDue);
});
