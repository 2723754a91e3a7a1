export const id = 899;
export const ids = [899];
export const modules = {

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

/***/ 7899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseLedger: () => (/* binding */ parseLedger)
});

// UNUSED EXPORTS: emptyLedger, freshStoryMemory, ledgerSchema, ledgerVersion, recall, remember

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 14 modules
var schemas = __webpack_require__(5586);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(7428);
// EXTERNAL MODULE: ./build/core/assignment.js
var assignment = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/core/drift.js
var drift = __webpack_require__(641);
;// CONCATENATED MODULE: ./build/core/verdict.js

const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'];
const finding = schemas/* object */.Ikc({
    severity: schemas/* string */.YjP()
        .transform((value) => value.toUpperCase())
        .pipe(schemas/* enum */.k5n(severities)),
    ac_id: schemas/* string */.YjP().max(100).nullish(),
    description: schemas/* string */.YjP().min(1).max(4000),
    file: schemas/* string */.YjP().max(500).nullish(),
    line: schemas/* number */.aig().int().positive().nullish(),
});
/**
 * What a reviewer writes, in the words of loopctl's review skill: a result, and a place in `acs_verified` or
 * `acs_failed` for every criterion.
 */
const reviewSchema = schemas/* object */.Ikc({
    result: schemas/* enum */.k5n(['pass', 'fail']),
    summary: schemas/* string */.YjP().min(1).max(8000),
    findings: schemas/* array */.YOg(finding).max(200),
    acs_verified: schemas/* array */.YOg(schemas/* string */.YjP().max(100)).max(500),
    acs_failed: schemas/* array */.YOg(schemas/* string */.YjP().max(100)).max(500),
});
/** Why a review cannot stand, or nothing when it covers every criterion and agrees with itself. */
function findReviewFault(review, criteria) {
    const verified = new Set(review.acs_verified);
    const failed = new Set(review.acs_failed);
    const both = criteria.filter((id) => verified.has(id) && failed.has(id));
    if (both.length > 0)
        return `criteria both verified and failed: ${both.join(', ')}`;
    const missing = criteria.filter((id) => !verified.has(id) && !failed.has(id));
    if (missing.length > 0)
        return `criteria without a verdict: ${missing.join(', ')}`;
    const unknown = [...verified, ...failed].filter((id) => !criteria.includes(id));
    if (unknown.length > 0)
        return `criteria the story does not have: ${unknown.join(', ')}`;
    if (review.result === 'pass' && failed.size > 0)
        return `a pass with failed criteria: ${[...failed].join(', ')}`;
    if (review.result === 'pass' && review.findings.some(({ severity }) => severity === 'CRITICAL')) {
        return 'a pass with a critical finding';
    }
    if (review.result === 'fail' && failed.size === 0 && review.findings.length === 0) {
        return 'a failure without a failed criterion or a finding';
    }
    return null;
}

;// CONCATENATED MODULE: ./build/core/ledger.js




