export const id = 242;
export const ids = [242];
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

/***/ 75:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runGit),
/* harmony export */   j: () => (/* binding */ runGitBytes)
/* harmony export */ });
/* harmony import */ var execa__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6993);
/* harmony import */ var _git_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(539);
/* harmony import */ var _git_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3664);



/** Runs git in a hermetic environment and returns its output as text, unaltered; any failure is a GitError. */
async function runGit(args, options = {}) {
    const { stdout, ...rest } = await runGitBytes(args, options);
    return { stdout: Buffer.from(stdout.buffer, stdout.byteOffset, stdout.byteLength).toString('utf8'), ...rest };
}
/** Runs git as `runGit` does and returns its output as bytes (bundles, archives, blobs). */
async function runGitBytes(args, options = {}) {
    const secrets = (0,_git_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .secretsOf */ .Fj)(options.credential);
    const whole = [...(options.gitDir === undefined ? [] : [`--git-dir=${options.gitDir}`]), ...args];
    const { result, timedOut } = await runWithin(whole, options);
    const stderr = Buffer.from(result.stderr).toString('utf8');
    if (!timedOut && isAnswer(result, options.accept ?? [])) {
        return { stdout: result.stdout, stderr: (0,_git_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecrets */ .QU)(stderr, secrets), exitCode: result.exitCode ?? 0 };
    }
    throw new _git_error_js__WEBPACK_IMPORTED_MODULE_1__/* .GitError */ .X({
        command: (0,_git_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecrets */ .QU)(args.join(' '), secrets),
        exitCode: timedOut ? null : (result.exitCode ?? null),
        stderr: (0,_git_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecrets */ .QU)(`${stderr}${timedOut ? 'timed out' : why(result, stderr)}`, secrets),
    });
}
/**
 * When the time is up git is ended and its output let go of: a helper that git started (for HTTP, say) may hold the
 * pipes open long after git itself is gone, and waiting for them would be waiting for the silent server after all.
 */
async function runWithin(args, options) {
    const running = (0,execa__WEBPACK_IMPORTED_MODULE_2__/* .execa */ .Ho)('git', args, processOptions(options));
    let timedOut = false;
    const timer = setTimeout(() => {
        timedOut = true;
        running.kill();
        running.stdout.destroy();
        running.stderr.destroy();
    }, (options.timeoutSeconds ?? 300) * 1000);
    try {
        const result = await running;
        return { result, timedOut };
    }
    finally {
        clearTimeout(timer);
    }
}
function processOptions(options) {
    return {
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        ...(options.input === undefined ? { stdin: 'ignore' } : { input: options.input }),
        env: (0,_git_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .gitEnvironment */ ._K)({ ...options, ambient: process.env }),
        extendEnv: false,
        encoding: 'buffer',
        maxBuffer: options.maxBytes ?? 100_000_000,
        stripFinalNewline: false,
        reject: false,
    };
}
function isAnswer(ending, accept) {
    return ending.exitCode !== undefined && !ending.isMaxBuffer && [0, ...accept].includes(ending.exitCode);
}
function why(ending, stderr) {
    if (ending.isMaxBuffer) {
        return 'wrote more than allowed';
    }
    return stderr === '' ? (ending.originalMessage ?? '') : '';
}


/***/ }),

/***/ 3486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readObjects)
/* harmony export */ });
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75);

const types = new Set(['blob', 'tree', 'commit', 'tag']);
/** What each name stands for, in their order, read by one process whatever their number; null where it is nothing. */
async function readObjects(gitDir, names) {
    const input = names.map((name) => `${name}\n`).join('');
    const { stdout } = await (0,_git_js__WEBPACK_IMPORTED_MODULE_0__/* .runGitBytes */ .j)(['cat-file', '--batch', '--buffer'], { gitDir, input, maxBytes: 500_000_000 });
    const output = Buffer.from(stdout.buffer, stdout.byteOffset, stdout.byteLength);
    let offset = 0;
    return names.map(() => {
        const lineEnd = output.indexOf(10, offset);
        const [id = '', type = '', size] = output.toString('utf8', offset, lineEnd).split(' ');
        offset = lineEnd + 1;
        // What is not there is told in a line that repeats the name, which may have spaces in it.
        if (size === undefined || !/^[0-9a-f]{40,64}$/.test(id) || !types.has(type))
            return null;
        const content = output.subarray(offset, offset + Number(size));
        offset += content.length + 1;
        return { id, type, content };
    });
}


