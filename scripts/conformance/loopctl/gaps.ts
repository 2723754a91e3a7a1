import type { Answer } from './answer.ts';
import { isShape } from './compare.ts';

/** Asks the server in the name of one of the recording's keys. */
export type Ask = (actor: string, method: 'GET' | 'POST', target: string, body?: unknown) => Promise<Answer>;

const calls = ['contract', 'claim', 'start', 'report'] as const;

/** A story taken from pending to where the call named leads, and perhaps a review of it recorded. */
interface Step {
  readonly project: string;
  readonly story: string;
  readonly until: (typeof calls)[number];
  readonly isReviewed?: true;
}

/** Calls that the recorder made without recording them, before the exchange of this name. */
export const gaps: Readonly<Record<string, readonly Step[]>> = {
  '06-reject-reset: reject (1)': [{ project: 'reject', story: '1.1', until: 'report' }],
  '06-reject-reset: story re-reported (verified_status stays rejected)': [
    { project: 'reject', story: '1.1', until: 'report' },
  ],
  '06-reject-reset: verify after two rejects': [{ project: 'reject', story: '1.1', until: 'report', isReviewed: true }],
  '06-reject-reset: unclaim by another agent (403)': [{ project: 'reject', story: '1.2', until: 'claim' }],
  '06-reject-reset: force-unclaim': [{ project: 'reject', story: '1.2', until: 'claim' }],
  '06-reject-reset: unclaim of a reported_done story by its implementer': [
    { project: 'reject', story: '1.3', until: 'report' },
  ],
  '06-reject-reset: reject with auto_reset_on_rejection=false': [{ project: 'reject', story: '1.3', until: 'report' }],
  '09-backfill-bulk: backfill of a contracted story (422)': [{ project: 'bulk', story: '1.2', until: 'contract' }],
  '09-backfill-bulk: bulk verify without any review record (succeeds)': [
    { project: 'bulk', story: '1.4', until: 'report' },
  ],
  '09-backfill-bulk: bulk reject': [{ project: 'bulk', story: '1.5', until: 'report' }],
  '09-backfill-bulk: bulk claim': [{ project: 'bulk', story: '1.5', until: 'contract' }],
  '09-backfill-bulk: verify-all of an epic (one with, one without review record)': [
    { project: 'bulk', story: '2.1', until: 'report', isReviewed: true },
    { project: 'bulk', story: '2.2', until: 'report' },
  ],
};

/** Makes the calls that the recorder left out before an exchange; none of them may be refused. */
export async function fillGap(exchange: string, ask: Ask): Promise<void> {
  for (const step of gaps[exchange] ?? []) {
    await take(step, ask);
  }
}

async function take({ project, story, until, isReviewed }: Step, ask: Ask): Promise<void> {
  const { id: projectId } = await find(ask, '/api/v1/projects?page_size=100', ['slug', project]);
  const listed = `/api/v1/stories?limit=500&project_id=${String(projectId)}`;
  const { id, title, acceptance_criteria: criteria } = await find(ask, listed, ['number', story]);
  const terms = { story_title: title, ac_count: Array.isArray(criteria) ? criteria.length : 0 };
  for (const call of calls.slice(0, calls.indexOf(until) + 1)) {
    const actor = call === 'report' ? 'agent_review' : 'agent_impl';
    await must(ask(actor, 'POST', `/api/v1/stories/${String(id)}/${call}`, call === 'contract' ? terms : {}));
  }
  if (isReviewed === true) {
    const target = `/api/v1/stories/${String(id)}/review-complete`;
    await must(ask('orchestrator', 'POST', target, { review_type: 'enhanced' }));
  }
}

type Shape = Readonly<Record<string, unknown>>;

async function find(ask: Ask, target: string, [field, value]: readonly [string, string]): Promise<Shape> {
  const body = await must(ask('agent_impl', 'GET', target));
  const rows = isShape(body) && Array.isArray(body['data']) ? body['data'].filter(isShape) : [];
  const row = rows.find((one) => one[field] === value);
  if (row === undefined) {
    throw new Error(`no row with ${field} ${value} in ${target}`);
  }
  return row;
}

async function must(asking: Promise<Answer>): Promise<unknown> {
  const { status, body } = await asking;
  if (status >= 400) {
    throw new Error(`what the recorder had done without recording it was refused: ${status} ${JSON.stringify(body)}`);
  }
  return body;
}
