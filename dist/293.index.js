export const id = 293;
export const ids = [293];
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

/***/ 5585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ noteBase),
/* harmony export */   Fl: () => (/* binding */ isRewound),
/* harmony export */   fL: () => (/* binding */ judgeBase),
/* harmony export */   fr: () => (/* binding */ isCancelledRun),
/* harmony export */   rB: () => (/* binding */ findFailures)
/* harmony export */ });
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4813);
/* harmony import */ var _degraded_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7410);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5079);



/** How long a base SHA may stay without any check, or without an answer to what we started, before a person is told. */
const patienceMinutes = 15;
/** What the checks of the tip's exact SHA say: proven, or why not yet. Zero checks is never proof. */
function judgeBase(base, ledger, policy, now) {
    const missed = findMissedMerge(base, ledger);
    if (missed !== null)
        return judgeMissed(missed, base, now);
    const verdict = (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeChecks */ .LZ)(base.checks, [], policy.checks);
    const tip = base.sha.slice(0, 7);
    switch (verdict.kind) {
        case 'green':
            return { kind: 'proven' };
        case 'pending':
        case 'missing':
            return waiting(`${tip} waits for ${verdict.names.join(', ')}`, base, ledger);
        case 'none':
            return isSilent(base, ledger, now)
                ? unproven('base_no_run', `${tip} has had no check for ${patienceMinutes} minutes`)
                : waiting(`${tip} has no check yet`, base, ledger);
        case 'red':
            return unproven('base_red', `${tip}: ${verdict.failed.map(({ name }) => name).join(', ')} failed`);
        case 'refused':
            return judgeRefused(verdict, base, ledger, now);
    }
}
/** What was cancelled is not known: it is started once more before a person is told. */
function judgeRefused({ checks }, base, ledger, now) {
    const { code, detail: seen } = (0,_degraded_js__WEBPACK_IMPORTED_MODULE_1__/* .holdOfRefused */ .vG)(checks);
    const detail = [base.sha.slice(0, 7), ...(seen === '' ? [] : [seen])].join(': ');
    const started = startedAt(base, ledger);
    const isHopeful = checks.every(isCancelledRun) && (started === null || isWithin(started, now));
    return isHopeful ? waiting(`${detail}; it is started once more`, base, ledger) : unproven(code, detail);
}
/** A job of a workflow run that ended without an answer, and can be run again. */
function isCancelledRun({ state, workflowRunId }) {
    return (state === 'cancelled' || state === 'stale') && workflowRunId !== null;
}
/** Whether the tip has had no check for so long, counted from what we started where we did, that none will come by itself. */
function isSilent(base, ledger, now) {
    const { watched } = ledger.base;
    const since = watched?.sha === base.sha ? watched.since : now;
    return !isWithin({ at: since, isRefused: false }, now) && !isWithin(startedAt(base, ledger), now);
}
function startedAt(base, { started }) {
    return started?.sha === base.sha ? started : null;
}
function isWithin(started, now) {
    return started !== null && !started.isRefused && now < (0,_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .addMinutes */ .z)(started.at, patienceMinutes);
}
/**
 * What fails on a red tip, once everything there has ended: all that a repair is held to. Nothing while anything still
 * runs, or where it is not red.
 */
function findFailures({ checks }, policy) {
    const verdict = (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeChecks */ .LZ)(checks, [], policy.checks);
    if (verdict.kind !== 'red')
        return [];
    const others = checks.filter((check) => !verdict.failed.includes(check));
    return (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeChecks */ .LZ)(others, [], policy.checks).kind === 'pending' ? [] : verdict.failed;
}
/**
 * The ledger with what this look at the base taught: the newest proof, or the tip we wait for and since when. A proven
 * commit that has turned red is no proof any more.
 */
