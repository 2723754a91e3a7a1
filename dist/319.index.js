export const id = 319;
export const ids = [319];
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

/***/ 9737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nS: () => (/* binding */ recordLook),
  g9: () => (/* binding */ writePassRecord)
});

// UNUSED EXPORTS: readWritten, recordVersion

// EXTERNAL MODULE: ./build/core/secret-patterns.js
var secret_patterns = __webpack_require__(9818);
;// CONCATENATED MODULE: ./build/core/blank-secrets.js

const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]*-----|$)/g;
const keys = secret_patterns/* secretPatterns */.cc.map(({ pattern }) => new RegExp(`${pattern.source}[\\w-]*`, 'g'));
/** The text without what looks like a key or a token. */
function blankSecrets(text) {
    if (!secret_patterns/* secretHint */.U9.test(text))
        return text;
    return keys.reduce((blanked, key) => blanked.replace(key, '***'), text.replace(privateKey, '***'));
}

;// CONCATENATED MODULE: ./build/core/record/encode-facts.js
/** In the place of what is as it was in the same place before. */
const same = { $same: true };
/**
 * Facts as JSON can hold them: maps and sets by name, and every text as it is told to be written. Of what stood in the
 * same place before, only that it is the same.
 */
function encodeFacts(value, write, before) {
    if (typeof value === 'string')
        return write(value);
    if (typeof value !== 'object' || value === null)
        return value;
    if (value === before)
        return same;
    if (value instanceof Set)
        return encodeSet(value, write, before);
    if (value instanceof Map)
        return encodeMap(value, write, before);
    if (Array.isArray(value))
        return encodeArray(value, write, before);
    return encodeObject(value, write, before);
}
function encodeSet(value, write, before) {
    const items = encodeArray([...value], write, before instanceof Set ? [...before] : undefined);
    return items === same ? same : { $set: items };
}
function encodeArray(value, write, before) {
    const known = Array.isArray(before) ? before : null;
    const encoded = value.map((item, index) => encodeFacts(item, write, known?.[index]));
    return known !== null && areSame(value, known, encoded) ? same : encoded;
}
function encodeMap(value, write, before) {
    const known = before instanceof Map ? before : null;
    const encoded = [...value].map(([key, item]) => encodeFacts(item, write, known?.get(key)));
    const keys = [...value.keys()];
    if (known !== null &&
        areEqual(keys, [...known.keys()]) &&
        areSame([...value.values()], [...known.values()], encoded)) {
        return same;
    }
    return { $map: keys.map((key, index) => [encodeFacts(key, write), encoded[index]]) };
}
function encodeObject(value, write, before) {
    const known = isPlain(before) ? before : null;
    const keys = Object.keys(value);
    const values = Object.values(value);
    const encoded = keys.map((key, index) => encodeFacts(values[index], write, known?.[key]));
    if (known !== null && areEqual(keys, Object.keys(known)) && areSame(values, Object.values(known), encoded)) {
        return same;
    }
    return Object.fromEntries(keys.map((key, index) => [write(key), encoded[index]]));
}
/** Whether each is as it was: what can hold others by how it was encoded, all else by itself. */
function areSame(now, before, encoded) {
    return (now.length === before.length &&
        encoded.every((item, index) => item === same || isEqualPlain(now[index], before[index])));
}
function areEqual(now, before) {
    return now.length === before.length && now.every((item, index) => isEqualPlain(item, before[index]));
}
function isEqualPlain(value, before) {
    return (typeof value !== 'object' || value === null) && Object.is(value, before);
}
/** What `encodeFacts` was given, out of what it made, and of what was before. */
function encode_facts_decodeFacts(value, before) {
    if (Array.isArray(value)) {
        return value.map((item, index) => encode_facts_decodeFacts(item, Array.isArray(before) ? before[index] : undefined));
    }
    if (!isPlain(value))
        return value;
    const { $map: pairs, $set: items, $same: isSame } = value;
    if (isSame === true)
        return before;
    if (isPairs(pairs))
        return decodeMap(pairs, before);
    if (Array.isArray(items))
        return new Set(items.map((item) => encode_facts_decodeFacts(item)));
    const known = isPlain(before) ? before : null;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, encode_facts_decodeFacts(inner, known?.[key])]));
}
function decodeMap(pairs, before) {
    const known = before instanceof Map ? before : null;
    return new Map(pairs.map(([encoded, inner]) => {
        const key = encode_facts_decodeFacts(encoded);
        return [key, encode_facts_decodeFacts(inner, known?.get(key))];
    }));
}
function isPlain(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    return !(Array.isArray(value) || value instanceof Map || value instanceof Set);
}
function isPairs(value) {
    return Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2);
}

;// CONCATENATED MODULE: ./build/core/record/pass-record.js


const recordVersion = 2;
/** A look as it is recorded: what it makes remembered stands in the one after it. */
function recordLook(seen, decided) {
    const { ledger: _, ...plan } = decided;
    return { kind: 'look', ...seen, plan };
}
/**
 * The record as it is kept: what looks like a key in anybody's text is blanked, and of a look only what is another than
 * in the one before, since most of a large backlog stays as it is.
 */
function writePassRecord({ policy, entries }) {
    const written = [];
    let before;
    for (const entry of entries) {
        written.push(encodeFacts(entry, blankSecrets, entry.kind === 'look' ? before : undefined));
        if (entry.kind === 'look')
            before = entry;
    }
    const record = { version: recordVersion, policy: encodeFacts(policy, blankSecrets), entries: written };
    return `${JSON.stringify(record)}\n`;
}
/** The record's facts, out of what was written of it. */
function readWritten(written) {
    if (!('entries' in written) || !Array.isArray(written.entries))
        return written;
    const entries = [];
    let before;
    for (const one of written.entries) {
        const entry = decodeFacts(one, before);
        entries.push(entry);
        if (typeof entry === 'object' && entry !== null && 'kind' in entry && entry.kind === 'look')
            before = entry;
    }
    return { ...written, entries, ...('policy' in written ? { policy: decodeFacts(written.policy) } : {}) };
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
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8253);



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
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8253);

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
        const { queuedRuns } = await (0,_read_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .readRuns */ .xx)(github, { workflow: wanted.workflow, runs: [], newest: 10 });
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

/***/ 4173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ ensureReaction)
/* harmony export */ });
/**
 * Our reaction to a comment, there once however often it is asked for; false where GitHub takes none: the comment is
 * gone, or its conversation closed to us.
 */
async function ensureReaction(github, comment, content) {
    const route = 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions';
    const answer = await github.request(route, { comment_id: comment, content }, [403, 404, 410, 422]);
    return answer.status < 300;
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

/***/ 4064:
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
// EXTERNAL MODULE: ./build/core/decide.js + 28 modules
var decide = __webpack_require__(9313);
// EXTERNAL MODULE: ./build/core/decision.js
var core_decision = __webpack_require__(4402);
// EXTERNAL MODULE: ./build/core/note-activity.js
var note_activity = __webpack_require__(1100);
// EXTERNAL MODULE: ./build/core/ledger.js + 9 modules
var core_ledger = __webpack_require__(2690);
;// CONCATENATED MODULE: ./build/core/note-attempt.js

/** How many of a story's attempts are remembered to be told, and how much of each. */
const most = { attempts: 12, said: 200 };
/** The ledger with the end of an assignment noted with its story. */
function noteAttempt(ledger, { before, decision, applied }, now) {
    const ended = endingOf(decision, applied);
    const flight = findFlight(before, decision);
    if (ended === null || flight === null || flight.story === null)
        return ledger;
    if (!Object.hasOwn(ledger.stories, flight.story))
        return ledger;
    const { id, role, run, since, story } = flight;
    const attempt = { assignment: id, role, run, since, at: now, ended, said: decision.because.slice(0, most.said) };
    return (0,core_ledger/* remember */.kY)(ledger, story, { attempts: [...(0,core_ledger/* recall */.I9)(ledger, story).attempts, attempt].slice(-most.attempts) });
}
function findFlight(ledger, decision) {
    if (!('assignment' in decision) || typeof decision.assignment !== 'string')
        return null;
    return ledger.flights[decision.assignment] ?? null;
}
function endingOf(decision, { refusal }) {
    switch (decision.kind) {
        case 'accept':
        case 'accept_repair':
            return refusal === undefined ? 'accepted' : 'refused';
        case 'keep':
            return refusal === undefined ? 'kept' : 'refused';
        case 'refuse':
            return 'refused';
        case 'record_verdict':
            return decision.verdict.review.result === 'pass' ? 'passed' : 'failed';
        case 'discard':
            return 'discarded';
        case 'lose':
            return 'lost';
        case 'unclaim':
            return decision.sticky?.code === 'declined' ? 'declined' : 'discarded';
        default:
            return null;
    }
}

// EXTERNAL MODULE: ./build/core/remember.js + 1 modules
var remember = __webpack_require__(2427);
;// CONCATENATED MODULE: ./build/core/note-applied.js



/** The ledger after one decision was applied: what the next pass must know, and what people are told of it. */
function noteApplied(before, decision, applied, now) {
    const ledger = (0,remember/* rememberApplied */.v)(before, decision, applied, now);
    // It is not done yet: the next round does it, elsewhere.
    if (applied.taken !== undefined)
        return ledger;
    const noted = noteAttempt((0,note_activity/* noteActivity */.o)(ledger, decision, now), { before, decision, applied }, now);
    return applied.shown === undefined ? noted : { ...noted, shown: { ...noted.shown, ...applied.shown } };
}

// EXTERNAL MODULE: ./build/core/note-tally.js
var note_tally = __webpack_require__(1399);
// EXTERNAL MODULE: ./build/core/record/pass-record.js + 2 modules
var pass_record = __webpack_require__(9737);
// EXTERNAL MODULE: ./build/render/replies.js + 1 modules
var render_replies = __webpack_require__(4534);
// EXTERNAL MODULE: ./build/pass/announce.js
var announce = __webpack_require__(6989);
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
    const run = await (0,read_runs/* readRun */.cI)(github, job.run_id);
    return run !== null && (run.status !== 'completed' || run.attempt > job.run_attempt);
}

// EXTERNAL MODULE: ./build/render/labels.js
var render_labels = __webpack_require__(5542);
// EXTERNAL MODULE: ./build/core/utc.js
var utc = __webpack_require__(6848);
;// CONCATENATED MODULE: ./build/render/criteria.js
/** What a verdict, where there is one, says of one criterion; `vouched`: those of which a person says that they are met. */
function standingOfCriterion(id, verdict, vouched) {
    if (verdict === null)
        return 'unknown';
    const { acs_failed, acs_human, acs_verified } = verdict.review;
    if (acs_failed.includes(id))
        return 'not_met';
    if (acs_human.includes(id))
        return vouched.includes(id) ? 'vouched' : 'human';
    return acs_verified.includes(id) ? 'met' : 'unknown';
}

// EXTERNAL MODULE: ./build/render/keep-within.js
var keep_within = __webpack_require__(9298);
;// CONCATENATED MODULE: ./build/render/own-part.js
const end = '<!-- orchestrate:end -->';
const beginning = /<!-- orchestrate:(?:story|repair)=\S+(?: title=(\S*))? -->/;
/** What GitHub takes of a body. */
const limit = 65_536;
/** Our part of a body: between two marks, the first of which names what it is about and the title that goes with it. */
function renderOwnPart(about, title, lines) {
    return [`<!-- orchestrate:${about} title=${encode(title)} -->`, ...lines, end].join('\n');
}
/**
 * Our part in its place in what is there: what people wrote before and behind it stays, and so does a title that is not
 * the one we gave. Where there is no room for both, everything stays as it is.
 */
function placeOwnPart(current, wanted) {
    const text = current.body.replaceAll('\r\n', '\n');
    const found = beginning.exec(text);
    const [before, after] = found === null ? [text, ''] : around(text, found);
    const body = [before.trim(), wanted.body, after.trim()].filter((part) => part !== '').join('\n\n');
    if (body.length > limit)
        return { title: current.title, body: text };
    const given = found?.[1];
    const isOurs = given === undefined || given === encode(current.title);
    return { title: isOurs ? wanted.title : current.title, body };
}
/**
 * Before the second mark was, and titles in the first, everything up to that was ours. Where people took the second one
 * away nobody knows what is whose: it all stays.
 */
function around(text, found) {
    const [mark, title] = found;
    const last = text.indexOf(end, found.index);
    if (last !== -1)
        return [text.slice(0, found.index), text.slice(last + end.length)];
    return [title === undefined ? '' : text.slice(0, found.index), text.slice(found.index + mark.length)];
}
/** Without what would end the mark, or part it. */
function encode(title) {
    return encodeURIComponent(title).replaceAll('-', '%2D');
}

// EXTERNAL MODULE: ./build/render/sanitise.js
var sanitise = __webpack_require__(4123);
// EXTERNAL MODULE: ./build/render/story-page.js
var story_page = __webpack_require__(5394);
// EXTERNAL MODULE: ./build/render/table-cell.js
var table_cell = __webpack_require__(3518);
;// CONCATENATED MODULE: ./build/render/pull-request.js







/** How it stands when its pull request is opened. */
const newborn = {
    verdict: null,
    failure: null,
    vouched: [],
    attempts: [],
    awaitedBy: [],
    dashboard: null,
    repository: null,
};
/** Title and our part of the body of a story's pull request; never longer than the 65,536 characters that GitHub takes. */
function renderPullRequest(story, standing = newborn) {
    const title = `${story.number}: ${(0,sanitise/* plainLine */.h0)(story.title)}`;
    const dashboard = standing.dashboard === null ? '' : ` [The whole project](${standing.dashboard})`;
    const lines = [
        `Story **${story.number}** of epic ${story.epic}, by a fresh agent of Orchestrate.${dashboard}`,
        '',
        ...(story.description === null ? [] : [(0,sanitise/* quote */.hD)(story.description), '']),
        '### Acceptance criteria',
        '',
        ...renderCriteria(story, standing),
        '',
        ...renderReview(standing),
        ...renderAwaited(standing.awaitedBy),
        ...renderAttempts(standing),
        'It merges when CI is green, an independent review has passed, and every rule of the base is met. What stands between the marks of this text is ours and written anew; what you write outside of them stays.',
    ];
    return { title, body: renderOwnPart(`story=${story.number}`, title, lines) };
}
function renderCriteria({ criteria }, { verdict, vouched }) {
    const lines = criteria.map(({ id, text }) => {
        const standing = standingOfCriterion(id, verdict, vouched);
        const box = standing === 'met' || standing === 'vouched' ? 'x' : ' ';
        return `- [${box}] **${(0,sanitise/* sanitiseLine */.lg)(id)}** ${(0,sanitise/* sanitiseLine */.lg)(text, 600)}${remarks[standing]}`;
    });
    return (0,keep_within/* keepWithin */.X)(lines, 30_000, (left) => `- and ${left} more`);
}
const remarks = {
    met: '',
    not_met: ' — **not met**',
    human: ' — **a person is to judge it**',
    vouched: ' — met, a person says',
    unknown: '',
};
function renderReview({ verdict, failure }) {
    if (verdict === null) {
        return failure === null ? [] : ['### Review', '', 'The last review failed:', '', (0,sanitise/* quote */.hD)(failure, 2000), ''];
    }
    const { review, headSha, at } = verdict;
    const word = review.result === 'pass' ? 'Passed' : 'Failed';
    return ['### Review', '', `${word} on ${headSha.slice(0, 7)}, ${(0,utc/* tellMoment */.Ae)(at)}:`, '', (0,sanitise/* quote */.hD)(review.summary), ''];
}
function renderAwaited(awaitedBy) {
    if (awaitedBy.length === 0)
        return [];
    const named = awaitedBy.slice(0, 20).map((story) => (0,sanitise/* sanitiseLine */.lg)(story));
    const rest = awaitedBy.length > named.length ? ` and ${awaitedBy.length - named.length} more` : '';
    return [`Stories that wait for it: ${named.join(', ')}${rest}.`, ''];
}
function renderAttempts({ attempts, repository }) {
    // Of a first attempt everything stands in the pull request already.
    if (attempts.length < 2)
        return [];
    const rows = attempts.map(({ role, run, at, ended, said }) => {
        const name = repository === null ? `${run}` : `[${run}](${(0,story_page/* runUrl */.V)({ repository }, run)})`;
        return `| ${(0,utc/* tellMoment */.Ae)(at)} | ${role} | ${ended} | ${(0,table_cell/* renderCell */.T)(said, 200)} | ${name} |`;
    });
    return [
        '### Attempts',
        '',
        '| until | agent | ended | what came of it | run |',
        '|---|---|---|---|---|',
        ...rows,
        '',
    ];
}

