export const id = 769;
export const ids = [769];
export const modules = {

/***/ 8181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ importPayload),
  L: () => (/* binding */ parseBacklog)
});

// EXTERNAL MODULE: ./build/core/backlog-cycles.js
var backlog_cycles = __webpack_require__(8477);
;// CONCATENATED MODULE: ./build/core/backlog-graph.js

/** Circles told at most; a backlog with more is mended in steps. */
const most = 20;
/**
 * The circles in which stories, or epics, wait for each other; then those that only arise when every story of an epic
 * waits for every story of the epics it depends on.
 */
function problemsOfGraph(parts) {
    const storyEdges = parts.storyDependencies.map(({ path, part }) => ({ path, from: part.story, to: part.dependsOn }));
    const epicEdges = parts.epicDependencies.map(({ path, part }) => ({
        path,
        from: String(part.epic),
        to: String(part.dependsOn),
    }));
    const stories = circles(storyEdges.filter(isNoLoop));
    const epics = circles(epicEdges.filter(isNoLoop));
    return [
        ...stories.found.map(({ path, nodes }) => ({
            kind: 'story_cycle',
            path,
            message: told('stories', nodes),
        })),
        ...epics.found.map(({ path, nodes }) => ({ kind: 'epic_cycle', path, message: told('epics', nodes) })),
        ...mixedCircles(parts, stories.rest, epics.rest),
    ];
}
/** The circles among edges, each at the place of the edge that closes it, and the edges without those. */
function circles(edges) {
    const closing = new Map();
    for (const nodes of (0,backlog_cycles/* cyclesOf */.J)((0,backlog_cycles/* edgesOf */.q)(edges.map(({ from, to }) => [from, to])))) {
        closing.set(nameOf(nodes.at(-2), nodes.at(-1)), nodes);
    }
    const closes = ({ from, to }) => closing.has(nameOf(from, to));
    const found = edges
        .filter(closes)
        .map(({ path, from, to }) => ({ path, nodes: closing.get(nameOf(from, to)) ?? [] }));
    return { found: found.slice(0, most), rest: edges.filter((edge) => !closes(edge)) };
}
/**
 * A story waits at the door of its epic; the door leads to all stories of each epic that it depends on. What is left of
 * the edges has no circle of stories alone or epics alone, so every one found here needs both.
 */
function mixedCircles(parts, stories, epics) {
    const members = parts.stories.map(({ part }) => ({ story: part.number, epic: String(part.epic) }));
    const pairs = [
        ...stories.map(({ from, to }) => [story(from), story(to)]),
        ...members.map((member) => [story(member.story), door(member.epic)]),
        ...epics.map(({ from, to }) => [door(from), backlog_graph_all(to)]),
        ...members.map((member) => [backlog_graph_all(member.epic), story(member.story)]),
    ];
    const places = new Map(epics.map((edge) => [nameOf(edge.from, edge.to), edge.path]));
    const problems = [];
    for (const nodes of (0,backlog_cycles/* cyclesOf */.J)((0,backlog_cycles/* edgesOf */.q)(pairs))) {
        const path = pathOf(nodes, places);
        if (problems.length < most && !problems.some((problem) => problem.path === path)) {
            problems.push({ kind: 'mixed_cycle', path, message: toldMixed(nodes) });
        }
    }
    return problems;
}
function pathOf(nodes, places) {
    const paths = nodes.flatMap((node, index) => places.get(nameOf(bare(node), bare(nodes[index + 1] ?? ''))) ?? []);
    return paths[0] ?? 'epic_dependencies';
}
function told(what, nodes) {
    return `${what} wait for each other: ${nodes.join(' → ')}`;
}
/** `1.1 → (epic 1 → epic 2) → 2.3 → 1.1`, beginning with a story. */
function toldMixed(nodes) {
    const ring = nodes.slice(1);
    const first = ring.findIndex((node) => node.startsWith('story '));
    const turned = [...ring.slice(first), ...ring.slice(0, first), ring[first] ?? ''];
    const words = turned.flatMap((node, index) => {
        if (node.startsWith('story ')) {
            return [bare(node)];
        }
        return node.startsWith('door ') ? [`(epic ${bare(node)} → epic ${bare(turned[index + 1] ?? '')})`] : [];
    });
    return `stories and epics wait for each other: ${words.join(' → ')}`;
}
function isNoLoop({ from, to }) {
    return from !== to;
}
function story(number) {
    return `story ${number}`;
}
function door(epic) {
    return `door ${epic}`;
}
function backlog_graph_all(epic) {
    return `all ${epic}`;
}
function bare(node) {
    return node.slice(node.indexOf(' ') + 1);
}
function nameOf(from, to) {
    return `${from} → ${to}`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
;// CONCATENATED MODULE: ./build/core/backlog-reading.js

const numberForm = /^(0|[1-9]\d{0,3})(\.(0|[1-9]\d{0,3}))?$/;
const numberHint = 'must be a story number: "major" or "major.minor", each below 10000, as text';
const storyNumber = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* int */.Whr()], { error: numberHint })
    .transform(String)
    .refine((text) => numberForm.test(text), { error: numberHint });
const epicNumber = schemas/* int */.Whr({ error: 'must be a whole number above 0' })
    .min(1, { error: 'must be a whole number above 0' });