function noteBase(ledger, base, proof, now) {
    const known = ledger.base.proven?.sha === base.sha ? ledger.base.proven : null;
    if (proof.kind === 'proven') {
        if (known !== null && ledger.base.watched === null)
            return ledger;
        return { ...ledger, base: { proven: known ?? { sha: base.sha, at: now }, watched: null } };
    }
    const isRefuted = known !== null && proof.hold.code === 'base_red';
    if (ledger.base.watched?.sha === base.sha && !isRefuted)
        return ledger;
    const watched = ledger.base.watched?.sha === base.sha ? ledger.base.watched : { sha: base.sha, since: now };
    return { ...ledger, base: { proven: isRefuted ? null : ledger.base.proven, watched } };
}
/** The merge of ours into the very tip that is shown: that look says nothing of the merge. */
function findMissedMerge(base, ledger) {
    const merges = Object.values(ledger.stories).flatMap(({ merged }) => merged ?? []);
    return merges.find(({ baseBefore }) => baseBefore === base.sha) ?? null;
}
/** Whether a base that does not show a merge made then was put back: no look is as old as that. */
function isRewound(at, now) {
    return now >= (0,_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .addMinutes */ .z)(at, patienceMinutes);
}
/** An old look, which passes; or a base that somebody put back, which does not. */
function judgeMissed({ sha, at }, base, now) {
    if (!isRewound(at, now))
        return unproven('base_pending', 'GitHub does not show our last merge on it yet');
    return unproven('base_rewound', `it is at ${base.sha.slice(0, 7)} again, without ${sha.slice(0, 7)}`);
}
/** A tip that we wait for; where it is not what we merged last, somebody else was on the base at the same time. */
function waiting(detail, base, ledger) {
    const ours = Object.values(ledger.stories).flatMap(({ merged }) => merged === null || merged.baseBefore === null ? [] : merged.sha);
    const isRaced = ours.length > 0 && !ours.includes(base.sha);
    return unproven(isRaced ? 'base_raced' : 'base_pending', detail);
}
function unproven(code, detail) {
    return { kind: 'unproven', hold: { code, detail } };
}


/***/ }),

/***/ 4157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F4: () => (/* binding */ repairNumber),
/* harmony export */   Lk: () => (/* binding */ nameRepair),
/* harmony export */   Zs: () => (/* binding */ noteAskedRevert),
/* harmony export */   c3: () => (/* binding */ isRepair),
/* harmony export */   eW: () => (/* binding */ noteRepair),
/* harmony export */   fR: () => (/* binding */ repairStories),
/* harmony export */   r$: () => (/* binding */ dropRepair)
/* harmony export */ });
/* harmony import */ var _base_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5585);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2690);


const prefix = 'repair-';
/** The number under which the repair of a red SHA is remembered, beside those of the stories. */
function repairNumber(redSha) {
    return `${prefix}${redSha.slice(0, 7)}`;
}
/** Whether a number is that of a repair: loopctl knows nothing of it. */
function isRepair(number) {
    return number.startsWith(prefix);
}
/**
 * The ledger with the repair that a red base asks for, once everything on its tip has ended. A base that is proven
 * again forgets what was tried for it.
 */
function noteRepair(ledger, base, proof, policy) {
    const { red, tries } = ledger.repair;
    if (proof.kind === 'proven')
        return tries === 0 ? ledger : { ...ledger, repair: { red, tries: 0 } };
    if (proof.hold.code !== 'base_red' || red !== null)
        return ledger;
    const jobs = [...new Set((0,_base_js__WEBPACK_IMPORTED_MODULE_1__/* .findFailures */ .rB)(base, policy).map(({ name }) => name))].toSorted();
    return jobs.length === 0
        ? ledger
        : { ...ledger, repair: { red: { sha: base.sha, jobs, reverts: null, asked: null }, tries } };
}
/**
 * The ledger with the revert that a person wants, in the place of a repair: once the base is proven, and one at a time.
 */
function noteAskedRevert(ledger, proof) {
    const order = ledger.orders.find(({ kind }) => kind === 'revert');
    if (proof.kind === 'unproven' || ledger.repair.red !== null || order?.kind !== 'revert')
        return ledger;
    const reverts = { story: order.story, failures: [] };
    return { ...ledger, repair: { ...ledger.repair, red: { sha: order.mergeSha, jobs: [], reverts, asked: order.by } } };
}
/** The proof of the base; while it is repaired, what waits for it waits for its repair. */
function nameRepair(proof, { repair }) {
    if (proof.kind === 'proven' || repair.red === null)
        return proof;
    if (repair.red.asked !== null && proof.hold.code !== 'base_red')
        return proof;
    return { ...proof, hold: { ...proof.hold, stories: [repairNumber(repair.red.sha)] } };
}
/**
 * The repair under way, in the form of a story, so that everything that is asked of a story's work is asked of it too.
 * Its agreement is the red SHA and the jobs that failed there.
 */
