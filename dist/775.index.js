export const id = 775;
export const ids = [775];
export const modules = {

/***/ 9058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ outcomeFiles),
/* harmony export */   UF: () => (/* binding */ findRestatementFault),
/* harmony export */   Ws: () => (/* binding */ outcomeSchema),
/* harmony export */   Ye: () => (/* binding */ restatementSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2047);
/* harmony import */ var _assignment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1453);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5139);



/** The agent's own account of the story before it works: the contract we believe in. */
const restatementSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    understood: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    summary: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(8000),
    criteria: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(100),
        restated: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(4000),
        /** Files the agent says will exist when this criterion is met; checked in the final tree. */
        deliverables: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(500)).max(50),
    }))
        .max(500),
    questions: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(2000)).max(50),
});
const usage = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    inputTokens: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nonnegative(),
    outputTokens: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nonnegative(),
    model: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(200),
    costMillicents: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nonnegative(),
});
/**
 * What an agent job leaves behind (`outcome.json`). Written by a machine the agent had under its hands: everything
 * in it is advice until it is proven otherwise.
 */
const outcomeSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    assignment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(60),
    run: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int(),
    attempt: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int(),
    /**
     * `completed`: the agent ended well. `declined`: it could not restate the story or has questions.
     * `expired`: started too late or on another attempt, nothing was run. `failed`: exit code, unusable result.
     * `timed_out`: its time ran out. `crashed`: the phase itself broke.
     */
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['completed', 'declined', 'expired', 'failed', 'timed_out', 'crashed']),
    detail: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(8000),
    restatement: restatementSchema.nullable(),
    /** The last commit of the work, in `work.bundle` beside this file; null when nothing was committed. */
    head: _assignment_js__WEBPACK_IMPORTED_MODULE_0__/* .sha */ .hW.nullable(),
    review: _verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .reviewSchema */ .Yg.nullable(),
    /** The project's own full check as run on the agent's machine: advice, not evidence. */
    verify: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ command: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), exitCode: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nullable(), tail: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).nullable(),
    agent: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ exitCode: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nullable(), durationMs: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative() }).nullable(),
    usage: usage.nullable(),
});
/** Names inside an outcome artifact. */
const outcomeFiles = { outcome: 'outcome.json', bundle: 'work.bundle', log: 'agent.log' };
/** Why a restatement does not stand for the story, or nothing when each criterion is named once in the agent's words. */
function findRestatementFault(restatement, criteria) {
    if (!restatement.understood)
        return 'the agent says that it does not understand the story';
    if (restatement.questions.length > 0)
        return 'the agent has questions';
    const restated = restatement.criteria.map(({ id }) => id);
    const missing = criteria.filter((id) => !restated.includes(id));
    if (missing.length > 0)
        return `criteria not restated: ${missing.join(', ')}`;
    const unknown = restated.filter((id) => !criteria.includes(id));
    if (unknown.length > 0)
        return `criteria the story does not have: ${unknown.join(', ')}`;
    if (new Set(restated).size !== restated.length)
        return 'a criterion is restated twice';
    return null;
}


/***/ }),

/***/ 3452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ensureBareRepository)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


const config = '[core]\n\trepositoryformatversion = 0\n\tbare = true\n';
/**
 * Makes an empty bare repository, or leaves the one that is there: all that `git init` would, without a process of its
 * own, and neither hooks nor samples (gitrepository-layout(5)).
 */
async function ensureBareRepository(directory) {
    await Promise.all(['objects', 'refs'].map((name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name), { recursive: true })));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'config'), config);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'HEAD'), 'ref: refs/heads/none\n');
}


/***/ }),

/***/ 5576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ fetchCommits),
/* harmony export */   _F: () => (/* binding */ noteFetched),
/* harmony export */   su: () => (/* binding */ listFetched)
/* harmony export */ });
/* harmony import */ var _index_pack_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9861);
/* harmony import */ var _repository_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4433);
/* harmony import */ var _smart_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2362);



/** The commits that a repository has from its remote, with their history or without. */
async function listFetched(directory) {
    return [...(await (0,_repository_files_js__WEBPACK_IMPORTED_MODULE_1__/* .listRefs */ .Dy)(directory, _repository_files_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchedRefs */ .Gm)), ...(await (0,_repository_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readShallow */ .J5)(directory))];
}
/**
 * Fetches branches and commits as `git fetch` would, by two requests and one process; false when the remote has one of
 * the branches not (any more). Null where that did not work in this way: then git has to ask, and says why.
 */
async function fetchCommits(repository, { branches = [], commits = [] }) {
    const refs = branches.map((branch) => `refs/heads/${branch}`);
    const found = refs.length === 0 ? [] : await (0,_smart_http_js__WEBPACK_IMPORTED_MODULE_2__/* .askRefs */ ._2)(repository, refs);
    if (found === null)
        return null;
    const tips = found.filter((tip) => tip !== null);
    if (tips.length < refs.length)
        return false;
    if (!(await bring(repository, new Set([...tips, ...commits]))))
        return null;
    for (const [index, tip] of tips.entries()) {
        await (0,_repository_files_js__WEBPACK_IMPORTED_MODULE_1__/* .writeRef */ .Ln)(repository.directory, `refs/remotes/origin/${branches[index]}`, tip);
    }
    return true;
}
/**
 * Notes what git itself has brought, as what came by plain requests is noted: else it is fetched, and pushed back, again
 * and again with all its history. Of commits without their parents git keeps the list.
 */
async function noteFetched({ directory, isShallow }, { branches = [], commits = [] }) {
    if (isShallow)
        return;
    const tips = await Promise.all(branches.map((branch) => (0,_repository_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readRef */ .sg)(directory, `refs/remotes/origin/${branch}`)));
    for (const commit of new Set([...tips.filter((tip) => tip !== null), ...commits])) {
        await (0,_repository_files_js__WEBPACK_IMPORTED_MODULE_1__/* .writeRef */ .Ln)(directory, `${_repository_files_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchedRefs */ .Gm}/${commit}`, commit);
    }
}
/** Whether the commits are there now. */
async function bring(repository, commits) {
    const { directory, isShallow } = repository;
    const has = await listFetched(directory);
    const missing = [...commits].filter((commit) => !has.includes(commit));
    if (missing.length === 0)
        return true;
    const fetched = await (0,_smart_http_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchPack */ .q3)(repository, { commits: missing, has, isShallow });
    if (fetched === null || !(await (0,_index_pack_js__WEBPACK_IMPORTED_MODULE_0__/* .indexPack */ .M)(directory, fetched)))
        return false;
    if (!isShallow)
        for (const commit of missing)
            await (0,_repository_files_js__WEBPACK_IMPORTED_MODULE_1__/* .writeRef */ .Ln)(directory, `${_repository_files_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchedRefs */ .Gm}/${commit}`, commit);
    return true;
}


/***/ }),

/***/ 6406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ fetchTips),
/* harmony export */   j: () => (/* binding */ projectTip)
/* harmony export */ });
/* harmony import */ var _index_pack_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9861);
/* harmony import */ var _object_memory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6014);
/* harmony import */ var _read_pack_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4833);
/* harmony import */ var _repository_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4433);
/* harmony import */ var _smart_http_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2362);





/** A pack of more bytes is git's own work; of trees alone, half a million files are about as many. */
const memoryLimits = { whole: 4_000_000, trees: 16_000_000 };
/** A branch's tip of which files are read one by one; here it stands where git keeps what it fetched of a branch. */
function projectTip(branch) {
    return { from: `refs/heads/${branch}`, to: `refs/remotes/origin/${branch}`, isWhole: false };
}
/**
 * The tips of some refs with their trees and without their history, as `git fetch --depth=1` would bring them, by two
 * requests and no process, or three where of some the trees are wanted alone. Trees that are too many, or that the remote
 * cannot send without their files, come whole; what is too large, one process indexes in the repository instead. The
 * commits by the refs here that were found there; null where the remote could not be asked in this way.
 */
async function fetchTips(tips, wanted) {
    const refs = wanted.map(({ from }) => from);
    const commits = await (0,_smart_http_js__WEBPACK_IMPORTED_MODULE_4__/* .askRefs */ ._2)(tips, refs);
    if (commits === null)
        return null;
    const found = wanted.flatMap((one, index) => {
        const commit = commits[index] ?? null;
        return commit === null ? [] : [{ ...one, commit }];
    });
    const [whole, bare] = [found.filter(({ isWhole }) => isWhole), found.filter(({ isWhole }) => !isWhole)];
    const [isBrought, areTrees] = await Promise.all([bring(tips, whole), bringTrees(tips, bare)]);
    if (!isBrought || !(areTrees || (await bring(tips, bare))))
        return null;
    for (const { to, commit } of found)
        tips.memory.refs.set(to, commit);
    return new Map(found.map(({ to, commit }) => [to, commit]));
}
/** Fetches the trees of commits that are not here yet; false where that did not work so. */
async function bringTrees(tips, found) {
    const { objects, bare } = tips.memory;
    const commits = [...new Set(found.map(({ commit }) => commit))].filter((commit) => !objects.has(commit));
    if (commits.length === 0)
        return true;
    const fetched = await (0,_smart_http_js__WEBPACK_IMPORTED_MODULE_4__/* .fetchPack */ .q3)(tips, { commits, has: [], isShallow: true, withoutFiles: true });
    const read = fetched === null || fetched.pack.length > memoryLimits.trees ? null : (0,_read_pack_js__WEBPACK_IMPORTED_MODULE_2__/* .readPack */ .w)(fetched.pack, new Map());
    if (read === null)
        return false;
    for (const object of read)
        objects.set(object.id, object);
    for (const commit of commits)
        bare.add(commit);
    return true;
}
/** Fetches the commits that are not here yet, to where those before them are; false where that did not work so. */
async function bring(tips, found) {
    const { directory, memory } = tips;
    const indexed = await (0,_repository_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readShallow */ .J5)(directory);
    const has = indexed.length === 0 ? [...memory.shallow] : indexed;
    const commits = new Set(found.map(({ commit }) => commit));
    const missing = [...commits].filter((commit) => !(0,_object_memory_js__WEBPACK_IMPORTED_MODULE_1__/* .hasWhole */ .Sf)(memory, commit) && !indexed.includes(commit));
    if (missing.length === 0)
        return true;
    const fetched = await (0,_smart_http_js__WEBPACK_IMPORTED_MODULE_4__/* .fetchPack */ .q3)(tips, { commits: missing, has, isShallow: true });
    if (fetched === null)
        return false;
    if (indexed.length === 0 && keepInMind(fetched, memory))
        return true;
    return await keepInRepository(fetched, found, directory);
}
function keepInMind({ pack, shallow }, memory) {
    const objects = pack.length > memoryLimits.whole ? null : (0,_read_pack_js__WEBPACK_IMPORTED_MODULE_2__/* .readPack */ .w)(pack, memory.objects);
    if (objects === null)
        return false;
    for (const object of objects)
        memory.objects.set(object.id, object);
    for (const commit of shallow) {
        memory.shallow.add(commit);
        memory.bare.delete(commit);
    }
    return true;
}
async function keepInRepository(fetched, found, directory) {
    if (!(await (0,_index_pack_js__WEBPACK_IMPORTED_MODULE_0__/* .indexPack */ .M)(directory, fetched)))
        return false;
    for (const { to, commit } of found)
        await (0,_repository_files_js__WEBPACK_IMPORTED_MODULE_3__/* .writeRef */ .Ln)(directory, to, commit);
    return true;
}


/***/ }),

/***/ 8577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w4: () => (/* binding */ findEntry),
  fo: () => (/* binding */ isFile),
  CS: () => (/* binding */ listFiles),
  qq: () => (/* binding */ makeTrees),
  Z7: () => (/* binding */ readTexts),
  g7: () => (/* binding */ treeOf)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/git/git-object.js
var git_object = __webpack_require__(6231);
;// CONCATENATED MODULE: ./build/git/tree-object.js

const folderMode = '40000';
/** The entries of a tree's content. */
function parseTree(content) {
    const entries = [];
    for (let at = 0; at < content.length;) {
        const space = content.indexOf(0x20, at);
        const end = content.indexOf(0, at);
        if (space === -1 || end < space)
            break;
        entries.push({
            // Old tools wrote a folder's with a zero before it.
            mode: content.toString('latin1', at, space).replace(/^0+/, ''),
            name: content.toString('utf8', space + 1, end),
            id: content.toString('hex', end + 1, end + 21),
        });
        at = end + 21;
    }
    return entries;
}
/** The tree of some entries, in git's order: that of bytes, a folder's name as if it ended in a slash. */
function makeTree(entries) {
    const sorted = entries
        .map((entry) => ({ entry, key: Buffer.from(entry.mode === folderMode ? `${entry.name}/` : entry.name) }))
        .sort((left, right) => Buffer.compare(left.key, right.key));
    const parts = sorted.flatMap(({ entry: { mode, name, id } }) => [
        Buffer.from(`${mode} ${name}\0`),
        Buffer.from(id, 'hex'),
    ]);
    return (0,git_object/* makeObject */._)('tree', Buffer.concat(parts));
}

;// CONCATENATED MODULE: ./build/git/file-tree.js


const submoduleMode = '160000';
/** The tree that a commit's content names. */
function treeOf(commit) {
    return /^tree ([0-9a-f]{40})\n/.exec(commit.content.toString('latin1', 0, 64))?.[1] ?? '';
}
/** Far more than a store of ours holds, in entries of trees, in letters of a path, and in bytes of all files. */
const most = { entries: 100_000, path: 1000, bytes: 500_000_000 };
/**
 * Every file below a tree; none of a tree that is not among the objects. More than any store of ours holds is an error: a
 * few folders that name one another again and again stand for more files than anybody could list.
 */
function listFiles(objects, root) {
    const files = new Map();
    const open = [{ mode: folderMode, path: '', id: root }];
    let listed = 0;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const { mode, path, id } = next;
        if (mode !== folderMode) {
            files.set(path, { mode, id });
            continue;
        }
        const entries = parseTree(objects.get(id)?.content ?? Buffer.alloc(0));
        listed += entries.length;
        if (listed > most.entries || path.length > most.path)
            throw tooLarge();
        const below = path === '' ? '' : `${path}/`;
        for (const entry of entries.toReversed())
            open.push({ mode: entry.mode, path: below + entry.name, id: entry.id });
    }
    return files;
}
/** The text of every file; one that is not among the objects is left out. */
function readTexts(objects, files) {
    const texts = new Map();
    let bytes = 0;
    for (const [path, { id }] of files) {
        const blob = objects.get(id);
        if (blob?.type !== 'blob')
            continue;
        bytes += blob.content.length;
        // The same blob may stand at every path.
        if (bytes > most.bytes)
            throw tooLarge();
        texts.set(path, blob.content.toString('utf8'));
    }
    return texts;
}
function tooLarge() {
    return new errors/* ConfigurationError */.j('The branch of the store holds more than any store of ours: it was not written by us.', {
        remedy: 'See who pushed to the state branch, put it back to the commit before, and have a rule protect it.',
    });
}
/** What stands at a path below a tree, whether it is among the objects or not; null where there is nothing. */
function findEntry(objects, tree, path) {
    return path.split('/').reduce((folder, name) => {
        const object = folder?.mode === folderMode ? objects.get(folder.id) : undefined;
        return object === undefined ? null : (parseTree(object.content).find((one) => one.name === name) ?? null);
    }, { mode: folderMode, id: tree });
}
/** Whether an entry is a file of the repository, and no folder, and no commit of another one. */
function isFile({ mode }) {
    return mode !== folderMode && mode !== submoduleMode;
}
/** The trees that hold some files, the outermost last; where a file stands in the way of a folder, the folder stays. */
function makeTrees(files) {
    const entries = new Map();
    const folders = new Map();
    for (const [path, file] of files) {
        const slash = path.indexOf('/');
        if (slash === -1) {
            entries.set(path, { ...file, name: path });
            continue;
        }
        const folder = path.slice(0, slash);
        const inside = folders.get(folder) ?? new Map();
        folders.set(folder, inside.set(path.slice(slash + 1), file));
    }
    const below = [];
    for (const [name, inside] of folders) {
        below.push(...makeTrees(inside));
        entries.set(name, { mode: folderMode, name, id: below.at(-1)?.id ?? '' });
    }
    return [...below, makeTree([...entries.values()])];
}


/***/ }),

/***/ 539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   P_: () => (/* binding */ authorizationOf),
/* harmony export */   QU: () => (/* binding */ maskSecrets),
/* harmony export */   _K: () => (/* binding */ gitEnvironment)
/* harmony export */ });
/** Variables git may inherit: where to find programs and how to reach the network, no GIT_* and no HOME. */
const inherited = [
    'PATH',
    'TMPDIR',
    'TMP',
    'TEMP',
    'SystemRoot',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'ALL_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'all_proxy',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
];
const hermetic = {
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: 'true',
    // A server that says nothing for a minute is given up by git itself.
    GIT_HTTP_LOW_SPEED_LIMIT: '1',
    GIT_HTTP_LOW_SPEED_TIME: '60',
    LC_ALL: 'C',
};
/** Every repository of ours goes with the job that made it: nothing to tidy up, nothing to save from a power cut. */
const passing = {
    'gc.auto': '0',
    'maintenance.auto': 'false',
    'core.fsync': 'none',
    // What is fetched stays in its pack: three files, however many objects.
    'transfer.unpackLimit': '1',
};
/** The whole environment of a git process: hermetic, with configuration and credential passed out of sight of `ps`. */
function gitEnvironment(facts) {
    const passed = inherited.flatMap((name) => {
        const value = facts.ambient[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(passed), ...hermetic, ...facts.env, ...configVariables(facts) };
}
/** The forms in which a credential could show up in what git prints. */
function secretsOf(credential) {
    return credential === undefined || credential.token === ''
        ? []
        : [basicAuth(credential.token), credential.token, encodeURIComponent(credential.token)];
}
/** Replaces secrets, and any user information in a URL, by asterisks. */
function maskSecrets(text, secrets) {
    const masked = secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
    return masked.replaceAll(/(\w+:\/\/)[^/\s@]+@/g, '$1***@');
}
function configVariables(facts) {
    const entries = [...Object.entries({ ...passing, ...facts.config }), ...credentialConfig(facts.credential)];
    const pairs = entries.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
    ]);
    return { GIT_CONFIG_COUNT: String(entries.length), ...Object.fromEntries(pairs) };
}
function credentialConfig(credential) {
    if (credential === undefined || !/^https?:/.test(credential.url)) {
        return [];
    }
    const header = `AUTHORIZATION: ${authorizationOf(credential.token)}`;
    return [[`http.${new URL(credential.url).origin}/.extraheader`, header]];
}
/** What a request of git's carries so that GitHub knows the token. */
function authorizationOf(token) {
    return `basic ${basicAuth(token)}`;
}
function basicAuth(token) {
    return Buffer.from(`x-access-token:${token}`).toString('base64');
}


/***/ }),

/***/ 6231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ makeObject)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** The object that a content of some type is. */
function makeObject(type, content) {
    const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
    return { id, type, content };
}


/***/ }),

/***/ 8253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ runGit),
  j: () => (/* binding */ runGitBytes)
});

// EXTERNAL MODULE: ./build/git/git-environment.js
var git_environment = __webpack_require__(539);
// EXTERNAL MODULE: ./build/git/git-error.js
var git_error = __webpack_require__(3664);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build/git/run-process.js

/**
 * Runs a process to its end. When the time is up it is ended and its output let go of: a helper that it started (git's
 * for HTTP, say) may hold the pipes open long after it is gone, and waiting for them would be waiting for the silent
 * server after all.
 */
function runProcess(request) {
    const { command, args, cwd, input, env, maxBytes, timeoutSeconds } = request;
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.spawn)(command, args, {
            ...(cwd === undefined ? {} : { cwd }),
            env,
            stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        });
        let trouble = null;
        function end(why) {
            trouble ??= why;
            child.kill();
            child.stdout?.destroy();
            child.stderr?.destroy();
        }
        function collect(stream) {
            const chunks = [];
            let length = 0;
            stream?.on('data', (chunk) => {
                length += chunk.length;
                if (length > maxBytes)
                    end('wrote more than allowed');
                else
                    chunks.push(chunk);
            });
            return chunks;
        }
        const timer = setTimeout(() => end('timed out'), timeoutSeconds * 1000);
        const stdout = collect(child.stdout);
        const stderr = collect(child.stderr);
        child.on('error', (error) => {
            trouble ??= error.message;
        });
        child.on('close', (exitCode) => {
            clearTimeout(timer);
            resolve({ stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr), exitCode, trouble });
        });
        // What does not read its input closes the pipe; its exit code tells the rest.
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(input);
    });
}

;// CONCATENATED MODULE: ./build/git/git.js



/** Runs git in a hermetic environment and returns its output as text, unaltered; any failure is a GitError. */
async function runGit(args, options = {}) {
    const { stdout, ...rest } = await runGitBytes(args, options);
    return { stdout: stdout.toString('utf8'), ...rest };
}
/** Runs git as `runGit` does and returns its output as bytes (bundles, archives, blobs). */
async function runGitBytes(args, options = {}) {
    const { cwd, gitDir, input, credential, accept = [], timeoutSeconds = 300, maxBytes = 100_000_000 } = options;
    const secrets = (0,git_environment/* secretsOf */.Fj)(credential);
    const { stdout, exitCode, trouble, ...end } = await runProcess({
        command: 'git',
        args: [...(gitDir === undefined ? [] : [`--git-dir=${gitDir}`]), ...args],
        ...(cwd === undefined ? {} : { cwd }),
        ...(input === undefined ? {} : { input }),
        env: (0,git_environment/* gitEnvironment */._K)({ ...options, ambient: process.env }),
        maxBytes,
        timeoutSeconds,
    });
    const stderr = (0,git_environment/* maskSecrets */.QU)(end.stderr.toString('utf8'), secrets);
    if (trouble === null && exitCode !== null && [0, ...accept].includes(exitCode))
        return { stdout, stderr, exitCode };
    throw new git_error/* GitError */.X({
        command: (0,git_environment/* maskSecrets */.QU)(args.join(' '), secrets),
        exitCode: trouble === null ? exitCode : null,
        stderr: `${stderr}${trouble ?? ''}`,
    });
}


/***/ }),

/***/ 9861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ indexPack)
/* harmony export */ });
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8253);
/* harmony import */ var _git_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3664);
/* harmony import */ var _repository_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4433);



/** Takes a fetched pack into a bare repository, with what it leans on there; false where git could not. */
async function indexPack(directory, { pack, shallow }) {
    try {
        await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .E)(['index-pack', '--stdin', '--fix-thin'], { gitDir: directory, input: pack });
    }
    catch (error) {
        if (error instanceof _git_error_js__WEBPACK_IMPORTED_MODULE_1__/* .GitError */ .X)
            return false;
        throw error;
    }
    if (shallow.length > 0)
        await (0,_repository_files_js__WEBPACK_IMPORTED_MODULE_2__/* .writeShallow */ .CY)(directory, [...new Set([...(await (0,_repository_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readShallow */ .J5)(directory)), ...shallow])]);
    return true;
}


/***/ }),

/***/ 8125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ isAncestor)
/* harmony export */ });
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8253);

/** Whether a commit is in the history of another one; of a commit that is not there at all, nothing is. */
async function isAncestor(ancestor, descendant, git) {
    const args = ['merge-base', '--is-ancestor', ancestor, descendant];
    return (await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .E)(args, { ...git, accept: [1, 128] })).exitCode === 0;
}


/***/ }),

/***/ 6014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sf: () => (/* binding */ hasWhole),
/* harmony export */   Xj: () => (/* binding */ createObjectMemory),
/* harmony export */   y2: () => (/* binding */ recallEntry)
/* harmony export */ });
/* harmony import */ var _file_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8577);

function createObjectMemory() {
    return { objects: new Map(), refs: new Map(), shallow: new Set(), bare: new Set() };
}
/** Whether a commit is known with all its files. */
function hasWhole({ objects, bare }, commit) {
    return objects.has(commit) && !bare.has(commit);
}
/** What stands at a path of a commit; null where there is nothing, undefined where the commit was not read. */
function recallEntry({ objects }, commit, path) {
    const object = objects.get(commit);
    return object === undefined ? undefined : (0,_file_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .findEntry */ .w4)(objects, (0,_file_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .treeOf */ .g7)(object), path);
}


/***/ }),

/***/ 3486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readObjects)
/* harmony export */ });
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8253);

const types = ['blob', 'tree', 'commit', 'tag'];
/** What each name stands for, in their order, read by one process whatever their number; null where it is nothing. */
async function readObjects(gitDir, names) {
    const input = names.map((name) => `${name}\n`).join('');
    const args = ['cat-file', '--batch', '--buffer'];
    const { stdout: output } = await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGitBytes */ .j)(args, { gitDir, input, maxBytes: 500_000_000 });
    let offset = 0;
    return names.map(() => {
        const lineEnd = output.indexOf(10, offset);
        const [id = '', typeName = '', size] = output.toString('utf8', offset, lineEnd).split(' ');
        offset = lineEnd + 1;
        // What is not there is told in a line that repeats the name, which may have spaces in it.
        const type = types.find((one) => one === typeName);
        if (size === undefined || !/^[0-9a-f]{40,64}$/.test(id) || type === undefined)
            return null;
        const content = output.subarray(offset, offset + Number(size));
        offset += content.length + 1;
        return { id, type, content };
    });
}


/***/ }),

/***/ 4833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ readPack)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./build/git/git-object.js
var git_object = __webpack_require__(6231);
;// CONCATENATED MODULE: ./build/git/pack-delta.js
/**
 * What a delta makes of its base (gitformat-pack(5)); null where the two do not belong together. It is put together as it is
 * read, since a delta may make it byte by byte. Whoever asks has seen that its size can be held.
 */
function patchObject(base, delta) {
    const from = readNumber(delta, 0);
    const to = readNumber(delta, from.next);
    if (from.value !== base.length)
        return null;
    const made = Buffer.alloc(to.value);
    let length = 0;
    for (let at = to.next; at < delta.length;) {
        const code = delta.readUInt8(at);
        const { part, next } = code >= 0x80 ? readCopy(base, delta, at) : readInsert(delta, at);
        if (part === null || length + part.length > made.length)
            return null;
        length += part.copy(made, length);
        at = next;
    }
    return length === made.length ? made : null;
}
/** How long what a delta makes will be. */
function sizeOfPatched(delta) {
    return readNumber(delta, readNumber(delta, 0).next).value;
}
function readInsert(delta, at) {
    const length = delta.readUInt8(at);
    const next = at + 1 + length;
    // A length of none is reserved, and nothing that we know how to read.
    return { part: length === 0 || next > delta.length ? null : delta.subarray(at + 1, next), next };
}
/** Four bits of the code tell which bytes of the offset follow, three more which of the length. */
function readCopy(base, delta, at) {
    const code = delta.readUInt8(at);
    let next = at + 1;
    const bytes = Array.from({ length: 7 }, (_, bit) => {
        if ((code & (1 << bit)) === 0)
            return 0;
        next += 1;
        return delta.readUInt8(next - 1);
    });
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = bytes;
    const offset = a + b * 0x100 + c * 0x1_0000 + d * 0x100_0000;
    const length = e + f * 0x100 + g * 0x1_0000 || 0x1_0000;
    return { part: offset + length > base.length ? null : base.subarray(offset, offset + length), next };
}
function readNumber(delta, start) {
    let value = 0;
    let factor = 1;
    for (let at = start;; at += 1) {
        const byte = delta.readUInt8(at);
        value += (byte & 0x7f) * factor;
        if (byte < 0x80)
            return { value, next: at + 1 };
        factor *= 0x80;
    }
}

;// CONCATENATED MODULE: ./build/git/read-pack.js



/** What is unpacked here at most, in bytes: more than that is git's own work. */
const unpackedLimit = 64_000_000;
const types = new Map([
    [1, 'commit'],
    [2, 'tree'],
    [3, 'blob'],
    [4, 'tag'],
]);
const offsetDelta = 6;
const idDelta = 7;
class UnreadablePack extends Error {
}
/**
 * The objects of a pack (gitformat-pack(5)); those of a thin one lean on objects that are known. Null for what cannot
 * be read in this way. Nothing is believed: an object's id is the hash of what was read.
 */
function readPack(pack, known) {
    try {
        return readObjects(pack, known);
    }
    catch (error) {
        // What zlib says of other bytes, and Node of a look past the end, has a code.
        if (error instanceof UnreadablePack || (error instanceof Error && 'code' in error))
            return null;
        throw error;
    }
}
function readObjects(pack, known) {
    if (pack.toString('latin1', 0, 4) !== 'PACK')
        throw new UnreadablePack();
    const byOffset = new Map();
    const byId = new Map();
    let left = unpackedLimit;
    let offset = 12;
    for (let count = pack.readUInt32BE(8); count > 0; count -= 1) {
        const head = readHead(pack, offset);
        const { content, end } = inflateAt(pack, head, left);
        const base = typeof head.base === 'number' ? byOffset.get(head.base) : (byId.get(head.base) ?? known.get(head.base));
        const object = head.type === null ? patched(base, content, left) : (0,git_object/* makeObject */._)(head.type, content);
        left -= object.content.length;
        byOffset.set(offset, object);
        byId.set(object.id, object);
        offset = end;
    }
    return [...byId.values()];
}
function readHead(pack, offset) {
    const first = pack.readUInt8(offset);
    let size = first & 0x0f;
    let start = offset + 1;
    let factor = 0x10;
    for (let byte = first; byte >= 0x80; factor *= 0x80) {
        byte = pack.readUInt8(start);
        size += (byte & 0x7f) * factor;
        start += 1;
    }
    const code = (first >> 4) & 7;
    if (code === idDelta)
        return { type: null, base: pack.toString('hex', start, start + 20), size, start: start + 20 };
    if (code === offsetDelta)
        return { type: null, size, ...readDistance(pack, offset, start) };
    const type = types.get(code);
    if (type === undefined)
        throw new UnreadablePack();
    return { type, base: '', size, start };
}
/** How far before an entry its base begins, seven bits a byte, the highest first, each byte more adding one. */
function readDistance(pack, offset, at) {
    let start = at;
    let byte = pack.readUInt8(start);
    let distance = byte & 0x7f;
    while (byte >= 0x80) {
        start += 1;
        byte = pack.readUInt8(start);
        distance = (distance + 1) * 0x80 + (byte & 0x7f);
    }
    return { base: offset - distance, start: start + 1 };
}
/** With `info`, zlib's engine comes along, which knows how many bytes went in: the types do not know that. */
const inflateTelling = external_node_zlib_.inflateSync;
function inflateAt(pack, { size, start }, left) {
    if (size > left)
        throw new UnreadablePack();
    const room = Math.max(64, size + 1);
    const { buffer, engine } = inflateTelling(pack.subarray(start), {
        info: true,
        chunkSize: room,
        maxOutputLength: room,
    });
    if (buffer.length !== size)
        throw new UnreadablePack();
    return { content: buffer, end: start + engine.bytesWritten };
}
function patched(base, delta, left) {
    if (base === undefined || sizeOfPatched(delta) > left)
        throw new UnreadablePack();
    const content = patchObject(base.content, delta);
    if (content === null)
        throw new UnreadablePack();
    return (0,git_object/* makeObject */._)(base.type, content);
}


/***/ }),

/***/ 4433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ nameJudged),
/* harmony export */   CY: () => (/* binding */ writeShallow),
/* harmony export */   Dy: () => (/* binding */ listRefs),
/* harmony export */   Gm: () => (/* binding */ fetchedRefs),
/* harmony export */   J5: () => (/* binding */ readShallow),
/* harmony export */   Ln: () => (/* binding */ writeRef),
/* harmony export */   ev: () => (/* binding */ isNamed),
/* harmony export */   sg: () => (/* binding */ readRef)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



/*
 * What a bare repository of ours keeps in plain files (gitrepository-layout(5)): nobody but us ever packs its refs.
 */
