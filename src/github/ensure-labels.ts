import type { GitHub } from './client.ts';

export interface WantedLabels {
  /** The issue or pull request. */
  readonly on: number;
  /** Those that it has now. */
  readonly present: readonly string[];
  readonly wanted: readonly string[];
  /** Those that are ours to take away; every other one stays. */
  readonly own: readonly string[];
}

/** The labels of ours, as wanted: what is missing is put on it, what is not wanted any more is taken off. */
export async function ensureLabels(
  github: Pick<GitHub, 'request'>,
  { on, present, wanted, own }: WantedLabels,
): Promise<void> {
  const missing = wanted.filter((label) => !present.includes(label));
  const unwanted = present.filter((label) => own.includes(label) && !wanted.includes(label));
  if (missing.length > 0) {
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels';
    await github.request(route, { issue_number: on, labels: missing });
  }
  for (const name of unwanted) {
    const route = 'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}';
    await github.request(route, { issue_number: on, name }, [404]);
  }
}
