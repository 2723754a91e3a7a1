import type { Caller } from '../auth/tokens.ts';
import { Refusal } from '../pulls/refusal.ts';
import type { Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { CheckAnnotation, CheckRow } from '../world/check-rows.ts';
import { emitSuiteCompleted, ensureSuite, putCheck } from './suites.ts';

/** What a request may say about a check run; what it leaves out stays as it is. */
export interface CheckInput {
  readonly name?: string | undefined;
  readonly status?: CheckRow['status'] | undefined;
  readonly conclusion?: NonNullable<CheckRow['conclusion']> | undefined;
  readonly startedAt?: string | undefined;
  readonly completedAt?: string | undefined;
  readonly detailsUrl?: string | undefined;
  readonly externalId?: string | undefined;
  readonly output?:
    | {
        readonly title?: string | null | undefined;
        readonly summary?: string | null | undefined;
        readonly text?: string | null | undefined;
        readonly annotations?: readonly CheckAnnotation[] | undefined;
      }
    | undefined;
}

/** Creates a check run in the name of the caller's app; people have none and are refused. */
export function createCheck(
  site: Site,
  outbox: TriggerOutbox,
  caller: Caller,
  input: CheckInput & { readonly name: string; readonly headSha: string },
): CheckRow {
  const { appId } = caller;
  if (appId === null) throw new Refusal(403, 'You must authenticate via a GitHub App.');
  return site.store.together(() => {
    const suite = ensureSuite(site, appId, input.headSha);
    const empty: CheckRow = {
      id: site.store.nextId(),
      suiteId: suite.id,
      appId,
      name: input.name,
      headSha: input.headSha,
      status: 'queued',
      conclusion: null,
      startedAt: site.now(),
      completedAt: null,
      detailsUrl: null,
      externalId: '',
      title: null,
      summary: null,
      text: null,
      annotations: [],
      jobId: null,
    };
    const check = putCheck(site, withInput(site, empty, input));
    emitSuiteCompleted(site, outbox, caller, check.suiteId);
    return check;
  });
}

/** Updates a check run; only the app that made it may. */
export function updateCheck(
  site: Site,
  outbox: TriggerOutbox,
  caller: Caller,
  id: number,
  input: CheckInput,
): CheckRow {
  const before = site.tables.checks.get(id);
  if (before === undefined) throw new Refusal(404, 'Not Found');
  if (caller.appId === null) throw new Refusal(403, 'You must authenticate via a GitHub App.');
  if (caller.appId !== before.appId)
    throw new Refusal(
      403,
      `Invalid app_id \`${caller.appId}\` - check run can only be modified by the GitHub App that created it.`,
    );
  return site.store.together(() => {
    const check = putCheck(site, withInput(site, before, input));
    emitSuiteCompleted(site, outbox, caller, check.suiteId);
    return check;
  });
}

function withInput(site: Site, before: CheckRow, input: CheckInput): CheckRow {
  return {
    ...before,
    ...progressOf(site, before, input),
    name: input.name ?? before.name,
    startedAt: input.startedAt ?? before.startedAt,
    detailsUrl: input.detailsUrl ?? before.detailsUrl,
    externalId: input.externalId ?? before.externalId,
    ...outputOf(before, input.output ?? {}),
  };
}

function progressOf(
  site: Site,
  before: CheckRow,
  input: CheckInput,
): Pick<CheckRow, 'status' | 'conclusion' | 'completedAt'> {
  // A conclusion completes the run, whatever the status says.
  const status = input.conclusion === undefined ? (input.status ?? before.status) : 'completed';
  if (status !== 'completed') return { status, conclusion: null, completedAt: null };
  const conclusion = input.conclusion ?? before.conclusion;
  if (conclusion === null)
    throw new Refusal(422, 'Invalid request.\n\nNo conclusion was given for a completed check run.');
  return { status, conclusion, completedAt: input.completedAt ?? site.now() };
}

function outputOf(
  before: CheckRow,
  output: NonNullable<CheckInput['output']>,
): Pick<CheckRow, 'title' | 'summary' | 'text' | 'annotations'> {
  return {
    title: output.title ?? before.title,
    summary: output.summary ?? before.summary,
    text: output.text ?? before.text,
    annotations: [...before.annotations, ...(output.annotations ?? [])],
  };
}