/** Where the commits are named that came from the remote with all their history. */
const fetchedRefs = 'refs/fetched';
/** Where the commits are named that were judged and let in; the remote need not have them. */
const judgedRefs = 'refs/judged';
/** Names a commit that was let in. */
async function nameJudged(directory, commit) {
    await writeRef(directory, `${judgedRefs}/${commit}`, commit);
}
/** Whether a commit is known to be there by its name alone; git may know of others. */
async function isNamed(directory, commit) {
    const names = await Promise.all([fetchedRefs, judgedRefs].map((refs) => readRef(directory, `${refs}/${commit}`)));
    return names.some((name) => name !== null);
}
/** The commits whose parents are not there. */
async function readShallow(directory) {
    return (await readOrNothing((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'shallow'))).split('\n').filter((line) => line !== '');
}
async function writeShallow(directory, commits) {
    await writeAside(directory, 'shallow', commits.map((commit) => `${commit}\n`).join(''));
}
/** The commit of a ref, by its full name; null where there is no such ref. */
async function readRef(directory, ref) {
    return (await readOrNothing((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, ref))).trim() || null;
}
async function writeRef(directory, ref, commit) {
    await writeAside(directory, ref, `${commit}\n`);
}
/** The names of the refs right below a prefix. */
async function listRefs(directory, prefix) {
    return await orNothing((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, prefix)), []);
}
function readOrNothing(path) {
    return orNothing((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8'), '');
}
async function orNothing(reading, nothing) {
    return await reading.catch((error) => {
        if (error.code === 'ENOENT')
            return nothing;
        throw error;
    });
}
/** Whole or not at all, whoever writes the same beside us; nothing half-made is ever found among the refs. */
async function writeAside(directory, name, text) {
    const made = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, `new-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(made, text);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(made, path);
}


/***/ }),

/***/ 5799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ fetchInto),
/* harmony export */   QE: () => (/* binding */ hasCommit),
/* harmony export */   Wp: () => (/* binding */ findFileAtTip),
/* harmony export */   av: () => (/* binding */ readTip),
/* harmony export */   mC: () => (/* binding */ fetchTip),
/* harmony export */   qE: () => (/* binding */ findFile),
/* harmony export */   z0: () => (/* binding */ ensureRepository)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _bare_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3452);
/* harmony import */ var _fetch_commits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5576);
/* harmony import */ var _fetch_tips_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6406);
/* harmony import */ var _file_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8577);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8253);
/* harmony import */ var _git_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3664);
/* harmony import */ var _object_memory_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6014);
/* harmony import */ var _read_objects_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3486);
/* harmony import */ var _read_pack_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4833);
/* harmony import */ var _repository_files_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4433);
/* harmony import */ var _smart_http_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2362);












/** Makes the bare repository in its folder, when it is not there yet. */
async function ensureRepository({ directory }) {
    await (0,_bare_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .ensureBareRepository */ .B)(directory);
}
/** The SHA of a branch's tip as it was fetched; null where there was no such branch. */
async function readTip({ directory }, branch) {
    return await (0,_repository_files_js__WEBPACK_IMPORTED_MODULE_10__/* .readRef */ .sg)(directory, `refs/remotes/origin/${branch}`);
}
/** Whether a commit is there already. */
async function hasCommit({ directory }, commit) {
    if (await (0,_repository_files_js__WEBPACK_IMPORTED_MODULE_10__/* .isNamed */ .ev)(directory, commit))
        return true;
    const { exitCode } = await (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .runGit */ .E)(['cat-file', '-e', `${commit}^{commit}`], { gitDir: directory, accept: [1, 128] });
    return exitCode === 0;
}
/** Fetches branches and commits in one go; false when the remote does not have one of them (any more). */
async function fetchInto(repository, wanted) {
    const fetched = await (0,_fetch_commits_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchCommits */ .Bj)(repository, wanted);
    if (fetched !== null)
        return fetched;
    const isThere = await fetchByGit(repository, wanted);
    if (isThere)
        await (0,_fetch_commits_js__WEBPACK_IMPORTED_MODULE_2__/* .noteFetched */ ._F)(repository, wanted);
    return isThere;
}
async function fetchByGit(repository, { branches = [], commits = [] }) {
    const flags = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance'];
    const reach = repository.isShallow ? ['--depth=1'] : [];
    const refspecs = [...branches.map((branch) => `+refs/heads/${branch}:refs/remotes/origin/${branch}`), ...commits];
    try {
        await (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .runGit */ .E)(['fetch', ...flags, ...reach, repository.remoteUrl, ...refspecs], {
            gitDir: repository.directory,
            config: { 'core.hooksPath': '/dev/null' },
            credential: { url: repository.remoteUrl, token: repository.token },
            timeoutSeconds: 300,
        });
        return true;
    }
    catch (error) {
        if (error instanceof _git_error_js__WEBPACK_IMPORTED_MODULE_6__/* .GitError */ .X && isMissing(error))
            return false;
        throw error;
    }
}
function isMissing({ stderr }) {
    return /couldn't find remote ref|not our ref|no such remote ref/i.test(stderr);
}
/** Fetches a branch's tip, of its files the trees at least: those that are read come one by one. */
async function fetchTip(repository, branch) {
    const { memory } = repository;
    if (memory !== undefined && (await (0,_fetch_tips_js__WEBPACK_IMPORTED_MODULE_3__/* .fetchTips */ .V)({ ...repository, memory }, [(0,_fetch_tips_js__WEBPACK_IMPORTED_MODULE_3__/* .projectTip */ .j)(branch)])) !== null)
        return;
    await fetchInto(repository, { branches: [branch] });
}
/** The file at a path of a commit; null when there is no such file. */
async function findFile(repository, commit, path) {
    const { memory, directory } = repository;
    const known = memory === undefined ? undefined : (0,_object_memory_js__WEBPACK_IMPORTED_MODULE_7__/* .recallEntry */ .y2)(memory, commit, path);
    if (memory === undefined || known === undefined) {
        const [file = null] = await (0,_read_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .readObjects */ .$)(directory, [`${commit}:${path}`]);
        return toFile(file);
    }
    if (known === null || !(0,_file_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .isFile */ .fo)(known))
        return null;
    const wanted = { commit, blob: known.id };
    return { sha: known.id, read: async () => textOf(await recallBlob(repository, memory, wanted)) };
}
/** A file's content: known, or fetched alone, or, where that does not work, with all that its commit holds. */
async function recallBlob(repository, { objects }, { commit, blob }) {
    const known = objects.get(blob);
    if (known !== undefined)
        return known;
    const fetched = await (0,_smart_http_js__WEBPACK_IMPORTED_MODULE_11__/* .fetchFile */ .t2)(repository, blob);
    const read = fetched === null ? null : (0,_read_pack_js__WEBPACK_IMPORTED_MODULE_9__/* .readPack */ .w)(fetched.pack, objects);
    const found = read?.find(({ id }) => id === blob) ?? (await fetchWhole(repository, { commit, blob }));
    objects.set(blob, found);
    return found;
}
async function fetchWhole(repository, { commit, blob }) {
    const { directory } = repository;
    await ensureRepository(repository);
    const [found = null] = (await fetchInto(repository, { commits: [commit] }))
        ? await (0,_read_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .readObjects */ .$)(directory, [blob])
        : [];
    if (found !== null)
        return found;
    const facts = { request: 'git fetch', status: null, requestId: null, retryable: true };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .H(`${commit} is gone from the repository, and ${blob} with it`, facts);
}
/** A branch's tip as it was fetched, with one file of it. */
async function findFileAtTip(repository, branch, path) {
    const { directory, memory } = repository;
    const { to: ref } = (0,_fetch_tips_js__WEBPACK_IMPORTED_MODULE_3__/* .projectTip */ .j)(branch);
    const known = memory?.refs.get(ref);
    if (known !== undefined)
        return { tip: known, file: await findFile(repository, known, path) };
    const [tip = null, file = null] = await (0,_read_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .readObjects */ .$)(directory, [ref, `${ref}:${path}`]);
    return { tip: tip?.id ?? null, file: toFile(file) };
}
function toFile(object) {
    return object?.type === 'blob' ? { sha: object.id, read: () => Promise.resolve(textOf(object)) } : null;
}
function textOf({ content }) {
    return content.toString('utf8');
}


/***/ }),

/***/ 2362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _2: () => (/* binding */ askRefs),
  t2: () => (/* binding */ fetchFile),
  q3: () => (/* binding */ fetchPack),
  k2: () => (/* binding */ sendPack)
});

// EXTERNAL MODULE: ./build/git/git-environment.js
var git_environment = __webpack_require__(539);
;// CONCATENATED MODULE: ./build/git/packet-line.js
/** One packet: four hexadecimal digits of its length, themselves included, and what it carries (gitprotocol-common(5)). */
function packetLine(text) {
    const content = Buffer.from(text);
    return Buffer.concat([Buffer.from((content.length + 4).toString(16).padStart(4, '0')), content]);
}
/** Ends a list of packets. */
const flushPacket = Buffer.from('0000');
/** Parts a request's command from its arguments (gitprotocol-v2(5)). */
const delimiterPacket = Buffer.from('0001');
/** What the packets of an answer carry, flushes and delimiters left out; null for what is not made of whole packets. */
function readPackets(answer) {
    const packets = [];
    let at = 0;
    while (at < answer.length) {
        const digits = answer.toString('latin1', at, at + 4);
        const length = /^[0-9a-f]{4}$/i.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
        if (length < 4) {
            at += 4;
            continue;
        }
        if (Number.isNaN(length) || at + length > answer.length)
            return null;
        packets.push(answer.subarray(at + 4, at + length));
        at += length;
    }
    return packets;
}

;// CONCATENATED MODULE: ./build/git/smart-http.js


const nothing = '0'.repeat(40);
const agent = 'git/orchestrate';
const answerLimitMs = 30_000;
const answerLimitBytes = 32_000_000;
/** Sends a pack and asks for one ref to be moved from what is expected to its commit; the remote compares and swaps. */
async function sendPack(remote, push) {
    const { ref, expected, commit, pack } = push;
    const command = packetLine(`${expected ?? nothing} ${commit} ${ref}\0 report-status side-band-64k agent=${agent}`);
    const answer = await post(remote, 'git-receive-pack', Buffer.concat([command, flushPacket, pack]), {});
    const report = answer === null ? null : readReport(answer);
    if (report === null)
        return 'unknown';
    return report[0] === 'unpack ok' && report.includes(`ok ${ref}`) ? 'taken' : 'refused';
}
/** The lines of the report, which comes in packets within the packets of the first band; null where there is none. */
function readReport(answer) {
    const bands = readPackets(answer);
    const report = Buffer.concat((bands ?? []).filter((packet) => packet[0] === 1).map((packet) => packet.subarray(1)));
    const lines = bands === null ? null : readPackets(report)?.map((packet) => packet.toString().trimEnd());
    return lines?.[0]?.startsWith('unpack ') ? lines : null;
}
/** The commits of refs as they are now, null where there is no such ref, in their order; null: no answer to be read. */
async function askRefs(remote, refs) {
    const prefixes = refs.map((ref) => `ref-prefix ${ref}`);
    const answer = await ask(remote, 'ls-refs', prefixes);
    const lines = answer?.map((packet) => packet.toString().trimEnd());
    if (!lines?.every((line) => /^[0-9a-f]{40,64} \S+$/.test(line)))
        return null;
    const commits = new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]));
    return refs.map((ref) => commits.get(ref) ?? null);
}
/** Commits with all that they hold, or all but their files; null where there was no answer to be read. */
async function fetchPack(remote, wants) {
    const { commits, has, isShallow, withoutFiles = false } = wants;
    const here = has.flatMap((commit) => [...(isShallow ? [`shallow ${commit}`] : []), `have ${commit}`]);
    const manner = [...(isShallow ? ['deepen 1'] : []), ...(withoutFiles ? ['filter blob:none'] : [])];
    return await askForPack(remote, [...manner, ...here, ...commits.map((commit) => `want ${commit}`)]);
}
/** One file by its blob's id, in a pack; null where there was no answer to be read. */
async function fetchFile(remote, blob) {
    return await askForPack(remote, [`want ${blob}`]);
}
async function askForPack(remote, lines) {
    const answer = await ask(remote, 'fetch', ['thin-pack', 'ofs-delta', 'no-progress', ...lines, 'done']);
    const start = answer?.findIndex((packet) => packet.toString('latin1') === 'packfile\n') ?? -1;
    if (answer === null || start === -1)
        return null;
    const told = answer.slice(0, start).map((packet) => packet.toString().trimEnd());
    const bands = answer.slice(start + 1);
    // The third band is the remote's last words.
    if (bands.some((packet) => packet[0] === 3))
        return null;
    const pack = Buffer.concat(bands.filter((packet) => packet[0] === 1).map((packet) => packet.subarray(1)));
    return { pack, shallow: told.flatMap((line) => /^shallow ([0-9a-f]+)$/.exec(line)?.[1] ?? []) };
}
/** One command of protocol 2 and the packets of its answer (gitprotocol-v2(5)). */
async function ask(remote, command, lines) {
    const head = [packetLine(`command=${command}\n`), packetLine(`agent=${agent}\n`), delimiterPacket];
    const body = Buffer.concat([...head, ...lines.map((line) => packetLine(`${line}\n`)), flushPacket]);
    const answer = await post(remote, 'git-upload-pack', body, { 'git-protocol': 'version=2' });
    return answer === null ? null : readPackets(answer);
}
async function post({ remoteUrl, token }, service, body, headers) {
    if (!/^https?:/.test(remoteUrl))
        return null;
    try {
        const response = await fetch(`${remoteUrl}/${service}`, {
            method: 'POST',
            headers: {
                'user-agent': agent,
                'content-type': `application/x-${service}-request`,
                accept: `application/x-${service}-result`,
                ...(token === undefined ? {} : { authorization: (0,git_environment/* authorizationOf */.P_)(token) }),
                ...headers,
            },
            body,
            redirect: 'error',
            signal: AbortSignal.timeout(answerLimitMs),
        });
        const isAnswer = response.headers.get('content-type') === `application/x-${service}-result`;
        const answer = await readBody(response);
        return response.ok && isAnswer ? answer : null;
    }
    catch {
        return null;
    }
}
/** Null for a body of more bytes than are held here. */
async function readBody({ body }) {
    const chunks = [];
    let length = 0;
    for await (const chunk of body ?? []) {
        length += chunk.length;
        // Leaving the loop gives the connection up.
        if (length > answerLimitBytes)
            return null;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 3856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ rollupContextSchema),
/* harmony export */   Fd: () => (/* binding */ toCheckFacts),
/* harmony export */   eL: () => (/* binding */ unreadableCheck)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2047);
/* harmony import */ var _run_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4502);
/* harmony import */ var _workflow_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7148);



const summaryLimit = 2000;
const checkRunSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    __typename: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('CheckRun'),
    databaseId: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    conclusion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** For a job of a workflow run, the page of the job; `url` is then only the page of the check. */
    detailsUrl: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    summary: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    checkSuite: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        app: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ databaseId: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(), slug: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).nullable(),
        workflowRun: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
            databaseId: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
            event: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
            workflow: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ databaseId: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(), resourcePath: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
        })
            .nullable(),
    }),
});
const statusSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    __typename: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('StatusContext'),
    context: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    targetUrl: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    description: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
});
const rollupContextSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('__typename', [checkRunSchema, statusSchema]);
const conclusions = {
    SUCCESS: 'success',
    FAILURE: 'failure',
    STARTUP_FAILURE: 'startup_failure',
    NEUTRAL: 'neutral',
    SKIPPED: 'skipped',
    CANCELLED: 'cancelled',
    TIMED_OUT: 'timed_out',
    ACTION_REQUIRED: 'action_required',
    STALE: 'stale',
};
const statusStates = {
    SUCCESS: 'success',
    FAILURE: 'failure',
    ERROR: 'failure',
    PENDING: 'pending',
    EXPECTED: 'pending',
};
/**
 * The checks of one commit; of a check that ran more than once, the run that counts is the newest. What people's words
 * started is no check of it.
 */
function toCheckFacts(contexts) {
    const all = contexts.filter((context) => context?.__typename === 'CheckRun');
    const runs = all.filter(({ checkSuite }) => (0,_run_event_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfItsCommit */ .L)(checkSuite.workflowRun));
    const statuses = contexts.filter((context) => context?.__typename === 'StatusContext');
    const unreadable = contexts.includes(null) ? [unreadableCheck] : [];
    return [...keepNewest(runs).map(toCheckRunFacts), ...statuses.map(toStatusFacts), ...unreadable];
}
/** Whatever there is that our token may not see: it is there, and it is no success. */
const unreadableCheck = {
    name: 'checks',
    kind: 'check_run',
    appId: null,
    appSlug: null,
    state: 'unreadable',
    workflowRunId: null,
    workflow: null,
    url: null,
    summary: null,
};
/**
 * One workflow's push and pull request runs, and the jobs of one name in two workflows, are different checks: a green
 * one must not hide a red one.
 */
function keepNewest(runs) {
    const newest = new Map();
    for (const run of runs) {
        const { app, workflowRun } = run.checkSuite;
        const key = JSON.stringify([run.name, app?.databaseId, workflowRun?.workflow.databaseId, workflowRun?.event]);
        const other = newest.get(key);
        if (other === undefined || isNewer(run, other))
            newest.set(key, run);
    }
    return [...newest.values()];
}
function isNewer(run, other) {
    // A run that has not started yet was asked for last.
    const [started, otherStarted] = [run.startedAt ?? '9999', other.startedAt ?? '9999'];
    if (started !== otherStarted)
        return started > otherStarted;
    return (run.databaseId ?? 0) > (other.databaseId ?? 0);
}
function toCheckRunFacts(run) {
    const { app, workflowRun } = run.checkSuite;
    return {
        name: run.name,
        kind: 'check_run',
        appId: app?.databaseId ?? null,
        appSlug: app?.slug ?? null,
        state: readRunState(run),
        workflowRunId: workflowRun?.databaseId ?? null,
        workflow: (0,_workflow_file_js__WEBPACK_IMPORTED_MODULE_2__/* .workflowFileOf */ .h)(workflowRun),
        url: run.detailsUrl ?? run.url,
        summary: readSummary(run),
    };
}
/** A conclusion that is missing or unknown to us is no answer, and no answer is never a success. */
function readRunState(run) {
    if (run.status !== 'COMPLETED')
        return 'pending';
    return conclusions[run.conclusion ?? ''] ?? 'stale';
}
function readSummary({ title, summary }) {
    const text = [title, summary].filter((part) => part !== null && part !== '').join('\n\n');
    return text === '' ? null : text.slice(0, summaryLimit);
}
function toStatusFacts(status) {
    return {
        name: status.context,
        kind: 'status',
        appId: null,
        appSlug: null,
        state: statusStates[status.state] ?? 'stale',
        workflowRunId: null,
        workflow: null,
        url: status.targetUrl,
        summary: status.description,
    };
}


/***/ }),

/***/ 9164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readRemaining),
/* harmony export */   a: () => (/* binding */ connectionOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2047);

/** A GraphQL connection; a node that is null is one we may not see, and what cannot be seen is refused. */
function connectionOf(node) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        pageInfo: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ hasNextPage: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), endCursor: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() }),
        nodes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(node),
    });
}
/** Every node of a connection whose first page is known, asking for further pages only where there are any. */
async function readRemaining(first, readPage) {
    const nodes = [...first.nodes];
    let { pageInfo } = first;
    while (pageInfo.hasNextPage && pageInfo.endCursor !== null) {
        const page = await readPage(pageInfo.endCursor);
        nodes.push(...page.nodes);
        pageInfo = page.pageInfo;
    }
    return nodes;
}


/***/ }),

/***/ 3608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ locateDownload),
/* harmony export */   f: () => (/* binding */ fetchDownload)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2047);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(812);



const downloadLimitMs = 120_000;
/** Where GitHub put what the route names: a signed address on another host, good for a minute. Nothing when it is gone. */
async function locateDownload(github, route, parameters) {
    const answer = await github.request(route, parameters, [302, 404, 410]);
    if (answer.status !== 302)
        return null;
    const location = new URL((0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), answer.headers['location'], route));
    if (location.protocol === github.protocol)
        return location;
    throw failDownload(`it leads to ${location.protocol}`, { status: 302, retryable: false });
}
/** What lies at a signed address, fetched without the token; nothing as soon as more of it has come than it may be. */
async function fetchDownload(location, most) {
    const signal = AbortSignal.timeout(downloadLimitMs);
    const response = await fetch(location, { redirect: 'error', signal }).catch((error) => {
        throw failDownload(String(error), { status: null, retryable: true });
    });
    if (!response.ok || response.body === null) {
        await response.body?.cancel();
        throw failDownload(`answered ${response.status}`, { status: response.status, retryable: response.status >= 500 });
    }
    return readUpTo(response.body, most);
}
async function readUpTo(body, most) {
    const chunks = [];
    let length = 0;
    try {
        for await (const chunk of body) {
            length += chunk.length;
            // Leaving the loop cancels the stream.
            if (length > most)
                return null;
            chunks.push(chunk);
        }
    }
    catch (error) {
        throw failDownload(String(error), { status: null, retryable: true });
    }
    return Buffer.concat(chunks);
}
function failDownload(message, facts) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .H(`GitHub's download failed: ${message}`, {
        // Not the address: it is signed, and whoever reads it can fetch what it names.
        request: 'GET <download>',
        requestId: null,
        ...facts,
    });
}


/***/ }),

/***/ 7305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RT: () => (/* binding */ mergeStateSchema),
  MH: () => (/* binding */ pullRequestSchema),
  OS: () => (/* binding */ reviewDecisionSchema),
  Jg: () => (/* binding */ reviewThreadsSchema),
  FU: () => (/* binding */ reviewsSchema),
  jG: () => (/* binding */ toPullRequestFacts)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/core/assignment.js
var assignment = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/github/bot-login.js
var bot_login = __webpack_require__(5508);
// EXTERNAL MODULE: ./build/github/connection.js
var connection = __webpack_require__(9164);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
;// CONCATENATED MODULE: ./build/github/review-record.js



/** A reviewer's last word, as our queries bring it. */
const reviewSchema = schemas/* object */.Ikc({
    state: schemas/* string */.YjP(),
    submittedAt: iso/* datetime */.w$({ offset: true }).nullable(),
    authorCanPushToRepository: schemas/* boolean */.zMY(),
    author: schemas/* object */.Ikc({ __typename: schemas/* string */.YjP(), login: schemas/* string */.YjP() }).nullable(),
    commit: schemas/* object */.Ikc({ oid: assignment/* sha */.hW }).nullable(),
});
const states = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'];
/** The review in our own words; nothing of one that says nothing for or against, or was not submitted. */
function toReviewFacts(record) {
    const state = states.find((known) => known === record.state);
    if (state === undefined || record.submittedAt === null)
        return [];
    return [
        {
            author: record.author === null ? null : (0,bot_login/* withoutSuffix */.a)(record.author.login),
            isPerson: record.author?.__typename === 'User',
            canWrite: record.authorCanPushToRepository,
            state,
            commit: record.commit?.oid ?? null,
            submittedAt: Date.parse(record.submittedAt),
        },
    ];
}

// EXTERNAL MODULE: ./build/github/rollup.js
var rollup = __webpack_require__(1134);
// EXTERNAL MODULE: ./build/github/suite-checks.js
var suite_checks = __webpack_require__(9942);
;// CONCATENATED MODULE: ./build/github/pull-request-record.js







const mergeStateSchema = schemas/* enum */.k5n(['CLEAN', 'BEHIND', 'BLOCKED', 'DIRTY', 'DRAFT', 'HAS_HOOKS', 'UNSTABLE', 'UNKNOWN'])
    // A state invented after this was written is one we do not know.
    .catch('UNKNOWN');
const reviewDecisionSchema = schemas/* enum */.k5n(['APPROVED', 'CHANGES_REQUESTED', 'REVIEW_REQUIRED']).nullable();
const reviewThreadsSchema = (0,connection/* connectionOf */.a)(schemas/* object */.Ikc({ isResolved: schemas/* boolean */.zMY() }));
const reviewsSchema = (0,connection/* connectionOf */.a)(reviewSchema);
/** A pull request as our queries bring it. */
const pullRequestSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    number: schemas/* number */.aig(),
    url: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(['OPEN', 'CLOSED', 'MERGED']),
    isDraft: schemas/* boolean */.zMY(),
    isCrossRepository: schemas/* boolean */.zMY(),
    headRefName: schemas/* string */.YjP(),
    headRefOid: assignment/* sha */.hW,
    baseRefName: schemas/* string */.YjP(),
    mergeStateStatus: mergeStateSchema,
    reviewDecision: reviewDecisionSchema,
    viewerCanMergeAsAdmin: schemas/* boolean */.zMY(),
    author: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable(),
    comments: schemas/* object */.Ikc({ totalCount: schemas/* number */.aig() }),
    mergedBy: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable(),
    mergeCommit: schemas/* object */.Ikc({ oid: assignment/* sha */.hW }).nullable(),
    latestOpinionatedReviews: reviewsSchema.nullable(),
    reviewThreads: reviewThreadsSchema,
    statusCheckRollup: rollup/* rollupSchema */.Q,
    /** Null when the branch is gone. */
    headRef: schemas/* object */.Ikc({ target: schemas/* object */.Ikc({ oid: assignment/* sha */.hW, checkSuites: suite_checks/* suitesSchema */.Jx }).nullable() }).nullable(),
});
/** A pull request in our own words. */
function toPullRequestFacts(record, { checks, reviewThreads, reviews }) {
    return {
        number: record.number,
        id: record.id,
        url: record.url,
        state: record.state,
        headRef: record.headRefName,
        headSha: record.headRefOid,
        baseRef: record.baseRefName,
        isDraft: record.isDraft,
        isFork: record.isCrossRepository,
        mergeState: record.mergeStateStatus,
        reviewDecision: record.reviewDecision,
        viewerCanMergeAsAdmin: record.viewerCanMergeAsAdmin,
        commentCount: record.comments.totalCount,
        unresolvedConversations: reviewThreads.filter(({ isResolved }) => !isResolved).length,
        author: record.author === null ? null : (0,bot_login/* withoutSuffix */.a)(record.author.login),
        reviews: reviews.flatMap(toReviewFacts),
        checks: [...checks, ...listParked(record)],
        mergeSha: record.state === 'MERGED' ? (record.mergeCommit?.oid ?? null) : null,
        mergedBy: record.mergedBy === null ? null : (0,bot_login/* withoutSuffix */.a)(record.mergedBy.login),
    };
}
/** The branch can be further than the head that GitHub shows of its pull request: what is there is not of this head. */
function listParked({ headRef, headRefOid }) {
    return headRef?.target?.oid === headRefOid ? (0,suite_checks/* toParkedChecks */.GI)(headRef.target.checkSuites) : [];
}


/***/ }),

/***/ 4860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readCommitChecks)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2047);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7856);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(812);
/* harmony import */ var _rollup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1134);
/* harmony import */ var _suite_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9942);





const commitSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ statusCheckRollup: _rollup_js__WEBPACK_IMPORTED_MODULE_2__/* .rollupSchema */ .Q, checkSuites: _suite_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .suitesSchema */ .Jx }).nullable();
const answerSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ repository: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), commitSchema) });
/** The checks of these commits, workflow runs that are not over among them: one request for all. */
async function readCommitChecks(github, shas) {
    if (shas.length === 0)
        return new Map();
    const data = await github.graphql((0,_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .composeCommitChecksDocument */ .sm)(shas), {});
    const commits = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(answerSchema, data, 'the query for the checks of commits').repository;
    const found = await Promise.all(shas.map(async (sha, index) => {
        const commit = commits[`c${index}`] ?? null;
        if (commit === null)
            return [];
        const checks = await (0,_rollup_js__WEBPACK_IMPORTED_MODULE_2__/* .readChecks */ .w)(github, commit.statusCheckRollup);
        return [[sha, [...checks, ...(0,_suite_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .toUnfinishedChecks */ .k5)(commit.checkSuites)]]];
    }));
    return new Map(found.flat());
}


/***/ }),

/***/ 1717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ readPullRequestsOfBranches),
/* harmony export */   sT: () => (/* binding */ readPullRequests),
/* harmony export */   su: () => (/* binding */ completePullRequest)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2047);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9164);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7856);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(812);
/* harmony import */ var _pull_request_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7305);
/* harmony import */ var _rollup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1134);






const trackedPerQuery = 50;
const trackedSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ repository: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), _pull_request_record_js__WEBPACK_IMPORTED_MODULE_2__/* .pullRequestSchema */ .MH.nullable()) });
const branchesSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    repository: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ nodes: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(_pull_request_record_js__WEBPACK_IMPORTED_MODULE_2__/* .pullRequestSchema */ .MH) })),
});
const reviewsPageSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ node: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ latestOpinionatedReviews: _pull_request_record_js__WEBPACK_IMPORTED_MODULE_2__/* .reviewsSchema */ .FU }) });
const threadsPageSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ node: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ reviewThreads: _pull_request_record_js__WEBPACK_IMPORTED_MODULE_2__/* .reviewThreadsSchema */ .Jg }) });
/** Pull requests by number, open or not; a number that is no pull request is left out. */
async function readPullRequests(github, numbers) {
    const records = [];
    for (let start = 0; start < numbers.length; start += trackedPerQuery) {
        const document = (0,_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .composeTrackedDocument */ .O$)(numbers.slice(start, start + trackedPerQuery));
        const data = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(trackedSchema, await github.graphql(document, {}), 'the query for pull requests');
        records.push(...Object.values(data.repository).filter((record) => record !== null));
    }
    return records;
}
/** The newest pull requests of these branches of the repository itself, open or not. */
async function readPullRequestsOfBranches(github, branches) {
    const records = [];
    for (let start = 0; start < branches.length; start += trackedPerQuery) {
        const document = (0,_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .composeBranchesDocument */ .S9)(branches.slice(start, start + trackedPerQuery));
        const name = 'the query for the pull requests of branches';
        const { repository } = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(branchesSchema, await github.graphql(document, {}), name);
        records.push(...Object.values(repository).flatMap(({ nodes }) => nodes));
    }
    return records.filter(({ isCrossRepository }) => !isCrossRepository);
}
/** One pull request as facts; costs a request only for what is beyond the first hundred checks, conversations or reviewers. */
async function completePullRequest(github, record) {
    const [checks, reviewThreads, reviews] = await Promise.all([
        (0,_rollup_js__WEBPACK_IMPORTED_MODULE_3__/* .readChecks */ .w)(github, record.statusCheckRollup),
        readReviewThreads(github, record),
        readReviews(github, record),
    ]);
    return (0,_pull_request_record_js__WEBPACK_IMPORTED_MODULE_2__/* .toPullRequestFacts */ .jG)(record, { checks, reviewThreads, reviews });
}
function readReviewThreads(github, record) {
    return (0,_connection_js__WEBPACK_IMPORTED_MODULE_5__/* .readRemaining */ .P)(record.reviewThreads, async (after) => {
        const data = await github.graphql(_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .moreReviewThreadsDocument */ .C0, { id: record.id, after });
        return (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(threadsPageSchema, data, 'the query for more conversations').node.reviewThreads;
    });
}
/** GitHub shows none where a pull request cannot be reviewed. */
async function readReviews(github, { id, latestOpinionatedReviews }) {
    if (latestOpinionatedReviews === null)
        return [];
    return await (0,_connection_js__WEBPACK_IMPORTED_MODULE_5__/* .readRemaining */ .P)(latestOpinionatedReviews, async (after) => {
        const data = await github.graphql(_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .moreReviewsDocument */ .Gs, { id, after });
        return (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(reviewsPageSchema, data, 'the query for more reviews').node.latestOpinionatedReviews;
    });
}


/***/ }),

/***/ 71:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ readAttemptStart),
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   xx: () => (/* binding */ readRuns)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2047);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4377);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(812);



const runSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), run_attempt: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().default(1), status: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable() });
const listedSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    workflow_runs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(runSchema.extend({ event: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(), created_at: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional() })),
});
/** The runs asked for and how many are queued: one list call, and one more for each run older than the listed ones. */
async function readRuns(github, { workflow, runs: wanted, newest }) {
    const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
    const answer = await github.request(route, { workflow_id: workflow, per_page: newest, exclude_pull_requests: true }, [404]);
    if (answer.status === 404) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j(`no workflow ${workflow} on the default branch`, {
            remedy: 'Copy it from the examples to `.github/workflows/` and give the token `actions: read`.',
        });
    }
    const records = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(listedSchema, answer.data, route).workflow_runs;
    const listed = records.map(toRunFacts);
    const older = wanted.filter((id) => !listed.some((run) => run.id === id));
    const found = await Promise.all(older.map((id) => readRun(github, id)));
    const runs = [...listed.filter(({ id }) => wanted.includes(id)), ...found.filter((run) => run !== null)];
    return {
        runs: new Map(runs.map((run) => [run.id, run])),
        queuedRuns: listed.filter(({ status }) => status === 'queued').length,
        unfinishedRuns: listed.filter(({ status }) => status !== 'completed').map(({ id }) => id),
        scheduledStarts: records.flatMap(({ event, created_at: at }) => {
            return event === 'schedule' && at !== undefined ? [Date.parse(at)] : [];
        }),
    };
}
/** One workflow run, or nothing when there is no such run (any more). */
async function readRun(github, id) {
    const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
    const answer = await github.request(route, { run_id: id }, [404]);
    return answer.status === 404 ? null : toRunFacts((0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(runSchema, answer.data, route));
}
const attemptSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    run_started_at: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$({ offset: true }).transform((text) => Date.parse(text)),
});
/** When an attempt of a run was asked for, by GitHub's clock in whole seconds. */
async function readAttemptStart(github, { run, attempt }) {
    const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}';
    const answer = await github.request(route, { run_id: run, attempt_number: attempt });
    return (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(attemptSchema, answer.data, route).run_started_at;
}
function toRunFacts(run) {
    return { id: run.id, attempt: run.run_attempt, status: readStatus(run.status) };
}
function readStatus(status) {
    if (status === 'completed')
        return 'completed';
    // `waiting` is a run under way that a person has to let through: it will not start by itself.
    return status === 'in_progress' || status === 'waiting' ? 'in_progress' : 'queued';
}


/***/ }),

/***/ 1134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ rollupSchema),
/* harmony export */   w: () => (/* binding */ readChecks)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2047);
/* harmony import */ var _check_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3856);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9164);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7856);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(812);





/** A context that is null is one that our token may not see. */
const contextsSchema = (0,_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .connectionOf */ .a)(_check_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .rollupContextSchema */ .$N.nullable());
const pageSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ node: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ contexts: contextsSchema }) });
/** A commit's status rollup; GitHub has none for a commit nothing ever reported on. */
const rollupSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), contexts: contextsSchema }).nullable();
/** The checks of a commit, those beyond the first hundred asked for page by page. */
async function readChecks(github, rollup) {
    if (rollup === null)
        return [];
    const contexts = await (0,_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .readRemaining */ .P)(rollup.contexts, async (after) => {
        const data = await github.graphql(_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .moreContextsDocument */ .vz, { id: rollup.id, after });
        return (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .parseAnswer */ .W)(pageSchema, data, 'the query for more checks').node.contexts;
    });
    return (0,_check_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .toCheckFacts */ .Fd)(contexts);
}


/***/ }),

/***/ 4502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isOfItsCommit)
/* harmony export */ });
/** What somebody wrote starts runs at the default branch's tip, whatever it is about. */
const wordEvents = ['issue_comment', 'issues'];
/** Whether a workflow run says something of the commit that GitHub shows it at. */
function isOfItsCommit(run) {
    return run === null || !wordEvents.includes(run.event);
}


/***/ }),

/***/ 9942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ toParkedChecks),
/* harmony export */   Jx: () => (/* binding */ suitesSchema),
/* harmony export */   k5: () => (/* binding */ toUnfinishedChecks)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2047);
/* harmony import */ var _check_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3856);
/* harmony import */ var _run_event_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4502);
/* harmony import */ var _workflow_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7148);




const suiteSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    conclusion: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    app: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ databaseId: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullable(), slug: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullable(),
    workflowRun: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        databaseId: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullable(),
        event: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        workflow: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), resourcePath: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    })
        .nullable(),
});
const suitesSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ nodes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(suiteSchema.nullable()).nullable() }).nullable();
/**
 * Each workflow run that is not over, as one pending check: between two jobs of it, one waiting for the other, all its
 * check runs can be green. Suites without a run are left out: GitHub makes one for every app that could report, and
 * most of those never end.
 */
function toUnfinishedChecks(suites) {
    return toChecks(suites, 'pending', ({ status }) => status !== 'COMPLETED');
}
/** Each workflow run that waits for a person to let it start, as one check: it has no job, so nothing else tells of it. */
function toParkedChecks(suites) {
    return toChecks(suites, 'action_required', ({ conclusion }) => conclusion === 'ACTION_REQUIRED');
}
function toChecks(suites, state, isMeant) {
    // GitHub always has the list, if only an empty one: what is null is what we may not see.
    if (suites === null || suites.nodes === null)
        return [_check_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadableCheck */ .eL];
    return suites.nodes.flatMap((suite) => {
        if (suite === null)
            return [_check_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadableCheck */ .eL];
        const { workflowRun, app } = suite;
        if (workflowRun === null || !(0,_run_event_js__WEBPACK_IMPORTED_MODULE_2__/* .isOfItsCommit */ .L)(workflowRun) || !isMeant(suite))
            return [];
        return [toCheck(workflowRun, app, state)];
    });
}
function toCheck(run, app, state) {
    return {
        name: run.workflow.name,
        kind: 'check_run',
        appId: app?.databaseId ?? null,
        appSlug: app?.slug ?? null,
        state,
        workflowRunId: run.databaseId,
        workflow: (0,_workflow_file_js__WEBPACK_IMPORTED_MODULE_3__/* .workflowFileOf */ .h)(run),
        url: null,
        summary: null,
    };
}


