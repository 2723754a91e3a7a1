import { z } from 'zod';
import { ownLabels } from '../render/labels.ts';
import { type PlacedText, placeOwnPart } from '../render/own-part.ts';
import type { GitHub } from './client.ts';
import { ensureLabels } from './ensure-labels.ts';
import { parseAnswer } from './parse-answer.ts';

export interface WantedPullRequestText {
  readonly number: number;
  /** Null: it stays as it is. */
  readonly text: PlacedText | null;
  readonly labels: readonly string[];
}

const pullRequestSchema = z.object({
  title: z.string(),
  body: z.string().nullable(),
  labels: z.array(z.object({ name: z.string() })),
});

/** Title, our part of the body, and our labels of a pull request, as wanted; only what differs is written. */
export async function ensurePullRequestText(
  github: Pick<GitHub, 'request'>,
  { number, text, labels }: WantedPullRequestText,
): Promise<void> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
  const answer = await github.request(route, { pull_number: number });
  const found = parseAnswer(pullRequestSchema, answer.data, route);
  const current = { title: found.title, body: (found.body ?? '').replaceAll('\r\n', '\n') };
  const placed = text === null ? current : placeOwnPart(current, text);
  if (placed.title !== current.title || placed.body !== current.body) {
    await github.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', { pull_number: number, ...placed });
  }
  const present = found.labels.map(({ name }) => name);
  await ensureLabels(github, { on: number, present, wanted: labels, own: ownLabels });
}