// EXTERNAL MODULE: ./build/core/awaiting.js
var awaiting = __webpack_require__(4654);
// EXTERNAL MODULE: ./build/core/repair.js
var repair = __webpack_require__(4157);
// EXTERNAL MODULE: ./build/core/standing.js
var standing = __webpack_require__(1040);
// EXTERNAL MODULE: ./build/core/own-checks.js
var own_checks = __webpack_require__(5578);
// EXTERNAL MODULE: ./build/core/reasons.js + 8 modules
var reasons = __webpack_require__(9973);
// EXTERNAL MODULE: ./build/render/hold-text.js
var hold_text = __webpack_require__(846);
;// CONCATENATED MODULE: ./build/render/checks/check-on.js

/** The check of this name on a commit. */
function checkOn(sha, name, text) {
    return { kind: 'check', key: (0,own_checks/* keyOfCheck */.Bd)(sha, name), sha, name, ...text };
}

;// CONCATENATED MODULE: ./build/render/checks/check-text.js
/** A check without annotations, of no run in particular. */
function plainCheck(conclusion, title, summary) {
    return { conclusion, title, summary, annotations: [], detailsUrl: null };
}

;// CONCATENATED MODULE: ./build/render/checks/contract-check.js





/** What was agreed, against the story as it reads now: its author's own account of it, before it worked. */
function renderContractCheck(story, contract) {
    if ((0,repair/* isRepair */.c3)(story.number))
        return renderRepairContract(story);
    if (contract === null) {
        return plainCheck('neutral', 'No restatement is known', 'Its author was no agent of ours, or the ledger was lost.');
    }
    const isCurrent = contract.criteriaHash === story.criteriaHash;
    const { length } = story.criteria;
    return plainCheck(isCurrent ? 'success' : 'neutral', isCurrent
        ? `Agreed: ${length} of ${length} criteria restated`
        : 'The story has been changed since it was agreed on', [
        (0,sanitise/* quote */.hD)(contract.summary),
        '',
        '| criterion | the story | its author |',
        '|---|---|---|',
        ...(0,keep_within/* keepWithin */.X)(story.criteria.map((criterion) => renderRow(criterion, contract)), 40_000, (left) => `| | and ${left} more | |`),
        '',
        ...renderPromises(contract),
        '',
        `Agreed on: \`${contract.criteriaHash}\`${isCurrent ? '' : `; it reads now: \`${story.criteriaHash}\``}.`,
    ].join('\n'));
}
function renderRow({ id, text }, { criteria }) {
    const restated = criteria.find((criterion) => criterion.id === id)?.restated ?? '';
    return `| ${(0,table_cell/* renderCell */.T)(id)} | ${(0,table_cell/* renderCell */.T)(text)} | ${(0,table_cell/* renderCell */.T)(restated)} |`;
}
function renderPromises({ deliverables }) {
    if (deliverables.length === 0)
        return ['No file was promised by name.'];
    const lines = deliverables.map((path) => `- ${(0,sanitise/* sanitiseLine */.lg)(path)}`);
    return ['Promised files:', ...(0,keep_within/* keepWithin */.X)(lines, 10_000, (left) => `- and ${left} more`)];
}
/** The agreement of a repair is a fact: nobody restates it. */
function renderRepairContract({ description, criteria }) {
    const jobs = criteria.map(({ id, text }) => `- **${(0,sanitise/* sanitiseLine */.lg)(id)}** ${(0,sanitise/* sanitiseLine */.lg)(text)}`);
    const summary = [(0,sanitise/* sanitise */.tB)(description ?? ''), '', ...(0,keep_within/* keepWithin */.X)(jobs, 40_000, (left) => `- and ${left} more`)];
    return plainCheck('success', 'Agreed: what failed on the base succeeds', summary.join('\n'));
}

;// CONCATENATED MODULE: ./build/render/checks/deliverables-check.js



/** Which of the promised files are in the final tree of a head. */
function renderDeliverablesCheck(story, { missingDeliverables: missing }, contract) {
    const promised = [...new Set([...(contract?.deliverables ?? story.deliverables), ...missing])];
    if (promised.length === 0) {
        return plainCheck('success', 'No file was promised', 'Neither the story nor its author named a file.');
    }
    const isMissing = new Set(missing);
    const rows = [...missing, ...promised.filter((path) => !isMissing.has(path))].map((path) => `- ${isMissing.has(path) ? '✗ missing:' : '✓'} ${(0,sanitise/* sanitiseLine */.lg)(path)}`);
    const summary = [
        'Looked for in the final tree, without running anything.',
        '',
        ...(0,keep_within/* keepWithin */.X)(rows, 40_000, (left) => `- and ${left} more`),
    ].join('\n');
    return missing.length > 0
        ? plainCheck('failure', `${missing.length} of ${promised.length} promised files are missing`, summary)
        : plainCheck('success', `All ${promised.length} promised files are there`, summary);
}

// EXTERNAL MODULE: ./build/core/gate.js + 2 modules
var gate = __webpack_require__(1099);
;// CONCATENATED MODULE: ./build/render/checks/gate-check.js







/**
 * The gate as people see it: the whole list of its clauses, and above it what the story waits for. Null where the merge was
 * asked for: it was completed before.
 */
function renderGateCheck(page) {
    const { view, pullRequest, context } = page;
    const { merging } = view.memory;
    if (pullRequest.state === 'MERGED')
        return renderMerged(page);
    if (merging !== null && merging.headSha === pullRequest.headSha)
        return null;
    return renderWaiting(page, (0,gate/* judgeGate */.$U)(view, pullRequest, context));
}
/** What the gate says of a head whose merge is asked for. */
function renderGatePassed(story) {
    return plainCheck('success', 'Every clause of the gate holds', `Story ${(0,sanitise/* sanitiseLine */.lg)(story)} goes into the base.`);
}
function renderMerged(page) {
    const by = (0,story_page/* findMerger */.c)(page);
    if (by === null)
        return null;
    return plainCheck('neutral', `Merged by ${by}`, `Story ${(0,sanitise/* sanitiseLine */.lg)(page.view.story.number)} was merged by ${by}.`);
}
/**
 * Rewritten only when something else is in the way, not whenever it reads a little differently: of what passes by itself
 * it is said that it does, and in full only what a person has to do something about.
 */
function renderWaiting(page, gate) {
    const { view, since, places } = page;
    const { number } = view.story;
    const hold = page.hold ?? gate.find((clause) => clause.hold !== null)?.hold ?? null;
    const conclusion = concludeFor(hold);
    const isPassing = hold === null || conclusion === null;
    const run = findAuthorsRun(page);
    return {
        conclusion,
        title: isPassing ? 'Goes on by itself' : (0,hold_text/* capitalise */.sK)(reasons/* reasons */.Ot[hold.code].title),
        summary: [
            ...(isPassing
                ? ['Why a clause does not hold just now: comment `/orchestrate why`.']
                : (0,hold_text/* renderHold */.Ul)(hold, number, since)),
            '',
            '| state | clause | what was seen | what to do |',
            '|---|---|---|---|',
            ...gate.map((clause) => renderClause(clause, number)),
        ].join('\n'),
        annotations: [],
        detailsUrl: run === null ? null : (0,story_page/* runUrl */.V)(places, run),
    };
}
/** Where its author works, or did; reviewers have a check of their own. */
function findAuthorsRun({ view: { flight, memory } }) {
    if (flight !== null && flight.role !== 'review')
        return flight.run;
    return memory.attempts.findLast(({ role }) => role !== 'review')?.run ?? null;
}
/** A check that waits is in progress, unless it waits for a person. */
function concludeFor(hold) {
    return hold !== null && reasons/* reasons */.Ot[hold.code].who === 'person' ? 'action_required' : null;
}
function renderClause({ name, hold }, story) {
    if (name === gate/* baseClause */.H9 && (hold === null || reasons/* reasons */.Ot[hold.code].who === 'ci')) {
        return `| · asked at its merge | ${name} | | |`;
    }
    if (hold === null)
        return `| ✓ holds | ${name} | | |`;
    const { title, who } = reasons/* reasons */.Ot[hold.code];
    if (who !== 'person')
        return `| … waits | ${name} | ${(0,table_cell/* renderCell */.T)(title)} | ${(0,hold_text/* remedyFor */.wJ)(hold.code, story)} |`;
    const seen = hold.detail === '' ? title : `${title}: ${hold.detail}`;
    return `| ✗ a person | ${name} | ${(0,table_cell/* renderCell */.T)(seen, 500)} | ${(0,hold_text/* remedyFor */.wJ)(hold.code, story)} |`;
}

;// CONCATENATED MODULE: ./build/render/checks/review-check.js




/** The check of a review: every criterion with its verdict, then the findings, those of a changed file on its line; never longer than GitHub takes. */
function renderReviewCheck({ story, verdict, head, vouched, detailsUrl }) {
    const { review } = verdict;
    const standings = story.criteria.map(({ id }) => standingOfCriterion(id, verdict, vouched));
    const rows = story.criteria.map(({ id, text }, index) => `| ${marks[standings[index] ?? 'unknown']} | ${(0,table_cell/* renderCell */.T)(id)} | ${(0,table_cell/* renderCell */.T)(text)} |`);
    const findings = review.findings.map(renderFinding);
    const asked = standings.filter((standing) => standing === 'human').length;
    const met = standings.filter((standing) => standing === 'met' || standing === 'vouched').length;
    const isPass = review.result === 'pass';
    const word = isPass ? 'Passed' : 'Failed';
    return {
        conclusion: isPass ? (asked > 0 ? 'action_required' : 'success') : 'failure',
        title: `${word}: ${met} of ${story.criteria.length} criteria met${asked > 0 ? `, ${asked} for a person to judge` : ''}`,
        summary: [
            (0,sanitise/* quote */.hD)(review.summary),
            '',
            '| state | criterion | text |',
            '|---|---|---|',
            ...(0,keep_within/* keepWithin */.X)(rows, 20_000, (left) => `| | | and ${left} more |`),
            ...(findings.length > 0
                ? ['', '### Findings', ...(0,keep_within/* keepWithin */.X)(findings, 20_000, (left) => `- and ${left} more`)]
                : []),
        ].join('\n'),
        annotations: findAnnotations(review.findings, head.changedPaths ?? []),
        detailsUrl,
    };
}
const marks = {
    met: '✓ met',
    not_met: '✗ not met',
    human: '? needs a human',
    vouched: '✓ met, by a person',
    unknown: '? not judged',
};
function renderFinding({ severity, ac_id, description, file, line }) {
    const about = ac_id ? ` ${(0,sanitise/* sanitiseLine */.lg)(ac_id)}` : '';
    const place = file ? ` (${(0,sanitise/* sanitiseLine */.lg)(file)}${line ? `:${line}` : ''})` : '';
    return `- **${severity}**${about}${place}: ${(0,sanitise/* sanitiseLine */.lg)(description, 1000)}`;
}
const levels = {
    CRITICAL: 'failure',
    HIGH: 'failure',
    MEDIUM: 'warning',
    LOW: 'notice',
};
/** GitHub shows an annotation where the diff is shown: nothing is said of a file that the diff leaves alone. */
function findAnnotations(findings, changedPaths) {
    return findings.flatMap(({ severity, ac_id, description, file, line }) => {
        const path = changedPaths.find((changed) => changed === file?.replace(/^\.?\//, ''));
        if (path === undefined || line == null)
            return [];
        const title = `${severity}${ac_id ? ` ${(0,sanitise/* sanitiseLine */.lg)(ac_id)}` : ''}`;
        return [{ path, line, level: levels[severity], title, message: (0,sanitise/* sanitise */.tB)(description) }];
    });
}

;// CONCATENATED MODULE: ./build/render/checks/story-checks.js












/** Our checks on the head of a pull request: of one that was not accepted only the gate, which says why. */
function presentChecks(page) {
    const { view, pullRequest } = page;
    if (pullRequest.state === 'CLOSED')
        return [];
    const surface = (name, text) => text === null ? [] : [checkOn(pullRequest.headSha, name, text)];
    const gate = surface(own_checks/* ownChecks */.ws.gate, renderGateCheck(page));
    const { head, contract } = view.memory;
    if (head === null || head.sha !== pullRequest.headSha)
        return gate;
    return [
        ...surface(own_checks/* ownChecks */.ws.contract, renderContractCheck(view.story, contract)),
        ...surface(own_checks/* ownChecks */.ws.review, story_checks_renderReview(page)),
        ...surface(own_checks/* ownChecks */.ws.deliverables, renderDeliverablesCheck(view.story, head, contract)),
        ...gate,
    ];
}
/**
 * The review of the accepted head: nothing before a reviewer is sent, nor where a failure was told and nobody has answered
 * it, so that what was shown with the verdict stays.
 */
function story_checks_renderReview(page) {
    const { view, hold, since, places } = page;
    const { story, memory, flight } = view;
    const { verdict, head } = memory;
    if (verdict !== null && head !== null && (0,standing/* isVerdictValid */.Af)(view)) {
        const detailsUrl = (0,story_page/* runUrl */.V)(places, verdict.run);
        return renderReviewCheck({ story, verdict, head, vouched: (0,standing/* listVouched */.by)(view), detailsUrl });
    }
    if (memory.feedback.some(({ kind, headSha }) => kind === 'review_failed' && headSha === head?.sha))
        return null;
    const merger = page.pullRequest.state === 'MERGED' ? (0,story_page/* findMerger */.c)(page) : null;
    if (merger !== null) {
        return plainCheck('neutral', `Merged by ${merger}, without a verdict`, 'Nothing is to be reviewed.');
    }
    const before = describeVoid(view);
    if (flight?.role === 'review') {
        const title = `A reviewer is at work since ${(0,utc/* tellMoment */.Ae)(flight.since)}`;
        return { ...plainCheck(null, title, before ?? 'No verdict yet.'), detailsUrl: (0,story_page/* runUrl */.V)(places, flight.run) };
    }
    if (hold !== null && concludeFor(hold) !== null) {
        const told = [...(before === null ? [] : [before, '']), ...(0,hold_text/* renderHold */.Ul)(hold, story.number, since)];
        return plainCheck(concludeFor(hold), `Not reviewed: ${reasons/* reasons */.Ot[hold.code].title}`, told.join('\n'));
    }
    return before === null ? null : plainCheck(null, 'To be reviewed anew', before);
}
/** That what was said before does not hold for this head. */
function describeVoid({ story, memory: { verdict, head } }) {
    if (verdict === null || head === null)
        return null;
    const isOther = verdict.criteriaHash !== story.criteriaHash;
    const why = isOther ? 'the story was changed' : 'its diff is another one';
    return `The verdict on ${verdict.headSha.slice(0, 7)} does not hold for this head: ${why}. It is reviewed anew.`;
}

;// CONCATENATED MODULE: ./build/render/repair.js



const repair_gate = 'It merges when its own CI is green, an independent review has passed, and every rule of the base is met.';
/** Title and body of the pull request that repairs a red base. */
function renderRepair(repair) {
    const jobs = repair.criteria.map(({ id, text }) => `- [ ] **${(0,sanitise/* sanitiseLine */.lg)(id)}** ${(0,sanitise/* sanitiseLine */.lg)(text)}`);
    const title = (0,sanitise/* plainLine */.h0)(repair.title);
    const lines = [
        'The base is red, and nothing else can merge until it is green: a fresh agent of Orchestrate repairs it.',
        '',
        (0,sanitise/* sanitise */.tB)(repair.description ?? ''),
        '',
        ...(0,keep_within/* keepWithin */.X)(jobs, 40_000, (left) => `- and ${left} more`),
        '',
        repair_gate,
    ];
    return { title, body: renderOwnPart(`repair=${repair.number}`, title, lines) };
}
/** Title and body of the pull request in which GitHub reverts the merge of a story. */
function renderRevert({ story, reverts, pullRequest, because }) {
    const body = [
        `The merge of #${pullRequest} is reverted, and story **${(0,sanitise/* sanitiseLine */.lg)(reverts)}** is done again.`,
        '',
        (0,sanitise/* sanitise */.tB)(because),
        '',
        repair_gate,
        `<!-- orchestrate:repair=${story.number} -->`,
    ];
    return { title: `Revert ${(0,sanitise/* plainLine */.h0)(reverts)} (#${pullRequest})`, body: body.join('\n') };
}

// EXTERNAL MODULE: ./build/core/note-escalations.js
var note_escalations = __webpack_require__(3203);
;// CONCATENATED MODULE: ./build/render/call.js



