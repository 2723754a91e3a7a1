import { tellMoment } from '../../core/utc.ts';
import { keepWithin } from '../keep-within.ts';
import { sanitiseLine } from '../sanitise.ts';
import { runUrl } from '../story-page.ts';
import type { PresentFacts } from '../surface.ts';
import { renderCell } from '../table-cell.ts';

const limit = 5000;

/** Which agents are at work, on what, since when, and until when at most. */
export function renderAtWork({
  world,
  ledger,
  places,
}: Pick<PresentFacts, 'world' | 'ledger' | 'places'>): readonly string[] {
  const flights = Object.values(ledger.flights).toSorted((left, right) => left.since - right.since);
  const strays = world.strays.map(
    ({ run, assignment }) =>
      `| ? | \`${sanitiseLine(assignment, 60)}\` | nobody remembers it: what it makes is thrown away | | [${run}](${runUrl(places, run)}) |`,
  );
  if (flights.length + strays.length === 0) return ['### Agents at work', '', 'None.', ''];
  const titles = new Map(world.stories.map(({ number, title }) => [number, title]));
  const rows = flights.map(({ story, role, since, notAfter, run }) => {
    const subject = story === null ? 'the base' : `${sanitiseLine(story)} ${renderCell(titles.get(story) ?? '', 80)}`;
    return `| ${role} | ${subject} | ${tellMoment(since)} | ${tellMoment(notAfter)} | [${run}](${runUrl(places, run)}) |`;
  });
  return [
    `### Agents at work (${flights.length + strays.length})`,
    '',
    '| role | for | since | until at most | run |',
    '| --- | --- | --- | --- | --- |',
    ...keepWithin([...rows, ...strays], limit, (left) => `| … | and ${left} more | | | |`),
    '',
  ];
}
