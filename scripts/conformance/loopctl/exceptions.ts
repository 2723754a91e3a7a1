import { isShape } from './compare.ts';
import type { Exchange } from './recording.ts';

/** What the embedded store is not asked for, as a scenario or as calls; each with its reason. */
export interface OutOfScope {
  readonly what: string;
  readonly reason: string;
  readonly scenario?: RegExp;
  /** Of `METHOD path`, or of the exchange's name after it. */
  readonly calls?: RegExp;
}

export const outOfScope: readonly OutOfScope[] = [
  {
    what: 'webhooks',
    scenario: /^11-/,
    calls: /^\S+ \/api\/v1\/webhooks\b/,
    reason: 'The loop is started by GitHub and reads the feed: nobody waits for a delivery.',
  },
  {
    what: 'the audit chain and its witness protocol',
    scenario: /^12-/,
    calls: /^\S+ \/api\/v1\/(audit\/sth|tenants\/[^/]+\/audit_public_key)\b/,
    reason: 'The state branch is a chain of commits already; there is no audit key, as on a tenant without one.',
  },
  {
    what: "the old command line's own words",
    scenario: /^13-/,
    reason: 'These are commands and not requests; `loopctl` of this repository says what it does in its own reference.',
  },
  {
    what: 'superadmins',
    calls: /\bas superadmin$/,
    reason: 'One tenant: whoever runs the store owns it.',
  },
  {
    what: 'cost anomalies, articles and UI tests',
    calls: /^\S+ \/api\/v1\/(cost-anomalies|articles|knowledge|projects\/[^/]+\/ui-tests)\b/,
    reason: 'The loop neither writes nor reads them.',
  },
];

/** What takes the place of a recorded answer where we differ from it. */
interface Instead {
  readonly status: number;
  readonly body: unknown;
}

/** One thing in which the embedded store differs from a server by design. */
export interface Difference {
  readonly key: string;
  /** What a server does. */
  readonly server: string;
  /** What we do instead. */
  readonly here: string;
  readonly reason: string;
  /** The exchanges in which it shows, by `scenario: name`, with what is expected there instead; none was recorded of some. */
  readonly shows: Readonly<Record<string, (recorded: Instead, actual: unknown) => Instead>>;
  /** Whether the ids in these answers are bound anew each time. */
  readonly areIdsPassing?: true;
}

/** At most ten; whatever else differs from a recording is a fault. */
export const listedDifferences: readonly Difference[] = [
  {
    key: 'nothing_halts',
    server:
      'A self-report or self-verification is refused, and the whole tenant is halted until a superadmin clears it.',
    here: 'It is refused with the same code and message, and nothing halts.',
    reason: 'There is no superadmin who could clear a halt, and a refusal has kept the chain of custody already.',
    shows: {},
  },
  {
    key: 'skills_of_one_name',
    server: 'An import of skills fails with 500 while one of them names both a global skill and a project’s own.',
    here: 'It is refused with 422, and the name is told.',
    reason:
      'The 500 is a fault: the server finds two rows where its query expects one. Nothing is imported either way.',
    shows: {
      '08-skills: import while a project-scoped skill has the same name (500)': () => ({
        status: 422,
        body: { error: { message: 'More than one skill has the name loopctl:review', status: 422 } },
      }),
    },
  },
  {
    key: 'keys_use',
    server: 'A key tells when it was last used, an agent when it was last seen.',
    here: 'A key never tells, and an agent was last seen when it registered.',
    reason: 'A read would have to write, and every write is a commit on the state branch.',
    shows: {
      '04-happy-path: api_keys list': ({ status, body }) => ({ status, body: withNever(body, 'last_used_at') }),
    },
  },
  {
    key: 'discovery',
    server: 'It publishes a discovery document, an OpenAPI document, and its 151 routes with a description of each.',
    here: '`GET /routes` lists the routes that are answered here, without descriptions; the documents are not found.',
    reason:
      'Both documents speak of the audit chain and of articles; who lists routes wants to know what can be asked.',
    shows: {
      '01-discovery: well-known': nowhere,
      '01-discovery: well-known conditional GET': nowhere,
      '01-discovery: well-known schema': nowhere,
      '01-discovery: openapi': nowhere,
      '01-discovery: routes (agent)': ({ status, body }, actual) => ({ status, body: onlyKnownRoutes(body, actual) }),
    },
  },
  {
    key: 'rolled_back_ids',
    server: 'A refused import names the cycle by ids of rows that were never kept, others each time.',
    here: 'The ids are the ones that the stories would have had, the same each time.',
    reason: 'Ids are made from numbers, so that what was asked before a lost race can be asked again.',
    areIdsPassing: true,
    shows: {
      '02-projects-import: import cycle refused (fresh)': (recorded) => recorded,
      '02-projects-import: import self dependency': (recorded) => recorded,
      '02-projects-import: import epic cycle': (recorded) => recorded,
    },
  },
  {
    key: 'notes_kept',
    server: 'A merge import that names metadata of a story replaces all of it.',
    here: 'What a backfill noted there stays, and so does what the story went through in another store.',
    reason: 'The backlog is a file that is merged in again and again: it would wipe out where the work was done.',
    shows: {},
  },
  {
    key: 'expired_keys',
    server: 'An expired key of a dispatch keeps its agent from another one until a job of each minute takes it back.',
    here: 'It keeps nobody from anything once it has expired.',
    reason: 'Nothing runs between two requests.',
    shows: {},
  },
  {
    key: 'sums_by_other_things',
    server: 'It tells of each agent which models it mixes, phase by phase, and gives a key a new text (rotation).',
    here: 'What was spent is told by project, epic, story, agent, model, day and version of a skill; a key is taken back and another one made.',
    reason: 'Every report is in those answers, and nobody of the loop asks who mixes models.',
    shows: {},
  },
  {
    key: 'state_history',
    server: 'Every state that was ever saved is in the history of its key and in the feed.',
    here: 'Once the store was written and read again, only the last one is; the others are in the history of the branch.',
    reason: 'A state is saved in each pass, and a feed that holds them all would outgrow the rest.',
    shows: {},
  },
];

