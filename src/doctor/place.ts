import { execa } from 'execa';
import { ConfigurationError } from '../errors.ts';
import type { Environment } from '../inputs/environment.ts';
import { type Origin, parseOrigin } from './command-line.ts';

/** Where we are to look, and whether that host was said, or is only what a folder names. */
export interface FoundPlace extends Origin {
  readonly isHostSaid: boolean;
}

/** The repository that is meant: as it was said, else where `origin` of a folder points. */
export async function findPlace(
  asked: { readonly repository: Pick<Origin, 'owner' | 'repo'> | null; readonly host: string | null },
  directory: string,
): Promise<FoundPlace> {
  const origin = await readOrigin(directory);
  const place = asked.repository ?? origin;
  if (place === null) {
    throw new ConfigurationError('Which repository is meant is not known: no `origin` here points to one.', {
      remedy: 'Give `--repo OWNER/NAME`.',
    });
  }
  const { owner, repo } = place;
  return { host: asked.host ?? origin?.host ?? 'github.com', owner, repo, isHostSaid: asked.host !== null };
}

async function readOrigin(directory: string): Promise<Origin | null> {
  const { stdout, exitCode } = await execa('git', ['config', '--get', 'remote.origin.url'], {
    cwd: directory,
    reject: false,
  });
  return exitCode === 0 ? parseOrigin(stdout) : null;
}

/**
 * The person's own token: from the environment, else what `gh` has for that host. Whoever made a repository chose where
 * its clones point: to a host that only a folder names goes nothing but what `gh` was logged in there with.
 */
export async function readToken(
  { host, isHostSaid }: Pick<FoundPlace, 'host' | 'isHostSaid'>,
  environment: Environment,
): Promise<string> {
  const given = environment['GH_TOKEN'] || environment['GITHUB_TOKEN'] || '';
  const isMeant = isHostSaid || host === 'github.com' || (environment['GITHUB_API_URL'] ?? '') !== '';
  if (given !== '' && isMeant) return given;
  const { stdout, exitCode } = await execa('gh', ['auth', 'token', '--hostname', host], {
    env: { ...environment },
    extendEnv: false,
    reject: false,
  });
  if (exitCode === 0 && stdout.trim() !== '') return stdout.trim();
  throw new ConfigurationError(`There is no token to ask ${host} with.`, {
    remedy: `Log in with \`gh auth login --hostname ${host}\`, or set GH_TOKEN${isMeant ? '' : ` and say that it is for that host: \`--host ${host}\``}.`,
  });
}