function repairStories({ base, identities }, { repair }) {
    const { red } = repair;
    if (red === null)
        return [];
    const number = repairNumber(red.sha);
    return [
        {
            id: number,
            number,
            epic: 0,
            title: red.reverts === null ? `Make ${base.branch} green again` : `Revert story ${red.reverts.story}`,
            description: describeRepair(red),
            criteria: criteriaOf(red),
            deliverables: [],
            agentStatus: 'implementing',
            verifiedStatus: 'unverified',
            assignedAgentId: identities.implementer,
            criteriaHash: JSON.stringify([red.sha, red.jobs, red.reverts?.story ?? null]),
            assignedAt: null,
            reportedDoneAt: null,
            rejectedAt: null,
        },
    ];
}
function criteriaOf({ sha, jobs, asked }) {
    if (asked !== null)
        return [{ id: 'AC-1', text: `What ${sha} brought is gone, its tests included, and nothing else` }];
    return jobs.map((job, index) => ({ id: `AC-${index + 1}`, text: `${job} succeeds` }));
}
function describeRepair({ sha, reverts, asked }) {
    if (asked !== null) {
        return `A person of this project wants the merge of story ${reverts?.story ?? ''}, ${sha}, undone. This is GitHub's own revert of it; the story is done again.`;
    }
    return reverts === null
        ? `These jobs fail on the base at ${sha}. Right is the smallest change that makes them succeed and keeps what was merged.`
        : `These jobs fail on the base at ${sha}, the merge of story ${reverts.story}, and repairs did not help. This is GitHub's own revert of that merge: what it brought goes, its tests included, and nothing else; the story is done again.`;
}
/** The ledger without a repair that is over; a story whose merge it reverted is known as such from then on. */
function dropRepair(ledger, number, forgetsOrder) {
    const { red } = ledger.repair;
    const { merged } = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .recall */ .I9)(ledger, number);
    const { [number]: _, ...stories } = ledger.stories;
    const reverts = red?.reverts ?? null;
    const orders = ledger.orders.filter((order) => !(forgetsOrder && order.kind === 'revert' && order.story === reverts?.story));
    const dropped = { ...ledger, orders, stories, repair: { ...ledger.repair, red: null } };
    if (red === null || reverts === null || merged === null)
        return dropped;
    const { story, failures } = reverts;
    const reverted = { redSha: red.sha, failures, by: red.asked };
    if (Object.hasOwn(stories, story))
        return (0,_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .remember */ .kY)(dropped, story, { reverted });
    // A verified story had left the ledger: its merge is known by the revert alone.
    const undone = { sha: red.sha, headSha: red.sha, baseBefore: null, by: null, at: merged.at };
    return red.asked === null ? dropped : (0,_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .remember */ .kY)(dropped, story, { merged: undone, reverted });
}


/***/ }),

/***/ 6761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ branchPrefix),
/* harmony export */   Qd: () => (/* binding */ parseBranch),
/* harmony export */   W0: () => (/* binding */ branchOf),
/* harmony export */   dG: () => (/* binding */ viewStories)
/* harmony export */ });
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2690);
/* harmony import */ var _repair_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4157);


/** All our branches begin with it. */
const branchPrefix = 'orchestrate/';
/** The branch of a story's generation. */
function branchOf(story, generation) {
    return generation === 1 ? `${branchPrefix}${story}` : `${branchPrefix}${story}-${generation}`;
}
/**
 * The story and the generation a branch of ours is named after; null for any other branch. Anybody who may push can name
 * one: what is no generation's name, or of a number that could not be remembered, is taken whole, and is no story's.
 */
