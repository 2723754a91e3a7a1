export const id = 188;
export const ids = [188];
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

/***/ 3578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ found)
/* harmony export */ });
/* unused harmony export rehearsalChecks */
/** What a rehearsal finds, by name. */
const rehearsalChecks = (/* unused pure expression or super */ null && ([
    'rehearsal_run',
    'rehearsal_canary',
    'rehearsal_ci',
    'rehearsal_checks',
    'rehearsal_permissions',
    'rehearsal_job',
    'rehearsal_setup',
    'rehearsal_verify',
]));
/** An outcome under the name of what was rehearsed. */
function found(check, outcome) {
    return { check, ...outcome };
}


/***/ }),

/***/ 830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderReport),
/* harmony export */   M: () => (/* binding */ parseReport)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2047);

const reportSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    findings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        check: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'cannot_tell']),
        detail: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        remedy: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    }))
        .readonly(),
});
const mark = 'rehearsal: ';
/** What was found, as one line of a trusted job's log, for who waits for it elsewhere. */
function renderReport(findings) {
    return `${mark}${JSON.stringify({ version: 1, findings })}`;
}
/** What the last such line of a log says; null where there is none that can be read. */
function parseReport(log) {
    const line = log.split('\n').findLast((one) => one.startsWith(mark));
    if (line === undefined)
        return null;
    try {
        return reportSchema.parse(JSON.parse(line.slice(mark.length))).findings;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 6871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ keptRef),
/* harmony export */   Mi: () => (/* binding */ branchRef),
/* harmony export */   qn: () => (/* binding */ pushRef)
/* harmony export */ });
/* harmony import */ var _fetch_commits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5576);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8253);
/* harmony import */ var _git_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3664);
/* harmony import */ var _smart_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2362);




/** The full name of a branch. */
function branchRef(branch) {
    return `refs/heads/${branch}`;
}
/** Where work that must not be seen by any workflow yet is kept: no branch, and named by the commit itself. */
function keptRef(head) {
    return `refs/orchestrate/kept/${head}`;
}
/**
 * Pushes a commit to a ref with a lease on what was there; a lost answer is settled by what is there now. What is not
 * simply taken git itself pushes again: it has the words for what is wrong.
 */
async function pushRef(request) {
    const { ref } = request;
    if (await isTaken(request))
        return { kind: 'pushed' };
    const lease = `--force-with-lease=${ref}:${request.expected ?? ''}`;
    try {
        const { stderr } = await remoteGit(request, ['push', lease, request.remoteUrl, `${request.head}:${ref}`]);
        return { kind: stderr.includes('Everything up-to-date') ? 'already' : 'pushed' };
    }
    catch (error) {
        if (!(error instanceof _git_error_js__WEBPACK_IMPORTED_MODULE_2__/* .GitError */ .X))
            throw error;
        return await settle(request, error);
    }
}
/** By one request and one process; whatever the repository has from the remote is left out of the pack. */
async function isTaken({ repository, head, ref, expected, remoteUrl, token }) {
    if (!/^https?:/.test(remoteUrl) || expected === head)
        return false;
    const known = await (0,_fetch_commits_js__WEBPACK_IMPORTED_MODULE_0__/* .listFetched */ .su)(repository);
    const input = [head, ...known.map((commit) => `^${commit}`), ''].join('\n');
    const pack = await makePack(repository, input);
    if (pack === null)
        return false;
    const remote = { remoteUrl, token };
    const answer = await (0,_smart_http_js__WEBPACK_IMPORTED_MODULE_3__/* .sendPack */ .k2)(remote, { ref, expected, commit: head, pack });
    return answer === 'taken' || (answer === 'unknown' && (await (0,_smart_http_js__WEBPACK_IMPORTED_MODULE_3__/* .askRefs */ ._2)(remote, [ref]))?.[0] === head);
}
/** Null where that did not work, or would be too much to be held here. */
async function makePack(gitDir, input) {
    const args = ['pack-objects', '--quiet', '--revs', '--stdout', '--thin', '--delta-base-offset'];
    try {
        return (await (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .runGitBytes */ .j)(args, { gitDir, input })).stdout;
    }
    catch (error) {
        if (error instanceof _git_error_js__WEBPACK_IMPORTED_MODULE_2__/* .GitError */ .X)
            return null;
        throw error;
    }
}
/** A push that failed is judged by the ref, not by its answer; trouble on the way is thrown, and can be tried again. */
async function settle(request, error) {
    const actual = await readRemote(request);
    if (actual === request.head)
        return { kind: 'pushed' };
    if (actual !== request.expected)
        return { kind: 'moved', actual };
    const words = refusalWords(error.stderr);
    if (words === '')
        throw error;
    return { kind: 'refused', message: words };
}
async function readRemote(request) {
    const { ref } = request;
    const { stdout } = await remoteGit(request, ['ls-remote', '--refs', request.remoteUrl, ref]);
    const line = stdout.split('\n').find((entry) => entry.endsWith(`\t${ref}`));
    return line?.split('\t')[0] ?? null;
}
/** What the server itself said: its own lines, and the reason of a rejected ref; nothing where it was in trouble. */
function refusalWords(stderr) {
    if (/error: 5\d\d/.test(stderr))
        return '';
    const lines = stderr
        .split('\n')
        .filter((line) => /^remote: |rejected\]|error: 40[13]|Authentication failed/.test(line));
    return lines
        .map((line) => line.replace(/^remote: /, '').trim())
        .filter((line) => line !== '')
        .join('\n')
        .slice(0, 2000);
}
function remoteGit(request, args) {
    const options = {
        gitDir: request.repository,
        config: { 'core.hooksPath': '/dev/null', 'gc.auto': '0' },
        credential: { url: request.remoteUrl, token: request.token },
        timeoutSeconds: 120,
    };
    return (0,_git_js__WEBPACK_IMPORTED_MODULE_1__/* .runGit */ .E)(args, options);
}


/***/ }),

/***/ 5775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ ensureCheck)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2047);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(812);



/** How many annotations GitHub takes at once; those of a later request are added to those of an earlier one. */
const annotationsAtOnce = 50;
const checkRunSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    external_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    conclusion: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    details_url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    output: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        title: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
        summary: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
        annotations_count: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().default(0),
    }),
});
/**
 * Our check run of this name on this commit, as wanted; nothing is written when it already says so. What is known of it
 * spares the look, but not where it has annotations, which can only be added to. Returns its id.
 */