/** Bodies that the recorder cut short or left out, as long as they were. */
export const bodiesMadeUp: Readonly<Record<string, () => unknown>> = {
  '01-discovery: body over 2,000,000 bytes': () => `{"name":"${'a'.repeat(2_000_100)}`,
  '07-orchestrator-state: PUT 1.5 MB state': () => ({
    state_key: 'big',
    state_data: { filler: 'x'.repeat(1_500_000) },
    version: 0,
  }),
};

/** Answers of which the recorder kept only some fields. */
export const keptInPart: readonly string[] = [
  '06-reject-reset: stories',
  '06-reject-reset: history',
  '09-backfill-bulk: stories',
];

/** Where a key was handed out that later exchanges are made with; its text is in no recording. */
export const keysHandedOut: Readonly<Record<string, string>> = {
  '04-happy-path: api_keys create (agent role, unlinked)': 'agent_bootstrap',
  '04-happy-path: dispatch create child for the key-less agent': 'dispatch-key(agent impl-3)',
};

/** Why an exchange is out of scope; null when it is to be answered as recorded. */
export function reasonOutOfScope(scenario: string, exchange: Exchange | null): string | null {
  const call = exchange === null ? '' : `${exchange.method} ${exchange.path} ${exchange.name}`;
  return outOfScope.find((entry) => entry.scenario?.test(scenario) || entry.calls?.test(call))?.reason ?? null;
}

function withNever(body: unknown, field: string): unknown {
  if (Array.isArray(body)) {
    return body.map((item) => withNever(item, field));
  }
  return isShape(body)
    ? Object.fromEntries(
        Object.entries(body).map(([key, value]) => [key, key === field ? null : withNever(value, field)]),
      )
    : body;
}

function nowhere(): Instead {
  return { status: 404, body: '<!DOCTYPE html>' };
}

/** Calls that the server answers and leaves out of its own list; of those that replace a row, all. */
const unlisted = /^(GET|POST) \/api\/v1\/(dispatches|stories\/:\/(acceptance_criteria|recover-cap))\b|^PUT /;

/** Of our routes those that the server has too, by its own list. */
function onlyKnownRoutes(body: unknown, actual: unknown): unknown {
  const theirs = new Set(routesOf(body).map(nameOfRoute));
  const routes = routesOf(actual).filter(
    (route) => theirs.has(nameOfRoute(route)) || unlisted.test(nameOfRoute(route)),
  );
  return { count: routes.length, routes };
}

function routesOf(body: unknown): readonly Readonly<Record<string, unknown>>[] {
  const routes = isShape(body) ? body['routes'] : [];
  return Array.isArray(routes) ? routes.filter(isShape) : [];
}

function nameOfRoute(route: Readonly<Record<string, unknown>>): string {
  return `${String(route['method'])} ${String(route['path']).replaceAll(/:\w+/g, ':')}`;
}