const title = schemas/* string */.YjP({ error: 'must be a text that is not blank' }).refine((text) => text.trim() !== '', {
    error: 'must be a text that is not blank',
});
const backlog_reading_text = schemas/* string */.YjP({ error: 'must be a text' }).nullish();
const metadata = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J(), { error: 'must be an object' }).nullish();
const listSchema = (what) => schemas/* array */.YOg(schemas/* unknown */.L5J(), { error: `must be a list of ${what}` }).default([]);
const fileSchema = schemas/* object */.Ikc({
    epics: schemas/* array */.YOg(schemas/* unknown */.L5J(), { error: 'must be there: a list of epics' }),
    story_dependencies: listSchema('dependencies'),
    epic_dependencies: listSchema('dependencies'),
}, { error: "must be an object in loopctl's import format" });
const epicSchema = schemas/* object */.Ikc({
    number: epicNumber,
    title,
    description: backlog_reading_text,
    phase: backlog_reading_text,
    position: schemas/* int */.Whr({ error: 'must be a whole number' }).nullish(),
    metadata,
    stories: listSchema('stories'),
}, { error: 'must be an object' });
const criterionSchema = schemas/* object */.Ikc({ id: backlog_reading_text, description: backlog_reading_text, criterion: backlog_reading_text }, { error: 'must be an object with `description` and, if you like, `id`' })
    .refine((criterion) => (criterion.description ?? criterion.criterion ?? '').trim() !== '', {
    error: 'must have a `description` that is not blank',
});
const storySchema = schemas/* object */.Ikc({
    number: storyNumber,
    title,
    description: backlog_reading_text,
    acceptance_criteria: schemas/* array */.YOg(criterionSchema, { error: 'must be a list of criteria' }).nullish(),
    estimated_hours: schemas/* number */.aig({ error: 'must be a number of hours' })
        .nonnegative({ error: 'must not be negative' })
        .nullish(),
    metadata,
    depends_on: schemas/* undefined */.Vxk({ error: 'loopctl does not read dependencies here; list them in `story_dependencies`' })
        .optional(),
}, { error: 'must be an object' });
const storyEdgeSchema = schemas/* object */.Ikc({ story: storyNumber, depends_on: storyNumber }, { error: 'must be an object with `story` and `depends_on`' });
const epicEdgeSchema = schemas/* object */.Ikc({ epic: epicNumber, depends_on: epicNumber }, { error: 'must be an object with `epic` and `depends_on`' });
/** Reads what can be read of a backlog, entry by entry, and says of each other entry what is wrong with it. */
function readBacklog(value) {
    const problems = [];
    const halfRead = new Set();
    const readEntry = (schema, entry, path) => {
        const parsed = schema.safeParse(entry);
        if (parsed.success) {
            return parsed.data;
        }
        problems.push(...parsed.error.issues.map((issue) => toProblem(issue, path)));
        halfRead.add(numberOf(entry));
        return null;
    };
    const file = readEntry(fileSchema, value, '');
    const epics = [];
    const stories = [];
    for (const [index, entry] of (file?.epics ?? []).entries()) {
        const path = `epics[${index}]`;
        const epic = readEntry(epicSchema, entry, path);
        if (epic !== null) {
            epics.push({ path, part: toEpic(epic) });
        }
        for (const [place, inner] of storiesIn(entry).entries()) {
            const storyPath = `${path}.stories[${place}]`;
            const story = readEntry(storySchema, inner, storyPath);
            if (story !== null) {
                stories.push({ path: storyPath, part: { ...toStory(story), epic: epic?.number ?? 0 } });
            }
        }
    }
    const readEdges = (schema, list, entries) => entries.flatMap((entry, index) => {
        const part = readEntry(schema, entry, `${list}[${index}]`);
        return part === null ? [] : [{ path: `${list}[${index}]`, part }];
    });
    return {
        epics,
        stories,
        storyDependencies: readEdges(storyEdgeSchema, 'story_dependencies', file?.story_dependencies ?? []).map(({ path, part }) => ({ path, part: { story: part.story, dependsOn: part.depends_on } })),
        epicDependencies: readEdges(epicEdgeSchema, 'epic_dependencies', file?.epic_dependencies ?? []).map(({ path, part }) => ({ path, part: { epic: part.epic, dependsOn: part.depends_on } })),
        halfRead,
        problems,
    };
}
/** The stories of an epic, also of one that is faulty itself. */
function storiesIn(epic) {
    const parsed = schemas/* looseObject */._H3({ stories: schemas/* array */.YOg(schemas/* unknown */.L5J()) }).safeParse(epic);
    return parsed.success ? parsed.data.stories : [];
}
function numberOf(entry) {
    const parsed = schemas/* looseObject */._H3({ number: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]) }).safeParse(entry);
    return parsed.success ? String(parsed.data.number) : '';
}
function toProblem(issue, prefix) {
    const path = issue.path.reduce((before, key) => joined(before, key), prefix);
    return { kind: kindOf(issue.path.at(-1), prefix), path: path === '' ? '(top)' : path, message: issue.message };
}
function joined(before, key) {
    if (typeof key === 'number') {
        return `${before}[${key}]`;
    }
    return before === '' ? String(key) : `${before}.${String(key)}`;
}
function kindOf(key, entry) {
    switch (key) {
        case 'number':
        case 'story':
        case 'epic':
            return 'malformed_number';
        case 'depends_on':
            return entry.includes('dependencies') ? 'malformed_number' : 'malformed';
        case 'title':
            return 'empty_title';
        default:
            return 'malformed';
    }
}
function toEpic(epic) {
    return {
        number: epic.number,
        title: epic.title,
        description: epic.description ?? null,
        phase: epic.phase ?? null,
        position: epic.position ?? null,
        metadata: epic.metadata ?? null,
    };
}
function toStory(story) {
    return {
        number: story.number,
        title: story.title,
        description: story.description ?? null,
        criteria: (story.acceptance_criteria ?? []).map((criterion, index) => ({
            id: criterion.id?.trim() || `AC-${index + 1}`,
            text: criterion.description ?? criterion.criterion ?? '',
        })),
        estimatedHours: story.estimated_hours ?? null,
        metadata: story.metadata ?? null,
    };
}

