import { expect, it } from 'vitest';
import { parseSave } from '../../../report/sources/parse-save.ts';
import { aLedger, noon } from '../../builders/ledger.ts';

function saved(at: string, ledger: unknown = aLedger()): string {
  return JSON.stringify({ state: { state_data: ledger, updated_at: at } });
}

it('is the ledger, and when it was saved', () => {
  expect(parseSave(saved(new Date(noon).toISOString().replace('Z', '000Z')))).toEqual({ at: noon, ledger: aLedger() });
});

it.each([
  ['that is no JSON', '{'],
  ['without a state', '{}'],
  ['of a moment that is none', saved('yesterday')],
  ['of no ledger', saved(new Date(noon).toISOString(), { version: 'old' })],
])('is none in a text %s', (_, text) => {
  expect(parseSave(text)).toBeNull();
});
