export const id = 145;
export const ids = [145];
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

/***/ 9003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ packBase),
/* harmony export */   M: () => (/* binding */ unpackBase)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _checkout_git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(294);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75);



const baseRef = 'refs/orchestrate/base';
/** What a base has that a start has not, as a bundle; null where there is nothing of that kind. */
async function packBase(repository, { base, start }) {
    const git = { gitDir: repository };
    const { exitCode } = await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .E)(['merge-base', '--is-ancestor', base, start], { ...git, accept: [1] });
    if (exitCode === 0)
        return null;
    await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .E)(['update-ref', baseRef, base], git);
    const { stdout } = await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGitBytes */ .j)(['bundle', 'create', '--quiet', '-', baseRef, `^${start}`], git);
    return stdout;
}
/** Gives a checkout the commits of such a bundle, by way of a file, so that its agent can merge them by their SHA. */
async function unpackBase(checkout, bundle, file) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, bundle);
    const flags = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance'];
    await (0,_checkout_git_js__WEBPACK_IMPORTED_MODULE_1__/* .checkoutGit */ .b_)(['fetch', ...flags, file, `+${baseRef}:${baseRef}`], { cwd: checkout });
}


/***/ }),

/***/ 294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QX: () => (/* binding */ isAncestor),
/* harmony export */   b_: () => (/* binding */ checkoutGit),
/* harmony export */   fq: () => (/* binding */ findCommit)
/* harmony export */ });
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75);

/** What a checkout's own configuration may not do to us: hooks, watchers, housekeeping; a foreign owner is no obstacle. */
const wary = {
    'core.hooksPath': '/dev/null',
    'core.fsmonitor': 'false',
    'gc.auto': '0',
    'maintenance.auto': 'false',
    'commit.gpgSign': 'false',
    'submodule.recurse': 'false',
    'advice.detachedHead': 'false',
    // In a container the checkout often belongs to another user than the one who runs this.
    'safe.directory': '*',
};
/** Runs git on the checkout of an agent job. */
function checkoutGit(args, options) {
    return (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .E)(args, { ...options, config: { ...options.config, ...wary } });
}
/** The commit a name stands for, or null where there is none or the repository cannot be read. */
async function findCommit(name, options) {
    const found = await checkoutGit(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], {
        ...options,
        accept: [1, 128],
    });
    return found.exitCode === 0 ? found.stdout.trim() : null;
}
/** Whether one commit is reachable from another; a commit that is missing is not. */
async function isAncestor(ancestor, descendant, options) {
    const answer = await checkoutGit(['merge-base', '--is-ancestor', ancestor, descendant], {
        ...options,
        accept: [1, 128],
    });
    return answer.exitCode === 0;
}


/***/ }),

/***/ 6871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ keptRef),
/* harmony export */   Mi: () => (/* binding */ branchRef),
/* harmony export */   qn: () => (/* binding */ pushRef)
/* harmony export */ });
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75);
/* harmony import */ var _git_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3664);


/** The full name of a branch. */
function branchRef(branch) {
    return `refs/heads/${branch}`;
}
/** Where work that must not be seen by any workflow yet is kept: no branch, and named by the commit itself. */
function keptRef(head) {
    return `refs/orchestrate/kept/${head}`;
}
/** Pushes a commit to a ref with a lease on what was there; a lost answer is settled by what is there now. */
async function pushRef(request) {
    const { ref } = request;
    const lease = `--force-with-lease=${ref}:${request.expected ?? ''}`;
    try {
        const { stderr } = await remoteGit(request, ['push', lease, request.remoteUrl, `${request.head}:${ref}`]);
        return { kind: stderr.includes('Everything up-to-date') ? 'already' : 'pushed' };
    }
    catch (error) {
        if (!(error instanceof _git_error_js__WEBPACK_IMPORTED_MODULE_1__/* .GitError */ .X))
            throw error;
        return await settle(request, error);
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
    return (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .E)(args, options);
}


/***/ }),

/***/ 7526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ dispatchWorkflow)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _read_runs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71);


/** Starts a run of the workflow; after a lost answer it is enough that one is queued. */
async function dispatchWorkflow(github, wanted) {
    try {
        await github.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
            workflow_id: wanted.workflow,
            ref: wanted.ref,
            inputs: wanted.inputs ?? {},
        });
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .H) || !error.retryable)
            throw error;
        const { queuedRuns } = await (0,_read_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .readRuns */ .x)(github, wanted.workflow, []);
        if (queuedRuns === 0)
            throw error;
    }
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



const checkRunSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    external_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    conclusion: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    details_url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    output: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ title: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(), summary: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable() }),
});
/** Our check run of this name on this commit, as wanted; nothing is written when it already says so. Returns its id. */
async function ensureCheck(github, wanted) {
    const found = await findCheck(github, wanted);
    if (found !== null && isAsWanted(found, wanted))
        return found.id;
    const isReopening = found?.status === 'completed' && wanted.conclusion === null;
    // What is completed stays so: a newer check run of the same name takes its place.
    if (found === null || isReopening)
        return createCheck(github, wanted);
    const updated = await updateCheck(github, found.id, wanted);
    return updated ?? createCheck(github, wanted);
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
        (wanted.detailsUrl === null || run.details_url === wanted.detailsUrl));
}
async function createCheck(github, wanted) {
    const route = 'POST /repos/{owner}/{repo}/check-runs';
    try {
        const body = { name: wanted.name, head_sha: wanted.sha, external_id: wanted.externalId, ...composeState(wanted) };
        const answer = await github.request(route, body);
        return (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig() }), answer.data, route).id;
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .H) || !error.retryable)
            throw error;
        const found = await findCheck(github, wanted);
        if (found === null || !isAsWanted(found, wanted))
            throw error;
        return found.id;
    }
}
/** The id of the updated check run, or nothing when it belongs to another app, which alone may change it. */
async function updateCheck(github, id, wanted) {
    const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
    try {
        const answer = await github.request(route, { check_run_id: id, ...composeState(wanted) }, [403]);
        return answer.status === 403 ? null : id;
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .H) || !error.retryable)
            throw error;
        const found = await findCheck(github, wanted);
        if (found === null || !isAsWanted(found, wanted))
            throw error;
        return found.id;
    }
}
function composeState(wanted) {
    const state = wanted.conclusion === null ? { status: 'in_progress' } : { status: 'completed', conclusion: wanted.conclusion };
    const details = wanted.detailsUrl === null ? {} : { details_url: wanted.detailsUrl };
    return { ...state, ...details, output: { title: wanted.title, summary: wanted.summary } };
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
 * The one open pull request from this head into this base, as wanted: opened when there is none, changed where it differs.
 * Null where GitHub opens none, since the base holds every commit of the head.
 */
async function ensurePullRequest(github, wanted) {
    const found = await findPullRequest(github, wanted);
    const pullRequest = found ?? (await createPullRequest(github, wanted));
    if (pullRequest === null)
        return null;
    await ensureText(github, pullRequest, wanted);
    await ensureLabels(github, pullRequest, wanted.labels);
    return {
        number: pullRequest.number,
        id: pullRequest.node_id,
        url: pullRequest.html_url,
        headSha: pullRequest.head.sha,
        created: found === null,
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
async function ensureText(github, pullRequest, { title, body }) {
    // GitHub may give the body back with the line ends of a web form.
    if (pullRequest.title === title && (pullRequest.body ?? '').replaceAll('\r\n', '\n') === body)
        return;
    await github.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
        pull_number: pullRequest.number,
        title,
        body,
    });
}
async function ensureLabels(github, pullRequest, labels) {
    const missing = labels.filter((label) => !pullRequest.labels.some(({ name }) => name === label));
    if (missing.length === 0)
        return;
    await github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
        issue_number: pullRequest.number,
        labels: missing,
    });
}


/***/ }),

/***/ 8231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ runPass)
});

// EXTERNAL MODULE: ./build/core/degraded.js
var degraded = __webpack_require__(7410);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/dispatch-workflow.js
var dispatch_workflow = __webpack_require__(7526);
// EXTERNAL MODULE: ./build/loopctl/loopctl-error.js
var loopctl_error = __webpack_require__(8324);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/core/decide.js + 32 modules
var decide = __webpack_require__(8519);
// EXTERNAL MODULE: ./build/core/decision.js
var core_decision = __webpack_require__(4402);
// EXTERNAL MODULE: ./build/core/remember.js + 1 modules
var remember = __webpack_require__(2427);
// EXTERNAL MODULE: ./build/core/reasons.js + 8 modules
var reasons = __webpack_require__(9973);
// EXTERNAL MODULE: ./build/core/story.js
var core_story = __webpack_require__(2703);
;// CONCATENATED MODULE: ./build/pass/announce.js



/** One line for a decision that was rightly not carried out, and why. */
function announceUndone(decision, hold, { log }) {
    const subject = (0,core_decision/* subjectOf */.e)(decision);
    log(`! ${decision.kind} ${subject} — not done: ${firstLine((0,reasons/* describeHold */.TZ)(hold))}`);
}
/** One line per decision that was applied, with its reason. */
function announceDecision(decision, { log }) {
    const subject = (0,core_decision/* subjectOf */.e)(decision);
    const role = decision.kind === 'dispatch' ? ` (${decision.assignment.role})` : '';
    log(`▸ ${decision.kind}${role} ${subject} — ${firstLine(decision.because)}`);
}
/** One line per story that does not move and is not done, in the order of their numbers. */
function announcePlan(plan, { log }) {
    if (plan.line !== null)
        log(`‖ - — ${firstLine((0,reasons/* describeHold */.TZ)(plan.line))}`);
    for (const note of plan.notes)
        log(`! - — ${firstLine((0,reasons/* describeHold */.TZ)(note))}`);
    const waiting = [...plan.holds].filter(([, hold]) => hold.code !== 'project_done');
    for (const [story, hold] of waiting.toSorted(([left], [right]) => (0,core_story/* compareStoryNumbers */.jn)(left, right))) {
        log(`‖ ${story} — ${firstLine((0,reasons/* describeHold */.TZ)(hold))}`);
    }
}
function firstLine(text) {
    return text.split('\n', 1)[0]?.slice(0, 300) ?? '';
}

