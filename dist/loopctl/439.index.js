export const id = 439;
export const ids = [439];
export const modules = {

/***/ 8477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ cyclesOf),
/* harmony export */   q: () => (/* binding */ edgesOf)
/* harmony export */ });
/**
 * Yields a way back to itself for every edge that closes one, first node repeated at the end; without those edges the
 * graph would have no circle. Depth first without recursion: a backlog may be one long chain.
 */
function* cyclesOf(edges) {
    const done = new Set();
    for (const start of edges.keys()) {
        yield* cyclesFrom(edges, start, done);
    }
}
function* cyclesFrom(edges, start, done) {
    const path = done.has(start) ? [] : [{ node: start, next: 0 }];
    const onPath = new Set([start]);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
        const target = edges.get(step.node)?.[step.next];
        step.next += 1;
        if (target === undefined) {
            done.add(step.node);
            onPath.delete(step.node);
            path.pop();
        }
        else if (onPath.has(target)) {
            const nodes = path.map(({ node }) => node);
            yield [...nodes.slice(nodes.indexOf(target)), target];
        }
        else if (!done.has(target)) {
            onPath.add(target);
            path.push({ node: target, next: 0 });
        }
    }
}
/** Groups pairs by what they start from. */
function edgesOf(pairs) {
    const edges = new Map();
    for (const [from, to] of pairs) {
        const known = edges.get(from);
        if (known === undefined) {
            edges.set(from, [to]);
        }
        else {
            known.push(to);
        }
    }
    return edges;
}


/***/ }),

/***/ 641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L1: () => (/* binding */ findDrift),
/* harmony export */   lZ: () => (/* binding */ dependencySchema),
/* harmony export */   sb: () => (/* binding */ withDrift)
/* harmony export */ });
/* unused harmony export explainDrift */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5586);

/** `from` waits for `to`: numbers of stories, or of epics, whose stories all wait for all of the other's. */
const dependencySchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['story', 'epic']), from: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), to: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
/**
 * What loopctl keeps and the backlog does not name (any more), of the stories and epics that it has: an import only ever
 * adds. What was made for stories that the file does not have is somebody else's.
 */
function findDrift(backlog, kept) {
    const named = new Set([
        ...backlog.story_dependencies.map(({ story, depends_on }) => keyOf({ kind: 'story', from: story, to: depends_on })),
        ...backlog.epic_dependencies.map(({ epic, depends_on }) => keyOf({ kind: 'epic', from: String(epic), to: String(depends_on) })),
    ]);
    const numbers = numbersOf(backlog);
    return kept.filter((dependency) => numbers[dependency.kind].has(dependency.from) && !named.has(keyOf(dependency)));
}
/** The backlog as it holds in loopctl: with what drifted between the stories and epics that it has. */
function withDrift(backlog, drift) {
    const numbers = numbersOf(backlog);
    const among = drift.filter(({ kind, to }) => numbers[kind].has(to));
    const stories = among.filter(({ kind }) => kind === 'story');
    const epics = among.filter(({ kind }) => kind === 'epic');
    return {
        ...backlog,
        story_dependencies: [
            ...backlog.story_dependencies,
            ...stories.map(({ from, to }) => ({ story: from, depends_on: to })),
        ],
        epic_dependencies: [
            ...backlog.epic_dependencies,
            ...epics.map(({ from, to }) => ({ epic: Number(from), depends_on: Number(to) })),
        ],
    };
}
function numbersOf({ epics }) {
    return {
        story: new Set(epics.flatMap(({ stories }) => stories.map(({ number }) => number))),
        epic: new Set(epics.map(({ number }) => String(number))),
    };
}
/** Of the blockers of each story, those that only a drifted dependency which is still there makes it wait for. */
function explainDrift(facts) {
    const { kept, blockers, epicOf } = facts;
    const drifted = new Set(facts.drift.map(keyOf));
    const gone = kept.filter((dependency) => drifted.has(keyOf(dependency)));
    const named = kept.filter((dependency) => !drifted.has(keyOf(dependency)));
    const explained = [...blockers].map(([story, waitedFor]) => {
        const isFor = (dependencies, blocker) => dependencies.some((dependency) => makesWait(dependency, story, blocker, epicOf));
        return [story, waitedFor.filter((blocker) => isFor(gone, blocker) && !isFor(named, blocker))];
    });
    return new Map(explained.filter(([, waitedFor]) => waitedFor.length > 0));
}
function makesWait({ kind, from, to }, story, blocker, epicOf) {
    const nameOf = (number) => (kind === 'story' ? number : String(epicOf.get(number)));
    return from === nameOf(story) && to === nameOf(blocker);
}
function keyOf({ kind, from, to }) {
    return `${kind} ${from} ${to}`;
}


/***/ }),

/***/ 5439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exportFrom: () => (/* binding */ exportFrom),
  importFrom: () => (/* binding */ importFrom)
});

