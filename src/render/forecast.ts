import type { Forecast } from '../core/forecast.ts';
import { dollars } from '../core/spending.ts';

/** What is still to come, in one line: at the rate so far, where there is one. */
export function renderForecast({ agents, open, attemptsLeft, millicentsLeft }: Forecast): string {
  const now = `${agents} ${agents === 1 ? 'agent' : 'agents'} now`;
  const left = `${open} ${open === 1 ? 'story' : 'stories'} to go`;
  if (attemptsLeft === null) return `${now} · ${left} · no story is verified yet, so there is no rate to go by`;
  const cost =
    millicentsLeft === null
      ? 'what agents cost was never told'
      : `about ${dollars(millicentsLeft)} more at the rate so far`;
  return `${now} · ${left} · about ${attemptsLeft} attempts · ${cost}`;
}