// EXTERNAL MODULE: ./build/github/ensure-pull-request-closed.js
var ensure_pull_request_closed = __webpack_require__(3041);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/github/parse-answer.js
var parse_answer = __webpack_require__(812);
// EXTERNAL MODULE: ./build/github/read-runs.js
var read_runs = __webpack_require__(71);
;// CONCATENATED MODULE: ./build/github/rerun-job.js




const jobSchema = schemas/* object */.Ikc({ run_id: schemas/* number */.aig(), run_attempt: schemas/* number */.aig().default(1) });
/** One job of a run that has ended is run again, once: a run that is under way or has a newer attempt is left alone. */
async function rerunJob(github, jobId) {
    const route = 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}';
    const job = (0,parse_answer/* parseAnswer */.W)(jobSchema, (await github.request(route, { job_id: jobId })).data, route);
    if (await isUnderWay(github, job))
        return { kind: 'under_way' };
    try {
        const answer = await github.request('POST /repos/{owner}/{repo}/actions/jobs/{job_id}/rerun', { job_id: jobId }, [403]);
        if (answer.status !== 403)
            return { kind: 'started' };
        const { message } = (0,parse_answer/* parseAnswer */.W)(schemas/* object */.Ikc({ message: schemas/* string */.YjP() }), answer.data, 'a refused re-run');
        return { kind: 'refused', message };
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H) || !error.retryable)
            throw error;
        if (await isUnderWay(github, job))
            return { kind: 'started' };
        throw error;
    }
}
async function isUnderWay(github, job) {
    const run = await (0,read_runs/* readRun */.c)(github, job.run_id);
    return run !== null && (run.status !== 'completed' || run.attempt > job.run_attempt);
}

// EXTERNAL MODULE: ./build/render/keep-within.js
var keep_within = __webpack_require__(9298);
// EXTERNAL MODULE: ./build/render/sanitise.js
var sanitise = __webpack_require__(4123);
;// CONCATENATED MODULE: ./build/render/pull-request.js


/** Title and body of a story's pull request; never longer than the 65,536 characters that GitHub takes. */
function renderPullRequest(story) {
    const criteria = story.criteria.map(({ id, text }) => `- [ ] **${(0,sanitise/* sanitiseLine */.lg)(id)}** ${(0,sanitise/* sanitiseLine */.lg)(text, 600)}`);
    const description = story.description === null ? [] : [(0,sanitise/* sanitise */.tB)(story.description), ''];
    const body = [
        `Story **${story.number}** of epic ${story.epic}, by a fresh agent of Orchestrate.`,
        '',
        ...description,
        '### Acceptance criteria',
        ...(0,keep_within/* keepWithin */.X)(criteria, 40_000, (left) => `- and ${left} more`),
        '',
        'It merges when CI is green, an independent review has passed, and every rule of the base is met.',
        `<!-- orchestrate:story=${story.number} -->`,
    ];
    return { title: `${story.number}: ${(0,sanitise/* plainLine */.h0)(story.title)}`, body: body.join('\n') };
}

// EXTERNAL MODULE: ./build/core/refuse-empty.js
var refuse_empty = __webpack_require__(472);
// EXTERNAL MODULE: ./build/git/push.js
var git_push = __webpack_require__(6871);
// EXTERNAL MODULE: ./build/github/ensure-pull-request.js
var ensure_pull_request = __webpack_require__(3864);
// EXTERNAL MODULE: ./build/git/repository.js
var git_repository = __webpack_require__(5799);
// EXTERNAL MODULE: ./build/pass/git-trouble.js
var git_trouble = __webpack_require__(1386);
;// CONCATENATED MODULE: ./build/pass/left-undone.js

/** The world had moved, or said no: a decision was rightly not carried out, and this is what its story waits for. */
class LeftUndone extends Error {
    name = 'LeftUndone';
    hold;
    constructor(hold) {
        super((0,reasons/* describeHold */.TZ)(hold));
        this.hold = hold;
    }
}

;// CONCATENATED MODULE: ./build/pass/push-head.js




/**
 * Pushes work that was judged; what was judged by an earlier pass and kept aside is fetched first. What GitHub will not
 * take for what is in it, or by a rule or a permission of ours, is answered with its own words; a branch that was to be
 * new and is there, with the commit that it has.
 */
async function pushHead(push, { history, requireLease, log }) {
    const { directory: repository, remoteUrl, token } = history;
    await (0,git_repository/* ensureRepository */.z0)(history);
    if (!(await (0,git_repository/* hasCommit */.QE)(history, push.head)) && !(await (0,git_trouble/* withGitTrouble */.m)((0,git_repository/* fetchInto */.DL)(history, { commits: [push.head] })))) {
        throw new LeftUndone({ code: 'head_not_accepted', detail: `${push.head} is gone from the repository` });
    }
    requireLease();
    const pushed = await (0,git_trouble/* withGitTrouble */.m)((0,git_push/* pushRef */.qn)({ ...push, repository, remoteUrl, token }));
    if (pushed.kind === 'moved') {
        if (push.expected === null && pushed.actual !== null) {
            log(`· ${push.ref} is there already, at ${pushed.actual}, and nothing is known of it: the next one is begun`);
            return { taken: pushed.actual };
        }
        const detail = `${push.ref} moved to ${pushed.actual ?? 'nothing'}`;
        throw new LeftUndone({ code: 'head_not_accepted', detail });
    }
    return pushed.kind === 'refused' ? { refusal: pushed.message } : null;
}

;// CONCATENATED MODULE: ./build/pass/propose.js




/** Pushes judged work to its branch with a lease, and opens its pull request once. */
async function propose(decision, text, pass) {
    const { head, branch, expected } = decision;
    const refused = await pushHead({ head: head.sha, ref: (0,git_push/* branchRef */.Mi)(branch), expected }, pass);
    if (refused !== null)
        return { kind: 'not_proposed', applied: refused };
    const wanted = { head: branch, base: pass.settings.base, ...text, labels: ['orchestrate'] };
    const pullRequest = await (0,ensure_pull_request/* ensurePullRequest */.p)(pass.github, wanted);
    return pullRequest === null
        ? { kind: 'not_proposed', applied: { instead: (0,refuse_empty/* refuseEmpty */.O)(decision) } }
        : { kind: 'proposed', pullRequest };
}

// EXTERNAL MODULE: ./build/core/transitions.js
var transitions = __webpack_require__(1678);
;// CONCATENATED MODULE: ./build/pass/transition.js


/**
 * Makes one loopctl call for a story as it stands now: read again, then done, or skipped because it was done before.
 * Left undone when the story is elsewhere than we believed.
 */
async function transit(call, story, { loopctl, requireLease }, make) {
    const [now, identities] = await Promise.all([loopctl.getStory(story.id), loopctl.identities()]);
    if (now === null)
        throw elsewhere(`${call}: loopctl does not know the story any more`);
    const answer = (0,transitions/* answerTransition */._s)(call, now, identities.implementer.agentId);
    if (answer === 'hold')
        throw elsewhere(`${call}: the story is ${now.agentStatus}, ${now.verifiedStatus} in loopctl`);
    if (answer === 'skip')
        return;
    requireLease();
    await make(now);
}
function elsewhere(detail) {
    return new LeftUndone({ code: 'stalled_elsewhere', detail });
}

;// CONCATENATED MODULE: ./build/pass/apply-accept.js




/** Pushed and proposed; then what was made is told to loopctl, and review requested. */
async function applyAccept(decision, pass) {
    const { story, head, branch } = decision;
    const { loopctl } = pass;
    const proposal = await propose(decision, renderPullRequest(story), pass);
    if (proposal.kind === 'not_proposed')
        return proposal.applied;
    const { pullRequest } = proposal;
    const artifact = {
        artifactType: 'commit_diff',
        path: pullRequest.url,
        exists: true,
        details: { sha: head.sha, branch },
    };
    await transit('request_review', story, pass, async ({ artifacts }) => {
        // loopctl keeps every artifact it is given, the same one twice too.
        const isPosted = artifacts.some(({ artifactType, path, exists, details }) => (0,external_node_util_.isDeepStrictEqual)({ artifactType, path, exists, details }, artifact));
        if (!isPosted)
            await loopctl.postArtifact(story.id, artifact);
        pass.requireLease();
        await loopctl.requestReview(story.id);
    });
    return { pullRequest: pullRequest.number };
}

;// CONCATENATED MODULE: ./build/render/repair.js


const gate = 'It merges when its own CI is green, an independent review has passed, and every rule of the base is met.';
/** Title and body of the pull request that repairs a red base. */
function renderRepair(repair) {
    const jobs = repair.criteria.map(({ id, text }) => `- [ ] **${(0,sanitise/* sanitiseLine */.lg)(id)}** ${(0,sanitise/* sanitiseLine */.lg)(text)}`);
    const body = [
        'The base is red, and nothing else can merge until it is green: a fresh agent of Orchestrate repairs it.',
        '',
        (0,sanitise/* sanitise */.tB)(repair.description ?? ''),
        '',
        ...(0,keep_within/* keepWithin */.X)(jobs, 40_000, (left) => `- and ${left} more`),
        '',
        gate,
        `<!-- orchestrate:repair=${repair.number} -->`,
    ];
    return { title: (0,sanitise/* plainLine */.h0)(repair.title), body: body.join('\n') };
}
/** Title and body of the pull request in which GitHub reverts the merge of a story. */
function renderRevert({ story, reverts, pullRequest, because }) {
    const body = [
        `The merge of #${pullRequest} made the base red; it is reverted, and story **${(0,sanitise/* sanitiseLine */.lg)(reverts)}** is done again.`,
        '',
        (0,sanitise/* sanitise */.tB)(because),
        '',
        gate,
        `<!-- orchestrate:repair=${story.number} -->`,
    ];
    return { title: `Revert ${(0,sanitise/* plainLine */.h0)(reverts)} (#${pullRequest})`, body: body.join('\n') };
}

