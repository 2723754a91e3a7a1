export const id = 297;
export const ids = [297];
export const modules = {

/***/ 4985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ cutShort)
/* harmony export */ });
/** The most that is kept of one text that an agent or a log wrote: enough to act on, and the ledger stays small. */
const longest = 2000;
/** The text, or its beginning where it is longer than what is kept of one. */
function cutShort(text) {
    return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}


/***/ }),

/***/ 8519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ decide)
});

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
    finish: { requests: 0, isFirst: true },
    adopt: { requests: 4, isFirst: false },
    unclaim: { requests: 3, isFirst: false },
    drop_repair: { requests: 3, isFirst: false },
    revert: { requests: 8, isFirst: false },
    start_base_ci: { requests: 6, isFirst: false },
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

// EXTERNAL MODULE: ./build/core/degraded.js
var degraded = __webpack_require__(7410);
// EXTERNAL MODULE: ./build/core/earlier-life.js
var earlier_life = __webpack_require__(4781);
// EXTERNAL MODULE: ./build/core/ledger.js
var core_ledger = __webpack_require__(8365);
// EXTERNAL MODULE: ./build/core/checks.js
var core_checks = __webpack_require__(4813);
// EXTERNAL MODULE: ./build/core/instant.js
var instant = __webpack_require__(5079);
// EXTERNAL MODULE: ./build/core/cut-short.js
var cut_short = __webpack_require__(4985);
;// CONCATENATED MODULE: ./build/core/standing.js

/**
 * Whether the verdict we remember is about this story as it reads now and about the diff of the accepted head: the
 * same criteria hash, the same stable patch id. A base that moved keeps it.
 */
function isVerdictValid({ story, memory }) {
    const { verdict, head } = memory;
    return (verdict !== null && head !== null && verdict.criteriaHash === story.criteriaHash && verdict.patchId === head.patchId);
}
/** Whether that verdict passes, and is another identity's than the author's. */
function isVerdictPassing(view, { identities }) {
    const { verdict } = view.memory;
    return isVerdictValid(view) && verdict?.review.result === 'pass' && verdict.reviewer !== identities.implementer;
}
/** What a failed review asks of the next author. */
function feedbackOfVerdict({ review, headSha }) {
    return {
        kind: 'review_failed',
        summary: (0,cut_short/* cutShort */.V)(review.summary),
        items: review.findings.map(({ severity, ac_id, description, file }) => (0,cut_short/* cutShort */.V)(`${severity}${ac_id ? ` ${ac_id}` : ''}${file ? ` (${file})` : ''}: ${description}`)),
        headSha,
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
    const isReviewed = memory.verdict?.review.result === 'pass' && isVerdictValid(view);
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

// EXTERNAL MODULE: ./build/core/repair.js
var repair = __webpack_require__(4157);
// EXTERNAL MODULE: ./build/core/view.js
var core_view = __webpack_require__(6761);
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

// EXTERNAL MODULE: ./build/core/story.js
var core_story = __webpack_require__(2703);
;// CONCATENATED MODULE: ./build/core/select.js

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
        (0,core_story/* compareStoryNumbers */.jn)(left, right));
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
    if (ledger.paused !== null)
        return { code: 'paused', detail: `by ${ledger.paused.by}` };
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
    const position = new Map(orderReady(fresh, world, policy.selection).map((number, index) => [number, index]));
    const rankOf = ({ want }) => (want.isNew ? 4 : rank[want.role]);
    return wanted.toSorted((left, right) => rankOf(left) - rankOf(right) ||
        (position.get(left.view.story.number) ?? 0) - (position.get(right.view.story.number) ?? 0) ||
        (0,core_story/* compareStoryNumbers */.jn)(left.view.story.number, right.view.story.number));
}

// EXTERNAL MODULE: ./build/core/spending.js
var spending = __webpack_require__(6872);
// EXTERNAL MODULE: ./build/core/reasons.js + 8 modules
var reasons = __webpack_require__(9973);
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
;// CONCATENATED MODULE: ./build/core/gate/head-checks.js