;// CONCATENATED MODULE: ./build/core/backlog-references.js
/** What is wrong between the parts: numbers used twice, stories without criteria, dependencies that lead nowhere. */
function problemsOfReferences(parts) {
    const epics = parts.epics.map(({ path, part }) => ({ path, part: String(part.number) }));
    const stories = parts.stories.map(({ path, part }) => ({ path, part: part.number }));
    const storyEdges = parts.storyDependencies.map(({ path, part }) => ({ path, from: part.story, to: part.dependsOn }));
    const epicEdges = parts.epicDependencies.map(({ path, part }) => ({
        path,
        from: String(part.epic),
        to: String(part.dependsOn),
    }));
    return [
        ...duplicates(epics, 'duplicate_epic', 'epic'),
        ...duplicates(stories, 'duplicate_story', 'story'),
        ...parts.stories.flatMap(({ path, part }) => missingCriteria(path, part.number, part.criteria)),
        ...brokenEdges(storyEdges, new Set([...stories.map(({ part }) => part), ...parts.halfRead]), 'story'),
        ...brokenEdges(epicEdges, new Set([...epics.map(({ part }) => part), ...parts.halfRead]), 'epic'),
    ];
}
function duplicates(numbers, kind, what) {
    const first = new Map();
    return numbers.flatMap(({ path, part: number }) => {
        const before = first.get(number);
        first.set(number, before ?? path);
        const message = `${what} ${number} is there already, at ${before}`;
        return before === undefined ? [] : [{ kind, path: `${path}.number`, message }];
    });
}
function missingCriteria(path, number, criteria) {
    if (criteria.length === 0) {
        const message = `story ${number} has no acceptance criteria; nobody can be held to a story without`;
        return [{ kind: 'no_criteria', path: `${path}.acceptance_criteria`, message }];
    }
    return criteria.flatMap(({ id }, index) => criteria.findIndex((other) => other.id === id) === index
        ? []
        : [
            {
                kind: 'malformed',
                path: `${path}.acceptance_criteria[${index}].id`,
                message: `criterion ${id} of story ${number} is there already`,
            },
        ]);
}
function brokenEdges(edges, known, what) {
    return edges.flatMap(({ path, from, to }) => {
        const unknown = [
            { key: what, number: from },
            { key: 'depends_on', number: to },
        ].filter(({ number }) => !known.has(number));
        const problems = unknown.map(({ key, number }) => ({
            kind: 'unknown_reference',
            path: `${path}.${key}`,
            message: `there is no ${what} ${number}`,
        }));
        return from === to
            ? [...problems, { kind: 'self_dependency', path, message: `${what} ${from} depends on itself` }]
            : problems;
    });
}

;// CONCATENATED MODULE: ./build/core/backlog.js



/**
 * Reads a backlog in loopctl's import format, or says everything that is wrong with it, by name and path. What the
 * server would let pass is refused here too: circles of epics, also those that arise only together with stories.
 */
function parseBacklog(value) {
    const parts = readBacklog(value);
    const problems = [...parts.problems, ...problemsOfReferences(parts), ...problemsOfGraph(parts)];
    return problems.length === 0 ? { kind: 'backlog', backlog: assemble(parts) } : { kind: 'problems', problems };
}
/** The import call's body for a backlog; what the file leaves out is left out, so that a merge keeps what is stored. */
function importPayload(backlog) {
    return {
        epics: backlog.epics.map(epicPayload),
        story_dependencies: backlog.storyDependencies.map(({ story, dependsOn }) => ({ story, depends_on: dependsOn })),
        epic_dependencies: backlog.epicDependencies.map(({ epic, dependsOn }) => ({ epic, depends_on: dependsOn })),
    };
}
function assemble(parts) {
    const stories = new Map(parts.epics.map(({ part }) => [part.number, []]));
    for (const { part } of parts.stories) {
        const { epic, ...story } = part;
        stories.get(epic)?.push(story);
    }
    return {
        epics: parts.epics.map(({ part }) => ({ ...part, stories: stories.get(part.number) ?? [] })),
        storyDependencies: parts.storyDependencies.map(({ part }) => part),
        epicDependencies: parts.epicDependencies.map(({ part }) => part),
    };
}
function epicPayload(epic) {
    return {
        number: epic.number,
        title: epic.title,
        ...(epic.description === null ? {} : { description: epic.description }),
        ...(epic.phase === null ? {} : { phase: epic.phase }),
        ...(epic.position === null ? {} : { position: epic.position }),
        ...(epic.metadata === null ? {} : { metadata: epic.metadata }),
        stories: epic.stories.map(storyPayload),
    };
}
function storyPayload(story) {
    return {
        number: story.number,
        title: story.title,
        ...(story.description === null ? {} : { description: story.description }),
        acceptance_criteria: story.criteria.map(({ id, text }) => ({ id, description: text })),
        ...(story.estimatedHours === null ? {} : { estimated_hours: story.estimatedHours }),
        ...(story.metadata === null ? {} : { metadata: story.metadata }),
    };
}


/***/ }),

/***/ 1769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ gatherDoctorFacts)
});

// EXTERNAL MODULE: ./build/config/parse-config.js + 5 modules
var parse_config = __webpack_require__(3263);
// EXTERNAL MODULE: ./build/config/policy.js
var policy = __webpack_require__(8389);
// EXTERNAL MODULE: ./build/config/problem.js
var problem = __webpack_require__(8308);
// EXTERNAL MODULE: ./build/core/backlog.js + 3 modules
var backlog = __webpack_require__(8181);
// EXTERNAL MODULE: ./build/core/rehearsal.js
var rehearsal = __webpack_require__(4789);
// EXTERNAL MODULE: ./build/core/view.js
var view = __webpack_require__(6761);
// EXTERNAL MODULE: ./build/github/look.js
var look = __webpack_require__(803);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/github/parse-answer.js
var parse_answer = __webpack_require__(812);
// EXTERNAL MODULE: ./build/github/read-pages.js
var read_pages = __webpack_require__(5465);
;// CONCATENATED MODULE: ./build/github/read-actions-settings.js



