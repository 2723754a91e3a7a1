import { data, Evaluator, type Expr, Lexer, Parser } from '@actions/expressions';
import type { Json } from './json.ts';

/** What an expression can see. A context that is missing here reads as null. */
export interface Scope {
  readonly contexts: Readonly<Record<string, Json>>;
  readonly functions?: Readonly<Record<string, (...args: readonly Json[]) => Json>>;
}

interface CompiledExpression {
  readonly tree: Expr;
  readonly contexts: readonly string[];
}

const CONTEXTS = [
  'github',
  'env',
  'vars',
  'secrets',
  'inputs',
  'needs',
  'matrix',
  'strategy',
  'steps',
  'job',
  'jobs',
  'runner',
];

const FUNCTIONS = [
  { name: 'success', minArgs: 0, maxArgs: 255 },
  { name: 'failure', minArgs: 0, maxArgs: 255 },
  { name: 'always', minArgs: 0, maxArgs: 0 },
  { name: 'cancelled', minArgs: 0, maxArgs: 0 },
  { name: 'hashFiles', minArgs: 1, maxArgs: 255 },
];

const compiled = new Map<string, CompiledExpression>();
const converted = new WeakMap<object, data.ExpressionData>();

/** Evaluates one expression, written without its `${{ }}`, to a JSON value; throws what GitHub's own evaluator throws. */
export function evaluateExpression(expression: string, scope: Scope): Json {
  const { tree, contexts } = compileExpression(expression);
  const dictionary = new data.Dictionary(
    ...contexts.map((key) => ({ key, value: toData(scope.contexts[key] ?? null) })),
  );
  return toJson(new Evaluator(tree, dictionary, toDefinitions(scope)).evaluate());
}

/** Whether GitHub takes a value for true. */
export function isTruthy(value: Json): boolean {
  return value !== null && value !== false && value !== 0 && value !== '' && !Number.isNaN(value);
}

/** The text GitHub writes for a value: an object reads `Object`, null reads as nothing. */
export function toText(value: Json): string {
  return toData(value).coerceString();
}

/** Whether two values are equal for `==` in an expression: case does not count, kinds are coerced. */
export function looselyEqual(left: Json, right: Json): boolean {
  return evaluateExpression('inputs.left == inputs.right', { contexts: { inputs: { left, right } } }) === true;
}

/** Whether an expression calls one of the status functions, which switches the implied `success()` off. */
export function callsStatusFunction(expression: string): boolean {
  const tokens = new Lexer(expression).lex().tokens;
  return tokens.some(
    (token, index) =>
      ['success', 'failure', 'always', 'cancelled'].includes(token.lexeme.toLowerCase()) &&
      tokens[index + 1]?.lexeme === '(',
  );
}

function compileExpression(expression: string): CompiledExpression {
  const known = compiled.get(expression);
  if (known !== undefined) return known;
  const { tokens } = new Lexer(expression).lex();
  const words = new Set(tokens.map((token) => token.lexeme.toLowerCase()));
  const fresh = {
    tree: new Parser(tokens, CONTEXTS, FUNCTIONS).parse(),
    contexts: CONTEXTS.filter((name) => words.has(name)),
  };
  compiled.set(expression, fresh);
  return fresh;
}

function toDefinitions(scope: Scope): Map<string, (typeof FUNCTIONS)[number] & { call: Implementation }> {
  return new Map(
    FUNCTIONS.map((info) => {
      const call: Implementation = (...args) => {
        const implementation = scope.functions?.[info.name];
        if (implementation === undefined) throw new Error(`The function '${info.name}' is not available here`);
        return toData(implementation(...args.map(toJson)));
      };
      return [info.name.toLowerCase(), { ...info, call }];
    }),
  );
}

type Implementation = (...args: data.ExpressionData[]) => data.ExpressionData;

function toData(value: Json): data.ExpressionData {
  if (value === null) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  const known = converted.get(value);
  if (known !== undefined) return known;
  const fresh = Array.isArray(value)
    ? new data.Array(...value.map(toData))
    : new data.Dictionary(...Object.entries(value).map(([key, item]) => ({ key, value: toData(item) })));
  converted.set(value, fresh);
  return fresh;
}

function toJson(value: data.ExpressionData): Json {
  switch (value.kind) {
    case data.Kind.Null:
      return null;
    case data.Kind.String:
    case data.Kind.Number:
    case data.Kind.Boolean:
      return value.value;
    case data.Kind.Array:
      return value.values().map(toJson);
    case data.Kind.Dictionary:
      return Object.fromEntries(value.pairs().map((pair) => [pair.key, toJson(pair.value)]));
  }
}
