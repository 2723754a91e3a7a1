export const id = 69;
export const ids = [69];
export const modules = {

/***/ 6938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E0: () => (/* binding */ selfJudged),
/* harmony export */   NL: () => (/* binding */ requireCustody),
/* harmony export */   cv: () => (/* binding */ readJudged)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5586);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9469);
/* harmony import */ var _distinct_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1214);
/* harmony import */ var _loopctl_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8324);
/* harmony import */ var _story_call_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(553);





const judging = new Set(['report', 'report-done', 'review-complete', 'verify', 'reject']);
const storySeen = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ story: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ assigned_agent_id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable() }) });
/** The story that a report or a judgement is about; null for every other request. */
function readJudged(request) {
    const step = (0,_story_call_js__WEBPACK_IMPORTED_MODULE_4__/* .readStoryCall */ .s)(request.path);
    return step === null || !judging.has(step.call) || request.method !== 'POST' ? null : step.story;
}
/**
 * Refuses a report or a judgement in the name of the very agent that the story is assigned to. A server would not only
 * refuse it but halt the whole tenant, so it is never sent: the story is read right before.
 */
async function requireCustody(identity, request, custody) {
    const story = readJudged(request);
    if (story === null)
        return;
    const { [identity]: judge } = (0,_distinct_js__WEBPACK_IMPORTED_MODULE_1__/* .requireDistinct */ .C)(await custody.identities());
    const seen = storySeen.safeParse((await custody.read({ method: 'GET', path: story })).body);
    // A story that is not there is refused by the call itself, and halts nothing.
    if (!seen.success || seen.data.story.assigned_agent_id !== judge.agentId)
        return;
    throw selfJudged(request, identity, `the story is assigned to the ${identity}'s own agent`);
}
/** loopctl's own refusal, without what it does to the tenant. */
function selfJudged(request, identity, why) {
    return new _loopctl_error_js__WEBPACK_IMPORTED_MODULE_2__/* .LoopctlRefusal */ .QV({
        request: (0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(request),
        status: 409,
        code: identity === 'reviewer' ? 'self_report_blocked' : 'self_verify_blocked',
        message: `${why}; sent, it would have halted the tenant`,
        context: {},
    });
}


/***/ }),

/***/ 69:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probeCustody: () => (/* binding */ probeCustody)
/* harmony export */ });
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9469);
/* harmony import */ var _loopctl_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8324);
/* harmony import */ var _custody_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6938);



/**
 * As `requireCustody`, for who has one key and nothing to compare it with: only the agent that a story is assigned to is
 * asked for more when it wants a capability, everybody else hears that there is no such story of theirs. An answer that
 * is neither keeps the request back.
 */
async function probeCustody(identity, request, { read }) {
    const story = (0,_custody_js__WEBPACK_IMPORTED_MODULE_2__/* .readJudged */ .cv)(request);
    if (story === null)
        return;
    const probe = { method: 'POST', path: `${story}/recover-cap`, body: { cap_type: 'start_cap', lineage: [] } };
    const { status } = await read(probe);
    if (status === 404)
        return;
    if (status === 422 || status === 201) {
        throw (0,_custody_js__WEBPACK_IMPORTED_MODULE_2__/* .selfJudged */ .E0)(request, identity, "the story is assigned to this key's own agent");
    }
    throw new _loopctl_error_js__WEBPACK_IMPORTED_MODULE_1__/* .LoopctlTrouble */ .hb(`Nobody could tell whether the story is assigned to this key's own agent (${(0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(probe)} was answered ${status}).`, {
        request: (0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(request),
        status,
        requestId: null,
        retryable: false,
    });
}


/***/ }),

/***/ 553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ readStoryCall)
/* harmony export */ });
/** The call on one story that a path names; null for any other, the bulk calls included. */
function readStoryCall(path) {
    const [, story, call] = /^(\/api\/v1\/stories\/[0-9a-f-]{36})\/([a-z-]+)$/i.exec(path) ?? [];
    return story === undefined || call === undefined ? null : { story, call };
}


/***/ })

};
