import { routes } from '../rest/routes.ts';
import { findPath, type OpenApi } from './openapi.ts';

/** The REST calls that the sandbox answers, as `METHOD /described/path`, and those that no description fits. */
export function listAnsweredCalls(openapi: OpenApi): {
  readonly described: readonly string[];
  readonly invented: readonly string[];
} {
  const calls = routes.map(({ method, path }) => {
    const example = path.replace('{repo}', '/repos/acme/lib').replace(/:\w+(?:\{[^}]*\})?/g, 'x');
    return { name: `${method} ${path}`, method, found: findPath(openapi, method, example) };
  });
  return {
    described: [...new Set(calls.flatMap(({ method, found }) => (found === undefined ? [] : [`${method} ${found}`])))],
    invented: calls.flatMap(({ name, found }) => (found === undefined ? [name] : [])),
  };
}