/** Every required check of the head with success, every other one green. */
function judgeHeadChecks({ view, pullRequest, context }) {
    const { world, policy } = context;
    const verdict = (0,core_checks/* judgeChecks */.LZ)(pullRequest.checks, world.rules.requiredChecks, policy.checks);
    return holdOfChecks(verdict, view.memory.head, context);
}
/** What a story waits for by its checks, or nothing when they are green; what never reported is a person's matter. */
function holdOfChecks(verdict, head, context) {
    switch (verdict.kind) {
        case 'green':
            return null;
        case 'none':
            return ((0,degraded/* findUnstarted */.eF)(head, context) ??
                findOverdue(verdict.names, head, context) ?? { code: 'checks_unknown', detail: 'nothing has reported yet' });
        case 'pending':
            return { code: 'ci_pending', detail: verdict.names.join(', ') };
        case 'missing':
            return findOverdue(verdict.names, head, context) ?? { code: 'check_missing', detail: verdict.names.join(', ') };
        case 'red':
            return { code: 'check_refused', detail: `${verdict.failed.map(({ name }) => name).join(', ')} failed` };
        case 'refused':
            return (0,degraded/* holdOfRefused */.vG)(verdict.checks);
    }
}
/** A required check that stayed away for longer than its deadline: nothing will bring it by itself. */
function findOverdue(names, head, { policy, now }) {
    const { deadlineMinutes } = policy.checks;
    if (names.length === 0 || head === null || now < (0,instant/* addMinutes */.z)(head.at, deadlineMinutes))
        return null;
    return { code: 'check_never_reported', detail: `${names.join(', ')}: ${deadlineMinutes} minutes after the push` };
}

// EXTERNAL MODULE: ./build/core/name-some.js
var name_some = __webpack_require__(8696);
// EXTERNAL MODULE: ./build/core/gate/clause.js
var clause = __webpack_require__(8403);
// EXTERNAL MODULE: ./build/core/glob.js
var core_glob = __webpack_require__(8998);
;// CONCATENATED MODULE: ./build/core/gate/merge-mode.js


/**
 * How far a pull request may go by itself. Each changed file has a mode: the strictest that names its story's epic or
 * matches its path, else the repository's; the strictest of all its files is the pull request's. Of files that are not
 * known every glob is taken to match one.
 */
function findMergeMode({ story, memory }, { mode, exceptions }) {
    const usual = { mode, because: '`merge.mode`' };
    const ofEpic = exceptions
        .filter(({ epics }) => epics.includes(story.epic) && !(0,repair/* isRepair */.c3)(story.number))
        .map((exception) => ({ mode: exception.mode, because: `\`merge.${exception.mode}.epics\`` }));
    const findByPath = (matches) => exceptions
        .filter(({ paths }) => paths.some(matches))
        .map((exception) => ({ mode: exception.mode, because: `\`merge.${exception.mode}.paths\`` }));
    const orUsual = (named) => strictest(named) ?? usual;
    const files = memory.head?.changedPaths ?? null;
    const found = files === null
        ? [orUsual(ofEpic), ...findByPath(() => true)]
        : files.map((path) => orUsual([...ofEpic, ...findByPath((glob) => (0,core_glob/* matchesGlob */.k)(path, glob))]));
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

;// CONCATENATED MODULE: ./build/core/gate/own-approval.js

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
    const obstacle = author === core_checks/* actionsSlug */.XU ? ownPullRequest : findObstacle(facts);
    if (obstacle === null)
        return { kind: 'due' };
    return { kind: 'impossible', hold: { code: 'approval_refused', detail: `#${number}: ${obstacle}` } };
}
/** A review in the name that a job's own token has: any workflow of the repository can speak in it. */
function isByActions({ author, isPerson }) {
    return author === core_checks/* actionsSlug */.XU && !isPerson;
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
    return findMissing(facts) !== null && judgeMode(facts) === null && findOwnApproval(facts).kind === 'due';
}
function judgeRules(facts) {
    const missing = findMissing(facts);
    if (missing === null)
        return null;
    const own = findOwnApproval(facts);
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
    const { mode, because } = findMergeMode(view, context.policy.merge);
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

;// CONCATENATED MODULE: ./build/core/gate/base-clause.js



/** The base is proven; for a repair it is turned: red at exactly what the repair holds. */
function judgeBaseClause(facts) {
    const { proof } = facts.context;
    if ((0,repair/* isRepair */.c3)(facts.view.story.number))
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
    return state === 'OPEN' && (0,repair/* isRepair */.c3)((0,core_view/* parseBranch */.Qd)(headRef)?.story ?? '');
}

// EXTERNAL MODULE: ./build/core/gate/merge-method.js
var merge_method = __webpack_require__(8452);
// EXTERNAL MODULE: ./build/core/gate/protection.js
var protection = __webpack_require__(2377);
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
const clauses = [
    ['not paused', ({ context }) => (0,clause/* when */.z)(context.ledger.paused !== null, 'paused', '')],
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
    ['checks', judgeHeadChecks],
    ['verdict', judgeVerdict],
    ['deliverables', judgeDeliverables],
    ['change requests', judgeChangeRequests],
    [approvals, judgeApprovals],
    ['conversations', judgeConversations],
    ['way of merging', judgeMerging],
    ['base proven, or for a repair red at exactly what it holds', judgeBaseClause],
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
    return (0,clause/* when */.z)(!isVerdictPassing(view, context.world), 'verdict_missing', 'no passing verdict by another identity for these criteria and this diff');
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
    const { mode, because } = findMergeMode(view, merge);
    if (mode === 'never')
        return { code: 'merge_by_hand', detail: `#${pullRequest.number}, by ${because}` };
    return (0,merge_method/* holdOfMethod */.K)(merge.method, context.world.rules);
}

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
    return notBefore > now
        ? (0,core_step/* hold */._2)('merge_again', `in ${Math.ceil((notBefore - now) / 1000)} s; it said: ${detail}`)
        : null;
}

