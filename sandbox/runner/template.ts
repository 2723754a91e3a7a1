import { callsStatusFunction, evaluateExpression, isTruthy, type Scope, toText } from './expressions.ts';
import { isJsonObject, type Json } from './json.ts';

type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly text: string };

/** Evaluates every `${{ }}` in a tree of YAML values; a scalar that is one expression keeps the expression's type. */
export function renderTemplate(node: Json, scope: Scope): Json {
  if (typeof node === 'string') return renderText(node, scope);
  if (Array.isArray(node)) return node.map((item) => renderTemplate(item, scope));
  if (!isJsonObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [toText(renderText(key, scope)), renderTemplate(value, scope)]),
  );
}

/** Evaluates a mapping such as `env` or `with` to texts; nothing and null give an empty mapping. */
export function renderTextMap(node: Json | undefined, scope: Scope): Record<string, string> {
  const value = renderTemplate(node ?? null, scope);
  if (value === null) return {};
  if (!isJsonObject(value)) throw new Error('A mapping was expected');
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toText(item)]));
}

/** Whether an `if` holds: without a status function of its own it stands under an implied `success()`. */
export function evaluateCondition(condition: Json | undefined, scope: Scope): boolean {
  const expression = toCondition(condition);
  const guarded = callsStatusFunction(expression) ? expression : `success() && (${expression})`;
  return isTruthy(evaluateExpression(guarded, scope));
}

/** Whether a text holds an expression at all. */
export function hasExpression(text: string): boolean {
  return splitTemplate(text).some((segment) => segment.kind === 'expression');
}

function toCondition(condition: Json | undefined): string {
  const text = condition === undefined || condition === null ? '' : toText(condition).trim();
  if (text === '') return 'success()';
  const segments = splitTemplate(text);
  const [first] = segments;
  if (segments.length === 1 && first !== undefined) return first.text;
  // Text around an expression makes the whole a string, as GitHub's own parser has it.
  const pattern = segments.map((segment, index) => (segment.kind === 'text' ? braced(segment.text) : `{${index}}`));
  const values = segments.map((segment) => (segment.kind === 'text' ? "''" : segment.text));
  return `format('${pattern.join('')}', ${values.join(', ')})`;
}

function braced(text: string): string {
  return text.replaceAll("'", "''").replaceAll('{', '{{').replaceAll('}', '}}');
}

function renderText(text: string, scope: Scope): Json {
  if (!text.includes('${{')) return text;
  const segments = splitTemplate(text);
  const [first] = segments;
  if (segments.length === 1 && first?.kind === 'expression') return evaluateExpression(first.text, scope);
  return segments
    .map((segment) => (segment.kind === 'text' ? segment.text : toText(evaluateExpression(segment.text, scope))))
    .join('');
}

function splitTemplate(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let position = 0;
  while (position < text.length) {
    const open = text.indexOf('${{', position);
    if (open < 0) break;
    const close = findClose(text, open + 3);
    if (open > position) segments.push({ kind: 'text', text: text.slice(position, open) });
    segments.push({ kind: 'expression', text: text.slice(open + 3, close).trim() });
    position = close + 2;
  }
  if (position < text.length) segments.push({ kind: 'text', text: text.slice(position) });
  return segments;
}

function findClose(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "'") quoted = !quoted;
    if (!quoted && text.startsWith('}}', at)) return at;
  }
  throw new Error(`The expression is not closed: ${text}`);
}