// EXTERNAL MODULE: ./build/core/drift.js
var core_drift = __webpack_require__(641);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 14 modules
var schemas = __webpack_require__(5586);
// EXTERNAL MODULE: ./build/loopctl/wire-story.js
var wire_story = __webpack_require__(6427);
;// CONCATENATED MODULE: ./build/loopctl/move/story-past.js

const record = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
const maybe = schemas/* string */.YjP().nullable();
const verdictSchema = schemas/* object */.Ikc({
    result: schemas/* enum */.k5n(['pass', 'fail', 'partial']),
    summary: maybe,
    findings: record,
    reviewType: maybe,
    at: schemas/* string */.YjP(),
    by: maybe,
});
/** What a story went through, as far as another store can be told of it. */
const storyPastSchema = schemas/* object */.Ikc({
    reportedAt: maybe,
    verifiedAt: maybe,
    rejectedAt: maybe,
    rejectionReason: maybe,
    /** Where work was done that loopctl never saw. */
    backfill: schemas/* object */.Ikc({ reason: schemas/* string */.YjP(), evidenceUrl: maybe, prNumber: schemas/* number */.aig().nullable() }).nullable(),
    /** Oldest first. */
    verdicts: schemas/* array */.YOg(verdictSchema),
});
const movedSchema = schemas/* object */.Ikc({ version: schemas/* literal */.euz(1), from: schemas/* string */.YjP(), past: storyPastSchema });
const backfillSchema = schemas/* object */.Ikc({
    reason: schemas/* string */.YjP(),
    evidence_url: maybe.default(null),
    pr_number: schemas/* number */.aig().nullable().default(null),
});
/** The metadata under which a store that was moved to keeps what the story went through before. */
const movedKey = 'moved';
const backfillKey = 'backfill';
/**
 * What a story went through: before it was moved here, by the note that the move left, and since. The judgement by which
 * the move itself brought the story to where it had stood is not told twice.
 */
function pastOf(story, verdicts) {
    const own = {
        reportedAt: story.reportedDoneAt,
        verifiedAt: story.verifiedAt,
        rejectedAt: story.rejectedAt,
        rejectionReason: story.rejectionReason,
        backfill: readBackfill(story.metadata[backfillKey]),
        verdicts: [...verdicts],
    };
    const note = movedSchema.safeParse(story.metadata[movedKey]);
    if (!note.success)
        return own;
    const { past } = note.data;
    const since = verdicts.slice(isEcho(verdicts[0], past) ? 1 : 0);
    const backfill = past.backfill ?? own.backfill;
    return since.length === 0 ? { ...past, backfill } : { ...own, backfill, verdicts: [...past.verdicts, ...since] };
}
/** What people keep in a story's metadata, without the notes of a backfill and of a move. */
function plainMetadata(metadata) {
    const { [movedKey]: _moved, [backfillKey]: _backfill, ...plain } = metadata;
    return plain;
}
/** The note for the store that is moved to; none for a story that nothing happened to. */
function noteOf({ past, agentStatus, verifiedStatus }, from) {
    const isUntouched = agentStatus === 'pending' && verifiedStatus === 'unverified' && !hasHappened(past);
    return isUntouched ? {} : { [movedKey]: { version: 1, from, past } };
}
/** The words in which a move says that a story was verified: those of whoever last let it pass. */
function wordsOfPass({ verdicts }) {
    const last = verdicts.findLast(({ result }) => result !== 'fail');
    return {
        summary: said(last?.summary) ?? 'Verified before it was moved here',
        reviewType: said(last?.reviewType) ?? 'moved',
    };
}
/** The words in which a move says that a story was rejected: those of the last time. */
function wordsOfRejection({ verdicts, rejectionReason }) {
    const last = verdicts.findLast(({ result }) => result === 'fail');
    return {
        reason: said(last?.summary) ?? said(rejectionReason) ?? 'Rejected before it was moved here',
        reviewType: said(last?.reviewType) ?? 'moved',
        findings: last?.findings ?? {},
    };
}
/** Whether anything was ever said of the story. */
function hasHappened({ verdicts, ...moments }) {
    return verdicts.length > 0 || Object.values(moments).some((value) => value !== null);
}
/** loopctl takes no blank reason. */
function said(text) {
    return text === undefined || text === null || text.trim() === '' ? null : text;
}
function readBackfill(value) {
    const read = backfillSchema.safeParse(value);
    if (!read.success)
        return null;
    const { reason, evidence_url: evidenceUrl, pr_number: prNumber } = read.data;
    return { reason, evidenceUrl, prNumber };
}
function isEcho(first, past) {
    const told = first?.result === 'fail' ? wordsOfRejection(past).reason : wordsOfPass(past).summary;
    return first?.summary === told;
}

;// CONCATENATED MODULE: ./build/loopctl/move/account-file.js



