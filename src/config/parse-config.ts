import { LineCounter, parseDocument } from 'yaml';
import { findLine } from './find-line.ts';
import { explainIssue } from './issue-problem.ts';
import { configJsonSchema } from './json-schema.ts';
import type { Problem } from './problem.ts';
import { type Config, configSchema, configVersion } from './schema.ts';

export type ConfigReading =
  | { readonly kind: 'config'; readonly config: Config; readonly warnings: readonly Problem[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** Far more than any configuration needs; a file beyond it is not one. */
const longest = 200_000;

/** One fault of the syntax brings others; the first ones tell enough. */
const mostFaults = 5;

/** The configuration of a file's text, or everything that is wrong with it at once. Never throws. */
export function parseConfig(text: string, path: string): ConfigReading {
  const yaml = readYaml(text, path);
  if (yaml.kind === 'problems') return yaml;
  const newer = findNewerVersion(yaml.value, path);
  if (newer !== null) return { kind: 'problems', problems: [newer] };
  const parsed = configSchema.safeParse(yaml.value);
  if (parsed.success) return { kind: 'config', config: parsed.data, warnings: findWarnings(parsed.data, path) };
  const schema = configJsonSchema();
  const problems = parsed.error.issues
    .flatMap((issue) => explainIssue(issue, yaml.value, schema))
    .map(({ key, ...rest }) => ({ line: yaml.lineOf(key), key, ...rest }))
    .sort((left, right) => (left.line ?? 0) - (right.line ?? 0))
    .map(({ line, key, ...rest }) => ({ where: [place(path, line), ...nameKey(key)].join(': '), ...rest }));
  return { kind: 'problems', problems };
}

function nameKey(key: readonly (string | number)[]): readonly string[] {
  return key.length === 0 ? [] : [key.join('.')];
}

type YamlReading =
  | {
      readonly kind: 'value';
      readonly value: unknown;
      readonly lineOf: (key: readonly (string | number)[]) => number | null;
    }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

function readYaml(text: string, path: string): YamlReading {
  const refuse = (...problems: readonly Problem[]): YamlReading => ({ kind: 'problems', problems });
  if (text.length > longest) {
    const what = `is ${text.length} characters long`;
    return refuse({ where: path, what, remedy: `A configuration has at most ${longest}.` });
  }
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: true,
      prettyErrors: false,
      logLevel: 'error',
    });
    // A warning is a tag that YAML does not know: its value would be read as something else than was meant.
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0) {
      return refuse(
        ...faults.slice(0, mostFaults).map(({ code, message, pos }) => ({
          where: place(path, lines.linePos(pos[0]).line),
          what: `is not valid YAML: ${code === 'MULTIPLE_DOCS' ? 'several documents in one file' : message}`,
          remedy: 'Mend the line; a key stands once, followed by a colon and a space, and indentation is by spaces.',
        })),
      );
    }
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    if (value === null || value === undefined) {
      return refuse({ where: path, what: 'is empty', remedy: 'Start from `examples/orchestrate.config.yml`.' });
    }
    return { kind: 'value', value, lineOf: (key) => findLine(document, key, lines) };
  } catch (error) {
    // The composer gives up by throwing on nesting or aliases beyond its bounds.
    const what = `cannot be read as YAML: ${error instanceof Error ? error.message : String(error)}`;
    return refuse({ where: path, what, remedy: 'Write it plainly: few levels, few aliases.' });
  }
}

function findNewerVersion(value: unknown, path: string): Problem | null {
  if (typeof value !== 'object' || value === null || !('version' in value)) return null;
  if (typeof value.version !== 'number' || !(value.version > configVersion)) return null;
  return {
    where: `${path}: version`,
    what: `is ${value.version}, newer than the ${configVersion} that this release understands`,
    remedy: 'Use a newer release of Orchestrate in both workflow files; nothing is guessed.',
  };
}

function findWarnings(config: Config, path: string): readonly Problem[] {
  if (config.verify !== undefined) return [];
  return [
    {
      where: `${path}: verify`,
      what: "is missing, so agents are not told the project's own full check",
      remedy: 'Name it, such as `verify: { command: npm test }`.',
    },
  ];
}

function place(path: string, line: number | null): string {
  return line === null ? path : `${path}:${line}`;
}
