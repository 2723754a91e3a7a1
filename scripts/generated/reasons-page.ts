import type { Reason } from '../../src/core/reasons/reason.ts';
import { reasonGroups } from '../../src/core/reasons.ts';

const movers = { loop: 'the loop, by itself', ci: 'GitHub or CI', person: 'a person' } as const;

/** The reference of every reason for which a story, or the whole line, can wait: a section each, under its code. */
export function renderReasonsPage(): string {
  return `# Reasons

Made from \`src/core/reasons.ts\` by \`npm run docs\`.

Every story that does not move has exactly one of these, and it reads the same wherever it is shown. What is to be commented is commented on its pull request or on the dashboard; without the workflow for comments, run the Orchestrate workflow with the same words as its \`command\`.

${Object.entries(reasonGroups).map(renderGroup).join('\n\n')}
`;
}

function renderGroup([heading, group]: readonly [string, Readonly<Record<string, Reason>>]): string {
  return [`## ${heading}`, ...Object.entries(group).map(renderReason)].join('\n\n');
}

function renderReason([code, { title, who, detail, remedy }]: readonly [string, Reason]): string {
  return [
    `### \`${code}\``,
    `_${title}_; who moves next: ${movers[who]}.`,
    `**What was seen, and why it holds.** ${detail}`,
    `**What to do.** ${remedy}`,
  ].join('\n\n');
}