;// CONCATENATED MODULE: ./build/pass/apply-accept-repair.js


/** Pushed and proposed; loopctl is told nothing. */
async function applyAcceptRepair(decision, pass) {
    const proposal = await propose(decision, renderRepair(decision.story), pass);
    return proposal.kind === 'proposed' ? { pullRequest: proposal.pullRequest.number } : proposal.applied;
}

// EXTERNAL MODULE: ./build/github/ensure-check.js
var ensure_check = __webpack_require__(5775);
;// CONCATENATED MODULE: ./build/render/review-check.js


/** Title and summary of the review's check: every criterion with its verdict, then the findings; never longer than GitHub takes. */
function renderReviewCheck(story, review) {
    const failed = new Set(review.acs_failed);
    const rows = story.criteria.map(({ id, text }) => `| ${failed.has(id) ? '✗ not met' : '✓ met'} | ${cell(id)} | ${cell(text)} |`);
    const findings = review.findings.map(({ severity, ac_id, description }) => `- **${severity}**${ac_id ? ` ${(0,sanitise/* sanitiseLine */.lg)(ac_id)}` : ''}: ${(0,sanitise/* sanitiseLine */.lg)(description, 1000)}`);
    const met = story.criteria.length - failed.size;
    return {
        title: `${review.result === 'pass' ? 'Passed' : 'Failed'}: ${met} of ${story.criteria.length} criteria met`,
        summary: [
            (0,sanitise/* sanitise */.tB)(review.summary),
            '',
            '| | criterion | |',
            '|---|---|---|',
            ...(0,keep_within/* keepWithin */.X)(rows, 20_000, (left) => `| | | and ${left} more |`),
            ...(findings.length > 0
                ? ['', '### Findings', ...(0,keep_within/* keepWithin */.X)(findings, 20_000, (left) => `- and ${left} more`)]
                : []),
        ].join('\n'),
    };
}
function cell(text) {
    return (0,sanitise/* sanitiseLine */.lg)(text, 300).replace(/[\\|]/g, '\\$&');
}

;// CONCATENATED MODULE: ./build/pass/show-verdict.js


/** The verdict as our check on a head. */
async function showVerdict({ story, verdict, headSha }, pass) {
    await (0,ensure_check/* ensureCheck */.x)(pass.github, {
        sha: headSha,
        name: 'orchestrate/review',
        externalId: 'orchestrate',
        conclusion: verdict.review.result === 'pass' ? 'success' : 'failure',
        ...renderReviewCheck(story, verdict.review),
        detailsUrl: pass.runUrl,
    });
}

;// CONCATENATED MODULE: ./build/pass/apply-adopt.js

/** Remembered in the ledger; a verdict that stands for the new head is shown on it. */
async function applyAdopt({ story, head, verdict }, pass) {
    if (verdict !== null)
        await showVerdict({ story, verdict, headSha: head.sha }, pass);
    return {};
}

// EXTERNAL MODULE: ./build/core/checks.js
var core_checks = __webpack_require__(4813);
// EXTERNAL MODULE: ./build/github/bot-login.js
var bot_login = __webpack_require__(5508);
// EXTERNAL MODULE: ./build/github/documents.js
var documents = __webpack_require__(7856);
// EXTERNAL MODULE: ./build/github/read-pages.js
var read_pages = __webpack_require__(5465);
;// CONCATENATED MODULE: ./build/github/ensure-approval.js






const viewerSchema = schemas/* object */.Ikc({ viewer: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }) });
const pullRequestSchema = schemas/* object */.Ikc({ state: schemas/* string */.YjP(), head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) });
const reviewSchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    state: schemas/* string */.YjP(),
    commit_id: schemas/* string */.YjP().nullable(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable(),
});
const refusalSchema = schemas/* object */.Ikc({ message: schemas/* string */.YjP(), errors: schemas/* array */.YOg(schemas/* unknown */.L5J()).optional() });
/**
 * Approves this head in GitHub Actions' name, once; of an answer that was lost, the next look tells. A token of anybody
 * else is refused: what it says would be a person's word, or nobody's.
 */
async function ensureApproved(github, wanted) {
    const { number, headSha, body } = wanted;
    const other = await findOtherName(github);
    if (other !== null)
        return other;
    if (!(await isAt(github, wanted)))
        return { kind: 'head_moved' };
    const standing = await listApprovals(github, number);
    if (standing.some(({ commit_id: commit }) => commit === headSha))
        return { kind: 'done' };
    const route = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
    const parameters = { pull_number: number, commit_id: headSha, event: 'APPROVE', body };
    return toAnswer(await github.request(route, parameters, [403, 422]), route);
}
/** Dismisses every approval that stands in GitHub Actions' name. */
async function ensureUnapproved(github, { number, message }) {
    const route = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals';
    for (const { id } of await listApprovals(github, number)) {
        const parameters = { pull_number: number, review_id: id, message, event: 'DISMISS' };
        const answer = toAnswer(await github.request(route, parameters, [403, 422]), route);
        if (answer.kind === 'refused')
            return answer;
    }
    return { kind: 'done' };
}
function toAnswer({ status, data }, route) {
    if (status < 400)
        return { kind: 'done' };
    const { message, errors = [] } = (0,parse_answer/* parseAnswer */.W)(refusalSchema, data, route);
    const details = errors.filter((error) => typeof error === 'string');
    return { kind: 'refused', message: [message, ...details].join(': ') };
}
async function findOtherName(github) {
    const { viewer } = (0,parse_answer/* parseAnswer */.W)(viewerSchema, await github.graphql(documents/* viewerDocument */.an, {}), 'POST /graphql');
    if ((0,bot_login/* withoutSuffix */.a)(viewer.login) === core_checks/* actionsSlug */.XU)
        return null;
    return { kind: 'refused', message: `\`approval-token\` is ${viewer.login}'s, and not the job's own` };
}
async function isAt(github, { number, headSha }) {
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
    const { data } = await github.request(route, { pull_number: number });
    const { state, head } = (0,parse_answer/* parseAnswer */.W)(pullRequestSchema, data, route);
    return state === 'open' && head.sha === headSha;
}
async function listApprovals(github, number) {
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
    const reviews = await (0,read_pages/* readPages */.n)(github, route, { pull_number: number }, (data) => (0,parse_answer/* parseAnswer */.W)(schemas/* array */.YOg(reviewSchema), data, route));
    return reviews.filter(({ state, user }) => state === 'APPROVED' && user !== null && (0,bot_login/* withoutSuffix */.a)(user.login) === core_checks/* actionsSlug */.XU);
}

;// CONCATENATED MODULE: ./build/render/approval.js

/** The words of an approval: on whose verdict it rests, and for what it holds. */
function renderApproval({ story, verdict, headSha }) {
    return [
        `The review of story ${story.number} passed: ${(0,sanitise/* sanitiseLine */.lg)(verdict.review.summary, 1000)}`,
        '',
        `It holds for ${headSha} and for these criteria, and is taken back when either changes.`,
        '',
        `Reviewed-by-agent: ${verdict.reviewer}`,
        `Criteria-hash: ${verdict.criteriaHash}`,
        `Orchestrate-run: ${verdict.run}`,
    ].join('\n');
}
/** Why an approval is taken back. */
function renderWithdrawal({ story }) {
    return `No passing review of story ${story.number} stands behind this approval any more.`;
}

;// CONCATENATED MODULE: ./build/pass/apply-approval.js



/** Posts the verdict as an approval of exactly the head that was judged; what GitHub makes of it is seen by looking. */
async function applyApprove(decision, pass) {
    const { pullRequest: number, headSha } = decision;
    const answer = await ensureApproved(requireApprover(pass), { number, headSha, body: renderApproval(decision) });
    switch (answer.kind) {
        case 'done':
            return {};
        case 'refused':
            return { refusal: answer.message };
        case 'head_moved':
            throw new LeftUndone({ code: 'head_not_accepted', detail: `#${number} moved before it was approved` });
    }
}
/** Dismisses what stands on a pull request in GitHub Actions' name. */
async function applyWithdrawApproval(decision, pass) {
    const { pullRequest: number } = decision;
    const answer = await ensureUnapproved(requireApprover(pass), { number, message: renderWithdrawal(decision) });
    return answer.kind === 'refused' ? { refusal: answer.message } : {};
}
function requireApprover({ approver }) {
    if (approver !== null)
        return approver;
    throw new LeftUndone({ code: 'approval_refused', detail: 'this job was given no `approval-token`' });
}

// EXTERNAL MODULE: ./build/agents/assignment-file.js
var assignment_file = __webpack_require__(8133);
// EXTERNAL MODULE: ./build/git/base-bundle.js
var base_bundle = __webpack_require__(9003);
// EXTERNAL MODULE: ./build/git/git.js
var git = __webpack_require__(75);
;// CONCATENATED MODULE: ./build/git/diff.js

