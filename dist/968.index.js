export const id = 968;
export const ids = [968];
export const modules = {

/***/ 6938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ standingOfBase)
/* harmony export */ });
/* harmony import */ var _base_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5585);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9973);


/** Reads the base's proof in one word, whatever else the line waits for. */
function standingOfBase({ base }, ledger, policy, now) {
    const proof = (0,_base_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeBase */ .fL)(base, ledger, policy, now);
    if (proof.kind === 'proven')
        return 'proven';
    if (proof.hold.code === 'base_red')
        return 'red';
    return _reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .reasons */ .Ot[proof.hold.code].who === 'person' ? 'unknown' : 'pending';
}


/***/ }),

/***/ 6989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XZ: () => (/* binding */ announcePlan),
/* harmony export */   rT: () => (/* binding */ announceUndone),
/* harmony export */   uI: () => (/* binding */ announceDecision)
/* harmony export */ });
/* harmony import */ var _core_decision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4402);
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9973);
/* harmony import */ var _core_story_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2703);



/** One line for a decision that was rightly not carried out, and why. */
function announceUndone(decision, hold, { log }) {
    const subject = (0,_core_decision_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectOf */ .e)(decision);
    log(`! ${decision.kind} ${subject} — not done: ${firstLine((0,_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .describeHold */ .TZ)(hold))}`);
}
/** One line per decision that was applied, with its reason. */
function announceDecision(decision, { log }) {
    const subject = (0,_core_decision_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectOf */ .e)(decision);
    const role = decision.kind === 'dispatch' ? ` (${decision.assignment.role})` : '';
    log(`▸ ${decision.kind}${role} ${subject} — ${firstLine(decision.because)}`);
}
/** One line per story that does not move and is not done, in the order of their numbers. */
function announcePlan(plan, { log }) {
    if (plan.line !== null)
        log(`‖ - — ${firstLine((0,_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .describeHold */ .TZ)(plan.line))}`);
    for (const note of plan.notes)
        log(`! - — ${firstLine((0,_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .describeHold */ .TZ)(note))}`);
    const waiting = [...plan.holds].filter(([, hold]) => hold.code !== 'project_done');
    for (const [story, hold] of waiting.toSorted(([left], [right]) => (0,_core_story_js__WEBPACK_IMPORTED_MODULE_2__/* .compareStoryNumbers */ .jn)(left, right))) {
        log(`‖ ${story} — ${firstLine((0,_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .describeHold */ .TZ)(hold))}`);
    }
}
/** A runner takes a carriage return for the end of a line as well, and commands from the beginning of any. */
function firstLine(text) {
    return text.split(/[\r\n]/, 1)[0]?.slice(0, 300) ?? '';
}


/***/ }),

/***/ 4441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ look)
/* harmony export */ });
/* harmony import */ var _core_decide_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9313);
/* harmony import */ var _gather_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4965);


/** Gathers and decides exactly as a pass does, and stops there: nothing is applied, nothing is saved. */
async function look(ledger, pass) {
    const { world } = await (0,_gather_js__WEBPACK_IMPORTED_MODULE_1__/* .gather */ .k)(ledger, { outcome: null, before: null }, pass);
    return { world, plan: (0,_core_decide_js__WEBPACK_IMPORTED_MODULE_0__/* .decide */ .L)(world, ledger, pass.policy, pass.now()) };
}


/***/ }),

/***/ 1968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runDryRun: () => (/* binding */ runDryRun)
/* harmony export */ });
/* harmony import */ var _pass_announce_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6989);
/* harmony import */ var _pass_import_backlog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5161);
/* harmony import */ var _pass_look_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4441);
/* harmony import */ var _pass_require_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5910);
/* harmony import */ var _pass_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(689);
/* harmony import */ var _pass_unwritten_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7338);
/* harmony import */ var _render_summary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4453);
/* harmony import */ var _open_pass_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1780);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8407);









/**
 * What a plan would do now: it looks and decides as one, and stops there. Nothing is written anywhere: no lease is taken,
 * no ledger saved, and the backlog's import is made in memory alone. Another pass may be at work meanwhile.
 */
async function runDryRun(inputs, context, log) {
    const { pass: opened, config, tip } = await (0,_open_pass_js__WEBPACK_IMPORTED_MODULE_7__/* .openPass */ .K)(inputs, context, log);
    const { slug } = opened.settings;
    const asked = (0,_pass_unwritten_js__WEBPACK_IMPORTED_MODULE_5__/* .unwritten */ .p)(opened);
    const pass = { ...asked, project: await asked.loopctl.ensureProject({ name: slug, slug }) };
    const { ledger } = await (0,_pass_state_js__WEBPACK_IMPORTED_MODULE_4__/* .loadLedger */ .OO)(pass);
    const prepared = inputs.server === null ? await (0,_pass_import_backlog_js__WEBPACK_IMPORTED_MODULE_1__/* .importBacklog */ .fm)(ledger, tip, config.backlog, pass) : ledger;
    const { world, plan } = await (0,_pass_look_js__WEBPACK_IMPORTED_MODULE_2__/* .look */ .O)(prepared, pass);
    (0,_pass_require_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .requireRules */ .x)(world, pass.policy);
    log('· a dry run: nothing of this is done');
    for (const decision of plan.decisions)
        (0,_pass_announce_js__WEBPACK_IMPORTED_MODULE_0__/* .announceDecision */ .uI)(decision, pass);
    (0,_pass_announce_js__WEBPACK_IMPORTED_MODULE_0__/* .announcePlan */ .XZ)(plan, pass);
    const standing = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_8__/* .standingOutputs */ .F)({ plan, world, before: ledger, policy: pass.policy, now: pass.now });
    const outputs = { ...standing, matrix: '[]', count: '0' };
    return { outputs, summary: (0,_render_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .renderDryRunSummary */ .Ng)({ world, plan }) };
}


