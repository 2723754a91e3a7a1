import { emptyLedger, type Ledger, parseLedger } from '../../../src/core/ledger.ts';
import type { OutcomeFacts } from '../../../src/core/snapshot.ts';
import type { OpenedPass } from '../../../src/pass/pass.ts';
import { type PassEnd, runPass } from '../../../src/pass/run-pass.ts';
import { loadLedger, saveLedger } from '../../../src/pass/state.ts';
import { aFlight, aHead, aMemory, minute, opened } from '../../builders/ledger.ts';
import { aReview, settled, someWork } from '../../builders/outcome.ts';
import { sceneOf } from './scene.ts';
import { type ApplyWorld, foundApplyWorld, type Process, stateBranch } from './world.ts';

/** A world in which an author of story 1.1 has just ended, and the outcome its settle is about. */
export interface Worked {
  readonly world: ApplyWorld;
  readonly outcome: OutcomeFacts;
}

/** The base is proven, the story claimed and in flight, and its work on this machine. */
export async function foundWorked(): Promise<Worked> {
  const world = await foundApplyWorld();
  await using process = await world.start();
  const scene = sceneOf(world, process);
  scene.checked(scene.tip(), 'test');
  await scene.begun();
  const { criteriaHash } = await process.story();
  const head = await scene.work('one.txt');
  const flight = aFlight({ run: world.run, startSha: scene.tip(), criteriaHash, notAfter: Date.now() + 50 * minute });
  const { version } = await loadLedger(process.pass);
  const stories = { '1.1': aMemory({ agreement: criteriaHash }) };
  await saveLedger({ ledger: { ...emptyLedger, stories, flights: { [flight.id]: flight } }, version }, process.pass);
  const work = someWork({ head, diffBase: scene.tip() });
  return { world, outcome: settled({ run: world.run, head }, { work }) };
}

/** A world in which the pull request of story 1.1 is green and its reviewer has just passed it. */
export async function foundReviewed(): Promise<Worked> {
  const world = await foundApplyWorld();
  await using process = await world.start();
  const scene = sceneOf(world, process);
  scene.checked(scene.tip(), 'test');
  await scene.begun();
  const { criteriaHash } = await process.story();
  const { number: pullRequest, head: sha } = await scene.pull();
  scene.checked(sha, 'test');
  const place = { run: world.run, startSha: sha, diffBase: scene.tip(), criteriaHash };
  const flight = aFlight({ ...place, id: '99-4', role: 'review', notAfter: Date.now() + 50 * minute });
  const head = aHead({ sha, diffBase: scene.tip() });
  const memory = opened({ agreement: criteriaHash, head, pullRequest, handedOver: sha });
  const { version } = await loadLedger(process.pass);
  const ledger = { ...emptyLedger, stories: { '1.1': memory }, flights: { [flight.id]: flight } };
  await saveLedger({ ledger, version }, process.pass);
  const review = { assignment: flight.id, run: world.run, head: null, restatement: null, review: aReview() };
  return { world, outcome: settled(review, { work: null }) };
}

/** The settle of the leg whose outcome it is, in a process of its own. */
export function settleWorked(
  { outcome }: Worked,
  { pass }: Process,
  change: Partial<OpenedPass> = {},
): Promise<PassEnd> {
  const facts = { ...pass.facts, holder: `settle ${outcome.assignment}`, canDispatch: false };
  const parts = {
    prepare: async (ledger: Ledger) => ledger,
    outcome: async (ledger: Ledger) => (outcome.assignment in ledger.flights ? outcome : null),
    inspect: () => undefined,
  };
  return runPass(parts, { ...pass, facts, ...change });
}

/** The ledger as the state branch has it. */
export async function storedLedger({ site }: ApplyWorld): Promise<Ledger> {
  const file = await site.world.git(['show', `${stateBranch}:projects/demo/state/main.json`]);
  const reading = parseLedger(JSON.parse(file).state.state_data);
  if (reading.kind !== 'ledger') throw new Error(`the ledger is ${reading.kind}`);
  return reading.ledger;
}