;// CONCATENATED MODULE: ./build/core/stages/in-review.js






/** CI is green: a review by another identity, its verdict told to loopctl, then the gate. */
function stepInReview(view, pullRequest, context) {
    const { verdict, reported } = view.memory;
    if (verdict === null || !isVerdictValid(view))
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
    const { gate, isApprovalDue } = readGate(view, pullRequest, context);
    const waiting = firstHold(gate);
    const judged = { story: view.story, pullRequest: pullRequest.number, headSha: pullRequest.headSha, verdict };
    const merge = { ...judged, baseSha: base.sha };
    if (isOnlyBehind(gate) && !(0,repair/* isRepair */.c3)(view.story.number)) {
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
        feedback: feedbackOfVerdict(verdict),
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

;// CONCATENATED MODULE: ./build/core/stages/pushed-head.js




/** Whether a pull request is at a head that we neither accepted nor are about to. */
function isForeignHead({ memory }, { headSha }) {
    return headSha !== memory.head?.sha && headSha !== memory.kept?.head.sha;
}
/**
 * A head that we did not push: GitHub's merge of the base into ours, a person's push, or our own from before the ledger
 * was lost. What stands is adopted and judged from now on; its verdict is asked anew where its diff is another one.
 */
function stepPushedHead(view, pullRequest, { world, now }) {
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
        head: { ...(accepted ?? pushedHead(view, work)), sha: found.sha, diffBase: work.diffBase, at: now },
        verdict: accepted !== null && isVerdictValid(view) ? view.memory.verdict : null,
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
        changedPaths: rememberPaths(work.changedPaths),
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
        mend(view, pullRequest, memory.head, context) ??
        stepInReview(view, pullRequest, context));
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
    const waiting = holdOfChecks(verdict, head, context);
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
    if (proof.kind === 'unproven' && proof.hold.code === 'base_red')
        return { kind: 'hold', hold: proof.hold };
    const feedback = feedbackOfChecks(failed, head.sha);
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
    const isGivenUp = context.ledger.repair.red?.reverts?.story === story.number;
    if (isGivenUp)
        return (0,core_step/* hold */._2)('merged_unverified', 'it is being reverted');
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
        return refuse(view, flight, reasons);
    const head = acceptedHead(flight, work, context);
    const done = { story, assignment: flight.id, head };
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
function refuse({ story, memory }, flight, reasons) {
    const feedback = {
        kind: 'outcome_refused',
        summary: (0,cut_short/* cutShort */.V)(reasons[0] ?? 'nothing was committed'),
        items: reasons.map(cut_short/* cutShort */.V),
        headSha: memory.head?.sha ?? null,
    };
    return (0,core_step/* act */.Rb)({ kind: 'refuse', story, because: feedback.summary, assignment: flight.id, feedback });
}
function acceptedHead(flight, work, { now }) {
    return {
        sha: work.head,
        by: 'agent',
        diffBase: work.diffBase,
        patchId: work.patchId,
        changedPaths: rememberPaths(work.changedPaths),
        missingDeliverables: [...work.missingDeliverables],
        concerns: [...work.concerns],
        assignment: flight.id,
        at: now,
    };
}
function settleReview(view, flight, outcome, context) {
    const { review } = outcome;
    const { head } = view.memory;
    if (head === null || head.sha !== flight.startSha)
        return discard(view, flight, 'the head it reviewed is gone');
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
        at: context.now,
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
    });
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
    return memory.head === null
        ? askAuthor(view, red, memory.feedback, context)
        : (0,core_step/* hold */._2)('stalled_elsewhere', 'its pull request cannot be found');
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
    const verdict = isVerdictValid(view) ? memory.verdict : null;
    const checks = (0,core_checks/* judgeChecks */.LZ)(pullRequest.checks, world.rules.requiredChecks, policy.checks);
    const owed = [
        ...memory.feedback,
        ...(verdict?.review.result === 'fail' ? [feedbackOfVerdict(verdict)] : []),
        ...(checks.kind === 'red' ? [feedbackOfChecks(checks.failed, pullRequest.headSha)] : []),
    ];
    if (owed.length > 0)
        return askAuthor(view, red, owed, context);
    const waiting = holdOfChecks(checks, memory.head, context);
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
    if (ledger.paused !== null)
        return (0,core_step/* hold */._2)('paused', `by ${ledger.paused.by}`);
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
    return (0,core_step/* act */.Rb)({ kind: 'escalate', story, because: detail, hold: { code: 'repairs_exhausted', detail } });
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
    if ((0,core_story/* isDone */.$L)(story))
        return (0,core_step/* hold */._2)('project_done');
    if (memory.merged !== null)
        return stepMerged(view, context);
    if (pullRequest !== null && isMerged(pullRequest, context))
        return recordMerge(view, pullRequest, context);
    if (memory.startOver)
        return stepStartOver(view, context);
    if (memory.sticky !== null)
        return holdSticky(memory.sticky);
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
    const ended = endRepair(view, context) ?? stepFlight(view, context);
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
    return reviews.some((review) => review.state === 'APPROVED' && isByActions(review));
}
/** The verdict passes for the accepted head, and that head is this one, or this one with the base merged in by GitHub. */
function isBacked(view, { number, headSha }, { world }) {
    if (!isVerdictPassing(view, world))
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
    const known = noteRulesets((0,earlier_life/* noteEarlierLife */.p)(forgetGone(memory, world), world), world);
    const judged = (0,core_base/* judgeBase */.fL)(world.base, known, policy, now);
    const ledger = (0,repair/* noteRepair */.eW)((0,core_base/* noteBase */.Ed)(known, world.base, judged, now), world.base, judged, policy);
    const proof = (0,repair/* nameRepair */.Lk)(judged, ledger);
    const context = { world, ledger, policy, now, proof };
    const views = (0,core_view/* viewStories */.dG)(world, ledger);
    const asked = askStories(views, context);
    const room = shareRoom(asked.wanted, context);
    const merges = orderMerges(asked.merges, views, context);
    const wished = new Map([...asked.holds, ...room.holds, ...merges.holds]);
    const wishes = [
        ...startBaseCi(context),
        ...forgetOrphans(views, context),
        ...asked.decisions,
        ...room.dispatches,
        ...merges.first,
        ...finish(context),
    ];
    const wantsRun = room.wantsRun || [...wished.values()].some(({ code }) => code === 'awaiting_plan');
    const spared = spareBudget({ decisions: wishes, holds: wished, wantsRun }, world.budgets, now);
    return {
        decisions: spared.decisions,
        holds: spared.holds,
        notes: [...(0,degraded/* noteToken */.M8)(world), ...(0,spending/* noteSpending */.B)(world.spending), ...(spared.short === null ? [] : [spared.short])],
        line: ledger.paused !== null ? { code: 'paused', detail: `by ${ledger.paused.by}` } : holdOfLine(context),
        ledger: intend(ledger, spared.decisions),
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
    const isDone = world.stories.length > 0 && world.stories.every(({ verifiedStatus }) => verifiedStatus === 'verified');
    return isDone && !ledger.finished ? [{ kind: 'finish', because: `${world.stories.length} stories verified` }] : [];
}
/**
 * What nobody asks about any more: verified stories, and stories that were deleted once their agent has ended. The
 * ledger stays proportional to what is under way. A merge is not forgotten while the base is shown as it was before it:
 * it is how such a look is known for an old one.
 */
function forgetGone(ledger, { stories, base }) {
    const open = new Set(stories.filter((story) => !(0,core_story/* isDone */.$L)(story)).map(({ number }) => number));
    const flying = new Set(Object.values(ledger.flights).map(({ story }) => story));
    const isGone = (key) => (0,core_story/* isStoryNumber */.P2)(key) && !open.has(key) && !flying.has(key) && ledger.stories[key]?.merged?.baseBefore !== base.sha;
    const isUnfinished = ledger.finished && stories.some(({ verifiedStatus }) => verifiedStatus !== 'verified');
    const kept = Object.entries(ledger.stories).filter(([key]) => !isGone(key));
    if (kept.length === Object.keys(ledger.stories).length && !isUnfinished)
        return ledger;
    return { ...ledger, stories: Object.fromEntries(kept), finished: ledger.finished && !isUnfinished };
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
function intend(ledger, decisions) {
    const dispatches = decisions.filter((decision) => decision.kind === 'dispatch');
    if (dispatches.length === 0)
        return ledger;
    const numbered = { ...ledger, sequence: ledger.sequence + dispatches.length };
    return dispatches
        .filter(({ claims }) => claims)
        .reduce((memory, { story }) => (0,core_ledger/* remember */.kY)(memory, story.number, { agreement: story.criteriaHash }), numbered);
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
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8365);
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
        return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .hold */ ._2)('backing_off', `in ${Math.ceil((notBefore - now) / 1000)} s`);
    return null;
}
/** When work may be tried again after its n-th infrastructure failure: 15 s, then eight times longer each time. */
function backOff(failures, now) {
    return now + 15_000 * 8 ** Math.max(0, failures - 1);
}