function parseBranch(branch) {
    if (!branch.startsWith(branchPrefix))
        return null;
    const name = branch.slice(branchPrefix.length);
    const [, story, generation] = /^([\d.]+|repair-[0-9a-f]{7})-([2-9]|[1-9]\d{1,4})$/.exec(name) ?? [];
    if (story === undefined)
        return { story: name, generation: 1 };
    return { story, generation: Number(generation) };
}
/** Gathers each story's flight, memory and pull request, once for the whole project; a red base's repair comes first. */
function viewStories(world, ledger) {
    const flights = new Map(Object.values(ledger.flights).map((flight) => [flight.story, flight]));
    const byNumber = new Map(world.pullRequests.map((pullRequest) => [pullRequest.number, pullRequest]));
    const byBranch = findByBranch(world.pullRequests);
    return [...(0,_repair_js__WEBPACK_IMPORTED_MODULE_1__/* .repairStories */ .fR)(world, ledger), ...world.stories].map((story) => {
        const memory = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .recall */ .I9)(ledger, story.number);
        const pullRequest = (memory.pullRequest === null ? undefined : byNumber.get(memory.pullRequest)) ??
            byBranch.get(isAskedRevert(story.number, ledger) ? '' : branchOf(story.number, memory.generation));
        return { story, memory, flight: flights.get(story.number) ?? null, pullRequest: pullRequest ?? null };
    });
}
/** GitHub names the branch of a revert; ours of that number may be of a repair that came before. */
function isAskedRevert(number, { repair: { red } }) {
    return red !== null && red.asked !== null && number === (0,_repair_js__WEBPACK_IMPORTED_MODULE_1__/* .repairNumber */ .F4)(red.sha);
}
/** The pull request of each branch: the open one, else the newest. A fork's branch is never ours, whatever its name. */
function findByBranch(pullRequests) {
    const isOpen = ({ state }) => (state === 'OPEN' ? 1 : 0);
    const ours = pullRequests.filter(({ isFork }) => !isFork);
    const ordered = ours.toSorted((left, right) => isOpen(left) - isOpen(right) || left.number - right.number);
    return new Map(ordered.map((pullRequest) => [pullRequest.headRef, pullRequest]));
}


/***/ }),

/***/ 8293:
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
// EXTERNAL MODULE: ./build/github/read-environment.js
var read_environment = __webpack_require__(1636);
// EXTERNAL MODULE: ./build/github/read-overview.js
var read_overview = __webpack_require__(2674);
// EXTERNAL MODULE: ./build/github/documents.js
var documents = __webpack_require__(7856);
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

// EXTERNAL MODULE: ./build/github/read-secret-names.js
var read_secret_names = __webpack_require__(8196);
// EXTERNAL MODULE: ./build/loopctl/embedded/embedded-identities.js
var embedded_identities = __webpack_require__(5776);
// EXTERNAL MODULE: ./build/waits.js
var waits = __webpack_require__(7290);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/loopctl/client.js + 12 modules
var client = __webpack_require__(7956);
// EXTERNAL MODULE: ./build/loopctl/http/http-transport.js + 9 modules
var http_transport = __webpack_require__(6328);
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
// EXTERNAL MODULE: ./build/doctor/workflow/parse-workflow.js
var parse_workflow = __webpack_require__(9131);
;// CONCATENATED MODULE: ./build/doctor/gather.js




















