import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { parseOrigin } from '../doctor/command-line.ts';
import { ConfigurationError } from '../errors.ts';
import { openRefStore } from '../git/ref-store.ts';
import type { StoredDbOptions } from '../loopctl/embedded/stored-db.ts';
import type { Environment } from './place.ts';

export interface RepositoryFacts {
  /** A folder, an address, or OWNER/NAME; null is the folder one stands in. */
  readonly repository: string | null;
  readonly branch: string;
  readonly directory: string;
  readonly environment: Environment;
  readonly now: () => Date;
}

interface Remote {
  readonly remoteUrl: string;
  readonly token?: string;
}

export interface OpenRepository {
  readonly remote: Remote;
  readonly branch: string;
  readonly stored: StoredDbOptions;
  /** A path of our own for a folder of that name. */
  readonly folder: (name: string) => string;
  /** Takes away what was needed to open it. */
  readonly close: () => Promise<void>;
}

/** Opens the embedded store of a repository, with the credentials that git or GitHub's own command line has for it. */
export async function openRepository(facts: RepositoryFacts): Promise<OpenRepository> {
  const address = await findAddress(facts);
  const [remote, author, directory] = await Promise.all([
    withToken(address, facts),
    readAuthor(facts),
    mkdtemp(join(tmpdir(), 'loopctl-')),
  ]);
  const { branch, now } = facts;
  const folder = (name: string): string => join(directory, name);
  const store = await openRefStore({ ...remote, branch, directory: folder('store') });
  return {
    remote,
    branch,
    stored: { store, author, now },
    folder,
    close: () => rm(directory, { recursive: true, force: true }),
  };
}

async function findAddress({ repository, directory, environment }: RepositoryFacts): Promise<string> {
  const folder = resolve(directory, repository ?? '.');
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return addressOf(repository ?? '');
  const origin = await git(['remote', 'get-url', 'origin'], folder, environment);
  if (origin === null) {
    throw new ConfigurationError(`There is no loopctl here: ${folder} has no remote \`origin\`.`, {
      remedy: 'Go to a clone of the repository, name it with --repo, or set LOOPCTL_SERVER for a server.',
    });
  }
  return isAddress(origin) ? origin : resolve(folder, origin);
}

function addressOf(repository: string): string {
  if (/^[\w.-]+\/[\w.-]+$/.test(repository)) return `https://github.com/${repository}`;
  if (isAddress(repository)) return repository;
  throw new ConfigurationError(`There is no folder \`${repository}\`.`, {
    remedy: 'Give --repo a clone, an address, or OWNER/NAME on GitHub.',
  });
}

function isAddress(text: string): boolean {
  return text.includes('://') || /^[^/]+@?[\w.-]+:(?!\/)/.test(text);
}

/** An ssh address is asked by https where there is a token for it: an agent with the ssh key may not be at hand. */
async function withToken(address: string, facts: RepositoryFacts): Promise<Remote> {
  const origin = parseOrigin(address);
  const isWeb = /^https?:/.test(address);
  if (origin === null && !isWeb) return { remoteUrl: address };
  const url = isWeb ? withoutUser(address) : `https://${origin?.host}/${origin?.owner}/${origin?.repo}`;
  const token = await findToken(new URL(url), facts);
  if (token === null) return { remoteUrl: isWeb ? url : address };
  return { remoteUrl: url, token };
}

function withoutUser(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href.replace(/\/$/, '');
}

async function findToken(url: URL, { directory, environment }: RepositoryFacts): Promise<string | null> {
  const given = environment['GH_TOKEN'] || environment['GITHUB_TOKEN'] || '';
  const home = new URL(environment['GITHUB_SERVER_URL'] || 'https://github.com');
  // Only to the host that it is for.
  if (given !== '' && url.host === home.host) return given;
  const asked = `protocol=${url.protocol.replace(':', '')}\nhost=${url.host}\npath=${url.pathname.slice(1)}\n\n`;
  const filled = await git(['-c', 'core.askPass=', 'credential', 'fill'], directory, environment, asked);
  const password = filled?.split('\n').find((line) => line.startsWith('password='));
  if (password !== undefined) return password.slice('password='.length);
  const gh = await execa('gh', ['auth', 'token', '--hostname', url.host], {
    env: { ...environment },
    extendEnv: false,
    reject: false,
  });
  return gh.exitCode === 0 && gh.stdout.trim() !== '' ? gh.stdout.trim() : null;
}

async function readAuthor({ directory, environment }: RepositoryFacts): Promise<StoredDbOptions['author']> {
  const [name, email] = await Promise.all(
    ['user.name', 'user.email'].map((key) => git(['config', '--get', key], directory, environment)),
  );
  return { name: name || 'loopctl', email: email || 'loopctl@localhost' };
}

/** What the person's own git says, with their own configuration; null where it has nothing to say. */
async function git(args: readonly string[], cwd: string, environment: Environment, input = ''): Promise<string | null> {
  const quiet = { GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', SSH_ASKPASS: '' };
  const env = { ...environment, ...quiet };
  const { stdout, exitCode } = await execa('git', args, { cwd, env, extendEnv: false, input, reject: false });
  return exitCode === 0 ? stdout.trim() : null;
}
