import { ownChecks } from '../../src/core/own-checks.ts';
import { present } from '../../src/render/present.ts';
import type { CheckSurface, PullRequestText, StatusComment, Surface } from '../../src/render/surface.ts';
import { shownOf } from './dashboard.ts';
import { aLedger, approved, noon } from './ledger.ts';
import { aPolicy } from './policy.ts';
import { aPullRequest } from './pull-request.ts';
import type { Scene } from './scene.ts';
import { aSnapshot } from './snapshot.ts';
import { ourStory } from './story.ts';

/** What people are shown of one story in a scene; what is left out is as it is when only the merge is missing. */
export function surfacesOf(scene: Scene = {}): readonly Surface[] {
  const story = scene.story ?? ourStory({ agentStatus: 'reported_done' });
  const pullRequest = scene.pullRequest ?? aPullRequest();
  const { memory = approved(), flight, now = noon } = scene;
  const flights = flight === undefined ? {} : { [flight.id]: flight };
  const ledger = aLedger({ [story.number]: memory }, { flights, ...scene.ledger });
  const world = aSnapshot([story], { pullRequests: [pullRequest], ...scene.world });
  return present(shownOf(world, { ledger, policy: aPolicy(scene.policy), now }));
}

/** One of our checks among them. */
export function checkOf(name: keyof typeof ownChecks, surfaces: readonly Surface[]): CheckSurface | undefined {
  return surfaces.find((surface) => surface.kind === 'check' && surface.name === ownChecks[name]) as
    | CheckSurface
    | undefined;
}

/** The text of its pull request. */
export function textOf(surfaces: readonly Surface[]): PullRequestText | undefined {
  return surfaces.find((surface) => surface.kind === 'pull_request');
}

/** The status comment on a pull request, or on the dashboard. */
export function commentOf(surfaces: readonly Surface[], number = 11): StatusComment | undefined {
  return surfaces.find((surface) => surface.kind === 'comment' && surface.number === number) as
    | StatusComment
    | undefined;
}