/***/ }),

/***/ 4808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ remoteGit)
/* harmony export */ });
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75);

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

/***/ 7242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRepository: () => (/* binding */ openRepository)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/execa/index.js + 131 modules
var execa = __webpack_require__(6993);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/inputs/registry.js + 1 modules
var registry = __webpack_require__(6377);
;// CONCATENATED MODULE: ./build/doctor/command-line.js






const usage = (/* unused pure expression or super */ null && (`npx . doctor [--rehearse] [--repo OWNER/NAME] [--app SLUG] [options]

Looks whether a repository has all that Orchestrate needs, with your own token, and says what to do where something is
missing. Ends with 1 where anything fails. It writes nothing, but for a rehearsal.

  --rehearse           tries it: starts the workflow, whose trusted jobs, as the App, open a pull request that changes
                       no file, see CI start on it and the required checks report, run setup and verify once in an
                       agent's job, and close it; takes as long as those do
  --repo OWNER/NAME    the repository; default: where \`origin\` of this folder points
  --app SLUG           the GitHub App that acts there: the last part of its address
  --host HOST          default: github.com, or where \`origin\` points
  --config PATH        default: .github/orchestrate.yml
  --workflow FILE      default: orchestrate.yml
  --state-branch NAME  default: orchestrate-state

The token is GH_TOKEN or GITHUB_TOKEN, else what \`gh auth token\` says. Only administrators see bypass lists, classic
protection and the names of secrets; for everybody else those end as "cannot tell". A loopctl server is looked at where
LOOPCTL_SERVER, LOOPCTL_AGENT_KEY, LOOPCTL_REVIEWER_KEY and LOOPCTL_ORCH_KEY are set.
`));
/** The arguments, or what is wrong with them. */
function parseDoctorArguments(args) {
    const { repo, host, app, rehearse = false, ...files } = parse(args);
    const config = files.config ?? defaultOf('config');
    const workflow = files.workflow ?? defaultOf('workflow');
    const stateBranch = files['state-branch'] ?? defaultOf('state-branch');
    refuse('--config', findPathFault(config));
    refuse('--workflow', findWorkflowFault(workflow));
    refuse('--state-branch', findBranchFault(stateBranch));
    refuse('--host', host === undefined || /^[\w.-]+(:\d+)?$/.test(host) ? null : 'must be the name of a host');
    refuse('--app', app === undefined || /^[\w-]+$/.test(app) ? null : 'must be the slug of an App');
    return {
        repository: repo === undefined ? null : parseRepository(repo),
        host: host ?? null,
        app: app ?? null,
        config,
        workflow,
        stateBranch,
        rehearse,
    };
}
function parse(args) {
    const text = { type: 'string' };
    try {
        return parseArgs({
            args: [...args],
            options: {
                repo: text,
                host: text,
                app: text,
                config: text,
                workflow: text,
                'state-branch': text,
                rehearse: { type: 'boolean' },
            },
        }).values;
    }
    catch (error) {
        throw new ConfigurationError(error instanceof Error ? error.message : String(error), { remedy: usage });
    }
}
function parseRepository(text) {
    const [, owner = '', repo = ''] = /^([\w.-]+)\/([\w.-]+)$/.exec(text) ?? [];
    refuse('--repo', owner === '' ? 'must be OWNER/NAME' : null);
    return { owner, repo };
}
function refuse(option, fault) {
    if (fault !== null)
        throw new ConfigurationError(`${option} ${fault}`, { remedy: usage });
}
function defaultOf(name) {
    return inputDefinition(name).default ?? '';
}
/** Where a git address points: `https://host/owner/name.git`, `ssh://git@host/…` or `git@host:owner/name`; null for others. */
function parseOrigin(address) {
    const [, host = '', path = ''] = /^(?:https?|ssh):\/\/(?:[^@/]*@)?([^/]+)\/(.+)$/.exec(address.trim()) ??
        /^(?:[^@/]+@)?([\w.-]+):(?!\/)(.+)$/.exec(address.trim()) ??
        [];
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(path) ?? [];
    return owner === undefined || repo === undefined ? null : { host, owner, repo };
}
/** Where a host's API is. */
function apiUrlOf(host) {
    return host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/git/bare-repository.js
var bare_repository = __webpack_require__(3452);
// EXTERNAL MODULE: ./build/git/git.js
var git = __webpack_require__(75);
;// CONCATENATED MODULE: ./build/git/fast-import.js



/** Makes one commit on top of its parent in a bare repository, in one process; no ref of others moves. */
async function fastImport(gitDir, commit) {
    const edges = (0,external_node_path_.join)(gitDir, 'fast-import-edges');
    const args = ['fast-import', '--quiet', '--force', '--done', `--export-pack-edges=${edges}`];
    const { stdout } = await (0,git/* runGit */.E)(args, { gitDir, input: stream(commit) });
    const [packFile = ''] = (await (0,promises_.readFile)(edges, 'utf8')).split(': ');
    await (0,promises_.rm)(edges);
    return { commit: stdout.trim(), pack: packFile === '' ? null : await (0,promises_.readFile)(packFile) };
}
function stream(commit) {
    const { name, email } = commit.author;
    const head = [
        'commit refs/store/next',
        'mark :1',
        `committer ${plain(name)} <${plain(email)}> ${Math.floor(commit.at.getTime() / 1000)} +0000`,
        data(commit.message),
        ...(commit.parent === null ? [] : [`from ${commit.parent}`]),
    ];
    const files = [...commit.changes].flatMap(([path, text]) => text === null ? [`D ${checked(path)}`] : [`M 100644 inline ${checked(path)}`, data(text)]);
    return Buffer.from([...head, ...files, '', 'get-mark :1', 'done', ''].join('\n'));
}
function data(text) {
    return `data ${Buffer.byteLength(text)}\n${text}`;
}
function plain(text) {
    return text.replaceAll(/[<>\n\0]/g, '');
}
function checked(path) {
    if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(path)) {
        throw new Error(`not a path of the store: ${JSON.stringify(path)}`);
    }
    return path;
}

