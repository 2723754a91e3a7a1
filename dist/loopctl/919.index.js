export const id = 919;
export const ids = [919];
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

/***/ 4919:
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
;// CONCATENATED MODULE: ./build/core/commands/order.js


/** Who wanted it, when, and in which comment; null: by running the workflow. */
const given = { by: schemas/* string */.YjP(), at: schemas/* number */.aig(), comment: schemas/* string */.YjP().nullable() };
/** What a person asked for that has to happen outside, and has not happened yet. */
const orderSchema = schemas/* discriminatedUnion */.gMt('kind', [
    /** Workflow runs of a head that failed, to be run again. */
    schemas/* object */.Ikc({
        ...given,
        kind: schemas/* literal */.euz('rerun_checks'),
        story: schemas/* string */.YjP(),
        headSha: assignment/* sha */.hW,
        runs: schemas/* array */.YOg(schemas/* number */.aig().int()).min(1),
    }),
    /** A story is done, by a pull request that was no work of ours. */
    schemas/* object */.Ikc({
        ...given,
        kind: schemas/* literal */.euz('backfill'),
        story: schemas/* string */.YjP(),
        pullRequest: schemas/* number */.aig().int(),
        reason: schemas/* string */.YjP(),
    }),
    schemas/* object */.Ikc({
        ...given,
        kind: schemas/* literal */.euz('add'),
        story: schemas/* string */.YjP(),
        epic: schemas/* number */.aig().int(),
        title: schemas/* string */.YjP(),
        description: schemas/* string */.YjP().nullable(),
        criteria: schemas/* array */.YOg(schemas/* string */.YjP()).min(1),
    }),
    /** A merge of ours is to be undone by GitHub's own revert, and its story to be done again. */
    schemas/* object */.Ikc({ ...given, kind: schemas/* literal */.euz('revert'), story: schemas/* string */.YjP(), pullRequest: schemas/* number */.aig().int(), mergeSha: assignment/* sha */.hW }),
]);

;// CONCATENATED MODULE: ./build/core/diary.js

/** What was done lately, newest last. */
const recentSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ at: schemas/* number */.aig(), kind: schemas/* string */.YjP(), story: schemas/* string */.YjP().nullable(), said: schemas/* string */.YjP() }));
/** Since when a story is held for what holds it now. */
const waitSchema = schemas/* object */.Ikc({ code: schemas/* string */.YjP(), since: schemas/* number */.aig() });
const waitsSchema = schemas/* record */.g1P(schemas/* string */.YjP(), waitSchema);

// EXTERNAL MODULE: ./build/core/drift.js
var drift = __webpack_require__(641);
;// CONCATENATED MODULE: ./build/core/escalation.js

/** Stories that wait for people, by number: for what, who was told when, and how often they were reminded. */
const escalationsSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ code: schemas/* string */.YjP(), since: schemas/* number */.aig(), reminders: schemas/* number */.aig().int(), lastAt: schemas/* number */.aig() }));

;// CONCATENATED MODULE: ./build/core/ask.js

/** What a person asked to be told: rendered when it is answered, of what is so then. */
const askSchema = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('help') }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('status') }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('plan') }),
    /** Null: of everything that waits for a person. */
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('why'), story: schemas/* string */.YjP().nullable() }),
]);

;// CONCATENATED MODULE: ./build/core/heard.js


/**
 * What became of a person's comment: `forbidden` was not theirs to ask. `answered` once our reaction, and where there is
 * one our reply, are on it.
 */
const handledSchema = schemas/* object */.Ikc({
    at: schemas/* number */.aig(),
    /** The issue or pull request that it stands on. */
    on: schemas/* number */.aig().int(),
    login: schemas/* string */.YjP(),
    outcome: schemas/* enum */.k5n(['done', 'refused', 'forbidden']),
    replies: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), askSchema])),
    answered: schemas/* boolean */.zMY(),
});
/** What people said so far: every comment written or changed before `since`, by GitHub's clock, is done with. */
const heardSchema = schemas/* object */.Ikc({
    since: schemas/* number */.aig().nullable(),
    /** By the comment's id: those that `since` does not leave behind yet. */
    handled: schemas/* record */.g1P(schemas/* string */.YjP(), handledSchema),
});
const nothingHeard = { since: null, handled: {} };

;// CONCATENATED MODULE: ./build/core/notified.js

/** What the team's webhook was told of, by key, and when. */
const notifiedSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig());

;// CONCATENATED MODULE: ./build/core/shown.js

/**
 * What we last wrote where, by the surface's key: GitHub's number of it where it has one, the digest of what it says, and
 * what its kind has to know of it the next time.
 */
const shownSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ id: schemas/* number */.aig().int().nullable(), digest: schemas/* string */.YjP(), note: schemas/* string */.YjP() }));
/** Under this the dashboard's issue is remembered: its number, and as note what GitHub says that it holds. */
const dashboardKey = 'dashboard';

;// CONCATENATED MODULE: ./build/core/attempts.js

