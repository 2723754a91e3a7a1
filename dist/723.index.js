export const id = 723;
export const ids = [723,802,83];
export const modules = {

/***/ 7490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spellOutInvisible)
/* harmony export */ });
/** Controls but tab and line feed, then format (zero-width, bidirectional, tags), line separators, rare selectors. */
const invisible = /[^\P{Cc}\t\n]|[\p{Cf}\p{Zl}\p{Zp}]|[\u{e0100}-\u{e01ef}]/gu;
/** The text with every character that people do not see, and a model or a shell does, written as `\u{…}`. */
function spellOutInvisible(text) {
    return text.replaceAll(invisible, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}


/***/ }),

/***/ 4327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ quoteWord)
/* harmony export */ });
/** A word as a POSIX shell reads it: as it is where it needs no more, else in single quotes, which it cannot end. */
function quoteWord(word) {
    return /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}


/***/ }),

/***/ 4802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   apiUrlOf: () => (/* binding */ apiUrlOf),
/* harmony export */   parseDoctorArguments: () => (/* binding */ parseDoctorArguments),
/* harmony export */   parseOrigin: () => (/* binding */ parseOrigin),
/* harmony export */   usage: () => (/* binding */ usage)
/* harmony export */ });
/* harmony import */ var _place_arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6056);

const usage = `npx . doctor [--rehearse] [--repo OWNER/NAME] [--app SLUG] [options]

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
`;
/** The arguments, or what is wrong with them. */
function parseDoctorArguments(args) {
    const { rehearse = false, ...place } = (0,_place_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .readOptions */ .Tt)(args, { ..._place_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOptions */ .Gb, rehearse: { type: 'boolean' } }, usage);
    return { ...(0,_place_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlace */ .De)(place, (0,_place_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseWith */ .z7)(usage)), rehearse };
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


/***/ }),

/***/ 6056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ parsePlace),
/* harmony export */   Gb: () => (/* binding */ placeOptions),
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   Tt: () => (/* binding */ readOptions),
/* harmony export */   z7: () => (/* binding */ refuseWith)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _config_branch_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3779);
/* harmony import */ var _config_repository_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3795);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _inputs_faults_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6835);
/* harmony import */ var _inputs_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6569);






const text = { type: 'string' };
const placeOptions = {
    repo: text,
    host: text,
    app: text,
    config: text,
    workflow: text,
    'state-branch': text,
};
function refuseWith(usage) {
    return (option, fault) => {
        if (fault !== null)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j(`${option} ${fault}`, { remedy: usage });
    };
}
/** The options of a command that takes nothing else; an unknown one is refused with the usage. */
function readOptions(args, options, usage) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...args], options }).values;
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j(error instanceof Error ? error.message : String(error), { remedy: usage });
    }
}
/** The place among the options of a command, or what is wrong with it. */
function parsePlace(given, refuse) {
    const { repo, host, app } = given;
    const config = given.config ?? defaultOf('config');
    const workflow = given.workflow ?? defaultOf('workflow');
    const stateBranch = given['state-branch'] ?? defaultOf('state-branch');
    refuse('--config', (0,_config_repository_path_js__WEBPACK_IMPORTED_MODULE_3__/* .findPathFault */ .P)(config));
    refuse('--workflow', (0,_inputs_faults_js__WEBPACK_IMPORTED_MODULE_4__/* .findWorkflowFault */ .FC)(workflow));
    refuse('--state-branch', (0,_config_branch_name_js__WEBPACK_IMPORTED_MODULE_5__/* .findBranchFault */ .O)(stateBranch));
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
    return (0,_inputs_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .inputDefinition */ .O$)(name).default ?? '';
}


/***/ }),

/***/ 3337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readToken),
/* harmony export */   P: () => (/* binding */ findPlace)
/* harmony export */ });
/* harmony import */ var execa__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6993);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _command_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4802);



/** The repository that is meant: as it was said, else where `origin` of a folder points. */
async function findPlace(asked, directory) {
    const origin = await readOrigin(directory);
    const place = asked.repository ?? origin;
    if (place === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j('Which repository is meant is not known: no `origin` here points to one.', {
            remedy: 'Give `--repo OWNER/NAME`.',
        });
    }
    const { owner, repo } = place;
    return { host: asked.host ?? origin?.host ?? 'github.com', owner, repo, isHostSaid: asked.host !== null };
}
async function readOrigin(directory) {
    const { stdout, exitCode } = await (0,execa__WEBPACK_IMPORTED_MODULE_2__/* .execa */ .Ho)('git', ['config', '--get', 'remote.origin.url'], {
        cwd: directory,
        reject: false,
    });
    return exitCode === 0 ? (0,_command_line_js__WEBPACK_IMPORTED_MODULE_1__.parseOrigin)(stdout) : null;
}
/**
 * The person's own token: from the environment, else what `gh` has for that host. Whoever made a repository chose where
 * its clones point: to a host that only a folder names goes nothing but what `gh` was logged in there with.
 */
async function readToken({ host, isHostSaid }, environment) {
    const given = environment['GH_TOKEN'] || environment['GITHUB_TOKEN'] || '';
    const isMeant = isHostSaid || host === 'github.com' || (environment['GITHUB_API_URL'] ?? '') !== '';
    if (given !== '' && isMeant)
        return given;
    const { stdout, exitCode } = await (0,execa__WEBPACK_IMPORTED_MODULE_2__/* .execa */ .Ho)('gh', ['auth', 'token', '--hostname', host], {
        env: { ...environment },
        extendEnv: false,
        reject: false,
    });
    if (exitCode === 0 && stdout.trim() !== '')
        return stdout.trim();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j(`There is no token to ask ${host} with.`, {
        remedy: `Log in with \`gh auth login --hostname ${host}\`, or set GH_TOKEN${isMeant ? '' : ` and say that it is for that host: \`--host ${host}\``}.`,
    });
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

/***/ 2083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initUsage: () => (/* binding */ initUsage),
  parseInitArguments: () => (/* binding */ parseInitArguments)
});

// EXTERNAL MODULE: ./build/config/repository-path.js
var repository_path = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/doctor/place-arguments.js
var place_arguments = __webpack_require__(6056);
;// CONCATENATED MODULE: ./build/init/agent.js
/** What is meant where nothing else is said. */
const claude = {
    install: 'npm install --global @anthropic-ai/claude-code@2.1.330',
    implement: ['claude', '-p', '--output-format', 'json', '--dangerously-skip-permissions'],
    review: [
        'claude',
        '-p',
        '--output-format',
        'json',
        '--dangerously-skip-permissions',
        '--tools',
        'Read,Grep,Glob,Write',
    ],
    variable: 'ANTHROPIC_API_KEY',
};

;// CONCATENATED MODULE: ./build/init/command-line.js



const initUsage = `npx . init [--repo OWNER/NAME] [options]

From nothing to the first run: the App, its installation, secrets and their environment, the files as a pull request,
rulesets. Looks first at what is there, and shows each step before it does it: what, by which command, and how it is
undone. It can be ended at any point and started again; it goes on where it was. Everything is done with your own \`gh\`.

  --dry-run            shows every step, and does none
  --yes                does not ask before each
  --remove             takes all of it out again
  --repo OWNER/NAME    the repository; default: where \`origin\` of this folder points
  --host HOST          default: github.com, or where \`origin\` points
  --app SLUG           an App that is there already, in place of a new one
  --app-key FILE       its private key, if its environment does not have it yet
  --project SLUG       the project's name in loopctl; default: the repository's
  --backlog PATH       default: where one is found, else backlog.json
  --config PATH        default: .github/orchestrate.yml
  --workflow FILE      default: orchestrate.yml
  --state-branch NAME  default: orchestrate-state
  --action REFERENCE   OWNER/NAME@<40 digits> of Orchestrate itself; default: this checkout's origin and commit
  --require-gate       requires \`orchestrate/gate\` of every pull request, with the workflow that lets people's through
  --wait MINUTES       how long to wait for what a person or CI does elsewhere; default: 15

The agent is Claude Code. For another one, or with a part of it otherwise:

  --agent-command TEXT   what bash runs; the prompt comes on its standard input
  --review-command TEXT  the same for reviews; default: the agent's
  --agent-install TEXT   what bash runs to install it
  --agent-variable NAME  the variable, and secret, with its key

The agent's key is taken from that variable if it is set here, else asked for; no key is ever an argument of a command.
`;
const command_line_text = { type: 'string' };
const flag = { type: 'boolean' };
const options = {
    ...place_arguments/* placeOptions */.Gb,
    'app-key': command_line_text,
    project: command_line_text,
    backlog: command_line_text,
    action: command_line_text,
    wait: command_line_text,
    'agent-command': command_line_text,
    'review-command': command_line_text,
    'agent-install': command_line_text,
    'agent-variable': command_line_text,
    'dry-run': flag,
    yes: flag,
    remove: flag,
    'require-gate': flag,
};
/** The arguments, or what is wrong with them. */
function parseInitArguments(args) {
    const given = (0,place_arguments/* readOptions */.Tt)(args, options, initUsage);
    const refuse = (0,place_arguments/* refuseWith */.z7)(initUsage);
    const { repository, host, app, config, workflow, stateBranch } = (0,place_arguments/* parsePlace */.De)(given, refuse);
    const { action, backlog, project, wait = '15' } = given;
    refuse('--backlog', backlog === undefined ? null : (0,repository_path/* findPathFault */.P)(backlog));
    refuse('--project', (0,place_arguments/* faultOf */.Kl)(project, /^[a-z0-9-]+$/, 'must be of lower-case letters, digits and hyphens'));
    refuse('--action', (0,place_arguments/* faultOf */.Kl)(action, /^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/, 'must be OWNER/NAME@<40 hexadecimal digits>'));
    refuse('--agent-variable', (0,place_arguments/* faultOf */.Kl)(given['agent-variable'], /^[A-Z_][A-Z0-9_]*$/i, 'must be the name of a variable'));
    refuse('--wait', (0,place_arguments/* faultOf */.Kl)(wait, /^\d{1,4}$/, 'must be a number of minutes'));
    return {
        repository,
        host,
        app,
        appKey: given['app-key'] ?? null,
        action: action ?? null,
        mode: given.remove === true ? 'remove' : 'set_up',
        isDry: given['dry-run'] === true,
        isAgreed: given.yes === true,
        waitMinutes: Number(wait),
        wishes: {
            configPath: config,
            workflowFile: workflow,
            stateBranch,
            backlog: backlog ?? null,
            slug: project ?? null,
            agent: agentOf(given),
            requireGate: given['require-gate'] === true,
        },
    };
}
/** Whatever is not said of another agent, it does without; of the usual one each part can be said otherwise. */
function agentOf(given) {
    const command = given['agent-command'];
    const usual = command === undefined ? claude : { install: null, implement: command, review: command, variable: null };
    return {
        install: given['agent-install'] ?? usual.install,
        implement: usual.implement,
        review: given['review-command'] ?? usual.review,
        variable: given['agent-variable'] ?? usual.variable,
    };
}


/***/ }),

/***/ 2723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInit: () => (/* binding */ runInit)
});

// EXTERNAL MODULE: ./build/doctor/examine.js + 27 modules
var examine = __webpack_require__(9014);
// EXTERNAL MODULE: ./build/doctor/render-findings.js
var render_findings = __webpack_require__(7455);
// EXTERNAL MODULE: ./build/render/terminal-line.js
var terminal_line = __webpack_require__(6112);
// EXTERNAL MODULE: ./build/init/command-line.js + 1 modules
var command_line = __webpack_require__(2083);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/doctor/checks/app-permissions.js
var app_permissions = __webpack_require__(7228);
;// CONCATENATED MODULE: ./build/init/app-manifest.js

/** GitHub's limit of an App's name: https://docs.github.com/apps/creating-github-apps */
const nameLimit = 34;
/** What the App may do: exactly what the doctor asks for, and what every App may. */
function appPermissions() {
    const needed = Object.entries(app_permissions/* neededPermissions */.W).map(([scope, [level]]) => [scope, level]);
    return { ...Object.fromEntries(needed), metadata: 'read' };
}
/**
 * The App as GitHub is asked to make it: for its owner alone. It hears of nothing: a hook that is named has to have an
 * address, even one that is off, so none is named.
 */