/***/ }),

/***/ 8696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ nameSome)
/* harmony export */ });
const named = 4;
/** The first few names, and how many more there are. */
function nameSome(names) {
    const others = names.length > named ? ` and ${names.length - named} more` : '';
    return `${names.slice(0, named).join(', ')}${others}`;
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

// EXTERNAL MODULE: ./build/core/cut-short.js
var cut_short = __webpack_require__(4985);
// EXTERNAL MODULE: ./build/core/degraded.js
var degraded = __webpack_require__(7410);
// EXTERNAL MODULE: ./build/core/ledger.js
var core_ledger = __webpack_require__(8365);
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
    if (decision.kind === 'drop_repair')
        return (0,core_repair/* dropRepair */.r$)(ledger, decision.story.number);
    if (applied.taken !== undefined && (decision.kind === 'accept' || decision.kind === 'accept_repair')) {
        return moveOn(ledger, decision);
    }
    const landed = countRepair('assignment' in decision ? land(ledger, decision) : ledger, decision);
    const { number } = decision.story;
    const memory = (0,core_ledger/* recall */.I9)(landed, number);
    const change = changeOf(decision, memory, applied, now);
    return (0,core_ledger/* remember */.kY)(landed, number, decision.kind === 'lose' ? { ...change, ...uncountReview(ledger, decision) } : change);
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
                head: decision.head,
                pullRequest: applied.pullRequest ?? memory.pullRequest,
                handedOver: decision.head.sha,
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
    const { generation, authorRuns, rejections, granted } = memory;
    return { ...core_ledger/* freshStoryMemory */.pn, generation: generation + 1, authorRuns, rejections, granted };
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

/***/ 6872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ noteSpending),
/* harmony export */   E: () => (/* binding */ dollars)
/* harmony export */ });
/* harmony import */ var _name_some_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8696);