/** One agent's work on a story, and how it ended; told to people, decided by nothing. */
const attemptSchema = schemas/* object */.Ikc({
    assignment: schemas/* string */.YjP(),
    role: schemas/* enum */.k5n(['implement', 'fix', 'review', 'repair']),
    run: schemas/* number */.aig().int(),
    since: schemas/* number */.aig(),
    at: schemas/* number */.aig(),
    ended: schemas/* enum */.k5n(['accepted', 'kept', 'refused', 'declined', 'passed', 'failed', 'discarded', 'lost']),
    said: schemas/* string */.YjP(),
});
/** A story's attempts, newest last. */
const attemptsSchema = schemas/* array */.YOg(attemptSchema);

;// CONCATENATED MODULE: ./build/core/contract.js


/** How much of a restatement is remembered: enough to see whether the story was understood, and the ledger stays small. */
const most = { summary: 600, criteria: 60, restated: 240, deliverables: 100 };
/** What the author of an accepted head said that it would do, before it worked. */
const contractSchema = schemas/* object */.Ikc({
    /** What was agreed: over title and criteria, as they read then. */
    criteriaHash: schemas/* string */.YjP(),
    summary: schemas/* string */.YjP(),
    criteria: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), restated: schemas/* string */.YjP() })),
    /** Files that the story or the author named: they have to be in the final tree. */
    deliverables: schemas/* array */.YOg(schemas/* string */.YjP()),
    assignment: schemas/* string */.YjP(),
});
/** What is remembered of a restatement that stood, cut short. */
function contractOf({ summary, criteria }, story, assignment) {
    const promised = [...story.deliverables, ...criteria.flatMap(({ deliverables }) => deliverables)];
    return {
        criteriaHash: story.criteriaHash,
        summary: cutTo(summary, most.summary),
        criteria: criteria
            .slice(0, most.criteria)
            .map(({ id, restated }) => ({ id, restated: cutTo(restated, most.restated) })),
        deliverables: [...new Set(promised)].slice(0, most.deliverables),
        assignment,
    };
}

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
 * `acs_failed` for every criterion; or in `acs_human`, where only a person can tell.
 */
const reviewSchema = schemas/* object */.Ikc({
    result: schemas/* enum */.k5n(['pass', 'fail']),
    summary: schemas/* string */.YjP().min(1).max(8000),
    findings: schemas/* array */.YOg(finding).max(200),
    acs_verified: schemas/* array */.YOg(schemas/* string */.YjP().max(100)).max(500),
    acs_failed: schemas/* array */.YOg(schemas/* string */.YjP().max(100)).max(500),
    acs_human: schemas/* array */.YOg(schemas/* string */.YjP().max(100)).max(500).default([]),
});
/** Why a review cannot stand, or nothing when it covers every criterion and agrees with itself. */
function findReviewFault(review, criteria) {
    const failed = new Set(review.acs_failed);
    const told = [new Set(review.acs_verified), failed, new Set(review.acs_human)];
    const places = (id) => told.filter((ids) => ids.has(id)).length;
    const twice = criteria.filter((id) => places(id) > 1);
    if (twice.length > 0)
        return `criteria with more than one verdict: ${twice.join(', ')}`;
    const missing = criteria.filter((id) => places(id) === 0);
    if (missing.length > 0)
        return `criteria without a verdict: ${missing.join(', ')}`;
    const unknown = told.flatMap((ids) => [...ids]).filter((id) => !criteria.includes(id));
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

;// CONCATENATED MODULE: ./build/core/story-memory.js





const instant = schemas/* number */.aig();
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
    /** By GitHub's clock, and not before it could be seen there: what was said earlier was said of another head. */
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
    /** By GitHub's clock: an approval that was dismissed is told from one that nobody gave for it yet. */
    at: instant,
    /** The person whose verdict it is; null: an agent's. */
    by: schemas/* string */.YjP().nullable().default(null),
});
/** A criterion that a person saw met: for one text of it and one diff. */
const vouchedSchema = schemas/* object */.Ikc({
    criterion: schemas/* string */.YjP(),
    by: schemas/* string */.YjP(),
    criteriaHash: schemas/* string */.YjP(),
    patchId: schemas/* string */.YjP(),
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
    vouched: schemas/* array */.YOg(vouchedSchema).default([]),
    /** The head whose failed checks a person had run again: until they begin, they are still shown as failed. */
    rerun: schemas/* object */.Ikc({ headSha: assignment/* sha */.hW, at: instant }).nullable().default(null),
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
    /**
     * Its merge was reverted, since the base was red with it or since a person wanted that: it is to be rejected and done
     * again, told what failed.
     */
    reverted: schemas/* object */.Ikc({ redSha: assignment/* sha */.hW, failures: schemas/* array */.YOg(schemas/* string */.YjP()), by: schemas/* string */.YjP().nullable().default(null) })
        .nullable(),
    sticky: stickySchema.nullable(),
    contract: contractSchema.nullable().default(null),
    attempts: attemptsSchema.default([]),
});

