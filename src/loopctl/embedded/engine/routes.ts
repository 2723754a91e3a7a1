import { answer } from './answer.ts';
import { listChanges } from './handlers/changes.ts';
import {
  createEpicDependency,
  createStoryDependency,
  listEpicDependencies,
  listStoryDependencies,
  showDependencyGraph,
} from './handlers/dependencies.ts';
import { createEpic, listEpicStories, listEpics, patchEpic, showEpic } from './handlers/epics.ts';
import { exportProject } from './handlers/export.ts';
import { showEpicProgress, showProgress } from './handlers/progress.ts';
import { createProject, listProjects, patchProject, showProject } from './handlers/projects.ts';
import { archiveProject, deleteEpic, deleteEpicDependency, deleteStoryDependency } from './handlers/removing.ts';
import { saveState, showState, showStateHistory } from './handlers/state.ts';
import {
  listArtifacts,
  listBlocked,
  listCriteria,
  listReady,
  listStories,
  listVerifications,
  showHistory,
  showStory,
} from './handlers/stories.ts';
import { createStory, createStoryInEpic, deleteStory, patchStory } from './handlers/story-editing.ts';
import { patchTenant, showTenant } from './handlers/tenant.ts';
import { listUsage } from './handlers/token-usage.ts';
import { importBacklog } from './import/import-backlog.ts';
import { peopleRoutes } from './people-routes.ts';
import {
  agentOrOrchestrator,
  anybody,
  importers,
  onlyAgent,
  onlyOrchestrator,
  orchestrator,
  orchestratorOrUser,
  type Route,
  stateKeepers,
  user,
} from './route.ts';
import { postArtifact } from './transitions/artifacts.ts';
import { backfill } from './transitions/backfill.ts';
import { bulkClaim, bulkReject, bulkVerify, markComplete, verifyAll } from './transitions/bulk.ts';
import { claim } from './transitions/claim.ts';
import { contract } from './transitions/contract.ts';
import { onStory } from './transitions/on-story.ts';
import { recoverCap } from './transitions/recover-cap.ts';
import { reject } from './transitions/reject.ts';
import { report } from './transitions/report.ts';
import { requestReview } from './transitions/request-review.ts';
import { reviewComplete } from './transitions/review-complete.ts';
import { start } from './transitions/start.ts';
import { forceUnclaim, unclaim } from './transitions/unclaim.ts';
import { verify } from './transitions/verify.ts';