/** The budgets that are spent, or nearly. As in loopctl that stops nothing: whether it should is for people to say. */
function noteSpending(spending) {
    const high = spending.filter(({ budgetMillicents, spentMillicents, alertThreshold }) => spentMillicents * 100 >= budgetMillicents * alertThreshold);
    return high.length === 0 ? [] : [{ code: 'spending_high', detail: (0,_name_some_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSome */ .K)(high.map(describe)) }];
}
function describe({ of, budgetMillicents, spentMillicents }) {
    return `${of} ${dollars(spentMillicents)} of ${dollars(budgetMillicents)}`;
}
/** Money as people write it. */
function dollars(millicents) {
    return `$${(millicents / 100_000).toFixed(2)}`;
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
    unclaim: { ...nowhere, pending: 'skip', assigned: 'do', implementing: 'do', reported_done: 'do' },
    force_unclaim: { pending: 'skip', contracted: 'do', assigned: 'do', implementing: 'do', reported_done: 'do' },
    backfill: { ...nowhere, pending: 'do' },
    mark_complete: { ...nowhere, contracted: 'do' },
};
/**
 * What each call means for a story that is found in each status (loopctl's own refusals, turned into a table): the
 * story is read again before every call, and this decides. A rejected story is begun anew like an open one, but what
 * was rejected is neither rejected twice nor passed; a verified one is never worked on nor undone.
 */