/** The change from one commit to another as a reviewer reads it, cut with a note where it is longer than the limit. */
async function diffText(repository, base, head, limitBytes) {
    const readable = ['--find-renames', '--no-color', '--no-ext-diff', '--no-textconv'];
    const { stdout } = await (0,git/* runGit */.E)(['diff-tree', '-r', '-p', ...readable, base, head], { gitDir: repository });
    const bytes = Buffer.from(stdout);
    return bytes.length <= limitBytes ? stdout : cut(bytes, limitBytes);
}
function cut(bytes, limit) {
    const lineEnd = bytes.lastIndexOf(10, limit - 1) + 1;
    const rest = bytes.toString('utf8', lineEnd);
    const files = [...rest.matchAll(/^diff --git (.+)$/gm)].map(([, names]) => names).slice(0, 500);
    return [
        bytes.toString('utf8', 0, lineEnd),
        `[The change is longer than ${limit} bytes; ${bytes.length - lineEnd} bytes were left out here.`,
        'Read the rest in the tree: `git diff HEAD^ HEAD`.',
        ...(files.length === 0 ? [] : ['Files left out as a whole:', ...files.map((names) => `- ${names}`)]),
        ']\n',
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/pass/gather-skills.js

/** As much as a prompt bears beside a story and its change. */
const limit = 50_000;
/** What loopctl's maintainers tell agents of this role, each skill by its exact name; what there is none of is not told. */
async function gatherSkills(role, { loopctl, project }) {
    const names = role === 'review' ? ['loopctl:review', 'loopctl:verify-artifacts'] : [`${project.slug}:implement`];
    const found = await Promise.all(names.map((name) => loopctl.findSkill(project.id, name)));
    const skills = found.flatMap((skill) => (skill === null || skill.text.trim() === '' ? [] : [skill]));
    const long = skills.find(({ text }) => text.length > limit);
    if (long !== undefined) {
        const detail = `${long.name}, version ${long.version}, has ${long.text.length} characters of ${limit} at most`;
        throw new LeftUndone({ code: 'skill_too_long', detail });
    }
    return skills.map(({ name, version, text }) => ({ name, version, text }));
}

;// CONCATENATED MODULE: ./build/pass/apply-dispatch.js








const diffLimitBytes = 2_000_000;
/** Claims the story where it is not ours yet, then writes the assignment for this run's matrix. */
async function applyDispatch(decision, pass) {
    const { settings } = pass;
    if (settings.assignments === null)
        throw new Error('Only plan has a folder for assignments.');
    const { assignment } = decision;
    const skills = await gatherSkills(assignment.role, pass);
    if (decision.claims)
        await claim(decision, pass);
    const [diff, base] = await Promise.all([readDiff(assignment, pass), readBase(assignment, pass)]);
    await (0,assignment_file/* writeAssignmentFile */.zi)(settings.assignments, { version: 1, assignment, job: settings.jobs, skills, diff, base });
    return {};
}
async function claim({ story }, pass) {
    const { loopctl } = pass;
    const terms = { title: story.title, criteriaCount: story.criteria.length };
    await transit('contract', story, pass, () => loopctl.contract(story.id, terms));
    await transit('claim', story, pass, () => loopctl.claim(story.id));
    await transit('start', story, pass, () => loopctl.start(story.id));
}
/** The change a review is about, as this side sees it: the reviewer never has to believe its own checkout. */
async function readDiff(assignment, { trees }) {
    if (assignment.role !== 'review')
        return null;
    const commits = [assignment.startSha, assignment.diffBase];
    if (!(await (0,git_trouble/* withGitTrouble */.m)((0,git_repository/* fetchInto */.DL)(trees, { commits }))))
        throw gone(assignment);
    return await diffText(trees.directory, assignment.diffBase, assignment.startSha, diffLimitBytes);
}
/** The base for whom may have to merge it: the agent has nothing that it could fetch it with. */
async function readBase(assignment, { history }) {
    if (assignment.role === 'review' || !assignment.feedback.some(({ kind }) => mayMerge.has(kind)))
        return null;
    const { startSha: start, base } = assignment;
    await (0,git_repository/* ensureRepository */.z0)(history);
    if (!(await (0,git_trouble/* withGitTrouble */.m)((0,git_repository/* fetchInto */.DL)(history, { commits: [start, base.sha] }))))
        throw gone(assignment);
    const bundle = await (0,base_bundle/* packBase */.H)(history.directory, { base: base.sha, start });
    return bundle === null ? null : Buffer.from(bundle).toString('base64');
}
const mayMerge = new Set(['conflict', 'ci_red']);
function gone({ branch }) {
    return new LeftUndone({ code: 'head_not_accepted', detail: `the commits of ${branch} are gone` });
}

;// CONCATENATED MODULE: ./build/pass/apply-human-merge.js


const reviewType = 'human_merge';
/** Tells loopctl of a person's merge by the way that the story's status leaves open; what was told before is not told again. */
async function applyHumanMerge(decision, pass) {
    switch (decision.how) {
        case 'report':
            await transit('report', decision.story, pass, () => pass.loopctl.report(decision.story.id));
            await complete(decision, pass);
            return {};
        case 'complete':
            await complete(decision, pass);
            return {};
        case 'backfill':
            await backfill(decision, pass);
            return {};
        case 'mark_complete':
            await markComplete(decision, pass);
            return {};
    }
}
async function complete(decision, pass) {
    const { story, mergeSha } = decision;
    const { loopctl } = pass;
    const summary = describeMerge(decision);
    const completion = { reviewType, findingsCount: 0, fixesCount: 0, summary };
    await transit('review_complete', story, pass, () => loopctl.reviewComplete(story.id, completion));
    await transit('verify', story, pass, () => loopctl.verify(story.id, { summary, reviewType, commitSha: mergeSha }));
}
async function backfill(decision, pass) {
    const { story, pullRequest } = decision;
    const provenance = { reason: describeMerge(decision), prNumber: pullRequest };
    await transit('backfill', story, pass, () => pass.loopctl.backfill(story.id, provenance));
}
async function markComplete(decision, pass) {
    const { story } = decision;
    const completion = { storyId: story.id, summary: describeMerge(decision), reviewType };
    await transit('mark_complete', story, pass, async () => {
        const [result] = await pass.loopctl.markComplete([completion]);
        if (result?.succeeded === true)
            return;
        throw new LeftUndone({ code: 'stalled_elsewhere', detail: `mark_complete: ${result?.reason ?? 'no answer'}` });
    });
}
function describeMerge({ pullRequest, person, mergeSha }) {
    return `#${pullRequest} was merged by ${person} as ${mergeSha}`;
}

;// CONCATENATED MODULE: ./build/pass/apply-keep.js


/** Pushes the work to a ref that is no branch: a person can look at it, and no workflow runs it. */
async function applyKeep({ head }, pass) {
    return (await pushHead({ head: head.sha, ref: (0,git_push/* keptRef */.AG)(head.sha), expected: null }, pass)) ?? {};
}

// EXTERNAL MODULE: ./build/core/gate/clause.js
var clause = __webpack_require__(8403);
// EXTERNAL MODULE: ./build/core/gate/protection.js
var protection = __webpack_require__(2377);
;// CONCATENATED MODULE: ./build/core/gate/at-merge.js



/** Why the merge must not be asked for after all, or nothing: only this head, this base, and GitHub's own word. */
function judgeAtMerge(judged, facts) {
    const subject = `#${judged.pullRequest}`;
    if (facts.headSha !== judged.headSha)
        return { code: 'head_not_accepted', detail: `it moved to ${facts.headSha}` };
    if (facts.baseSha !== judged.baseSha) {
        return { code: 'base_raced', detail: `it moved to ${facts.baseSha ?? 'nothing'} while this was judged` };
    }
    if (facts.reviewDecision === 'CHANGES_REQUESTED') {
        return { code: 'change_requested', detail: `${subject}, a moment ago` };
    }
    return (0,protection/* holdOfAdmin */.cj)(facts) ?? holdOfState(facts.mergeState, subject);
}
function holdOfState(mergeState, subject) {
    switch (mergeState) {
        case 'CLEAN':
        case 'HAS_HOOKS':
        // Which check it is that fails is for `judgeUnstable` to say.
        case 'UNSTABLE':
            return null;
        case 'UNKNOWN':
            return { code: 'merge_state_unknown', detail: subject };
        case 'BEHIND':
            return { code: 'behind', detail: subject };
        case 'DIRTY':
            return { code: 'merge_conflict', detail: subject };
        case 'DRAFT':
            return { code: 'draft', detail: subject };
        case 'BLOCKED':
            return { code: 'merge_blocked', detail: `${subject} is BLOCKED` };
    }
}
/**
 * GitHub calls a head unstable when any check that it does not require is not green, one that the team ignores by name
 * among them: as of now none but those may be.
 */
function judgeUnstable({ pullRequest }, checks, policy) {
    return (0,clause/* when */.z)((0,core_checks/* judgeChecks */.LZ)(checks, [], policy).kind !== 'green', 'merge_unstable', `#${pullRequest}`);
}
/** What a story waits for whose merge GitHub did not take on, in GitHub's words where it has any. */
function holdOfRefusal(refusal) {
    switch (refusal.kind) {
        case 'head_moved':
            return { code: 'head_not_accepted', detail: 'it moved while it was merged' };
        case 'not_mergeable':
        case 'refused':
            return { code: 'merge_blocked', detail: refusal.message };
        case 'unanswered':
            return { code: 'merge_state_unknown', detail: refusal.message };
    }
}

// EXTERNAL MODULE: ./build/core/assignment.js
var assignment = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/github/merge-request.js
var merge_request = __webpack_require__(7362);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/github/patience.js

/** Half a minute in all: longer than GitHub takes to work out a merge, short enough for a pass under its lease. */
const usualPatience = { attempts: 18, firstMs: 100, mostMs: 2000 };
/** Waits after the answer of this turn (the first is 0) before the next one is asked for. */
async function pauseAfter(turn, patience) {
    await (0,promises_.setTimeout)(Math.min(patience.firstMs * 2 ** turn, patience.mostMs));
}

;// CONCATENATED MODULE: ./build/github/merge.js






const mergedSchema = schemas/* object */.Ikc({ sha: assignment/* sha */.hW });
const merge_pullRequestSchema = schemas/* object */.Ikc({
    merged: schemas/* boolean */.zMY(),
    merge_commit_sha: assignment/* sha */.hW.nullable(),
    head: schemas/* object */.Ikc({ sha: assignment/* sha */.hW }),
});
/**
 * Merges exactly this head, or says why not. Asks for an asynchronous merge first and falls back where there is none;
 * after a lost answer the pull request is read and nothing is sent twice.
 */
async function mergePullRequest(github, wanted, patience) {
    try {
        return (await requestAsyncMerge(github, wanted, patience)) ?? (await requestMerge(github, wanted));
    }
    catch (error) {
        // What was refused only because too much was asked had no effect that could be read.
        if (!(error instanceof errors/* RemoteError */.H) || !error.retryable || error.isTooMuch)
            throw error;
        return readLostMerge(github, wanted, { patience, message: error.message });
    }
}
/** The answer of `merge-async`, or nothing where GitHub does not have it. */
async function requestAsyncMerge(github, wanted, patience) {
    const route = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge-async';
    const answer = await github.request(route, composeMerge(wanted), [400, 404, 409, 422]);
    if (answer.status === 404)
        return null;
    if (answer.status === 422)
        return explainRefusal(github, wanted, readMessage(answer));
    const result = (0,parse_answer/* parseAnswer */.W)(merge_request/* mergeRequestSchema */.dX, answer.data, route);
    if (answer.status === 409 && result.status === 'pending' && result.details.expected_head_sha !== wanted.headSha) {
        return { kind: 'not_mergeable', message: `a merge of ${result.details.expected_head_sha} was asked for already` };
    }
    return result.status === 'pending'
        ? followMerge(github, wanted, { uuid: result.details.uuid, patience })
        : explainEnd(github, wanted, result);
}
/** Asks for as long as it is worth waiting; a question that is lost is asked again, since asking changes nothing. */
async function followMerge(github, wanted, { uuid, patience }) {
    for (let turn = 0; turn < patience.attempts; turn += 1) {
        await pauseAfter(turn, patience);
        const answer = await followOnce(github, wanted, uuid);
        if (answer !== null)
            return answer;
    }
    return { kind: 'pending', uuid };
}
async function followOnce(github, wanted, uuid) {
    try {
        const result = await (0,merge_request/* readMergeRequest */.ae)(github, wanted.number, uuid);
        if (result?.status === 'pending')
            return null;
        return await explainEnd(github, wanted, result ?? merge_request/* forgottenMerge */.xr);
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H) || !error.retryable)
            throw error;
        return null;
    }
}
async function explainEnd(github, wanted, result) {
    switch (result.status) {
        case 'merged':
            // By us, or by whoever came first with a head of their own: GitHub says the same to both.
            return (await readFate(github, wanted)) ?? { kind: 'merged', sha: result.details.sha };
        case 'enqueued':
            return { kind: 'enqueued' };
        case 'failed':
            return explainRefusal(github, wanted, result.details.message);
    }
}
async function requestMerge(github, wanted) {
    const route = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge';
    const answer = await github.request(route, composeMerge(wanted), [405, 409, 422]);
    if (answer.status === 200)
        return { kind: 'merged', sha: (0,parse_answer/* parseAnswer */.W)(mergedSchema, answer.data, route).sha };
    if (answer.status === 409)
        return { kind: 'head_moved' };
    return explainRefusal(github, wanted, readMessage(answer));
}
/** Which refusal it is: GitHub's words differ, so the head is read rather than the sentence. */
async function explainRefusal(github, wanted, message) {
    if (/merge queue/i.test(message))
        return { kind: 'queue_required' };
    return (await readFate(github, wanted)) ?? { kind: 'not_mergeable', message };
}
async function readLostMerge(github, wanted, lost) {
    for (let turn = 0;; turn += 1) {
        const fate = await readFate(github, wanted);
        if (fate !== null)
            return fate;
        if (turn + 1 >= lost.patience.attempts)
            return { kind: 'unanswered', message: lost.message };
        await pauseAfter(turn, lost.patience);
    }
}
/** What became of the pull request: merged as wanted, another head, or nothing so far. */
async function readFate(github, wanted) {
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
    const answer = await github.request(route, { pull_number: wanted.number });
    const pullRequest = (0,parse_answer/* parseAnswer */.W)(merge_pullRequestSchema, answer.data, route);
    if (pullRequest.head.sha !== wanted.headSha)
        return { kind: 'head_moved' };
    if (!pullRequest.merged || pullRequest.merge_commit_sha === null)
        return null;
    return { kind: 'merged', sha: pullRequest.merge_commit_sha };
}
function composeMerge(wanted) {
    const text = wanted.method === 'rebase' ? {} : { commit_title: wanted.title, commit_message: wanted.message };
    return { pull_number: wanted.number, sha: wanted.headSha, merge_method: wanted.method, ...text };
}
function readMessage(answer) {
    return (0,parse_answer/* parseAnswer */.W)(merge_request/* refusalSchema */.I1, answer.data, 'a refused merge').message;
}