/***/ }),

/***/ 7338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ onlyReads),
/* harmony export */   p: () => (/* binding */ unwritten)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _loopctl_ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9469);


/** The same pass, which can look at everything and change nothing: whatever would is thrown out before it is sent. */
function unwritten(pass) {
    const refuse = () => {
        throw new Error('A dry run was about to write something.');
    };
    const approver = pass.approver?.guarded(refuse) ?? null;
    const loopctl = { ...pass.loopctl, saveState: refuse, flush: refuse };
    return { ...pass, github: pass.github.guarded(refuse), approver, loopctl };
}
/** Lets a loopctl server be read and nothing else; who we are there is told by what an earlier pass has left. */
const onlyReads = async (_identity, request) => {
    if (request.method === 'GET')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j(`A dry run writes nothing, and this would be written to loopctl: ${(0,_loopctl_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(request)}.`, {
        remedy: 'Let one plan run first: it finds out in whose name the three keys speak.',
    });
};


/***/ }),

/***/ 1780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ openPass)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/config/job-settings.js
/**
 * What an agent job needs of the configuration, and the paths that its work is judged by; an agent's command always as a
 * list of arguments.
 */
function toJobSettings(config, protectedPaths) {
    const { implement, review, environment } = config.agents;
    return {
        author: agentSettings(implement),
        reviewer: agentSettings(review),
        setup: stepSettings(config.setup),
        verify: stepSettings(config.verify),
        environment,
        protectedPaths: [...protectedPaths],
    };
}
function agentSettings(agent) {
    return {
        command: toArguments(agent.command),
        timeoutMinutes: agent['timeout-minutes'],
        outputLimitKb: agent['output-limit-kb'],
    };
}
function stepSettings(step) {
    if (step === undefined)
        return null;
    return { command: step.command, timeoutMinutes: step['timeout-minutes'] };
}
function toArguments(command) {
    return typeof command === 'string' ? ['bash', '-c', command] : command;
}

// EXTERNAL MODULE: ./build/config/parse-config.js + 5 modules
var parse_config = __webpack_require__(3263);
// EXTERNAL MODULE: ./build/config/policy.js
var policy = __webpack_require__(8389);
// EXTERNAL MODULE: ./build/config/problem.js
var problem = __webpack_require__(8308);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/git/object-memory.js
var object_memory = __webpack_require__(6014);
// EXTERNAL MODULE: ./build/git/repository.js
var git_repository = __webpack_require__(5799);
// EXTERNAL MODULE: ./build/github/client.js + 7 modules
var client = __webpack_require__(1356);
// EXTERNAL MODULE: ./build/pass/unwritten.js
var unwritten = __webpack_require__(7338);
// EXTERNAL MODULE: ./build/waits.js
var waits = __webpack_require__(7290);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/git/bare-repository.js
var bare_repository = __webpack_require__(3452);
// EXTERNAL MODULE: ./build/git/fetch-tips.js
var fetch_tips = __webpack_require__(6406);
// EXTERNAL MODULE: ./build/git/file-tree.js + 1 modules
var file_tree = __webpack_require__(8577);
// EXTERNAL MODULE: ./build/git/git.js + 1 modules
var git = __webpack_require__(8253);
// EXTERNAL MODULE: ./build/git/git-error.js
var git_error = __webpack_require__(3664);
// EXTERNAL MODULE: ./build/git/is-ancestor.js
var is_ancestor = __webpack_require__(8125);
// EXTERNAL MODULE: ./build/git/git-object.js
var git_object = __webpack_require__(6231);
;// CONCATENATED MODULE: ./build/git/make-commit.js


/** A commit on top of its parent, every file that is not named left as it was; nothing is written anywhere. */
function makeCommit({ parent, files, changes, message, author, at }) {
    const blobs = [];
    const changed = new Map(files);
    for (const [path, text] of changes) {
        requirePath(path);
        changed.delete(path);
        if (text === null)
            continue;
        const blob = (0,git_object/* makeObject */._)('blob', Buffer.from(text));
        blobs.push(blob);
        changed.set(path, { mode: '100644', id: blob.id });
    }
    const known = new Set(parent === null ? [] : (0,file_tree/* makeTrees */.qq)(files).map(({ id }) => id));
    const trees = (0,file_tree/* makeTrees */.qq)(changed);
    const who = `${plain(author.name)} <${plain(author.email)}> ${Math.floor(at.getTime() / 1000)} +0000`;
    const head = [
        `tree ${trees.at(-1)?.id}`,
        ...(parent === null ? [] : [`parent ${parent}`]),
        `author ${who}`,
        `committer ${who}`,
    ];
    const commit = (0,git_object/* makeObject */._)('commit', Buffer.from(`${head.join('\n')}\n\n${message}`));
    const objects = [commit, ...trees.filter(({ id }) => !known.has(id)), ...blobs];
    return { commit: commit.id, files: changed, objects: [...new Map(objects.map((one) => [one.id, one])).values()] };
}
function plain(text) {
    return text.replaceAll(/[<>\n\0]/g, '');
}
function requirePath(path) {
    if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(path)) {
        throw new Error(`not a path of the store: ${JSON.stringify(path)}`);
    }
}

// EXTERNAL MODULE: ./build/git/read-objects.js
var read_objects = __webpack_require__(3486);
;// CONCATENATED MODULE: ./build/git/read-tree.js


/** The commit that a ref stands for and the text of every file of it, in two processes whatever their number. */
async function readTree(gitDir, ref) {
    const entries = [...(await listTree(gitDir, ref))];
    const [commit, ...blobs] = await (0,read_objects/* readObjects */.$)(gitDir, [ref, ...entries.map(([, { id }]) => id)]);
    const files = entries.flatMap(([path], index) => {
        const object = blobs[index];
        return object?.type === 'blob' ? [[path, object.content.toString('utf8')]] : [];
    });
    return { commit: commit?.id ?? '', files: new Map(files) };
}
/** Every file of a commit by path. */
async function listTree(gitDir, commit) {
    const { stdout } = await (0,git/* runGit */.E)(['ls-tree', '-r', '-z', '--full-tree', commit], { gitDir });
    const files = stdout.split('\0').flatMap((line) => {
        const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
        return mode === undefined || id === undefined || path === undefined ? [] : [[path, { mode, id }]];
    });
    return new Map(files);
}

;// CONCATENATED MODULE: ./build/git/remote-git.js

/** Runs git in a bare repository of ours against a remote, with its token; no hook of anybody runs. */
function remoteGit({ directory, remoteUrl, token }, args) {
    return (0,git/* runGit */.E)(args, {
        gitDir: directory,
        config: { 'core.hooksPath': '/dev/null', 'transfer.fsckObjects': 'false' },
        ...(token === undefined ? {} : { credential: { url: remoteUrl, token } }),
        timeoutSeconds: 60,
    });
}

// EXTERNAL MODULE: ./build/git/smart-http.js + 1 modules
var smart_http = __webpack_require__(2362);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/git/write-pack.js


const codes = { commit: 1, tree: 2, blob: 3, tag: 4 };
/** A pack of whole objects (gitformat-pack(5)). */
function writePack(objects) {
    const head = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
    head.writeUInt32BE(objects.length, 8);
    const entries = objects.flatMap(({ type, content }) => [
        entryHead(codes[type], content.length),
        (0,external_node_zlib_.deflateSync)(content),
    ]);
    const pack = Buffer.concat([head, ...entries]);
    return Buffer.concat([pack, (0,external_node_crypto_.createHash)('sha1').update(pack).digest()]);
}
/** Type and length: four bits of it, then seven a byte. */
function entryHead(code, size) {
    const bytes = [(code << 4) | (size & 0x0f)];
    for (let rest = Math.floor(size / 0x10); rest > 0; rest = Math.floor(rest / 0x80)) {
        bytes.push((bytes.pop() ?? 0) | 0x80, rest & 0x7f);
    }
    return Buffer.from(bytes);
}

;// CONCATENATED MODULE: ./build/git/ref-store.js














const localRef = 'refs/store/head';
/** Deep enough to find a commit of ours below what others wrote while we lost the answer to our push. */
const settleDepth = 200;
/** Opens plain files on a branch of their own; writing is compare-and-swap and each commit's parent is the one read. */
async function openRefStore(options) {
    await (0,bare_repository/* ensureBareRepository */.B)(options.directory);
    const place = { ...options, memory: options.memory ?? (0,object_memory/* createObjectMemory */.Xj)() };
    let first = options.alongside ?? [];
    return {
        read: async () => {
            const alongside = first;
            first = [];
            return await readBranch(place, alongside);
        },
        readTip: () => readTip(place),
        write: (change) => writeBranch(place, change),
    };
}
/** In one request, else by git itself: it finds its way where a plain request does not, and says what is wrong. */
async function readTip(options) {
    const ref = `refs/heads/${options.branch}`;
    const asked = await (0,smart_http/* askRefs */._2)(options, [ref]);
    if (asked !== null)
        return asked[0] ?? null;
    const { stdout } = await remoteGit(options, ['ls-remote', '--refs', options.remoteUrl, ref]);
    return stdout === '' ? null : stdout.slice(0, stdout.indexOf('\t'));
}
async function readBranch(place, alongside) {
    const state = { from: `refs/heads/${place.branch}`, to: localRef, isWhole: true };
    const fetched = await (0,fetch_tips/* fetchTips */.V)(place, [state, ...alongside.map(fetch_tips/* projectTip */.j)]);
    const isThere = fetched === null ? await fetchBranch(place, { depth: 1, alongside }) : fetched.has(localRef);
    if (!isThere)
        return { commit: null, files: new Map() };
    return recallFiles(place, fetched?.get(localRef)) ?? (await readTree(place.directory, localRef));
}
/** The text of every file of a commit that is kept in memory; null of one that is not. */
function recallFiles({ memory }, commit) {
    const { objects } = memory;
    const object = commit === undefined || !(0,object_memory/* hasWhole */.Sf)(memory, commit) ? undefined : objects.get(commit);
    if (object === undefined)
        return null;
    return { commit: object.id, files: (0,file_tree/* readTexts */.Z7)(objects, (0,file_tree/* listFiles */.CS)(objects, (0,file_tree/* treeOf */.g7)(object))) };
}
async function writeBranch(place, change) {
    const { expected } = change;
    const { objects } = place.memory;
    // Two writers with the same change in the same second would make one and the same commit, and both would win.
    const message = `${change.message}\n\nWrite: ${(0,external_node_crypto_.randomUUID)()}`;
    const files = expected === null ? new Map() : await filesOf(place, expected);
    const made = makeCommit({ ...change, message, parent: expected, files });
    const pack = writePack(made.objects);
    const result = await send(place, { commit: made.commit, expected, pack });
    if (result.conflict)
        return result;
    // Where its parent lies, there it is whole.
    if (expected === null || objects.has(expected))
        for (const object of made.objects)
            objects.set(object.id, object);
    else
        await keepPack(place, pack);
    return result;
}
async function keepPack({ directory }, pack) {
    await (0,git/* runGit */.E)(['index-pack', '--stdin', '--fix-thin'], { gitDir: directory, input: pack });
}
async function filesOf({ memory: { objects }, directory }, commit) {
    const object = objects.get(commit);
    return object === undefined ? await listTree(directory, commit) : (0,file_tree/* listFiles */.CS)(objects, (0,file_tree/* treeOf */.g7)(object));
}
/** In one request; where that was not simply taken, or too late, git itself pushes, and finds out what is wrong. */
async function send(place, { commit, expected, pack }) {
    const ref = `refs/heads/${place.branch}`;
    const answer = await (0,smart_http/* sendPack */.k2)(place, { ref, expected, commit, pack });
    if (answer === 'taken')
        return { conflict: false, commit };
    const actual = answer === 'refused' ? await readTip(place) : expected;
    if (actual !== expected && actual !== commit)
        return { conflict: true, actual };
    const lease = `--force-with-lease=${ref}:${expected ?? ''}`;
    try {
        if (expected !== null && !(await (0,git_repository/* hasCommit */.QE)(place, expected)))
            await fetchBranch(place, { depth: 1, alongside: [] });
        await keepPack(place, pack);
        await remoteGit(place, ['push', '--quiet', lease, place.remoteUrl, `${commit}:${ref}`]);
        return { conflict: false, commit };
    }
    catch (error) {
        return await settlePush(place, { commit, expected, error, mayHaveLanded: answer === 'unknown' });
    }
}
/** A push that failed, or whose answer was lost, is judged by what the branch holds now. */
async function settlePush(options, push) {
    const { commit, expected, error, mayHaveLanded } = push;
    const actual = await readTip(options);
    if (actual === expected) {
        throw error;
    }
    const isSent = mayHaveLanded || !(error instanceof git_error/* GitError */.X && error.stderr.includes('(stale info)'));
    const landed = actual === commit || (isSent && (await isBelowTip(options, commit)));
    return landed ? { conflict: false, commit } : { conflict: true, actual };
}
/** Whether others wrote on top of a commit of ours. */
async function isBelowTip(options, commit) {
    const isThere = await fetchBranch(options, { depth: settleDepth, alongside: [] });
    return isThere && (await (0,is_ancestor/* isAncestor */.Q)(commit, localRef, { gitDir: options.directory }));
}
/** Whether the branch is there; it is then under our own ref. */
async function fetchBranch(options, { depth, alongside }) {
    const others = alongside.map((branch) => `+refs/heads/${branch}:refs/remotes/origin/${branch}`);
    if (await fetchRefs(options, [`+refs/heads/${options.branch}:${localRef}`, ...others], depth))
        return true;
    // One ref that is missing fails them all: the branch is not there yet, or one of the others is not.
    for (const other of others)
        await fetchRefs(options, [other], depth);
    return others.length > 0 && (await fetchBranch(options, { depth, alongside: [] }));
}
/** False when the remote lacks one of the refs; then none was fetched. */
async function fetchRefs(options, refspecs, depth) {
    const flags = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance', `--depth=${depth}`];
    try {
        await remoteGit(options, ['fetch', ...flags, options.remoteUrl, ...refspecs]);
        return true;
    }
    catch (error) {
        if (error instanceof git_error/* GitError */.X && error.stderr.includes("couldn't find remote ref")) {
            return false;
        }
        throw error;
    }
}

// EXTERNAL MODULE: ./build/loopctl/client.js + 12 modules
var loopctl_client = __webpack_require__(7956);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/loopctl/loopctl-error.js
var loopctl_error = __webpack_require__(8324);
// EXTERNAL MODULE: ./build/loopctl/embedded/embedded-identities.js
var embedded_identities = __webpack_require__(5776);
;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/answer.js
/** An answer that stands. */
function answer(db, status, body) {
    return { db, response: { status, body } };
}
/** A refusal in loopctl's envelope. */
function refuse(db, status, message, extras = {}) {
    return { db, response: { status, body: { error: { ...extras, message, status } } } };
}
function notFound(db) {
    return refuse(db, 404, 'Not found');
}
function conflict(db) {
    return refuse(db, 409, 'Conflict');
}
function forbidden(db) {
    return refuse(db, 403, 'Forbidden');
}
/** The refusal of a judgement about one's own work: of a server it halts the tenant, here nothing halts. */
function refuseOwnWork(db, what) {
    const remediation = { learn_more: `https://loopctl.com/wiki/self-${what}-blocked` };
    return refuse(db, 409, `Cannot ${what} your own implementation.`, { code: `self_${what}_blocked`, remediation });
}
/** Field problems, as loopctl's validations give them; null when there are none. */
function invalid(db, details) {
    return Object.keys(details).length === 0 ? null : refuse(db, 422, 'Validation failed', { details });
}
/** A transition that the story's status does not allow. */
function wrongStatus(db, story, action, hint) {
    const where = `agent_status='${story.agent_status}', verified_status='${story.verified_status}'`;
    return refuse(db, 409, `Cannot ${action}: story is in ${where}${hint === undefined ? '' : `. ${hint}`}`, {
        context: {
            attempted_action: action,
            current_agent_status: story.agent_status,
            current_verified_status: story.verified_status,
        },
    });
}

