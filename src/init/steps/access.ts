import type { InitFacts } from '../facts.ts';
import { blocked, done, type Step } from '../step.ts';

/** Whether this person may do all that is to be done. */
export function planAccess({ isAdmin, scopes, place, doctor }: InitFacts): Step {
  const step = { key: 'access', title: 'Your own rights', show: [], undo: '', actions: [] };
  if (!isAdmin) {
    const what = `${doctor.asker.login} does not administer ${place.owner}/${place.repo}: log in as who does (\`gh auth login\`)`;
    return { ...step, state: blocked(what) };
  }
  // GitHub takes workflow files only from a token that says so.
  if (scopes !== null && !scopes.includes('workflow')) {
    const command = `gh auth refresh --hostname ${place.host} --scopes workflow`;
    return { ...step, state: blocked(`your token may not write workflow files: \`${command}\``) };
  }
  return { ...step, state: done(`${doctor.asker.login} administers ${place.owner}/${place.repo}`) };
}