/** Calls about projects, stories and how far they are. */
const storyRoutes: readonly Route[] = [
  { method: 'GET', path: '/tenants/me', access: anybody, handle: showTenant },
  { method: 'PATCH', path: '/tenants/me', access: user, handle: patchTenant },

  { method: 'GET', path: '/projects', access: anybody, handle: listProjects },
  { method: 'POST', path: '/projects', access: orchestrator, handle: createProject },
  { method: 'GET', path: '/projects/:id', access: anybody, handle: showProject },
  { method: 'PATCH', path: '/projects/:id', access: orchestrator, handle: patchProject },
  { method: 'PUT', path: '/projects/:id', access: orchestrator, handle: patchProject },
  { method: 'DELETE', path: '/projects/:id', access: user, handle: archiveProject },
  { method: 'POST', path: '/projects/:id/import', access: importers, handle: importBacklog },
  { method: 'GET', path: '/projects/:id/export', access: anybody, handle: exportProject },
  { method: 'GET', path: '/projects/:id/progress', access: anybody, handle: showProgress },
  { method: 'GET', path: '/projects/:id/dependency_graph', access: anybody, handle: showDependencyGraph },
  { method: 'GET', path: '/projects/:id/epics', access: anybody, handle: listEpics },
  { method: 'POST', path: '/projects/:id/epics', access: orchestrator, handle: createEpic },
  { method: 'GET', path: '/projects/:id/epic_dependencies', access: anybody, handle: listEpicDependencies },
  { method: 'POST', path: '/projects/:id/stories', access: orchestrator, handle: createStory },

  { method: 'GET', path: '/epics/:id', access: anybody, handle: showEpic },
  { method: 'PATCH', path: '/epics/:id', access: orchestrator, handle: patchEpic },
  { method: 'DELETE', path: '/epics/:id', access: user, handle: deleteEpic },
  { method: 'GET', path: '/epics/:id/progress', access: anybody, handle: showEpicProgress },
  { method: 'GET', path: '/epics/:id/stories', access: anybody, handle: listEpicStories },
  { method: 'POST', path: '/epics/:id/stories', access: orchestrator, handle: createStoryInEpic },
  { method: 'GET', path: '/epics/:id/story_dependencies', access: anybody, handle: listStoryDependencies },
  { method: 'POST', path: '/epics/:id/verify-all', access: onlyOrchestrator, handle: verifyAll },

  { method: 'POST', path: '/story_dependencies', access: orchestrator, handle: createStoryDependency },
  { method: 'DELETE', path: '/story_dependencies/:id', access: orchestrator, handle: deleteStoryDependency },
  { method: 'POST', path: '/epic_dependencies', access: orchestrator, handle: createEpicDependency },
  { method: 'DELETE', path: '/epic_dependencies/:id', access: orchestrator, handle: deleteEpicDependency },

  { method: 'GET', path: '/stories', access: anybody, handle: listStories },
  { method: 'GET', path: '/stories/ready', access: anybody, handle: listReady },
  { method: 'GET', path: '/stories/blocked', access: anybody, handle: listBlocked },
  { method: 'POST', path: '/stories/bulk/claim', access: onlyAgent, handle: bulkClaim },
  { method: 'POST', path: '/stories/bulk/verify', access: onlyOrchestrator, handle: bulkVerify },
  { method: 'POST', path: '/stories/bulk/reject', access: onlyOrchestrator, handle: bulkReject },
  { method: 'POST', path: '/stories/bulk/mark-complete', access: onlyOrchestrator, handle: markComplete },
  { method: 'GET', path: '/stories/:id', access: anybody, handle: showStory },
  { method: 'PATCH', path: '/stories/:id', access: orchestrator, handle: patchStory },
  { method: 'DELETE', path: '/stories/:id', access: user, handle: deleteStory },
  { method: 'GET', path: '/stories/:id/history', access: anybody, handle: showHistory },
  { method: 'GET', path: '/stories/:id/acceptance_criteria', access: anybody, handle: listCriteria },
  { method: 'GET', path: '/stories/:id/verifications', access: orchestrator, handle: listVerifications },
  { method: 'GET', path: '/stories/:id/artifacts', access: anybody, handle: listArtifacts },
  { method: 'GET', path: '/stories/:id/token-usage', access: anybody, handle: listUsage },

  { method: 'POST', path: '/stories/:id/contract', access: agentOrOrchestrator, handle: onStory(contract) },
  { method: 'POST', path: '/stories/:id/claim', access: onlyAgent, handle: onStory(claim) },
  { method: 'POST', path: '/stories/:id/start', access: onlyAgent, handle: onStory(start) },
  { method: 'POST', path: '/stories/:id/start-work', access: onlyAgent, handle: onStory(start) },
  { method: 'POST', path: '/stories/:id/artifacts', access: agentOrOrchestrator, handle: onStory(postArtifact) },
  { method: 'POST', path: '/stories/:id/request-review', access: onlyAgent, handle: onStory(requestReview) },
  { method: 'POST', path: '/stories/:id/report', access: agentOrOrchestrator, handle: onStory(report) },
  { method: 'POST', path: '/stories/:id/report-done', access: agentOrOrchestrator, handle: onStory(report) },
  { method: 'POST', path: '/stories/:id/review-complete', access: orchestratorOrUser, handle: onStory(reviewComplete) },
  { method: 'POST', path: '/stories/:id/verify', access: onlyOrchestrator, handle: onStory(verify) },
  { method: 'POST', path: '/stories/:id/reject', access: onlyOrchestrator, handle: onStory(reject) },
  { method: 'POST', path: '/stories/:id/unclaim', access: onlyAgent, handle: onStory(unclaim) },
  { method: 'POST', path: '/stories/:id/force-unclaim', access: onlyOrchestrator, handle: onStory(forceUnclaim) },
  { method: 'POST', path: '/stories/:id/backfill', access: orchestrator, handle: onStory(backfill) },
  { method: 'POST', path: '/stories/:id/recover-cap', access: anybody, handle: recoverCap },

  { method: 'GET', path: '/changes', access: anybody, handle: listChanges },

  { method: 'GET', path: '/orchestrator/state/:id', access: stateKeepers, handle: showState },
  { method: 'PUT', path: '/orchestrator/state/:id', access: stateKeepers, handle: saveState },
  { method: 'GET', path: '/orchestrator/state/:id/history', access: stateKeepers, handle: showStateHistory },
];

/** Every call the engine answers; the first that fits is taken. */
export const routes: readonly Route[] = [
  ...storyRoutes,
  ...peopleRoutes,
  {
    method: 'GET',
    path: '/routes',
    access: anybody,
    handle: (db) => answer(db, 200, { count: routes.length, routes: routes.map(describe) }),
  },
];

function describe({ method, path }: Route): Pick<Route, 'method' | 'path'> {
  return { method, path: `/api/v1${path}` };
}
