import { execa } from 'execa';
import { ConfigurationError } from '../errors.ts';
import type { Environment } from '../inputs/environment.ts';

/** The person's own `gh`, which does whatever is to be done in their name. */
export interface Gh {
  /** A call of the API; statuses in `fine` are successes. */
  call(method: string, path: string, body: unknown, fine: readonly number[]): Promise<unknown>;
  /** Seals a secret and sets it; an environment of null is the repository itself. */
  setSecret(name: string, environment: string | null, value: string): Promise<void>;
  deleteSecret(name: string): Promise<void>;
}

/** `gh` on the path. What is secret goes to its standard input: arguments can be read by everybody on the machine. */
export function openGh(input: {
  readonly host: string;
  readonly owner: string;
  readonly repo: string;
  readonly environment: Environment;
}): Gh {
  const { host, owner, repo, environment: env } = input;
  const where = ['--repo', `${host}/${owner}/${repo}`];

  async function run(
    args: readonly string[],
    stdin: string,
  ): Promise<{ readonly ok: boolean; readonly out: string; readonly err: string }> {
    const { stdout, stderr, failed, code } = await execa('gh', args, { input: stdin, env, reject: false });
    if (code === 'ENOENT') {
      throw new ConfigurationError('There is no `gh` on this machine.', {
        remedy: 'Install it (https://cli.github.com), and log in with `gh auth login`.',
      });
    }
    return { ok: !failed, out: stdout, err: stderr };
  }

  async function must(args: readonly string[], stdin: string): Promise<void> {
    const { ok, err } = await run(args, stdin);
    if (!ok) throw refusal(`gh ${args.slice(0, 3).join(' ')}`, err);
  }

  return {
    call: async (method, path, body, fine) => {
      const given = body === null ? [] : ['--input', '-'];
      const { ok, out, err } = await run(
        ['api', '--hostname', host, '--method', method, path, ...given],
        body === null ? '' : JSON.stringify(body),
      );
      if (ok) return out.trim() === '' ? null : JSON.parse(out);
      if (fine.includes(statusIn(err) ?? 0)) return null;
      throw refusal(`${method} ${path}`, err);
    },
    setSecret: (name, environment, value) =>
      must(['secret', 'set', name, ...(environment === null ? [] : ['--env', environment]), ...where], value),
    deleteSecret: (name) => must(['secret', 'delete', name, ...where], ''),
  };
}

/** `gh: Validation Failed (HTTP 422)` */
function statusIn(message: string): number | null {
  const [, status] = /\(HTTP (\d{3})\)/.exec(message) ?? [];
  return status === undefined ? null : Number(status);
}

function refusal(request: string, message: string): ConfigurationError {
  const said = message.trim().split('\n').slice(0, 5).join(' ');
  return new ConfigurationError(`${request}: ${said}`, { remedy: remedyOf(statusIn(message)) });
}

function remedyOf(status: number | null): string {
  if (status === 401) return 'Log in again: `gh auth login`.';
  if (status === 403 || status === 404) {
    return 'Private repositories on the Free plan have neither rules nor environments; else `gh auth refresh` with what GitHub asks for, as an administrator.';
  }
  return 'Start `npx . init` again: it goes on where it was.';
}
