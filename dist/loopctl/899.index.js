export const id = 899;
export const ids = [899];
export const modules = {

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
  CS: () => (/* binding */ listFiles),
  qq: () => (/* binding */ makeTrees),
  Z7: () => (/* binding */ readTexts),
  g7: () => (/* binding */ treeOf)
});

// UNUSED EXPORTS: findEntry, isFile

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/git/git-object.js
var git_object = __webpack_require__(6231);
;// CONCATENATED MODULE: ./build/git/tree-object.js

const tree_object_folderMode = '40000';
/** The entries of a tree's content. */
function tree_object_parseTree(content) {
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
        .map((entry) => ({ entry, key: Buffer.from(entry.mode === tree_object_folderMode ? `${entry.name}/` : entry.name) }))
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
    const open = [{ mode: tree_object_folderMode, path: '', id: root }];
    let listed = 0;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const { mode, path, id } = next;
        if (mode !== tree_object_folderMode) {
            files.set(path, { mode, id });
            continue;
        }
        const entries = tree_object_parseTree(objects.get(id)?.content ?? Buffer.alloc(0));
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
        entries.set(name, { mode: tree_object_folderMode, name, id: below.at(-1)?.id ?? '' });
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

/***/ 3664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ GitError)
/* harmony export */ });
/* unused harmony export spokeToRemote */
/** A git command that failed: what was run, how it ended and what git said, with every secret masked. */
class GitError extends Error {
    name = 'GitError';
    command;
    exitCode;
    stderr;
    constructor(facts) {
        const end = facts.exitCode === null ? 'was stopped' : `exited with ${facts.exitCode}`;
        super(`git ${facts.command} ${end}${facts.stderr === '' ? '' : `: ${facts.stderr.trim()}`}`);
        this.command = facts.command;
        this.exitCode = facts.exitCode;
        this.stderr = facts.stderr;
    }
}
/** Whether the command spoke to the remote: then its failure need not be of our making. */
function spokeToRemote({ command }) {
    return /^(fetch|push|ls-remote)\b/.test(command);
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

/***/ 6014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sf: () => (/* binding */ hasWhole),
/* harmony export */   Xj: () => (/* binding */ createObjectMemory)
/* harmony export */ });
/* unused harmony export recallEntry */
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
    return object === undefined ? undefined : findEntry(objects, treeOf(object), path);
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
/* harmony export */   CY: () => (/* binding */ writeShallow),
/* harmony export */   J5: () => (/* binding */ readShallow),
/* harmony export */   Ln: () => (/* binding */ writeRef),
/* harmony export */   ev: () => (/* binding */ isNamed)
/* harmony export */ });
/* unused harmony exports fetchedRefs, nameJudged, readRef, listRefs */
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
    return await orNothing(readdir(join(directory, prefix)), []);
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

/***/ 899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  QE: () => (/* binding */ hasCommit)
});

// UNUSED EXPORTS: ensureRepository, fetchInto, fetchTip, findFile, findFileAtTip, readTip

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/git/bare-repository.js
var bare_repository = __webpack_require__(3452);
// EXTERNAL MODULE: ./build/git/index-pack.js
var index_pack = __webpack_require__(9861);
// EXTERNAL MODULE: ./build/git/repository-files.js
var repository_files = __webpack_require__(4433);
// EXTERNAL MODULE: ./build/git/smart-http.js + 1 modules
var smart_http = __webpack_require__(2362);
;// CONCATENATED MODULE: ./build/git/fetch-commits.js



/** The commits that a repository has from its remote, with their history or without. */
async function listFetched(directory) {
    return [...(await listRefs(directory, fetchedRefs)), ...(await readShallow(directory))];
}
/**
 * Fetches branches and commits as `git fetch` would, by two requests and one process; false when the remote has one of
 * the branches not (any more). Null where that did not work in this way: then git has to ask, and says why.
 */
async function fetch_commits_fetchCommits(repository, { branches = [], commits = [] }) {
    const refs = branches.map((branch) => `refs/heads/${branch}`);
    const found = refs.length === 0 ? [] : await askRefs(repository, refs);
    if (found === null)
        return null;
    const tips = found.filter((tip) => tip !== null);
    if (tips.length < refs.length)
        return false;
    if (!(await bring(repository, new Set([...tips, ...commits]))))
        return null;
    for (const [index, tip] of tips.entries()) {
        await writeRef(repository.directory, `refs/remotes/origin/${branches[index]}`, tip);
    }
    return true;
}
/**
 * Notes what git itself has brought, as what came by plain requests is noted: else it is fetched, and pushed back, again
 * and again with all its history. Of commits without their parents git keeps the list.
 */
async function fetch_commits_noteFetched({ directory, isShallow }, { branches = [], commits = [] }) {
    if (isShallow)
        return;
    const tips = await Promise.all(branches.map((branch) => readRef(directory, `refs/remotes/origin/${branch}`)));
    for (const commit of new Set([...tips.filter((tip) => tip !== null), ...commits])) {
        await writeRef(directory, `${fetchedRefs}/${commit}`, commit);
    }
}
/** Whether the commits are there now. */
async function bring(repository, commits) {
    const { directory, isShallow } = repository;
    const has = await listFetched(directory);
    const missing = [...commits].filter((commit) => !has.includes(commit));
    if (missing.length === 0)
        return true;
    const fetched = await fetchPack(repository, { commits: missing, has, isShallow });
    if (fetched === null || !(await indexPack(directory, fetched)))
        return false;
    if (!isShallow)
        for (const commit of missing)
            await writeRef(directory, `${fetchedRefs}/${commit}`, commit);
    return true;
}

