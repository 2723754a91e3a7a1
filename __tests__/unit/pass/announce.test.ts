import { expect, test } from 'vitest';
import type { Plan } from '../../../src/core/decision.ts';
import { announcePlan } from '../../../src/pass/announce.ts';

test.each(['\n', '\r', '\r\n'])(
  'no text of others begins a line of the log, where the runner would take it for a command (%j)',
  (end) => {
    const lines: string[] = [];
    const detail = `What is meant?${end}::add-mask::a`;
    const held: Pick<Plan, 'line' | 'notes' | 'holds'> = {
      line: null,
      notes: [],
      holds: new Map([['1.1', { code: 'declined', detail }]]),
    };
    announcePlan(held as Plan, { log: (line) => void lines.push(line) });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^‖ 1\.1 — [^\r\n]*What is meant\?[^\r\n]*$/);
  },
);
