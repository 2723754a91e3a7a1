import { type Scope, toText } from './expressions.ts';
import type { JobSession } from './job-session.ts';
import type { Json } from './json.ts';
import { renderTemplate, renderTextMap } from './template.ts';

/** An action's inputs by lower-case name: what the step gives, else the action's defaults; unknown ones are warned of. */
export function resolveInputs(
  session: JobSession,
  declared: Readonly<Record<string, Json | undefined>>,
  given: Json | undefined,
  scope: Scope,
): Record<string, string> {
  const values = Object.entries(renderTextMap(given, scope)).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  const defaults = Object.entries(declared)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name.toLowerCase(), toText(renderTemplate(value ?? null, scope))] as const);
  const known = new Set(Object.keys(declared).map((name) => name.toLowerCase()));
  const unexpected = values.map(([name]) => name).filter((name) => !known.has(name));
  if (unexpected.length > 0) {
    const message = `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${[...known].join("', '")}']`;
    session.annotate({ level: 'warning', message });
    session.log(`##[warning]${message}`);
  }
  return Object.fromEntries([...defaults, ...values]);
}

/** The `INPUT_*` variables a JavaScript action reads its inputs from. */
export function toInputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}
