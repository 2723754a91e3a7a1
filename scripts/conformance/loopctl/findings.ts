import type { Judged, Verdict } from './replay.ts';

type Kind = Verdict['kind'];

const columns = [
  ['passed', 'passed'],
  ['out_of_scope', 'out of scope'],
  ['differs', 'differs'],
  ['failed', 'failed'],
] as const satisfies readonly (readonly [Kind, string])[];

/** How many exchanges of each scenario came out how; then each exception with its reason, and every failure. */
export function renderJudgements(judged: readonly Judged[]): readonly string[] {
  const scenarios = Map.groupBy(judged, ({ scenario }) => scenario);
  const failures = judged.flatMap(({ scenario, exchange, verdict }) =>
    verdict.kind === 'failed' ? [`✗ ${scenario}: ${exchange}: ${verdict.problems.slice(0, 6).join('; ')}`] : [],
  );
  return [
    '',
    row(
      'scenario',
      columns.map(([, title]) => title),
    ),
    ...[...scenarios].map(([name, own]) => row(name, counts(own))),
    row('together', counts(judged)),
    '',
    ...tally('Out of scope', judged, ({ verdict }) => (verdict.kind === 'out_of_scope' ? verdict.reason : null)),
    ...tally('Differs by design', judged, ({ verdict }) =>
      verdict.kind === 'differs' ? `${verdict.difference.key}: ${verdict.difference.reason}` : null,
    ),
    ...failures,
    failures.length === 0 ? '✓ no exchange failed' : `✗ ${failures.length} exchanges failed`,
  ];
}

/** Whether every exchange was answered as recorded, or is an exception. */
export function isConforming(judged: readonly Judged[]): boolean {
  return judged.every(({ verdict }) => verdict.kind !== 'failed');
}

function counts(judged: readonly Judged[]): readonly string[] {
  return columns.map(([kind]) => String(judged.filter(({ verdict }) => verdict.kind === kind).length));
}

function tally(title: string, judged: readonly Judged[], reasonOf: (one: Judged) => string | null): readonly string[] {
  const groups = Map.groupBy(judged, (one) => reasonOf(one) ?? '');
  const lines = [...groups].flatMap(([reason, own]) =>
    reason === '' ? [] : [`  ${String(own.length).padStart(4)} × ${reason}`],
  );
  return lines.length === 0 ? [] : [title, ...lines, ''];
}

function row(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(24)}${cells.map((cell) => cell.padStart(14)).join('')}`;
}
