import type { Sha } from './assignment.ts';
import { type BaseProof, findFailures } from './base.ts';
import { type Ledger, recall, remember } from './ledger.ts';
import type { Policy } from './policy.ts';
import type { BaseFacts, Snapshot, StoryFacts } from './snapshot.ts';
import type { StoryNumber } from './story.ts';

const prefix = 'repair-';

/** The number under which the repair of a red SHA is remembered, beside those of the stories. */
export function repairNumber(redSha: Sha): StoryNumber {
  return `${prefix}${redSha.slice(0, 7)}`;
}

/** Whether a number is that of a repair: loopctl knows nothing of it. */
export function isRepair(number: StoryNumber): boolean {
  return number.startsWith(prefix);
}

/**
 * The ledger with the repair that a red base asks for, once everything on its tip has ended. A base that is proven
 * again forgets what was tried for it.
 */
export function noteRepair(ledger: Ledger, base: BaseFacts, proof: BaseProof, policy: Policy): Ledger {
  const { red, tries } = ledger.repair;
  if (proof.kind === 'proven') return tries === 0 ? ledger : { ...ledger, repair: { red, tries: 0 } };
  if (proof.hold.code !== 'base_red' || red !== null) return ledger;
  const jobs = [...new Set(findFailures(base, policy).map(({ name }) => name))].toSorted();
  return jobs.length === 0
    ? ledger
    : { ...ledger, repair: { red: { sha: base.sha, jobs, reverts: null, asked: null }, tries } };
}

/**
 * The ledger with the revert that a person wants, in the place of a repair: once the base is proven, and one at a time.
 */
export function noteAskedRevert(ledger: Ledger, proof: BaseProof): Ledger {
  const order = ledger.orders.find(({ kind }) => kind === 'revert');
  if (proof.kind === 'unproven' || ledger.repair.red !== null || order?.kind !== 'revert') return ledger;
  const reverts = { story: order.story, failures: [] };
  return { ...ledger, repair: { ...ledger.repair, red: { sha: order.mergeSha, jobs: [], reverts, asked: order.by } } };
}

/** The proof of the base; while it is repaired, what waits for it waits for its repair. */
export function nameRepair(proof: BaseProof, { repair }: Ledger): BaseProof {
  if (proof.kind === 'proven' || repair.red === null) return proof;
  if (repair.red.asked !== null && proof.hold.code !== 'base_red') return proof;
  return { ...proof, hold: { ...proof.hold, stories: [repairNumber(repair.red.sha)] } };
}

/**
 * The repair under way, in the form of a story, so that everything that is asked of a story's work is asked of it too.
 * Its agreement is the red SHA and the jobs that failed there.
 */
export function repairStories({ base, identities }: Snapshot, { repair }: Ledger): readonly StoryFacts[] {
  const { red } = repair;
  if (red === null) return [];
  const number = repairNumber(red.sha);
  return [
    {
      id: number,
      number,
      epic: 0,
      title: red.reverts === null ? `Make ${base.branch} green again` : `Revert story ${red.reverts.story}`,
      description: describeRepair(red),
      criteria: criteriaOf(red),
      deliverables: [],
      agentStatus: 'implementing',
      verifiedStatus: 'unverified',
      assignedAgentId: identities.implementer,
      criteriaHash: JSON.stringify([red.sha, red.jobs, red.reverts?.story ?? null]),
      assignedAt: null,
      reportedDoneAt: null,
      rejectedAt: null,
    },
  ];
}

type Red = NonNullable<Ledger['repair']['red']>;

function criteriaOf({ sha, jobs, asked }: Red): StoryFacts['criteria'] {
  if (asked !== null)
    return [{ id: 'AC-1', text: `What ${sha} brought is gone, its tests included, and nothing else` }];
  return jobs.map((job, index) => ({ id: `AC-${index + 1}`, text: `${job} succeeds` }));
}

function describeRepair({ sha, reverts, asked }: Red): string {
  if (asked !== null) {
    return `A person of this project wants the merge of story ${reverts?.story ?? ''}, ${sha}, undone. This is GitHub's own revert of it; the story is done again.`;
  }
  return reverts === null
    ? `These jobs fail on the base at ${sha}. Right is the smallest change that makes them succeed and keeps what was merged.`
    : `These jobs fail on the base at ${sha}, the merge of story ${reverts.story}, and repairs did not help. This is GitHub's own revert of that merge: what it brought goes, its tests included, and nothing else; the story is done again.`;
}

/** The ledger without a repair that is over; a story whose merge it reverted is known as such from then on. */
export function dropRepair(ledger: Ledger, number: StoryNumber, forgetsOrder: boolean): Ledger {
  const { red } = ledger.repair;
  const { merged } = recall(ledger, number);
  const { [number]: _, ...stories } = ledger.stories;
  const reverts = red?.reverts ?? null;
  const orders = ledger.orders.filter(
    (order) => !(forgetsOrder && order.kind === 'revert' && order.story === reverts?.story),
  );
  const dropped: Ledger = { ...ledger, orders, stories, repair: { ...ledger.repair, red: null } };
  if (red === null || reverts === null || merged === null) return dropped;
  const { story, failures } = reverts;
  const reverted = { redSha: red.sha, failures, by: red.asked };
  if (Object.hasOwn(stories, story)) return remember(dropped, story, { reverted });
  // A verified story had left the ledger: its merge is known by the revert alone.
  const undone = { sha: red.sha, headSha: red.sha, baseBefore: null, by: null, at: merged.at };
  return red.asked === null ? dropped : remember(dropped, story, { merged: undone, reverted });
}
