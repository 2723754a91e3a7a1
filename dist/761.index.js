export const id = 761;
export const ids = [761];
export const modules = {

/***/ 5585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ noteBase),
/* harmony export */   Fl: () => (/* binding */ isRewound),
/* harmony export */   fL: () => (/* binding */ judgeBase),
/* harmony export */   fr: () => (/* binding */ isCancelledRun),
/* harmony export */   rB: () => (/* binding */ findFailures)
/* harmony export */ });
/* unused harmony export findMissedMerge */
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

/***/ 641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L1: () => (/* binding */ findDrift),
/* harmony export */   jA: () => (/* binding */ explainDrift),
/* harmony export */   lZ: () => (/* binding */ dependencySchema),
/* harmony export */   sb: () => (/* binding */ withDrift)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2047);

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

/***/ 8365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ emptyLedger),
/* harmony export */   I9: () => (/* binding */ recall),
/* harmony export */   h8: () => (/* binding */ parseLedger),
/* harmony export */   kY: () => (/* binding */ remember),
/* harmony export */   pn: () => (/* binding */ freshStoryMemory)
/* harmony export */ });
/* unused harmony exports ledgerVersion, ledgerSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2047);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7428);
/* harmony import */ var _assignment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1453);
/* harmony import */ var _drift_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(641);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5139);




const ledgerVersion = 1;
const instant = zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig();
const leaseSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    run: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
    attempt: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
    /** Which trusted job of that run: `plan`, or `settle` with its assignment's id. */
    holder: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    until: instant,
});
/** What the pass under the lease set out to do, by decision kind and the thing it is done to. */
const intentSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), key: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
const flightSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    role: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['implement', 'fix', 'review', 'repair']),
    story: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    run: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
    attempt: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
    branch: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    startSha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW,
    /** For a review: the merge base its diff was read against. */
    diffBase: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW.nullable(),
    criteriaHash: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    since: instant,
    notAfter: instant,
    /** How often its settle job was run again. */
    settleReruns: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
});
const acceptedHeadSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    sha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW,
    by: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['agent', 'update', 'human', 'revert']),
    /** The merge base of head and base when it was accepted, against which the diff is read. */
    diffBase: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW,
    /** `git patch-id --stable` of the diff against the merge base: what a verdict is about. */
    patchId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** The paths that it changes; null where they are too many, or were not remembered yet. */
    changedPaths: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).nullable().default(null),
    /** Files promised for the criteria and not found in its tree. */
    missingDeliverables: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    /** What the reviewer must answer: deleted tests, changes to what CI runs. */
    concerns: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    assignment: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    at: instant,
});
const verdictSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    review: _verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .reviewSchema */ .Yg,
    criteriaHash: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    patchId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    headSha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW,
    /** Reviewer identity: loopctl's agent id. */
    reviewer: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    assignment: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    run: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
    at: instant,
});
/** A merge that we asked GitHub for and that has not ended: a request of its own, by its name, or a place in the queue. */
const mergingSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ headSha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW, baseSha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW, uuid: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(), at: instant });
/** Of a head that GitHub did not merge after all: how often, why the last time, and when it may be asked for again. */
const unmergedSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ headSha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW, detail: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), times: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(), notBefore: instant });
/** Of a head whose approval GitHub did not take, or did not give back: why, and when it may be asked again. */
const unapprovedSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ headSha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW, detail: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), notBefore: instant });
/** Why a story waits for a person; stays until a person lifts it. */
const stickySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ code: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), detail: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), since: instant });
const storySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** Branch generation: `orchestrate/<number>`, then `-2`, `-3`. */
    generation: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int().min(1),
    /** The criteria hash at the handshake. */
    agreement: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    authorRuns: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
    rejections: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
    /** How many more rejections a person granted. */
    granted: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
    infrastructure: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ failures: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(), notBefore: instant }),
    reviews: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ headSha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW.nullable(), count: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int() }),
    head: acceptedHeadSchema.nullable(),
    pullRequest: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int().nullable(),
    /** The head for which artifacts were posted and review requested. */
    handedOver: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW.nullable(),
    verdict: verdictSchema.nullable(),
    /** The verdict (by its assignment) that was reported and, when it passed, completed in loopctl. */
    reported: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** Findings of failed reviews since the last report that passed. */
    openFindings: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
    feedback: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .feedbackSchema */ .rr),
    /** `baseBefore`: the tip when we merged; a look at the base that still shows it is an old one. */
    merged: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        sha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW,
        headSha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW,
        baseBefore: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW.nullable(),
        /** The person who merged it; null: we did. */
        by: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
        at: instant,
    })
        .nullable(),
    merging: mergingSchema.nullable().default(null),
    unmerged: unmergedSchema.nullable().default(null),
    unapproved: unapprovedSchema.nullable().default(null),
    /** Work that stands but touches protected paths: kept outside of the branches until a person approves its head. */
    kept: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ head: acceptedHeadSchema, protectedPaths: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()) }).nullable(),
    /** The head whose protected paths a person approved. */
    approvedHead: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW.nullable(),
    /** The story is to be started over: its claim given back, its pull request closed, a new branch. */
    startOver: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    /** Its merge was reverted, since the base was red with it: it is to be rejected and done again, told what failed. */
    reverted: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ redSha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW, failures: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()) }).nullable(),
    sticky: stickySchema.nullable(),
});
const baseSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** The newest base SHA with proof, and when it was proven. */
    proven: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ sha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW, at: instant }).nullable(),
    /** The unproven tip we wait for, and since when. */
    watched: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ sha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW, since: instant }).nullable(),
});
/** What is being done about a red base. */
const repairSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** The red SHA that is mended and the jobs that failed there: the agreement. `reverts`: the story given up for it. */
    red: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        sha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW,
        jobs: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
        reverts: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ story: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), failures: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()) }).nullable(),
    })
        .nullable(),
    /** Author runs and failed reviews for the base since it was last proven. */
    tries: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
});
/** The base's CI as we started it ourselves, once for a SHA; refused: GitHub would not. */
const startedSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ sha: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW, at: instant, isRefused: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY() });
/** What the rulesets of the base said about our token. A merge asks them anew all the same. */
const rulesetCacheSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    viewer: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    rulesets: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ updatedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), canBypass: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })),
});
/**
 * What we remember between passes: loopctl's orchestrator state. Everything that can be derived from loopctl, git or
 * GitHub is left out, so it stays proportional to the stories under way.
 */
const ledgerSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(ledgerVersion),
    lease: leaseSchema.nullable(),
    intents: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(intentSchema),
    /** Counts assignments; makes their ids. */
    sequence: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
    backlogBlob: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** The dependencies that loopctl kept at the last import and the backlog did not name. */
    drift: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_drift_js__WEBPACK_IMPORTED_MODULE_1__/* .dependencySchema */ .lZ),
    paused: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ by: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), at: instant }).nullable(),
    base: baseSchema,
    repair: repairSchema,
    started: startedSchema.nullable(),
    rulesetCache: rulesetCacheSchema.nullable().default(null),
    flights: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), flightSchema),
    stories: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), storySchema),
    finished: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
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
    const version = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ version: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }).safeParse(saved);
    if (version.success && version.data.version > ledgerVersion)
        return { kind: 'newer', version: version.data.version };
    const parsed = ledgerSchema.safeParse(saved);
    if (parsed.success)
        return { kind: 'ledger', ledger: parsed.data };
    return { kind: 'unreadable', detail: zod__WEBPACK_IMPORTED_MODULE_4__/* .prettifyError */ .S1(parsed.error) };
}
/** The memory of one story; a story never touched has the fresh one. */
function recall(ledger, story) {
    return ledger.stories[story] ?? freshStoryMemory;
}
/** The ledger with one story's memory changed. */
function remember(ledger, story, change) {
    return { ...ledger, stories: { ...ledger.stories, [story]: { ...recall(ledger, story), ...change } } };
}


/***/ }),

/***/ 4157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lk: () => (/* binding */ nameRepair),
/* harmony export */   c3: () => (/* binding */ isRepair),
/* harmony export */   eW: () => (/* binding */ noteRepair),
/* harmony export */   fR: () => (/* binding */ repairStories),
/* harmony export */   r$: () => (/* binding */ dropRepair)
/* harmony export */ });
/* unused harmony export repairNumber */
/* harmony import */ var _base_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5585);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8365);


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
    return jobs.length === 0 ? ledger : { ...ledger, repair: { red: { sha: base.sha, jobs, reverts: null }, tries } };
}
/** The proof of the base; while it is repaired, what waits for it waits for its repair. */
function nameRepair(proof, { repair }) {
    if (proof.kind === 'proven' || repair.red === null)
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
            criteria: red.jobs.map((job, index) => ({ id: `AC-${index + 1}`, text: `${job} succeeds` })),
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
function describeRepair({ sha, reverts }) {
    return reverts === null
        ? `These jobs fail on the base at ${sha}. Right is the smallest change that makes them succeed and keeps what was merged.`
        : `These jobs fail on the base at ${sha}, the merge of story ${reverts.story}, and repairs did not help. This is GitHub's own revert of that merge: what it brought goes, its tests included, and nothing else; the story is done again.`;
}
/** The ledger without a repair that is over; a story whose merge it reverted is known as such from then on. */
function dropRepair(ledger, number) {
    const { red } = ledger.repair;
    const isMerged = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .recall */ .I9)(ledger, number).merged !== null;
    const { [number]: _, ...stories } = ledger.stories;
    const dropped = { ...ledger, stories, repair: { ...ledger.repair, red: null } };
    if (red === null || red.reverts === null || !isMerged || !Object.hasOwn(stories, red.reverts.story))
        return dropped;
    const { story, failures } = red.reverts;
    return (0,_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .remember */ .kY)(dropped, story, { reverted: { redSha: red.sha, failures } });
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
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8365);
/* harmony import */ var _repair_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4157);


/** All our branches begin with it. */
const branchPrefix = 'orchestrate/';
/** The branch of a story's generation. */
function branchOf(story, generation) {
    return generation === 1 ? `${branchPrefix}${story}` : `${branchPrefix}${story}-${generation}`;
}
/** The story and the generation a branch of ours is named after; null for any other branch. */
function parseBranch(branch) {
    if (!branch.startsWith(branchPrefix))
        return null;
    const name = branch.slice(branchPrefix.length);
    const [, story, generation] = /^([\d.]+|repair-[0-9a-f]{7})-(\d+)$/.exec(name) ?? [];
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
            byBranch.get(branchOf(story.number, memory.generation));
        return { story, memory, flight: flights.get(story.number) ?? null, pullRequest: pullRequest ?? null };
    });
}
/** The pull request of each branch: the open one, else the newest. A fork's branch is never ours, whatever its name. */
function findByBranch(pullRequests) {
    const isOpen = ({ state }) => (state === 'OPEN' ? 1 : 0);
    const ours = pullRequests.filter(({ isFork }) => !isFork);
    const ordered = ours.toSorted((left, right) => isOpen(left) - isOpen(right) || left.number - right.number);
    return new Map(ordered.map((pullRequest) => [pullRequest.headRef, pullRequest]));
}


/***/ })

};