const settingsRoute = 'GET /repos/{owner}/{repo}/actions/permissions/workflow';
const settingsSchema = schemas/* object */.Ikc({
    default_workflow_permissions: schemas/* enum */.k5n(['read', 'write']),
    can_approve_pull_request_reviews: schemas/* boolean */.zMY(),
});
const runnersSchema = schemas/* object */.Ikc({
    runners: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), labels: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })), ephemeral: schemas/* boolean */.zMY().optional() })),
});
const workflowSchema = schemas/* object */.Ikc({ state: schemas/* string */.YjP() });
const runsSchema = schemas/* object */.Ikc({
    workflow_runs: schemas/* array */.YOg(schemas/* object */.Ikc({ head_branch: schemas/* string */.YjP().nullable(), conclusion: schemas/* string */.YjP().nullable(), created_at: schemas/* string */.YjP() })),
});
/** What a job's token may do where no workflow says it. */
async function readDefaultPermissions(github) {
    return (await readSettings(github)).default_workflow_permissions;
}
/** Whether GitHub Actions may create and approve pull requests: one setting for both. */
async function readActionsMayApprove(github) {
    return (await readSettings(github)).can_approve_pull_request_reviews;
}
async function readSettings(github) {
    return (0,parse_answer/* parseAnswer */.W)(settingsSchema, (await github.request(settingsRoute, {})).data, settingsRoute);
}
/** The repository's own runners. */
function readRunners(github) {
    const route = 'GET /repos/{owner}/{repo}/actions/runners';
    return (0,read_pages/* readPages */.n)(github, route, {}, (data) => (0,parse_answer/* parseAnswer */.W)(runnersSchema, data, route).runners.map(({ name, labels, ephemeral }) => ({
        name,
        labels: labels.map((label) => label.name),
        isEphemeral: ephemeral === true,
    })));
}
/** Whether a workflow is switched on, and when its schedule fired last; null where GitHub knows none of that file. */
async function readScheduledWorkflow(github, file) {
    const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}';
    const answer = await github.request(route, { workflow_id: file }, [404]);
    if (answer.status === 404)
        return null;
    const { state } = (0,parse_answer/* parseAnswer */.W)(workflowSchema, answer.data, route);
    const runsRoute = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
    const runs = await github.request(runsRoute, { workflow_id: file, event: 'schedule', per_page: 1 });
    const [last] = (0,parse_answer/* parseAnswer */.W)(runsSchema, runs.data, runsRoute).workflow_runs;
    return { state, lastScheduled: last === undefined ? null : Date.parse(last.created_at) };
}
/** The newest runs for pull requests whose branch has one of these prefixes. */
async function readAgentRuns(github, prefixes) {
    const route = 'GET /repos/{owner}/{repo}/actions/runs';
    const answer = await github.request(route, { event: 'pull_request', per_page: 100 });
    return (0,parse_answer/* parseAnswer */.W)(runsSchema, answer.data, route)
        .workflow_runs.filter(({ head_branch: branch }) => prefixes.some((prefix) => branch?.startsWith(prefix) === true))
        .map(({ conclusion, created_at }) => ({ conclusion, at: Date.parse(created_at) }));
}

;// CONCATENATED MODULE: ./build/github/read-app.js


const appSchema = schemas/* object */.Ikc({ id: schemas/* number */.aig(), slug: schemas/* string */.YjP(), permissions: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()) })
    .nullable();
/** What an App is, and what it asks for; null where there is none that this token may see. */
async function readApp(github, slug) {
    const route = 'GET /apps/{app_slug}';
    const answer = await github.request(route, { app_slug: slug }, [404]);
    return answer.status === 404 ? null : (0,parse_answer/* parseAnswer */.W)(appSchema, answer.data, route);
}

// EXTERNAL MODULE: ./build/github/read-branch-protection.js
var read_branch_protection = __webpack_require__(6013);
;// CONCATENATED MODULE: ./build/github/read-secret-names.js



const secretsSchema = schemas/* object */.Ikc({ secrets: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })) });
/** The names of secrets; their values GitHub tells nobody. */
function readSecretNames(github, route, parameters = {}) {
    return (0,read_pages/* readPages */.n)(github, route, parameters, (data) => (0,parse_answer/* parseAnswer */.W)(secretsSchema, data, route).secrets.map(({ name }) => name));
}
/** The names of the secrets that every workflow of the repository can read, the organisation's among them. */
async function readRepositorySecrets(github) {
    const lists = await Promise.all([
        readSecretNames(github, 'GET /repos/{owner}/{repo}/actions/secrets'),
        readOrganisationSecrets(github),
    ]);
    return [...new Set(lists.flat())];
}
/** None where the repository belongs to a person: GitHub need not know such a list there. */
async function readOrganisationSecrets(github) {
    const route = 'GET /repos/{owner}/{repo}/actions/organization-secrets';
    const answer = await github.request(route, { per_page: 1 }, [404]);
    return answer.status === 404 ? [] : readSecretNames(github, route);
}

;// CONCATENATED MODULE: ./build/github/read-environment.js




const environmentSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    deployment_branch_policy: schemas/* object */.Ikc({ protected_branches: schemas/* boolean */.zMY(), custom_branch_policies: schemas/* boolean */.zMY() })
        .nullish(),
});
const policiesSchema = schemas/* object */.Ikc({ branch_policies: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP().optional() })) });
const administrator = 'Run `npx . doctor` as an administrator of the repository.';
/** An environment: whom it lets in, and what its secrets are called; null where there is none of that name. */
async function readEnvironment(github, name) {
    const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}';
    const answer = await github.request(route, { environment_name: name }, [404]);
    if (answer.status === 404)
        return null;
    const { deployment_branch_policy: policy } = (0,parse_answer/* parseAnswer */.W)(environmentSchema, answer.data, route);
    const secrets = (0,look/* look */.O)(administrator, () => readSecretNames(github, 'GET /repos/{owner}/{repo}/environments/{environment_name}/secrets', {
        environment_name: name,
    }));
    if (policy === null || policy === undefined)
        return { name, policy: { kind: 'none' }, secrets: await secrets };
    if (policy.protected_branches)
        return { name, policy: { kind: 'protected_branches' }, secrets: await secrets };
    const patterns = await (0,look/* look */.O)(administrator, () => readPatterns(github, name));
    return { name, policy: { kind: 'patterns', patterns }, secrets: await secrets };
}
async function readPatterns(github, name) {
    const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies';
    const answer = await github.request(route, { environment_name: name, per_page: 100 });
    return (0,parse_answer/* parseAnswer */.W)(policiesSchema, answer.data, route).branch_policies.map((policy) => policy.name ?? '');
}

// EXTERNAL MODULE: ./build/core/checks.js
var checks = __webpack_require__(4813);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/bot-login.js
var bot_login = __webpack_require__(5508);
// EXTERNAL MODULE: ./build/github/documents.js
var documents = __webpack_require__(7856);
;// CONCATENATED MODULE: ./build/github/read-overview.js






