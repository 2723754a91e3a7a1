// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are workflow expressions, not template literals
import { describe, expect, test } from 'vitest';
import { evaluateExpression, isTruthy } from '../../sandbox/runner/expressions.ts';
import { evaluateCondition, renderTemplate } from '../../sandbox/runner/template.ts';

const scope = {
  contexts: {
    github: { ref: 'refs/heads/main', event: { pull_request: null, commits: [{ id: 'a' }, { id: 'b' }] } },
    inputs: { flag: true, count: 3, empty: '' },
    needs: { plan: { result: 'success', outputs: { ids: '["x","y"]' } } },
  },
  functions: { success: () => true, failure: () => false, always: () => true, cancelled: () => false },
};

describe('expressions', () => {
  test.each([
    ["github.ref == 'REFS/HEADS/MAIN'", true],
    ['github.event.pull_request.number', null],
    ["join(github.event.commits.*.id, '+')", 'a+b'],
    ['fromJSON(needs.plan.outputs.ids)[1]', 'y'],
    ["contains(fromJSON(needs.plan.outputs.ids), 'x') && 'yes' || 'no'", 'yes'],
    ["startsWith(github.ref, 'refs/heads/')", true],
    ["format('{0}-{1}', inputs.count, inputs.flag)", '3-true'],
    ['toJSON(inputs.flag)', 'true'],
    ["secrets.MISSING == ''", true],
    ['needs.other.outputs.x', null],
  ])('%s is %j', (expression, expected) => {
    expect(evaluateExpression(expression, scope)).toEqual(expected);
  });

  test('refuses a function that has no meaning in its place', () => {
    expect(() => evaluateExpression("hashFiles('x')", scope)).toThrow("'hashFiles' is not available here");
  });

  test.each([
    ['', false],
    ['0', true],
    [0, false],
    [null, false],
    [[], true],
    [{}, true],
  ])('takes %j for %j', (value, expected) => {
    expect(isTruthy(value)).toBe(expected);
  });
});

describe('templates', () => {
  test.each([
    ['plain', 'plain'],
    ['${{ inputs.count }}', 3],
    ['n = ${{ inputs.count }}', 'n = 3'],
    ['${{ inputs.flag }}${{ inputs.count }}', 'true3'],
    ["${{ format('}}{0}', 'x') }}", '}x'],
    ["${{ 'it''s }} here' }}", "it's }} here"],
    [
      { a: ['${{ github.ref }}', 1], b: { c: '${{ inputs.flag }}' } },
      { a: ['refs/heads/main', 1], b: { c: true } },
    ],
  ])('renders %j as %j', (node, expected) => {
    expect(renderTemplate(node, scope)).toEqual(expected);
  });

  test('says which expression is not closed', () => {
    expect(() => renderTemplate('${{ github.ref', scope)).toThrow('not closed: ${{ github.ref');
  });
});

describe('conditions', () => {
  const failed = { ...scope, functions: { ...scope.functions, success: () => false, failure: () => true } };

  test.each([
    [undefined, true, false],
    ['', true, false],
    ['always()', true, true],
    ['failure()', false, true],
    ["${{ github.ref == 'refs/heads/main' }}", true, false],
    ['${{ always() }} ', true, true],
    ['!cancelled()', true, true],
    [false, false, false],
    ["github.ref == 'success()'", false, false],
    ['inputs.empty', false, false],
    ["needs.plan.result == 'success' && ! failure()", true, false],
    // Text around an expression makes it a string, which is always true: GitHub's well-known trap.
    ['${{ false }} && true', true, false],
  ])('if: %j holds: %j after success, %j after a failure', (condition, afterSuccess, afterFailure) => {
    expect(evaluateCondition(condition, scope)).toBe(afterSuccess);
    expect(evaluateCondition(condition, failed)).toBe(afterFailure);
  });
});
