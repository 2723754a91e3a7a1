export const id = 317;
export const ids = [317];
export const modules = {

/***/ 8133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _f: () => (/* binding */ readAssignmentFile),
/* harmony export */   b7: () => (/* binding */ skillSchema),
/* harmony export */   zi: () => (/* binding */ writeAssignmentFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2047);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7428);
/* harmony import */ var _core_assignment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1453);




const minutes = zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig()
    .positive()
    .max(24 * 60);
const agentCommandSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** Program and arguments; no shell unless it is named here. */
    command: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).min(1),
    /** For the whole assignment: restatement and work together. */
    timeoutMinutes: minutes,
    /** What is kept of each command's output, head and tail. */
    outputLimitKb: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().positive(),
});
const projectCommandSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** A line of shell, run by bash. */
    command: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1),
    timeoutMinutes: minutes,
});
/** What an agent job needs of the configuration, read from the default branch: a checkout may hold an agent's own. */
const jobSettingsSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    author: agentCommandSchema,
    reviewer: agentCommandSchema,
    setup: projectCommandSchema.nullable(),
    verify: projectCommandSchema.nullable(),
    /** Names of variables that the agent may inherit. */
    environment: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    /** Globs that are protected besides the built-in ones: the author is told of them. */
    protectedPaths: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
});
/** What loopctl's maintainers say about how such work is done. */
const skillSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), version: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), text: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
/** No assignment of a pass: a job in which no agent works, to see whether one could. */
const rehearsalSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ..._core_assignment_js__WEBPACK_IMPORTED_MODULE_2__/* .common */ .sh, role: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('rehearsal') });
const assignmentFileSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    assignment: zod__WEBPACK_IMPORTED_MODULE_3__/* .discriminatedUnion */ .gMt('role', [..._core_assignment_js__WEBPACK_IMPORTED_MODULE_2__/* .assignmentSchema */ .hN.options, rehearsalSchema]),
    job: jobSettingsSchema,
    skills: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(skillSchema).readonly().default([]),
    /** The change a review is about, as the trusted side saw it. */
    diff: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** What the base has that the start has not, for an author who is to merge it: a bundle, in base 64. */
    base: zod__WEBPACK_IMPORTED_MODULE_3__/* .base64 */ .K39().nullable(),
});
/** Writes what one agent job needs, as `<id>.json` in the folder of this run's assignments, and returns its path. */
async function writeAssignmentFile(directory, file) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, fileName(file.assignment.id));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, `${JSON.stringify(assignmentFileSchema.parse(file), null, 2)}\n`);
    return path;
}
/** Reads the file of one assignment; a missing, misnamed or malformed one is an error that says which. */
async function readAssignmentFile(directory, id) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, fileName(id));
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path)).isFile())
        throw new Error(`${path} is not a plain file`);
    const parsed = assignmentFileSchema.safeParse(parseJson(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'), path));
    if (!parsed.success)
        throw new Error(`${path} is not an assignment:\n${zod__WEBPACK_IMPORTED_MODULE_4__/* .prettifyError */ .S1(parsed.error)}`);
    if (parsed.data.assignment.id !== id)
        throw new Error(`${path} holds assignment ${parsed.data.assignment.id}`);
    return parsed.data;
}
function parseJson(text, path) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new Error(`${path} is not JSON`, { cause });
    }
}
function fileName(id) {
    if (!/^[0-9a-z-]{1,60}$/.test(id))
        throw new Error(`not the id of an assignment: ${JSON.stringify(id)}`);
    return `${id}.json`;
}


/***/ }),

/***/ 3317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   summariseAgent: () => (/* binding */ summariseAgent)
/* harmony export */ });
/* harmony import */ var _agents_assignment_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8133);
/* harmony import */ var _render_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4453);


/** The summary of an agent's job; an assignment that cannot be read is one of the things that it tells. */
async function summariseAgent(inputs, { kind }, milliseconds) {
    const file = await (0,_agents_assignment_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readAssignmentFile */ ._f)(inputs.assignments, inputs.assignment).catch(() => null);
    const assignment = file?.assignment ?? null;
    return (0,_render_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .renderAgentSummary */ .O5)({
        assignment: inputs.assignment,
        role: assignment?.role ?? null,
        subject: assignment === null ? null : 'story' in assignment ? assignment.story.number : assignment.branch,
        outcome: kind,
        seconds: Math.round(milliseconds / 1000),
    });
}


/***/ })

};