// EXTERNAL MODULE: ./build/loopctl/embedded/engine/db.js
var engine_db = __webpack_require__(2162);
;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/field.js
const blank = ["can't be blank"];
const wrong = ['is invalid'];
/** A text that must be there and not blank. */
function requiredText(value) {
    if (value === undefined || value === null) {
        return blank;
    }
    if (typeof value !== 'string') {
        return wrong;
    }
    return value.trim() === '' ? blank : null;
}
/** An integer of at least 0 that must be there. */
function requiredCount(value) {
    return value === undefined || value === null ? blank : optionalCount(value);
}
/** An integer of at least 0, where it is given. */
function optionalCount(value) {
    if (value === undefined || value === null) {
        return null;
    }
    if (!Number.isSafeInteger(value)) {
        return wrong;
    }
    return Number(value) < 0 ? ['must be greater than or equal to 0'] : null;
}
/** An object, where it is given. */
function optionalObject(value) {
    return value === undefined || value === null || isObject(value) ? null : wrong;
}
/** A text, where it is given. */
function optionalText(value) {
    return value === undefined || value === null || typeof value === 'string' ? null : wrong;
}
/** A list of objects, where it is given. */
function optionalObjects(value) {
    return value === undefined || value === null || (Array.isArray(value) && value.every(isObject)) ? null : wrong;
}
/** The fields that have problems. */
function problemsOf(checks) {
    return Object.fromEntries(Object.entries(checks).flatMap(([field, found]) => (found === null ? [] : [[field, found]])));
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The text, or null for anything else. */
function textOrNull(value) {
    return typeof value === 'string' ? value : null;
}
/** The object, or an empty one for anything else. */
function objectOrEmpty(value) {
    return isObject(value) ? value : {};
}
/** The integer, or 0 for anything else. */
function countOrZero(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0;
}

// EXTERNAL MODULE: ./build/loopctl/embedded/engine/identifier.js
var identifier = __webpack_require__(8755);
// EXTERNAL MODULE: ./build/loopctl/embedded/engine/feed.js
var engine_feed = __webpack_require__(1272);
;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/page.js
/** One page of a list by `page` and `page_size`; values that are no numbers count as not given. */
function page(rows, query, sizes) {
    const size = Math.min(count(query['page_size'], sizes.usual), sizes.most);
    const number = count(query['page'], 1);
    return {
        data: rows.slice((number - 1) * size, number * size),
        meta: { page: number, page_size: size, total_count: rows.length, total_pages: Math.ceil(rows.length / size) },
    };
}
/** A whole number of at least `least` from a query, or the usual one. */
function count(text, usual, least = 1) {
    return text !== undefined && /^\d{1,9}$/.test(text) && Number(text) >= least ? Number(text) : usual;
}

// EXTERNAL MODULE: ./build/loopctl/embedded/engine/timestamp.js
var timestamp = __webpack_require__(342);
;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/changes.js




/** The feed after a moment, oldest first; `next_since` is null on the last page. */
function listChanges(db, call) {
    const { since, entity_type: entityType, action, project_id: projectId } = call.query;
    if (since === undefined) {
        return refuse(db, 400, "The 'since' parameter is required");
    }
    const after = (0,timestamp/* parseTimestamp */.EH)(since);
    if (after === null) {
        return refuse(db, 400, "Invalid timestamp format for 'since'. Expected ISO8601 (e.g., 2026-01-01T00:00:00Z)");
    }
    const rows = (0,engine_feed/* rowsSince */.gG)(db.feed, after).filter((row) => (entityType === undefined || row.entity_type === entityType) &&
        (action === undefined || row.action === action) &&
        (projectId === undefined || row.project_id === projectId));
    const limit = Math.min(count(call.query['limit'], 1000), 1000);
    const data = rows.slice(0, limit).map(({ seq, actor_id, old_state, ...shown }) => shown);
    const more = rows.length > limit;
    return answer(db, 200, { data, has_more: more, next_since: more ? (data.at(-1)?.inserted_at ?? null) : null });
}

// EXTERNAL MODULE: ./build/core/backlog-cycles.js
var backlog_cycles = __webpack_require__(8477);
;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/graph.js


const storyEdges = new WeakMap();
const epicEdges = new WeakMap();
/** What each story depends on, by ids; made once for a list of dependencies. */
function prerequisites(dependencies) {
    return remembered(storyEdges, dependencies, () => (0,backlog_cycles/* edgesOf */.q)(dependencies.map((row) => [row.story_id, row.depends_on_story_id])));
}
/** What each epic depends on, by ids. */
function epicPrerequisites(dependencies) {
    return remembered(epicEdges, dependencies, () => (0,backlog_cycles/* edgesOf */.q)(dependencies.map((row) => [row.epic_id, row.depends_on_epic_id])));
}
const finders = new WeakMap();
/** Tells what blocks a story: its own unverified dependencies, then the unverified stories of its epic's ones. */
function blockerFinder(db) {
    const { epics, storyDependencies, epicDependencies } = db;
    const known = finders.get(epics);
    if (known?.storyDependencies === storyDependencies && known.epicDependencies === epicDependencies)
        return known.find;
    const find = newFinder(db);
    finders.set(epics, { storyDependencies, epicDependencies, find });
    return find;
}
function newFinder(db) {
    const ofStory = prerequisites(db.storyDependencies);
    const ofEpic = epicPrerequisites(db.epicDependencies);
    const openInEpic = memoized((epicId) => openStories(db, epicId));
    const blockers = memoized((storyId) => [
        ...(ofStory.get(storyId) ?? []).flatMap((id) => openStory(db, id)),
        ...(ofEpic.get(db.storyEpics.get(storyId) ?? '') ?? []).flatMap(openInEpic),
    ]);
    return (story) => blockers(story.id);
}
function memoized(find) {
    const memory = new Map();
    return (id) => {
        const known = memory.get(id) ?? find(id);
        memory.set(id, known);
        return known;
    };
}
/** A way from a node back to itself, first node repeated at the end; null when there is none. */
function findCycle(edges) {
    return (0,backlog_cycles/* cyclesOf */.J)(edges).next().value ?? null;
}
function openStory(db, id) {
    const story = db.epics.get(db.storyEpics.get(id) ?? '')?.stories.get(id);
    return story !== undefined && isOpen(story) ? [story] : [];
}
function openStories(db, epicId) {
    const shelf = db.epics.get(epicId);
    return shelf === undefined ? [] : (0,engine_db/* storiesInOrder */.Jx)(shelf).filter(isOpen);
}
function isOpen(story) {
    return story.verified_status !== 'verified';
}
function remembered(memory, key, make) {
    const known = memory.get(key) ?? make();
    memory.set(key, known);
    return known;
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/dependencies.js





/** One story waits for another from now on. */
function createStoryDependency(db, call) {
    const from = String(call.body['story_id']);
    const to = String(call.body['depends_on_story_id']);
    if ((0,engine_db/* findStory */.hr)(db, from) === undefined || (0,engine_db/* findStory */.hr)(db, to) === undefined) {
        return notFound(db);
    }
    if (from === to) {
        return refuse(db, 422, 'A story cannot depend on itself');
    }
    if (prerequisites(db.storyDependencies).get(from)?.includes(to)) {
        return conflict(db);
    }
    const row = { story_id: from, depends_on_story_id: to, inserted_at: db.clock };
    const stored = { ...db, storyDependencies: [...db.storyDependencies, row] };
    if (findCycle(prerequisites(stored.storyDependencies)) !== null) {
        return refuse(db, 422, 'Cycle detected in dependency graph');
    }
    const after = { story_id: from, depends_on_story_id: to };
    const shown = presentStoryDependency(db, row);
    const entry = { entityType: 'story_dependency', entityId: shown.id, action: 'created', after };
    return answer((0,engine_feed/* record */.g1)(stored, call.actor, entry), 201, { story_dependency: shown });
}
/** One epic waits for another from now on. */
function createEpicDependency(db, call) {
    const from = String(call.body['epic_id']);
    const to = String(call.body['depends_on_epic_id']);
    if (!db.epics.has(from) || !db.epics.has(to)) {
        return notFound(db);
    }
    if (from === to) {
        return refuse(db, 422, 'An epic cannot depend on itself');
    }
    if (epicPrerequisites(db.epicDependencies).get(from)?.includes(to)) {
        return conflict(db);
    }
    const row = { epic_id: from, depends_on_epic_id: to, inserted_at: db.clock };
    const stored = { ...db, epicDependencies: [...db.epicDependencies, row] };
    if (findCycle(epicPrerequisites(stored.epicDependencies)) !== null) {
        return refuse(db, 422, 'Cycle detected in dependency graph');
    }
    const after = { epic_id: from, depends_on_epic_id: to };
    const shown = presentEpicDependency(db, row);
    const entry = { entityType: 'epic_dependency', entityId: shown.id, action: 'created', after };
    return answer((0,engine_feed/* record */.g1)(stored, call.actor, entry), 201, { epic_dependency: shown });
}
/** Dependencies that touch a story of the epic, on either side. */
function listStoryDependencies(db, call) {
    const own = db.epics.get(call.id)?.stories;
    const rows = db.storyDependencies.filter((row) => own?.has(row.story_id) || own?.has(row.depends_on_story_id));
    return answer(db, 200, { data: rows.map((row) => presentStoryDependency(db, row)) });
}
/** The project's dependencies between epics. */
function listEpicDependencies(db, call) {
    const projectId = call.id;
    const rows = db.epicDependencies.filter((row) => db.epics.get(row.epic_id)?.epic.project_id === projectId);
    return answer(db, 200, { data: rows.map((row) => presentEpicDependency(db, row)) });
}
/** The whole graph of a project; `from` depends on `to`. */
function showDependencyGraph(db, call) {
    const projectId = call.id;
    if (!db.projects.has(projectId)) {
        return notFound(db);
    }
    const epics = (0,engine_db/* epicsOf */.kR)(db, projectId).map((shelf) => ({
        id: shelf.epic.id,
        number: shelf.epic.number,
        title: shelf.epic.title,
        phase: shelf.epic.phase,
        position: shelf.epic.position,
        stories: (0,engine_db/* storiesInOrder */.Jx)(shelf).map(({ agent_status, id, number, sort_key, title, verified_status }) => ({
            agent_status,
            id,
            number,
            sort_key,
            title,
            verified_status,
        })),
    }));
    const inProject = (epicId) => db.epics.get(epicId ?? '')?.epic.project_id === projectId;
    return answer(db, 200, {
        graph: {
            epics,
            epic_dependencies: db.epicDependencies
                .filter((row) => inProject(row.epic_id))
                .map((row) => ({ from: row.epic_id, to: row.depends_on_epic_id })),
            story_dependencies: db.storyDependencies
                .filter((row) => inProject(db.storyEpics.get(row.story_id)))
                .map((row) => ({ from: row.story_id, to: row.depends_on_story_id })),
        },
    });
}
/** A dependency of stories with the id that its ends give it. */
function presentStoryDependency(db, row) {
    const id = (0,identifier/* identifier */.C)('story-dependency', row.story_id, row.depends_on_story_id);
    return { id, tenant_id: db.tenant.id, ...row };
}
/** A dependency of epics with the id that its ends give it. */
function presentEpicDependency(db, row) {
    const id = (0,identifier/* identifier */.C)('epic-dependency', row.epic_id, row.depends_on_epic_id);
    return { id, tenant_id: db.tenant.id, ...row };
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/fits-query.js
/** Whether a row has what the query asks of these fields; a field that the query leaves out may be anything. */
function fitsQuery(row, query, fields) {
    const values = row;
    return fields.every((field) => query[field] === undefined || values[field] === query[field]);
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/present-story.js
/** The story as lists, imports and edits give it. */
function presentStory(story) {
    return {
        acceptance_criteria: story.acceptance_criteria,
        agent_status: story.agent_status,
        assigned_agent_id: story.assigned_agent_id,
        assigned_at: story.assigned_at,
        description: story.description,
        epic_id: story.epic_id,
        estimated_hours: story.estimated_hours,
        id: story.id,
        inserted_at: story.inserted_at,
        metadata: story.metadata,
        number: story.number,
        project_id: story.project_id,
        rejected_at: story.rejected_at,
        rejection_reason: story.rejection_reason,
        reported_done_at: story.reported_done_at,
        sort_key: story.sort_key,
        tenant_id: story.tenant_id,
        title: story.title,
        updated_at: story.updated_at,
        verified_at: story.verified_at,
        verified_status: story.verified_status,
    };
}
/** The story as the answer to a transition gives it. */
function presentTransition(story) {
    return {
        ...presentStory(story),
        reported_by_agent_id: story.reported_by_agent_id,
        implementer_dispatch_id: null,
        verifier_dispatch_id: story.verifier_dispatch_id,
        verifier_needed: story.verifier_needed,
    };
}
/** The short form of ready and blocked lists. */
function presentBrief(story) {
    return {
        agent_status: story.agent_status,
        epic_id: story.epic_id,
        id: story.id,
        inserted_at: story.inserted_at,
        number: story.number,
        project_id: story.project_id,
        sort_key: story.sort_key,
        tenant_id: story.tenant_id,
        title: story.title,
        updated_at: story.updated_at,
        verified_status: story.verified_status,
    };
}
/** The form in which a blocked story names what it waits for. */
function presentBlocker(story) {
    return {
        agent_status: story.agent_status,
        id: story.id,
        number: story.number,
        title: story.title,
        verified_status: story.verified_status,
    };
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/progress.js


/** How far a project is, counted over its stories. */
function showProgress(db, call) {
    const projectId = call.id;
    if (!db.projects.has(projectId)) {
        return notFound(db);
    }
    const epics = (0,engine_db/* epicsOf */.kR)(db, projectId);
    const stories = epics.flatMap((shelf) => [...shelf.stories.values()]);
    const verified = stories.filter(isVerified);
    return answer(db, 200, {
        progress: {
            ...countByStatus(stories),
            total_epics: epics.length,
            epics_completed: epics.filter(({ stories: own }) => own.size > 0 && [...own.values()].every(isVerified)).length,
            total_stories: stories.length,
            verification_percentage: percentage(verified.length, stories.length),
            estimated_hours_total: hours(stories),
            estimated_hours_completed: hours(verified),
        },
    });
}
/** How far one epic is. */
function showEpicProgress(db, call) {
    const shelf = db.epics.get(call.id);
    return shelf === undefined ? notFound(db) : answer(db, 200, { progress: countByStatus([...shelf.stories.values()]) });
}
/** The share in percent, to one decimal. */
function percentage(part, whole) {
    return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}
function isVerified(story) {
    return story.verified_status === 'verified';
}
function countByStatus(stories) {
    const byAgent = { pending: 0, contracted: 0, assigned: 0, implementing: 0, reported_done: 0 };
    const byVerified = { unverified: 0, verified: 0, rejected: 0 };
    for (const story of stories) {
        byAgent[story.agent_status] += 1;
        byVerified[story.verified_status] += 1;
    }
    return { stories_by_agent_status: byAgent, stories_by_verified_status: byVerified };
}
function hours(stories) {
    return stories.reduce((sum, story) => sum + Number(story.estimated_hours ?? 0), 0);
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/stories.js






const agentStatuses = ['pending', 'contracted', 'assigned', 'implementing', 'reported_done'];
const verifiedStatuses = ['unverified', 'verified', 'rejected'];
/** The project's stories by number, by limit and offset; filters with unknown values let everything pass. */
function listStories(db, call) {
    const { project_id: projectId, limit: wantedLimit, page_size: pageSize } = call.query;
    if (projectId === undefined) {
        return refuse(db, 400, 'project_id query parameter is required');
    }
    const wanted = ofStatus(inEpic((0,engine_db/* storiesOf */.TQ)(db, projectId), call.query['epic_id']), call.query);
    const limit = Math.min(count(wantedLimit ?? pageSize, 100), 500);
    const offset = count(call.query['offset'], 0, 0);
    const data = wanted.slice(offset, offset + limit).map(presentStory);
    return answer(db, 200, { data, meta: { limit, offset, total_count: wanted.length } });
}
/** Pending stories that nothing blocks. */
function listReady(db, call) {
    const blockers = blockerFinder(db);
    const ready = inEpic((0,engine_db/* storiesOf */.TQ)(db, call.query['project_id']), call.query['epic_id']).filter((story) => story.agent_status === 'pending' && blockers(story).length === 0);
    const { data, meta } = page(ready, call.query, { usual: 100, most: 500 });
    return answer(db, 200, { data: data.map(presentBrief), meta });
}
/** Stories of any status with an unverified dependency, each with all that it waits for. */
function listBlocked(db, call) {
    const blockers = blockerFinder(db);
    const blocked = inEpic((0,engine_db/* storiesOf */.TQ)(db, call.query['project_id']), call.query['epic_id']).filter((story) => blockers(story).length > 0);
    const { data, meta } = page(blocked, call.query, { usual: 100, most: 500 });
    const rows = data.map((story) => ({
        story: presentBrief(story),
        blocking_dependencies: blockers(story).map(presentBlocker),
    }));
    return answer(db, 200, { data: rows, meta });
}
/** One story with its dependencies and artifacts. */
function showStory(db, call) {
    const story = (0,engine_db/* findStory */.hr)(db, call.id);
    if (story === undefined) {
        return notFound(db);
    }
    const mission = db.projects.get(story.project_id)?.mission ?? null;
    const dependsOn = prerequisites(db.storyDependencies).get(story.id) ?? [];
    return answer(db, 200, {
        story: {
            ...presentStory(story),
            dependencies: dependsOn.map((id) => ({ story_id: story.id, depends_on_story_id: id })),
            artifacts: story.artifacts,
            iteration_count: story.verifications.length,
            latest_verification: null,
            ...(mission === null ? {} : { project_mission: mission }),
        },
    });
}
/** The story's verification results, newest first. */
function listVerifications(db, call) {
    const story = (0,engine_db/* findStory */.hr)(db, call.id);
    const newest = story?.verifications.toReversed();
    return newest === undefined ? notFound(db) : answer(db, 200, page(newest, call.query, { usual: 20, most: 100 }));
}
/** The story's artifacts, oldest first. */
function listArtifacts(db, call) {
    const story = (0,engine_db/* findStory */.hr)(db, call.id);
    return story === undefined
        ? notFound(db)
        : answer(db, 200, page(story.artifacts, call.query, { usual: 20, most: 100 }));
}
/** What happened to the story; a story that nothing happened to since its import is not found. */
function showHistory(db, call) {
    const id = call.id;
    const rows = (0,engine_feed/* selectRows */.A5)(db.feed, (row) => row.entity_id === id && row.entity_type === 'story');
    if (rows.length === 0) {
        return notFound(db);
    }
    const { data, meta } = page(rows, call.query, { usual: 100, most: 100 });
    return answer(db, 200, {
        data: data.map(({ seq, entity_id, entity_type, project_id, ...shown }) => shown),
        pagination: { page: meta.page, page_size: meta.page_size, total: meta.total_count },
    });
}
/** Criteria in a table of their own, which nothing fills: the story's own criteria are in the story. */
function listCriteria(db, call) {
    return (0,engine_db/* findStory */.hr)(db, call.id) === undefined ? notFound(db) : answer(db, 200, { data: [] });
}
function inEpic(stories, epicId) {
    return epicId === undefined ? stories : stories.filter((story) => story.epic_id === epicId);
}
/** Of the stories those in the statuses that a query asks for; a status that there is none of asks for nothing. */
function ofStatus(stories, query) {
    const { agent_status: agentStatus, verified_status: verifiedStatus } = query;
    return stories.filter((story) => matches(story.agent_status, agentStatus, agentStatuses) &&
        matches(story.verified_status, verifiedStatus, verifiedStatuses));
}
function matches(value, wanted, known) {
    return wanted === undefined || !known.includes(wanted) || value === wanted;
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/epics.js










/** The project's epics by position and number, each with its counts. */
function listEpics(db, call) {
    const epics = (0,engine_db/* epicsOf */.kR)(db, call.id).filter(({ epic }) => fitsQuery(epic, call.query, ['phase']));
    return answer(db, 200, page(epics.map(presentCounted), call.query, { usual: 20, most: 100 }));
}
/** An epic and its stories in short. */
function showEpic(db, call) {
    const shelf = db.epics.get(call.id);
    if (shelf === undefined) {
        return notFound(db);
    }
    return answer(db, 200, { epic: { ...shelf.epic, stories: (0,engine_db/* storiesInOrder */.Jx)(shelf).map(presentBlocker) } });
}
/** The epic's stories, by number, of a status where asked. */
function listEpicStories(db, call) {
    const shelf = db.epics.get(call.id);
    const stories = shelf === undefined ? [] : ofStatus((0,engine_db/* storiesInOrder */.Jx)(shelf), call.query);
    const { limit, page_size: pageSize = limit } = call.query;
    const { data, meta } = page(stories, { ...call.query, page_size: pageSize }, { usual: 20, most: 100 });
    return answer(db, 200, { data: data.map(presentStory), meta });
}
/** A new epic; its number is its own within the project. */
function createEpic(db, call) {
    const projectId = call.id;
    const { number, title } = call.body;
    if (!db.projects.has(projectId)) {
        return notFound(db);
    }
    const refusal = invalid(db, epicProblems(call.body));
    if (refusal !== null) {
        return refusal;
    }
    if (db.epicNumbers.has(`${projectId}/${number}`)) {
        return alreadyThere(db, `Epic ${number}`);
    }
    const epic = newEpic(db, projectId, { ...call.body, number: Number(number), title: String(title) }, 0);
    const entry = { entityType: 'epic', entityId: epic.id, action: 'created', after: { number: epic.number, title } };
    return answer((0,engine_feed/* record */.g1)(addEpic(db, epic), call.actor, entry), 201, { epic });
}
/** Changes what is said of an epic; its number stays. */
function patchEpic(db, call) {
    const shelf = db.epics.get(call.id);
    if (shelf === undefined) {
        return notFound(db);
    }
    const { body } = call;
    const refusal = invalid(db, {
        ...contentProblems(body),
        ...problemsOf({ title: body['title'] === undefined ? null : requiredText(body['title']) }),
    });
    if (refusal !== null) {
        return refusal;
    }
    const names = ['title', 'description', 'phase', 'position', 'metadata'];
    const given = names.filter((name) => body[name] !== undefined && (body[name] !== null || isNullable(name)));
    const changes = Object.fromEntries(given.map((name) => [name, body[name]]));
    const epic = { ...shelf.epic, ...changes, updated_at: db.clock };
    const stored = { ...db, epics: new Map(db.epics).set(epic.id, { ...shelf, epic }) };
    const entry = { entityType: 'epic', entityId: epic.id, action: 'updated', after: changes };
    return answer((0,engine_feed/* record */.g1)(stored, call.actor, entry), 200, { epic });
}
function isNullable(name) {
    return name === 'description' || name === 'phase';
}
/** An epic row from what an import or a call says of it; `position` is used where it says none. */
function newEpic(db, projectId, source, position) {
    return {
        id: (0,identifier/* identifier */.C)('epic', projectId, source.number, db.deletions),
        tenant_id: db.tenant.id,
        project_id: projectId,
        number: source.number,
        title: source.title,
        description: textOrNull(source['description']),
        phase: textOrNull(source['phase']),
        position: typeof source['position'] === 'number' ? source['position'] : position,
        metadata: objectOrEmpty(source['metadata']),
        inserted_at: db.clock,
        updated_at: db.clock,
    };
}
/** The database with one more, empty epic. */
function addEpic(db, epic) {
    return {
        ...db,
        epics: new Map(db.epics).set(epic.id, { epic, stories: new Map() }),
        epicNumbers: new Map(db.epicNumbers).set(`${epic.project_id}/${epic.number}`, epic.id),
    };
}
/** The refusal of a number that the project already uses. */
function alreadyThere(db, what) {
    const hint = 'Pick a different number, or use the import endpoint with `merge=true` to update the existing record.';
    return refuse(db, 422, `${what} already exists in this project. ${hint}`, {
        details: { tenant_id: ['has already been taken for this project'] },
    });
}
function epicProblems(body) {
    const number = body['number'];
    return {
        ...problemsOf({
            number: number === undefined || number === null ? ["can't be blank"] : positive(number),
            title: requiredText(body['title']),
        }),
        ...contentProblems(body),
    };
}
function contentProblems(body) {
    return problemsOf({
        description: optionalText(body['description']),
        phase: optionalText(body['phase']),
        position: optionalCount(body['position']),
        metadata: optionalObject(body['metadata']),
    });
}
function positive(number) {
    if (!Number.isSafeInteger(number)) {
        return ['is invalid'];
    }
    return countOrZero(number) > 0 ? null : ['must be greater than 0'];
}
function presentCounted(shelf) {
    const verified = [...shelf.stories.values()].filter(isVerified).length;
    return {
        ...shelf.epic,
        story_count: shelf.stories.size,
        completion_percentage: percentage(verified, shelf.stories.size),
    };
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/export.js


/** The version of loopctl whose form of export this is. */
const exportVersion = '1.0.0';
/** The whole project in the form of an import, with where each story stands. */
function exportProject(db, call) {
    const project = db.projects.get(call.id);
    if (project === undefined) {
        return notFound(db);
    }
    const { description, metadata, name, repo_url, slug, status, tech_stack } = project;
    const epics = (0,engine_db/* epicsOf */.kR)(db, project.id).toSorted((one, other) => one.epic.number - other.epic.number);
    return answer(db, 200, {
        project: { description, metadata, name, repo_url, slug, status, tech_stack },
        epics: epics.map(exportEpic),
        epic_dependencies: epicDependencies(db, project.id),
        story_dependencies: storyDependencies(db, project.id),
        export_metadata: {
            exported_at: call.now,
            loopctl_version: exportVersion,
            project_id: project.id,
            tenant_id: project.tenant_id,
        },
    });
}
function exportEpic(shelf) {
    const { description, metadata, number, phase, position, title } = shelf.epic;
    return { description, metadata, number, phase, position, title, stories: (0,engine_db/* storiesInOrder */.Jx)(shelf).map(exportStory) };
}
function exportStory(story) {
    return {
        number: story.number,
        title: story.title,
        description: story.description,
        acceptance_criteria: story.acceptance_criteria,
        estimated_hours: story.estimated_hours === null ? null : Number(story.estimated_hours),
        metadata: story.metadata,
        agent_status: story.agent_status,
        verified_status: story.verified_status,
        assigned_agent_id: story.assigned_agent_id,
        assigned_at: story.assigned_at,
        reported_done_at: story.reported_done_at,
        verified_at: story.verified_at,
        rejected_at: story.rejected_at,
        rejection_reason: story.rejection_reason,
    };
}
function storyDependencies(db, projectId) {
    return db.storyDependencies.flatMap((row) => {
        const [story, dependsOn] = [(0,engine_db/* findStory */.hr)(db, row.story_id), (0,engine_db/* findStory */.hr)(db, row.depends_on_story_id)];
        return story?.project_id === projectId && dependsOn !== undefined
            ? [{ story: story.number, depends_on: dependsOn.number }]
            : [];
    });
}
function epicDependencies(db, projectId) {
    return db.epicDependencies.flatMap((row) => {
        const [epic, dependsOn] = [db.epics.get(row.epic_id)?.epic, db.epics.get(row.depends_on_epic_id)?.epic];
        return epic?.project_id === projectId && dependsOn !== undefined
            ? [{ epic: epic.number, depends_on: dependsOn.number }]
            : [];
    });
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/projects.js






/** Projects in the order in which they were made; those that were put away only where they are asked for. */
function listProjects(db, call) {
    const { status, include_archived: includeArchived } = call.query;
    const isShown = (project) => status === undefined ? includeArchived === 'true' || project.status !== 'archived' : project.status === status;
    const projects = [...db.projects.values()].filter(isShown);
    return answer(db, 200, page(projects, call.query, { usual: 20, most: 100 }));
}
/** A project with its counts; only its id names it, a slug does not. */
function showProject(db, call) {
    const project = db.projects.get(call.id);
    if (project === undefined) {
        return notFound(db);
    }
    const epics = (0,engine_db/* epicsOf */.kR)(db, project.id);
    const stories = epics.reduce((sum, shelf) => sum + shelf.stories.size, 0);
    return answer(db, 200, { project: { ...project, epic_count: epics.length, story_count: stories } });
}
/** A new project; the slug is its own within the tenant. */
function createProject(db, call) {
    const { name, slug } = call.body;
    const refusal = invalid(db, {
        ...fieldProblems(call.body),
        ...problemsOf({ name: requiredText(name), slug: requiredText(slug) ?? taken(db, slug) }),
    });
    if (refusal !== null) {
        return refusal;
    }
    const project = {
        id: (0,identifier/* identifier */.C)('project', String(slug)),
        tenant_id: db.tenant.id,
        name: String(name),
        slug: String(slug),
        status: 'active',
        repo_url: textOrNull(call.body['repo_url']),
        description: textOrNull(call.body['description']),
        tech_stack: textOrNull(call.body['tech_stack']),
        mission: textOrNull(call.body['mission']),
        metadata: objectOrEmpty(call.body['metadata']),
        inserted_at: db.clock,
        updated_at: db.clock,
    };
    const stored = { ...db, projects: new Map(db.projects).set(project.id, project) };
    const after = { name: project.name, slug: project.slug, status: project.status };
    const entry = { entityType: 'project', entityId: project.id, action: 'created', after };
    return answer((0,engine_feed/* record */.g1)(stored, call.actor, entry), 201, { project });
}
/** Changes what may be changed of a project; slug and id stay. */
function patchProject(db, call) {
    const project = db.projects.get(call.id);
    if (project === undefined) {
        return notFound(db);
    }
    const refusal = invalid(db, fieldProblems(call.body));
    if (refusal !== null) {
        return refusal;
    }
    const next = (0,engine_db/* tick */.io)(db);
    const names = ['name', 'repo_url', 'description', 'tech_stack', 'mission', 'metadata', 'status'];
    const changes = Object.fromEntries(names.flatMap((name) => (name in call.body ? [[name, call.body[name]]] : [])));
    const changed = { ...project, ...changes, updated_at: next.clock };
    const stored = { ...next, projects: new Map(next.projects).set(project.id, changed) };
    const entry = { entityType: 'project', entityId: project.id, action: 'updated', after: changes };
    return answer((0,engine_feed/* record */.g1)(stored, call.actor, entry), 200, { project: changed });
}
function fieldProblems(body) {
    return problemsOf({
        name: body['name'] === undefined ? null : requiredText(body['name']),
        status: body['status'] === undefined ? null : requiredText(body['status']),
        repo_url: optionalText(body['repo_url']),
        description: optionalText(body['description']),
        tech_stack: optionalText(body['tech_stack']),
        mission: optionalText(body['mission']),
        metadata: optionalObject(body['metadata']),
    });
}
function taken(db, slug) {
    const others = [...db.projects.values()];
    return others.some((project) => project.slug === slug) ? ['has already been taken for this tenant'] : null;
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/without.js
/** The map without these keys. */
function without(map, keys) {
    const rest = new Map(map);
    for (const key of keys) {
        rest.delete(key);
    }
    return rest;
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/removing.js




/** Puts a project away: it stays, and says so. */
function archiveProject(db, call) {
    const project = db.projects.get(call.id);
    if (project === undefined) {
        return notFound(db);
    }
    const archived = { ...project, status: 'archived', updated_at: db.clock };
    const stored = { ...db, projects: new Map(db.projects).set(project.id, archived) };
    const before = { status: project.status };
    const entry = { entityType: 'project', entityId: project.id, action: 'archived', before };
    return answer((0,engine_feed/* record */.g1)(stored, call.actor, { ...entry, after: { status: archived.status } }), 200, {
        project: archived,
    });
}
/** Takes out an epic, its stories, and every dependency that names one of them. */
function deleteEpic(db, call) {
    const shelf = db.epics.get(call.id);
    if (shelf === undefined) {
        return notFound(db);
    }
    const { id, number, project_id: projectId, title } = shelf.epic;
    const { stories } = shelf;
    const stored = {
        ...db,
        epics: without(db.epics, [id]),
        epicNumbers: without(db.epicNumbers, [`${projectId}/${number}`]),
        storyEpics: without(db.storyEpics, stories.keys()),
        storyNumbers: without(db.storyNumbers, [...stories.values()].map((story) => `${projectId}/${story.number}`)),
        storyDependencies: db.storyDependencies.filter((row) => !stories.has(row.story_id) && !stories.has(row.depends_on_story_id)),
        epicDependencies: db.epicDependencies.filter((row) => row.epic_id !== id && row.depends_on_epic_id !== id),
        deletions: db.deletions + 1,
    };
    return gone(stored, call, { entityType: 'epic', entityId: id, before: { number, title } });
}
/** Lets a story no longer wait for another. */
function deleteStoryDependency(db, call) {
    const row = db.storyDependencies.find((one) => presentStoryDependency(db, one).id === call.id);
    if (row === undefined) {
        return notFound(db);
    }
    const stored = { ...db, storyDependencies: db.storyDependencies.filter((one) => one !== row) };
    const before = { story_id: row.story_id, depends_on_story_id: row.depends_on_story_id };
    return gone(stored, call, { entityType: 'story_dependency', entityId: call.id, before });
}
/** Lets an epic no longer wait for another. */
function deleteEpicDependency(db, call) {
    const row = db.epicDependencies.find((one) => presentEpicDependency(db, one).id === call.id);
    if (row === undefined) {
        return notFound(db);
    }
    const stored = { ...db, epicDependencies: db.epicDependencies.filter((one) => one !== row) };
    const before = { epic_id: row.epic_id, depends_on_epic_id: row.depends_on_epic_id };
    return gone(stored, call, { entityType: 'epic_dependency', entityId: call.id, before });
}
/** Takes a budget away; what was spent stays as it was told. */
function deleteBudget(db, call) {
    const budget = db.budgets.get(call.id);
    if (budget === undefined) {
        return notFound(db);
    }
    const stored = { ...db, budgets: without(db.budgets, [budget.id]) };
    const { id, budget_millicents, scope_id, scope_type } = budget;
    const told = (0,engine_feed/* record */.g1)(stored, call.actor, {
        entityType: 'token_budget',
        entityId: id,
        action: 'deleted',
        before: { budget_millicents, scope_id, scope_type },
        after: null,
    });
    return answer(told, 200, { token_budget: { id, deleted: true } });
}
function gone(db, { actor }, entry) {
    return answer((0,engine_feed/* record */.g1)(db, actor, { ...entry, action: 'deleted', after: null }), 204, '');
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/state.js





/** The saved state of a key; not found when nothing was saved. */
function showState(db, call) {
    const state = db.states.get(`${call.id}/${call.query['state_key'] ?? 'main'}`);
    return state === undefined ? notFound(db) : answer(db, 200, { state: present(state) });
}
/** Saves when the version given is the one that stands; this is the compare-and-swap that a lease is won by. */
function saveState(db, call) {
    const projectId = call.id;
    const { state_key: key, state_data: data, version } = call.body;
    if (!db.projects.has(projectId)) {
        return notFound(db);
    }
    const refusal = invalid(db, problemsOf({ state_key: requiredText(key), state_data: dataProblem(data) }));
    if (refusal !== null) {
        return refusal;
    }
    const slot = `${projectId}/${String(key)}`;
    const old = db.states.get(slot);
    if ((version ?? 0) !== (old?.version ?? 0)) {
        return conflict(db);
    }
    const state = {
        id: (0,identifier/* identifier */.C)('state', projectId, String(key)),
        tenant_id: db.tenant.id,
        project_id: projectId,
        state_key: String(key),
        state_data: isObject(data) ? data : {},
        version: (old?.version ?? 0) + 1,
        saved_by: (0,engine_feed/* actorLabel */.Gy)(call.actor),
        inserted_at: old?.inserted_at ?? db.clock,
        updated_at: db.clock,
    };
    const { project_id, state_data, state_key } = state;
    const after = { project_id, state_data, state_key, version: state.version };
    const stored = { ...db, states: new Map(db.states).set(slot, state) };
    const entry = { entityType: 'orchestrator_state', entityId: state.id, action: 'saved', after };
    return answer((0,engine_feed/* record */.g1)(stored, call.actor, entry), 200, { state: present(state) });
}
/** What was saved under a key, newest first, as far as the feed still holds it. */
function showStateHistory(db, call) {
    const state = db.states.get(`${call.id}/${call.query['state_key'] ?? 'main'}`);
    const kept = (0,engine_feed/* selectRows */.A5)(db.feed, (row) => row.entity_type === 'orchestrator_state' && row.entity_id === state?.id);
    const saves = kept.map((row) => ({
        version: row.new_state?.['version'],
        state_data: row.new_state?.['state_data'],
        saved_by: row.actor_label,
        saved_at: row.inserted_at,
    }));
    const known = saves.length === 0 && state !== undefined ? [lastSave(state)] : saves.toReversed();
    return answer(db, 200, page(known, call.query, { usual: 25, most: 100 }));
}
function lastSave(state) {
    return {
        version: state.version,
        state_data: state.state_data,
        saved_by: state.saved_by,
        saved_at: state.updated_at,
    };
}
function present({ saved_by, ...shown }) {
    return shown;
}
function dataProblem(data) {
    if (data === undefined || data === null) {
        return ["can't be blank"];
    }
    return isObject(data) ? null : ['is invalid'];
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/import/import-payload.js

const limits = { epics: 500, stories: 5000 };
/** Reads an import's body; the first problem in the order of the text ends it. */
function readImport(body) {
    const epics = listOf(body['epics']);
    const problem = sizeProblem(epics) ?? firstOf(epics, epicProblem) ?? duplicateProblem(epics);
    return problem === null
        ? {
            epics: epics.map(importedEpic),
            storyDependencies: listOf(body['story_dependencies']).map(({ story, depends_on }) => ({
                from: String(story),
                to: String(depends_on),
            })),
            epicDependencies: listOf(body['epic_dependencies']).map(({ epic, depends_on }) => ({
                from: Number(epic),
                to: Number(depends_on),
            })),
        }
        : { problem };
}
function listOf(value) {
    return Array.isArray(value) ? value.map(objectOrEmpty) : [];
}
function sizeProblem(epics) {
    const stories = epics.reduce((sum, epic) => sum + listOf(epic['stories']).length, 0);
    if (epics.length > limits.epics) {
        return `Import exceeds the maximum of ${limits.epics} epics`;
    }
    return stories > limits.stories ? `Import exceeds the maximum of ${limits.stories} stories` : null;
}
function epicProblem(epic, index) {
    const at = `epics[${index}]`;
    const number = epicNumber(epic['number']);
    if (number === null) {
        return `${at}.number: ${epic['number'] === undefined ? "can't be blank" : 'is invalid'}`;
    }
    if (number <= 0) {
        return `${at}.number: must be greater than 0`;
    }
    return (titleProblem(epic, at) ??
        firstOf(listOf(epic['stories']), (story, place) => storyProblem(story, `${at}.stories[${place}]`)));
}
function storyProblem(story, at) {
    const criteria = story['acceptance_criteria'];
    if (criteria !== undefined && criteria !== null && !(Array.isArray(criteria) && criteria.every(isObject))) {
        const example = '[{"id": "AC-1", "description": "Feature works"}]';
        return `${at}.acceptance_criteria must be an array of objects with 'id' and 'description' keys, e.g. ${example}`;
    }
    return numberProblem(story['number'], at) ?? titleProblem(story, at) ?? hoursProblem(story['estimated_hours'], at);
}
function numberProblem(number, at) {
    if (number === undefined || number === null || number === '') {
        return `${at}.number: can't be blank`;
    }
    if (typeof number !== 'string' && !Number.isSafeInteger(number)) {
        return `${at}.number: is invalid`;
    }
    return isStoryNumber(String(number)) ? null : `${at}.number: must be in format 'major.minor' or 'major'`;
}
function titleProblem(entry, at) {
    const title = entry['title'];
    if (title !== undefined && title !== null && typeof title !== 'string') {
        return `${at}.title: is invalid`;
    }
    return typeof title !== 'string' || title.trim() === '' ? `${at}.title: can't be blank` : null;
}
function hoursProblem(hours, at) {
    return parseHours(hours) === 'invalid' ? `${at}.estimated_hours: is invalid` : null;
}
function duplicateProblem(epics) {
    const epic = firstTwice(epics.map((entry) => String(epicNumber(entry['number']))));
    if (epic !== null) {
        return `Duplicate epic number: ${epic}`;
    }
    const story = firstTwice(epics.flatMap((entry) => listOf(entry['stories']).map(({ number }) => String(number))));
    return story === null ? null : `Duplicate story number: ${story}`;
}
function importedEpic(epic) {
    return {
        number: epicNumber(epic['number']) ?? 0,
        title: String(epic['title']),
        fields: import_payload_present(epic, ['description', 'phase', 'position', 'metadata']),
        stories: listOf(epic['stories']).map(importedStory),
    };
}
function importedStory(story) {
    const hours = parseHours(story['estimated_hours']);
    return {
        number: String(story['number']),
        title: String(story['title']),
        fields: import_payload_present(story, ['description', 'metadata']),
        criteria: importedCriteria(story['acceptance_criteria']),
        estimatedHours: story['estimated_hours'] === undefined || hours === 'invalid' ? undefined : hours,
        reportedDone: story['initial_agent_status'] === 'reported_done',
    };
}
/** `description` is kept as `criterion`, as the server's import does. */
function importedCriteria(criteria) {
    if (criteria === undefined || criteria === null) {
        return criteria;
    }
    return listOf(criteria).map(({ description, ...rest }) => ({
        ...rest,
        ...(description === undefined ? {} : { criterion: description }),
    }));
}
function import_payload_present(entry, names) {
    return Object.fromEntries(names.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]]])));
}
/** `major` or `major.minor`, each part below 10000. */
function isStoryNumber(text) {
    return /^\d{1,4}(\.\d{1,4})?$/.test(text);
}
/** Hours as the server keeps them: the shortest decimal text; null where none are given. */
function parseHours(hours) {
    if (hours === undefined || hours === null) {
        return null;
    }
    const isNumber = typeof hours === 'number' || (typeof hours === 'string' && /^\d+(\.\d+)?$/.test(hours));
    return isNumber && Number.isFinite(Number(hours)) && Number(hours) >= 0 ? String(Number(hours)) : 'invalid';
}
/** Sorts stories by their numbers' parts. */
function sortKey(number) {
    const [major = 0, minor = 0] = number.split('.').map(Number);
    return major * 10_000 + minor * 10;
}
function epicNumber(number) {
    const text = typeof number === 'number' || typeof number === 'string' ? String(number) : '';
    return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}
function firstOf(entries, problem) {
    for (const [index, entry] of entries.entries()) {
        const found = problem(entry, index);
        if (found !== null) {
            return found;
        }
    }
    return null;
}
function firstTwice(texts) {
    const seen = new Set();
    for (const text of texts) {
        if (seen.has(text)) {
            return text;
        }
        seen.add(text);
    }
    return null;
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/story-row.js


/** A story nobody has touched, with nothing but number and title. */
function newStory(db, epic, number, title) {
    return {
        id: (0,identifier/* identifier */.C)('story', epic.project_id, number, db.deletions),
        tenant_id: db.tenant.id,
        project_id: epic.project_id,
        epic_id: epic.id,
        number,
        title,
        description: null,
        acceptance_criteria: null,
        estimated_hours: null,
        metadata: {},
        sort_key: sortKey(number),
        inserted_at: db.clock,
        ...untouched(db.clock),
    };
}
/** The progress of a story that nothing has happened to since the moment given. */
function untouched(updatedAt) {
    return {
        agent_status: 'pending',
        verified_status: 'unverified',
        assigned_agent_id: null,
        reported_by_agent_id: null,
        assigned_at: null,
        reported_done_at: null,
        verified_at: null,
        rejected_at: null,
        rejection_reason: null,
        verifier_needed: false,
        verifier_dispatch_id: null,
        updated_at: updatedAt,
        artifacts: [],
        reviews: [],
        verifications: [],
        usage: [],
    };
}
/** The database with one more story. */
function addStory(db, story) {
    const shelf = db.epics.get(story.epic_id);
    if (shelf === undefined) {
        throw new Error(`story ${story.number} has no epic`);
    }
    const stories = new Map(shelf.stories).set(story.id, story);
    return {
        ...db,
        epics: new Map(db.epics).set(story.epic_id, { ...shelf, stories }),
        storyEpics: new Map(db.storyEpics).set(story.id, story.epic_id),
        storyNumbers: new Map(db.storyNumbers).set(`${story.project_id}/${story.number}`, story.id),
    };
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/story-editing.js









/** A new story in the project's epic of the number given. */
function createStory(db, call) {
    const projectId = call.id;
    const { epic_number: epicNumber } = call.body;
    if (!db.projects.has(projectId)) {
        return notFound(db);
    }
    if (epicNumber === undefined || epicNumber === null) {
        return refuse(db, 422, '`epic_number` is required. Pass it in the request body alongside the story fields.');
    }
    const epic = db.epics.get(db.epicNumbers.get(`${projectId}/${String(epicNumber)}`) ?? '')?.epic;
    if (epic === undefined) {
        const hint = 'Use import_stories or POST /projects/:id/epics to create it first.';
        return refuse(db, 422, `Epic number ${String(epicNumber)} not found in this project. ${hint}`);
    }
    return create(db, call, epic);
}
/** A new story in an epic. */
function createStoryInEpic(db, call) {
    const epic = db.epics.get(call.id)?.epic;
    return epic === undefined ? notFound(db) : create(db, call, epic);
}
/** Changes what a story asks for; number and status are not for editing. */
function patchStory(db, call) {
    const story = (0,engine_db/* findStory */.hr)(db, call.id);
    if (story === undefined) {
        return notFound(db);
    }
    const { body } = call;
    const title = body['title'] === undefined ? null : requiredText(body['title']);
    const refusal = invalid(db, { ...story_editing_contentProblems(body), ...problemsOf({ title }) });
    if (refusal !== null) {
        return refusal;
    }
    const changed = {
        ...story,
        ...contentOf(body),
        ...(body['title'] === undefined ? {} : { title: String(body['title']) }),
        updated_at: db.clock,
    };
    const told = (0,engine_feed/* record */.g1)((0,engine_db/* putStory */.nw)(db, changed), call.actor, {
        entityType: 'story',
        entityId: story.id,
        action: 'updated',
        before: { description: story.description, title: story.title },
        after: { description: changed.description, title: changed.title },
    });
    return answer(told, 200, { story: presentStory(changed) });
}
/** Takes a story out, and every dependency that names it. */
function deleteStory(db, call) {
    const story = (0,engine_db/* findStory */.hr)(db, call.id);
    const shelf = db.epics.get(story?.epic_id ?? '');
    if (story === undefined || shelf === undefined) {
        return notFound(db);
    }
    const { epic_id, id, number, project_id, title } = story;
    const stored = {
        ...db,
        epics: new Map(db.epics).set(epic_id, { ...shelf, stories: without(shelf.stories, [id]) }),
        storyEpics: without(db.storyEpics, [id]),
        storyNumbers: without(db.storyNumbers, [`${project_id}/${number}`]),
        storyDependencies: db.storyDependencies.filter((row) => row.story_id !== id && row.depends_on_story_id !== id),
        deletions: db.deletions + 1,
    };
    const before = { epic_id, number, title };
    const entry = { entityType: 'story', entityId: id, action: 'deleted', before, after: null };
    return answer((0,engine_feed/* record */.g1)(stored, call.actor, entry), 204, '');
}
function create(db, call, epic) {
    const { number, title } = call.body;
    const refusal = invalid(db, {
        ...story_editing_contentProblems(call.body),
        ...problemsOf({ title: requiredText(title), number: story_editing_numberProblem(number) }),
    });
    if (refusal !== null) {
        return refusal;
    }
    if (db.storyNumbers.has(`${epic.project_id}/${String(number)}`)) {
        return alreadyThere(db, `Story ${String(number)}`);
    }
    const story = { ...newStory(db, epic, String(number), String(title)), ...contentOf(call.body) };
    const { agent_status, epic_id, project_id, verified_status } = story;
    const told = (0,engine_feed/* record */.g1)(addStory(db, story), call.actor, {
        entityType: 'story',
        entityId: story.id,
        action: 'created',
        after: { agent_status, epic_id, number: story.number, project_id, title: story.title, verified_status },
    });
    return answer(told, 201, { story: presentStory(story) });
}
function story_editing_contentProblems(body) {
    return problemsOf({
        description: optionalText(body['description']),
        acceptance_criteria: optionalObjects(body['acceptance_criteria']),
        estimated_hours: parseHours(body['estimated_hours']) === 'invalid' ? ['is invalid'] : null,
        metadata: optionalObject(body['metadata']),
    });
}
/** Criteria are kept as they come: only an import turns `description` into `criterion`. */
function contentOf(body) {
    const { acceptance_criteria: criteria, description, estimated_hours: hours, metadata } = body;
    return {
        ...(description === undefined ? {} : { description: textOrNull(description) }),
        ...(criteria === undefined
            ? {}
            : { acceptance_criteria: Array.isArray(criteria) ? criteria.filter(isObject) : null }),
        ...(hours === undefined ? {} : { estimated_hours: parseHours(hours) }),
        ...(metadata === undefined ? {} : { metadata: objectOrEmpty(metadata) }),
    };
}
function story_editing_numberProblem(number) {
    if (number === undefined || number === null || number === '') {
        return ["can't be blank"];
    }
    if (typeof number !== 'string' && !Number.isSafeInteger(number)) {
        return ['is invalid'];
    }
    return isStoryNumber(String(number)) ? null : ["must be in format 'major.minor' or 'major'"];
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/tenant.js



/** The tenant itself; nothing here tells whose key asked. */
function showTenant(db) {
    return answer(db, 200, { tenant: db.tenant });
}
/** Settings are merged key by key. */
function patchTenant(db, call) {
    const next = (0,engine_db/* tick */.io)(db);
    const settings = { ...db.tenant.settings, ...objectOrEmpty(call.body['settings']) };
    const tenant = { ...db.tenant, settings, updated_at: next.clock };
    return answer({ ...next, tenant }, 200, { tenant });
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/usage.js
/** The story's reports of usage that were not taken out, oldest first. */
function livingUsage(story) {
    return story.usage.filter((row) => row.deleted_at === null);
}
/** What the reports come to. */
function sumOf(usage, field) {
    return usage.reduce((sum, row) => sum + row[field], 0);
}
/** Millicents as dollars, rounded to the cent. */
function dollars(millicents) {
    return (Math.round(millicents / 1000) / 100).toFixed(2);
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/budget.js



/** The budget of a project, an epic or a story. */
function findBudget(db, type, id) {
    return [...db.budgets.values()].find((budget) => budget.scope_type === type && budget.scope_id === id);
}
/** Whether there is such a project, epic or story. */
function scopeExists(db, type, id) {
    switch (type) {
        case 'project':
            return db.projects.has(id);
        case 'epic':
            return db.epics.has(id);
        case 'story':
            return (0,engine_db/* findStory */.hr)(db, id) !== undefined;
    }
}
/** A budget and how much of it is spent. */
function presentBudget(db, budget) {
    const { told, ...shown } = budget;
    const spent = spentOf(db, budget);
    const left = Math.max(budget.budget_millicents - spent, 0);
    return {
        ...shown,
        budget_dollars: dollars(budget.budget_millicents),
        current_spend_millicents: spent,
        current_spend_dollars: dollars(spent),
        remaining_millicents: left,
        remaining_dollars: dollars(left),
        utilization_pct: utilization(spent, budget.budget_millicents),
    };
}
/** Percent of a budget that is spent, rounded down; none of a budget of nothing. */
function utilization(spent, budget) {
    return budget === 0 ? 0 : Math.floor((spent / budget) * 100);
}
/** Of what was told of a budget, what still holds. */
function stillTold(db, budget) {
    const crossed = crossedBy(db, budget);
    return budget.told.filter((threshold) => crossed.includes(threshold));
}
/** Tells, once each, of the thresholds that a story's spending has crossed, its epic's and its project's too. */
function tellCrossings(db, story) {
    const scopes = [
        findBudget(db, 'story', story.id),
        findBudget(db, 'epic', story.epic_id),
        findBudget(db, 'project', story.project_id),
    ];
    return scopes.reduce((before, budget) => (budget === undefined ? before : tell(before, budget)), db);
}
function tell(db, budget) {
    const fresh = crossedBy(db, budget).filter((threshold) => !budget.told.includes(threshold));
    const percent = utilization(spentOf(db, budget), budget.budget_millicents);
    const { id: budget_id, budget_millicents, scope_id, scope_type } = budget;
    const told = fresh.reduce((before, threshold_type) => {
        const metadata = { budget_id, scope_id, scope_type, threshold_type };
        return (0,engine_feed/* recordUnnamed */.g7)(before, {
            entityType: 'token_budget',
            entityId: budget.id,
            action: 'threshold_crossed',
            after: { ...metadata, budget_millicents, utilization_pct: percent },
            metadata,
        });
    }, db);
    const next = { ...budget, told: [...budget.told, ...fresh], updated_at: told.clock };
    return fresh.length === 0 ? db : { ...told, budgets: new Map(told.budgets).set(budget.id, next) };
}
function crossedBy(db, budget) {
    const percent = utilization(spentOf(db, budget), budget.budget_millicents);
    return [
        ...(percent >= budget.alert_threshold_pct ? ['warning'] : []),
        ...(percent >= 100 ? ['exceeded'] : []),
    ];
}
function spentOf(db, { scope_type: type, scope_id: id }) {
    return sumOf(storiesIn(db, type, id).flatMap(livingUsage), 'cost_millicents');
}
function storiesIn(db, type, id) {
    switch (type) {
        case 'project':
            return (0,engine_db/* storiesOf */.TQ)(db, id);
        case 'epic':
            return [...(db.epics.get(id)?.stories.values() ?? [])];
        case 'story': {
            const story = (0,engine_db/* findStory */.hr)(db, id);
            return story === undefined ? [] : [story];
        }
    }
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/token-usage.js








const phases = ['planning', 'implementing', 'reviewing', 'other'];
/** Tokens an agent spent on a story; reports add up, nothing is told apart by session. */
function createUsage(db, call) {
    if (call.actor.agentId === null) {
        return refuse(db, 422, 'API key must be associated with an agent to report token usage');
    }
    const storyId = call.body['story_id'];
    if (storyId === undefined || storyId === null) {
        return refuse(db, 422, 'story_id is required');
    }
    const story = (0,engine_db/* findStory */.hr)(db, String(storyId));
    if (story === undefined) {
        return notFound(db);
    }
    const refusal = invalid(db, usageProblems(call.body));
    if (refusal !== null) {
        return refusal;
    }
    const usage = newUsage(db, story, call.actor.agentId, call.body);
    const summary = {
        agent_id: usage.agent_id,
        cost_millicents: usage.cost_millicents,
        model_name: usage.model_name,
        skill_version_id: usage.skill_version_id,
        story_id: usage.story_id,
        total_tokens: usage.total_tokens,
    };
    const entry = { entityType: 'token_usage_report', entityId: usage.id, action: 'created', after: summary };
    const stored = (0,engine_db/* putStory */.nw)(db, { ...story, usage: [...story.usage, usage] });
    const told = (0,engine_feed/* record */.g1)(stored, call.actor, { ...entry, projectId: story.project_id, metadata: summary });
    return answer(tellCrossings(told, story), 201, { token_usage_report: presentUsage(usage) });
}
/** The story's reports, newest first, with their sums. */
function listUsage(db, call) {
    const story = (0,engine_db/* findStory */.hr)(db, call.id);
    if (story === undefined) {
        return notFound(db);
    }
    const usage = livingUsage(story);
    const newest = page(usage.toReversed().map(presentUsage), call.query, { usual: 20, most: 100 });
    return answer(db, 200, { ...newest, totals: totalsOf(usage) });
}
/** What is wrong with a usage report. */
function usageProblems(body) {
    const phase = body['phase'];
    return problemsOf({
        input_tokens: requiredCount(body['input_tokens']),
        output_tokens: requiredCount(body['output_tokens']),
        model_name: requiredText(body['model_name']),
        cost_millicents: requiredCount(body['cost_millicents']),
        phase: phase === undefined || phase === null || phases.includes(String(phase)) ? null : ['is invalid'],
        session_id: optionalText(body['session_id']),
        metadata: optionalObject(body['metadata']),
    });
}
/** Stores the usage that came along with a report of the story. */
function addReportedUsage(db, story, actor, body) {
    const usage = newUsage(db, story, actor.agentId ?? '', body);
    const { agent_id, cost_millicents, input_tokens, model_name, output_tokens, phase, story_id } = usage;
    const after = { agent_id, cost_millicents, input_tokens, model_name, output_tokens, phase, story_id };
    const stored = (0,engine_db/* putStory */.nw)(db, { ...story, usage: [...story.usage, usage] });
    const entry = { entityType: 'token_usage_report', entityId: usage.id, action: 'created', after };
    return tellCrossings((0,engine_feed/* record */.g1)(stored, actor, entry), story);
}
/** A report of usage as a row, in the agent's name. */
function newUsage(db, story, agentId, body) {
    const input = countOrZero(body['input_tokens']);
    const output = countOrZero(body['output_tokens']);
    return {
        id: (0,identifier/* identifier */.C)('usage', story.id, story.usage.length),
        tenant_id: db.tenant.id,
        project_id: story.project_id,
        story_id: story.id,
        agent_id: agentId,
        input_tokens: input,
        output_tokens: output,
        total_tokens: input + output,
        model_name: String(body['model_name']),
        cost_millicents: countOrZero(body['cost_millicents']),
        phase: textOrNull(body['phase']) ?? 'other',
        session_id: textOrNull(body['session_id']),
        skill_version_id: textOrNull(body['skill_version_id']),
        metadata: objectOrEmpty(body['metadata']),
        corrects_report_id: null,
        deleted_at: null,
        inserted_at: db.clock,
        updated_at: db.clock,
    };
}
/** A report of usage as every answer shows it. */
function presentUsage(usage) {
    return { ...usage, cost_dollars: dollars(usage.cost_millicents) };
}
function totalsOf(usage) {
    const cost = sumOf(usage, 'cost_millicents');
    return {
        report_count: usage.length,
        total_cost_dollars: dollars(cost),
        total_cost_millicents: cost,
        total_input_tokens: sumOf(usage, 'input_tokens'),
        total_output_tokens: sumOf(usage, 'output_tokens'),
        total_tokens: sumOf(usage, 'total_tokens'),
    };
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/import/import-draft.js

function openDraft(db) {
    return {
        base: db,
        clock: db.clock,
        epics: new Map(db.epics),
        stories: new Map(),
        storyEpics: new Map(db.storyEpics),
        storyNumbers: new Map(db.storyNumbers),
        epicNumbers: new Map(db.epicNumbers),
        storyDependencies: [...db.storyDependencies],
        epicDependencies: [...db.epicDependencies],
    };
}
/** The database with everything the draft holds. */
function closeDraft(draft) {
    const { base, clock, storyEpics, storyNumbers, epicNumbers } = draft;
    // Dependencies are only ever added: a list that did not grow is the one that was, and everything made from it stands.
    const storyDependencies = grown(base.storyDependencies, draft.storyDependencies);
    const epicDependencies = grown(base.epicDependencies, draft.epicDependencies);
    for (const [epicId, stories] of draft.stories) {
        const shelf = draft.epics.get(epicId);
        if (shelf !== undefined) {
            draft.epics.set(epicId, { ...shelf, stories });
        }
    }
    const parts = { storyEpics, storyNumbers, epicNumbers, storyDependencies, epicDependencies };
    return { ...base, ...parts, clock, epics: draft.epics };
}
function grown(before, after) {
    return after.length === before.length ? before : after;
}
/** The next moment; every row gets one of its own, so that their order is kept. */
function draftTick(draft) {
    draft.clock = (0,timestamp/* shiftMicroseconds */.sg)(draft.clock, 1);
    return draft.clock;
}
function putDraftEpic(draft, epic) {
    draft.epics.set(epic.id, { epic, stories: draft.epics.get(epic.id)?.stories ?? new Map() });
    draft.epicNumbers.set(`${epic.project_id}/${epic.number}`, epic.id);
}
function putDraftStory(draft, story) {
    const stories = draft.stories.get(story.epic_id) ?? new Map(draft.epics.get(story.epic_id)?.stories);
    stories.set(story.id, story);
    draft.stories.set(story.epic_id, stories);
    draft.storyEpics.set(story.id, story.epic_id);
    draft.storyNumbers.set(`${story.project_id}/${story.number}`, story.id);
}
function findDraftStory(draft, projectId, number) {
    const id = draft.storyNumbers.get(`${projectId}/${number}`) ?? '';
    const epicId = draft.storyEpics.get(id) ?? '';
    return draft.stories.get(epicId)?.get(id) ?? draft.epics.get(epicId)?.stories.get(id);
}
function findDraftEpic(draft, projectId, number) {
    return draft.epics.get(draft.epicNumbers.get(`${projectId}/${number}`) ?? '')?.epic;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/import/import-stories.js





/** Puts epics and stories into the draft; those that are there by number are updated where the payload differs. */
function importStories(draft, projectId, epics) {
    const counts = { epics_created: 0, epics_updated: 0, stories_created: 0, stories_updated: 0 };
    for (const [index, imported] of epics.entries()) {
        const known = findDraftEpic(draft, projectId, imported.number);
        const epic = known === undefined ? import_stories_createEpic(draft, projectId, imported, index) : mergeEpic(draft, known, imported);
        counts[known === undefined ? 'epics_created' : 'epics_updated'] += 1;
        for (const story of imported.stories) {
            counts[importStory(draft, epic, story)] += 1;
        }
    }
    return counts;
}
function importStory(draft, epic, story) {
    const known = findDraftStory(draft, epic.project_id, story.number);
    const next = known === undefined ? import_stories_createStory(draft, epic, story) : mergeStory(draft, known, story);
    if (next !== known)
        putDraftStory(draft, next);
    return known === undefined ? 'stories_created' : 'stories_updated';
}
function import_stories_createEpic(draft, projectId, imported, index) {
    const { number, title, fields } = imported;
    const at = { ...draft.base, clock: draftTick(draft) };
    const epic = newEpic(at, projectId, { ...fields, number, title }, index);
    putDraftEpic(draft, epic);
    return epic;
}
function mergeEpic(draft, known, imported) {
    const merged = { ...known, ...imported.fields, title: imported.title };
    if ((0,external_node_util_.isDeepStrictEqual)(merged, known)) {
        return known;
    }
    const epic = { ...merged, updated_at: draftTick(draft) };
    putDraftEpic(draft, epic);
    return epic;
}
function import_stories_createStory(draft, epic, imported) {
    const inserted = { ...draft.base, clock: draftTick(draft) };
    const story = {
        ...newStory(inserted, epic, imported.number, imported.title),
        description: textOrNull(imported.fields['description']),
        metadata: objectOrEmpty(imported.fields['metadata']),
        acceptance_criteria: imported.criteria ?? null,
        estimated_hours: imported.estimatedHours ?? null,
    };
    if (!imported.reportedDone) {
        return story;
    }
    const reportedAt = draftTick(draft);
    return { ...story, agent_status: 'reported_done', reported_done_at: reportedAt, updated_at: draftTick(draft) };
}
function mergeStory(draft, known, imported) {
    const { description, metadata } = imported.fields;
    const merged = {
        ...known,
        title: imported.title,
        ...(description === undefined ? {} : { description: textOrNull(description) }),
        ...(metadata === undefined ? {} : { metadata: { ...notesOf(known), ...objectOrEmpty(metadata) } }),
        ...(imported.criteria === undefined ? {} : { acceptance_criteria: imported.criteria }),
        ...(imported.estimatedHours === undefined ? {} : { estimated_hours: imported.estimatedHours }),
    };
    return (0,external_node_util_.isDeepStrictEqual)(merged, known) ? known : { ...merged, updated_at: draftTick(draft) };
}
/** Where its work was done, or what it went through in another store, lives in the metadata too: no backlog wipes it out. */
function notesOf(known) {
    return Object.fromEntries(Object.entries(known.metadata).filter(([name]) => name === 'backfill' || name === 'moved'));
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/import/import-backlog.js







/** A backlog comes in: afresh, where nothing of it may be there yet, or merged by number. */
function importBacklog(db, call) {
    const projectId = call.id;
    if (!db.projects.has(projectId)) {
        return notFound(db);
    }
    const payload = readImport(call.body);
    if ('problem' in payload) {
        return refuse(db, 422, payload.problem);
    }
    // A boolean in the body is not heard by the server either.
    const merge = call.query['merge'] === 'true' || call.body['merge'] === 'true';
    const refusal = merge ? null : refuseKnown(db, projectId, payload);
    return refusal ?? run(db, call, payload, { projectId, merge });
}
function run(db, call, payload, { projectId, merge }) {
    const draft = openDraft(db);
    const counts = importStories(draft, projectId, payload.epics);
    const edges = importEdges(draft, projectId, payload);
    if ('problem' in edges) {
        return refuse(db, 422, edges.problem);
    }
    const stored = closeDraft(draft);
    const cycle = cycleProblem(stored, merge);
    if (cycle !== null) {
        return refuse(db, 422, cycle);
    }
    const { epics_created, stories_created, stories_updated } = counts;
    const told = (0,engine_feed/* record */.g1)(stored, call.actor, {
        entityType: 'project',
        entityId: projectId,
        action: merge ? 'merge_imported' : 'imported',
        after: merge ? { stories_created, stories_updated } : { epics_created, stories_created },
    });
    const result = merge
        ? {
            ...counts,
            dependencies_created: edges.created,
            dependencies_existing: edges.existing,
            stories_orphaned: orphans(stored, projectId, payload),
        }
        : { epics_created, stories_created, dependencies_created: edges.created };
    return answer(told, merge ? 200 : 201, { import: result });
}
function importEdges(draft, projectId, payload) {
    const stories = importStoryEdges(draft, projectId, payload);
    const epics = importEpicEdges(draft, projectId, payload);
    if ('problem' in stories) {
        return stories;
    }
    return 'problem' in epics ? epics : addEdges(stories, epics);
}
function addEdges(one, other) {
    return { created: one.created + other.created, existing: one.existing + other.existing };
}
function importStoryEdges(draft, projectId, payload) {
    const known = new Set(draft.storyDependencies.map((row) => `${row.story_id}/${row.depends_on_story_id}`));
    const existing = payload.storyDependencies.length === 0 ? 0 : countOfProject(draft, projectId);
    const before = draft.storyDependencies.length;
    for (const edge of payload.storyDependencies) {
        const from = findDraftStory(draft, projectId, edge.from)?.id;
        const to = findDraftStory(draft, projectId, edge.to)?.id;
        if (from === undefined || to === undefined) {
            return { problem: unresolved('story', from === undefined ? edge.from : edge.to) };
        }
        if (!known.has(`${from}/${to}`)) {
            known.add(`${from}/${to}`);
            draft.storyDependencies.push({ story_id: from, depends_on_story_id: to, inserted_at: draftTick(draft) });
        }
    }
    return { created: draft.storyDependencies.length - before, existing };
}
function importEpicEdges(draft, projectId, payload) {
    const known = new Set(draft.epicDependencies.map((row) => `${row.epic_id}/${row.depends_on_epic_id}`));
    const before = draft.epicDependencies.length;
    const existing = payload.epicDependencies.length === 0 ? 0 : countEpicEdges(draft, projectId);
    for (const edge of payload.epicDependencies) {
        const from = findDraftEpic(draft, projectId, edge.from)?.id;
        const to = findDraftEpic(draft, projectId, edge.to)?.id;
        if (from === undefined || to === undefined) {
            return { problem: unresolved('epic', String(from === undefined ? edge.from : edge.to)) };
        }
        if (!known.has(`${from}/${to}`)) {
            known.add(`${from}/${to}`);
            draft.epicDependencies.push({ epic_id: from, depends_on_epic_id: to, inserted_at: draftTick(draft) });
        }
    }
    return { created: draft.epicDependencies.length - before, existing };
}
function countOfProject(draft, projectId) {
    const { storyDependencies } = draft.base;
    return storyDependencies.filter((row) => (0,engine_db/* findStory */.hr)(draft.base, row.story_id)?.project_id === projectId).length;
}
function countEpicEdges(draft, projectId) {
    return draft.base.epicDependencies.filter((row) => draft.epics.get(row.epic_id)?.epic.project_id === projectId)
        .length;
}
/** The server lets a merge import close a circle of epics; whoever prepares the backlog must look. */
function cycleProblem(db, merge) {
    const cycle = findCycle(prerequisites(db.storyDependencies)) ??
        (merge ? null : findCycle(epicPrerequisites(db.epicDependencies)));
    return cycle === null ? null : `Cycle detected: ${cycle.join(' -> ')}`;
}
function refuseKnown(db, projectId, payload) {
    const epics = payload.epics
        .map(({ number }) => number)
        .filter((number) => db.epicNumbers.has(`${projectId}/${number}`));
    const imported = new Set(payload.epics.flatMap(({ stories }) => stories.map(({ number }) => number)));
    const stories = inOrderOfArrival(db, projectId).filter(({ number }) => imported.has(number));
    if (epics.length + stories.length === 0) {
        return null;
    }
    return refuse(db, 409, 'Import conflicts with existing data. Use merge=true to update.', {
        details: { duplicate_epic_numbers: epics, duplicate_story_numbers: stories.map(({ number }) => number) },
    });
}
function orphans(db, projectId, payload) {
    const named = new Set(payload.epics.flatMap(({ stories }) => stories.map(({ number }) => number)));
    return inOrderOfArrival(db, projectId)
        .filter((story) => !named.has(story.number))
        .map(({ number, title }) => ({ number, title }));
}
function inOrderOfArrival(db, projectId) {
    return [...db.storyEpics.keys()].flatMap((id) => {
        const story = (0,engine_db/* findStory */.hr)(db, id);
        return story?.project_id === projectId ? [story] : [];
    });
}
function unresolved(kind, number) {
    return `Unresolved dependency reference: ${kind} '${number}' not found in import`;
}

// EXTERNAL MODULE: ./build/loopctl/embedded/engine/keys.js
var engine_keys = __webpack_require__(4236);
;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/agents.js







/** The agents by name, of a type or status where asked. */
function listAgents(db, call) {
    const asked = [...db.agents.values()].filter((agent) => fitsQuery(agent, call.query, ['agent_type', 'status']));
    const agents = asked.toSorted((one, other) => (one.name < other.name ? -1 : 1));
    const { data, meta } = page(agents, call.query, { usual: 20, most: 100 });
    return answer(db, 200, {
        agents: data.map(agents_present),
        page: meta.page,
        page_size: meta.page_size,
        total: meta.total_count,
    });
}
/** One agent. */
function showAgent(db, call) {
    const agent = db.agents.get(call.id);
    return agent === undefined ? notFound(db) : answer(db, 200, { agent: agents_present(agent) });
}
/** A new agent, to which the key that asks is linked from now on; a key that is linked cannot ask. */
function registerAgent(db, call) {
    const { name, agent_type: type, metadata } = call.body;
    const key = db.keys.get(call.actor.keyId ?? '');
    if (key === undefined || key.agent_id !== null) {
        return conflict(db);
    }
    const id = (0,identifier/* identifier */.C)('agent', String(name));
    const refusal = invalid(db, problemsOf({
        name: requiredText(name) ?? (db.agents.has(id) ? ['has already been taken for this tenant'] : null),
        agent_type: isAgentType(type) ? null : ["can't be blank"],
        metadata: optionalObject(metadata),
    }));
    if (refusal !== null || !isAgentType(type)) {
        return refusal ?? notFound(db);
    }
    const agent = {
        id,
        tenant_id: db.tenant.id,
        name: String(name),
        agent_type: type,
        status: 'active',
        metadata: objectOrEmpty(metadata),
        inserted_at: db.clock,
    };
    const stored = (0,engine_keys/* putKey */.xm)({ ...db, agents: new Map(db.agents).set(id, agent) }, { ...key, agent_id: id });
    const after = { agent_type: type, name: agent.name, status: agent.status };
    const entry = { entityType: 'agent', entityId: id, action: 'registered', after };
    return answer((0,engine_feed/* record */.g1)(stored, call.actor, entry), 201, { agent: agents_present(agent) });
}
function isAgentType(type) {
    return type === 'orchestrator' || type === 'implementer';
}
/** An agent was last seen when it registered: a read writes nothing. */
function agents_present(agent) {
    return { ...agent, last_seen_at: agent.inserted_at, updated_at: agent.inserted_at };
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/cost.js


/** What the reports come to, in tokens and in money. */
function costOf(usage) {
    return {
        total_cost_millicents: sumOf(usage, 'cost_millicents'),
        total_input_tokens: sumOf(usage, 'input_tokens'),
        total_output_tokens: sumOf(usage, 'output_tokens'),
    };
}
/** How many stories the reports are about. */
function storyCount(usage) {
    return new Set(usage.map((row) => row.story_id)).size;
}
/** What one of these stories cost on average, rounded down. */
function averageCost(usage) {
    const stories = storyCount(usage);
    return stories === 0 ? 0 : Math.floor(sumOf(usage, 'cost_millicents') / stories);
}
/** The reports of a project, or of all where none is asked for, between two days where they are asked for. */
function usageAsked(db, { query }) {
    const { project_id: projectId, since = '', until } = query;
    return (0,engine_db/* storiesOf */.TQ)(db, projectId)
        .flatMap(livingUsage)
        .filter(({ inserted_at: at }) => at.slice(0, 10) >= since && (until === undefined || at.slice(0, 10) <= until));
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/analytics.js







const sizes = { usual: 20, most: 100 };
/** What a project's stories cost, by phase and by model. */
function showProjectCost(db, call) {
    if (!db.projects.has(call.id)) {
        return notFound(db);
    }
    const usage = (0,engine_db/* storiesOf */.TQ)(db, call.id).flatMap(livingUsage);
    const budget = findBudget(db, 'project', call.id)?.budget_millicents ?? null;
    return answer(db, 200, {
        data: {
            ...sumsOf(usage),
            agent_count: new Set(usage.map((row) => row.agent_id)).size,
            cost_by_phase: mapOf(Map.groupBy(usage, (row) => row.phase), (rows) => sumOf(rows, 'cost_millicents')),
            model_breakdown: byModel(usage),
            budget_millicents: budget,
            utilization_pct: budget === null ? null : utilization(sumOf(usage, 'cost_millicents'), budget),
        },
    });
}
/** What each agent's stories cost, the cheapest per story first. */
function listAgentCosts(db, call) {
    const agents = [...Map.groupBy(usageAsked(db, call), (row) => row.agent_id)].map(([agentId, rows]) => ({
        ...costOf(rows),
        avg_cost_per_story_millicents: averageCost(rows),
        agent_id: agentId,
        agent_name: db.agents.get(agentId)?.name ?? null,
        primary_model: dearest(rows),
        total_stories_reported: storyCount(rows),
    }));
    const ranked = agents
        .toSorted((one, other) => one.avg_cost_per_story_millicents - other.avg_cost_per_story_millicents)
        .map((agent, index) => ({ ...agent, efficiency_rank: index + 1 }));
    return answer(db, 200, page(ranked, call.query, sizes));
}
/** What the stories of each epic cost, and how much of its budget that is. */
function listEpicCosts(db, call) {
    const byEpic = Map.groupBy(usageAsked(db, call), (row) => (0,engine_db/* findStory */.hr)(db, row.story_id)?.epic_id ?? '');
    const epics = [...byEpic].flatMap(([epicId, rows]) => {
        const epic = db.epics.get(epicId)?.epic;
        const budget = findBudget(db, 'epic', epicId)?.budget_millicents ?? null;
        const spent = sumOf(rows, 'cost_millicents');
        const row = {
            ...sumsOf(rows),
            epic_id: epicId,
            epic_number: epic?.number,
            epic_title: epic?.title,
            model_breakdown: byModel(rows),
            budget_millicents: budget,
            budget_utilization_pct: budget === null ? null : utilization(spent, budget),
        };
        return epic === undefined ? [] : [row];
    });
    return answer(db, 200, page(epics, call.query, sizes));
}
/** What was spent on each model, and how many of its stories were verified. */
function listModelCosts(db, call) {
    const models = [...Map.groupBy(usageAsked(db, call), (row) => row.model_name)].map(([model, rows]) => {
        const stories = [...new Set(rows.map((row) => row.story_id))].flatMap((id) => (0,engine_db/* findStory */.hr)(db, id) ?? []);
        const verified = stories.filter(isVerified).length;
        return {
            ...sumsOf(rows),
            model_name: model,
            verified_count: verified,
            verification_rate: stories.length === 0 ? 0 : verified / stories.length,
        };
    });
    return answer(db, 200, page(models, call.query, sizes));
}
/** What was spent day by day, or week by week from Monday on, oldest first. */
function listTrends(db, call) {
    const periodOf = call.query['granularity'] === 'weekly' ? mondayOf : dayOf;
    const periods = [...Map.groupBy(usageAsked(db, call), periodOf)].map(([period, rows]) => ({
        ...costOf(rows),
        period,
        report_count: rows.length,
        story_count: storyCount(rows),
    }));
    const inOrder = periods.toSorted((one, other) => (one.period < other.period ? -1 : 1));
    return answer(db, 200, page(inOrder, call.query, sizes));
}
function sumsOf(usage) {
    return { ...costOf(usage), story_count: storyCount(usage), avg_cost_per_story_millicents: averageCost(usage) };
}
function byModel(usage) {
    return mapOf(Map.groupBy(usage, (row) => row.model_name), (rows) => ({
        cost_millicents: sumOf(rows, 'cost_millicents'),
        input_tokens: sumOf(rows, 'input_tokens'),
        output_tokens: sumOf(rows, 'output_tokens'),
    }));
}
/** The model that most was spent on. */
function dearest(usage) {
    const models = [...Map.groupBy(usage, (row) => row.model_name)].map(([model, rows]) => [model, sumOf(rows, 'cost_millicents')]);
    return models.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
function dayOf({ inserted_at: at }) {
    return at.slice(0, 10);
}
function mondayOf(row) {
    const day = new Date(`${dayOf(row)}T00:00:00Z`);
    const sinceMonday = (day.getUTCDay() + 6) % 7;
    return new Date(day.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}
function mapOf(groups, value) {
    return Object.fromEntries([...groups].map(([key, rows]) => [key, value(rows)]));
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/api-keys.js




const roles = ['agent', 'orchestrator', 'user'];
/** Every key that was not taken back, newest first; when one was last used is not kept. */
function listKeys(db, call) {
    const keys = [...db.keys.values()].filter((key) => (0,engine_keys/* isActive */.$m)(key, call.now)).toReversed();
    return answer(db, 200, { api_keys: keys.map(api_keys_present) });
}
/** A new key of a role; its text is in this answer alone. */
function createKey(db, call) {
    const { name, role, agent_id: agent, expires_at: expires } = call.body;
    const agentId = textOrNull(agent);
    const expiresAt = (0,timestamp/* parseTimestamp */.EH)(textOrNull(expires) ?? '');
    const refusal = invalid(db, problemsOf({
        name: requiredText(name),
        role: isRole(role) ? null : (requiredText(role) ?? ['is invalid']),
        agent_id: agentId === null || db.agents.has(agentId) ? null : ['does not exist'],
        expires_at: (expires ?? null) === null || expiresAt !== null ? null : ['is invalid'],
    }));
    if (refusal !== null || !isRole(role)) {
        return refusal ?? notFound(db);
    }
    return (refuseSecondKey(db, agentId, role) ?? handOut(db, call.freshKey, { name: String(name), role, agentId, expiresAt }));
}
function handOut(db, rawKey, draft) {
    if (rawKey === null) {
        return refuseWithoutKey(db);
    }
    const made = (0,engine_keys/* withKey */.iC)(db, { ...draft, rawKey });
    const { expires_at, id, inserted_at, key_prefix, name, role } = made.key;
    return answer(made.db, 201, {
        api_key: { expires_at, id, inserted_at, key_prefix, name, raw_key: rawKey, role },
    });
}
/** Takes a key back: it is nobody's from now on. */
function revokeKey(db, call) {
    const key = db.keys.get(call.id);
    if (key === undefined) {
        return notFound(db);
    }
    const revoked = { ...key, revoked_at: db.clock };
    const { id, key_prefix, name, revoked_at, role } = revoked;
    return answer((0,engine_keys/* putKey */.xm)(db, revoked), 200, { api_key: { id, key_prefix, name, revoked_at, role } });
}
/** The refusal of a second key for an agent's role; null where there is none yet. */
function refuseSecondKey(db, agentId, role) {
    return (0,engine_keys/* hasActiveKey */.k7)(db, agentId, role)
        ? invalid(db, { tenant_id: ['agent already has an active key with this role'] })
        : null;
}
/** The refusal where nobody gave the engine a key to hand out: it has no randomness of its own. */
function refuseWithoutKey(db) {
    return refuse(db, 422, 'Keys are handed out by a process that serves this store (`loopctl serve`), and only there.');
}
/** Whether it is a role that a key can have. */
function isRole(role) {
    return roles.includes(String(role)) && typeof role === 'string';
}
function api_keys_present({ expires_at, id, inserted_at, key_prefix, name, revoked_at, role }) {
    return { expires_at, id, inserted_at, key_prefix, last_used_at: null, name, revoked_at, role };
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/audit.js





const fields = ['entity_type', 'entity_id', 'action', 'actor_type', 'actor_id', 'project_id'];
/** All that was done, newest first, with what was there before. */
function listAudit(db, call) {
    const { from, to } = call.query;
    const [earliest, latest] = [(0,timestamp/* parseTimestamp */.EH)(from ?? ''), (0,timestamp/* parseTimestamp */.EH)(to ?? '')];
    const rows = (0,engine_feed/* selectRows */.A5)(db.feed, (row) => fitsQuery(row, call.query, fields) &&
        (earliest === null || row.inserted_at >= earliest) &&
        (latest === null || row.inserted_at <= latest));
    const { data, meta } = page(rows.toReversed(), call.query, { usual: 25, most: 100 });
    return answer(db, 200, {
        data: data.map(({ seq, ...shown }) => shown),
        pagination: { page: meta.page, page_size: meta.page_size, total: meta.total_count },
    });
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/budgets.js







const scopes = ['project', 'epic', 'story'];
/** Percent of a budget from which on it is said to be short, unless told. */
const usualThreshold = 80;
/** Budgets, oldest first. */
function listBudgets(db, call) {
    const budgets = [...db.budgets.values()].filter((budget) => fitsQuery(budget, call.query, ['scope_type', 'scope_id']));
    const rows = budgets.map((budget) => presentBudget(db, budget));
    return answer(db, 200, page(rows, call.query, { usual: 20, most: 100 }));
}
/** One budget, and how much of it is spent. */
function showBudget(db, call) {
    const budget = db.budgets.get(call.id);
    if (budget === undefined) {
        return notFound(db);
    }
    const effective = { budget_source: 'explicit', effective_budget_millicents: budget.budget_millicents };
    return answer(db, 200, { token_budget: { ...presentBudget(db, budget), ...effective } });
}
/** A budget of a project, an epic or a story, each of which has one at most. It stops nothing: it is told of. */
function createBudget(db, call) {
    const { scope_type: type, scope_id: scopeId } = call.body;
    const refusal = invalid(db, problemsOf({
        ...amountChecks(call.body),
        scope_type: isScope(type) ? null : (requiredText(type) ?? ['is invalid']),
        scope_id: requiredText(scopeId),
        budget_millicents: requiredCount(call.body['budget_millicents']),
    }));
    if (refusal !== null || !isScope(type)) {
        return refusal ?? notFound(db);
    }
    if (!scopeExists(db, type, String(scopeId))) {
        return notFound(db);
    }
    if (findBudget(db, type, String(scopeId)) !== undefined) {
        return conflict(db);
    }
    const budget = {
        id: (0,identifier/* identifier */.C)('budget', type, String(scopeId)),
        tenant_id: db.tenant.id,
        scope_type: type,
        scope_id: String(scopeId),
        budget_millicents: 0,
        budget_input_tokens: null,
        budget_output_tokens: null,
        alert_threshold_pct: usualThreshold,
        metadata: {},
        ...amountsOf(call.body),
        told: [],
        inserted_at: db.clock,
        updated_at: db.clock,
    };
    return answer(store(db, budget, call, 'created'), 201, { token_budget: presentBudget(db, budget) });
}
/** Changes how much a budget is; a threshold that is no longer crossed will be told of again. */
function patchBudget(db, call) {
    const budget = db.budgets.get(call.id);
    if (budget === undefined) {
        return notFound(db);
    }
    const refusal = invalid(db, amountProblems(call.body));
    if (refusal !== null) {
        return refusal;
    }
    const changed = { ...budget, ...amountsOf(call.body), updated_at: db.clock };
    const next = { ...changed, told: stillTold(db, changed) };
    return answer(store(db, next, call, 'updated'), 200, { token_budget: presentBudget(db, next) });
}
function store(db, budget, call, action) {
    const { alert_threshold_pct, budget_input_tokens, budget_millicents, budget_output_tokens, scope_id, scope_type } = budget;
    const after = {
        alert_threshold_pct,
        budget_input_tokens,
        budget_millicents,
        budget_output_tokens,
        scope_id,
        scope_type,
    };
    const stored = { ...db, budgets: new Map(db.budgets).set(budget.id, budget) };
    return (0,engine_feed/* record */.g1)(stored, call.actor, { entityType: 'token_budget', entityId: budget.id, action, after });
}
function amountProblems(body) {
    return problemsOf(amountChecks(body));
}
function amountChecks(body) {
    return {
        budget_millicents: optionalCount(body['budget_millicents']),
        budget_input_tokens: optionalCount(body['budget_input_tokens']),
        budget_output_tokens: optionalCount(body['budget_output_tokens']),
        alert_threshold_pct: optionalCount(body['alert_threshold_pct']),
        metadata: optionalObject(body['metadata']),
    };
}
/** What the body says of a budget; what it leaves out is left as it was. */
function amountsOf(body) {
    const amounts = ['budget_millicents', 'budget_input_tokens', 'budget_output_tokens', 'alert_threshold_pct'];
    const given = amounts.filter((name) => body[name] !== undefined && body[name] !== null);
    return {
        ...Object.fromEntries(given.map((name) => [name, countOrZero(body[name])])),
        ...(body['metadata'] === undefined ? {} : { metadata: objectOrEmpty(body['metadata']) }),
    };
}
function isScope(type) {
    return typeof type === 'string' && scopes.includes(type);
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/dispatches.js









/** Seconds that a dispatch's key lives. */
const lifetime = { least: 60, usual: 3600, most: 14_400 };
/** A key for a while, for somebody who is told to do something; which story it names restricts nothing. */
function createDispatch(db, call) {
    const { role, agent_id: agent, story_id: story, parent_dispatch_id: parentId } = call.body;
    if (!isRole(role)) {
        return refuse(db, 422, 'Dispatch creation failed');
    }
    const parent = db.dispatches.get(String(parentId)) ?? null;
    const [agentId, storyId] = [textOrNull(agent), textOrNull(story)];
    const refusal = refuseParent(db, parentId, parent) ??
        invalid(db, problemsOf({
            agent_id: agentId === null || db.agents.has(agentId) ? null : ['does not exist'],
            story_id: storyId === null || (0,engine_db/* findStory */.hr)(db, storyId) !== undefined ? null : ['does not exist'],
        })) ??
        refuseSecondKey(db, agentId, role);
    return refusal ?? mint(db, call, { role, agentId, storyId, parent });
}
/** Dispatches, newest first. */
function listDispatches(db, call) {
    const { active_only: activeOnly } = call.query;
    const rows = [...db.dispatches.values()].filter((row) => fitsQuery(row, call.query, ['role', 'story_id', 'agent_id']) &&
        (activeOnly !== 'true' || (0,engine_keys/* isActive */.$m)(row, call.now)));
    const [limit, offset] = [Math.min(count(call.query['limit'], 50), 500), count(call.query['offset'], 0, 0)];
    const data = rows.toReversed().slice(offset, offset + limit);
    return answer(db, 200, { data, meta: { limit, offset, total_count: rows.length } });
}
/** One dispatch. */
function showDispatch(db, call) {
    const row = db.dispatches.get(call.id);
    return row === undefined ? notFound(db) : answer(db, 200, { data: row });
}
/** The oldest dispatch that still counts and is not the implementer's own: who is to verify what it implements. */
function verifierFor(db, implementer) {
    const able = [...db.dispatches.values()].filter((row) => (0,engine_keys/* isActive */.$m)(row, db.clock) && row.agent_id !== implementer);
    return able[0]?.id ?? null;
}
function mint(db, call, { role, agentId, storyId, parent }) {
    if (call.freshKey === null) {
        return refuseWithoutKey(db);
    }
    const id = (0,identifier/* identifier */.C)('dispatch', db.dispatches.size);
    const expiresAt = (0,timestamp/* addSeconds */.ps)(db.clock, secondsOf(call.body['expires_in_seconds']));
    const dispatch = {
        id,
        tenant_id: db.tenant.id,
        agent_id: agentId,
        story_id: storyId,
        role,
        parent_dispatch_id: parent?.id ?? null,
        lineage_path: [...(parent?.lineage_path ?? []), id],
        created_at: db.clock,
        expires_at: expiresAt,
        revoked_at: null,
    };
    const stored = { ...db, dispatches: new Map(db.dispatches).set(id, dispatch) };
    const made = (0,engine_keys/* withKey */.iC)(stored, { name: `dispatch-${id}`, role, agentId, expiresAt, rawKey: call.freshKey });
    return answer(made.db, 201, {
        data: {
            dispatch,
            api_key: { raw_key: call.freshKey, role, agent_id: agentId, expires_at: expiresAt },
            next_action: {
                description: 'Pass the raw_key to the sub-agent via launch arguments. Never store it.',
                learn_more: 'https://loopctl.com/wiki/dispatch-lineage',
            },
        },
    });
}
function refuseParent(db, id, parent) {
    if (id === undefined || id === null) {
        return null;
    }
    if (parent === null) {
        return refuse(db, 404, 'Parent dispatch not found');
    }
    return (0,engine_keys/* isActive */.$m)(parent, db.clock)
        ? null
        : refuse(db, 403, 'Parent dispatch has expired', { code: 'parent_dispatch_expired' });
}
function secondsOf(wanted) {
    const seconds = typeof wanted === 'number' && Number.isSafeInteger(wanted) ? wanted : lifetime.usual;
    return Math.min(Math.max(seconds, lifetime.least), lifetime.most);
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/skill-cost.js




/** What the stories cost that were done by each version of a skill; a version that no report names is left out. */
function showSkillCost(db, call) {
    const skill = db.skills.get(call.id);
    if (skill === undefined) {
        return notFound(db);
    }
    const costs = skill.versions.flatMap((version) => skill_cost_costOf(db, version) ?? []);
    const data = costs.map((cost, index) => ({ ...cost, ...comparedTo(costs[index - 1], cost) }));
    return answer(db, 200, { data });
}
/** How much the stories that name a version cost; null where none does. */
function skill_cost_costOf(db, version) {
    const isOf = (story) => livingUsage(story).some((row) => row.skill_version_id === version.id);
    const stories = (0,engine_db/* storiesOf */.TQ)(db, undefined).filter(isOf);
    const usage = stories.flatMap(livingUsage).filter((row) => row.skill_version_id === version.id);
    const cost = sumOf(usage, 'cost_millicents');
    return stories.length === 0
        ? null
        : {
            version: version.version,
            invocations: stories.length,
            total_cost_millicents: cost,
            avg_cost_per_story_millicents: Math.floor(cost / stories.length),
            verification_rate: stories.filter(isVerified).length / stories.length,
        };
}
function comparedTo(before, cost) {
    const old = before?.avg_cost_per_story_millicents ?? 0;
    const more = cost.avg_cost_per_story_millicents - old;
    return old === 0
        ? { cost_change_pct: null, cost_regression: false }
        : { cost_change_pct: Math.round((more / old) * 1000) / 10, cost_regression: more > 0 };
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/skill.js



/** What the skill says now. */
function currentVersion(skill) {
    const version = skill.versions.at(-1);
    if (version === undefined) {
        throw new Error(`skill ${skill.name} has no version`);
    }
    return version;
}
/** The database with this skill as it is now. */
function putSkill(db, skill) {
    return { ...db, skills: new Map(db.skills).set(skill.id, skill) };
}
/** The version of this number; `invalid` for what is no number. */
function findVersion(skill, number) {
    return /^\d{1,9}$/.test(number)
        ? (skill.versions.find((version) => version.version === Number(number)) ?? null)
        : 'invalid';
}
/** The database with one more skill, made from what a call says of it. */
function addSkill(db, call, body) {
    const projectId = textOrNull(body['project_id']);
    const id = (0,identifier/* identifier */.C)('skill', projectId ?? '', String(body['name']));
    const skill = {
        id,
        name: String(body['name']),
        description: textOrNull(body['description']),
        project_id: projectId,
        status: 'active',
        metadata: objectOrEmpty(body['metadata']),
        inserted_at: db.clock,
        updated_at: db.clock,
        versions: [newVersion(db, { id, version: 1 }, call, { prompt_text: body['prompt_text'] })],
        results: [],
    };
    return { db: putSkill(db, skill), skill };
}
/** The skill with one more version. */
function withVersion(db, skill, call, body) {
    const version = newVersion(db, { id: skill.id, version: skill.versions.length + 1 }, call, body);
    return { ...skill, versions: [...skill.versions, version], updated_at: db.clock };
}
function newVersion(db, { id, version }, { actor }, body) {
    return {
        id: (0,identifier/* identifier */.C)('skill-version', id, version),
        version,
        prompt_text: String(body['prompt_text']),
        changelog: textOrNull(body['changelog']),
        created_by: (0,engine_feed/* actorLabel */.Gy)(actor),
        metadata: objectOrEmpty(body['metadata']),
        inserted_at: db.clock,
    };
}
/** The skills of this name: the tenant's and the projects'. */
function namesakes(db, name) {
    return [...db.skills.values()].filter((skill) => skill.name === name);
}
/** What is wrong with a skill. */
function skillProblems(body) {
    return problemsOf({
        name: requiredText(body['name']),
        description: optionalText(body['description']),
        ...versionChecks(body),
    });
}
/** What each field of a version says against it. */
function versionChecks(body) {
    return {
        prompt_text: requiredText(body['prompt_text']),
        changelog: optionalText(body['changelog']),
        metadata: optionalObject(body['metadata']),
    };
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/skill-import.js




/** Makes what is new and changes what says something else; what says the same stays as it is. */
function importSkills(db, call) {
    const { skills: given } = call.body;
    if (!Array.isArray(given)) {
        return refuse(db, 400, "Request body must contain a 'skills' array");
    }
    const entries = given.map(objectOrEmpty);
    const twice = entries.find((entry) => namesakes(db, entry['name']).length > 1);
    const refusal = (twice === undefined ? null : refuse(db, 422, `More than one skill has the name ${String(twice['name'])}`)) ??
        entries.map((entry) => invalid(db, skillProblems(entry))).find((problem) => problem !== null);
    return refusal ?? importAll(db, call, entries);
}
function importAll(db, call, entries) {
    const counts = { total: entries.length, created: 0, updated: 0, unchanged: 0 };
    let after = db;
    for (const entry of entries) {
        const [known] = namesakes(after, entry['name']);
        if (known === undefined) {
            after = addSkill((0,engine_db/* tick */.io)(after), call, { ...entry, project_id: null }).db;
            counts.created += 1;
        }
        else if (currentVersion(known).prompt_text === entry['prompt_text']) {
            counts.unchanged += 1;
        }
        else {
            const next = (0,engine_db/* tick */.io)(after);
            after = putSkill(next, withVersion(next, known, call, { prompt_text: entry['prompt_text'] }));
            counts.updated += 1;
        }
    }
    return answer(after, 200, counts);
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/skills.js





/** Skills by name, archived ones too; `name` is looked for anywhere in a name, with the wildcards of SQL. */
function listSkills(db, call) {
    const { name } = call.query;
    const fits = name === undefined ? () => true : like(name);
    const skills = [...db.skills.values()].filter((skill) => fits(skill.name) && fitsQuery(skill, call.query, ['project_id', 'status']));
    const byName = skills.toSorted((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));
    return answer(db, 200, page(byName.map(presentSkill), call.query, { usual: 20, most: 100 }));
}
/** A skill and what it says now. */
function showSkill(db, call) {
    const skill = db.skills.get(call.id);
    return skill === undefined
        ? notFound(db)
        : answer(db, 200, { skill: presentSkill(skill), current_prompt: currentVersion(skill).prompt_text });
}
/** A new skill; its name is its own within the tenant, or within a project. */
function createSkill(db, call) {
    const { name, project_id: project } = call.body;
    const projectId = textOrNull(project);
    const refusal = invalid(db, { ...skillProblems(call.body), ...projectProblems(db, projectId) }) ??
        (namesakes(db, name).some((skill) => skill.project_id === projectId)
            ? invalid(db, { tenant_id: ['has already been taken for this tenant and project'] })
            : null);
    if (refusal !== null) {
        return refusal;
    }
    const stored = addSkill(db, call, call.body);
    return answer(stored.db, 201, {
        skill: presentSkill(stored.skill),
        version: presentVersion(stored.skill, currentVersion(stored.skill)),
    });
}
/** Changes what is said about a skill, or takes it out again; what it says itself changes by a new version. */
function patchSkill(db, call) {
    const skill = db.skills.get(call.id);
    if (skill === undefined) {
        return notFound(db);
    }
    const { description, status, metadata } = call.body;
    const isKnown = status === 'active' || status === 'archived';
    const refusal = invalid(db, problemsOf({
        description: optionalText(description),
        status: (status ?? null) === null || isKnown ? null : ['is invalid'],
        metadata: optionalObject(metadata),
    }));
    if (refusal !== null) {
        return refusal;
    }
    const changed = {
        ...skill,
        ...(description === undefined ? {} : { description: textOrNull(description) }),
        ...(isKnown ? { status } : {}),
        ...(metadata === undefined ? {} : { metadata: objectOrEmpty(metadata) }),
        updated_at: db.clock,
    };
    return answer(putSkill(db, changed), 200, { skill: presentSkill(changed) });
}
/** Puts a skill away; it can still be read. */
function archiveSkill(db, call) {
    const skill = db.skills.get(call.id);
    if (skill === undefined) {
        return notFound(db);
    }
    const archived = { ...skill, status: 'archived', updated_at: db.clock };
    return answer(putSkill(db, archived), 200, { skill: presentSkill(archived) });
}
/** A skill's next version; the older ones stay. */
function createVersion(db, call) {
    const skill = db.skills.get(call.id);
    if (skill === undefined) {
        return notFound(db);
    }
    const refusal = invalid(db, problemsOf(versionChecks(call.body)));
    if (refusal !== null) {
        return refusal;
    }
    const next = withVersion(db, skill, call, call.body);
    return answer(putSkill(db, next), 201, {
        skill: presentSkill(next),
        version: presentVersion(next, currentVersion(next)),
    });
}
/** A skill's versions, oldest first, without their texts. */
function listVersions(db, call) {
    const skill = db.skills.get(call.id);
    const data = skill?.versions.map(({ prompt_text, metadata, ...shown }) => shown);
    return data === undefined ? notFound(db) : answer(db, 200, { data });
}
/** A skill as every answer shows it. */
function presentSkill(skill) {
    const { versions, results, ...shown } = skill;
    return { ...shown, current_version: versions.length };
}
/** A version with its text. */
function presentVersion(skill, version) {
    return { ...version, skill_id: skill.id };
}
function projectProblems(db, projectId) {
    return problemsOf({ project_id: projectId === null || db.projects.has(projectId) ? null : ['does not exist'] });
}
/** `%` stands for anything, `_` for any character, and capitals do not count. */
function like(pattern) {
    const source = pattern
        .replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
        .replaceAll('%', '.*')
        .replaceAll('_', '.');
    const expression = new RegExp(source, 'is');
    return (name) => expression.test(name);
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/skill-results.js







/** One version of a skill, and what the stories cost that were done by it. */
function showVersion(db, call) {
    return skill_results_withVersion(db, call, (skill, version) => ({
        version: presentVersion(skill, version),
        cost_summary: skill_cost_costOf(db, version),
    }));
}
/** What became of the stories that followed a version. */
function listVersionResults(db, call) {
    return skill_results_withVersion(db, call, (skill, version) => ({
        data: skill.results.filter((result) => result.skill_version_id === version.id),
    }));
}
/** Links a verification to the version of the skill that it followed. */
function createSkillResult(db, call) {
    const { skill_version_id: versionId, story_id: storyId, verification_result_id: resultId, metrics } = call.body;
    const skill = [...db.skills.values()].find((one) => one.versions.some(({ id }) => id === versionId));
    const refusal = invalid(db, problemsOf({
        skill_version_id: requiredText(versionId) ?? (skill === undefined ? ['does not exist'] : null),
        story_id: requiredText(storyId) ?? ((0,engine_db/* findStory */.hr)(db, String(storyId)) === undefined ? ['does not exist'] : null),
        verification_result_id: requiredText(resultId) ?? (findVerification(db, String(resultId)) === null ? ['does not exist'] : null),
        metrics: optionalObject(metrics),
    }));
    if (refusal !== null || skill === undefined) {
        return refusal ?? notFound(db);
    }
    const result = {
        id: (0,identifier/* identifier */.C)('skill-result', skill.id, skill.results.length),
        skill_version_id: String(versionId),
        verification_result_id: String(resultId),
        story_id: String(storyId),
        metrics: objectOrEmpty(metrics),
        inserted_at: db.clock,
    };
    const stored = putSkill(db, { ...skill, results: [...skill.results, result] });
    return answer(stored, 201, { skill_result: result });
}
/** How the stories went that followed each version of a skill; a version without results is left out. */
function showSkillStats(db, call) {
    const skill = db.skills.get(call.id);
    if (skill === undefined) {
        return notFound(db);
    }
    const data = skill.versions.flatMap((version) => {
        const results = skill.results.filter((result) => result.skill_version_id === version.id);
        return results.length === 0 ? [] : [statsOf(db, version, results)];
    });
    return answer(db, 200, { data });
}
function statsOf(db, version, results) {
    const outcomes = results.map((result) => findVerification(db, result.verification_result_id)?.result);
    const count = (outcome) => outcomes.filter((one) => one === outcome).length;
    const found = skill_results_sumOf(results, 'findings_count');
    const wrong = skill_results_sumOf(results, 'false_positive_count');
    return {
        version: version.version,
        total_results: results.length,
        stories_reviewed: new Set(results.map((result) => result.story_id)).size,
        pass_count: count('pass'),
        fail_count: count('fail'),
        partial_count: count('partial'),
        avg_findings: average(results, 'findings_count'),
        avg_false_positives: average(results, 'false_positive_count'),
        avg_iterations: average(results, 'iterations'),
        false_positive_rate: found === 0 ? '0' : String(wrong / found),
    };
}
function numbersOf(results, metric) {
    return results.flatMap(({ metrics }) => (typeof metrics[metric] === 'number' ? [metrics[metric]] : []));
}
function skill_results_sumOf(results, metric) {
    return numbersOf(results, metric).reduce((sum, value) => sum + value, 0);
}
function average(results, metric) {
    const { length } = numbersOf(results, metric);
    return length === 0 ? null : skill_results_sumOf(results, metric) / length;
}
function findVerification(db, id) {
    for (const shelf of db.epics.values()) {
        for (const story of shelf.stories.values()) {
            const found = story.verifications.find((verification) => verification.id === id);
            if (found !== undefined) {
                return found;
            }
        }
    }
    return null;
}
function skill_results_withVersion(db, call, show) {
    const skill = db.skills.get(call.id);
    const version = skill === undefined ? null : findVersion(skill, call.part);
    if (version === 'invalid') {
        return refuse(db, 400, 'Invalid version number');
    }
    return skill === undefined || version === null ? notFound(db) : answer(db, 200, show(skill, version));
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/handlers/usage-editing.js




/** A report that sets another one right: what it says is added, so that it may say less than nothing. */
function correctUsage(db, call) {
    const found = findUsage(db, call.id);
    if (found === null) {
        return notFound(db);
    }
    const refusal = invalid(db, withoutSigns(usageProblems(call.body)));
    if (refusal !== null) {
        return refusal;
    }
    const { story, usage } = found;
    const correction = {
        ...newUsage(db, story, usage.agent_id, call.body),
        corrects_report_id: usage.id,
    };
    const stored = (0,engine_db/* putStory */.nw)(db, { ...story, usage: [...story.usage, correction] });
    return answer(usage_editing_tell(stored, correction, call, 'corrected'), 201, { token_usage_report: presentUsage(correction) });
}
/** Takes a report out of every sum; it stays where it is. */
function deleteUsage(db, call) {
    const found = findUsage(db, call.id);
    if (found === null || found.usage.deleted_at !== null) {
        return notFound(db);
    }
    const { story, usage } = found;
    const deleted = { ...usage, deleted_at: db.clock, updated_at: db.clock };
    const rows = story.usage.map((row) => (row.id === usage.id ? deleted : row));
    const stored = (0,engine_db/* putStory */.nw)(db, { ...story, usage: rows });
    return answer(usage_editing_tell(stored, deleted, call, 'deleted'), 200, { token_usage_report: presentUsage(deleted) });
}
function usage_editing_tell(db, usage, { actor }, action) {
    const { agent_id, corrects_report_id, cost_millicents, project_id: projectId, story_id, total_tokens } = usage;
    const after = { agent_id, corrects_report_id, cost_millicents, story_id, total_tokens };
    return (0,engine_feed/* record */.g1)(db, actor, { entityType: 'token_usage_report', entityId: usage.id, action, after, projectId });
}
function findUsage(db, id) {
    for (const story of (0,engine_db/* storiesOf */.TQ)(db, undefined)) {
        const usage = story.usage.find((row) => row.id === id);
        if (usage !== undefined) {
            return { story, usage };
        }
    }
    return null;
}
function withoutSigns(problems) {
    const isSign = (found) => found[0] === 'must be greater than or equal to 0';
    return Object.fromEntries(Object.entries(problems).filter(([, found]) => !isSign(found)));
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/route.js
const anybody = { atLeast: 'agent' };
const orchestrator = { atLeast: 'orchestrator' };
const user = { atLeast: 'user' };
const onlyAgent = { exactly: ['agent'], named: 'agent' };
const onlyOrchestrator = { exactly: ['orchestrator'], named: 'orchestrator' };
const agentOrOrchestrator = { exactly: ['agent', 'orchestrator'], named: 'agent or orchestrator' };
const orchestratorOrUser = { exactly: ['orchestrator', 'user'], named: 'orchestrator or user' };
const importers = { exactly: ['orchestrator', 'user'], named: 'orchestrator or user or superadmin' };
const stateKeepers = { exactly: ['orchestrator'], named: 'orchestrator or superadmin' };

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/people-routes.js














/** Calls about what people keep beside the stories: keys, agents, dispatches, skills, and what all of it costs. */
const peopleRoutes = [
    { method: 'GET', path: '/api_keys', access: user, handle: listKeys },
    { method: 'POST', path: '/api_keys', access: user, handle: createKey },
    { method: 'DELETE', path: '/api_keys/:id', access: user, handle: revokeKey },
    { method: 'GET', path: '/agents', access: orchestrator, handle: listAgents },
    { method: 'POST', path: '/agents/register', access: onlyAgent, handle: registerAgent },
    { method: 'GET', path: '/agents/:id', access: orchestrator, handle: showAgent },
    { method: 'GET', path: '/audit', access: user, handle: listAudit },
    { method: 'GET', path: '/dispatches', access: anybody, handle: listDispatches },
    { method: 'POST', path: '/dispatches', access: orchestrator, handle: createDispatch },
    { method: 'GET', path: '/dispatches/:id', access: anybody, handle: showDispatch },
    { method: 'GET', path: '/skills', access: anybody, handle: listSkills },
    { method: 'POST', path: '/skills', access: user, handle: createSkill },
    { method: 'POST', path: '/skills/import', access: user, handle: importSkills },
    { method: 'GET', path: '/skills/:id', access: anybody, handle: showSkill },
    { method: 'PATCH', path: '/skills/:id', access: user, handle: patchSkill },
    { method: 'PUT', path: '/skills/:id', access: user, handle: patchSkill },
    { method: 'DELETE', path: '/skills/:id', access: user, handle: archiveSkill },
    { method: 'GET', path: '/skills/:id/versions', access: anybody, handle: listVersions },
    { method: 'POST', path: '/skills/:id/versions', access: user, handle: createVersion },
    { method: 'GET', path: '/skills/:id/versions/:version', access: anybody, handle: showVersion },
    { method: 'GET', path: '/skills/:id/versions/:version/results', access: anybody, handle: listVersionResults },
    { method: 'GET', path: '/skills/:id/stats', access: anybody, handle: showSkillStats },
    { method: 'GET', path: '/skills/:id/cost-performance', access: user, handle: showSkillCost },
    { method: 'POST', path: '/skill_results', access: stateKeepers, handle: createSkillResult },
    { method: 'POST', path: '/token-usage', access: anybody, handle: createUsage },
    { method: 'DELETE', path: '/token-usage/:id', access: user, handle: deleteUsage },
    { method: 'POST', path: '/token-usage/:id/correction', access: user, handle: correctUsage },
    { method: 'GET', path: '/token-budgets', access: anybody, handle: listBudgets },
    { method: 'POST', path: '/token-budgets', access: orchestrator, handle: createBudget },
    { method: 'GET', path: '/token-budgets/:id', access: anybody, handle: showBudget },
    { method: 'PATCH', path: '/token-budgets/:id', access: orchestrator, handle: patchBudget },
    { method: 'PUT', path: '/token-budgets/:id', access: orchestrator, handle: patchBudget },
    { method: 'DELETE', path: '/token-budgets/:id', access: orchestrator, handle: deleteBudget },
    { method: 'GET', path: '/analytics/projects/:id', access: anybody, handle: showProjectCost },
    { method: 'GET', path: '/analytics/agents', access: anybody, handle: listAgentCosts },
    { method: 'GET', path: '/analytics/epics', access: anybody, handle: listEpicCosts },
    { method: 'GET', path: '/analytics/models', access: anybody, handle: listModelCosts },
    { method: 'GET', path: '/analytics/trends', access: anybody, handle: listTrends },
];

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/transitions/artifacts.js





/** One more artifact of the story; posting the same twice gives two. */
function postArtifact(db, story, call) {
    const refusal = invalid(db, artifactProblems(call.body));
    if (refusal !== null) {
        return refusal;
    }
    const artifact = newArtifact(db, story, call.actor, call.body);
    const { artifact_type, exists, path, reported_by, reporter_agent_id, story_id } = artifact;
    const stored = (0,engine_db/* putStory */.nw)(db, { ...story, artifacts: [...story.artifacts, artifact] });
    const told = (0,engine_feed/* record */.g1)(stored, call.actor, {
        entityType: 'artifact_report',
        entityId: artifact.id,
        action: 'created',
        after: { artifact_type, exists, path, reported_by, reporter_agent_id, story_id },
    });
    return answer(told, 201, { artifact_report: artifact });
}
/** What is wrong with an artifact. */
function artifactProblems(body) {
    const exists = body['exists'];
    return problemsOf({
        artifact_type: requiredText(body['artifact_type']),
        path: requiredText(body['path']),
        exists: exists === undefined || exists === null || typeof exists === 'boolean' ? null : ['is invalid'],
        details: optionalObject(body['details']),
    });
}
/** An artifact row in the actor's name. */
function newArtifact(db, story, actor, body) {
    return {
        id: (0,identifier/* identifier */.C)('artifact', story.id, story.artifacts.length),
        tenant_id: db.tenant.id,
        story_id: story.id,
        reported_by: actor.role === 'orchestrator' ? 'orchestrator' : 'agent',
        reporter_agent_id: actor.agentId,
        artifact_type: String(body['artifact_type']),
        path: String(body['path']),
        exists: body['exists'] === true,
        details: objectOrEmpty(body['details']),
        inserted_at: db.clock,
        updated_at: db.clock,
    };
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/transitions/backfill.js





/** A pending story whose work was done outside the loop is recorded as verified, with where it was done. */
function backfill(db, story, call) {
    const refusal = refuseBody(db, call.body);
    if (refusal !== null) {
        return refusal;
    }
    const provenance = parseProvenance(call.body);
    return refuseOrRepeat(db, story, provenance) ?? accept(db, story, call, provenance);
}
function accept(db, story, call, provenance) {
    const next = {
        ...story,
        agent_status: 'reported_done',
        verified_status: 'verified',
        reported_done_at: db.clock,
        verified_at: db.clock,
        metadata: { ...story.metadata, backfill: { ...provenance, backfilled_at: db.clock } },
        updated_at: db.clock,
    };
    const told = (0,engine_feed/* record */.g1)((0,engine_db/* putStory */.nw)(db, next), call.actor, {
        entityType: 'story',
        entityId: story.id,
        action: 'backfilled',
        before: { agent_status: story.agent_status, verified_status: story.verified_status },
        after: {
            ...provenance,
            agent_status: next.agent_status,
            source: 'pre_loopctl',
            verified_status: next.verified_status,
        },
    });
    return answer(told, 200, { story: presentTransition(next) });
}
function refuseOrRepeat(db, story, provenance) {
    if (story.verified_status === 'verified') {
        return isSame(story.metadata['backfill'], provenance)
            ? answer(db, 200, { story: presentTransition(story) })
            : refuse(db, 422, 'Story is already verified and the previous backfill metadata differs from this request. If this is a retry of a different backfill, nothing further is needed; otherwise investigate who verified the story and why.');
    }
    if (story.verified_status === 'rejected') {
        return refuse(db, 422, 'Story is in `verified_status=:rejected`. Backfill refuses to overwrite a rejection. Investigate the rejection reason in the audit trail, and if the rejection was wrong, create a new story to track the corrected work.');
    }
    if (story.agent_status !== 'pending' || story.assigned_agent_id !== null) {
        return refuse(db, 422, 'Story has loopctl dispatch lineage (non-pending agent_status, assigned_agent_id, implementer_dispatch_id, or verifier_dispatch_id is set). Backfill is only for work completed OUTSIDE the loopctl dispatch lifecycle. Use the normal report_story → review_complete → verify_story flow instead.');
    }
    return null;
}
function refuseBody(db, body) {
    const { reason, evidence_url: url, pr_number: pr } = body;
    if (typeof reason !== 'string' || reason.trim() === '') {
        return refuse(db, 422, "`reason` is required and cannot be blank. Describe why this story is being backfilled (e.g. 'completed before loopctl onboarding, see PR #232').");
    }
    if (reason.length > 2000) {
        return refuse(db, 422, '`reason` must be at most 2000 characters.');
    }
    if (url !== undefined && url !== null && !isPlainUrl(url)) {
        return refuse(db, 422, '`evidence_url` must be an http(s):// URL without credentials in the userinfo segment.');
    }
    if (pr !== undefined && pr !== null && !/^[1-9]\d{0,8}$/.test(String(pr))) {
        return refuse(db, 422, '`pr_number` must be a positive integer or a numeric string.');
    }
    return null;
}
function parseProvenance(body) {
    const pr = body['pr_number'];
    return {
        reason: String(body['reason']),
        evidence_url: textOrNull(body['evidence_url']),
        pr_number: pr === undefined || pr === null ? null : Number(pr),
    };
}
function isSame(known, provenance) {
    return (isObject(known) &&
        known['reason'] === provenance.reason &&
        known['evidence_url'] === provenance.evidence_url &&
        known['pr_number'] === provenance.pr_number);
}
function isPlainUrl(url) {
    const parsed = typeof url === 'string' && URL.canParse(url) ? new URL(url) : null;
    return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.username === '' && parsed.password === '';
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/transitions/on-story.js




/** A handler for the story that the path names; not found when there is none. */
function onStory(handle) {
    return (db, call) => {
        const story = (0,engine_db/* findStory */.hr)(db, call.id);
        return story === undefined ? notFound(db) : handle(db, story, call);
    };
}
/** Stores a story whose status an agent changed, and tells of it. */
function changeStatus(db, change, { actor }) {
    const { from, to, told = {} } = change;
    return (0,engine_feed/* record */.g1)((0,engine_db/* putStory */.nw)(db, to), actor, {
        entityType: 'story',
        entityId: from.id,
        action: 'status_changed',
        before: { agent_status: from.agent_status },
        after: { agent_id: actor.agentId, agent_status: to.agent_status, ...told },
    });
}
/** A story in its new status, with what its agent is expected to call next. */
function moved(db, story, next) {
    const nextActions = next.map((action) => ({
        action: action.action,
        method: 'POST',
        path: `/api/v1/stories/${story.id}/${action.call}`,
        preconditions: action.preconditions,
        required_body: action.requiredBody ?? {},
        learn_more: 'https://loopctl.com/wiki/agent-pattern',
    }));
    return answer(db, 200, { next_actions: nextActions, story: presentTransition(story) });
}
const nextActions = {
    claim: { action: 'claim', call: 'claim', preconditions: ['Story must be contracted'] },
    start: { action: 'start', call: 'start', preconditions: ['Story must be assigned to you'] },
    requestReview: {
        action: 'request_review',
        call: 'request-review',
        preconditions: ['Implementation complete', 'Tests passing'],
    },
};

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/transitions/claim.js



/** A contracted story becomes the agent's own, unless something blocks it. */
function claim(db, story, call) {
    if (story.agent_status === 'pending') {
        return mustContractFirst(db);
    }
    if (story.agent_status !== 'contracted') {
        return wrongStatus(db, story, 'claim');
    }
    if (call.actor.agentId === null) {
        return forbidden(db);
    }
    if (blockerFinder(db)(story).length > 0) {
        return conflict(db);
    }
    const next = claimed(db, story, call);
    return moved(storeClaim(db, story, next, call), next, [nextActions.start]);
}
/** The refusal of any step before the handshake. */
function mustContractFirst(db) {
    return refuse(db, 409, 'Story must be contracted before claiming. Call POST /stories/:id/contract first.');
}
/** The story as the claiming agent's. */
function claimed(db, story, call) {
    const { agentId } = call.actor;
    const { clock } = db;
    return { ...story, agent_status: 'assigned', assigned_agent_id: agentId, assigned_at: clock, updated_at: clock };
}
/** Stores a claim and tells of it. */
function storeClaim(db, story, next, call) {
    const { agentId } = call.actor;
    return changeStatus(db, { from: story, to: next, told: { assigned_agent_id: agentId } }, call);
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/transitions/verify.js






/** The orchestrator's word that a reviewed story holds. Whatever `result` says, the story is verified by it. */
function verify(db, story, call) {
    const refusal = refuseWithoutAgent(db, call) ?? refuseByStatus(db, story) ?? refuseSelf(db, story, call);
    if (refusal !== null) {
        return refusal;
    }
    if (!hasReview(story)) {
        const hint = 'Run the review pipeline and call POST /stories/:id/review-complete before attempting to verify.';
        const law = 'The review must be completed AFTER the story was reported done.';
        return refuse(db, 422, `No review record found for this story. ${hint} ${law}`);
    }
    const next = verified(db, story, call);
    const told = tellVerified((0,engine_db/* putStory */.nw)(db, next), story, call);
    return answer(told, 202, {
        status: 'verification_pending',
        run_id: (0,identifier/* identifier */.C)('run', story.id, next.verifications.length),
        story: presentTransition(next),
        next_action: {
            description: `Poll GET /api/v1/stories/${story.id}/verifications for results`,
            learn_more: 'https://loopctl.com/wiki/verification-runs',
        },
    });
}
/** Verifying and rejecting need a key with an agent. */
function refuseWithoutAgent(db, call) {
    const remedy = 'Create an agent with agent_type: orchestrator first, then create an API key with agent_id set.';
    return call.actor.agentId === null
        ? refuse(db, 400, `Orchestrator API key must be linked to a registered agent. ${remedy}`)
        : null;
}
/** Nobody judges their own work, whether they verify or reject it. */
function refuseSelf(db, story, call) {
    return story.assigned_agent_id === call.actor.agentId ? refuseOwnWork(db, 'verify') : null;
}
/** Whether a review was completed after the story was last reported done. */
function hasReview(story) {
    return story.reviews.some((review) => review.completed_at >= (story.reported_done_at ?? ''));
}
/** The story as verified now, with its result. */
function verified(db, story, call) {
    const { body, actor } = call;
    return {
        ...story,
        verified_status: 'verified',
        verified_at: db.clock,
        rejected_at: null,
        rejection_reason: null,
        updated_at: db.clock,
        verifications: [
            ...story.verifications,
            newVerification(db, story, {
                orchestrator_agent_id: actor.agentId,
                result: body['result'] === 'partial' ? 'partial' : 'pass',
                summary: textOrNull(body['summary']),
                findings: objectOrEmpty(body['findings']),
                review_type: textOrNull(body['review_type']),
            }),
        ],
    };
}
/** Tells the feed that the story was verified. */
function tellVerified(db, story, call) {
    return (0,engine_feed/* record */.g1)(db, call.actor, {
        entityType: 'story',
        entityId: story.id,
        action: 'verified',
        before: { verified_status: story.verified_status },
        after: { orchestrator_agent_id: call.actor.agentId, verified_status: 'verified' },
    });
}
/** One more result of the story; iterations count passes and fails alike. */
function newVerification(db, story, result) {
    const iteration = story.verifications.length + 1;
    return {
        id: (0,identifier/* identifier */.C)('verification', story.id, iteration),
        tenant_id: db.tenant.id,
        story_id: story.id,
        ...result,
        iteration,
        inserted_at: db.clock,
        updated_at: db.clock,
    };
}
function refuseByStatus(db, story) {
    if (story.agent_status !== 'reported_done') {
        const hint = "Story must be in 'reported_done' agent_status before it can be verified";
        return wrongStatus(db, story, 'verify', hint);
    }
    return story.verified_status === 'verified' ? wrongStatus(db, story, 'verify', 'Story is already verified') : null;
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/transitions/reject.js






/** The story does not hold, for a reason; unless the tenant has it otherwise, it goes back to pending. */
function reject(db, story, call) {
    const refusal = refuseWithoutAgent(db, call) ??
        (requiredText(call.body['reason']) === null ? null : refuse(db, 422, 'reason is required and cannot be blank')) ??
        invalid(db, problemsOf({ findings: optionalObject(call.body['findings']) })) ??
        reject_refuseByStatus(db, story) ??
        refuseSelf(db, story, call);
    if (refusal !== null) {
        return refusal;
    }
    const rejected = storeRejection(db, story, call);
    return answer(rejected.db, 200, { story: presentTransition(rejected.story) });
}
/** Stores a rejection, resets the story where the tenant wants it, and tells of both. */
function storeRejection(db, story, call) {
    const rejected = withRejection(db, story, call);
    const told = (0,engine_feed/* record */.g1)((0,engine_db/* putStory */.nw)(db, rejected), call.actor, {
        entityType: 'story',
        entityId: story.id,
        action: 'rejected',
        before: { verified_status: story.verified_status },
        after: { orchestrator_agent_id: call.actor.agentId, verified_status: 'rejected' },
    });
    if (db.tenant.settings['auto_reset_on_rejection'] === false) {
        return { db: told, story: rejected };
    }
    const later = (0,engine_db/* tick */.io)(told);
    const reset = {
        ...rejected,
        agent_status: 'pending',
        assigned_agent_id: null,
        assigned_at: null,
        reported_done_at: null,
        updated_at: later.clock,
    };
    const toldReset = (0,engine_feed/* recordSystem */.xu)((0,engine_db/* putStory */.nw)(later, reset), 'auto_reset', {
        entityType: 'story',
        entityId: story.id,
        action: 'auto_reset',
        before: { agent_status: story.agent_status, assigned_agent_id: story.assigned_agent_id },
        after: { agent_status: 'pending', assigned_agent_id: null },
    });
    return { db: toldReset, story: reset };
}
function withRejection(db, story, call) {
    const reason = String(call.body['reason']);
    const result = newVerification(db, story, {
        orchestrator_agent_id: call.actor.agentId,
        result: 'fail',
        summary: reason,
        findings: objectOrEmpty(call.body['findings']),
        review_type: textOrNull(call.body['review_type']),
    });
    return {
        ...story,
        verified_status: 'rejected',
        rejected_at: db.clock,
        rejection_reason: reason,
        updated_at: db.clock,
        verifications: [...story.verifications, result],
    };
}
function reject_refuseByStatus(db, story) {
    if (story.agent_status === 'reported_done' || story.verified_status === 'verified') {
        return null;
    }
    const hint = "Story must be 'reported_done' or 'verified' before it can be rejected. Did the agent report done first?";
    return wrongStatus(db, story, 'reject', hint);
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/transitions/bulk.js







/** Claims every story that is contracted; those that are not are reported one by one. */
const bulkClaim = bulk('story_ids', (db, story, call) => story.agent_status === 'contracted' && call.actor.agentId !== null
    ? storeClaim(db, story, claimed(db, story, call), call)
    : `Story is not in contracted status (current: ${story.agent_status})`);
/** Verifies reported stories; a review record is not asked for. */
const bulkVerify = bulk('stories', (db, story, call) => story.agent_status === 'reported_done'
    ? tellVerified((0,engine_db/* putStory */.nw)(db, verified(db, story, call)), story, call)
    : `Story must be in reported_done status to verify (current: ${story.agent_status})`);
/** Rejects stories, each for its reason. */
const bulkReject = bulk('stories', (db, story, call) => {
    if (requiredText(call.body['reason']) !== null) {
        return 'reason is required and cannot be blank';
    }
    return story.agent_status === 'reported_done' || story.verified_status === 'verified'
        ? storeRejection(db, story, call).db
        : `Story must be in reported_done or verified status to reject (current: ${story.agent_status})`;
});
/** Records work as done and verified from whatever status it is in. */
const markComplete = bulk('stories', (db, story, call) => {
    const next = {
        ...verified(db, story, call),
        agent_status: 'reported_done',
        reported_done_at: story.reported_done_at ?? db.clock,
    };
    return (0,engine_feed/* record */.g1)((0,engine_db/* putStory */.nw)(db, next), call.actor, {
        entityType: 'story',
        entityId: story.id,
        action: 'mark_complete',
        before: { agent_status: story.agent_status, verified_status: story.verified_status },
        after: {
            agent_status: next.agent_status,
            orchestrator_agent_id: call.actor.agentId,
            verified_status: next.verified_status,
        },
    });
});
/** Verifies every reported story of an epic that has a review record. */
function verifyAll(db, call) {
    const refusal = refuseWithoutAgent(db, call);
    if (refusal !== null) {
        return refusal;
    }
    const own = [...(db.epics.get(call.id)?.stories.values() ?? [])];
    const eligible = own.filter((story) => story.agent_status === 'reported_done' && story.verified_status !== 'verified');
    const reviewed = eligible.filter(hasReview);
    const stored = reviewed.reduce((before, story) => {
        const next = (0,engine_db/* tick */.io)(before);
        return tellVerified((0,engine_db/* putStory */.nw)(next, verified(next, story, call)), story, call);
    }, db);
    const errors = eligible
        .filter((story) => !hasReview(story))
        .map((story) => ({ story_id: story.id, reason: ':review_not_conducted' }));
    return answer(stored, 200, {
        verified_count: reviewed.length,
        skipped_count: errors.length,
        total_eligible: eligible.length,
        errors,
    });
}
function bulk(list, item) {
    return (db, call) => {
        const entries = call.body[list];
        if (!Array.isArray(entries)) {
            return refuse(db, 422, `${list} is required and must be an array`);
        }
        if (entries.length === 0) {
            return refuse(db, 422, `${list} must not be empty`);
        }
        if (entries.length > 50) {
            return refuse(db, 422, 'Maximum batch size is 50 stories');
        }
        return (call.actor.role === 'agent' ? null : refuseWithoutAgent(db, call)) ?? runAll(db, call, entries, item);
    };
}
function runAll(db, call, entries, item) {
    const results = [];
    let after = db;
    for (const entry of entries) {
        const body = isObject(entry) ? entry : { story_id: entry };
        const id = String(body['story_id']);
        const story = (0,engine_db/* findStory */.hr)(after, id);
        const outcome = story === undefined ? 'Story not found' : item((0,engine_db/* tick */.io)(after), story, { ...call, body });
        if (typeof outcome === 'string') {
            results.push({ story_id: id, status: 'error', reason: outcome });
        }
        else {
            after = outcome;
            results.push({ story_id: id, status: 'success' });
        }
    }
    results.sort((one, other) => (one.story_id < other.story_id ? -1 : 1));
    const status = results.some((result) => result.status === 'success') ? 200 : 422;
    return answer(after, status, { results });
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/transitions/contract.js


/** The handshake: title and number of criteria as the story has them; an orchestrator's key is not asked. */
function contract(db, story, call) {
    const mismatch = call.actor.role === 'agent' ? checkTerms(db, story, call.body) : null;
    if (mismatch !== null) {
        return mismatch;
    }
    if (story.agent_status !== 'pending') {
        return wrongStatus(db, story, 'contract');
    }
    const next = { ...story, agent_status: 'contracted', updated_at: db.clock };
    const told = changeStatus(db, { from: story, to: next }, call);
    return moved(told, next, [nextActions.claim]);
}
function checkTerms(db, story, body) {
    const { story_title: title, ac_count: given } = body;
    const expected = story.acceptance_criteria?.length ?? 0;
    if (title !== story.title) {
        return refuse(db, 422, 'story_title does not match');
    }
    if (given === expected) {
        return null;
    }
    const message = `Contract mismatch: expected ac_count ${expected} but got ${String(given)}. Story has ${expected} acceptance criteria.`;
    return refuse(db, 422, message, { context: { expected_ac_count: expected, provided_ac_count: given ?? null } });
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/transitions/recover-cap.js


/** Tells an agent without harm whether a story is assigned to it: 422 when it is (no key to sign with), 404 when not. */
function recoverCap(db, call) {
    const story = (0,engine_db/* findStory */.hr)(db, call.id);
    const isOurs = story !== undefined && call.actor.agentId !== null && story.assigned_agent_id === call.actor.agentId;
    return isOurs
        ? refuse(db, 422, 'Cannot mint cap: {:key_unavailable, :not_found}')
        : refuse(db, 404, 'Story not found or not assigned to you');
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/transitions/report.js





/** Another agent than the implementer says that the work is done. A self-report is refused; here nothing halts. */
function report(db, story, call) {
    if (call.actor.agentId === null) {
        return refuse(db, 422, 'Agent ID required for chain-of-custody');
    }
    if (story.agent_status !== 'implementing') {
        return wrongStatus(db, story, 'report');
    }
    if (story.assigned_agent_id === call.actor.agentId) {
        return refuseOwnWork(db, 'report');
    }
    const { artifact, token_usage: usage } = call.body;
    const refusal = invalid(db, extraProblems(artifact, usage));
    return refusal ?? report_accept(db, story, call);
}
function report_accept(db, story, call) {
    const { artifact, token_usage: usage } = call.body;
    const next = {
        ...story,
        agent_status: 'reported_done',
        reported_by_agent_id: call.actor.agentId,
        reported_done_at: db.clock,
        updated_at: db.clock,
        artifacts: isObject(artifact)
            ? [...story.artifacts, newArtifact(db, story, call.actor, artifact)]
            : story.artifacts,
    };
    const told = changeStatus(db, { from: story, to: next, told: { reported_done_at: db.clock.replace('T', ' ') } }, call);
    return moved(isObject(usage) ? addReportedUsage(told, next, call.actor, usage) : told, next, []);
}
function extraProblems(artifact, usage) {
    return {
        ...(isObject(artifact) ? artifactProblems(artifact) : {}),
        ...(isObject(usage) ? usageProblems(usage) : {}),
    };
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/transitions/request-review.js




/** The implementer asks for a review; the status stays, and the answer shows the story as it was before. */
function requestReview(db, story, call) {
    if (story.agent_status !== 'implementing') {
        return wrongStatus(db, story, 'request_review');
    }
    if (story.assigned_agent_id !== call.actor.agentId) {
        return forbidden(db);
    }
    const verifier = story.verifier_dispatch_id ?? verifierFor(db, story.assigned_agent_id);
    const isAsked = story.verifier_needed || story.verifier_dispatch_id !== null;
    const asked = { verifier_needed: verifier === null, verifier_dispatch_id: verifier, updated_at: db.clock };
    const next = isAsked ? story : { ...story, ...asked };
    return moved((0,engine_db/* putStory */.nw)(db, next), story, [nextActions.requestReview]);
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/transitions/review-complete.js





/** A review was done, and every finding of it is fixed or disproved; verification asks for such a record. */
function reviewComplete(db, story, call) {
    if (story.agent_status !== 'reported_done') {
        const hint = 'The agent must call POST /stories/:id/report first.';
        return refuse(db, 422, `Story must be in reported_done status before a review record can be created. ${hint}`);
    }
    if (call.actor.agentId !== null && call.actor.agentId === story.assigned_agent_id) {
        return refuse(db, 409, 'Cannot review your own implementation.');
    }
    const refusal = invalid(db, reviewProblems(call.body));
    if (refusal !== null) {
        return refusal;
    }
    const review = newReview(db, story, call);
    return answer((0,engine_db/* putStory */.nw)(db, { ...story, reviews: [...story.reviews, review] }), 201, { review_record: review });
}
function newReview(db, story, call) {
    const { body } = call;
    return {
        id: (0,identifier/* identifier */.C)('review', story.id, story.reviews.length),
        tenant_id: db.tenant.id,
        story_id: story.id,
        reviewer_agent_id: call.actor.agentId,
        review_type: String(body['review_type']),
        findings_count: countOrZero(body['findings_count']),
        fixes_count: countOrZero(body['fixes_count']),
        disproved_count: countOrZero(body['disproved_count']),
        summary: textOrNull(body['summary']),
        completed_at: (0,timestamp/* parseTimestamp */.EH)(textOrNull(body['completed_at']) ?? '') ?? db.clock,
        inserted_at: db.clock,
        updated_at: db.clock,
    };
}
function reviewProblems(body) {
    const completedAt = body['completed_at'];
    const isMoment = typeof completedAt === 'string' && (0,timestamp/* parseTimestamp */.EH)(completedAt) !== null;
    return problemsOf({
        review_type: requiredText(body['review_type']),
        findings_count: optionalCount(body['findings_count']),
        fixes_count: optionalCount(body['fixes_count']) ?? unaccounted(body),
        disproved_count: optionalCount(body['disproved_count']),
        summary: optionalText(body['summary']),
        completed_at: completedAt === undefined || completedAt === null || isMoment ? null : ['is invalid'],
    });
}
function unaccounted(body) {
    const [found, fixed, disproved] = ['findings_count', 'fixes_count', 'disproved_count'].map((name) => countOrZero(body[name]));
    const open = (found ?? 0) - (fixed ?? 0) - (disproved ?? 0);
    if (open <= 0) {
        return null;
    }
    const law = 'All findings must be either fixed or explicitly disproved.';
    return [
        `${found} findings confirmed but only ${fixed} fixed and ${disproved} disproved. ${law} ${open} findings unaccounted for.`,
    ];
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/transitions/start.js



/** The agent that claimed the story begins. */
function start(db, story, call) {
    if (story.agent_status === 'pending') {
        return mustContractFirst(db);
    }
    if (story.agent_status === 'contracted') {
        return refuse(db, 409, 'Story must be claimed before starting. Call POST /stories/:id/claim first.');
    }
    if (story.agent_status !== 'assigned') {
        return wrongStatus(db, story, 'start');
    }
    if (story.assigned_agent_id !== call.actor.agentId) {
        return forbidden(db);
    }
    const next = { ...story, agent_status: 'implementing', updated_at: db.clock };
    const told = changeStatus(db, { from: story, to: next }, call);
    return moved(told, next, [nextActions.requestReview]);
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/transitions/unclaim.js






/** The agent gives its story back; a contracted one is nobody's yet and cannot be given back. */
function unclaim(db, story, call) {
    if (story.agent_status === 'pending') {
        return conflict(db);
    }
    if (story.assigned_agent_id === null || story.assigned_agent_id !== call.actor.agentId) {
        return forbidden(db);
    }
    const next = released(db, story);
    const told = changeStatus(db, { from: story, to: next }, call);
    const terms = { story_title: story.title, ac_count: story.acceptance_criteria?.length ?? 0 };
    const preconditions = ['Story must be in pending status'];
    return moved(told, next, [{ action: 'contract', call: 'contract', preconditions, requiredBody: terms }]);
}
/** The orchestrator takes a story back from whoever has it; once is enough, more change nothing. */
function forceUnclaim(db, story, call) {
    const refusal = refuseWithoutAgent(db, call);
    if (refusal !== null) {
        return refusal;
    }
    if (story.agent_status === 'pending' && story.assigned_agent_id === null) {
        return answer(db, 200, { story: presentTransition(story) });
    }
    const next = released(db, story);
    const told = (0,engine_feed/* record */.g1)((0,engine_db/* putStory */.nw)(db, next), call.actor, {
        entityType: 'story',
        entityId: story.id,
        action: 'force_unclaimed',
        before: { agent_status: story.agent_status, assigned_agent_id: story.assigned_agent_id },
        after: { agent_status: next.agent_status, orchestrator_agent_id: call.actor.agentId },
    });
    return answer(told, 200, { story: presentTransition(next) });
}
function released(db, story) {
    return {
        ...story,
        agent_status: 'pending',
        assigned_agent_id: null,
        reported_by_agent_id: null,
        assigned_at: null,
        reported_done_at: null,
        updated_at: db.clock,
    };
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/routes.js






























/** Calls about projects, stories and how far they are. */
const storyRoutes = [
    { method: 'GET', path: '/tenants/me', access: anybody, handle: showTenant },
    { method: 'PATCH', path: '/tenants/me', access: user, handle: patchTenant },
    { method: 'GET', path: '/projects', access: anybody, handle: listProjects },
    { method: 'POST', path: '/projects', access: orchestrator, handle: createProject },
    { method: 'GET', path: '/projects/:id', access: anybody, handle: showProject },
    { method: 'PATCH', path: '/projects/:id', access: orchestrator, handle: patchProject },
    { method: 'PUT', path: '/projects/:id', access: orchestrator, handle: patchProject },
    { method: 'DELETE', path: '/projects/:id', access: user, handle: archiveProject },
    { method: 'POST', path: '/projects/:id/import', access: importers, handle: importBacklog },
    { method: 'GET', path: '/projects/:id/export', access: anybody, handle: exportProject },
    { method: 'GET', path: '/projects/:id/progress', access: anybody, handle: showProgress },
    { method: 'GET', path: '/projects/:id/dependency_graph', access: anybody, handle: showDependencyGraph },
    { method: 'GET', path: '/projects/:id/epics', access: anybody, handle: listEpics },
    { method: 'POST', path: '/projects/:id/epics', access: orchestrator, handle: createEpic },
    { method: 'GET', path: '/projects/:id/epic_dependencies', access: anybody, handle: listEpicDependencies },
    { method: 'POST', path: '/projects/:id/stories', access: orchestrator, handle: createStory },
    { method: 'GET', path: '/epics/:id', access: anybody, handle: showEpic },
    { method: 'PATCH', path: '/epics/:id', access: orchestrator, handle: patchEpic },
    { method: 'DELETE', path: '/epics/:id', access: user, handle: deleteEpic },
    { method: 'GET', path: '/epics/:id/progress', access: anybody, handle: showEpicProgress },
    { method: 'GET', path: '/epics/:id/stories', access: anybody, handle: listEpicStories },
    { method: 'POST', path: '/epics/:id/stories', access: orchestrator, handle: createStoryInEpic },
    { method: 'GET', path: '/epics/:id/story_dependencies', access: anybody, handle: listStoryDependencies },
    { method: 'POST', path: '/epics/:id/verify-all', access: onlyOrchestrator, handle: verifyAll },
    { method: 'POST', path: '/story_dependencies', access: orchestrator, handle: createStoryDependency },
    { method: 'DELETE', path: '/story_dependencies/:id', access: orchestrator, handle: deleteStoryDependency },
    { method: 'POST', path: '/epic_dependencies', access: orchestrator, handle: createEpicDependency },
    { method: 'DELETE', path: '/epic_dependencies/:id', access: orchestrator, handle: deleteEpicDependency },
    { method: 'GET', path: '/stories', access: anybody, handle: listStories },
    { method: 'GET', path: '/stories/ready', access: anybody, handle: listReady },
    { method: 'GET', path: '/stories/blocked', access: anybody, handle: listBlocked },
    { method: 'POST', path: '/stories/bulk/claim', access: onlyAgent, handle: bulkClaim },
    { method: 'POST', path: '/stories/bulk/verify', access: onlyOrchestrator, handle: bulkVerify },
    { method: 'POST', path: '/stories/bulk/reject', access: onlyOrchestrator, handle: bulkReject },
    { method: 'POST', path: '/stories/bulk/mark-complete', access: onlyOrchestrator, handle: markComplete },
    { method: 'GET', path: '/stories/:id', access: anybody, handle: showStory },
    { method: 'PATCH', path: '/stories/:id', access: orchestrator, handle: patchStory },
    { method: 'DELETE', path: '/stories/:id', access: user, handle: deleteStory },
    { method: 'GET', path: '/stories/:id/history', access: anybody, handle: showHistory },
    { method: 'GET', path: '/stories/:id/acceptance_criteria', access: anybody, handle: listCriteria },
    { method: 'GET', path: '/stories/:id/verifications', access: orchestrator, handle: listVerifications },
    { method: 'GET', path: '/stories/:id/artifacts', access: anybody, handle: listArtifacts },
    { method: 'GET', path: '/stories/:id/token-usage', access: anybody, handle: listUsage },
    { method: 'POST', path: '/stories/:id/contract', access: agentOrOrchestrator, handle: onStory(contract) },
    { method: 'POST', path: '/stories/:id/claim', access: onlyAgent, handle: onStory(claim) },
    { method: 'POST', path: '/stories/:id/start', access: onlyAgent, handle: onStory(start) },
    { method: 'POST', path: '/stories/:id/start-work', access: onlyAgent, handle: onStory(start) },
    { method: 'POST', path: '/stories/:id/artifacts', access: agentOrOrchestrator, handle: onStory(postArtifact) },
    { method: 'POST', path: '/stories/:id/request-review', access: onlyAgent, handle: onStory(requestReview) },
    { method: 'POST', path: '/stories/:id/report', access: agentOrOrchestrator, handle: onStory(report) },
    { method: 'POST', path: '/stories/:id/report-done', access: agentOrOrchestrator, handle: onStory(report) },
    { method: 'POST', path: '/stories/:id/review-complete', access: orchestratorOrUser, handle: onStory(reviewComplete) },
    { method: 'POST', path: '/stories/:id/verify', access: onlyOrchestrator, handle: onStory(verify) },
    { method: 'POST', path: '/stories/:id/reject', access: onlyOrchestrator, handle: onStory(reject) },
    { method: 'POST', path: '/stories/:id/unclaim', access: onlyAgent, handle: onStory(unclaim) },
    { method: 'POST', path: '/stories/:id/force-unclaim', access: onlyOrchestrator, handle: onStory(forceUnclaim) },
    { method: 'POST', path: '/stories/:id/backfill', access: orchestrator, handle: onStory(backfill) },
    { method: 'POST', path: '/stories/:id/recover-cap', access: anybody, handle: recoverCap },
    { method: 'GET', path: '/changes', access: anybody, handle: listChanges },
    { method: 'GET', path: '/orchestrator/state/:id', access: stateKeepers, handle: showState },
    { method: 'PUT', path: '/orchestrator/state/:id', access: stateKeepers, handle: saveState },
    { method: 'GET', path: '/orchestrator/state/:id/history', access: stateKeepers, handle: showStateHistory },
];
/** Every call the engine answers; the first that fits is taken. */
const routes = [
    ...storyRoutes,
    ...peopleRoutes,
    {
        method: 'GET',
        path: '/routes',
        access: anybody,
        handle: (db) => answer(db, 200, { count: routes.length, routes: routes.map(describe) }),
    },
];
function describe({ method, path }) {
    return { method, path: `/api/v1${path}` };
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/engine/reduce.js






/**
 * Answers one request as a loopctl server would: the next database and the response. Nothing but the arguments counts,
 * a read changes nothing, and whatever is refused leaves the very same database.
 */
function reduce(db, request, now) {
    const found = findRoute(request);
    if (found === null) {
        return { db, response: { status: 404, body: '<!DOCTYPE html><title>Page not found - loopctl</title>' } };
    }
    const { actor, body, query, freshKey = null } = request;
    const refusal = refuseRole(db, actor.role, found.route.access);
    if (refusal !== null) {
        return refusal;
    }
    if (found.id !== null && !(0,identifier/* isIdentifier */._)(found.id)) {
        return notFound(db);
    }
    const { id, part } = found;
    const moment = (0,timestamp/* latest */.IW)(db.clock, now);
    const call = { actor, id: id ?? '', part, query, body: objectOrEmpty(body), now: moment, freshKey };
    const reply = found.route.handle(request.method === 'GET' ? db : advance(db, now), call);
    return reply.response.status >= 400 || request.method === 'GET' ? { db, response: reply.response } : reply;
}
/** Every request has a moment of its own, later than all before, even where the clock stood still or went back. */
function advance(db, now) {
    const next = (0,engine_db/* tick */.io)(db);
    return { ...next, clock: (0,timestamp/* latest */.IW)(next.clock, now) };
}
const compiled = routes.map((route) => ({
    route,
    segments: `/api/v1${route.path}`.split('/'),
}));
/** The call that a method and a path name; null where there is none, whoever asks. */
function findRoute(request) {
    const segments = request.path.split('/');
    for (const { route, segments: pattern } of compiled) {
        if (route.method === request.method && fits(pattern, segments)) {
            const [place, other] = [pattern.indexOf(':id'), pattern.indexOf(':version')];
            return { route, id: segments[place]?.toLowerCase() ?? null, part: segments[other] ?? '' };
        }
    }
    return null;
}
function fits(pattern, segments) {
    return (pattern.length === segments.length &&
        pattern.every((part, index) => (part.startsWith(':') ? segments[index] !== '' : part === segments[index])));
}
const rank = { agent: 0, orchestrator: 1, user: 2 };
function refuseRole(db, role, access) {
    if ('exactly' in access) {
        return access.exactly.includes(role) ? null : refuse(db, 403, `This endpoint requires the ${access.named} role`);
    }
    return rank[role] >= rank[access.atLeast]
        ? null
        : refuse(db, 403, `Insufficient permissions. Required role: ${access.atLeast}`);
}

// EXTERNAL MODULE: ./build/loopctl/embedded/engine/empty-db.js
var empty_db = __webpack_require__(230);
;// CONCATENATED MODULE: ./build/loopctl/embedded/files/file-layout.js
const storeFile = 'store.json';
const keysFile = 'keys.json';
const dispatchesFile = 'dispatches.json';
const budgetsFile = 'budgets.json';
const skillFolder = 'skills/';
/** The folder of a project: its slug where that is a plain name, else its id. */
function projectFolder(project) {
    return `projects/${/^[a-z0-9][a-z0-9-]*$/.test(project.slug) ? project.slug : project.id}`;
}
/** The file of a state key; whatever is not a plain character is written as its code. */
function stateFile(folder, key) {
    const plain = key.replaceAll(/[^A-Za-z0-9-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
    return `${folder}/state/${plain}.json`;
}
/** So many stories of an epic are in one file; the others are in further parts of it. */
const partSize = 100;
/** The file of what an epic and the first of its stories ask for, or of a further part of them. */
function epicFile(folder, epic, part) {
    return part === 0 ? `${folder}/epics/${epic}.json` : `${folder}/epics/${epic}/${part}.json`;
}
/** The file of what happened to the stories of that part. */
function progressFile(folder, epic, part) {
    return part === 0 ? `${folder}/progress/${epic}.json` : `${folder}/progress/${epic}/${part}.json`;
}
/** The file of what an epic and its stories wait for; of every epic's, where none is named. */
function dependenciesFile(folder, epic) {
    return epic === null ? `${folder}/dependencies.json` : `${folder}/dependencies/${epic}.json`;
}
const segmentsTogether = 100;
/**
 * The file of a segment of the feed. A folder is written anew whenever a file in it is, so it may hold only so many:
 * later ones come together in folders of their own.
 */
function feedFile(segment) {
    const folder = Math.floor(segment / segmentsTogether);
    const place = folder === 0 ? 'feed' : `feed/${String(folder).padStart(4, '0')}`;
    return `${place}/${String(segment).padStart(6, '0')}.json`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
;// CONCATENATED MODULE: ./build/loopctl/embedded/files/file-schemas.js

const version = schemas/* object */.Ikc({ version: schemas/* number */.aig() });
const record = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
const file_schemas_text = schemas/* string */.YjP();
const maybe = schemas/* string */.YjP().nullable();
const versionSchema = version;
const storeSchema = version.extend({
    clock: file_schemas_text,
    deletions: schemas/* number */.aig(),
    feed_length: schemas/* number */.aig(),
    tenant: schemas/* object */.Ikc({
        id: file_schemas_text,
        name: file_schemas_text,
        slug: file_schemas_text,
        email: file_schemas_text,
        status: file_schemas_text,
        settings: record,
        token_data_retention_days: schemas/* number */.aig().nullable(),
        inserted_at: file_schemas_text,
        updated_at: file_schemas_text,
    }),
    agents: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: file_schemas_text,
        name: file_schemas_text,
        agent_type: schemas/* enum */.k5n(['orchestrator', 'implementer']),
        status: file_schemas_text,
        metadata: record.default({}),
        inserted_at: file_schemas_text,
    })),
});
const projectSchema = version.extend({
    project: schemas/* object */.Ikc({
        id: file_schemas_text,
        name: file_schemas_text,
        slug: file_schemas_text,
        status: file_schemas_text,
        repo_url: maybe,
        description: maybe,
        tech_stack: maybe,
        mission: maybe,
        metadata: record,
        inserted_at: file_schemas_text,
        updated_at: file_schemas_text,
    }),
});
const dependenciesSchema = version.extend({
    stories: schemas/* array */.YOg(schemas/* object */.Ikc({ story: file_schemas_text, depends_on: file_schemas_text, inserted_at: file_schemas_text })),
    epics: schemas/* array */.YOg(schemas/* object */.Ikc({ epic: schemas/* number */.aig(), depends_on: schemas/* union */.KCZ([schemas/* number */.aig(), file_schemas_text]), inserted_at: file_schemas_text })),
});
/** Stories of an epic, as a further part of it holds them. */
const epicPartSchema = version.extend({
    stories: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: file_schemas_text,
        number: file_schemas_text,
        title: file_schemas_text,
        description: maybe,
        acceptance_criteria: schemas/* array */.YOg(record).nullable(),
        estimated_hours: maybe,
        metadata: record,
        inserted_at: file_schemas_text,
    })),
});
const epicSchema = epicPartSchema.extend({
    epic: schemas/* object */.Ikc({
        id: file_schemas_text,
        number: schemas/* number */.aig(),
        title: file_schemas_text,
        description: maybe,
        phase: maybe,
        position: schemas/* number */.aig(),
        metadata: record,
        inserted_at: file_schemas_text,
        updated_at: file_schemas_text,
    }),
});
const artifact = schemas/* object */.Ikc({
    id: file_schemas_text,
    reported_by: schemas/* enum */.k5n(['agent', 'orchestrator']),
    reporter_agent_id: maybe,
    artifact_type: file_schemas_text,
    path: file_schemas_text,
    exists: schemas/* boolean */.zMY(),
    details: record,
    inserted_at: file_schemas_text,
    updated_at: file_schemas_text,
});
const review = schemas/* object */.Ikc({
    id: file_schemas_text,
    reviewer_agent_id: maybe,
    review_type: file_schemas_text,
    findings_count: schemas/* number */.aig(),
    fixes_count: schemas/* number */.aig(),
    disproved_count: schemas/* number */.aig(),
    summary: maybe,
    completed_at: file_schemas_text,
    inserted_at: file_schemas_text,
    updated_at: file_schemas_text,
});
const verification = schemas/* object */.Ikc({
    id: file_schemas_text,
    orchestrator_agent_id: maybe,
    result: schemas/* enum */.k5n(['pass', 'fail', 'partial']),
    summary: maybe,
    findings: record,
    review_type: maybe,
    iteration: schemas/* number */.aig(),
    inserted_at: file_schemas_text,
    updated_at: file_schemas_text,
});
const usage = schemas/* object */.Ikc({
    id: file_schemas_text,
    project_id: file_schemas_text,
    agent_id: file_schemas_text,
    input_tokens: schemas/* number */.aig(),
    output_tokens: schemas/* number */.aig(),
    total_tokens: schemas/* number */.aig(),
    model_name: file_schemas_text,
    cost_millicents: schemas/* number */.aig(),
    phase: file_schemas_text,
    session_id: maybe,
    skill_version_id: maybe,
    metadata: record,
    corrects_report_id: maybe.default(null),
    deleted_at: maybe.default(null),
    inserted_at: file_schemas_text,
    updated_at: file_schemas_text,
});
/** A story's progress, without the fields that are as in an untouched story. */
const progressSchema = version.extend({
    stories: schemas/* array */.YOg(schemas/* object */.Ikc({
        number: file_schemas_text,
        agent_status: schemas/* enum */.k5n(['pending', 'contracted', 'assigned', 'implementing', 'reported_done']).default('pending'),
        verified_status: schemas/* enum */.k5n(['unverified', 'verified', 'rejected']).default('unverified'),
        assigned_agent_id: maybe.default(null),
        reported_by_agent_id: maybe.default(null),
        assigned_at: maybe.default(null),
        reported_done_at: maybe.default(null),
        verified_at: maybe.default(null),
        rejected_at: maybe.default(null),
        rejection_reason: maybe.default(null),
        verifier_needed: schemas/* boolean */.zMY().default(false),
        verifier_dispatch_id: maybe.default(null),
        updated_at: file_schemas_text.optional(),
        artifacts: schemas/* array */.YOg(artifact).default([]),
        reviews: schemas/* array */.YOg(review).default([]),
        verifications: schemas/* array */.YOg(verification).default([]),
        usage: schemas/* array */.YOg(usage).default([]),
    })),
});
const stateSchema = version.extend({
    state: schemas/* object */.Ikc({
        id: file_schemas_text,
        state_key: file_schemas_text,
        state_data: record,
        version: schemas/* number */.aig(),
        saved_by: file_schemas_text,
        inserted_at: file_schemas_text,
        updated_at: file_schemas_text,
    }),
});
const feedSchema = version.extend({
    rows: schemas/* array */.YOg(schemas/* object */.Ikc({
        seq: schemas/* number */.aig(),
        id: file_schemas_text,
        entity_type: file_schemas_text,
        entity_id: file_schemas_text,
        action: file_schemas_text,
        actor_type: schemas/* enum */.k5n(['api_key', 'system']),
        actor_id: maybe,
        actor_label: maybe,
        old_state: record.nullable(),
        new_state: record.nullable(),
        project_id: maybe,
        metadata: record,
        inserted_at: file_schemas_text,
    })),
});

;// CONCATENATED MODULE: ./build/loopctl/embedded/files/files-version.js
/** The version of the files; every file carries it. */
const filesVersion = 1;

;// CONCATENATED MODULE: ./build/loopctl/embedded/files/json-text.js
/** Pretty JSON with a newline at the end; the keys stand as the value has them. */
function prettyJson(value) {
    return `${JSON.stringify(value, null, 2)}\n`;
}
/** JSON with one row of each list a line: short, and a change of one row is a change of one line. */
function rowsJson(value) {
    const parts = Object.entries(value).map(([key, part]) => `  ${JSON.stringify(key)}: ${rowsText(part)}`);
    return `{\n${parts.join(',\n')}\n}\n`;
}
function rowsText(part) {
    if (!Array.isArray(part) || part.length === 0) {
        return JSON.stringify(part);
    }
    return `[\n${part.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/files/read-file.js



/** What a file holds; one that is missing, cannot be read or is of a newer version ends it by name. */
function readFile(files, path, schema) {
    const text = files.get(path);
    if (text === undefined) {
        throw unreadable(path, 'the file is missing');
    }
    const value = parseJson(path, text);
    const version = versionSchema.safeParse(value);
    if (version.success && version.data.version > filesVersion) {
        throw new loopctl_error/* StoredStateError */.zS({
            code: 'state_newer',
            path,
            detail: `the file is of version ${version.data.version}, and this version of Orchestrate knows ${filesVersion}`,
            remedy: 'Use the version of Orchestrate that wrote it, or a later one',
        });
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw unreadable(path, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not of the expected form'}`, parsed.error);
    }
    return parsed.data;
}
function parseJson(path, text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw unreadable(path, 'the file is not JSON', cause);
    }
}
/** The error of a file that does not hold what it should. */
function unreadable(path, detail, cause) {
    return new loopctl_error/* StoredStateError */.zS({
        code: 'state_unreadable',
        path,
        detail,
        remedy: "Restore the file from the state branch's history, whose every commit is a state that was whole",
        cause,
    });
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/files/dependency-files.js






/** What the stories of each epic wait for, and the epic itself: a file an epic, so that one more costs one of them. */
function dependencyFiles(db, project) {
    const folder = projectFolder(project);
    const ofStories = rowsByEpic(storyGroups, db.storyDependencies, (row) => db.storyEpics.get(row.story_id));
    const ofEpics = rowsByEpic(epicGroups, db.epicDependencies, (row) => row.epic_id);
    const shelves = [...db.epics.values()].filter(({ epic }) => epic.project_id === project.id);
    return [
        // Where earlier versions kept all of them.
        { path: dependenciesFile(folder, null), madeFrom: [db.storyDependencies, db.epicDependencies], text: () => '' },
        ...shelves.map(({ epic }) => {
            const [stories, epics] = [ofStories.get(epic.id) ?? none, ofEpics.get(epic.id) ?? none];
            return {
                path: dependenciesFile(folder, epic.number),
                madeFrom: [stories, epics],
                text: () => textOf(db, project, { storyDependencies: stories, epicDependencies: epics }),
            };
        }),
    ];
}
/** The dependencies that the files hold, oldest first. */
function readDependencies(files, db) {
    const found = [...db.projects.values()].flatMap((project) => {
        const folder = projectFolder(project);
        const numbers = [...db.epics.values()].flatMap(({ epic }) => (epic.project_id === project.id ? [epic.number] : []));
        const paths = [null, ...numbers].map((number) => dependenciesFile(folder, number));
        return paths.filter((path) => files.has(path)).map((path) => readDependencyFile(files, path, db, project));
    });
    return {
        storyDependencies: byAge(found.flatMap(({ storyDependencies }) => storyDependencies)),
        epicDependencies: byAge(found.flatMap(({ epicDependencies }) => epicDependencies)),
    };
}
const storyGroups = new WeakMap();
const epicGroups = new WeakMap();
const none = [];
function rowsByEpic(groups, rows, epicOf) {
    const known = groups.get(rows) ?? groupBy(rows, epicOf);
    groups.set(rows, known);
    return known;
}
function groupBy(rows, epicOf) {
    const groups = new Map();
    for (const row of rows) {
        const epicId = epicOf(row) ?? '';
        const group = groups.get(epicId) ?? [];
        group.push(row);
        groups.set(epicId, group);
    }
    return groups;
}
/** By number; what is of another project, by its id. */
function textOf(db, project, { storyDependencies, epicDependencies }) {
    const stories = storyDependencies.flatMap(({ story_id, depends_on_story_id, inserted_at }) => {
        const [story, other] = [(0,engine_db/* findStory */.hr)(db, story_id), (0,engine_db/* findStory */.hr)(db, depends_on_story_id)];
        if (story === undefined || other === undefined)
            return [];
        return [
            { story: story.number, depends_on: other.project_id === project.id ? other.number : other.id, inserted_at },
        ];
    });
    const epics = epicDependencies.flatMap(({ epic_id, depends_on_epic_id, inserted_at }) => {
        const [epic, other] = [db.epics.get(epic_id)?.epic, db.epics.get(depends_on_epic_id)?.epic];
        if (epic === undefined || other === undefined)
            return [];
        return [{ epic: epic.number, depends_on: other.project_id === project.id ? other.number : other.id, inserted_at }];
    });
    return stories.length + epics.length === 0 ? '' : rowsJson({ version: filesVersion, stories, epics });
}
function readDependencyFile(files, path, db, project) {
    const { stories, epics } = readFile(files, path, dependenciesSchema);
    const storyId = (name) => db.storyNumbers.get(`${project.id}/${name}`) ?? (db.storyEpics.has(name) ? name : missing(path, name));
    const epicId = (name) => db.epicNumbers.get(`${project.id}/${name}`) ?? (db.epics.has(String(name)) ? String(name) : missing(path, name));
    return {
        storyDependencies: stories.map(({ story, depends_on, inserted_at }) => ({
            story_id: storyId(story),
            depends_on_story_id: storyId(depends_on),
            inserted_at,
        })),
        epicDependencies: epics.map(({ epic, depends_on, inserted_at }) => ({
            epic_id: epicId(epic),
            depends_on_epic_id: epicId(depends_on),
            inserted_at,
        })),
    };
}
function missing(path, name) {
    throw unreadable(path, `it names ${name}, which is not there`);
}
function byAge(rows) {
    return rows.toSorted((one, other) => (one.inserted_at < other.inserted_at ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/files/read-epics.js





/** The project's epics with their stories, each as far as it came. */
function readEpics(files, project) {
    const folder = `${projectFolder(project)}/epics/`;
    const paths = [...files.keys()].filter((path) => path.startsWith(folder) && /^[^/]+\.json$/.test(path.slice(folder.length)));
    return paths.map((path) => readEpic(files, path, project));
}
const keptTogether = new WeakSet();
/** Whether this is a large epic as it was read from one file, where earlier versions kept it. */
function isKeptTogether(shelf) {
    return keptTogether.has(shelf);
}
function readEpic(files, path, project) {
    const first = readFile(files, path, epicSchema);
    const epic = { ...first.epic, tenant_id: project.tenant_id, project_id: project.id };
    const content = [...first.stories, ...readParts(files, project, epic.number)];
    const progress = readProgress(files, path, { project, epic: epic.number, content });
    const owner = { tenant_id: project.tenant_id, project_id: project.id, epic_id: epic.id };
    const stories = content
        .map((story) => {
        const row = { ...untouched(story.inserted_at), ...story, ...owner, sort_key: sortKey(story.number) };
        return withProgress(row, progress.get(story.number));
    })
        .sort((one, other) => (one.inserted_at < other.inserted_at ? -1 : 1));
    const shelf = { epic, stories: new Map(stories.map((story) => [story.id, story])) };
    if (first.stories.length > partSize)
        keptTogether.add(shelf);
    return shelf;
}
function readParts(files, project, epic) {
    const stories = [];
    for (let part = 1;; part += 1) {
        const path = epicFile(projectFolder(project), epic, part);
        if (!files.has(path))
            return stories;
        stories.push(...readFile(files, path, epicPartSchema).stories);
    }
}
/** By number; a part in which nothing happened has no file. */
function readProgress(files, epicPath, { project, epic, content }) {
    const numbers = new Set(content.map(({ number }) => number));
    const rows = new Map();
    for (let part = 0; part * partSize < Math.max(1, content.length); part += 1) {
        const path = progressFile(projectFolder(project), epic, part);
        for (const row of files.has(path) ? readFile(files, path, progressSchema).stories : []) {
            if (!numbers.has(row.number)) {
                throw unreadable(path, `it names story ${row.number}, which ${epicPath} does not have`);
            }
            rows.set(row.number, row);
        }
    }
    return rows;
}
function withProgress(story, row) {
    if (row === undefined) {
        return story;
    }
    const owner = { tenant_id: story.tenant_id, story_id: story.id };
    return {
        ...story,
        ...row,
        updated_at: row.updated_at ?? story.updated_at,
        artifacts: row.artifacts.map((artifact) => ({ ...artifact, ...owner })),
        reviews: row.reviews.map((review) => ({ ...review, ...owner })),
        verifications: row.verifications.map((verification) => ({ ...verification, ...owner })),
        usage: row.usage.map((usage) => ({ ...usage, ...owner })),
    };
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/files/people-schemas.js

const people_schemas_version = schemas/* object */.Ikc({ version: schemas/* number */.aig() });
const people_schemas_record = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
const people_schemas_text = schemas/* string */.YjP();
const people_schemas_maybe = schemas/* string */.YjP().nullable();
const role = schemas/* enum */.k5n(['agent', 'orchestrator', 'user']);
const keysSchema = people_schemas_version.extend({
    keys: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: people_schemas_text,
        name: people_schemas_text,
        role,
        agent_id: people_schemas_maybe,
        key_prefix: people_schemas_text,
        key_hash: people_schemas_text,
        expires_at: people_schemas_maybe,
        revoked_at: people_schemas_maybe,
        inserted_at: people_schemas_text,
    })),
});
const dispatchesSchema = people_schemas_version.extend({
    dispatches: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: people_schemas_text,
        tenant_id: people_schemas_text,
        agent_id: people_schemas_maybe,
        story_id: people_schemas_maybe,
        role,
        parent_dispatch_id: people_schemas_maybe,
        lineage_path: schemas/* array */.YOg(people_schemas_text),
        created_at: people_schemas_text,
        expires_at: people_schemas_text,
        revoked_at: people_schemas_maybe,
    })),
});
const skillVersion = schemas/* object */.Ikc({
    id: people_schemas_text,
    version: schemas/* number */.aig(),
    prompt_text: people_schemas_text,
    changelog: people_schemas_maybe,
    created_by: people_schemas_text,
    metadata: people_schemas_record,
    inserted_at: people_schemas_text,
});
const skillResult = schemas/* object */.Ikc({
    id: people_schemas_text,
    skill_version_id: people_schemas_text,
    verification_result_id: people_schemas_text,
    story_id: people_schemas_text,
    metrics: people_schemas_record,
    inserted_at: people_schemas_text,
});
const skillSchema = people_schemas_version.extend({
    skill: schemas/* object */.Ikc({
        id: people_schemas_text,
        name: people_schemas_text,
        description: people_schemas_maybe,
        project_id: people_schemas_maybe,
        status: schemas/* enum */.k5n(['active', 'archived']),
        metadata: people_schemas_record,
        inserted_at: people_schemas_text,
        updated_at: people_schemas_text,
        versions: schemas/* array */.YOg(skillVersion).min(1),
        results: schemas/* array */.YOg(skillResult),
    }),
});
const budgetsSchema = people_schemas_version.extend({
    budgets: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: people_schemas_text,
        tenant_id: people_schemas_text,
        scope_type: schemas/* enum */.k5n(['project', 'epic', 'story']),
        scope_id: people_schemas_text,
        budget_millicents: schemas/* number */.aig(),
        budget_input_tokens: schemas/* number */.aig().nullable(),
        budget_output_tokens: schemas/* number */.aig().nullable(),
        alert_threshold_pct: schemas/* number */.aig(),
        metadata: people_schemas_record,
        told: schemas/* array */.YOg(schemas/* enum */.k5n(['warning', 'exceeded'])),
        inserted_at: people_schemas_text,
        updated_at: people_schemas_text,
    })),
});

;// CONCATENATED MODULE: ./build/loopctl/embedded/files/read-people.js



/** What people keep beside the stories; a file that is not there holds nothing. */
function readPeople(files) {
    const paths = [...files.keys()].filter((path) => path.startsWith(skillFolder) && path.endsWith('.json'));
    const skills = paths.map((path) => readFile(files, path, skillSchema).skill);
    const keys = files.has(keysFile) ? readFile(files, keysFile, keysSchema).keys : [];
    const dispatches = files.has(dispatchesFile) ? readFile(files, dispatchesFile, dispatchesSchema).dispatches : [];
    const budgets = files.has(budgetsFile) ? readFile(files, budgetsFile, budgetsSchema).budgets : [];
    const byAge = skills.toSorted((one, other) => (one.inserted_at < other.inserted_at ? -1 : 1));
    return { keys: byId(keys), dispatches: byId(dispatches), skills: byId(byAge), budgets: byId(budgets) };
}
function byId(rows) {
    return new Map(rows.map((row) => [row.id, row]));
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/files/read-files.js







/** The database that the files hold; a file that cannot be read, or is of a newer version, ends it by name. */
function readDb(files) {
    const { tenant, agents, clock, deletions, feed_length: feedLength } = readFile(files, storeFile, storeSchema);
    const projects = readProjects(files, tenant.id);
    const shelves = read_files_byAge(projects.flatMap((project) => readEpics(files, project)), (shelf) => shelf.epic.inserted_at);
    const stories = read_files_byAge(shelves.flatMap((shelf) => [...shelf.stories.values()]), (story) => story.inserted_at);
    const base = {
        tenant,
        clock,
        deletions,
        feedLength,
        agents: new Map(agents.map((agent) => [agent.id, { ...agent, tenant_id: tenant.id }])),
        projects: new Map(projects.map((project) => [project.id, project])),
        epics: new Map(shelves.map((shelf) => [shelf.epic.id, shelf])),
        storyEpics: new Map(stories.map((story) => [story.id, story.epic_id])),
        storyNumbers: new Map(stories.map((story) => [`${story.project_id}/${story.number}`, story.id])),
        epicNumbers: new Map(shelves.map(({ epic }) => [`${epic.project_id}/${epic.number}`, epic.id])),
        storyDependencies: [],
        epicDependencies: [],
        states: new Map(projects.flatMap((project) => readStates(files, project))),
        ...readPeople(files),
        feed: readFeed(files, feedLength),
    };
    return { ...base, ...readDependencies(files, base) };
}
function readProjects(files, tenantId) {
    const folders = new Set([...files.keys()].flatMap((path) => /^projects\/[^/]+(?=\/)/.exec(path) ?? []));
    const projects = [...folders].map((folder) => ({
        ...readFile(files, `${folder}/project.json`, projectSchema).project,
        tenant_id: tenantId,
    }));
    return read_files_byAge(projects, (project) => project.inserted_at);
}
function readStates(files, project) {
    return pathsIn(files, `${projectFolder(project)}/state/`).map((path) => {
        const { state } = readFile(files, path, stateSchema);
        const row = { ...state, tenant_id: project.tenant_id, project_id: project.id };
        return [`${project.id}/${state.state_key}`, row];
    });
}
function readFeed(files, length) {
    const count = Math.ceil(length / engine_feed/* segmentSize */.Fb);
    const feed = Array.from({ length: count }, (_, segment) => readSegment(files, feedFile(segment)));
    // The one that is written on: were it spoilt, that is to be known before anything is done.
    feed.at(-1)?.();
    return feed;
}
function readSegment(files, path) {
    let rows = null;
    return () => {
        rows ??= files.has(path) ? readFile(files, path, feedSchema).rows : [];
        return rows;
    };
}
function pathsIn(files, folder) {
    return [...files.keys()].filter((path) => path.startsWith(folder) && path.endsWith('.json'));
}
function read_files_byAge(rows, age) {
    return rows.toSorted((one, other) => (age(one) < age(other) ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/files/epic-files.js






/**
 * What an epic's stories ask for, and where they stand. A large epic comes in parts, in the order in which its stories
 * came: what happens to one of them is written with so many others, however many there are.
 */
function epicFiles(project, shelf) {
    const folder = projectFolder(project);
    const { epic } = shelf;
    const stories = [...shelf.stories.values()];
    const parts = Array.from({ length: Math.max(1, Math.ceil(stories.length / partSize)) }, (_, part) => stories.slice(part * partSize, (part + 1) * partSize));
    // Read from one file as earlier versions kept it, and changed since, every part is to be written.
    const together = isKeptTogether(shelf);
    return parts.flatMap((rows, part) => [
        {
            path: epicFile(folder, epic.number, part),
            madeFrom: [together, epic, ...rows],
            text: () => (part === 0 ? firstText(shelf, rows) : partText(rows)),
        },
        {
            path: progressFile(folder, epic.number, part),
            madeFrom: [together, ...rows],
            text: () => progressText(rows),
        },
    ]);
}
function firstText({ epic: { tenant_id, project_id, ...epic } }, rows) {
    return prettyJson({ version: filesVersion, epic, stories: byNumber(rows).map(epic_files_contentOf) });
}
function partText(rows) {
    return prettyJson({ version: filesVersion, stories: byNumber(rows).map(epic_files_contentOf) });
}
function epic_files_contentOf(story) {
    return {
        id: story.id,
        number: story.number,
        title: story.title,
        description: story.description,
        acceptance_criteria: story.acceptance_criteria,
        estimated_hours: story.estimated_hours,
        metadata: story.metadata,
        inserted_at: story.inserted_at,
    };
}
/** Only stories that something happened to, and of them only what differs from an untouched one. */
function progressText(rows) {
    const stories = byNumber(rows).flatMap((story) => {
        const progress = changedProgress(story);
        return Object.keys(progress).length === 0 ? [] : [{ number: story.number, ...progress }];
    });
    return stories.length === 0 ? '' : prettyJson({ version: filesVersion, stories });
}
function changedProgress(story) {
    const plain = untouched(story.inserted_at);
    const names = Object.keys(plain);
    return Object.fromEntries(names.flatMap((name) => ((0,external_node_util_.isDeepStrictEqual)(story[name], plain[name]) ? [] : [[name, withoutOwner(story[name])]])));
}
/** Rows of a story need not repeat whose they are. */
function withoutOwner(value) {
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    return value.map((row) => {
        const { tenant_id, story_id, ...rest } = row;
        return rest;
    });
}
function byNumber(rows) {
    return rows.toSorted((one, other) => one.sort_key - other.sort_key);
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/files/write-people.js



/** The files of what people keep beside the stories; a list of nothing has no file. */
function peopleFiles(db) {
    const { keys, dispatches, skills, budgets } = db;
    return [
        { path: keysFile, madeFrom: [keys], text: () => listText('keys', keys) },
        { path: dispatchesFile, madeFrom: [dispatches], text: () => listText('dispatches', dispatches) },
        { path: budgetsFile, madeFrom: [budgets], text: () => listText('budgets', budgets) },
        ...[...skills.values()].map(skillFile),
    ];
}
function skillFile(skill) {
    return {
        path: `${skillFolder}${skill.id}.json`,
        madeFrom: [skill],
        text: () => prettyJson({ version: filesVersion, skill }),
    };
}
function listText(name, rows) {
    return rows.size === 0 ? '' : rowsJson({ version: filesVersion, [name]: [...rows.values()] });
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/files/write-files.js






/** Every file that the database is kept in; only those whose `madeFrom` changed need to be looked at again. */
function write_files_filesOf(db) {
    return [
        storeFileOf(db),
        ...[...db.projects.values()].flatMap((project) => projectFiles(db, project)),
        ...[...db.states.values()].map((state) => stateFileOf(db, state)),
        ...peopleFiles(db),
        ...db.feed.map((rows, segment) => ({ path: feedFile(segment), madeFrom: [rows], text: () => feedText(rows()) })),
    ];
}
function storeFileOf(db) {
    const { clock, deletions, feedLength, tenant, agents } = db;
    return {
        path: storeFile,
        madeFrom: [clock, deletions, feedLength, tenant, agents],
        text: () => prettyJson({
            version: filesVersion,
            clock,
            deletions,
            feed_length: feedLength,
            tenant,
            agents: [...agents.values()].map(({ tenant_id, ...row }) => row),
        }),
    };
}
function projectFiles(db, project) {
    const folder = projectFolder(project);
    const { tenant_id, ...row } = project;
    return [
        {
            path: `${folder}/project.json`,
            madeFrom: [project],
            text: () => prettyJson({ version: filesVersion, project: row }),
        },
        ...[...db.epics.values()]
            .filter(({ epic }) => epic.project_id === project.id)
            .flatMap((shelf) => epicFiles(project, shelf)),
        ...dependencyFiles(db, project),
    ];
}
function stateFileOf(db, state) {
    const project = db.projects.get(state.project_id);
    if (project === undefined) {
        throw new Error(`state ${state.state_key} has no project`);
    }
    const { tenant_id, project_id, ...row } = state;
    return {
        path: stateFile(projectFolder(project), state.state_key),
        madeFrom: [state],
        text: () => prettyJson({ version: filesVersion, state: row }),
    };
}
/** Saves of state are left out: the branch's own history has them, and each would carry the whole state. */
function feedText(rows) {
    const kept = rows.filter((row) => row.entity_type !== 'orchestrator_state');
    return kept.length === 0 ? '' : rowsJson({ version: filesVersion, rows: kept });
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/store-trouble.js


/** What git and GitHub say when it is a permission or a rule, and not the weather, that keeps us out. */
const refusals = /\b(403|GH006|GH013)\b|denied|not allowed|not granted|refusing to allow|protected branch|hook declined/i;
/** What they say when they do not know the token, or not any more. */
const strangers = /\b401\b|Authentication failed|could not read Username/i;
const unreachable = /Repository not found|does not appear to be a git repository|not found$/im;
/** Turns git's trouble with the state branch into what the user can mend, or into trouble that may pass. */
async function tellTrouble(what, work) {
    try {
        return await work;
    }
    catch (error) {
        throw error instanceof git_error/* GitError */.X ? explain(what, error) : error;
    }
}
function explain(what, error) {
    const said = wordsOf(error.stderr);
    if (strangers.test(error.stderr)) {
        return new errors/* ConfigurationError */.j(`GitHub does not accept the token: ${said}`, {
            remedy: 'Give the step a fresh installation token of the App, as the example workflows do; such a token is good for an hour.',
            cause: error,
        });
    }
    if (refusals.test(error.stderr)) {
        return new errors/* ConfigurationError */.j(`The state branch may not be ${what === 'read' ? 'read' : 'written'}: ${said}`, {
            remedy: what === 'read'
                ? 'Give the token `contents: read` on this repository.'
                : 'Give the token `contents: write`, and let it push to the state branch where a rule protects it.',
            cause: error,
        });
    }
    if (unreachable.test(error.stderr)) {
        return new errors/* ConfigurationError */.j(`The repository of the state branch was not found: ${said}`, {
            remedy: 'Check the repository and that the token may see it.',
            cause: error,
        });
    }
    return new errors/* RemoteError */.H(`The state branch could not be ${what === 'read' ? 'read' : 'written'}: ${said}`, {
        request: what === 'read' ? 'fetch of the state branch' : 'push of the state branch',
        status: null,
        requestId: null,
        retryable: true,
        cause: error,
    });
}
/** What the server itself said, else git's last words. */
function wordsOf(stderr) {
    const lines = stderr.trim().split('\n');
    const remote = lines.flatMap((line) => /^remote: *(\S.*)$/.exec(line)?.[1]?.trim() ?? []);
    return remote.length > 0 ? remote.join(' ').slice(0, 500) : (lines.at(-1) ?? '');
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/stored-db.js






/** Opens the database on a branch, which is read once; a branch that is not there yet is an empty one. */
async function openStoredDb(options) {
    let stored = await load(options);
    const reload = async () => {
        stored = await load(options);
    };
    return {
        db: () => stored.db,
        reload,
        refresh: async () => {
            if ((await tellTrouble('read', options.store.readTip())) !== stored.commit)
                await reload();
        },
        write: async (db, message) => {
            const written = await write(stored, db, message, options);
            stored = written ?? stored;
            return written !== null;
        },
    };
}
async function load({ store, now }) {
    const { commit, files } = await tellTrouble('read', store.read());
    const read = commit === null ? (0,empty_db/* emptyDb */.q)((0,timestamp/* momentOf */.Et)(now())) : readDb(files);
    const madeFrom = commit === null ? [] : write_files_filesOf(read).map((file) => [file.path, file.madeFrom]);
    return { db: (0,embedded_identities/* withIdentities */.v0)(read), commit, texts: files, madeFrom: new Map(madeFrom) };
}
/** What is stored afterwards; null where somebody else was faster. */
async function write(stored, db, message, { store, author, now }) {
    const files = write_files_filesOf(db);
    const changes = changedFiles(files, stored);
    const writing = store.write({ expected: stored.commit, changes, message, author, at: now() });
    const result = await tellTrouble('write', writing);
    if (result.conflict)
        return null;
    const texts = new Map(stored.texts);
    for (const [path, text] of changes) {
        if (text === null) {
            texts.delete(path);
        }
        else {
            texts.set(path, text);
        }
    }
    const madeFrom = new Map(files.map((file) => [file.path, file.madeFrom]));
    return { db, commit: result.commit, texts, madeFrom };
}
/** What changed, by path; null for a file of ours that is no more. */
function changedFiles(files, stored) {
    const paths = new Set(files.map((file) => file.path));
    const gone = [...stored.madeFrom.keys()].filter((path) => !paths.has(path) && stored.texts.has(path));
    const changes = new Map(gone.map((path) => [path, null]));
    for (const file of files) {
        const known = stored.madeFrom.get(file.path);
        if (known === undefined || !stored_db_isSame(known, file.madeFrom)) {
            const text = file.text();
            if (text !== (stored.texts.get(file.path) ?? '')) {
                changes.set(file.path, text === '' ? null : text);
            }
        }
    }
    return changes;
}
function stored_db_isSame(one, other) {
    return one.length === other.length && one.every((part, index) => part === other[index]);
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/embedded-transport.js







/** How often a write that lost a race is made again from what the winner wrote. */
const attempts = 5;
/**
 * loopctl inside this process: the store's branch is read once, requests run against the database in memory, and
 * `flush` writes the files that changed by compare-and-swap. Lost a race, what was asked since the last flush is asked
 * again of what the winner wrote, and must be answered the same. A save of state is flushed at once: it is how a lease
 * is won, and the loser is answered 409.
 */
async function openEmbeddedTransport(options) {
    const session = await openSession(options);
    let queue = Promise.resolve();
    const inTurn = (work) => {
        const result = queue.then(work);
        queue = result.catch(() => undefined);
        return result;
    };
    return {
        identities: () => Promise.resolve(embedded_identities/* embeddedIdentities */.hG),
        send: (identity, request) => inTurn(() => embedded_transport_send(session, identity, request)),
        flush: (message) => inTurn(() => flush(session, message)),
        reload: () => inTurn(() => refresh(session)),
    };
}
async function openSession(options) {
    const stored = await openStoredDb(options);
    return { now: options.now, stored, db: stored.db(), log: [] };
}
async function embedded_transport_send(session, identity, request) {
    const { method, path, query = {}, body } = request;
    const logged = {
        request: { method, path, query, body, actor: (0,embedded_identities/* actorOf */.dn)(identity) },
        now: (0,timestamp/* momentOf */.Et)(session.now()),
    };
    const response = embedded_transport_run(session, logged);
    if (method === 'PUT' && response.status < 400) {
        return await flushSave(session, response);
    }
    return response;
}
/** Runs a request against the database in memory and remembers it when it changed something. */
function embedded_transport_run(session, { request, now }) {
    const { db, response } = reduce(session.db, request, now);
    if (db !== session.db) {
        session.db = db;
        session.log = [...session.log, { request, now, status: response.status }];
    }
    return response;
}
/** Flushes with a save of state as the last request; when only the save lost a race, its new answer is the result. */
async function flushSave(session, response) {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
        if (await embedded_transport_write(session, 'Save the state')) {
            return response;
        }
        const save = session.log.at(-1);
        session.log = session.log.slice(0, -1);
        await replay(session);
        const again = save === undefined ? response : embedded_transport_run(session, save);
        if (again.status >= 400) {
            return again;
        }
        await pause(attempt);
    }
    throw tooManyRaces();
}
async function flush(session, message) {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
        if (await embedded_transport_write(session, message)) {
            return;
        }
        await replay(session);
        await pause(attempt);
    }
    throw tooManyRaces();
}
/** Writes what was asked since the last time; false when somebody else wrote since the store was read. */
async function embedded_transport_write(session, message) {
    if (session.log.length === 0)
        return true;
    if (!(await session.stored.write(session.db, message)))
        return false;
    session.log = [];
    return true;
}
async function refresh(session) {
    const { stored, log } = session;
    await (log.length > 0 ? stored.reload() : stored.refresh());
    session.db = stored.db();
    session.log = [];
}
async function reload(session) {
    await session.stored.reload();
    session.db = session.stored.db();
    session.log = [];
}
/** Asks again, of what another writer left, what was asked since the last flush; all or nothing of it stands. */
async function replay(session) {
    const { log } = session;
    await reload(session);
    const { db } = session;
    for (const logged of log) {
        const { status } = embedded_transport_run(session, logged);
        if (status !== logged.status) {
            session.db = db;
            session.log = [];
            const { method, path } = logged.request;
            throw new loopctl_error/* StoredStateConflict */.jl(`${method} ${path} was answered ${logged.status} before and ${status} after it`);
        }
    }
}
/** Writers that lost at the same moment should not meet again at the same moment. */
function pause(attempt) {
    return attempt === 0 ? Promise.resolve() : (0,promises_.setTimeout)(attempt * 50 * Math.random());
}
function tooManyRaces() {
    const facts = { request: 'push of the state branch', status: 409, requestId: null, retryable: true };
    return new errors/* RemoteError */.H(`The state branch was written by somebody else ${attempts} times while we tried.`, facts);
}

;// CONCATENATED MODULE: ./build/loopctl/embedded/open.js



/** Opens loopctl as it lives on a branch of the repository itself: no server, no keys. */
async function openEmbeddedLoopctl(options) {
    const { author, now, ...place } = options;
    return (0,loopctl_client/* createLoopctl */.y)(await openEmbeddedTransport({ store: await openRefStore(place), author, now }));
}

// EXTERNAL MODULE: ./build/loopctl/http/http-transport.js + 9 modules
var http_transport = __webpack_require__(6328);
// EXTERNAL MODULE: ./build/loopctl/http/learn-identities.js
var learn_identities = __webpack_require__(9622);
;// CONCATENATED MODULE: ./build/loopctl/http/open.js




/** Opens loopctl as a server has it. */
function openHttpLoopctl({ server, project, waits, guard }) {
    const learn = async (transport) => {
        const found = await loopctl.findProject(project);
        if (found === null)
            throw unknownProject(project);
        return await (0,learn_identities/* learnIdentities */.$I)({ keys: server.keys, projectId: found.id, loopctl, transport });
    };
    const loopctl = (0,loopctl_client/* createLoopctl */.y)((0,http_transport/* createHttpTransport */.S)(server, waits, learn, guard));
    return loopctl;
}
/** The error for a project that the server does not have. */
function unknownProject(project) {
    return new errors/* ConfigurationError */.j(`loopctl has no project \`${project}\`.`, {
        remedy: 'Give `project` in the configuration the slug (or id) that the project has in loopctl.',
    });
}

;// CONCATENATED MODULE: ./build/phases/open-loopctl.js




/** Fetches the default branch's tip, and what is needed to open loopctl for the project that its configuration names. */
async function prepareLoopctl(server, { trees, branch, stateBranch, guard }) {
    if (server !== null) {
        await (0,git_repository/* ensureRepository */.z0)(trees);
        await (0,git_repository/* fetchTip */.mC)(trees, branch);
        return (project) => openServer(server, project, guard);
    }
    const loopctl = await openEmbeddedLoopctl({
        remoteUrl: trees.remoteUrl,
        token: trees.token,
        branch: stateBranch,
        directory: trees.directory,
        ...(trees.memory === undefined ? {} : { memory: trees.memory }),
        alongside: [branch],
        author: { name: 'orchestrate', email: 'orchestrate@users.noreply.github.com' },
        now: () => new Date(),
    });
    return () => loopctl;
}
/** A project of a server is found by whatever name it has there and never made: a slip of the pen is no new project. */
function openServer(server, project, guard) {
    const guarded = guard === undefined ? {} : { guard };
    const loopctl = openHttpLoopctl({ server, project, waits: (0,waits/* jobWaits */.m)(), ...guarded });
    return {
        ...loopctl,
        // Each round of a pass asks for them, and they hardly change.
        tenant: open_loopctl_remembered(loopctl.tenant),
        listBudgets: open_loopctl_remembered(loopctl.listBudgets),
        ensureProject: async ({ slug }) => {
            const found = await loopctl.findProject(slug);
            if (found === null)
                throw unknownProject(slug);
            return found;
        },
    };
}
/** Asks once for all; what was not answered is asked again. */
function open_loopctl_remembered(ask) {
    let answer = null;
    return async () => {
        answer ??= { value: await ask() };
        return answer.value;
    };
}

// EXTERNAL MODULE: ./build/phases/runner-context.js + 1 modules
var runner_context = __webpack_require__(9342);
;// CONCATENATED MODULE: ./build/phases/open-pass.js













/** Opens everything a trusted job works with: the configuration from the default branch's tip, the stores, the clients. */
async function openPass(inputs, context, log) {
    const branch = await (0,runner_context/* readDefaultBranch */.y)(context);
    const remoteUrl = `${context.serverUrl}/${context.owner}/${context.repo}.git`;
    const place = { remoteUrl, token: inputs.token };
    const directory = (0,external_node_path_.join)(context.temp, 'orchestrate-trees');
    const trees = { ...place, directory, isShallow: true, memory: (0,object_memory/* createObjectMemory */.Xj)() };
    const history = { ...place, directory: (0,external_node_path_.join)(context.temp, 'orchestrate-history'), isShallow: false };
    const openLoopctl = await prepareLoopctl(inputs.server, {
        trees,
        branch,
        stateBranch: inputs.stateBranch,
        ...(inputs.phase === 'dry-run' ? { guard: unwritten/* onlyReads */.A } : {}),
    });
    const { config, tip } = await readConfig(trees, branch, inputs.config, log);
    const protectedPaths = [inputs.config, config.backlog, ...config['protected-paths']];
    const approvalToken = 'approvalToken' in inputs ? inputs.approvalToken : null;
    const entries = [];
    const pass = {
        facts: {
            run: context.run,
            attempt: context.attempt,
            holder: inputs.phase === 'settle' ? `settle ${inputs.assignment}` : inputs.phase,
            // A command changes what the plan after it will do, and is answered by what that plan can.
            canDispatch: inputs.phase !== 'settle' && inputs.phase !== 'comment',
            canApprove: approvalToken !== null,
        },
        policy: (0,policy/* toPolicy */.i)(config, inputs.workflow),
        settings: {
            slug: config.project,
            base: config.base.branch ?? branch,
            defaultBranch: branch,
            workflow: inputs.workflow,
            jobs: toJobSettings(config, protectedPaths),
            protectedPaths,
            notify: { url: 'webhook' in inputs ? inputs.webhook : null, format: config.notify.format },
            assignments: 'assignments' in inputs ? inputs.assignments : null,
        },
        github: speakAs(inputs.token, context),
        approver: approvalToken === null ? null : speakAs(approvalToken, context),
        loopctl: openLoopctl(config.project),
        trees,
        history,
        now: Date.now,
        log,
        record: (entry) => void entries.push(entry),
        repositoryUrl: `${context.serverUrl}/${context.owner}/${context.repo}`,
        runUrl: `${context.serverUrl}/${context.owner}/${context.repo}/actions/runs/${context.run}`,
    };
    return { pass, config, tip, entries };
}
function speakAs(token, { apiUrl, owner, repo }) {
    return (0,client/* createGitHub */.C)({ token, apiUrl, owner, repo, waits: (0,waits/* jobWaits */.m)() });
}
async function readConfig(repository, branch, path, log) {
    const { tip, file } = await (0,git_repository/* findFileAtTip */.Wp)(repository, branch, path);
    if (tip === null || file === null) {
        throw new errors/* ConfigurationError */.j(`There is no ${path} on ${branch}.`, {
            remedy: 'Copy `examples/orchestrate.config.yml` there, and set the project and the agents in it.',
        });
    }
    const reading = (0,parse_config/* parseConfig */.o)(await file.read(), path);
    if (reading.kind === 'problems') {
        throw new errors/* ConfigurationError */.j(reading.problems.map(problem/* describeProblem */.B).join('\n'), {
            remedy: `Mend ${path} on ${branch}.`,
        });
    }
    for (const warning of reading.warnings)
        log(`! ${(0,problem/* describeProblem */.B)(warning)}`);
    return { config: reading.config, tip };
}


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2047);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
