import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { runProcess } from '../process-group.ts';
import { addOrigin, removeServerHeaders, type ServerHeader, setServerHeader } from './checkout-config.ts';
import type { Shim, ShimCall } from './shim.ts';

// What a work tree that lives for one job does without: housekeeping, waiting for the disk, a file for each object.
const thrift = { 'maintenance.auto': 'false', 'core.fsync': 'none', 'fetch.unpackLimit': '1', 'pack.threads': '1' };

interface CheckoutTarget {
  readonly refspecs: readonly string[];
  /** What is checked out: a local branch to make, or nothing for a detached head. */
  readonly branch: string | null;
  readonly start: string;
}

/** `actions/checkout` of the workflow's own repository, over the host's git protocol with the given token. */
export const checkout: Shim = {
  inputs: {
    repository: '',
    ref: '',
    token: '',
    'ssh-key': '',
    'ssh-known-hosts': '',
    'ssh-strict': 'true',
    'ssh-user': 'git',
    'persist-credentials': 'true',
    path: '',
    clean: 'true',
    filter: '',
    'sparse-checkout': '',
    'sparse-checkout-cone-mode': 'true',
    'fetch-depth': '1',
    'fetch-tags': 'false',
    'show-progress': 'true',
    lfs: 'false',
    submodules: 'false',
    'set-safe-directory': 'true',
    'github-server-url': '',
  },
  async run(call) {
    const folder = checkoutFolder(call);
    const wanted = call.input('repository') || call.github.repository;
    const url = `${call.github.serverUrl}/${wanted}`;
    await prepareFolder(call, folder, url);
    const credentials = credentialHeader(call);
    const target = await fetchTarget(call, folder, credentials);
    const place = target.branch === null ? ['--detach', target.start] : ['-B', target.branch, target.start];
    await git(call, folder, ['checkout', '--quiet', '--force', ...place]);
    if (call.input('persist-credentials') === 'true') {
      setServerHeader(folder, credentials);
      call.atJobEnd(() => removeServerHeaders(folder, credentials.serverUrl));
    }
    return { ref: call.input('ref') || call.github.ref, commit: await readHead(call, folder) };
  },
};

function checkoutFolder(call: ShimCall): string {
  const folder = resolve(call.workspace, call.input('path'));
  if (folder !== call.workspace && !folder.startsWith(call.workspace + sep)) {
    throw new Error(`Repository path '${folder}' is not under '${call.workspace}'`);
  }
  return folder;
}

async function prepareFolder(call: ShimCall, folder: string, url: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (existsSync(join(folder, '.git'))) {
    if (call.input('clean') === 'false') return;
    await git(call, folder, ['reset', '--quiet', '--hard']);
    await git(call, folder, ['clean', '-ffdxq']);
    return;
  }
  for (const entry of readdirSync(folder)) rmSync(join(folder, entry), { recursive: true, force: true });
  await git(call, folder, ['init', '--quiet', '--template=', '.']);
  addOrigin(folder, url);
}

function credentialHeader(call: ShimCall): ServerHeader {
  const token = call.input('token') || call.token;
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  call.mask(basic);
  return { serverUrl: call.github.serverUrl, value: `AUTHORIZATION: basic ${basic}` };
}

async function fetchTarget(call: ShimCall, folder: string, credentials: ServerHeader): Promise<CheckoutTarget> {
  const depth = Number(call.input('fetch-depth'));
  const fetch = async (refspecs: readonly string[]): Promise<void> => {
    const reach = depth > 0 ? [`--depth=${depth}`] : [];
    // The header goes through the environment, where a list of processes does not show it.
    const config = { ...thrift, [`http.${credentials.serverUrl}/.extraheader`]: credentials.value };
    const env = configEnvironment(config);
    await git(call, folder, ['fetch', '--quiet', '--no-tags', '--prune', ...reach, 'origin', ...refspecs], env);
  };
  const target = resolveTarget(call);
  try {
    if (depth === 0) await fetch(['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*']);
    // Again for the exact commit: the branch may have moved on.
    await fetch(target.refspecs);
    return target;
  } catch (error) {
    const ref = call.input('ref');
    if (ref === '' || ref.startsWith('refs/') || isSha(ref)) throw error;
    await fetch([`+refs/tags/${ref}:refs/tags/${ref}`]);
    return { refspecs: [], branch: null, start: `refs/tags/${ref}` };
  }
}

function resolveTarget({ input, github }: ShimCall): CheckoutTarget {
  const asked = input('ref');
  if (isSha(asked)) return { refspecs: [asked], branch: null, start: asked };
  const ref = asked === '' ? github.ref : asked;
  const source = asked === '' ? github.sha : ref.startsWith('refs/') ? ref : `refs/heads/${ref}`;
  if (ref.startsWith('refs/pull/')) {
    const local = `refs/remotes/pull/${ref.slice('refs/pull/'.length)}`;
    return { refspecs: [`+${source}:${local}`], branch: null, start: local };
  }
  if (ref.startsWith('refs/tags/')) return { refspecs: [`+${source}:${ref}`], branch: null, start: ref };
  const branch = ref.replace(/^refs\/heads\//, '');
  const local = `refs/remotes/origin/${branch}`;
  return { refspecs: [`+${source}:${local}`], branch, start: local };
}

async function readHead(call: ShimCall, folder: string): Promise<string> {
  const head = readFileSync(join(folder, '.git', 'HEAD'), 'utf8').trim();
  const path = join(folder, '.git', head.replace(/^ref: /, ''));
  const commit = isSha(head) ? head : existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  // A git that keeps refs otherwise than in files knows best itself.
  return isSha(commit) ? commit : git(call, folder, ['rev-parse', 'HEAD']);
}

function isSha(ref: string): boolean {
  return /^[0-9a-f]{40}$/.test(ref);
}

function configEnvironment(config: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const settings = Object.entries(config).flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(settings.length / 2), ...Object.fromEntries(settings) };
}

async function git(
  call: ShimCall,
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const lines: string[] = [];
  const { exitCode } = await runProcess({
    command: 'git',
    args,
    cwd,
    env: { ...call.env, GIT_TERMINAL_PROMPT: '0', ...env },
    signal: call.signal,
    onLine: (line) => lines.push(line),
  });
  if (exitCode !== 0)
    throw new Error(`The process 'git ${args[0]}' failed with exit code ${exitCode}: ${lines.join('\n')}`);
  return lines.join('\n');
}