async function ensureCheck(github, wanted, known = { kind: 'unknown' }) {
    if (known.kind === 'none')
        return await createCheck(github, wanted);
    if (known.kind === 'unknown' || listAnnotations(wanted).length > 0)
        return await lookAndEnsure(github, wanted);
    // What is completed stays so: a newer check run of the same name takes its place.
    if (!known.isOpen && wanted.conclusion === null)
        return await createCheck(github, wanted);
    return (await updateCheck(github, { id: known.id, annotated: 0 }, wanted)) ?? (await createCheck(github, wanted));
}
async function lookAndEnsure(github, wanted) {
    const found = await findCheck(github, wanted);
    if (found !== null && isAsWanted(found, wanted))
        return found.id;
    const isReopening = found?.status === 'completed' && wanted.conclusion === null;
    if (found === null || isReopening || !canBeAnnotated(found, wanted))
        return await createCheck(github, wanted);
    const annotated = found.output.annotations_count;
    return (await updateCheck(github, { id: found.id, annotated }, wanted)) ?? (await createCheck(github, wanted));
}
async function findCheck(github, wanted) {
    const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
    const answer = await github.request(route, { ref: wanted.sha, check_name: wanted.name, per_page: 100 });
    const { check_runs } = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ check_runs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(checkRunSchema) }), answer.data, route);
    const ours = check_runs.filter((run) => run.name === wanted.name && run.external_id === wanted.externalId);
    return ours.sort((one, other) => other.id - one.id)[0] ?? null;
}
function isAsWanted(run, wanted) {
    return (run.status === (wanted.conclusion === null ? 'in_progress' : 'completed') &&
        run.conclusion === wanted.conclusion &&
        run.output.title === wanted.title &&
        run.output.summary === wanted.summary &&
        run.output.annotations_count === listAnnotations(wanted).length &&
        (wanted.detailsUrl === null || run.details_url === wanted.detailsUrl));
}
/** Annotations can be added, not taken away: those of an earlier judgement, or half of these, are left behind with it. */
function canBeAnnotated({ output }, wanted) {
    return output.annotations_count === 0 || output.annotations_count === listAnnotations(wanted).length;
}
function listAnnotations({ annotations = [] }) {
    return annotations;
}
async function createCheck(github, wanted) {
    const route = 'POST /repos/{owner}/{repo}/check-runs';
    try {
        const body = {
            name: wanted.name,
            head_sha: wanted.sha,
            external_id: wanted.externalId,
            ...composeState(wanted, 0),
        };
        const answer = await github.request(route, body);
        const { id } = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig() }), answer.data, route);
        await annotateRest(github, id, wanted);
        return id;
    }
    catch (error) {
        return await findMade(github, wanted, error);
    }
}
/** The id of the updated check run, or nothing when it belongs to another app, which alone may change it, or is gone. */
async function updateCheck(github, { id, annotated }, wanted) {
    const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
    try {
        const body = { check_run_id: id, ...composeState(wanted, annotated) };
        const answer = await github.request(route, body, [403, 404]);
        if (answer.status === 403 || answer.status === 404)
            return null;
        if (annotated === 0)
            await annotateRest(github, id, wanted);
        return id;
    }
    catch (error) {
        return await findMade(github, wanted, error);
    }
}
/** After a lost answer: the check run as wanted where it was written all the same, else the failure. */
async function findMade(github, wanted, error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .H) || !error.retryable)
        throw error;
    const found = await findCheck(github, wanted);
    if (found === null || !isAsWanted(found, wanted))
        throw error;
    return found.id;
}
async function annotateRest(github, id, wanted) {
    const all = listAnnotations(wanted);
    for (let start = annotationsAtOnce; start < all.length; start += annotationsAtOnce) {
        await github.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
            check_run_id: id,
            output: composeOutput(wanted, all.slice(start, start + annotationsAtOnce)),
        });
    }
}
function composeState(wanted, annotated) {
    const state = wanted.conclusion === null ? { status: 'in_progress' } : { status: 'completed', conclusion: wanted.conclusion };
    const details = wanted.detailsUrl === null ? {} : { details_url: wanted.detailsUrl };
    const annotations = annotated === 0 ? listAnnotations(wanted).slice(0, annotationsAtOnce) : [];
    return { ...state, ...details, output: composeOutput(wanted, annotations) };
}
function composeOutput({ title, summary }, annotations) {
    if (annotations.length === 0)
        return { title, summary };
    return {
        title,
        summary,
        annotations: annotations.map(({ path, line, level, title: heading, message }) => ({
            path,
            start_line: line,
            end_line: line,
            annotation_level: level,
            title: heading,
            message,
        })),
    };
}


/***/ }),

/***/ 4548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ ensureLabels)
/* harmony export */ });
/** The labels of ours, as wanted: what is missing is put on it, what is not wanted any more is taken off. */
async function ensureLabels(github, { on, present, wanted, own }) {
    const missing = wanted.filter((label) => !present.includes(label));
    const unwanted = present.filter((label) => own.includes(label) && !wanted.includes(label));
    if (missing.length > 0) {
        const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels';
        await github.request(route, { issue_number: on, labels: missing });
    }
    for (const name of unwanted) {
        const route = 'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}';
        await github.request(route, { issue_number: on, name }, [404]);
    }
}


/***/ }),

/***/ 3041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ ensurePullRequestClosed)
/* harmony export */ });
/** Closes a pull request that is open; one that is closed or merged already stays as it is. */
async function ensurePullRequestClosed(github, number) {
    const route = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}';
    await github.request(route, { pull_number: number, state: 'closed' });
}


/***/ }),

/***/ 3864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ensurePullRequest)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2047);
/* harmony import */ var _core_assignment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1453);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _ensure_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4548);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(812);





const pullRequestSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    node_id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    html_url: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    head: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), sha: _core_assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW }),
    base: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
    labels: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })),
});
/**
 * The one open pull request from this head into this base: opened when there is none, with its labels; the text of one
 * that is open stays. Null where GitHub opens none, since the base holds every commit of the head.
 */
