import type { Environment } from './environment.ts';
import type { InputName } from './registry.ts';

/** An input as the step was given it; empty where it was not. */
export function given(environment: Environment, name: InputName): string {
  return (environment[variableOf(name)] ?? '').trim();
}

/** The runner's own rule: https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs */
export function variableOf(name: InputName): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
