import { createHash } from 'node:crypto';
import { z } from 'zod';
import { outcomeFiles } from '../core/outcome.ts';
import type { GitHub } from './client.ts';
import { fetchDownload, locateDownload } from './download.ts';
import { parseAnswer } from './parse-answer.ts';
import { type Unpacked, unpackArchive } from './unpack-archive.ts';

export interface WantedArtifact {
  readonly id: number;
  /** The run that made it. */
  readonly runId: number;
  /** SHA-256 of the archive in hex, with or without `sha256:`, as the job that uploaded it said. */
  readonly digest: string;
}

export interface ArtifactLimits {
  readonly archiveBytes: number;
  readonly unpackedBytes: number;
}

const usualArtifactLimits: ArtifactLimits = { archiveBytes: 64 * 2 ** 20, unpackedBytes: 256 * 2 ** 20 };

const artifactSchema = z.object({
  size_in_bytes: z.number(),
  expired: z.boolean(),
  digest: z.string().nullish(),
  workflow_run: z.object({ id: z.number() }).nullish(),
});

/**
 * The files of one outcome artifact, or why it is refused. Believes nothing but the digest: the run, the size on paper
 * and on the wire, the content and the names inside are all checked; the token goes to the API and nowhere else.
 */
export async function downloadArtifact(
  github: Pick<GitHub, 'request' | 'protocol'>,
  wanted: WantedArtifact,
  limits: ArtifactLimits = usualArtifactLimits,
): Promise<Unpacked> {
  const fault = await findFault(github, wanted, limits);
  if (fault !== null) return refuse(fault);
  const route = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}';
  const location = await locateDownload(github, route, { artifact_id: wanted.id, archive_format: 'zip' });
  if (location === null) return refuse('the artifact is gone');
  const archive = await fetchDownload(location, limits.archiveBytes);
  if (archive === null) return refuse(`the artifact is larger than ${limits.archiveBytes} bytes`);
  const digest = createHash('sha256').update(archive).digest('hex');
  if (digest !== bareDigest(wanted.digest)) return refuse(`the artifact's digest is ${digest}, not ${wanted.digest}`);
  return unpackArchive(archive, { names: Object.values(outcomeFiles), unpackedBytes: limits.unpackedBytes });
}

/** What its description says against the artifact, before a byte of it is fetched. */
async function findFault(
  github: Pick<GitHub, 'request'>,
  wanted: WantedArtifact,
  limits: ArtifactLimits,
): Promise<string | null> {
  const route = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}';
  const answer = await github.request(route, { artifact_id: wanted.id }, [404]);
  if (answer.status === 404) return 'there is no such artifact';
  const artifact = parseAnswer(artifactSchema, answer.data, route);
  if (artifact.workflow_run?.id !== wanted.runId) return `the artifact was not made by run ${wanted.runId}`;
  if (artifact.expired) return 'the artifact has expired';
  if (artifact.size_in_bytes > limits.archiveBytes) return `the artifact is larger than ${limits.archiveBytes} bytes`;
  const isOther = typeof artifact.digest === 'string' && bareDigest(artifact.digest) !== bareDigest(wanted.digest);
  return isOther ? `the artifact's digest is ${artifact.digest}, not ${wanted.digest}` : null;
}

function bareDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').toLowerCase();
}

function refuse(reason: string): Unpacked {
  return { kind: 'refused', reason };
}