const administrator = 'Run `npx . doctor` as an administrator of the repository.';
const actions = 'Give the token permission to read actions.';
const reading = 'Give the token permission to read contents, checks and pull requests.';
/** Looks at everything the checks are about; writes nothing. What this token is not shown is told as that. */
async function gatherDoctorFacts(github, question) {
    const overview = await (0,read_overview/* readOverview */.M)(github, question.config);
    const { defaultBranch, asker } = overview;
    const { facts: config, parsed } = readConfig(overview.config, question);
    const base = parsed?.base.branch ?? defaultBranch;
    const workflows = overview.workflows.map(({ path, file }) => toWorkflow(path, file));
    const isServed = question.server !== null || namesServer(workflows, question);
    const [backlog, server, app, baseProtection, stateProtection, environments, reporters, rest] = await Promise.all([
        isServed ? { kind: 'served' } : readBacklog(github, parsed),
        isServed ? lookAtServer(question, parsed) : { kind: 'embedded' },
        findApp(github, question.app ?? (asker.kind === 'app' ? asker.login : null)),
        (0,look/* look */.O)(administrator, () => (0,read_branch_protection/* readBranchProtection */.y)(github, base)),
        (0,look/* look */.O)(administrator, () => (0,read_branch_protection/* readBranchProtection */.y)(github, question.stateBranch)),
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
        (0,look/* look */.O)(administrator, () => (0,read_secret_names/* readRepositorySecrets */.m)(github)),
        (0,look/* look */.O)(administrator, () => readDefaultPermissions(github)),
        (0,look/* look */.O)(administrator, () => readActionsMayApprove(github)),
        (0,look/* look */.O)(administrator, () => readRunners(github)),
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
    const { merge, base, approve, teams } = (0,policy/* toPolicy */.i)(config, workflow);
    const modes = [merge.mode, ...merge.exceptions.map(({ mode }) => mode)];
    return {
        acceptsUnprotected: base.unprotected === 'accept',
        mergeModes: modes,
        mergeMethod: merge.method,
        approve,
        agentVariables: config.agents.environment,
        teams,
    };
}
async function readBacklog(github, config) {
    if (config === null)
        return { kind: 'unknown_path' };
    const path = config.backlog;
    const file = await (0,read_overview/* readFile */.T)(github, path);
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
        ? (0,parse_workflow/* parseWorkflow */.h)(path, file.text)
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
    const read = names.map(async (name) => [name, await (0,look/* look */.O)(actions, () => (0,read_environment/* readEnvironment */.Q)(github, name))]);
    return new Map(await Promise.all(read));
}


/***/ }),

/***/ 9131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseWorkflow)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2047);
/* harmony import */ var _names_of_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9382);



const level = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['none', 'read', 'write']);
const permissionsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['read-all', 'write-all']).transform((all) => ({ all: all === 'read-all' ? 'read' : 'write' })),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), level).transform((scopes) => ({ scopes })),
    zod__WEBPACK_IMPORTED_MODULE_1__/* ["null"] */ .chJ().transform(() => ({ scopes: {} })),
]);
const texts = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().transform((one) => [one]), zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())]);
const scalar = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_1__/* ["null"] */ .chJ()]).transform(String);
const values = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), scalar).catch({});
const stepSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    uses: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    with: values.default({}),
    env: values.default({}),
});
const jobSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    name: scalar.optional(),
    uses: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    permissions: permissionsSchema.optional(),
    environment: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).transform(({ name }) => name)]).optional(),
    strategy: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({}).optional(),
    'runs-on': zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([texts, zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ labels: texts.optional(), group: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() })]).optional(),
    secrets: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('inherit'), zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J())]).optional(),
    steps: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(stepSchema).default([]),
});
const filterSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    branches: texts.optional(),
    'branches-ignore': texts.optional(),
    tags: texts.optional(),
    'tags-ignore': texts.optional(),
    workflows: texts.optional(),
});
const eventsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .preprocess */ .vkY(toEvents, zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([filterSchema, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J())])));
const cronSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ cron: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const workflowSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    name: scalar.optional(),
    on: eventsSchema,
    permissions: permissionsSchema.optional(),
    concurrency: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
    env: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
    jobs: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), jobSchema),
});
/** A workflow file as far as the doctor judges it, or why it cannot be read. Never throws. */
function parseWorkflow(path, text) {
    const value = readYaml(text);
    if (value.kind === 'fault')
        return { ...value, path };
    const parsed = workflowSchema.safeParse(value.value);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        return { kind: 'fault', path, what: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is no workflow'}` };
    }
    const { name, on, permissions, concurrency, env, jobs } = parsed.data;
    const shared = (0,_names_of_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOfSecrets */ .N)(env);
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
        const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { prettyErrors: false, logLevel: 'error' });
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
    const parsed = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ 'cancel-in-progress': zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true) }).safeParse(concurrency);
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
        secrets: [...new Set([...shared, ...(0,_names_of_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOfSecrets */ .N)(job)])],
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


/***/ }),

/***/ 1636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readEnvironment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2047);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(803);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(812);
/* harmony import */ var _read_secret_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8196);




const environmentSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    deployment_branch_policy: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ protected_branches: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(), custom_branch_policies: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY() })
        .nullish(),
});
const policiesSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ branch_policies: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional() })) });
const administrator = 'Run `npx . doctor` as an administrator of the repository.';
/** An environment: whom it lets in, and what its secrets are called; null where there is none of that name. */
async function readEnvironment(github, name) {
    const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}';
    const answer = await github.request(route, { environment_name: name }, [404]);
    if (answer.status === 404)
        return null;
    const { deployment_branch_policy: policy } = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(environmentSchema, answer.data, route);
    const secrets = (0,_look_js__WEBPACK_IMPORTED_MODULE_0__/* .look */ .O)(administrator, () => (0,_read_secret_names_js__WEBPACK_IMPORTED_MODULE_2__/* .readSecretNames */ .P)(github, 'GET /repos/{owner}/{repo}/environments/{environment_name}/secrets', {
        environment_name: name,
    }));
    if (policy === null || policy === undefined)
        return { name, policy: { kind: 'none' }, secrets: await secrets };
    if (policy.protected_branches)
        return { name, policy: { kind: 'protected_branches' }, secrets: await secrets };
    const patterns = await (0,_look_js__WEBPACK_IMPORTED_MODULE_0__/* .look */ .O)(administrator, () => readPatterns(github, name));
    return { name, policy: { kind: 'patterns', patterns }, secrets: await secrets };
}
async function readPatterns(github, name) {
    const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies';
    const answer = await github.request(route, { environment_name: name, per_page: 100 });
    return (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(policiesSchema, answer.data, route).branch_policies.map((policy) => policy.name ?? '');
}


/***/ }),

/***/ 2674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readOverview),
/* harmony export */   T: () => (/* binding */ readFile)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2047);
/* harmony import */ var _core_checks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4813);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _bot_login_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5508);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7856);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(812);






const folder = '.github/workflows';
const fileSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ text: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(), isTruncated: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().optional() })
    .nullable()
    .transform((blob) => {
    if (blob === null)
        return null;
    const { text, isTruncated } = blob;
    return typeof text === 'string' && isTruncated === false ? { kind: 'text', text } : { kind: 'not_shown' };
});
const overviewSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    viewer: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), resourcePath: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
    repository: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        visibility: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['PUBLIC', 'PRIVATE', 'INTERNAL']),
        mergeCommitAllowed: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
        squashMergeAllowed: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
        rebaseMergeAllowed: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
        defaultBranchRef: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).nullable(),
        config: fileSchema,
        workflows: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ entries: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), object: fileSchema })).nullish() })
            .nullable(),
    })
        .nullable(),
});
/** Who asks, and what the default branch says of the loop, in one request. */
async function readOverview(github, config) {
    const variables = { config: `HEAD:${config}`, workflows: `HEAD:${folder}` };
    const answer = await github.graphql(_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .overviewDocument */ .Ps, variables);
    const { viewer, repository } = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .parseAnswer */ .W)(overviewSchema, answer, 'the query for an overview');
    const branch = repository?.defaultBranchRef ?? null;
    if (repository === null || branch === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j(`${github.owner}/${github.repo} cannot be seen with this token, or is empty`, {
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
    const schema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ repository: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ file: fileSchema }) });
    const answer = await github.graphql(_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .fileDocument */ .MI, { file: `HEAD:${path}` });
    return (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .parseAnswer */ .W)(schema, answer, `the query for ${path}`).repository.file;
}
/** An App is told by its page, and in some answers by the end of its name. */
function toAsker({ login, resourcePath }) {
    const name = (0,_bot_login_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutSuffix */ .a)(login);
    if (name === _core_checks_js__WEBPACK_IMPORTED_MODULE_5__/* .actionsSlug */ .XU)
        return { login: name, kind: 'github_actions' };
    const isApp = name !== login || resourcePath.startsWith('/apps/');
    return { login: name, kind: isApp ? 'app' : 'person' };
}


/***/ }),

/***/ 8196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readSecretNames),
/* harmony export */   m: () => (/* binding */ readRepositorySecrets)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2047);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(812);
/* harmony import */ var _read_pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5465);



const secretsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ secrets: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })) });
/** The names of secrets; their values GitHub tells nobody. */
function readSecretNames(github, route, parameters = {}) {
    return (0,_read_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .readPages */ .n)(github, route, parameters, (data) => (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAnswer */ .W)(secretsSchema, data, route).secrets.map(({ name }) => name));
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


/***/ })

};