const transitions = {
    open,
    rejected: {
        ...open,
        request_review: { ...nowhere, implementing: 'do' },
        review_complete: nowhere,
        verify: nowhere,
        reject: { ...nowhere, pending: 'skip', reported_done: 'skip' },
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

/***/ 8125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ isAncestor)
/* harmony export */ });
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75);

/** Whether a commit is in the history of another one; of a commit that is not there at all, nothing is. */
async function isAncestor(ancestor, descendant, git) {
    const args = ['merge-base', '--is-ancestor', ancestor, descendant];
    return (await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .E)(args, { ...git, accept: [1, 128] })).exitCode === 0;
}


/***/ }),

/***/ 9617:
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
;// CONCATENATED MODULE: ./build/core/secret-patterns.js
/** Few and precise: a refusal costs an agent's run, and a fixture can be put together when the test runs. */
const patterns = [
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
/** A quick look for any of the above: lines without one of these are not looked at further. */
const hint = /PRIVATE KEY|gh[pousr]_|github_pat_|A[KS]IA|sk-|lc_|xox|AIza|glpat-|npm_|k_live_/;
/** Which kind of secret a line seems to hold, or nothing; never the secret itself. */
function findSecret(line) {
    if (!hint.test(line))
        return null;
    return patterns.find(({ pattern }) => pattern.test(line))?.kind ?? null;
}

// EXTERNAL MODULE: ./build/core/tree-refusals.js + 1 modules
var tree_refusals = __webpack_require__(9537);
// EXTERNAL MODULE: ./build/git/git.js
var git_git = __webpack_require__(75);
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
        const kind = isNotAdded.test(line) ? null : findSecret(line);
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
            const kinds = new Set(added.map(findSecret).filter((kind) => kind !== null));
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

/***/ 9636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ gather)
});

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
// EXTERNAL MODULE: ./build/github/bypass.js
var github_bypass = __webpack_require__(7808);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/core/assignment.js
var assignment = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/bot-login.js
var bot_login = __webpack_require__(5508);
// EXTERNAL MODULE: ./build/github/connection.js
var connection = __webpack_require__(9164);
;// CONCATENATED MODULE: ./build/github/dispensable-fields.js
/** What an older Enterprise Server does not know, and we can do without: rules are asked for by REST as well. */
const dispensableFields = ['rulesets', 'refUpdateRule', 'requiresCodeOwnerReviews'];

