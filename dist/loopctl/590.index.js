export const id = 590;
export const ids = [590];
export const modules = {

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

/***/ 5590:
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
;// CONCATENATED MODULE: ./build/doctor/place-arguments.js






const place_arguments_text = { type: 'string' };
const place_arguments_placeOptions = {
    repo: place_arguments_text,
    host: place_arguments_text,
    app: place_arguments_text,
    config: place_arguments_text,
    workflow: place_arguments_text,
    'state-branch': place_arguments_text,
};
function place_arguments_refuseWith(usage) {
    return (option, fault) => {
        if (fault !== null)
            throw new ConfigurationError(`${option} ${fault}`, { remedy: usage });
    };
}
/** The options of a command that takes nothing else; an unknown one is refused with the usage. */
function place_arguments_readOptions(args, options, usage) {
    try {
        return parseArgs({ args: [...args], options }).values;
    }
    catch (error) {
        throw new ConfigurationError(error instanceof Error ? error.message : String(error), { remedy: usage });
    }
}
/** The place among the options of a command, or what is wrong with it. */
function place_arguments_parsePlace(given, refuse) {
    const { repo, host, app } = given;
    const config = given.config ?? defaultOf('config');
    const workflow = given.workflow ?? defaultOf('workflow');
    const stateBranch = given['state-branch'] ?? defaultOf('state-branch');
    refuse('--config', findPathFault(config));
    refuse('--workflow', findWorkflowFault(workflow));
    refuse('--state-branch', findBranchFault(stateBranch));
    refuse('--host', faultOf(host, /^[\w.-]+(:\d+)?$/, 'must be the name of a host'));
    refuse('--app', faultOf(app, /^[\w-]+$/, 'must be the slug of an App'));
    refuse('--repo', faultOf(repo, /^[\w.-]+\/[\w.-]+$/, 'must be OWNER/NAME'));
    const [owner = '', name = ''] = repo?.split('/') ?? [];
    const repository = repo === undefined ? null : { owner, repo: name };
    return { repository, host: host ?? null, app: app ?? null, config, workflow, stateBranch };
}
/** What is wrong with a value that has to have a form; null where nothing is, or none was given. */
function faultOf(value, form, fault) {
    return value === undefined || form.test(value) ? null : fault;
}
function defaultOf(name) {
    return inputDefinition(name).default ?? '';
}

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

The token is GH_TOKEN or GITHUB_TOKEN, else what \`gh auth token\` says; to another host than github.com those two go only
where --host names it. Only administrators see bypass lists, classic protection and the names of secrets; for everybody
else those end as "cannot tell". A loopctl server is looked at where LOOPCTL_SERVER, LOOPCTL_AGENT_KEY,
LOOPCTL_REVIEWER_KEY and LOOPCTL_ORCH_KEY are set.
`));
/** The arguments, or what is wrong with them. */
function parseDoctorArguments(args) {
    const { rehearse = false, ...place } = readOptions(args, { ...placeOptions, rehearse: { type: 'boolean' } }, usage);
    return { ...parsePlace(place, refuseWith(usage)), rehearse };
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
// EXTERNAL MODULE: ./build/git/fetch-tips.js
var fetch_tips = __webpack_require__(6406);
// EXTERNAL MODULE: ./build/git/file-tree.js + 1 modules
var file_tree = __webpack_require__(8577);
// EXTERNAL MODULE: ./build/git/git.js + 1 modules
var git_git = __webpack_require__(8253);
// EXTERNAL MODULE: ./build/git/git-error.js
var git_error = __webpack_require__(3664);
;// CONCATENATED MODULE: ./build/git/is-ancestor.js

/** Whether a commit is in the history of another one; of a commit that is not there at all, nothing is. */
async function isAncestor(ancestor, descendant, git) {
    const args = ['merge-base', '--is-ancestor', ancestor, descendant];
    return (await (0,git_git/* runGit */.E)(args, { ...git, accept: [1, 128] })).exitCode === 0;
}

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

// EXTERNAL MODULE: ./build/git/object-memory.js
var object_memory = __webpack_require__(6014);
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
    const { stdout } = await (0,git_git/* runGit */.E)(['ls-tree', '-r', '-z', '--full-tree', commit], { gitDir });
    const files = stdout.split('\0').flatMap((line) => {
        const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
        return mode === undefined || id === undefined || path === undefined ? [] : [[path, { mode, id }]];
    });
    return new Map(files);
}

// EXTERNAL MODULE: ./build/git/remote-git.js
var remote_git = __webpack_require__(4808);
// EXTERNAL MODULE: ./build/git/repository.js + 1 modules
var repository = __webpack_require__(899);
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
    const { stdout } = await (0,remote_git/* remoteGit */.T)(options, ['ls-remote', '--refs', options.remoteUrl, ref]);
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
    await (0,git_git/* runGit */.E)(['index-pack', '--stdin', '--fix-thin'], { gitDir: directory, input: pack });
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
        if (expected !== null && !(await (0,repository/* hasCommit */.QE)(place, expected)))
            await fetchBranch(place, { depth: 1, alongside: [] });
        await keepPack(place, pack);
        await (0,remote_git/* remoteGit */.T)(place, ['push', '--quiet', lease, place.remoteUrl, `${commit}:${ref}`]);
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
    return isThere && (await isAncestor(commit, localRef, { gitDir: options.directory }));
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
    const origin = await git(['remote', 'get-url', 'origin'], folder, environment);
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
    const filled = await git(['-c', 'core.askPass=', 'credential', 'fill'], directory, environment, asked);
    const password = filled?.split('\n').find((line) => line.startsWith('password='));
    if (password !== undefined)
        return password.slice('password='.length);
    const gh = await (0,execa/* execa */.Ho)('gh', ['auth', 'token', '--hostname', url.host], {
        env: { ...environment },
        extendEnv: false,
        reject: false,
    });
    return gh.exitCode === 0 && gh.stdout.trim() !== '' ? gh.stdout.trim() : null;
}
async function readAuthor({ directory, environment }) {
    const [name, email] = await Promise.all(['user.name', 'user.email'].map((key) => git(['config', '--get', key], directory, environment)));
    return { name: name || 'loopctl', email: email || 'loopctl@localhost' };
}
/** What the person's own git says, with their own configuration; null where it has nothing to say. */
async function git(args, cwd, environment, input = '') {
    const quiet = { GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', SSH_ASKPASS: '' };
    const env = { ...environment, ...quiet };
    const { stdout, exitCode } = await (0,execa/* execa */.Ho)('git', args, { cwd, env, extendEnv: false, input, reject: false });
    return exitCode === 0 ? stdout.trim() : null;
}


/***/ })

};
