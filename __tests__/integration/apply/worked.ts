import { emptyLedger, type Ledger, parseLedger } from '../../../src/core/ledger.ts';
import type { OutcomeFacts } from '../../../src/core/snapshot.ts';
import type { OpenedPass } from '../../../src/pass/pass.ts';
import { type PassEnd, runPass } from '../../../src/pass/run-pass.ts';
import { loadLedger, saveLedger } from '../../../src/pass/state.ts';
import { aFlight, aHead, aMemory, minute, opened } from '../../builders/ledger.ts';
import { aReview, settled, someWork } from '../../builders/outcome.ts';
import { type Scene, sceneOf } from './scene.ts';
import { type ApplyWorld, foundApplyWorld, type Process, stateBranch } from './world.ts';

/** A world in which an author of story 1.1 has just ended, and the outcome its settle is about. */
export interface Worked {
  readonly world: ApplyWorld;
  readonly outcome: OutcomeFacts;
}

/** What has just ended, and the ledger that knows of it. */
interface Begun {
  readonly outcome: OutcomeFacts;
  readonly ledger: Ledger;
}

/** The base is proven and the story begun; what else there is to it is led to from there. */
async function foundBegun(lead: (scene: Scene, criteriaHash: string) => Promise<Begun>): Promise<Worked> {
  const world = await foundApplyWorld();
  await using process = await world.start();
  const scene = sceneOf(world, process);
  scene.checked(scene.tip(), 'test');
  await scene.begun();
  const { outcome, ledger } = await lead(scene, (await process.story()).criteriaHash);
  const { version } = await loadLedger(process.pass);
  await saveLedger({ ledger, version }, process.pass);
  return { world, outcome };
}

/** The base is proven, the story claimed and in flight, and its work on this machine. */
export function foundWorked(): Promise<Worked> {
  return foundBegun(async (scene, criteriaHash) => {
    const { run } = scene.world;
    const head = await scene.work('one.txt');
    const flight = aFlight({ run, startSha: scene.tip(), criteriaHash, notAfter: Date.now() + 50 * minute });
    const stories = { '1.1': aMemory({ agreement: criteriaHash }) };
    const work = someWork({ head, diffBase: scene.tip() });
    return {
      outcome: settled({ run, head }, { work }),
      ledger: { ...emptyLedger, stories, flights: { [flight.id]: flight } },
    };
  });
}

/** A world in which the pull request of story 1.1 is green and its reviewer has just passed it. */
export function foundReviewed(): Promise<Worked> {
  return foundBegun(async (scene, criteriaHash) => {
    const { run } = scene.world;
    const { number: pullRequest, head: sha } = await scene.pull();
    scene.checked(sha, 'test');
    const place = { run, startSha: sha, diffBase: scene.tip(), criteriaHash };
    const flight = aFlight({ ...place, id: '99-4', role: 'review', notAfter: Date.now() + 50 * minute });
    const head = aHead({ sha, diffBase: scene.tip() });
    const memory = opened({ agreement: criteriaHash, head, pullRequest, handedOver: sha });
    const review = { assignment: flight.id, run, head: null, restatement: null, review: aReview() };
    return {
      outcome: settled(review, { work: null }),
      ledger: { ...emptyLedger, stories: { '1.1': memory }, flights: { [flight.id]: flight } },
    };
  });
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
