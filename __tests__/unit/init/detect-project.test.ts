import { describe, expect, test } from 'vitest';
import { readToolchain } from '../../../src/init/project/ci-toolchain.ts';
import { detectProject } from '../../../src/init/project/detect-project.ts';
import type { Project } from '../../../src/init/project/project.ts';

function node(scripts: Readonly<Record<string, string>>, names: readonly string[] = [], rest = {}): Project {
  const texts = { 'package.json': JSON.stringify({ scripts, ...rest }) };
  return detectProject({ names: ['package.json', ...names], texts }, 'main');
}

function elixir(mix: string, names: readonly string[] = []): Project {
  return detectProject({ names: ['mix.exs', 'package.json', ...names], texts: { 'mix.exs': mix } }, 'main');
}

describe('a Node project', () => {
  test.each<[what: string, Project, setup: string | null, verify: string | null]>([
    ['npm', node({ test: 'a' }, ['package-lock.json']), 'npm ci', 'npm test'],
    [
      'pnpm',
      node({ test: 'a', lint: 'b' }, ['pnpm-lock.yaml']),
      'corepack enable && pnpm install --frozen-lockfile',
      'pnpm run lint && pnpm run test',
    ],
    [
      'yarn',
      node({ typecheck: 'a', build: 'c' }, ['yarn.lock']),
      'corepack enable && yarn install --immutable',
      'yarn run typecheck && yarn run build',
    ],
    ['no lock file', node({ test: 'a' }), 'npm install', 'npm test'],
    [
      'no test but the one that npm init writes',
      node({ test: 'echo "Error: no test specified" && exit 1' }),
      'npm install',
      null,
    ],
    [
      'a package.json that is none',
      detectProject({ names: ['package.json'], texts: { 'package.json': '[' } }, 'main'),
      'npm install',
      null,
    ],
  ])('with %s', (_, project, setup, verify) => {
    expect(project).toMatchObject({ language: 'node', setup, verify });
  });

  test.each<[what: string, Project, wanted: object]>([
    ['.nvmrc', node({}, ['.nvmrc']), { 'node-version-file': '.nvmrc' }],
    ['engines', node({}, [], { engines: { node: '>=22' } }), { 'node-version-file': 'package.json' }],
    ['nothing', node({}), { 'node-version': 24 }],
  ])('takes the version from %s, and writes no cache', (_, { steps }, wanted) => {
    expect(steps[0]?.['with']).toEqual({ ...wanted, 'package-manager-cache': false });
  });
});

describe('an Elixir project', () => {
  const phoenix = 'elixir: "~> 1.15", {:postgrex, ">= 0.0.0"}, "ecto.reset": ["ecto.drop", "ecto.setup"]';

  test('with a database gets it as a service, and a check on a fresh one', () => {
    const { language, services, verify, setup, protectedPaths } = elixir(phoenix);
    expect({ language, verify, protectedPaths }).toEqual({
      language: 'elixir',
      verify: 'MIX_ENV=test mix ecto.reset && mix test',
      protectedPaths: ['priv/repo/migrations/**'],
    });
    expect(services).toMatchObject({ db: { image: 'postgres:17', ports: ['5432:5432'] } });
    expect(setup).toContain('mix deps.get');
  });

  test.each<[what: string, Project, Partial<Project>]>([
    [
      'MySQL and no alias',
      elixir('{:myxql, "~> 0.7"}'),
      { verify: 'MIX_ENV=test mix do ecto.drop, ecto.create, ecto.migrate && mix test' },
    ],
    ['no database', elixir('{:jason, "~> 1.4"}'), { verify: 'mix test', services: {}, protectedPaths: [] }],
  ])('with %s', (_, project, wanted) => {
    expect(project).toMatchObject(wanted);
  });

  test.each<[what: string, Project, wanted: object]>([
    [
      '.tool-versions',
      elixir(phoenix, ['.tool-versions']),
      { 'version-file': '.tool-versions', 'version-type': 'strict' },
    ],
    ['an older mix.exs', elixir(phoenix), { 'otp-version': '27', 'elixir-version': '1.18' }],
    ['a newer mix.exs', elixir('elixir: "~> 1.20"'), { 'otp-version': '27', 'elixir-version': '1.20' }],
  ])('takes the versions from %s', (_, { steps }, wanted) => {
    expect(steps).toEqual([{ uses: expect.stringMatching(/^erlef\/setup-beam@[0-9a-f]{40}$/), with: wanted }]);
  });
});

test('a project of another kind is left to its people', () => {
  expect(detectProject({ names: ['go.mod'], texts: {} }, 'main')).toMatchObject({
    language: 'unknown',
    setup: null,
    verify: null,
    steps: [],
  });
});

const ci = `
name: CI
on: { pull_request: { branches: [main] } }
env: { MIX_ENV: test, TOKEN: "\${{ secrets.HEX }}" }
jobs:
  lint: { runs-on: ubuntu-latest, steps: [{ run: make lint }] }
  test:
    runs-on: ubuntu-latest
    strategy: { matrix: { otp: [26, 27], elixir: ['1.17'], include: [{ elixir: '1.18', extra: 1 }] } }
    services:
      db: { image: 'postgres:16', ports: ['5432:5432'], env: { POSTGRES_PASSWORD: postgres } }
      private: { image: ghcr.io/acme/x, credentials: { password: "\${{ secrets.PULL }}" } }
    env: { DATABASE_URL: ecto://localhost/x, OTP: "otp \${{ matrix.otp }}" }
    steps:
      - uses: actions/checkout@v7
      - uses: erlef/setup-beam@abc
        with: { otp-version: "\${{ matrix.otp }}", elixir-version: "\${{ matrix.elixir }}", github-token: "\${{ secrets.T }}" }
      - uses: actions/cache@v5
      - uses: actions/setup-node@def
        with: { node-version: 24, cache: npm }
      - run: mix test
`;

describe("the project's own CI", () => {
  test('gives toolchain, services and plain variables, with the newest of a matrix, no secret and no cache', () => {
    expect(readToolchain(ci)).toEqual({
      steps: [
        { uses: 'erlef/setup-beam@abc', with: { 'otp-version': 27, 'elixir-version': '1.17' } },
        { uses: 'actions/setup-node@def', with: { 'node-version': 24, 'package-manager-cache': false } },
      ],
      services: { db: { image: 'postgres:16', ports: ['5432:5432'], env: { POSTGRES_PASSWORD: 'postgres' } } },
      environment: { MIX_ENV: 'test', DATABASE_URL: 'ecto://localhost/x', OTP: 'otp 27' },
    });
  });

  test('goes before what files let guess, where it judges pull requests', () => {
    const sources = { names: ['mix.exs'], texts: { 'mix.exs': '{:postgrex, "1"}', '.github/workflows/ci.yml': ci } };
    expect(detectProject(sources, 'main')).toMatchObject({
      origin: 'ci.yml',
      verify: 'MIX_ENV=test mix do ecto.drop, ecto.create, ecto.migrate && mix test',
    });
    expect(detectProject(sources, 'trunk').origin).toBe('mix.exs');
  });

  test.each([
    ['no job with a toolchain', 'on: push\njobs: { a: { steps: [{ run: x }] } }'],
    ['no workflow', '- a'],
    ['no YAML', 'a: ['],
  ])('says nothing where there is %s', (_, text) => {
    expect(readToolchain(text)).toBeNull();
  });
});
