import { matchesGlob } from './glob.ts';

/** Names that steer coding agents, at any depth: what stands there speaks to every agent that comes after. */
export const agentConfigurationNames = [
  '.agents',
  '.aider.conf.yml',
  '.claude',
  '.cline',
  '.clinerules',
  '.codex',
  '.continue',
  '.copilot',
  '.cursor',
  '.cursorrules',
  '.gemini',
  '.gitattributes',
  '.gitmodules',
  '.husky',
  '.mcp.json',
  '.opencode',
  '.pi',
  '.qwen',
  '.windsurf',
  '.windsurfrules',
  'AGENTS.md',
  'AGENTS.override.md',
  'CLAUDE.local.md',
  'CLAUDE.md',
  'GEMINI.md',
  'QWEN.md',
  'opencode.json',
  'opencode.jsonc',
] as const;

/** Globs protected in every project; the configuration adds its own (the backlog among them). */
export const protectedGlobs = ['.github/**', '**/CODEOWNERS'] as const;

const configurationNames: ReadonlySet<string> = new Set(agentConfigurationNames.map((name) => name.toLowerCase()));

/** Whether a path is, or lies in, configuration of a coding agent. */
export function isAgentConfiguration(path: string): boolean {
  return path.split('/').some((segment) => configurationNames.has(segment.toLowerCase()));
}

/** Whether a change of this path waits for a maintainer; letters' case does not matter, since some file systems have none. */
export function isProtectedPath(path: string, configured: readonly string[]): boolean {
  if (isAgentConfiguration(path)) return true;
  const folded = path.toLowerCase();
  return [...protectedGlobs, ...configured].some((glob) => matchesGlob(folded, glob.toLowerCase()));
}