/** Whether people are called for what a story waits for now, and how often that was. */
function findEscalation(story, hold, { escalations }) {
    const found = escalations[story];
    return hold !== null && (0,note_escalations/* isEscalated */.p)(hold) && found?.code === hold.code ? found : null;
}
/** The line that calls people: whom the configuration names, for what, and whether it is a reminder; nothing where nobody is called. */
function renderCall(what, escalations, { people }) {
    const newest = escalations.toSorted((one, other) => other.lastAt - one.lastAt)[0];
    if (newest === undefined)
        return [];
    const { reminders, lastAt } = newest;
    const names = people.mention.length === 0 ? '' : `${people.mention.join(' ')}: `;
    const again = reminders === 0 ? '' : ` Reminder ${reminders} of ${people.reminders}, ${(0,utc/* tellMoment */.Ae)(lastAt)}.`;
    return [`${names === '' ? (0,hold_text/* capitalise */.sK)(what) : `${names}${what}`} waits for a person.${again}`, ''];
}

;// CONCATENATED MODULE: ./build/render/status-comment.js





/** How the status comment is known. */
const statusMark = '<!-- orchestrate:status -->';
/**
 * The one comment on a story's pull request: what people have to do where they have to do something, by name who is
 * called; else that it goes on by itself, which is not written anew whenever it has come a little further.
 */
function presentStatus(page) {
    const { pullRequest, context } = page;
    const escalation = findEscalation(page.view.story.number, page.hold, context.ledger);
    const body = [
        ...renderCall('this', escalation === null ? [] : [escalation], context.policy),
        ...renderStanding(page),
        '',
        renderHelp(page),
        statusMark,
    ];
    const { number } = pullRequest;
    return {
        kind: 'comment',
        key: `comment ${number}`,
        number,
        body: body.join('\n'),
        called: escalation?.lastAt ?? null,
    };
}
function renderStanding(page) {
    const { view, pullRequest, hold, since } = page;
    const isForPeople = hold !== null && reasons/* reasons */.Ot[hold.code].who === 'person';
    const merged = pullRequest.state === 'MERGED' ? status_comment_renderMerged(page) : [];
    if (isForPeople) {
        return [...merged, ...(0,hold_text/* renderHold */.Ul)(hold, view.story.number, since), '', renderCounts(page)];
    }
    if (merged.length > 0)
        return [...merged, 'Its story is verified once the base is proven with it.'];
    return ['**It goes on by itself.** What is in the way of its merge stands in the check `orchestrate/gate`.'];
}
function status_comment_renderMerged(page) {
    const { mergeSha } = page.pullRequest;
    const by = (0,story_page/* findMerger */.c)(page);
    const sha = mergeSha === null ? '' : ` as ${mergeSha.slice(0, 7)}`;
    return [`**Merged**${sha}${by === null ? '' : ` by ${by}`}.`, ''];
}
function renderCounts({ view, context }) {
    const { story, memory } = view;
    const { limits } = context.policy;
    const counts = `${memory.authorRuns} author ${memory.authorRuns === 1 ? 'run' : 'runs'}, ${memory.rejections} of ${limits.rejections + memory.granted} rejections`;
    if ((0,repair/* isRepair */.c3)(story.number))
        return `So far: ${counts}.`;
    const standing = `${story.agentStatus.replace('_', ' ')}, ${story.verifiedStatus}`;
    // Who takes it over needs the claim; nobody takes it away from an agent that a person may only have to answer.
    const claim = isClaimed(story) ? ' It stays claimed; `/orchestrate release` gives it to whoever takes it over.' : '';
    return `So far: ${counts}. In loopctl: ${standing}.${claim}`;
}
function isClaimed({ agentStatus, verifiedStatus }) {
    return verifiedStatus !== 'verified' && (agentStatus === 'assigned' || agentStatus === 'implementing');
}
function renderHelp({ dashboard }) {
    const commands = 'Comments that begin with `/orchestrate` are heard: `help`, `why`, `retry: what to do differently`, …';
    return dashboard === null ? commands : `${commands} [The whole project](${dashboard})`;
}

;// CONCATENATED MODULE: ./build/render/story-surfaces.js








/** What is to be seen of a story on its pull request: its text and labels, our checks on its head, the status comment. */
function presentStory(page) {
    const { pullRequest } = page;
    if (pullRequest.state === 'CLOSED')
        return [presentStatus(page)];
    return [presentText(page), ...presentChecks(page), presentStatus(page)];
}
function presentText(page) {
    return textOn(page.pullRequest.number, renderText(page), (0,render_labels/* labelsOf */.PC)(page));
}
/** Text and labels of this pull request. */
function textOn(number, text, labels) {
    return { kind: 'pull_request', key: `pull ${number}`, number, text, labels };
}
/** A revert's text is written when it is made: what it says of the merge that it undoes is not remembered. */
function renderText({ view, context, places, dashboard }) {
    const { story, memory } = view;
    if ((0,repair/* isRepair */.c3)(story.number))
        return context.ledger.repair.red?.reverts == null ? renderRepair(story) : null;
    const failure = memory.feedback.find(({ kind }) => kind === 'review_failed')?.summary ?? null;
    return renderPullRequest(story, {
        verdict: (0,standing/* isVerdictValid */.Af)(view) ? memory.verdict : null,
        failure,
        vouched: (0,standing/* listVouched */.by)(view),
        attempts: memory.attempts,
        awaitedBy: (0,awaiting/* listAwaiting */.V)(story.number, context.world),
        dashboard,
        repository: places.repository,
    });
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
    const wanted = { head: branch, base: pass.settings.base, ...text, labels: [render_labels/* ownLabel */.tZ] };
    const pullRequest = await (0,ensure_pull_request/* ensurePullRequest */.p)(pass.github, wanted);
    return pullRequest === null
        ? { kind: 'not_proposed', applied: { instead: (0,refuse_empty/* refuseEmpty */.O)(decision) } }
        : { kind: 'proposed', pullRequest, at: pass.github.clock() ?? pass.now() };
}

// EXTERNAL MODULE: ./build/github/issue-digest.js
var issue_digest = __webpack_require__(7186);
;// CONCATENATED MODULE: ./build/pass/remember-shown.js

/** What a surface says, in a few letters: by it is known whether what was last shown there says the same. */
function digestSurface(surface) {
    return (0,issue_digest/* digestText */.M)(JSON.stringify(surface));
}
/** What is remembered of a surface that a decision has written: at the pass's end it is not written once more. */
function rememberShown(surface, { id, note }) {
    return { [surface.key]: { id, digest: digestSurface(surface), note } };
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
    const { story, head, branch, awaitedBy = [] } = decision;
    const { loopctl } = pass;
    const repository = pass.repositoryUrl;
    const dashboard = pass.policy.dashboard ? (0,render_labels/* findDashboard */.ex)({ repository }) : null;
    const text = renderPullRequest(story, { ...newborn, awaitedBy, dashboard, repository });
    const proposal = await propose(decision, text, pass);
    if (proposal.kind === 'not_proposed')
        return proposal.applied;
    const { pullRequest, at } = proposal;
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
    const { number, isAsWanted } = pullRequest;
    const shown = isAsWanted ? rememberShown(textOn(number, text, [render_labels/* ownLabel */.tZ]), { id: null, note: '' }) : {};
    return { pullRequest: number, at, shown };
}

;// CONCATENATED MODULE: ./build/pass/apply-accept-repair.js


/** Pushed and proposed; loopctl is told nothing. */
async function applyAcceptRepair(decision, pass) {
    const proposal = await propose(decision, renderRepair(decision.story), pass);
    if (proposal.kind === 'not_proposed')
        return proposal.applied;
    return { pullRequest: proposal.pullRequest.number, at: proposal.at };
}

// EXTERNAL MODULE: ./build/github/ensure-check.js
var ensure_check = __webpack_require__(5775);
;// CONCATENATED MODULE: ./build/github/own-mark.js
/** By which our check runs are told from another app's of the same name. */
const ownMark = 'orchestrate';

;// CONCATENATED MODULE: ./build/pass/show-verdict.js







/** The verdict as our check on a head, at once: a rule may ask for it when the same pass merges. Returns what is shown. */
async function showVerdict({ story, verdict, head }, pass) {
    const detailsUrl = (0,story_page/* runUrl */.V)({ repository: pass.repositoryUrl }, verdict.run);
    const text = renderReviewCheck({ story, verdict, head, vouched: [], detailsUrl });
    const surface = checkOn(head.sha, own_checks/* ownChecks */.ws.review, text);
    const id = await (0,ensure_check/* ensureCheck */.x)(pass.github, { ...surface, externalId: ownMark });
    return rememberShown(surface, { id, note: '' });
}

;// CONCATENATED MODULE: ./build/pass/apply-adopt.js

/** Remembered in the ledger; a verdict that stands for the new head is shown on it. */
async function applyAdopt({ story, head, verdict }, pass) {
    return verdict === null ? {} : { shown: await showVerdict({ story, verdict, head }, pass) };
}

// EXTERNAL MODULE: ./build/core/instant.js
var instant = __webpack_require__(5079);
// EXTERNAL MODULE: ./build/github/bot-login.js
var bot_login = __webpack_require__(5508);
// EXTERNAL MODULE: ./build/github/read-pages.js
var read_pages = __webpack_require__(5465);
;// CONCATENATED MODULE: ./build/github/ensure-reply.js




const commentsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ body: schemas/* string */.YjP().nullish(), user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable() }));
/** Our one reply to a comment, known again by its marker; false where GitHub takes none. */
async function ensureReply(github, wanted) {
    const marker = `<!-- orchestrate answer ${wanted.comment} -->`;
    if (await isThere(github, wanted, marker))
        return true;
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const parameters = { issue_number: wanted.on, body: `${wanted.body}\n\n${marker}` };
    const answer = await github.request(route, parameters, [403, 404, 410, 422]);
    return answer.status < 300;
}
async function isThere(github, { on, viewer, since }, marker) {
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const later = await (0,read_pages/* readPages */.n)(github, route, { issue_number: on, since }, (data) => (0,parse_answer/* parseAnswer */.W)(commentsSchema, data, route));
    return later.some(({ body, user }) => user !== null && (0,bot_login/* withoutSuffix */.a)(user.login) === viewer && (body ?? '').endsWith(marker));
}

// EXTERNAL MODULE: ./build/github/react.js
var react = __webpack_require__(4173);
;// CONCATENATED MODULE: ./build/pass/apply-answer.js





/** Short enough to be read; whoever quotes at length in a command does not get it all back. */
const replyLimit = 4000;
/** Machines' clocks may be apart. */
const skewMinutes = 60;
/**
 * One reply where there is something to say, then our reaction, which tells any later pass that this one was answered.
 * Where GitHub takes neither, since the comment is gone or the conversation locked, there is nobody to be answered.
 */
async function applyAnswer({ comment, on, reaction, replies, at, viewer }, { github, log }, tell) {
    const body = replies.map((reply) => (typeof reply === 'string' ? (0,sanitise/* sanitise */.tB)(reply, replyLimit) : tell(reply)));
    if (body.length > 0) {
        const since = new Date((0,instant/* addMinutes */.z)(at, -skewMinutes)).toISOString();
        await ensureReply(github, { on, comment, body: (0,render_replies/* joinReplies */.$)(body), viewer, since });
    }
    if (!(await (0,react/* ensureReaction */.C)(github, Number(comment), reaction))) {
        log(`! comment ${comment} — GitHub takes no answer to it: it is gone, or its conversation closed to us`);
    }
    return {};
}

// EXTERNAL MODULE: ./build/core/checks.js
var core_checks = __webpack_require__(4813);
// EXTERNAL MODULE: ./build/github/documents.js
var documents = __webpack_require__(7856);
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
// EXTERNAL MODULE: ./build/git/git.js + 1 modules
var git = __webpack_require__(8253);
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

;// CONCATENATED MODULE: ./build/core/skills.js
/** As much as a prompt bears beside a story and its change, in characters. */
const longestSkill = 50_000;
/** The exact names of the skills that an agent of this role is told, where loopctl has them. */
function skillsOf(role, projectSlug) {
    return role === 'review' ? ['loopctl:review', 'loopctl:verify-artifacts'] : [`${projectSlug}:implement`];
}
/** Why a story has to wait for one of its skills, or null: half an instruction is none. */
function findLongSkill(skills) {
    const long = skills.find(({ text }) => text.length > longestSkill);
    if (long === undefined)
        return null;
    const { name, version, text } = long;
    const detail = `${name}, version ${version}, has ${text.length} characters of ${longestSkill} at most`;
    return { code: 'skill_too_long', detail };
}

;// CONCATENATED MODULE: ./build/pass/gather-skills.js