function appManifest(place, redirectUrl) {
    const { owner, repo, serverUrl } = place;
    return {
        name: `orchestrate-${repo}`.slice(0, nameLimit),
        description: `Drives the stories of ${owner}/${repo} to merged and verified.`,
        url: `${serverUrl}/${owner}/${repo}`,
        redirect_url: redirectUrl,
        public: false,
        default_permissions: appPermissions(),
        default_events: [],
    };
}
/** Where GitHub takes a manifest: for the owner of the repository, since private Apps act only there. */
function manifestUrl({ serverUrl, owner, ownerKind }, state) {
    const of = ownerKind === 'Organization' ? `organizations/${owner}/` : '';
    return `${serverUrl}/${of}settings/apps/new?state=${state}`;
}
/** Where the App is installed, with this repository chosen already. */
function installationUrl(place, slug) {
    const chosen = `suggested_target_id=${place.ownerId}&repository_ids[]=${place.repositoryId}`;
    return `${appPage(place, slug)}/installations/new/permissions?${chosen}`;
}
/** The App's own page. */
function appPage({ serverUrl, host }, slug) {
    return `${serverUrl}/${host === 'github.com' ? 'apps' : 'github-apps'}/${slug}`;
}
/** Where its owner deletes it. */
function appSettingsUrl({ serverUrl, owner, ownerKind }, slug) {
    const of = ownerKind === 'Organization' ? `organizations/${owner}/` : '';
    return `${serverUrl}/${of}settings/apps/${slug}/advanced`;
}

// EXTERNAL MODULE: ./build/github/parse-answer.js
var parse_answer = __webpack_require__(812);
;// CONCATENATED MODULE: ./build/init/ask-github.js


/** Reads GitHub's API with one token; a refusal is an answer like any other, no answer is a `RemoteError`. */
function lookWith(apiUrl, token) {
    return (path) => send(apiUrl, path, { headers: { authorization: `Bearer ${token}` } });
}
/** What stands at a path; null where the status says that nothing does. Every other refusal is no answer to that. */
async function readFound(look, path, schema, absent = [404]) {
    const request = `GET ${path}`;
    const { status, data } = await look(path);
    if (absent.includes(status))
        return null;
    if (status === 200)
        return (0,parse_answer/* parseAnswer */.W)(schema, data, request);
    const retryable = status === 429 || status >= 500;
    throw new errors/* RemoteError */.H(`GitHub answered ${request} with ${status}`, { request, status, requestId: null, retryable });
}
/** Trades the code that GitHub sent back for the App, its key included; the code is good once, and for an hour. */
function tradeCode(apiUrl, code) {
    return send(apiUrl, `app-manifests/${encodeURIComponent(code)}/conversions`, { method: 'POST' });
}
async function send(apiUrl, path, init) {
    const method = init.method ?? 'GET';
    try {
        const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28', ...init.headers };
        const answer = await fetch(`${apiUrl.replace(/\/$/, '')}/${path}`, { ...init, headers, redirect: 'manual' });
        const body = await answer.text();
        return {
            status: answer.status,
            data: body === '' ? null : JSON.parse(body),
            header: (name) => answer.headers.get(name),
        };
    }
    catch (error) {
        const request = `${method} ${path.replace(/app-manifests\/[^/]+/, 'app-manifests/…')}`;
        throw new errors/* RemoteError */.H('GitHub did not answer', {
            request,
            status: null,
            requestId: null,
            retryable: true,
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./build/init/encode-branch.js
/** A branch within a path of GitHub's API. What it is called others choose: no part of it is a step up, or ends the path. */
function encodeBranch(branch) {
    return branch.split('/').map(encodeURIComponent).join('/');
}

;// CONCATENATED MODULE: ./build/init/propose-files.js




/** One commit, made and signed by GitHub: all of the files or none. */
const commitDocument = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
const refSchema = schemas/* object */.Ikc({ object: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) });
const commitSchema = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({ createCommitOnBranch: schemas/* object */.Ikc({ commit: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }) }) }),
});
const pullSchema = schemas/* object */.Ikc({ html_url: schemas/* string */.YjP() });
/** Makes the pull request; a branch that an earlier, interrupted attempt left is begun anew. Tells its address. */
async function proposeFiles({ gh, look, repository, base, }, { branch, title, body, files }) {
    const path = `repos/${repository}`;
    const standing = `${path}/git/ref/heads/${encodeBranch(base)}`;
    const tip = (0,parse_answer/* parseAnswer */.W)(refSchema, (await look(standing)).data, `GET ${standing}`).object.sha;
    const before = await readFound(look, `${path}/git/ref/heads/${branch}`, refSchema);
    if (before === null) {
        await gh.call('POST', `${path}/git/refs`, { ref: `refs/heads/${branch}`, sha: tip }, []);
    }
    else {
        await gh.call('PATCH', `${path}/git/refs/heads/${branch}`, { sha: tip, force: true }, []);
    }
    const input = {
        branch: { repositoryNameWithOwner: repository, branchName: branch },
        message: { headline: title },
        expectedHeadOid: tip,
        fileChanges: changesOf(files),
    };
    const made = await gh.call('POST', 'graphql', { query: commitDocument, variables: { input } }, []);
    (0,parse_answer/* parseAnswer */.W)(commitSchema, made, 'POST graphql');
    const pull = await gh.call('POST', `${path}/pulls`, { title, body, head: branch, base }, []);
    return (0,parse_answer/* parseAnswer */.W)(pullSchema, pull, `POST ${path}/pulls`).html_url;
}
function changesOf(files) {
    const entries = Object.entries(files);
    return {
        additions: entries.flatMap(([path, text]) => text === null ? [] : [{ path, contents: Buffer.from(text).toString('base64') }]),
        deletions: entries.flatMap(([path, text]) => (text === null ? [{ path }] : [])),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./build/init/receive-app.js




/**
 * GitHub's manifest flow on loopback: serves the page that hands the form to GitHub, and waits until GitHub sends the
 * browser back with a code. Only who has the nonce is believed, and only once. `receive` trades the code.
 */
async function receiveApp(input) {
    const { place, receive, open, patience } = input;
    const state = (0,external_node_crypto_.randomBytes)(24).toString('hex');
    const server = (0,external_node_http_.createServer)();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${server.address().port}`;
    const desk = { origin, state, page: formPage(place, `${origin}/made`, state) };
    const clock = {};
    try {
        await new Promise((resolve, reject) => {
            clock.timer = setTimeout(() => reject(nobodyCame()), patience);
            let isTaken = false;
            async function serve(request, response) {
                const visit = judgeVisit(request, desk);
                if (visit.kind === 'told')
                    return answer(response, visit.status, visit.body);
                if (isTaken)
                    return answer(response, 409, 'The App was taken over already.');
                isTaken = true;
                // Once the browser has its way on, nothing is waited for: it may hold connections open for later.
                response.writeHead(302, { location: await receive(visit.code), connection: 'close' }).end(resolve);
            }
            server.on('request', (request, response) => {
                serve(request, response).catch((error) => {
                    answer(response, 500, 'This went wrong: see the terminal.');
                    reject(error);
                });
            });
            open(`${origin}/${state}`).catch(reject);
        });
    }
    finally {
        clearTimeout(clock.timer);
        await new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        });
    }
}
function judgeVisit(request, { origin, state, page }) {
    const told = (status, body) => ({ kind: 'told', status, body });
    // A page elsewhere that points a name of its own at this machine is not who was sent here.
    if (request.headers.host !== new URL(origin).host)
        return told(421, 'Not here.');
    // Whoever is on this machine may ask for anything, `//` say, and must not end what waits for somebody else.
    if (!URL.canParse(request.url ?? '/', origin))
        return told(400, 'This is no address.');
    const url = new URL(request.url ?? '/', origin);
    if (url.pathname === `/${state}`)
        return told(200, page);
    const code = url.searchParams.get('code');
    if (url.pathname !== '/made' || code === null)
        return told(404, 'Nothing is here.');
    if (!isSame(url.searchParams.get('state') ?? '', state))
        return told(403, 'This was not asked for.');
    return { kind: 'code', code };
}
function nobodyCame() {
    return new errors/* ConfigurationError */.j('Nobody pressed "Create GitHub App".', {
        remedy: 'Start `npx . init` again, and press it on the page that opens.',
    });
}
function isSame(one, other) {
    const [left, right] = [Buffer.from(one), Buffer.from(other)];
    return left.length === right.length && (0,external_node_crypto_.timingSafeEqual)(left, right);
}
function answer(response, status, body) {
    const type = body.startsWith('<') ? 'text/html' : 'text/plain';
    response.writeHead(status, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'no-store',
        connection: 'close',
    });
    response.end(body);
}
/** Hands the manifest to GitHub as a form, which is the only way in; by itself where scripts run. */
function formPage(place, redirectUrl, state) {
    const manifest = quote(JSON.stringify(appManifest(place, redirectUrl)));
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Orchestrate</title>
<form action="${quote(manifestUrl(place, state))}" method="post">
<input type="hidden" name="manifest" value="${manifest}">
<button>Go on to GitHub</button>
</form><script>document.forms[0].submit()</script></html>`;
}
function quote(text) {
    return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

;// CONCATENATED MODULE: ./build/init/apply-step.js






const madeSchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    slug: schemas/* string */.YjP(),
    client_id: schemas/* string */.YjP(),
    pem: schemas/* string */.YjP(),
    owner: schemas/* object */.Ikc({ id: schemas/* number */.aig() }),
});
/** Carries a step out, action by action; each may be cut off, and done again. */
async function applyStep({ actions }, facts, hands) {
    for (const action of actions)
        await applyAction(action, facts, hands);
}
async function applyAction(action, facts, hands) {
    const { place, doctor } = facts;
    const { gh, look, notebook, open, say } = hands;
    switch (action.kind) {
        case 'api':
            await gh.call(action.method, action.path, action.body, action.fine);
            return;
        case 'set_secret':
            await gh.setSecret(action.name, action.environment, await secretFor(action, facts, hands));
            return;
        case 'delete_secret':
            await gh.deleteSecret(action.name);
            return;
        case 'make_app':
            await receiveApp({ place, open, patience: hands.patience, receive: (code) => takeOver(code, facts, hands) });
            return;
        case 'install_app':
            await install(action.url, hands);
            return;
        case 'forget_key': {
            const notes = await notebook.read();
            if (notes !== null)
                await notebook.write({ ...notes, privateKey: null });
            return;
        }
        case 'forget_app':
            await open(action.url);
            await notebook.forget();
            return;
        case 'propose': {
            const repository = `${place.owner}/${place.repo}`;
            say(`  ${await proposeFiles({ gh, look, repository, base: doctor.repository.defaultBranch }, action)}`);
        }
    }
}
const betweenLooks = 3000;
/** Opens the page, where it is not open yet, and waits until it was done there. */
async function install(url, { open, opened, isInstalled, pause, patience }) {
    if (!opened.has(url))
        await open(url);
    for (let waited = 0; waited < patience; waited += betweenLooks) {
        if (await isInstalled())
            return;
        await pause(betweenLooks);
    }
    throw new errors/* ConfigurationError */.j('Nobody pressed "Install".', {
        remedy: `Start \`npx . init\` again, and press it on the page that opens: ${url}`,
    });
}
async function takeOver(code, { place }, { notebook, opened }) {
    const { slug, id, client_id: clientId, pem, owner } = await trade(code, place);
    // The nonce stands in the address that the browser is started with, which others on the machine may read.
    if (owner.id !== place.ownerId) {
        throw new errors/* ConfigurationError */.j(`The App ${slug} that was handed over is not ${place.owner}'s.`, {
            remedy: 'It was not taken. Start `npx . init` again, on a machine where nobody else is at work.',
        });
    }
    // Before anything else: GitHub tells the key this once.
    await notebook.write({ version: 1, slug, id, clientId, privateKey: pem });
    const next = installationUrl(place, slug);
    opened.add(next);
    return next;
}
async function trade(code, { apiUrl }) {
    const answer = await tradeCode(apiUrl, code).catch((cause) => ({ status: null, data: null, cause }));
    const made = madeSchema.safeParse(answer.data);
    if (made.success)
        return made.data;
    throw new errors/* ConfigurationError */.j(`GitHub made the App and did not hand it over (${answer.status ?? 'no answer'}).`, {
        remedy: 'Delete it (settings of its owner → Developer settings → GitHub Apps), and start `npx . init` again.',
        cause: 'cause' in answer ? answer.cause : answer.data,
    });
}
async function secretFor({ value, name }, { app }, { agentKey, appKey }) {
    const found = {
        app_id: async () => app?.clientId ?? '',
        app_key: async () => (await appKey()) ?? '',
        agent_key: () => agentKey(name),
    };
    const secret = await found[value]();
    if (secret === '') {
        throw new errors/* ConfigurationError */.j(`There is no value for the secret ${name}.`, {
            remedy: `Start again with the variable ${name} set, or in a terminal, and give it there.`,
        });
    }
    return secret;
}

// EXTERNAL MODULE: ./build/core/invisible-characters.js
var invisible_characters = __webpack_require__(7490);
// EXTERNAL MODULE: ./build/core/quote-word.js
var quote_word = __webpack_require__(4327);
;// CONCATENATED MODULE: ./build/init/render-step.js



