import type { AuditRules } from '../auditor/facts.ts';
import { requiredCheck } from './repository-setting.ts';

export const workflowPath = '.github/workflows/orchestrate.yml';

/** What the auditor holds a founded world to, whatever its configuration says. */
export function houseRules(concurrency: number): AuditRules {
  return {
    base: 'main',
    branchPrefix: 'orchestrate/',
    required: [requiredCheck],
    concurrency,
    protectedPaths: [/^\.github\//, /^backlog\.json$/, /(^|\/)(AGENTS|CLAUDE|GEMINI)\.md$/i, /(^|\/)CODEOWNERS$/i],
    rejections: 3,
    ownWorkflows: [workflowPath, '.github/workflows/orchestrate-assignment.yml'],
  };
}