// EXTERNAL MODULE: ./build/github/merge-queue.js
var merge_queue = __webpack_require__(1444);
// EXTERNAL MODULE: ./build/github/bypass.js
var bypass = __webpack_require__(7808);
// EXTERNAL MODULE: ./build/github/read-rules.js + 1 modules
var read_rules = __webpack_require__(5948);
;// CONCATENATED MODULE: ./build/github/read-bypass.js


/**
 * Whether our token could pass over the rules of the base, asked anew of every ruleset; of classic protection, a pull
 * request of ours is the witness.
 */
async function readBypass(github, base, viewerCanMergeAsAdmin) {
    const rules = await (0,read_rules/* readRules */.Kc)(github, base);
    const ids = [...new Set(rules.map(({ ruleset_id }) => ruleset_id))];
    const { answers } = await (0,read_rules/* readRulesetAnswers */.sf)(github, ids, { updatedAt: new Map(), cache: {} });
    return (0,bypass/* judgeBypass */.U)({
        rulesets: answers,
        classic: { enabled: false, bindsAdmins: null },
        pullRequests: [viewerCanMergeAsAdmin],
    });
}

// EXTERNAL MODULE: ./build/github/read-commit-checks.js
var read_commit_checks = __webpack_require__(4860);
// EXTERNAL MODULE: ./build/github/pull-request-record.js + 2 modules
var pull_request_record = __webpack_require__(7744);
;// CONCATENATED MODULE: ./build/github/read-merge-state.js






const answerSchema = schemas/* object */.Ikc({
    repository: schemas/* object */.Ikc({
        pullRequest: schemas/* object */.Ikc({
            state: schemas/* enum */.k5n(['OPEN', 'CLOSED', 'MERGED']),
            headRefOid: assignment/* sha */.hW,
            mergeStateStatus: pull_request_record/* mergeStateSchema */.RT,
            reviewDecision: pull_request_record/* reviewDecisionSchema */.OS,
            viewerCanMergeAsAdmin: schemas/* boolean */.zMY(),
            mergeCommit: schemas/* object */.Ikc({ oid: assignment/* sha */.hW }).nullable(),
            baseRef: schemas/* object */.Ikc({ target: schemas/* object */.Ikc({ oid: assignment/* sha */.hW }).nullable() }).nullable(),
        }),
    }),
});
/** One pull request as it stands now, asked again while GitHub is still working out whether it can be merged. */
async function readMergeState(github, number, patience) {
    for (let turn = 0;; turn += 1) {
        const facts = await readOnce(github, number);
        if (facts.state !== 'OPEN' || facts.mergeState !== 'UNKNOWN' || turn + 1 >= patience.attempts)
            return facts;
        await pauseAfter(turn, patience);
    }
}
async function readOnce(github, number) {
    const data = await github.graphql(documents/* mergeStateDocument */.jx, { number });
    const { pullRequest } = (0,parse_answer/* parseAnswer */.W)(answerSchema, data, 'the query for a merge state').repository;
    return {
        state: pullRequest.state,
        headSha: pullRequest.headRefOid,
        mergeState: pullRequest.mergeStateStatus,
        reviewDecision: pullRequest.reviewDecision,
        viewerCanMergeAsAdmin: pullRequest.viewerCanMergeAsAdmin,
        mergeSha: pullRequest.state === 'MERGED' ? (pullRequest.mergeCommit?.oid ?? null) : null,
        baseSha: pullRequest.baseRef?.target?.oid ?? null,
    };
}

;// CONCATENATED MODULE: ./build/render/merge-message.js

/** The merge commit's title and message; its trailers say on whose word it was made. */
function renderMergeMessage({ story, pullRequest, verdict, headSha }) {
    return {
        title: `${story.number}: ${(0,sanitise/* plainLine */.h0)(story.title)} (#${pullRequest})`,
        message: [
            (0,sanitise/* plainLine */.h0)(verdict.review.summary, 1000),
            '',
            `Story: ${story.number}`,
            `Reviewed-by-agent: ${verdict.reviewer}`,
            `Reviewed-head: ${headSha}`,
            `Criteria-hash: ${verdict.criteriaHash}`,
            `Orchestrate-run: ${verdict.run}`,
        ].join('\n'),
    };
}

;// CONCATENATED MODULE: ./build/pass/apply-merge.js











/**
 * Our gate's check is completed on the head first, then the state is read again; only then, and only while the head
 * and the base are the ones that were judged and no rule can be passed over, the merge is asked for, or a place in the
 * queue, with the head SHA. What GitHub takes on and does not end at once is remembered, and asked about later.
 */
