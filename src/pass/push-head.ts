import type { Applied } from '../core/applied.ts';
import { type PushRequest, pushRef } from '../git/push.ts';
import { ensureRepository, fetchInto, hasCommit } from '../git/repository.ts';
import { withGitTrouble } from './git-trouble.ts';
import { LeftUndone } from './left-undone.ts';
import type { LeasedPass } from './under-lease.ts';

/**
 * Pushes work that was judged; what was judged by an earlier pass and kept aside is fetched first. What GitHub will not
 * take for what is in it, or by a rule or a permission of ours, is answered with its own words; a branch that was to be
 * new and is there, with the commit that it has.
 */
export async function pushHead(
  push: Pick<PushRequest, 'head' | 'ref' | 'expected'>,
  { history, requireLease, log }: Pick<LeasedPass, 'history' | 'requireLease' | 'log'>,
): Promise<Pick<Applied, 'refusal' | 'taken'> | null> {
  const { directory: repository, remoteUrl, token } = history;
  await ensureRepository(history);
  if (!(await hasCommit(history, push.head)) && !(await withGitTrouble(fetchInto(history, { commits: [push.head] })))) {
    throw new LeftUndone({ code: 'head_not_accepted', detail: `${push.head} is gone from the repository` });
  }
  requireLease();
  const pushed = await withGitTrouble(pushRef({ ...push, repository, remoteUrl, token }));
  if (pushed.kind === 'moved') {
    if (push.expected === null && pushed.actual !== null) {
      log(`· ${push.ref} is there already, at ${pushed.actual}, and nothing is known of it: the next one is begun`);
      return { taken: pushed.actual };
    }
    const detail = `${push.ref} moved to ${pushed.actual ?? 'nothing'}`;
    throw new LeftUndone({ code: 'head_not_accepted', detail });
  }
  return pushed.kind === 'refused' ? { refusal: pushed.message } : null;
}
