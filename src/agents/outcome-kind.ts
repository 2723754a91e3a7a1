import type { Outcome } from '../core/outcome.ts';
import type { LaunchEnd } from './launch.ts';

/** How an agent's run counts; one that was cancelled is no fault of the agent's. */
export function outcomeKind(end: LaunchEnd<unknown>['kind']): Outcome['kind'] {
  switch (end) {
    case 'result':
      return 'completed';
    case 'failed':
      return 'failed';
    case 'timed_out':
      return 'timed_out';
    case 'interrupted':
      return 'crashed';
  }
}
