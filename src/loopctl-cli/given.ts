import { UsageError } from './usage-error.ts';

/** What was given to a command: its words in order, and its flags. */
export interface Given {
  readonly operands: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

/** A flag's text; null where it was not given. */
export function readText({ flags }: Given, name: string): string | null {
  const value = flags[name];
  return typeof value === 'string' ? value : null;
}

/** The texts of a flag that may be given more than once. */
export function readTexts({ flags }: Given, name: string): readonly string[] {
  const value = flags[name];
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

export function isGiven({ flags }: Given, name: string): boolean {
  return flags[name] !== undefined && flags[name] !== false;
}

/** A flag's whole number; null where it was not given. */
export function readCount(given: Given, name: string): number | null {
  const text = readText(given, name);
  if (text === null) return null;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} must be a whole number, and is \`${text}\`.`);
  return Number(text);
}

/** A flag's JSON object; null where it was not given. */
export function readObject(given: Given, name: string): Readonly<Record<string, unknown>> | null {
  const text = readText(given, name);
  return text === null ? null : parseObject(text, `--${name}`);
}

/** A JSON object as text; whatever else it is, is said with where it came from. */
export function parseObject(text: string, where: string): Readonly<Record<string, unknown>> {
  const value = parseJson(text, where);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${where} must be a JSON object.`);
  }
  return Object.fromEntries(Object.entries(value));
}

export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${where} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The one word of a command that needs one. */
export function firstOperand({ operands }: Given): string {
  return operands[0] ?? '';
}