const ledgerVersion = 1;
const instant = schemas/* number */.aig();
const leaseSchema = schemas/* object */.Ikc({
    run: schemas/* number */.aig().int(),
    attempt: schemas/* number */.aig().int(),
    /** Which trusted job of that run: `plan`, or `settle` with its assignment's id. */
    holder: schemas/* string */.YjP(),
    until: instant,
});
/** What the pass under the lease set out to do, by decision kind and the thing it is done to. */
const intentSchema = schemas/* object */.Ikc({ kind: schemas/* string */.YjP(), key: schemas/* string */.YjP() });
const flightSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    role: schemas/* enum */.k5n(['implement', 'fix', 'review', 'repair']),
    story: schemas/* string */.YjP().nullable(),
    run: schemas/* number */.aig().int(),
    attempt: schemas/* number */.aig().int(),
    branch: schemas/* string */.YjP(),
    startSha: assignment/* sha */.hW,
    /** For a review: the merge base its diff was read against. */
    diffBase: assignment/* sha */.hW.nullable(),
    criteriaHash: schemas/* string */.YjP().nullable(),
    since: instant,
    notAfter: instant,
    /** How often its settle job was run again. */
    settleReruns: schemas/* number */.aig().int(),
});
const acceptedHeadSchema = schemas/* object */.Ikc({
    sha: assignment/* sha */.hW,
    by: schemas/* enum */.k5n(['agent', 'update', 'human', 'revert']),
    /** The merge base of head and base when it was accepted, against which the diff is read. */
    diffBase: assignment/* sha */.hW,
    /** `git patch-id --stable` of the diff against the merge base: what a verdict is about. */
    patchId: schemas/* string */.YjP(),
    /** The paths that it changes; null where they are too many, or were not remembered yet. */
    changedPaths: schemas/* array */.YOg(schemas/* string */.YjP()).nullable().default(null),
    /** Files promised for the criteria and not found in its tree. */
    missingDeliverables: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** What the reviewer must answer: deleted tests, changes to what CI runs. */
    concerns: schemas/* array */.YOg(schemas/* string */.YjP()),
    assignment: schemas/* string */.YjP(),
    at: instant,
});
const verdictSchema = schemas/* object */.Ikc({
    review: reviewSchema,
    criteriaHash: schemas/* string */.YjP(),
    patchId: schemas/* string */.YjP(),
    headSha: assignment/* sha */.hW,
    /** Reviewer identity: loopctl's agent id. */
    reviewer: schemas/* string */.YjP(),
    assignment: schemas/* string */.YjP(),
    run: schemas/* number */.aig().int(),
    at: instant,
});
/** A merge that we asked GitHub for and that has not ended: a request of its own, by its name, or a place in the queue. */
const mergingSchema = schemas/* object */.Ikc({ headSha: assignment/* sha */.hW, baseSha: assignment/* sha */.hW, uuid: schemas/* string */.YjP().nullable(), at: instant });
/** Of a head that GitHub did not merge after all: how often, why the last time, and when it may be asked for again. */
const unmergedSchema = schemas/* object */.Ikc({ headSha: assignment/* sha */.hW, detail: schemas/* string */.YjP(), times: schemas/* number */.aig().int(), notBefore: instant });
/** Of a head whose approval GitHub did not take, or did not give back: why, and when it may be asked again. */
const unapprovedSchema = schemas/* object */.Ikc({ headSha: assignment/* sha */.hW, detail: schemas/* string */.YjP(), notBefore: instant });
/** Why a story waits for a person; stays until a person lifts it. */
const stickySchema = schemas/* object */.Ikc({ code: schemas/* string */.YjP(), detail: schemas/* string */.YjP(), since: instant });
const storySchema = schemas/* object */.Ikc({
    /** Branch generation: `orchestrate/<number>`, then `-2`, `-3`. */
    generation: schemas/* number */.aig().int().min(1),
    /** The criteria hash at the handshake. */
    agreement: schemas/* string */.YjP().nullable(),
    authorRuns: schemas/* number */.aig().int(),
    rejections: schemas/* number */.aig().int(),
    /** How many more rejections a person granted. */
    granted: schemas/* number */.aig().int(),
    infrastructure: schemas/* object */.Ikc({ failures: schemas/* number */.aig().int(), notBefore: instant }),
    reviews: schemas/* object */.Ikc({ headSha: assignment/* sha */.hW.nullable(), count: schemas/* number */.aig().int() }),
    head: acceptedHeadSchema.nullable(),
    pullRequest: schemas/* number */.aig().int().nullable(),
    /** The head for which artifacts were posted and review requested. */
    handedOver: assignment/* sha */.hW.nullable(),
    verdict: verdictSchema.nullable(),
    /** The verdict (by its assignment) that was reported and, when it passed, completed in loopctl. */
    reported: schemas/* string */.YjP().nullable(),
    /** Findings of failed reviews since the last report that passed. */
    openFindings: schemas/* number */.aig().int(),
    feedback: schemas/* array */.YOg(assignment/* feedbackSchema */.rr),
    /** `baseBefore`: the tip when we merged; a look at the base that still shows it is an old one. */
    merged: schemas/* object */.Ikc({
        sha: assignment/* sha */.hW,
        headSha: assignment/* sha */.hW,
        baseBefore: assignment/* sha */.hW.nullable(),
        /** The person who merged it; null: we did. */
        by: schemas/* string */.YjP().nullable(),
        at: instant,
    })
        .nullable(),
    merging: mergingSchema.nullable().default(null),
    unmerged: unmergedSchema.nullable().default(null),
    unapproved: unapprovedSchema.nullable().default(null),
    /** Work that stands but touches protected paths: kept outside of the branches until a person approves its head. */
    kept: schemas/* object */.Ikc({ head: acceptedHeadSchema, protectedPaths: schemas/* array */.YOg(schemas/* string */.YjP()) }).nullable(),
    /** The head whose protected paths a person approved. */
    approvedHead: assignment/* sha */.hW.nullable(),
    /** The story is to be started over: its claim given back, its pull request closed, a new branch. */
    startOver: schemas/* boolean */.zMY(),
    /** Its merge was reverted, since the base was red with it: it is to be rejected and done again, told what failed. */
    reverted: schemas/* object */.Ikc({ redSha: assignment/* sha */.hW, failures: schemas/* array */.YOg(schemas/* string */.YjP()) }).nullable(),
    sticky: stickySchema.nullable(),
});
const baseSchema = schemas/* object */.Ikc({
    /** The newest base SHA with proof, and when it was proven. */
    proven: schemas/* object */.Ikc({ sha: assignment/* sha */.hW, at: instant }).nullable(),
    /** The unproven tip we wait for, and since when. */
    watched: schemas/* object */.Ikc({ sha: assignment/* sha */.hW, since: instant }).nullable(),
});
/** What is being done about a red base. */
const repairSchema = schemas/* object */.Ikc({
    /** The red SHA that is mended and the jobs that failed there: the agreement. `reverts`: the story given up for it. */
    red: schemas/* object */.Ikc({
        sha: assignment/* sha */.hW,
        jobs: schemas/* array */.YOg(schemas/* string */.YjP()),
        reverts: schemas/* object */.Ikc({ story: schemas/* string */.YjP(), failures: schemas/* array */.YOg(schemas/* string */.YjP()) }).nullable(),
    })
        .nullable(),
    /** Author runs and failed reviews for the base since it was last proven. */
    tries: schemas/* number */.aig().int(),
});
/** The base's CI as we started it ourselves, once for a SHA; refused: GitHub would not. */
const startedSchema = schemas/* object */.Ikc({ sha: assignment/* sha */.hW, at: instant, isRefused: schemas/* boolean */.zMY() });
/** What the rulesets of the base said about our token. A merge asks them anew all the same. */
const rulesetCacheSchema = schemas/* object */.Ikc({
    viewer: schemas/* string */.YjP(),
    rulesets: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ updatedAt: schemas/* string */.YjP(), canBypass: schemas/* string */.YjP() })),
});
/**
 * What we remember between passes: loopctl's orchestrator state. Everything that can be derived from loopctl, git or
 * GitHub is left out, so it stays proportional to the stories under way.
 */
