import { z } from 'zod';
import { pinnedActions } from './pinned-actions.ts';
import type { Project, Sources, WorkflowStepText } from './project.ts';

const packageSchema = z.object({
  scripts: z.record(z.string(), z.string()).catch({}).default({}),
  engines: z.object({ node: z.string().optional() }).catch({}).default({}),
});

/** How the project's packages come, by the lock file that is there. */
const installers = [
  ['package-lock.json', 'npm ci'],
  ['npm-shrinkwrap.json', 'npm ci'],
  ['pnpm-lock.yaml', 'corepack enable && pnpm install --frozen-lockfile'],
  ['yarn.lock', 'corepack enable && yarn install --immutable'],
] as const;

/** The scripts that make up a project's full check, in the order in which they fail soonest. */
const checks = ['lint', 'typecheck', 'build', 'test'];

/** A Node project, by its package.json. */
export function readNodeProject({ names, texts }: Sources): Project {
  const { scripts, engines } = packageSchema.parse(parseJson(texts['package.json'] ?? '{}'));
  const versionFile = ['.nvmrc', '.node-version'].find((name) => names.includes(name));
  const run = runnerOf(names);
  const verify = checks
    .filter((name) => isReal(scripts[name]))
    .map((name) => (name === 'test' && run === 'npm run' ? 'npm test' : `${run} ${name}`));
  return {
    language: 'node',
    steps: [setupStep(versionFile ?? (engines.node === undefined ? null : 'package.json'))],
    services: {},
    environment: {},
    setup: installers.find(([lock]) => names.includes(lock))?.[1] ?? 'npm install',
    verify: verify.length === 0 ? null : verify.join(' && '),
    protectedPaths: [],
    origin: versionFile ?? 'package.json',
  };
}

function setupStep(versionFile: string | null): WorkflowStepText {
  const version = versionFile === null ? { 'node-version': 24 } : { 'node-version-file': versionFile };
  return { uses: pinnedActions.node.uses, with: { ...version, 'package-manager-cache': false } };
}

function runnerOf(names: readonly string[]): string {
  if (names.includes('pnpm-lock.yaml')) return 'pnpm run';
  return names.includes('yarn.lock') ? 'yarn run' : 'npm run';
}

/** What `npm init` writes says only that there is no test. */
function isReal(script: string | undefined): boolean {
  return script !== undefined && !script.includes('no test specified');
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