// EXTERNAL MODULE: ./build/github/documents.js
var documents = __webpack_require__(7856);
// EXTERNAL MODULE: ./build/github/parse-answer.js
var parse_answer = __webpack_require__(812);
// EXTERNAL MODULE: ./build/github/pull-request-record.js + 2 modules
var pull_request_record = __webpack_require__(7744);
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
    pullRequests: pullRequestsSchema,
});
/** The repository, its base and every pull request open against it: one request, and one more per further fifty. */
async function readOpenWork(github, base) {
    const ask = (after) => askOpen(github, { base, baseRef: `refs/heads/${base}`, after, first: after === null });
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
        readOpenWork(github, question.base),
        (0,read_rules/* readRules */.Kc)(github, question.base),
        (0,read_rules/* readBranch */.pG)(github, question.base),
        (0,read_runs/* readRuns */.x)(github, question.workflow, question.runs),
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
        viewer: open.viewer,
        repositoryId: open.repository.databaseId,
        defaultBranch: open.repository.defaultBranchRef.name,
    };
}
async function readOurs(github, question, open) {
    const isOurs = (record) => !record.isCrossRepository && record.headRefName.startsWith(question.branchPrefix);
    const listed = open.pullRequests.filter((record) => isOurs(record) || question.tracked.includes(record.number));
    const others = question.tracked.filter((number) => !listed.some((record) => record.number === number));
    const records = [...listed, ...(await (0,read_pull_requests/* readPullRequests */.sT)(github, others))];
    return Promise.all(records.map((record) => (0,read_pull_requests/* completePullRequest */.su)(github, record)));
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
function listUpdates({ repository }) {
    const rulesets = repository.rulesets?.nodes ?? [];
    return new Map(rulesets.flatMap((ruleset) => ruleset === null || ruleset.databaseId === null ? [] : [[ruleset.databaseId, ruleset.updatedAt]]));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/core/ledger.js
var core_ledger = __webpack_require__(8365);
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
        spending: findSpending(budgets, { graph, project }),
    };
}
/** Budgets are the tenant's: those of the project, and of its epics and stories as long as there is something to do. */
function findSpending(budgets, { graph, project }) {
    const open = graph.epics.map((epic) => ({
        ...epic,
        stories: epic.stories.filter(({ verifiedStatus }) => verifiedStatus !== 'verified'),
    }));
    const names = new Map([
        [project.id, 'the project'],
        ...open.flatMap(({ id, number, stories }) => (stories.length > 0 ? [[id, `epic ${number}`]] : [])),
        ...open.flatMap(({ stories }) => stories.map(({ id, number }) => [id, `story ${number}`])),
    ]);
    return budgets.flatMap(({ scopeId, budgetMillicents, spentMillicents, alertThreshold }) => {
        const of = names.get(scopeId);
        return of === undefined ? [] : [{ of, budgetMillicents, spentMillicents, alertThreshold }];
    });
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

// EXTERNAL MODULE: ./build/core/tree-refusals.js + 1 modules
var tree_refusals = __webpack_require__(9537);
// EXTERNAL MODULE: ./build/git/git-error.js
var git_error = __webpack_require__(3664);
// EXTERNAL MODULE: ./build/git/judge-work.js + 7 modules
var judge_work = __webpack_require__(9617);
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
// EXTERNAL MODULE: ./build/git/git.js
var git_git = __webpack_require__(75);
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





/** So many branches of a story are asked for at once; there is hardly ever a second. */
const generationsAtOnce = 3;
/**
 * The pull requests of stories that are under way in our name, or were rejected, and of which the ledger knows none (any
 * more): of each the newest, of the highest generation. Without such stories nothing is asked.
 */
async function gatherLost(seen, ledger, github) {
    const found = new Map();
    let wanted = findLost(seen, ledger).map(({ number }) => number);
    for (let first = 1; wanted.length > 0; first += generationsAtOnce) {
        const generations = Array.from({ length: generationsAtOnce }, (_, index) => first + index);
        const branches = wanted.flatMap((number) => generations.map((generation) => (0,view/* branchOf */.W0)(number, generation)));
        for (const record of await (0,read_pull_requests/* readPullRequestsOfBranches */.Dd)(github, branches))
            keepNewest(found, record);
        wanted = wanted.filter((number) => generationOf(found.get(number)) === generations.at(-1));
    }
    return await Promise.all([...found.values()].map((record) => (0,read_pull_requests/* completePullRequest */.su)(github, record)));
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
    const isThere = (await (0,repository/* hasCommit */.QE)(history, tip)) || (await (0,git_trouble/* withGitTrouble */.m)((0,repository/* fetchInto */.DL)(history, { commits: [tip] })));
    if (!isThere)
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
async function gather(ledger, { outcome, look: earlier }, pass) {
    const [backlog, seen, judged] = await Promise.all([
        gatherBacklog(ledger, pass),
        earlier?.observed ?? observe(ledger, pass),
        outcome,
    ]);
    const look = earlier ?? (await lookCloser(seen, backlog, ledger, pass));
    const { observed, legs, strays, heads, mergeChecks, reverts, merging, missingMerges } = look;
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
        runs: observed.runs,
        queuedRuns: observed.queuedRuns,
        strays,
        legs,
        outcome: judged,
        rulesetCache: observed.rulesetCache,
        budgets: pass.github.budgets(),
        pass: pass.facts,
    };
    return { world, look };
}
/** What is read only because of what was seen. */
async function lookCloser(observed, backlog, ledger, pass) {
    const { pullRequests, unfinishedRuns } = observed;
    const [mergeChecks, merging, missingMerges, legs, strays, heads, lost] = await Promise.all([
        gatherMergeChecks(observed.base, ledger, pass),
        gatherMerging(observed, ledger, pass.github),
        gatherMissingMerges(observed.base.sha, ledger, pass),
        gatherLegs(ledger, observed.runs, pass),
        gatherStrays({ unfinishedRuns, own: pass.facts.run }, ledger, pass.github),
        gatherHeads({ baseSha: observed.base.sha, pullRequests, stories: backlog.stories }, ledger, pass),
        gatherLost({ ...backlog, pullRequests }, ledger, pass.github),
    ]);
    const seen = { ...observed, pullRequests: [...pullRequests, ...lost] };
    return {
        observed: seen,
        legs,
        strays,
        heads,
        mergeChecks,
        reverts: await gatherReverts({ ...seen, stories: backlog.stories, mergeChecks }, ledger, pass),
        merging,
        missingMerges,
    };
}
function observe(ledger, { github, settings }) {
    const { rulesetCache } = ledger;
    const tracked = Object.values(ledger.stories).flatMap(({ pullRequest }) => pullRequest ?? []);
    const runs = [...new Set(Object.values(ledger.flights).map(({ run }) => run))];
    return observeGitHub(github, {
        base: settings.base,
        branchPrefix: view/* branchPrefix */.$j,
        tracked,
        workflow: settings.workflow,
        runs,
        rulesetCache,
    });
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
/* harmony import */ var _core_ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8365);
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

/***/ 82:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ findHolder),
/* harmony export */   sG: () => (/* binding */ describeHolder),
/* harmony export */   tH: () => (/* binding */ waitForLease)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _github_legs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9217);
/* harmony import */ var _github_read_runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(689);




