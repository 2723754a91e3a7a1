import type { Notification } from '../core/notifications.ts';
import { reasons } from '../core/reasons.ts';
import { tellMoment } from '../core/utc.ts';
import { plainLine } from './sanitise.ts';
import type { Places } from './surface.ts';

/** The version of the JSON that a webhook is sent. */
const bodyVersion = 1;

const headings = {
  escalation: 'waits for a person',
  base_red: 'the base is red',
  budget_stop: 'stopped by a spent budget',
  done: 'every story is verified',
} as const satisfies Record<Notification['kind'], string>;

/** What a webhook is sent of these, as the body of a request. */
export function renderNotifications(told: readonly Notification[], places: Places, format: 'json' | 'slack'): string {
  return JSON.stringify(format === 'slack' ? toSlack(told, places) : toJson(told, places));
}

function toJson(told: readonly Notification[], { repository, run }: Places): object {
  return {
    version: bodyVersion,
    repository,
    run,
    events: told.map((one) => ({
      id: one.key,
      kind: one.kind,
      story: one.story === null ? null : { number: one.story.number, title: plainLine(one.story.title) },
      code: one.hold?.code ?? null,
      text: `${subjectOf(one)}: ${sayHold(one)}`,
      remedy: one.hold === null ? null : reasons[one.hold.code].remedy,
      since: tellMoment(one.since).replace(' UTC', 'Z').replace(' ', 'T'),
      url: urlOf(one, { repository, run }),
    })),
  };
}

/** https://docs.slack.dev/messaging/formatting-message-text: three characters are its markup's, and links begin with one. */
function toSlack(told: readonly Notification[], places: Places): object {
  const name = places.repository.split('/').slice(-2).join('/');
  const lines = told.map((one) => {
    const remedy = one.hold === null ? '' : ` ${reasons[one.hold.code].remedy}`;
    const link = `<${urlOf(one, places)}|${escapeSlack(subjectOf(one)).replaceAll('|', '¦')}>`;
    return `• *${headings[one.kind]}* — ${link}: ${escapeSlack(`${sayHold(one)}.${remedy}`)}`;
  });
  return { text: [`*${escapeSlack(name)}*`, ...lines].join('\n') };
}

function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function subjectOf({ story }: Notification): string {
  if (story === null) return 'the project';
  return story.title === '' ? story.number : `${story.number} ${plainLine(story.title, 100)}`;
}

function sayHold({ hold }: Notification): string {
  if (hold === null) return headings.done;
  const { title } = reasons[hold.code];
  return hold.detail === '' ? title : `${title}: ${plainLine(hold.detail, 300)}`;
}

function urlOf({ story }: Notification, { repository, run }: Places): string {
  const number = story?.pullRequest ?? null;
  return number === null ? run : `${repository}/pull/${number}`;
}