const marks = { done: '✓', todo: '·', waiting: '…', blocked: '✗' };
/** A step before it is done: what it does, by which commands, and how it is undone. */
function renderStep({ title, show, undo, actions }) {
    return [
        '',
        `▸ ${title}`,
        ...show.map((line) => `  ${(0,terminal_line/* terminalLine */.t)(line, 1000)}`),
        ...actions.flatMap(renderAction).map((line) => `    ${line}`),
        ...(undo === '' ? [] : [`  Undone by: ${(0,terminal_line/* terminalLine */.t)(undo, 1000)}`]),
    ];
}
/** How a step stands, in one line. */
function renderState({ title, state }) {
    const mark = marks[state.kind];
    switch (state.kind) {
        case 'done':
            return `${mark} ${title}: ${(0,terminal_line/* terminalLine */.t)(state.seen, 300)}`;
        case 'todo':
            return `${mark} ${title}`;
        case 'waiting':
        case 'blocked':
            return `${mark} ${title}: ${(0,terminal_line/* terminalLine */.t)(state.what, 300)}`;
    }
}
/** What carries it out, as one could type it. */
function renderAction(action) {
    switch (action.kind) {
        case 'api':
            return [`gh api --method ${action.method} ${(0,quote_word/* quoteWord */.X)(action.path)}${renderInput(action.body)}`];
        case 'set_secret':
            return [`gh secret set ${action.name}${action.environment === null ? '' : ` --env ${action.environment}`} < …`];
        case 'delete_secret':
            return [`gh secret delete ${action.name}`];
        case 'make_app':
            return ['a form on this machine → GitHub → POST app-manifests/<code>/conversions'];
        case 'install_app':
        case 'forget_app':
            return [action.url];
        case 'forget_key':
            return [];
        case 'propose':
            return Object.entries(action.files).map(([path, text]) => text === null ? `- ${path}` : `+ ${path} (${text.split('\n').length - 1} lines)`);
    }
}
/** What checks and branches are called is said by others: it stays data on a command line, and shows what it is. */
function renderInput(body) {
    return body === null ? '' : ` --input - <<< ${(0,invisible_characters/* spellOutInvisible */.I)((0,quote_word/* quoteWord */.X)(JSON.stringify(body)))}`;
}

;// CONCATENATED MODULE: ./build/init/drive.js



const drive_betweenLooks = 10_000;
/** What does not show after so many looks is not where it should be. */
const looksAfter = 5;
/** Looks, does what is to be done, step by step, as far as the person agrees, and looks again. */
async function drive(session, asked, say) {
    const memory = { declined: new Set(), looks: new Map(), told: new Set() };
    let patience = asked.waitMinutes * 60_000;
    for (;;) {
        const facts = await session.gather();
        const steps = session.plan(facts);
        for (const step of steps)
            tellDone(step, memory, say);
        const move = chooseMove(steps, memory, patience);
        if (move.kind === 'end')
            return { facts, steps };
        if (move.kind === 'do') {
            const end = await offerAll(move.steps, { facts, asked, say, memory, session });
            if (end === 'leave')
                return { facts, steps };
        }
        else {
            tellWhy(move, memory, say);
            await session.pause(drive_betweenLooks);
            patience -= drive_betweenLooks;
        }
    }
}
function tellWhy({ kind, step }, memory, say) {
    if (kind === 'look')
        noteLook(step, memory);
    else
        tellOnce(`${step.key}: wait`, renderState(step), memory, say);
}
function chooseMove(steps, { declined, looks }, patience) {
    const open = steps.filter(({ key, state }) => state.kind === 'todo' && !declined.has(key));
    const fresh = open.filter(({ key }) => !looks.has(key));
    if (fresh.length > 0)
        return { kind: 'do', steps: fresh };
    const [unseen] = open;
    if (unseen !== undefined)
        return { kind: 'look', step: unseen };
    const wait = steps.find(({ state }) => state.kind === 'waiting');
    return wait === undefined || patience <= 0 ? { kind: 'end' } : { kind: 'wait', step: wait };
}
/** None of them needs what another one does: that one would be blocked. */
async function offerAll(steps, { facts, asked, say, memory, session }) {
    for (const step of steps) {
        const answer = await agree(step, asked, say, session.terminal);
        if (answer === 'leave')
            return 'leave';
        if (answer === 'no')
            memory.declined.add(step.key);
        else {
            memory.looks.set(step.key, 0);
            await applyStep(step, facts, session.hands);
        }
    }
    return 'go_on';
}
/** What was done shows at GitHub now or in a few seconds; it is never done twice. */
function noteLook({ key, title }, { looks }) {
    const before = looks.get(key) ?? 0;
    looks.set(key, before + 1);
    if (before < looksAfter)
        return;
    throw new errors/* ConfigurationError */.j(`${title}: it was done, and cannot be seen.`, {
        remedy: 'Start again in a minute; if it stays, do it by hand: the commands are above.',
    });
}
function tellDone(step, memory, say) {
    if (step.state.kind === 'done')
        tellOnce(step.key, renderState(step), memory, say);
}
function tellOnce(key, line, { told }, say) {
    if (told.has(key))
        return;
    told.add(key);
    say(line);
}
/** What a person is asked for on a page of GitHub's they agree to there. */
async function agree(step, { isAgreed }, say, terminal) {
    for (const line of renderStep(step))
        say(line);
    const isAskedThere = step.actions.every(({ kind }) => kind === 'install_app');
    return isAgreed || isAskedThere ? 'yes' : await terminal.confirm('  Do it?');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/doctor/command-line.js
var doctor_command_line = __webpack_require__(4802);
// EXTERNAL MODULE: ./build/doctor/place.js
var doctor_place = __webpack_require__(3337);
// EXTERNAL MODULE: ./build/github/client.js + 7 modules
var client = __webpack_require__(1356);
;// CONCATENATED MODULE: ./build/init/app-token.js


/**
 * A token by which GitHub knows the App itself, good for some minutes.
 * https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 */
function signAsApp(clientId, privateKey, now) {
    const seconds = Math.floor(now / 1000);
    const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');
    // A clock that is ahead of GitHub's would make a token of the future.
    const claims = { iat: seconds - 60, exp: seconds + 540, iss: clientId };
    const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
    return `${signed}.${(0,external_node_crypto_.createSign)('RSA-SHA256').update(signed).sign(parseKey(privateKey), 'base64url')}`;
}
function parseKey(privateKey) {
    try {
        return (0,external_node_crypto_.createPrivateKey)(privateKey);
    }
    catch (cause) {
        throw new errors/* ConfigurationError */.j("The App's private key cannot be read.", {
            remedy: 'Settings of the App → Generate a private key, then `--app-key FILE` with what was downloaded.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/init/find-app.js




const appSchema = schemas/* object */.Ikc({ id: schemas/* number */.aig(), slug: schemas/* string */.YjP(), client_id: schemas/* string */.YjP().optional() });
const installationSchema = schemas/* object */.Ikc({ repository_selection: schemas/* string */.YjP() });
/** The App that acts here: the one that was named, else the one that was noted; null where neither is to be seen. */
async function findOwnApp(question) {
    const { look, slug: named, notes, givenKey } = question;
    const own = notes !== null && (named === null || notes.slug === named) ? notes : null;
    const slug = named ?? own?.slug ?? null;
    if (slug === null)
        return null;
    const app = (await readApp(look, slug)) ?? own;
    if (app === null)
        return null;
    const privateKey = givenKey ?? own?.privateKey ?? null;
    const { id, clientId } = app;
    const key = givenKey === null ? noted(own) : 'given';
    return { slug, id, clientId, key, installed: await readInstallation({ ...question, clientId, privateKey }) };
}
function noted(notes) {
    return (notes?.privateKey ?? null) === null ? null : 'noted';
}
async function readApp(look, slug) {
    const app = await readFound(look, `apps/${slug}`, appSchema, [403, 404]);
    // A number serves as well, where the server is too old to tell client ids.
    return app === null ? null : { id: app.id, clientId: app.client_id ?? String(app.id) };
}
/** Only the App is told, so that without its key nobody can say. */
async function readInstallation(input) {
    const { apiUrl, repository, clientId, privateKey, now } = input;
    if (privateKey === null)
        return 'unknown';
    const path = `repos/${repository}/installation`;
    const { status, data } = await lookWith(apiUrl, signAsApp(clientId, privateKey, now))(path);
    if (status === 404)
        return 'no';
    // The key is not the App's, or not any more.
    if (status === 401)
        return 'unknown';
    const { repository_selection: selection } = (0,parse_answer/* parseAnswer */.W)(installationSchema, data, `GET ${path}`);
    return selection === 'all' ? 'everywhere' : 'yes';
}

// EXTERNAL MODULE: ./build/doctor/gather.js + 4 modules
var gather = __webpack_require__(8293);
// EXTERNAL MODULE: ./build/github/read-environment.js
var read_environment = __webpack_require__(1636);
// EXTERNAL MODULE: ./build/github/read-overview.js
var read_overview = __webpack_require__(2674);
// EXTERNAL MODULE: ./build/render/labels.js
var labels = __webpack_require__(5542);
;// CONCATENATED MODULE: ./build/init/facts.js
const environmentName = 'orchestrate';
const appSecrets = ['ORCHESTRATE_APP_ID', 'ORCHESTRATE_APP_KEY'];
const setupBranch = 'orchestrate-setup';
const removalBranch = 'orchestrate-removal';
const baseRuleset = 'orchestrate: base';
const stateRuleset = 'orchestrate: state';
const gateRuleset = 'orchestrate: gate';
/** Only for those who require `orchestrate/gate`. */
const gateWorkflow = 'orchestrate-gate.yml';

;// CONCATENATED MODULE: ./build/init/project/project.js
/** The files that are read beside the names in the root. */
const toldBy = ['package.json', 'mix.exs'];

;// CONCATENATED MODULE: ./build/init/wishes.js
/** Where a backlog may lie already. */
const usualBacklogs = ['backlog.json', 'docs/backlog.json', '.loopctl/backlog.json'];

;// CONCATENATED MODULE: ./build/init/gather.js












const repositorySchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    owner: schemas/* object */.Ikc({ id: schemas/* number */.aig(), type: schemas/* string */.YjP() }),
    permissions: schemas/* object */.Ikc({ admin: schemas/* boolean */.zMY() }).optional(),
});
const pullsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ html_url: schemas/* string */.YjP() }));
const rulesetsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* number */.aig(), name: schemas/* string */.YjP() }));
const labelSchema = schemas/* object */.Ikc({ name: schemas/* string */.YjP() });
const treeSchema = schemas/* object */.Ikc({ tree: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP() })) });
const refsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ ref: schemas/* string */.YjP() }));
const variableSchema = schemas/* object */.Ikc({ value: schemas/* string */.YjP() });
const countSchema = schemas/* object */.Ikc({ total_count: schemas/* number */.aig() });
/** What GitHub refuses as well to whom it does not show it: a plan that has no rulesets, whoever may not read variables. */
const notForAll = [403, 404];
/** Looks at all that `init` decides by; writes nothing. */
async function gatherInitFacts(standing, { github, look, findApp }) {
    const { owner, repo, wishes, examples, action } = standing;
    const path = `repos/${owner}/${repo}`;
    const found = await look(path);
    if (found.status !== 200) {
        throw new errors/* ConfigurationError */.j(`${owner}/${repo} cannot be seen with your token (${found.status}).`, {
            remedy: 'Name a repository that you administer (`--repo OWNER/NAME`), and log in: `gh auth login`.',
        });
    }
    const repository = (0,parse_answer/* parseAnswer */.W)(repositorySchema, found.data, `GET ${path}`);
    const isAdmin = repository.permissions?.admin === true;
    const app = await findApp();
    const doctor = await (0,gather/* gatherDoctorFacts */.M)(github, {
        where: 'laptop',
        config: wishes.configPath,
        workflow: wishes.workflowFile,
        stateBranch: wishes.stateBranch,
        server: null,
        app: app?.slug ?? null,
        now: Date.now(),
    });
    const [sources, setupPull, removalPull, rulesets, labels, variable, branches, runs, environment] = await Promise.all([
        gatherSources(github, look, path, doctor, wishes),
        readPull(look, path, owner, setupBranch),
        readPull(look, path, owner, removalBranch),
        readFound(look, `${path}/rulesets?includes_parents=false&per_page=100`, rulesetsSchema, notForAll),
        readLabels(look, path),
        readFound(look, `${path}/actions/variables/ORCHESTRATE`, variableSchema, notForAll),
        readBranches(look, path, wishes),
        readFound(look, `${path}/actions/workflows/${wishes.workflowFile}/runs?per_page=1`, countSchema),
        isAdmin ? (0,read_environment/* readEnvironment */.Q)(github, environmentName) : null,
    ]);
    return {
        place: toPlace(standing, repository),
        doctor,
        isAdmin,
        scopes: scopesIn(found.header('x-oauth-scopes')),
        environment,
        secrets: doctor.repositorySecrets.kind === 'seen' ? doctor.repositorySecrets.value : [],
        app,
        sources,
        examples,
        action,
        setupPull,
        removalPull,
        rulesets: rulesets ?? [],
        labels,
        isOff: variable?.value === 'off',
        hasVariable: variable !== null,
        branches,
        hasRun: (runs?.total_count ?? 0) > 0,
    };
}
function toPlace({ host, serverUrl, apiUrl, owner, repo }, { id, owner: of }) {
    const ownerKind = of.type === 'Organization' ? 'Organization' : 'User';
    return { host, owner, repo, serverUrl, apiUrl, repositoryId: id, ownerId: of.id, ownerKind };
}
/** Classic and OAuth tokens say it; for the others the header is not there, or empty. */
function scopesIn(header) {
    return header === null || header.trim() === '' ? null : header.split(',').map((scope) => scope.trim());
}
async function gatherSources(github, look, path, { repository }, { backlog, configPath }) {
    const branch = encodeURIComponent(repository.defaultBranch);
    const [root, { workflows }] = await Promise.all([
        readFound(look, `${path}/git/trees/${branch}`, treeSchema),
        (0,read_overview/* readOverview */.M)(github, configPath),
    ]);
    const names = (root?.tree ?? []).map((entry) => entry.path);
    const paths = [...toldBy, ...(backlog === null ? usualBacklogs : [backlog])].filter((file) => names.includes(file.split('/')[0] ?? ''));
    const files = await Promise.all([...new Set(paths)].map(async (file) => ({ path: file, file: await (0,read_overview/* readFile */.T)(github, file) })));
    const texts = [...workflows, ...files].flatMap(({ path: at, file }) => file?.kind === 'text' ? [[at, file.text]] : []);
    return { names, texts: Object.fromEntries(texts) };
}
async function readPull(look, path, owner, branch) {
    const [pull] = (await readFound(look, `${path}/pulls?state=open&head=${owner}:${branch}`, pullsSchema)) ?? [];
    return pull?.html_url ?? null;
}
async function readBranches(look, path, { stateBranch }) {
    const beginnings = stateBranch.startsWith('orchestrate') ? ['orchestrate'] : ['orchestrate', stateBranch];
    const found = await Promise.all(beginnings.map((beginning) => readFound(look, `${path}/git/matching-refs/heads/${encodeBranch(beginning)}`, refsSchema)));
    return found.flatMap((refs) => refs ?? []).map(({ ref }) => ref.replace('refs/heads/', ''));
}
async function readLabels(look, path) {
    const found = await Promise.all(labels/* allLabels */.dj.map(async (name) => {
        const label = await readFound(look, `${path}/labels/${encodeURIComponent(name)}`, labelSchema);
        return label === null ? [] : [name];
    }));
    return found.flat();
}