;// CONCATENATED MODULE: ./build/core/tally.js

const count = schemas/* number */.aig().int().default(0);
/** What is counted over all stories, since each leaves the ledger when it is verified. */
const tallySchema = schemas/* object */.Ikc({
    /** Stories that agents worked on and that were verified. */
    verified: count,
    /** How often authors worked on them, and how often their reviews failed. */
    attempts: count,
    rejections: count,
    /** Those of them that took many attempts. */
    manyAttempts: count,
    /** What agents said that they spent, of whatever story, and how many said it; 1000 millicents are a cent. */
    told: count,
    costMillicents: count,
    tokens: count,
});
const emptyTally = {
    verified: 0,
    attempts: 0,
    rejections: 0,
    manyAttempts: 0,
    told: 0,
    costMillicents: 0,
    tokens: 0,
};

;// CONCATENATED MODULE: ./build/core/ledger.js











const ledgerVersion = 1;
const ledger_instant = schemas/* number */.aig();
const leaseSchema = schemas/* object */.Ikc({
    run: schemas/* number */.aig().int(),
    attempt: schemas/* number */.aig().int(),
    /** Which trusted job of that run: `plan`, or `settle` with its assignment's id. */
    holder: schemas/* string */.YjP(),
    until: ledger_instant,
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
    since: ledger_instant,
    notAfter: ledger_instant,
    /** How often its settle job was run again. */
    settleReruns: schemas/* number */.aig().int(),
});
const baseSchema = schemas/* object */.Ikc({
    /** The newest base SHA with proof, and when it was proven. */
    proven: schemas/* object */.Ikc({ sha: assignment/* sha */.hW, at: ledger_instant }).nullable(),
    /** The unproven tip we wait for, and since when. */
    watched: schemas/* object */.Ikc({ sha: assignment/* sha */.hW, since: ledger_instant }).nullable(),
});
/** What is being done about a red base. */
const repairSchema = schemas/* object */.Ikc({
    /** The red SHA that is mended and the jobs that failed there: the agreement. `reverts`: the story given up for it. */
    red: schemas/* object */.Ikc({
        sha: assignment/* sha */.hW,
        jobs: schemas/* array */.YOg(schemas/* string */.YjP()),
        reverts: schemas/* object */.Ikc({ story: schemas/* string */.YjP(), failures: schemas/* array */.YOg(schemas/* string */.YjP()) }).nullable(),
        /** The person who wants that story's merge, this SHA, undone: the base is not red. */
        asked: schemas/* string */.YjP().nullable().default(null),
    })
        .nullable(),
    /** Author runs and failed reviews for the base since it was last proven. */
    tries: schemas/* number */.aig().int(),
});
/** The base's CI as we started it ourselves, once for a SHA; refused: GitHub would not. */
const startedSchema = schemas/* object */.Ikc({ sha: assignment/* sha */.hW, at: ledger_instant, isRefused: schemas/* boolean */.zMY() });
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
    /** `cause`: a person, or a budget that is spent; `by`: who, or which. */
    paused: schemas/* object */.Ikc({ by: schemas/* string */.YjP(), at: ledger_instant, cause: schemas/* enum */.k5n(['person', 'budget']).default('person') }).nullable(),
    /** Spent budgets in spite of which a person let the project go on. */
    overspent: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    orders: schemas/* array */.YOg(orderSchema).default([]),
    base: baseSchema,
    repair: repairSchema,
    started: startedSchema.nullable(),
    rulesetCache: rulesetCacheSchema.nullable().default(null),
    flights: schemas/* record */.g1P(schemas/* string */.YjP(), flightSchema),
    stories: schemas/* record */.g1P(schemas/* string */.YjP(), storySchema),
    finished: schemas/* boolean */.zMY(),
    heard: heardSchema.default(nothingHeard),
    shown: shownSchema.default({}),
    waits: waitsSchema.default({}),
    /** Since when the whole line waits for what it waits for. */
    line: waitSchema.nullable().default(null),
    recent: recentSchema.default([]),
    escalations: escalationsSchema.default({}),
    tally: tallySchema.default(emptyTally),
    notified: notifiedSchema.default({}),
});
const emptyLedger = {
    version: ledgerVersion,
    lease: null,
    intents: [],
    sequence: 0,
    backlogBlob: null,
    drift: [],
    paused: null,
    overspent: [],
    orders: [],
    base: { proven: null, watched: null },
    repair: { red: null, tries: 0 },
    started: null,
    rulesetCache: null,
    flights: {},
    stories: {},
    finished: false,
    heard: nothingHeard,
    shown: {},
    waits: {},
    line: null,
    recent: [],
    escalations: {},
    tally: emptyTally,
    notified: {},
};
const freshStoryMemory = {
    generation: 1,
    agreement: null,
    authorRuns: 0,
    rejections: 0,
    granted: 0,
    infrastructure: { failures: 0, notBefore: 0 },
    reviews: { headSha: null, count: 0 },
    vouched: [],
    rerun: null,
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
    contract: null,
    attempts: [],
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
