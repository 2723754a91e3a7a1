export const id = 426;
export const ids = [426];
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

/***/ 4808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ remoteGit)
/* harmony export */ });
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8253);

/** Runs git in a bare repository of ours against a remote, with its token; no hook of anybody runs. */
function remoteGit({ directory, remoteUrl, token }, args) {
    return (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .E)(args, {
        gitDir: directory,
        config: { 'core.hooksPath': '/dev/null', 'transfer.fsckObjects': 'false' },
        ...(token === undefined ? {} : { credential: { url: remoteUrl, token } }),
        timeoutSeconds: 60,
    });
}


/***/ }),

/***/ 7045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  squashHistory: () => (/* binding */ squashHistory)
});

// EXTERNAL MODULE: ./build/git/bare-repository.js
var bare_repository = __webpack_require__(3452);
// EXTERNAL MODULE: ./build/git/git.js + 1 modules
var git = __webpack_require__(8253);
// EXTERNAL MODULE: ./build/git/git-error.js
var git_error = __webpack_require__(3664);
// EXTERNAL MODULE: ./build/git/remote-git.js
var remote_git = __webpack_require__(4808);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/git/temporary-index.js

/** Runs something with an index file of its own, so that no lock or half-made merge left behind is in the way. */
async function withTemporaryIndex(path, use) {
    try {
        return await use({ GIT_INDEX_FILE: path });
    }
    finally {
        await rm(path, { force: true });
        await rm(`${path}.lock`, { force: true });
    }
}
/** Who a commit is by, as git wants to be told; the same moment gives the same commit. */
function identity(who, at) {
    const date = at.toISOString();
    return {
        GIT_AUTHOR_NAME: who.name,
        GIT_AUTHOR_EMAIL: who.email,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: who.name,
        GIT_COMMITTER_EMAIL: who.email,
        GIT_COMMITTER_DATE: date,
    };
}

;// CONCATENATED MODULE: ./build/git/squash-branch.js





const localRef = 'refs/store/whole';
const attempts = 5;
/**
 * Replaces the history of a branch by one commit without a parent that holds the very same files, unless somebody wrote
 * to it meanwhile: then of what they wrote. Whoever holds the commit before loses the race of their next write, reads
 * the same files, and writes again.
 */
async function squashBranch(options) {
    await (0,bare_repository/* ensureBareRepository */.B)(options.directory);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
        const squashed = await trySquash(options);
        if (squashed !== null)
            return squashed;
    }
    return { kind: 'raced' };
}
/** Null where the branch moved before the push. */
async function trySquash(options) {
    const commits = await fetchHistory(options);
    if (commits.length < 2)
        return { kind: 'nothing' };
    const [from = ''] = commits;
    const archive = `refs/orchestrate/history/${from}`;
    const kept = options.keep === 'ref' ? archive : options.keep.bundle;
    if (options.keep !== 'ref')
        await inDirectory(options, ['bundle', 'create', '--quiet', options.keep.bundle, localRef]);
    const to = await commitSnapshot(options, { from, commits: commits.length, kept });
    const lease = `--force-with-lease=refs/heads/${options.branch}:${from}`;
    const refs = [`${to}:refs/heads/${options.branch}`, ...(options.keep === 'ref' ? [`${from}:${archive}`] : [])];
    try {
        await (0,remote_git/* remoteGit */.T)(options, ['push', '--quiet', '--atomic', lease, options.remoteUrl, ...refs]);
    }
    catch (error) {
        if (error instanceof git_error/* GitError */.X && (await fetchHistory(options))[0] !== from)
            return null;
        throw error;
    }
    return { kind: 'squashed', commits: commits.length, from, to, kept };
}
/** Every commit of the branch, newest first; none where there is no branch. */
async function fetchHistory(options) {
    const refspec = `+refs/heads/${options.branch}:${localRef}`;
    try {
        await (0,remote_git/* remoteGit */.T)(options, ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', options.remoteUrl, refspec]);
    }
    catch (error) {
        if (error instanceof git_error/* GitError */.X && error.stderr.includes("couldn't find remote ref"))
            return [];
        throw error;
    }
    return (await inDirectory(options, ['rev-list', localRef])).trim().split('\n');
}
/** The name of a bundle is its owner's matter: only that there is one is written down. */
async function commitSnapshot(options, { from, commits, kept }) {
    const where = options.keep === 'ref' ? kept : 'a bundle';
    const message = `The state as it stands\n\nIn place of ${commits} commits up to ${from}, kept in ${where}.`;
    const args = ['commit-tree', `${from}^{tree}`, '-m', message];
    const env = identity(options.author, options.at);
    return (await (0,git/* runGit */.E)(args, { gitDir: options.directory, env })).stdout.trim();
}
async function inDirectory({ directory }, args) {
    return (await (0,git/* runGit */.E)(args, { gitDir: directory })).stdout;
}

// EXTERNAL MODULE: ./build/loopctl/embedded/store-trouble.js
var store_trouble = __webpack_require__(5768);
;// CONCATENATED MODULE: ./build/loopctl/embedded/squash-history.js


/**
 * Squashes the history of the state branch. Nothing that a pass or a person asks of the store is lost by it: the feed of
 * every change is in the files; what only the history has, the saves of state, goes where `keep` says.
 */
function squashHistory(options) {
    return (0,store_trouble/* tellTrouble */.x)('write', squashBranch(options));
}


/***/ }),

/***/ 5768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ tellTrouble)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _git_git_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3664);


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
        throw error instanceof _git_git_error_js__WEBPACK_IMPORTED_MODULE_1__/* .GitError */ .X ? explain(what, error) : error;
    }
}
function explain(what, error) {
    const said = wordsOf(error.stderr);
    if (strangers.test(error.stderr)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j(`GitHub does not accept the token: ${said}`, {
            remedy: 'Give the step a fresh installation token of the App, as the example workflows do; such a token is good for an hour.',
            cause: error,
        });
    }
    if (refusals.test(error.stderr)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j(`The state branch may not be ${what === 'read' ? 'read' : 'written'}: ${said}`, {
            remedy: what === 'read'
                ? 'Give the token `contents: read` on this repository.'
                : 'Give the token `contents: write`, and let it push to the state branch where a rule protects it.',
            cause: error,
        });
    }
    if (unreachable.test(error.stderr)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j(`The repository of the state branch was not found: ${said}`, {
            remedy: 'Check the repository and that the token may see it.',
            cause: error,
        });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .H(`The state branch could not be ${what === 'read' ? 'read' : 'written'}: ${said}`, {
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


/***/ })

};