/** What loopctl's maintainers tell agents of this role; a skill that there is none of, or an empty one, is not told. */
async function gatherSkills(role, { loopctl, project }) {
    const found = await Promise.all(skillsOf(role, project.slug).map((name) => loopctl.findSkill(project.id, name)));
    const skills = found.flatMap((skill) => (skill === null || skill.text.trim() === '' ? [] : [skill]));
    const hold = findLongSkill(skills);
    if (hold !== null)
        throw new LeftUndone(hold);
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
// EXTERNAL MODULE: ./build/github/pull-request-record.js + 1 modules
var pull_request_record = __webpack_require__(7305);
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
    const passed = renderGatePassed(story.number);
    await (0,ensure_check/* ensureCheck */.x)(github, { sha: headSha, name: own_checks/* ownChecks */.ws.gate, externalId: ownMark, ...passed });
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

;// CONCATENATED MODULE: ./build/github/rerun-run.js




const rerun_run_refusalSchema = schemas/* object */.Ikc({ message: schemas/* string */.YjP() });
/** A whole workflow run that has ended is run again; one that is under way is left alone. */
async function rerunRun(github, runId) {
    const before = await (0,read_runs/* readRun */.cI)(github, runId);
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
        const after = await (0,read_runs/* readRun */.cI)(github, runId);
        if (after !== null && after.attempt > before.attempt)
            return { kind: 'started' };
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/pass/apply-order.js



const apply_order_reviewType = 'person';
/** Has the workflow runs run again that have ended; refused when GitHub starts none of them. */
async function applyRerunChecks({ order }, pass) {
    const answers = await Promise.all(order.runs.map((run) => rerunRun(pass.github, run)));
    const refusals = answers.flatMap((answer) => (answer.kind === 'refused' ? answer.message : []));
    return refusals.length < answers.length ? {} : { refusal: refusals.join('; ') };
}
/** Tells loopctl that a story is done elsewhere, with who says so and why; what it refuses is for that person to hear. */
async function applyBackfill(decision, pass) {
    const { story, order, how } = decision;
    const { loopctl } = pass;
    const said = `${order.by}: ${order.reason}`.slice(0, 2000);
    return await heed(async () => {
        if (how === 'backfill') {
            const provenance = { reason: said, prNumber: order.pullRequest };
            await transit('backfill', story, pass, () => loopctl.backfill(story.id, provenance));
            return {};
        }
        let refusal = null;
        await transit('mark_complete', story, pass, async () => {
            const summary = `#${order.pullRequest}, ${said}`;
            const [result] = await loopctl.markComplete([{ storyId: story.id, summary, reviewType: apply_order_reviewType }]);
            if (result?.succeeded !== true)
                refusal = result?.reason ?? 'loopctl did not answer';
        });
        return refusal === null ? {} : { refusal };
    });
}
/** Makes the story, once: one of that number may be there since a try whose answer was lost. */
async function applyCreateStory({ order }, pass) {
    const { loopctl, project } = pass;
    const known = (await loopctl.listStories(project.id)).find(({ number }) => number === order.story);
    if (known !== undefined)
        return known.title === order.title ? {} : { refusal: `${order.story} is taken: ${known.title}` };
    return await heed(async () => {
        pass.requireLease();
        await loopctl.createStory(project.id, {
            epicNumber: order.epic,
            number: order.story,
            title: order.title,
            ...(order.description === null ? {} : { description: order.description }),
            acceptanceCriteria: order.criteria.map((description, index) => ({ id: `AC-${index + 1}`, description })),
            metadata: { added_by: order.by },
        });
        return {};
    });
}
/** What loopctl refuses it refuses for good: it is told, and not tried again. */
async function heed(tell) {
    try {
        return await tell();
    }
    catch (error) {
        if (error instanceof loopctl_error/* LoopctlRefusal */.QV)
            return { refusal: error.message };
        throw error;
    }
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
/** Reject what had been reported, or even verified, with the reason; where loopctl does not reset by itself, the claim is freed. */
async function applyReject({ story, reason }, pass) {
    const { loopctl } = pass;
    const call = story.verifiedStatus === 'verified' ? 'undo' : 'reject';
    await transit(call, story, pass, () => loopctl.reject(story.id, { reason, reviewType: apply_transition_reviewType }));
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

;// CONCATENATED MODULE: ./build/core/gate/update-answer.js
/** What a story waits for whose branch GitHub did not bring up to date, in GitHub's words where it has any. */
function holdOfUpdate(pullRequest, answer) {
    return answer.kind === 'pending'
        ? { code: 'behind', detail: `#${pullRequest} is being brought up to date` }
        : { code: 'update_refused', detail: `#${pullRequest}: ${answer.message}` };
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
        case 'refused':
            throw new LeftUndone(holdOfUpdate(pullRequest, answer));
    }
}

;// CONCATENATED MODULE: ./build/pass/apply-verdict.js

/** Shows the verdict on the head it is about. */
async function applyRecordVerdict({ story, verdict, head }, pass) {
    return { shown: await showVerdict({ story, verdict, head }, pass) };
}

;// CONCATENATED MODULE: ./build/pass/apply.js

















/** Does one decision, or throws `LeftUndone` when the world had moved. Holds no policy. */
async function applyDecision(decision, pass, tell) {
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
        case 'answer':
            return await applyAnswer(decision, pass, tell);
        case 'rerun_checks':
            return await applyRerunChecks(decision, pass);
        case 'backfill_story':
            return await applyBackfill(decision, pass);
        case 'create_story':
            return await applyCreateStory(decision, pass);
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
/** What people alone are told: nothing is decided by it. */
const said = new Set(['answer']);
/** What frees a branch that somebody may have pushed to: its head is looked at only while no agent is at it. */
const freeing = new Set(['discard', 'lose']);
/** Whether what led to a decision must be saved before it is applied. */
function isSavedBefore({ kind }) {
    return !repeatable.has(kind);
}
/** Whether another look at GitHub may show something else after a decision was applied. */
function changesGitHub({ kind }) {
    return freeing.has(kind) || !(repeatable.has(kind) || told.has(kind) || said.has(kind));
}

// EXTERNAL MODULE: ./build/pass/gather.js + 25 modules
var gather = __webpack_require__(4965);
// EXTERNAL MODULE: ./build/pass/state.js
var state = __webpack_require__(689);
// EXTERNAL MODULE: ./build/core/base-standing.js
var base_standing = __webpack_require__(6938);
// EXTERNAL MODULE: ./build/core/story.js
var core_story = __webpack_require__(2703);
;// CONCATENATED MODULE: ./build/core/notifications.js




/** What a webhook is told of. */
const notificationKinds = (/* unused pure expression or super */ null && (['escalation', 'base_red', 'budget_stop', 'done']));
/** So many are told of at a time; the others by the next pass. */
const mostAtOnce = 20;
/** For so long what is over stays known, so that what flickers is not told again. */
const rememberedHours = 7 * 24;
/** What people should be told of and were not yet, the most important first. */
function findNotifications(facts) {
    const { notified } = facts.ledger;
    const refusedAt = notified[refusedKey];
    if (refusedAt !== undefined && facts.now < (0,instant/* addMinutes */.z)(refusedAt, pauseMinutes))
        return [];
    return listCurrent(facts)
        .filter(({ key }) => !Object.hasOwn(notified, key))
        .slice(0, mostAtOnce);
}
/** What is remembered once these were told: they, and what was told before and may be the same matter still. */
function noteNotified(told, { ledger: { notified, finished }, now }) {
    const kept = Object.entries(notified).filter(([, at]) => now < (0,instant/* addMinutes */.z)(at, rememberedHours * 60));
    const current = kept.filter(([key]) => key !== refusedKey && (finished || key !== doneKey));
    return Object.fromEntries([...current, ...told.map(({ key }) => [key, now])]);
}
/** What is remembered where the webhook did not take it: nobody asks it again for a while, and then as before. */
function noteRefused({ ledger, now }) {
    return { ...ledger.notified, [refusedKey]: now };
}
const doneKey = 'done';
const refusedKey = 'refused';
/** A webhook that is down must not cost every pass a lease, and the time that it takes to find out. */
const pauseMinutes = 30;
function listCurrent(facts) {
    return [...findDone(facts), ...findBudgetStop(facts), ...findRedBase(facts), ...findEscalations(facts)];
}
function findDone({ ledger, now }) {
    return ledger.finished ? [{ key: doneKey, kind: 'done', story: null, hold: null, since: now }] : [];
}
function findBudgetStop({ ledger: { paused }, plan: { line } }) {
    if (paused?.cause !== 'budget' || line === null)
        return [];
    return [{ key: `budget_stop ${paused.at}`, kind: 'budget_stop', story: null, hold: line, since: paused.at }];
}
function findRedBase({ world, plan, ledger, policy, now }) {
    const { line } = plan;
    if (line === null || (0,base_standing/* standingOfBase */.r)(world, ledger, policy, now) !== 'red')
        return [];
    const { sha } = world.base;
    const since = ledger.base.watched?.sha === sha ? ledger.base.watched.since : now;
    return [{ key: `base_red ${sha}`, kind: 'base_red', story: null, hold: line, since }];
}
/** What the whole line waits for is told once, not of every story that waits with it. */
function findEscalations({ world, plan, ledger }) {
    const { line, holds } = plan;
    const kind = 'escalation';
    const ofLine = line !== null && (0,note_escalations/* isEscalated */.p)(line) && ledger.line !== null ? [{ hold: line, ...ledger.line }] : [];
    const ofStories = Object.entries(ledger.escalations).flatMap(([number, { code, since }]) => {
        const hold = holds.get(number);
        return hold?.code === code ? { number, hold, since } : [];
    });
    const titles = new Map(world.stories.map(({ number, title }) => [number, title]));
    return [
        ...ofLine.map(({ hold, since }) => ({ key: `${hold.code} ${since}`, kind, story: null, hold, since })),
        ...ofStories
            .toSorted((left, right) => (0,core_story/* compareStoryNumbers */.jn)(left.number, right.number))
            .map(({ number, hold, since }) => {
            const pullRequest = ledger.stories[number]?.pullRequest ?? null;
            const story = { number, title: titles.get(number) ?? '', pullRequest };
            return { key: `${hold.code} ${number} ${since}`, kind, story, hold, since };
        }),
    ];
}

// EXTERNAL MODULE: ./build/core/base.js
var base = __webpack_require__(5585);
;// CONCATENATED MODULE: ./build/core/context.js


/** What a plan was made of, once more, for those who tell of it: the base judged by the ledger that the plan left behind. */
function contextOf(world, ledger, policy, now) {
    return { world, ledger, policy, now, proof: (0,repair/* nameRepair */.Lk)((0,base/* judgeBase */.fL)(world.base, ledger, policy, now), ledger) };
}

// EXTERNAL MODULE: ./build/core/shown.js
var core_shown = __webpack_require__(4023);
// EXTERNAL MODULE: ./build/core/view.js
var view = __webpack_require__(6761);
// EXTERNAL MODULE: ./build/core/waiting-for-people.js
var waiting_for_people = __webpack_require__(3279);
// EXTERNAL MODULE: ./build/render/report-link.js
var report_link = __webpack_require__(3668);
// EXTERNAL MODULE: ./build/render/standing.js
var render_standing = __webpack_require__(8633);
;// CONCATENATED MODULE: ./build/render/dashboard/activity.js



const activity_limit = 7000;
/** What was done lately, newest first. */
function renderActivity({ ledger: { recent } }) {
    if (recent.length === 0)
        return [];
    const lines = recent.toReversed().map(({ at, kind, story, said }) => {
        const subject = story === null ? '' : ` ${(0,sanitise/* sanitiseLine */.lg)(story)}`;
        return `- ${(0,utc/* tellMoment */.Ae)(at)} **${(0,sanitise/* sanitiseLine */.lg)(kind.replaceAll('_', ' '))}**${subject}: ${(0,sanitise/* sanitiseLine */.lg)(said, 300)}`;
    });
    return ['### Lately', '', ...(0,keep_within/* keepWithin */.X)(lines, activity_limit, (left) => `- and ${left} more`), ''];
}

// EXTERNAL MODULE: ./build/render/dashboard/at-work.js
var at_work = __webpack_require__(8419);
;// CONCATENATED MODULE: ./build/core/held-back.js
/** Reads the blockers the other way round, once, for as many questions as are asked. */
function countHeldBack({ blockers }) {
    const dependents = new Map();
    for (const [story, before] of blockers) {
        for (const blocker of before) {
            const list = dependents.get(blocker);
            if (list === undefined)
                dependents.set(blocker, [story]);
            else
                list.push(story);
        }
    }
    return (story) => {
        const found = new Set([story]);
        for (const one of found)
            for (const dependent of dependents.get(one) ?? [])
                found.add(dependent);
        return found.size - 1;
    };
}

// EXTERNAL MODULE: ./build/core/name-some.js
var name_some = __webpack_require__(8696);
;// CONCATENATED MODULE: ./build/render/dashboard/blocked.js





const blocked_limit = 5000;
const mostRoots = 200;
/** What waits for other stories: first for which ones most wait, then story by story. */
function renderBlocked({ world, plan }) {
    const blocked = [...plan.holds]
        .filter(([, { code }]) => code === 'blocked' || code === 'backlog_drift')
        .map(([story]) => story)
        .toSorted(core_story/* compareStoryNumbers */.jn);
    if (blocked.length === 0)
        return [];
    const heldBack = countHeldBack(world);
    const blockers = new Set(blocked.flatMap((story) => world.blockers.get(story) ?? []));
    // What is blocked itself holds back no more than what blocks it.
    const roots = [...blockers].filter((story) => !world.blockers.has(story)).toSorted(core_story/* compareStoryNumbers */.jn);
    const most = roots
        .slice(0, mostRoots)
        .map((story) => ({ story, waiting: heldBack(story) }))
        .toSorted((left, right) => right.waiting - left.waiting || (0,core_story/* compareStoryNumbers */.jn)(left.story, right.story))
        .map(({ story, waiting }) => `${story} (${waiting})`);
    const titles = new Map(world.stories.map(({ number, title }) => [number, title]));
    const lines = blocked.map((story) => `- ${story} ${(0,sanitise/* sanitiseLine */.lg)(titles.get(story) ?? '', 80)} — waits for ${(0,name_some/* nameSome */.K)(world.blockers.get(story) ?? [])}`);
    return [
        `### Blocked by other stories (${blocked.length})`,
        '',
        ...(most.length === 0 ? [] : [`Most wait behind ${(0,name_some/* nameSome */.K)(most)}.`, '']),
        '<details><summary>Story by story</summary>',
        '',
        ...(0,keep_within/* keepWithin */.X)(lines, blocked_limit, (left) => `- and ${left} more`),
        '',
        '</details>',
        '',
    ];
}

// EXTERNAL MODULE: ./build/core/select.js
var core_select = __webpack_require__(9368);
;// CONCATENATED MODULE: ./build/render/dashboard/near-stories.js


/** What is under way and what comes next: more than this nobody reads in a picture. */
const near_stories_most = 24;
const mostUnderWay = 14;
const mostNext = 6;
/** The stories under way, those that are started next, and those that wait directly for any of them. */
function pickNear(world, { holds }, ledger, selection) {
    const open = world.stories.filter((story) => !(0,core_story/* isDone */.$L)(story));
    const isUnderWay = (number) => Object.hasOwn(ledger.stories, number);
    const underWay = open.map(({ number }) => number).filter(isUnderWay);
    const next = (0,core_select/* orderReady */.W)([...world.ready].filter((number) => !isUnderWay(number)), world, selection);
    const first = new Set([...underWay.toSorted(byHold(holds)).slice(0, mostUnderWay), ...next.slice(0, mostNext)]);
    const waiting = [...world.blockers]
        .filter(([number, blockers]) => !first.has(number) && blockers.some((blocker) => first.has(blocker)))
        .map(([number]) => number)
        .toSorted(core_story/* compareStoryNumbers */.jn);
    const chosen = [...first, ...waiting].slice(0, near_stories_most);
    return {
        stories: chosen.toSorted(core_story/* compareStoryNumbers */.jn),
        edges: reduce(edgesAmong(chosen, world)),
        others: Math.max(0, open.length - chosen.length),
    };
}
/** What waits for other stories is the least of what is under way. */
function byHold(holds) {
    const rank = (number) => (holds.get(number)?.code === 'blocked' ? 1 : 0);
    return (left, right) => rank(left) - rank(right) || (0,core_story/* compareStoryNumbers */.jn)(left, right);
}
function edgesAmong(chosen, { blockers }) {
    const isChosen = new Set(chosen);
    return chosen.flatMap((to) => (blockers.get(to) ?? []).filter((from) => isChosen.has(from)).map((from) => ({ from, to })));
}
/** Whoever waits for what waits itself need not be shown waiting twice. */
function reduce(edges) {
    const has = new Set(edges.map(({ from, to }) => `${from} ${to}`));
    return edges.filter(({ from, to }) => !edges.some((edge) => edge.from === from && edge.to !== to && has.has(`${edge.to} ${to}`)));
}

;// CONCATENATED MODULE: ./build/render/dashboard/graph.js



/** Readable on white and on black, without a colour having to be told from another: each has words in the legend. */
const styles = {
    work: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
    person: 'fill:#fff8c5,stroke:#9a6700,color:#1f2328,stroke-width:3px',
    ci: 'fill:#ddf4ff,stroke:#0969da,color:#1f2328',
    next: 'fill:#ffffff,stroke:#59636e,color:#1f2328',
    later: 'fill:#f6f8fa,stroke:#818b98,color:#59636e,stroke-dasharray:4 3',
};
/** The dependency graph of what is under way and what comes next, for Mermaid; nothing where there is nothing to draw. */
function renderGraph({ world, plan, ledger, policy }) {
    const near = pickNear(world, plan, ledger, policy.selection);
    if (near.stories.length === 0)
        return [];
    const titles = new Map(world.stories.map(({ number, title }) => [number, title]));
    const flying = new Set(Object.values(ledger.flights).map(({ story }) => story));
    const styleOf = (number) => {
        const hold = plan.holds.get(number);
        if (flying.has(number))
            return 'work';
        if (hold === undefined)
            return 'next';
        if (hold.code === 'blocked')
            return 'later';
        const { who } = reasons/* reasons */.Ot[hold.code];
        return who === 'loop' ? 'next' : who;
    };
    return [
        '### What is under way, and what comes next',
        '',
        '```mermaid',
        'flowchart LR',
        ...near.stories.map((number) => `  ${idOf(number)}["${escapeLabel(`${number} ${(0,sanitise/* plainLine */.h0)(titles.get(number) ?? '', 42)}`)}"]:::${styleOf(number)}`),
        ...near.edges.map(({ from, to }) => `  ${idOf(from)} --> ${idOf(to)}`),
        ...Object.entries(styles).map(([name, style]) => `  classDef ${name} ${style}`),
        '```',
        '',
        `Green: an agent is at work. Bold yellow: waits for a person. Blue: waits for GitHub or CI. Dashed: waits for the stories before it.${describeOthers(near.others)}`,
        '',
    ];
}
function describeOthers(others) {
    return others === 0 ? '' : ` ${others} further open ${others === 1 ? 'story is' : 'stories are'} left out.`;
}
function idOf(number) {
    return `s${number.replaceAll('.', '_')}`;
}
/** Whatever is not a letter, a digit, a space or a dot is written as its number: no title can end the label or the block. */
function escapeLabel(text) {
    return text
        .replaceAll('\u200B', '')
        .replace(/[^\p{L}\p{M}\p{N} .]/gu, (character) => `#${character.codePointAt(0) ?? 32};`)
        .trim();
}

;// CONCATENATED MODULE: ./build/render/dashboard/health.js






/** The base: whether its tip is proven, since when, what is being done where it is red, and what proved it last. */
function renderBase({ world, plan, ledger, places }) {
    const { branch, sha } = world.base;
    const { proven, watched } = ledger.base;
    const { red, tries } = ledger.repair;
    const link = (commit) => `[\`${commit.slice(0, 7)}\`](${places.repository}/commit/${commit})`;
    const isProven = proven?.sha === sha;
    const unproven = plan.line !== null && plan.line.code !== 'paused' ? (0,reasons/* describeHold */.TZ)(plan.line) : 'not proven yet';
    return [
        '### The base',
        '',
        isProven
            ? `- **${(0,sanitise/* sanitiseLine */.lg)(branch)}** is at ${link(sha)}, proven green at ${(0,utc/* tellMoment */.Ae)(proven.at)}.`
            : `- **${(0,sanitise/* sanitiseLine */.lg)(branch)}** is at ${link(sha)}: ${(0,sanitise/* sanitiseLine */.lg)(unproven, 600)}`,
        ...(watched?.sha === sha ? [`- Its answer is waited for since ${(0,utc/* tellMoment */.Ae)(watched.since)}.`] : []),
        ...(isProven || proven === null ? [] : [`- Proven last: ${link(proven.sha)}, at ${(0,utc/* tellMoment */.Ae)(proven.at)}.`]),
        ...(red === null
            ? []
            : [
                `- Red at ${link(red.sha)}: ${(0,sanitise/* sanitiseLine */.lg)((0,name_some/* nameSome */.K)(red.jobs), 300)} failed. ${tries} ${tries === 1 ? 'attempt' : 'attempts'} at a repair so far.`,
            ]),
        '',
    ];
}
/** How many attempts stories take. */
function renderIterations({ ledger }) {
    const { tally, stories } = ledger;
    const { verified, attempts, rejections } = tally;
    const under = Object.entries(stories)
        .filter(([, memory]) => (0,note_tally/* attemptsOf */.Or)(memory) >= note_tally/* manyAttempts */.i_)
        .toSorted(([left], [right]) => (0,core_story/* compareStoryNumbers */.jn)(left, right))
        .map(([story, memory]) => `${story} (${(0,note_tally/* attemptsOf */.Or)(memory)})`);
    return [
        '### Iterations',
        '',
        verified === 0
            ? '- No story that agents worked on is verified yet.'
            : `- **${(attempts / verified).toFixed(1)}** attempts a story on average, over ${verified} verified ones; ${rejections} failed reviews; ${tally.manyAttempts} with ${note_tally/* manyAttempts */.i_} attempts or more.`,
        under.length === 0
            ? `- No story under way has had ${note_tally/* manyAttempts */.i_} attempts.`
            : `- Under way with ${note_tally/* manyAttempts */.i_} attempts or more: ${(0,sanitise/* sanitiseLine */.lg)((0,name_some/* nameSome */.K)(under), 300)}.`,
        '',
    ];
}

// EXTERNAL MODULE: ./build/core/spending.js
var spending = __webpack_require__(6872);
;// CONCATENATED MODULE: ./build/render/dashboard/progress.js


const progress_limit = 6000;
const width = 20;
/** How far the project and each of its epics are: those under way first, those that are done in one line. */
function renderProgress({ world: { stories } }) {
    if (stories.length === 0)
        return ['### Progress', '', 'The backlog has no story yet.', ''];
    const epics = [...new Set(stories.map(({ epic }) => epic))]
        .toSorted((left, right) => left - right)
        .map((epic) => {
        const own = stories.filter((story) => story.epic === epic);
        const isBegun = own.some(({ agentStatus, verifiedStatus }) => {
            return agentStatus !== 'pending' || verifiedStatus !== 'unverified';
        });
        return { epic, total: own.length, done: own.filter(core_story/* isDone */.$L).length, isBegun };
    });
    const open = epics.filter(({ done, total }) => done < total);
    const over = epics.length - open.length;
    const ordered = open.toSorted((left, right) => Number(right.isBegun) - Number(left.isBegun) || left.epic - right.epic);
    const rows = ordered.map(({ epic, done, total }) => `| ${epic} | ${renderBar(done, total)} | ${done} of ${total} |`);
    return [
        '### Progress',
        '',
        '| epic | progress | verified |',
        '| --- | --- | --- |',
        `| **all** | ${renderBar(stories.filter(core_story/* isDone */.$L).length, stories.length)} | **${stories.filter(core_story/* isDone */.$L).length} of ${stories.length}** |`,
        ...(0,keep_within/* keepWithin */.X)(rows, progress_limit, (left) => `| … | ${left} more epics that are not done | |`),
        ...(over === 0 ? [] : [`| … | ${over} ${over === 1 ? 'epic is' : 'epics are'} done | |`]),
        '',
    ];
}
/** `██████░░░░ 60 %`; full only when all is done, empty only when nothing is. */
function renderBar(done, total) {
    const share = total === 0 ? 0 : done / total;
    const exact = Math.floor(share * width);
    const filled = done > 0 && exact === 0 ? 1 : exact;
    return `\`${'█'.repeat(filled)}${'░'.repeat(width - filled)}\` ${Math.floor(share * 100)} %`;
}

;// CONCATENATED MODULE: ./build/render/dashboard/money.js




const money_limit = 3000;
/** What agents say that they spent, and how loopctl's budgets stand. */
function renderMoney({ world, ledger }) {
    const { told, costMillicents, tokens, verified } = ledger.tally;
    if (told === 0 && world.spending.length === 0)
        return [];
    const perStory = verified === 0 ? '' : `, ${(0,spending/* dollars */.E9)(costMillicents / verified)} for each verified story`;
    return [
        '### Money',
        '',
        ...(told === 0
            ? []
            : [`${told} agents told of ${(0,spending/* dollars */.E9)(costMillicents)} and ${tokens} tokens${perStory}: their own word.`, '']),
        ...(world.spending.length === 0
            ? []
            : [
                '| budget of | spent | share |',
                '| --- | --- | --- |',
                ...(0,keep_within/* keepWithin */.X)(world.spending.map(renderBudget), money_limit, (left) => `| ${left} more | | |`),
                '',
            ]),
    ];
}
function renderBudget(budget) {
    const { of, budgetMillicents, spentMillicents } = budget;
    const bar = renderBar(Math.min(spentMillicents, budgetMillicents), budgetMillicents);
    return `| ${(0,table_cell/* renderCell */.T)(of)} | ${(0,spending/* dollars */.E9)(spentMillicents)} of ${(0,spending/* dollars */.E9)(budgetMillicents)}${(0,spending/* isSpendingHigh */.Vu)(budget) ? ' **(high)**' : ''} | ${bar} |`;
}

;// CONCATENATED MODULE: ./build/core/recommend.js







/** So many stories say something about the project rather than about themselves. */
const telling = 3;
/** Of a backlog that waits as a whole the first few hundred say enough. */
const asked = 200;
/**
 * What would bring the project on most, as figures show it, in the manner of loopctl's status skill: what to answer
 * first, which stories and prompts to look at, where machines or room are short. In our own words and numbers only.
 */
function recommend(facts) {
    const advisers = [
        adviseBottlenecks,
        adviseStandstill,
        adviseSharedReasons,
        adviseManyAttempts,
        adviseAverages,
        adviseMachines,
        adviseRoom,
    ];
    return advisers.flatMap((adviser) => adviser(facts));
}
/** Whose answer sets most free. */
function adviseBottlenecks(facts) {
    const heldBack = countHeldBack(facts.world);
    return (0,waiting_for_people/* listWaitingForPeople */.Q)(facts.plan, facts.ledger)
        .slice(0, asked)
        .map(({ story, hold: { code } }) => ({ story, code, waiting: heldBack(story) }))
        .filter(({ waiting }) => waiting > 0)
        .toSorted((left, right) => right.waiting - left.waiting || (0,core_story/* compareStoryNumbers */.jn)(left.story, right.story))
        .slice(0, 3)
        .map(({ story, code, waiting }) => `**Begin with ${story}** (${reasons/* reasons */.Ot[code].title}): ${waiting} ${waiting === 1 ? 'story waits' : 'stories wait'} behind it.`);
}
/** Everything that is open waits for people, or for what does. */
function adviseStandstill({ world, plan, ledger }) {
    const open = world.stories.filter((story) => !(0,core_story/* isDone */.$L)(story));
    if (open.length === 0 || ledger.paused !== null || Object.keys(ledger.flights).length > 0)
        return [];
    const isStuck = open.every(({ number }) => {
        const hold = plan.holds.get(number);
        return hold !== undefined && (hold.code === 'blocked' || reasons/* reasons */.Ot[hold.code].who === 'person');
    });
    return isStuck
        ? ['**Nothing goes on by itself any more**: every open story waits for a person, or for one that does.']
        : [];
}
/** One remedy for many. */
function adviseSharedReasons({ plan, ledger }) {
    const codes = (0,waiting_for_people/* listWaitingForPeople */.Q)(plan, ledger).map(({ hold }) => hold.code);
    return [...new Set(codes)].flatMap((code) => {
        const stories = codes.filter((other) => other === code).length;
        if (stories < telling)
            return [];
        return [
            `**${stories} stories wait for the same reason** (${reasons/* reasons */.Ot[code].title}): look for one cause behind them.`,
        ];
    });
}
function adviseManyAttempts({ ledger }) {
    const stories = Object.entries(ledger.stories)
        .filter(([, memory]) => (0,note_tally/* attemptsOf */.Or)(memory) >= note_tally/* manyAttempts */.i_)
        .toSorted(([left], [right]) => (0,core_story/* compareStoryNumbers */.jn)(left, right))
        .map(([story]) => `${story} (${(0,note_tally/* attemptsOf */.Or)((0,core_ledger/* recall */.I9)(ledger, story))})`);
    if (stories.length === 0)
        return [];
    return [
        `**${(0,name_some/* nameSome */.K)(stories)} took ${note_tally/* manyAttempts */.i_} attempts or more so far**: sharpen the criteria, or split the story; \`retry STORY: …\` tells the next agent what you know.`,
    ];
}
function adviseAverages({ ledger: { tally } }) {
    if (tally.verified < 5)
        return [];
    const average = tally.attempts / tally.verified;
    const failed = tally.rejections / Math.max(1, tally.verified + tally.rejections);
    return [
        ...(average >= 2
            ? [
                `**A story takes ${average.toFixed(1)} attempts on average**: see that \`verify\` runs what CI runs, and what the skill \`<project>:implement\` tells authors.`,
            ]
            : []),
        ...(failed >= 0.5
            ? [
                `**${Math.round(failed * 100)} % of reviews fail**: read some of them; either the criteria say too little, or the skill \`loopctl:review\` asks too much.`,
            ]
            : []),
    ];
}
function adviseMachines({ ledger }) {
    const failing = Object.entries(ledger.stories).filter(([, { infrastructure }]) => infrastructure.failures > 0);
    const failures = failing.reduce((sum, [, { infrastructure }]) => sum + infrastructure.failures, 0);
    if (failures < telling)
        return [];
    return [
        `**Machines failed ${failures} times for ${(0,name_some/* nameSome */.K)(failing.map(([story]) => story))}**: look at the runs, the time limits and the runners before granting more.`,
    ];
}
/** Agents are what is short. */
function adviseRoom({ plan, policy: { concurrency } }) {
    const waiting = [...plan.holds.values()].filter(({ code }) => code === 'no_room').length;
    if (waiting < 2 * concurrency)
        return [];
    return [
        `**${waiting} stories are ready and ${concurrency} ${concurrency === 1 ? 'agent' : 'agents'} may work at once**: raise \`concurrency\` if runners and budget allow it.`,
    ];
}

;// CONCATENATED MODULE: ./build/render/dashboard/recommendations.js


const recommendations_limit = 3500;
/** What would bring the project on most. */
function renderRecommendations(facts) {
    const lines = recommend(facts).map((advice) => `- ${advice}`);
    return lines.length === 0
        ? []
        : ['### What would help most', '', ...(0,keep_within/* keepWithin */.X)(lines, recommendations_limit, (left) => `- and ${left} more`), ''];
}

// EXTERNAL MODULE: ./build/core/ticks.js
var ticks = __webpack_require__(6832);
;// CONCATENATED MODULE: ./build/render/dashboard/tick-box.js

/** A box that is a command: whoever ticks it has said so, and the next writing clears it. */
function renderTickBox(command, says, indent = '') {
    return `${indent}- [ ] ${(0,ticks/* tickMarker */.oY)(command)}${says}`;
}

// EXTERNAL MODULE: ./build/core/end-sentence.js
var end_sentence = __webpack_require__(7337);
// EXTERNAL MODULE: ./build/core/commands/command-facts.js
var command_facts = __webpack_require__(4562);
// EXTERNAL MODULE: ./build/core/commands/lift.js
var lift = __webpack_require__(9728);
;// CONCATENATED MODULE: ./build/core/offers.js



/** The commands that would lift this hold with no further word, as they are written: what a box on the dashboard can ask. */
function offersOf(view, hold, facts) {
    const { story, memory, pullRequest } = view;
    const { world, ledger, policy } = facts;
    const limits = { rejections: (0,command_facts/* rejectionsOf */.o)(story.number, ledger, world), limit: policy.limits.rejections };
    const isRetried = hold.code !== 'author_runs_exhausted' && (0,lift/* liftHold */.n)(hold, memory, { ...limits, pullRequest }) !== null;
    // An id that is no single word has to be approved in words.
    const open = (0,standing/* listForPeople */.lV)(view).filter((id) => /^[\w.-]+$/.test(id));
    const head = memory.kept?.head.sha ?? (pullRequest === null ? undefined : world.heads.get(pullRequest.number)?.sha);
    return [
        ...(hold.code === 'protected_paths' && head !== undefined ? [`approve-paths ${head}`] : []),
        ...(hold.code === 'criteria_need_person' && open.length > 0
            ? [`approve ${story.number} ${open.slice(0, 15).join(' ')}`]
            : []),
        ...(isRetried ? [`retry ${story.number}`] : []),
    ];
}

;// CONCATENATED MODULE: ./build/render/dashboard/waiting.js










const waiting_limit = 20_000;
const says = {
    retry: 'retry: lift this, and go on',
    'approve-paths': 'approve: these paths may be as this commit has them (maintain or admin)',
    approve: 'approve: I have seen these criteria met',
};
/** What waits for a person: why, since when, what to do, and a box for what can be done with a click. */
function waiting_renderWaiting(facts) {
    const { world, plan, ledger } = facts;
    const waiting = (0,waiting_for_people/* listWaitingForPeople */.Q)(plan, ledger);
    if (waiting.length === 0)
        return ['### Nobody is waited for', '', 'No story waits for a person.', ''];
    const views = new Map((0,view/* viewStories */.dG)(world, ledger).map((view) => [view.story.number, view]));
    const entries = waiting.map(({ story, hold }) => {
        const view = views.get(story);
        const offers = view === undefined ? [] : offersOf(view, hold, facts);
        return [
            renderEntry({ story, hold }, { title: view?.story.title ?? '', pull: view?.pullRequest?.number ?? null }, facts),
            ...offers.map((command) => renderTickBox(command, says[command.split(' ')[0] ?? ''] ?? command, '  ')),
        ].join('\n');
    });
    return [
        `### Waits for a person (${waiting.length})`,
        '',
        ...(0,keep_within/* keepWithin */.X)(entries, waiting_limit, (left) => `- and ${left} more: \`/orchestrate why STORY\` tells of each`),
        '',
    ];
}
function renderEntry({ story, hold }, { title, pull }, { ledger }) {
    const seen = hold.detail === '' ? '' : `: ${(0,sanitise/* sanitiseLine */.lg)(hold.detail, 400)}`;
    const since = ledger.waits[story];
    return [
        `- **${(0,sanitise/* sanitiseLine */.lg)(story)}** ${(0,sanitise/* sanitiseLine */.lg)(title, 100)}${pull === null ? '' : ` (#${pull})`} — `,
        (0,end_sentence/* endSentence */.H)(`**${reasons/* reasons */.Ot[hold.code].title}**${seen}`),
        since === undefined ? '' : ` Since ${(0,utc/* tellMoment */.Ae)(since.since)}.`,
        ` ${(0,hold_text/* remedyFor */.wJ)(hold.code, story)}`,
    ].join('');
}

;// CONCATENATED MODULE: ./build/core/cron.js

const fields = [
    { min: 0, max: 59, names: [] },
    { min: 0, max: 23, names: [] },
    { min: 1, max: 31, names: [] },
    { min: 1, max: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
    { min: 0, max: 7, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];
/** Reads a schedule as GitHub does (POSIX cron, UTC); null where it is none. */
function parseCron(text) {
    const parts = text.trim().split(/\s+/);
    const sets = fields.map((field, index) => parseField(parts[index] ?? '', field));
    const [minutes, hours, days, months, weekdays] = sets;
    if (parts.length !== 5 || !minutes || !hours || !days || !months || !weekdays)
        return null;
    const isAnyDay = parts[2] === '*';
    const isAnyWeekday = parts[4] === '*';
    return (instant) => {
        const { minute, hour, day, month, weekday } = (0,utc/* toUtc */.yT)(instant);
        if (!minutes.has(minute) || !hours.has(hour) || !months.has(month))
            return false;
        const isDay = days.has(day);
        const isWeekday = weekdays.has(weekday) || (weekday === 0 && weekdays.has(7));
        // Where both are narrowed, either will do.
        return isAnyDay || isAnyWeekday ? isDay && isWeekday : isDay || isWeekday;
    };
}
function parseField(text, field) {
    const parts = text.split(',').map((part) => parsePart(part, field));
    return parts.some((part) => part === null) ? null : new Set(parts.flatMap((part) => part ?? []));
}
function parsePart(text, { min, max, names }) {
    const [, range = '', step = '1'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
    const [from, to] = range === '*' ? [min, max] : range.split('-').map((name) => numberOf(name, { min, names }));
    const last = to ?? (text.includes('/') ? max : from);
    if (from === undefined || last === undefined || range.split('-').length > 2)
        return null;
    if (!(from >= min && last <= max && from <= last && Number(step) >= 1))
        return null;
    return Array.from({ length: Math.floor((last - from) / Number(step)) + 1 }, (_, index) => from + index * Number(step));
}
function numberOf(text, { min, names }) {
    const named = names.indexOf(text.toLowerCase());
    if (named !== -1)
        return named + min;
    return /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
}

;// CONCATENATED MODULE: ./build/core/schedule.js

const minute = 60_000;
const fewest = 3;
const newest = 12;
/** How far back a run's own minute is looked for. */
const farthest = 26 * 60;
/** How late the schedule's newest runs began, and whether GitHub left any out; null where too little is known. */
function judgeSchedule({ crons, starts }) {
    const clocks = crons.flatMap((cron) => parseCron(cron) ?? []);
    const runs = starts.toSorted((one, other) => other - one).slice(0, newest);
    const [latest] = runs;
    const earliest = runs.at(-1);
    const median = medianOf(runs.flatMap((start) => latenessOf(start, clocks) ?? []));
    if (runs.length < fewest || latest === undefined || earliest === undefined || median === null)
        return null;
    return { late: nameLateness(median), missing: nameMissing(1 - runs.length / countDue(earliest, latest, clocks)) };
}
function nameLateness(minutes) {
    if (minutes < 5)
        return 'on_time';
    if (minutes < 20)
        return 'minutes';
    return minutes < 90 ? 'an_hour' : 'hours';
}
function nameMissing(part) {
    if (part < 0.2)
        return 'none';
    return part < 0.6 ? 'some' : 'most';
}
function medianOf(values) {
    return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? null;
}
/** Minutes since the schedule was due last. */
function latenessOf(start, clocks) {
    for (let late = 0; late <= farthest; late += 1) {
        if (clocks.some((isDue) => isDue(start - late * minute)))
            return late;
    }
    return null;
}
/** How often it was due between two runs, as far back as is worth counting. */
function countDue(from, to, clocks) {
    const minutes = Math.min(Math.floor((to - from) / minute), 7 * 24 * 60);
    let due = 1;
    for (let back = 0; back < minutes; back += 1) {
        if (clocks.some((isDue) => isDue(to - back * minute)))
            due += 1;
    }
    return due;
}

;// CONCATENATED MODULE: ./build/render/dashboard/wake-ups.js



const late = {
    on_time: 'GitHub keeps to it',
    minutes: 'GitHub comes some minutes late',
    an_hour: 'GitHub comes up to an hour late',
    hours: '**GitHub comes hours late**',
};
const missing = {
    none: '',
    some: ', and leaves some out',
    most: ', **and leaves most out**',
};
/** What wakes the next pass, and how far the clock can be relied on. */
function renderWakeUps({ world, ledger, plan, }) {
    const ends = Object.values(ledger.flights).map(({ notAfter }) => notAfter);
    const tries = Object.entries(ledger.stories)
        .filter(([story]) => plan.holds.get(story)?.code === 'backing_off')
        .map(([, { infrastructure }]) => infrastructure.notBefore);
    return [
        '### What wakes the next run',
        '',
        ...(ends.length === 0
            ? ['- The end of CI, or a command.']
            : [`- The end of an agent, at ${(0,utc/* tellMoment */.Ae)(Math.min(...ends))} at the latest; the end of CI; a command.`]),
        ...(tries.length === 0 ? [] : [`- What is tried again is due at ${(0,utc/* tellMoment */.Ae)(Math.min(...tries))}.`]),
        ...renderClock(world.schedule),
        '',
    ];
}
function renderClock(schedule) {
    if (schedule === null)
        return [];
    if (schedule.crons.length === 0)
        return ['- **No schedule stands in the workflow**: a wake-up that is lost is lost.'];
    const crons = schedule.crons.map((cron) => `\`${(0,sanitise/* sanitiseLine */.lg)(cron, 60).replaceAll('`', "'")}\``).join(', ');
    const judged = judgeSchedule(schedule);
    const said = judged === null ? '' : `; ${late[judged.late]}${missing[judged.missing]}`;
    return [`- Whatever was lost, the clock: ${crons} (UTC)${said}.`];
}

;// CONCATENATED MODULE: ./build/render/dashboard/dashboard.js

















/** By it the issue is known for the dashboard, whatever its title. */
const dashboardMarker = '<!-- orchestrate:dashboard -->';
/**
 * Title and body of the dashboard: people first, then the project. Each section keeps to a room of its own, all of them
 * together to the 65,536 characters that GitHub takes, however long the backlog; no word of it changes by the clock alone.
 */
function renderDashboard(facts) {
    const { world, plan, ledger } = facts;
    const lines = [
        dashboardMarker,
        (0,render_standing/* renderStanding */.F8)({ world, plan: { ...plan, ledger } }),
        '',
        ...(0,render_standing/* renderLine */.ni)(plan),
        ...(0,render_standing/* renderNotes */.IE)(plan),
        ...renderControl(facts),
        ...waiting_renderWaiting(facts),
        ...renderRecommendations(facts),
        ...renderProgress(facts),
        ...(0,at_work/* renderAtWork */.x)(facts),
        ...renderGraph(facts),
        ...renderBlocked(facts),
        ...renderBase(facts),
        ...renderIterations(facts),
        ...renderActivity(facts),
        ...renderMoney(facts),
        ...renderWakeUps(facts),
        ...renderFooter(facts),
    ];
    return { title: 'Orchestrate dashboard', body: lines.join('\n'), urgent: renderUrgent(facts) };
}
/** What people act on: who waits for them and at which commit, what stops the line, and that all is done. */
function renderUrgent({ world, plan, ledger }) {
    const heads = new Map(world.pullRequests.map(({ number, headSha }) => [number, headSha]));
    const headOf = (story) => heads.get((0,core_ledger/* recall */.I9)(ledger, story).pullRequest ?? 0) ?? '';
    const waiting = (0,waiting_for_people/* listWaitingForPeople */.Q)(plan, ledger).map(({ story, hold }) => [story, hold, headOf(story)]);
    const notes = plan.notes.map(({ code }) => code);
    return JSON.stringify([waiting, plan.line?.code, notes, ledger.paused, world.stories.every(core_story/* isDone */.$L)]);
}
function renderControl({ ledger: { paused } }) {
    return [
        paused === null
            ? renderTickBox('pause', 'pause: start and merge nothing; agents at work go on to their end')
            : renderTickBox('resume', `resume: go on; paused by ${(0,sanitise/* sanitiseLine */.lg)(paused.by)}`),
        '',
        '_A ticked box is a command, like a comment here: `/orchestrate help`. It is taken once, and cleared._',
        '',
    ];
}
function renderFooter({ world, places, policy }) {
    const runs = `${places.repository}/actions/workflows/${encodeURIComponent(policy.checks.ownWorkflow)}`;
    const report = (0,report_link/* renderReportLink */.J)(world, places);
    return [
        '---',
        ...(report === null ? [] : [`${report}.`, '']),
        `[Runs of the workflow](${runs}), each with its summary. To be without this issue, close it.`,
    ];
}

;// CONCATENATED MODULE: ./build/render/dashboard/wanted.js
/** Whether people want a dashboard: neither the configuration nor whoever closed it says no. */
function isDashboardWanted({ policy, world }) {
    return policy.dashboard && world.dashboard?.isOpen !== false;
}

;// CONCATENATED MODULE: ./build/render/unmanaged.js





/**
 * Where a rule asks for our gate's check, the pull requests that are not ours get it at once, so that nobody is ever
 * blocked by us: those that no event of GitHub's brought it to, too. A commit that is the head of one of ours as well
 * gets it from the gate alone.
 */
function presentUnmanaged(facts, ours) {
    const { rules, pullRequests, others } = facts.world;
    if (!(0,own_checks/* isGateRequired */.jm)(rules))
        return [];
    const open = pullRequests.filter(({ state }) => state === 'OPEN');
    const managed = new Set(open.filter((pull) => isManaged(pull, facts, ours)).map(({ headSha }) => headSha));
    const named = open.flatMap((pull) => {
        if (ours.has(pull.number))
            return [];
        const isEarlier = isManaged(pull, facts, ours);
        if (!isEarlier && (managed.has(pull.headSha) || (0,own_checks/* hasGatePassed */.Km)(pull.checks)))
            return [];
        return [checkOn(pull.headSha, own_checks/* ownChecks */.ws.gate, isEarlier ? earlier : unmanaged)];
    });
    const known = new Set([...managed, ...named.map(({ sha }) => sha)]);
    const waiting = others.flatMap(({ headSha, hasGate }) => (hasGate || known.has(headSha) ? [] : headSha));
    return [...named, ...[...new Set(waiting)].slice(0, unmanaged_most).map((sha) => checkOn(sha, own_checks/* ownChecks */.ws.gate, unmanaged))];
}
/** Each costs two requests; where the rule is new, the others get theirs by the passes after this one. */
const unmanaged_most = 20;
const unmanaged = plainCheck('success', 'Not managed', 'This pull request is nothing of Orchestrate’s: it is not judged.');
const earlier = plainCheck('action_required', 'An earlier attempt, which is not judged any more', 'Its story goes on elsewhere, or is gone. To merge it all the same, push its commits to a branch of another name.');
/**
 * On a branch that one of our stories or repairs has or had, or opened by us on one that is named so, though nothing is
 * known of it any more: an agent made it. Of people's branches nothing is known but that they are others.
 */
function isManaged({ number, headRef, isFork, author }, { world, ledger }, ours) {
    if (ours.has(number))
        return true;
    const story = isFork ? undefined : (0,view/* parseBranch */.Qd)(headRef)?.story;
    if (story === undefined)
        return false;
    if (author === world.viewer)
        return true;
    return (0,repair/* isRepair */.c3)(story) || Object.hasOwn(ledger.stories, story) || world.stories.some((one) => one.number === story);
}

;// CONCATENATED MODULE: ./build/render/waiting-comment.js








/**
 * The one comment on the dashboard that calls people for stories that wait for them and have no pull request of their
 * own; where that was so once and is not any more it says so.
 */
function presentWaiting(facts, elsewhere) {
    const { plan, ledger, policy } = facts;
    if (!isDashboardWanted(facts))
        return [];
    const number = ledger.shown[core_shown/* dashboardKey */.a]?.id ?? null;
    if (number === null)
        return [];
    const waiting = [...plan.holds].flatMap(([story, hold]) => {
        const escalation = elsewhere.has(story) ? null : findEscalation(story, hold, ledger);
        return escalation === null ? [] : [{ story, hold, escalation }];
    });
    const key = `comment ${number}`;
    if (waiting.length === 0 && !Object.hasOwn(ledger.shown, key))
        return [];
    const escalations = waiting.map(({ escalation }) => escalation);
    const lines = waiting
        .toSorted((one, other) => (0,core_story/* compareStoryNumbers */.jn)(one.story, other.story))
        .flatMap(({ story, hold, escalation }) => [
        `### ${(0,sanitise/* sanitiseLine */.lg)(story)}`,
        '',
        ...(0,hold_text/* renderHold */.Ul)(hold, story, escalation.since),
        '',
    ]);
    const body = [
        ...renderCall('what stands below', escalations, policy),
        ...(waiting.length === 0 ? ['Nothing waits here for a person any more.', ''] : []),
        ...(0,keep_within/* keepWithin */.X)(lines, 40_000, () => 'and more: see above.'),
        statusMark,
    ];
    return [{ kind: 'comment', key, number, body: body.join('\n'), called: findLast(escalations) }];
}
function findLast(escalations) {
    return escalations.length === 0 ? null : Math.max(...escalations.map(({ lastAt }) => lastAt));
}

;// CONCATENATED MODULE: ./build/render/present.js












/** Everything that people are to see of the project as it stands; the shell writes what differs from what was shown. */
function present(facts) {
    const { world, ledger } = facts;
    const context = contextOf(world, ledger, facts.policy, facts.now);
    const pages = (0,view/* viewStories */.dG)(world, ledger).flatMap((view) => openPage(view, context, facts) ?? []);
    const ofStories = pages.flatMap((page) => presentStory(page));
    return [
        ...ofStories,
        ...presentReplaced(ofStories, facts),
        ...presentUnmanaged(facts, new Set(pages.map(({ pullRequest }) => pullRequest.number))),
        ...presentDashboard(facts),
        ...presentWaiting(facts, new Set(pages.map(({ view }) => view.story.number))),
    ];
}
function presentDashboard(facts) {
    if (!isDashboardWanted(facts))
        return [];
    return [{ kind: 'dashboard', key: core_shown/* dashboardKey */.a, ...renderDashboard(facts) }];
}
function openPage(view, context, { plan, ledger, places }) {
    const { pullRequest, story } = view;
    if (pullRequest === null)
        return null;
    const hold = plan.holds.get(story.number) ?? null;
    const waits = ledger.waits[story.number];
    return {
        view,
        pullRequest,
        context,
        hold,
        since: hold !== null && waits?.code === hold.code ? waits.since : null,
        places,
        dashboard: isDashboardWanted(context) ? (0,render_labels/* findDashboard */.ex)(places) : null,
    };
}
/** Our checks that were left in progress on commits that are nobody's head any more: nothing would ever end them. */
function presentReplaced(current, { ledger }) {
    const known = new Set(current.map(({ key }) => key));
    return Object.entries(ledger.shown).flatMap(([key, { note }]) => {
        const parsed = note === openCheck && !known.has(key) ? (0,own_checks/* parseCheckKey */.Nd)(key) : null;
        if (parsed === null)
            return [];
        const text = plainCheck('neutral', 'This commit is not judged any more', 'It is not the head of its pull request.');
        return [checkOn(parsed.sha, parsed.name, text)];
    });
}
/** How it is remembered that a check was left in progress. */
const openCheck = 'open';

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/render/notification.js



/** The version of the JSON that a webhook is sent. */
const bodyVersion = 1;
const headings = {
    escalation: 'waits for a person',
    base_red: 'the base is red',
    budget_stop: 'stopped by a spent budget',
    done: 'every story is verified',
};
/** What a webhook is sent of these, as the body of a request. */
function renderNotifications(told, places, format) {
    return JSON.stringify(format === 'slack' ? toSlack(told, places) : toJson(told, places));
}
function toJson(told, { repository, run }) {
    return {
        version: bodyVersion,
        repository,
        run,
        events: told.map((one) => ({
            id: one.key,
            kind: one.kind,
            story: one.story === null ? null : { number: one.story.number, title: (0,sanitise/* plainLine */.h0)(one.story.title) },
            code: one.hold?.code ?? null,
            text: `${subjectOf(one)}: ${sayHold(one)}`,
            remedy: one.hold === null ? null : reasons/* reasons */.Ot[one.hold.code].remedy,
            since: (0,utc/* tellMoment */.Ae)(one.since).replace(' UTC', 'Z').replace(' ', 'T'),
            url: urlOf(one, { repository, run }),
        })),
    };
}
/** https://docs.slack.dev/messaging/formatting-message-text: three characters are its markup's, and links begin with one. */
function toSlack(told, places) {
    const name = places.repository.split('/').slice(-2).join('/');
    const lines = told.map((one) => {
        const remedy = one.hold === null ? '' : ` ${reasons/* reasons */.Ot[one.hold.code].remedy}`;
        const link = `<${urlOf(one, places)}|${escapeSlack(subjectOf(one)).replaceAll('|', '¦')}>`;
        return `• *${headings[one.kind]}* — ${link}: ${escapeSlack(`${sayHold(one)}.${remedy}`)}`;
    });
    return { text: [`*${escapeSlack(name)}*`, ...lines].join('\n') };
}
function escapeSlack(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
function subjectOf({ story }) {
    if (story === null)
        return 'the project';
    return story.title === '' ? story.number : `${story.number} ${(0,sanitise/* plainLine */.h0)(story.title, 100)}`;
}
function sayHold({ hold }) {
    if (hold === null)
        return headings.done;
    const { title } = reasons/* reasons */.Ot[hold.code];
    return hold.detail === '' ? title : `${title}: ${(0,sanitise/* plainLine */.h0)(hold.detail, 300)}`;
}
function urlOf({ story }, { repository, run }) {
    const number = story?.pullRequest ?? null;
    return number === null ? run : `${repository}/pull/${number}`;
}

;// CONCATENATED MODULE: ./build/pass/post-webhook.js
/** As long as a pass can do with nobody waiting for it. */
const answerLimitMs = 5000;
/**
 * Sends one message, and does not follow where it is sent on to. Returns why it was not taken, without the address, which
 * is a secret; null: it was.
 */
async function postWebhook({ url, body, key }) {
    try {
        const response = await fetch(url, {
            method: 'POST',
            redirect: 'manual',
            headers: { 'content-type': 'application/json', 'user-agent': 'orchestrate', 'idempotency-key': key },
            body,
            signal: AbortSignal.timeout(answerLimitMs),
        });
        await response.body?.cancel();
        return response.ok ? null : `it answered ${response.status}`;
    }
    catch (error) {
        return error instanceof Error && error.name === 'TimeoutError' ? 'no answer came in time' : 'it cannot be reached';
    }
}

;// CONCATENATED MODULE: ./build/pass/notify.js




/**
 * Tells the team's webhook of these, all at once, and returns what is remembered of it. What was not taken is told
 * again after a while: it comes once at least, and under the same key. No pass fails for it.
 */
async function notify(due, facts, { settings, repositoryUrl, runUrl, requireLease, log, }) {
    const { url, format } = settings.notify;
    if (url === null || due.length === 0)
        return facts.ledger.notified;
    requireLease();
    const body = renderNotifications(due, { repository: repositoryUrl, run: runUrl }, format);
    const refusal = await postWebhook({ url, body, key: keyOf(due, repositoryUrl) });
    if (refusal !== null) {
        log(`! notify - — the webhook was not told of ${due.length}: ${refusal}`);
        return noteRefused(facts);
    }
    log(`▸ notify - — the webhook was told of ${due.map(({ kind }) => kind).join(', ')}`);
    return noteNotified(due, facts);
}
function keyOf(due, repository) {
    const text = JSON.stringify([repository, due.map(({ key }) => key)]);
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 32);
}

;// CONCATENATED MODULE: ./build/core/dashboard-due.js

/** What may wait is written so often at most: an issue keeps each of its texts, and each costs requests. */
const restMinutes = 5;
/** Beside its number is remembered what GitHub says that it holds, and what of that was urgent. */
function dashboardNote(held, { urgent }) {
    return `${held} ${urgent}`;
}
/**
 * Whether the dashboard is to be written: at once where somebody ticked or edited it, or what people act on is another;
 * else when it has stood for five minutes.
 */
function isDashboardDue({ whole, urgent }, known, { dashboard, clock }) {
    if (known === null || dashboard === null)
        return known?.digest !== whole;
    const [held, before] = known.note.split(' ');
    if (held !== dashboard.digest)
        return true;
    if (known.digest === whole)
        return false;
    return before !== urgent || clock >= (0,instant/* addMinutes */.z)(dashboard.editedAt, restMinutes);
}

;// CONCATENATED MODULE: ./build/github/ensure-comment.js




const commentSchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    body: schemas/* string */.YjP().nullish(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable(),
});
/**
 * Our one comment of this mark on an issue or pull request, as wanted. One that is known is changed without a look;
 * where it is posted anew, the ones before it go; where nobody has commented yet there is none. Returns its id.
 */
async function ensureComment(github, wanted, known) {
    if (known === 'none')
        return await postComment(github, wanted);
    if (known !== null && !wanted.isRenewed && (await changeComment(github, known, wanted.body)))
        return known;
    const ours = (await listComments(github, wanted)).filter((comment) => isOurs(comment, wanted));
    const newest = ours.at(-1);
    if (newest === undefined)
        return await postComment(github, wanted);
    const isAsWanted = bodyOf(newest) === wanted.body;
    const isKept = isAsWanted || (!wanted.isRenewed && (await changeComment(github, newest.id, wanted.body)));
    const id = isKept ? newest.id : await postComment(github, wanted);
    for (const comment of ours)
        if (comment.id !== id)
            await removeComment(github, comment.id);
    return id;
}
function isOurs(comment, { mark, viewer }) {
    return comment.user !== null && (0,bot_login/* withoutSuffix */.a)(comment.user.login) === viewer && bodyOf(comment).endsWith(mark);
}
function bodyOf({ body }) {
    return (body ?? '').replaceAll('\r\n', '\n');
}
async function listComments(github, { on }) {
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const parse = (data) => (0,parse_answer/* parseAnswer */.W)(schemas/* array */.YOg(commentSchema), data, route);
    return await (0,read_pages/* readPages */.n)(github, route, { issue_number: on }, parse);
}
async function postComment(github, { on, body }) {
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const answer = await github.request(route, { issue_number: on, body });
    return (0,parse_answer/* parseAnswer */.W)(schemas/* object */.Ikc({ id: schemas/* number */.aig() }), answer.data, route).id;
}
/** False where it is not there any more. */
async function changeComment(github, id, body) {
    const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
    const answer = await github.request(route, { comment_id: id, body }, [404]);
    return answer.status !== 404;
}
async function removeComment(github, id) {
    await github.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id }, [404]);
}

// EXTERNAL MODULE: ./build/github/ensure-labels.js
var ensure_labels = __webpack_require__(4548);
;// CONCATENATED MODULE: ./build/github/ensure-pull-request-text.js





const ensure_pull_request_text_pullRequestSchema = schemas/* object */.Ikc({
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullable(),
    labels: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })),
});
/** Title, our part of the body, and our labels of a pull request, as wanted; only what differs is written. */
async function ensurePullRequestText(github, { number, text, labels }) {
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
    const answer = await github.request(route, { pull_number: number });
    const found = (0,parse_answer/* parseAnswer */.W)(ensure_pull_request_text_pullRequestSchema, answer.data, route);
    const current = { title: found.title, body: (found.body ?? '').replaceAll('\r\n', '\n') };
    const placed = text === null ? current : placeOwnPart(current, text);
    if (placed.title !== current.title || placed.body !== current.body) {
        await github.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', { pull_number: number, ...placed });
    }
    const present = found.labels.map(({ name }) => name);
    await (0,ensure_labels/* ensureLabels */.c)(github, { on: number, present, wanted: labels, own: render_labels/* ownLabels */.ct });
}

;// CONCATENATED MODULE: ./build/github/pin-issue.js


/** Pins an issue where that can be done: three are the most, and not every token may. */
async function pinIssue(github, issueId) {
    try {
        await github.graphql(documents/* pinDocument */.BM, { issueId });
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H))
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/github/ensure-issue.js






const issueSchema = schemas/* object */.Ikc({
    number: schemas/* number */.aig(),
    node_id: schemas/* string */.YjP(),
    state: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullable(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable(),
    pull_request: schemas/* unknown */.L5J().optional(),
});
/**
 * The one issue of ours with this marker, as wanted: opened and pinned where there is none, else rewritten where it
 * differs. One that was closed is left alone: somebody wants to be without. Null where somebody edited it since the pass
 * looked: what they did there has to be seen first.
 */
async function ensureIssue(github, wanted, { known, viewer }) {
    const read = known === null ? null : await readIssue(github, known.number);
    const found = read ?? (await findIssue(github, wanted, viewer));
    if (found === null)
        return await openIssue(github, wanted, viewer);
    // Who opened it may not have come to pin it.
    if (read === null && found.state === 'open')
        await pinIssue(github, found.node_id);
    const digest = digestOf(found);
    if (found.state !== 'open' || digest === (0,issue_digest/* digestIssue */.m)(wanted))
        return { number: found.number, digest };
    if (read !== null && known !== null && known.digest !== null && known.digest !== digest)
        return null;
    return toEnsured(await editIssue(github, found.number, wanted));
}
async function readIssue(github, number) {
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}';
    const answer = await github.request(route, { issue_number: number }, [404, 410]);
    return answer.status === 200 ? (0,parse_answer/* parseAnswer */.W)(issueSchema, answer.data, route) : null;
}
/** The newest of ours; a closed one as well. */
async function findIssue(github, { marker, labels }, viewer) {
    const route = 'GET /repos/{owner}/{repo}/issues';
    const answer = await github.request(route, { labels: labels.at(-1), state: 'all', per_page: 100 });
    const isIt = ({ body, user, pull_request: pull }) => pull === undefined && body?.startsWith(marker) === true && (0,bot_login/* withoutSuffix */.a)(user?.login ?? '') === viewer;
    return (0,parse_answer/* parseAnswer */.W)(schemas/* array */.YOg(issueSchema), answer.data, route).find(isIt) ?? null;
}
async function openIssue(github, wanted, viewer) {
    const route = 'POST /repos/{owner}/{repo}/issues';
    const { title, body, labels } = wanted;
    try {
        const answer = await github.request(route, { title, body, labels });
        return await pinned(github, (0,parse_answer/* parseAnswer */.W)(issueSchema, answer.data, route));
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H) || !error.retryable)
            throw error;
        const found = await findIssue(github, wanted, viewer);
        if (found === null)
            throw error;
        return await pinned(github, found);
    }
}
async function pinned(github, issue) {
    await pinIssue(github, issue.node_id);
    return toEnsured(issue);
}
async function editIssue(github, number, { title, body }) {
    const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
    const answer = await github.request(route, { issue_number: number, title, body });
    return (0,parse_answer/* parseAnswer */.W)(issueSchema, answer.data, route);
}
function toEnsured(issue) {
    return { number: issue.number, digest: digestOf(issue) };
}
function digestOf({ title, body }) {
    return (0,issue_digest/* digestIssue */.m)({ title, body: body ?? '' });
}

;// CONCATENATED MODULE: ./build/pass/write-dashboard.js






/** The comments' workflow starts for what has the first; by the last the issue is found again. */
const labels = [render_labels/* ownLabel */.tZ, render_labels/* dashboardLabel */.RL];
/**
 * Writes the dashboard; null where somebody edited it since the pass looked: their tick has to be seen first. Where
 * issues are switched off, or not ours to write, it is tried again only when there is something else to say.
 */
async function writeDashboard({ title, body, urgent }, known, { viewer, dashboard }, { github, log }) {
    const id = known?.id ?? null;
    const seen = dashboard?.digest ?? null;
    const digests = { urgent: (0,issue_digest/* digestText */.M)(urgent) };
    const issue = id === null ? null : { number: id, digest: seen };
    try {
        const ensured = await ensureIssue(github, { marker: dashboardMarker, title, body, labels }, { known: issue, viewer });
        return ensured === null ? null : { id: ensured.number, note: dashboardNote(ensured.digest, digests) };
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H) || error.isTooMuch || !isForbidden(error))
            throw error;
        log(`! show dashboard — not done: ${error.message}`);
        return { id, note: dashboardNote(seen ?? '', digests) };
    }
}
function isForbidden({ status }) {
    return status === 403 || status === 404 || status === 410;
}

