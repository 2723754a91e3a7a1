/** The server a token is for; nothing but requests to its origin carries the token. */
export interface GitCredential {
  readonly url: string;
  readonly token: string;
}

/** Variables git may inherit: where to find programs and how to reach the network, no GIT_* and no HOME. */
const inherited = [
  'PATH',
  'TMPDIR',
  'TMP',
  'TEMP',
  'SystemRoot',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'ALL_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'all_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
] as const;

const hermetic = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: 'true',
  // A server that says nothing for a minute is given up by git itself.
  GIT_HTTP_LOW_SPEED_LIMIT: '1',
  GIT_HTTP_LOW_SPEED_TIME: '60',
  LC_ALL: 'C',
} as const;

/** Every repository of ours goes with the job that made it: nothing to tidy up, nothing to save from a power cut. */
const passing = {
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'core.fsync': 'none',
  // What is fetched stays in its pack: three files, however many objects.
  'transfer.unpackLimit': '1',
} as const;

export interface GitEnvironmentFacts {
  readonly ambient: Readonly<Record<string, string | undefined>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly config?: Readonly<Record<string, string>>;
  readonly credential?: GitCredential;
}

/** The whole environment of a git process: hermetic, with configuration and credential passed out of sight of `ps`. */
export function gitEnvironment(facts: GitEnvironmentFacts): Readonly<Record<string, string>> {
  const passed = inherited.flatMap((name) => {
    const value = facts.ambient[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(passed), ...hermetic, ...facts.env, ...configVariables(facts) };
}

/** The forms in which a credential could show up in what git prints. */
export function secretsOf(credential: GitCredential | undefined): readonly string[] {
  return credential === undefined || credential.token === ''
    ? []
    : [basicAuth(credential.token), credential.token, encodeURIComponent(credential.token)];
}

/** Replaces secrets, and any user information in a URL, by asterisks. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  const masked = secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  return masked.replaceAll(/(\w+:\/\/)[^/\s@]+@/g, '$1***@');
}

function configVariables(facts: GitEnvironmentFacts): Readonly<Record<string, string>> {
  const entries = [...Object.entries({ ...passing, ...facts.config }), ...credentialConfig(facts.credential)];
  const pairs = entries.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(entries.length), ...Object.fromEntries(pairs) };
}

function credentialConfig(credential: GitCredential | undefined): readonly (readonly [string, string])[] {
  if (credential === undefined || !/^https?:/.test(credential.url)) {
    return [];
  }
  const header = `AUTHORIZATION: ${authorizationOf(credential.token)}`;
  return [[`http.${new URL(credential.url).origin}/.extraheader`, header]];
}

/** What a request of git's carries so that GitHub knows the token. */
export function authorizationOf(token: string): string {
  return `basic ${basicAuth(token)}`;
}

function basicAuth(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
}
