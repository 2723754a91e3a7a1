import type { Instant } from '../core/instant.ts';
import type { BudgetFacts } from '../core/snapshot.ts';
import type { Waits } from '../waits.ts';
import { type Ask, describeAsk } from './ask.ts';
import { createKnownAnswers, type KnownAnswer } from './known-answers.ts';
import { isLimited, type LimitSigns, readBudget, readLimit } from './rate-limit.ts';
import { Unsent } from './unsent.ts';

export interface PatientFetch {
  /** A fetch that asks `mayAct` right before each effect is sent, and sent again. */
  fetchUnder(mayAct: () => void): typeof fetch;
  /** Each budget as GitHub told it last, but for those that were given anew since. */
  budgets(): readonly BudgetFacts[];
  /** How many requests were sent so far. */
  requests(): number;
  /** The latest moment that an answer was dated with, by GitHub's clock, in whole seconds; null before the first. */
  clock(): Instant | null;
}

const answerLimitMs = 60_000;
/** Before a read that failed is sent again. */
const readPausesMs: readonly number[] = [500, 2000];

/**
 * One job's way to GitHub. Where GitHub says that it is too much, nothing more is sent until that is over; what was
 * refused for it had no effect and is sent again then, but for a merge and a mutation, which have to be judged anew.
 * After an error of the server or a lost answer only a read is sent again.
 */
export function createPatientFetch(waits: Waits): PatientFetch {
  const budgets = new Map<string, BudgetFacts>();
  const limits = new Map<string, Instant>();
  const known = createKnownAnswers();
  let requests = 0;
  let clock: Instant | null = null;

  async function send(url: string, init: RequestInit): Promise<KnownAnswer> {
    requests += 1;
    const headers = known.condition(url, new Headers(init.headers));
    const response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(answerLimitMs) });
    // Read to the end: Octokit takes a body that was cut short for an empty one.
    const answer = { status: response.status, headers: response.headers, body: await response.arrayBuffer() };
    note(signsOf(answer));
    return known.recall(url, answer);
  }

  function note(signs: LimitSigns): void {
    const budget = readBudget(signs, waits.now());
    if (budget !== null) budgets.set(budget.resource, budget);
    const dated = Date.parse(signs.header('date') ?? '');
    if (!Number.isNaN(dated)) clock = Math.max(dated, clock ?? dated);
    const limit = readLimit(signs, waits.now());
    if (limit !== null) limits.set(limit.of, Math.max(limit.until, limits.get(limit.of) ?? 0));
  }

  function liftedAt({ resource }: Ask): Instant {
    return Math.max(limits.get(resource) ?? 0, limits.get('everything') ?? 0);
  }

  async function waitForLimit(ask: Ask): Promise<void> {
    for (let lifted = liftedAt(ask); lifted > waits.now(); lifted = liftedAt(ask)) {
      if (lifted > waits.until) {
        const seconds = Math.ceil((lifted - waits.now()) / 1000);
        throw new Unsent(`too much was asked of it, and it is not asked again for ${seconds} s`, { liftedAt: lifted });
      }
      await waits.pause(lifted - waits.now());
    }
  }

  /** For how long to wait before it is sent again; null where it is not, and the answer stands. */
  function pauseAfter(ask: Ask, end: Ended, turn: number): number | null {
    const pause = pauseFor(ask, end, turn);
    return pause === null || waits.now() + pause > waits.until ? null : pause;
  }

  function pauseFor(ask: Ask, end: Ended, turn: number): number | null {
    if (end.kind === 'answer' && isLimited(signsOf(end.answer))) {
      return ask.isOfTheMoment ? null : liftedAt(ask) - waits.now();
    }
    const isServersFault = end.kind === 'lost' || end.answer.status >= 500;
    return ask.isRead && isServersFault ? (readPausesMs[turn] ?? null) : null;
  }

  async function fetchPatiently(url: string, init: RequestInit, mayAct: () => void): Promise<Response> {
    const ask = describeAsk(url, init);
    for (let turn = 0; ; turn += 1) {
      await waitForLimit(ask);
      if (!ask.isRead) requireLeave(mayAct);
      const end = await endOf(send(url, init));
      const pause = pauseAfter(ask, end, turn);
      if (pause === null) return finish(end);
      await waits.pause(Math.max(0, pause));
    }
  }

  return {
    fetchUnder: (mayAct) => (url, init) => fetchPatiently(String(url), init ?? {}, mayAct),
    budgets: () => [...budgets.values()].filter(({ resetsAt }) => resetsAt > waits.now()),
    requests: () => requests,
    clock: () => clock,
  };
}

type Ended =
  | { readonly kind: 'answer'; readonly answer: KnownAnswer }
  | { readonly kind: 'lost'; readonly error: unknown };

function endOf(sending: Promise<KnownAnswer>): Promise<Ended> {
  return sending.then(
    (answer) => ({ kind: 'answer', answer }),
    (error: unknown) => ({ kind: 'lost', error }),
  );
}

function finish(end: Ended): Response {
  if (end.kind === 'lost') throw end.error;
  const { status, headers, body } = end.answer;
  return new Response(body.byteLength === 0 ? null : body, { status, headers });
}

function requireLeave(mayAct: () => void): void {
  try {
    mayAct();
  } catch (error) {
    throw new Unsent('there is no leave to act any more', { liftedAt: null, cause: error });
  }
}

function signsOf({ status, headers, body }: KnownAnswer): LimitSigns {
  return { status, header: (name) => headers.get(name), body: () => Buffer.from(body).toString('utf8') };
}
