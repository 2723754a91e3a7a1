import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, pass } from '../finding.ts';

/** CI starts by itself on the pull requests of agents, and is not parked until somebody approves it. */
export function checkCiStarts({ agentRuns }: DoctorFacts): readonly Outcome[] {
  if (agentRuns.kind === 'unseen')
    return [cannotTell(`runs of agents' pull requests: ${agentRuns.because}`, agentRuns.remedy)];
  const newest = agentRuns.value.toSorted((one, other) => other.at - one.at);
  if (newest.length === 0) {
    return [
      cannotTell(
        'no CI of GitHub Actions ran on a pull request of an agent yet',
        'Ask with `--rehearse`, or again after the first one. (CI elsewhere is seen in its checks.)',
      ),
    ];
  }
  if (newest[0]?.conclusion !== 'action_required')
    return [pass('the newest run on a pull request of an agent was not parked')];
  return [
    fail(
      'the newest run on a pull request of an agent waits for somebody to approve it',
      'Push and open pull requests as an App that is installed here, not with `GITHUB_TOKEN`; then approve what waits once by hand.',
    ),
  ];
}
