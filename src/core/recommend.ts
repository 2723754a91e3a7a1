import type { Plan } from './decision.ts';
import { countHeldBack } from './held-back.ts';
import { type Ledger, recall } from './ledger.ts';
import { nameSome } from './name-some.ts';
import { attemptsOf, manyAttempts } from './note-tally.ts';
import type { Policy } from './policy.ts';
import { reasons } from './reasons.ts';
import type { Snapshot } from './snapshot.ts';
import { compareStoryNumbers, isDone } from './story.ts';
import { listWaitingForPeople } from './waiting-for-people.ts';

interface RecommendationFacts {
  readonly world: Pick<Snapshot, 'stories' | 'blockers'>;
  readonly plan: Pick<Plan, 'holds' | 'line'>;
  readonly ledger: Ledger;
  readonly policy: Pick<Policy, 'concurrency'>;
}

type Adviser = (facts: RecommendationFacts) => readonly string[];

/** So many stories say something about the project rather than about themselves. */
const telling = 3;
/** Of a backlog that waits as a whole the first few hundred say enough. */
const asked = 200;

/**
 * What would bring the project on most, as figures show it, in the manner of loopctl's status skill: what to answer
 * first, which stories and prompts to look at, where machines or room are short. In our own words and numbers only.
 */
export function recommend(facts: RecommendationFacts): readonly string[] {
  const advisers: readonly Adviser[] = [
    adviseBottlenecks,
    adviseStandstill,
    adviseSharedReasons,
    adviseManyAttempts,
    adviseAverages,
    adviseMachines,
    adviseRoom,
  ];
  return advisers.flatMap((adviser) => adviser(facts));
}

/** Whose answer sets most free. */
function adviseBottlenecks(facts: RecommendationFacts): readonly string[] {
  const heldBack = countHeldBack(facts.world);
  return listWaitingForPeople(facts.plan, facts.ledger)
    .slice(0, asked)
    .map(({ story, hold: { code } }) => ({ story, code, waiting: heldBack(story) }))
    .filter(({ waiting }) => waiting > 0)
    .toSorted((left, right) => right.waiting - left.waiting || compareStoryNumbers(left.story, right.story))
    .slice(0, 3)
    .map(
      ({ story, code, waiting }) =>
        `**Begin with ${story}** (${reasons[code].title}): ${waiting} ${waiting === 1 ? 'story waits' : 'stories wait'} behind it.`,
    );
}

/** Everything that is open waits for people, or for what does. */
function adviseStandstill({ world, plan, ledger }: RecommendationFacts): readonly string[] {
  const open = world.stories.filter((story) => !isDone(story));
  if (open.length === 0 || ledger.paused !== null || Object.keys(ledger.flights).length > 0) return [];
  const isStuck = open.every(({ number }) => {
    const hold = plan.holds.get(number);
    return hold !== undefined && (hold.code === 'blocked' || reasons[hold.code].who === 'person');
  });
  return isStuck
    ? ['**Nothing goes on by itself any more**: every open story waits for a person, or for one that does.']
    : [];
}

/** One remedy for many. */
function adviseSharedReasons({ plan, ledger }: RecommendationFacts): readonly string[] {
  const codes = listWaitingForPeople(plan, ledger).map(({ hold }) => hold.code);
  return [...new Set(codes)].flatMap((code) => {
    const stories = codes.filter((other) => other === code).length;
    if (stories < telling) return [];
    return [
      `**${stories} stories wait for the same reason** (${reasons[code].title}): look for one cause behind them.`,
    ];
  });
}

function adviseManyAttempts({ ledger }: RecommendationFacts): readonly string[] {
  const stories = Object.entries(ledger.stories)
    .filter(([, memory]) => attemptsOf(memory) >= manyAttempts)
    .toSorted(([left], [right]) => compareStoryNumbers(left, right))
    .map(([story]) => `${story} (${attemptsOf(recall(ledger, story))})`);
  if (stories.length === 0) return [];
  return [
    `**${nameSome(stories)} took ${manyAttempts} attempts or more so far**: sharpen the criteria, or split the story; \`retry STORY: …\` tells the next agent what you know.`,
  ];
}

function adviseAverages({ ledger: { tally } }: RecommendationFacts): readonly string[] {
  if (tally.verified < 5) return [];
  const average = tally.attempts / tally.verified;
  const failed = tally.rejections / Math.max(1, tally.verified + tally.rejections);
  return [
    ...(average >= 2
      ? [
          `**A story takes ${average.toFixed(1)} attempts on average**: see that \`verify\` runs what CI runs, and what the skill \`<project>:implement\` tells authors.`,
        ]
      : []),
    ...(failed >= 0.5
      ? [
          `**${Math.round(failed * 100)} % of reviews fail**: read some of them; either the criteria say too little, or the skill \`loopctl:review\` asks too much.`,
        ]
      : []),
  ];
}

function adviseMachines({ ledger }: RecommendationFacts): readonly string[] {
  const failing = Object.entries(ledger.stories).filter(([, { infrastructure }]) => infrastructure.failures > 0);
  const failures = failing.reduce((sum, [, { infrastructure }]) => sum + infrastructure.failures, 0);
  if (failures < telling) return [];
  return [
    `**Machines failed ${failures} times for ${nameSome(failing.map(([story]) => story))}**: look at the runs, the time limits and the runners before granting more.`,
  ];
}

/** Agents are what is short. */
function adviseRoom({ plan, policy: { concurrency } }: RecommendationFacts): readonly string[] {
  const waiting = [...plan.holds.values()].filter(({ code }) => code === 'no_room').length;
  if (waiting < 2 * concurrency) return [];
  return [
    `**${waiting} stories are ready and ${concurrency} ${concurrency === 1 ? 'agent' : 'agents'} may work at once**: raise \`concurrency\` if runners and budget allow it.`,
  ];
}