;// CONCATENATED MODULE: ./build/pass/show.js













/** What has to be written: of everything that people are to see, what they do not see yet. */
function findDue(surfaces, shown, world) {
    return surfaces.flatMap((surface) => {
        const known = shown[surface.key] ?? null;
        const digest = digestSurface(surface);
        const isDue = surface.kind === 'dashboard'
            ? isDashboardDue({ whole: digest, urgent: (0,issue_digest/* digestText */.M)(surface.urgent) }, known, world)
            : known?.digest !== digest;
        return isDue ? [{ surface, digest, known }] : [];
    });
}
/**
 * Writes what is due, side by side, and returns what is shown afterwards. What GitHub refuses is said in the log and left
 * to the next pass: nothing is decided by what people see.
 */
async function show(due, { surfaces, shown, world }, pass) {
    // Where the dashboard is remains known while nobody wants it.
    const wanted = new Set([...surfaces.map(({ key }) => key), core_shown/* dashboardKey */.a]);
    const kept = Object.entries(shown).filter(([key]) => wanted.has(key));
    const written = await Promise.all(due.map(async ({ surface, digest, known }) => {
        try {
            const result = await write(surface, known, world, pass);
            return result === null ? [] : [[surface.key, { ...result, digest }]];
        }
        catch (error) {
            if (!(error instanceof errors/* RemoteError */.H))
                throw error;
            pass.log(`! show ${surface.key} — not done: ${error.message}`);
            return [];
        }
    }));
    return Object.fromEntries([...kept, ...written.flat()]);
}
async function write(surface, known, world, pass) {
    switch (surface.kind) {
        case 'check':
            return await writeCheck(surface, known, world, pass);
        case 'pull_request':
            await ensurePullRequestText(pass.github, surface);
            return { id: null, note: '' };
        case 'comment':
            return await writeComment(surface, known, world, pass);
        case 'dashboard':
            return await writeDashboard(surface, known, world, pass);
    }
}
async function writeCheck(surface, known, { pullRequests }, { github }) {
    const id = await (0,ensure_check/* ensureCheck */.x)(github, { ...surface, externalId: ownMark }, knownCheck(surface, known, pullRequests));
    return { id, note: surface.conclusion === null ? openCheck : '' };
}
/**
 * Of a head that GitHub shows without any check of ours there is none to be looked for, but for the verdict, which is shown
 * by the decision to remember it, without another look.
 */
