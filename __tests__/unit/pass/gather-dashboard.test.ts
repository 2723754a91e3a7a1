import { expect, test } from 'vitest';
import type { SeenDashboard } from '../../../src/github/dashboard-record.ts';
import { gatherDashboard } from '../../../src/pass/gather-dashboard.ts';
import { noon } from '../../builders/ledger.ts';

const ticks = [
  { id: 'tick 1 pause', command: 'pause', editor: 'ada', at: noon, textAt: noon - 5000 },
  { id: 'tick 1 retry 2.1', command: 'retry 2.1', editor: 'ada', at: noon, textAt: noon - 5000 },
];
const seen: SeenDashboard = { number: 3, isOpen: true, digest: 'x', editedAt: noon, ticks: { kind: 'ticks', ticks } };
const handled = { at: noon, on: 3, login: 'ada', outcome: 'done' as const, replies: [], answered: true };

/** Who may write, and who was asked for. */
function readers() {
  const asked: string[] = [];
  const readActor = async (login: string) => {
    asked.push(login);
    return { login, isBot: false, canWrite: true, canMaintain: false, isAdmin: false, teams: [] };
  };
  return { asked, readActor };
}

test('a tick is what its author would have written on the dashboard, unless it was followed before', async () => {
  const { asked, readActor } = readers();
  const heard = await gatherDashboard(seen, { handled: { 'tick 1 pause': handled } }, readActor);
  expect(heard.ticks).toMatchObject([
    {
      id: 'tick 1 retry 2.1',
      source: 'tick',
      on: 3,
      branch: null,
      writtenAt: noon,
      aboutUntil: noon - 5000,
      actor: { login: 'ada' },
    },
  ]);
  expect(heard.ticks.map(({ body }) => body)).toEqual(['/orchestrate retry 2.1']);
  expect(asked).toEqual(['ada']);
});

test('nobody is heard on a dashboard that somebody closed, nor where nobody knows who ticked', async () => {
  const { asked, readActor } = readers();
  const unsure = { kind: 'unsure', at: noon, commands: ['pause'], because: 'two edited it' } as const;
  expect(await gatherDashboard({ ...seen, isOpen: false }, { handled: {} }, readActor)).toMatchObject({
    dashboard: { isOpen: false, unsure: null },
    ticks: [],
  });
  expect(await gatherDashboard({ ...seen, ticks: unsure }, { handled: {} }, readActor)).toMatchObject({
    dashboard: { isOpen: true, unsure },
    ticks: [],
  });
  expect(await gatherDashboard(null, { handled: {} }, readActor)).toEqual({ dashboard: null, ticks: [] });
  expect(asked).toEqual([]);
});