const ledgerSchema = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(ledgerVersion),
    lease: leaseSchema.nullable(),
    intents: schemas/* array */.YOg(intentSchema),
    /** Counts assignments; makes their ids. */
    sequence: schemas/* number */.aig().int(),
    backlogBlob: schemas/* string */.YjP().nullable(),
    /** The dependencies that loopctl kept at the last import and the backlog did not name. */
    drift: schemas/* array */.YOg(drift/* dependencySchema */.lZ),
    paused: schemas/* object */.Ikc({ by: schemas/* string */.YjP(), at: instant }).nullable(),
    base: baseSchema,
    repair: repairSchema,
    started: startedSchema.nullable(),
    rulesetCache: rulesetCacheSchema.nullable().default(null),
    flights: schemas/* record */.g1P(schemas/* string */.YjP(), flightSchema),
    stories: schemas/* record */.g1P(schemas/* string */.YjP(), storySchema),
    finished: schemas/* boolean */.zMY(),
});
const emptyLedger = {
    version: ledgerVersion,
    lease: null,
    intents: [],
    sequence: 0,
    backlogBlob: null,
    drift: [],
    paused: null,
    base: { proven: null, watched: null },
    repair: { red: null, tries: 0 },
    started: null,
    rulesetCache: null,
    flights: {},
    stories: {},
    finished: false,
};
const freshStoryMemory = {
    generation: 1,
    agreement: null,
    authorRuns: 0,
    rejections: 0,
    granted: 0,
    infrastructure: { failures: 0, notBefore: 0 },
    reviews: { headSha: null, count: 0 },
    head: null,
    pullRequest: null,
    handedOver: null,
    verdict: null,
    reported: null,
    openFindings: 0,
    feedback: [],
    merged: null,
    merging: null,
    unmerged: null,
    unapproved: null,
    kept: null,
    approvedHead: null,
    startOver: false,
    reverted: null,
    sticky: null,
};
/** Reads a saved ledger; one of a newer version or of no known shape is told apart, never repaired by guessing. */
function parseLedger(saved) {
    const version = schemas/* object */.Ikc({ version: schemas/* number */.aig() }).safeParse(saved);
    if (version.success && version.data.version > ledgerVersion)
        return { kind: 'newer', version: version.data.version };
    const parsed = ledgerSchema.safeParse(saved);
    if (parsed.success)
        return { kind: 'ledger', ledger: parsed.data };
    return { kind: 'unreadable', detail: errors/* prettifyError */.S1(parsed.error) };
}
/** The memory of one story; a story never touched has the fresh one. */
function recall(ledger, story) {
    return ledger.stories[story] ?? freshStoryMemory;
}
/** The ledger with one story's memory changed. */
function remember(ledger, story, change) {
    return { ...ledger, stories: { ...ledger.stories, [story]: { ...recall(ledger, story), ...change } } };
}


/***/ })

};
