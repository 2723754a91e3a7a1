import { type AuditFacts, type AuditRules, type StoreFact, storyOfBranch } from '../facts.ts';
import type { Violation } from '../violation.ts';

type Transition = Extract<StoreFact, { readonly kind: 'transition' }>;

/**
 * In one attempt at a story, from its claim until it is given back, nothing is told to the store twice; it is verified
 * once until it is rejected, and no more artifacts are posted than heads were pushed.
 */
export function findRepeatedTransitions(
  { events, store }: Pick<AuditFacts, 'events' | 'store'>,
  rules: Pick<AuditRules, 'branchPrefix'>,
): readonly Violation[] {
  const transitions = store.filter((fact) => fact.kind === 'transition');
  const byStory = Map.groupBy(transitions, ({ story }) => story);
  const heads = headsByStory(events, rules);
  return [...byStory].flatMap(([story, life]) => [
    ...repeatedSteps(story, life),
    ...surplusArtifacts(story, life, heads.get(story) ?? []),
  ]);
}

function repeatedSteps(story: string, life: readonly Transition[]): readonly Violation[] {
  const done = new Set<string>();
  return life.flatMap(({ action, agentStatus, at }) => {
    if (action === 'rejected') done.delete('verified');
    if (agentStatus === 'pending') startOver(done);
    const step = stepOf(action, agentStatus);
    if (step === null) return [];
    const isRepeated = done.has(step);
    done.add(step);
    if (!isRepeated) return [];
    return [{ code: 'effect_twice' as const, detail: `story ${story} was made ${step} again in one attempt`, at }];
  });
}

/** What is verified stays so, whoever is given the story back. */
function startOver(done: Set<string>): void {
  for (const step of done) if (step !== 'verified') done.delete(step);
}

function stepOf(action: string, agentStatus: string | null): string | null {
  if (action === 'verified' || action === 'rejected') return action;
  // A second claim has a rule of its own.
  return action === 'status_changed' && agentStatus !== 'pending' && agentStatus !== 'assigned' ? agentStatus : null;
}

interface Head {
  readonly sha: string;
  readonly seq: number;
}

function surplusArtifacts(story: string, life: readonly Transition[], heads: readonly Head[]): readonly Violation[] {
  return life
    .filter(({ action }) => action === 'artifact_posted')
    .flatMap(({ seq, at }, index) => {
      const pushed = new Set(heads.filter((head) => head.seq < seq).map(({ sha }) => sha)).size;
      if (index < pushed) return [];
      const detail = `story ${story}: ${index + 1} artifacts posted, ${pushed} heads pushed`;
      return [{ code: 'effect_twice' as const, detail, at }];
    });
}

function headsByStory(
  events: AuditFacts['events'],
  { branchPrefix }: Pick<AuditRules, 'branchPrefix'>,
): ReadonlyMap<string, readonly Head[]> {
  const heads = new Map<string, Head[]>();
  for (const event of events) {
    if (event.kind !== 'push' || !event.ref.startsWith('refs/heads/')) continue;
    const story = storyOfBranch(event.ref.slice('refs/heads/'.length), branchPrefix);
    if (story !== null) heads.set(story, [...(heads.get(story) ?? []), { sha: event.after, seq: event.seq }]);
  }
  return heads;
}
