import { join, resolve } from 'node:path';
import type { RunnerOptions } from './runner-options.ts';
import { builtinShims } from './shims/builtin.ts';
import type { Shim } from './shims/shim.ts';

export type ResolvedAction =
  | { readonly kind: 'folder'; readonly folder: string; readonly repository: string; readonly ref: string }
  | { readonly kind: 'shim'; readonly shim: Shim };

/** What stands for a `uses:`: a folder of the workspace, a folder of the `actions` option, or a shim; throws for others. */
export function resolveAction(uses: string, options: RunnerOptions, workspace: string): ResolvedAction {
  if (uses.startsWith('./') || uses.startsWith('../')) {
    return { kind: 'folder', folder: resolve(workspace, uses), repository: '', ref: '' };
  }
  const [path = '', ref = ''] = uses.split('@');
  const [owner = '', name = '', ...rest] = path.split('/');
  const repository = `${owner}/${name}`;
  const shim = { ...builtinShims, ...options.shims }[path];
  const folder = options.actions[repository];
  if (folder !== undefined) return { kind: 'folder', folder: join(folder, ...rest), repository, ref };
  if (shim !== undefined) return { kind: 'shim', shim };
  throw new Error(`Unable to resolve action \`${uses}\`, repository not found`);
}