async function ensurePullRequest(github, wanted) {
    const found = await findPullRequest(github, wanted);
    const pullRequest = found ?? (await createPullRequest(github, wanted));
    if (pullRequest === null)
        return null;
    const present = pullRequest.labels.map(({ name }) => name);
    await (0,_ensure_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .ensureLabels */ .c)(github, { on: pullRequest.number, present, wanted: wanted.labels, own: [] });
    return {
        number: pullRequest.number,
        id: pullRequest.node_id,
        url: pullRequest.html_url,
        headSha: pullRequest.head.sha,
        isAsWanted: pullRequest.title === wanted.title && textOf(pullRequest) === wanted.body,
    };
}
async function findPullRequest(github, { head, base }) {
    const route = 'GET /repos/{owner}/{repo}/pulls';
    const answer = await github.request(route, { state: 'open', head: `${github.owner}:${head}`, base, per_page: 100 });
    // GitHub ignores a filter it cannot make sense of and lists everything.
    const isIt = (pullRequest) => pullRequest.head.ref === head && pullRequest.base.ref === base;
    return (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .parseAnswer */ .W)(zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(pullRequestSchema), answer.data, route).find(isIt) ?? null;
}
async function createPullRequest(github, wanted) {
    const route = 'POST /repos/{owner}/{repo}/pulls';
    const { head, base, title, body } = wanted;
    try {
        const answer = await github.request(route, { head, base, title, body });
        return (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .parseAnswer */ .W)(pullRequestSchema, answer.data, route);
    }
    catch (error) {
        // The answer was lost, or another pass was quicker (422): either way it may be there now.
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RemoteError */ .H) || !(error.retryable || error.status === 422))
            throw error;
        const found = await findPullRequest(github, wanted);
        if (found === null && !isNothingNew(error))
            throw error;
        return found;
    }
}
/** GitHub's own words where the head is a commit that the base has. */
function isNothingNew({ status, message }) {
    return status === 422 && message.includes('No commits between');
}
/** GitHub may give the body back with the line ends of a web form. */
function textOf({ body }) {
    return (body ?? '').replaceAll('\r\n', '\n');
}


/***/ }),

/***/ 7862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ readOutcome)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(7428);
// EXTERNAL MODULE: ./build/core/outcome.js
var core_outcome = __webpack_require__(9058);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/github/download.js
var download = __webpack_require__(3608);
// EXTERNAL MODULE: ./build/github/parse-answer.js
var parse_answer = __webpack_require__(812);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/github/archive-directory.js
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;
/**
 * The entries of a zip archive by its central directory, the only list of them that counts (APPNOTE.TXT 4.3). Throws on
 * anything that is not a plain archive: encryption, 64-bit sizes, more than `most` entries, offsets that lead nowhere.
 */
function readArchiveDirectory(archive, most) {
    const end = findEnd(archive);
    const count = archive.readUInt16LE(end + 10);
    if (count > most)
        throw new Error(`it holds ${count} files, and ${most} are the most there can be`);
    const entries = [];
    let offset = archive.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
        if (archive.readUInt32LE(offset) !== entrySignature)
            throw new Error('its directory is broken');
        const nameLength = archive.readUInt16LE(offset + 28);
        entries.push(readEntry(archive, offset, nameLength));
        offset += 46 + nameLength + archive.readUInt16LE(offset + 30) + archive.readUInt16LE(offset + 32);
    }
    return entries;
}
function findEnd(archive) {
    const earliest = Math.max(0, archive.length - endLength - longestComment);
    for (let offset = archive.length - endLength; offset >= earliest; offset -= 1) {
        const isEnd = archive.readUInt32LE(offset) === endSignature;
        if (isEnd && offset + endLength + archive.readUInt16LE(offset + 20) === archive.length)
            return offset;
    }
    throw new Error('it is not a zip archive');
}
function readEntry(archive, offset, nameLength) {
    const name = archive.toString('utf8', offset + 46, offset + 46 + nameLength);
    if ((archive.readUInt16LE(offset + 8) & 1) === 1)
        throw new Error(`${JSON.stringify(name)} is encrypted`);
    const length = archive.readUInt32LE(offset + 20);
    const local = archive.readUInt32LE(offset + 42);
    if (archive.readUInt32LE(local) !== localSignature)
        throw new Error('its directory is broken');
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    if (start + length > archive.length)
        throw new Error('its directory is broken');
    return {
        name,
        method: archive.readUInt16LE(offset + 10),
        crc: archive.readUInt32LE(offset + 16),
        size: archive.readUInt32LE(offset + 24),
        data: archive.subarray(start, start + length),
    };
}

;// CONCATENATED MODULE: ./build/github/unpack-archive.js


/** The files of a hostile zip archive, in memory: flat, of known names, within the limit; anything else refuses it whole. */
function unpackArchive(archive, limits) {
    try {
        const entries = readArchiveDirectory(archive, limits.names.length);
        const fault = findFault(entries, limits);
        if (fault !== null)
            return { kind: 'refused', reason: fault };
        return { kind: 'files', files: new Map(entries.map((entry) => [entry.name, unpackEntry(entry)])) };
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { kind: 'refused', reason: `the archive cannot be unpacked: ${reason}` };
    }
}
function findFault(entries, limits) {
    const names = entries.map(({ name }) => name);
    const stranger = names.find((name) => !limits.names.includes(name));
    if (stranger !== undefined)
        return `the archive holds ${JSON.stringify(stranger)}, which does not belong there`;
    if (new Set(names).size !== names.length)
        return 'the archive holds a file twice';
    const unpackedBytes = entries.reduce((sum, { size }) => sum + size, 0);
    if (unpackedBytes > limits.unpackedBytes)
        return `the archive unpacks to more than ${limits.unpackedBytes} bytes`;
    return null;
}
function unpackEntry({ name, method, crc, size, data }) {
    const content = method === 0 ? data : inflate(data, { method, size });
    if (content.length !== size || (0,external_node_zlib_.crc32)(content) !== crc)
        throw new Error(`${name} is not what the directory says`);
    return content;
}
/** Inflates up to the size the directory declares, which was weighed before: a bomb bursts there. */
function inflate(data, { method, size }) {
    if (method !== 8)
        throw new Error(`unknown compression ${method}`);
    return (0,external_node_zlib_.inflateRawSync)(data, { maxOutputLength: Math.max(size, 1) });
}

;// CONCATENATED MODULE: ./build/github/download-artifact.js






const usualArtifactLimits = { archiveBytes: 64 * 2 ** 20, unpackedBytes: 256 * 2 ** 20 };
const artifactSchema = schemas/* object */.Ikc({
    size_in_bytes: schemas/* number */.aig(),
    expired: schemas/* boolean */.zMY(),
    digest: schemas/* string */.YjP().nullish(),
    workflow_run: schemas/* object */.Ikc({ id: schemas/* number */.aig() }).nullish(),
});
/**
 * The files of one outcome artifact, or why it is refused. Believes nothing but the digest: the run, the size on paper
 * and on the wire, the content and the names inside are all checked; the token goes to the API and nowhere else.
 */
