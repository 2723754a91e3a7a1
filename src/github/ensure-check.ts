import { z } from 'zod';
import type { CheckAnnotation, CheckConclusion } from '../core/own-checks.ts';
import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';

export interface WantedCheck {
  readonly sha: string;
  readonly name: string;
  /** Tells our check run from another app's of the same name. */
  readonly externalId: string;
  /** Null for a check that is still in progress. */
  readonly conclusion: CheckConclusion | null;
  readonly title: string;
  readonly summary: string;
  readonly detailsUrl: string | null;
  readonly annotations?: readonly CheckAnnotation[];
}

/** What is known of our check run without looking. */
export type KnownCheck =
  | { readonly kind: 'unknown' }
  /** There is none. */
  | { readonly kind: 'none' }
  | { readonly kind: 'there'; readonly id: number; readonly isOpen: boolean };

/** How many annotations GitHub takes at once; those of a later request are added to those of an earlier one. */
const annotationsAtOnce = 50;

const checkRunSchema = z.object({
  id: z.number(),
  name: z.string(),
  external_id: z.string().nullable(),
  status: z.string(),
  conclusion: z.string().nullable(),
  details_url: z.string().nullable(),
  output: z.object({
    title: z.string().nullable(),
    summary: z.string().nullable(),
    annotations_count: z.number().default(0),
  }),
});
type CheckRun = z.infer<typeof checkRunSchema>;

/**
 * Our check run of this name on this commit, as wanted; nothing is written when it already says so. What is known of it
 * spares the look, but not where it has annotations, which can only be added to. Returns its id.
 */
export async function ensureCheck(
  github: Pick<GitHub, 'request'>,
  wanted: WantedCheck,
  known: KnownCheck = { kind: 'unknown' },
): Promise<number> {
  if (known.kind === 'none') return await createCheck(github, wanted);
  if (known.kind === 'unknown' || listAnnotations(wanted).length > 0) return await lookAndEnsure(github, wanted);
  // What is completed stays so: a newer check run of the same name takes its place.
  if (!known.isOpen && wanted.conclusion === null) return await createCheck(github, wanted);
  return (await updateCheck(github, { id: known.id, annotated: 0 }, wanted)) ?? (await createCheck(github, wanted));
}

async function lookAndEnsure(github: Pick<GitHub, 'request'>, wanted: WantedCheck): Promise<number> {
  const found = await findCheck(github, wanted);
  if (found !== null && isAsWanted(found, wanted)) return found.id;
  const isReopening = found?.status === 'completed' && wanted.conclusion === null;
  if (found === null || isReopening || !canBeAnnotated(found, wanted)) return await createCheck(github, wanted);
  const annotated = found.output.annotations_count;
  return (await updateCheck(github, { id: found.id, annotated }, wanted)) ?? (await createCheck(github, wanted));
}

async function findCheck(github: Pick<GitHub, 'request'>, wanted: WantedCheck): Promise<CheckRun | null> {
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
  const answer = await github.request(route, { ref: wanted.sha, check_name: wanted.name, per_page: 100 });
  const { check_runs } = parseAnswer(z.object({ check_runs: z.array(checkRunSchema) }), answer.data, route);
  const ours = check_runs.filter((run) => run.name === wanted.name && run.external_id === wanted.externalId);
  return ours.sort((one, other) => other.id - one.id)[0] ?? null;
}

function isAsWanted(run: CheckRun, wanted: WantedCheck): boolean {
  return (
    run.status === (wanted.conclusion === null ? 'in_progress' : 'completed') &&
    run.conclusion === wanted.conclusion &&
    run.output.title === wanted.title &&
    run.output.summary === wanted.summary &&
    run.output.annotations_count === listAnnotations(wanted).length &&
    (wanted.detailsUrl === null || run.details_url === wanted.detailsUrl)
  );
}

/** Annotations can be added, not taken away: those of an earlier judgement, or half of these, are left behind with it. */
function canBeAnnotated({ output }: CheckRun, wanted: WantedCheck): boolean {
  return output.annotations_count === 0 || output.annotations_count === listAnnotations(wanted).length;
}

function listAnnotations({ annotations = [] }: WantedCheck): readonly CheckAnnotation[] {
  return annotations;
}

async function createCheck(github: Pick<GitHub, 'request'>, wanted: WantedCheck): Promise<number> {
  const route = 'POST /repos/{owner}/{repo}/check-runs';
  try {
    const body = {
      name: wanted.name,
      head_sha: wanted.sha,
      external_id: wanted.externalId,
      ...composeState(wanted, 0),
    };
    const answer = await github.request(route, body);
    const { id } = parseAnswer(z.object({ id: z.number() }), answer.data, route);
    await annotateRest(github, id, wanted);
    return id;
  } catch (error) {
    return await findMade(github, wanted, error);
  }
}

interface UpdatedCheck {
  readonly id: number;
  /** How many annotations it has. */
  readonly annotated: number;
}

/** The id of the updated check run, or nothing when it belongs to another app, which alone may change it, or is gone. */
async function updateCheck(
  github: Pick<GitHub, 'request'>,
  { id, annotated }: UpdatedCheck,
  wanted: WantedCheck,
): Promise<number | null> {
  const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
  try {
    const body = { check_run_id: id, ...composeState(wanted, annotated) };
    const answer = await github.request(route, body, [403, 404]);
    if (answer.status === 403 || answer.status === 404) return null;
    if (annotated === 0) await annotateRest(github, id, wanted);
    return id;
  } catch (error) {
    return await findMade(github, wanted, error);
  }
}

/** After a lost answer: the check run as wanted where it was written all the same, else the failure. */
async function findMade(github: Pick<GitHub, 'request'>, wanted: WantedCheck, error: unknown): Promise<number> {
  if (!(error instanceof RemoteError) || !error.retryable) throw error;
  const found = await findCheck(github, wanted);
  if (found === null || !isAsWanted(found, wanted)) throw error;
  return found.id;
}

async function annotateRest(github: Pick<GitHub, 'request'>, id: number, wanted: WantedCheck): Promise<void> {
  const all = listAnnotations(wanted);
  for (let start = annotationsAtOnce; start < all.length; start += annotationsAtOnce) {
    await github.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
      check_run_id: id,
      output: composeOutput(wanted, all.slice(start, start + annotationsAtOnce)),
    });
  }
}

function composeState(wanted: WantedCheck, annotated: number): Readonly<Record<string, unknown>> {
  const state =
    wanted.conclusion === null ? { status: 'in_progress' } : { status: 'completed', conclusion: wanted.conclusion };
  const details = wanted.detailsUrl === null ? {} : { details_url: wanted.detailsUrl };
  const annotations = annotated === 0 ? listAnnotations(wanted).slice(0, annotationsAtOnce) : [];
  return { ...state, ...details, output: composeOutput(wanted, annotations) };
}

function composeOutput(
  { title, summary }: WantedCheck,
  annotations: readonly CheckAnnotation[],
): Readonly<Record<string, unknown>> {
  if (annotations.length === 0) return { title, summary };
  return {
    title,
    summary,
    annotations: annotations.map(({ path, line, level, title: heading, message }) => ({
      path,
      start_line: line,
      end_line: line,
      annotation_level: level,
      title: heading,
      message,
    })),
  };
}
