import type { ActionsHost } from '../actions-host.ts';
import { type Scope, toText } from './expressions.ts';
import { isJsonObject, type Json } from './json.ts';
import type { GraphContext } from './run-context.ts';
import { renderTemplate } from './template.ts';

/** The name of a job's `environment`, written as a text or as a mapping; null when it has none. */
export function environmentName(node: Json | undefined, scope: Scope): string | null {
  if (node === undefined || node === null) return null;
  const name = isJsonObject(node) ? (node['name'] ?? '') : node;
  return toText(renderTemplate(name, scope)) || null;
}

/**
 * The secrets a job sees: what its workflow was given, and over it what its environment holds. In a called workflow
 * that does not inherit, an environment can only replace secrets that are passed by name.
 */
export function jobSecrets(
  host: ActionsHost,
  { secrets, seesAllSecrets }: Pick<GraphContext, 'secrets' | 'seesAllSecrets'>,
  environment: string | null,
): Record<string, string> {
  if (environment === null) return { ...secrets };
  const shared = host.secrets(null);
  const own = Object.entries(host.secrets(environment)).filter(([name, value]) => shared[name] !== value);
  return { ...secrets, ...Object.fromEntries(own.filter(([name]) => seesAllSecrets || name in secrets)) };
}