function knownCheck({ sha, name }, known, pullRequests) {
    if (known !== null && known.id !== null)
        return { kind: 'there', id: known.id, isOpen: known.note === openCheck };
    const head = pullRequests.find(({ headSha }) => headSha === sha);
    const names = Object.values(own_checks/* ownChecks */.ws);
    const isBare = head !== undefined && !head.checks.some((check) => names.includes(check.name));
    return { kind: isBare && name !== own_checks/* ownChecks */.ws.review ? 'none' : 'unknown' };
}
/** Posted anew where it calls for people, or calls them again. An end of that is no reason to call. */
async function writeComment({ number, body, called }, known, { viewer, pullRequests }, { github }) {
    const before = Number(known?.note ?? 0);
    const isRenewed = called !== null && called > before;
    const wanted = { on: number, body, mark: statusMark, viewer, isRenewed };
    const isFirst = pullRequests.some((pull) => pull.number === number && pull.commentCount === 0);
    const id = await ensureComment(github, wanted, known?.id ?? (isFirst ? 'none' : null));
    return { id, note: `${called ?? before}` };
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

;// CONCATENATED MODULE: ./build/pass/tell-people.js






/**
 * What people are to see is written where it differs from what they were shown, and what they are to be told of is told,
 * under the lease: one is taken for it where the pass did nothing else. Null when somebody else saved before.
 */
async function tellPeople({ held, isLeased, ...seen }, pass) {
    const places = { repository: pass.repositoryUrl, run: pass.runUrl };
    const facts = { ...seen, ledger: held.ledger, policy: pass.policy, now: pass.now(), places };
    const news = pass.settings.notify.url === null ? [] : findNotifications(facts);
    const surfaces = present(facts);
    const due = findDue(surfaces, held.ledger.shown, seen.world);
    if (due.length + news.length === 0)
        return held;
    const leased = isLeased ? held : await (0,state/* takeLease */._e)(held, [], pass);
    if (leased === null)
        return null;
    const acting = underLease(pass, leased.ledger.lease?.until ?? 0);
    const [shown, notified] = await Promise.all([
        show(due, { surfaces, shown: leased.ledger.shown, world: seen.world }, acting),
        notify(news, facts, acting),
    ]);
    return { ...leased, ledger: { ...leased.ledger, shown, notified } };
}

// EXTERNAL MODULE: ./build/core/spent.js
var core_spent = __webpack_require__(4422);
;// CONCATENATED MODULE: ./build/pass/tell-usage.js




/**
 * Tells loopctl what the agent of an outcome says that it spent, once that outcome is settled: by its assignment a report
 * is known, so none is made twice. Nothing is decided by it, and where it cannot be told nothing else is held up.
 */
async function tellUsage({ outcome, stories }, { before, after }, { loopctl, log, requireLease }) {
    const flight = outcome === null ? undefined : before.flights[outcome.assignment];
    if (outcome?.kind !== 'outcome' || flight === undefined || Object.hasOwn(after.flights, flight.id))
        return;
    const spent = (0,core_spent/* readSpent */.r)(outcome.outcome, flight);
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
        log(`· usage ${story.number} — ${inputTokens} + ${outputTokens} tokens, ${(0,spending/* dollars */.E9)(costMillicents)}, as its agent says`);
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H || error instanceof loopctl_error/* LoopctlRefusal */.QV))
            throw error;
        log(`! usage ${story.number} — not told: ${error.message}`);
    }
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
    let before = null;
    let last = null;
    for (let round = 1;; round += 1) {
        const gathered = await lookAgain(last, () => (0,gather/* gather */.k)(held.ledger, { outcome, before }, pass));
        if (gathered instanceof errors/* RemoteError */.H)
            return await endBlind(gathered, last, { loaded, held, done }, pass);
        const { world, look } = gathered;
        inspect(world);
        const now = pass.now();
        const decided = (0,decide/* decide */.L)(world, held.ledger, pass.policy, now);
        pass.record((0,pass_record/* recordLook */.nS)({ world, ledger: held.ledger, now }, decided));
        const plan = withoutUndone(decided, done);
        last = { world, plan };
        held = { ...held, ledger: plan.ledger };
        if (plan.decisions.length === 0 || round > maxRounds) {
            return await endPass(last, { loaded, held, done }, pass);
        }
        const leased = await saveIntents(plan.decisions, held, { isFirst: round === 1 }, pass);
        if (leased === null)
            return { kind: 'lost_race' };
        held = await applyAll(last, leased, pass, done);
        before = { look, isPast: plan.decisions.some(changesGitHub) };
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
    return await endPass({ world, plan: { ...plan, decisions: [], notes, ledger, wantsRun: !error.isTooMuch } }, { ...ending, isBlind: true }, pass);
}
async function endPass({ world, plan }, ending, pass) {
    const { loaded, done } = ending;
    (0,announce/* announcePlan */.XZ)(plan, pass);
    const held = { ...ending.held, ledger: (0,note_tally/* tallySpent */.DE)(loaded.ledger, ending.held.ledger, world.outcome) };
    // Requests are kept for what moves the project.
    const isQuiet = ending.isBlind || plan.notes.some(({ code }) => code === 'budget_short');
    const isLeased = held.version !== loaded.version;
    const shown = isQuiet ? held : await tellPeople({ world, plan, held, isLeased }, pass);
    if (shown === null)
        return { kind: 'lost_race' };
    if (shown.version !== loaded.version) {
        await tellUsage(world, { before: loaded.ledger, after: shown.ledger }, underLease(pass, untilOf(shown)));
    }
    if (!(await giveBack(loaded, shown, pass)))
        return { kind: 'lost_race' };
    return {
        kind: 'done',
        plan,
        world,
        applied: done.applied,
        undone: done.undone,
        before: loaded.ledger,
        wantsRun: plan.wantsRun || plan.decisions.length > 0,
    };
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
async function applyAll({ world, plan }, leased, pass, { applied, undone }) {
    let held = leased;
    let isOwed = false;
    const tell = (ask) => (0,render_replies/* renderReply */.V)(ask, { world, plan, ledger: held.ledger, tally: held.ledger.tally, now: pass.now() });
    for (const decision of plan.decisions) {
        requireHeld(held, pass);
        if (isOwed)
            held = (await (0,state/* saveLedger */.dS)(held, pass)) ?? stolen();
        isOwed = false;
        const result = await attempt(decision, underLease(pass, untilOf(held)), tell);
        pass.record({ kind: 'end', intent: intentOf(decision), undone: result.kind === 'undone' ? result.hold : null });
        if (result.kind === 'undone') {
            undone.set(nameOf(decision), result.hold);
            (0,announce/* announceUndone */.rT)(decision, result.hold, pass);
            continue;
        }
        const { instead: done = decision, taken } = result.applied;
        held = { ...held, ledger: noteApplied(held.ledger, done, result.applied, pass.now()) };
        if (taken !== undefined)
            continue;
        applied.push(done);
        (0,announce/* announceDecision */.uI)(done, pass);
        isOwed = decision.kind === 'verify';
    }
    return held;
}
async function attempt(decision, pass, tell) {
    try {
        return { kind: 'applied', applied: await applyDecision(decision, pass, tell) };
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
    const run = id === facts.run ? { attempt: facts.attempt, status: 'in_progress' } : await (0,_github_read_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .readRun */ .cI)(github, id);
    if (run !== null && (run.attempt > attempt || run.status === 'completed'))
        return true;
    const assignment = /^settle (.+)$/.exec(holder)?.[1];
    return assignment !== undefined && (await (0,_github_legs_js__WEBPACK_IMPORTED_MODULE_1__/* .isSettleOver */ .gJ)(github, { run: id, attempt, assignment }));
}
/** Who is at work, in a few words. */
function describeHolder(holder) {
    return holder === null ? 'another pass' : `run ${holder.run} (${holder.holder})`;
}


/***/ }),