async function applyMerge(decision, pass) {
    const { github } = pass;
    const { story, pullRequest, headSha } = decision;
    await (0,ensure_check/* ensureCheck */.x)(github, {
        sha: headSha,
        name: 'orchestrate/gate',
        externalId: 'orchestrate',
        conclusion: 'success',
        title: 'Every clause of the gate holds',
        summary: `Story ${story.number}: ${decision.because}.`,
        detailsUrl: pass.runUrl,
    });
    const state = await readMergeState(github, pullRequest, usualPatience);
    // Merged before, by a request of ours whose answer was lost.
    if (state.state === 'MERGED' && state.headSha === headSha && state.mergeSha !== null) {
        return { mergeSha: state.mergeSha };
    }
    const hold = await askAgain(decision, state, pass);
    if (hold !== null)
        throw new LeftUndone(hold);
    if (decision.way === 'queue')
        return await enqueue(decision, pass);
    const wanted = { number: pullRequest, headSha, method: decision.method, ...renderMergeMessage(decision) };
    const answer = await mergePullRequest(github, wanted, usualPatience);
    switch (answer.kind) {
        case 'merged':
            return { mergeSha: answer.sha };
        case 'pending':
            return { merging: { uuid: answer.uuid } };
        case 'enqueued':
            return { merging: { uuid: null } };
        case 'queue_required':
            return await enqueue(decision, pass);
        case 'head_moved':
        case 'not_mergeable':
        case 'unanswered':
            throw new LeftUndone(holdOfRefusal(answer));
    }
}
/**
 * What the gate asked is asked again, by ever dearer questions: somebody may have pushed, or have let our token pass over
 * the rules, in the meantime.
 */
async function askAgain(decision, state, { github, settings, policy }) {
    const moved = judgeAtMerge(decision, state);
    if (moved !== null)
        return moved;
    if (state.mergeState === 'UNSTABLE') {
        const checks = await (0,read_commit_checks/* readCommitChecks */.D)(github, [decision.headSha]);
        const unstable = judgeUnstable(decision, checks.get(decision.headSha) ?? [], policy.checks);
        if (unstable !== null)
            return unstable;
    }
    return (0,protection/* holdOfBypass */.zN)(await readBypass(github, settings.base, state.viewerCanMergeAsAdmin), policy);
}
/** A place in the merge queue, for exactly this head. */
async function enqueue(decision, { github }) {
    const { pullRequest: number, pullRequestId: id, headSha } = decision;
    const answer = await (0,merge_queue/* ensureEnqueued */.D)(github, { number, id, headSha });
    if (answer.kind !== 'enqueued')
        throw new LeftUndone(holdOfRefusal(answer));
    return { merging: { uuid: null } };
}

;// CONCATENATED MODULE: ./build/github/ensure-revert.js





const listedSchema = schemas/* array */.YOg(schemas/* object */.Ikc({
    number: schemas/* number */.aig(),
    head: schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullable() }),
    base: schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }) }),
}));
const ensure_revert_answerSchema = schemas/* object */.Ikc({
    revertPullRequest: schemas/* object */.Ikc({ revertPullRequest: schemas/* object */.Ikc({ number: schemas/* number */.aig() }).nullable() }).nullable(),
});
/**
 * The number of the one open pull request that reverts a merged one: GitHub makes branch, commit and pull request where
 * there is none yet. After a lost answer it is looked for, and never asked for twice.
 */
async function ensureRevert(github, wanted) {
    const found = await findRevert(github, wanted);
    if (found !== null)
        return found;
    const { pullRequestId, title, body } = wanted;
    try {
        const data = await github.graphql(documents/* revertDocument */.wA, { pullRequestId, title, body });
        const made = (0,parse_answer/* parseAnswer */.W)(ensure_revert_answerSchema, data, 'the revert of a pull request').revertPullRequest?.revertPullRequest;
        if (made !== null && made !== undefined)
            return made.number;
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H) || !error.retryable)
            throw error;
        const late = await findRevert(github, wanted);
        if (late === null)
            throw error;
        return late;
    }
    const seen = await findRevert(github, wanted);
    if (seen === null)
        throw new Error(`GitHub made no revert of #${wanted.pullRequest}, and said nothing of it.`);
    return seen;
}
/** GitHub calls the branch `revert-<number>-<branch of the reverted one>`. */
async function findRevert(github, { pullRequest, base }) {
    const route = 'GET /repos/{owner}/{repo}/pulls';
    const listed = await (0,read_pages/* readPages */.n)(github, route, { state: 'open', base }, (data) => (0,parse_answer/* parseAnswer */.W)(listedSchema, data, route));
    // A fork can name its branches as it likes.
    const isIt = ({ head, base: into }) => into.ref === base && head.repo?.full_name === into.repo.full_name && head.ref.startsWith(`revert-${pullRequest}-`);
    return listed.find(isIt)?.number ?? null;
}

;// CONCATENATED MODULE: ./build/pass/apply-revert.js



/** Has GitHub revert the merge on a branch of its own, once; then the repair's own pull request is closed. */
async function applyRevert(decision, pass) {
    const { pullRequest, pullRequestId, closes } = decision;
    const revert = await ensureRevert(pass.github, {
        pullRequest,
        pullRequestId,
        base: pass.settings.base,
        ...renderRevert(decision),
    });
    if (closes !== null)
        await (0,ensure_pull_request_closed/* ensurePullRequestClosed */.F)(pass.github, closes);
    return { pullRequest: revert };
}

;// CONCATENATED MODULE: ./build/github/rerun-run.js




const rerun_run_refusalSchema = schemas/* object */.Ikc({ message: schemas/* string */.YjP() });
/** A whole workflow run that has ended is run again; one that is under way is left alone. */
async function rerunRun(github, runId) {
    const before = await (0,read_runs/* readRun */.c)(github, runId);
    if (before === null)
        return { kind: 'refused', message: `there is no run ${runId}` };
    if (before.status !== 'completed')
        return { kind: 'started' };
    const route = 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun';
    try {
        const answer = await github.request(route, { run_id: runId }, [403, 404]);
        return answer.status < 300
            ? { kind: 'started' }
            : { kind: 'refused', message: (0,parse_answer/* parseAnswer */.W)(rerun_run_refusalSchema, answer.data, 'a refused re-run').message };
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H) || !error.retryable)
            throw error;
        const after = await (0,read_runs/* readRun */.c)(github, runId);
        if (after !== null && after.attempt > before.attempt)
            return { kind: 'started' };
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/github/start-workflow.js



const start_workflow_refusalSchema = schemas/* object */.Ikc({ message: schemas/* string */.YjP() });
/** Starts a workflow that is not ours, once for a commit; refused where it does not have that trigger. */
async function startWorkflow(github, wanted) {
    if (await isStarted(github, wanted))
        return { kind: 'started' };
    const route = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';
    try {
        const { workflow, ref } = wanted;
        const answer = await github.request(route, { workflow_id: workflow, ref }, [403, 404, 422]);
        return answer.status < 300
            ? { kind: 'started' }
            : { kind: 'refused', message: (0,parse_answer/* parseAnswer */.W)(start_workflow_refusalSchema, answer.data, 'a refused start').message };
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H) || !error.retryable || !(await isStarted(github, wanted)))
            throw error;
        return { kind: 'started' };
    }
}
/** Whether it was started by hand for this commit before, by us or by a person. */
async function isStarted(github, { workflow, sha }) {
    const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
    const parameters = { workflow_id: workflow, head_sha: sha, event: 'workflow_dispatch', per_page: 1 };
    const answer = await github.request(route, parameters, [404]);
    if (answer.status === 404)
        return false;
    return (0,parse_answer/* parseAnswer */.W)(schemas/* object */.Ikc({ total_count: schemas/* number */.aig() }), answer.data, route).total_count > 0;
}

;// CONCATENATED MODULE: ./build/pass/apply-start-base-ci.js


/** Runs again what was cancelled, or starts what never ran; refused when GitHub would start none of it. */
async function applyStartBaseCi({ sha, runs, workflows }, pass) {
    const { github, settings } = pass;
    const answers = await Promise.all([
        ...runs.map((run) => rerunRun(github, run)),
        ...workflows.map((workflow) => startWorkflow(github, { workflow, ref: settings.base, sha })),
    ]);
    return { isRefused: answers.every(({ kind }) => kind === 'refused') };
}

;// CONCATENATED MODULE: ./build/pass/apply-transition.js


const apply_transition_reviewType = 'independent';
/** Report in the reviewer's name, then review-complete in the orchestrator's, every finding accounted for. */
async function applyReportPass(decision, pass) {
    const { story, verdict, closedFindings } = decision;
    const { loopctl } = pass;
    await transit('report', story, pass, () => loopctl.report(story.id));
    const completion = {
        reviewType: apply_transition_reviewType,
        findingsCount: closedFindings,
        fixesCount: closedFindings,
        summary: verdict.review.summary,
    };
    await transit('review_complete', story, pass, () => loopctl.reviewComplete(story.id, completion));
    return {};
}
/** Report in the reviewer's name, then reject with the findings; where loopctl does not reset by itself, the claim is freed. */
async function applyReportFail(decision, pass) {
    const { story, verdict } = decision;
    const { loopctl } = pass;
    const before = await loopctl.getStory(story.id);
    // Rejected and reset by an earlier try whose answer was lost: the story is pending, and there is nothing to report.
    if (before?.agentStatus !== 'pending') {
        await transit('report', story, pass, () => loopctl.report(story.id));
    }
    const rejection = {
        reason: verdict.review.summary,
        findings: { findings: verdict.review.findings, acs_failed: verdict.review.acs_failed },
        reviewType: apply_transition_reviewType,
    };
    await transit('reject', story, pass, () => loopctl.reject(story.id, rejection));
    await transit('force_unclaim', story, pass, () => loopctl.forceUnclaim(story.id));
    return {};
}
/** Reject what had been reported, with the reason; where loopctl does not reset by itself, the claim is freed. */
async function applyReject({ story, reason }, pass) {
    const { loopctl } = pass;
    await transit('reject', story, pass, () => loopctl.reject(story.id, { reason, reviewType: apply_transition_reviewType }));
    await transit('force_unclaim', story, pass, () => loopctl.forceUnclaim(story.id));
    return {};
}
/**
 * Gives the claim back: unclaim in the implementer's name, or force-unclaim of what is only contracted. A pull request
 * that is started over is closed first.
 */
