import { checkoutGit } from './checkout-git.ts';
import type { GitOptions } from './git.ts';

export interface BundleRequest {
  readonly path: string;
  readonly branch: string;
  /** Commits that the receiver has: they and what they contain stay out. */
  readonly have: string;
}

/** Writes the commits of a branch that the receiver lacks; there must be at least one. */
export async function writeBundle(request: BundleRequest, options: GitOptions): Promise<void> {
  const revisions = [`refs/heads/${request.branch}`, `^${request.have}`];
  await checkoutGit(['bundle', 'create', '--quiet', request.path, ...revisions], options);
}