// EXTERNAL MODULE: ./build/git/fetch-tips.js
var fetch_tips = __webpack_require__(6406);
// EXTERNAL MODULE: ./build/git/file-tree.js + 1 modules
var file_tree = __webpack_require__(8577);
// EXTERNAL MODULE: ./build/git/git.js + 1 modules
var git = __webpack_require__(8253);
// EXTERNAL MODULE: ./build/git/git-error.js
var git_error = __webpack_require__(3664);
// EXTERNAL MODULE: ./build/git/object-memory.js
var object_memory = __webpack_require__(6014);
// EXTERNAL MODULE: ./build/git/read-objects.js
var read_objects = __webpack_require__(3486);
// EXTERNAL MODULE: ./build/git/read-pack.js + 1 modules
var read_pack = __webpack_require__(4833);
;// CONCATENATED MODULE: ./build/git/repository.js












/** Makes the bare repository in its folder, when it is not there yet. */
async function ensureRepository({ directory }) {
    await ensureBareRepository(directory);
}
/** The SHA of a branch's tip as it was fetched; null where there was no such branch. */
async function readTip({ directory }, branch) {
    return await readRef(directory, `refs/remotes/origin/${branch}`);
}
/** Whether a commit is there already. */
async function hasCommit({ directory }, commit) {
    if (await (0,repository_files/* isNamed */.ev)(directory, commit))
        return true;
    const { exitCode } = await (0,git/* runGit */.E)(['cat-file', '-e', `${commit}^{commit}`], { gitDir: directory, accept: [1, 128] });
    return exitCode === 0;
}
/** Fetches branches and commits in one go; false when the remote does not have one of them (any more). */
async function fetchInto(repository, wanted) {
    const fetched = await fetchCommits(repository, wanted);
    if (fetched !== null)
        return fetched;
    const isThere = await fetchByGit(repository, wanted);
    if (isThere)
        await noteFetched(repository, wanted);
    return isThere;
}
async function fetchByGit(repository, { branches = [], commits = [] }) {
    const flags = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance'];
    const reach = repository.isShallow ? ['--depth=1'] : [];
    const refspecs = [...branches.map((branch) => `+refs/heads/${branch}:refs/remotes/origin/${branch}`), ...commits];
    try {
        await runGit(['fetch', ...flags, ...reach, repository.remoteUrl, ...refspecs], {
            gitDir: repository.directory,
            config: { 'core.hooksPath': '/dev/null' },
            credential: { url: repository.remoteUrl, token: repository.token },
            timeoutSeconds: 300,
        });
        return true;
    }
    catch (error) {
        if (error instanceof GitError && isMissing(error))
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
    if (memory !== undefined && (await fetchTips({ ...repository, memory }, [projectTip(branch)])) !== null)
        return;
    await fetchInto(repository, { branches: [branch] });
}
/** The file at a path of a commit; null when there is no such file. */
async function findFile(repository, commit, path) {
    const { memory, directory } = repository;
    const known = memory === undefined ? undefined : recallEntry(memory, commit, path);
    if (memory === undefined || known === undefined) {
        const [file = null] = await readObjects(directory, [`${commit}:${path}`]);
        return toFile(file);
    }
    if (known === null || !isFile(known))
        return null;
    const wanted = { commit, blob: known.id };
    return { sha: known.id, read: async () => textOf(await recallBlob(repository, memory, wanted)) };
}
/** A file's content: known, or fetched alone, or, where that does not work, with all that its commit holds. */
async function recallBlob(repository, { objects }, { commit, blob }) {
    const known = objects.get(blob);
    if (known !== undefined)
        return known;
    const fetched = await fetchFile(repository, blob);
    const read = fetched === null ? null : readPack(fetched.pack, objects);
    const found = read?.find(({ id }) => id === blob) ?? (await fetchWhole(repository, { commit, blob }));
    objects.set(blob, found);
    return found;
}
async function fetchWhole(repository, { commit, blob }) {
    const { directory } = repository;
    await ensureRepository(repository);
    const [found = null] = (await fetchInto(repository, { commits: [commit] }))
        ? await readObjects(directory, [blob])
        : [];
    if (found !== null)
        return found;
    const facts = { request: 'git fetch', status: null, requestId: null, retryable: true };
    throw new RemoteError(`${commit} is gone from the repository, and ${blob} with it`, facts);
}
/** A branch's tip as it was fetched, with one file of it. */
async function findFileAtTip(repository, branch, path) {
    const { directory, memory } = repository;
    const { to: ref } = projectTip(branch);
    const known = memory?.refs.get(ref);
    if (known !== undefined)
        return { tip: known, file: await findFile(repository, known, path) };
    const [tip = null, file = null] = await readObjects(directory, [ref, `${ref}:${path}`]);
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
  q3: () => (/* binding */ fetchPack),
  k2: () => (/* binding */ sendPack)
});

// UNUSED EXPORTS: fetchFile

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


/***/ })

};