const folder = '.github/workflows';
const fileSchema = schemas/* object */.Ikc({ text: schemas/* string */.YjP().nullish(), isTruncated: schemas/* boolean */.zMY().optional() })
    .nullable()
    .transform((blob) => {
    if (blob === null)
        return null;
    const { text, isTruncated } = blob;
    return typeof text === 'string' && isTruncated === false ? { kind: 'text', text } : { kind: 'not_shown' };
});
const overviewSchema = schemas/* object */.Ikc({
    viewer: schemas/* object */.Ikc({ login: schemas/* string */.YjP(), resourcePath: schemas/* string */.YjP() }),
    repository: schemas/* object */.Ikc({
        visibility: schemas/* enum */.k5n(['PUBLIC', 'PRIVATE', 'INTERNAL']),
        mergeCommitAllowed: schemas/* boolean */.zMY(),
        squashMergeAllowed: schemas/* boolean */.zMY(),
        rebaseMergeAllowed: schemas/* boolean */.zMY(),
        defaultBranchRef: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }).nullable(),
        config: fileSchema,
        workflows: schemas/* object */.Ikc({ entries: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), object: fileSchema })).nullish() })
            .nullable(),
    })
        .nullable(),
});
/** Who asks, and what the default branch says of the loop, in one request. */
async function readOverview(github, config) {
    const variables = { config: `HEAD:${config}`, workflows: `HEAD:${folder}` };
    const answer = await github.graphql(documents/* overviewDocument */.Ps, variables);
    const { viewer, repository } = (0,parse_answer/* parseAnswer */.W)(overviewSchema, answer, 'the query for an overview');
    const branch = repository?.defaultBranchRef ?? null;
    if (repository === null || branch === null) {
        throw new errors/* ConfigurationError */.j(`${github.owner}/${github.repo} cannot be seen with this token, or is empty`, {
            remedy: 'Name a repository that you can read, or install the App on it; push a first commit.',
        });
    }
    const { mergeCommitAllowed: merge, squashMergeAllowed: squash, rebaseMergeAllowed: rebase } = repository;
    const methods = Object.entries({ merge, squash, rebase });
    return {
        asker: toAsker(viewer),
        visibility: repository.visibility.toLowerCase(),
        mergeMethods: methods.flatMap(([method, isAllowed]) => (isAllowed ? [method] : [])),
        defaultBranch: branch.name,
        config: repository.config,
        workflows: (repository.workflows?.entries ?? []).flatMap(({ name, object }) => object !== null && /\.ya?ml$/.test(name) ? [{ path: `${folder}/${name}`, file: object }] : []),
    };
}
/** A file of the default branch; null where there is none. */
async function readFile(github, path) {
    const schema = schemas/* object */.Ikc({ repository: schemas/* object */.Ikc({ file: fileSchema }) });
    const answer = await github.graphql(documents/* fileDocument */.MI, { file: `HEAD:${path}` });
    return (0,parse_answer/* parseAnswer */.W)(schema, answer, `the query for ${path}`).repository.file;
}
/** An App is told by its page, and in some answers by the end of its name. */
function toAsker({ login, resourcePath }) {
    const name = (0,bot_login/* withoutSuffix */.a)(login);
    if (name === checks/* actionsSlug */.XU)
        return { login: name, kind: 'github_actions' };
    const isApp = name !== login || resourcePath.startsWith('/apps/');
    return { login: name, kind: isApp ? 'app' : 'person' };
}

// EXTERNAL MODULE: ./build/github/workflow-file.js
var workflow_file = __webpack_require__(7148);
;// CONCATENATED MODULE: ./build/github/read-reporters.js




const contextSchema = schemas/* discriminatedUnion */.gMt('__typename', [
    schemas/* object */.Ikc({
        __typename: schemas/* literal */.euz('CheckRun'),
        name: schemas/* string */.YjP(),
        checkSuite: schemas/* object */.Ikc({
            app: schemas/* object */.Ikc({ databaseId: schemas/* number */.aig().nullable() }).nullable(),
            workflowRun: schemas/* object */.Ikc({ workflow: schemas/* object */.Ikc({ resourcePath: schemas/* string */.YjP() }) }).nullable(),
        }),
    }),
    schemas/* object */.Ikc({ __typename: schemas/* literal */.euz('StatusContext'), context: schemas/* string */.YjP() }),
]);
const commitSchema = schemas/* object */.Ikc({
    committedDate: schemas/* string */.YjP(),
    statusCheckRollup: schemas/* object */.Ikc({ contexts: schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(contextSchema) }) }).nullable(),
});
const reportersSchema = schemas/* object */.Ikc({
    repository: schemas/* object */.Ikc({
        ref: schemas/* object */.Ikc({ target: schemas/* object */.Ikc({ history: schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(commitSchema) }) }) }).nullable(),
        pullRequests: schemas/* object */.Ikc({
            nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ commits: schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ commit: commitSchema })) }) })),
        }),
    }),
});
/** What was reported on the newest commits of the base, and on the heads of the newest pull requests into it. */
async function readReporters(github, base) {
    const answer = await github.graphql(documents/* reportersDocument */.Qv, { base, baseRef: `refs/heads/${base}` });
    const { repository } = (0,parse_answer/* parseAnswer */.W)(reportersSchema, answer, 'the query for reported checks');
    return {
        base: (repository.ref?.target.history.nodes ?? []).map(toCommit),
        heads: repository.pullRequests.nodes.flatMap(({ commits }) => commits.nodes.map(({ commit }) => toCommit(commit))),
    };
}
function toCommit({ committedDate, statusCheckRollup }) {
    return { at: Date.parse(committedDate), checks: (statusCheckRollup?.contexts.nodes ?? []).map(toCheck) };
}
function toCheck(context) {
    if (context.__typename === 'StatusContext')
        return { name: context.context, appId: null, workflow: null };
    const { app, workflowRun } = context.checkSuite;
    return {
        name: context.name,
        appId: app?.databaseId ?? null,
        workflow: (0,workflow_file/* workflowFileOf */.h)(workflowRun),
    };
}

