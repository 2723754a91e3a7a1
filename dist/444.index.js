export const id = 444;
export const ids = [444];
export const modules = {

/***/ 3444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runComment: () => (/* binding */ runComment)
/* harmony export */ });
/* harmony import */ var _core_commands_hearing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7170);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _github_react_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4173);
/* harmony import */ var _github_read_comments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8707);
/* harmony import */ var _pass_run_pass_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4064);
/* harmony import */ var _keep_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6520);
/* harmony import */ var _not_done_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5046);
/* harmony import */ var _open_pass_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1780);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8407);









/**
 * A person wrote to us: that it was received is shown at once, and a pass follows whatever nobody has answered yet. Where
 * others are at work for too long nothing is lost: every pass reads what was said since the last one.
 */
async function runComment(inputs, context, log) {
    const opened = await (0,_open_pass_js__WEBPACK_IMPORTED_MODULE_6__/* .openPass */ .K)(inputs, context, log);
    return await (0,_keep_record_js__WEBPACK_IMPORTED_MODULE_4__/* .keepRecord */ .r)(inputs.record, opened, () => follow(inputs, opened));
}
async function follow(inputs, { pass }) {
    const title = inputs.comment === null ? 'dashboard' : `comment ${inputs.comment}`;
    const [end] = await Promise.all([
        (0,_pass_run_pass_js__WEBPACK_IMPORTED_MODULE_3__/* .runPass */ .B)({ prepare: async (ledger) => ledger, outcome: async () => null, inspect: () => undefined }, pass),
        inputs.comment === null ? null : acknowledge(inputs.comment, pass),
    ]);
    if (end.kind !== 'done')
        return { outputs: {}, summary: (0,_not_done_js__WEBPACK_IMPORTED_MODULE_5__/* .tellNotDone */ .L)(title, end, pass.log) };
    const { summary, annotations = [] } = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .endOfPass */ .O)(title, end.result, pass);
    return { outputs: {}, summary, annotations };
}
/** Eyes on a comment that may be a command; that GitHub would not take them is no reason to do nothing. */
async function acknowledge(id, { github, log }) {
    try {
        const comment = await (0,_github_read_comments_js__WEBPACK_IMPORTED_MODULE_2__/* .readComment */ .W)(github, id);
        if (comment !== null && (0,_core_commands_hearing_js__WEBPACK_IMPORTED_MODULE_0__/* .mayBeCommand */ .cz)(comment))
            await (0,_github_react_js__WEBPACK_IMPORTED_MODULE_8__/* .ensureReaction */ .C)(github, id, 'eyes');
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RemoteError */ .H))
            throw error;
        log(`! that comment ${id} was received could not be shown: ${error.message}`);
    }
}


/***/ }),

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


/***/ })

};
