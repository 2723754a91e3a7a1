import type { Shim } from './shim.ts';

/** `actions/cache`: nothing is ever found and nothing is kept, which is a cache's right. */
export const cache: Shim = {
  inputs: {
    path: '',
    key: '',
    'restore-keys': '',
    'upload-chunk-size': '',
    enableCrossOsArchive: 'false',
    'fail-on-cache-miss': 'false',
    'lookup-only': 'false',
  },
  async run({ input, log }) {
    if (input('fail-on-cache-miss') === 'true') throw new Error(`Failed to restore cache entry. Key: ${input('key')}`);
    log(`Cache not found for input keys: ${input('key')}`);
    return { 'cache-hit': '' };
  },
};

/** `actions/setup-node`: the Node.js that runs the sandbox is on `PATH` already. */
export const setupNode: Shim = {
  inputs: {
    'node-version': '',
    'node-version-file': '',
    architecture: '',
    'check-latest': 'false',
    'registry-url': '',
    scope: '',
    token: '',
    cache: '',
    'package-manager-cache': 'true',
    'cache-dependency-path': '',
    'always-auth': 'false',
  },
  async run({ log }) {
    log(`node: ${process.version}`);
    return { 'node-version': process.version, 'cache-hit': 'false' };
  },
};

/** `erlef/setup-beam`: whatever Erlang and Elixir this machine has stay as they are. */
export const setupBeam: Shim = {
  inputs: {
    'otp-version': '',
    'elixir-version': '',
    'gleam-version': '',
    'rebar3-version': '',
    'install-hex': 'true',
    'install-rebar': 'true',
    'version-type': 'loose',
    'version-file': '',
    disable_problem_matchers: 'false',
    'github-token': '',
    'hexpm-mirrors': '',
  },
  async run({ input, log }) {
    log('Erlang and Elixir are taken as they are on this machine');
    return {
      'otp-version': input('otp-version'),
      'elixir-version': input('elixir-version'),
      'gleam-version': input('gleam-version'),
      'rebar3-version': input('rebar3-version'),
      'setup-beam-version': '',
    };
  },
};