// EXTERNAL MODULE: ./node_modules/execa/index.js + 131 modules
var execa = __webpack_require__(6993);
;// CONCATENATED MODULE: ./build/init/gh.js


/** `gh` on the path. What is secret goes to its standard input: arguments can be read by everybody on the machine. */
function openGh(input) {
    const { host, owner, repo, environment: env } = input;
    const where = ['--repo', `${host}/${owner}/${repo}`];
    async function run(args, stdin) {
        const { stdout, stderr, failed, code } = await (0,execa/* execa */.Ho)('gh', args, { input: stdin, env, reject: false });
        if (code === 'ENOENT') {
            throw new errors/* ConfigurationError */.j('There is no `gh` on this machine.', {
                remedy: 'Install it (https://cli.github.com), and log in with `gh auth login`.',
            });
        }
        return { ok: !failed, out: stdout, err: stderr };
    }
    async function must(args, stdin) {
        const { ok, err } = await run(args, stdin);
        if (!ok)
            throw refusal(`gh ${args.slice(0, 3).join(' ')}`, err);
    }
    return {
        call: async (method, path, body, fine) => {
            const given = body === null ? [] : ['--input', '-'];
            const { ok, out, err } = await run(['api', '--hostname', host, '--method', method, path, ...given], body === null ? '' : JSON.stringify(body));
            if (ok)
                return out.trim() === '' ? null : JSON.parse(out);
            if (fine.includes(statusIn(err) ?? 0))
                return null;
            throw refusal(`${method} ${path}`, err);
        },
        setSecret: (name, environment, value) => must(['secret', 'set', name, ...(environment === null ? [] : ['--env', environment]), ...where], value),
        deleteSecret: (name) => must(['secret', 'delete', name, ...where], ''),
    };
}
/** `gh: Validation Failed (HTTP 422)` */
function statusIn(message) {
    const [, status] = /\(HTTP (\d{3})\)/.exec(message) ?? [];
    return status === undefined ? null : Number(status);
}
function refusal(request, message) {
    const said = message.trim().split('\n').slice(0, 5).join(' ');
    return new errors/* ConfigurationError */.j(`${request}: ${said}`, { remedy: remedyOf(statusIn(message)) });
}
function remedyOf(status) {
    if (status === 401)
        return 'Log in again: `gh auth login`.';
    if (status === 403 || status === 404) {
        return 'Private repositories on the Free plan have neither rules nor environments; else `gh auth refresh` with what GitHub asks for, as an administrator.';
    }
    return 'Start `npx . init` again: it goes on where it was.';
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/init/notes.js





const notesSchema = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(1),
    slug: schemas/* string */.YjP(),
    id: schemas/* number */.aig(),
    clientId: schemas/* string */.YjP(),
    /** Null as soon as the environment has it: nobody can look at it anywhere else before. */
    privateKey: schemas/* string */.YjP().nullable(),
});
/** The notes of one repository, readable by their owner alone. */
function openNotebook(place, environment) {
    const state = environment['XDG_STATE_HOME'] || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.local', 'state');
    const name = [place.host, place.owner, place.repo].join('+').replace(/[^\w.+-]/g, '_');
    const path = (0,external_node_path_.join)(state, 'orchestrate', `${name}.json`);
    return {
        path,
        read: () => readNotes(path),
        write: async (notes) => {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
            // Killed in the middle it leaves what was there before.
            await (0,promises_.writeFile)(`${path}.new`, `${JSON.stringify(notes)}\n`, { mode: 0o600 });
            await (0,promises_.rename)(`${path}.new`, path);
        },
        forget: () => (0,promises_.rm)(path, { force: true }),
    };
}
/** Null where there are none. Others that cannot be read are no notes that may be written over: a key may be in them. */
async function readNotes(path) {
    try {
        return notesSchema.parse(JSON.parse(await (0,promises_.readFile)(path, 'utf8')));
    }
    catch (cause) {
        if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
            return null;
        throw new errors/* ConfigurationError */.j(`What was noted of the App cannot be read: ${path}`, {
            remedy: 'It may hold the key of the App: look into it, or take it away once that App is deleted.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/init/open-browser.js

/** Opens a page in the person's browser, or says where it is: on a machine without one, it is opened elsewhere. */
async function openBrowser(url, environment, say) {
    say(`  ${url}`);
    const [program, ...args] = openerOf(environment);
    if (program === undefined)
        return;
    await (0,execa/* execa */.Ho)(program, [...args, url], { env: environment, reject: false, stdio: 'ignore', timeout: 10_000 });
}
function openerOf(environment) {
    const named = environment['BROWSER'] ?? '';
    if (named !== '')
        return [named];
    switch (process.platform) {
        case 'darwin':
            return ['open'];
        case 'win32':
            return ['rundll32', 'url.dll,FileProtocolHandler'];
        default:
            return environment['DISPLAY'] || environment['WAYLAND_DISPLAY'] ? ['xdg-open'] : [];
    }
}

// EXTERNAL MODULE: ./build/git/git.js + 1 modules
var git = __webpack_require__(8253);
;// CONCATENATED MODULE: ./build/init/own-release.js




/**
 * This checkout as a workflow names it: `owner/name@<commit>`; null where it cannot be named, since nothing says where
 * it came from, it came from another host than github.com or the repository's, or the commit was pushed nowhere.
 */
async function nameOwnRelease(root, host) {
    const ask = async (...args) => {
        const { stdout, exitCode } = await (0,git/* runGit */.E)(args, { cwd: root, accept: [1, 128] });
        return exitCode === 0 ? stdout.trim() : '';
    };
    const origin = (0,doctor_command_line.parseOrigin)(await ask('config', '--get', 'remote.origin.url'));
    const commit = await ask('rev-parse', 'HEAD');
    const pushed = await ask('branch', '--remotes', '--contains', 'HEAD');
    if (origin === null || pushed === '' || !/^[0-9a-f]{40}$/.test(commit))
        return null;
    return ['github.com', host].includes(origin.host) ? `${origin.owner}/${origin.repo}@${commit}` : null;
}
/** The workflows that people copy, by file name. */
async function readExamples(root) {
    const folder = (0,external_node_path_.join)(root, 'examples');
    const names = (await (0,promises_.readdir)(folder)).filter((name) => /^orchestrate[\w-]*\.yml$/.test(name)).sort();
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await (0,promises_.readFile)((0,external_node_path_.join)(folder, name), 'utf8')])));
}

;// CONCATENATED MODULE: ./build/init/step.js
/** It is so already. */
function done(seen) {
    return { kind: 'done', seen };
}
const todo = { kind: 'todo' };
/** It comes by itself, or a person does it elsewhere. */
function waiting(what) {
    return { kind: 'waiting', what };
}
/** A person has to do something first. */
function blocked(what) {
    return { kind: 'blocked', what };
}
/** A call of GitHub's API by the person's own `gh`. */
function call(method, path, body = null, fine = []) {
    return { kind: 'api', method, path, body, fine };
}

;// CONCATENATED MODULE: ./build/init/steps/access.js

/** Whether this person may do all that is to be done. */
function planAccess({ isAdmin, scopes, place, doctor }) {
    const step = { key: 'access', title: 'Your own rights', show: [], undo: '', actions: [] };
    if (!isAdmin) {
        const what = `${doctor.asker.login} does not administer ${place.owner}/${place.repo}: log in as who does (\`gh auth login\`)`;
        return { ...step, state: blocked(what) };
    }
    // GitHub takes workflow files only from a token that says so.
    if (scopes !== null && !scopes.includes('workflow')) {
        const command = `gh auth refresh --hostname ${place.host} --scopes workflow`;
        return { ...step, state: blocked(`your token may not write workflow files: \`${command}\``) };
    }
    return { ...step, state: done(`${doctor.asker.login} administers ${place.owner}/${place.repo}`) };
}

;// CONCATENATED MODULE: ./build/init/steps/app.js



