export const id = 582;
export const ids = [582];
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

/***/ 5161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fm: () => (/* binding */ importBacklog)
/* harmony export */ });
/* unused harmony exports parseBacklogFile, refuseCircles */
/* harmony import */ var _core_backlog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8181);
/* harmony import */ var _core_drift_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(641);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5799);
/* harmony import */ var _gather_drift_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9171);





/**
 * Merges the backlog file of the default branch's tip into loopctl when its blob is another one than last time, and
 * returns the ledger that remembers it, with what loopctl keeps although the file does not name it. A backlog with
 * faults is refused whole, every fault named.
 */
async function importBacklog(ledger, tip, path, pass) {
    const file = await (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_3__/* .findFile */ .qE)(pass.trees, tip, path);
    if (file === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j(`There is no backlog at ${path}.`, {
            remedy: "Put it there in loopctl's import format, or name its path in the configuration (`backlog`).",
        });
    }
    if (file.sha === ledger.backlogBlob)
        return ledger;
    const payload = parseBacklogFile(await file.read(), path);
    const drift = (0,_core_drift_js__WEBPACK_IMPORTED_MODULE_1__/* .findDrift */ .L1)(payload, await (0,_gather_drift_js__WEBPACK_IMPORTED_MODULE_4__/* .readDependencies */ .g)(pass));
    refuseCircles(payload, drift, path);
    const result = await pass.loopctl.importBacklog(pass.project.id, payload);
    pass.log(`▸ import - — ${path}: ${result.storiesCreated} stories created, ${result.storiesUpdated} updated, ${result.dependenciesCreated} dependencies`);
    return { ...ledger, backlogBlob: file.sha, drift: [...drift] };
}
/** The body of the import call that a backlog's file is; one with faults is refused whole, every fault named. */
function parseBacklogFile(text, path) {
    const reading = (0,_core_backlog_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBacklog */ .L)(parseJson(text, path));
    if (reading.kind === 'backlog')
        return (0,_core_backlog_js__WEBPACK_IMPORTED_MODULE_0__/* .importPayload */ .m)(reading.backlog);
    const lines = reading.problems.map(({ path: where, message }) => `${path}: ${where}: ${message}`);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j(lines.join('\n'), { remedy: `Mend ${path}; nothing of it was imported.` });
}
/** Refuses a circle that closes only through what loopctl keeps: some of them it would accept, and wait for ever. */
function refuseCircles(payload, drift, path) {
    const together = (0,_core_backlog_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBacklog */ .L)((0,_core_drift_js__WEBPACK_IMPORTED_MODULE_1__/* .withDrift */ .sb)(payload, drift));
    if (together.kind === 'backlog')
        return;
    const lines = together.problems.map(({ message }) => `${path}: ${message}`);
    const kept = `loopctl keeps what the file does not name: ${drift.map(describe).join(', ')}.`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j([...lines, kept].join('\n'), {
        remedy: 'An import never removes a dependency: remove it in loopctl, or put it back into the file; nothing was imported.',
    });
}
function describe({ kind, from, to }) {
    return `that ${kind} ${from} waits for ${to}`;
}
function parseJson(text, path) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
            remedy: `Mend ${path}.`,
            cause: error,
        });
    }
}


/***/ }),

/***/ 5910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ requireRules)
});

// EXTERNAL MODULE: ./build/core/gate/merge-method.js
var merge_method = __webpack_require__(8452);
// EXTERNAL MODULE: ./build/core/gate/protection.js
var protection = __webpack_require__(2377);
;// CONCATENATED MODULE: ./build/core/judge-rules.js


/**
 * Why no work that is done could be merged on more than our word, whatever it is: a base that nothing protects, a token
 * that could pass over what does, or a way of merging that the rules forbid. Where a bypass cannot be told nothing is
 * merged, which the gate says.
 */
function judgeRules(rules, { base, merge }) {
    const lacks = (0,protection/* listLacks */.LT)(rules);
    if (base.unprotected !== 'accept' && lacks.length > 0)
        return { code: 'base_unprotected', detail: lacks.join(', ') };
    if (rules.bypass === 'possible')
        return { code: 'bypass_possible', detail: '' };
    const mayMerge = [merge, ...merge.exceptions].some(({ mode }) => mode !== 'never');
    return mayMerge ? (0,merge_method/* holdOfMethod */.K)(merge.method, rules) : null;
}

// EXTERNAL MODULE: ./build/core/reasons.js + 8 modules
var reasons = __webpack_require__(9973);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/pass/require-rules.js



/** Refuses, before anything is written, rules under which nothing could ever be merged. */
function requireRules({ base, rules }, policy) {
    const hold = judgeRules(rules, policy);
    if (hold === null)
        return;
    const { title, remedy } = reasons/* reasons */.Ot[hold.code];
    const seen = hold.detail === '' ? '' : ` (${hold.detail})`;
    throw new errors/* ConfigurationError */.j(`${base.branch}: ${title}${seen}.`, { remedy });
}


/***/ })

};