async function downloadArtifact(github, wanted, limits = usualArtifactLimits) {
    const fault = await download_artifact_findFault(github, wanted, limits);
    if (fault !== null)
        return refuse(fault);
    const route = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}';
    const location = await (0,download/* locateDownload */.T)(github, route, { artifact_id: wanted.id, archive_format: 'zip' });
    if (location === null)
        return refuse('the artifact is gone');
    const archive = await (0,download/* fetchDownload */.f)(location, limits.archiveBytes);
    if (archive === null)
        return refuse(`the artifact is larger than ${limits.archiveBytes} bytes`);
    const digest = (0,external_node_crypto_.createHash)('sha256').update(archive).digest('hex');
    if (digest !== bareDigest(wanted.digest))
        return refuse(`the artifact's digest is ${digest}, not ${wanted.digest}`);
    return unpackArchive(archive, { names: Object.values(core_outcome/* outcomeFiles */.E), unpackedBytes: limits.unpackedBytes });
}
/** What its description says against the artifact, before a byte of it is fetched. */
async function download_artifact_findFault(github, wanted, limits) {
    const route = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}';
    const answer = await github.request(route, { artifact_id: wanted.id }, [404]);
    if (answer.status === 404)
        return 'there is no such artifact';
    const artifact = (0,parse_answer/* parseAnswer */.W)(artifactSchema, answer.data, route);
    if (artifact.workflow_run?.id !== wanted.runId)
        return `the artifact was not made by run ${wanted.runId}`;
    if (artifact.expired)
        return 'the artifact has expired';
    if (artifact.size_in_bytes > limits.archiveBytes)
        return `the artifact is larger than ${limits.archiveBytes} bytes`;
    const isOther = typeof artifact.digest === 'string' && bareDigest(artifact.digest) !== bareDigest(wanted.digest);
    return isOther ? `the artifact's digest is ${artifact.digest}, not ${wanted.digest}` : null;
}
function bareDigest(digest) {
    return digest.replace(/^sha256:/, '').toLowerCase();
}
function refuse(reason) {
    return { kind: 'refused', reason };
}

;// CONCATENATED MODULE: ./build/pass/read-outcome.js



/** Downloads an outcome and reads it: the right artifact of the right run, in the right shape, of that assignment. */
async function readOutcome(github, { assignment, artifact: id, digest, run }) {
    const artifact = await downloadArtifact(github, { id, digest, runId: run });
    if (artifact.kind === 'refused')
        return { kind: 'unusable', detail: artifact.reason };
    const outcome = parseOutcome(artifact.files.get(core_outcome/* outcomeFiles */.E.outcome), assignment);
    if (typeof outcome === 'string')
        return { kind: 'unusable', detail: outcome };
    return { kind: 'outcome', outcome, bundle: artifact.files.get(core_outcome/* outcomeFiles */.E.bundle) };
}
function parseOutcome(file, assignment) {
    if (file === undefined)
        return `the artifact holds no ${core_outcome/* outcomeFiles */.E.outcome}`;
    let data;
    try {
        data = JSON.parse(new TextDecoder().decode(file));
    }
    catch {
        return `${core_outcome/* outcomeFiles */.E.outcome} is not JSON`;
    }
    const parsed = core_outcome/* outcomeSchema */.Ws.safeParse(data);
    if (!parsed.success)
        return `${core_outcome/* outcomeFiles */.E.outcome} has another shape: ${errors/* prettifyError */.S1(parsed.error)}`;
    if (parsed.data.assignment !== assignment)
        return `the outcome is of assignment ${parsed.data.assignment}`;
    return parsed.data;
}


/***/ }),

/***/ 6188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRehearsal: () => (/* binding */ runRehearsal),
  runRehearsed: () => (/* binding */ runRehearsed)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/agents/assignment-file.js
var assignment_file = __webpack_require__(8133);
// EXTERNAL MODULE: ./build/core/instant.js
var instant = __webpack_require__(5079);
// EXTERNAL MODULE: ./build/core/rehearsal.js
var core_rehearsal = __webpack_require__(4789);
// EXTERNAL MODULE: ./build/doctor/examine.js + 27 modules
var examine = __webpack_require__(9014);
// EXTERNAL MODULE: ./build/doctor/finding.js
var finding = __webpack_require__(4227);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/git/git.js + 1 modules
var git = __webpack_require__(8253);
;// CONCATENATED MODULE: ./build/git/empty-commit.js

/** A commit that changes nothing, on top of its parent; its SHA. */
async function makeEmptyCommit({ repository, parent, message, author }) {
    const { name, email } = author;
    const { stdout } = await (0,git/* runGit */.E)(['commit-tree', `${parent}^{tree}`, '-p', parent, '-m', message], {
        gitDir: repository,
        env: { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email },
    });
    return stdout.trim();
}

// EXTERNAL MODULE: ./build/git/push.js
var push = __webpack_require__(6871);
// EXTERNAL MODULE: ./build/git/repository.js
var git_repository = __webpack_require__(5799);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/github/parse-answer.js
var parse_answer = __webpack_require__(812);
;// CONCATENATED MODULE: ./build/github/branches.js



const refsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ ref: schemas/* string */.YjP() }));
const pullsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ number: schemas/* number */.aig(), head: schemas/* object */.Ikc({ ref: schemas/* string */.YjP() }) }));
const branches = 'refs/heads/';
/** The names of the branches that begin with a prefix. */
async function listBranches(github, prefix) {
    const route = 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}';
    const answer = await github.request(route, { ref: `heads/${prefix}` });
    const found = (0,parse_answer/* parseAnswer */.W)(refsSchema, answer.data, route);
    return found.flatMap(({ ref }) => (ref.startsWith(branches) ? ref.slice(branches.length) : []));
}
/** The numbers of the open pull requests of a branch of this repository. */
async function listOpenOf(github, branch) {
    const route = 'GET /repos/{owner}/{repo}/pulls';
    const answer = await github.request(route, { state: 'open', head: `${github.owner}:${branch}`, per_page: 100 });
    const found = (0,parse_answer/* parseAnswer */.W)(pullsSchema, answer.data, route);
    // GitHub ignores a filter it cannot make sense of and lists everything.
    return found.flatMap(({ number, head }) => (head.ref === branch ? [number] : []));
}
/** Deletes a branch; one that is gone already stays so. */
async function ensureBranchGone(github, branch) {
    const route = 'DELETE /repos/{owner}/{repo}/git/refs/{ref}';
    const { status } = await github.request(route, { ref: `heads/${branch}` }, [422]);
    // The same answer for a branch that is not there and for one that a rule keeps.
    if (status !== 422 || !(await listBranches(github, branch)).includes(branch))
        return;
    throw new errors/* RemoteError */.H(`GitHub keeps the branch ${branch}`, {
        request: route,
        status,
        requestId: null,
        retryable: false,
    });
}

