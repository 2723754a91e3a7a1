import {
  type AcceptedHead,
  emptyLedger,
  type Flight,
  freshStoryMemory,
  type Ledger,
  type StoryMemory,
  type VerdictRecord,
} from '../../src/core/ledger.ts';
import { aReview } from './outcome.ts';
import { aSha, headSha, tip } from './sha.ts';

/** The time at which most tests ask. */
export const noon = 1_800_000_000_000;
export const minute = 60_000;
export const hour = 60 * minute;

/** What is remembered of one story. */
export function aMemory(change: Partial<StoryMemory> = {}): StoryMemory {
  return { ...freshStoryMemory, ...change };
}

/** A ledger that remembers these stories and this base as proven. */
export function aLedger(stories: Readonly<Record<string, StoryMemory>> = {}, change: Partial<Ledger> = {}): Ledger {
  return { ...emptyLedger, base: { proven: { sha: tip, at: noon }, watched: null }, stories, ...change };
}

/** The head that was accepted for story 1.1. */
export function aHead(change: Partial<AcceptedHead> = {}): AcceptedHead {
  return {
    sha: headSha,
    by: 'agent',
    diffBase: aSha('root'),
    patchId: 'patch-1',
    changedPaths: ['src/app.ts'],
    missingDeliverables: [],
    concerns: [],
    assignment: '90-1',
    at: noon - 30 * minute,
    ...change,
  };
}

/** A passing verdict about that head and story 1.1 as it reads. */
export function aVerdict(change: Partial<VerdictRecord> = {}): VerdictRecord {
  return {
    review: aReview(),
    criteriaHash: 'criteria-1.1',
    patchId: 'patch-1',
    headSha,
    reviewer: 'reviewer',
    assignment: '91-2',
    run: 91,
    at: noon - 10 * minute,
    by: null,
    ...change,
  };
}

/** An implementer's assignment that was dispatched ten minutes ago and has time left. */
export function aFlight(change: Partial<Flight> = {}): Flight {
  return {
    id: '99-3',
    role: 'implement',
    story: '1.1',
    run: 99,
    attempt: 1,
    branch: 'orchestrate/1.1',
    startSha: tip,
    diffBase: null,
    criteriaHash: 'criteria-1.1',
    since: noon - 10 * minute,
    notAfter: noon + 50 * minute,
    settleReruns: 0,
    ...change,
  };
}

/** What is remembered of story 1.1 with its pull request open. */
export function opened(change: Partial<StoryMemory> = {}): StoryMemory {
  return aMemory({
    agreement: 'criteria-1.1',
    head: aHead(),
    pullRequest: 11,
    handedOver: headSha,
    authorRuns: 1,
    ...change,
  });
}

/** The same, reviewed and reported: only the gate is left. */
export function approved(change: Partial<StoryMemory> = {}): StoryMemory {
  return opened({ verdict: aVerdict(), reported: '91-2', ...change });
}
