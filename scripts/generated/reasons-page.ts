import type { Reason } from '../../src/core/reasons/reason.ts';
import { reasonGroups } from '../../src/core/reasons.ts';
import { renderTable } from './markdown-table.ts';

const movers = { loop: 'the loop, by itself', ci: 'GitHub or CI', person: 'a person' } as const;

/** The reference of every reason for which a story, or the whole line, can wait. */
export function renderReasonsPage(): string {
  return `# Reasons

Made from \`src/core/reasons.ts\` by \`npm run docs\`.

Every story that does not move has exactly one of these, and it reads the same wherever it is shown.

${Object.entries(reasonGroups).map(renderGroup).join('\n\n')}
`;
}

function renderGroup([heading, group]: readonly [string, Readonly<Record<string, Reason>>]): string {
  const rows = Object.entries(group).map(([code, { title, who, remedy }]) => [
    `\`${code}\``,
    title,
    movers[who],
    remedy,
  ]);
  return `## ${heading}\n\n${renderTable(['code', 'what it means', 'who moves next', 'what to do'], rows)}`;
}
