import { expect, it } from 'vitest';
import type { Notification } from '../../../src/core/notifications.ts';
import { renderNotifications } from '../../../src/render/notification.ts';
import { noon } from '../../builders/ledger.ts';

const places = { repository: 'https://github.test/ada/demo', run: 'https://github.test/ada/demo/actions/runs/7' };

function anEscalation(title: string, detail: string): Notification {
  return {
    key: `declined 2.1 ${noon}`,
    kind: 'escalation',
    story: { number: '2.1', title, pullRequest: 11 },
    hold: { code: 'declined', detail },
    since: noon,
  };
}

const end: Notification = { key: 'done', kind: 'done', story: null, hold: null, since: noon };

it('tells machines what is the matter, since when, what to do, and where to look', () => {
  const [first, last] = JSON.parse(renderNotifications([anEscalation('Widths', 'Which?'), end], places, 'json')).events;
  expect(first).toEqual({
    id: `declined 2.1 ${noon}`,
    kind: 'escalation',
    story: { number: '2.1', title: 'Widths' },
    code: 'declined',
    text: '2.1 Widths: the agent could not restate the story: Which?',
    remedy: expect.stringMatching(/^Answer the questions/),
    since: '2027-01-15T08:00Z',
    url: 'https://github.test/ada/demo/pull/11',
  });
  expect(last).toMatchObject({ kind: 'done', story: null, code: null, remedy: null, url: places.run });
  expect(Number.isNaN(Date.parse(first.since))).toBe(false);
});

it('tells Slack one line each, with a link', () => {
  const { text } = JSON.parse(renderNotifications([anEscalation('Widths', 'Which?'), end], places, 'slack'));
  expect(text.split('\n')).toEqual([
    '*ada/demo*',
    expect.stringMatching(
      /^• \*waits for a person\* — <https:\/\/github\.test\/ada\/demo\/pull\/11\|2\.1 Widths>: the agent could not restate the story: Which\?\. Answer/,
    ),
    `• *every story is verified* — <${places.run}|the project>: every story is verified.`,
  ]);
});

it('lets no text from outside call a channel, make a link or break a line', () => {
  const hostile = '<!channel> <http://evil.test|here> a|b & c\n• fake';
  const { text } = JSON.parse(renderNotifications([anEscalation(hostile, hostile)], places, 'slack'));
  expect(text.split('\n')).toHaveLength(2);
  expect(text.match(/</g)).toHaveLength(1);
  expect(text).toContain('&lt;!channel&gt;');
});