/***/ }),

/***/ 8407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ endOfPass),
  F: () => (/* binding */ standingOutputs)
});

// EXTERNAL MODULE: ./build/core/base-standing.js
var base_standing = __webpack_require__(6938);
// EXTERNAL MODULE: ./build/core/reasons.js + 8 modules
var reasons = __webpack_require__(9973);
// EXTERNAL MODULE: ./build/core/story.js
var story = __webpack_require__(2703);
;// CONCATENATED MODULE: ./build/core/newly-waiting.js


/**
 * The stories that began to wait for a person since the ledger was read, for a reason of their own and not by that
 * person's doing: each is told once, though it should flicker.
 */
function listNewlyWaiting({ holds, ledger }, before) {
    return [...holds]
        .filter(([story, { code }]) => {
        const escalation = ledger.escalations[story];
        return escalation?.code === code && before.escalations[story]?.since !== escalation.since;
    })
        .map(([story, hold]) => ({ story, hold }))
        .toSorted((left, right) => (0,story/* compareStoryNumbers */.jn)(left.story, right.story));
}
/** What the whole line began to wait for a person for, since the ledger was read; nothing where a person paused it. */
function findNewLine({ line }, before) {
    if (line === null || line.code === 'paused' || reasons/* reasons */.Ot[line.code].who !== 'person')
        return null;
    return before.line?.code === line.code ? null : line;
}

// EXTERNAL MODULE: ./build/render/hold-text.js
var hold_text = __webpack_require__(846);
// EXTERNAL MODULE: ./build/render/sanitise.js
var sanitise = __webpack_require__(4123);
;// CONCATENATED MODULE: ./build/render/annotations.js



/** GitHub shows so many of one kind for a step. */
const mostAnnotations = 10;
const mostNamed = 10;
/** What a human must act on and was not told of on the page of an earlier run: one line for each reason. */
function renderAnnotations(waiting, line) {
    const codes = [...new Set(waiting.map(({ hold }) => hold.code))];
    const ofLine = line === null ? [] : [{ title: 'The whole line waits', message: (0,sanitise/* plainLine */.h0)((0,reasons/* describeHold */.TZ)(line), 1000) }];
    const ofStories = codes.map((code) => {
        const stories = waiting.filter(({ hold }) => hold.code === code);
        const [only] = stories;
        return stories.length === 1 && only !== undefined ? ofOne(only) : ofMany(code, stories);
    });
    return [...ofLine, ...ofStories].slice(0, mostAnnotations);
}
function ofOne({ story, hold }) {
    return { title: `${story} waits for a person`, message: `${sayHold(hold)} ${(0,hold_text/* remedyFor */.wJ)(hold.code, story)}` };
}
function ofMany(code, stories) {
    const { title, remedy } = reasons/* reasons */.Ot[code];
    const named = stories.slice(0, mostNamed).map(({ story }) => story);
    const more = stories.length - named.length;
    const who = `${named.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
    return {
        title: `${stories.length} stories wait for a person`,
        message: (0,sanitise/* plainLine */.h0)(`${who}: ${title}. ${remedy}`, 1000),
    };
}
function sayHold({ code, detail }) {
    const { title } = reasons/* reasons */.Ot[code];
    return detail === '' ? `${title}.` : `${title}: ${(0,sanitise/* plainLine */.h0)(detail, 500)}.`;
}

// EXTERNAL MODULE: ./build/render/summary.js
var summary = __webpack_require__(4453);
;// CONCATENATED MODULE: ./build/phases/outputs.js





/** What both trusted phases tell the steps after them. */
function passOutputs(result, pass) {
    const { policy, now } = pass;
    return {
        ...standingOutputs({ ...result, policy, now }),
        merged: String(result.applied.filter(({ kind }) => kind === 'merge').length),
    };
}
/** What a pass leaves to steps and to people. */
function endOfPass(title, result, pass) {
    const places = { repository: pass.repositoryUrl, run: pass.runUrl };
    return {
        outputs: passOutputs(result, pass),
        summary: (0,summary/* renderPassSummary */.eo)({ title, ...result, places }),
        annotations: renderAnnotations(listNewlyWaiting(result.plan, result.before), findNewLine(result.plan, result.before)),
    };
}
/** How the project stands, for steps. */
function standingOutputs({ plan, world, before, policy, now }) {
    const verified = world.stories.filter(({ verifiedStatus }) => verifiedStatus === 'verified').length;
    const waiting = [...plan.holds.values()].filter(({ code }) => reasons/* reasons */.Ot[code].who === 'person').length;
    return {
        verified: String(verified),
        waiting: String(waiting),
        done: String(world.stories.length > 0 && verified === world.stories.length),
        escalated: JSON.stringify(listNewlyWaiting(plan, before).map(({ story }) => story)),
        base: (0,base_standing/* standingOfBase */.r)(world, plan.ledger, policy, now()),
        paused: String(plan.ledger.paused !== null),
    };
}


/***/ })

};