const account_file_record = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
const account_file_maybe = schemas/* string */.YjP().nullable().default(null);
const storySchema = schemas/* object */.Ikc({
    number: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    description: account_file_maybe,
    acceptance_criteria: schemas/* array */.YOg(account_file_record).nullable().default(null),
    estimated_hours: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).nullable().default(null),
    metadata: account_file_record.default({}),
    agent_status: schemas/* enum */.k5n(['pending', 'contracted', 'assigned', 'implementing', 'reported_done']),
    verified_status: schemas/* enum */.k5n(['unverified', 'verified', 'rejected']),
    reported_done_at: account_file_maybe,
    verified_at: account_file_maybe,
    rejected_at: account_file_maybe,
    rejection_reason: account_file_maybe,
    past: storyPastSchema.optional(),
});
const accountSchema = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(1).default(1),
    project: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), slug: schemas/* string */.YjP() }),
    export_metadata: schemas/* object */.Ikc({ tenant: schemas/* string */.YjP().optional(), tenant_id: schemas/* string */.YjP().optional() }).default({}),
    epics: schemas/* array */.YOg(schemas/* object */.Ikc({
        number: schemas/* number */.aig(),
        title: schemas/* string */.YjP(),
        description: account_file_maybe,
        phase: account_file_maybe,
        position: schemas/* number */.aig(),
        metadata: account_file_record.default({}),
        stories: schemas/* array */.YOg(storySchema),
    })),
    story_dependencies: schemas/* array */.YOg(schemas/* object */.Ikc({ story: schemas/* string */.YjP(), depends_on: schemas/* string */.YjP() })),
    epic_dependencies: schemas/* array */.YOg(schemas/* object */.Ikc({ epic: schemas/* number */.aig(), depends_on: schemas/* number */.aig() })),
});
/** The account as a file: loopctl's own export, and what each story went through beside its standing. */
function renderAccountFile(account) {
    const { project, tenant, epics, storyDependencies, epicDependencies } = account;
    const file = {
        version: 1,
        project,
        export_metadata: { tenant },
        epics: epics.map((epic) => ({ ...epic, stories: epic.stories.map(wireStory) })),
        story_dependencies: storyDependencies.map(({ story, dependsOn }) => ({ story, depends_on: dependsOn })),
        epic_dependencies: epicDependencies.map(({ epic, dependsOn }) => ({ epic, depends_on: dependsOn })),
    };
    return `${JSON.stringify(file, null, 2)}\n`;
}
/** Reads what `renderAccountFile` wrote or a server exported; what is wrong is told by its place in the file. */
function parseAccountFile(value) {
    const read = accountSchema.safeParse(value);
    if (read.success)
        return { kind: 'account', account: toAccount(read.data) };
    if (!namesStanding(value))
        return { kind: 'backlog' };
    return {
        kind: 'problems',
        problems: read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
    };
}
/** Whether any story says where it stands. */
function namesStanding(value) {
    const epics = schemas/* object */.Ikc({ epics: schemas/* array */.YOg(schemas/* unknown */.L5J()) }).safeParse(value);
    return (epics.data?.epics ?? []).some((epic) => {
        const stories = schemas/* object */.Ikc({ stories: schemas/* array */.YOg(schemas/* unknown */.L5J()) }).safeParse(epic);
        return (stories.data?.stories ?? []).some((story) => schemas/* looseObject */._H3({ agent_status: schemas/* unknown */.L5J() }).safeParse(story).success);
    });
}
function toAccount(file) {
    return {
        project: { name: file.project.name, slug: file.project.slug },
        tenant: file.export_metadata.tenant ?? file.export_metadata.tenant_id ?? 'elsewhere',
        epics: file.epics.map((epic) => ({ ...epic, stories: epic.stories.map(fromWire) })),
        storyDependencies: file.story_dependencies.map(({ story, depends_on }) => ({ story, dependsOn: depends_on })),
        epicDependencies: file.epic_dependencies.map(({ epic, depends_on }) => ({ epic, dependsOn: depends_on })),
    };
}
function fromWire(story) {
    const { metadata, agent_status: agentStatus, verified_status: verifiedStatus, estimated_hours: hours } = story;
    const recorded = {
        agentStatus,
        verifiedStatus,
        metadata,
        reportedDoneAt: story.reported_done_at,
        verifiedAt: story.verified_at,
        rejectedAt: story.rejected_at,
        rejectionReason: story.rejection_reason,
    };
    return {
        number: story.number,
        title: story.title,
        description: story.description,
        criteria: (story.acceptance_criteria ?? []).map(wire_story/* toCriterion */.PO),
        estimatedHours: hours === null ? null : Number(hours),
        metadata: plainMetadata(metadata),
        agentStatus,
        verifiedStatus,
        past: story.past ?? pastOf(recorded, []),
    };
}
function wireStory(story) {
    const { number, title, description, criteria, estimatedHours, metadata, agentStatus, verifiedStatus, past } = story;
    return {
        number,
        title,
        description,
        acceptance_criteria: criteria.map(({ id, text }) => ({ id, description: text })),
        estimated_hours: estimatedHours,
        metadata,
        agent_status: agentStatus,
        verified_status: verifiedStatus,
        past,
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/loopctl/move/differences.js


/** The source's epics that the target does not have as they are, each with those of its stories of which that is true. */
function differingEpics(source, target) {
    const epics = new Map(target.epics.map((epic) => [epic.number, epic]));
    const stories = new Map(target.epics.flatMap((epic) => epic.stories.map((story) => [story.number, story])));
    return source.epics.flatMap((epic) => {
        const differing = epic.stories.filter((story) => differs(story, stories.get(story.number)));
        const there = epics.get(epic.number);
        const isThere = there !== undefined && (0,external_node_util_.isDeepStrictEqual)(headOf(epic), headOf(there));
        return isThere && differing.length === 0 ? [] : [{ ...epic, stories: differing }];
    });
}
/** The source's dependencies that the target lacks. */
function missingDependencies(source, target) {
    const stories = new Set(target.storyDependencies.map(({ story, dependsOn }) => `${story} ${dependsOn}`));
    const epics = new Set(target.epicDependencies.map(({ epic, dependsOn }) => `${epic} ${dependsOn}`));
    return {
        story_dependencies: source.storyDependencies
            .filter(({ story, dependsOn }) => !stories.has(`${story} ${dependsOn}`))
            .map(({ story, dependsOn }) => ({ story, depends_on: dependsOn })),
        epic_dependencies: source.epicDependencies
            .filter(({ epic, dependsOn }) => !epics.has(`${epic} ${dependsOn}`))
            .map(({ epic, dependsOn }) => ({ epic, depends_on: dependsOn })),
    };
}
/** What it asks for, or what it went through where the target knows of nothing. */
function differs(story, there) {
    return (there === undefined ||
        !(0,external_node_util_.isDeepStrictEqual)(contentOf(story), contentOf(there)) ||
        (hasHappened(story.past) && !hasHappened(there.past)));
}
function contentOf({ title, description, criteria, estimatedHours, metadata }) {
    return { title, description, criteria, estimatedHours, metadata };
}
function headOf({ stories, ...head }) {
    return head;
}

;// CONCATENATED MODULE: ./build/loopctl/move/losses.js
/** What a merge leaves in the target that the source does not have, among the stories and epics that both know. */
function lossesOfMerging(source, target) {
    const wanted = epicsOfStories(source);
    const epics = new Set(source.epics.map(({ number }) => number));
    const ofStories = new Set(source.storyDependencies.map(({ story, dependsOn }) => `${story} ${dependsOn}`));
    const ofEpics = new Set(source.epicDependencies.map(({ epic, dependsOn }) => `${epic} ${dependsOn}`));
    return [
        ...[...epicsOfStories(target)].flatMap(([number, epic]) => {
            const other = wanted.get(number);
            return other === undefined || other === epic ? [] : [{ kind: 'epic', number, epic, wanted: other }];
        }),
        ...target.storyDependencies
            .filter(({ story, dependsOn }) => wanted.has(story) && wanted.has(dependsOn))
            .filter(({ story, dependsOn }) => !ofStories.has(`${story} ${dependsOn}`))
            .map(({ story, dependsOn }) => ({ kind: 'dependency', from: story, to: dependsOn })),
        ...target.epicDependencies
            .filter(({ epic, dependsOn }) => epics.has(epic) && epics.has(dependsOn))
            .filter(({ epic, dependsOn }) => !ofEpics.has(`${epic} ${dependsOn}`))
            .map(({ epic, dependsOn }) => ({ kind: 'dependency', from: `epic ${epic}`, to: `epic ${dependsOn}` })),
    ];
}
function epicsOfStories(account) {
    return new Map(account.epics.flatMap((epic) => epic.stories.map(({ number }) => [number, epic.number])));
}

;// CONCATENATED MODULE: ./build/loopctl/move/plan-move.js



/**
 * What brings another store's account of a project into a target: nothing where the target says the same already, so
 * that a move begun twice, or cut off, is made once. Nothing of what the target did itself is undone.
 */
function planMove(source, target) {
    const known = new Map(target.epics.flatMap(({ stories }) => stories.map((story) => [story.number, story])));
    const from = `${source.tenant}/${source.project.slug}`;
    const stories = source.epics.flatMap((epic) => epic.stories);
    const steps = stories.map((story) => planStory(story, known.get(story.number)));
    const reported = new Set(steps.flatMap((step) => (step.reported ? [step.number] : [])));
    return {
        payload: {
            epics: differingEpics(source, target).map((epic) => epicPayload(epic, reported, from)),
            ...missingDependencies(source, target),
        },
        backfills: steps.flatMap((step) => step.backfill ?? []),
        completions: steps.flatMap((step) => step.completion ?? []),
        rejections: steps.flatMap((step) => step.rejection ?? []),
        releases: steps.flatMap((step) => (step.released ? [step.number] : [])),
        losses: [...steps.flatMap((step) => step.losses), ...lossesOfMerging(source, target)],
    };
}
function planStory(story, there) {
    const { number } = story;
    const wanted = standingAfter(story);
    const nothing = { number, reported: false, released: false, losses: lossesOf(story, wanted) };
    if (there !== undefined && isSame(there, wanted))
        return nothing;
    if (there !== undefined && !(isUntouched(there) && wanted.verifiedStatus === 'verified')) {
        return { ...nothing, losses: [...nothing.losses, { kind: 'stays', number, standing: standingOf(there), wanted }] };
    }
    if (wanted.verifiedStatus === 'verified') {
        return { ...nothing, ...verification(story), released: wanted.agentStatus === 'pending' };
    }
    const isRejected = wanted.verifiedStatus === 'rejected';
    return {
        ...nothing,
        reported: isRejected || wanted.agentStatus === 'reported_done',
        ...(isRejected ? { rejection: { number, ...wordsOfRejection(story.past) } } : {}),
    };
}
/** Where a story can stand after a move: a claim is its agent's and is not carried. */
function standingAfter({ agentStatus, verifiedStatus }) {
    if (verifiedStatus === 'verified')
        return { agentStatus: agentStatus === 'pending' ? 'pending' : 'reported_done', verifiedStatus };
    if (verifiedStatus === 'rejected')
        return { agentStatus: 'pending', verifiedStatus };
    return { agentStatus: agentStatus === 'reported_done' ? 'reported_done' : 'pending', verifiedStatus };
}
function lossesOf(story, wanted) {
    const { number, agentStatus, past } = story;
    const failures = past.verdicts.filter(({ result }) => result === 'fail').length;
    return [
        ...(wanted.agentStatus === 'pending' && agentStatus !== 'pending'
            ? [{ kind: 'claim', number, standing: standingOf(story) }]
            : []),
        ...(failures > (wanted.verifiedStatus === 'rejected' ? 1 : 0)
            ? [{ kind: 'rejections', number, failures }]
            : []),
    ];
}
/** Work that loopctl never saw stays that; what was verified is told with what was said of it last. */
function verification({ number, past }) {
    if (past.backfill !== null && past.verdicts.length === 0) {
        const { reason, evidenceUrl, prNumber } = past.backfill;
        const provenance = {
            reason,
            ...(evidenceUrl === null ? {} : { evidenceUrl }),
            ...(prNumber === null ? {} : { prNumber }),
        };
        return { backfill: { number, provenance } };
    }
    return { completion: { number, ...wordsOfPass(past) } };
}
function isSame(one, other) {
    return one.agentStatus === other.agentStatus && one.verifiedStatus === other.verifiedStatus;
}
function isUntouched(story) {
    return isSame(story, { agentStatus: 'pending', verifiedStatus: 'unverified' });
}
function standingOf({ agentStatus, verifiedStatus }) {
    return { agentStatus, verifiedStatus };
}
function epicPayload(epic, reported, from) {
    const { number, title, description, phase, position, metadata } = epic;
    return {
        number,
        title,
        ...(description === null ? {} : { description }),
        ...(phase === null ? {} : { phase }),
        position,
        metadata,
        stories: epic.stories.map((story) => ({
            number: story.number,
            title: story.title,
            ...(story.description === null ? {} : { description: story.description }),
            acceptance_criteria: story.criteria.map(({ id, text }) => ({ id, description: text })),
            ...(story.estimatedHours === null ? {} : { estimated_hours: story.estimatedHours }),
            metadata: { ...story.metadata, ...noteOf(story, from) },
            ...(reported.has(story.number) ? { initial_agent_status: 'reported_done' } : {}),
        })),
    };
}

;// CONCATENATED MODULE: ./build/loopctl/move/read-account.js

/** Reads all of a project that can be told to another store, by numbers; one request more for each story judged. */
async function readAccount(loopctl, project) {
    const [tenant, records, epics, graph] = [
        await loopctl.tenant(),
        await loopctl.listStories(project.id),
        await loopctl.listEpics(project.id),
        await loopctl.dependencyGraph(project.id),
    ];
    const stories = new Map(epics.map(({ id }) => [id, []]));
    for (const record of records) {
        stories.get(record.epicId)?.push(read_account_toAccount(record, await readVerdicts(loopctl, record)));
    }
    const numbers = new Map(records.map(({ id, number }) => [id, number]));
    const epicNumbers = new Map(epics.map(({ id, number }) => [id, number]));
    return {
        project: { name: project.name, slug: project.slug },
        tenant: tenant.name,
        epics: epics.map(({ id, ...epic }) => ({ ...epic, stories: stories.get(id) ?? [] })),
        storyDependencies: graph.storyDependencies.flatMap(({ from, to }) => {
            const [story, dependsOn] = [numbers.get(from), numbers.get(to)];
            return story === undefined || dependsOn === undefined ? [] : [{ story, dependsOn }];
        }),
        epicDependencies: graph.epicDependencies.flatMap(({ from, to }) => {
            const [epic, dependsOn] = [epicNumbers.get(from), epicNumbers.get(to)];
            return epic === undefined || dependsOn === undefined ? [] : [{ epic, dependsOn }];
        }),
    };
}
/** Oldest first; nobody judged a story that is unverified. */
async function readVerdicts(loopctl, story) {
    return story.verifiedStatus === 'unverified'
        ? []
        : (await loopctl.verifications(story.id)).toReversed().map(toVerdict);
}
function toVerdict({ result, summary, findings, reviewType, insertedAt, orchestratorAgentId }) {
    return { result, summary, findings, reviewType, at: insertedAt, by: orchestratorAgentId };
}
function read_account_toAccount(story, verdicts) {
    const { number, title, description, criteria, estimatedHours, agentStatus, verifiedStatus } = story;
    return {
        number,
        title,
        description,
        criteria,
        estimatedHours,
        metadata: plainMetadata(story.metadata),
        agentStatus,
        verifiedStatus,
        past: pastOf(story, verdicts),
    };
}

;// CONCATENATED MODULE: ./build/loopctl/move/render-move.js
/** A move in words: what is done, then what is not kept, one line each; nothing of either is an empty list. */
function renderMove(plan) {
    return [...renderSteps(plan), ...plan.losses.map(renderLoss)];
}
/** What a move does, one line for each kind of call that it makes. */
function renderSteps({ payload, backfills, completions, rejections, releases }) {
    const stories = payload.epics.flatMap((epic) => epic.stories);
    const dependencies = payload.story_dependencies.length + payload.epic_dependencies.length;
    const reported = stories.filter((story) => story.initial_agent_status !== undefined);
    const counts = [
        [payload.epics.length, 'epic', 'imported'],
        [stories.length, 'story', 'imported, with what they went through in their metadata'],
        [dependencies, 'dependency', 'imported'],
        [reported.length, 'story', 'imported as reported done'],
        [completions.length, 'story', 'marked complete, with what their last review said'],
        [backfills.length, 'story', 'backfilled, with where the work was done'],
        [rejections.length, 'story', 'rejected, for the last reason given'],
        [releases.length, 'story', 'given back, verified as they are'],
    ];
    return counts.flatMap(([count, thing, done]) => (count === 0 ? [] : [`${count} ${plural(count, thing)} ${done}`]));
}
/** What no server takes, whoever asks: said once. */
const neverMoved = 'Not moved: ids, claims, artifacts, review records, token usage, the feed of changes and saved states. The store that is left keeps them.';
function renderLoss(loss) {
    switch (loss.kind) {
        case 'claim':
            return `${loss.number} is ${words(loss.standing)}: its claim is not carried, it is to be done from the start`;
        case 'rejections':
            return `${loss.number} failed review ${loss.failures} ${plural(loss.failures, 'time')}: the target counts the last at most, the others are in its metadata`;
        case 'stays':
            return `${loss.number} is ${words(loss.standing)} at the target and stays so; it should be ${words(loss.wanted)}`;
        case 'epic':
            return `${loss.number} stays in epic ${loss.epic} at the target; it should be in ${loss.wanted}`;
        case 'dependency':
            return `${loss.from} still waits for ${loss.to} at the target`;
    }
}
function words({ agentStatus, verifiedStatus }) {
    return verifiedStatus === 'unverified' ? agentStatus : `${agentStatus}, ${verifiedStatus}`;
}
function plural(count, thing) {
    if (count === 1)
        return thing;
    return thing.endsWith('y') ? `${thing.slice(0, -1)}ies` : `${thing}s`;
}

;// CONCATENATED MODULE: ./build/loopctl/move/run-move.js



/**
 * Moves an account of a project into a project of this store: plans, makes the calls, and reads the target again, of
 * which the same plan must ask nothing more. Cut off, it is run again.
 */
async function runMove(source, loopctl, project) {
    const plan = planMove(source, await readAccount(loopctl, project));
    await importStories(plan, loopctl, project);
    const refused = await tellStandings(plan, loopctl, project);
    await loopctl.flush(`Move ${source.project.slug} in from ${source.tenant}`);
    const left = renderSteps(planMove(source, await readAccount(loopctl, project)));
    return { plan, open: [...refused, ...left.map((line) => `Still to be done: ${line}`)] };
}
async function importStories({ payload }, loopctl, project) {
    const { epics, story_dependencies: ofStories, epic_dependencies: ofEpics } = payload;
    if (epics.length + ofStories.length + ofEpics.length > 0)
        await loopctl.importBacklog(project.id, payload);
}
async function tellStandings(plan, loopctl, project) {
    const ids = new Map((await loopctl.listStories(project.id)).map(({ id, number }) => [number, id]));
    const numbers = new Map([...ids].map(([number, id]) => [id, number]));
    const idOf = (number) => ids.get(number) ?? '';
    const results = await loopctl.markComplete(plan.completions.map(({ number, ...completion }) => ({ storyId: idOf(number), ...completion })));
    for (const { number, provenance } of plan.backfills)
        await loopctl.backfill(idOf(number), provenance);
    for (const { number, ...rejection } of plan.rejections)
        await loopctl.reject(idOf(number), rejection);
    for (const number of plan.releases)
        await loopctl.forceUnclaim(idOf(number));
    return results.flatMap(({ storyId, succeeded, reason }) => succeeded ? [] : [`${numbers.get(storyId) ?? storyId} was not marked complete: ${reason ?? 'no reason was given'}`]);
}

;// CONCATENATED MODULE: ./build/pass/gather-drift.js

/** What stories wait for only because loopctl keeps a dependency that the backlog does not name. */
function findBlockingDrift(graph, blockers, { drift }) {
    if (drift.length === 0 || blockers.size === 0)
        return new Map();
    const epicOf = new Map(graph.epics.flatMap(({ number, stories }) => stories.map((story) => [story.number, number])));
    return explainDrift({ drift, kept: dependenciesOf(graph), blockers, epicOf });
}
/** Every dependency that loopctl has, by numbers. */
async function gather_drift_readDependencies({ loopctl, project, }) {
    return dependenciesOf(await loopctl.dependencyGraph(project.id));
}
function dependenciesOf(graph) {
    const names = new Map([
        ...graph.epics.flatMap(({ stories }) => stories.map(({ id, number }) => [id, number])),
        ...graph.epics.map(({ id, number }) => [id, String(number)]),
    ]);
    const edges = [
        ...graph.storyDependencies.map((edge) => ({ kind: 'story', ...edge })),
        ...graph.epicDependencies.map((edge) => ({ kind: 'epic', ...edge })),
    ];
    return edges.flatMap(({ kind, from, to }) => {
        const [story, other] = [names.get(from), names.get(to)];
        return story === undefined || other === undefined ? [] : [{ kind, from: story, to: other }];
    });
}

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
const backlog_reading_storySchema = schemas/* object */.Ikc({
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
            const story = readEntry(backlog_reading_storySchema, inner, storyPath);
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
        epics: backlog.epics.map(backlog_epicPayload),
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
function backlog_epicPayload(epic) {
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

// EXTERNAL MODULE: ./build/git/repository.js + 1 modules
var repository = __webpack_require__(899);
;// CONCATENATED MODULE: ./build/pass/import-backlog.js





/**
 * Merges the backlog file of the default branch's tip into loopctl when its blob is another one than last time, and
 * returns the ledger that remembers it, with what loopctl keeps although the file does not name it. A backlog with
 * faults is refused whole, every fault named.
 */
async function importBacklog(ledger, tip, path, pass) {
    const file = await findFile(pass.trees, tip, path);
    if (file === null) {
        throw new ConfigurationError(`There is no backlog at ${path}.`, {
            remedy: "Put it there in loopctl's import format, or name its path in the configuration (`backlog`).",
        });
    }
    if (file.sha === ledger.backlogBlob)
        return ledger;
    const payload = parseBacklogFile(await file.read(), path);
    const drift = findDrift(payload, await readDependencies(pass));
    refuseCircles(payload, drift, path);
    const result = await pass.loopctl.importBacklog(pass.project.id, payload);
    pass.log(`▸ import - — ${path}: ${result.storiesCreated} stories created, ${result.storiesUpdated} updated, ${result.dependenciesCreated} dependencies`);
    return { ...ledger, backlogBlob: file.sha, drift: [...drift] };
}
/** The body of the import call that a backlog's file is; one with faults is refused whole, every fault named. */
function parseBacklogFile(text, path) {
    const reading = parseBacklog(parseJson(text, path));
    if (reading.kind === 'backlog')
        return importPayload(reading.backlog);
    const lines = reading.problems.map(({ path: where, message }) => `${path}: ${where}: ${message}`);
    throw new errors/* ConfigurationError */.j(lines.join('\n'), { remedy: `Mend ${path}; nothing of it was imported.` });
}
/** Refuses a circle that closes only through what loopctl keeps: some of them it would accept, and wait for ever. */
function refuseCircles(payload, drift, path) {
    const together = parseBacklog((0,core_drift/* withDrift */.sb)(payload, drift));
    if (together.kind === 'backlog')
        return;
    const lines = together.problems.map(({ message }) => `${path}: ${message}`);
    const kept = `loopctl keeps what the file does not name: ${drift.map(describe).join(', ')}.`;
    throw new errors/* ConfigurationError */.j([...lines, kept].join('\n'), {
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
        throw new errors/* ConfigurationError */.j(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
            remedy: `Mend ${path}.`,
            cause: error,
        });
    }
}

// EXTERNAL MODULE: ./build/loopctl-cli/find.js
var find = __webpack_require__(6012);
// EXTERNAL MODULE: ./build/loopctl-cli/given.js
var loopctl_cli_given = __webpack_require__(2658);
// EXTERNAL MODULE: ./build/loopctl-cli/usage-error.js
var usage_error = __webpack_require__(6163);
;// CONCATENATED MODULE: ./build/loopctl-cli/move-house.js












/** Imports a file into a project: a backlog as it is, an exported project with where its stories stand. */
async function importFrom(session, given) {
    const path = (0,loopctl_cli_given/* firstOperand */.gO)(given);
    const text = await session.readFile(path);
    const reading = parseAccountFile((0,loopctl_cli_given/* parseJson */.qF)(text, path));
    switch (reading.kind) {
        case 'problems':
            throw new errors/* ConfigurationError */.j(reading.problems.map((problem) => `${path}: ${problem}`).join('\n'), {
                remedy: `Mend ${path}; nothing of it was imported.`,
            });
        case 'account':
            return await moveIn(session, given, reading.account);
        case 'backlog':
            return await move_house_importBacklog(session, given, { payload: parseBacklogFile(text, path), path });
    }
}
/** All of a project that `import` reads. */
async function exportFrom(session) {
    const account = await readAccount(session.loopctl, await (0,find/* findProject */.t1)(session));
    return (0,loopctl_cli_given/* parseJson */.qF)(renderAccountFile(account), 'the export');
}
/** A project that was exported, with where its stories stand and what they went through. */
async function moveIn(session, given, account) {
    if ((0,loopctl_cli_given/* isGiven */.qR)(given, 'dry-run')) {
        const target = await readAccount(session.loopctl, await (0,find/* findProject */.t1)(session));
        return { would_move: renderMove(planMove(account, target)) };
    }
    const project = await findTarget(session, given);
    if (!(0,loopctl_cli_given/* isGiven */.qR)(given, 'merge'))
        await refuseKnown(session, project, account.epics);
    const { plan, open } = await runMove(account, session.loopctl, project);
    session.say(neverMoved);
    if (open.length === 0)
        return { moved: renderMove(plan) };
    throw new errors/* ConfigurationError */.j(['Not all came out as it was told.', ...renderMove(plan), ...open].join('\n'), {
        remedy: 'Run the same command again, with --merge; what stands is kept.',
    });
}
async function move_house_importBacklog(session, given, { payload, path }) {
    if ((0,loopctl_cli_given/* isGiven */.qR)(given, 'dry-run'))
        throw new usage_error/* UsageError */.e(`--dry-run is for a project that was exported: ${path} is none.`);
    const project = await findTarget(session, given);
    if (!(0,loopctl_cli_given/* isGiven */.qR)(given, 'merge'))
        await refuseKnown(session, project, payload.epics);
    const kept = await gather_drift_readDependencies({ loopctl: session.loopctl, project });
    refuseCircles(payload, (0,core_drift/* findDrift */.L1)(payload, kept), path);
    return { import: toWire(await session.loopctl.importBacklog(project.id, payload)) };
}
async function findTarget(session, given) {
    return (0,loopctl_cli_given/* isGiven */.qR)(given, 'create') ? await ensureProject(session) : await (0,find/* findProject */.t1)(session);
}
async function ensureProject({ loopctl, project }) {
    if (project === null)
        throw new usage_error/* UsageError */.e('--create needs --project NAME.');
    return (await loopctl.findProject(project)) ?? (await loopctl.ensureProject({ name: project, slug: project }));
}
/** As loopctl does, but before anything was sent, however large the file is. */
async function refuseKnown({ loopctl }, { id, slug }, epics) {
    const known = new Set((await loopctl.listStories(id)).map(({ number }) => number));
    const twice = epics.flatMap(({ stories }) => stories).filter(({ number }) => known.has(number));
    if (twice.length === 0)
        return;
    const numbers = twice.slice(0, 5).map(({ number }) => number);
    throw new errors/* ConfigurationError */.j(`\`${slug}\` has stories of these numbers already: ${numbers.join(', ')}${twice.length > 5 ? ' …' : ''}.`, {
        remedy: 'Merge the file into them: --merge. Nothing was imported.',
    });
}
function toWire(result) {
    return {
        epics_created: result.epicsCreated,
        epics_updated: result.epicsUpdated,
        stories_created: result.storiesCreated,
        stories_updated: result.storiesUpdated,
        dependencies_created: result.dependenciesCreated,
        dependencies_existing: result.dependenciesExisting,
        stories_orphaned: result.orphans,
    };
}


/***/ })

};
