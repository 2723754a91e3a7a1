import { type Scope, toText } from './expressions.ts';
import type { Json } from './json.ts';
import { hasExpression, renderTemplate } from './template.ts';

const MAX_LENGTH = 100;

/** A leg's name as GitHub shows it: `build (linux, 24)`; a `name` with an expression speaks for itself. */
export function nameLeg(id: string, name: Json | undefined, nameParts: readonly string[], scope: Scope): string {
  const given = toText(name ?? '');
  if (hasExpression(given)) return shorten(toText(renderTemplate(given, scope)) || id);
  const base = given === '' ? id : given;
  return shorten(nameParts.length === 0 ? base : `${base} (${nameParts.join(', ')})`);
}

/** The name of a job that is skipped before its matrix exists: GitHub shows the template as it was written. */
export function nameUnexpanded(id: string, name: Json | undefined): string {
  return shorten(toText(name ?? '') || id);
}

/** The name of a job inside a called workflow: `caller / job`. */
export function nameInside(caller: string, name: string): string {
  return caller === '' ? name : `${caller} / ${name}`;
}

function shorten(name: string): string {
  return name.length > MAX_LENGTH ? `${name.slice(0, MAX_LENGTH - 3)}...` : name;
}