// EXTERNAL MODULE: ./build/git/git-error.js
var git_error = __webpack_require__(3664);
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
/** Commits with their trees and without their parents; null where there was no answer to be read. */
async function fetchPack(remote, { commits, has }) {
    const here = has.flatMap((commit) => [`shallow ${commit}`, `have ${commit}`]);
    const wants = commits.map((commit) => `want ${commit}`);
    const manner = ['thin-pack', 'ofs-delta', 'no-progress', 'deepen 1'];
    const answer = await ask(remote, 'fetch', [...manner, ...here, ...wants, 'done']);
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
        const answer = Buffer.from(await response.arrayBuffer());
        return response.ok && isAnswer ? answer : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/git/fetch-tips.js





/**
 * The tips of some refs with their trees and without their history, as `git fetch --depth=1` would bring them, by two
 * requests and one process; the refs here that were found there. Null where the remote could not be asked in this way.
 */
async function fetchTips(tips, wanted) {
    const refs = wanted.map(({ from }) => from);
    const commits = await askRefs(tips, refs);
    if (commits === null)
        return null;
    const found = wanted.flatMap(({ to }, index) => {
        const commit = commits[index] ?? null;
        return commit === null ? [] : [{ to, commit }];
    });
    const tipsFound = found.map(({ commit }) => commit);
    if (!(await bring(tips, tipsFound)))
        return null;
    for (const { to, commit } of found)
        await writeAside((0,external_node_path_.join)(tips.directory, to), `${commit}\n`);
    return new Set(found.map(({ to }) => to));
}
/** Fetches the commits that are not here yet; false where that did not work in this way. */
async function bring(tips, commits) {
    const has = await readShallow(tips.directory);
    const missing = [...new Set(commits)].filter((commit) => !has.includes(commit));
    if (missing.length === 0)
        return true;
    const fetched = await fetchPack(tips, { commits: missing, has });
    if (fetched === null)
        return false;
    try {
        await (0,git/* runGit */.E)(['index-pack', '--stdin', '--fix-thin'], { gitDir: tips.directory, input: fetched.pack });
    }
    catch (error) {
        if (error instanceof git_error/* GitError */.X)
            return false;
        throw error;
    }
    await writeShallow(tips.directory, [...new Set([...has, ...fetched.shallow])]);
    return true;
}
/** The commits whose parents are not here (gitrepository-layout(5)). */
async function readShallow(directory) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(directory, 'shallow'), 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return '';
        throw error;
    });
    return text.split('\n').filter((line) => line !== '');
}
async function writeShallow(directory, commits) {
    await writeAside((0,external_node_path_.join)(directory, 'shallow'), commits.map((commit) => `${commit}\n`).join(''));
}
/** Whole or not at all. */
async function writeAside(path, text) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.writeFile)(`${path}.new`, text);
    await (0,promises_.rename)(`${path}.new`, path);
}

