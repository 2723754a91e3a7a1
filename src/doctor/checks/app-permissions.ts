import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, passUnless } from '../finding.ts';

/** What the trusted phases do, by the scope that lets them. */
export const neededPermissions = {
  contents: ['write', 'pushes the branches of agents and the state'],
  pull_requests: ['write', 'opens and merges pull requests'],
  issues: ['write', 'keeps the dashboard, and answers commands in comments'],
  checks: ['write', 'reports the review'],
  actions: ['write', 'starts the next run and runs jobs again'],
  statuses: ['read', 'reads the statuses of CI'],
} as const;

const neededForTeams = ['read', 'tells who is in the teams of `commands.teams`'] as const;

/** What would let it step around its own rules. */
const tooMuch = {
  administration: 'could change the rules that protect the base',
  workflows: 'could push workflows, which run with what CI holds',
} as const;

const ranks = ['none', 'read', 'write', 'admin'];

/** The App may do all that its phases do, and nothing that would make its own gate worthless. */
export function checkAppPermissions({ app, config }: DoctorFacts): readonly Outcome[] {
  if (app.kind === 'unseen') return [cannotTell(`what the App may do: ${app.because}`, app.remedy)];
  const { slug, permissions } = app.value;
  const levelOf = (scope: string): number => ranks.indexOf(permissions[scope] ?? 'none');
  const asksForTeams = config.kind === 'config' && config.config.teams.length > 0;
  const needed = { ...neededPermissions, ...(asksForTeams ? { members: neededForTeams } : {}) };
  const lacking = Object.entries(needed)
    .filter(([scope, [level]]) => levelOf(scope) < ranks.indexOf(level))
    .map(([scope, [level, why]]) =>
      fail(
        `the App ${slug} does not ask for ${nameScope(scope)}: ${level} (${why})`,
        `Settings of the App → Permissions → ${nameScope(scope)}: ${level}; then accept the change where it is installed.`,
      ),
    );
  const excessive = Object.entries(tooMuch)
    .filter(([scope]) => levelOf(scope) >= ranks.indexOf('write'))
    .map(([scope, why]) =>
      fail(
        `the App ${slug} asks for ${nameScope(scope)}: ${permissions[scope]}, and so ${why}`,
        `Settings of the App → Permissions → ${nameScope(scope)}: no access.`,
      ),
    );
  const caveat = 'that all was accepted where it is installed, a rehearsal shows';
  return passUnless([...lacking, ...excessive], `${slug} asks for what is needed, and no more (${caveat})`);
}

function nameScope(scope: string): string {
  return scope.replaceAll('_', ' ');
}
