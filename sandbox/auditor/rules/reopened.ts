import type { KeptEvent } from '../../github/world/events.ts';
import { commandsOf, releases } from '../commands.ts';
import { type AuditFacts, type AuditRules, storyOfBranch } from '../facts.ts';
import type { Violation } from '../violation.ts';

type PullEvent = Extract<KeptEvent, { readonly kind: 'pull_request' }>;

/** What a person closed stays closed, and its story gets no other pull request before a person released it. */
export function findReopened(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  const commands = commandsOf(facts.events);
  const pulls = facts.events.filter((event) => event.kind === 'pull_request');
  return pulls.filter(isClosedByPerson).flatMap((closed) => {
    const story = storyOfBranch(closed.headRef, rules.branchPrefix);
    if (story === null) return [];
    const released = commands.find((command) => command.seq > closed.seq && releases(command, story))?.seq;
    const until = released ?? Number.POSITIVE_INFINITY;
    return pulls
      .filter(({ seq }) => seq > closed.seq && seq < until)
      .filter((event) => isOpenedByLoop(event) && storyOfBranch(event.headRef, rules.branchPrefix) === story)
      .map(({ number, action, at }) => {
        const detail = `story ${story}: #${closed.number} was closed by ${closed.by}, then #${number} was ${action}`;
        return { code: 'reopened_unreleased' as const, detail, at };
      });
  });
}

function isClosedByPerson({ action, merged, by }: PullEvent): boolean {
  return action === 'closed' && !merged && !by.endsWith('[bot]');
}

function isOpenedByLoop({ action, by }: PullEvent): boolean {
  return (action === 'opened' || action === 'reopened') && by.endsWith('[bot]');
}