/** Whether the holder of the lease still lives is asked at the first look, and then at every n-th: it costs a request. */
const holderEvery = 4;
/** Tries until something comes of it, or others have held the lease for as long as we can wait. */
async function waitForLease(attempt, patienceMs, { now, log, loopctl }) {
    let since = null;
    for (let asked = 0;; asked += 1) {
        const tryingAt = now();
        const tried = await attempt(asked);
        if (tried.kind === 'done') {
            if (since !== null)
                log(`· waited ${tryingAt - since} ms for the lease`);
            return tried;
        }
        since ??= now();
        if (now() > since + patienceMs)
            return tried;
        // Those who wait for one lease should not ask in step, nor ever more often than is of use.
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(1000, 120 * 1.3 ** asked) * (0.75 + Math.random() / 2));
        await loopctl.reload();
    }
}
/** The lease of a pass that is at work; null where there is none, or its holder is gone. */
async function findHolder(lease, asked, pass) {
    return lease !== null && (0,_state_js__WEBPACK_IMPORTED_MODULE_3__/* .isLeased */ .PA)(lease, pass) && !(await isGone(lease, asked, pass)) ? lease : null;
}
/**
 * A run that is over has no job left that could act, and neither has a leg whose settle is over, whoever else of its
 * run is still at work: what was held when it was killed holds nobody up.
 */
async function isGone({ run: id, attempt, holder }, asked, { github, facts }) {
    if (asked % holderEvery !== 0)
        return false;
    const run = id === facts.run ? { attempt: facts.attempt, status: 'in_progress' } : await (0,_github_read_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .readRun */ .c)(github, id);
    if (run !== null && (run.attempt > attempt || run.status === 'completed'))
        return true;
    const assignment = /^settle (.+)$/.exec(holder)?.[1];
    return assignment !== undefined && (await (0,_github_legs_js__WEBPACK_IMPORTED_MODULE_1__/* .isSettleOver */ .gJ)(github, { run: id, attempt, assignment }));
}
/** Who is at work, in a few words. */
function describeHolder(holder) {
    return holder === null ? 'another pass' : `run ${holder.run} (${holder.holder})`;
}


/***/ })

};