/***/ 6520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ keepRecord)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_record_pass_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9737);



/** Runs a pass and leaves what it noted in a folder for `npm run replay`, however it ends; that it cannot is no reason to fail. */
async function keepRecord(folder, { pass, entries }, run) {
    try {
        return await run();
    }
    finally {
        await write(folder, { policy: pass.policy, entries }).catch((error) => {
            pass.log(`! record - — not written: ${error instanceof Error ? error.message : String(error)}`);
        });
    }
}
async function write(folder, record) {
    const text = (0,_core_record_pass_record_js__WEBPACK_IMPORTED_MODULE_2__/* .writePassRecord */ .g9)(record);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'pass.json'), text);
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


/***/ }),

/***/ 5542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PC: () => (/* binding */ labelsOf),
/* harmony export */   RL: () => (/* binding */ dashboardLabel),
/* harmony export */   ct: () => (/* binding */ ownLabels),
/* harmony export */   dj: () => (/* binding */ allLabels),
/* harmony export */   ex: () => (/* binding */ findDashboard),
/* harmony export */   tZ: () => (/* binding */ ownLabel)
/* harmony export */ });
/* unused harmony export humanLabel */
/* harmony import */ var _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9973);

/** On everything of ours that people see. */
const ownLabel = 'orchestrate';
/** On the dashboard alone. */
const dashboardLabel = 'orchestrate-dashboard';
/** Where the dashboard is found, whatever its number. */
function findDashboard({ repository }) {
    return `${repository}/issues?q=${encodeURIComponent(`is:open label:${dashboardLabel}`)}`;
}
/** On a pull request as long as it waits for a person; what passes by itself stands in the checks. */
const humanLabel = 'orchestrate: needs human';
/** Every label that is ours to take away from a pull request. */
const ownLabels = [ownLabel, humanLabel];
/** Every label that the loop makes in a repository. */
const allLabels = [...ownLabels, dashboardLabel];
/** The labels of ours that a story's pull request has. */
function labelsOf({ pullRequest, hold }) {
    const isForPeople = pullRequest.state === 'OPEN' && hold !== null && _core_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .reasons */ .Ot[hold.code].who === 'person';
    return isForPeople ? [ownLabel, humanLabel] : [ownLabel];
}