// EXTERNAL MODULE: ./build/github/ensure-pull-request.js
var ensure_pull_request = __webpack_require__(3864);
// EXTERNAL MODULE: ./build/github/ensure-pull-request-closed.js
var ensure_pull_request_closed = __webpack_require__(3041);
// EXTERNAL MODULE: ./build/github/read-commit-checks.js
var read_commit_checks = __webpack_require__(4860);
// EXTERNAL MODULE: ./build/github/read-pull-requests.js
var read_pull_requests = __webpack_require__(1717);
// EXTERNAL MODULE: ./build/github/read-runs.js
var read_runs = __webpack_require__(71);
;// CONCATENATED MODULE: ./build/doctor/rehearsal/canary.js












const author = { name: 'orchestrate', email: 'orchestrate@users.noreply.github.com' };
/** Opens a pull request that changes no file: a commit on top of the base's tip, on a branch that no pass takes for a story's. */
async function openCanary(place) {
    const { github, trees, base, rehearsal } = place;
    const parent = await (0,git_repository/* readTip */.av)(trees, base);
    if (parent === null) {
        return refused(`there is no branch ${base}`, 'Correct `base.branch` in the configuration, or push that branch.');
    }
    const branch = (0,core_rehearsal/* canaryBranch */.bZ)(rehearsal);
    const { directory: repository, remoteUrl, token } = trees;
    const head = await makeEmptyCommit({ repository, parent, message: `${branch}: change nothing`, author });
    const pushed = await (0,push/* pushRef */.qn)({ repository, remoteUrl, token, head, ref: (0,push/* branchRef */.Mi)(branch), expected: null });
    if (pushed.kind === 'refused' || pushed.kind === 'moved') {
        const said = pushed.kind === 'refused' ? pushed.message : 'it is there already';
        return refused(`${branch} could not be pushed: ${said}`, 'Give the App contents: write, and let rules of branches not keep it from making branches.');
    }
    try {
        const opened = await (0,ensure_pull_request/* ensurePullRequest */.p)(github, { head: branch, base, labels: [], ...textOf(place) });
        if (opened !== null)
            return { kind: 'opened', url: opened.url, baseSha: parent };
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H) || error.retryable)
            throw error;
        await ensureBranchGone(github, branch);
        return refused(`no pull request could be opened: ${error.message}`, 'Give the App pull requests: write, and accept the change where it is installed.');
    }
    await ensureBranchGone(github, branch);
    const remedy = 'Start a new rehearsal: the base has just got that very commit from somebody.';
    return refused('GitHub opens no pull request for a commit that the base has', remedy);
}
function refused(detail, remedy) {
    return { kind: 'refused', outcome: (0,finding/* fail */.fJ)(detail, remedy) };
}
function textOf({ runUrl }) {
    const body = [
        `Opened by a rehearsal of Orchestrate ([its run](${runUrl})) to see that CI starts and reports. It changes no file.`,
        'It is closed, and its branch deleted, when that is seen. Nothing is to be done about it: do not merge it.',
    ];
    return { title: 'Rehearsal: nothing to merge', body: body.join('\n\n') };
}
/** The pull request of a rehearsal's canary as it stands now; null where there is none. */
async function readCanary(github, rehearsal) {
    const branch = (0,core_rehearsal/* canaryBranch */.bZ)(rehearsal);
    const records = await (0,read_pull_requests/* readPullRequestsOfBranches */.Dd)(github, [branch]);
    const record = records.find(({ headRefName }) => headRefName === branch);
    if (record === undefined)
        return null;
    const canary = await (0,read_pull_requests/* completePullRequest */.su)(github, record);
    // Between two jobs of a run, one waiting for the other, nothing of it is pending but the run.
    const ofCommit = (await (0,read_commit_checks/* readCommitChecks */.D)(github, [canary.headSha])).get(canary.headSha) ?? [];
    return { ...canary, checks: [...canary.checks, ...ofCommit.filter(({ state }) => state === 'pending')] };
}
/** Closes a rehearsal's canary, whatever of it there is: its pull request, then its branch. */
async function closeCanary(github, rehearsal) {
    const branch = (0,core_rehearsal/* canaryBranch */.bZ)(rehearsal);
    for (const number of await listOpenOf(github, branch))
        await (0,ensure_pull_request_closed/* ensurePullRequestClosed */.F)(github, number);
    await ensureBranchGone(github, branch);
}
/** Closes what rehearsals that are over have left open; the names of those branches. */
async function sweepCanaries(github, current) {
    const branches = await listBranches(github, core_rehearsal/* canaryPrefix */.zv);
    const swept = [];
    for (const branch of branches) {
        const rehearsal = (0,core_rehearsal/* parseCanaryBranch */.KC)(branch);
        if (rehearsal === null || !(await isOver(github, rehearsal, current)))
            continue;
        await closeCanary(github, rehearsal);
        swept.push(branch);
    }
    return swept;
}
async function isOver(github, { run, attempt }, current) {
    if (run === current.run)
        return attempt < current.attempt;
    const found = await (0,read_runs/* readRun */.cI)(github, run);
    return found === null || found.status === 'completed' || found.attempt > attempt;
}

// EXTERNAL MODULE: ./build/doctor/rehearsal/findings.js
var rehearsal_findings = __webpack_require__(3578);
;// CONCATENATED MODULE: ./build/doctor/rehearsal/judge-agent-job.js


