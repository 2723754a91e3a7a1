import type { Command } from '../command.ts';
import { findStoryId } from '../find.ts';
import { isGiven, readCount, readText } from '../given.ts';
import { asFields } from '../print/view.ts';
import { askDocument, listOf } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { notForAgents } from './agent-story.ts';

const roles = ['agent', 'orchestrator', 'user'];

export const mintDispatch: Command = {
  name: 'dispatch',
  what: 'Makes a key that ends by itself. It is shown once, and is kept nowhere.',
  operands: [],
  flags: {
    role: { what: `${roles.join(', ')}`, value: 'ROLE', required: true },
    agent: { what: 'the agent whose key it is, by id; it must have none of that role', value: 'ID' },
    story: { what: 'the story that it is for; loopctl only notes it', value: 'STORY' },
    parent: { what: 'the dispatch that it comes from, by id', value: 'ID' },
    seconds: { what: 'how long it is good for: 60 to 14400; default: an hour', value: 'N' },
  },
  usually: 'orchestrator',
  view: asFields,
  toAgent: notForAgents,
  run: async (session, given) => {
    const role = readText(given, 'role') ?? '';
    if (!roles.includes(role)) throw new UsageError(`--role must be one of ${roles.join(', ')}.`);
    const [agent, parent] = [readText(given, 'agent'), readText(given, 'parent')];
    const [story, seconds] = [readText(given, 'story'), readCount(given, 'seconds')];
    const body = {
      role,
      ...(agent === null ? {} : { agent_id: agent }),
      ...(story === null ? {} : { story_id: await findStoryId(session, story) }),
      ...(parent === null ? {} : { parent_dispatch_id: parent }),
      ...(seconds === null ? {} : { expires_in_seconds: seconds }),
    };
    return await askDocument(session, { method: 'POST', path: '/api/v1/dispatches', body });
  },
};

export const listDispatches: Command = {
  name: 'dispatch list',
  what: 'The dispatches that were made.',
  operands: [],
  flags: { active: { what: 'only those whose key is still good' } },
  usually: 'orchestrator',
  view: {
    kind: 'rows',
    columns: [
      { title: 'id', path: 'id' },
      { title: 'role', path: 'role' },
      { title: 'agent', path: 'agent_id' },
      { title: 'until', path: 'expires_at' },
    ],
    none: 'There are none.',
  },
  toAgent: notForAgents,
  run: async (session, given) => {
    const query: Readonly<Record<string, string>> = isGiven(given, 'active') ? { active_only: 'true' } : {};
    const { data } = await askDocument(session, { method: 'GET', path: '/api/v1/dispatches', query });
    return listOf(Array.isArray(data) ? data : []);
  },
};
