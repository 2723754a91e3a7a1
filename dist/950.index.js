export const id = 950;
export const ids = [950];
export const modules = {

/***/ 6950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runDoctorPhase: () => (/* binding */ runDoctorPhase)
/* harmony export */ });
/* harmony import */ var _doctor_examine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9014);
/* harmony import */ var _doctor_gather_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8293);
/* harmony import */ var _doctor_render_findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7455);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1356);




/** Looks whether the repository has all that the loop needs, as the App sees it; writes nothing, fails on any failure. */
async function runDoctorPhase(inputs, { apiUrl, owner, repo }, log) {
    const github = (0,_github_client_js__WEBPACK_IMPORTED_MODULE_3__/* .createGitHub */ .C)({ token: inputs.token, apiUrl, owner, repo });
    const { config, workflow, stateBranch, server } = inputs;
    const question = { where: 'phase', config, workflow, stateBranch, server, app: null, now: Date.now() };
    const findings = (0,_doctor_examine_js__WEBPACK_IMPORTED_MODULE_0__/* .examine */ .sb)(await (0,_doctor_gather_js__WEBPACK_IMPORTED_MODULE_1__/* .gatherDoctorFacts */ .M)(github, question));
    for (const line of (0,_doctor_render_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .renderFindings */ .v)(findings))
        log(line);
    const failures = (0,_doctor_examine_js__WEBPACK_IMPORTED_MODULE_0__/* .countFailures */ .xL)(findings);
    return {
        outputs: { failures: String(failures) },
        summary: (0,_doctor_render_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .renderDoctorSummary */ .Y)(findings),
        ...(failures === 0
            ? {}
            : {
                failure: `The doctor found ${failures} ${failures === 1 ? 'fault' : 'faults'}: see the summary of this run.`,
            }),
    };
}


/***/ })

};
