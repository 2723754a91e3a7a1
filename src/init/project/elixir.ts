import { pinnedActions } from './pinned-actions.ts';
import type { Project, Sources } from './project.ts';

/** An Elixir project, by its mix.exs: with a database where it depends on a driver of one. */
export function readElixirProject({ names, texts }: Sources): Project {
  const mix = texts['mix.exs'] ?? '';
  const database = databases.find(({ driver }) => new RegExp(`:${driver}\\b`).test(mix));
  const isPinned = names.includes('.tool-versions');
  const version = isPinned
    ? { 'version-file': '.tool-versions', 'version-type': 'strict' }
    : { 'otp-version': '27', 'elixir-version': elixirOf(mix) };
  return {
    language: 'elixir',
    steps: [{ uses: pinnedActions.beam.uses, with: version }],
    services: database === undefined ? {} : { db: database.service },
    environment: {},
    setup: 'mix local.hex --force && mix local.rebar --force && mix deps.get',
    verify: database === undefined ? 'mix test' : `${resetOf(mix)} && mix test`,
    protectedPaths: database === undefined ? [] : ['priv/repo/migrations/**'],
    origin: isPinned ? '.tool-versions' : 'mix.exs',
  };
}

function healthy(command: string): string {
  return `--health-cmd "${command}" --health-interval 10s --health-timeout 5s --health-retries 5`;
}

/** As generated projects expect them in their test configuration. */
const databases = [
  {
    driver: 'postgrex',
    service: {
      image: 'postgres:17',
      env: { POSTGRES_PASSWORD: 'postgres' },
      ports: ['5432:5432'],
      options: healthy('pg_isready'),
    },
  },
  {
    driver: 'myxql',
    service: {
      image: 'mysql:8',
      env: { MYSQL_ALLOW_EMPTY_PASSWORD: 'yes' },
      ports: ['3306:3306'],
      options: healthy('mysqladmin ping'),
    },
  },
] as const;

/** `mix test` works on the test database; what comes before it would not, unless told. */
function resetOf(mix: string): string {
  const isAliased = /["']?ecto\.reset["']?\s*:/.test(mix);
  return isAliased ? 'MIX_ENV=test mix ecto.reset' : 'MIX_ENV=test mix do ecto.drop, ecto.create, ecto.migrate';
}

const usualElixir = '1.18';

/** The least version that the project asks for, where that is newer than the usual one. */
function elixirOf(mix: string): string {
  const [, major = '1', minor = '0'] = /elixir:\s*"[^"\d]*(\d+)\.(\d+)/.exec(mix) ?? [];
  const [usualMajor = 0, usualMinor = 0] = usualElixir.split('.').map(Number);
  const isNewer = Number(major) > usualMajor || (Number(major) === usualMajor && Number(minor) > usualMinor);
  return isNewer ? `${major}.${minor}` : usualElixir;
}
