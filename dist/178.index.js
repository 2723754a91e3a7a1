export const id = 178;
export const ids = [178];
export const modules = {

/***/ 5631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ findForbidden)
/* harmony export */ });
/* harmony import */ var _commands_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3072);

/** Why this command is not for this actor to give, or nothing. */
function findForbidden(command, actor, { teams, pausedBy }) {
    if (actor.isBot) {
        return { reason: `${actor.login} is a bot.`, remedy: 'Commands steer the project: a person has to give them.' };
    }
    const role = (0,_commands_command_js__WEBPACK_IMPORTED_MODULE_0__/* .roleNeeded */ .S)(command, pausedBy);
    const isAllowed = role === 'maintain' ? actor.canMaintain : actor.canWrite;
    if (isAllowed && (teams.length === 0 || actor.isAdmin || actor.teams.length > 0))
        return null;
    if (isAllowed) {
        return {
            reason: `${actor.login} is in none of the teams that may give commands: ${teams.join(', ')}.`,
            remedy: 'Ask one of them, or have the configuration name another team (`commands.teams`).',
        };
    }
    const needed = role === 'maintain' ? 'the role maintain or admin' : 'write permission';
    return {
        reason: `${actor.login} may not \`${command.verb}\`: it takes ${needed} in this repository.`,
        remedy: 'Ask somebody who has it to give this command.',
    };
}


/***/ }),

/***/ 8741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ noteAnswered),
/* harmony export */   J: () => (/* binding */ answerComments)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5079);

/** Whoever asks for what is not theirs is told so; past that many an hour a thumb has to do, lest we be made to talk. */
const mostForbidden = 5;
/**
 * The answers that are owed to people: a reaction on each of their comments, and one reply. What was forbidden gets a
 * reply only for the first few comments of an hour, whoever's they are.
 */
function answerComments({ heard: { handled }, orders }, viewer, now) {
    const inOrder = Object.entries(handled).toSorted(([, left], [, right]) => left.at - right.at);
    const forbidden = inOrder.filter(([, { outcome, at }]) => outcome === 'forbidden' && at > (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .addMinutes */ .z)(now, -60));
    // What has to happen outside is answered once it has; but a revert goes through the gate, which takes its time.
    const owed = new Set(orders.flatMap(({ kind, comment }) => (kind === 'revert' ? [] : comment)));
    const silent = new Set(forbidden.slice(mostForbidden).map(([id]) => id));
    return inOrder
        .filter(([id, { answered }]) => !answered && !owed.has(id))
        .map(([id, { on, login, at, outcome, replies }]) => ({
        kind: 'answer',
        comment: id,
        on,
        at,
        viewer,
        reaction: outcome === 'done' ? 'rocket' : '-1',
        replies: silent.has(id) ? [] : replies,
        because: `${login} asked on #${on}: ${outcome}`,
    }));
}
/** The same, with this comment answered. */
function noteAnswered(heard, comment) {
    const known = heard.handled[comment];
    if (known === undefined)
        return heard;
    return { ...heard, handled: { ...heard.handled, [comment]: { ...known, answered: true } } };
}


/***/ }),

/***/ 4654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ listAwaiting)
/* harmony export */ });
/** The stories that wait for this one, among others. */
function listAwaiting(story, { blockers }) {
    return [...blockers].filter(([, ones]) => ones.includes(story)).map(([waiting]) => waiting);
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

/***/ 8382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ commandGuide)
/* harmony export */ });
/** Every command that people can give, in the order in which they are told. */
const commandGuide = {
    help: { form: 'help', says: 'tells the commands', needs: 'write' },
    status: { form: 'status', says: 'tells how the project stands', needs: 'write' },
    why: { form: 'why [STORY]', says: 'tells what a story waits for, down to the root', needs: 'write' },
    plan: { form: 'plan', says: 'tells what would be done next, and what the rest may cost', needs: 'write' },
    retry: {
        form: 'retry STORY[: guidance]',
        says: 'lifts what holds a story; the guidance, or the answer to its questions, goes to the next agent',
        needs: 'write',
    },
    pause: { form: 'pause', says: 'starts and merges nothing any more; what is at work ends', needs: 'write' },
    resume: { form: 'resume', says: 'goes on; after a budget stop it takes maintain', needs: 'write' },
    approve: { form: 'approve AC-ID…', says: 'says that you have seen these criteria met', needs: 'write' },
    reject: { form: 'reject REASON…', says: 'has the work done again, for your reason', needs: 'write' },
    rerun: { form: 'rerun review|ci', says: 'has this head reviewed, or tested, once more', needs: 'write' },
    escalate: { form: 'escalate [STORY]', says: 'hands the story to a person until `retry`', needs: 'write' },
    release: {
        form: 'release [STORY]',
        says: 'gives the claim back; branch and pull request are yours',
        needs: 'write',
    },
    cancel: {
        form: 'cancel STORY',
        says: 'gives the claim back, closes the pull request, and waits for `retry`',
        needs: 'write',
    },
    reset: { form: 'reset STORY', says: 'throws the work away and begins anew', needs: 'maintain' },
    'approve-paths': {
        form: 'approve-paths SHA',
        says: 'lets exactly this head change protected paths',
        needs: 'maintain',
    },
    revert: { form: 'revert [STORY]', says: 'undoes its merge, and has it done again', needs: 'maintain' },
    backfill: {
        form: 'backfill STORY pr=N REASON…',
        says: 'records a story as done by a merged pull request',
        needs: 'maintain',
    },
    add: {
        form: 'add EPIC NUMBER TITLE',
        says: 'makes a story; its criteria follow as a list, a line each',
        needs: 'write',
    },
};


/***/ }),

/***/ 6497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ applyCommand)
});

// EXTERNAL MODULE: ./build/core/earlier-life.js
var earlier_life = __webpack_require__(4781);
// EXTERNAL MODULE: ./build/core/ledger.js + 9 modules
var core_ledger = __webpack_require__(2690);
// EXTERNAL MODULE: ./build/core/nearest.js
var core_nearest = __webpack_require__(2732);
;// CONCATENATED MODULE: ./build/core/commands/command-answer.js
/** A command that was followed; also one that asked for what is so already. */
function applied(ledger, answer) {
    return { kind: 'applied', ledger, answer };
}
/** A command that cannot be followed. */
function refused(reason, remedy) {
    return { kind: 'refused', reason, remedy };
}

;// CONCATENATED MODULE: ./build/core/commands/add-story.js

/** A story that nobody has the number of yet is to be made. */
function addStory(ledger, { epic, number, title, description, criteria }, { actor, comment, world, now }) {
    const known = world.stories.find((story) => story.number === number);
    const ordered = ledger.orders.find((order) => order.kind === 'add' && order.story === number);
    const told = known?.title ?? (ordered?.kind === 'add' ? ordered.title : null);
    if (told === title)
        return applied(ledger, `${number} is there already.`);
    if (told !== null)
        return refused(`${number} is taken: ${told}.`, 'Give it a number that no story has.');
    const epics = [...new Set(world.stories.map((story) => story.epic))];
    if (epics.length > 0 && !epics.includes(epic)) {
        return refused(`There is no epic ${epic}.`, `There are ${epics.join(', ')}; a new one is for the backlog.`);
    }
    return applied({
        ...ledger,
        orders: [
            ...ledger.orders,
            { kind: 'add', story: number, epic, title, description, criteria: [...criteria], by: actor, at: now, comment },
        ],
    }, `${number} is added to epic ${epic}, with ${criteria.length === 1 ? 'one criterion' : `${criteria.length} criteria`}.`);
}

// EXTERNAL MODULE: ./build/core/standing.js
var core_standing = __webpack_require__(1040);
// EXTERNAL MODULE: ./build/core/view.js
var core_view = __webpack_require__(6761);
;// CONCATENATED MODULE: ./build/core/commands/judged-head.js


/**
 * The head that a command is about, or why it can be about none: there is no work, or it is another one than whoever gave
 * the command could have seen. When it was pushed GitHub's clock says, at the push.
 */
function findJudgedHead(number, ledger, { world, saidAt }) {
    const view = (0,core_view/* viewStories */.dG)(world, ledger).find(({ story }) => story.number === number);
    const { pullRequest } = view ?? {};
    const head = view?.memory.head;
    if (view === undefined || pullRequest === undefined || pullRequest === null || !head) {
        return refused(`${number} has no work that could be judged.`, 'Wait until its pull request is open.');
    }
    if (view.memory.merged !== null || pullRequest.state !== 'OPEN') {
        const end = pullRequest.state === 'CLOSED' ? 'closed' : 'merged';
        return refused(`#${pullRequest.number} is ${end}.`, 'What is merged `revert` undoes; what is closed `retry` begins anew.');
    }
    const tip = pullRequest.headSha.slice(0, 7);
    if (pullRequest.headSha !== head.sha) {
        return refused(`#${pullRequest.number} is at ${tip}, which was not judged yet.`, 'Say it again when it was.');
    }
    if (head.at >= saidAt) {
        return refused(`#${pullRequest.number} moved to ${tip} after that was said.`, 'Look at it, and say it again.');
    }
    return { kind: 'head', view, head, pullRequest };
}

;// CONCATENATED MODULE: ./build/core/commands/approve-criteria.js





/** A person saw these criteria met, by exactly this diff and as they read now. */
function approveCriteria(ledger, wanted, facts) {
    const found = findJudgedHead(facts.story, ledger, facts);
    if (found.kind === 'refused')
        return found;
    const { view, head } = found;
    const known = view.story.criteria.map(({ id }) => id);
    const unknown = wanted.find((id) => !known.includes(id));
    if (unknown !== undefined) {
        const nearest = (0,core_nearest/* findNearest */.q)(unknown, known);
        const remedy = nearest === null ? `It has ${known.join(', ')}.` : `Did you mean ${nearest}?`;
        return refused(`${facts.story} has no criterion ${unknown}.`, remedy);
    }
    const vouched = (0,core_standing/* listVouched */.by)(view);
    const fresh = wanted.filter((id) => !vouched.includes(id));
    if (fresh.length === 0)
        return applied(ledger, `${wanted.join(', ')}: approved already for this change.`);
    const { criteriaHash } = view.story;
    const said = fresh.map((criterion) => {
        return { criterion, by: facts.actor, criteriaHash, patchId: head.patchId, at: facts.now };
    });
    // What was said of another diff or of another text says nothing any more.
    const standing = view.memory.vouched.filter(({ criterion }) => vouched.includes(criterion));
    return applied((0,core_ledger/* remember */.kY)(ledger, facts.story, { vouched: [...standing, ...said] }), `${fresh.join(', ')} of ${facts.story}: approved for ${head.sha.slice(0, 7)}, for as long as its diff stays this one.`);
}

;// CONCATENATED MODULE: ./build/core/commands/approve-paths.js



/** Lets protected paths pass for exactly the one head of that SHA, or says what waits for it. */
function approvePaths(ledger, sha, { world, saidAt }) {
    const waiting = [...findKept(ledger), ...findPushed(ledger, world)];
    const [found, ...others] = waiting.filter((candidate) => candidate.sha.startsWith(sha));
    if (found?.at != null && found.at >= saidAt) {
        return refused(`${found.sha.slice(0, 7)} came after that was said.`, 'Look at it, and say it again.');
    }
    if (found?.at === null && sha !== found.sha) {
        const tip = found.sha.slice(0, 7);
        return refused(`Somebody pushed ${tip}, nobody knows when.`, `Look at it, and name it whole: ${found.sha}.`);
    }
    if (found !== undefined && others.every((other) => other.sha === found.sha && other.story === found.story)) {
        return applied((0,core_ledger/* remember */.kY)(ledger, found.story, { approvedHead: found.sha }), `${found.story}: ${found.paths.join(', ')} may be as ${found.sha.slice(0, 7)} has it.`);
    }
    const done = found === undefined ? findApproved(ledger, sha) : undefined;
    if (done !== undefined)
        return applied(ledger, `${done}: ${sha.slice(0, 7)} is approved already.`);
    const list = waiting.map(({ story, sha: head, paths }) => `${story} at ${head.slice(0, 10)} (${paths.join(', ')})`);
    return refused(found === undefined ? `No work waits for the approval of ${sha}.` : `${sha} is the SHA of more than one work.`, list.length === 0 ? 'Nothing waits for approval.' : `What waits: ${list.join('; ')}.`);
}
function findKept(ledger) {
    return Object.entries(ledger.stories).flatMap(([story, { kept }]) => kept === null ? [] : { story, sha: kept.head.sha, paths: kept.protectedPaths, at: kept.head.at });
}
/** Heads that somebody pushed, and that touch protected paths. */
function findPushed(ledger, world) {
    return (0,core_view/* viewStories */.dG)(world, ledger).flatMap(({ story, pullRequest }) => {
        const pushed = pullRequest === null ? undefined : world.heads.get(pullRequest.number);
        const paths = pushed?.work?.protectedPaths ?? [];
        return pushed === undefined || paths.length === 0 ? [] : { story: story.number, sha: pushed.sha, paths, at: null };
    });
}
function findApproved(ledger, sha) {
    return Object.entries(ledger.stories).find(([, { approvedHead, head }]) => approvedHead?.startsWith(sha) || head?.sha.startsWith(sha))?.[0];
}

// EXTERNAL MODULE: ./build/core/story.js
var core_story = __webpack_require__(2703);
// EXTERNAL MODULE: ./build/core/commands/command-facts.js
var command_facts = __webpack_require__(4562);
;// CONCATENATED MODULE: ./build/core/commands/backfill-story.js




/** A story counts as done by a pull request that was no work of ours, in the name of who says so. */
function backfillStory(ledger, { pullRequest, reason }, { story: number, actor, comment, world, now }) {
    const story = world.stories.find((candidate) => candidate.number === number);
    if (story === undefined)
        return refused(`${number} is no story of the backlog.`, 'Only a story can be recorded as done.');
    if ((0,core_story/* isDone */.$L)(story))
        return applied(ledger, `${number} is verified already.`);
    const known = ledger.orders.find((order) => order.kind === 'backfill' && order.story === number);
    if (known !== undefined)
        return applied(ledger, `${number} is being recorded as done already.`);
    if ((0,core_ledger/* recall */.I9)(ledger, number).merged !== null)
        return refused(`${number} is merged.`, 'It is verified when the base is proven.');
    if ((0,command_facts/* isInFlight */.w)(number, ledger) || (story.agentStatus !== 'pending' && story.agentStatus !== 'contracted')) {
        return refused(`${number} is under way.`, `Take it out of our hands first: \`release ${number}\`.`);
    }
    return applied({
        ...ledger,
        orders: [...ledger.orders, { kind: 'backfill', story: number, pullRequest, reason, by: actor, at: now, comment }],
    }, `${number} is recorded as done by #${pullRequest}.`);
}

// EXTERNAL MODULE: ./build/core/reasons.js + 8 modules
var reasons = __webpack_require__(9973);
;// CONCATENATED MODULE: ./build/core/commands/escalate-story.js





/** Hands the story to a person, as it would be handed to one by itself. */
function escalateStory(ledger, { story: number, actor, world, now }) {
    const { sticky, merged } = (0,core_ledger/* recall */.I9)(ledger, number);
    const story = world.stories.find((candidate) => candidate.number === number);
    if (merged !== null || (story !== undefined && (0,core_story/* isDone */.$L)(story))) {
        return refused(`${number} is merged.`, 'There is nothing left to hand over; `revert` undoes it.');
    }
    if (sticky !== null) {
        const { code, detail } = sticky;
        const why = (0,reasons/* isReasonCode */.O8)(code) ? (0,reasons/* describeHold */.TZ)({ code, detail }) : `${code}: ${detail}.`;
        return applied(ledger, `${number} waits for a person already: ${why}`);
    }
    const flying = (0,command_facts/* isInFlight */.w)(number, ledger) ? ' The agent at work goes on to its end.' : '';
    return applied((0,core_ledger/* remember */.kY)(ledger, number, { sticky: { code: 'escalated', detail: `by ${actor}`, since: now } }), `${number} waits for a person from now on, until \`retry ${number}\`.${flying}`);
}

// EXTERNAL MODULE: ./build/core/stages/ownership.js
var ownership = __webpack_require__(517);
;// CONCATENATED MODULE: ./build/core/commands/leave-story.js






const consequences = {
    cancelled: 'its claim is given back and its pull request closed; `retry` has it done again',
    released: 'its claim is given back, its branch and its pull request are yours; what you merge is recorded',
};
/** Holds the story for the person who takes it; what is to be given back and closed is for the next pass to see. */
function leaveStory(ledger, how, facts) {
    const { story: number, actor, world, now } = facts;
    const view = (0,core_view/* viewStories */.dG)(world, ledger).find(({ story }) => story.number === number);
    const story = world.stories.find((candidate) => candidate.number === number);
    if (view === undefined || story === undefined) {
        return refused(`${number} is no story of the backlog.`, 'A repair of the base is over when the base is green.');
    }
    if ((0,core_story/* isDone */.$L)(story))
        return refused(`${number} is verified.`, '`revert` undoes it.');
    if (view.memory.merged !== null)
        return refused(`${number} is merged.`, '`revert` undoes it.');
    if (story.agentStatus !== 'pending' && !(0,ownership/* isOurs */.MU)(view, { world })) {
        return refused(`${number} is claimed by somebody else.`, 'Have the claim given back there.');
    }
    if (view.memory.sticky?.code === how)
        return applied(ledger, `${number} is ${how} already.`);
    const sticky = { code: how, detail: `by ${actor}`, since: now };
    const flying = (0,command_facts/* isInFlight */.w)(number, ledger) ? ' What the agent at work makes is thrown away.' : '';
    return applied((0,core_ledger/* remember */.kY)(ledger, number, { ...(0,core_ledger/* recall */.I9)(ledger, number), sticky, startOver: false }), `${number} is ${how}: ${consequences[how]}.${flying}`);
}

// EXTERNAL MODULE: ./build/core/spending.js
var spending = __webpack_require__(6872);
;// CONCATENATED MODULE: ./build/core/commands/pause-project.js


/** Nobody starts and nothing merges any more. */
function pauseProject(ledger, { actor, now }) {
    if (ledger.paused?.cause === 'person')
        return applied(ledger, `The project is paused already, by ${ledger.paused.by}.`);
    return applied({ ...ledger, paused: { by: actor, at: now, cause: 'person' } }, 'The project is paused: nothing new is started and nothing is merged; agents at work go on to their end.');
}
/** It goes on; in spite of the budgets that are spent by now, each of which stops it no second time at the same amount. */
function resumeProject(ledger, { world }) {
    if (ledger.paused === null)
        return applied(ledger, 'The project is not paused.');
    const overspent = (0,spending/* findSpentBudgets */.En)(world.spending);
    const words = overspent.length === 0 ? '' : ` What is spent stops it no more: ${overspent.join(', ')}.`;
    return applied({ ...ledger, paused: null, overspent: [...overspent] }, `The project goes on.${words}`);
}

// EXTERNAL MODULE: ./build/core/cut-short.js
var cut_short = __webpack_require__(4985);
// EXTERNAL MODULE: ./build/core/repair.js
var repair = __webpack_require__(4157);
;// CONCATENATED MODULE: ./build/core/commands/reject-work.js






/** A person's own verdict on the work: it fails, for their reason, and goes the way of a failed review. */
function rejectWork(ledger, reason, facts) {
    const { story: number, actor, world, now } = facts;
    const found = findJudgedHead(number, ledger, facts);
    if (found.kind === 'refused')
        return found;
    const { view, head, pullRequest } = found;
    const { verdict, merging } = view.memory;
    if (verdict?.by === actor && verdict.review.findings[0]?.description === reason && verdict.patchId === head.patchId) {
        return applied(ledger, `${number} is rejected for that already.`);
    }
    if (merging !== null)
        return refused(`GitHub is merging #${pullRequest.number}.`, `\`revert ${number}\` undoes it when it is merged.`);
    if (isAuthorAtWork(number, ledger)) {
        return refused(`An agent is at work on ${number}.`, 'Wait for its end, and reject what comes of it.');
    }
    if (!['implementing', 'reported_done'].includes(view.story.agentStatus)) {
        return refused(`${number} is ${view.story.agentStatus} in loopctl: nothing is handed in.`, `\`retry ${number}: …\` tells the next agent.`);
    }
    const review = {
        result: 'fail',
        summary: `Rejected by ${actor}: ${(0,cut_short/* cutShort */.V)(reason)}`,
        findings: [{ severity: 'HIGH', description: reason }],
        acs_verified: [],
        acs_failed: [],
        acs_human: [],
    };
    const said = {
        review,
        criteriaHash: view.story.criteriaHash,
        patchId: head.patchId,
        headSha: head.sha,
        reviewer: world.identities.reviewer,
        assignment: `person-${facts.comment ?? now}`,
        run: world.pass.run,
        at: world.clock,
        by: actor,
    };
    const next = (0,repair/* isRepair */.c3)(number)
        ? 'a fresh agent is told why'
        : 'it counts as a rejection, and a fresh agent is told why';
    const waits = (0,command_facts/* isInFlight */.w)(number, ledger) ? ' The review that is under way is thrown away.' : '';
    return applied((0,core_ledger/* remember */.kY)(ledger, number, { verdict: said, reported: null }), `${number} is rejected: ${next}.${waits}`);
}
function isAuthorAtWork(number, { flights }) {
    return Object.values(flights).some(({ story, role }) => story === number && role !== 'review');
}

;// CONCATENATED MODULE: ./build/core/commands/rerun-checks.js



const ended = ['failure', 'cancelled', 'timed_out', 'startup_failure', 'stale'];
/** The workflow runs of a head that did not end well are to be run again. */
function rerunChecks(ledger, facts) {
    const { story, actor, comment, now } = facts;
    const found = findJudgedHead(story, ledger, facts);
    if (found.kind === 'refused')
        return found;
    const { head, pullRequest } = found;
    const known = ledger.orders.find((order) => order.kind === 'rerun_checks' && order.story === story);
    if (known !== undefined)
        return applied(ledger, `The failed checks of ${story} are run again already.`);
    if ((0,command_facts/* isInFlight */.w)(story, ledger)) {
        return refused(`An agent is at work on ${story}.`, 'What it pushes is tested anew; wait for its end.');
    }
    const runs = findFailedRuns(pullRequest);
    if (runs.length === 0) {
        return refused(`No workflow run of #${pullRequest.number} has failed.`, 'Checks of other apps are run again where they were made.');
    }
    return applied({
        ...ledger,
        orders: [
            ...ledger.orders,
            { kind: 'rerun_checks', story, headSha: head.sha, runs: [...runs], by: actor, at: now, comment },
        ],
    }, `${runs.length === 1 ? 'A workflow run' : `${runs.length} workflow runs`} of ${head.sha.slice(0, 7)} ${runs.length === 1 ? 'is' : 'are'} run again; no agent is sent at it meanwhile.`);
}
function findFailedRuns({ checks }) {
    const failed = checks.filter(({ state }) => ended.includes(state));
    return [...new Set(failed.flatMap(({ workflowRunId }) => workflowRunId ?? []))];
}

;// CONCATENATED MODULE: ./build/core/commands/rerun-review.js




/** What was said of this head is forgotten, and so is how often it was asked about. */
function rerunReview(ledger, facts) {
    const number = facts.story;
    const found = findJudgedHead(number, ledger, facts);
    if (found.kind === 'refused')
        return found;
    const { view, head, pullRequest } = found;
    const { verdict, reviews, merging, sticky } = view.memory;
    if (merging !== null)
        return refused(`GitHub is merging #${pullRequest.number}.`, `\`revert ${number}\` undoes it when it is merged.`);
    if ((0,command_facts/* isInFlight */.w)(number, ledger))
        return refused(`An agent is at work on ${number}.`, 'Wait for what it says.');
    if (verdict?.by)
        return refused(`${verdict.by} rejected it.`, 'A fresh agent is sent at it; what it makes is reviewed.');
    const count = reviews.headSha === head.sha ? reviews.count : 0;
    const isHeld = sticky?.code === 'reviews_exhausted';
    if (verdict === null && count === 0 && !isHeld)
        return applied(ledger, `${number} is to be reviewed anyway.`);
    return applied((0,core_ledger/* remember */.kY)(ledger, number, {
        verdict: null,
        reported: null,
        reviews: { headSha: head.sha, count: 0 },
        sticky: isHeld ? null : sticky,
    }), `${number} is reviewed again at ${head.sha.slice(0, 7)}, when its checks are green and an agent is free.`);
}

;// CONCATENATED MODULE: ./build/core/commands/reset-story.js




/** Has a story started over: nothing stays but its branch's number and what is to be given back and closed. */
function resetStory(ledger, facts) {
    const { story: number } = facts;
    const { identities, stories } = facts.world;
    const memory = (0,core_ledger/* recall */.I9)(ledger, number);
    const story = stories.find((candidate) => candidate.number === number);
    if (story === undefined) {
        return refused(`${number} is no story of the backlog.`, 'Only a story can be started over; `retry` lifts its hold.');
    }
    if ((0,core_story/* isDone */.$L)(story))
        return refused(`${number} is verified.`, '`revert` undoes it.');
    const isRewound = memory.merged !== null && isLost(memory.merged, number, facts);
    if (memory.merged !== null && !isRewound) {
        const at = memory.merged.sha.slice(0, 7);
        return refused(`${number} is merged, as ${at}.`, `Wait for the proof of the base, or undo it: \`revert ${number}\`.`);
    }
    const isOurs = story.assignedAgentId === null || story.assignedAgentId === identities.implementer;
    if (!isOurs)
        return refused(`${number} is claimed by somebody else.`, 'Have the claim given back there.');
    if (story.agentStatus === 'pending' && ledger.stories[number] === undefined && !(0,command_facts/* isInFlight */.w)(number, ledger)) {
        return applied(ledger, `${number}: there is nothing to start over.`);
    }
    const { agreement } = memory;
    // Of a merge that the base was put back to before, nothing is closed: it begins anew beyond its branch.
    const { generation, head, pullRequest } = memory.merged === null ? memory : { generation: memory.generation + 1, head: null, pullRequest: null };
    // loopctl's own record of rejections stays; those of before count no more.
    const rejections = (0,command_facts/* rejectionsOf */.o)(number, ledger, facts.world);
    const change = {
        ...core_ledger/* freshStoryMemory */.pn,
        generation,
        agreement,
        head,
        pullRequest,
        rejections,
        granted: rejections,
        startOver: true,
    };
    const flying = (0,command_facts/* isInFlight */.w)(number, ledger) ? ' What the agent at work makes is thrown away.' : '';
    return applied((0,core_ledger/* remember */.kY)(ledger, number, change), `${number} is started over: its claim is given back, its pull request closed, every counter at zero.${flying}`);
}
/** Whether the base was put back to before the story's merge, which is held as that. */
function isLost({ sha, baseBefore }, number, { plan, world }) {
    if (plan.holds.get(number)?.code !== 'base_rewound')
        return false;
    return baseBefore === world.base.sha || world.missingMerges.has(sha);
}

// EXTERNAL MODULE: ./build/core/stages/leave.js
var leave = __webpack_require__(9643);
// EXTERNAL MODULE: ./build/core/commands/lift.js
var commands_lift = __webpack_require__(9728);
;// CONCATENATED MODULE: ./build/core/commands/retry-story.js








/** Lifts the hold that a story waits under for a person, and no other; what the person says goes to the next author. */
function retryStory(ledger, guidance, facts) {
    const { story } = facts;
    const memory = (0,core_ledger/* recall */.I9)(ledger, story);
    const hold = holdOf(story, memory, facts);
    if (hold?.code === 'author_runs_exhausted') {
        return refused(`${story}: ${(0,reasons/* describeHold */.TZ)(hold)}`, 'Only `reset` lifts it: the story is started over.');
    }
    if (hold?.code === 'repairs_exhausted' && (ledger.repair.red?.reverts ?? null) !== null) {
        return refused(`${story}: ${(0,reasons/* describeHold */.TZ)(hold)}`, 'A revert is the last attempt: mend the base yourself.');
    }
    const lift = hold === null ? null : (0,commands_lift/* liftHold */.n)(hold, memory, liftFactsOf(story, ledger, facts));
    const lifted = lift === null ? ledger : (0,core_ledger/* remember */.kY)(recount(ledger, hold), story, lift.change);
    const advised = guidance === null ? lifted : advise(lifted, story, { guidance, questions: questionsOf(hold) }, facts);
    const words = advised === lifted ? '' : ' The next agent is told what you said.';
    if (lift !== null)
        return applied(advised, `${story} is released: ${lift.next}.${words}`);
    const standing = hold === null ? 'the next pass goes on with it' : (0,reasons/* describeHold */.TZ)(hold);
    return applied(advised, `${story}: there is nothing to lift (${standing}).${words}`);
}
function liftFactsOf(number, ledger, { world, limits }) {
    const view = (0,core_view/* viewStories */.dG)(world, ledger).find(({ story }) => story.number === number);
    return {
        rejections: (0,command_facts/* rejectionsOf */.o)(number, ledger, world),
        limit: limits.rejections,
        pullRequest: view?.pullRequest ?? null,
    };
}
/** Repairs are counted for the base, over all its red commits in a row. */
function recount(ledger, hold) {
    return hold?.code === 'repairs_exhausted' ? { ...ledger, repair: { ...ledger.repair, tries: 0 } } : ledger;
}
/** What holds the story, or is about to. */
function holdOf(story, memory, { plan }) {
    const { sticky } = memory;
    // What a person took out of our hands is that, also while it is still to be given back.
    if (sticky !== null && (0,leave/* isLeft */.O)(memory) && (0,reasons/* isReasonCode */.O8)(sticky.code))
        return { code: sticky.code, detail: sticky.detail };
    const escalation = plan.decisions.find((decision) => decision.kind === 'escalate' && decision.story.number === story);
    const held = plan.holds.get(story) ?? null;
    if (held !== null || escalation?.kind !== 'escalate')
        return held;
    return sticky === null ? escalation.hold : null;
}
/** An agent that declined had questions: whoever comes next sees what the answer is to. */
function questionsOf(hold) {
    return hold?.code === 'declined' ? [`This answers what the agent before asked: ${hold.detail}`] : [];
}
/** Guidance for the next author; an agent that is at work cannot hear it, and nobody reads it for a story that is done. */
function advise(ledger, story, { guidance, questions }, { actor, world }) {
    const isOver = world.stories.some((facts) => facts.number === story && (0,core_story/* isDone */.$L)(facts));
    const { feedback, head, merged } = (0,core_ledger/* recall */.I9)(ledger, story);
    if (isOver || merged !== null || (0,command_facts/* isInFlight */.w)(story, ledger))
        return ledger;
    const entry = {
        kind: 'guidance',
        summary: `guidance by ${actor}`,
        items: [guidance, ...questions],
        by: actor,
        headSha: head?.sha ?? null,
    };
    const isSaid = feedback.some(({ kind, summary, items }) => {
        return kind === entry.kind && summary === entry.summary && items[0] === guidance;
    });
    return isSaid ? ledger : (0,core_ledger/* remember */.kY)(ledger, story, { feedback: [...feedback, entry] });
}

;// CONCATENATED MODULE: ./build/core/commands/revert-story.js




/** The merge of a story is to be undone by GitHub's own revert, through the gate; then the story is done again. */
function revertStory(ledger, facts) {
    const { story: number, actor, comment, world, now } = facts;
    if ((0,repair/* isRepair */.c3)(number) || !world.stories.some((story) => story.number === number)) {
        return refused(`${number} is no story of the backlog.`, 'Revert it on GitHub: only a story can be done again.');
    }
    const known = ledger.orders.find((order) => order.kind === 'revert' && order.story === number);
    if (known !== undefined)
        return applied(ledger, `${number} is being reverted already.`);
    const merged = findMerged(number, world);
    if (merged === null || merged.mergeSha === null) {
        return refused(`No merge of ${number} is known.`, `What is not merged \`cancel ${number}\` or \`reset ${number}\` takes back.`);
    }
    const by = world.reverts.get(merged.number);
    if (by !== undefined || (0,core_ledger/* recall */.I9)(ledger, number).reverted !== null) {
        return applied(ledger, `#${merged.number} is reverted already${by === undefined ? '' : `, by #${by}`}.`);
    }
    return applied({
        ...ledger,
        orders: [
            ...ledger.orders,
            {
                kind: 'revert',
                story: number,
                pullRequest: merged.number,
                mergeSha: merged.mergeSha,
                by: actor,
                at: now,
                comment,
            },
        ],
    }, `#${merged.number} is reverted by GitHub, through checks, review and gate, once the base is proven; then ${number} is done again.`);
}
/** The newest merge of a story's branches, whoever remembers the story. */
function findMerged(number, { pullRequests, base }) {
    const merged = pullRequests.filter(({ state, isFork, baseRef, headRef }) => state === 'MERGED' && !isFork && baseRef === base.branch && (0,core_view/* parseBranch */.Qd)(headRef)?.story === number);
    return merged.toSorted((left, right) => right.number - left.number)[0] ?? null;
}

;// CONCATENATED MODULE: ./build/core/commands/apply-command.js

















/**
 * What a person's command makes of the ledger, or why it cannot be followed. Given twice it changes nothing more, unless
 * another reason has come to hold the story; what is to be done about it is for the next pass to see.
 */
function applyCommand(ledger, command, facts) {
    if (!('story' in command))
        return applyToProject(ledger, command, facts);
    const story = command.story ?? facts.story;
    if (command.verb === 'why')
        return { kind: 'asked', ask: { kind: 'why', story } };
    if (story === null) {
        return refused(`\`${command.verb}\` needs the number of a story.`, 'Name it, or say it on its pull request.');
    }
    const unknown = findUnknown(story, ledger, facts);
    return unknown ?? applyToStory(recollect(ledger, story, facts), command, { ...facts, story });
}
function applyToProject(ledger, command, facts) {
    switch (command.verb) {
        case 'help':
        case 'status':
        case 'plan':
            return { kind: 'asked', ask: { kind: command.verb } };
        case 'pause':
            return pauseProject(ledger, facts);
        case 'resume':
            return resumeProject(ledger, facts);
        case 'approve-paths':
            return approvePaths(ledger, command.sha, facts);
        case 'add':
            return addStory(ledger, command, facts);
    }
}
function applyToStory(ledger, command, facts) {
    switch (command.verb) {
        case 'retry':
            return retryStory(ledger, command.guidance, facts);
        case 'reset':
            return resetStory(ledger, facts);
        case 'cancel':
            return leaveStory(ledger, 'cancelled', facts);
        case 'release':
            return leaveStory(ledger, 'released', facts);
        case 'escalate':
            return escalateStory(ledger, facts);
        case 'approve':
            return approveCriteria(ledger, command.criteria, facts);
        case 'reject':
            return rejectWork(ledger, command.reason, facts);
        case 'rerun':
            return command.what === 'ci' ? rerunChecks(ledger, facts) : rerunReview(ledger, facts);
        case 'backfill':
            return backfillStory(ledger, command, facts);
        case 'revert':
            return revertStory(ledger, facts);
    }
}
/** What a lost ledger knew of the story, as far as pull requests tell it: which branch is the newest. */
function recollect(ledger, story, { world }) {
    const noted = (0,earlier_life/* noteEarlierLife */.p)(ledger, world);
    return noted.stories[story] === ledger.stories[story] ? ledger : (0,core_ledger/* remember */.kY)(ledger, story, (0,core_ledger/* recall */.I9)(noted, story));
}
function findUnknown(story, ledger, { world }) {
    const known = [...world.stories.map(({ number }) => number), ...Object.keys(ledger.stories)];
    if (known.includes(story))
        return null;
    const nearest = (0,core_nearest/* findNearest */.q)(story, known);
    return refused(`There is no story ${story}.`, nearest === null ? 'Look for its number in the backlog.' : `Did you mean ${nearest}?`);
}


/***/ }),

/***/ 4562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ rejectionsOf),
/* harmony export */   w: () => (/* binding */ isInFlight)
/* harmony export */ });
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2690);

/** Whether an agent is at work on the story. */
function isInFlight(story, ledger) {
    return Object.values(ledger.flights).some((flight) => flight.story === story);
}
/** How often the story was rejected, by whoever remembers more. */
function rejectionsOf(story, ledger, { rejections }) {
    return Math.max((0,_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .recall */ .I9)(ledger, story).rejections, rejections.get(story) ?? 0);
}


/***/ }),

/***/ 3072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ verbs),
/* harmony export */   S: () => (/* binding */ roleNeeded)
/* harmony export */ });
/* harmony import */ var _command_guide_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8382);

const verbs = Object.keys(_command_guide_js__WEBPACK_IMPORTED_MODULE_0__/* .commandGuide */ .o);
/**
 * What a person must be allowed to do: steering takes `write`, throwing work away or letting it pass takes `maintain`, and
 * so does going on where a budget stopped the project.
 */
function roleNeeded({ verb }, pausedBy) {
    return verb === 'resume' && pausedBy === 'budget' ? 'maintain' : _command_guide_js__WEBPACK_IMPORTED_MODULE_0__/* .commandGuide */ .o[verb].needs;
}


/***/ }),

/***/ 3540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ forgetOrders),
/* harmony export */   KH: () => (/* binding */ noteOrdered),
/* harmony export */   Qv: () => (/* binding */ stepOrdered),
/* harmony export */   Qw: () => (/* binding */ createStories)
/* harmony export */ });
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2690);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3594);
/* harmony import */ var _story_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2703);



/** The stories that people had made; what they asked for of a story that is there is a step of that story. */
function createStories({ orders }) {
    return orders.flatMap((order) => {
        if (order.kind !== 'add')
            return [];
        return { kind: 'create_story', order, because: `${order.by} added it: ${order.title}` };
    });
}
/** What a person asked for of this story that loopctl or GitHub can be told now; a revert is begun by its repair. */
function stepOrdered({ story }, { ledger }) {
    const order = ledger.orders.find((candidate) => candidate.kind !== 'add' && candidate.story === story.number);
    if (order?.kind === 'rerun_checks') {
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_1__/* .act */ .Rb)({ kind: 'rerun_checks', story, order, because: `${order.by} had its checks run again` });
    }
    if (order?.kind !== 'backfill')
        return null;
    const because = `${order.by}: done by #${order.pullRequest}: ${order.reason}`;
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_1__/* .act */ .Rb)({ kind: 'backfill_story', story, order, how: howToTell(story), because });
}
function howToTell({ agentStatus, verifiedStatus }) {
    return agentStatus === 'pending' && verifiedStatus !== 'rejected' ? 'backfill' : 'mark_complete';
}
/** The ledger without orders that are done, or about something that is there no more, which their givers are told. */
function forgetOrders(ledger, world) {
    const orders = ledger.orders.filter((order) => fateOf(order, ledger, world) === 'open');
    if (orders.length === ledger.orders.length)
        return ledger;
    const lost = ledger.orders.filter((order) => fateOf(order, ledger, world) === 'lost');
    return lost.reduce((told, order) => noteRefusal(told, order, 'What it was about is gone: that head, or that story.'), { ...ledger, orders });
}
function fateOf(order, ledger, { stories, reverts }) {
    const story = stories.find(({ number }) => number === order.story);
    switch (order.kind) {
        case 'add':
            return story === undefined ? 'open' : 'done';
        case 'rerun_checks':
            return ledger.stories[order.story]?.head?.sha === order.headSha ? 'open' : 'lost';
        case 'backfill':
            return ofStory(story, story !== undefined && (0,_story_js__WEBPACK_IMPORTED_MODULE_2__/* .isDone */ .$L)(story));
        case 'revert':
            return ofStory(story, reverts.has(order.pullRequest) && !isBeingReverted(order, ledger));
    }
}
function ofStory(story, isSo) {
    if (story === undefined)
        return 'lost';
    return isSo ? 'done' : 'open';
}
function isBeingReverted({ story }, { repair }) {
    return repair.red?.reverts?.story === story;
}
/** The ledger after an order was followed; one that was refused is told to whoever gave it, where that was not answered yet. */
function noteOrdered(ledger, order, refusal, now) {
    const isThis = (other) => other.kind === order.kind && other.story === order.story;
    const known = { ...ledger, orders: ledger.orders.filter((other) => !isThis(other)) };
    if (refusal !== undefined)
        return noteRefusal(known, order, refusal);
    if (order.kind !== 'rerun_checks')
        return known;
    return (0,_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .remember */ .kY)(known, order.story, { rerun: { headSha: order.headSha, at: now } });
}
function noteRefusal(ledger, { comment, story }, refusal) {
    const handled = comment === null ? undefined : ledger.heard.handled[comment];
    if (comment === null || handled === undefined || handled.answered)
        return ledger;
    const told = {
        ...handled,
        outcome: 'refused',
        replies: [...handled.replies, `${story}: not done. ${refusal}`],
    };
    return { ...ledger, heard: { ...ledger.heard, handled: { ...ledger.heard.handled, [comment]: told } } };
}


/***/ }),

/***/ 7170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ isForUs),
/* harmony export */   VW: () => (/* binding */ isWorthReading),
/* harmony export */   _E: () => (/* binding */ chooseAsked),
/* harmony export */   cz: () => (/* binding */ mayBeCommand)
/* harmony export */ });
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6761);
/* harmony import */ var _parse_comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2196);


/** So many that they should not be listed again, though none is for us. */
const manyComments = 50;
/** Characters. */
const longestOfStrangers = 2000;
/** Each is answered under the lease, which does not last for ever. */
const mostAtOnce = 20;
/** Of what was listed, what a pass asks more about: at most twenty; null where the list may as well be read once more. */
function chooseAsked({ comments, isCut }, handled) {
    const all = comments.filter((comment) => mayBeCommand(comment) && !Object.hasOwn(handled, comment.id));
    const asked = all.slice(0, mostAtOnce);
    const isTooMuch = all.length > mostAtOnce;
    const newest = isTooMuch ? asked.at(-1) : comments.at(-1);
    if (newest === undefined || (asked.length === 0 && comments.length < manyComments && !isCut))
        return null;
    return { asked, newest, isCut: isTooMuch || isCut };
}
/** Whether a person wrote it, and a line of it begins like a command. */
function mayBeCommand({ author, isByPerson, body }) {
    return author !== null && isByPerson && /^\/orchestrate(?:[ \t]|$)/im.test(body);
}
/** Whether it is said to us, and stands as it was written: on the dashboard, a branch of ours, or a story's pull request. */
function isForUs(place, pullRequests) {
    if (place.isEdited || place.isAnswered)
        return false;
    if (place.branch === null)
        return place.isOnIssueOfOurs;
    // GitHub names the branch of a revert.
    return place.branch.startsWith(_view_js__WEBPACK_IMPORTED_MODULE_0__/* .branchPrefix */ .$j) || pullRequests.has(place.number);
}
/**
 * Whether there is a command in it, be it one that nobody knows. To read Markdown takes time, which strangers do not get
 * without end: what is long of somebody who may not ask is passed over.
 */
function isWorthReading({ actor, body }) {
    return (actor.canWrite || body.length <= longestOfStrangers) && (0,_parse_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .parseComment */ .v)(body).length > 0;
}


/***/ }),

/***/ 9728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ liftHold)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9973);
/* harmony import */ var _remember_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2427);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6761);



const lifters = {
    declined: () => ({ change: {}, next: 'a fresh agent gets it' }),
    rejections_exhausted: ({ granted }, { rejections, limit }) => ({
        // One more than what was used up, also where the limit was lowered in the meantime.
        change: { granted: Math.max(granted, rejections - limit) + 1 },
        next: 'one more attempt is granted',
    }),
    infrastructure_exhausted: () => ({
        change: { infrastructure: { failures: 0, notBefore: 0 } },
        next: 'the machines are tried again',
    }),
    backing_off: ({ infrastructure }) => ({
        change: { infrastructure: { ...infrastructure, notBefore: 0 } },
        next: 'it is tried again at once',
    }),
    merge_again: () => ({ change: { unmerged: null }, next: 'it goes through the gate again at once' }),
    merge_refused: () => ({ change: { unmerged: null }, next: 'it goes through the gate again' }),
    repairs_exhausted: () => ({ change: {}, next: 'as many repairs are tried again' }),
    reviews_exhausted: ({ reviews }) => ({ change: { reviews: { ...reviews, count: 0 } }, next: 'it is reviewed again' }),
    closed_by_human: (memory, { pullRequest }) => pullRequest?.state === 'OPEN'
        ? { change: {}, next: 'its pull request is open again, and goes on' }
        : { change: (0,_remember_js__WEBPACK_IMPORTED_MODULE_1__/* .restart */ .S)(beyond(memory, pullRequest)), next: 'it is done again on a new branch' },
    cancelled: takeUp,
    released: takeUp,
    protected_paths: ({ kept, feedback }) => kept === null
        ? null
        : {
            change: { kept: null, feedback: [...feedback, feedbackOfNo(kept)] },
            next: 'the work is not let in, and a fresh agent does without',
        },
};
/**
 * What a person's `retry` changes for a story that is held; null where it is not for `retry` to lift. What was handed to
 * a person (`sticky`) is asked anew, whatever it was.
 */
function liftHold(hold, memory, facts) {
    const lifter = lifters[hold.code];
    if (lifter !== undefined) {
        const lifted = lifter(memory, facts);
        return lifted === null ? null : { ...lifted, change: { ...lifted.change, sticky: null } };
    }
    return isThat(memory.sticky, hold) ? { change: { sticky: null }, next: 'it is looked at again' } : null;
}
/** Whether it is this that was handed to a person: a merge, say, goes before. A code of another release shows as stalled. */
function isThat(sticky, { code, detail }) {
    if (sticky === null)
        return false;
    if ((0,_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .isReasonCode */ .O8)(sticky.code))
        return sticky.code === code;
    return code === 'stalled_elsewhere' && detail === `${sticky.code}: ${sticky.detail}`;
}
/** What a person had taken out of our hands goes on where it is open, and begins anew where it is closed. */
function takeUp(memory, { pullRequest }) {
    if (pullRequest === null)
        return { change: {}, next: 'it is done' };
    return pullRequest.state === 'OPEN'
        ? { change: {}, next: 'its pull request goes on' }
        : { change: (0,_remember_js__WEBPACK_IMPORTED_MODULE_1__/* .restart */ .S)(beyond(memory, pullRequest)), next: 'it is done again on a new branch' };
}
/** An old ledger may not know of the branch that is done with. */
function beyond(memory, pullRequest) {
    const seen = pullRequest === null ? null : (0,_view_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBranch */ .Qd)(pullRequest.headRef);
    return { ...memory, generation: Math.max(memory.generation, seen?.generation ?? 1) };
}
function feedbackOfNo({ head, protectedPaths }) {
    return {
        kind: 'outcome_refused',
        summary: 'the change to protected paths was not allowed: do without',
        items: protectedPaths.map((path) => `${path} must stay as it is`),
        headSha: head.sha,
    };
}


/***/ }),

/***/ 3428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ parseCommand),
  U: () => (/* binding */ readCommand)
});

// EXTERNAL MODULE: ./build/core/nearest.js
var core_nearest = __webpack_require__(2732);
// EXTERNAL MODULE: ./build/core/commands/command.js
var command = __webpack_require__(3072);
;// CONCATENATED MODULE: ./build/core/commands/said.js
/** The longest text that goes into a prompt, or to loopctl, with a command. */
const mostCharacters = 2000;
function readSaid(verb, line, following) {
    const colon = line.indexOf(':');
    const head = colon === -1 ? line : line.slice(0, colon);
    return {
        verb,
        words: head.split(/[ \t]+/).filter((word) => word !== ''),
        afterColon: colon === -1 ? null : `${line.slice(colon + 1)}\n${following}`.trim(),
        line: line.trim(),
        following,
    };
}
function understood(command) {
    return { kind: 'command', command };
}
function fault(reason, remedy) {
    return { kind: 'fault', reason, remedy };
}
/** Why a text is too long to be taken, or nothing. */
function findLength(what, text) {
    return text.length <= mostCharacters
        ? null
        : fault(`${what} has ${text.length} characters, and ${mostCharacters} are the most.`, 'Put what is long into the story itself.');
}

;// CONCATENATED MODULE: ./build/core/commands/parse-new-story.js

const mostCriteria = 50;
const longestTitle = 200;
const example = 'Write it as `add 3 3.4 The title`, and below it the criteria as a list, a line each: `- what must be true`.';
const item = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(.*)$/;
/** A story to be made: epic, number and title in the first line, then what it is about, then its criteria as a list. */
function parseNewStory({ line, following }) {
    const [, epic, number, title = ''] = /^(\d{1,4})[ \t]+(\d{1,4}(?:\.\d{1,4})?):?[ \t]+(.*)$/.exec(line) ?? [];
    if (epic === undefined || number === undefined) {
        return fault('`add` needs the number of an epic, that of the story, and a title.', example);
    }
    if (title.length > longestTitle) {
        return fault(`The title has ${title.length} characters, and ${longestTitle} are the most.`, example);
    }
    const { description, criteria } = readBody(following);
    if (criteria.length === 0)
        return fault(`${number} has no acceptance criteria.`, example);
    if (criteria.length > mostCriteria) {
        return fault(`There are ${criteria.length} criteria, and ${mostCriteria} are the most.`, 'Make two stories of it.');
    }
    const length = [
        findLength('The description', description),
        ...criteria.map((text) => findLength('A criterion', text)),
    ];
    return (length.find((found) => found !== null) ??
        understood({
            verb: 'add',
            epic: Number(epic),
            number,
            title: title.trim(),
            description: description === '' ? null : description,
            criteria,
        }));
}
/** What stands before the list is the description; a line of it that begins no item goes on with the one before. */
function readBody(text) {
    const before = [];
    const items = [];
    for (const line of text.split('\n')) {
        const [, begun] = item.exec(line) ?? [];
        if (begun !== undefined)
            items.push([begun.trim()]);
        else if (items.length === 0)
            before.push(line);
        else
            items.at(-1)?.push(line.trim());
    }
    const criteria = items.map((lines) => lines.filter((line) => line !== '').join(' '));
    return { description: before.join('\n').trim(), criteria: criteria.filter((criterion) => criterion !== '') };
}

;// CONCATENATED MODULE: ./build/core/commands/readers.js

/** What may be named in place of a story: a story, or the repair of a red base. */
const storyForm = /^(\d+(\.\d+)?|repair-[0-9a-f]{7})$/;
const shaForm = /^[0-9a-f]{7,64}$/i;
/** A command about the whole project takes nothing. */
function ofProject(verb) {
    return ({ words, afterColon }) => {
        if (afterColon !== null)
            return noWords(verb);
        if (words.length === 0)
            return understood({ verb });
        return fault(`\`${verb}\` is for the whole project, and ${words.join(', ')} was given.`, 'Write it alone.');
    };
}
/** A command about one story, which may be left out on its pull request; a question may end as one. */
function ofStory(verb) {
    return ({ words, afterColon }) => {
        if (afterColon !== null)
            return noWords(verb);
        const subjects = verb === 'why' ? words.map((word) => word.replace(/\?$/, '')).filter((word) => word !== '') : words;
        const read = readStory(verb, subjects);
        return read.kind === 'fault' ? read : understood({ verb, story: read.story });
    };
}
/** Whatever is said after the colon, on as many lines as it takes, goes to the next agent. */
function readRetry({ words, afterColon }) {
    const read = readStory('retry', words);
    if (read.kind === 'fault')
        return read;
    const guidance = afterColon === '' ? null : afterColon;
    return findLength('The guidance', guidance ?? '') ?? understood({ verb: 'retry', story: read.story, guidance });
}
/** The ids of criteria, after the number of their story where it is given. */
function readApproval({ line }) {
    const [first = '', ...others] = line.split(/[\s,:]+/).filter((word) => word !== '');
    const isStory = storyForm.test(first);
    const criteria = [...new Set(isStory || first === '' ? others : [first, ...others])];
    if (criteria.length === 0) {
        return fault('`approve` needs the ids of criteria.', 'Write it as `approve AC-3`, or with the story: `approve 2.1 AC-3`.');
    }
    return understood({ verb: 'approve', story: isStory ? first : null, criteria });
}
/** A reason, on as many lines as it takes, after the number of the story and a colon where it is given. */
function readRejection({ line, words, afterColon, following }) {
    const [first = ''] = words;
    const isNamed = words.length === 1 && storyForm.test(first) && afterColon !== null;
    const isBare = words.length === 0 && afterColon !== null;
    const reason = isNamed || isBare ? afterColon : `${line}\n${following}`.trim();
    if (reason === '' || storyForm.test(reason)) {
        return fault('`reject` needs a reason.', 'Write it as `reject the button is missing`, or with the story: `reject 2.1: …`.');
    }
    return findLength('The reason', reason) ?? understood({ verb: 'reject', story: isNamed ? first : null, reason });
}
function readRerun({ words, afterColon }) {
    if (afterColon !== null)
        return noWords('rerun');
    const lower = words.map((word) => word.toLowerCase());
    const what = ['review', 'ci'].filter((candidate) => lower.includes(candidate));
    const read = readStory('rerun', words.filter((_, index) => lower[index] !== what[0]));
    const [only] = what;
    if (only === undefined || what.length > 1)
        return fault('`rerun` needs what to run again.', 'Write `rerun review` or `rerun ci`.');
    return read.kind === 'fault' ? read : understood({ verb: 'rerun', story: read.story, what: only });
}
/** The commit whose protected paths may be as they are. */
function readPaths({ words, afterColon }) {
    if (afterColon !== null)
        return noWords('approve-paths');
    const wanted = 'the SHA of a commit, at least seven digits of it';
    const sha = oneOf('approve-paths', words, { wanted, form: shaForm, example: '1a2b3c4' });
    return typeof sha === 'string' ? understood({ verb: 'approve-paths', sha: sha.toLowerCase() }) : sha;
}
/** A merged pull request, and why it counts as the story's work. */
function readBackfill({ line, following }) {
    const [, story = null, digits, words = ''] = /^(?:(\d+(?:\.\d+)?):?\s+)?pr=#?(\d{1,9})(?:[\s:]+([\s\S]*))?$/i.exec(line) ?? [];
    if (digits === undefined) {
        return fault('`backfill` needs a story and its merged pull request.', 'Write it as `backfill 2.1 pr=12 why it counts as done`.');
    }
    const reason = `${words}\n${following}`.trim();
    if (reason === '')
        return fault('`backfill` needs a reason.', `Write why #${digits} counts as the story's work.`);
    return (findLength('The reason', reason) ?? understood({ verb: 'backfill', story, pullRequest: Number(digits), reason }));
}
function readStory(verb, subjects) {
    if (subjects.length === 0)
        return { kind: 'story', story: null };
    const example = verb === 'rerun' ? 'ci 2.1' : '2.1';
    const story = oneOf(verb, subjects, { wanted: 'the number of a story', form: storyForm, example });
    return typeof story === 'string' ? { kind: 'story', story } : story;
}
/** The one thing that a command is about, in the form that it must have. */
function oneOf(verb, words, { wanted, form, example }) {
    const remedy = `Write it as \`${verb} ${example}\`.`;
    const [subject, ...others] = new Set(words);
    if (subject === undefined)
        return fault(`\`${verb}\` needs ${wanted}.`, remedy);
    if (others.length > 0)
        return fault(`\`${verb}\` takes one at a time, not ${[subject, ...others].join(', ')}.`, remedy);
    return form.test(subject) ? subject : fault(`\`${subject}\` is not ${wanted}.`, remedy);
}
function noWords(verb) {
    return fault(`\`${verb}\` takes no words after a colon.`, 'Only `retry` and `reject` do: they go to the next agent.');
}

;// CONCATENATED MODULE: ./build/core/commands/parse-command.js





const known = command/* verbs */.P.map((verb) => `\`${verb}\``).join(', ');
const readers = {
    help: ofProject('help'),
    status: ofProject('status'),
    plan: ofProject('plan'),
    pause: ofProject('pause'),
    resume: ofProject('resume'),
    why: ofStory('why'),
    reset: ofStory('reset'),
    escalate: ofStory('escalate'),
    release: ofStory('release'),
    cancel: ofStory('cancel'),
    revert: ofStory('revert'),
    retry: readRetry,
    approve: readApproval,
    reject: readRejection,
    rerun: readRerun,
    'approve-paths': readPaths,
    backfill: readBackfill,
    add: parseNewStory,
};
/**
 * Reads one command: its first line after `/orchestrate`, and the lines after it, of which only those commands take
 * something that are given words. What cannot be read is answered with what to write instead.
 */
function readCommand(line, following) {
    const { typed, rest } = splitVerb(line);
    if (typed === '')
        return fault('There is no command.', `Give one of ${known}.`);
    const verb = command/* verbs */.P.find((candidate) => candidate === typed.toLowerCase());
    return verb === undefined ? unknownVerb(typed) : readers[verb](readSaid(verb, rest, following));
}
/**
 * Reads a command from what a workflow is run with: its text (`retry 2.1: use the streaming parser`), or its verb and what
 * it is about given apart. There is no pull request that could say which story is meant.
 */
function parseCommand(text, argument) {
    const { typed, rest } = splitVerb(text.replace(/^\s*\/orchestrate\s+/i, ''));
    const [line = '', ...following] = join(typed, rest, argument.trim()).split(/\r\n|\n|\r/);
    const reading = readCommand(`${typed} ${line}`, following.join('\n'));
    if (reading.kind === 'fault')
        return reading;
    const { command } = reading;
    if (!('story' in command) || command.story !== null || command.verb === 'why')
        return reading;
    return fault(`\`${command.verb}\` needs the number of a story.`, `Write it as \`${command.verb} 2.1\`.`);
}
function splitVerb(text) {
    const trimmed = text.trim();
    const [typed = ''] = /^[^\s:]*/.exec(trimmed) ?? [];
    return { typed, rest: trimmed.slice(typed.length) };
}
/** What was given apart stands behind what it is given with, but before words. */
function join(typed, rest, about) {
    const [head = '', ...words] = rest.split(':');
    if (about === '' || head.trim().split(/\s+/).includes(about))
        return rest;
    switch (typed.toLowerCase()) {
        case 'reject':
            return rest.trim() === '' ? about : `${about}: ${rest.trim().replace(/^:/, '')}`;
        case 'approve':
        case 'backfill':
        case 'add':
            return `${about} ${rest}`;
        default:
            return [`${head} ${about}`, ...words].join(':');
    }
}
function unknownVerb(typed) {
    const nearest = (0,core_nearest/* findNearest */.q)(typed, command/* verbs */.P);
    const all = `The commands are ${known}.`;
    return fault(`\`${typed}\` is no command.`, nearest === null ? all : `Did you mean \`${nearest}\`? ${all}`);
}


/***/ }),

/***/ 2196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ parseComment)
});

;// CONCATENATED MODULE: ./build/core/commands/markdown/html-tag.js
const attribute = '\\s+[A-Za-z_:][\\w.:-]*(?:\\s*=\\s*(?:[^\\s"\'=<>`]+|\'[^\']*\'|"[^"]*"))?';
/** An opening or closing tag as CommonMark has it (https://spec.commonmark.org/0.31.2/#raw-html). */
const htmlTag = `<(?:([A-Za-z][A-Za-z0-9-]*)(?:${attribute})*\\s*/?|/([A-Za-z][A-Za-z0-9-]*)\\s*)>`;

;// CONCATENATED MODULE: ./build/core/commands/markdown/html-block.js

const names = 'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';
/** The seven kinds of HTML blocks, in order: https://spec.commonmark.org/0.31.2/#html-blocks */
const htmlBlocks = [
    {
        start: /^<(?:script|pre|textarea|style)(?:\s|>|$)/i,
        end: /<\/(?:script|pre|textarea|style)>/i,
        interruptsParagraph: true,
    },
    { start: /^<!--/, end: /-->/, interruptsParagraph: true },
    { start: /^<\?/, end: /\?>/, interruptsParagraph: true },
    { start: /^<![A-Za-z]/, end: />/, interruptsParagraph: true },
    { start: /^<!\[CDATA\[/, end: /\]\]>/, interruptsParagraph: true },
    { start: new RegExp(`^</?(?:${names})(?:\\s|/?>|$)`, 'i'), end: null, interruptsParagraph: true },
    { start: new RegExp(`^${htmlTag}\\s*$`), end: null, interruptsParagraph: false },
];
/** The HTML block that a line without indentation begins, or null. */
function findHtmlBlock(line, isInParagraph) {
    if (!line.startsWith('<'))
        return null;
    return (htmlBlocks.find(({ start, interruptsParagraph }) => (interruptsParagraph || !isInParagraph) && start.test(line)) ??
        null);
}

;// CONCATENATED MODULE: ./build/core/commands/markdown/blocks.js

/** Deeper than anybody nests; what stands deeper, and everything after it, is not looked at. */
const deepest = 40;
const none = { kind: 'none' };
/**
 * The blocks of a Markdown text by CommonMark's own way of reading (https://spec.commonmark.org/0.31.2/#appendix-a-parsing-strategy),
 * as far as it takes to know which lines are text and in no quote: containers, fenced and indented code, HTML, headings.
 */
function readBlocks(lines) {
    const reading = { blocks: [], containers: [], leaf: none };
    for (const [index, line] of lines.entries()) {
        if (reading.containers.length > deepest)
            break;
        readLine(reading, { index, text: expandTabs(line) });
    }
    return reading.blocks;
}
function readLine(reading, line) {
    const { matched, rest } = enterContainers(reading.containers, line.text);
    const isAllMatched = matched === reading.containers.length;
    if (isAllMatched && goesOn(reading, { index: line.index, text: rest }))
        return;
    if (isBlank(rest)) {
        closeDownTo(reading, matched);
        reading.leaf = none;
        return;
    }
    openBlocks(reading, { index: line.index, text: rest }, matched);
}
/** Code and HTML go on until their own end, whatever stands in them. */
function goesOn(reading, line) {
    const { leaf } = reading;
    if (leaf.kind === 'fence') {
        if (leaf.end.test(line.text))
            reading.leaf = none;
        return true;
    }
    if (leaf.kind !== 'html' || (leaf.end === null && isBlank(line.text)))
        return false;
    leaf.lines.push(line);
    if (leaf.end?.test(line.text))
        reading.leaf = none;
    return true;
}
/** How many of the open containers a line goes on with, and what is left of it inside of them. */
function enterContainers(containers, line) {
    let rest = line;
    for (const [matched, container] of containers.entries()) {
        const inner = enter(container, rest);
        if (inner === null)
            return { matched, rest };
        rest = inner;
    }
    return { matched: containers.length, rest };
}
function enter(container, line) {
    if (container.kind === 'quote') {
        const marker = /^ {0,3}> ?/.exec(line);
        return marker === null ? null : line.slice(marker[0].length);
    }
    if (isBlank(line))
        return container.isEmpty ? null : '';
    return indentOf(line) >= container.indent ? line.slice(container.indent) : null;
}
/** Whatever a line begins: containers, and in them a leaf, or text, which may go on with a paragraph that began before. */
function openBlocks(reading, line, matched) {
    const isInParagraph = reading.leaf.kind === 'paragraph';
    const isContinued = isInParagraph && matched === reading.containers.length;
    const isIndented = indentOf(line.text) >= 4;
    if (isIndented && !isInParagraph) {
        closeDownTo(reading, matched);
        reading.leaf = none;
        return;
    }
    const leaf = isIndented ? null : beginLeaf(line.text, { isInParagraph, isContinued });
    const container = isIndented || leaf !== null ? null : beginContainer(line.text, isContinued);
    if (leaf !== null) {
        closeDownTo(reading, matched);
        setLeaf(reading, leaf, line);
    }
    else if (container !== null) {
        closeDownTo(reading, matched);
        openContainer(reading, container, line.index);
    }
    else
        addText(reading, line, matched);
}
function openContainer(reading, { opened, rest }, index) {
    touch(reading);
    reading.leaf = none;
    reading.containers.push(opened);
    const depth = reading.containers.length;
    if (!isBlank(rest) && depth <= deepest)
        openBlocks(reading, { index, text: rest }, depth);
}
/** A quote or an item of a list. What begins in the middle of a paragraph must not be empty, nor be numbered but from one. */
function beginContainer(text, isContinued) {
    const quote = /^ {0,3}> ?/.exec(text);
    if (quote !== null)
        return { opened: { kind: 'quote' }, rest: text.slice(quote[0].length) };
    const [item, before = '', marker = '', gap = ''] = /^( {0,3})([-+*]|\d{1,9}[.)])( *)/.exec(text) ?? [];
    if (item === undefined)
        return null;
    const content = text.slice(item.length);
    if (content !== '' && gap === '')
        return null;
    const isEmpty = content === '';
    const isNumberedOn = /^\d/.test(marker) && Number.parseInt(marker, 10) !== 1;
    if (isContinued && (isEmpty || isNumberedOn))
        return null;
    const width = isEmpty || gap.length > 4 ? 1 : gap.length;
    const indent = before.length + marker.length + width;
    return { opened: { kind: 'item', indent, isEmpty }, rest: isEmpty ? '' : text.slice(indent) };
}
/** A leaf that is no paragraph: a line by itself, code or HTML. */
function beginLeaf(text, { isInParagraph, isContinued }) {
    const bare = text.slice(indentOf(text));
    const [, ticks] = /^(`{3,})[^`]*$/.exec(bare) ?? /^(~{3,})/.exec(bare) ?? [];
    if (ticks !== undefined)
        return { fence: new RegExp(`^ {0,3}${ticks[0]}{${ticks.length},} *$`) };
    const html = findHtmlBlock(bare, isInParagraph);
    if (html !== null)
        return { html: html.end };
    if (/^#{1,6}(?: |$)/.test(bare))
        return 'line';
    if (isContinued && /^(?:=+|-+) *$/.test(bare))
        return 'line';
    return /^(?:(?:\* *){3,}|(?:_ *){3,}|(?:- *){3,})$/.test(bare) ? 'line' : null;
}
function setLeaf(reading, leaf, line) {
    touch(reading);
    reading.leaf = none;
    if (typeof leaf === 'string')
        return;
    if ('fence' in leaf) {
        reading.leaf = { kind: 'fence', end: leaf.fence };
        return;
    }
    const lines = [line];
    record(reading, 'html', lines);
    if (leaf.html?.test(line.text) !== true)
        reading.leaf = { kind: 'html', end: leaf.html, lines };
}
/** Text: more of the paragraph before it, even of one in a quote or a list that its own line does not begin with, or a new one. */
function addText(reading, line, matched) {
    if (reading.leaf.kind === 'paragraph') {
        reading.leaf.lines.push(line);
        return;
    }
    closeDownTo(reading, matched);
    touch(reading);
    const lines = [line];
    reading.leaf = { kind: 'paragraph', lines };
    record(reading, 'paragraph', lines);
}
function record({ blocks, containers }, kind, lines) {
    if (containers.some((container) => container.kind === 'quote'))
        return;
    blocks.push({ kind, isNested: containers.length > 0, lines });
}
function closeDownTo(reading, matched) {
    if (matched === reading.containers.length)
        return;
    reading.containers.length = matched;
    reading.leaf = none;
}
/** An item that began with nothing holds something now. */
function touch({ containers }) {
    for (const container of containers)
        if (container.kind === 'item')
            container.isEmpty = false;
}
function expandTabs(line) {
    if (!line.includes('\t'))
        return line;
    let column = 0;
    return line.replace(/\t|[^\t]+/g, (part) => {
        const text = part === '\t' ? ' '.repeat(4 - (column % 4)) : part;
        column += text.length;
        return text;
    });
}
function indentOf(line) {
    return line.length - line.replace(/^ +/, '').length;
}
/** CommonMark's blank: spaces and tabs, nothing else that shows nothing. */
function isBlank(line) {
    return /^[ \t]*$/.test(line);
}

;// CONCATENATED MODULE: ./build/core/commands/markdown/link-tail.js
const bracketed = /<(?:\\.|[^<>\n\\])*>/y;
const title = /(?:\s+(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^()\\])*\)))?\s*\)/y;
/**
 * Finds the end of a link's address and title, which nobody sees, where they begin at a place; for such as run over a line's
 * end, which what ends on its own line need not be told apart from. For places that go forward only; takes linear time.
 */
function createLinkFinder(text) {
    const space = /\s|$/g;
    let known = -1;
    return (at) => {
        if (!text.startsWith('](', at))
            return null;
        const start = skipSpace(text, at + 2);
        bracketed.lastIndex = start;
        const end = text[start] === '<' && bracketed.test(text) ? bracketed.lastIndex : findSpace(start);
        title.lastIndex = end;
        return title.test(text) ? title.lastIndex : null;
    };
    function findSpace(from) {
        if (known >= from)
            return known;
        space.lastIndex = from;
        known = space.exec(text)?.index ?? text.length;
        return known;
    }
}
function skipSpace(text, from) {
    let at = from;
    while (at < text.length && /\s/.test(text[at] ?? ''))
        at += 1;
    return at;
}

;// CONCATENATED MODULE: ./build/core/commands/markdown/markup.js

/** What is no tag and ends with these signs, wherever they stand. */
const closers = [
    { start: /^<!--/, end: '-->' },
    { start: /^<\?/, end: '?>' },
    { start: /^<!\[CDATA\[/, end: ']]>' },
    { start: /^<![A-Za-z]/, end: '>' },
];
const longestStart = 9;
/** Finds the piece of HTML that begins at a place; takes linear time for all places of a text together. */
function createMarkupFinder(text) {
    const findNext = createSearch(text);
    const tag = new RegExp(htmlTag, 'y');
    return (at) => {
        if (text[at] !== '<')
            return null;
        tag.lastIndex = at;
        const found = tag.exec(text);
        return found === null ? findClosed(at) : { end: at + found[0].length, tag: readTag(found) };
    };
    function findClosed(at) {
        const start = text.slice(at, at + longestStart);
        const closer = closers.find((candidate) => candidate.start.test(start));
        const end = closer === undefined ? null : findNext(closer.end, at + 2);
        return closer === undefined || end === null ? null : { end: end + closer.end.length, tag: null };
    }
}
function readTag([, opened, closed]) {
    return { name: (opened ?? closed ?? '').toLowerCase(), isClosing: closed !== undefined };
}
/** Looks for a text from a place on, and no second time for what is not there any more. */
function createSearch(text) {
    const next = new Map();
    return (wanted, from) => {
        const known = next.get(wanted);
        const found = known !== undefined && (known === -1 || known >= from) ? known : text.indexOf(wanted, from);
        next.set(wanted, found);
        return found === -1 ? null : found;
    };
}

;// CONCATENATED MODULE: ./build/core/commands/markdown/run-length.js
/** How many times the character at a place stands there in a row. */
function runLength(text, at) {
    let end = at + 1;
    while (end < text.length && text[end] === text[at])
        end += 1;
    return end - at;
}

;// CONCATENATED MODULE: ./build/core/commands/markdown/pairs.js

/**
 * Finds the end of a code span, of a formula (`$$`) or of what is crossed out (`~~`) that begins at a place: a run of signs,
 * and the next run of as many of the same. For places that go forward only; takes linear time for all of them together.
 */
function createPairFinder(text) {
    const runs = collectRuns(text);
    return (at) => {
        const signs = signsAt(text, at);
        const same = signs === null ? undefined : runs.get(signs);
        if (signs === null || same === undefined)
            return null;
        while ((same.starts[same.next] ?? Number.POSITIVE_INFINITY) <= at)
            same.next += 1;
        const end = same.starts[same.next];
        return end === undefined ? null : end + signs.length;
    };
}
function signsAt(text, at) {
    const sign = text[at];
    if (sign !== '`' && sign !== '$' && sign !== '~')
        return null;
    const length = runLength(text, at);
    return sign === '`' || length === 2 ? sign.repeat(length) : null;
}
function collectRuns(text) {
    const runs = new Map();
    for (const { 0: signs, index } of text.matchAll(/`+|\$+|~+/g)) {
        const known = runs.get(signs);
        if (known === undefined)
            runs.set(signs, { starts: [index], next: 0 });
        else
            known.starts.push(index);
    }
    return runs;
}

;// CONCATENATED MODULE: ./build/core/commands/markdown/hidden-lines.js




const enclosing = new Set([
    'blockquote',
    'code',
    'del',
    'details',
    'kbd',
    'pre',
    'q',
    's',
    'samp',
    'strike',
    'tt',
    'var',
]);
/**
 * Which lines of a block are no text of its author's own to whoever sees it: they begin within code, a formula, a
 * comment, a tag, the hidden parts of a link, or within an element that says so. Takes linear time.
 */
function findHiddenLines({ kind, lines }, open) {
    const text = lines.map((line) => line.text).join('\n');
    const isUnread = kind === 'html' || definition.test(text);
    const find = kind === 'html' ? createHtmlFinder(text) : createTextFinder(text);
    const hidden = [];
    let start = 0;
    let line = 0;
    for (let at = 0; at < text.length || line < lines.length;) {
        for (; start <= at && line < lines.length; line += 1) {
            hidden.push(isUnread || open.size > 0 || start < at);
            start += (lines[line]?.text.length ?? 0) + 1;
        }
        const { end, tag } = find(at);
        if (tag !== null)
            note(tag, open);
        at = Math.max(end, at + 1);
    }
    return hidden;
}
/** Of what defines a link or a footnote, any line can be an address or a title that nobody sees. */
const definition = /^ {0,3}\[(?:\\[\s\S]|[^[\]\\]){1,999}\]:/;
function note({ name, isClosing }, open) {
    const count = (open.get(name) ?? 0) + (isClosing ? -1 : 1);
    if (!enclosing.has(name))
        return;
    if (count > 0)
        open.set(name, count);
    else
        open.delete(name);
}
/** Of HTML: comments and tags alone. */
function createHtmlFinder(text) {
    const findMarkup = createMarkupFinder(text);
    return (at) => findMarkup(at) ?? { end: endOfPlain(text, at, /[\n<]/g), tag: null };
}
/** Of a paragraph: also code spans, formulas, what is crossed out, and the hidden parts of links. */
function createTextFinder(text) {
    const findMarkup = createMarkupFinder(text);
    const findPair = createPairFinder(text);
    const findLink = createLinkFinder(text);
    return (at) => {
        if (text[at] === '\\')
            return { end: Math.min(at + (text[at + 1] === '\n' ? 1 : 2), text.length), tag: null };
        const end = findPair(at) ?? findLink(at);
        if (end !== null)
            return { end, tag: null };
        return findMarkup(at) ?? { end: endOfPlain(text, at, /[\n\\`$~<\]]/g), tag: null };
    };
}
/** The next place at which something can begin, or a line does. */
function endOfPlain(text, at, special) {
    if (text[at] === '\n')
        return at + 1;
    special.lastIndex = at + (/[`$~]/.test(text[at] ?? '') ? runLength(text, at) : 1);
    return special.exec(text)?.index ?? text.length;
}

// EXTERNAL MODULE: ./build/core/commands/parse-command.js + 3 modules
var parse_command = __webpack_require__(3428);
;// CONCATENATED MODULE: ./build/core/commands/parse-comment.js



/** The first of them are read; whoever writes more is told. */
const mostCommands = 20;
/** Plain ASCII, then a space or nothing: what only looks like it is no command. */
const trigger = /^\/orchestrate(?:[ \t]+|$)/i;
/**
 * The commands of a comment, in order. A command begins its line, and that line is text to whoever sees the comment: not
 * quoted, nor code, nor hidden or folded away. What belongs to it in words may run over the lines after it.
 */
function parseComment(body) {
    const lines = body.split(/\r\n|\n|\r/);
    const starts = findStarts(lines);
    const read = starts.slice(0, mostCommands).map((index, place) => {
        const text = lines[index] ?? '';
        const following = lines.slice(index + 1, starts[place + 1] ?? lines.length).join('\n');
        return { line: index + 1, text, reading: (0,parse_command/* readCommand */.U)(text.replace(trigger, ''), following) };
    });
    const next = starts[mostCommands];
    return next === undefined
        ? read
        : [...read, { line: next + 1, text: lines[next] ?? '', reading: tooMany(starts.length) }];
}
function tooMany(count) {
    return {
        kind: 'fault',
        reason: `There are ${count} commands, and ${mostCommands} of a comment are read.`,
        remedy: 'Give the others in another one.',
    };
}
function findStarts(lines) {
    if (!lines.some((line) => trigger.test(line)))
        return [];
    const open = new Map();
    return readBlocks(lines).flatMap((block) => {
        // An element that a list leaves open ends with its item.
        const hidden = findHiddenLines(block, block.isNested ? new Map(open) : open);
        return block.lines.flatMap(({ index }, place) => hidden[place] === false && trigger.test(lines[index] ?? '') ? index : []);
    });
}


/***/ }),

/***/ 9313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ decide)
});

// EXTERNAL MODULE: ./build/core/answers.js
var answers = __webpack_require__(8741);
// EXTERNAL MODULE: ./build/core/base.js
var core_base = __webpack_require__(5585);
;// CONCATENATED MODULE: ./build/core/budget.js
/** The part of a budget that is kept for the looks of later runs, for merges and for verdicts. */
const keptPart = 1 / 20;
/** A look of another run with all that it leads to, until its agent's outcome is settled. */
const agentCosts = 30;
/** A run that would be started for agents looks for itself first. */
const runCosts = 10;
/**
 * What each decision asks of GitHub, generously: nothing where loopctl or git alone are spoken to. What is paid for
 * already goes first: merges, verdicts, and outcomes that agents brought.
 */
const costs = {
    merge: { requests: 15, isFirst: true },
    approve: { requests: 5, isFirst: true },
    withdraw_approval: { requests: 4, isFirst: true },
    update_branch: { requests: 5, isFirst: true },
    drop_merge: { requests: 0, isFirst: true },
    record_merge: { requests: 0, isFirst: true },
    record_human_merge: { requests: 0, isFirst: true },
    verify: { requests: 0, isFirst: true },
    record_verdict: { requests: 4, isFirst: true },
    report_pass: { requests: 0, isFirst: true },
    report_fail: { requests: 0, isFirst: true },
    accept: { requests: 6, isFirst: true },
    accept_repair: { requests: 6, isFirst: true },
    keep: { requests: 0, isFirst: true },
    refuse: { requests: 0, isFirst: true },
    lose: { requests: 0, isFirst: true },
    discard: { requests: 0, isFirst: true },
    forget: { requests: 0, isFirst: true },
    reject: { requests: 0, isFirst: true },
    escalate: { requests: 0, isFirst: true },
    backfill_story: { requests: 0, isFirst: true },
    create_story: { requests: 0, isFirst: true },
    finish: { requests: 0, isFirst: true },
    answer: { requests: 3, isFirst: false },
    adopt: { requests: 4, isFirst: false },
    unclaim: { requests: 3, isFirst: false },
    drop_repair: { requests: 3, isFirst: false },
    revert: { requests: 8, isFirst: false },
    start_base_ci: { requests: 6, isFirst: false },
    rerun_checks: { requests: 6, isFirst: false },
    rerun_settle: { requests: 15, isFirst: false },
    dispatch: { requests: agentCosts, isFirst: false },
};
/**
 * Shares what is left of GitHub's budgets: merges and verdicts go first and may have all of it, everything else only what
 * is not kept for them. What is left out waits for the next run, and none is started for it.
 */
function spareBudget(wishes, budgets, now) {
    const scarce = findScarce(budgets, now);
    if (scarce === null)
        return { ...wishes, short: null };
    const done = listAffordable(wishes.decisions, scarce);
    const undone = wishes.decisions.filter((decision) => !done.includes(decision));
    const isRunAffordable = !wishes.wantsRun || runCosts + agentCosts <= scarce.remaining - keptOf(scarce);
    if (undone.length === 0 && isRunAffordable)
        return { ...wishes, short: null };
    const short = describeShort(scarce, now);
    const waiting = [...wishes.holds].filter(([, { code }]) => code === 'awaiting_plan').map(([number]) => number);
    const left = undone.flatMap((decision) => ('story' in decision ? decision.story.number : []));
    const holds = new Map([...wishes.holds, ...[...waiting, ...left].map((number) => [number, short])]);
    return { decisions: done, holds, wantsRun: false, short };
}
function listAffordable(decisions, scarce) {
    const first = decisions.filter(({ kind }) => costs[kind].isFirst);
    const others = decisions.filter(({ kind }) => !costs[kind].isFirst);
    let left = scarce.remaining;
    return [...first, ...others].filter(({ kind }) => {
        const { requests, isFirst } = costs[kind];
        const isAffordable = requests === 0 || requests <= (isFirst ? left : left - keptOf(scarce));
        if (isAffordable)
            left -= requests;
        return isAffordable;
    });
}
/** The budget with the least to spare, of those that are not given anew by now. */
function findScarce(budgets, now) {
    const spare = (budget) => budget.remaining - keptOf(budget);
    const current = budgets.filter(({ resetsAt }) => resetsAt > now);
    return current.toSorted((left, right) => spare(left) - spare(right))[0] ?? null;
}
function keptOf({ limit }) {
    return Math.ceil(limit * keptPart);
}
function describeShort({ resource, limit, remaining, resetsAt }, now) {
    const minutes = Math.ceil((resetsAt - now) / 60_000);
    const which = resource === 'core' ? 'requests' : `requests (${resource})`;
    return { code: 'budget_short', detail: `${remaining} of ${limit} ${which} left, more in ${minutes} min` };
}

// EXTERNAL MODULE: ./build/core/actor.js
var actor = __webpack_require__(5631);
// EXTERNAL MODULE: ./build/core/instant.js
var instant = __webpack_require__(5079);
// EXTERNAL MODULE: ./build/core/view.js
var core_view = __webpack_require__(6761);
// EXTERNAL MODULE: ./build/core/commands/apply-command.js + 15 modules
var apply_command = __webpack_require__(6497);
// EXTERNAL MODULE: ./build/core/commands/parse-comment.js + 8 modules
var parse_comment = __webpack_require__(2196);
;// CONCATENATED MODULE: ./build/core/commands/follow-comments.js





/**
 * The ledger after everything that people said and that was not followed before, comment by comment in the order of
 * writing, command by command; and for each comment what became of it, which is owed to its author as an answer.
 */
function followComments(memory, world, policy, now, foresee) {
    const fresh = world.heard.comments.filter(({ id }) => !Object.hasOwn(memory.heard.handled, id));
    const hearing = { world, policy, now, foresee: foreseeOnce(foresee) };
    const followed = fresh.reduce((ledger, comment) => follow(ledger, comment, hearing), memory);
    return moveOn(followed, world.heard.until, now);
}
/** Of a ledger that was left as it was nothing is worked out again: most commands only ask. */
function foreseeOnce(foresee) {
    let last = null;
    return (ledger) => {
        last = last?.ledger === ledger ? last : { ledger, plan: foresee(ledger) };
        return last.plan;
    };
}
function follow(memory, comment, hearing) {
    const commands = (0,parse_comment/* parseComment */.v)(comment.body);
    if (commands.length === 0)
        return memory;
    let ledger = memory;
    const ends = [];
    for (const command of commands) {
        const end = followOne(ledger, command.reading, comment, hearing);
        if (end.kind === 'done')
            ledger = end.ledger;
        ends.push(end);
    }
    const said = ends.map(({ reply }, place) => (typeof reply === 'string' ? follow_comments_name(reply, commands, place) : reply));
    const handled = {
        at: hearing.now,
        on: comment.on,
        login: comment.actor.login,
        outcome: ['forbidden', 'refused'].find((kind) => ends.some((end) => end.kind === kind)) ?? 'done',
        replies: said,
        // The dashboard itself is the answer to a tick.
        answered: comment.source === 'tick',
    };
    return { ...ledger, heard: { ...ledger.heard, handled: { ...ledger.heard.handled, [comment.id]: handled } } };
}
/** Of several commands each reply says which it is about. */
function follow_comments_name(reply, commands, place) {
    const command = commands[place];
    return commands.length === 1 || command === undefined ? reply : `Line ${command.line}: ${reply}`;
}
/** Whoever may not give a command is not told either how it would have to be written. */
function followOne(ledger, reading, comment, hearing) {
    const { world, policy, now, foresee } = hearing;
    const command = reading.kind === 'command' ? reading.command : { verb: 'help' };
    const pausedBy = ledger.paused?.cause ?? null;
    const forbidden = (0,actor/* findForbidden */.N)(command, comment.actor, { teams: policy.teams, pausedBy });
    if (forbidden !== null)
        return { kind: 'forbidden', reply: `${forbidden.reason} ${forbidden.remedy}` };
    if (reading.kind === 'fault')
        return refuse(reading);
    const answer = (0,apply_command/* applyCommand */.s)(ledger, command, {
        actor: comment.actor.login,
        saidAt: comment.aboutUntil,
        comment: comment.id,
        story: comment.branch === null ? null : ((0,core_view/* parseBranch */.Qd)(comment.branch)?.story ?? null),
        world,
        plan: foresee(ledger),
        limits: policy.limits,
        now,
    });
    switch (answer.kind) {
        case 'applied':
            return { kind: 'done', ledger: answer.ledger, reply: answer.answer };
        case 'asked':
            return { kind: 'done', ledger, reply: answer.ask };
        case 'refused':
            return refuse(answer);
    }
}
function refuse({ reason, remedy }) {
    return { kind: 'refused', reply: `${reason} ${remedy}` };
}
/** How long what was forbidden is counted by who answers it. */
const countedMinutes = 60;
/** What the cursor leaves behind is forgotten once it is answered, and counted no more. */
function moveOn(ledger, until, now) {
    if (until === null)
        return ledger;
    const kept = Object.entries(ledger.heard.handled).filter(([, { answered, at }]) => !answered || at >= until || at >= (0,instant/* addMinutes */.z)(now, -countedMinutes));
    return { ...ledger, heard: { since: until, handled: Object.fromEntries(kept) } };
}

// EXTERNAL MODULE: ./build/core/commands/follow-orders.js
var follow_orders = __webpack_require__(3540);
// EXTERNAL MODULE: ./build/core/degraded.js
var degraded = __webpack_require__(7410);
// EXTERNAL MODULE: ./build/core/earlier-life.js
var earlier_life = __webpack_require__(4781);
// EXTERNAL MODULE: ./build/core/ledger.js + 9 modules
var core_ledger = __webpack_require__(2690);
// EXTERNAL MODULE: ./build/core/checks.js
var core_checks = __webpack_require__(4813);
// EXTERNAL MODULE: ./build/core/standing.js
var standing = __webpack_require__(1040);
;// CONCATENATED MODULE: ./build/core/merge-order.js



/** For how long the others wait for the checks of a head that was brought up to date: as long as a job may take. */
const mostMinutes = 6 * 60;
/** How long such a head may be without its checks before nobody waits for them any more. */
const silentMinutes = 15;
/**
 * One merge at a time: the one that was accepted first; the others wait for its proof. While GitHub is at a merge, or
 * CI at the head that was brought up to date for it, all of them wait.
 */
function orderMerges(merges, views, context) {
    const ordered = merges.toSorted((left, right) => left.verdict.at - right.verdict.at);
    const ahead = views.find((view) => isMerging(view, context)) ?? views.find((view) => isBroughtUp(view, context));
    const [first, ...others] = ordered;
    if (first === undefined)
        return { first: [], holds: new Map() };
    const waiting = ahead === undefined ? others : ordered;
    const next = ahead === undefined ? first : { story: ahead.story, pullRequest: ahead.pullRequest?.number ?? 0 };
    const held = { code: 'not_next', detail: `#${next.pullRequest} goes first`, stories: [next.story.number] };
    return {
        first: ahead === undefined ? [first] : [],
        holds: new Map(waiting.map(({ story }) => [story.number, held])),
    };
}
/** Asked for, and GitHub has not said what became of it. */
function isMerging({ memory, pullRequest }, { world }) {
    if (pullRequest?.state !== 'OPEN')
        return false;
    if (world.merging.get(pullRequest.number)?.kind === 'queued')
        return true;
    return memory.merging !== null && memory.merging.headSha === pullRequest.headSha;
}
/** The base was merged into it, since it is next, and the checks of that have not ended, or not begun. */
function isBroughtUp(view, context) {
    const { memory, pullRequest } = view;
    const { rules, heads } = context.world;
    if (!rules.strict || pullRequest?.state !== 'OPEN' || pullRequest.mergeState === 'DIRTY')
        return false;
    if (memory.head?.sha !== pullRequest.headSha) {
        const seen = heads.get(pullRequest.number);
        return seen?.kind === 'update' && seen.sha === pullRequest.headSha;
    }
    const isReviewed = memory.verdict?.review.result === 'pass' && (0,standing/* isVerdictValid */.Af)(view);
    return isReviewed && memory.head.by === 'update' && isAwaited(pullRequest, memory.head, context);
}
function isAwaited({ checks }, head, { world, policy, now }) {
    switch ((0,core_checks/* judgeChecks */.LZ)(checks, world.rules.requiredChecks, policy.checks).kind) {
        case 'pending':
            return now < (0,instant/* addMinutes */.z)(head.at, mostMinutes);
        case 'none':
        case 'missing':
            return now < (0,instant/* addMinutes */.z)(head.at, silentMinutes);
        case 'green':
        case 'red':
        case 'refused':
            return false;
    }
}

// EXTERNAL MODULE: ./build/core/note-escalations.js
var note_escalations = __webpack_require__(3203);
// EXTERNAL MODULE: ./build/core/note-activity.js
var note_activity = __webpack_require__(1100);
;// CONCATENATED MODULE: ./build/core/note-said.js



/** A tick is known again for longer than its box can stand ticked without anybody coming to clear it. */
const ticksKeptMinutes = 7 * 24 * 60;
const tickPrefix = 'tick ';
/**
 * The ledger with what people said noted as recent activity, which is all the answer that a tick gets: what was followed
 * since `before`, and boxes that are cleared since nobody can say who ticked them.
 */
function noteSaid(before, followed, said, now) {
    const known = before.heard.handled;
    const fresh = Object.entries(followed.heard.handled).filter(([id]) => !Object.hasOwn(known, id));
    const told = fresh.filter(([id, { outcome }]) => outcome !== 'forbidden' || id.startsWith(tickPrefix));
    const noted = told.reduce((ledger, [id, handled]) => (0,note_activity/* noteRecent */.m)(ledger, toActivity(id, handled, said)), followed);
    return noteUnsure(forgetTicks(noted, now), said);
}
function toActivity(id, { at, login, replies }, { heard }) {
    const body = heard.comments.find((comment) => comment.id === id)?.body ?? '';
    const [first] = (0,parse_comment/* parseComment */.v)(body);
    const asked = first?.text.slice('/orchestrate'.length).trim() ?? '';
    const answered = replies.filter((reply) => typeof reply === 'string').join(' ');
    return { at, kind: 'command', story: null, said: `${login}: ${asked}${answered === '' ? '' : ` → ${answered}`}` };
}
function noteUnsure(ledger, { dashboard }) {
    const unsure = dashboard?.unsure ?? null;
    if (unsure === null)
        return ledger;
    const said = `a tick was cleared and not followed (${unsure.commands.join(', ')}): ${unsure.because}; tick again, or write a comment`;
    const isNoted = ledger.recent.some(({ kind, at }) => kind === 'tick' && at === unsure.at);
    return isNoted ? ledger : (0,note_activity/* noteRecent */.m)(ledger, { at: unsure.at, kind: 'tick', story: null, said });
}
function forgetTicks(ledger, now) {
    const { handled } = ledger.heard;
    const isOld = ([id, { at }]) => id.startsWith(tickPrefix) && at < (0,instant/* addMinutes */.z)(now, -ticksKeptMinutes);
    const entries = Object.entries(handled);
    if (!entries.some(isOld))
        return ledger;
    return {
        ...ledger,
        heard: { ...ledger.heard, handled: Object.fromEntries(entries.filter((entry) => !isOld(entry))) },
    };
}

// EXTERNAL MODULE: ./build/core/note-tally.js
var note_tally = __webpack_require__(1399);
// EXTERNAL MODULE: ./build/core/reasons.js + 8 modules
var reasons = __webpack_require__(9973);
;// CONCATENATED MODULE: ./build/core/note-waits.js

/** Of stories that nobody has begun, so many at most. */
const mostOthers = 200;
/**
 * The ledger with the moments since which the whole line, and stories, are held for what holds them: of stories under way, and of those that
 * wait for a person for a reason of their own. What waits for other stories, or with the whole line, is left out, so that
 * a long backlog does not make it long.
 */
function noteWaits(ledger, { holds, line }, now) {
    const isUnderWay = ([story]) => Object.hasOwn(ledger.stories, story);
    const held = [...holds].filter(([, { code }]) => code !== 'project_done');
    const others = held.filter((entry) => !isUnderWay(entry) && reasons/* reasons */.Ot[entry[1].code].who === 'person' && entry[1].code !== line?.code);
    const told = [...held.filter(isUnderWay), ...others.slice(0, mostOthers)];
    const waits = Object.fromEntries(told.map(([story, { code }]) => {
        const before = ledger.waits[story];
        return [story, before?.code === code ? before : { code, since: now }];
    }));
    const isSame = told.length === Object.keys(ledger.waits).length && told.every(([story]) => waits[story] === ledger.waits[story]);
    const noted = isSame ? ledger : { ...ledger, waits };
    return noted.line?.code === line?.code
        ? noted
        : { ...noted, line: line === null ? null : { code: line.code, since: now } };
}

// EXTERNAL MODULE: ./build/core/step.js
var core_step = __webpack_require__(3594);
;// CONCATENATED MODULE: ./build/core/stages/in-flight.js


/** How often a settle job that did not finish is run again before the assignment counts as lost. */
const settleReruns = 2;
/** How long after its time limit an assignment whose run cannot be seen is still believed to be under way. */
const graceMinutes = 30;
/** How far an assignment has come by the look of its run: a run that nobody can see is over when its time is up. */
function phaseOf(flight, { world, now }) {
    const run = world.runs.get(flight.run);
    if (run !== undefined)
        return run.status === 'completed' ? 'ended' : 'under_way';
    return now > (0,instant/* addMinutes */.z)(flight.notAfter, graceMinutes) ? 'vanished' : 'under_way';
}
/** An agent is at it: it leaves flight only by its settling, or when its run has ended without. */
function stepInFlight(view, flight, context) {
    switch (phaseOf(flight, context)) {
        case 'under_way':
            return (0,core_step/* hold */._2)('agent_at_work', `${flight.role} in run ${flight.run}`);
        case 'vanished':
            return lose(view, flight, `run ${flight.run} cannot be found`);
        case 'ended':
            return stepEnded(view, flight, context);
    }
}
function stepEnded(view, flight, { world }) {
    const { story } = view;
    const leg = world.legs.get(flight.id);
    if (leg === undefined)
        return (0,core_step/* hold */._2)('settling', `run ${flight.run} has ended`);
    if (leg.settle === 'success') {
        const because = `it was settled in run ${flight.run}, and that was forgotten`;
        return (0,core_step/* act */.Rb)({ kind: 'discard', story, because, assignment: flight.id });
    }
    if (leg.agent === 'success' && leg.settleJobId !== null && flight.settleReruns < settleReruns) {
        return (0,core_step/* act */.Rb)({
            kind: 'rerun_settle',
            story,
            because: `run ${flight.run} ended before its outcome was settled`,
            assignment: flight.id,
            jobId: leg.settleJobId,
        });
    }
    return lose(view, flight, `run ${flight.run} ended with its agent job ${leg.agent}`);
}
/** It ended for no fault of its agent's work. */
function lose({ story }, flight, because) {
    return (0,core_step/* act */.Rb)({ kind: 'lose', story, because, assignment: flight.id });
}

;// CONCATENATED MODULE: ./build/core/orphans.js

/** Assignments whose story is gone: they leave flight when their outcome arrives or their run has ended. */
function forgetOrphans(views, context) {
    const known = new Set(views.map(({ flight }) => flight?.id));
    return Object.values(context.ledger.flights)
        .filter((flight) => !known.has(flight.id) && isOver(flight, context))
        .map(({ id, story }) => ({ kind: 'forget', assignment: id, because: `story ${story ?? 'unknown'} is gone` }));
}
function isOver(flight, context) {
    return context.world.outcome?.assignment === flight.id || phaseOf(flight, context) !== 'under_way';
}

// EXTERNAL MODULE: ./build/core/own-checks.js
var own_checks = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/core/pause.js
var pause = __webpack_require__(9560);
// EXTERNAL MODULE: ./build/core/repair.js
var repair = __webpack_require__(4157);
;// CONCATENATED MODULE: ./build/core/assign.js



/** How long an assignment may wait for its runner before it is refused as too late. */
const queueMinutes = 60;
/** Turns a want that got its place into an assignment, the `index`-th of this pass, and what is remembered of it in flight. */
function assign_assign(view, wanted, index, context) {
    const { world, ledger, policy, now } = context;
    const { story, memory } = view;
    const minutes = wanted.role === 'review' ? policy.agentMinutes.reviewer : policy.agentMinutes.author;
    const common = {
        version: 1,
        id: `${world.pass.run}-${ledger.sequence + index + 1}`,
        run: world.pass.run,
        attempt: world.pass.attempt,
        notAfter: (0,instant/* addMinutes */.z)(now, queueMinutes),
        base: { branch: world.base.branch, sha: world.base.sha },
        startSha: wanted.startSha ?? ledger.base.proven?.sha ?? world.base.sha,
        branch: (0,core_view/* branchOf */.W0)(story.number, memory.generation),
        story: {
            number: story.number,
            epic: story.epic,
            title: story.title,
            description: story.description,
            criteria: story.criteria.map(({ id, text }) => ({ id, text })),
            deliverables: [...story.deliverables],
        },
        criteriaHash: story.criteriaHash,
    };
    const assignment = roleOf(view, wanted, common, context);
    const flight = {
        id: common.id,
        role: wanted.role,
        story: story.number,
        run: common.run,
        attempt: common.attempt,
        branch: common.branch,
        startSha: common.startSha,
        diffBase: wanted.role === 'review' ? (memory.head?.diffBase ?? null) : null,
        criteriaHash: story.criteriaHash,
        since: now,
        notAfter: (0,instant/* addMinutes */.z)(common.notAfter, minutes),
        settleReruns: 0,
    };
    return { kind: 'dispatch', story, because: wanted.because, claims: wanted.claims, assignment, flight };
}
function roleOf({ memory }, wanted, common, { world, policy }) {
    const { story: _, criteriaHash: __, ...withoutStory } = common;
    const feedback = [...wanted.feedback];
    switch (wanted.role) {
        case 'review':
            return {
                ...common,
                role: 'review',
                diffBase: memory.head?.diffBase ?? common.base.sha,
                checklist: [...policy.checklist],
                concerns: [...(memory.head?.concerns ?? [])],
            };
        case 'repair':
            return {
                ...withoutStory,
                role: 'repair',
                redSha: world.base.sha,
                failures: (0,core_base/* findFailures */.rB)(world.base, policy).map(({ name, summary }) => ({
                    job: name,
                    log: summary ?? 'no log could be read',
                })),
                feedback,
            };
        case 'fix':
            return { ...common, role: 'fix', feedback };
        case 'implement':
            return { ...common, role: 'implement', feedback };
    }
}

// EXTERNAL MODULE: ./build/core/select.js
var core_select = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/core/story.js
var core_story = __webpack_require__(2703);
// EXTERNAL MODULE: ./build/core/strays.js
var strays = __webpack_require__(1490);
;// CONCATENATED MODULE: ./build/core/room.js





/**
 * Gives the free places to those who want an agent: a red base's repair first, then reviews, then fixes, then new
 * stories in the order of selection. New stories wait for a proven base; nobody starts while the project is paused, at a
 * story that has lost its criteria, or where a stray agent may be.
 */
function shareRoom(wanted, context) {
    const limit = mostAgents(context);
    const places = Math.max(0, limit - Object.keys(context.ledger.flights).length - context.world.strays.length);
    const holds = new Map();
    const startable = [];
    for (const one of wanted) {
        const held = holdStart(one, context);
        if (held === null)
            startable.push(one);
        else
            holds.set(one.view.story.number, held);
    }
    const ordered = orderWanted(startable, context);
    for (const { view } of ordered.slice(places)) {
        holds.set(view.story.number, { code: 'no_room', detail: `${limit} agents at most` });
    }
    const placed = ordered.slice(0, places);
    if (context.world.pass.canDispatch) {
        return {
            dispatches: placed.map(({ view, want }, index) => assign_assign(view, want, index, context)),
            holds,
            wantsRun: false,
        };
    }
    for (const { view, want } of placed)
        holds.set(view.story.number, { code: 'awaiting_plan', detail: want.role });
    return { dispatches: [], holds, wantsRun: placed.length > 0 };
}
function mostAgents({ world, policy }) {
    return Math.min(policy.concurrency, world.maxConcurrentAgents ?? policy.concurrency);
}
function holdStart({ view, want }, { world, ledger, policy, proof }) {
    if (view.story.criteria.length === 0)
        return { code: 'no_criteria', detail: '' };
    const paused = (0,pause/* holdOfPause */.D)(ledger);
    if (paused !== null)
        return paused;
    const stray = (0,strays/* isUntouched */.O)(view, { ledger }) ? null : (0,strays/* holdForStray */.e)(world);
    if (stray !== null)
        return stray;
    if (proof.kind === 'proven' || !want.isNew)
        return null;
    const mayStart = policy.base.start === 'last-proven' && ledger.base.proven !== null && proof.hold.code === 'base_pending';
    return mayStart ? null : proof.hold;
}
const rank = { repair: 0, review: 1, fix: 2, implement: 3 };
function orderWanted(wanted, { world, policy }) {
    const fresh = wanted.filter(({ want }) => want.isNew).map(({ view }) => view.story.number);
    const position = new Map((0,core_select/* orderReady */.W)(fresh, world, policy.selection).map((number, index) => [number, index]));
    const rankOf = ({ want }) => (want.isNew ? 4 : rank[want.role]);
    return wanted.toSorted((left, right) => rankOf(left) - rankOf(right) ||
        (position.get(left.view.story.number) ?? 0) - (position.get(right.view.story.number) ?? 0) ||
        (0,core_story/* compareStoryNumbers */.jn)(left.view.story.number, right.view.story.number));
}

// EXTERNAL MODULE: ./build/core/spending.js
var spending = __webpack_require__(6872);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(332);
;// CONCATENATED MODULE: ./build/core/stages/give-back.js

/** A claim on a text that has changed since the handshake is given back; it counts against nobody. */
function giveBackChanged({ story }) {
    const because = 'the story was changed after it was agreed on';
    return (0,core_step/* act */.Rb)({ kind: 'unclaim', story, because, assignment: null, sticky: null, closes: null });
}

// EXTERNAL MODULE: ./build/core/stages/ownership.js
var ownership = __webpack_require__(517);
// EXTERNAL MODULE: ./build/core/gate/head-checks.js
var head_checks = __webpack_require__(9500);
;// CONCATENATED MODULE: ./build/core/rerun.js

/** How long GitHub may show the checks of before, after their runs were started again. */
const staleMinutes = 3;
/** What red checks wait for that a person had run again: nobody is sent at them until they were seen to fail anew. */
function holdOfRerun({ memory }, { now }) {
    const { head, rerun } = memory;
    const isStarting = rerun !== null && rerun.headSha === head?.sha && now < (0,instant/* addMinutes */.z)(rerun.at, staleMinutes);
    return isStarting ? { code: 'ci_pending', detail: 'what failed is run again' } : null;
}

// EXTERNAL MODULE: ./build/core/gate.js + 2 modules
var core_gate = __webpack_require__(1099);
// EXTERNAL MODULE: ./build/core/utc.js
var utc = __webpack_require__(6848);
;// CONCATENATED MODULE: ./build/core/stages/merging.js


/**
 * What is asked of a story whose merge was asked for: nothing while GitHub is at it, whoever put it into the queue. One
 * that ended without a merge is dropped, and goes through the gate again.
 */
function stepMerging({ story, memory, pullRequest }, { world }) {
    if (pullRequest === null || pullRequest.state !== 'OPEN')
        return null;
    const facts = world.merging.get(pullRequest.number);
    if (facts?.kind === 'queued')
        return (0,core_step/* hold */._2)('in_merge_queue', facts.detail);
    const { merging } = memory;
    if (merging === null || merging.headSha !== pullRequest.headSha)
        return null;
    if (facts === undefined)
        return (0,core_step/* hold */._2)('merge_state_unknown', `#${pullRequest.number} was not looked at yet`);
    if (facts.kind === 'pending')
        return (0,core_step/* hold */._2)('merge_pending', facts.detail);
    const because = `#${pullRequest.number} was not merged: ${facts.detail}`;
    return (0,core_step/* act */.Rb)({ kind: 'drop_merge', story, because, headSha: merging.headSha, detail: facts.detail });
}
/** What keeps a head from being merged at once that GitHub did not merge before: a while, and in the end a person. */
function checkUnmerged({ story, memory }, { policy, now }) {
    const { unmerged, head } = memory;
    if (unmerged === null || unmerged.headSha !== head?.sha)
        return null;
    const { times, detail, notBefore } = unmerged;
    if (times > policy.limits.infrastructure) {
        const because = `${times} times: ${detail}`;
        return (0,core_step/* act */.Rb)({ kind: 'escalate', story, because, hold: { code: 'merge_refused', detail: because } });
    }
    return notBefore > now ? (0,core_step/* hold */._2)('merge_again', `${(0,utc/* tellNotBefore */.G8)(notBefore)}; it said: ${detail}`) : null;
}

;// CONCATENATED MODULE: ./build/core/stages/in-review.js






/** CI is green: a review by another identity, its verdict told to loopctl, then the gate. */
function stepInReview(view, pullRequest, context) {
    const { verdict, reported } = view.memory;
    if (verdict === null || !(0,standing/* isVerdictValid */.Af)(view))
        return askReview(view, context);
    if (verdict.review.result === 'fail')
        return reportFail(view, verdict);
    const isReported = reported === verdict.assignment && view.story.agentStatus === 'reported_done';
    if (!isReported)
        return reportPass(view, verdict);
    return askMerge(view, pullRequest, { verdict, because: 'checks green, review passed, base proven' }, context);
}
/**
 * The gate: every clause of it, and then the merge, by the way that the rules leave open. Of a head that lacks nothing
 * but the base's newest commits, these; but an approval that the verdict can be, that.
 */
function askMerge(view, pullRequest, { verdict, because }, context) {
    const { base, rules } = context.world;
    const { gate, isApprovalDue } = (0,core_gate/* readGate */.cw)(view, pullRequest, context);
    const waiting = (0,core_gate/* firstHold */.sJ)(gate);
    const judged = { story: view.story, pullRequest: pullRequest.number, headSha: pullRequest.headSha, verdict };
    const merge = { ...judged, baseSha: base.sha };
    if (isOnlyBehind(gate) && (!(0,repair/* isRepair */.c3)(view.story.number) || context.ledger.repair.red?.asked != null)) {
        const stale = `${because}, and behind ${base.branch} at ${base.sha.slice(0, 7)}`;
        return { kind: 'merge', decision: { ...merge, kind: 'update_branch', because: stale } };
    }
    if (waiting !== null)
        return { kind: 'hold', hold: waiting };
    const unmerged = checkUnmerged(view, context);
    if (unmerged !== null)
        return unmerged;
    if (isApprovalDue)
        return (0,core_step/* act */.Rb)({ ...judged, kind: 'approve', because: `${because}; the rules ask for an approval` });
    const way = rules.requiresMergeQueue ? 'queue' : 'direct';
    const { method } = context.policy.merge;
    return {
        kind: 'merge',
        decision: { ...merge, kind: 'merge', because, method, way, pullRequestId: pullRequest.id },
    };
}
function isOnlyBehind(gate) {
    const holds = gate.flatMap(({ hold }) => hold ?? []);
    return holds.length === 1 && holds[0]?.code === 'behind';
}
/** A review by another identity; so many of one head and no more. */
function askReview(view, context) {
    const { story, memory } = view;
    const count = memory.reviews.headSha === memory.head?.sha ? memory.reviews.count : 0;
    if (count >= context.policy.limits.reviewsPerHead) {
        const detail = `${count} reviews of ${memory.head?.sha.slice(0, 7) ?? ''} gave no verdict`;
        return (0,core_step/* act */.Rb)({ kind: 'escalate', story, because: detail, hold: { code: 'reviews_exhausted', detail } });
    }
    return ((0,limits/* checkInfrastructure */.Gs)(view, context) ??
        (0,core_step/* want */.Rd)({
            role: 'review',
            isNew: false,
            claims: false,
            startSha: memory.head?.sha ?? null,
            feedback: [],
            because: 'CI is green',
        }));
}
/** A failed review told to loopctl: reported, then rejected with its findings. */
function reportFail({ story, memory }, verdict) {
    return (0,core_step/* act */.Rb)({
        kind: 'report_fail',
        story,
        because: `review failed (${memory.rejections + 1}): ${verdict.review.summary}`,
        verdict,
        feedback: (0,standing/* feedbackOfVerdict */.Ku)(verdict),
    });
}
function reportPass({ story, memory }, verdict) {
    return (0,core_step/* act */.Rb)({
        kind: 'report_pass',
        story,
        because: `review passed: ${verdict.review.summary}`,
        verdict,
        closedFindings: memory.openFindings,
    });
}

// EXTERNAL MODULE: ./build/core/name-some.js
var name_some = __webpack_require__(8696);
;// CONCATENATED MODULE: ./build/core/stages/kept.js



/** Work that stands but touches protected paths: it waits for a person's word about exactly this head, then it is accepted. */
function stepKept({ story, memory }, { head, protectedPaths }) {
    if (memory.approvedHead !== head.sha)
        return (0,core_step/* hold */._2)('protected_paths', `${head.sha} changes ${(0,name_some/* nameSome */.K)(protectedPaths)}`);
    return (0,core_step/* act */.Rb)({
        kind: 'accept',
        story,
        because: `${(0,name_some/* nameSome */.K)(protectedPaths)}: a person allowed it`,
        assignment: head.assignment,
        branch: (0,core_view/* branchOf */.W0)(story.number, memory.generation),
        head,
        expected: memory.head?.sha ?? null,
    });
}

// EXTERNAL MODULE: ./build/core/gate/merge-mode.js
var merge_mode = __webpack_require__(4274);
;// CONCATENATED MODULE: ./build/core/stages/pushed-head.js




/** Whether a pull request is at a head that we neither accepted nor are about to. */
function isForeignHead({ memory }, { headSha }) {
    return headSha !== memory.head?.sha && headSha !== memory.kept?.head.sha;
}
/**
 * A head that we did not push: GitHub's merge of the base into ours, a person's push, or our own from before the ledger
 * was lost. What stands is adopted and judged from now on; its verdict is asked anew where its diff is another one.
 */
function stepPushedHead(view, pullRequest, { world }) {
    const elsewhere = holdElsewhere(pullRequest, world.base);
    if (elsewhere !== null)
        return elsewhere;
    const seen = `#${pullRequest.number} is at ${pullRequest.headSha.slice(0, 7)}`;
    const found = world.heads.get(pullRequest.number);
    if (found === undefined || found.sha !== pullRequest.headSha) {
        return (0,core_step/* hold */._2)('head_not_accepted', `${seen}, which was not looked at yet`);
    }
    const { work, fault } = found;
    if (work === null)
        return (0,core_step/* hold */._2)('head_not_accepted', `${seen}: ${fault ?? 'it cannot be judged'}`);
    const accepted = updatedHead(view, found, work);
    const faults = findFaults(work, accepted);
    if (faults.length > 0)
        return (0,core_step/* hold */._2)('head_not_accepted', `${seen}: ${(0,name_some/* nameSome */.K)(faults)}`);
    if (accepted === null && work.protectedPaths.length > 0 && view.memory.approvedHead !== found.sha) {
        return (0,core_step/* hold */._2)('protected_paths', `${found.sha} changes ${(0,name_some/* nameSome */.K)(work.protectedPaths)}`);
    }
    return (0,core_step/* act */.Rb)({
        kind: 'adopt',
        story: view.story,
        because: `${seen}: ${accepted === null ? 'pushed by somebody, and it stands' : 'brought up to date with the base'}`,
        pullRequest: pullRequest.number,
        head: { ...(accepted ?? pushedHead(view, work)), sha: found.sha, diffBase: work.diffBase, at: world.clock },
        verdict: accepted !== null && (0,standing/* isVerdictValid */.Af)(view) ? view.memory.verdict : null,
    });
}
function holdElsewhere({ number, isFork, baseRef }, { branch }) {
    if (isFork)
        return (0,core_step/* hold */._2)('fork', `#${number}`);
    return baseRef === branch ? null : (0,core_step/* hold */._2)('base_changed', `#${number} merges into ${baseRef}`);
}
function findFaults(work, accepted) {
    return [
        ...(work.descends || accepted !== null ? [] : ['it does not descend from the head that was accepted']),
        ...(work.isEmpty ? ['it changes nothing'] : []),
        ...work.refusals,
    ];
}
/**
 * The accepted head, brought up to date by GitHub's merge of the base or by a rebase that took its place: the same diff,
 * so what was allowed and said of it holds.
 */
function updatedHead({ memory }, { kind }, work) {
    const { head } = memory;
    const isUpdate = kind === 'update' || !work.descends;
    return isUpdate && head !== null && head.patchId === work.patchId ? { ...head, by: 'update' } : null;
}
function pushedHead({ memory }, work) {
    return {
        by: 'human',
        patchId: work.patchId,
        changedPaths: (0,merge_mode/* rememberPaths */.C)(work.changedPaths),
        missingDeliverables: [...work.missingDeliverables],
        concerns: [...work.concerns],
        assignment: memory.head?.assignment ?? '',
    };
}

;// CONCATENATED MODULE: ./build/core/stages/pull-request.js










/** An accepted head with its pull request: first what people did, then GitHub's state, CI, deliverables, the review. */
function stepPullRequest(view, context) {
    const { story, memory, pullRequest } = view;
    const heeded = heedPerson(view, context);
    if (heeded !== null)
        return heeded;
    if (memory.kept !== null)
        return stepKept(view, memory.kept);
    if (memory.head === null || pullRequest === null) {
        const status = story.agentStatus.replace('_', ' ');
        return (0,core_step/* hold */._2)('stalled_elsewhere', `${status}, and no pull request of ours can be found`);
    }
    return (stepMerging(view, context) ??
        heedRejection(view) ??
        mend(view, pullRequest, memory.head, context) ??
        stepInReview(view, pullRequest, context));
}
/** A person's no needs no checks: whatever they say, the work is done again. */
function heedRejection(view) {
    const verdict = (0,standing/* findPersonsVerdict */.z9)(view);
    return verdict === null ? null : reportFail(view, verdict);
}
/** What a person did to the pull request of a claimed story: closed it, which gives the claim back, or pushed to it. */
function heedPerson(view, context) {
    const { story, pullRequest } = view;
    if (pullRequest === null)
        return null;
    if (pullRequest.state === 'OPEN') {
        return isForeignHead(view, pullRequest) ? stepPushedHead(view, pullRequest, context) : null;
    }
    const { because, detail } = describeClosed(pullRequest);
    return (0,core_step/* act */.Rb)({
        kind: 'unclaim',
        story,
        because,
        assignment: null,
        sticky: { code: 'closed_by_human', detail },
        closes: null,
    });
}
/** How a pull request came to its end without coming into the base. */
function describeClosed({ number, state, baseRef }) {
    if (state !== 'MERGED')
        return { because: `#${number} was closed by a person`, detail: `#${number}` };
    const detail = `#${number} was merged into ${baseRef}`;
    return { because: detail, detail };
}
/** A merge as GitHub shows it, by whomever it was made. */
function recordMerge(view, pullRequest, { world }) {
    if (pullRequest.mergeSha === null)
        return (0,core_step/* hold */._2)('merge_state_unknown', `#${pullRequest.number} is merged, its commit is not known yet`);
    return (0,core_step/* act */.Rb)({
        kind: 'record_merge',
        story: view.story,
        because: `#${pullRequest.number} was merged by ${pullRequest.mergedBy ?? 'somebody'}`,
        pullRequest: pullRequest.number,
        merged: {
            sha: pullRequest.mergeSha,
            headSha: pullRequest.headSha,
            by: isOurMerge(view, pullRequest, world) ? null : (pullRequest.mergedBy ?? 'somebody'),
        },
    });
}
/** GitHub's merge queue merges in its own name what we had put into it. */
const queueLogin = 'github-merge-queue';
function isOurMerge({ memory }, pullRequest, { viewer }) {
    if (pullRequest.mergedBy === viewer)
        return true;
    return pullRequest.mergedBy === queueLogin && memory.merging?.headSha === pullRequest.headSha;
}
/** What stands between this head and its review: a conflict, CI, findings nobody has answered yet, files that were promised. */
function mend(view, pullRequest, head, context) {
    if (pullRequest.mergeState === 'DIRTY') {
        return fix(view, context, head, feedbackOfConflict(context, head));
    }
    const verdict = (0,core_checks/* judgeChecks */.LZ)(pullRequest.checks, context.world.rules.requiredChecks, context.policy.checks);
    if (verdict.kind === 'red')
        return mendChecks(view, context, head, verdict.failed);
    if (view.memory.feedback.some(({ kind }) => kind === 'review_failed'))
        return fix(view, context, head);
    const waiting = (0,head_checks/* holdOfChecks */.m)(verdict, head, context);
    if (waiting !== null)
        return { kind: 'hold', hold: waiting };
    if (head.missingDeliverables.length === 0)
        return null;
    return fix(view, context, head, {
        kind: 'deliverables_missing',
        summary: `promised files are missing: ${head.missingDeliverables.join(', ')}`,
        items: head.missingDeliverables,
        headSha: head.sha,
    });
}
/** CI mostly tests a branch merged with the base: while that is red, a red head says nothing of its author. */
function mendChecks(view, context, head, failed) {
    const { proof, world } = context;
    const rerun = holdOfRerun(view, context);
    if (rerun !== null)
        return { kind: 'hold', hold: rerun };
    if (proof.kind === 'unproven' && proof.hold.code === 'base_red')
        return { kind: 'hold', hold: proof.hold };
    const feedback = (0,standing/* feedbackOfChecks */.yT)(failed, head.sha);
    if (head.diffBase === world.base.sha)
        return fix(view, context, head, feedback);
    const hint = `${world.base.branch} has moved since: where the fault is not here, bring it in: git merge ${world.base.sha} (it is there already).`;
    return fix(view, context, head, { ...feedback, items: [...feedback.items, hint] });
}
/** A fix of this head: what earlier authors still owe, then what was seen of it now. */
function fix(view, context, head, seen) {
    const feedback = [...view.memory.feedback, ...(seen === undefined ? [] : [seen])];
    return ((0,limits/* checkAuthorLimits */.sb)(view, context) ??
        (0,core_step/* want */.Rd)({
            role: 'fix',
            isNew: false,
            claims: false,
            startSha: head.sha,
            feedback,
            because: feedback.at(-1)?.summary ?? '',
        }));
}
function feedbackOfConflict({ world: { base } }, head) {
    return {
        kind: 'conflict',
        summary: `the branch is in conflict with ${base.branch}`,
        items: [
            `Merge ${base.branch} into the branch and resolve the conflicts: git merge ${base.sha} (it is there already).`,
        ],
        headSha: head.sha,
    };
}

;// CONCATENATED MODULE: ./build/core/stages/claimed.js





/** Assigned or implementing: ours, with or without a pull request yet, or somebody else's. */
function stepClaimed(view, context) {
    const { story, memory } = view;
    if (!(0,ownership/* isOurs */.MU)(view, context))
        return (0,core_step/* hold */._2)('stalled_elsewhere', (0,ownership/* describeOwner */.$S)(view, context));
    if (memory.agreement !== null && memory.agreement !== story.criteriaHash)
        return giveBackChanged(view);
    const waiting = (0,ownership/* awaitUnknown */.LT)(view, context) ?? heedPerson(view, context);
    if (waiting !== null)
        return waiting;
    if ((memory.head !== null || memory.kept !== null) && !isHalfClaimed(view))
        return stepPullRequest(view, context);
    return ((0,limits/* checkAuthorLimits */.sb)(view, context) ??
        (0,core_step/* want */.Rd)({
            role: memory.feedback.length > 0 ? 'fix' : 'implement',
            isNew: false,
            claims: story.agentStatus === 'assigned',
            startSha: memory.head?.sha ?? null,
            feedback: memory.feedback,
            because: memory.feedback.at(-1)?.summary ?? 'claimed by us, and no agent is at it',
        }));
}
/** Claimed and not started: a fresh attempt whose agent was never dispatched. Its old head is not the one to judge. */
function isHalfClaimed({ story, memory, pullRequest }) {
    return story.agentStatus === 'assigned' && memory.kept === null && pullRequest?.state === 'OPEN';
}

;// CONCATENATED MODULE: ./build/core/stages/contracted.js





/**
 * Contracted: the handshake was made and the claim was not. Where we remember what was agreed the claim goes on; where
 * only loopctl knows that the handshake was ours it is given back, and the story begins anew.
 */
function stepContracted(view, context) {
    const { story, memory } = view;
    if (!(0,ownership/* isOurs */.MU)(view, context))
        return (0,core_step/* hold */._2)('stalled_elsewhere', (0,ownership/* describeOwner */.$S)(view, context));
    if (memory.agreement === null) {
        const because = 'its handshake is ours, and what was agreed is forgotten';
        return (0,core_step/* act */.Rb)({ kind: 'unclaim', story, because, assignment: null, sticky: null, closes: null });
    }
    if (memory.agreement !== story.criteriaHash)
        return giveBackChanged(view);
    return (heedPerson(view, context) ??
        (0,limits/* checkAuthorLimits */.sb)(view, context) ??
        (0,core_step/* want */.Rd)({
            role: memory.feedback.length > 0 ? 'fix' : 'implement',
            isNew: memory.head === null,
            claims: true,
            startSha: memory.head?.sha ?? null,
            feedback: memory.feedback,
            because: 'its handshake was made, its claim was not',
        }));
}

// EXTERNAL MODULE: ./build/core/stages/leave.js
var leave = __webpack_require__(9643);
// EXTERNAL MODULE: ./build/core/due-merges.js
var due_merges = __webpack_require__(5436);
// EXTERNAL MODULE: ./build/core/transitions.js
var transitions = __webpack_require__(1678);
;// CONCATENATED MODULE: ./build/core/stages/merged-by-hand.js



/** Merged by a person, and the base proven: recorded with who did it, by the way that loopctl leaves open from here. */
function stepMergedByHand(view, merged, context) {
    const { story } = view;
    if (story.agentStatus !== 'pending' && !(0,ownership/* isOurs */.MU)(view, context)) {
        return (0,core_step/* hold */._2)('stalled_elsewhere', `merged by ${merged.by}; ${(0,ownership/* describeOwner */.$S)(view, context)}`);
    }
    switch (story.agentStatus) {
        case 'pending':
            if (story.verifiedStatus === 'verified') {
                return (0,core_step/* hold */._2)('stalled_elsewhere', 'its claim was taken away after it was verified');
            }
            return record(view, merged, story.verifiedStatus === 'rejected' ? 'mark_complete' : 'backfill');
        case 'contracted':
            return record(view, merged, 'mark_complete');
        case 'assigned':
            return giveBack(view, merged);
        case 'implementing':
            return record(view, merged, 'report');
        case 'reported_done':
            return (0,transitions/* judgementOf */.lG)(story) === 'rejected' ? giveBack(view, merged) : record(view, merged, 'complete');
    }
}
function record({ story, memory, pullRequest }, merged, how) {
    const number = memory.pullRequest ?? pullRequest?.number;
    if (number === undefined)
        return (0,core_step/* hold */._2)('merged_unverified', `merged by ${merged.by}, and its pull request is not known`);
    return (0,core_step/* act */.Rb)({
        kind: 'record_human_merge',
        story,
        because: `#${number} was merged by ${merged.by}, and the base is proven`,
        how,
        pullRequest: number,
        person: merged.by,
        mergeSha: merged.sha,
    });
}
/** What can neither be reported from here nor recorded is given back first. */
function giveBack({ story }, { by }) {
    const because = `merged by ${by}: the claim is given back, to be recorded as done by hand`;
    return (0,core_step/* act */.Rb)({ kind: 'unclaim', story, because, assignment: null, sticky: null, closes: null });
}

;// CONCATENATED MODULE: ./build/core/stages/merged.js







/**
 * Merged, as an earlier look at GitHub showed. The proof of a tip that contains that merge verifies it, and so does the
 * merge commit's own; without either it waits. What was reverted is rejected instead.
 */
function stepMerged(view, context) {
    const { story, memory } = view;
    const { merged } = memory;
    if (merged === null)
        return (0,core_step/* hold */._2)('merged_unverified');
    const { red } = context.ledger.repair;
    if (red?.reverts?.story === story.number) {
        return (0,core_step/* hold */._2)('merged_unverified', 'it is being reverted', [(0,repair/* repairNumber */.F4)(red.sha)]);
    }
    const revert = findRevert(memory, merged.sha, context);
    if (revert !== null)
        return stepReverted(view, merged.sha, revert, context);
    const missing = holdMissing(merged, context);
    if (missing !== null)
        return missing;
    const provenSha = (0,due_merges/* findProof */.a)(merged.sha, context.proof, context.world, context.policy);
    if (provenSha === null)
        return waitForProof('', context);
    const { by } = merged;
    if (by !== null)
        return stepMergedByHand(view, { ...merged, by }, context);
    if (story.agentStatus !== 'reported_done' || !(0,ownership/* isOurs */.MU)(view, context))
        return merged_holdElsewhere(view, merged.sha, context);
    return (0,core_step/* act */.Rb)({
        kind: 'verify',
        story,
        because: `merged as ${merged.sha.slice(0, 7)}, base proven at ${provenSha.slice(0, 7)}`,
        mergeSha: merged.sha,
        provenSha,
        summary: memory.verdict?.review.summary ?? 'merged',
    });
}
/** No tip speaks for a merge that it does not contain: an old look, which passes, or a base that was put back. */
function holdMissing({ sha, at }, { world, now }) {
    if (!world.missingMerges.has(sha))
        return null;
    const detail = `${world.base.branch} is at ${world.base.sha.slice(0, 7)}, without ${sha.slice(0, 7)}`;
    return (0,core_base/* isRewound */.Fl)(at, now) ? (0,core_step/* hold */._2)('base_rewound', detail) : (0,core_step/* hold */._2)('merged_unverified', detail);
}
function waitForProof(words, { proof }) {
    if (proof.kind === 'proven')
        return (0,core_step/* hold */._2)('merged_unverified');
    const { code, detail, stories } = proof.hold;
    // Nothing comes of waiting.
    if (code === 'base_rewound')
        return (0,core_step/* hold */._2)(code, detail);
    return (0,core_step/* hold */._2)('merged_unverified', `${words}${detail}`, stories);
}
/** Why the merge does not stand any more: by a revert of ours, or by one that GitHub shows and nothing else is known of. */
function findRevert({ reverted, pullRequest }, mergeSha, { world }) {
    const hint = `What was merged can be seen by: git show -m ${mergeSha}`;
    if (reverted !== null && reverted.by !== null) {
        const reason = `was reverted, since ${reverted.by} wanted that`;
        return { because: reason, reason, items: [...reverted.failures, hint] };
    }
    if (reverted !== null) {
        const clash = 'Its own checks were green before: it did not go with what others had merged. Make it fit the base as it is now.';
        return {
            because: `reverted: with it the base was red at ${reverted.redSha.slice(0, 7)}`,
            reason: 'it made the base red, and was reverted',
            items: [clash, ...reverted.failures, hint],
        };
    }
    const by = pullRequest === null ? undefined : world.reverts.get(pullRequest);
    return by === undefined
        ? null
        : { because: `reverted by #${by}`, reason: `it was reverted by #${by}`, items: [hint] };
}
/** Its revert is merged too: once the base is proven without it, it is rejected with the reason and done again. */
function stepReverted(view, mergeSha, revert, context) {
    const { story } = view;
    if (context.proof.kind === 'unproven')
        return waitForProof('reverted; ', context);
    const isReported = story.agentStatus === 'reported_done' && (0,ownership/* isOurs */.MU)(view, context);
    if (!isReported && !(0,core_story/* isRejected */.TK)(story))
        return merged_holdElsewhere(view, mergeSha, context);
    const reason = `Merged as ${mergeSha.slice(0, 7)} ${revert.reason}.`;
    return (0,core_step/* act */.Rb)({
        kind: 'reject',
        story,
        because: revert.because,
        reason,
        feedback: { kind: 'reverted', summary: reason, items: [...revert.items], headSha: null },
    });
}
function merged_holdElsewhere(view, mergeSha, context) {
    return (0,core_step/* hold */._2)('stalled_elsewhere', `merged as ${mergeSha.slice(0, 7)}; ${(0,ownership/* describeOwner */.$S)(view, context)}`);
}

// EXTERNAL MODULE: ./build/core/awaiting.js
var awaiting = __webpack_require__(4654);
// EXTERNAL MODULE: ./build/core/contract.js
var contract = __webpack_require__(7550);
// EXTERNAL MODULE: ./build/core/cut-short.js
var cut_short = __webpack_require__(4985);
// EXTERNAL MODULE: ./build/core/outcome.js
var outcome = __webpack_require__(9058);
// EXTERNAL MODULE: ./build/core/refuse-empty.js
var refuse_empty = __webpack_require__(472);
// EXTERNAL MODULE: ./build/core/verdict.js
var core_verdict = __webpack_require__(5139);
;// CONCATENATED MODULE: ./build/core/stages/outcome.js















/** The outcome of this story's own flight: accepted, refused with reasons, given back, or lost. Nothing in it is believed. */
function stepOutcome(view, flight, facts, context) {
    if (facts.kind === 'unusable')
        return lose(view, flight, facts.detail);
    const { outcome } = facts;
    if (outcome.run !== flight.run || outcome.attempt !== flight.attempt) {
        return lose(view, flight, `the outcome belongs to run ${outcome.run}, attempt ${outcome.attempt}`);
    }
    const unwanted = findUnwanted(view, flight, facts.work);
    if (unwanted !== null)
        return discard(view, flight, unwanted);
    if (outcome.kind === 'expired' || outcome.kind === 'crashed')
        return lose(view, flight, outcome.detail);
    if (flight.role === 'review')
        return settleReview(view, flight, outcome, context);
    if (!isUnderWay(view, context))
        return discard(view, flight, `the story is ${view.story.agentStatus} and not ours any more`);
    if (flight.role === 'repair')
        return settleRepair(view, flight, outcome, facts, context);
    if (flight.criteriaHash !== view.story.criteriaHash) {
        return outcome_giveBack(view, flight, 'the story was changed after it was agreed on', null);
    }
    if (outcome.kind === 'declined')
        return decline(view, flight, outcome);
    return settleWork(view, flight, outcome, facts, context);
}
/** Why nobody needs this outcome any more, whatever is in it: people were faster than its agent. */
function findUnwanted({ story, memory, pullRequest }, flight, work) {
    if ((0,core_story/* isDone */.$L)(story))
        return 'the story was verified meanwhile';
    if (memory.merged !== null)
        return 'it was merged meanwhile';
    if ((0,leave/* isLeft */.O)(memory))
        return `it was ${memory.sticky?.code ?? ''} meanwhile`;
    const isBegunAnew = memory.startOver || flight.branch !== (0,core_view/* branchOf */.W0)(story.number, memory.generation);
    if (isBegunAnew)
        return 'the story is begun anew';
    return pullRequest === null ? null : findMoved(pullRequest, [memory.head?.sha, work?.head], flight);
}
/** What people did to the pull request. A review is about a diff, which a push may have left as it was: that is judged later. */
function findMoved({ number, state, headSha }, ours, { role }) {
    if (state !== 'OPEN')
        return `#${number} was ${state === 'MERGED' ? 'merged' : 'closed'} meanwhile`;
    if (role === 'review' || ours.includes(headSha))
        return null;
    return `somebody pushed ${headSha.slice(0, 7)} to #${number} meanwhile`;
}
function isUnderWay(view, context) {
    const { agentStatus } = view.story;
    return (agentStatus === 'implementing' || agentStatus === 'reported_done') && (0,ownership/* isOurs */.MU)(view, context);
}
function decline(view, flight, outcome) {
    const questions = outcome.restatement?.questions ?? [];
    const detail = (0,cut_short/* cutShort */.V)(questions.length > 0 ? questions.join(' · ') : outcome.detail);
    return outcome_giveBack(view, flight, `declined: ${detail}`, { code: 'declined', detail });
}
function outcome_giveBack({ story }, flight, because, sticky) {
    return (0,core_step/* act */.Rb)({ kind: 'unclaim', story, because, assignment: flight.id, sticky, closes: null });
}
/** A repair's agreement is a fact: nobody restates it, nobody can decline it, and loopctl hears nothing of what comes of it. */
function settleRepair(view, flight, outcome, facts, context) {
    if (flight.criteriaHash !== view.story.criteriaHash)
        return discard(view, flight, 'the base was red in another way');
    return ofRepair(settleWork(view, flight, outcome, facts, context));
}
/** The same step, of which loopctl is told nothing; files that were promised for it are no part of its agreement. */
function ofRepair(step) {
    if (step.kind !== 'act' || step.decision.kind !== 'accept')
        return step;
    const head = { ...step.decision.head, missingDeliverables: [] };
    return (0,core_step/* act */.Rb)({ ...step.decision, kind: 'accept_repair', head });
}
function settleWork(view, flight, outcome, facts, context) {
    const { story, memory } = view;
    const { work } = facts;
    const reasons = findWorkFaults(view, flight, outcome, facts);
    if (reasons.length > 0 || work === null)
        return outcome_refuse(view, flight, reasons);
    const head = acceptedHead(flight, work, context);
    const { restatement } = outcome;
    const agreed = restatement === null ? {} : { contract: (0,contract/* contractOf */.Q)(restatement, story, flight.id) };
    const done = { story, assignment: flight.id, head, ...agreed };
    if (work.protectedPaths.length > 0 && memory.approvedHead !== head.sha) {
        const because = `${flight.role}: it stands, and changes ${(0,name_some/* nameSome */.K)(work.protectedPaths)}`;
        return (0,core_step/* act */.Rb)({ ...done, kind: 'keep', because, protectedPaths: work.protectedPaths });
    }
    return (0,core_step/* act */.Rb)({
        ...done,
        kind: 'accept',
        because: `${flight.role}: ${work.changedPaths.length} files changed`,
        branch: flight.branch,
        expected: memory.head?.sha ?? null,
        awaitedBy: (0,awaiting/* listAwaiting */.V)(story.number, context.world),
    });
}
function findWorkFaults(view, flight, outcome, { work, workFault }) {
    if (outcome.kind !== 'completed')
        return [`the agent ${outcome.kind.replace('_', ' ')}: ${outcome.detail}`];
    const unclear = flight.role === 'repair' ? null : findUnclear(view, outcome);
    if (unclear !== null)
        return [unclear];
    if (work === null)
        return [workFault ?? 'nothing was committed'];
    return [
        ...(work.descends ? [] : ['the work does not descend from the commit it was to start from']),
        ...(work.isEmpty ? [refuse_empty/* emptyWork */.N] : []),
        ...work.refusals,
    ];
}
function findUnclear(view, { restatement }) {
    return restatement === null ? 'no restatement' : (0,outcome/* findRestatementFault */.UF)(restatement, criteriaOf(view));
}
function criteriaOf({ story }) {
    return story.criteria.map(({ id }) => id);
}
function outcome_refuse({ story, memory }, flight, reasons) {
    const feedback = {
        kind: 'outcome_refused',
        summary: (0,cut_short/* cutShort */.V)(reasons[0] ?? 'nothing was committed'),
        items: reasons.map(cut_short/* cutShort */.V),
        headSha: memory.head?.sha ?? null,
    };
    return (0,core_step/* act */.Rb)({ kind: 'refuse', story, because: feedback.summary, assignment: flight.id, feedback });
}
function acceptedHead(flight, work, { world }) {
    return {
        sha: work.head,
        by: 'agent',
        diffBase: work.diffBase,
        patchId: work.patchId,
        changedPaths: (0,merge_mode/* rememberPaths */.C)(work.changedPaths),
        missingDeliverables: [...work.missingDeliverables],
        concerns: [...work.concerns],
        assignment: flight.id,
        at: world.clock,
    };
}
function settleReview(view, flight, outcome, context) {
    const { review } = outcome;
    const { head } = view.memory;
    if (head === null || head.sha !== flight.startSha)
        return discard(view, flight, 'the head it reviewed is gone');
    if ((0,standing/* findPersonsVerdict */.z9)(view) !== null)
        return discard(view, flight, 'a person rejected it meanwhile');
    if (flight.criteriaHash !== view.story.criteriaHash)
        return discard(view, flight, 'the story was changed meanwhile');
    if (outcome.kind !== 'completed' || review === null) {
        return discard(view, flight, `the reviewer ${outcome.kind.replace('_', ' ')}: ${outcome.detail}`);
    }
    const fault = (0,core_verdict/* findReviewFault */.Es)(review, criteriaOf(view));
    if (fault !== null)
        return discard(view, flight, fault);
    const verdict = recordOf(view, flight, review, head, context);
    return (0,core_step/* act */.Rb)({
        kind: 'record_verdict',
        story: view.story,
        because: `${review.result}: ${review.summary}`,
        assignment: flight.id,
        verdict,
        head,
    });
}
function recordOf(view, flight, review, head, context) {
    return {
        review,
        criteriaHash: view.story.criteriaHash,
        patchId: head.patchId,
        headSha: head.sha,
        reviewer: context.world.identities.reviewer,
        assignment: flight.id,
        run: flight.run,
        at: context.world.clock,
        by: null,
    };
}
function discard({ story }, flight, because) {
    return (0,core_step/* act */.Rb)({ kind: 'discard', story, because, assignment: flight.id });
}

;// CONCATENATED MODULE: ./build/core/stages/pending.js






/** Pending in loopctl: new, given back, or rejected and to be done again on its branch with the findings. */
function stepPending(view, context) {
    const { story, memory } = view;
    if (story.verifiedStatus === 'verified')
        return (0,core_step/* hold */._2)('stalled_elsewhere', 'its claim was taken away after it was verified');
    if (story.criteria.length === 0)
        return (0,core_step/* hold */._2)('no_criteria');
    // Rejected in loopctl, and the pass that did it ended before it could remember the findings.
    if (story.verifiedStatus === 'rejected' && memory.verdict?.review.result === 'fail') {
        return reportFail(view, memory.verdict);
    }
    if (!context.world.ready.has(story.number))
        return holdBlocked(view, context);
    return ((0,limits/* checkAuthorLimits */.sb)(view, context) ??
        pending_heedPerson(view, context) ??
        (0,core_step/* want */.Rd)({
            role: 'implement',
            isNew: memory.head === null,
            claims: true,
            startSha: memory.head?.sha ?? null,
            feedback: memory.feedback,
            because: describeStart(view),
        }));
}
/** What a person did to the pull request of an earlier attempt: closed it, which holds the story, or pushed to it. */
function pending_heedPerson(view, context) {
    const { story, pullRequest } = view;
    if (pullRequest === null)
        return null;
    if (pullRequest.state === 'OPEN') {
        return isForeignHead(view, pullRequest) ? stepPushedHead(view, pullRequest, context) : null;
    }
    const { because, detail } = describeClosed(pullRequest);
    return (0,core_step/* act */.Rb)({ kind: 'escalate', story, because, hold: { code: 'closed_by_human', detail } });
}
function describeStart({ memory }) {
    if (memory.head === null)
        return 'ready';
    if (memory.feedback.length === 0)
        return 'given back: again, on its branch';
    return `rejected ${memory.rejections} times: again, with the findings`;
}
function holdBlocked({ story }, { world }) {
    const blockers = world.blockers.get(story.number) ?? [];
    if (blockers.length === 0)
        return (0,core_step/* hold */._2)('stalled_elsewhere', 'loopctl lists it neither as ready nor as blocked');
    const drifted = world.drift.get(story.number) ?? [];
    const isDrift = blockers.every((blocker) => drifted.includes(blocker));
    return (0,core_step/* hold */._2)(isDrift ? 'backlog_drift' : 'blocked', (0,name_some/* nameSome */.K)(blockers), blockers);
}

;// CONCATENATED MODULE: ./build/core/stages/repair.js
















/** The end of a repair, whatever is under way for it: the base is proven again, or red at another commit. */
function endRepair(view, context) {
    const { story, memory, pullRequest } = view;
    const { world, ledger, proof } = context;
    const { red } = ledger.repair;
    const isRedElsewhere = proof.kind === 'unproven' && proof.hold.code === 'base_red' && red?.sha !== world.base.sha;
    if (red !== null && red.asked !== null)
        return endAskedRevert(view, red, isRedElsewhere, context);
    if (proof.kind === 'unproven' && !isRedElsewhere)
        return null;
    if (pullRequest?.state === 'MERGED' && memory.merged === null)
        return recordMerge(view, pullRequest, context);
    const tip = world.base.sha.slice(0, 7);
    return (0,core_step/* act */.Rb)({
        kind: 'drop_repair',
        story,
        because: isRedElsewhere ? `the base is red at ${tip} now` : `the base is proven at ${tip}`,
        closes: pullRequest?.state === 'OPEN' ? pullRequest.number : null,
        forgetsOrder: false,
    });
}
/**
 * The end of a revert that a person wants: it is in and the base proven, or red with it; they closed it; its story is gone
 * before it was begun; or the base is red for another reason, which goes before: then it is begun anew afterwards.
 */
function endAskedRevert(view, red, isRed, context) {
    const { story, memory, pullRequest } = view;
    const { proof, world } = context;
    const drop = { kind: 'drop_repair', story };
    const number = pullRequest?.number ?? 0;
    if (memory.merged !== null) {
        // A look at the base as it was before that merge proves nothing.
        return isRed || proof.kind === 'proven'
            ? (0,core_step/* act */.Rb)({ ...drop, because: `#${number} is merged`, closes: null, forgetsOrder: true })
            : null;
    }
    if (pullRequest?.state === 'CLOSED') {
        return (0,core_step/* act */.Rb)({ ...drop, because: `#${number} was closed by a person`, closes: null, forgetsOrder: true });
    }
    if (pullRequest === null && findOrder(red, context) === undefined) {
        return (0,core_step/* act */.Rb)({ ...drop, because: 'nobody wants it any more', closes: null, forgetsOrder: false });
    }
    if (!isRed || pullRequest?.state === 'MERGED')
        return null;
    const closes = pullRequest === null ? null : number;
    return (0,core_step/* act */.Rb)({ ...drop, because: `the base is red at ${world.base.sha.slice(0, 7)}`, closes, forgetsOrder: false });
}
/**
 * What is to be done about a red base that no agent is at: an author, the review of what it made, the gate. loopctl
 * hears nothing of it. Nothing is done for it while the tip is not red at exactly its commit.
 */
function stepRepair(view, context) {
    const { memory, pullRequest } = view;
    const { proof, ledger, world } = context;
    const { red } = ledger.repair;
    if (memory.merged !== null)
        return (0,core_step/* hold */._2)('merged_unverified', proof.kind === 'unproven' ? proof.hold.detail : '');
    if (pullRequest?.state === 'MERGED')
        return recordMerge(view, pullRequest, context);
    if (proof.kind === 'unproven' && (proof.hold.code !== 'base_red' || red?.sha !== world.base.sha)) {
        return (0,core_step/* hold */._2)(proof.hold.code, proof.hold.detail);
    }
    if (red === null)
        return (0,core_step/* hold */._2)('base_red');
    if (memory.kept !== null)
        return ofRepair(stepKept(view, memory.kept));
    if (pullRequest !== null)
        return stepOpened(view, pullRequest, red, context);
    if (red.asked !== null)
        return beginRevert(view, red, context);
    return memory.head === null
        ? askAuthor(view, red, memory.feedback, context)
        : (0,core_step/* hold */._2)('stalled_elsewhere', 'its pull request cannot be found');
}
/** GitHub is asked for the revert that a person wants. */
function beginRevert({ story }, red, context) {
    const order = findOrder(red, context);
    const merged = context.world.pullRequests.find(({ number }) => number === order?.pullRequest);
    if (order === undefined || merged === undefined) {
        return (0,core_step/* hold */._2)('stalled_elsewhere', 'the pull request that is to be reverted cannot be found');
    }
    return (0,core_step/* act */.Rb)({
        kind: 'revert',
        story,
        because: `${order.by} wants it undone`,
        reverts: order.story,
        pullRequest: merged.number,
        pullRequestId: merged.id,
        failures: [],
        closes: null,
    });
}
/** The wish that this revert is made for: others may wait for their turn. */
function findOrder({ reverts }, { ledger }) {
    return ledger.orders.find((order) => order.kind === 'revert' && order.story === reverts?.story);
}
function stepOpened(view, pullRequest, red, context) {
    if (pullRequest.state === 'CLOSED')
        return heedClosed(view, pullRequest, red, context);
    if (isForeignHead(view, pullRequest))
        return adopt(stepPushedHead(view, pullRequest, context), red);
    return stepProposal(view, pullRequest, red, context);
}
/** Closed by a person, who is asked; or by us, on the way to a revert. */
function heedClosed(view, { number }, red, context) {
    const detail = `#${number}`;
    const isGivenUp = isExhausted(red, context) && findCulprit(red, context) !== null;
    if (isGivenUp)
        return giveUp(view, red, `${detail} was closed`, context);
    return (0,core_step/* act */.Rb)({
        kind: 'escalate',
        story: view.story,
        because: `${detail} was closed by a person`,
        hold: { code: 'closed_by_human', detail },
    });
}
/** GitHub's own revert is judged like a head that somebody pushed, and remembered for what it is. */
function adopt(step, { reverts }) {
    if (step.kind !== 'act' || step.decision.kind !== 'adopt' || reverts === null)
        return step;
    return (0,core_step/* act */.Rb)({ ...step.decision, head: { ...step.decision.head, by: 'revert' } });
}
/** An accepted head with its pull request: CI, the review by another identity, the gate. */
function stepProposal(view, pullRequest, red, context) {
    const { memory } = view;
    const { world, policy } = context;
    const merging = stepMerging(view, context);
    if (merging !== null)
        return merging;
    const verdict = (0,standing/* isVerdictValid */.Af)(view) ? memory.verdict : null;
    const checks = (0,core_checks/* judgeChecks */.LZ)(pullRequest.checks, world.rules.requiredChecks, policy.checks);
    const rerun = checks.kind === 'red' ? holdOfRerun(view, context) : null;
    if (rerun !== null)
        return { kind: 'hold', hold: rerun };
    const owed = [
        ...memory.feedback,
        ...(verdict?.review.result === 'fail' ? [(0,standing/* feedbackOfVerdict */.Ku)(verdict)] : []),
        ...(checks.kind === 'red' ? [(0,standing/* feedbackOfChecks */.yT)(checks.failed, pullRequest.headSha)] : []),
    ];
    if (owed.length > 0)
        return askAuthor(view, red, owed, context);
    const waiting = (0,head_checks/* holdOfChecks */.m)(checks, memory.head, context);
    if (waiting !== null)
        return { kind: 'hold', hold: waiting };
    if (verdict === null)
        return askReview(view, context);
    return askMerge(view, pullRequest, { verdict, because: 'checks green, review passed, and it holds the red base' }, context);
}
/** Another attempt; where there were too many, the merge that made the base red is given up, or a person is asked. */
function askAuthor(view, red, feedback, context) {
    const { ledger, policy, world } = context;
    const because = feedback.at(-1)?.summary ?? `${red.jobs.join(', ')} failed at ${red.sha.slice(0, 7)}`;
    const paused = (0,pause/* holdOfPause */.D)(ledger);
    if (paused !== null)
        return { kind: 'hold', hold: paused };
    if (isExhausted(red, context))
        return giveUp(view, red, because, context);
    if ((0,core_base/* findFailures */.rB)(world.base, policy).length === 0)
        return (0,core_step/* hold */._2)('base_red', 'its other checks have not ended');
    return ((0,limits/* checkInfrastructure */.Gs)(view, context) ??
        (0,core_step/* want */.Rd)({
            role: 'repair',
            isNew: false,
            claims: false,
            startSha: view.memory.head?.sha ?? red.sha,
            feedback,
            because,
        }));
}
/** A revert is the last attempt: nobody works on it. */
function isExhausted({ reverts }, { ledger, policy }) {
    return reverts !== null || ledger.repair.tries >= policy.limits.repairs;
}
function giveUp({ story, pullRequest }, red, last, context) {
    const { tries } = context.ledger.repair;
    const culprit = findCulprit(red, context);
    if (culprit !== null) {
        return (0,core_step/* act */.Rb)({
            kind: 'revert',
            story,
            because: `${tries} attempts did not help: ${last}`,
            reverts: culprit.story,
            pullRequest: culprit.pullRequest.number,
            pullRequestId: culprit.pullRequest.id,
            failures: (0,core_base/* findFailures */.rB)(context.world.base, context.policy).map(describeFailure),
            closes: pullRequest?.state === 'OPEN' ? pullRequest.number : null,
        });
    }
    const detail = red.reverts === null ? `${tries} attempts: ${last}` : `the revert of ${red.reverts.story}: ${last}`;
    const code = red.asked === null ? 'repairs_exhausted' : 'escalated';
    return (0,core_step/* act */.Rb)({ kind: 'escalate', story, because: detail, hold: { code, detail } });
}
/** A log tells at its end what went wrong. */
function describeFailure({ name, summary }) {
    return (0,cut_short/* cutShort */.V)(`${name}: ${summary?.slice(-1500) ?? 'no log could be read'}`);
}
/**
 * Where the team lets it be reverted: the story whose merge, made by us, is the red tip itself. A merge further down is
 * not for us to undo, and nothing is reverted twice.
 */
function findCulprit(red, { ledger, world, policy }) {
    if (!policy.base.revert || red.reverts !== null)
        return null;
    for (const [story, { merged, pullRequest: number }] of Object.entries(ledger.stories)) {
        if ((0,repair/* isRepair */.c3)(story) || merged?.sha !== red.sha || merged.by !== null)
            continue;
        const pullRequest = world.pullRequests.find((candidate) => candidate.number === number);
        if (pullRequest !== undefined)
            return { story, pullRequest };
    }
    return null;
}

;// CONCATENATED MODULE: ./build/core/stages/reported.js






/** Reported done and not verified: on its way through the gate, or reported outside of our loop. */
function stepReported(view, context) {
    const { story, memory } = view;
    if (!(0,ownership/* isOurs */.MU)(view, context))
        return (0,core_step/* hold */._2)('stalled_elsewhere', (0,ownership/* describeOwner */.$S)(view, context));
    if ((0,transitions/* judgementOf */.lG)(story) === 'rejected')
        return takeBack(view);
    if (memory.agreement !== null && memory.agreement !== story.criteriaHash)
        return giveBackChanged(view);
    return (0,ownership/* awaitUnknown */.LT)(view, context) ?? stepPullRequest(view, context);
}
/** Rejected, and not reset: the tenant resets nothing by itself, and the pass that rejected it ended too early. */
function takeBack(view) {
    const { story, memory } = view;
    if (memory.verdict?.review.result === 'fail')
        return reportFail(view, memory.verdict);
    const because = 'rejected, and still claimed';
    return (0,core_step/* act */.Rb)({ kind: 'unclaim', story, because, assignment: null, sticky: null, closes: null });
}

;// CONCATENATED MODULE: ./build/core/stages/start-over.js


/** A person wants the story begun anew: its claim is given back and its pull request closed, whatever came of them. */
function stepStartOver(view, context) {
    const { story, pullRequest } = view;
    if (story.agentStatus !== 'pending' && !(0,ownership/* isOurs */.MU)(view, context)) {
        return (0,core_step/* hold */._2)('stalled_elsewhere', `to be started over, and ${story.agentStatus} by somebody else`);
    }
    return (0,core_step/* act */.Rb)({
        kind: 'unclaim',
        story,
        because: 'a person had it started over',
        assignment: null,
        sticky: null,
        closes: pullRequest?.state === 'OPEN' ? pullRequest.number : null,
    });
}

;// CONCATENATED MODULE: ./build/core/stages/step-of.js
















/**
 * Finds the stage a story is in and asks it the one question. An agent at work comes first, whatever became of its
 * story, since nothing else frees its place; then what is done or merged, whoever did it; then what a person asked for or
 * is asked for.
 */
function stepOf(view, context) {
    const { story, memory, pullRequest } = view;
    if ((0,repair/* isRepair */.c3)(story.number))
        return stepOfRepair(view, context);
    const flown = stepFlight(view, context);
    if (flown !== null)
        return flown;
    if ((0,core_story/* isDone */.$L)(story) && memory.reverted === null)
        return (0,core_step/* hold */._2)('project_done');
    if (memory.merged !== null)
        return stepMerged(view, context);
    if (pullRequest !== null && isMerged(pullRequest, context))
        return recordMerge(view, pullRequest, context);
    const ordered = (0,follow_orders/* stepOrdered */.Qv)(view, context);
    if (ordered !== null)
        return ordered;
    if (memory.startOver)
        return stepStartOver(view, context);
    if (memory.sticky !== null)
        return (0,leave/* leaveStory */.x)(view, context) ?? holdSticky(memory.sticky);
    switch (story.agentStatus) {
        case 'pending':
            return stepPending(view, context);
        case 'contracted':
            return stepContracted(view, context);
        case 'assigned':
        case 'implementing':
            return stepClaimed(view, context);
        case 'reported_done':
            return stepReported(view, context);
    }
}
/** A repair that is over is over, whoever is at it. */
function stepOfRepair(view, context) {
    const ended = endRepair(view, context) ?? stepFlight(view, context) ?? (0,follow_orders/* stepOrdered */.Qv)(view, context);
    if (ended !== null)
        return ended;
    return view.memory.sticky === null ? stepRepair(view, context) : holdSticky(view.memory.sticky);
}
function stepFlight(view, context) {
    const { flight } = view;
    const { outcome } = context.world;
    if (flight === null)
        return null;
    return outcome?.assignment === flight.id
        ? stepOutcome(view, flight, outcome, context)
        : stepInFlight(view, flight, context);
}
function isMerged({ state, baseRef }, { world }) {
    return state === 'MERGED' && baseRef === world.base.branch;
}
function holdSticky({ code, detail }) {
    return (0,reasons/* isReasonCode */.O8)(code) ? (0,core_step/* hold */._2)(code, detail) : (0,core_step/* hold */._2)('stalled_elsewhere', `${code}: ${detail}`);
}

;// CONCATENATED MODULE: ./build/core/start-base-ci.js


/**
 * The base's CI to be started by us, once for a SHA: runs that were cancelled are run again; where nothing has run at
 * all, the workflows that made the required checks of pull requests are started on the base.
 */
function startBaseCi({ world, ledger, policy, proof }) {
    const { base } = world;
    if (proof.kind === 'proven' || ledger.started?.sha === base.sha || ledger.paused !== null)
        return [];
    const start = { kind: 'start_base_ci', sha: base.sha, runs: [], workflows: [] };
    const verdict = (0,core_checks/* judgeChecks */.LZ)(base.checks, [], policy.checks);
    if (verdict.kind === 'refused' && verdict.checks.every(core_base/* isCancelledRun */.fr)) {
        const runs = [...new Set(verdict.checks.flatMap(({ workflowRunId }) => workflowRunId ?? []))];
        return [{ ...start, runs, because: `${base.sha.slice(0, 7)} was cancelled: what it is worth is not known` }];
    }
    const workflows = proof.hold.code === 'base_no_run' ? requiredWorkflows({ world, policy }) : [];
    if (workflows.length === 0)
        return [];
    return [{ ...start, workflows, because: `nothing has run on ${base.sha.slice(0, 7)}` }];
}
/** Workflows seen to make the required checks on our pull requests; where none is required, any check. */
function requiredWorkflows({ world, policy }) {
    const required = new Set(world.rules.requiredChecks.map(({ name }) => name));
    const isWanted = ({ name, workflow }) => workflow !== policy.checks.ownWorkflow && (required.size === 0 || required.has(name));
    const checks = world.pullRequests.flatMap((pullRequest) => pullRequest.checks).filter(isWanted);
    return [...new Set(checks.flatMap(({ workflow }) => workflow ?? []))].toSorted();
}

// EXTERNAL MODULE: ./build/core/gate/own-approval.js
var own_approval = __webpack_require__(4346);
;// CONCATENATED MODULE: ./build/core/withdraw-approval.js


/**
 * The approval in GitHub Actions' name to take back: whoever's workflow gave it, on our pull requests it speaks for a
 * passing verdict, and none stands behind it.
 */
function findWithdrawal(view, context) {
    const { policy, world } = context;
    const { story, pullRequest } = view;
    if (policy.approve !== 'actions' || world.pass.canApprove !== true)
        return null;
    if (pullRequest?.state !== 'OPEN' || !isApproved(pullRequest))
        return null;
    if (isBacked(view, pullRequest, context) || isRefused(view, pullRequest, context))
        return null;
    const { number, headSha } = pullRequest;
    const because = `no passing verdict stands behind the approval of #${number} any more`;
    return { kind: 'withdraw_approval', story, because, pullRequest: number, headSha };
}
function isApproved({ reviews }) {
    return reviews.some((review) => review.state === 'APPROVED' && (0,own_approval/* isByActions */.J)(review));
}
/** The verdict passes for the accepted head, and that head is this one, or this one with the base merged in by GitHub. */
function isBacked(view, { number, headSha }, { world }) {
    if (!(0,standing/* isVerdictPassing */.vf)(view, world))
        return false;
    if (view.memory.head?.sha === headSha)
        return true;
    const seen = world.heads.get(number);
    return seen?.kind === 'update' && seen.sha === headSha;
}
function isRefused({ memory }, { headSha }, { now }) {
    return memory.unapproved?.headSha === headSha && now < memory.unapproved.notBefore;
}

;// CONCATENATED MODULE: ./build/core/decide.js

























/**
 * What a pass should do now and why every other story waits. Pure and total: the same snapshot, ledger, policy and
 * time give the same plan, and a plan whose decisions were all applied asks for none of them again.
 */
function decide(world, memory, policy, now) {
    const foresee = (ledger) => decideHeard(world, ledger, policy, now);
    const followed = followComments(memory, world, policy, now, foresee);
    return foresee(noteSaid(memory, followed, world, now));
}
/** The same, once what people said was followed. */
function decideHeard(world, memory, policy, now) {
    const current = (0,follow_orders/* forgetOrders */.Jk)((0,pause/* noteBudgets */.f)(forgetGone(memory, world), world.spending, policy, now), world);
    const known = noteRulesets((0,earlier_life/* noteEarlierLife */.p)(current, world), world);
    const judged = (0,core_base/* judgeBase */.fL)(world.base, known, policy, now);
    const repaired = (0,repair/* noteRepair */.eW)((0,core_base/* noteBase */.Ed)(known, world.base, judged, now), world.base, judged, policy);
    const ledger = (0,repair/* noteAskedRevert */.Zs)(repaired, judged);
    const proof = (0,repair/* nameRepair */.Lk)(judged, ledger);
    const context = { world, ledger, policy, now, proof };
    const views = (0,core_view/* viewStories */.dG)(world, ledger);
    const asked = askStories(views, context);
    const room = shareRoom(asked.wanted, context);
    const merges = orderMerges(asked.merges, views, context);
    const wished = new Map([...asked.holds, ...room.holds, ...merges.holds]);
    const wishes = [
        ...(0,follow_orders/* createStories */.Qw)(ledger),
        ...(0,answers/* answerComments */.J)(ledger, world.viewer, now),
        ...startBaseCi(context),
        ...forgetOrphans(views, context),
        ...asked.decisions,
        ...room.dispatches,
        ...merges.first,
        ...finish(context),
    ];
    const wantsRun = room.wantsRun || [...wished.values()].some(({ code }) => code === 'awaiting_plan');
    const spared = spareBudget({ decisions: wishes, holds: wished, wantsRun }, world.budgets, now);
    const line = (0,pause/* holdOfPause */.D)(ledger) ?? holdOfLine(context);
    const waited = noteWaits(ledger, { holds: spared.holds, line }, now);
    return {
        decisions: spared.decisions,
        holds: spared.holds,
        notes: [...(0,degraded/* noteToken */.M8)(world), ...(0,spending/* noteSpending */.Bs)(world.spending), ...(spared.short === null ? [] : [spared.short])],
        line,
        ledger: intend((0,note_escalations/* noteEscalations */.h)(waited, { holds: spared.holds, line }, policy, now), spared.decisions),
        wantsRun: spared.wantsRun,
    };
}
function askStories(views, context) {
    const decisions = [];
    const holds = new Map();
    const wanted = [];
    const merges = [];
    for (const view of views) {
        const step = askStory(view, context);
        switch (step.kind) {
            case 'act':
                decisions.push(step.decision);
                break;
            case 'hold':
                holds.set(view.story.number, step.hold);
                break;
            case 'want':
                wanted.push({ view, want: step.want });
                break;
            case 'merge':
                merges.push(step.decision);
                break;
        }
    }
    return { decisions, holds, wanted, merges };
}
/** What moves a story goes first; an approval that it no longer deserves is taken back before it waits or is worked on. */
function askStory(view, context) {
    const step = stepOf(view, context);
    const withdrawal = step.kind === 'act' ? null : findWithdrawal(view, context);
    return withdrawal === null ? step : (0,core_step/* act */.Rb)(withdrawal);
}
function holdOfLine({ proof }) {
    return proof.kind === 'unproven' ? proof.hold : null;
}
function finish({ world, ledger }) {
    const { stories } = world;
    const isOver = stories.length > 0 && stories.every(({ verifiedStatus }) => verifiedStatus === 'verified');
    const isAsked = ledger.orders.length > 0 || stories.some(({ number }) => (0,core_ledger/* recall */.I9)(ledger, number).reverted !== null);
    if (!isOver || isAsked || ledger.finished)
        return [];
    return [{ kind: 'finish', because: `${stories.length} stories verified` }];
}
/**
 * What nobody asks about any more: verified stories (but those whose merge was reverted), and stories that were deleted once their agent has ended. The
 * ledger stays proportional to what is under way. A merge is not forgotten while the base is shown as it was before it:
 * it is how such a look is known for an old one.
 */
function forgetGone(ledger, { stories, base }) {
    const isOpen = (story) => !(0,core_story/* isDone */.$L)(story) || ledger.stories[story.number]?.reverted != null;
    const open = new Set(stories.filter(isOpen).map(({ number }) => number));
    const flying = new Set(Object.values(ledger.flights).map(({ story }) => story));
    const isGone = (key) => (0,core_story/* isStoryNumber */.P2)(key) && !open.has(key) && !flying.has(key) && ledger.stories[key]?.merged?.baseBefore !== base.sha;
    const isUnfinished = ledger.finished && stories.some(({ verifiedStatus }) => verifiedStatus !== 'verified');
    const kept = Object.entries(ledger.stories).filter(([key]) => !isGone(key));
    if (kept.length === Object.keys(ledger.stories).length && !isUnfinished)
        return ledger;
    const leaving = stories.filter(({ number }) => isGone(number)).flatMap(({ number }) => ledger.stories[number] ?? []);
    return {
        ...ledger,
        stories: Object.fromEntries(kept),
        tally: (0,note_tally/* tallyStories */.Y6)(ledger.tally, leaving),
        finished: ledger.finished && !isUnfinished,
    };
}
/** Written down only when it is another: it must not be the reason for a save on every look. */
function noteRulesets(ledger, { rulesetCache: { viewer, rulesets } }) {
    const rulesetCache = Object.keys(rulesets).length === 0 ? null : { viewer, rulesets };
    const isKnown = JSON.stringify(ledger.rulesetCache) === JSON.stringify(rulesetCache);
    return isKnown ? ledger : { ...ledger, rulesetCache };
}
/**
 * What must be known before any of it is done: the agreements, so that a half-made claim is known as ours, and the
 * numbers given to assignments, so that none is given twice.
 */
function intend(known, decisions) {
    const ledger = forgetGates(known, decisions);
    const dispatches = decisions.filter((decision) => decision.kind === 'dispatch');
    if (dispatches.length === 0)
        return ledger;
    const numbered = { ...ledger, sequence: ledger.sequence + dispatches.length };
    return dispatches
        .filter(({ claims }) => claims)
        .reduce((memory, { story }) => (0,core_ledger/* remember */.kY)(memory, story.number, { agreement: story.criteriaHash }), numbered);
}
/**
 * A merge completes the gate's check itself, before it is asked for. What was shown before is forgotten with the intents,
 * so that whatever becomes of the merge the check is looked at anew.
 */
function forgetGates(ledger, decisions) {
    const keys = decisions.flatMap((decision) => decision.kind === 'merge' ? [(0,own_checks/* keyOfCheck */.Bd)(decision.headSha, own_checks/* ownChecks */.ws.gate)] : []);
    if (!keys.some((key) => Object.hasOwn(ledger.shown, key)))
        return ledger;
    const kept = Object.entries(ledger.shown).filter(([key]) => !keys.some((gate) => gate === key));
    return { ...ledger, shown: Object.fromEntries(kept) };
}


/***/ }),

/***/ 5436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ listDueMerges),
/* harmony export */   a: () => (/* binding */ findProof)
/* harmony export */ });
/* harmony import */ var _base_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5585);
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4813);
/* harmony import */ var _story_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2703);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6761);




/** What proves a merge: the tip, or the merge commit itself by its own checks; null while neither does. */
function findProof(mergeSha, proof, { base, mergeChecks }, { checks }) {
    if (proof.kind === 'proven')
        return base.sha;
    return (0,_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeChecks */ .LZ)(mergeChecks.get(mergeSha) ?? [], [], checks).kind === 'green' ? mergeSha : null;
}
/** The merges of ours that would be verified now: of stories that wait for it, and proven. */
function listDueMerges(seen, ledger, policy, now) {
    const waiting = seen.stories.filter((story) => story.agentStatus === 'reported_done' && !(0,_story_js__WEBPACK_IMPORTED_MODULE_2__/* .isDone */ .$L)(story));
    const numbers = new Set(waiting.map(({ number }) => number));
    const proof = (0,_base_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeBase */ .fL)(seen.base, ledger, policy, now);
    return seen.pullRequests.filter((pullRequest) => {
        const { headRef, mergeSha } = pullRequest;
        if (!isOurMerge(pullRequest, seen) || !numbers.has((0,_view_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBranch */ .Qd)(headRef)?.story ?? ''))
            return false;
        return findProof(mergeSha ?? '', proof, seen, policy) !== null;
    });
}
function isOurMerge({ state, isFork, baseRef, mergedBy }, { base, viewer }) {
    return state === 'MERGED' && mergedBy === viewer && !isFork && baseRef === base.branch;
}


/***/ }),

/***/ 4781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ noteEarlierLife)
/* harmony export */ });
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2690);
/* harmony import */ var _story_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2703);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6761);



/**
 * The ledger with what pull requests tell of stories of whose work it knows nothing (it was lost, or is an old one): the
 * newest generation of their branch, and its newest pull request. What was rejected after its merge begins anew.
 */
function noteEarlierLife(ledger, { stories, pullRequests, viewer }) {
    const forgotten = new Map(stories
        .filter((story) => !(0,_story_js__WEBPACK_IMPORTED_MODULE_2__/* .isDone */ .$L)(story) && isForgotten((0,_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .recall */ .I9)(ledger, story.number)))
        .map((story) => [story.number, story]));
    const traces = new Map();
    const newest = pullRequests.filter(({ isFork }) => !isFork).toSorted((left, right) => left.number - right.number);
    for (const pullRequest of newest) {
        const branch = (0,_view_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBranch */ .Qd)(pullRequest.headRef);
        const story = branch === null ? undefined : forgotten.get(branch.story);
        if (branch === null || story === undefined)
            continue;
        const known = traces.get(branch.story) ?? (0,_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .recall */ .I9)(ledger, branch.story);
        if (branch.generation < known.generation)
            continue;
        traces.set(branch.story, traceOf(story, pullRequest, branch.generation, viewer));
    }
    return [...traces].reduce((noted, [story, trace]) => (0,_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .remember */ .kY)(noted, story, trace), ledger);
}
/** Nothing is known of its work: not on which branch it is, nor that a person has to look at it first. */
function isForgotten({ pullRequest, head, kept, merged }) {
    return pullRequest === null && head === null && kept === null && merged === null;
}
function traceOf(story, pullRequest, generation, viewer) {
    const isOurMerge = pullRequest.state === 'MERGED' && pullRequest.mergedBy === viewer;
    if ((0,_story_js__WEBPACK_IMPORTED_MODULE_2__/* .isRejected */ .TK)(story) && isOurMerge)
        return { generation: generation + 1, pullRequest: null };
    return { generation, pullRequest: pullRequest.number };
}


/***/ }),

/***/ 1099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H9: () => (/* binding */ baseClause),
  sJ: () => (/* binding */ firstHold),
  $U: () => (/* binding */ judgeGate),
  cw: () => (/* binding */ readGate)
});

// EXTERNAL MODULE: ./build/core/name-some.js
var name_some = __webpack_require__(8696);
// EXTERNAL MODULE: ./build/core/gate/clause.js
var clause = __webpack_require__(8403);
// EXTERNAL MODULE: ./build/core/gate/merge-mode.js
var merge_mode = __webpack_require__(4274);
// EXTERNAL MODULE: ./build/core/gate/own-approval.js
var own_approval = __webpack_require__(4346);
;// CONCATENATED MODULE: ./build/core/gate/approvals.js




/**
 * No person's request for changes stands: neither by GitHub's sum nor, since GitHub sums up only where a rule asks for
 * approvals, by anybody's last word.
 */
function judgeChangeRequests({ pullRequest }) {
    const objecting = pullRequest.reviews.filter((review) => review.state === 'CHANGES_REQUESTED' && isWriter(review));
    return (0,clause/* when */.z)(pullRequest.reviewDecision === 'CHANGES_REQUESTED' || objecting.length > 0, 'change_requested', `#${pullRequest.number}${objecting.length > 0 ? ` by ${nameAuthors(objecting)}` : ''}`);
}
/** Approved as the rules demand, by GitHub's own sum, and as the configuration asks, by a person and for this very head. */
function judgeApprovals(facts) {
    return judgeRules(facts) ?? judgeMode(facts);
}
/** Whether nothing is missing of the approvals but the one that the passing verdict can be. */
function isApprovalDue(facts) {
    return findMissing(facts) !== null && judgeMode(facts) === null && (0,own_approval/* findOwnApproval */.d)(facts).kind === 'due';
}
function judgeRules(facts) {
    const missing = findMissing(facts);
    if (missing === null)
        return null;
    const own = (0,own_approval/* findOwnApproval */.d)(facts);
    return own.kind === 'impossible' ? own.hold : (holdOfGiven(own, facts) ?? missing);
}
/** The verdict is an approval, and that is not enough: for lack of others', or since GitHub does not count it. */
function holdOfGiven({ kind }, { pullRequest: { number }, context }) {
    if (kind !== 'given')
        return null;
    const { rules } = context.world;
    if (rules.requiredApprovals > 1 || rules.requiresCodeOwners) {
        const detail = `#${number}: the verdict is one, and the rules ask for ${describeDemand(rules)}`;
        return { code: 'awaiting_approval', detail };
    }
    return { code: 'approval_refused', detail: `#${number}: GitHub shows it, and does not count it` };
}
function findMissing(facts) {
    const { number, reviewDecision } = facts.pullRequest;
    const { rules } = facts.context.world;
    const isMissing = rules.requiredApprovals > 0 && reviewDecision !== 'APPROVED';
    if (isMissing || reviewDecision === 'REVIEW_REQUIRED') {
        return { code: 'awaiting_approval', detail: `#${number}: the rules ask for ${describeDemand(rules)}` };
    }
    const needed = countFresh(rules);
    // GitHub's own merge of the base into it leaves the diff as it was: whether approvals outlive that, its sum tells.
    if (facts.view.memory.head?.by === 'update')
        return null;
    const fresh = listFresh(facts).filter((review) => isWriter(review) || !review.isPerson).length;
    return (0,clause/* when */.z)(fresh < needed, 'awaiting_approval', `#${number}: ${fresh} of ${needed} approvals are for what was pushed last`);
}
/** How many approvals have to be for what was pushed last; GitHub takes back the older ones a moment after a push. */
function countFresh(rules) {
    if (rules.dismissesStaleApprovals)
        return rules.requiredApprovals;
    return rules.requiresLastPushApproval ? Math.min(1, rules.requiredApprovals) : 0;
}
function describeDemand(rules) {
    const { requiredApprovals: count } = rules;
    return [
        count > 1 ? `${count} approvals` : 'an approval',
        ...(rules.requiresCodeOwners ? ['a code owner’s for every file that has one'] : []),
        ...(rules.requiresLastPushApproval ? ['one by somebody else than who pushed last'] : []),
    ].join(', ');
}
function judgeMode(facts) {
    const { view, pullRequest, context } = facts;
    const { mode, because } = (0,merge_mode/* findMergeMode */.r)(view, context.policy.merge);
    const isOthers = (review) => isWriter(review) && review.author !== context.world.viewer;
    if (mode !== 'approve' || listFresh(facts).some(isOthers))
        return null;
    const stale = pullRequest.reviews.filter((review) => review.state === 'APPROVED' && isOthers(review));
    const seen = stale.length > 0 ? `; what ${nameAuthors(stale)} approved is not what was pushed last` : '';
    return { code: 'awaiting_approval', detail: `#${pullRequest.number}, by ${because}${seen}` };
}
/**
 * The approvals of this very head by others than its author, given after it was pushed: the commit that GitHub shows with
 * a review may follow a force-push.
 */
function listFresh({ view, pullRequest }) {
    const pushedAt = view.memory.head?.at ?? Number.POSITIVE_INFINITY;
    return pullRequest.reviews.filter(({ state, commit, submittedAt, author }) => state === 'APPROVED' &&
        commit === pullRequest.headSha &&
        submittedAt >= pushedAt &&
        author !== pullRequest.author);
}
function isWriter({ isPerson, canWrite }) {
    return isPerson && canWrite;
}
function nameAuthors(reviews) {
    return (0,name_some/* nameSome */.K)(reviews.map(({ author }) => author ?? 'somebody'));
}

// EXTERNAL MODULE: ./build/core/repair.js
var repair = __webpack_require__(4157);
// EXTERNAL MODULE: ./build/core/view.js
var view = __webpack_require__(6761);
;// CONCATENATED MODULE: ./build/core/gate/base-clause.js



/** The base is proven; for a repair it is turned: red at exactly what the repair holds. A revert that a person wants is none. */
function judgeBaseClause(facts) {
    const { proof } = facts.context;
    const isAsked = facts.context.ledger.repair.red?.asked != null;
    if ((0,repair/* isRepair */.c3)(facts.view.story.number) && !(isAsked && proof.kind === 'proven'))
        return judgeRepaired(facts);
    return proof.kind === 'proven' ? null : proof.hold;
}
/**
 * The one clause that is turned for a repair: the tip is red at exactly the commit that is repaired, the head holds that
 * commit, and no other repair is open.
 */
function judgeRepaired({ view: { memory }, pullRequest: { number }, context }) {
    const { world, ledger, proof } = context;
    const tip = world.base.sha;
    if (proof.kind === 'proven')
        return { code: 'base_pending', detail: `${tip.slice(0, 7)} is proven: nothing to repair` };
    if (proof.hold.code !== 'base_red' || ledger.repair.red?.sha !== tip)
        return proof.hold;
    // The merge base of head and tip, as it was when the head was accepted.
    if (memory.head?.diffBase !== tip)
        return { code: 'behind', detail: `#${number} does not hold ${tip.slice(0, 7)}` };
    const other = world.pullRequests.find((candidate) => candidate.number !== number && isOpenRepair(candidate));
    return (0,clause/* when */.z)(other !== undefined, 'not_next', `#${other?.number ?? 0} is a repair too`);
}
function isOpenRepair({ state, headRef }) {
    return state === 'OPEN' && (0,repair/* isRepair */.c3)((0,view/* parseBranch */.Qd)(headRef)?.story ?? '');
}

// EXTERNAL MODULE: ./build/core/gate/head-checks.js
var head_checks = __webpack_require__(9500);
// EXTERNAL MODULE: ./build/core/gate/merge-method.js
var merge_method = __webpack_require__(8452);
// EXTERNAL MODULE: ./build/core/gate/protection.js
var protection = __webpack_require__(2377);
// EXTERNAL MODULE: ./build/core/pause.js
var pause = __webpack_require__(9560);
// EXTERNAL MODULE: ./build/core/standing.js
var standing = __webpack_require__(1040);
;// CONCATENATED MODULE: ./build/core/gate.js










/** Every clause of the gate, in the order in which it is judged; the first that does not hold is the hold. */
function judgeGate(view, pullRequest, context) {
    return clauses.map(([name, judge]) => ({ name, hold: judge({ view, pullRequest, context }) }));
}
/** The gate, apart from an approval that is for us to give. */
function readGate(view, pullRequest, context) {
    const gate = judgeGate(view, pullRequest, context);
    if (!isApprovalDue({ view, pullRequest, context }))
        return { gate, isApprovalDue: false };
    return { gate: gate.filter(({ name }) => name !== approvals), isApprovalDue: true };
}
function firstHold(gate) {
    return gate.find(({ hold }) => hold !== null)?.hold ?? null;
}
const approvals = 'approvals';
/** The clause that every merge of others opens and closes again. */
const baseClause = 'base proven, or for a repair red at exactly what it holds';
const clauses = [
    ['not paused', ({ context }) => (0,pause/* holdOfPause */.D)(context.ledger)],
    ['no fork', ({ pullRequest }) => (0,clause/* when */.z)(pullRequest.isFork, 'fork', `#${pullRequest.number}`)],
    [
        'into the base',
        ({ pullRequest, context }) => (0,clause/* when */.z)(pullRequest.baseRef !== context.world.base.branch, 'base_changed', `#${pullRequest.number} merges into ${pullRequest.baseRef}`),
    ],
    ['no draft', ({ pullRequest }) => (0,clause/* when */.z)(pullRequest.isDraft, 'draft', `#${pullRequest.number}`)],
    ['head accepted', judgeHead],
    [
        'no conflict',
        ({ pullRequest }) => (0,clause/* when */.z)(pullRequest.mergeState === 'DIRTY', 'merge_conflict', `#${pullRequest.number}`),
    ],
    ['up to date where the rules are strict', (facts) => (0,clause/* when */.z)(isBehind(facts), 'behind', `#${facts.pullRequest.number}`)],
    ['checks', head_checks/* judgeHeadChecks */.D],
    ['verdict', judgeVerdict],
    ['criteria for people', judgeCriteriaForPeople],
    ['deliverables', judgeDeliverables],
    ['change requests', judgeChangeRequests],
    [approvals, judgeApprovals],
    ['conversations', judgeConversations],
    ['way of merging', judgeMerging],
    [baseClause, judgeBaseClause],
    ['base protected', protection/* judgeProtection */.Lm],
    ['no bypass', protection/* judgeBypass */.Uv],
];
function judgeHead({ view, pullRequest }) {
    const accepted = view.memory.head?.sha ?? null;
    return (0,clause/* when */.z)(accepted !== pullRequest.headSha, 'head_not_accepted', `#${pullRequest.number} is at ${pullRequest.headSha.slice(0, 7)}, accepted was ${accepted?.slice(0, 7) ?? 'none'}`);
}
/**
 * A queue tests what it merges onto the tip. Blocked, a pull request may be behind as well: it cannot hold a tip that it
 * did not hold when it was accepted.
 */
function isBehind({ view, pullRequest, context }) {
    const { rules, base } = context.world;
    if (!rules.strict || rules.requiresMergeQueue)
        return false;
    if (pullRequest.mergeState === 'BEHIND')
        return true;
    return pullRequest.mergeState === 'BLOCKED' && view.memory.head?.diffBase !== base.sha;
}
function judgeVerdict({ view, context }) {
    return (0,clause/* when */.z)(!(0,standing/* isVerdictPassing */.vf)(view, context.world), 'verdict_missing', 'no passing verdict by another identity for these criteria and this diff');
}
/** What the review leaves to people, somebody said of these criteria and this diff. */
function judgeCriteriaForPeople({ view }) {
    const open = (0,standing/* listForPeople */.lV)(view);
    return (0,clause/* when */.z)(open.length > 0, 'criteria_need_person', (0,name_some/* nameSome */.K)(open));
}
function judgeDeliverables({ view }) {
    const missing = view.memory.head?.missingDeliverables ?? [];
    return (0,clause/* when */.z)(missing.length > 0, 'deliverables_missing', missing.join(', '));
}
function judgeConversations({ pullRequest, context }) {
    const open = context.world.rules.requiresConversationResolution ? pullRequest.unresolvedConversations : 0;
    return (0,clause/* when */.z)(open > 0, 'conversations_open', `${open} open`);
}
function judgeMerging({ view, pullRequest, context }) {
    const { merge } = context.policy;
    const { mode, because } = (0,merge_mode/* findMergeMode */.r)(view, merge);
    if (mode === 'never')
        return { code: 'merge_by_hand', detail: `#${pullRequest.number}, by ${because}` };
    return (0,merge_method/* holdOfMethod */.K)(merge.method, context.world.rules);
}


/***/ }),

/***/ 8403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ when)
/* harmony export */ });
/** A hold where the condition is met. */
function when(condition, code, detail) {
    return condition ? { code, detail } : null;
}


/***/ }),

/***/ 9500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ judgeHeadChecks),
/* harmony export */   m: () => (/* binding */ holdOfChecks)
/* harmony export */ });
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4813);
/* harmony import */ var _degraded_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7410);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5079);



/** Every required check of the head with success, every other one green. */
function judgeHeadChecks({ view, pullRequest, context }) {
    const { world, policy } = context;
    const verdict = (0,_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeChecks */ .LZ)(pullRequest.checks, world.rules.requiredChecks, policy.checks);
    return holdOfChecks(verdict, view.memory.head, context);
}
/** What a story waits for by its checks, or nothing when they are green; what never reported is a person's matter. */
function holdOfChecks(verdict, head, context) {
    switch (verdict.kind) {
        case 'green':
            return null;
        case 'none':
            return ((0,_degraded_js__WEBPACK_IMPORTED_MODULE_1__/* .findUnstarted */ .eF)(head, context) ??
                findOverdue(verdict.names, head, context) ?? { code: 'checks_unknown', detail: 'nothing has reported yet' });
        case 'pending':
            return { code: 'ci_pending', detail: verdict.names.join(', ') };
        case 'missing':
            return findOverdue(verdict.names, head, context) ?? { code: 'check_missing', detail: verdict.names.join(', ') };
        case 'red':
            return { code: 'check_refused', detail: `${verdict.failed.map(({ name }) => name).join(', ')} failed` };
        case 'refused':
            return (0,_degraded_js__WEBPACK_IMPORTED_MODULE_1__/* .holdOfRefused */ .vG)(verdict.checks);
    }
}
/** A required check that stayed away for longer than its deadline: nothing will bring it by itself. */
function findOverdue(names, head, { policy, now }) {
    const { deadlineMinutes } = policy.checks;
    if (names.length === 0 || head === null || now < (0,_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .addMinutes */ .z)(head.at, deadlineMinutes))
        return null;
    const push = `${deadlineMinutes} minutes after the push of ${head.sha.slice(0, 7)}`;
    return { code: 'check_never_reported', detail: `${names.join(', ')}: ${push}` };
}


/***/ }),

/***/ 8452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ holdOfMethod)
/* harmony export */ });
/* harmony import */ var _clause_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8403);

/** Repository and rules let a pull request merge in this way; what goes through a queue is merged by the queue's own. */
function holdOfMethod(method, { requiresMergeQueue, mergeMethods }) {
    const allowed = mergeMethods.length === 0 ? 'none' : mergeMethods.join(', ');
    const isAllowed = requiresMergeQueue || mergeMethods.includes(method);
    return (0,_clause_js__WEBPACK_IMPORTED_MODULE_0__/* .when */ .z)(!isAllowed, 'merge_method_refused', `${method}; allowed: ${allowed}`);
}


/***/ }),

/***/ 4274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ rememberPaths),
/* harmony export */   r: () => (/* binding */ findMergeMode)
/* harmony export */ });
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8998);
/* harmony import */ var _repair_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4157);


/**
 * How far a pull request may go by itself. Each changed file has a mode: the strictest that names its story's epic or
 * matches its path, else the repository's; the strictest of all its files is the pull request's. Of files that are not
 * known every glob is taken to match one.
 */
function findMergeMode({ story, memory }, { mode, exceptions }) {
    const usual = { mode, because: '`merge.mode`' };
    const ofEpic = exceptions
        .filter(({ epics }) => epics.includes(story.epic) && !(0,_repair_js__WEBPACK_IMPORTED_MODULE_0__/* .isRepair */ .c3)(story.number))
        .map((exception) => ({ mode: exception.mode, because: `\`merge.${exception.mode}.epics\`` }));
    const findByPath = (matches) => exceptions
        .filter(({ paths }) => paths.some(matches))
        .map((exception) => ({ mode: exception.mode, because: `\`merge.${exception.mode}.paths\`` }));
    const orUsual = (named) => strictest(named) ?? usual;
    const files = memory.head?.changedPaths ?? null;
    const found = files === null
        ? [orUsual(ofEpic), ...findByPath(() => true)]
        : files.map((path) => orUsual([...ofEpic, ...findByPath((glob) => (0,_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesGlob */ .k)(path, glob))]));
    return orUsual(found);
}
const strictness = { auto: 0, approve: 1, never: 2 };
function strictest(modes) {
    return modes.toSorted((left, right) => strictness[right.mode] - strictness[left.mode])[0] ?? null;
}
/** So many paths of a head are remembered at most; of one that changes more they count as not known. */
const mostPaths = 200;
/** What is remembered of the paths that a head changes. */
function rememberPaths(changedPaths) {
    return changedPaths.length > mostPaths ? null : [...changedPaths];
}


/***/ }),

/***/ 4346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isByActions),
/* harmony export */   d: () => (/* binding */ findOwnApproval)
/* harmony export */ });
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4813);

/**
 * Whether the verdict is to be posted as an approval of this head, told by what GitHub shows of it: once for a head,
 * again only for a newer verdict when somebody took it back.
 */
function findOwnApproval(facts) {
    const { view, pullRequest, context } = facts;
    if (context.policy.approve !== 'actions')
        return { kind: 'unwanted' };
    const { number, author } = pullRequest;
    const standing = pullRequest.reviews.find((review) => isByActions(review) && isOfHead(review, facts));
    if (standing?.state === 'APPROVED')
        return { kind: 'given' };
    if (standing?.state === 'DISMISSED' && standing.submittedAt >= (view.memory.verdict?.at ?? 0)) {
        return { kind: 'impossible', hold: { code: 'awaiting_approval', detail: `#${number}: ${dismissed}` } };
    }
    const obstacle = author === _checks_js__WEBPACK_IMPORTED_MODULE_0__/* .actionsSlug */ .XU ? ownPullRequest : findObstacle(facts);
    if (obstacle === null)
        return { kind: 'due' };
    return { kind: 'impossible', hold: { code: 'approval_refused', detail: `#${number}: ${obstacle}` } };
}
/** A review in the name that a job's own token has: any workflow of the repository can speak in it. */
function isByActions({ author, isPerson }) {
    return author === _checks_js__WEBPACK_IMPORTED_MODULE_0__/* .actionsSlug */ .XU && !isPerson;
}
const dismissed = 'somebody dismissed the approval that stood for the verdict';
const ownPullRequest = 'GitHub Actions opened it, and nobody approves their own';
const noToken = '`approve: actions`, and this job was given no `approval-token`';
function findObstacle({ view, pullRequest, context }) {
    if (context.world.pass.canApprove !== true)
        return noToken;
    const { unapproved } = view.memory;
    const isRefused = unapproved?.headSha === pullRequest.headSha && context.now < unapproved.notBefore;
    return isRefused ? unapproved.detail : null;
}
/** Given after the head was pushed: the commit that GitHub shows with a review may follow a force-push. */
function isOfHead({ commit, submittedAt }, { view, pullRequest }) {
    return commit === pullRequest.headSha && submittedAt >= (view.memory.head?.at ?? 0);
}


/***/ }),

/***/ 2377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LT: () => (/* binding */ listLacks),
/* harmony export */   Lm: () => (/* binding */ judgeProtection),
/* harmony export */   Uv: () => (/* binding */ judgeBypass),
/* harmony export */   cj: () => (/* binding */ holdOfAdmin),
/* harmony export */   zN: () => (/* binding */ holdOfBypass)
/* harmony export */ });
/* harmony import */ var _clause_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8403);

/** The base asks for pull requests and for at least one check, or the team accepts by name that it does not. */
function judgeProtection({ context }) {
    const { rules, base } = context.world;
    if (context.policy.base.unprotected === 'accept')
        return null;
    return (0,_clause_js__WEBPACK_IMPORTED_MODULE_0__/* .when */ .z)(listLacks(rules).length > 0, 'base_unprotected', base.branch);
}
/** What rules have to ask for, and these do not. */
function listLacks({ requiresPullRequest, requiredChecks, }) {
    return [
        ...(requiresPullRequest ? [] : ['no rule demands a pull request']),
        ...(requiredChecks.length > 0 ? [] : ['no status check is required']),
    ];
}
/** Nobody says that our token could pass over a rule. */
function judgeBypass({ pullRequest, context }) {
    return holdOfAdmin(pullRequest) ?? holdOfBypass(context.world.rules.bypass, context.policy);
}
/** GitHub says of this pull request that our token could merge it past every rule. */
function holdOfAdmin({ viewerCanMergeAsAdmin }) {
    return (0,_clause_js__WEBPACK_IMPORTED_MODULE_0__/* .when */ .z)(viewerCanMergeAsAdmin, 'bypass_possible', 'it can merge as an admin');
}
/** What the rulesets say of our token; where nobody can say, the team has accepted that by name, or it is refused. */
function holdOfBypass(bypass, { base }) {
    switch (bypass) {
        case 'never':
            return null;
        case 'unknown':
            return (0,_clause_js__WEBPACK_IMPORTED_MODULE_0__/* .when */ .z)(base.unprotected !== 'accept', 'bypass_possible', 'it cannot be told');
        case 'possible':
            return { code: 'bypass_possible', detail: 'a ruleset names it' };
    }
}


/***/ }),

/***/ 8998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ matchesGlob)
/* harmony export */ });
/**
 * Whether a path matches a glob: `*` and `?` within a segment, `**` for any number of segments, everything else
 * literal; a trailing slash means all that is below. Linear enough for hostile patterns: no regular expression.
 */
function matchesGlob(path, glob) {
    return matchesSegments(path.split('/'), segmentsOf(glob));
}
function segmentsOf(glob) {
    const relative = glob.replace(/^(\.?\/)+/, '');
    const segments = (relative.endsWith('/') ? `${relative}**` : relative).split('/');
    return segments.filter((segment, index) => segment !== '**' || segments[index + 1] !== '**');
}
/** Wildcard matching over segments: `row[i]` tells whether the globs so far match the first `i` segments of the path. */
function matchesSegments(path, glob) {
    let row = [true, ...path.map(() => false)];
    for (const pattern of glob) {
        const above = row;
        row = pattern === '**' ? spread(above) : shift(above, (index) => matchesSegment(path[index] ?? '', pattern));
    }
    return row.at(-1) === true;
}
function spread(row) {
    const first = row.indexOf(true);
    return row.map((_, index) => first !== -1 && index >= first);
}
function shift(row, matches) {
    return row.map((_, index) => index > 0 && row[index - 1] === true && matches(index - 1));
}
/** Greedy, going back to the last star only: at most the product of both lengths. */
function matchesSegment(text, pattern) {
    let at = 0;
    let next = 0;
    let star = -1;
    let resume = 0;
    while (at < text.length) {
        if (pattern[next] === '*') {
            star = next;
            next += 1;
            resume = at;
        }
        else if (pattern[next] === '?' || pattern[next] === text[at]) {
            at += 1;
            next += 1;
        }
        else if (star !== -1) {
            resume += 1;
            at = resume;
            next = star + 1;
        }
        else {
            return false;
        }
    }
    return [...pattern.slice(next)].every((rest) => rest === '*');
}


/***/ }),

/***/ 7490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spellOutInvisible)
/* harmony export */ });
/** Controls but tab and line feed, then format (zero-width, bidirectional, tags), line separators, rare selectors. */
const invisible = /[^\P{Cc}\t\n]|[\p{Cf}\p{Zl}\p{Zp}]|[\u{e0100}-\u{e01ef}]/gu;
/** The text with every character that people do not see, and a model or a shell does, written as `\u{…}`. */
function spellOutInvisible(text) {
    return text.replaceAll(invisible, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}


/***/ }),

/***/ 332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gs: () => (/* binding */ checkInfrastructure),
/* harmony export */   fu: () => (/* binding */ backOff),
/* harmony export */   sb: () => (/* binding */ checkAuthorLimits)
/* harmony export */ });
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3594);
/* harmony import */ var _utc_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6848);


/** What a story's counters forbid before another author is sent at it, or nothing. */
function checkAuthorLimits({ story, memory }, { world, policy, now }) {
    const { limits } = policy;
    const rejections = Math.max(memory.rejections, world.rejections.get(story.number) ?? 0);
    if (rejections >= limits.rejections + memory.granted) {
        const detail = `rejected ${rejections} times`;
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .act */ .Rb)({ kind: 'escalate', story, because: detail, hold: { code: 'rejections_exhausted', detail } });
    }
    if (memory.authorRuns > limits.authorRuns) {
        const detail = `${memory.authorRuns} author runs`;
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .act */ .Rb)({ kind: 'escalate', story, because: detail, hold: { code: 'author_runs_exhausted', detail } });
    }
    return checkInfrastructure({ story, memory }, { policy, now });
}
/** What failing machines forbid before another agent is sent, or nothing. */
function checkInfrastructure({ story, memory }, { policy, now }) {
    const { failures, notBefore } = memory.infrastructure;
    if (failures > policy.limits.infrastructure) {
        const detail = `${failures} runs were lost`;
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .act */ .Rb)({ kind: 'escalate', story, because: detail, hold: { code: 'infrastructure_exhausted', detail } });
    }
    if (notBefore > now)
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .hold */ ._2)('backing_off', (0,_utc_js__WEBPACK_IMPORTED_MODULE_1__/* .tellNotBefore */ .G8)(notBefore));
    return null;
}
/** When work may be tried again after its n-th infrastructure failure: 15 s, then eight times longer each time. */
function backOff(failures, now) {
    return now + 15_000 * 8 ** Math.max(0, failures - 1);
}


/***/ }),

/***/ 1100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ noteRecent),
/* harmony export */   o: () => (/* binding */ noteActivity)
/* harmony export */ });
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4402);

/** How much of what was done is remembered to be told. */
const recentLimit = 30;
const saidLimit = 240;
/** What happens often and changes nothing that people would look for. */
const unsaid = new Set([
    'answer',
    'discard',
    'forget',
    'report_pass',
    'record_merge',
    'rerun_settle',
    'drop_merge',
]);
/** The ledger with one applied decision noted as recent activity. */
function noteActivity(ledger, decision, now) {
    if (unsaid.has(decision.kind))
        return ledger;
    const subject = (0,_decision_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectOf */ .e)(decision);
    const role = decision.kind === 'dispatch' ? `${decision.assignment.role}: ` : '';
    const story = subject === '-' ? null : subject;
    return noteRecent(ledger, { at: now, kind: decision.kind, story, said: `${role}${decision.because}` });
}
/** The ledger with one entry more of recent activity; the oldest make room. */
function noteRecent(ledger, { said, ...entry }) {
    return { ...ledger, recent: [...ledger.recent, { ...entry, said: said.slice(0, saidLimit) }].slice(-recentLimit) };
}


/***/ }),

/***/ 3203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ noteEscalations),
/* harmony export */   p: () => (/* binding */ isEscalated)
/* harmony export */ });
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5079);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9973);
/* harmony import */ var _waiting_for_people_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3279);



/** Of more stories at once nobody is told one by one; those under way come first. */
const most = 300;
/** What a person did or said brought these about, or it stops the whole line: nobody has to be told for each story. */
const untold = new Set([
    'paused',
    'budget_spent',
    'cancelled',
    'released',
    'closed_by_human',
    'change_requested',
    'draft',
]);
/** Whether people are to be told of a hold, and reminded of it: it waits for them, and not by their own doing. */
function isEscalated({ code }) {
    return _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .reasons */ .Ot[code].who === 'person' && !untold.has(code);
}
/**
 * The ledger with who waits for people since when. What comes again for the same reason, before it would have been time
 * for a reminder, is the same escalation: nobody is told twice of what flickers. After a silence they are reminded, so
 * many times and no more.
 */
function noteEscalations(ledger, plan, { people }, now) {
    const isFresh = ({ lastAt }) => now < (0,_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .addMinutes */ .z)(lastAt, people.remindAfterHours * 60);
    const waiting = (0,_waiting_for_people_js__WEBPACK_IMPORTED_MODULE_1__/* .listWaitingForPeople */ .Q)(plan, ledger).filter(({ hold }) => isEscalated(hold));
    const standing = new Map(waiting.slice(0, most).map(({ story, hold }) => [story, hold]));
    const ended = Object.entries(ledger.escalations).filter(([story, escalation]) => isFresh(escalation) && !standing.has(story));
    const told = [...standing].map(([story, { code }]) => {
        const before = ledger.escalations[story];
        if (before?.code !== code)
            return [story, { code, since: now, reminders: 0, lastAt: now }];
        const isDue = !isFresh(before) && before.reminders < people.reminders;
        return [story, isDue ? { ...before, reminders: before.reminders + 1, lastAt: now } : before];
    });
    const escalations = Object.fromEntries([...ended, ...told]);
    return isSame(escalations, ledger.escalations) ? ledger : { ...ledger, escalations };
}
function isSame(left, right) {
    const keys = Object.keys(left);
    return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
}


/***/ }),

/***/ 1399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DE: () => (/* binding */ tallySpent),
/* harmony export */   Or: () => (/* binding */ attemptsOf),
/* harmony export */   Y6: () => (/* binding */ tallyStories),
/* harmony export */   i_: () => (/* binding */ manyAttempts)
/* harmony export */ });
/* harmony import */ var _spent_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4422);

/** From so many attempts on a story is one to look at. */
const manyAttempts = 3;
/** How often authors worked on a story. */
function attemptsOf({ authorRuns, rejections }) {
    return Math.max(authorRuns, rejections);
}
/** The tally with the stories that leave the ledger since they are verified; those that no agent worked on say nothing of agents. */
function tallyStories(tally, leaving) {
    const worked = leaving.filter((memory) => attemptsOf(memory) > 0);
    if (worked.length === 0)
        return tally;
    const sum = (of) => worked.reduce((total, memory) => total + of(memory), 0);
    return {
        ...tally,
        verified: tally.verified + worked.length,
        attempts: tally.attempts + sum(attemptsOf),
        rejections: tally.rejections + sum(({ rejections }) => rejections),
        manyAttempts: tally.manyAttempts + worked.filter((memory) => attemptsOf(memory) >= manyAttempts).length,
    };
}
/** The ledger with what the agent of an outcome says that it spent, counted by the pass that settled it. */
function tallySpent(before, after, outcome) {
    const flight = outcome === null ? undefined : before.flights[outcome.assignment];
    if (outcome?.kind !== 'outcome' || flight === undefined || Object.hasOwn(after.flights, flight.id))
        return after;
    const spent = (0,_spent_js__WEBPACK_IMPORTED_MODULE_0__/* .readSpent */ .r)(outcome.outcome, flight);
    if (spent === null)
        return after;
    const { inputTokens, outputTokens, costMillicents } = spent.usage;
    const { tally } = after;
    return {
        ...after,
        tally: {
            ...tally,
            told: tally.told + 1,
            costMillicents: add(tally.costMillicents, costMillicents),
            tokens: add(tally.tokens, add(inputTokens, outputTokens)),
        },
    };
}
/** Whatever an agent says, the ledger must be readable afterwards: it holds no number that JSON cannot. */
function add(one, other) {
    return Math.min(one + other, Number.MAX_SAFE_INTEGER);
}


/***/ }),

/***/ 5578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bd: () => (/* binding */ keyOfCheck),
/* harmony export */   Km: () => (/* binding */ hasGatePassed),
/* harmony export */   Nd: () => (/* binding */ parseCheckKey),
/* harmony export */   jm: () => (/* binding */ isGateRequired),
/* harmony export */   ws: () => (/* binding */ ownChecks)
/* harmony export */ });
/** The check runs that we put on a head, for people to look at: never evidence for us. */
const ownChecks = {
    contract: 'orchestrate/contract',
    review: 'orchestrate/review',
    deliverables: 'orchestrate/deliverables',
    gate: 'orchestrate/gate',
};
/** Whether a rule of the base asks for our gate's check, on every pull request then. */
function isGateRequired({ requiredChecks }) {
    return requiredChecks.some(({ name }) => name === ownChecks.gate);
}
/** Whether it was given, by a workflow of the repository or by a pass of ours. */
function hasGatePassed(checks) {
    return checks.some(({ name, state }) => name === ownChecks.gate && state === 'success');
}
/** Under which name it is remembered what a check of ours says on a commit. */
function keyOfCheck(sha, name) {
    return `check ${sha} ${name}`;
}
/** The commit and the check that such a name is of; null for any other name. */
function parseCheckKey(key) {
    const [kind, sha, name, ...rest] = key.split(' ');
    const own = Object.values(ownChecks).find((check) => check === name);
    return kind === 'check' && sha !== undefined && own !== undefined && rest.length === 0 ? { sha, name: own } : null;
}


/***/ }),

/***/ 9560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ holdOfPause),
/* harmony export */   f: () => (/* binding */ noteBudgets)
/* harmony export */ });
/* harmony import */ var _name_some_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8696);
/* harmony import */ var _spending_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6872);


/** What a paused project waits for, or nothing. */
function holdOfPause({ paused }) {
    if (paused === null)
        return null;
    return paused.cause === 'budget'
        ? { code: 'budget_spent', detail: paused.by }
        : { code: 'paused', detail: `by ${paused.by}` };
}
/**
 * The ledger with a pause for a budget that is spent, where the team wants the project to stop then; not for one in spite
 * of which a person let it go on, as long as it is as large as it was.
 */
function noteBudgets(ledger, spending, { limits }, now) {
    const spent = (0,_spending_js__WEBPACK_IMPORTED_MODULE_0__/* .findSpentBudgets */ .En)(spending);
    const overspent = ledger.overspent.filter((budget) => spent.includes(budget));
    const known = overspent.length === ledger.overspent.length ? ledger : { ...ledger, overspent };
    const fresh = spent.filter((budget) => !overspent.includes(budget));
    if (limits.budget === 'warn' || fresh.length === 0 || ledger.paused !== null)
        return known;
    return { ...known, paused: { by: (0,_name_some_js__WEBPACK_IMPORTED_MODULE_1__/* .nameSome */ .K)(fresh), at: now, cause: 'budget' } };
}


/***/ }),

/***/ 2665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WF: () => (/* binding */ isProtectedPath),
/* harmony export */   YR: () => (/* binding */ isAgentConfiguration),
/* harmony export */   uo: () => (/* binding */ protectedGlobs),
/* harmony export */   yI: () => (/* binding */ agentConfigurationNames)
/* harmony export */ });
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8998);

/** Names that steer coding agents, at any depth: what stands there speaks to every agent that comes after. */
const agentConfigurationNames = [
    '.agents',
    '.aider.conf.yml',
    '.claude',
    '.cline',
    '.clinerules',
    '.codex',
    '.continue',
    '.copilot',
    '.cursor',
    '.cursorrules',
    '.gemini',
    '.gitattributes',
    '.gitmodules',
    '.husky',
    '.mcp.json',
    '.opencode',
    '.pi',
    '.qwen',
    '.windsurf',
    '.windsurfrules',
    'AGENTS.md',
    'AGENTS.override.md',
    'CLAUDE.local.md',
    'CLAUDE.md',
    'GEMINI.md',
    'QWEN.md',
    'opencode.json',
    'opencode.jsonc',
];
/** Globs protected in every project; the configuration adds its own (the backlog among them). */
const protectedGlobs = ['.github/**', '**/CODEOWNERS'];
const configurationNames = new Set(agentConfigurationNames.map((name) => name.toLowerCase()));
/** Whether a path is, or lies in, configuration of a coding agent. */
function isAgentConfiguration(path) {
    return path.split('/').some((segment) => configurationNames.has(segment.toLowerCase()));
}
/** Whether a change of this path waits for a maintainer; letters' case does not matter, since some file systems have none. */
function isProtectedPath(path, configured) {
    if (isAgentConfiguration(path))
        return true;
    const folded = path.toLowerCase();
    return [...protectedGlobs, ...configured].some((glob) => (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesGlob */ .k)(folded, glob.toLowerCase()));
}


/***/ }),

/***/ 472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ emptyWork),
/* harmony export */   O: () => (/* binding */ refuseEmpty)
/* harmony export */ });
/** Why work is refused that leaves the base as it is. */
const emptyWork = 'the work changes nothing';
/** What an outcome that stood comes to when the base has come to hold every commit of it meanwhile. */
function refuseEmpty({ story, assignment, expected }) {
    const feedback = { kind: 'outcome_refused', summary: emptyWork, items: [emptyWork], headSha: expected };
    return { kind: 'refuse', story, because: emptyWork, assignment, feedback };
}


/***/ }),

/***/ 2427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ rememberApplied),
  S: () => (/* binding */ restart)
});

// EXTERNAL MODULE: ./build/core/answers.js
var answers = __webpack_require__(8741);
// EXTERNAL MODULE: ./build/core/commands/follow-orders.js
var follow_orders = __webpack_require__(3540);
// EXTERNAL MODULE: ./build/core/cut-short.js
var cut_short = __webpack_require__(4985);
// EXTERNAL MODULE: ./build/core/degraded.js
var degraded = __webpack_require__(7410);
// EXTERNAL MODULE: ./build/core/ledger.js + 9 modules
var core_ledger = __webpack_require__(2690);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(332);
// EXTERNAL MODULE: ./build/core/instant.js
var instant = __webpack_require__(5079);
;// CONCATENATED MODULE: ./build/core/remember-merge.js



/** What is remembered of a merge: made, or on its way: asked for with this head, onto this tip. */
function changeOfMerge({ headSha, baseSha }, { mergeSha, merging }, now) {
    if (mergeSha !== undefined) {
        const merged = { sha: mergeSha, headSha, baseBefore: baseSha, by: null, at: now };
        return { merged, merging: null, unmerged: null };
    }
    return merging === undefined ? {} : { merging: { headSha, baseSha, uuid: merging.uuid, at: now } };
}
/** What is remembered of a merge that GitHub shows; only of one of ours is it known onto which tip it was asked for. */
function changeOfRecordMerge({ pullRequest, merged }, { merging }, now) {
    const baseBefore = merged.by === null ? (merging?.baseSha ?? null) : null;
    return { pullRequest, merged: { ...merged, baseBefore, at: now }, merging: null, unmerged: null };
}
/** What is remembered of a merge that was not made: counted for its head, since another one begins anew. */
function changeOfDropMerge({ headSha, detail }, { unmerged }, now) {
    const times = (unmerged?.headSha === headSha ? unmerged.times : 0) + 1;
    return { merging: null, unmerged: { headSha, detail: (0,cut_short/* cutShort */.V)(detail), times, notBefore: (0,limits/* backOff */.fu)(times, now) } };
}
/** What is remembered of an update: nothing, since the head tells, unless there was nothing to bring in. */
function changeOfUpdate({ baseSha }, { isUpToDate }, { head }) {
    return isUpToDate === true && head !== null ? { head: { ...head, diffBase: baseSha } } : {};
}
/** What GitHub would not have as an approval it may have later, when somebody has changed a setting. */
const minutesToNextAsking = 30;
/** What is remembered of an approval that was given or taken back: nothing, since GitHub shows it, unless it would not. */
function changeOfApproval({ headSha }, { refusal }, now) {
    if (refusal === undefined)
        return { unapproved: null };
    return {
        unapproved: { headSha, detail: (0,cut_short/* cutShort */.V)(refusal), notBefore: (0,instant/* addMinutes */.z)(now, minutesToNextAsking) },
    };
}

// EXTERNAL MODULE: ./build/core/repair.js
var core_repair = __webpack_require__(4157);
// EXTERNAL MODULE: ./build/core/view.js
var view = __webpack_require__(6761);
;// CONCATENATED MODULE: ./build/core/remember.js









/** The ledger after one decision was applied: what the next pass must know and cannot find out by looking. */
function rememberApplied(ledger, decision, applied, now) {
    if (decision.kind === 'finish')
        return { ...ledger, finished: true };
    if (decision.kind === 'forget')
        return land(ledger, decision);
    if (decision.kind === 'start_base_ci') {
        return { ...ledger, started: { sha: decision.sha, at: now, isRefused: applied.isRefused === true } };
    }
    if (isOrdered(decision))
        return (0,follow_orders/* noteOrdered */.KH)(ledger, decision.order, applied.refusal, now);
    if (decision.kind === 'answer')
        return { ...ledger, heard: (0,answers/* noteAnswered */.G)(ledger.heard, decision.comment) };
    if (decision.kind === 'drop_repair')
        return (0,core_repair/* dropRepair */.r$)(ledger, decision.story.number, decision.forgetsOrder);
    if (applied.taken !== undefined && (decision.kind === 'accept' || decision.kind === 'accept_repair')) {
        return moveOn(ledger, decision);
    }
    const landed = countRepair('assignment' in decision ? land(ledger, decision) : ledger, decision);
    const { number } = decision.story;
    const memory = (0,core_ledger/* recall */.I9)(landed, number);
    const change = changeOf(decision, memory, applied, now);
    return (0,core_ledger/* remember */.kY)(landed, number, decision.kind === 'lose' ? { ...change, ...uncountReview(ledger, decision) } : change);
}
/** What a person asked for, and nothing that was come to here. */
function isOrdered(decision) {
    return 'order' in decision;
}
/** The same work is for the next generation's branch; its flight goes on until it is there. */
function moveOn(ledger, { story: { number }, assignment }) {
    const generation = (0,core_ledger/* recall */.I9)(ledger, number).generation + 1;
    const moved = (0,core_ledger/* remember */.kY)(ledger, number, { generation });
    const flight = ledger.flights[assignment];
    if (flight === undefined)
        return moved;
    return { ...moved, flights: { ...moved.flights, [assignment]: { ...flight, branch: (0,view/* branchOf */.W0)(number, generation) } } };
}
/** Takes an assignment into flight, or out of it; a settle that is run again stays in. */
function land(ledger, decision) {
    if (decision.kind === 'dispatch') {
        const { flight } = decision;
        return { ...ledger, flights: { ...ledger.flights, [flight.id]: flight } };
    }
    const flight = decision.assignment === null ? undefined : ledger.flights[decision.assignment];
    if (flight === undefined)
        return ledger;
    const { [flight.id]: _, ...others } = ledger.flights;
    if (decision.kind !== 'rerun_settle')
        return { ...ledger, flights: others };
    return { ...ledger, flights: { ...others, [flight.id]: { ...flight, settleReruns: flight.settleReruns + 1 } } };
}
function changeOf(decision, memory, applied, now) {
    switch (decision.kind) {
        case 'dispatch':
            return changeOfDispatch(decision, memory);
        case 'accept':
        case 'accept_repair':
            if (applied.refusal !== undefined)
                return changeOfRefusedPush(applied.refusal, memory, now);
            return {
                head: { ...decision.head, at: applied.at ?? decision.head.at },
                pullRequest: applied.pullRequest ?? memory.pullRequest,
                handedOver: decision.head.sha,
                contract: decision.contract ?? memory.contract,
                authorRuns: countRun(memory),
                infrastructure: { failures: 0, notBefore: 0 },
                feedback: [],
                kept: null,
                merging: null,
                unmerged: null,
            };
        case 'refuse':
            return {
                authorRuns: countRun(memory),
                feedback: [...findingsOf(memory), decision.feedback],
                infrastructure: { failures: 0, notBefore: 0 },
                kept: null,
            };
        case 'lose':
            return {
                infrastructure: {
                    failures: memory.infrastructure.failures + 1,
                    notBefore: (0,limits/* backOff */.fu)(memory.infrastructure.failures + 1, now),
                },
            };
        case 'rerun_settle':
        case 'discard':
            return {};
        case 'record_verdict':
            return { verdict: decision.verdict, infrastructure: { failures: 0, notBefore: 0 } };
        case 'report_pass':
            return { reported: decision.verdict.assignment, openFindings: 0 };
        case 'report_fail':
            return {
                rejections: memory.rejections + 1,
                openFindings: memory.openFindings + decision.verdict.review.findings.length,
                verdict: null,
                reported: null,
                agreement: null,
                feedback: [decision.feedback, ...guidanceOf(memory)],
            };
        case 'unclaim':
            return changeOfUnclaim(decision, memory, now);
        case 'keep':
            if (applied.refusal !== undefined)
                return changeOfRefusedPush(applied.refusal, memory, now);
            return {
                kept: { head: decision.head, protectedPaths: [...decision.protectedPaths] },
                contract: decision.contract ?? memory.contract,
                authorRuns: memory.authorRuns + 1,
                infrastructure: { failures: 0, notBefore: 0 },
            };
        case 'adopt':
            return changeOfAdopt(decision, memory);
        case 'revert':
            return { ...core_ledger/* freshStoryMemory */.pn, pullRequest: applied.pullRequest ?? null };
        case 'reject':
            return { ...restart(memory), rejections: memory.rejections + 1, feedback: [decision.feedback] };
        case 'merge':
            return changeOfMerge(decision, applied, now);
        case 'approve':
        case 'withdraw_approval':
            return changeOfApproval(decision, applied, now);
        case 'update_branch':
            return changeOfUpdate(decision, applied, memory);
        case 'drop_merge':
            return changeOfDropMerge(decision, memory, now);
        case 'record_merge':
            return changeOfRecordMerge(decision, memory, now);
        case 'verify':
        case 'record_human_merge':
            return {};
        case 'escalate':
            return { sticky: { code: decision.hold.code, detail: decision.hold.detail, since: now } };
    }
}
/** What was kept aside was counted when it was kept. */
function countRun({ authorRuns, kept }) {
    return authorRuns + (kept === null ? 1 : 0);
}
/**
 * Work that GitHub would not take is gone, and was an author run; what a person had kept and approved can be pushed
 * again. A person is asked either way: the next agent could not tell whether its work or a permission of ours is at fault.
 */
function changeOfRefusedPush(refusal, memory, now) {
    const detail = (0,cut_short/* cutShort */.V)(refusal);
    const sticky = { code: (0,degraded/* codeOfRefusedPush */.VX)(refusal), detail, since: now };
    if (memory.kept !== null)
        return { sticky };
    const summary = `GitHub would not take the work: ${detail}`;
    return {
        sticky,
        authorRuns: memory.authorRuns + 1,
        feedback: [...findingsOf(memory), { kind: 'outcome_refused', summary, items: [detail], headSha: null }],
        infrastructure: { failures: 0, notBefore: 0 },
    };
}
function changeOfUnclaim({ sticky }, memory, now) {
    if (memory.startOver)
        return restart(memory);
    return {
        agreement: null,
        kept: null,
        approvedHead: null,
        sticky: sticky === null ? memory.sticky : { ...sticky, since: now },
    };
}
/** Work that was kept aside started from another head: it must not take the place of this one. */
function changeOfAdopt({ story, pullRequest, head }, { agreement }) {
    const isClaimed = story.agentStatus !== 'pending';
    return {
        pullRequest,
        head,
        kept: null,
        merging: null,
        agreement: isClaimed ? (agreement ?? story.criteriaHash) : agreement,
    };
}
/** What was tried for a red base, over all its red commits in a row; and which story is given up for it. */
function countRepair(ledger, decision) {
    const { repair } = ledger;
    if (!(0,core_repair/* isRepair */.c3)(decision.story.number))
        return ledger;
    if (decision.kind === 'revert' && repair.red !== null) {
        return {
            ...ledger,
            repair: {
                ...repair,
                red: { ...repair.red, reverts: { story: decision.reverts, failures: [...decision.failures] } },
            },
        };
    }
    // Handed to a person: what that person lifts begins to count anew.
    if (decision.kind === 'escalate' && decision.hold.code === 'repairs_exhausted') {
        return { ...ledger, repair: { ...repair, tries: 0 } };
    }
    return isTry(decision, (0,core_ledger/* recall */.I9)(ledger, decision.story.number))
        ? { ...ledger, repair: { ...repair, tries: repair.tries + 1 } }
        : ledger;
}
/** An author's run, counted where it lands, or a failed review. */
function isTry(decision, { kept }) {
    switch (decision.kind) {
        case 'accept_repair':
        case 'refuse':
            return kept === null;
        case 'keep':
            return true;
        case 'record_verdict':
            return decision.verdict.review.result === 'fail';
        default:
            return false;
    }
}
/** What is remembered of a story that begins anew on a new branch: only what was counted. */
function restart(memory) {
    const { generation, authorRuns, rejections, granted, attempts } = memory;
    return { ...core_ledger/* freshStoryMemory */.pn, generation: generation + 1, authorRuns, rejections, granted, attempts };
}
/** A refusal takes the place of the refusal before it; findings and a person's guidance stay until they are answered. */
function findingsOf({ feedback }) {
    return feedback.filter(({ kind }) => kind === 'review_failed' || kind === 'guidance');
}
function guidanceOf({ feedback }) {
    return feedback.filter(({ kind }) => kind === 'guidance');
}
/** An attempt that claims the story anew is judged anew: no verdict on the work before it may speak for it. */
function changeOfDispatch({ claims, flight }, memory) {
    if (flight.role === 'review')
        return countReview(memory, flight.startSha);
    return claims ? { verdict: null, reported: null, kept: null, startOver: false } : {};
}
/** A review that its machine lost was none: the machines have a limit of their own. */
function uncountReview(ledger, { assignment, story }) {
    const { reviews } = (0,core_ledger/* recall */.I9)(ledger, story.number);
    const flight = ledger.flights[assignment];
    const isCounted = flight?.role === 'review' && flight.startSha === reviews.headSha && reviews.count > 0;
    return isCounted ? { reviews: { ...reviews, count: reviews.count - 1 } } : {};
}
function countReview({ reviews }, headSha) {
    return { reviews: { headSha, count: reviews.headSha === headSha ? reviews.count + 1 : 1 } };
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

/***/ 9818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ secretHint),
/* harmony export */   cc: () => (/* binding */ secretPatterns),
/* harmony export */   mt: () => (/* binding */ findSecret)
/* harmony export */ });
/** Few and precise: a refusal costs an agent's run, and a fixture can be put together when the test runs. */
const secretPatterns = [
    { kind: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----/ },
    { kind: 'a GitHub token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})/ },
    { kind: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)(?![0-9A-Z]{9}EXAMPLE)[0-9A-Z]{16}\b/ },
    { kind: 'an Anthropic key', pattern: /\bsk-ant-[A-Za-z0-9_-]{20}/ },
    { kind: 'an OpenAI key', pattern: /\bsk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40}/ },
    {
        kind: 'a loopctl key',
        pattern: /(?<![\w-])lc_(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{40}(?![\w-])/,
    },
    { kind: 'a Slack token', pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{20}/ },
    { kind: 'a Google API key', pattern: /\bAIza[0-9A-Za-z_-]{35}\b/ },
    { kind: 'a GitLab token', pattern: /\bglpat-[A-Za-z0-9_-]{20}/ },
    { kind: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
    { kind: 'a Stripe key', pattern: /\b[rs]k_live_[0-9A-Za-z]{24}/ },
];
/** A quick look for any of the above: what is without one of these need not be looked at further. */
const secretHint = /PRIVATE KEY|gh[pousr]_|github_pat_|A[KS]IA|sk-|lc_|xox|AIza|glpat-|npm_|k_live_/;
/** Which kind of secret a line seems to hold, or nothing; never the secret itself. */
function findSecret(line) {
    if (!secretHint.test(line))
        return null;
    return secretPatterns.find(({ pattern }) => pattern.test(line))?.kind ?? null;
}


/***/ }),

/***/ 9368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ orderReady)
/* harmony export */ });
/* unused harmony export remainingPaths */
/* harmony import */ var _story_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2703);

/**
 * The order in which ready stories are started. `cohesion`: epics already under way first, then the longest remaining
 * path, then the number. `critical-path`: the longest remaining path first.
 */
function orderReady(ready, world, selection) {
    const epicOf = new Map(world.stories.map((story) => [story.number, story.epic]));
    const underWay = new Set(world.stories
        .filter((story) => story.agentStatus !== 'pending' || story.verifiedStatus !== 'unverified')
        .map((story) => story.epic));
    const length = remainingPaths(world);
    const cohesion = (number) => (underWay.has(epicOf.get(number) ?? -1) ? 0 : 1);
    return ready.toSorted((left, right) => (selection === 'cohesion' ? cohesion(left) - cohesion(right) : 0) ||
        (length.get(right) ?? 1) - (length.get(left) ?? 1) ||
        (0,_story_js__WEBPACK_IMPORTED_MODULE_0__/* .compareStoryNumbers */ .jn)(left, right));
}
/** For each story the number of stories on the longest chain that starts with it and waits for it. */
function remainingPaths(world) {
    const waiting = countDependents(world.blockers);
    const length = new Map(world.stories.map(({ number }) => [number, 1]));
    const settled = world.stories.map(({ number }) => number).filter((number) => !waiting.has(number));
    for (let next = settled.pop(); next !== undefined; next = settled.pop()) {
        for (const blocker of world.blockers.get(next) ?? []) {
            length.set(blocker, Math.max(length.get(blocker) ?? 1, (length.get(next) ?? 1) + 1));
            const left = (waiting.get(blocker) ?? 0) - 1;
            waiting.set(blocker, left);
            if (left === 0)
                settled.push(blocker);
        }
    }
    return length;
}
function countDependents(blockers) {
    const count = new Map();
    for (const blocker of [...blockers.values()].flat())
        count.set(blocker, (count.get(blocker) ?? 0) + 1);
    return count;
}


/***/ }),

/***/ 2197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ showPath)
/* harmony export */ });
/* harmony import */ var _invisible_characters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7490);

/** A path as it can stand in a sentence: plain where it is plain, else quoted with everything odd spelled out. */
function showPath(path) {
    return /^[\w@+=.,/-]+$/.test(path) ? path : JSON.stringify((0,_invisible_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .spellOutInvisible */ .I)(path).slice(0, 500));
}


/***/ }),

/***/ 4422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readSpent)
/* harmony export */ });
/** What is to be told of an outcome's cost; null where it names none, or is of another run than its assignment. */
function readSpent({ run, attempt, usage }, flight) {
    if (usage === null || run !== flight.run || attempt !== flight.attempt)
        return null;
    if (usage.inputTokens + usage.outputTokens + usage.costMillicents === 0)
        return null;
    const isReview = flight.role === 'review';
    const { model, ...counts } = usage;
    return {
        identity: isReview ? 'reviewer' : 'implementer',
        usage: {
            ...counts,
            modelName: model.trim() === '' ? 'unknown' : model,
            phase: isReview ? 'reviewing' : 'implementing',
            sessionId: flight.id,
        },
    };
}


/***/ }),

/***/ 9643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isLeft),
/* harmony export */   x: () => (/* binding */ leaveStory)
/* harmony export */ });
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3594);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(517);


/** Whether a person took the story out of our hands: whatever an agent still makes of it is thrown away. */
function isLeft({ sticky }) {
    return sticky?.code === 'cancelled' || sticky?.code === 'released';
}
/** What is to be given back, and of a cancelled story closed, before it waits for its person; nothing where that is done. */
function leaveStory(view, context) {
    const { story, memory, pullRequest } = view;
    if (memory.sticky === null || !isLeft(memory))
        return null;
    const closes = memory.sticky.code === 'cancelled' && pullRequest?.state === 'OPEN' ? pullRequest.number : null;
    const isClaimed = story.agentStatus !== 'pending';
    if (isClaimed && !(0,_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurs */ .MU)(view, context))
        return null;
    if (closes === null && !isClaimed)
        return null;
    const because = `${memory.sticky.code} ${memory.sticky.detail}`;
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_1__/* .act */ .Rb)({ kind: 'unclaim', story, because, assignment: null, sticky: null, closes });
}


/***/ }),

/***/ 517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ describeOwner),
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   LT: () => (/* binding */ awaitUnknown),
/* harmony export */   MU: () => (/* binding */ isOurs)
/* harmony export */ });
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3594);
/* harmony import */ var _strays_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1490);


/**
 * Whether the story is claimed in our name. A handshake leaves no name on the story: it is ours when we remember what
 * was agreed, or when loopctl's history says that our implementer made it.
 */
function isOurs({ story, memory }, { world }) {
    if (story.agentStatus === 'contracted') {
        return memory.agreement !== null || world.contractedBy.get(story.number) === world.identities.implementer;
    }
    return story.agentStatus !== 'pending' && story.assignedAgentId === world.identities.implementer;
}
/** The agent that has a story, by its claim or by the handshake that loopctl's history tells of; null where nobody is named. */
function holderOf({ number, assignedAgentId }, contractedBy) {
    return assignedAgentId ?? contractedBy.get(number) ?? null;
}
/** Who has a story that is not ours, and since when, as far as it is known. */
function describeOwner({ story }, { world }) {
    const agent = holderOf(story, world.contractedBy);
    const status = story.agentStatus.replace('_', ' ');
    if (story.agentStatus === 'pending')
        return status;
    const since = describeSince(story);
    return agent === null ? `${status}${since}, and loopctl does not say by whom` : `${status} by agent ${agent}${since}`;
}
/** A handshake leaves no time on a story; the claim, which a start goes on with, and the report do. */
function describeSince({ agentStatus, assignedAt, reportedDoneAt }) {
    const at = agentStatus === 'reported_done' ? reportedDoneAt : assignedAt;
    if (agentStatus === 'contracted' || at === null)
        return '';
    return ` since ${at.slice(0, 16).replace('T', ' ')} UTC`;
}
/**
 * What a claim waits for when nothing that we remember says why no agent is at it: the ledger may have been lost, and a
 * stray agent may be at it. A settle leaves it to a plan, since its own run has other legs.
 */
function awaitUnknown({ memory }, { world }) {
    const isExplained = memory.head !== null || memory.kept !== null || memory.feedback.length > 0 || memory.infrastructure.failures > 0;
    if (isExplained)
        return null;
    const held = (0,_strays_js__WEBPACK_IMPORTED_MODULE_0__/* .holdForStray */ .e)(world);
    if (held !== null)
        return { kind: 'hold', hold: held };
    return world.pass.canDispatch ? null : (0,_step_js__WEBPACK_IMPORTED_MODULE_1__/* .hold */ ._2)('awaiting_plan', 'nothing is known of its agent');
}


/***/ }),

/***/ 1040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ isVerdictValid),
/* harmony export */   Ku: () => (/* binding */ feedbackOfVerdict),
/* harmony export */   by: () => (/* binding */ listVouched),
/* harmony export */   lV: () => (/* binding */ listForPeople),
/* harmony export */   vf: () => (/* binding */ isVerdictPassing),
/* harmony export */   yT: () => (/* binding */ feedbackOfChecks),
/* harmony export */   z9: () => (/* binding */ findPersonsVerdict)
/* harmony export */ });
/* harmony import */ var _cut_short_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4985);

/**
 * Whether the verdict we remember is about this story as it reads now and about the diff of the accepted head: the
 * same criteria hash, the same stable patch id. A base that moved keeps it.
 */
function isVerdictValid({ story, memory }) {
    const { verdict, head } = memory;
    return (verdict !== null && head !== null && verdict.criteriaHash === story.criteriaHash && verdict.patchId === head.patchId);
}
/** The verdict of a person about this work: it stands before any agent's. */
function findPersonsVerdict(view) {
    const { verdict } = view.memory;
    return verdict !== null && verdict.by !== null && isVerdictValid(view) ? verdict : null;
}
/** Whether that verdict passes, and is another identity's than the author's. */
function isVerdictPassing(view, { identities }) {
    const { verdict } = view.memory;
    return isVerdictValid(view) && verdict?.review.result === 'pass' && verdict.reviewer !== identities.implementer;
}
/** The criteria that people saw met: as they read now, and by the diff of the accepted head. */
function listVouched({ story, memory }) {
    const { vouched, head } = memory;
    return vouched
        .filter(({ criteriaHash, patchId }) => criteriaHash === story.criteriaHash && patchId === head?.patchId)
        .map(({ criterion }) => criterion);
}
/** What the review leaves to people and nobody has said yet of these criteria and this diff. */
function listForPeople(view) {
    const vouched = listVouched(view);
    return (view.memory.verdict?.review.acs_human ?? []).filter((id) => !vouched.includes(id));
}
/** What a failed review asks of the next author. */
function feedbackOfVerdict({ review, headSha, by }) {
    return {
        kind: 'review_failed',
        summary: (0,_cut_short_js__WEBPACK_IMPORTED_MODULE_0__/* .cutShort */ .V)(review.summary),
        items: review.findings.map(({ severity, ac_id, description, file }) => (0,_cut_short_js__WEBPACK_IMPORTED_MODULE_0__/* .cutShort */ .V)(`${severity}${ac_id ? ` ${ac_id}` : ''}${file ? ` (${file})` : ''}: ${description}`)),
        headSha,
        ...(by === null ? {} : { by }),
    };
}
/** What red checks ask of the next author: each failed check with what its log ends with. */
function feedbackOfChecks(failed, headSha) {
    return {
        kind: 'ci_red',
        summary: `CI failed: ${failed.map(({ name }) => name).join(', ')}`,
        items: failed.map(({ name, summary }) => `${name}: ${summary ?? 'no log could be read'}`),
        headSha,
    };
}


/***/ }),

/***/ 3594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rb: () => (/* binding */ act),
/* harmony export */   Rd: () => (/* binding */ want),
/* harmony export */   _2: () => (/* binding */ hold)
/* harmony export */ });
function act(decision) {
    return { kind: 'act', decision };
}
function hold(code, detail = '', stories) {
    return { kind: 'hold', hold: stories === undefined ? { code, detail } : { code, detail, stories } };
}
function want(wanted) {
    return { kind: 'want', want: wanted };
}


/***/ }),

/***/ 1490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isUntouched),
/* harmony export */   e: () => (/* binding */ holdForStray)
/* harmony export */ });
/** What a story of ours waits for while there is a stray agent, which may be at just that one; else nothing. */
function holdForStray({ strays }) {
    const [stray] = strays;
    if (stray === undefined)
        return null;
    return { code: 'agent_at_work', detail: `an agent of run ${stray.run} that the ledger does not know may be at it` };
}
/** Whether no agent was ever at a story, as far as anybody knows: loopctl's claim keeps a second one from it. */
function isUntouched({ story }, { ledger }) {
    const isNew = story.agentStatus === 'pending' && story.verifiedStatus === 'unverified';
    return isNew && !Object.hasOwn(ledger.stories, story.number);
}


/***/ }),

/***/ 6832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bn: () => (/* binding */ readTicks),
/* harmony export */   oY: () => (/* binding */ tickMarker)
/* harmony export */ });
/* unused harmony export findTicked */
/** What a box on the dashboard can ask for; everything else takes a comment, with its words and its care. */
const tickVerbs = ['retry', 'pause', 'resume', 'approve', 'approve-paths'];
const marker = /^[ \t]*[-*+] \[([ xX])\] <!-- orchestrate:tick ([\w.-]+(?: [\w.-]+){0,20}) -->/;
const mostTicks = 50;
/** The hidden mark by which a box is known as a command. */
function tickMarker(command) {
    return `<!-- orchestrate:tick ${command} -->`;
}
/** The commands of the boxes that are ticked, each once, from the top; whatever else stands in the body. */
function findTicked(body) {
    const ticked = body.split('\n').flatMap((line) => {
        const [, mark = ' ', command = ''] = marker.exec(line.slice(0, 500)) ?? [];
        const isKnown = tickVerbs.some((verb) => command === verb || command.startsWith(`${verb} `));
        return mark !== ' ' && isKnown ? [command] : [];
    });
    return [...new Set(ticked)].slice(0, mostTicks);
}
/**
 * Who ticked what since we wrote the dashboard last. GitHub tells who edited a text, not which edit ticked a box; so it
 * is sure only where one person, and nobody else, edited it since.
 */
function readTicks({ createdAt, body, edits, isComplete }, viewer) {
    const commands = findTicked(body);
    if (commands.length === 0)
        return { kind: 'ticks', ticks: [] };
    const newestFirst = edits.toSorted((one, other) => other.at - one.at);
    const ours = newestFirst.find(({ editor }) => editor === viewer);
    // GitHub tells whole seconds: what was done in the second of our writing may have come after it.
    const since = newestFirst.filter(({ at, editor }) => ours === undefined || (at >= ours.at && editor !== viewer));
    const at = since[0]?.at ?? newestFirst[0]?.at ?? createdAt;
    const unsure = (because) => ({ kind: 'unsure', at, commands, because });
    if (ours === undefined && !isComplete)
        return unsure('it was edited too often since it was written');
    const [first, ...others] = new Set(since.map(({ editor, isPerson }) => (isPerson ? editor : null)));
    if (first === undefined || first === null)
        return unsure('GitHub names no person who edited it');
    if (others.length > 0)
        return unsure('more than one edited it since it was written');
    const written = ours?.at ?? createdAt;
    return {
        kind: 'ticks',
        ticks: commands.map((command) => ({
            id: `tick ${written} ${command}`,
            command,
            editor: first,
            at,
            textAt: written,
        })),
    };
}


/***/ }),

/***/ 1678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _s: () => (/* binding */ answerTransition),
/* harmony export */   lG: () => (/* binding */ judgementOf)
/* harmony export */ });
/* unused harmony exports transitionCalls, transitions */
/** The loopctl calls that move a story, each in the name that loopctl demands for it. */
const transitionCalls = (/* unused pure expression or super */ null && ([
    'contract',
    'claim',
    'start',
    'request_review',
    'report',
    'review_complete',
    'verify',
    'reject',
    /** A rejection of what is verified: its merge was reverted. */
    'undo',
    'unclaim',
    'force_unclaim',
    'backfill',
    'mark_complete',
]));
const nowhere = {
    pending: 'hold',
    contracted: 'hold',
    assigned: 'hold',
    implementing: 'hold',
    reported_done: 'hold',
};
const open = {
    contract: { ...nowhere, pending: 'do', contracted: 'skip', assigned: 'skip', implementing: 'skip' },
    claim: { ...nowhere, contracted: 'do', assigned: 'skip', implementing: 'skip' },
    start: { ...nowhere, assigned: 'do', implementing: 'skip' },
    request_review: { ...nowhere, implementing: 'do', reported_done: 'skip' },
    report: { ...nowhere, implementing: 'do', reported_done: 'skip' },
    review_complete: { ...nowhere, reported_done: 'do' },
    verify: { ...nowhere, reported_done: 'do' },
    reject: { ...nowhere, reported_done: 'do' },
    undo: nowhere,
    unclaim: { ...nowhere, pending: 'skip', assigned: 'do', implementing: 'do', reported_done: 'do' },
    force_unclaim: { pending: 'skip', contracted: 'do', assigned: 'do', implementing: 'do', reported_done: 'do' },
    backfill: { ...nowhere, pending: 'do' },
    mark_complete: { ...nowhere, contracted: 'do' },
};
/**
 * What each call means for a story that is found in each status (loopctl's own refusals, turned into a table): the
 * story is read again before every call, and this decides. A rejected story is begun anew like an open one, but what
 * was rejected is neither rejected twice nor passed; a verified one is never worked on, nor undone but by `undo`.
 */
const transitions = {
    open,
    rejected: {
        ...open,
        request_review: { ...nowhere, implementing: 'do' },
        review_complete: nowhere,
        verify: nowhere,
        reject: { ...nowhere, pending: 'skip', reported_done: 'skip' },
        undo: { ...nowhere, pending: 'skip', reported_done: 'skip' },
        backfill: nowhere,
        mark_complete: { ...nowhere, pending: 'do', contracted: 'do' },
    },
    verified: {
        contract: nowhere,
        claim: nowhere,
        start: nowhere,
        request_review: nowhere,
        report: { ...nowhere, reported_done: 'skip' },
        review_complete: { ...nowhere, reported_done: 'skip' },
        verify: { ...nowhere, reported_done: 'skip' },
        reject: nowhere,
        undo: { ...nowhere, reported_done: 'do' },
        unclaim: { ...nowhere, pending: 'skip', assigned: 'do', implementing: 'do' },
        force_unclaim: { ...nowhere, pending: 'skip', contracted: 'do', assigned: 'do', implementing: 'do' },
        backfill: { ...nowhere, reported_done: 'skip' },
        mark_complete: { ...nowhere, reported_done: 'skip' },
    },
};
/** Whether a call is to be made for a story as it stands now. A story that somebody else holds is never touched. */
function answerTransition(call, story, implementer) {
    return isElsewhere(story, implementer) ? 'hold' : transitions[judgementOf(story)][call][story.agentStatus];
}
/** Held by somebody else, or further than a story comes that nobody holds: an import, too, can say reported. */
function isElsewhere({ agentStatus, verifiedStatus, assignedAgentId }, implementer) {
    if (assignedAgentId !== null)
        return assignedAgentId !== implementer;
    return agentStatus !== 'pending' && agentStatus !== 'contracted' && verifiedStatus !== 'verified';
}
/** A rejection stands until the next report: loopctl keeps the status while the story is done anew. */
function judgementOf({ verifiedStatus, reportedDoneAt, rejectedAt, }) {
    if (verifiedStatus === 'verified')
        return 'verified';
    const isAnswered = reportedDoneAt !== null && rejectedAt !== null && reportedDoneAt > rejectedAt;
    return verifiedStatus === 'rejected' && !isAnswered ? 'rejected' : 'open';
}


/***/ }),

/***/ 3061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isAdded),
/* harmony export */   o: () => (/* binding */ isDeleted)
/* harmony export */ });
const absent = '000000';
function isAdded({ oldMode }) {
    return oldMode === absent;
}
function isDeleted({ newMode }) {
    return newMode === absent;
}


/***/ }),

/***/ 9537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ defaultTreeLimits),
  V: () => (/* binding */ findTreeRefusals)
});

// EXTERNAL MODULE: ./build/core/invisible-characters.js
var invisible_characters = __webpack_require__(7490);
;// CONCATENATED MODULE: ./build/core/path-fault.js

/** Why a path must not exist in a tree, or nothing: names that some file system or tool takes for something else. */
function findPathFault(path) {
    if (path.includes('\u{fffd}'))
        return 'its name is not UTF-8';
    if ((0,invisible_characters/* spellOutInvisible */.I)(path) !== path || /[\t\n]/.test(path))
        return 'its name holds control or invisible characters';
    if (path.includes('\\'))
        return 'its name holds a backslash';
    if (path.length > 1000)
        return 'its name is longer than 1000 characters';
    const segments = path.split('/');
    if (segments.some((segment) => ['', '.', '..'].includes(segment)))
        return 'its name climbs or repeats folders';
    if (segments.some(isGitFolder))
        return "its name stands for git's own folder";
    return null;
}
/** Also as Windows sees it: letters' case, trailing dots and spaces, streams and short names do not matter there. */
function isGitFolder(segment) {
    return /^(\.git|git~\d+)[. ]*(:.*)?$/i.test(segment);
}

// EXTERNAL MODULE: ./build/core/show-path.js
var show_path = __webpack_require__(2197);
// EXTERNAL MODULE: ./build/core/tree-change.js
var tree_change = __webpack_require__(3061);
;// CONCATENATED MODULE: ./build/core/tree-refusals.js



const defaultTreeLimits = {
    fileBytes: 5_000_000,
    changedFiles: 3000,
    changedBytes: 50_000_000,
};
/** Why a tree must not be pushed, by what the work changed in it: names, modes, sizes. */
function findTreeRefusals(changes, limits) {
    const present = changes.filter((change) => !(0,tree_change/* isDeleted */.o)(change));
    const bytes = present.reduce((sum, { size }) => sum + size, 0);
    return [
        ...present.flatMap((change) => refuseEntry(change, limits)),
        ...(changes.length > limits.changedFiles
            ? [`${changes.length} files were changed; ${limits.changedFiles} are allowed`]
            : []),
        ...(bytes > limits.changedBytes
            ? [`the changed files have ${bytes} bytes together; ${limits.changedBytes} are allowed`]
            : []),
    ];
}
function refuseEntry({ path, newMode, size }, limits) {
    const faults = [findPathFault(path), findModeFault(newMode)].filter((fault) => fault !== null);
    const tooLarge = size > limits.fileBytes ? [`it has ${size} bytes; ${limits.fileBytes} are allowed`] : [];
    return [...faults, ...tooLarge].map((fault) => `${(0,show_path/* showPath */.P)(path)}: ${fault}`);
}
function findModeFault(mode) {
    if (mode === '100644' || mode === '100755')
        return null;
    if (mode === '120000')
        return 'it is a symbolic link';
    if (mode === '160000')
        return 'it is a submodule';
    return `it has mode ${mode}`;
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

/***/ 3279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ listWaitingForPeople)
/* harmony export */ });
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9973);
/* harmony import */ var _story_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2703);


/**
 * The stories that wait for a person for a reason of their own, those under way first. What the whole line waits for is
 * said of the line, and not once more of every story.
 */
function listWaitingForPeople({ holds, line }, { stories }) {
    const rank = (story) => (Object.hasOwn(stories, story) ? 0 : 1);
    return [...holds]
        .filter(([, { code }]) => _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .reasons */ .Ot[code].who === 'person' && code !== line?.code)
        .map(([story, hold]) => ({ story, hold }))
        .toSorted((left, right) => rank(left.story) - rank(right.story) || (0,_story_js__WEBPACK_IMPORTED_MODULE_1__/* .compareStoryNumbers */ .jn)(left.story, right.story));
}


/***/ }),

/***/ 1067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ judgeWork)
});

// EXTERNAL MODULE: ./build/core/show-path.js
var show_path = __webpack_require__(2197);
// EXTERNAL MODULE: ./build/core/tree-change.js
var tree_change = __webpack_require__(3061);
;// CONCATENATED MODULE: ./build/core/concerns.js


const testPath = /(^|\/)(tests?|specs?|__tests__|e2e|cypress)\/|(^|\/)(test_[^/]+|[^/]+(_test|_spec|\.test|\.spec))\.\w+$|[a-z]Tests?\.\w+$/;
/** What makes a test not run, in the languages that are likely to be met. */
const skip = new RegExp([
    String.raw `\b(it|test|describe|context|suite|bench)(\.\w+)*\.(skip|skipIf|todo|only|fails|failing)\b`,
    String.raw `\b(xit|xtest|xdescribe|xcontext|xspecify|fdescribe)\s*[(.]`,
    String.raw `^\s*fit\s*\(`,
    String.raw `@(tag|moduletag|describetag)\s*:?\s*:?skip\b`,
    String.raw `@(tag|moduletag|describetag)\s+skip:`,
    String.raw `\bpytest\.(mark\.)?(skip|skipif|xfail|importorskip)\b`,
    String.raw `\bunittest\.(skip|skipIf|skipUnless|expectedFailure)\b`,
    String.raw `\bself\.skipTest\(`,
    String.raw `\bt\.(Skip|Skipf|SkipNow)\(`,
    String.raw `#\[ignore\b`,
    String.raw `@(Ignore|Disabled)\b`,
    String.raw `\bmarkTestSkipped\(`,
    String.raw `^\s*(skip|pending)\b(\s|\(|$)`,
    String.raw `\b(this|t|ctx|context)\.skip\(`,
].join('|'));
const testDefinition = /^\s*(?:(?:it|test|specify)(?:\.\w+)*\s*[(`]|test\s+["']|def test_|func Test\w|#\[test\]|@Test\b|(?:public )?function test\w)/;
/** Files that decide what CI runs or installs. */
const executed = [
    /(^|\/)(package\.json|\.npmrc|\.yarnrc(\.yml)?|Makefile|GNUmakefile|makefile|[Jj]ustfile|Taskfile\.ya?ml)$/,
    /(^|\/)(mix\.exs|Rakefile|Gemfile|Guardfile|pyproject\.toml|setup\.(py|cfg)|tox\.ini|noxfile\.py|pytest\.ini)$/,
    /(^|\/)(Cargo\.toml|build\.rs|go\.mod|pom\.xml|(build|settings)\.gradle(\.kts)?|CMakeLists\.txt|composer\.json)$/,
    /(^|\/)(Dockerfile[^/]*|(docker-)?compose[^/]*\.ya?ml|\.pre-commit-config\.yaml|\.tool-versions|\.nvmrc)$/,
    /(^|\/)((vitest|vite|jest|playwright|cypress|karma|babel|eslint)\.config\.\w+|\.mocharc\.\w+|phpunit\.xml(\.dist)?)$/,
    /(^|\/)(test_helper\.exs|conftest\.py|spec_helper\.rb|rails_helper\.rb|\.rspec|\.credo\.exs|\.formatter\.exs)$/,
    /(^|\/)(tsconfig[^/]*\.json|biome\.jsonc?|\.eslintrc[^/]*)$/,
    /^(\.gitlab-ci\.yml|\.travis\.yml|appveyor\.yml|azure-pipelines\.ya?ml|Jenkinsfile|\.?(ci|circleci|buildkite)\/.*)$/,
    /^(bin|scripts?)\/(.*\/)?(ci|test|lint|check|setup|build)[^/]*$/,
];
const lockFile = /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|mix\.lock|Gemfile\.lock|Cargo\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|go\.sum|composer\.lock)$/;
/** What a reviewer must answer about a change: tests deleted, skipped or fewer, changes to what CI runs; as sentences. */
function findConcerns(changes, patch) {
    return [
        ...deletedTests(changes).map((path) => `The test file ${(0,show_path/* showPath */.P)(path)} was deleted.`),
        ...patch.filter(({ path }) => testPath.test(path)).flatMap(weakenedTests),
        ...changes.flatMap(({ path }) => describeExecuted(path)),
    ];
}
/** A test file that is there again under another name, unchanged, was moved. */
function deletedTests(changes) {
    const added = new Set(changes.filter((change) => (0,tree_change/* isAdded */.N)(change) && testPath.test(change.path)).map((c) => c.newBlob));
    return changes
        .filter((change) => (0,tree_change/* isDeleted */.o)(change) && testPath.test(change.path) && !added.has(change.oldBlob))
        .map(({ path }) => path);
}
function weakenedTests({ path, added, removed }) {
    const skips = added.filter((line) => skip.test(line)).length - removed.filter((line) => skip.test(line)).length;
    const lost = countTests(removed) - countTests(added);
    return [
        ...(skips > 0 ? [`${(0,show_path/* showPath */.P)(path)} has ${skips} more skipped, focused or pending tests than before.`] : []),
        ...(lost > 0 ? [`${(0,show_path/* showPath */.P)(path)} has ${lost} fewer tests than before.`] : []),
    ];
}
function countTests(lines) {
    return lines.filter((line) => testDefinition.test(line)).length;
}
function describeExecuted(path) {
    if (lockFile.test(path))
        return [`The lock file ${(0,show_path/* showPath */.P)(path)} was changed: what CI installs may differ.`];
    if (executed.some((pattern) => pattern.test(path))) {
        return [`${(0,show_path/* showPath */.P)(path)} was changed: what CI runs may differ.`];
    }
    return [];
}

// EXTERNAL MODULE: ./build/core/glob.js
var glob = __webpack_require__(8998);
;// CONCATENATED MODULE: ./build/core/deliverables.js

/** More promises than this are not looked for one by one: nobody means them. */
const mostPromises = 1000;
/** The promised files and globs that nothing in a tree matches; a folder counts when there is a file below it. */
function findMissingDeliverables(promised, paths) {
    const known = new Set(paths);
    const wanted = [...new Set(promised.map((path) => path.trim()))].filter((path) => path !== '');
    const missing = wanted.slice(0, mostPromises).filter((path) => !isThere(path, known, paths));
    const rest = wanted.length - mostPromises;
    return rest > 0 ? [...missing, `and ${rest} more, which were not looked for`] : missing;
}
function isThere(promised, known, paths) {
    const plain = promised.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
    if (known.has(plain))
        return true;
    if (/[*?]/.test(promised))
        return paths.some((path) => (0,glob/* matchesGlob */.k)(path, promised));
    return paths.some((path) => path.startsWith(`${plain}/`));
}

;// CONCATENATED MODULE: ./build/core/parse-patch.js
/**
 * Reads a unified diff. Lines are counted as the hunk headers say, so that no content passes for a header; a path that
 * git had to quote stays quoted.
 */
function parsePatch(patch) {
    const lines = patch.split('\n');
    const files = [];
    let at = 0;
    while (at < lines.length) {
        const line = lines[at] ?? '';
        if (line.startsWith('diff --git '))
            files.push({ path: headerPath(line), added: [], removed: [] });
        at = readHunk(lines, at, files.at(-1));
    }
    return files;
}
/** Reads the hunk that begins at a line, if one does, and returns where the next line to read is. */
function readHunk(lines, at, file) {
    let left = hunkLength(lines[at] ?? '');
    let next = at + 1;
    while (left.some((count) => count > 0) && next < lines.length) {
        const line = lines[next] ?? '';
        collect(file, line);
        const [old, fresh] = sidesOf(line.charAt(0));
        left = [left[0] - old, left[1] - fresh];
        next += 1;
    }
    return next;
}
/** How many lines of the old and of the new file the hunk shows; none where no hunk begins. */
function hunkLength(line) {
    const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
    return hunk === null ? [0, 0] : [Number(hunk[1] ?? 1), Number(hunk[2] ?? 1)];
}
function collect(file, line) {
    if (line.startsWith('+'))
        file?.added.push(line.slice(1));
    if (line.startsWith('-'))
        file?.removed.push(line.slice(1));
}
/** In how many of the old and the new file a line counts; the note about a missing line end counts in neither. */
function sidesOf(mark) {
    if (mark === '+')
        return [0, 1];
    if (mark === '-')
        return [1, 0];
    return mark === '\\' ? [0, 0] : [1, 1];
}
/** Without renames both names in the header are the same one: `a/NAME b/NAME`. */
function headerPath(line) {
    const names = line.slice('diff --git '.length);
    return names.slice(0, (names.length - 1) / 2).replace(/^("?)a\//, '$1');
}

// EXTERNAL MODULE: ./build/core/protected-paths.js
var protected_paths = __webpack_require__(2665);
// EXTERNAL MODULE: ./build/core/secret-patterns.js
var secret_patterns = __webpack_require__(9818);
// EXTERNAL MODULE: ./build/core/tree-refusals.js + 1 modules
var tree_refusals = __webpack_require__(9537);
// EXTERNAL MODULE: ./build/git/git.js + 1 modules
var git_git = __webpack_require__(8253);
;// CONCATENATED MODULE: ./build/git/history-scan.js



/** Looks for secrets in everything new commits add, messages too: what a later commit removes is pushed all the same. */
async function scanHistory(range, git) {
    const plain = ['-p', '-c', '-U0', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-color', '--no-notes'];
    // Messages are indented, so that none of their lines passes for a removed one.
    const format = '--format=format:%H%n%w(0,4,4)%B';
    const revisions = [range.head, ...range.known.map((commit) => `^${commit}`)];
    const { stdout } = await (0,git_git/* runGit */.E)(['log', ...plain, format, ...revisions, '--'], git);
    const lines = stdout.split('\n');
    return { last: lines[0] === '' ? null : (lines[0] ?? null), secrets: findSecrets(lines) };
}
/** Removed lines, and hunk headers, which quote a line from above that was there before. */
const isNotAdded = /^( ?-|@@)/;
function findSecrets(lines) {
    const found = new Set();
    let place = 'a commit message';
    for (const line of lines) {
        if (/^[0-9a-f]{40,64}$/.test(line))
            place = 'a commit message';
        else if (/^diff --(git|combined|cc) /.test(line))
            place = 'a file';
        else if (line.startsWith('+++ '))
            place = (0,show_path/* showPath */.P)(line.slice(4).replace(/^b\//, ''));
        const kind = isNotAdded.test(line) ? null : (0,secret_patterns/* findSecret */.mt)(line);
        if (kind !== null)
            found.add(`${place}: it holds what looks like ${kind}, in one of the commits`);
    }
    return [...found];
}

// EXTERNAL MODULE: ./build/git/is-ancestor.js
var is_ancestor = __webpack_require__(8125);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/git/patch-id.js


/**
 * The change from one commit to another as a patch that says all of it: binaries as text, no renames, no attribute or
 * driver asked; only what a deleted file held is left out. Bytes: what is not UTF-8 must not become the same.
 */
async function readPatch(base, head, git) {
    const exact = ['--text', '--full-index', '--no-renames', '--no-ext-diff', '--no-textconv', '--irreversible-delete'];
    const { stdout } = await (0,git_git/* runGitBytes */.j)(['diff-tree', '-r', '-p', ...exact, '--diff-algorithm=myers', base, head], git);
    return stdout;
}
/**
 * What a verdict is about: a stable id of a patch from `readPatch`, kept when a moved base shifts its lines; empty for
 * an empty patch. `git patch-id` would not do: it passes over white space, which is code in more than one language, and
 * over all that follows a NUL in a line.
 */
function computePatchId(patch) {
    if (patch.length === 0)
        return '';
    const hash = (0,external_node_crypto_.createHash)('sha256');
    // Latin 1 keeps every byte; a line of content begins with a space, a sign or a backslash, so headers are known.
    for (const line of Buffer.from(patch).toString('latin1').split('\n')) {
        hash.update(`${withoutPosition(line)}\n`, 'latin1');
    }
    return hash.digest('hex');
}
/** A header without what a moved base changes: line numbers, the function around, the blobs where content is shown. */
function withoutPosition(line) {
    if (line.startsWith('@@ '))
        return '@@';
    return /^index [0-9a-f]+\.\.[0-9a-f]*[1-9a-f]/.test(line) ? '' : line;
}

;// CONCATENATED MODULE: ./build/git/tree-scan.js

/** Lists a commit's tree and what differs in it from another's, without looking into any file. */
async function scanTree(base, head, git) {
    const [listing, raw] = await Promise.all([
        (0,git_git/* runGit */.E)(['ls-tree', '-r', '-z', '-l', '--full-tree', head], git),
        (0,git_git/* runGit */.E)(['diff-tree', '-r', '-z', '--raw', '--no-renames', '--full-index', base, head], git),
    ]);
    const sizes = parseSizes(listing.stdout);
    return { paths: [...sizes.keys()], changes: parseChanges(raw.stdout, sizes) };
}
function parseSizes(listing) {
    const sizes = new Map();
    for (const line of listing.split('\0')) {
        const match = /^\d+ \w+ [0-9a-f]+ +(\d+|-)\t(.+)$/s.exec(line);
        if (match?.[2] !== undefined)
            sizes.set(match[2], Number(match[1]) || 0);
    }
    return sizes;
}
function parseChanges(raw, sizes) {
    const fields = raw.split('\0');
    const changes = [];
    for (let at = 0; at + 1 < fields.length; at += 2) {
        const match = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) [ADMT]$/.exec(fields[at] ?? '');
        const path = fields[at + 1];
        const [, oldMode, newMode, oldBlob, newBlob] = match ?? [];
        if (path === undefined || !oldMode || !newMode || !oldBlob || !newBlob) {
            throw new Error(`not a line of git diff-tree: ${JSON.stringify(fields[at])}`);
        }
        changes.push({ path, oldMode, newMode, oldBlob, newBlob, size: sizes.get(path) ?? 0 });
    }
    return changes;
}

;// CONCATENATED MODULE: ./build/git/judge-work.js












/** Lists longer than this are cut: they are read by people and models, and remembered. */
const longestList = 50;
/**
 * Judges a commit by its final tree against the merge base and by every commit on the way, without running anything of
 * it. The repository must hold head, start and base with their history.
 */
async function judgeWork(request, limits, git) {
    const { head, baseSha } = request;
    const mergeBase = await (0,git_git/* runGit */.E)(['merge-base', baseSha, head], { ...git, accept: [1] });
    const diffBase = mergeBase.stdout.trim();
    if (diffBase === '') {
        if (await isShallow(git))
            throw new Error(`the history of the base ${baseSha} must be fetched before work is judged`);
        return { kind: 'fault', detail: 'the work has no commit in common with the base' };
    }
    const startSha = request.startSha ?? diffBase;
    const descends = startSha === diffBase || (await (0,is_ancestor/* isAncestor */.Q)(startSha, head, git));
    const [tree, history] = await Promise.all([
        scanTree(diffBase, head, git),
        scanHistory({ head, known: descends ? [startSha, baseSha] : [baseSha] }, git),
    ]);
    if (history.last !== head && !(await isCommit(head, git)))
        return { kind: 'fault', detail: `${head} is not a commit` };
    const structural = (0,tree_refusals/* findTreeRefusals */.V)(tree.changes, limits);
    const contents = await judgeContents({ diffBase, head, tree, isReadable: structural.length === 0 }, git);
    return {
        kind: 'work',
        work: {
            head,
            descends,
            diffBase,
            patchId: contents.patchId,
            isEmpty: tree.changes.length === 0,
            changedPaths: tree.changes.map(({ path }) => path),
            refusals: shorten([...new Set([...structural, ...contents.secrets, ...history.secrets])]),
            protectedPaths: protectedAmong(tree, request.protectedPaths),
            concerns: shorten(contents.concerns),
            missingDeliverables: shorten(findMissingDeliverables(request.deliverables, tree.paths)),
        },
    };
}
async function isShallow(git) {
    return (await (0,git_git/* runGit */.E)(['rev-parse', '--is-shallow-repository'], git)).stdout.trim() === 'true';
}
/** Asked only where the history scan did not come upon the head: an empty range, or a tag in a commit's place. */
async function isCommit(head, git) {
    return (await (0,git_git/* runGit */.E)(['cat-file', '-t', head], git)).stdout.trim() === 'commit';
}
async function judgeContents(request, git) {
    if (!request.isReadable)
        return { patchId: '', secrets: [], concerns: [] };
    const patch = await readPatch(request.diffBase, request.head, git);
    const files = parsePatch(new TextDecoder().decode(patch));
    return {
        patchId: computePatchId(patch),
        secrets: files.flatMap(({ path, added }) => {
            const kinds = new Set(added.map(secret_patterns/* findSecret */.mt).filter((kind) => kind !== null));
            return [...kinds].map((kind) => `${(0,show_path/* showPath */.P)(path)}: it holds what looks like ${kind}`);
        }),
        concerns: findConcerns(request.tree.changes, files),
    };
}
function protectedAmong({ changes }, configured) {
    return changes.map(({ path }) => path).filter((path) => (0,protected_paths/* isProtectedPath */.WF)(path, configured));
}
function shorten(list) {
    if (list.length <= longestList)
        return list;
    return [...list.slice(0, longestList), `and ${list.length - longestList} more`];
}


/***/ }),

/***/ 7808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ judgeBypass)
/* harmony export */ });
/**
 * Whether our token could pass over the rules of the base. One witness who says yes is believed; `never` takes a
 * witness for every rule; silence is `unknown`.
 */
function judgeBypass(witnesses) {
    const { rulesets, classic, pullRequests } = witnesses;
    if (pullRequests.includes(true))
        return 'possible';
    if (rulesets.some((answer) => answer !== null && answer !== 'never'))
        return 'possible';
    if (rulesets.includes(null))
        return 'unknown';
    if (pullRequests.length > 0)
        return 'never';
    if (classic.enabled)
        return classic.bindsAdmins === true ? 'never' : 'unknown';
    return rulesets.length > 0 ? 'never' : 'unknown';
}


/***/ }),

/***/ 7186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ digestText),
/* harmony export */   m: () => (/* binding */ digestIssue)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** By what title and body of an issue are known again: GitHub may give a body back with the line ends of a web form. */
function digestIssue({ title, body }) {
    return digestText(JSON.stringify([title, body.replaceAll('\r\n', '\n').trimEnd()]));
}
/** By what a text is known again, however long it is. */
function digestText(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('base64url').slice(0, 16);
}


/***/ }),

/***/ 4782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readJobLog)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3608);


const logBytes = 32 * 2 ** 20;
/** The log of a job, without the runner's time stamps; null when it cannot be had (any more). */
async function readJobLog(github, jobId) {
    try {
        const route = 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs';
        const location = await (0,_download_js__WEBPACK_IMPORTED_MODULE_1__/* .locateDownload */ .T)(github, route, { job_id: jobId });
        const log = location === null ? null : await (0,_download_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchDownload */ .f)(location, logBytes);
        return log === null ? null : log.toString('utf8').replace(/^\uFEFF?\d{4}-\d\d-\d\dT[\d:.]+Z /gm, '');
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .H)
            return null;
        throw error;
    }
}


/***/ }),

/***/ 9217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C0: () => (/* binding */ readLegs),
/* harmony export */   FD: () => (/* binding */ readAgentsAtWork),
/* harmony export */   RI: () => (/* binding */ readJobs),
/* harmony export */   gJ: () => (/* binding */ isSettleOver)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2047);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(812);
/* harmony import */ var _read_pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5465);



const jobSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    run_attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().default(1),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    conclusion: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
});
const legJobName = /^(\S+) \/ (?:agent|settle)$/;
const agentJobName = /^(\S+) \/ agent$/;
/**
 * How the legs of a run that has ended came out, by assignment; an assignment that never got a job is not in it. The
 * jobs of a leg are named `<id> / agent` and `<id> / settle`.
 */
async function readLegs(github, run, attempt) {
    const jobs = await readJobs(github, run);
    const until = jobs.filter((job) => job.run_attempt <= attempt);
    const assignments = new Set(until.flatMap(({ name }) => legJobName.exec(name)?.[1] ?? []));
    return new Map([...assignments].map((assignment) => [assignment, toLegFacts(assignment, until)]));
}
/** The assignments of a run whose agent's job is there and has not ended: waiting for its machine, or at work. */
async function readAgentsAtWork(github, run) {
    const jobs = await readJobs(github, run);
    const unfinished = jobs.filter(({ status }) => status !== 'completed');
    return [...new Set(unfinished.flatMap(({ name }) => agentJobName.exec(name)?.[1] ?? []))];
}
/** The jobs of every attempt: a job that ran in an earlier one is not repeated when another job is run again. */
async function readJobs(github, run) {
    const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs';
    return await (0,_read_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .readPages */ .n)(github, route, { run_id: run, filter: 'all' }, (data) => (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAnswer */ .W)(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ jobs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(jobSchema) }), data, route).jobs);
}
/** Whether the job that settles an assignment in this attempt of a run is over, as far as GitHub has heard. */
async function isSettleOver(github, { run, attempt, assignment }) {
    const job = findNewest(await readJobs(github, run), `${assignment} / settle`);
    if (job === null || job.run_attempt < attempt)
        return false;
    return job.run_attempt > attempt || job.status === 'completed';
}
function toLegFacts(assignment, jobs) {
    const agent = findNewest(jobs, `${assignment} / agent`);
    const settle = findNewest(jobs, `${assignment} / settle`);
    return { assignment, agent: readEnd(agent), settle: readEnd(settle), settleJobId: settle?.id ?? null };
}
function findNewest(jobs, name) {
    const named = jobs.filter((job) => job.name === name);
    return named.sort((one, other) => other.run_attempt - one.run_attempt || other.id - one.id)[0] ?? null;
}
function readEnd(job) {
    if (job === null || job.conclusion === 'skipped')
        return 'missing';
    switch (job.conclusion) {
        case 'success':
            return 'success';
        // A job without a conclusion in a run that has ended was cut off.
        case 'cancelled':
        case null:
            return 'cancelled';
        default:
            return 'failure';
    }
}


/***/ }),

/***/ 1444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ensureEnqueued),
/* harmony export */   y: () => (/* binding */ readQueuePlaces)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2047);
/* harmony import */ var _core_assignment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1453);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7856);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(812);





const perQuery = 50;
const placeSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
    state: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['OPEN', 'CLOSED', 'MERGED']),
    headRefOid: _core_assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW,
    mergeQueueEntry: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ position: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), state: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }).nullable(),
    timelineItems: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        nodes: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ createdAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable() }).nullable()).nullable(),
    }),
});
const answerSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ repository: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), placeSchema.nullable()) });
/** The places of these pull requests in the merge queue: one request for fifty. */
async function readQueuePlaces(github, numbers) {
    const places = [];
    for (let start = 0; start < numbers.length; start += perQuery) {
        const document = (0,_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .composeQueueDocument */ .fC)(numbers.slice(start, start + perQuery));
        const { repository } = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .parseAnswer */ .W)(answerSchema, await github.graphql(document, {}), 'the query for the queue');
        places.push(...Object.values(repository).flatMap((record) => (record === null ? [] : toPlace(record))));
    }
    return places;
}
function toPlace(record) {
    const { number, state, headRefOid, mergeQueueEntry, timelineItems } = record;
    const removed = timelineItems.nodes?.at(-1)?.reason ?? null;
    return { number, state, headSha: headRefOid, entry: mergeQueueEntry, removed };
}
/** Puts exactly this head into the merge queue, once; after a lost answer the queue is read, and nothing is repeated. */
async function ensureEnqueued(github, wanted) {
    const found = await findPlace(github, wanted);
    if (found !== null)
        return found;
    try {
        await github.graphql(_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .enqueueDocument */ .Ap, { pullRequestId: wanted.id, headSha: wanted.headSha });
        return { kind: 'enqueued' };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RemoteError */ .H))
            throw error;
        const late = await findPlace(github, wanted);
        if (late !== null)
            return late;
        if (error.retryable)
            throw error;
        return { kind: 'refused', message: error.message };
    }
}
/** Queued already, or merged by the queue since; or another head. */
async function findPlace(github, { number, headSha }) {
    const place = (await readQueuePlaces(github, [number]))[0];
    if (place === undefined)
        return null;
    if (place.headSha !== headSha)
        return { kind: 'head_moved' };
    return place.entry !== null || place.state === 'MERGED' ? { kind: 'enqueued' } : null;
}


/***/ }),

/***/ 7362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I1: () => (/* binding */ refusalSchema),
/* harmony export */   ae: () => (/* binding */ readMergeRequest),
/* harmony export */   dX: () => (/* binding */ mergeRequestSchema),
/* harmony export */   xr: () => (/* binding */ forgottenMerge)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2047);
/* harmony import */ var _core_assignment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1453);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(812);



/** Why GitHub refused a merge. */
const refusalSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ message: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().default('no reason given') });
/** What GitHub says of an asynchronous merge, when it takes it on and whenever it is asked. */
const mergeRequestSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('status', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('merged'), details: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ sha: _core_assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW }) }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('pending'), details: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ uuid: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), expected_head_sha: _core_assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW }) }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('enqueued') }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('failed'), details: refusalSchema }),
]);
/** What a merge has come to that GitHub knows nothing of any more. */
const forgottenMerge = {
    status: 'failed',
    details: { message: 'GitHub does not know of the merge any more' },
};
/** How an asynchronous merge stands that was asked for before; null when GitHub knows nothing of it (any more). */
async function readMergeRequest(github, number, uuid) {
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/merge-async/{uuid}';
    const answer = await github.request(route, { pull_number: number, uuid }, [404]);
    return answer.status === 404 ? null : (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(mergeRequestSchema, answer.data, route);
}


/***/ }),

/***/ 7997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ createActorReader)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/github/parse-answer.js
var parse_answer = __webpack_require__(812);
;// CONCATENATED MODULE: ./build/github/permission.js


const permissionSchema = schemas/* object */.Ikc({
    permission: schemas/* string */.YjP(),
    role_name: schemas/* string */.YjP(),
    user: schemas/* object */.Ikc({ type: schemas/* string */.YjP(), permissions: schemas/* object */.Ikc({ maintain: schemas/* boolean */.zMY().optional() }).optional() })
        .nullable(),
});
/**
 * What somebody may do in the repository. `permission` knows four words and says what a role of one's own making is
 * based on; only what is told of the user tells `maintain` then.
 */
async function readPermission(github, login) {
    const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
    const answer = await github.request(route, { username: login }, [404]);
    if (answer.status === 404) {
        return { login, isBot: login.endsWith('[bot]'), canWrite: false, canMaintain: false, isAdmin: false };
    }
    const { permission, role_name: role, user } = (0,parse_answer/* parseAnswer */.W)(permissionSchema, answer.data, route);
    const isAdmin = permission === 'admin';
    return {
        login,
        isBot: user?.type === 'Bot' || login.endsWith('[bot]'),
        canWrite: isAdmin || permission === 'write',
        canMaintain: isAdmin || role === 'maintain' || user?.permissions?.maintain === true,
        isAdmin,
    };
}

;// CONCATENATED MODULE: ./build/github/read-teams.js


const membershipSchema = schemas/* object */.Ikc({ state: schemas/* string */.YjP() });
/**
 * Which of these teams (`organisation/team`) somebody is an active member of, teams below them included. One that our
 * token may not look into counts as one that they are not in.
 */
async function readTeams(github, login, teams) {
    const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}';
    const memberships = await Promise.all(teams.map(async (team) => {
        const [org = '', slug = ''] = team.split('/');
        const answer = await github.request(route, { org, team_slug: slug, username: login }, [403, 404]);
        if (answer.status !== 200)
            return [];
        return (0,parse_answer/* parseAnswer */.W)(membershipSchema, answer.data, route).state === 'active' ? [team] : [];
    }));
    return memberships.flat();
}

;// CONCATENATED MODULE: ./build/github/read-actor.js


/** Reads permissions, and which of these teams somebody is in, for as long as one look takes. */
function createActorReader(github, teams) {
    const known = new Map();
    async function read(login) {
        const [facts, theirs] = await Promise.all([readPermission(github, login), readTeams(github, login, teams)]);
        return { ...facts, teams: theirs };
    }
    return (login) => {
        const asked = known.get(login) ?? read(login);
        known.set(login, asked);
        return asked;
    };
}


/***/ }),

/***/ 8707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readComment),
/* harmony export */   j: () => (/* binding */ readCommentsSince)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2047);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(812);


/** More in one go would make a busy repository's first pass wait; the next pass reads on from where this one ended. */
const pagesAtMost = 5;
const commentSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    node_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    user: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullable(),
    performed_via_github_app: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(),
    body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    created_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    updated_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
})
    .transform((comment) => ({
    id: comment.id,
    nodeId: comment.node_id,
    author: comment.user?.login ?? null,
    isByPerson: comment.user?.type === 'User' && (comment.performed_via_github_app ?? null) === null,
    body: comment.body ?? '',
    createdAt: comment.created_at,
    updatedAt: comment.updated_at,
}));
/** The comments of the whole repository that were written or changed since then (ISO 8601); five hundred at most. */
async function readCommentsSince(github, since) {
    const route = 'GET /repos/{owner}/{repo}/issues/comments';
    const comments = [];
    for (let page = 1; page <= pagesAtMost; page += 1) {
        const parameters = { since, sort: 'updated', direction: 'asc', per_page: 100, page };
        const answer = await github.request(route, parameters);
        comments.push(...(0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAnswer */ .W)(zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(commentSchema), answer.data, route));
        if (!String(answer.headers['link'] ?? '').includes('rel="next"'))
            return { comments, isCut: false };
    }
    return { comments, isCut: true };
}
/** One comment; null where it was deleted. */
async function readComment(github, id) {
    const route = 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}';
    const answer = await github.request(route, { comment_id: id }, [404, 410]);
    return answer.status === 200 ? (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAnswer */ .W)(commentSchema, answer.data, route) : null;
}


/***/ }),

/***/ 5948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pG: () => (/* binding */ readBranch),
  Kc: () => (/* binding */ readRules),
  sf: () => (/* binding */ readRulesetAnswers)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/parse-answer.js
var parse_answer = __webpack_require__(812);
// EXTERNAL MODULE: ./build/github/read-pages.js
var read_pages = __webpack_require__(5465);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(7428);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
;// CONCATENATED MODULE: ./build/github/rule-records.js

/** Null where a server does not say which ruleset a rule is of: who may pass over it cannot be asked then. */
const ruleset_id = schemas/* number */.aig().nullable().default(null);
const statusChecksRule = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('required_status_checks'),
    ruleset_id,
    parameters: schemas/* object */.Ikc({
        required_status_checks: schemas/* array */.YOg(schemas/* object */.Ikc({ context: schemas/* string */.YjP(), integration_id: schemas/* number */.aig().nullish() })),
        strict_required_status_checks_policy: schemas/* boolean */.zMY(),
    }),
});
const pullRequestRule = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('pull_request'),
    ruleset_id,
    parameters: schemas/* object */.Ikc({
        allowed_merge_methods: schemas/* array */.YOg(schemas/* enum */.k5n(['merge', 'squash', 'rebase'])).optional(),
        required_approving_review_count: schemas/* number */.aig(),
        // A server that has not got one of these does not ask for it.
        require_code_owner_review: schemas/* boolean */.zMY().default(false),
        require_last_push_approval: schemas/* boolean */.zMY().default(false),
        dismiss_stale_reviews_on_push: schemas/* boolean */.zMY().default(false),
        required_review_thread_resolution: schemas/* boolean */.zMY(),
    }),
});
const bareRule = schemas/* object */.Ikc({ type: schemas/* enum */.k5n(['merge_queue', 'required_linear_history']), ruleset_id });
/** A rule that GitHub enforces and that says nothing about what we do ourselves. */
const otherRule = schemas/* object */.Ikc({ type: schemas/* string */.YjP(), ruleset_id }).transform(({ ruleset_id }) => ({
    type: 'other',
    ruleset_id,
}));
const knownRule = schemas/* discriminatedUnion */.gMt('type', [statusChecksRule, pullRequestRule, bareRule]);
const knownTypes = [
    'required_status_checks',
    'pull_request',
    'merge_queue',
    'required_linear_history',
];
/** One active rule of a branch. A rule of a type we know has to have the shape we know. */
const ruleSchema = schemas/* looseObject */._H3({ type: schemas/* string */.YjP() }).transform((rule, context) => {
    const parsed = (knownTypes.includes(rule.type) ? knownRule : otherRule).safeParse(rule);
    if (parsed.success)
        return parsed.data;
    context.addIssue(core_errors/* prettifyError */.S1(parsed.error));
    return core/* NEVER */.tm;
});
/** What `GET branches/{branch}` tells of classic protection to everybody. */
const branchSchema = schemas/* object */.Ikc({
    protection: schemas/* object */.Ikc({
        enabled: schemas/* boolean */.zMY().optional(),
        required_status_checks: schemas/* object */.Ikc({
            enforcement_level: schemas/* string */.YjP().optional(),
            contexts: schemas/* array */.YOg(schemas/* string */.YjP()),
            checks: schemas/* array */.YOg(schemas/* object */.Ikc({ context: schemas/* string */.YjP(), app_id: schemas/* number */.aig().nullable() })).optional(),
            strict: schemas/* boolean */.zMY().optional(),
        })
            .optional(),
    })
        .optional(),
});

;// CONCATENATED MODULE: ./build/github/read-rules.js





const rulesetSchema = schemas/* object */.Ikc({ current_user_can_bypass: schemas/* string */.YjP().nullish() });
/** What a server has that does not tell of rules: something that is not known, by which nothing can be excluded. */
const untold = [{ type: 'other', ruleset_id: null }];
/** Every active rule of the base, the organisation's too; an older server does not tell of them. */
async function readRules(github, base) {
    const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
    try {
        return await (0,read_pages/* readPages */.n)(github, route, { branch: base }, (data) => (0,parse_answer/* parseAnswer */.W)(schemas/* array */.YOg(ruleSchema), data, route));
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.H && error.status === 404)
            return untold;
        throw error;
    }
}
/** The base with what everybody may see of its classic protection. */
async function readBranch(github, base) {
    const route = 'GET /repos/{owner}/{repo}/branches/{branch}';
    const answer = await github.request(route, { branch: base });
    return (0,parse_answer/* parseAnswer */.W)(branchSchema, answer.data, route);
}
/**
 * What each ruleset says about our token, null where it says nothing. A remembered answer is taken only when `updatedAt`
 * proves that the ruleset is still the same.
 */
async function readRulesetAnswers(github, rulesets, known) {
    const read = await Promise.all(rulesets.map(async (id) => {
        if (id === null)
            return { id, updatedAt: undefined, answer: null };
        const updatedAt = known.updatedAt.get(id);
        const cached = known.cache[id];
        if (cached !== undefined && cached.updatedAt === updatedAt)
            return { id, updatedAt, answer: cached.canBypass };
        return { id, updatedAt, answer: await readRulesetAnswer(github, id) };
    }));
    const entries = read.flatMap(({ id, updatedAt, answer }) => updatedAt === undefined || answer === null ? [] : [[id, { updatedAt, canBypass: answer }]]);
    return { answers: read.map(({ answer }) => answer), cache: Object.fromEntries(entries) };
}
async function readRulesetAnswer(github, id) {
    const route = 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}';
    const answer = await github.request(route, { ruleset_id: id }, [403, 404]);
    if (answer.status !== 200)
        return null;
    return (0,parse_answer/* parseAnswer */.W)(rulesetSchema, answer.data, route).current_user_can_bypass ?? null;
}


/***/ }),

/***/ 9171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readDependencies),
/* harmony export */   i: () => (/* binding */ findBlockingDrift)
/* harmony export */ });
/* harmony import */ var _core_drift_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(641);

/** What stories wait for only because loopctl keeps a dependency that the backlog does not name. */
function findBlockingDrift(graph, blockers, { drift }) {
    if (drift.length === 0 || blockers.size === 0)
        return new Map();
    const epicOf = new Map(graph.epics.flatMap(({ number, stories }) => stories.map((story) => [story.number, number])));
    return (0,_core_drift_js__WEBPACK_IMPORTED_MODULE_0__/* .explainDrift */ .jA)({ drift, kept: dependenciesOf(graph), blockers, epicOf });
}
/** Every dependency that loopctl has, by numbers. */
async function readDependencies({ loopctl, project, }) {
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


/***/ }),

/***/ 4965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ gather)
});

// EXTERNAL MODULE: ./build/core/shown.js
var shown = __webpack_require__(4023);
// EXTERNAL MODULE: ./build/core/view.js
var view = __webpack_require__(6761);
// EXTERNAL MODULE: ./build/github/job-log.js
var job_log = __webpack_require__(4782);
;// CONCATENATED MODULE: ./build/github/failure-logs.js

const tailLines = 60;
const tailCharacters = 6000;
/** Where the log of an Actions job is linked from its check: `…/actions/runs/<run>/job/<job>`. */
const jobUrl = /\/actions\/runs\/\d+\/job\/(\d+)/;
/** The checks with the end of the job's log in place of the summary, for those that failed and have a job. */
async function readFailureLogs(github, checks) {
    return await Promise.all(checks.map(async (check) => {
        const job = check.state === 'failure' ? jobUrl.exec(check.url ?? '')?.[1] : undefined;
        if (job === undefined)
            return check;
        const log = await (0,job_log/* readJobLog */.g)(github, Number(job));
        return log === null ? check : { ...check, summary: tail(log) };
    }));
}
/** The last lines: a help for the author, nothing is decided by it. */
function tail(log) {
    return log.trimEnd().split('\n').slice(-tailLines).join('\n').slice(-tailCharacters);
}

// EXTERNAL MODULE: ./build/github/legs.js
var legs = __webpack_require__(9217);
// EXTERNAL MODULE: ./build/core/own-checks.js
var own_checks = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/github/bypass.js
var github_bypass = __webpack_require__(7808);
// EXTERNAL MODULE: ./build/github/check-facts.js
var check_facts = __webpack_require__(3856);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/core/ticks.js
var ticks = __webpack_require__(6832);
// EXTERNAL MODULE: ./build/github/bot-login.js
var bot_login = __webpack_require__(5508);
// EXTERNAL MODULE: ./build/github/issue-digest.js
var issue_digest = __webpack_require__(7186);
;// CONCATENATED MODULE: ./build/github/dashboard-record.js




const moment = iso/* datetime */.w$().transform((text) => Date.parse(text));
const editSchema = schemas/* object */.Ikc({
    editedAt: moment,
    editor: schemas/* object */.Ikc({ __typename: schemas/* string */.YjP(), login: schemas/* string */.YjP() }).nullable(),
});
/** The dashboard's issue, as the one GraphQL query brings it. */
const dashboardSchema = schemas/* object */.Ikc({
    number: schemas/* number */.aig(),
    state: schemas/* enum */.k5n(['OPEN', 'CLOSED']),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP(),
    createdAt: moment,
    userContentEdits: schemas/* object */.Ikc({ pageInfo: schemas/* object */.Ikc({ hasNextPage: schemas/* boolean */.zMY() }), nodes: schemas/* array */.YOg(editSchema.nullable()).nullable() })
        .nullable(),
});
/** What GitHub shows of the dashboard, and who ticked what there since we wrote it. */
function toSeenDashboard(record, viewer) {
    const { number, state, title, body, createdAt, userContentEdits } = record;
    const edits = (userContentEdits?.nodes ?? []).flatMap((edit) => edit === null
        ? []
        : {
            at: edit.editedAt,
            editor: edit.editor === null ? null : (0,bot_login/* withoutSuffix */.a)(edit.editor.login),
            isPerson: edit.editor?.__typename === 'User',
        });
    const isComplete = userContentEdits?.pageInfo.hasNextPage !== true;
    return {
        number,
        isOpen: state === 'OPEN',
        digest: (0,issue_digest/* digestIssue */.m)({ title, body }),
        editedAt: Math.max(createdAt, ...edits.map(({ at }) => at)),
        ticks: (0,ticks/* readTicks */.bn)({ createdAt, body, edits, isComplete }, viewer),
    };
}

// EXTERNAL MODULE: ./build/core/assignment.js
var assignment = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/core/report-workflow.js
var report_workflow = __webpack_require__(1542);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/connection.js
var connection = __webpack_require__(9164);
;// CONCATENATED MODULE: ./build/github/dispensable-fields.js
/** What an older Enterprise Server does not know, and we can do without: rules are asked for by REST as well. */
const dispensableFields = ['rulesets', 'refUpdateRule', 'requiresCodeOwnerReviews'];

// EXTERNAL MODULE: ./build/github/documents.js
var documents = __webpack_require__(7856);
// EXTERNAL MODULE: ./build/github/parse-answer.js
var parse_answer = __webpack_require__(812);
// EXTERNAL MODULE: ./build/github/pull-request-record.js + 1 modules
var pull_request_record = __webpack_require__(7305);
// EXTERNAL MODULE: ./build/github/rollup.js
var rollup = __webpack_require__(1134);
// EXTERNAL MODULE: ./build/github/suite-checks.js
var suite_checks = __webpack_require__(9942);
;// CONCATENATED MODULE: ./build/github/read-open.js













const pullRequestsSchema = (0,connection/* connectionOf */.a)(pull_request_record/* pullRequestSchema */.MH);
/** What can be seen of classic protection without being an administrator. */
const refUpdateRuleSchema = schemas/* object */.Ikc({
    requiredApprovingReviewCount: schemas/* number */.aig().nullable(),
    requiredStatusCheckContexts: schemas/* array */.YOg(schemas/* string */.YjP().nullable()).nullable(),
    // A server that has not got it does not ask for it.
    requiresCodeOwnerReviews: schemas/* boolean */.zMY().default(false),
    requiresConversationResolution: schemas/* boolean */.zMY(),
    requiresLinearHistory: schemas/* boolean */.zMY(),
});
const repositorySchema = schemas/* object */.Ikc({
    databaseId: schemas/* number */.aig(),
    mergeCommitAllowed: schemas/* boolean */.zMY(),
    squashMergeAllowed: schemas/* boolean */.zMY(),
    rebaseMergeAllowed: schemas/* boolean */.zMY(),
    defaultBranchRef: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }),
    rulesets: schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ databaseId: schemas/* number */.aig().nullable(), updatedAt: schemas/* string */.YjP() }).nullable()) })
        .nullable()
        .default(null),
    ref: schemas/* object */.Ikc({
        refUpdateRule: refUpdateRuleSchema.nullable().default(null),
        target: schemas/* object */.Ikc({ oid: assignment/* sha */.hW, statusCheckRollup: rollup/* rollupSchema */.Q, checkSuites: suite_checks/* suitesSchema */.Jx }),
    })
        .nullable(),
    workflow: schemas/* object */.Ikc({ text: schemas/* string */.YjP().nullable().default(null) })
        .nullable()
        .default(null),
    report: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }).nullable().default(null),
    issue: dashboardSchema.nullable().default(null),
    pullRequests: pullRequestsSchema,
});
/**
 * The repository, its base, the dashboard and every pull request open against the base: one request, and one more per
 * further fifty.
 */
async function readOpenWork(github, { base, workflow, dashboard }) {
    const ask = (after) => askOpen(github, {
        base,
        baseRef: `refs/heads/${base}`,
        after,
        first: after === null,
        workflow: `HEAD:.github/workflows/${workflow}`,
        report: `HEAD:.github/workflows/${report_workflow/* reportWorkflow */.q}`,
        dashboard: dashboard ?? 0,
        hasDashboard: after === null && dashboard !== null,
    });
    const name = 'the query for open pull requests';
    const answerSchema = schemas/* object */.Ikc({
        viewer: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }),
        repository: repositorySchema.nullable(),
    });
    const { viewer, repository } = (0,parse_answer/* parseAnswer */.W)(answerSchema, await ask(null), name);
    if (repository === null) {
        throw new errors/* ConfigurationError */.j(`${github.owner}/${github.repo} cannot be seen with this token`, {
            remedy: 'Install the App on this repository and grant it `contents`, `pull-requests`, `checks` and `actions`.',
        });
    }
    if (repository.ref === null) {
        throw new errors/* ConfigurationError */.j(`the repository has no branch ${base}`, {
            remedy: 'Name the branch work is merged into in the configuration, or push it.',
        });
    }
    const pullRequests = await (0,connection/* readRemaining */.P)(repository.pullRequests, async (after) => {
        const schema = schemas/* object */.Ikc({ repository: schemas/* object */.Ikc({ pullRequests: pullRequestsSchema }) });
        return (0,parse_answer/* parseAnswer */.W)(schema, await ask(after), name).repository.pullRequests;
    });
    return { viewer: (0,bot_login/* withoutSuffix */.a)(viewer.login), repository, base: repository.ref, pullRequests };
}
/** Asked once more without what an older server does not know, where all of that can be done without. */
async function askOpen(github, variables) {
    try {
        return await github.graphql(documents/* openPullRequestsDocument */.Fe, variables);
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H) || error.unknownFields.length === 0)
            throw error;
        const unknown = dispensableFields.filter((field) => error.unknownFields.includes(field));
        if (!error.unknownFields.every((field) => unknown.some((known) => known === field)))
            throw error;
        return await github.graphql((0,documents/* composeOpenDocument */.Ey)(unknown), variables);
    }
}

// EXTERNAL MODULE: ./build/github/read-pull-requests.js
var read_pull_requests = __webpack_require__(1717);
// EXTERNAL MODULE: ./build/github/read-rules.js + 1 modules
var read_rules = __webpack_require__(5948);
// EXTERNAL MODULE: ./build/github/read-runs.js
var read_runs = __webpack_require__(71);
;// CONCATENATED MODULE: ./build/github/rules-facts.js
/** The rules of the base, rulesets and classic protection taken together: of two that differ the stricter one holds. */
function toRulesFacts(sources, bypass) {
    const { rules, branch, refUpdateRule } = sources;
    const pullRequest = rules.filter((rule) => rule.type === 'pull_request').map(({ parameters }) => parameters);
    const statusChecks = rules.filter((rule) => rule.type === 'required_status_checks');
    const approvals = pullRequest.map((parameters) => parameters.required_approving_review_count);
    const classicApprovals = refUpdateRule?.requiredApprovingReviewCount ?? null;
    return {
        requiredChecks: listRequiredChecks(sources),
        strict: statusChecks.some(({ parameters }) => parameters.strict_required_status_checks_policy) ||
            branch.protection?.required_status_checks?.strict === true,
        requiresPullRequest: pullRequest.length > 0 || classicApprovals !== null,
        requiredApprovals: Math.max(0, ...approvals, classicApprovals ?? 0),
        requiresCodeOwners: pullRequest.some((parameters) => parameters.require_code_owner_review) ||
            refUpdateRule?.requiresCodeOwnerReviews === true,
        requiresLastPushApproval: pullRequest.some((parameters) => parameters.require_last_push_approval),
        dismissesStaleApprovals: pullRequest.some((parameters) => parameters.dismiss_stale_reviews_on_push),
        requiresConversationResolution: pullRequest.some((parameters) => parameters.required_review_thread_resolution) ||
            refUpdateRule?.requiresConversationResolution === true,
        requiresMergeQueue: rules.some(({ type }) => type === 'merge_queue'),
        bypass,
        mergeMethods: listMergeMethods(sources),
    };
}
function listRequiredChecks({ rules, branch, refUpdateRule }) {
    const fromRulesets = rules
        .filter((rule) => rule.type === 'required_status_checks')
        .flatMap(({ parameters }) => parameters.required_status_checks)
        .map((check) => ({ name: check.context, appId: check.integration_id ?? null }));
    const named = [...fromRulesets, ...listClassicChecks(branch)];
    const visible = (refUpdateRule?.requiredStatusCheckContexts ?? []).filter((name) => name !== null);
    const unnamed = visible.filter((name) => !named.some((check) => check.name === name));
    const all = [...named, ...unnamed.map((name) => ({ name, appId: null }))];
    return [...new Map(all.map((check) => [JSON.stringify([check.name, check.appId]), check])).values()];
}
function listClassicChecks(branch) {
    const required = branch.protection?.required_status_checks;
    if (required === undefined || required.enforcement_level === 'off')
        return [];
    const checks = required.checks ?? required.contexts.map((context) => ({ context, app_id: null }));
    // Classic protection writes "any app" as -1.
    return checks.map(({ context, app_id }) => ({ name: context, appId: app_id === -1 ? null : app_id }));
}
function listMergeMethods({ rules, refUpdateRule, repository }) {
    const isLinear = refUpdateRule?.requiresLinearHistory === true || rules.some(({ type }) => type === 'required_linear_history');
    const allowed = {
        merge: repository.mergeCommitAllowed && !isLinear,
        squash: repository.squashMergeAllowed,
        rebase: repository.rebaseMergeAllowed,
    };
    const limits = rules
        .filter((rule) => rule.type === 'pull_request')
        .flatMap(({ parameters }) => parameters.allowed_merge_methods === undefined ? [] : [parameters.allowed_merge_methods]);
    const methods = ['merge', 'squash', 'rebase'];
    return methods.filter((method) => allowed[method] && limits.every((limit) => limit.includes(method)));
}

;// CONCATENATED MODULE: ./build/github/observe.js











/** All a pass knows of GitHub. The number of requests does not depend on the backlog, only on what is open. */
async function observeGitHub(github, question) {
    const [open, rules, branch, runs] = await Promise.all([
        readOpenWork(github, question),
        (0,read_rules/* readRules */.Kc)(github, question.base),
        (0,read_rules/* readBranch */.pG)(github, question.base),
        (0,read_runs/* readRuns */.xx)(github, question),
    ]);
    const [pullRequests, checks, judged] = await Promise.all([
        readOurs(github, question, open),
        (0,rollup/* readChecks */.w)(github, open.base.target.statusCheckRollup),
        judgeRules(github, { open, rules, branch, cache: question.rulesetCache }),
    ]);
    return {
        ...runs,
        ...judged,
        base: {
            branch: question.base,
            sha: open.base.target.oid,
            checks: [...checks, ...(0,suite_checks/* toUnfinishedChecks */.k5)(open.base.target.checkSuites)],
        },
        pullRequests,
        others: (0,own_checks/* isGateRequired */.jm)(judged.rules) ? listOthers(open, pullRequests) : [],
        viewer: open.viewer,
        repositoryId: open.repository.databaseId,
        defaultBranch: open.repository.defaultBranchRef.name,
        dashboard: open.repository.issue === null ? null : toSeenDashboard(open.repository.issue, open.viewer),
        hasReport: open.repository.report !== null,
        schedule: toSchedule(open.repository.workflow?.text ?? null, runs.scheduledStarts),
    };
}
async function readOurs(github, question, open) {
    const isOurs = (record) => !record.isCrossRepository && record.headRefName.startsWith(question.branchPrefix);
    const listed = open.pullRequests.filter((record) => isOurs(record) || question.tracked.includes(record.number));
    const others = question.tracked.filter((number) => !listed.some((record) => record.number === number));
    const records = [...listed, ...(await (0,read_pull_requests/* readPullRequests */.sT)(github, others))];
    return Promise.all(records.map((record) => (0,read_pull_requests/* completePullRequest */.su)(github, record)));
}
/** By what the one query brings of them: more than a hundred checks of theirs are worth no request. */
function listOthers({ pullRequests }, ours) {
    const known = new Set(ours.map(({ number }) => number));
    return pullRequests
        .filter(({ number }) => !known.has(number))
        .map(({ headRefOid, statusCheckRollup }) => {
        const checks = (0,check_facts/* toCheckFacts */.Fd)(statusCheckRollup?.contexts.nodes ?? []);
        return { headSha: headRefOid, hasGate: (0,own_checks/* hasGatePassed */.Km)(checks) };
    });
}
async function judgeRules(github, seen) {
    const { open, rules, branch, cache } = seen;
    const ids = [...new Set(rules.map(({ ruleset_id }) => ruleset_id))];
    const { answers, cache: rulesets } = await (0,read_rules/* readRulesetAnswers */.sf)(github, ids, {
        updatedAt: listUpdates(open),
        // Another token may be let past what this one is not.
        cache: cache?.viewer === open.viewer ? cache.rulesets : {},
    });
    const protection = branch.protection;
    const enforcement = protection?.required_status_checks?.enforcement_level;
    const bypass = (0,github_bypass/* judgeBypass */.U)({
        rulesets: answers,
        classic: {
            enabled: protection?.enabled === true,
            bindsAdmins: enforcement === undefined ? null : enforcement === 'everyone',
        },
        pullRequests: open.pullRequests.map(({ viewerCanMergeAsAdmin }) => viewerCanMergeAsAdmin),
    });
    const { repository, base } = open;
    const sources = { rules, branch, refUpdateRule: base.refUpdateRule, repository };
    return { rules: toRulesFacts(sources, bypass), rulesetCache: { viewer: open.viewer, rulesets } };
}
/** The schedules of the workflow file, as they stand there. */
function toSchedule(file, starts) {
    if (file === null)
        return null;
    const crons = [...file.matchAll(/^[ \t]*(?:-[ \t]*)?cron:[ \t]*(['"]?)([^'"#\n]+)\1/gm)].map(([, , cron = '']) => cron.trim());
    return { crons, starts };
}
function listUpdates({ repository }) {
    const rulesets = repository.rulesets?.nodes ?? [];
    return new Map(rulesets.flatMap((ruleset) => ruleset === null || ruleset.databaseId === null ? [] : [[ruleset.databaseId, ruleset.updatedAt]]));
}

// EXTERNAL MODULE: ./build/github/read-actor.js + 2 modules
var read_actor = __webpack_require__(7997);
// EXTERNAL MODULE: ./build/core/commands/parse-comment.js + 8 modules
var parse_comment = __webpack_require__(2196);
;// CONCATENATED MODULE: ./build/pass/newest-pulls.js


/** So many branches of a story are asked for at once; there is hardly ever a second. */
const generationsAtOnce = 3;
/** Of each story the newest pull request of the highest generation, whatever became of it. For no story nothing is asked. */
async function readNewestPulls(github, stories) {
    const found = new Map();
    let wanted = stories;
    for (let first = 1; wanted.length > 0; first += generationsAtOnce) {
        const generations = Array.from({ length: generationsAtOnce }, (_, index) => first + index);
        const branches = wanted.flatMap((number) => generations.map((generation) => (0,view/* branchOf */.W0)(number, generation)));
        for (const record of await (0,read_pull_requests/* readPullRequestsOfBranches */.Dd)(github, branches))
            keepNewest(found, record);
        wanted = wanted.filter((number) => generationOf(found.get(number)) === generations.at(-1));
    }
    return await Promise.all([...found.values()].map((record) => (0,read_pull_requests/* completePullRequest */.su)(github, record)));
}
function keepNewest(found, record) {
    const story = (0,view/* parseBranch */.Qd)(record.headRefName)?.story;
    if (story === undefined)
        return;
    const known = found.get(story);
    const order = generationOf(record) - generationOf(known) || record.number - (known?.number ?? 0);
    if (order > 0)
        found.set(story, record);
}
function generationOf(record) {
    return record === undefined ? 0 : ((0,view/* parseBranch */.Qd)(record.headRefName)?.generation ?? 0);
}

;// CONCATENATED MODULE: ./build/pass/gather-asked.js



/**
 * The pull requests of stories whose merge a person wants undone, where they are not known any more: a verified story has
 * left the ledger. Where nobody asks for that nothing is asked.
 */
async function gatherAsked(comments, known, github) {
    const stories = new Set(comments.flatMap(storiesToRevert));
    for (const { headRef } of known)
        stories.delete((0,view/* parseBranch */.Qd)(headRef)?.story ?? '');
    return await readNewestPulls(github, [...stories]);
}
/** Those of whoever may have it done at all: nobody else makes us ask for anything. */
function storiesToRevert({ actor, body, branch }) {
    if (!actor.canMaintain)
        return [];
    const here = branch === null ? null : (0,view/* parseBranch */.Qd)(branch);
    return (0,parse_comment/* parseComment */.v)(body).flatMap(({ reading }) => {
        if (reading.kind !== 'command' || reading.command.verb !== 'revert')
            return [];
        return reading.command.story ?? here?.story ?? [];
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/core/ledger.js + 9 modules
var core_ledger = __webpack_require__(2690);
// EXTERNAL MODULE: ./build/core/spending.js
var spending = __webpack_require__(6872);
// EXTERNAL MODULE: ./build/core/story.js
var core_story = __webpack_require__(2703);
;// CONCATENATED MODULE: ./build/pass/gather-contracted.js

/** Who made the newest handshake of the contracted stories whose agreement is not remembered, by loopctl's history. */
async function gatherContracted(stories, ledger, loopctl) {
    const forgotten = stories.filter(({ number, agentStatus }) => agentStatus === 'contracted' && (0,core_ledger/* recall */.I9)(ledger, number).agreement === null);
    const found = forgotten.map(async ({ id, number }) => {
        const entries = await loopctl.history(id);
        const handshake = entries.findLast(({ newState }) => newState['agent_status'] === 'contracted');
        const agent = handshake?.newState['agent_id'];
        return [number, typeof agent === 'string' ? agent : null];
    });
    return new Map(await Promise.all(found));
}

// EXTERNAL MODULE: ./build/pass/gather-drift.js
var gather_drift = __webpack_require__(9171);
;// CONCATENATED MODULE: ./build/core/readiness.js
/**
 * Which stories are ready and what blocks the others, as loopctl itself answers it: a story waits for its own
 * dependencies and for every story of the epics that its epic depends on. Null where the graph names what it does not
 * hold, a story of another project: then only loopctl can say.
 */
function findReadiness({ epics, storyDependencies, epicDependencies }) {
    const stories = new Map(epics.flatMap((epic) => epic.stories).map((story) => [story.id, story]));
    const openIn = new Map(epics.map(({ id, stories: own }) => [id, own.filter(isOpen)]));
    const ofStory = openTargets(storyDependencies, (id) => {
        const story = stories.get(id);
        return story === undefined ? null : [story].filter(isOpen);
    });
    const ofEpic = openTargets(epicDependencies, (id) => openIn.get(id) ?? null);
    if (ofStory === null || ofEpic === null)
        return null;
    const waiting = epics.flatMap(({ id: epicId, stories: own }) => own.map((story) => ({ story, waitsFor: [...(ofStory.get(story.id) ?? []), ...(ofEpic.get(epicId) ?? [])] })));
    const isFree = ({ story, waitsFor }) => waitsFor.length === 0 && story.agentStatus === 'pending';
    return {
        ready: new Set(waiting.filter(isFree).map(({ story }) => story.number)),
        blockers: new Map(waiting.flatMap(({ story, waitsFor }) => (waitsFor.length > 0 ? [[story.number, [...new Set(waitsFor)]]] : []))),
    };
}
/** Of each that waits, the open stories behind what it waits for; null where one of these is not known. */
function openTargets(edges, open) {
    const found = new Map();
    for (const { from, to } of edges) {
        const targets = open(to);
        if (targets === null)
            return null;
        const known = found.get(from) ?? [];
        for (const { number } of targets)
            known.push(number);
        found.set(from, known);
    }
    return found;
}
function isOpen({ verifiedStatus }) {
    return verifiedStatus !== 'verified';
}

;// CONCATENATED MODULE: ./build/pass/gather-readiness.js

/** What is ready and what blocks the rest: of the graph, which is one request, else as loopctl lists it, page by page. */
async function gatherReadiness(graph, { loopctl, project }) {
    const found = findReadiness(graph);
    if (found !== null)
        return found;
    const [ready, blocked] = await Promise.all([loopctl.listReady(project.id), loopctl.listBlocked(project.id)]);
    return {
        ready: new Set(ready.map(({ number }) => number)),
        blockers: new Map(blocked.map((row) => [row.story.number, row.blockers.map(({ number }) => number)])),
    };
}

;// CONCATENATED MODULE: ./build/pass/gather-backlog.js







/** Looks at loopctl: a few requests, and one more for every 500 stories. */
async function gatherBacklog(ledger, pass) {
    const { loopctl, project } = pass;
    const [graph, records, identities, tenant, budgets] = await Promise.all([
        // First, since it brings along what the stories' epics are.
        loopctl.dependencyGraph(project.id),
        loopctl.listStories(project.id),
        loopctl.identities(),
        loopctl.tenant(),
        loopctl.listBudgets(),
    ]);
    const stories = records.map(toFacts);
    const { ready, blockers } = await gatherReadiness(graph, pass);
    return {
        stories,
        ready,
        blockers,
        drift: (0,gather_drift/* findBlockingDrift */.i)(graph, blockers, ledger),
        contractedBy: await gatherContracted(stories, ledger, loopctl),
        rejections: await countRejections(stories, ledger, loopctl),
        identities: {
            implementer: identities.implementer.agentId,
            reviewer: identities.reviewer.agentId,
            orchestrator: identities.orchestrator.agentId,
        },
        maxConcurrentAgents: tenant.maxConcurrentAgents,
        spending: (0,spending/* findSpending */.sk)(budgets, { project: project.id, epics: graph.epics }),
    };
}
function toFacts(story) {
    return { ...story, criteriaHash: (0,external_node_crypto_.createHash)('sha256').update((0,core_story/* canonicalAgreement */.xD)(story)).digest('hex') };
}
/** Rejections that the ledger does not know of (it was lost, or somebody else rejected), by loopctl's own account. */
async function countRejections(stories, ledger, loopctl) {
    const unexplained = stories.filter(({ number, verifiedStatus }) => verifiedStatus === 'rejected' && (0,core_ledger/* recall */.I9)(ledger, number).rejections === 0);
    const counts = await Promise.all(unexplained.map(async ({ id, number }) => {
        const results = await loopctl.verifications(id);
        return [number, results.filter(({ result }) => result === 'fail').length];
    }));
    return new Map(counts);
}

// EXTERNAL MODULE: ./build/core/base.js
var core_base = __webpack_require__(5585);
// EXTERNAL MODULE: ./build/core/repair.js
var repair = __webpack_require__(4157);
// EXTERNAL MODULE: ./build/github/read-commit-checks.js
var read_commit_checks = __webpack_require__(4860);
;// CONCATENATED MODULE: ./build/pass/gather-base.js




/** While the tip is not proven: the checks of the merges that wait for it, each of which its own can prove. */
async function gatherMergeChecks(base, ledger, { github, policy, now }) {
    if ((0,core_base/* judgeBase */.fL)(base, ledger, policy, now()).kind === 'proven')
        return new Map();
    const merges = Object.entries(ledger.stories).flatMap(([number, { merged }]) => merged === null || (0,repair/* isRepair */.c3)(number) ? [] : merged.sha);
    return await (0,read_commit_checks/* readCommitChecks */.D)(github, [...new Set(merges)].filter((merge) => merge !== base.sha));
}
/** The base with the ends of the logs that say why it is red, for the author who is to mend it; nobody at work on it means it is next. */
async function explainBase(base, ledger, { github, policy }) {
    const isBusy = Object.values(ledger.flights).some(({ story }) => story !== null && (0,repair/* isRepair */.c3)(story));
    const failed = isBusy ? [] : (0,core_base/* findFailures */.rB)(base, policy);
    if (failed.length === 0)
        return base;
    const others = base.checks.filter((check) => !failed.includes(check));
    return { ...base, checks: [...others, ...(await readFailureLogs(github, failed))] };
}

// EXTERNAL MODULE: ./build/core/commands/hearing.js
var hearing = __webpack_require__(7170);
;// CONCATENATED MODULE: ./build/core/comment-cursor.js
/** A comment that is written may come into the list a moment later than another one that was written after it. */
const lateMs = 60_000;
const secondMs = 1000;
/** From where the next list of comments goes on, so that none is missed and few are listed twice; null: from where this one did. */
function nextCursor({ since, newest, isCut, listedAt }) {
    // Comments that nobody follows would else be all that is listed from there, again and again.
    if (isCut)
        return newest > since ? newest : since + secondMs;
    const next = newest < listedAt - lateMs ? newest + secondMs : newest - lateMs;
    return next > since ? next : null;
}

;// CONCATENATED MODULE: ./build/github/read-comment-places.js



const commentsPerQuery = 100;
const answers = ['ROCKET', 'THUMBS_DOWN'];
const placeSchema = schemas/* object */.Ikc({
    lastEditedAt: schemas/* string */.YjP().nullable(),
    issue: schemas/* object */.Ikc({ number: schemas/* number */.aig(), viewerDidAuthor: schemas/* boolean */.zMY() }),
    pullRequest: schemas/* object */.Ikc({ headRefName: schemas/* string */.YjP(), isCrossRepository: schemas/* boolean */.zMY() }).nullable(),
    reactionGroups: schemas/* array */.YOg(schemas/* object */.Ikc({ content: schemas/* string */.YjP(), viewerHasReacted: schemas/* boolean */.zMY() })).nullable(),
})
    .transform(({ lastEditedAt, issue, pullRequest, reactionGroups }) => ({
    number: issue.number,
    isOnIssueOfOurs: pullRequest === null && issue.viewerDidAuthor,
    branch: pullRequest === null || pullRequest.isCrossRepository ? null : pullRequest.headRefName,
    isEdited: lastEditedAt !== null,
    isAnswered: (reactionGroups ?? []).some(({ content, viewerHasReacted }) => viewerHasReacted && answers.includes(content)),
}));
const answerSchema = schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(placeSchema.nullable()) });
/** The places of comments by node id, in the same order; null for one that was deleted. One query a hundred. */
async function readCommentPlaces(github, nodeIds) {
    const places = [];
    for (let start = 0; start < nodeIds.length; start += commentsPerQuery) {
        const ids = nodeIds.slice(start, start + commentsPerQuery);
        const answer = await github.graphql(documents/* commentsDocument */.u7, { ids });
        places.push(...(0,parse_answer/* parseAnswer */.W)(answerSchema, answer, 'the query for comments').nodes);
    }
    return places;
}

// EXTERNAL MODULE: ./build/github/read-comments.js
var read_comments = __webpack_require__(8707);
;// CONCATENATED MODULE: ./build/pass/gather-comments.js





/** How far back is looked where nothing is remembered: what is older was said to somebody who knew more. */
const firstLookMs = 7 * 86_400_000;
/** Lists what was said; one request. A token that may not read comments hears nothing, and the pass goes on. */
async function listComments(ledger, { github, now, log }) {
    const since = ledger.heard.since ?? now() - firstLookMs;
    try {
        return { since, ...(await (0,read_comments/* readCommentsSince */.j)(github, toIso(since))) };
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H) || (error.status !== 403 && error.status !== 404))
            throw error;
        log(`! comments cannot be read, and nobody's commands in them are heard: ${error.message}`);
        return { since, comments: [], isCut: false };
    }
}
/**
 * The comments that may be commands for us: by a person, never edited, with a command in it, on a pull request of ours
 * or on the dashboard, and not answered yet. Costs a request only where there is one.
 */
async function gatherComments(listed, { ledger, pass, readActor }) {
    const chosen = (0,hearing/* chooseAsked */._E)(listed, ledger.heard.handled);
    if (chosen === null)
        return { comments: [], until: null };
    const { asked, isCut } = chosen;
    const listedAt = pass.github.clock() ?? pass.now();
    const newest = Date.parse(chosen.newest.updatedAt);
    const until = nextCursor({ since: listed.since, newest, isCut, listedAt });
    const places = await readCommentPlaces(pass.github, asked.map(({ nodeId }) => nodeId));
    const pullRequests = new Set(Object.values(ledger.stories).flatMap(({ pullRequest }) => pullRequest ?? []));
    const heard = asked.flatMap((comment, index) => {
        const place = places[index] ?? null;
        return place !== null && (0,hearing/* isForUs */.AB)(place, pullRequests) ? [{ comment, place }] : [];
    });
    const said = await Promise.all(heard.map((one) => gather_comments_toFacts(one, readActor)));
    const facts = said.filter(hearing/* isWorthReading */.VW);
    return { comments: facts.toSorted((left, right) => left.writtenAt - right.writtenAt), until };
}
async function gather_comments_toFacts({ comment, place }, readActor) {
    return {
        id: String(comment.id),
        source: 'comment',
        on: place.number,
        branch: place.branch,
        actor: await readActor(comment.author ?? ''),
        writtenAt: Date.parse(comment.createdAt),
        aboutUntil: Date.parse(comment.createdAt),
        body: comment.body,
    };
}
function toIso(instant) {
    return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

;// CONCATENATED MODULE: ./build/pass/gather-dashboard.js
/** The dashboard as it was seen, and its ticks as commands by whoever ticked them. A closed one says nothing. */
async function gatherDashboard(seen, { handled }, readActor) {
    if (seen === null)
        return { dashboard: null, ticks: [] };
    const { ticks: reading, ...facts } = seen;
    if (!seen.isOpen)
        return { dashboard: { ...facts, unsure: null }, ticks: [] };
    if (reading.kind === 'unsure')
        return { dashboard: { ...facts, unsure: reading }, ticks: [] };
    const ticks = await Promise.all(reading.ticks
        .filter(({ id }) => !Object.hasOwn(handled, id))
        .map(async ({ id, command, editor, at, textAt }) => {
        const actor = await readActor(editor);
        const body = `/orchestrate ${command}`;
        const said = { writtenAt: at, aboutUntil: textAt, body };
        return { id, source: 'tick', on: seen.number, branch: null, actor, ...said };
    }));
    return { dashboard: { ...facts, unsure: null }, ticks };
}

// EXTERNAL MODULE: ./build/core/tree-refusals.js + 1 modules
var tree_refusals = __webpack_require__(9537);
// EXTERNAL MODULE: ./build/git/git-error.js
var git_error = __webpack_require__(3664);
// EXTERNAL MODULE: ./build/git/judge-work.js + 6 modules
var judge_work = __webpack_require__(1067);
;// CONCATENATED MODULE: ./build/git/judge-commit.js



/** Judges a commit that a bare repository of ours holds with its history; what git cannot read is a fault. */
async function judgeCommit(repository, request) {
    try {
        // The same limits as in a quarantine: large files are not read whole, and no allocation is without end.
        return await (0,judge_work/* judgeWork */.v)(request, tree_refusals/* defaultTreeLimits */.c, {
            gitDir: repository,
            env: { GIT_ALLOC_LIMIT: '500m' },
            config: { 'core.bigFileThreshold': '5m', 'protocol.allow': 'never' },
            timeoutSeconds: 120,
        });
    }
    catch (error) {
        if (!(error instanceof git_error/* GitError */.X))
            throw error;
        return { kind: 'fault', detail: `git could not read ${request.head}: ${error.message.slice(0, 1000)}` };
    }
}

// EXTERNAL MODULE: ./build/git/repository.js
var repository = __webpack_require__(5799);
// EXTERNAL MODULE: ./build/git/git.js + 1 modules
var git_git = __webpack_require__(8253);
;// CONCATENATED MODULE: ./build/git/update-merge.js

/** Whether a commit has exactly the parents of a branch's update: the accepted head first, then a commit of the base. */
async function isUpdateMerge(repository, question) {
    const git = { gitDir: repository };
    const { stdout } = await (0,git_git/* runGit */.E)(['rev-parse', `${question.head}^@`], git);
    const [first, second, ...others] = stdout.split('\n').filter((line) => line !== '');
    if (first !== question.accepted || second === undefined || others.length > 0)
        return false;
    const { exitCode } = await (0,git_git/* runGit */.E)(['merge-base', '--is-ancestor', second, question.baseSha], { ...git, accept: [1] });
    return exitCode === 0;
}

// EXTERNAL MODULE: ./build/pass/git-trouble.js
var git_trouble = __webpack_require__(1386);
;// CONCATENATED MODULE: ./build/pass/gather-heads.js








/**
 * The heads of our open pull requests that are not the accepted ones, judged like an outcome's work, by number of the
 * pull request. Where somebody is at work on the branch nothing is judged; where nothing moved nothing is fetched.
 */
async function gatherHeads(seen, ledger, pass) {
    const strange = seen.pullRequests.flatMap((pullRequest) => {
        const owner = findOwner(pullRequest, seen, ledger);
        return owner !== null && isStrange(pullRequest, owner, ledger, pass) ? [{ pullRequest, owner }] : [];
    });
    if (strange.length === 0)
        return new Map();
    await (0,repository/* ensureRepository */.z0)(pass.history);
    const heads = strange.map(({ pullRequest }) => pullRequest.headSha);
    await fetchMissing([seen.baseSha, ...heads], pass.history);
    const facts = [];
    // One after the other: each is several processes already.
    for (const { pullRequest, owner } of strange) {
        facts.push([pullRequest.number, await judgeHead(pullRequest.headSha, owner, seen.baseSha, pass)]);
    }
    return new Map(facts);
}
/** The unfinished story a pull request is of: the one that remembers it, else the one its branch is named after. */
function findOwner(pullRequest, { stories }, ledger) {
    const remembered = Object.keys(ledger.stories).find((number) => (0,core_ledger/* recall */.I9)(ledger, number).pullRequest === pullRequest.number);
    const named = remembered === undefined ? (0,view/* parseBranch */.Qd)(pullRequest.headRef) : null;
    const number = remembered ?? named?.story;
    if (number === undefined)
        return null;
    const story = stories.find((candidate) => candidate.number === number);
    const memory = (0,core_ledger/* recall */.I9)(ledger, number);
    if (story === undefined ? remembered === undefined && !(0,repair/* isRepair */.c3)(number) : (0,core_story/* isDone */.$L)(story))
        return null;
    if (named !== null && (memory.pullRequest !== null || named.generation < memory.generation))
        return null;
    return { memory, deliverables: story?.deliverables ?? [] };
}
function isStrange({ state, isFork, baseRef, headRef, headSha }, { memory }, { flights }, { settings }) {
    if (state !== 'OPEN' || isFork || baseRef !== settings.base || memory.head?.sha === headSha)
        return false;
    return !Object.values(flights).some(({ branch }) => branch === headRef);
}
/** In one go, or one by one where one of them is gone already: what is missing then is told by whoever needs it. */
async function fetchMissing(commits, history) {
    const missing = [];
    for (const commit of new Set(commits))
        if (!(await (0,repository/* hasCommit */.QE)(history, commit)))
            missing.push(commit);
    if (missing.length === 0 || (await (0,git_trouble/* withGitTrouble */.m)((0,repository/* fetchInto */.DL)(history, { commits: missing }))))
        return;
    for (const commit of missing)
        await (0,git_trouble/* withGitTrouble */.m)((0,repository/* fetchInto */.DL)(history, { commits: [commit] }));
}
async function judgeHead(sha, { memory, deliverables }, baseSha, { history, settings }) {
    const accepted = memory.head;
    if (!(await (0,repository/* hasCommit */.QE)(history, sha)) || !(await (0,repository/* hasCommit */.QE)(history, baseSha))) {
        return { sha, kind: 'push', work: null, fault: `${sha} is gone from the repository` };
    }
    const judged = await judgeCommit(history.directory, {
        head: sha,
        startSha: accepted?.sha ?? null,
        baseSha,
        // What an agent promised besides is not known any more but for what was not there.
        deliverables: [...new Set([...deliverables, ...(accepted?.missingDeliverables ?? [])])],
        protectedPaths: settings.protectedPaths,
    });
    if (judged.kind === 'fault')
        return { sha, kind: 'push', work: null, fault: judged.detail };
    const { work } = judged;
    const isUpdate = accepted !== null &&
        work.patchId !== '' &&
        work.patchId === accepted.patchId &&
        (await isUpdateMerge(history.directory, { head: sha, accepted: accepted.sha, baseSha }));
    return { sha, kind: isUpdate ? 'update' : 'push', work, fault: null };
}

// EXTERNAL MODULE: ./build/core/stages/ownership.js
var ownership = __webpack_require__(517);
;// CONCATENATED MODULE: ./build/pass/gather-lost.js





/**
 * The pull requests of stories that are under way in our name, or were rejected, and of which the ledger knows none (any
 * more): of each the newest, of the highest generation. Without such stories nothing is asked.
 */
async function gatherLost(seen, ledger, github) {
    return await readNewestPulls(github, findLost(seen, ledger).map(({ number }) => number));
}
function findLost({ stories, pullRequests, ...owners }, ledger) {
    const busy = new Set(Object.values(ledger.flights).map(({ story }) => story));
    const open = new Set(pullRequests.flatMap(({ headRef }) => (0,view/* parseBranch */.Qd)(headRef)?.story ?? []));
    return stories.filter((story) => {
        if (busy.has(story.number) || open.has(story.number))
            return false;
        // It had a pull request, unless somebody else had it.
        if ((0,core_story/* isRejected */.TK)(story))
            return !Object.hasOwn(ledger.stories, story.number);
        const { pullRequest, merged, kept } = (0,core_ledger/* recall */.I9)(ledger, story.number);
        return isUnderWay(story, owners) && pullRequest === null && merged === null && kept === null;
    });
}
function isUnderWay(story, { contractedBy, identities }) {
    if (story.agentStatus === 'pending' || (0,core_story/* isDone */.$L)(story))
        return false;
    return (0,ownership/* holderOf */.Kd)(story, contractedBy) === identities.implementer;
}

// EXTERNAL MODULE: ./build/github/merge-queue.js
var merge_queue = __webpack_require__(1444);
// EXTERNAL MODULE: ./build/github/merge-request.js
var merge_request = __webpack_require__(7362);
;// CONCATENATED MODULE: ./build/pass/gather-merging.js



/**
 * How the merges stand that were asked for and have not ended; where the rules have a queue, also who is in it. Costs
 * nothing where neither is the case.
 */
async function gatherMerging({ pullRequests, rules }, ledger, github) {
    const open = pullRequests.filter(({ state }) => state === 'OPEN').map(({ number }) => number);
    const asked = listAsked(ledger).filter(({ number }) => open.includes(number));
    const requests = await Promise.all(asked.map(async ({ number, uuid }) => [number, uuid === null ? null : await readRequest(number, uuid, github)]));
    const inQueue = requests.filter(([, request]) => request === null).map(([number]) => number);
    const places = await (0,merge_queue/* readQueuePlaces */.y)(github, rules.requiresMergeQueue ? open : inQueue);
    return new Map([
        ...requests.flatMap(([number, request]) => (request === null ? [] : [[number, request]])),
        ...places.flatMap((place) => {
            const facts = gather_merging_toFacts(place, inQueue.includes(place.number));
            return facts === null ? [] : [[place.number, facts]];
        }),
    ]);
}
function listAsked(ledger) {
    return Object.keys(ledger.stories).flatMap((story) => {
        const { merging, pullRequest } = (0,core_ledger/* recall */.I9)(ledger, story);
        return merging === null || pullRequest === null ? [] : [{ number: pullRequest, uuid: merging.uuid }];
    });
}
/** What GitHub says of an asynchronous merge; null where it went into the queue. */
async function readRequest(number, uuid, github) {
    const request = (await (0,merge_request/* readMergeRequest */.ae)(github, number, uuid)) ?? merge_request/* forgottenMerge */.xr;
    switch (request.status) {
        case 'pending':
            return { kind: 'pending', detail: `#${number}` };
        case 'merged':
            return notShownYet(number);
        case 'failed':
            return { kind: 'ended', detail: request.details.message };
        case 'enqueued':
            return null;
    }
}
function gather_merging_toFacts({ number, state, entry, removed }, isAsked) {
    if (entry !== null) {
        const words = entry.state.toLowerCase().replaceAll('_', ' ');
        return { kind: 'queued', detail: `#${number} at position ${entry.position}, ${words}` };
    }
    if (!isAsked)
        return null;
    if (state === 'MERGED')
        return notShownYet(number);
    return { kind: 'ended', detail: `the merge queue took it out${removed === null ? '' : `: ${removed}`}` };
}
/** Of a pull request that was still open when it was looked at. */
function notShownYet(number) {
    return { kind: 'pending', detail: `#${number} is merged, and not shown as that yet` };
}

// EXTERNAL MODULE: ./build/git/is-ancestor.js
var is_ancestor = __webpack_require__(8125);
;// CONCATENATED MODULE: ./build/pass/gather-missing-merges.js




/**
 * The merges that wait for their proof and that the tip does not contain: somebody has put the base back. Nothing is
 * fetched where the tip is the merge itself, or what it was made into.
 */
async function gatherMissingMerges(tip, ledger, { history }) {
    const waiting = Object.entries(ledger.stories).flatMap(([number, { merged }]) => merged === null || (0,repair/* isRepair */.c3)(number) || merged.sha === tip || merged.baseBefore === tip ? [] : merged.sha);
    if (waiting.length === 0)
        return new Set();
    await (0,repository/* ensureRepository */.z0)(history);
    // A tip brings everything along that it contains; one that is gone already is seen anew by the next look.
    if (!(await (0,git_trouble/* withGitTrouble */.m)((0,repository/* fetchInto */.DL)(history, { commits: [tip] }))))
        return new Set(waiting);
    // A merge that was never fetched is in no history that was.
    const found = await Promise.all(waiting.map((merge) => (0,is_ancestor/* isAncestor */.Q)(merge, tip, { gitDir: history.directory })));
    return new Set(waiting.filter((_, index) => !found[index]));
}

// EXTERNAL MODULE: ./build/core/due-merges.js
var due_merges = __webpack_require__(5436);
;// CONCATENATED MODULE: ./build/pass/gather-reverts.js


/**
 * Of the merges that are ours and would be verified now, those that were reverted, by the numbers of both pull requests:
 * by a person, or by us when the ledger was another one. Without such merges nothing is asked.
 */
async function gatherReverts(seen, ledger, { github, policy, now }) {
    const due = (0,due_merges/* listDueMerges */.J)(seen, ledger, policy, now());
    if (due.length === 0)
        return new Map();
    // GitHub's own name for the branch of a revert.
    const branches = new Map(due.map(({ number, headRef }) => [`revert-${number}-${headRef}`, number]));
    const found = await (0,read_pull_requests/* readPullRequestsOfBranches */.Dd)(github, [...branches.keys()]);
    const merged = found.filter(({ state, baseRefName }) => state === 'MERGED' && baseRefName === seen.base.branch);
    return new Map(merged.map(({ headRefName, number }) => [branches.get(headRefName) ?? 0, number]));
}

// EXTERNAL MODULE: ./build/core/rehearsal.js
var rehearsal = __webpack_require__(4789);
;// CONCATENATED MODULE: ./build/pass/gather-strays.js


/** The agents at work that the ledger does not know: one request for each run of which it remembers nothing. */
async function gatherStrays({ unfinishedRuns, own }, { flights }, github) {
    const known = new Set([own, ...Object.values(flights).map(({ run }) => run)]);
    const unknown = unfinishedRuns.filter((run) => !known.has(run));
    const found = await Promise.all(unknown.map((run) => readStrays(run, github)));
    return found.flat();
}
async function readStrays(run, github) {
    const assignments = await (0,legs/* readAgentsAtWork */.FD)(github, run);
    // In a rehearsal no agent works.
    const strays = assignments.filter((id) => (0,rehearsal/* parseRehearsalId */.oq)(id) === null);
    return strays.map((assignment) => ({ run, assignment }));
}

;// CONCATENATED MODULE: ./build/pass/gather.js

















/** Looks at loopctl and at GitHub: everything a decision may depend on, as plain facts. */
async function gather(ledger, { outcome, before }, pass) {
    const earlier = before?.look ?? null;
    const [backlog, seen, judged] = await Promise.all([
        gatherBacklog(ledger, pass),
        before?.isPast === false ? before.look : lookAtAll(earlier, ledger, pass),
        outcome,
    ]);
    const look = 'legs' in seen ? seen : await lookCloser({ ...seen, earlier }, backlog, ledger, pass);
    const { observed, legs, strays, heads, mergeChecks, reverts, merging, missingMerges, heard, dashboard } = look;
    const world = {
        ...backlog,
        viewer: observed.viewer,
        heads,
        mergeChecks,
        reverts,
        merging,
        missingMerges,
        base: await explainBase(observed.base, ledger, pass),
        rules: observed.rules,
        pullRequests: await explainFailures(observed.pullRequests, ledger, pass),
        others: observed.others,
        runs: observed.runs,
        queuedRuns: observed.queuedRuns,
        strays,
        legs,
        outcome: judged,
        heard,
        clock: pass.github.clock() ?? pass.now(),
        dashboard,
        hasReport: observed.hasReport,
        schedule: observed.schedule,
        rulesetCache: observed.rulesetCache,
        budgets: pass.github.budgets(),
        pass: pass.facts,
    };
    return { world, look };
}
async function lookAtAll(earlier, ledger, pass) {
    const [observed, said] = await Promise.all([
        observe({ newest: newestRuns(earlier, pass) }, ledger, pass),
        listComments(ledger, pass),
    ]);
    // How the clock keeps its time is told by more runs than a later look lists.
    return { observed: earlier === null ? observed : { ...observed, schedule: earlier.observed.schedule }, said };
}
/** What is read only because of what was seen. */
async function lookCloser({ observed, said, earlier }, backlog, ledger, pass) {
    const { pullRequests, unfinishedRuns } = observed;
    const readActor = (0,read_actor/* createActorReader */.Z)(pass.github, pass.policy.teams);
    const [mergeChecks, merging, missingMerges, legs, strays, heads, lost, comments, { dashboard, ticks }] = await Promise.all([
        gatherMergeChecks(observed.base, ledger, pass),
        gatherMerging(observed, ledger, pass.github),
        gatherMissingMerges(observed.base.sha, ledger, pass),
        gatherLegs(ledger, observed.runs, pass),
        // Since the first look nobody else could send an agent: that takes a save, and none came before ours.
        earlier?.strays ?? gatherStrays({ unfinishedRuns, own: pass.facts.run }, ledger, pass.github),
        gatherHeads({ baseSha: observed.base.sha, pullRequests, stories: backlog.stories }, ledger, pass),
        gatherLost({ ...backlog, pullRequests }, ledger, pass.github),
        gatherComments(said, { ledger, pass, readActor }),
        gatherDashboard(observed.dashboard, ledger.heard, readActor),
    ]);
    const asked = await gatherAsked(comments.comments, [...pullRequests, ...lost], pass.github);
    const seen = { ...observed, pullRequests: [...pullRequests, ...lost, ...asked] };
    return {
        observed: seen,
        legs,
        strays,
        heads,
        mergeChecks,
        reverts: await gatherReverts({ ...seen, stories: backlog.stories, mergeChecks }, ledger, pass),
        merging,
        missingMerges,
        heard: { ...comments, comments: inOrder([...comments.comments, ...ticks]) },
        dashboard,
    };
}
/**
 * How many of the workflow's newest runs are listed, of each of which GitHub tells 12 kB. Agents that the ledger does not
 * know are looked for once, and farthest back by whoever may send others.
 */
function newestRuns(earlier, { facts }) {
    if (earlier !== null)
        return 30;
    return facts.canDispatch ? 100 : 50;
}
function observe({ newest }, ledger, { github, settings, policy }) {
    const { rulesetCache } = ledger;
    const remembered = Object.values(ledger.stories).flatMap(({ pullRequest }) => pullRequest ?? []);
    const ordered = ledger.orders.flatMap((order) => (order.kind === 'revert' ? order.pullRequest : []));
    const tracked = [...new Set([...remembered, ...ordered])];
    const runs = [...new Set(Object.values(ledger.flights).map(({ run }) => run))];
    return observeGitHub(github, {
        base: settings.base,
        branchPrefix: view/* branchPrefix */.$j,
        tracked,
        workflow: settings.workflow,
        runs,
        newest,
        dashboard: policy.dashboard ? (ledger.shown[shown/* dashboardKey */.a]?.id ?? null) : null,
        rulesetCache,
    });
}
function inOrder(comments) {
    return comments.toSorted((left, right) => left.writtenAt - right.writtenAt);
}
/** How the jobs of assignments ended whose run is over without their having been settled. */
async function gatherLegs(ledger, runs, { github }) {
    const ended = Object.values(ledger.flights).filter(({ run }) => runs.get(run)?.status === 'completed');
    const legsByRun = await Promise.all([...new Set(ended.map(({ run }) => run))].map((run) => (0,legs/* readLegs */.C0)(github, run, runs.get(run)?.attempt ?? 1)));
    const found = new Map(legsByRun.flatMap((legs) => [...legs]));
    return new Map(ended.map((flight) => [flight.id, found.get(flight.id) ?? missingLeg(flight)]));
}
function missingLeg({ id }) {
    return { assignment: id, agent: 'missing', settle: 'missing', settleJobId: null };
}
/** The ends of the logs of failed checks, for the author who is to mend them; nobody at work on it means it is next. */
async function explainFailures(pullRequests, ledger, { github }) {
    const busy = new Set(Object.values(ledger.flights).map(({ branch }) => branch));
    return await Promise.all(pullRequests.map(async (pullRequest) => {
        if (pullRequest.state !== 'OPEN' || busy.has(pullRequest.headRef))
            return pullRequest;
        return { ...pullRequest, checks: await readFailureLogs(github, pullRequest.checks) };
    }));
}


/***/ }),

/***/ 1386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ withGitTrouble)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _git_git_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3664);


/** Does what needs GitHub's git; its trouble on the way is trouble that may pass, as that of GitHub's API is. */
async function withGitTrouble(work) {
    try {
        return await work;
    }
    catch (error) {
        if (!(error instanceof _git_git_error_js__WEBPACK_IMPORTED_MODULE_1__/* .GitError */ .X) || !(0,_git_git_error_js__WEBPACK_IMPORTED_MODULE_1__/* .spokeToRemote */ .I)(error))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .H(error.message, {
            request: `git ${error.command.split(' ', 1)[0]}`,
            status: null,
            requestId: null,
            retryable: true,
            cause: error,
        });
    }
}


/***/ }),

/***/ 689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OO: () => (/* binding */ loadLedger),
/* harmony export */   PA: () => (/* binding */ isLeased),
/* harmony export */   _e: () => (/* binding */ takeLease),
/* harmony export */   dS: () => (/* binding */ saveLedger),
/* harmony export */   oK: () => (/* binding */ leaseMinutes)
/* harmony export */ });
/* harmony import */ var _core_instant_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5079);
/* harmony import */ var _core_ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2690);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);



const stateKey = 'main';
/** Shorter than the trusted jobs' own time limit in the example workflows (15 minutes). */
const leaseMinutes = 10;
/**
 * How much longer than `until` others wait: as far as two machines' clocks may be apart, and as long as it takes until
 * the job that took the lease has ended by its own time limit.
 */
const skewMinutes = 5;
/** Loads the ledger; one that cannot be read or is newer than this release stops the pass: it is never guessed at. */
async function loadLedger({ loopctl, project }) {
    const { version, data } = await loopctl.loadState(project.id, stateKey);
    if (data === null)
        return { ledger: _core_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .emptyLedger */ .Hg, version };
    const reading = (0,_core_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLedger */ .h8)(data);
    switch (reading.kind) {
        case 'ledger':
            return { ledger: reading.ledger, version };
        case 'newer':
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j(`The ledger has version ${reading.version}, which is newer than this release knows.`, {
                remedy: 'Use the release of Orchestrate that wrote it, or a later one, in both workflow files.',
            });
        case 'unreadable':
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j(`The ledger cannot be read.\n${reading.detail}`, {
                remedy: 'Restore the state from an earlier commit of the state branch (or an earlier version of the orchestrator state), or remove it: what can be derived from loopctl, git and GitHub is derived again.',
            });
    }
}
/** Whether a lease is somebody else's and alive: no pass starts under it. */
function isLeased(lease, pass) {
    if ((0,_core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .addMinutes */ .z)(lease.until, skewMinutes) <= pass.now())
        return false;
    const { run, attempt, holder } = pass.facts;
    return lease.run !== run || lease.attempt !== attempt || lease.holder !== holder;
}
/**
 * Swaps lease and intents into the ledger; null when somebody else saved in between, who then is the only one to act.
 */
async function takeLease(held, intents, pass) {
    const { run, attempt, holder } = pass.facts;
    const lease = { run, attempt, holder, until: (0,_core_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .addMinutes */ .z)(pass.now(), leaseMinutes) };
    return await saveLedger({ ...held, ledger: { ...held.ledger, lease, intents: [...intents] } }, pass);
}
/** Saves by compare-and-swap; null when the version is not the current one any more. */
async function saveLedger({ ledger, version }, { loopctl, project }) {
    const saving = await loopctl.saveState(project.id, stateKey, ledger, version);
    return saving.saved ? { ledger, version: saving.version } : null;
}


/***/ }),

/***/ 846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ul: () => (/* binding */ renderHold),
/* harmony export */   sK: () => (/* binding */ capitalise),
/* harmony export */   wJ: () => (/* binding */ remedyFor)
/* harmony export */ });
/* harmony import */ var _core_end_sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7337);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9973);
/* harmony import */ var _core_utc_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6848);
/* harmony import */ var _sanitise_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4123);




/** A hold where it stays on GitHub: what, what was seen, since when, and what to do about exactly this story. */
function renderHold({ code, detail }, story, since) {
    const { title } = _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .reasons */ .Ot[code];
    const seen = detail === '' ? '' : `: ${(0,_sanitise_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitiseLine */ .lg)(detail, 500)}`;
    const from = since === null ? '' : ` Since ${(0,_core_utc_js__WEBPACK_IMPORTED_MODULE_2__/* .tellMoment */ .Ae)(since)}.`;
    return [`${(0,_core_end_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .endSentence */ .H)(`**${capitalise(title)}**${seen}`)}${from}`, '', `What to do: ${remedyFor(code, story)}`];
}
/** What to do about a reason, with the number of the story where a command asks for one. */
function remedyFor(code, story) {
    return _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .reasons */ .Ot[code].remedy.replaceAll(/\bSTORY\b/g, (0,_sanitise_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitiseLine */ .lg)(story));
}
/** The first letter as a sentence begins with it. */
function capitalise(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}


/***/ })

};