/***/ }),

/***/ 4534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ joinReplies),
  V: () => (/* binding */ renderReply)
});

// EXTERNAL MODULE: ./build/core/command-guide.js
var command_guide = __webpack_require__(8382);
// EXTERNAL MODULE: ./build/core/explain.js
var explain = __webpack_require__(9277);
// EXTERNAL MODULE: ./build/core/forecast.js
var forecast = __webpack_require__(4797);
// EXTERNAL MODULE: ./build/core/reasons.js + 8 modules
var reasons = __webpack_require__(9973);
// EXTERNAL MODULE: ./build/core/story.js
var story = __webpack_require__(2703);
// EXTERNAL MODULE: ./build/render/decision.js
var decision = __webpack_require__(771);
// EXTERNAL MODULE: ./build/render/forecast.js
var render_forecast = __webpack_require__(5908);
// EXTERNAL MODULE: ./build/render/hold-groups.js
var hold_groups = __webpack_require__(4993);
// EXTERNAL MODULE: ./build/render/keep-within.js
var keep_within = __webpack_require__(9298);
// EXTERNAL MODULE: ./build/render/sanitise.js
var sanitise = __webpack_require__(4123);
// EXTERNAL MODULE: ./build/render/standing.js
var standing = __webpack_require__(8633);
// EXTERNAL MODULE: ./build/render/hold-text.js
var hold_text = __webpack_require__(846);
;// CONCATENATED MODULE: ./build/render/why.js




/**
 * Why a story does not move, in plain lines: the chain down to its root in one sentence, what to do there, then every
 * branch of it where there is more than one.
 */
function renderWhy(explanation, now) {
    if (explanation.kind === 'unknown') {
        const { story, nearest } = explanation;
        return [`There is no story ${story}.${nearest === null ? '' : ` Did you mean ${nearest}?`}`];
    }
    const { link, line } = explanation;
    const chain = (0,explain/* chainOf */.dR)(link);
    const root = chain.at(-1) ?? link;
    return [
        ...(link.title === '' ? [] : [`${link.story} ${(0,sanitise/* plainLine */.h0)(link.title)}`]),
        `${describeChain(chain)}${describeRoot(root, now)}`,
        ...(root.state.kind === 'held' ? [`What to do: ${(0,hold_text/* remedyFor */.wJ)(root.state.hold.code, root.story)}`] : []),
        ...describeLine(line, root),
        ...(hasBranches(link) ? ['', 'All that it waits for:', ...describeTree(link.waitsFor, now)] : []),
    ];
}
/** Of a long chain its beginning and its end are named: a reader is to come to what holds it. */
const named = { first: 8, last: 2 };
/** `2.3 waits for 2.1, which waits for 1.1` */
function describeChain(chain) {
    const stories = chain.map(({ story }) => story);
    const left = stories.length - named.first - named.last;
    const told = left <= 1 ? stories : [...stories.slice(0, named.first), `${left} more`, ...stories.slice(-named.last)];
    return told.join(', which waits for ').replace(', which waits for ', ' waits for ');
}
function describeRoot({ state, isRepeated, story }, now) {
    if (isRepeated)
        return `: a circle, ${story} stands above already`;
    switch (state.kind) {
        case 'held':
            return `: ${describe(state.hold)}${describeSince(state.since, now)}.`;
        case 'moving':
            return `: it moves; next is ${(0,sanitise/* plainLine */.h0)(state.next, 300)}.`;
        case 'done':
            return ': verified.';
    }
}
function describe({ code, detail }) {
    return detail === '' ? reasons/* reasons */.Ot[code].title : `${reasons/* reasons */.Ot[code].title} (${(0,sanitise/* plainLine */.h0)(detail, 500)})`;
}
function describeSince(since, now) {
    if (since === null)
        return '';
    const minutes = Math.max(0, Math.floor((now - since) / 60_000));
    if (minutes < 1)
        return ', since less than a minute';
    if (minutes < 120)
        return `, since ${minutes} min`;
    return minutes < 48 * 60 ? `, since ${Math.floor(minutes / 60)} h` : `, since ${Math.floor(minutes / 1440)} days`;
}
/** What everything waits for, unless it was said as the root of this chain. */
function describeLine(line, { state }) {
    if (line === null || (state.kind === 'held' && isSaid(line, state.hold)))
        return [];
    return [`The whole line waits, too: ${describe(line)}. ${reasons/* reasons */.Ot[line.code].remedy}`];
}
/** A merge that waits for its proof says in its own words what the whole line waits for. */
function isSaid(line, { code, detail }) {
    return code === line.code || (detail !== '' && detail === line.detail);
}
function hasBranches(link) {
    return (0,explain/* chainOf */.dR)(link).some(({ waitsFor }) => waitsFor.length > 1);
}
/** Every branch, each story with what is below it where it is first come to; however deep that is. */
function describeTree(links, now) {
    const lines = [];
    const told = new Set();
    const listed = links.toReversed().map((link) => ({ link, indent: '  ' }));
    for (let next = listed.pop(); next !== undefined; next = listed.pop()) {
        const { link, indent } = next;
        if (told.has(link.story))
            lines.push(`${indent}${link.story}: as above.`);
        else {
            if (!link.isRepeated)
                told.add(link.story);
            lines.push(`${indent}${link.story}${describeRoot(link, now)}`);
            for (const below of link.waitsFor.toReversed())
                listed.push({ link: below, indent: `${indent}  ` });
        }
    }
    return lines;
}

;// CONCATENATED MODULE: ./build/render/replies.js












/** Short enough to be read, and far below what GitHub takes of a comment. */
const replyLimit = 20_000;
/** Below the 65,536 characters that GitHub takes of a comment, with room for how it is known. */
const answerLimit = 60_000;
/** Stories that are told whole where nobody named one. */
const mostChains = 10;
/** The replies to the commands of one comment as one comment; what is too much for it is said to be left out. */
function joinReplies(replies) {
    return (0,keep_within/* keepWithin */.X)(replies, answerLimit, (left) => `… and ${left} more: ask for them in a comment of their own.`).join('\n\n');
}
/** What a person asked to be told, as Markdown. */
function renderReply(ask, facts) {
    return (0,keep_within/* keepWithin */.X)(linesOf(ask, facts), replyLimit, (left) => `… and ${left} more lines`)
        .join('\n')
        .trim();
}
function linesOf(ask, facts) {
    switch (ask.kind) {
        case 'help':
            return renderHelp();
        case 'status':
            return renderStatus(facts);
        case 'plan':
            return renderPlan(facts);
        case 'why':
            return ask.story === null ? renderEveryWhy(facts) : renderOneWhy(ask.story, facts);
    }
}
function renderHelp() {
    return [
        'Begin a line with `/orchestrate`. On a pull request of ours STORY may be left out.',
        '',
        '| write | it | takes |',
        '| --- | --- | --- |',
        ...Object.values(command_guide/* commandGuide */.o).map(({ form, says, needs }) => `| \`/orchestrate ${form.replaceAll('|', '\\|')}\` | ${says} | ${needs} |`),
    ];
}
function renderStatus({ world, plan }) {
    return [
        (0,standing/* renderStanding */.F8)({ world, plan }),
        '',
        ...(0,standing/* renderLine */.ni)(plan),
        ...(0,standing/* renderNotes */.IE)(plan),
        ...(0,hold_groups/* renderHoldGroups */.k)(plan, world.stories),
    ];
}
/** What is decided now, but for the answers to people. */
function renderPlan({ world, plan, tally }) {
    const next = plan.decisions.filter(({ kind }) => kind !== 'answer').map(decision/* renderDecision */.X);
    return [
        (0,render_forecast/* renderForecast */.Y)((0,forecast/* forecast */.g)(world, plan, tally)),
        '',
        ...(0,standing/* renderLine */.ni)(plan),
        ...(next.length === 0 ? ['Nothing would be done now.'] : (0,keep_within/* keepWithin */.X)(next, 6000, (left) => `- and ${left} more`)),
        '',
        ...(0,hold_groups/* renderHoldGroups */.k)(plan, world.stories),
    ];
}
function renderOneWhy(story, { world, plan, ledger, now }) {
    return toMarkdown(renderWhy((0,explain/* explainStory */.By)(story, { world, plan, ledger }), now));
}
/** What the line waits for, and the chains of what waits for a person. */
function renderEveryWhy(facts) {
    const { plan } = facts;
    const waiting = [...plan.holds].filter(([, { code }]) => reasons/* reasons */.Ot[code].who === 'person').map(([story]) => story);
    const told = waiting.toSorted(story/* compareStoryNumbers */.jn).slice(0, mostChains);
    const more = waiting.length - told.length;
    return [
        ...(0,standing/* renderLine */.ni)(plan),
        ...(waiting.length === 0 ? ['Nothing waits for a person. Name a story to be told what it waits for.'] : []),
        ...told.flatMap((story) => [...renderOneWhy(story, facts), '']),
        ...(more === 0 ? [] : [`… and ${more} more that wait for a person: \`/orchestrate status\` tells them all.`]),
    ];
}
/** Plain lines as Markdown: each its own line, the tree as a list, and nothing in it read as markup. */
function toMarkdown(lines) {
    return lines.map((line) => {
        const indent = line.length - line.trimStart().length;
        const text = (0,sanitise/* sanitiseLine */.lg)(line, 2000);
        return indent === 0 ? (text === '' ? '' : `${text}  `) : `${' '.repeat(indent - 2)}- ${text}`;
    });
}


/***/ })

};
