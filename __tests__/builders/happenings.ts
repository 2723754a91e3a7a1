import type { Happening } from '../../sandbox/github/world/events.ts';

export const head = 'a'.repeat(40);

/** The App opens the pull request of story 1.1. */
export function aPull(change: Partial<Extract<Happening, { kind: 'pull_request' }>> = {}): Happening {
  return {
    kind: 'pull_request',
    number: 7,
    action: 'opened',
    head,
    headRef: 'orchestrate/1.1',
    base: 'main',
    merged: false,
    by: 'app[bot]',
    ...change,
  };
}

/** A job of CI ends well on its head. */
export function aCheckRun(change: Partial<Extract<Happening, { kind: 'check' }>> = {}): Happening {
  return {
    kind: 'check',
    id: 1,
    name: 'test',
    app: 'github-actions',
    sha: head,
    status: 'completed',
    conclusion: 'success',
    runId: 1,
    jobId: 1,
    ...change,
  };
}