/** The App in whose name all is done; its installation; its key, where only the default branch gets it. */
function planApp(facts) {
    return [planMaking(facts), planInstallation(facts), planSecrets(facts)];
}
function planMaking(facts) {
    const { app, place } = facts;
    const asked = Object.entries(appPermissions()).map(([scope, level]) => `${scope}: ${level}`);
    return {
        key: 'app',
        title: `A GitHub App of ${place.owner}'s own`,
        state: makingState(facts),
        show: [
            `It may: ${asked.join(', ')}. It is private, has no webhook, and acts where you install it.`,
            ...(place.ownerKind === 'Organization' ? [`Only owners of ${place.owner} can make one there.`] : []),
            'Your browser opens GitHub with the form filled in; press "Create GitHub App". GitHub sends you back here.',
        ],
        undo: app === null ? "Delete it in the App's settings → Advanced" : appSettingsUrl(place, app.slug),
        actions: [{ kind: 'make_app' }],
    };
}
function makingState(facts) {
    if (facts.app !== null)
        return done(facts.app.slug);
    return holdsKeys(facts) ? done('the environment holds the key of one') : todo;
}
function planInstallation(facts) {
    const { app, place } = facts;
    const url = app === null ? '' : installationUrl(place, app.slug);
    return {
        key: 'app_installed',
        title: `Installed on ${place.owner}/${place.repo}`,
        state: app === null ? beforeApp(facts) : installationState(app.installed, app.slug),
        show: ['Your browser opens the page with this repository chosen; press "Install".'],
        undo: `${place.serverUrl}/settings/installations → Configure → Uninstall`,
        actions: [{ kind: 'install_app', url }],
    };
}
function installationState(installed, slug) {
    switch (installed) {
        case 'yes':
            return done(`${slug} is installed`);
        case 'everywhere':
            return done(`${slug} is installed, on every repository of its owner: this one would do`);
        case 'unknown':
            return done(`only ${slug} itself sees that, and its key is not at hand; a rehearsal shows it`);
        case 'no':
            return todo;
    }
}
function planSecrets(facts) {
    const { app, place } = facts;
    const environment = environmentName;
    const secrets = `repos/${place.owner}/${place.repo}/environments/${environment}/secrets`;
    return {
        key: 'app_secrets',
        title: `Its client id and key, as secrets of the environment ${environment}`,
        state: secretsState(facts),
        show: [
            `${appSecrets.join(' and ')}; the key goes from here to \`gh\` by standard input, and is kept here no longer.`,
            ...(app === null ? [] : [`The client id is ${app.clientId}.`]),
        ],
        undo: appSecrets.map((name) => `gh api --method DELETE ${secrets}/${name}`).join('; '),
        actions: [
            { kind: 'set_secret', name: appSecrets[0], environment, value: 'app_id' },
            { kind: 'set_secret', name: appSecrets[1], environment, value: 'app_key' },
            { kind: 'forget_key' },
        ],
    };
}
function secretsState(facts) {
    const { app, environment, place } = facts;
    // A key that is still here was not handed over to the end.
    if (holdsKeys(facts) && app?.key !== 'noted')
        return done('both are there');
    if (environment === null)
        return blocked('the environment comes first');
    if (app === null)
        return blocked('the App comes first');
    if (app.installed === 'no')
        return blocked('the App is to be installed first');
    if (app.key !== null)
        return todo;
    const settings = appSettingsUrl(place, app.slug).replace(/\/advanced$/, '');
    return blocked(`its key is not at hand: ${settings} → Generate a private key, then \`--app-key FILE\``);
}
function beforeApp(facts) {
    return holdsKeys(facts) ? done('which App it is was not said (`--app`)') : blocked('the App comes first');
}
function holdsKeys({ environment }) {
    const secrets = environment?.secrets;
    return secrets?.kind === 'seen' && appSecrets.every((name) => secrets.value.includes(name));
}
/** The key with which the agents' model is paid. */
function planAgentSecret({ secrets, place }, variable) {
    return {
        key: 'agent_secret',
        title: `Your agent's key, as the secret ${variable}`,
        state: secrets.includes(variable) ? done('it is there') : todo,
        show: [`Taken from the variable ${variable} here, or asked for; give it a spending limit at its provider.`],
        undo: `gh api --method DELETE repos/${place.owner}/${place.repo}/actions/secrets/${variable}`,
        actions: [{ kind: 'set_secret', name: variable, environment: null, value: 'agent_key' }],
    };
}
/** The variable that stops everything is taken away. */
function planSwitch({ place }) {
    const path = `repos/${place.owner}/${place.repo}/actions/variables/ORCHESTRATE`;
    return {
        key: 'switch',
        title: 'The loop, switched on',
        state: todo,
        show: ['The repository variable ORCHESTRATE is `off`, so that nothing would start.'],
        undo: 'gh variable set ORCHESTRATE --body off',
        actions: [call('DELETE', path, null, [404])],
    };
}
/** The loop's first run, when nothing is left to be done. */
function planFirstRun({ hasRun, place, doctor }, left) {
    const { workflowFile, repository } = doctor;
    const runs = `repos/${place.owner}/${place.repo}/actions/workflows/${workflowFile}`;
    return {
        key: 'first_run',
        title: 'The first run',
        state: hasRun ? done('it has run') : left === null ? todo : blocked(`after: ${left.title}`),
        show: ['Agents start on the stories that are ready, and it goes on by itself from there.'],
        undo: `cancel the run; \`gh variable set ORCHESTRATE --body off\` stops all at no cost`,
        actions: [call('POST', `${runs}/dispatches`, { ref: repository.defaultBranch })],
    };
}

;// CONCATENATED MODULE: ./build/init/steps/environment.js


/** The environment which keeps the App's key from every branch but the default one. */
function planEnvironment(facts) {
    const { place, doctor } = facts;
    const path = `repos/${place.owner}/${place.repo}/environments/${environmentName}`;
    const only = doctor.repository.defaultBranch;
    return {
        key: 'environment',
        title: `An environment \`${environmentName}\` that only ${only} may enter`,
        state: stateOf(facts),
        show: [`Jobs on ${only} alone get what it holds; without this, a workflow on any branch could read the App's key.`],
        undo: `gh api --method DELETE ${path}`,
        actions: [
            call('PUT', path, { deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } }),
            // The same policy a second time is answered 303, and there already.
            call('POST', `${path}/deployment-branch-policies`, { name: only }, [303, 422]),
        ],
    };
}
function stateOf({ environment, doctor }) {
    const only = doctor.repository.defaultBranch;
    if (environment === null || environment.policy.kind !== 'patterns')
        return todo;
    const { patterns } = environment.policy;
    if (patterns.kind === 'unseen')
        return blocked(patterns.remedy);
    const others = patterns.value.filter((pattern) => pattern !== only);
    if (others.length > 0) {
        const where = `Settings → Environments → ${environmentName} → Deployment branches and tags`;
        return blocked(`it lets ${others.join(', ')} in as well: take that out (${where})`);
    }
    return patterns.value.includes(only) ? done(`only ${only} may enter it`) : todo;
}

// EXTERNAL MODULE: ./build/doctor/workflow/branch-filter.js
var branch_filter = __webpack_require__(6123);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/init/files/config-text.js

const reference = 'https://github.com/orchestrate-action/orchestrate/blob/main/docs/reference/configuration.md';
/** The configuration of a project, with what is known of it and every other key at its default. */
function renderConfig(input) {
    const { slug, backlog, project, agent } = input;
    const variables = [...(agent.variable === null ? [] : [agent.variable]), ...Object.keys(project.environment)];
    const part = (key, value, comment) => `\n${comment}\n${(0,dist/* stringify */.As)({ [key]: value }, { lineWidth: 0, flowCollectionPadding: false })}`;
    return [
        '# yaml-language-server: $schema=https://raw.githubusercontent.com/orchestrate-action/orchestrate/main/docs/config.schema.json\n',
        `# The configuration of Orchestrate; what each key means: ${reference}\n`,
        'version: 1\n',
        part('project', slug, '# The name of the project in loopctl.'),
        part('backlog', backlog, "# The backlog, in loopctl's import format."),
        part('agents', {
            implement: { command: commandOf(agent.implement) },
            review: { command: commandOf(agent.review) },
            ...(variables.length === 0 ? {} : { environment: variables }),
        }, '# The agents, and the variables they may see.'),
        ...(project.setup === null ? [] : [part('setup', { command: project.setup }, '# Makes a fresh worktree ready.')]),
        ...(project.verify === null
            ? []
            : [part('verify', { command: project.verify }, "# The project's own full check, run after the agent.")]),
        ...(project.protectedPaths.length === 0
            ? []
            : [part('protected-paths', project.protectedPaths, '# Paths that only a maintainer may let an agent change.')]),
        part('merge', { mode: 'auto' }, '# auto, approve (what a person approved) or never: how far it may go by itself.'),
    ].join('');
}
/** Arguments stand in one line, as they would on a terminal. */
function commandOf(command) {
    return typeof command === 'string' ? command : new dist/* Document */.yo().createNode([...command], { flow: true });
}

// EXTERNAL MODULE: ./build/inputs/registry.js
var registry = __webpack_require__(6569);
;// CONCATENATED MODULE: ./build/init/project/pinned-actions.js
/** The actions that bring a toolchain where the project's CI brings none, pinned, each with its version. */
const pinnedActions = {
    node: { uses: 'actions/setup-node@48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e', version: 'v6.4.0' },
    beam: { uses: 'erlef/setup-beam@fc68ffb90438ef2936bbb3251622353b3dcb2f93', version: 'v1.24.0' },
};

;// CONCATENATED MODULE: ./build/init/files/replace-once.js
/** The text with the one place that a pattern finds replaced. Throws where the example is not what it was. */
function replaceOnce(text, pattern, replacement) {
    const found = [...text.matchAll(new RegExp(pattern, `${pattern.flags.replace('g', '')}g`))];
    if (found.length !== 1)
        throw new Error(`${pattern.source} was found ${found.length} times in an example`);
    return text.replace(pattern, () => replacement);
}

;// CONCATENATED MODULE: ./build/init/files/fill-workflows.js




