import { seededDb } from '../../scripts/conformance/loopctl/seed.ts';
import type { Actor } from '../../src/loopctl/embedded/engine/actor.ts';
import type { EngineRequest, EngineResponse } from '../../src/loopctl/embedded/engine/call.ts';
import type { Db } from '../../src/loopctl/embedded/engine/db.ts';
import { identifier } from '../../src/loopctl/embedded/engine/identifier.ts';
import { reduce } from '../../src/loopctl/embedded/engine/reduce.ts';
import type { StoryRow } from '../../src/loopctl/embedded/engine/rows.ts';

/** Who asks, by the names of the recordings. */
const actors: Readonly<Record<string, Actor>> = {
  user: { role: 'user', agentId: null, keyName: 'user' },
  orchestrator: { role: 'orchestrator', agentId: identifier('agent', 'orch-1'), keyName: 'orch' },
  orchestrator_unlinked: { role: 'orchestrator', agentId: null, keyName: 'orch-unlinked' },
  orchestrator_as_impl: { role: 'orchestrator', agentId: identifier('agent', 'impl-1'), keyName: 'orch-as-impl' },
  agent_impl: { role: 'agent', agentId: identifier('agent', 'impl-1'), keyName: 'impl' },
  agent_impl2: { role: 'agent', agentId: identifier('agent', 'impl-2'), keyName: 'impl2' },
  agent_review: { role: 'agent', agentId: identifier('agent', 'review-1'), keyName: 'review' },
  agent_unlinked: { role: 'agent', agentId: null, keyName: 'unlinked' },
};

/** An engine with a clock of its own, ten milliseconds a request. */
export class EngineWorld {
  db: Db;
  #milliseconds: number;

  constructor(start: string) {
    this.#milliseconds = Date.parse(start);
    this.db = seededDb(this.#now());
  }

  request(actor: string, method: EngineRequest['method'], target: string, body?: unknown): EngineResponse {
    const url = new URL(target, 'http://loopctl');
    const known = actors[actor];
    if (known === undefined) {
      throw new Error(`no such key: ${actor}`);
    }
    const query = Object.fromEntries(url.searchParams);
    const reply = reduce(this.db, { method, path: url.pathname, query, body, actor: known }, this.#now());
    this.db = reply.db;
    return reply.response;
  }

  /** Makes a call that must not be refused. */
  step(actor: string, number: string, project: string, call: string, body: unknown = {}): void {
    const story = this.story(number, project);
    const response = this.request(actor, 'POST', `/api/v1/stories/${story.id}/${call}`, body);
    if (response.status >= 400) {
      throw new Error(`${call} of ${number}: ${JSON.stringify(response.body)}`);
    }
  }

  story(number: string, slug: string): StoryRow {
    const projectId = identifier('project', slug);
    const id = this.db.storyNumbers.get(`${projectId}/${number}`) ?? '';
    const story = this.db.epics.get(this.db.storyEpics.get(id) ?? '')?.stories.get(id);
    if (story === undefined) {
      throw new Error(`no story ${number} in ${slug}`);
    }
    return story;
  }

  #now(): string {
    this.#milliseconds += 10;
    return new Date(this.#milliseconds).toISOString().replace('Z', '000Z');
  }
}
