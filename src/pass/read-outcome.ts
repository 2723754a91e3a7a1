import { z } from 'zod';
import { type Outcome, outcomeFiles, outcomeSchema } from '../core/outcome.ts';
import type { GitHub } from '../github/client.ts';
import { downloadArtifact } from '../github/download-artifact.ts';

/** The one artifact a settle may read: named by its own leg's agent job, by id and digest. */
export interface OutcomeArtifact {
  readonly assignment: string;
  readonly artifact: number;
  readonly digest: string;
  /** The run that it must be of. */
  readonly run: number;
}

/** What an agent job left behind, with the bundle of its work, or why it cannot be used. Hostile input. */
export type OutcomeReading =
  | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly bundle: Uint8Array | undefined }
  | { readonly kind: 'unusable'; readonly detail: string };

/** Downloads an outcome and reads it: the right artifact of the right run, in the right shape, of that assignment. */
export async function readOutcome(
  github: Pick<GitHub, 'request' | 'protocol'>,
  { assignment, artifact: id, digest, run }: OutcomeArtifact,
): Promise<OutcomeReading> {
  const artifact = await downloadArtifact(github, { id, digest, runId: run });
  if (artifact.kind === 'refused') return { kind: 'unusable', detail: artifact.reason };
  const outcome = parseOutcome(artifact.files.get(outcomeFiles.outcome), assignment);
  if (typeof outcome === 'string') return { kind: 'unusable', detail: outcome };
  return { kind: 'outcome', outcome, bundle: artifact.files.get(outcomeFiles.bundle) };
}

function parseOutcome(file: Uint8Array | undefined, assignment: string): Outcome | string {
  if (file === undefined) return `the artifact holds no ${outcomeFiles.outcome}`;
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(file));
  } catch {
    return `${outcomeFiles.outcome} is not JSON`;
  }
  const parsed = outcomeSchema.safeParse(data);
  if (!parsed.success) return `${outcomeFiles.outcome} has another shape: ${z.prettifyError(parsed.error)}`;
  if (parsed.data.assignment !== assignment) return `the outcome is of assignment ${parsed.data.assignment}`;
  return parsed.data;
}