/** An example workflow as this repository needs it. */
function fillWorkflow(file, example, filling) {
    const advised = example.replace(/^ *# Pin Orchestrate itself by SHA[^\n]*\n *# uses: orchestrate-action[^\n]*\n/m, '');
    const told = file === 'orchestrate-report.yml' ? tellReport(advised, filling) : tellSteps(advised, filling);
    const [name, commit] = filling.action.split('@');
    const pinned = told.replace(/orchestrate-action\/orchestrate((?:\/[\w-]+)*)@v0\b/g, (_, folder) => `${name}${folder}@${commit}`);
    if (file === 'orchestrate.yml')
        return nameCi(pinned, filling.ci);
    return file === 'orchestrate-assignment.yml' ? equip(pinned, filling) : pinned;
}
/** Each of our steps is told where things are that it looks for and that are not called as usual. */
function tellSteps(text, { configPath, workflowFile, stateBranch }) {
    const places = [
        ['config', configPath],
        ['workflow', workflowFile],
        ['state-branch', stateBranch],
    ];
    return text.replace(/^ {10}phase: (\w+)$/gm, (line, named) => {
        const phase = registry/* phases */.tW.find((one) => one === named);
        const inputs = places.filter(([name, value]) => {
            const { phases: takenBy, default: usual } = (0,registry/* inputDefinition */.O$)(name);
            return value !== usual && phase !== undefined && takenBy.includes(phase);
        });
        return [line, ...inputs.map(([name, value]) => `          ${name}: ${flow(value)}`)].join('\n');
    });
}
function tellReport(text, { stateBranch }) {
    if (stateBranch === (0,registry/* inputDefinition */.O$)('state-branch').default)
        return text;
    const branch = flow(stateBranch);
    const checkedOut = replaceOnce(text, /^ {10}ref: orchestrate-state$/m, `          ref: ${branch}`);
    const action = '      - uses: orchestrate-action/orchestrate/report@v0';
    return replaceOnce(checkedOut, new RegExp(`^${action}$`, 'm'), `${action}\n        with:\n          branch: ${branch}`);
}
/** A repository without CI keeps the name that the example has: so its first one is to be called. */
function nameCi(text, names) {
    if (names.length === 0)
        return text;
    return replaceOnce(text, /^ {4}workflows: \[CI\]$/m, `    workflows: ${flow(names)}`);
}
function equip(text, { project, agent }) {
    const steps = [...project.steps.map(unlessReview), ...installOf(agent)];
    const marked = /^ {6}# ── Your own setup goes here[\s\S]*?^ {6}# ─+$/m;
    const set = replaceOnce(text, marked, indent(renderSteps(project.origin, steps), 6));
    return withServices(withVariables(set, project, agent), project);
}
/** A reviewer runs nothing of the change it judges. */
function unlessReview({ uses, ...rest }) {
    return { uses, if: `\${{ !inputs.review }}`, ...rest };
}
function installOf({ install }) {
    return install === null ? [] : [{ name: 'Install the agent', run: install }];
}
function renderSteps(origin, steps) {
    const head = `# The toolchain, as ${origin} has it. Never share a cache with trusted jobs.`;
    return steps.length === 0 ? head : `${head}\n${tellVersions((0,dist/* stringify */.As)(steps, { lineWidth: 0 })).trimEnd()}`;
}
/** A commit says nothing to people. */
function tellVersions(text) {
    return Object.values(pinnedActions).reduce((told, { uses, version }) => told.replaceAll(`uses: ${uses}\n`, `uses: ${uses} # ${version}\n`), text);
}
function withVariables(text, { environment }, { variable }) {
    const plain = Object.entries(environment).map(([name, value]) => `          ${name}: ${flow(value)}`);
    const key = variable === null ? [] : [`          ${variable}: \${{ secrets.${variable} }}`];
    const lines = [...key, ...plain];
    const line = /^ {10}ANTHROPIC_API_KEY: \$\{\{ secrets\.ANTHROPIC_API_KEY \}\}$/m;
    if (lines.length > 0)
        return replaceOnce(text, line, lines.join('\n'));
    // A key `env` without a value would be no workflow.
    return replaceOnce(text, /^ {8}env:\n(?: {10}#.*\n)* {10}ANTHROPIC_API_KEY: .*\n/m, '');
}
function withServices(text, { services }) {
    if (Object.keys(services).length === 0)
        return text;
    const block = indent((0,dist/* stringify */.As)({ services }, { lineWidth: 0 }).trimEnd(), 4);
    return replaceOnce(text, /^ {2}agent:\n {4}runs-on: ubuntu-latest$/m, `  agent:\n    runs-on: ubuntu-latest\n${block}`);
}
function flow(value) {
    return (0,dist/* stringify */.As)(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trimEnd();
}
function indent(text, by) {
    return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

;// CONCATENATED MODULE: ./build/init/files/first-backlog.js
/**
 * A backlog for a project that has none: one small, true story, which shows the loop at work and is easily undone.
 */
function renderFirstBacklog({ verify, setup }) {
    const command = [setup, verify].filter((part) => part !== null).join(' && ');
    const told = command === ''
        ? 'Under it stands how the project is set up and checked'
        : `Under it stands how the project is set up and checked: ${command}`;
    const backlog = {
        epics: [
            {
                number: 1,
                title: 'Getting started',
                stories: [
                    {
                        number: '1.1',
                        title: 'Say in the README how the project is checked',
                        acceptance_criteria: [
                            { id: 'AC-1.1.1', description: 'README.md has a section "Development"' },
                            { id: 'AC-1.1.2', description: told },
                        ],
                    },
                ],
            },
        ],
        story_dependencies: [],
        epic_dependencies: [],
    };
    return `${JSON.stringify(backlog, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./build/init/files/starter-files.js




const folder = '.github/workflows';
/** Every file that the loop needs in the repository, by path. */
function listStarterFiles(starting) {
    const { examples, configPath, backlogPath, slug, project, agent, requireGate } = starting;
    const workflows = Object.entries(examples)
        .filter(([file]) => requireGate || file !== gateWorkflow)
        .map(([file, text]) => [pathOf(file, starting), fillWorkflow(file, text, starting)]);
    return {
        ...Object.fromEntries(workflows),
        [configPath]: renderConfig({ slug, backlog: backlogPath, project, agent }),
        [backlogPath]: renderFirstBacklog(project),
    };
}
/** The paths of the workflows that the examples would become. */
function workflowPaths(examples, places) {
    return Object.keys(examples).map((file) => pathOf(file, places));
}
function pathOf(file, { workflowFile }) {
    return `${folder}/${file === 'orchestrate.yml' ? workflowFile : file}`;
}
/** A repository's name as loopctl takes the name of a project. */
function slugOf(repo) {
    const slug = repo
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
    return slug === '' ? 'project' : slug;
}

// EXTERNAL MODULE: ./build/doctor/workflow/parse-workflow.js
var parse_workflow = __webpack_require__(9131);
;// CONCATENATED MODULE: ./build/init/project/ci-toolchain.js


const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]);
const values = schemas/* record */.g1P(schemas/* string */.YjP(), scalar).catch({}).default({});
const stepSchema = schemas/* looseObject */._H3({ name: schemas/* string */.YjP().optional(), uses: schemas/* string */.YjP().optional(), with: values });
const jobSchema = schemas/* looseObject */._H3({
    strategy: schemas/* looseObject */._H3({ matrix: schemas/* looseObject */._H3({}).catch({}).default({}) }).optional(),
    services: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).catch({}).default({}),
    env: values,
    steps: schemas/* array */.YOg(stepSchema).catch([]).default([]),
});
const workflowSchema = schemas/* looseObject */._H3({ env: values, jobs: schemas/* record */.g1P(schemas/* string */.YjP(), jobSchema) });
/** An action that brings a toolchain, by how such are named. */
const bringer = /\/(setup-[\w-]+|action-setup|[\w-]*-toolchain)(@|$)/;
/**
 * Toolchain, services and plain variables of the first job that brings a toolchain; null where none does. Nothing that
 * is a secret comes along, and no cache: what a run on the default branch writes there, release workflows read.
 */
function readToolchain(text) {
    const read = workflowSchema.safeParse((0,dist/* parseDocument */.Tp)(text, { logLevel: 'silent' }).toJS({ maxAliasCount: 100 }));
    if (!read.success)
        return null;
    const job = Object.values(read.data.jobs).find(({ steps }) => steps.some(({ uses }) => bringer.test(uses ?? '')));
    if (job === undefined)
        return null;
    const matrix = readMatrix(job.strategy?.matrix ?? {});
    return {
        steps: job.steps.flatMap(({ uses, with: given }) => uses !== undefined && bringer.test(uses) ? [toStep(uses, given, matrix)] : []),
        services: Object.fromEntries(Object.entries(job.services).filter(([, service]) => isPlain(service))),
        environment: textsOf({ ...read.data.env, ...job.env }, matrix),
    };
}
function toStep(uses, given, matrix) {
    const kept = Object.entries(given).flatMap(([key, value]) => {
        const filled = fill(value, matrix);
        return key.includes('cache') || filled === null ? [] : [[key, filled]];
    });
    const uncached = uses.startsWith('actions/setup-node@') ? [['package-manager-cache', false]] : [];
    const inputs = Object.fromEntries([...kept, ...uncached]);
    return Object.keys(inputs).length === 0 ? { uses } : { uses, with: inputs };
}
function textsOf(given, matrix) {
    const filled = Object.entries(given).map(([key, value]) => [key, fill(value, matrix)]);
    return Object.fromEntries(filled.flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])));
}
/** Of each dimension its last value: the newest, as they are mostly written. */
function readMatrix(matrix) {
    const included = schemas/* array */.YOg(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())).catch([]).parse(matrix['include']);
    const dimensions = [...included.flatMap((row) => Object.entries(row)), ...Object.entries(matrix)];
    return new Map(dimensions.flatMap(([name, value]) => {
        const last = scalar.safeParse(Array.isArray(value) ? value.at(-1) : value);
        return last.success ? [[name, last.data]] : [];
    }));
}
/** A value with what the matrix says put in; null where something else has to say it, a secret say. */
function fill(value, matrix) {
    if (typeof value !== 'string')
        return value;
    const whole = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(value)?.[1];
    if (whole !== undefined)
        return matrix.get(whole) ?? null;
    const filled = value.replace(/\$\{\{\s*matrix\.([\w-]+)\s*\}\}/g, (found, name) => String(matrix.get(name) ?? found));
    return isPlain(filled) ? filled : null;
}
function isPlain(part) {
    return !JSON.stringify(part).includes('${{');
}

;// CONCATENATED MODULE: ./build/init/project/elixir.js

/** An Elixir project, by its mix.exs: with a database where it depends on a driver of one. */
function readElixirProject({ names, texts }) {
    const mix = texts['mix.exs'] ?? '';
    const database = databases.find(({ driver }) => new RegExp(`:${driver}\\b`).test(mix));
    const isPinned = names.includes('.tool-versions');
    const version = isPinned
        ? { 'version-file': '.tool-versions', 'version-type': 'strict' }
        : { 'otp-version': '27', 'elixir-version': elixirOf(mix) };
    return {
        language: 'elixir',
        steps: [{ uses: pinnedActions.beam.uses, with: version }],
        services: database === undefined ? {} : { db: database.service },
        environment: {},
        setup: 'mix local.hex --force && mix local.rebar --force && mix deps.get',
        verify: database === undefined ? 'mix test' : `${resetOf(mix)} && mix test`,
        protectedPaths: database === undefined ? [] : ['priv/repo/migrations/**'],
        origin: isPinned ? '.tool-versions' : 'mix.exs',
    };
}
function healthy(command) {
    return `--health-cmd "${command}" --health-interval 10s --health-timeout 5s --health-retries 5`;
}
/** As generated projects expect them in their test configuration. */
const databases = [
    {
        driver: 'postgrex',
        service: {
            image: 'postgres:17',
            env: { POSTGRES_PASSWORD: 'postgres' },
            ports: ['5432:5432'],
            options: healthy('pg_isready'),
        },
    },
    {
        driver: 'myxql',
        service: {
            image: 'mysql:8',
            env: { MYSQL_ALLOW_EMPTY_PASSWORD: 'yes' },
            ports: ['3306:3306'],
            options: healthy('mysqladmin ping'),
        },
    },
];
/** `mix test` works on the test database; what comes before it would not, unless told. */
function resetOf(mix) {
    const isAliased = /["']?ecto\.reset["']?\s*:/.test(mix);
    return isAliased ? 'MIX_ENV=test mix ecto.reset' : 'MIX_ENV=test mix do ecto.drop, ecto.create, ecto.migrate';
}
const usualElixir = '1.18';
/** The least version that the project asks for, where that is newer than the usual one. */
function elixirOf(mix) {
    const [, major = '1', minor = '0'] = /elixir:\s*"[^"\d]*(\d+)\.(\d+)/.exec(mix) ?? [];
    const [usualMajor = 0, usualMinor = 0] = usualElixir.split('.').map(Number);
    const isNewer = Number(major) > usualMajor || (Number(major) === usualMajor && Number(minor) > usualMinor);
    return isNewer ? `${major}.${minor}` : usualElixir;
}

;// CONCATENATED MODULE: ./build/init/project/node.js


const packageSchema = schemas/* object */.Ikc({
    scripts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).catch({}).default({}),
    engines: schemas/* object */.Ikc({ node: schemas/* string */.YjP().optional() }).catch({}).default({}),
});
/** How the project's packages come, by the lock file that is there. */
const installers = [
    ['package-lock.json', 'npm ci'],
    ['npm-shrinkwrap.json', 'npm ci'],
    ['pnpm-lock.yaml', 'corepack enable && pnpm install --frozen-lockfile'],
    ['yarn.lock', 'corepack enable && yarn install --immutable'],
];
/** The scripts that make up a project's full check, in the order in which they fail soonest. */
const checks = ['lint', 'typecheck', 'build', 'test'];
/** A Node project, by its package.json. */
function readNodeProject({ names, texts }) {
    const { scripts, engines } = packageSchema.parse(parseJson(texts['package.json'] ?? '{}'));
    const versionFile = ['.nvmrc', '.node-version'].find((name) => names.includes(name));
    const run = runnerOf(names);
    const verify = checks
        .filter((name) => isReal(scripts[name]))
        .map((name) => (name === 'test' && run === 'npm run' ? 'npm test' : `${run} ${name}`));
    return {
        language: 'node',
        steps: [setupStep(versionFile ?? (engines.node === undefined ? null : 'package.json'))],
        services: {},
        environment: {},
        setup: installers.find(([lock]) => names.includes(lock))?.[1] ?? 'npm install',
        verify: verify.length === 0 ? null : verify.join(' && '),
        protectedPaths: [],
        origin: versionFile ?? 'package.json',
    };
}
function setupStep(versionFile) {
    const version = versionFile === null ? { 'node-version': 24 } : { 'node-version-file': versionFile };
    return { uses: pinnedActions.node.uses, with: { ...version, 'package-manager-cache': false } };
}
function runnerOf(names) {
    if (names.includes('pnpm-lock.yaml'))
        return 'pnpm run';
    return names.includes('yarn.lock') ? 'yarn run' : 'npm run';
}
/** What `npm init` writes says only that there is no test. */
function isReal(script) {
    return script !== undefined && !script.includes('no test specified');
}
function parseJson(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./build/init/project/detect-project.js





const detect_project_folder = '.github/workflows/';
/** What an agent needs to work on this project: what its own CI brings, else what its files let guess. */
function detectProject(sources, base) {
    const guessed = guess(sources);
    const own = Object.entries(sources.texts).flatMap(([path, text]) => {
        if (!path.startsWith(detect_project_folder) || text === undefined || !judgesPulls(path, text, base))
            return [];
        const toolchain = readToolchain(text);
        return toolchain === null ? [] : [{ ...toolchain, origin: path.slice(detect_project_folder.length) }];
    })[0];
    return own === undefined ? guessed : { ...guessed, ...own };
}
function judgesPulls(path, text, base) {
    const reading = (0,parse_workflow/* parseWorkflow */.h)(path, text);
    if (reading.kind === 'fault')
        return false;
    const filter = reading.workflow.triggers.get('pull_request');
    return filter !== undefined && (0,branch_filter/* listensTo */.o)(filter, base);
}
function guess(sources) {
    // An Elixir project often has a package.json for its assets; a Node project has no mix.exs.
    if (sources.names.includes('mix.exs'))
        return readElixirProject(sources);
    if (sources.names.includes('package.json'))
        return readNodeProject(sources);
    return unknownProject;
}
const unknownProject = {
    language: 'unknown',
    steps: [],
    services: {},
    environment: {},
    setup: null,
    verify: null,
    protectedPaths: [],
    origin: 'nothing that is known here',
};

;// CONCATENATED MODULE: ./build/init/steps/files.js






/** What the loop needs in the repository, as one pull request; what is there already stays as it is. */
function planFiles(facts, wishes) {
    const project = detectProject(facts.sources, facts.doctor.base);
    const files = missingFiles(facts, wishes, project);
    const { owner, repo } = facts.place;
    return {
        key: 'files',
        title: 'The workflows, the configuration and the backlog, as one pull request',
        state: files_stateOf(facts, Object.keys(files)),
        show: [
            `Adds ${Object.keys(files).join(', ')}.`,
            `Toolchain from ${project.origin}; setup: ${project.setup ?? 'none'}; check: ${project.verify ?? 'none'}.`,
            `Woken by the end of ${ciNames(facts).join(', ') || 'CI'}.`,
        ],
        undo: `close the pull request; gh api --method DELETE repos/${owner}/${repo}/git/refs/heads/${setupBranch}`,
        actions: [
            {
                kind: 'propose',
                branch: setupBranch,
                title: 'Let Orchestrate work on this project',
                body: renderBody(facts, project, Object.keys(files)),
                files,
            },
        ],
    };
}
function missingFiles(facts, wishes, project) {
    const { examples, action, place, doctor, sources } = facts;
    const backlogPath = wishes.backlog ?? usualBacklogs.find((path) => sources.texts[path] !== undefined) ?? 'backlog.json';
    const wanted = listStarterFiles({
        examples,
        configPath: wishes.configPath,
        workflowFile: wishes.workflowFile,
        stateBranch: wishes.stateBranch,
        backlogPath,
        slug: wishes.slug ?? slugOf(place.repo),
        action: action ?? '',
        ci: ciNames(facts),
        project,
        agent: wishes.agent,
        requireGate: wishes.requireGate,
    });
    const there = new Set([
        ...doctor.workflows.map((reading) => (reading.kind === 'workflow' ? reading.workflow.path : reading.path)),
        ...(doctor.config.kind === 'missing' ? [] : [wishes.configPath]),
        // The configuration that is there says where the backlog is, or that a server has it.
        ...(doctor.config.kind === 'missing' || doctor.backlog.kind === 'missing' ? [] : [backlogPath]),
        ...(sources.texts[backlogPath] === undefined ? [] : [backlogPath]),
    ]);
    return Object.fromEntries(Object.entries(wanted).filter(([path]) => !there.has(path)));
}
function files_stateOf({ setupPull, action }, missing) {
    if (missing.length === 0)
        return done('they are on the default branch');
    if (setupPull !== null)
        return waiting(`look through ${setupPull} and merge it`);
    if (action === null) {
        return blocked('which release of Orchestrate is to run is not known: `--action OWNER/NAME@<40 hexadecimal digits>`');
    }
    return todo;
}
/** The names of the workflows that judge pull requests: their end is what the loop waits for. */
function ciNames({ doctor }) {
    return doctor.workflows.flatMap((reading) => {
        if (reading.kind === 'fault' || reading.workflow.path.endsWith(`/${doctor.workflowFile}`))
            return [];
        const filter = reading.workflow.triggers.get('pull_request');
        return filter !== undefined && (0,branch_filter/* listensTo */.o)(filter, doctor.base) ? [reading.workflow.name] : [];
    });
}
function renderBody(facts, project, paths) {
    const { doctor } = facts;
    const names = ciNames(facts);
    return [
        'Made by `npx . init`. Merging it starts the loop: the end of CI on the merge wakes its first run.',
        '',
        ...paths.map((path) => `- \`${path}\``),
        '',
        'Look through before you merge:',
        `- **Toolchain** of the agents' job, in \`orchestrate-assignment.yml\`: taken from ${project.origin}.`,
        `- **\`setup\`** \`${project.setup ?? 'none'}\` and **\`verify\`** \`${project.verify ?? 'none'}\`: the project's own full check on a fresh state.`,
        `- **CI** that wakes the loop: ${names.length === 0 ? 'none is there yet' : names.map((name) => `\`${name}\``).join(', ')}. It has to run on pull requests, and on pushes to \`${doctor.base}\`.`,
        '- **The backlog**: its first stories are what agents will work on.',
        '',
        `To stop at any time: the repository variable \`ORCHESTRATE\` set to \`off\`. To take all of it out again: \`npx . init --remove\`.`,
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/doctor/demands.js
var doctor_demands = __webpack_require__(4894);
// EXTERNAL MODULE: ./build/core/checks.js
var core_checks = __webpack_require__(4813);
;// CONCATENATED MODULE: ./build/init/required-checks.js


const days = 7;
/** What to require of pull requests: what CI reported on each one of the last week. */
function proposeChecks({ pullRequestHeads, now, workflowFile }) {
    const own = [workflowFile, gateWorkflow];
    const recent = pullRequestHeads.kind === 'seen' ? pullRequestHeads.value : [];
    const heads = recent
        .filter(({ at }) => now - at <= days * 24 * 60 * 60_000)
        .map(({ checks }) => checks.filter(({ name, appId, workflow }) => appId !== null && !own.includes(workflow) && !name.startsWith(core_checks/* ownCheckPrefix */.Fi)))
        .filter((checks) => checks.length > 0);
    const all = new Map(heads.flat().map(({ name, appId }) => [`${appId} ${name}`, { name, appId }]));
    const isEverywhere = ({ name, appId }) => heads.every((checks) => checks.some((check) => check.name === name && check.appId === appId));
    const seen = [...all.values()];
    return {
        required: seen.filter(isEverywhere),
        sometimes: seen.filter((check) => !isEverywhere(check)).map(({ name }) => name),
        heads: heads.length,
    };
}

;// CONCATENATED MODULE: ./build/init/steps/rulesets.js




const gateCheck = 'orchestrate/gate';
/** Nobody but the App pushes the branch on which the state lives. */
function planStateRuleset(facts) {
    const { app, doctor } = facts;
    return {
        key: 'state_ruleset',
        title: `A ruleset that lets the App alone push ${doctor.stateBranch}`,
        state: stateState(facts),
        show: ['Whoever could push that branch would be believed.'],
        undo: undoOf(facts, stateRuleset),
        actions: [
            setRuleset(facts, stateRuleset, {
                include: [`refs/heads/${doctor.stateBranch}`],
                rules: [{ type: 'creation' }, { type: 'update' }, { type: 'deletion' }],
                bypass: app === null ? [] : [{ actor_id: app.id, actor_type: 'Integration', bypass_mode: 'always' }],
            }),
        ],
    };
}
function stateState({ app, doctor }) {
    const { stateProtection, stateBranch } = doctor;
    if (stateProtection.kind === 'unseen')
        return blocked(stateProtection.remedy);
    const { restrictsUpdates, blocksDeletion } = (0,doctor_demands/* demandsOf */.w)(stateProtection.value);
    if (restrictsUpdates && blocksDeletion)
        return done(`${stateBranch} is protected`);
    if (app === null)
        return blocked('which App may push it is not known: `--app SLUG`');
    return app.installed === 'no' ? blocked('the App is to be installed first') : todo;
}
/** Nothing comes onto the base but through a pull request with CI's checks. */
function planBaseRuleset(facts) {
    const { doctor } = facts;
    const proposed = proposeChecks(doctor);
    return {
        key: 'base_ruleset',
        title: `A ruleset that lets nothing onto ${doctor.base} but by pull request, with CI's checks`,
        state: baseState(facts, proposed),
        show: [
            `Requires ${proposed.required.map(({ name }) => name).join(', ') || 'no check'}: what ${countPulls(proposed.heads)} of the last week reported.`,
            ...(proposed.sometimes.length === 0
                ? []
                : [
                    `Leaves out ${proposed.sometimes.join(', ')}: not every pull request had it, and would wait for it for ever.`,
                ]),
            'No approvals, no force pushes, no deletion, and nobody passes over it: it holds for you as well.',
        ],
        undo: undoOf(facts, baseRuleset),
        actions: [
            setRuleset(facts, baseRuleset, {
                include: [refOf(doctor)],
                rules: baseRules(proposed.required),
                bypass: [],
            }),
        ],
    };
}
/** Every pull request shows what the gate says: which is asked for only when people's have who lets them through. */
function planGateRuleset(facts) {
    const { doctor } = facts;
    const required = { required_status_checks: [{ context: gateCheck }], strict_required_status_checks_policy: false };
    return {
        key: 'gate_ruleset',
        title: `A ruleset that requires ${gateCheck} of every pull request`,
        state: gateState(facts),
        show: [`The App reports it on its own pull requests, ${gateWorkflow} on everybody else's: hence from any source.`],
        undo: undoOf(facts, gateRuleset),
        actions: [
            setRuleset(facts, gateRuleset, {
                include: [refOf(doctor)],
                rules: [{ type: 'required_status_checks', parameters: required }],
                bypass: [],
            }),
        ],
    };
}
function gateState({ doctor }) {
    const { baseProtection, workflows } = doctor;
    if (baseProtection.kind === 'unseen')
        return blocked(baseProtection.remedy);
    if ((0,doctor_demands/* demandsOf */.w)(baseProtection.value).checks.some(({ name }) => name === gateCheck))
        return done('it is required');
    const isThere = workflows.some((reading) => reading.kind === 'workflow' && reading.workflow.path.endsWith(`/${gateWorkflow}`));
    return isThere ? todo : blocked(`${gateWorkflow} has to be on the default branch first`);
}
function refOf({ base, repository }) {
    return base === repository.defaultBranch ? '~DEFAULT_BRANCH' : `refs/heads/${base}`;
}
function countPulls(heads) {
    return heads === 1 ? 'the one pull request' : `each of the ${heads} pull requests`;
}
function baseState({ doctor, setupPull }, proposed) {
    const { baseProtection, base, config } = doctor;
    if (baseProtection.kind === 'unseen')
        return blocked(baseProtection.remedy);
    const demands = (0,doctor_demands/* demandsOf */.w)(baseProtection.value);
    const isAccepted = config.kind === 'config' && config.config.acceptsUnprotected;
    const hasChecks = demands.checks.some(({ name }) => name !== gateCheck);
    const isGuarded = isAccepted || (demands.requiresPullRequest && hasChecks);
    if (isGuarded && demands.blocksForcePushes && demands.blocksDeletion) {
        return done(`${base}: by pull request with ${demands.checks.map(({ name }) => name).join(', ') || 'no check'}`);
    }
    if (proposed.required.length > 0)
        return todo;
    const lacking = 'no check was reported on every pull request of the last week';
    return setupPull === null
        ? blocked(`${lacking}: open one, and start \`npx . init\` again when its CI has ended`)
        : waiting(`${lacking}: CI on ${setupPull} will show what to require`);
}
function baseRules(checks) {
    const required = checks.map(({ name, appId }) => ({ context: name, integration_id: appId }));
    return [
        {
            type: 'pull_request',
            parameters: {
                required_approving_review_count: 0,
                dismiss_stale_reviews_on_push: false,
                require_code_owner_review: false,
                require_last_push_approval: false,
                required_review_thread_resolution: false,
            },
        },
        {
            type: 'required_status_checks',
            parameters: { required_status_checks: required, strict_required_status_checks_policy: false },
        },
        { type: 'non_fast_forward' },
        { type: 'deletion' },
    ];
}
function setRuleset({ place, rulesets }, name, wanted) {
    const path = `repos/${place.owner}/${place.repo}/rulesets`;
    const body = {
        name,
        target: 'branch',
        enforcement: 'active',
        conditions: { ref_name: { include: wanted.include, exclude: [] } },
        rules: wanted.rules,
        bypass_actors: wanted.bypass,
    };
    const before = rulesets.find((ruleset) => ruleset.name === name);
    return before === undefined ? call('POST', path, body) : call('PUT', `${path}/${before.id}`, body);
}
function undoOf({ place }, name) {
    return `Settings → Rules → Rulesets → ${name} → Delete ruleset (${place.serverUrl}/${place.owner}/${place.repo}/rules)`;
}

;// CONCATENATED MODULE: ./build/init/plan-init.js






/** All that it takes from nothing to the first run, in order, each step with how it stands; what stands is not repeated. */
function planInit(facts, wishes) {
    const access = planAccess(facts);
    if (access.state.kind !== 'done')
        return [access];
    const { variable } = wishes.agent;
    const steps = [
        access,
        planCi(facts),
        planEnvironment(facts),
        ...planApp(facts),
        ...(variable === null ? [] : [planAgentSecret(facts, variable)]),
        planFiles(facts, wishes),
        planStateRuleset(facts),
        planBaseRuleset(facts),
        ...(wishes.requireGate ? [planGateRuleset(facts)] : []),
        ...(facts.isOff ? [planSwitch(facts)] : []),
    ];
    return [...steps, planFirstRun(facts, steps.find(({ state }) => state.kind !== 'done') ?? null)];
}
/** CI that judges pull requests is the one thing which nobody can propose for a project. */
function planCi(facts) {
    const names = ciNames(facts);
    const { base } = facts.doctor;
    const lacking = `no workflow runs on pull requests: write one that runs the project's checks \`on: pull_request\` and on pushes to ${base}, and call it CI`;
    return {
        key: 'ci',
        title: 'CI of your own',
        state: names.length === 0 ? blocked(lacking) : done(names.join(', ')),
        show: [],
        undo: '',
        actions: [],
    };
}

// EXTERNAL MODULE: ./build/doctor/workflow/names-of-secrets.js
var names_of_secrets = __webpack_require__(9382);
;// CONCATENATED MODULE: ./build/init/plan-removal.js











const variable = 'ORCHESTRATE';
/**
 * All that takes the loop out of a repository again, in order: it is stopped first, and what its jobs need goes after
 * the workflows that name it (GitHub would make the environment anew, open to every branch).
 */
function planRemoval(facts, wishes) {
    const access = planAccess(facts);
    if (access.state.kind !== 'done')
        return [access];
    const files = filesToRemove(facts, wishes);
    const isGone = Object.keys(files).length === 0;
    const after = (steps) => isGone ? steps : steps.map((step) => (step.state.kind === 'todo' ? { ...step, state: filesFirst } : step));
    return [
        access,
        planStop(facts, isGone),
        plan_removal_planFiles(facts, files),
        ...after([
            planRulesets(facts),
            planBranches(facts),
            plan_removal_planEnvironment(facts),
            planSecret(facts, wishes),
            planLabels(facts),
            planVariable(facts),
            plan_removal_planApp(facts),
        ]),
    ];
}
const filesFirst = blocked('the workflows have to go first');
function planStop({ isOff, place }, isGone) {
    const path = `repos/${place.owner}/${place.repo}/actions/variables`;
    return {
        key: 'stop',
        title: 'Stop the loop',
        state: isOff || isGone ? done('nothing new starts') : todo,
        show: [`The repository variable ${variable} becomes \`off\`: nothing new starts; agents at work end.`],
        undo: `gh api --method DELETE ${path}/${variable}`,
        actions: [
            call('POST', path, { name: variable, value: 'off' }, [409]),
            call('PATCH', `${path}/${variable}`, { name: variable, value: 'off' }),
        ],
    };
}
function plan_removal_planFiles({ removalPull, place }, files) {
    const paths = Object.keys(files);
    return {
        key: 'files',
        title: 'The files, by a pull request',
        state: filesState(paths, removalPull),
        show: [`Takes out ${paths.join(', ')}. A backlog of your own stays.`],
        undo: `close the pull request; gh api --method DELETE repos/${place.owner}/${place.repo}/git/refs/heads/${removalBranch}`,
        actions: [
            {
                kind: 'propose',
                branch: removalBranch,
                title: 'Take Orchestrate out of this project',
                body: 'Made by `npx . init --remove`; start it again after the merge, and it takes out the rest.\n',
                files,
            },
        ],
    };
}
function filesState(paths, url) {
    if (paths.length === 0)
        return done('they are gone');
    return url === null ? todo : waiting(`merge ${url}`);
}
function filesToRemove(facts, wishes) {
    const { doctor, examples, sources } = facts;
    const { configPath, backlog } = wishes;
    const ours = workflowPaths(examples, wishes);
    const there = doctor.workflows
        .map((reading) => (reading.kind === 'workflow' ? reading.workflow.path : reading.path))
        .filter((path) => ours.includes(path));
    // What people wrote since then is theirs.
    const untouched = renderFirstBacklog(detectProject(sources, doctor.base));
    const backlogs = (backlog === null ? [...usualBacklogs] : [backlog]).filter((path) => sources.texts[path] === untouched);
    const config = doctor.config.kind === 'missing' ? [] : [configPath];
    return Object.fromEntries([...there, ...config, ...backlogs].map((path) => [path, null]));
}
function planRulesets({ rulesets, place }) {
    const ours = rulesets.filter(({ name }) => [baseRuleset, stateRuleset, gateRuleset].includes(name));
    return {
        key: 'rulesets',
        title: 'The rulesets that init made',
        state: ours.length === 0 ? done('there is none') : todo,
        show: [`${ours.map(({ name }) => name).join(', ')}: what else protects your branches stays.`],
        undo: 'npx . init proposes them again',
        actions: ours.map(({ id }) => call('DELETE', `repos/${place.owner}/${place.repo}/rulesets/${id}`, null, [404])),
    };
}
function planBranches({ branches, place, doctor }) {
    const ours = branches.filter((name) => [doctor.stateBranch, setupBranch, removalBranch].includes(name) || name.startsWith('orchestrate/'));
    return {
        key: 'branches',
        title: 'Its branches: the state with its history, and the work of agents',
        state: ours.length === 0 ? done('there is none') : todo,
        show: [`${ours.join(', ')}. Pull requests of theirs that are open are closed by that.`],
        undo: `fetch them first to keep them: git fetch origin ${ours.slice(0, 3).map(quote_word/* quoteWord */.X).join(' ')}`,
        actions: ours.map((name) => call('DELETE', `repos/${place.owner}/${place.repo}/git/refs/heads/${encodeBranch(name)}`, null, [404, 422])),
    };
}
function plan_removal_planEnvironment({ environment, place }) {
    const path = `repos/${place.owner}/${place.repo}/environments/${environmentName}`;
    return {
        key: 'environment',
        title: 'The environment, with the secrets in it',
        state: environment === null ? done('it is gone') : todo,
        show: ["The App's key goes with it."],
        undo: 'npx . init makes it again; the key then has to be made anew',
        actions: [call('DELETE', path, null, [404])],
    };
}
function planSecret({ secrets, sources }, { agent }) {
    const name = agent.variable ?? '';
    // A workflow of the project's own may live on it.
    const isUsed = Object.entries(sources.texts).some(([path, text]) => path.startsWith('.github/workflows/') && (0,names_of_secrets/* namesOfSecrets */.N)(text).includes(name));
    const actions = [{ kind: 'delete_secret', name }];
    return {
        key: 'agent_secret',
        title: "The agent's key",
        state: secretState(secrets.includes(name), isUsed),
        show: [`The secret ${name}; take it back at its provider as well.`],
        undo: `gh secret set ${name}`,
        actions,
    };
}
function secretState(isThere, isUsed) {
    if (!isThere)
        return done('it is gone');
    return isUsed ? done('it stays: a workflow of yours uses it') : todo;
}
function planLabels({ labels, place }) {
    return {
        key: 'labels',
        title: 'Its labels',
        state: labels.length === 0 ? done('there is none') : todo,
        show: [labels.join(', ')],
        undo: 'they come again with the loop',
        actions: labels.map((name) => call('DELETE', `repos/${place.owner}/${place.repo}/labels/${encodeURIComponent(name)}`, null, [404])),
    };
}
function planVariable({ hasVariable, place }) {
    return {
        key: 'variable',
        title: `The variable ${variable}`,
        state: hasVariable ? todo : done('it is gone'),
        show: ['It stops nothing any more.'],
        undo: `gh variable set ${variable} --body off`,
        actions: [call('DELETE', `repos/${place.owner}/${place.repo}/actions/variables/${variable}`, null, [404])],
    };
}
function plan_removal_planApp({ app, place }) {
    const url = app === null ? '' : appSettingsUrl(place, app.slug);
    return {
        key: 'app',
        title: 'The App',
        state: app === null ? done('none is known here') : todo,
        show: [`Only you can delete it: your browser opens ${url}; press "Delete GitHub App".`],
        undo: 'npx . init makes another',
        actions: [{ kind: 'forget_app', url }],
    };
}

// EXTERNAL MODULE: external "node:readline/promises"
var external_node_readline_promises_ = __webpack_require__(2086);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./build/init/terminal.js


/** The terminal of this process; where there is none, nobody agrees to anything. */
function openTerminal() {
    return {
        confirm: async (question) => {
            const answer = await ask(`${question} [Y/n/q] `, process.stdout);
            if (answer === null)
                return process.stdin.isTTY ? 'leave' : 'no';
            const first = answer.trim().toLowerCase().slice(0, 1);
            if (first === 'q')
                return 'leave';
            return first === 'n' ? 'no' : 'yes';
        },
        askSecret: async (question) => {
            process.stdout.write(question);
            const answer = await ask('', silence());
            process.stdout.write('\n');
            return (answer ?? '').trim();
        },
    };
}
/** Null where nobody can answer, or they broke off. */
async function ask(question, output) {
    if (!process.stdin.isTTY)
        return null;
    const reader = (0,external_node_readline_promises_.createInterface)({ input: process.stdin, output, terminal: true });
    const left = new AbortController();
    reader.on('SIGINT', () => left.abort());
    try {
        return await reader.question(question, { signal: left.signal });
    }
    catch (error) {
        if (left.signal.aborted)
            return null;
        throw error;
    }
    finally {
        reader.close();
    }
}
/** What is typed is echoed nowhere. */
function silence() {
    return new external_node_stream_.Writable({ write: (_chunk, _encoding, done) => done() });
}

;// CONCATENATED MODULE: ./build/init/session.js
















/** Finds the repository, the person's token and what was noted of an earlier, interrupted time. */
async function openSession(asked, surroundings) {
    const { environment, root, directory, say, pause = external_node_timers_promises_.setTimeout } = surroundings;
    const terminal = surroundings.terminal ?? openTerminal();
    const place = await (0,doctor_place/* findPlace */.P)(asked, directory);
    const { host, owner, repo } = place;
    const apiUrl = environment['GITHUB_API_URL'] ?? (0,doctor_command_line.apiUrlOf)(host);
    const serverUrl = environment['GITHUB_SERVER_URL'] ?? `https://${host}`;
    const token = await (0,doctor_place/* readToken */.A)(place, environment);
    const github = (0,client/* createGitHub */.C)({ token, apiUrl, owner, repo });
    const look = lookWith(apiUrl, token);
    const notebook = openNotebook({ host, owner, repo }, environment);
    const gh = surroundings.gh ??
        openGh({ host, owner, repo, environment: { ...environment, GH_TOKEN: token, GH_ENTERPRISE_TOKEN: token } });
    const { wishes, mode } = asked;
    const [examples, action] = await Promise.all([readExamples(root), asked.action ?? nameOwnRelease(root, host)]);
    const standing = { host, serverUrl, apiUrl, owner, repo, examples, action, wishes };
    const givenKey = asked.appKey === null ? null : await readKey(asked.appKey);
    const findApp = async () => {
        const found = await findOwnApp({
            look,
            apiUrl,
            repository: `${owner}/${repo}`,
            slug: asked.app,
            givenKey,
            notes: await notebook.read(),
            now: Date.now(),
        });
        // Where all is taken out, it is gone as soon as its owner has deleted it.
        if (found === null && asked.app !== null && mode === 'set_up')
            throw unseenApp(asked.app);
        return found;
    };
    return {
        name: `${owner}/${repo}`,
        terminal,
        pause,
        gather: () => gatherInitFacts(standing, { github, look, findApp }),
        plan: (facts) => (mode === 'remove' ? planRemoval(facts, wishes) : planInit(facts, wishes)),
        hands: {
            gh,
            look,
            notebook,
            open: surroundings.open ?? ((url) => openBrowser(url, environment, say)),
            say,
            agentKey: async (variable) => environment[variable] || (await terminal.askSecret(`  ${variable}: `)),
            appKey: async () => givenKey ?? (await notebook.read())?.privateKey ?? null,
            isInstalled: async () => ['yes', 'everywhere'].includes((await findApp())?.installed ?? 'no'),
            pause,
            patience: Math.max(1, asked.waitMinutes) * 60_000,
            opened: new Set(),
        },
    };
}
function unseenApp(slug) {
    return new errors/* ConfigurationError */.j(`There is no App ${slug} that you can see.`, {
        remedy: 'Give the last part of its address, as its owner.',
    });
}
async function readKey(path) {
    return await (0,promises_.readFile)(path, 'utf8').catch((cause) => {
        throw new errors/* ConfigurationError */.j(`${path} cannot be read.`, {
            remedy: 'Name the file that GitHub let you download.',
            cause,
        });
    });
}

;// CONCATENATED MODULE: ./build/init/run-init.js







/** From nothing to the first run, or back: looks, shows a step, does it, looks again. Tells the exit code. */
async function runInit(args, surroundings) {
    const asked = (0,command_line.parseInitArguments)(args);
    const { say } = surroundings;
    const session = await openSession(asked, surroundings);
    say(session.name);
    if (asked.isDry)
        return await rehearse(session, say);
    const end = await drive(session, asked, say);
    return asked.mode === 'remove' ? concludeRemoval(end, say) : conclude(end, say);
}
/** What would be done, and nothing done. */
async function rehearse({ gather, plan }, say) {
    const steps = plan(await gather());
    for (const step of steps) {
        for (const line of step.state.kind === 'todo' ? renderStep(step) : [renderState(step)])
            say(line);
    }
    return 0;
}
/** What is left, the doctor's word as soon as there is something to be judged, and the one thing that comes next. */
function conclude({ facts, steps }, say) {
    const left = steps.filter(({ state }) => state.kind !== 'done');
    const isThere = left.every(({ key }) => key !== 'files' && key !== 'access');
    const findings = isThere ? (0,examine/* examine */.sb)(facts.doctor) : [];
    for (const line of ['', ...left.map(renderState), ...(isThere ? (0,render_findings/* renderFindings */.v)(findings) : []), ''])
        say(line);
    const [first] = left;
    const failed = findings.find(({ verdict }) => verdict === 'fail');
    const { serverUrl, owner, repo } = facts.place;
    if (first !== undefined)
        say(`Next: ${(0,terminal_line/* terminalLine */.t)(nextOf(first))}`);
    else if (failed !== undefined)
        say(`Next: ${(0,terminal_line/* terminalLine */.t)(failed.remedy)}`);
    else
        say(`Next: nothing. It works by itself: ${serverUrl}/${owner}/${repo}/actions`);
    return first === undefined && (0,examine/* countFailures */.xL)(findings) === 0 ? 0 : 1;
}
function concludeRemoval({ steps }, say) {
    const left = steps.find(({ state }) => state.kind !== 'done');
    say(left === undefined ? 'Nothing of it is left.' : `Next: ${(0,terminal_line/* terminalLine */.t)(nextOf(left))}`);
    return left === undefined ? 0 : 1;
}
function nextOf({ state, title }) {
    switch (state.kind) {
        case 'done':
        case 'todo':
            return `start \`npx . init\` again, which goes on with: ${title}`;
        case 'waiting':
            return `${state.what}; then start \`npx . init\` again`;
        case 'blocked':
            return state.what;
    }
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


/***/ })

};
