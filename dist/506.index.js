export const id = 506;
export const ids = [506];
export const modules = {

/***/ 5046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ tellNotDone)
/* harmony export */ });
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9973);
/* harmony import */ var _pass_wait_for_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82);
/* harmony import */ var _render_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4453);



/** Says why a pass did nothing, which is no failure: the next one looks again. Returns the summary. */
function tellNotDone(title, end, log) {
    if (end.kind === 'leased') {
        log(`‖ - — ${(0,_pass_wait_for_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .describeHolder */ .sG)(end.holder)} holds the lease; the next run looks again`);
        return (0,_render_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .renderLeasedSummary */ .Pt)(title);
    }
    log(`‖ - — ${(0,_core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .describeHold */ .TZ)(end.hold)}`);
    return (0,_render_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .renderSpentSummary */ .nZ)(title, end.hold);
}


/***/ }),

/***/ 1506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runPlan: () => (/* binding */ runPlan)
/* harmony export */ });
/* harmony import */ var _pass_import_backlog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5161);
/* harmony import */ var _pass_require_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5910);
/* harmony import */ var _pass_run_pass_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4064);
/* harmony import */ var _keep_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6520);
/* harmony import */ var _not_done_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5046);
/* harmony import */ var _open_pass_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1780);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8407);







/** One iteration's trusted first half: the backlog, the rounds, and this run's matrix of assignments. */
async function runPlan(inputs, context, log) {
    const opened = await (0,_open_pass_js__WEBPACK_IMPORTED_MODULE_5__/* .openPass */ .K)(inputs, context, log);
    return await (0,_keep_record_js__WEBPACK_IMPORTED_MODULE_3__/* .keepRecord */ .r)(inputs.record, opened, () => plan(inputs, opened));
}
async function plan(inputs, { pass, config, tip }) {
    const { log } = pass;
    const end = await (0,_pass_run_pass_js__WEBPACK_IMPORTED_MODULE_2__/* .runPass */ .B)({
        // A server's backlog is kept there.
        prepare: async (ledger, found) => inputs.server === null ? await (0,_pass_import_backlog_js__WEBPACK_IMPORTED_MODULE_0__/* .importBacklog */ .fm)(ledger, tip, config.backlog, found) : ledger,
        outcome: async () => null,
        inspect: (world) => (0,_pass_require_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .requireRules */ .x)(world, pass.policy),
    }, pass);
    if (end.kind !== 'done') {
        const summary = (0,_not_done_js__WEBPACK_IMPORTED_MODULE_4__/* .tellNotDone */ .L)('plan', end, log);
        return { outputs: { matrix: '[]', count: '0', assignments: inputs.assignments }, summary };
    }
    const dispatched = end.result.applied.filter((decision) => decision.kind === 'dispatch');
    const matrix = dispatched.map(({ assignment }) => ({
        id: assignment.id,
        ref: assignment.startSha,
        review: assignment.role === 'review',
    }));
    const ended = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_6__/* .endOfPass */ .O)('plan', end.result, pass);
    const handedOut = { matrix: JSON.stringify(matrix), count: String(matrix.length), assignments: inputs.assignments };
    return { ...ended, outputs: { ...ended.outputs, ...handedOut } };
}


/***/ })

};