// EXTERNAL MODULE: ./build/git/read-objects.js
var read_objects = __webpack_require__(3486);
;// CONCATENATED MODULE: ./build/git/read-tree.js


/** The commit that a ref stands for and the text of every file of it, in two processes whatever their number. */
async function readTree(gitDir, ref) {
    const listing = await (0,git/* runGit */.E)(['ls-tree', '-r', '-z', '--full-tree', ref], { gitDir });
    const entries = parseListing(listing.stdout);
    const [commit, ...blobs] = await (0,read_objects/* readObjects */.$)(gitDir, [ref, ...entries.map(({ blob }) => blob)]);
    const files = entries.map(({ path }, index) => [path, blobs[index]?.content.toString('utf8') ?? '']);
    return { commit: commit?.id ?? '', files: new Map(files) };
}
function parseListing(listing) {
    return listing.split('\0').flatMap((line) => {
        const match = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line);
        return match?.[1] === undefined || match[2] === undefined ? [] : [{ blob: match[1], path: match[2] }];
    });
}

// EXTERNAL MODULE: ./build/git/remote-git.js
var remote_git = __webpack_require__(4808);
;// CONCATENATED MODULE: ./build/git/ref-store.js









const localRef = 'refs/store/head';
/** Deep enough to find a commit of ours below what others wrote while we lost the answer to our push. */
const settleDepth = 200;
/** Opens plain files on a branch of their own; writing is compare-and-swap and each commit's parent is the one read. */
async function openRefStore(options) {
    await (0,bare_repository/* ensureBareRepository */.B)(options.directory);
    let first = options.alongside ?? [];
    return {
        read: async () => {
            const alongside = first;
            first = [];
            return await readBranch(options, alongside);
        },
        readTip: () => readTip(options),
        write: (change) => writeBranch(options, change),
    };
}
/** In one request, else by git itself: it finds its way where a plain request does not, and says what is wrong. */
async function readTip(options) {
    const ref = `refs/heads/${options.branch}`;
    const asked = await askRefs(options, [ref]);
    if (asked !== null)
        return asked[0] ?? null;
    const { stdout } = await (0,remote_git/* remoteGit */.T)(options, ['ls-remote', '--refs', options.remoteUrl, ref]);
    return stdout === '' ? null : stdout.slice(0, stdout.indexOf('\t'));
}
async function readBranch(options, alongside) {
    const state = { from: `refs/heads/${options.branch}`, to: localRef };
    const others = alongside.map((branch) => ({ from: `refs/heads/${branch}`, to: `refs/remotes/origin/${branch}` }));
    const fetched = await fetchTips(options, [state, ...others]);
    const isThere = fetched === null ? await fetchBranch(options, { depth: 1, alongside }) : fetched.has(localRef);
    return isThere ? await readTree(options.directory, localRef) : { commit: null, files: new Map() };
}
async function writeBranch(options, change) {
    // Two writers with the same change in the same second would make one and the same commit, and both would win.
    const message = `${change.message}\n\nWrite: ${(0,external_node_crypto_.randomUUID)()}`;
    const { expected } = change;
    const { commit, pack } = await fastImport(options.directory, { ...change, message, parent: expected });
    const ref = `refs/heads/${options.branch}`;
    const answer = pack === null ? 'refused' : await sendPack(options, { ref, expected, commit, pack });
    if (answer === 'taken')
        return { conflict: false, commit };
    // What is wrong git itself finds out: by pushing, where it was not simply somebody else's commit.
    const lease = `--force-with-lease=${ref}:${expected ?? ''}`;
    try {
        await (0,remote_git/* remoteGit */.T)(options, ['push', '--quiet', lease, options.remoteUrl, `${commit}:${ref}`]);
        return { conflict: false, commit };
    }
    catch (error) {
        return await settlePush(options, { commit, expected, error, mayHaveLanded: answer === 'unknown' });
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
    return isThere && (await isAncestor(options, commit, localRef));
}
async function isAncestor(options, ancestor, descendant) {
    const args = ['merge-base', '--is-ancestor', ancestor, descendant];
    return (await (0,git/* runGit */.E)(args, { gitDir: options.directory, accept: [1] })).exitCode === 0;
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
        await (0,remote_git/* remoteGit */.T)(options, ['fetch', ...flags, options.remoteUrl, ...refspecs]);
        return true;
    }
    catch (error) {
        if (error instanceof git_error/* GitError */.X && error.stderr.includes("couldn't find remote ref")) {
            return false;
        }
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/loopctl-cli/repository.js







/** Opens the embedded store of a repository, with the credentials that git or GitHub's own command line has for it. */
async function openRepository(facts) {
    const address = await findAddress(facts);
    const [remote, author, directory] = await Promise.all([
        withToken(address, facts),
        readAuthor(facts),
        (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'loopctl-')),
    ]);
    const { branch, now } = facts;
    const folder = (name) => (0,external_node_path_.join)(directory, name);
    const store = await openRefStore({ ...remote, branch, directory: folder('store') });
    return {
        remote,
        branch,
        stored: { store, author, now },
        folder,
        close: () => (0,promises_.rm)(directory, { recursive: true, force: true }),
    };
}
async function findAddress({ repository, directory, environment }) {
    const folder = (0,external_node_path_.resolve)(directory, repository ?? '.');
    const isFolder = await (0,promises_.stat)(folder).then((found) => found.isDirectory(), () => false);
    if (!isFolder)
        return addressOf(repository ?? '');
    const origin = await repository_git(['remote', 'get-url', 'origin'], folder, environment);
    if (origin === null) {
        throw new errors/* ConfigurationError */.j(`There is no loopctl here: ${folder} has no remote \`origin\`.`, {
            remedy: 'Go to a clone of the repository, name it with --repo, or set LOOPCTL_SERVER for a server.',
        });
    }
    return isAddress(origin) ? origin : (0,external_node_path_.resolve)(folder, origin);
}
function addressOf(repository) {
    if (/^[\w.-]+\/[\w.-]+$/.test(repository))
        return `https://github.com/${repository}`;
    if (isAddress(repository))
        return repository;
    throw new errors/* ConfigurationError */.j(`There is no folder \`${repository}\`.`, {
        remedy: 'Give --repo a clone, an address, or OWNER/NAME on GitHub.',
    });
}
function isAddress(text) {
    return text.includes('://') || /^[^/]+@?[\w.-]+:(?!\/)/.test(text);
}
/** An ssh address is asked by https where there is a token for it: an agent with the ssh key may not be at hand. */
async function withToken(address, facts) {
    const origin = parseOrigin(address);
    const isWeb = /^https?:/.test(address);
    if (origin === null && !isWeb)
        return { remoteUrl: address };
    const url = isWeb ? withoutUser(address) : `https://${origin?.host}/${origin?.owner}/${origin?.repo}`;
    const token = await findToken(new URL(url), facts);
    if (token === null)
        return { remoteUrl: isWeb ? url : address };
    return { remoteUrl: url, token };
}
function withoutUser(address) {
    const url = new URL(address);
    url.username = '';
    url.password = '';
    return url.href.replace(/\/$/, '');
}
async function findToken(url, { directory, environment }) {
    const given = environment['GH_TOKEN'] || environment['GITHUB_TOKEN'] || '';
    const home = new URL(environment['GITHUB_SERVER_URL'] || 'https://github.com');
    // Only to the host that it is for.
    if (given !== '' && url.host === home.host)
        return given;
    const asked = `protocol=${url.protocol.replace(':', '')}\nhost=${url.host}\npath=${url.pathname.slice(1)}\n\n`;
    const filled = await repository_git(['-c', 'core.askPass=', 'credential', 'fill'], directory, environment, asked);
    const password = filled?.split('\n').find((line) => line.startsWith('password='));
    if (password !== undefined)
        return password.slice('password='.length);
    const gh = await (0,execa/* execa */.Ho)('gh', ['auth', 'token', '--hostname', url.host], { reject: false });
    return gh.exitCode === 0 && gh.stdout.trim() !== '' ? gh.stdout.trim() : null;
}
async function readAuthor({ directory, environment }) {
    const [name, email] = await Promise.all(['user.name', 'user.email'].map((key) => repository_git(['config', '--get', key], directory, environment)));
    return { name: name || 'loopctl', email: email || 'loopctl@localhost' };
}
/** What the person's own git says, with their own configuration; null where it has nothing to say. */
async function repository_git(args, cwd, environment, input = '') {
    const quiet = { GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', SSH_ASKPASS: '' };
    const env = { ...environment, ...quiet };
    const { stdout, exitCode } = await (0,execa/* execa */.Ho)('git', args, { cwd, env, extendEnv: false, input, reject: false });
    return exitCode === 0 ? stdout.trim() : null;
}


/***/ })

};