async function applyUnclaim({ story, closes }, pass) {
    if (closes !== null)
        await (0,ensure_pull_request_closed/* ensurePullRequestClosed */.F)(pass.github, closes);
    const now = await pass.loopctl.getStory(story.id);
    if (now?.agentStatus === 'contracted') {
        await transit('force_unclaim', story, pass, () => pass.loopctl.forceUnclaim(story.id));
    }
    else {
        await transit('unclaim', story, pass, () => pass.loopctl.unclaim(story.id));
    }
    return {};
}
/** Verify, which only ever says pass: to fail a story there is reject. */
async function applyVerify(decision, pass) {
    const { story, summary, mergeSha } = decision;
    const verification = { summary, reviewType: apply_transition_reviewType, commitSha: mergeSha };
    await transit('verify', story, pass, () => pass.loopctl.verify(story.id, verification));
    return {};
}

;// CONCATENATED MODULE: ./build/github/update-branch.js





const update_branch_pullRequestSchema = schemas/* object */.Ikc({ head: schemas/* object */.Ikc({ sha: assignment/* sha */.hW }) });
const update_branch_refusalSchema = schemas/* object */.Ikc({ message: schemas/* string */.YjP() });
/** Has GitHub merge the base into exactly this head, and waits a while for what comes of it. */
async function ensureUpdated(github, wanted, patience) {
    if (await isMoved(github, wanted))
        return { kind: 'moved' };
    const refused = await requestUpdate(github, wanted);
    if (refused !== null)
        return refused;
    for (let turn = 0; turn < patience.attempts; turn += 1) {
        if (turn > 0)
            await pauseAfter(turn - 1, patience);
        if (await isMoved(github, wanted))
            return { kind: 'moved' };
    }
    return { kind: 'pending' };
}
/** Why GitHub would not do it, or nothing; of an answer that was lost, the head tells. */
async function requestUpdate(github, wanted) {
    const route = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch';
    try {
        const parameters = { pull_number: wanted.number, expected_head_sha: wanted.headSha };
        const answer = await github.request(route, parameters, [403, 422]);
        if (answer.status === 202)
            return null;
        const { message } = (0,parse_answer/* parseAnswer */.W)(update_branch_refusalSchema, answer.data, route);
        if (/no new commits/i.test(message))
            return { kind: 'up_to_date' };
        // Another head than the expected one is refused too, in words of GitHub's choice.
        return (await isMoved(github, wanted)) ? { kind: 'moved' } : { kind: 'refused', message };
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H) || !error.retryable)
            throw error;
        return null;
    }
}
async function isMoved(github, { number, headSha }) {
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
    const answer = await github.request(route, { pull_number: number });
    return (0,parse_answer/* parseAnswer */.W)(update_branch_pullRequestSchema, answer.data, route).head.sha !== headSha;
}

;// CONCATENATED MODULE: ./build/pass/apply-update-branch.js



/** Has GitHub merge the base into exactly this head; what comes of it is judged when it is seen. */
async function applyUpdateBranch(decision, pass) {
    const { pullRequest, headSha } = decision;
    const answer = await ensureUpdated(pass.github, { number: pullRequest, headSha }, usualPatience);
    switch (answer.kind) {
        case 'moved':
            return {};
        case 'up_to_date':
            return { isUpToDate: true };
        case 'pending':
            throw new LeftUndone({ code: 'behind', detail: `#${pullRequest} is being brought up to date` });
        case 'refused':
            throw new LeftUndone({ code: 'update_refused', detail: `#${pullRequest}: ${answer.message}` });
    }
}

;// CONCATENATED MODULE: ./build/pass/apply-verdict.js

/** Shows the verdict on the head it is about. */
async function applyRecordVerdict({ story, verdict }, pass) {
    await showVerdict({ story, verdict, headSha: verdict.headSha }, pass);
    return {};
}

;// CONCATENATED MODULE: ./build/pass/apply.js















/** Does one decision, or throws `LeftUndone` when the world had moved. Holds no policy. */
async function applyDecision(decision, pass) {
    switch (decision.kind) {
        case 'dispatch':
            return await applyDispatch(decision, pass);
        case 'accept':
            return await applyAccept(decision, pass);
        case 'accept_repair':
            return await applyAcceptRepair(decision, pass);
        case 'record_verdict':
            return await applyRecordVerdict(decision, pass);
        case 'report_pass':
            return await applyReportPass(decision, pass);
        case 'report_fail':
            return await applyReportFail(decision, pass);
        case 'unclaim':
            return await applyUnclaim(decision, pass);
        case 'merge':
            return await applyMerge(decision, pass);
        case 'approve':
            return await applyApprove(decision, pass);
        case 'withdraw_approval':
            return await applyWithdrawApproval(decision, pass);
        case 'update_branch':
            return await applyUpdateBranch(decision, pass);
        case 'adopt':
            return await applyAdopt(decision, pass);
        case 'keep':
            return await applyKeep(decision, pass);
        case 'reject':
            return await applyReject(decision, pass);
        case 'revert':
            return await applyRevert(decision, pass);
        case 'drop_repair':
            if (decision.closes !== null)
                await (0,ensure_pull_request_closed/* ensurePullRequestClosed */.F)(pass.github, decision.closes);
            return {};
        case 'start_base_ci':
            return await applyStartBaseCi(decision, pass);
        case 'verify':
            return await applyVerify(decision, pass);
        case 'record_human_merge':
            return await applyHumanMerge(decision, pass);
        case 'rerun_settle':
            await rerunJob(pass.github, decision.jobId);
            return {};
        // Remembered in the ledger, and nowhere else.
        case 'refuse':
        case 'lose':
        case 'discard':
        case 'forget':
        case 'drop_merge':
        case 'record_merge':
        case 'escalate':
        case 'finish':
            return {};
    }
}

;// CONCATENATED MODULE: ./build/pass/effect.js
/**
 * Decisions that the next pass comes to again, and finds done or does then, whatever was not saved of this one; they
 * change nothing of GitHub that anything is decided by, since our own checks are left out of every judgement.
 */
const repeatable = new Set([
    'refuse',
    'lose',
    'discard',
    'forget',
    'adopt',
    'drop_merge',
    'record_verdict',
    'report_pass',
    'record_merge',
    'verify',
    'escalate',
    'finish',
]);
/** What loopctl alone is told, and what comes of it cannot be seen there: whose claim it is, for what it was rejected. */
const told = new Set(['dispatch', 'report_fail']);
/** What frees a branch that somebody may have pushed to: its head is looked at only while no agent is at it. */
const freeing = new Set(['discard', 'lose']);
/** Whether what led to a decision must be saved before it is applied. */
function isSavedBefore({ kind }) {
    return !repeatable.has(kind);
}
/** Whether another look at GitHub may show something else after a decision was applied. */
function changesGitHub({ kind }) {
    return freeing.has(kind) || !(repeatable.has(kind) || told.has(kind));
}

// EXTERNAL MODULE: ./build/pass/gather.js + 18 modules
var gather = __webpack_require__(9636);
// EXTERNAL MODULE: ./build/pass/state.js
var state = __webpack_require__(689);
// EXTERNAL MODULE: ./build/core/spending.js
var spending = __webpack_require__(6872);
;// CONCATENATED MODULE: ./build/core/spent.js
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

;// CONCATENATED MODULE: ./build/pass/tell-usage.js




/**
 * Tells loopctl what the agent of an outcome says that it spent, once that outcome is settled: by its assignment a report
 * is known, so none is made twice. Nothing is decided by it, and where it cannot be told nothing else is held up.
 */
async function tellUsage({ outcome, stories }, { before, after }, { loopctl, log, requireLease }) {
    const flight = outcome === null ? undefined : before.flights[outcome.assignment];
    if (outcome?.kind !== 'outcome' || flight === undefined || Object.hasOwn(after.flights, flight.id))
        return;
    const spent = readSpent(outcome.outcome, flight);
    const story = stories.find(({ number }) => number === flight.story);
    if (spent === null || story === undefined)
        return;
    try {
        const told = await loopctl.listUsage(story.id);
        if (told.some(({ sessionId }) => sessionId === flight.id))
            return;
        requireLease();
        await loopctl.reportUsage(spent.identity, story.id, spent.usage);
        const { inputTokens, outputTokens, costMillicents } = spent.usage;
        log(`· usage ${story.number} — ${inputTokens} + ${outputTokens} tokens, ${(0,spending/* dollars */.E)(costMillicents)}, as its agent says`);
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H || error instanceof loopctl_error/* LoopctlRefusal */.QV))
            throw error;
        log(`! usage ${story.number} — not told: ${error.message}`);
    }
}

// EXTERNAL MODULE: ./build/pass/lease-over.js
var lease_over = __webpack_require__(7985);
;// CONCATENATED MODULE: ./build/pass/under-lease.js

/** The same pass, each of whose effects asks first whether the lease still stands; a look asks nobody. */
function underLease(pass, until) {
    const requireLease = () => requireTime(until, pass);
    const approver = pass.approver?.guarded(requireLease) ?? null;
    return { ...pass, requireLease, approver, github: pass.github.guarded(requireLease) };
}
/** Throws when a lease until then has run out. */
function requireTime(until, { now }) {
    if (now() >= until)
        throw new lease_over/* LeaseOver */.z();
}

;// CONCATENATED MODULE: ./build/pass/run-rounds.js















