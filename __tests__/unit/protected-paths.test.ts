import { describe, expect, it } from 'vitest';
import { isAgentConfiguration, isProtectedPath } from '../../src/core/protected-paths.ts';

describe('isProtectedPath', () => {
  it.each([
    '.github/workflows/ci.yml',
    '.GitHub/dependabot.yml',
    'CODEOWNERS',
    'docs/CODEOWNERS',
    '.claude/settings.json',
    'packages/web/.cursor/rules/a.mdc',
    'apps/x/AGENTS.md',
    'claude.md',
    '.mcp.json',
    '.husky/pre-commit',
    'a/.gitattributes',
    '.gitmodules',
    'backlog.json',
  ])('holds %s for a maintainer', (path) => {
    expect(isProtectedPath(path, ['backlog.json'])).toBe(true);
  });

  it.each([
    'src/github/a.ts',
    'docs/agents.md/x'.replace('agents.md/', 'agents/'),
    'CLAUDE.mdx',
    'src/claude/a.ts',
    'backlog.json5',
    'a/backlog.json',
  ])('lets %s be changed', (path) => {
    expect(isProtectedPath(path, ['backlog.json'])).toBe(false);
  });

  it('protects what the configuration names, as globs', () => {
    expect(isProtectedPath('db/migrations/1.sql', ['db/**'])).toBe(true);
    expect(isProtectedPath('lib/db/1.sql', ['db/**'])).toBe(false);
  });
});

describe('isAgentConfiguration', () => {
  it('is a matter of whole names, in any folder', () => {
    expect(isAgentConfiguration('deep/er/.Claude/hooks/x.sh')).toBe(true);
    expect(isAgentConfiguration('my.claude/x')).toBe(false);
  });
});
