import { type Squashed, type SquashOptions, squashBranch } from '../../git/squash-branch.ts';
import { tellTrouble } from './store-trouble.ts';

/**
 * Squashes the history of the state branch. Nothing that a pass or a person asks of the store is lost by it: the feed of
 * every change is in the files; what only the history has, the saves of state, goes where `keep` says.
 */
export function squashHistory(options: SquashOptions): Promise<Squashed> {
  return tellTrouble('write', squashBranch(options));
}
