import type { Instant } from '../../core/instant.ts';
import type { PullRequestFacts } from '../../core/snapshot.ts';
import { cannotTell, type Finding, fail, type Outcome, pass } from '../finding.ts';
import { found } from './findings.ts';
import { type CanaryFacts, judgeCanary, standingOf } from './judge-canary.ts';

/** How long a canary is waited for. */
export interface CanaryPatience {
  /** While CI is at work. */
  readonly workMinutes: number;
  /** While nothing is under way, and something that is required has not reported. */
  readonly quietMinutes: number;
  readonly pauseMs: number;
}

export interface CanaryWatch {
  /** Its pull request as it stands now; null where there is none. */
  readonly look: () => Promise<PullRequestFacts | null>;
  /** What is known besides what is reported on its head. */
  readonly demands: Omit<CanaryFacts, 'checks'>;
  readonly patience: CanaryPatience;
  readonly now: () => Instant;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Looks at a canary until all that is required has reported, or as long as its patience lasts; what it showed. */
export async function watchCanary(watch: CanaryWatch): Promise<readonly Finding[]> {
  const { look, demands, patience, now, pause } = watch;
  const since = now();
  let quietSince: Instant | null = null;
  for (;;) {
    const canary = await look();
    if (canary === null || canary.state !== 'OPEN') return [found('rehearsal_canary', judgeGone(canary))];
    const facts = { ...demands, checks: canary.checks };
    const standing = standingOf(facts);
    const at = now();
    quietSince = standing === 'quiet' ? (quietSince ?? at) : null;
    const minutes = (start: Instant): number => (at - start) / 60_000;
    const isOver =
      standing === 'complete' ||
      standing === 'parked' ||
      minutes(since) >= patience.workMinutes ||
      (quietSince !== null && minutes(quietSince) >= patience.quietMinutes);
    if (isOver) {
      const opened = pass(`pull request ${canary.number} was opened by ${canary.author ?? 'somebody'}`);
      return [found('rehearsal_canary', opened), ...judgeCanary(facts, Math.max(1, Math.round(minutes(since))))];
    }
    await pause(patience.pauseMs);
  }
}

function judgeGone(canary: PullRequestFacts | null): Outcome {
  if (canary === null)
    return fail('the canary is gone', 'Nothing, if somebody deleted its branch: start a new rehearsal.');
  if (canary.state === 'MERGED') {
    const who = canary.mergedBy ?? 'somebody';
    return fail(`${who} merged the canary, which changes no file`, 'Nothing is to be undone; start a new rehearsal.');
  }
  return cannotTell('the canary was closed before its checks were seen', 'Start a new rehearsal.');
}
