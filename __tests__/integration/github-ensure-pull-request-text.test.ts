import { expect, test } from 'vitest';
import { ensurePullRequestText } from '../../src/github/ensure-pull-request-text.ts';
import { humanLabel, ownLabel } from '../../src/render/labels.ts';
import { renderOwnPart } from '../../src/render/own-part.ts';
import { type GitHubServer, serveGitHub } from './github-server.ts';

const text = { title: '1.1: Wrap', body: renderOwnPart('story=1.1', '1.1: Wrap', ['Story 1.1']) };

interface Stored {
  title: string;
  body: string | null;
  labels: { readonly name: string }[];
}

function serve(pull: Stored): Promise<GitHubServer> {
  return serveGitHub({
    'GET /pulls/7': () => ({ body: pull }),
    'PATCH /pulls/7': ({ body }) => ({ body: Object.assign(pull, body) }),
    'POST /issues/7/labels': ({ body }) => {
      pull.labels.push(...named(...Object(body).labels));
      return { body: pull.labels };
    },
    [`DELETE /issues/7/labels/${humanLabel}`]: () => {
      pull.labels = pull.labels.filter(({ name }) => name !== humanLabel);
      return { body: pull.labels };
    },
  });
}

function named(...names: readonly string[]): { name: string }[] {
  return names.map((name) => ({ name }));
}

test('our part of a text is put in its place, and what people wrote around it stays', async () => {
  const before = renderOwnPart('story=1.1', '1.1: Wrap', ['Old']);
  const body = `Mine.\r\n\r\n${before.replaceAll('\n', '\r\n')}`;
  const pull = { title: '1.1: Wrap', body, labels: named(ownLabel) };
  await using server = await serve(pull);
  await ensurePullRequestText(server.github, { number: 7, text, labels: [ownLabel] });
  expect(pull.body).toBe(`Mine.\n\n${text.body}`);
});

test('nothing is written where it says so already', async () => {
  const pull = { title: text.title, body: text.body.replaceAll('\n', '\r\n'), labels: named(ownLabel) };
  await using server = await serve(pull);
  await ensurePullRequestText(server.github, { number: 7, text, labels: [ownLabel] });
  expect(server.exchanges.map(({ method }) => method)).toEqual(['GET']);
});

test('our labels are changed, those of people stay', async () => {
  const pull = { title: 'Mine', body: null, labels: named('look at this', humanLabel) };
  await using server = await serve(pull);
  await ensurePullRequestText(server.github, { number: 7, text: null, labels: [ownLabel] });
  expect(pull).toEqual({ title: 'Mine', body: null, labels: named('look at this', ownLabel) });
});