/** Whether an agent's job can be prepared, and the project's own check be run in it, on the base as it is. */
function judgeAgentJob(job, project) {
    if (job.kind === 'nothing') {
        const remedy = 'See the log of that job: one of your own steps in `orchestrate-assignment.yml` failed, most likely.';
        return [(0,rehearsal_findings/* found */.F)('rehearsal_job', (0,finding/* fail */.fJ)('the agent job ended before Orchestrate could leave anything', remedy))];
    }
    if (job.kind === 'unusable') {
        const remedy = 'Keep the step that uploads the outcome as the example has it.';
        return [(0,rehearsal_findings/* found */.F)('rehearsal_job', (0,finding/* fail */.fJ)(`what the agent job left cannot be used: ${job.detail}`, remedy))];
    }
    const { outcome } = job;
    if (outcome.kind === 'expired') {
        const remedy = 'Start a new rehearsal rather than run this one again; see why no machine was free, if it was late.';
        return [(0,rehearsal_findings/* found */.F)('rehearsal_job', (0,finding/* cannotTell */.JM)(`nothing was run: ${outcome.detail}`, remedy))];
    }
    if (outcome.kind !== 'failed' && outcome.kind !== 'completed') {
        const remedy = 'See the log of that job, then start a new rehearsal.';
        return [(0,rehearsal_findings/* found */.F)('rehearsal_job', (0,finding/* fail */.fJ)(`the agent job ${outcome.kind}: ${firstLine(outcome.detail)}`, remedy))];
    }
    const ran = (0,rehearsal_findings/* found */.F)('rehearsal_job', (0,finding/* pass */.IX)('the agent job ran, and its outcome came over'));
    if (outcome.kind === 'failed')
        return [ran, (0,rehearsal_findings/* found */.F)('rehearsal_setup', judgeSetup(outcome, project))];
    return [
        ran,
        (0,rehearsal_findings/* found */.F)('rehearsal_setup', (0,finding/* pass */.IX)(project.setup === null ? 'none is configured' : `\`${project.setup}\` ended well`)),
        (0,rehearsal_findings/* found */.F)('rehearsal_verify', judgeVerify(outcome, project)),
    ];
}
function judgeSetup({ detail }, { setup }) {
    return (0,finding/* fail */.fJ)(detail.trim().includes('\n') ? `${firstLine(detail)}: ${lastLine(detail)}` : detail.trim(), `Make \`${setup ?? ''}\` work on a fresh checkout: install what it needs in your own steps of \`orchestrate-assignment.yml\`. All it printed is in the outcome's \`agent.log\`.`);
}
function judgeVerify({ verify: ran }, { verify }) {
    if (verify === null) {
        return (0,finding/* cannotTell */.JM)('no check of the project is configured', 'Name its own full check as `verify` in the configuration.');
    }
    if (ran === null)
        return (0,finding/* fail */.fJ)(`\`${verify}\` was not run`, 'See the log of the agent job.');
    if (ran.exitCode === 0)
        return (0,finding/* pass */.IX)(`\`${ran.command}\` ended well on the base`);
    return (0,finding/* fail */.fJ)(`\`${ran.command}\` ended with ${ran.exitCode ?? 'a signal'} on the base, which no agent has touched: ${lastLine(ran.tail)}`, 'Make it pass there: services, variables and tools it needs belong into your own steps of `orchestrate-assignment.yml`.');
}
function firstLine(text) {
    return text.split('\n')[0]?.trim() ?? '';
}
function lastLine(text) {
    const lines = text.split('\n').map((line) => line.trim());
    return lines.findLast((line) => line !== '')?.slice(-300) ?? 'it printed nothing';
}

// EXTERNAL MODULE: ./build/doctor/rehearsal/report.js
var report = __webpack_require__(830);
// EXTERNAL MODULE: ./build/github/look.js
var look = __webpack_require__(803);
// EXTERNAL MODULE: ./build/github/read-branch-protection.js
var read_branch_protection = __webpack_require__(6013);
// EXTERNAL MODULE: ./build/doctor/demands.js
var demands = __webpack_require__(4894);
;// CONCATENATED MODULE: ./build/doctor/rehearsal/required.js



/** The checks that the base requires, as far as the asker is shown its rules. */
async function readRequiredChecks(github, base) {
    const remedy = 'Give the App permission to read the repository (metadata and contents).';
    const found = await (0,look/* look */.O)(remedy, () => (0,read_branch_protection/* readBranchProtection */.y)(github, base));
    return found.kind === 'seen' ? { kind: 'seen', value: (0,demands/* demandsOf */.w)(found.value).checks } : found;
}

// EXTERNAL MODULE: ./build/github/ensure-check.js
var ensure_check = __webpack_require__(5775);
;// CONCATENATED MODULE: ./build/github/may-start-runs.js
/**
 * Whether this token may start runs, asked by one on a branch that is not there: GitHub looks at the permission first,
 * and starts nothing either way.
 */
async function mayStartRuns(github, { workflow, nowhere }) {
    const route = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';
    const { status } = await github.request(route, { workflow_id: workflow, ref: nowhere }, [403, 404, 422]);
    return status === 422;
}

;// CONCATENATED MODULE: ./build/doctor/rehearsal/try-permissions.js






