import { endSentence } from '../../core/end-sentence.ts';
import { offersOf } from '../../core/offers.ts';
import { reasons } from '../../core/reasons.ts';
import { tellMoment } from '../../core/utc.ts';
import { viewStories } from '../../core/view.ts';
import { listWaitingForPeople, type Waiting } from '../../core/waiting-for-people.ts';
import { remedyFor } from '../hold-text.ts';
import { keepWithin } from '../keep-within.ts';
import { sanitiseLine } from '../sanitise.ts';
import type { PresentFacts } from '../surface.ts';
import { renderTickBox } from './tick-box.ts';

const limit = 20_000;

const says: Readonly<Record<string, string>> = {
  retry: 'retry: lift this, and go on',
  'approve-paths': 'approve: these paths may be as this commit has them (maintain or admin)',
  approve: 'approve: I have seen these criteria met',
};

/** What waits for a person: why, since when, what to do, and a box for what can be done with a click. */
export function renderWaiting(facts: PresentFacts): readonly string[] {
  const { world, plan, ledger } = facts;
  const waiting = listWaitingForPeople(plan, ledger);
  if (waiting.length === 0) return ['### Nobody is waited for', '', 'No story waits for a person.', ''];
  const views = new Map(viewStories(world, ledger).map((view) => [view.story.number, view]));
  const entries = waiting.map(({ story, hold }) => {
    const view = views.get(story);
    const offers = view === undefined ? [] : offersOf(view, hold, facts);
    return [
      renderEntry({ story, hold }, { title: view?.story.title ?? '', pull: view?.pullRequest?.number ?? null }, facts),
      ...offers.map((command) => renderTickBox(command, says[command.split(' ')[0] ?? ''] ?? command, '  ')),
    ].join('\n');
  });
  return [
    `### Waits for a person (${waiting.length})`,
    '',
    ...keepWithin(entries, limit, (left) => `- and ${left} more: \`/orchestrate why STORY\` tells of each`),
    '',
  ];
}

interface Named {
  readonly title: string;
  readonly pull: number | null;
}

function renderEntry({ story, hold }: Waiting, { title, pull }: Named, { ledger }: PresentFacts): string {
  const seen = hold.detail === '' ? '' : `: ${sanitiseLine(hold.detail, 400)}`;
  const since = ledger.waits[story];
  return [
    `- **${sanitiseLine(story)}** ${sanitiseLine(title, 100)}${pull === null ? '' : ` (#${pull})`} — `,
    endSentence(`**${reasons[hold.code].title}**${seen}`),
    since === undefined ? '' : ` Since ${tellMoment(since.since)}.`,
    ` ${remedyFor(hold.code, story)}`,
  ].join('');
}