// EXTERNAL MODULE: ./build/loopctl/embedded/embedded-identities.js
var embedded_identities = __webpack_require__(5776);
// EXTERNAL MODULE: ./build/waits.js
var waits = __webpack_require__(7290);
// EXTERNAL MODULE: ./build/loopctl/client.js + 12 modules
var client = __webpack_require__(7956);
// EXTERNAL MODULE: ./build/loopctl/http/http-transport.js + 8 modules
var http_transport = __webpack_require__(3986);
// EXTERNAL MODULE: ./build/loopctl/http/learn-identities.js
var learn_identities = __webpack_require__(9622);
// EXTERNAL MODULE: ./build/loopctl/http/server.js
var server = __webpack_require__(986);
// EXTERNAL MODULE: ./build/loopctl/loopctl-error.js
var loopctl_error = __webpack_require__(8324);
;// CONCATENATED MODULE: ./build/doctor/server/gather-server.js






const another = 'Make a key of the right role for it, linked to an agent of its own, and store it anew.';
const unreached = 'Look whether the server is up, and whether `loopctl-url` is its address, without `/api/v1`.';
/** Looks at a loopctl server, at the project there and at the three keys; what is called has no effect there. */
async function gatherServer(server, project, waits) {
    const transport = (0,http_transport/* createHttpTransport */.S)(server, waits, () => Promise.reject(new Error('the doctor makes nobody known to loopctl')));
    const loopctl = (0,client/* createLoopctl */.y)(transport);
    try {
        const orchestrator = await judge('orchestrator', async () => void (await loopctl.tenant()));
        // A halted tenant answers nobody, and without this key nothing else can be read.
        if (orchestrator.kind === 'bad')
            return downBy(orchestrator);
        const found = project === null ? null : await loopctl.findProject(project);
        return {
            kind: 'up',
            url: server.url,
            project: await lookAtProject(project, found, loopctl),
            keys: await judgeKeys(server, found, { loopctl, transport }),
            hasAuditKey: await findAuditKey(transport, (await loopctl.tenant()).id),
        };
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.H)
            return downBy({ because: error.message, remedy: unreached });
        throw error;
    }
}
function downBy({ because, remedy }) {
    return { kind: 'down', because, remedy };
}
async function lookAtProject(name, found, loopctl) {
    if (name === null)
        return { kind: 'not_named' };
    if (found === null)
        return { kind: 'missing', name };
    const stories = await loopctl.listStories(found.id);
    const open = stories.filter(({ verifiedStatus }) => verifiedStatus !== 'verified');
    const withoutCriteria = open.filter(({ criteria }) => criteria.length === 0).length;
    return { kind: 'project', name: found.name, stories: stories.length, withoutCriteria };
}
async function judgeKeys({ keys }, found, { loopctl, transport }) {
    const judged = await Promise.all([
        judge('implementer', () => (0,learn_identities/* requireAgentRole */.RC)('implementer', transport)),
        judge('reviewer', () => (0,learn_identities/* requireAgentRole */.RC)('reviewer', transport)),
        // Only a key of this role may read saved state, of whatever project.
        judge('orchestrator', async () => void (await loopctl.loadState(found?.id ?? nowhere, 'main'))),
    ]);
    if (found === null || judged.at(-1)?.kind === 'bad')
        return judged;
    const agents = Object.entries(await (0,learn_identities/* readKnownAgents */.Y2)(keys, found.id, loopctl));
    const agentOf = new Map(agents.map(([identity, agent]) => [variableOf(identity), agent]));
    return judged.map((key) => (key.kind === 'bad' ? key : { ...key, agent: agentOf.get(key.variable) ?? null }));
}
function variableOf(identity) {
    return new Map(Object.entries(server/* keyVariables */.j)).get(identity) ?? identity;
}
const nowhere = '00000000-0000-4000-8000-000000000000';
async function judge(identity, attempt) {
    const variable = server/* keyVariables */.j[identity];
    try {
        await attempt();
        return { variable, kind: 'good', agent: null };
    }
    catch (error) {
        if (error instanceof errors/* ConfigurationError */.j) {
            return { variable, kind: 'bad', because: error.message, remedy: error.remedy };
        }
        if (error instanceof loopctl_error/* LoopctlRefusal */.QV)
            return { variable, kind: 'bad', because: error.message, remedy: another };
        throw error;
    }
}
/** Public of each tenant that has one. */
async function findAuditKey(transport, tenantId) {
    const path = `/api/v1/tenants/${tenantId}/audit_public_key`;
    const { status } = await transport.send('orchestrator', { method: 'GET', path });
    if (status === 200)
        return true;
    return status === 404 ? false : null;
}

// EXTERNAL MODULE: ./build/doctor/workflow/leaf-jobs.js
var leaf_jobs = __webpack_require__(5393);
// EXTERNAL MODULE: ./build/doctor/workflow/own-steps.js
var own_steps = __webpack_require__(4632);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/doctor/workflow/names-of-secrets.js
var names_of_secrets = __webpack_require__(9382);
;// CONCATENATED MODULE: ./build/doctor/workflow/parse-workflow.js