/** What the trusted phases must be let do besides pushing and opening, tried where it leaves nothing but a word on the canary. */
async function tryPermissions(github, trial) {
    const { headSha: sha, workflow, runUrl } = trial;
    const reporting = await isDone(() => (0,ensure_check/* ensureCheck */.x)(github, {
        sha,
        name: 'orchestrate/rehearsal',
        externalId: 'orchestrate',
        conclusion: 'neutral',
        title: 'A rehearsal',
        summary: 'What it showed stands on the page of its run.',
        detailsUrl: runUrl,
    }));
    const starting = await mayStartRuns(github, { workflow, nowhere: `${core_rehearsal/* canaryPrefix */.zv}nowhere` });
    const remedy = (scope) => `Settings of the App → Permissions → ${scope}: write; then accept the change where it is installed.`;
    const outcomes = (0,finding/* passUnless */.OZ)([
        ...(reporting ? [] : [(0,finding/* fail */.fJ)('the App may not report checks: no verdict could be shown', remedy('checks'))]),
        ...(starting ? [] : [(0,finding/* fail */.fJ)('the App may not start runs: no pass could start the next', remedy('actions'))]),
    ], 'the App may push, open pull requests, report checks and start runs');
    return outcomes.map((outcome) => (0,rehearsal_findings/* found */.F)('rehearsal_permissions', outcome));
}
/** Trouble on the way is no answer to what is asked. */
async function isDone(act) {
    try {
        await act();
        return true;
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.H && (error.status === 403 || error.status === 404))
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/core/checks.js
var core_checks = __webpack_require__(4813);
// EXTERNAL MODULE: ./build/core/degraded.js
var degraded = __webpack_require__(7410);
;// CONCATENATED MODULE: ./build/doctor/rehearsal/judge-canary.js




/** Whether there is anything left to wait for. */
function standingOf(facts) {
    const checks = countedOf(facts);
    // No waiting brings either into sight, or on its way.
    if (checks.some((check) => (0,degraded/* isParked */.S2)(check) || check.state === 'unreadable'))
        return 'parked';
    if (checks.some(({ state }) => state === 'pending'))
        return 'under_way';
    const required = facts.required.kind === 'seen' ? facts.required.value.filter(isOfOthers) : [];
    const isThere = (demand) => checks.some((check) => meets(check, demand));
    return checks.length > 0 && required.every(isThere) ? 'complete' : 'quiet';
}
/** What a canary showed by the end of the waiting: whether CI started by itself, and what became of each required name. */
function judgeCanary(facts, minutes) {
    const checks = countedOf(facts);
    if (checks.some(({ state }) => state === 'unreadable')) {
        const remedy = 'Give the App permission to read checks, actions and commit statuses, and accept it where it is installed.';
        return [(0,rehearsal_findings/* found */.F)('rehearsal_ci', (0,finding/* fail */.fJ)('what was reported on the canary is not shown to the App', remedy))];
    }
    const parked = checks.filter(degraded/* isParked */.S2);
    const start = judgeStart(checks, parked, minutes);
    const required = parked.length > 0 ? [] : judgeRequired(facts, checks, minutes);
    return [(0,rehearsal_findings/* found */.F)('rehearsal_ci', start), ...required.map((outcome) => (0,rehearsal_findings/* found */.F)('rehearsal_checks', outcome))];
}
/** Our own checks are left out, and what any workflow that may report checks can forge, as in the gate. */
function countedOf({ checks }) {
    const isForgeable = ({ appSlug, workflowRunId }) => appSlug === core_checks/* actionsSlug */.XU && workflowRunId === null;
    return checks.filter((check) => !check.name.startsWith(core_checks/* ownCheckPrefix */.Fi) && !isForgeable(check));
}
function isOfOthers({ name }) {
    return !name.startsWith(core_checks/* ownCheckPrefix */.Fi);
}
function meets(check, { name, appId }) {
    return check.name === name && (appId === null || check.appId === appId);
}
function judgeStart(checks, parked, minutes) {
    if (parked.length > 0) {
        return (0,finding/* fail */.fJ)(`CI waits for somebody to approve it: ${namesOf(parked)}`, 'Let the trusted jobs act as an App that is installed here, not with `GITHUB_TOKEN`.');
    }
    if (checks.length === 0) {
        return (0,finding/* fail */.fJ)(`no check began in ${say(minutes)} on a pull request that changes no file`, 'Have CI run `on: pull_request`, without a filter of paths, since a change outside of them would wait for ever; and push as an App: what `GITHUB_TOKEN` pushes may start nothing.');
    }
    return (0,finding/* pass */.IX)(`CI started by itself: ${namesOf(checks)}`);
}
function judgeRequired(facts, checks, minutes) {
    const { required, base } = facts;
    if (required.kind === 'unseen') {
        return [(0,finding/* cannotTell */.JM)(`which checks ${base} requires: ${required.because}`, required.remedy)];
    }
    const demands = required.value.filter(isOfOthers);
    if (demands.length === 0)
        return [(0,finding/* pass */.IX)(`${base} requires no check of anybody but us`)];
    return demands.map((demand) => judgeDemand(demand, checks, { ...facts, minutes }));
}
function judgeDemand(demand, checks, waiting) {
    const { name } = demand;
    const reported = checks.filter((check) => meets(check, demand));
    const [worst] = reported.toSorted((one, other) => rankOf(one) - rankOf(other));
    return worst === undefined ? judgeMissing(demand, checks, waiting) : judgeEnd(name, worst, waiting);
}
/** Of several of one name the one that lets a pull request wait, or stop, speaks. */
function rankOf({ state }) {
    const good = ['pending', 'skipped', 'neutral', 'success'];
    return good.indexOf(state);
}
function judgeEnd(name, { state }, { allowSkipped, base, minutes }) {
    switch (state) {
        case 'success':
            return (0,finding/* pass */.IX)(`${name} reported success`);
        case 'pending':
            return (0,finding/* cannotTell */.JM)(`${name} began, and had not ended after ${say(minutes)}`, 'Nothing, if CI takes that long.');
        case 'skipped':
        case 'neutral':
            return allowSkipped.includes(name)
                ? (0,finding/* pass */.IX)(`${name} was ${state}, which the configuration allows`)
                : (0,finding/* cannotTell */.JM)(`${name} was ${state} on a pull request that changes no file`, 'Nothing, if it runs where files change; else name it under `checks.allow-skipped`.');
        default:
            return (0,finding/* fail */.fJ)(`${name} ended as ${state} on a pull request that changes no file`, `Mend CI on ${base}: until then nothing merges, whatever agents do.`);
    }
}
function judgeMissing({ name, appId }, checks, { minutes }) {
    const namesake = checks.find((check) => check.name === name);
    if (namesake !== undefined) {
        const whose = namesake.appId === null ? 'as a commit status, which tells no app' : `by the app ${namesake.appId}`;
        return (0,finding/* fail */.fJ)(`${name} is required of the app ${appId}, and was reported ${whose}`, 'Choose who really reports it as its source in the rule.');
    }
    if (checks.some(({ state }) => state === 'pending')) {
        return (0,finding/* cannotTell */.JM)(`${name} had not reported after ${say(minutes)}, while CI was still at work`, 'Nothing, if it is reported at the end of a CI that takes that long.');
    }
    return (0,finding/* fail */.fJ)(`${name} was never reported: ${checks.length === 0 ? 'nothing was' : `only ${namesOf(checks)} ended`}, ${say(minutes)} after the push`, 'Correct its name in the rule, or have CI report it on every pull request, without a path filter.');
}
function namesOf(checks) {
    return [...new Set(checks.map(({ name }) => name))].join(', ');
}
function say(minutes) {
    return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

;// CONCATENATED MODULE: ./build/doctor/rehearsal/watch-canary.js



/** Looks at a canary until all that is required has reported, or as long as its patience lasts; what it showed. */
async function watchCanary(watch) {
    const { look, demands, patience, now, pause } = watch;
    const since = now();
    let quietSince = null;
    for (;;) {
        const canary = await look();
        if (canary === null || canary.state !== 'OPEN')
            return [(0,rehearsal_findings/* found */.F)('rehearsal_canary', judgeGone(canary))];
        const facts = { ...demands, checks: canary.checks };
        const standing = standingOf(facts);
        const at = now();
        quietSince = standing === 'quiet' ? (quietSince ?? at) : null;
        const minutes = (start) => (at - start) / 60_000;
        const isOver = standing === 'complete' ||
            standing === 'parked' ||
            minutes(since) >= patience.workMinutes ||
            (quietSince !== null && minutes(quietSince) >= patience.quietMinutes);
        if (isOver) {
            const opened = (0,finding/* pass */.IX)(`pull request ${canary.number} was opened by ${canary.author ?? 'somebody'}`);
            return [(0,rehearsal_findings/* found */.F)('rehearsal_canary', opened), ...judgeCanary(facts, Math.max(1, Math.round(minutes(since))))];
        }
        await pause(patience.pauseMs);
    }
}
function judgeGone(canary) {
    if (canary === null)
        return (0,finding/* fail */.fJ)('the canary is gone', 'Nothing, if somebody deleted its branch: start a new rehearsal.');
    if (canary.state === 'MERGED') {
        const who = canary.mergedBy ?? 'somebody';
        return (0,finding/* fail */.fJ)(`${who} merged the canary, which changes no file`, 'Nothing is to be undone; start a new rehearsal.');
    }
    return (0,finding/* cannotTell */.JM)('the canary was closed before its checks were seen', 'Start a new rehearsal.');
}

// EXTERNAL MODULE: ./build/doctor/render-findings.js
var render_findings = __webpack_require__(7455);
// EXTERNAL MODULE: ./build/pass/read-outcome.js + 3 modules
var read_outcome = __webpack_require__(7862);
// EXTERNAL MODULE: ./build/phases/open-pass.js + 82 modules
var open_pass = __webpack_require__(1780);
;// CONCATENATED MODULE: ./build/phases/rehearsal.js


















/** How long the agent job may wait for its machine. */
const queueMinutes = 60;
/** Within what the settle's job has, with room to close what was opened. */
const usualPatience = { workMinutes: 10, quietMinutes: 5, pauseMs: 10_000 };
/** Opens the canary, and hands out the one agent job in which no agent works; what that shows its settle tells. */
async function runRehearsal(inputs, context, log) {
    const { pass } = await (0,open_pass/* openPass */.K)(inputs, context, log);
    const { github, trees, settings, runUrl } = pass;
    const { base } = settings;
    const rehearsal = { run: context.run, attempt: context.attempt };
    for (const branch of await sweepCanaries(github, rehearsal))
        log(`▸ close ${branch} — left over by a rehearsal`);
    await (0,git_repository/* fetchInto */.DL)(trees, { branches: [base] });
    const opening = await openCanary({ github, trees, base, rehearsal, runUrl });
    if (opening.kind === 'refused') {
        const findings = [(0,rehearsal_findings/* found */.F)('rehearsal_canary', opening.outcome)];
        return endOf(findings, log, { matrix: '[]', count: '0', assignments: inputs.assignments });
    }
    log(`▸ open ${opening.url} — to see that CI starts and reports; it is closed by this rehearsal's settle`);
    const id = (0,core_rehearsal/* rehearsalId */.Vo)(rehearsal);
    await (0,assignment_file/* writeAssignmentFile */.zi)(inputs.assignments, {
        version: 1,
        assignment: {
            version: 1,
            role: 'rehearsal',
            id,
            ...rehearsal,
            notAfter: (0,instant/* addMinutes */.z)(pass.now(), queueMinutes),
            base: { branch: base, sha: opening.baseSha },
            startSha: opening.baseSha,
            branch: (0,core_rehearsal/* canaryBranch */.bZ)(rehearsal),
        },
        job: settings.jobs,
        diff: null,
        base: null,
    });
    return {
        outputs: {
            matrix: JSON.stringify([{ id, ref: opening.baseSha, review: false }]),
            count: '1',
            assignments: inputs.assignments,
        },
        summary: `### Orchestrate: rehearsal\n\nIts settle tells what was seen, and closes ${opening.url}.\n`,
    };
}
/** Looks what the canary and the agent job showed, and closes the canary, whatever that was. */
async function runRehearsed(inputs, context, log, patience = usualPatience) {
    const { pass } = await (0,open_pass/* openPass */.K)(inputs, context, log);
    const seen = await see(inputs, pass, patience).catch(async (error) => {
        await rehearsal_close(inputs.rehearsal, pass);
        throw error;
    });
    return endOf([...seen, ...(await rehearsal_close(inputs.rehearsal, pass))], log, {});
}
async function see(inputs, pass, patience) {
    const { setup, verify } = pass.settings.jobs;
    const project = { setup: setup?.command ?? null, verify: verify?.command ?? null };
    const job = judgeAgentJob(await readAgentJob(inputs, pass), project);
    return [...(await watch(inputs.rehearsal, pass, patience)), ...job];
}
/** What is to be told of the closing: nothing, where it was done. */
async function rehearsal_close(rehearsal, { github, log }) {
    const branch = (0,core_rehearsal/* canaryBranch */.bZ)(rehearsal);
    try {
        await closeCanary(github, rehearsal);
        log(`▸ close ${branch} — it was seen`);
        return [];
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H))
            throw error;
        const remedy = `Close its pull request and delete ${branch} by hand, or leave that to the next rehearsal.`;
        return [(0,rehearsal_findings/* found */.F)('rehearsal_canary', (0,finding/* fail */.fJ)(`the canary could not be closed: ${error.message}`, remedy))];
    }
}
async function readAgentJob({ rehearsal, outcome }, { github }) {
    if (outcome === null)
        return { kind: 'nothing' };
    return await (0,read_outcome/* readOutcome */.n)(github, { ...outcome, assignment: (0,core_rehearsal/* rehearsalId */.Vo)(rehearsal), run: rehearsal.run });
}
async function watch(rehearsal, pass, usual) {
    const { github, settings, policy, now, runUrl } = pass;
    const { base } = settings;
    const { allowSkipped, deadlineMinutes } = policy.checks;
    const patience = { ...usual, quietMinutes: Math.min(usual.quietMinutes, deadlineMinutes) };
    const demands = { base, required: await readRequiredChecks(github, base), allowSkipped };
    const look = () => readCanary(github, rehearsal);
    const seen = await watchCanary({ look, demands, patience, now, pause: promises_.setTimeout });
    const canary = await look();
    if (canary === null)
        return seen;
    const { headSha } = canary;
    return [...seen, ...(await tryPermissions(github, { headSha, workflow: settings.workflow, runUrl }))];
}
function endOf(findings, log, outputs) {
    for (const line of (0,render_findings/* renderFindings */.v)(findings))
        log(line);
    log((0,report/* renderReport */.B)(findings));
    const failures = (0,examine/* countFailures */.xL)(findings);
    return {
        outputs: { ...outputs, failures: String(failures) },
        summary: (0,render_findings/* renderDoctorSummary */.Y)(findings, 'rehearsal'),
        ...(failures === 0 ? {} : { failure: `The rehearsal found ${failures} ${failures === 1 ? 'fault' : 'faults'}.` }),
    };
}


/***/ })

};
