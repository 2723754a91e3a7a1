import { judgeSchedule, type Punctuality } from '../../core/schedule.ts';
import { tellMoment } from '../../core/utc.ts';
import { sanitiseLine } from '../sanitise.ts';
import type { PresentFacts } from '../surface.ts';

const late: Readonly<Record<Punctuality['late'], string>> = {
  on_time: 'GitHub keeps to it',
  minutes: 'GitHub comes some minutes late',
  an_hour: 'GitHub comes up to an hour late',
  hours: '**GitHub comes hours late**',
};

const missing: Readonly<Record<Punctuality['missing'], string>> = {
  none: '',
  some: ', and leaves some out',
  most: ', **and leaves most out**',
};

/** What wakes the next pass, and how far the clock can be relied on. */
export function renderWakeUps({
  world,
  ledger,
  plan,
}: Pick<PresentFacts, 'world' | 'ledger' | 'plan'>): readonly string[] {
  const ends = Object.values(ledger.flights).map(({ notAfter }) => notAfter);
  const tries = Object.entries(ledger.stories)
    .filter(([story]) => plan.holds.get(story)?.code === 'backing_off')
    .map(([, { infrastructure }]) => infrastructure.notBefore);
  return [
    '### What wakes the next run',
    '',
    ...(ends.length === 0
      ? ['- The end of CI, or a command.']
      : [`- The end of an agent, at ${tellMoment(Math.min(...ends))} at the latest; the end of CI; a command.`]),
    ...(tries.length === 0 ? [] : [`- What is tried again is due at ${tellMoment(Math.min(...tries))}.`]),
    ...renderClock(world.schedule),
    '',
  ];
}

function renderClock(schedule: PresentFacts['world']['schedule']): readonly string[] {
  if (schedule === null) return [];
  if (schedule.crons.length === 0) return ['- **No schedule stands in the workflow**: a wake-up that is lost is lost.'];
  const crons = schedule.crons.map((cron) => `\`${sanitiseLine(cron, 60).replaceAll('`', "'")}\``).join(', ');
  const judged = judgeSchedule(schedule);
  const said = judged === null ? '' : `; ${late[judged.late]}${missing[judged.missing]}`;
  return [`- Whatever was lost, the clock: ${crons} (UTC)${said}.`];
}