const level = schemas/* enum */.k5n(['none', 'read', 'write']);
const permissionsSchema = schemas/* union */.KCZ([
    schemas/* enum */.k5n(['read-all', 'write-all']).transform((all) => ({ all: all === 'read-all' ? 'read' : 'write' })),
    schemas/* record */.g1P(schemas/* string */.YjP(), level).transform((scopes) => ({ scopes })),
    schemas/* null */.chJ().transform(() => ({ scopes: {} })),
]);
const texts = schemas/* union */.KCZ([schemas/* string */.YjP().transform((one) => [one]), schemas/* array */.YOg(schemas/* string */.YjP())]);
const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* null */.chJ()]).transform(String);
const values = schemas/* record */.g1P(schemas/* string */.YjP(), scalar).catch({});
const stepSchema = schemas/* object */.Ikc({
    uses: schemas/* string */.YjP().optional(),
    run: schemas/* string */.YjP().optional(),
    with: values.default({}),
    env: values.default({}),
});
const jobSchema = schemas/* looseObject */._H3({
    name: scalar.optional(),
    uses: schemas/* string */.YjP().optional(),
    permissions: permissionsSchema.optional(),
    environment: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* looseObject */._H3({ name: schemas/* string */.YjP() }).transform(({ name }) => name)]).optional(),
    strategy: schemas/* looseObject */._H3({}).optional(),
    'runs-on': schemas/* union */.KCZ([texts, schemas/* looseObject */._H3({ labels: texts.optional(), group: schemas/* string */.YjP().optional() })]).optional(),
    secrets: schemas/* union */.KCZ([schemas/* literal */.euz('inherit'), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())]).optional(),
    steps: schemas/* array */.YOg(stepSchema).default([]),
});
const filterSchema = schemas/* looseObject */._H3({
    branches: texts.optional(),
    'branches-ignore': texts.optional(),
    tags: texts.optional(),
    'tags-ignore': texts.optional(),
    workflows: texts.optional(),
});
const eventsSchema = schemas/* preprocess */.vkY(toEvents, schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([filterSchema, schemas/* array */.YOg(schemas/* unknown */.L5J())])));
const cronSchema = schemas/* looseObject */._H3({ cron: schemas/* string */.YjP() });
const parse_workflow_workflowSchema = schemas/* looseObject */._H3({
    name: scalar.optional(),
    on: eventsSchema,
    permissions: permissionsSchema.optional(),
    concurrency: schemas/* unknown */.L5J().optional(),
    env: schemas/* unknown */.L5J().optional(),
    jobs: schemas/* record */.g1P(schemas/* string */.YjP(), jobSchema),
});
/** A workflow file as far as the doctor judges it, or why it cannot be read. Never throws. */
function parseWorkflow(path, text) {
    const value = readYaml(text);
    if (value.kind === 'fault')
        return { ...value, path };
    const parsed = parse_workflow_workflowSchema.safeParse(value.value);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        return { kind: 'fault', path, what: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is no workflow'}` };
    }
    const { name, on, permissions, concurrency, env, jobs } = parsed.data;
    const shared = (0,names_of_secrets/* namesOfSecrets */.N)(env);
    const workflow = {
        path,
        name: name ?? path,
        triggers: new Map(Object.entries(on).map(([event, filter]) => [event, toFilter(filter)])),
        permissions: permissions ?? null,
        cancelsInProgress: cancels(concurrency),
        jobs: Object.entries(jobs).map(([id, job]) => toJob(id, job, shared)),
    };
    return { kind: 'workflow', workflow };
}
function readYaml(text) {
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, { prettyErrors: false, logLevel: 'error' });
        const [error] = document.errors;
        if (error !== undefined)
            return { kind: 'fault', what: `is not valid YAML: ${error.message}` };
        return { kind: 'value', value: document.toJS({ maxAliasCount: 100 }) };
    }
    catch (error) {
        return { kind: 'fault', what: `is not valid YAML: ${error instanceof Error ? error.message : String(error)}` };
    }
}
function toEvents(on) {
    if (typeof on === 'string')
        return { [on]: {} };
    if (Array.isArray(on))
        return Object.fromEntries(on.map((event) => [String(event), {}]));
    if (typeof on !== 'object' || on === null)
        return on;
    return Object.fromEntries(Object.entries(on).map(([event, filter]) => [event, filter ?? {}]));
}
function toFilter(filter) {
    if (Array.isArray(filter)) {
        const crons = filter.flatMap((entry) => cronSchema.safeParse(entry).data?.cron ?? []);
        return { branches: null, branchesIgnore: null, workflows: [], crons };
    }
    const narrowing = filterSchema.parse(filter);
    // Whoever names tags and no branches listens to no branch.
    const isOfTags = narrowing.tags !== undefined || narrowing['tags-ignore'] !== undefined;
    return {
        branches: narrowing.branches ?? (isOfTags && narrowing['branches-ignore'] === undefined ? [] : null),
        branchesIgnore: narrowing['branches-ignore'] ?? null,
        workflows: narrowing.workflows ?? [],
        crons: [],
    };
}
function cancels(concurrency) {
    const parsed = schemas/* looseObject */._H3({ 'cancel-in-progress': schemas/* literal */.euz(true) }).safeParse(concurrency);
    return parsed.success;
}
function toJob(id, job, shared) {
    return {
        id,
        name: job.name ?? id,
        uses: job.uses ?? null,
        permissions: job.permissions ?? null,
        environment: job.environment ?? null,
        hasMatrix: job.strategy !== undefined,
        runsOn: toLabels(job['runs-on']),
        secrets: [...new Set([...shared, ...(0,names_of_secrets/* namesOfSecrets */.N)(job)])],
        handsOnSecrets: job.secrets === 'inherit',
        steps: job.steps.map(({ uses, run, ...rest }) => ({ uses: uses ?? null, run: run ?? null, ...rest })),
    };
}
function toLabels(runsOn) {
    if (runsOn === undefined)
        return [];
    const labels = Array.isArray(runsOn) ? runsOn : (runsOn.labels ?? [`group ${runsOn.group ?? ''}`]);
    return labels.some((label) => label.includes('${{')) ? null : labels;
}

;// CONCATENATED MODULE: ./build/doctor/gather.js




















