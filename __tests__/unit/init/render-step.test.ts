import { expect, test } from 'vitest';
import { renderState, renderStep } from '../../../src/init/render-step.ts';
import { call, type Step, todo } from '../../../src/init/step.ts';

const hostile = "\u001B[2J';\nrm -rf ~ \u202E#1 @ada\u009B";

function aStep(change: Partial<Step>): Step {
  return { key: 'k', title: 'A ruleset', state: todo, show: [], undo: '', actions: [], ...change };
}

test('a step says what it does, by which command, and how it is undone', () => {
  const actions = [call('POST', 'repos/a/b/rulesets', { name: 'x' }), call('DELETE', 'repos/a/b/rulesets/1')];
  expect(renderStep(aStep({ show: ['Requires test.'], undo: 'delete it', actions }))).toEqual([
    '',
    '▸ A ruleset',
    '  Requires test.',
    `    gh api --method POST repos/a/b/rulesets --input - <<< '{"name":"x"}'`,
    `    gh api --method DELETE repos/a/b/rulesets/1`,
    '  Undone by: delete it',
  ]);
});

// What checks, workflows and branches are called is said by whoever opens a pull request.
test('nothing that is called by others moves the terminal, or becomes a command of its own', () => {
  const actions = [call('POST', 'repos/a/b/rulesets', { context: hostile })];
  const lines = [
    ...renderStep(aStep({ show: [`Requires ${hostile}.`], actions, undo: `git fetch origin ${hostile}` })),
    renderState(aStep({ state: { kind: 'waiting', what: hostile } })),
  ];
  expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(lines[2]).toBe(`  Requires [2J'; rm -rf ~ #1 @ada.`);
  expect(lines[3]).toBe(
    String.raw`    gh api --method POST repos/a/b/rulesets --input - <<< '{"context":"\u001b[2J'\'';\nrm -rf ~ \u{202e}#1 @ada\u{9b}"}'`,
  );
  expect(lines[5]).toBe(`… A ruleset: [2J'; rm -rf ~ #1 @ada`);
});
