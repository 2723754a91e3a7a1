import { expect, it } from 'vitest';
import type { Finding } from '../../../src/doctor/finding.ts';
import { renderDoctorSummary, renderFindings } from '../../../src/doctor/render-findings.ts';

const findings: readonly Finding[] = [
  { check: 'config', verdict: 'pass', detail: 'can be read', remedy: '' },
  { check: 'bypass', verdict: 'cannot_tell', detail: 'who may', remedy: 'Ask as an administrator.' },
  { check: 'token', verdict: 'fail', detail: 'uses a/b@v1 | of\n::error::you', remedy: 'Pin a/b@v1.' },
];

it('tells a finding a line, and below it what to do', () => {
  expect(renderFindings(findings)).toEqual([
    '✓ config  can be read',
    '? bypass  who may',
    '          → Ask as an administrator.',
    '✗ token   uses a/b@v1 | of ::error::you',
    '          → Pin a/b@v1.',
    '',
    '1 failed, 1 cannot be told, 1 passed',
  ]);
});

it('shows a table on the page of the run, what failed first, and calls nobody by it', () => {
  const rows = renderDoctorSummary(findings).split('\n').slice(6);
  expect(rows.map((row) => row.split(' | ')[0])).toEqual(['| fail', '| cannot tell', '| pass', '']);
  expect(rows[0]).toContain('a/b@\u200Bv1 \\| of');
});

it('says how much was left out of a page that nobody would read', () => {
  const many = Array.from({ length: 2000 }, () => ({ ...findings[0], detail: 'x'.repeat(200) }) as Finding);
  const summary = renderDoctorSummary(many);
  expect(summary.length).toBeLessThan(62_000);
  expect(summary).toMatch(/… and \d+ more lines\n$/);
});