const gather_administrator = 'Run `npx . doctor` as an administrator of the repository.';
const actions = 'Give the token permission to read actions.';
const reading = 'Give the token permission to read contents, checks and pull requests.';
/** Looks at everything the checks are about; writes nothing. What this token is not shown is told as that. */
async function gatherDoctorFacts(github, question) {
    const overview = await readOverview(github, question.config);
    const { defaultBranch, asker } = overview;
    const { facts: config, parsed } = readConfig(overview.config, question);
    const base = parsed?.base.branch ?? defaultBranch;
    const workflows = overview.workflows.map(({ path, file }) => toWorkflow(path, file));
    const isServed = question.server !== null || namesServer(workflows, question);
    const [backlog, server, app, baseProtection, stateProtection, environments, reporters, rest] = await Promise.all([
        isServed ? { kind: 'served' } : readBacklog(github, parsed),
        isServed ? lookAtServer(question, parsed) : { kind: 'embedded' },
        findApp(github, question.app ?? (asker.kind === 'app' ? asker.login : null)),
        (0,look/* look */.O)(gather_administrator, () => (0,read_branch_protection/* readBranchProtection */.y)(github, base)),
        (0,look/* look */.O)(gather_administrator, () => (0,read_branch_protection/* readBranchProtection */.y)(github, question.stateBranch)),
        readEnvironments(github, workflows),
        (0,look/* look */.O)(reading, () => readReporters(github, base)),
        gather_readSettings(github, question),
    ]);
    return {
        now: question.now,
        where: question.where,
        asker,
        configPath: question.config,
        workflowFile: question.workflow,
        stateBranch: question.stateBranch,
        repository: { visibility: overview.visibility, defaultBranch, mergeMethods: overview.mergeMethods },
        config,
        backlog,
        server,
        identities: Object.values(embedded_identities/* embeddedIdentities */.hG).map(({ name }) => name),
        app,
        base,
        baseProtection,
        stateProtection,
        workflows,
        environments,
        baseCommits: reporters.kind === 'seen' ? { kind: 'seen', value: reporters.value.base } : reporters,
        pullRequestHeads: reporters.kind === 'seen' ? { kind: 'seen', value: reporters.value.heads } : reporters,
        ...rest,
    };
}
/** What the doctor's own step names, and it was not given, came to nothing: so it does for the others. */
function namesServer(workflows, { workflow, where }) {
    const naming = (0,own_steps/* ownStepsOf */.VB)(workflows, workflow).filter(({ step }) => (step.with['loopctl-url'] ?? '') !== '');
    return naming.length > 0 && !(where === 'phase' && naming.some(({ phase }) => phase === 'doctor'));
}
async function lookAtServer({ server }, config) {
    return server === null ? { kind: 'not_asked' } : await gatherServer(server, config?.project ?? null, (0,waits/* jobWaits */.m)());
}
async function gather_readSettings(github, { workflow }) {
    const [repositorySecrets, defaultPermissions, actionsMayApprove, selfHosted, agentRuns, ownWorkflow] = await Promise.all([
        (0,look/* look */.O)(gather_administrator, () => readRepositorySecrets(github)),
        (0,look/* look */.O)(gather_administrator, () => readDefaultPermissions(github)),
        (0,look/* look */.O)(gather_administrator, () => readActionsMayApprove(github)),
        (0,look/* look */.O)(gather_administrator, () => readRunners(github)),
        (0,look/* look */.O)(actions, () => readAgentRuns(github, [view/* branchPrefix */.$j, rehearsal/* canaryPrefix */.zv])),
        (0,look/* look */.O)(actions, () => readScheduledWorkflow(github, workflow)),
    ]);
    return { repositorySecrets, defaultPermissions, actionsMayApprove, selfHosted, agentRuns, ownWorkflow };
}
function readConfig(file, { config: path, workflow }) {
    if (file === null)
        return { facts: { kind: 'missing' }, parsed: null };
    if (file.kind === 'not_shown') {
        return { facts: { kind: 'problems', problems: [`${path} is far too long, or no text`] }, parsed: null };
    }
    const read = (0,parse_config/* parseConfig */.o)(file.text, path);
    if (read.kind === 'problems') {
        return { facts: { kind: 'problems', problems: read.problems.map(problem/* describeProblem */.B) }, parsed: null };
    }
    const warnings = read.warnings.map(problem/* describeProblem */.B);
    return { facts: { kind: 'config', config: toFacts(read.config, workflow), warnings }, parsed: read.config };
}
function toFacts(config, workflow) {
    const { merge, base, approve } = (0,policy/* toPolicy */.i)(config, workflow);
    const modes = [merge.mode, ...merge.exceptions.map(({ mode }) => mode)];
    return {
        acceptsUnprotected: base.unprotected === 'accept',
        mergeModes: modes,
        mergeMethod: merge.method,
        approve,
        agentVariables: config.agents.environment,
    };
}
async function readBacklog(github, config) {
    if (config === null)
        return { kind: 'unknown_path' };
    const path = config.backlog;
    const file = await readFile(github, path);
    if (file === null)
        return { kind: 'missing', path };
    if (file.kind === 'not_shown')
        return { kind: 'not_shown', path };
    const json = parseJson(file.text);
    if (json.kind === 'fault')
        return { kind: 'problems', path, problems: [`${path} is not JSON: ${json.what}`] };
    const read = (0,backlog/* parseBacklog */.L)(json.value);
    if (read.kind === 'problems') {
        return { kind: 'problems', path, problems: read.problems.map((one) => `${path}: ${one.path}: ${one.message}`) };
    }
    const stories = read.backlog.epics.flatMap((epic) => epic.stories);
    const withoutCriteria = stories.filter(({ criteria }) => criteria.length === 0).length;
    return { kind: 'backlog', path, stories: stories.length, withoutCriteria };
}
function parseJson(text) {
    try {
        return { kind: 'value', value: JSON.parse(text) };
    }
    catch (error) {
        return { kind: 'fault', what: error instanceof Error ? error.message : String(error) };
    }
}
function toWorkflow(path, file) {
    return file.kind === 'text'
        ? parseWorkflow(path, file.text)
        : { kind: 'fault', path, what: 'is too long, or no text' };
}
async function findApp(github, slug) {
    const remedy = 'Name the App: `npx . doctor --app <slug>`, the last part of its address under github.com/apps/.';
    if (slug === null)
        return { kind: 'unseen', because: 'which App acts here is not known', remedy };
    const found = await (0,look/* look */.O)(remedy, () => readApp(github, slug));
    if (found.kind === 'unseen')
        return found;
    if (found.value === null) {
        const because = `there is no App ${slug}, or it is a private one of somebody else`;
        return { kind: 'unseen', because, remedy: `${remedy} Ask as its owner, if it is private.` };
    }
    return { kind: 'seen', value: found.value };
}
/** The environments that any job names. */
async function readEnvironments(github, workflows) {
    const jobs = workflows.flatMap((one) => (one.kind === 'workflow' ? (0,leaf_jobs/* leafJobsOf */.kz)(one.workflow, workflows) : []));
    const names = [...new Set(jobs.flatMap(({ job }) => job.environment ?? []))].filter((name) => !name.includes('${{'));
    const read = names.map(async (name) => [name, await (0,look/* look */.O)(actions, () => readEnvironment(github, name))]);
    return new Map(await Promise.all(read));
}


/***/ })

};
