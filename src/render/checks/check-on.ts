import { keyOfCheck, type OwnCheck } from '../../core/own-checks.ts';
import type { CheckSurface } from '../surface.ts';
import type { CheckText } from './check-text.ts';

/** The check of this name on a commit. */
export function checkOn(sha: string, name: OwnCheck, text: CheckText): CheckSurface {
  return { kind: 'check', key: keyOfCheck(sha, name), sha, name, ...text };
}
