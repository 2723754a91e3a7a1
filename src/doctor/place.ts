import { execa } from 'execa';
import { ConfigurationError } from '../errors.ts';
import type { Environment } from '../inputs/environment.ts';
import { type Origin, parseOrigin } from './command-line.ts';

/** The repository that is meant: as it was said, else where `origin` of a folder points. */
export async function findPlace(
  asked: { readonly repository: Pick<Origin, 'owner' | 'repo'> | null; readonly host: string | null },
  directory: string,
): Promise<Origin> {
  const origin = await readOrigin(directory);
  const place = asked.repository ?? origin;
  if (place === null) {
    throw new ConfigurationError('Which repository is meant is not known: no `origin` here points to one.', {
      remedy: 'Give `--repo OWNER/NAME`.',
    });
  }
  const { owner, repo } = place;
  return { host: asked.host ?? origin?.host ?? 'github.com', owner, repo };
}

async function readOrigin(directory: string): Promise<Origin | null> {
  const { stdout, exitCode } = await execa('git', ['config', '--get', 'remote.origin.url'], {
    cwd: directory,
    reject: false,
  });
  return exitCode === 0 ? parseOrigin(stdout) : null;
}

/** The person's own token: from the environment, else what `gh` has. */
export async function readToken(host: string, environment: Environment): Promise<string> {
  const given = environment['GH_TOKEN'] || environment['GITHUB_TOKEN'] || '';
  if (given !== '') return given;
  const { stdout, exitCode } = await execa('gh', ['auth', 'token', '--hostname', host], { reject: false });
  if (exitCode === 0 && stdout.trim() !== '') return stdout.trim();
  throw new ConfigurationError('There is no token to ask GitHub with.', {
    remedy: 'Log in with `gh auth login`, or set GH_TOKEN.',
  });
}
