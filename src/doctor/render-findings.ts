import { keepWithin } from '../render/keep-within.ts';
import { renderCell } from '../render/table-cell.ts';
import { terminalLine } from '../render/terminal-line.ts';
import type { Finding } from './finding.ts';

const marks = { pass: '✓', fail: '✗', cannot_tell: '?' } as const;
const words = { pass: 'pass', fail: 'fail', cannot_tell: 'cannot tell' } as const;

/** GitHub cuts a summary at 1 MiB; this is more than anybody reads. */
const summaryLimit = 60_000;

/** What the doctor found, a line per finding, each that asks for something with what to do below it. */
export function renderFindings(findings: readonly Finding[]): readonly string[] {
  const width = Math.max(0, ...findings.map(({ check }) => check.length));
  return [
    ...findings.flatMap(({ check, verdict, detail, remedy }) => [
      `${marks[verdict]} ${check.padEnd(width)}  ${terminalLine(detail)}`,
      ...(remedy === '' ? [] : [`  ${' '.repeat(width)}  → ${terminalLine(remedy)}`]),
    ]),
    '',
    count(findings),
  ];
}

/** The same as Markdown, for the page of a run: what failed first. */
export function renderDoctorSummary(findings: readonly Finding[], title: 'doctor' | 'rehearsal' = 'doctor'): string {
  const order = ['fail', 'cannot_tell', 'pass'] as const;
  const rows = order.flatMap((wanted) =>
    findings
      .filter(({ verdict }) => verdict === wanted)
      .map(
        ({ check, verdict, detail, remedy }) =>
          `| ${words[verdict]} | ${check} | ${renderCell(detail, 500)} | ${renderCell(remedy, 500)} |`,
      ),
  );
  const lines = [
    `### Orchestrate: ${title}`,
    '',
    count(findings),
    '',
    '| | check | what was seen | what to do |',
    '| --- | --- | --- | --- |',
    ...rows,
  ];
  return `${keepWithin(lines, summaryLimit, (left) => `\n… and ${left} more lines`).join('\n')}\n`;
}

function count(findings: readonly Finding[]): string {
  const number = (wanted: Finding['verdict']): number => findings.filter(({ verdict }) => verdict === wanted).length;
  return `${number('fail')} failed, ${number('cannot_tell')} cannot be told, ${number('pass')} passed`;
}