const maxRounds = 3;
/**
 * Gather, decide, apply, until nothing moves: three rounds at most. The first save takes the lease and names the
 * intents, before the first effect; a later round saves anew only where an effect of it has to find saved what led to
 * it. A verification is saved before anything else is done, and the last save gives the lease back. What the world
 * refused is not tried again in the same pass, nor does it start another run: it is a hold like any other.
 */
async function runRounds({ loaded, prepared, outcome, inspect }, pass) {
    let held = { ...loaded, ledger: prepared };
    const done = { applied: [], undone: new Map() };
    let earlier = null;
    let last = null;
    for (let round = 1;; round += 1) {
        const gathered = await lookAgain(last, () => (0,gather/* gather */.k)(held.ledger, { outcome, look: earlier }, pass));
        if (gathered instanceof errors/* RemoteError */.H)
            return await endBlind(gathered, last, { loaded, held, done }, pass);
        const { world, look } = gathered;
        inspect(world);
        const plan = withoutUndone((0,decide/* decide */.L)(world, held.ledger, pass.policy, pass.now()), done);
        last = { world, plan };
        held = { ...held, ledger: plan.ledger };
        if (plan.decisions.length === 0 || round > maxRounds) {
            return await endPass(last, { loaded, held, done }, pass);
        }
        const leased = await saveIntents(plan.decisions, held, { isFirst: round === 1 }, pass);
        if (leased === null)
            return { kind: 'lost_race' };
        held = await applyAll(plan.decisions, leased, pass, done);
        earlier = plan.decisions.some(changesGitHub) ? null : look;
    }
}
/** After something was done, a look that fails is an answer too: what was done must not be lost with it. */
async function lookAgain(last, look) {
    try {
        return await look();
    }
    catch (error) {
        if (last === null || !(error instanceof errors/* RemoteError */.H) || !error.retryable)
            throw error;
        return error;
    }
}
/** The end of a pass that cannot look any more: what it did stands, and the next run sees what came of it. */
async function endBlind(error, last, ending, pass) {
    if (last === null)
        throw error;
    const { plan, world } = last;
    const notes = [...plan.notes, (0,degraded/* holdOfFailure */.T3)(error)];
    const { ledger } = ending.held;
    return await endPass({ world, plan: { ...plan, decisions: [], notes, ledger, wantsRun: !error.isTooMuch } }, ending, pass);
}
async function endPass({ world, plan }, { loaded, held, done }, pass) {
    announcePlan(plan, pass);
    if (held.version !== loaded.version) {
        await tellUsage(world, { before: loaded.ledger, after: held.ledger }, underLease(pass, untilOf(held)));
    }
    if (!(await giveBack(loaded, held, pass)))
        return { kind: 'lost_race' };
    return { kind: 'done', plan, world, applied: done.applied, wantsRun: plan.wantsRun || plan.decisions.length > 0 };
}
/** The ledger under our lease, saved where the round asks for it; null when somebody else saved before our first. */
async function saveIntents(decisions, held, { isFirst }, pass) {
    if (!isFirst)
        requireHeld(held, pass);
    if (!isFirst && !decisions.some(isSavedBefore))
        return held;
    const leased = await (0,state/* takeLease */._e)(held, decisions.map(intentOf), pass);
    return leased ?? (isFirst ? null : stolen());
}
function withoutUndone(plan, { undone }) {
    if (undone.size === 0)
        return plan;
    const holds = new Map(plan.holds);
    const decisions = plan.decisions.filter((decision) => {
        const hold = undone.get(nameOf(decision));
        if (hold !== undefined && 'story' in decision)
            holds.set(decision.story.number, hold);
        return hold === undefined;
    });
    return { ...plan, decisions, holds };
}
function intentOf(decision) {
    return { kind: decision.kind, key: (0,core_decision/* subjectOf */.e)(decision) };
}
function nameOf(decision) {
    const { kind, key } = intentOf(decision);
    return `${kind} ${key}`;
}
/** Applies in order and remembers each; what the other side refused now is left to the next pass, the rest goes on. */
async function applyAll(decisions, leased, pass, { applied, undone }) {
    let held = leased;
    let isOwed = false;
    for (const decision of decisions) {
        requireHeld(held, pass);
        if (isOwed)
            held = (await (0,state/* saveLedger */.dS)(held, pass)) ?? stolen();
        isOwed = false;
        const result = await attempt(decision, underLease(pass, untilOf(held)));
        if (result.kind === 'undone') {
            undone.set(nameOf(decision), result.hold);
            announceUndone(decision, result.hold, pass);
            continue;
        }
        const { instead: done = decision, taken } = result.applied;
        held = { ...held, ledger: (0,remember/* rememberApplied */.v)(held.ledger, done, result.applied, pass.now()) };
        // The next round does it, elsewhere.
        if (taken !== undefined)
            continue;
        applied.push(done);
        announceDecision(done, pass);
        isOwed = decision.kind === 'verify';
    }
    return held;
}
async function attempt(decision, pass) {
    try {
        return { kind: 'applied', applied: await applyDecision(decision, pass) };
    }
    catch (error) {
        if (error instanceof LeftUndone)
            return { kind: 'undone', hold: error.hold };
        if (error instanceof loopctl_error/* LoopctlRefusal */.QV) {
            return { kind: 'undone', hold: { code: 'stalled_elsewhere', detail: error.message } };
        }
        if (error instanceof errors/* RemoteError */.H)
            return { kind: 'undone', hold: (0,degraded/* holdOfFailure */.T3)(error) };
        throw error;
    }
}
/** Nothing is done and nothing saved by a pass that was held up for longer than its lease. */
function requireHeld(held, pass) {
    requireTime(untilOf(held), pass);
}
function untilOf({ ledger }) {
    return ledger.lease?.until ?? 0;
}
function stolen() {
    throw new Error('The ledger was changed under our lease.');
}
/** The last save: without lease and intents, and only when there is something new to remember. */
async function giveBack(loaded, held, pass) {
    const ledger = { ...held.ledger, lease: null, intents: [] };
    if (held.version === loaded.version && (0,external_node_util_.isDeepStrictEqual)(ledger, { ...loaded.ledger, lease: null, intents: [] }))
        return true;
    if (held.version !== loaded.version)
        requireHeld(held, pass);
    return (await (0,state/* saveLedger */.dS)({ ledger, version: held.version }, pass)) !== null;
}

// EXTERNAL MODULE: ./build/pass/wait-for-lease.js
var wait_for_lease = __webpack_require__(82);
;// CONCATENATED MODULE: ./build/pass/run-pass.js







const patienceMs = 120_000;
/**
 * One pass: waits while another holds the lease, runs the rounds, and starts the successor run when there is work that
 * only another run can do and none is queued.
 */
async function runPass(parts, opened) {
    const once = { ...parts, outcome: rememberFirst(parts.outcome) };
    const attempt = (asked) => tryPass(once, asked, opened).catch(toSpent);
    const end = await (0,wait_for_lease/* waitForLease */.tH)(attempt, patienceMs, opened);
    if (end.kind === 'busy')
        return { kind: 'leased', holder: end.holder };
    if (end.value.kind === 'spent')
        return end.value;
    await startSuccessor(end.value, opened);
    return { kind: 'done', result: end.value };
}
async function tryPass(parts, asked, opened) {
    const { slug } = opened.settings;
    const pass = { ...opened, project: await opened.loopctl.ensureProject({ name: slug, slug }) };
    const loaded = await (0,state/* loadLedger */.OO)(pass);
    const holder = await (0,wait_for_lease/* findHolder */.IL)(loaded.ledger.lease, asked, pass);
    const outcome = parts.outcome(loaded.ledger, pass);
    if (holder !== null) {
        await outcome;
        return { kind: 'busy', holder };
    }
    try {
        const prepared = await parts.prepare(loaded.ledger, pass);
        const result = await runRounds({ loaded, prepared, outcome, inspect: parts.inspect }, pass);
        return result.kind === 'done' ? { kind: 'done', value: result } : { kind: 'busy', holder: null };
    }
    catch (error) {
        if (error instanceof loopctl_error/* StoredStateConflict */.jl)
            return { kind: 'busy', holder: null };
        throw error;
    }
}
function toSpent(error) {
    if (!(error instanceof errors/* RemoteError */.H && error.isTooMuch))
        throw error;
    return { kind: 'done', value: { kind: 'spent', hold: (0,degraded/* holdOfFailure */.T3)(error) } };
}
function rememberFirst(read) {
    let first = null;
    return (ledger, pass) => {
        first ??= read(ledger, pass);
        return first;
    };
}
async function startSuccessor({ wantsRun, world }, { github, settings, log }) {
    if (!wantsRun || world.queuedRuns > 0)
        return;
    try {
        await (0,dispatch_workflow/* dispatchWorkflow */.i)(github, { workflow: settings.workflow, ref: settings.defaultBranch });
    }
    catch (error) {
        // What was done stands, and the clock wakes the next run.
        if (!(error instanceof errors/* RemoteError */.H) || !error.retryable)
            throw error;
        log(`! wake - — not done: ${error.message}`);
        return;
    }
    log('▸ wake - — there is work for another run');
}


/***/ }),

/***/ 767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ passOutputs)
/* harmony export */ });
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9973);

/** What both trusted phases tell the steps after them. */
function passOutputs({ applied, plan, world }) {
    const verified = world.stories.filter(({ verifiedStatus }) => verifiedStatus === 'verified').length;
    const waiting = [...plan.holds.values()].filter(({ code }) => _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .reasons */ .Ot[code].who === 'person').length;
    return {
        merged: String(applied.filter(({ kind }) => kind === 'merge').length),
        verified: String(verified),
        waiting: String(waiting),
        done: String(world.stories.length > 0 && verified === world.stories.length),
    };
}


/***/ })

};
