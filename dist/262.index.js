export const id = 262;
export const ids = [262,802];
export const modules = {

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

/***/ 4262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDoctor: () => (/* binding */ runDoctor)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/github/client.js + 7 modules
var client = __webpack_require__(1356);
// EXTERNAL MODULE: ./build/inputs/read-server.js
var read_server = __webpack_require__(8360);
// EXTERNAL MODULE: ./build/loopctl/http/server.js
var server = __webpack_require__(986);
// EXTERNAL MODULE: ./build/doctor/command-line.js
var command_line = __webpack_require__(4802);
// EXTERNAL MODULE: ./build/doctor/examine.js + 27 modules
var examine = __webpack_require__(9014);
// EXTERNAL MODULE: ./build/doctor/gather.js + 4 modules
var gather = __webpack_require__(8293);
// EXTERNAL MODULE: ./build/doctor/place.js
var doctor_place = __webpack_require__(3337);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/dispatch-workflow.js
var dispatch_workflow = __webpack_require__(7526);
// EXTERNAL MODULE: ./build/github/job-log.js
var job_log = __webpack_require__(4782);
// EXTERNAL MODULE: ./build/github/legs.js
var legs = __webpack_require__(9217);
// EXTERNAL MODULE: ./build/github/read-runs.js
var read_runs = __webpack_require__(71);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/github/parse-answer.js
var parse_answer = __webpack_require__(812);
;// CONCATENATED MODULE: ./build/github/runs-by-hand.js


const runsSchema = schemas/* object */.Ikc({ workflow_runs: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* number */.aig(), html_url: schemas/* string */.YjP() })) });
/** The newest run of a workflow that somebody started by hand; null where they never did. */
async function readNewestByHand(github, { workflow, login }) {
    const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
    const question = { workflow_id: workflow, event: 'workflow_dispatch', actor: login, per_page: 1 };
    const answer = await github.request(route, question);
    const [newest] = (0,parse_answer/* parseAnswer */.W)(runsSchema, answer.data, route).workflow_runs;
    return newest === undefined ? null : { id: newest.id, url: newest.html_url };
}

// EXTERNAL MODULE: ./build/doctor/finding.js
var finding = __webpack_require__(4227);
// EXTERNAL MODULE: ./build/doctor/rehearsal/findings.js
var findings = __webpack_require__(3578);
// EXTERNAL MODULE: ./build/doctor/rehearsal/report.js
var report = __webpack_require__(830);
;// CONCATENATED MODULE: ./build/doctor/rehearsal/from-here.js









/** A run appears within seconds of being asked for. */
const appearMinutes = 2;
/** Longer than its jobs together may take; the run goes on without us. */
const workMinutes = 180;
const pauseMs = 5000;
/** Starts a rehearsal, which the trusted jobs do as the App, and waits until it says what it saw. */
async function rehearseFromHere(asked) {
    const { github, workflow, branch, say } = asked;
    const before = await readNewestByHand(github, asked);
    try {
        await (0,dispatch_workflow/* dispatchWorkflow */.i)(github, { workflow, ref: branch, inputs: { command: 'rehearse' } });
    }
    catch (error) {
        if (!(error instanceof errors/* RemoteError */.H))
            throw error;
        const remedy = `Ask with a token that may start workflows; ${workflow} needs \`workflow_dispatch\` with the input \`command\`.`;
        return [ofRun((0,finding/* fail */.fJ)(`the rehearsal could not be started: ${error.message}`, remedy))];
    }
    const run = await findRun(asked, before?.id ?? 0);
    if (run === null) {
        const remedy = `See under Actions whether it waits for something, and read its page when it has ended.`;
        return [
            ofRun((0,finding/* cannotTell */.JM)(`the rehearsal was started, and no run of it appeared in ${appearMinutes} minutes`, remedy)),
        ];
    }
    say(`rehearsal: ${run.url}`);
    return await follow(asked, run);
}
function ofRun(outcome) {
    return (0,findings/* found */.F)('rehearsal_run', outcome);
}
async function findRun(asked, before) {
    const { github, now, pause } = asked;
    const until = now() + appearMinutes * 60_000;
    for (;;) {
        const newest = await readNewestByHand(github, asked);
        if (newest !== null && newest.id > before)
            return newest;
        if (now() >= until)
            return null;
        await pause(pauseMs);
    }
}
async function follow(asked, { id, url }) {
    const { github, say, now, pause } = asked;
    const until = now() + workMinutes * 60_000;
    const told = new Map();
    for (;;) {
        const seen = await lookAt(github, id);
        for (const { name, status, conclusion } of seen?.jobs ?? []) {
            const state = conclusion ?? status.replace('_', ' ');
            if (told.get(name) !== state)
                say(`  ${name}: ${state}`);
            told.set(name, state);
        }
        if (seen?.isOver === true)
            return await readReports(github, seen.jobs, url);
        if (now() >= until) {
            return [
                ofRun((0,finding/* cannotTell */.JM)(`the rehearsal is not over after ${workMinutes} minutes`, `See ${url}; it ends by itself.`)),
            ];
        }
        await pause(pauseMs);
    }
}
/** A run as it stands; null where GitHub does not answer just now: it is looked at again anyway. */
async function lookAt(github, id) {
    try {
        const run = await (0,read_runs/* readRun */.cI)(github, id);
        return { isOver: run === null || run.status === 'completed', jobs: await (0,legs/* readJobs */.RI)(github, id) };
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.H && error.retryable)
            return null;
        throw error;
    }
}
/** What the trusted jobs said; never the agent's, which anybody's words may be in. */
async function readReports(github, jobs, url) {
    const trusted = jobs.filter(({ name, conclusion }) => !name.endsWith(' / agent') && conclusion !== 'skipped');
    if (trusted.length === 0) {
        return [
            ofRun((0,finding/* fail */.fJ)('its run did nothing', 'Is the variable ORCHESTRATE set to `off`? Take it away, and ask again.')),
        ];
    }
    const logs = await Promise.all(trusted.map(({ id }) => (0,job_log/* readJobLog */.g)(github, id)));
    const findings = logs.flatMap((log) => (log === null ? [] : ((0,report/* parseReport */.M)(log) ?? [])));
    if (findings.length > 0)
        return findings;
    const ends = trusted.map(({ name, conclusion }) => `${name} ended with ${conclusion ?? 'nothing'}`).join(', ');
    return [ofRun((0,finding/* fail */.fJ)(`its run says nothing of what it saw: ${ends}`, `See ${url}.`))];
}

// EXTERNAL MODULE: ./build/doctor/workflow/own-steps.js
var own_steps = __webpack_require__(4632);
;// CONCATENATED MODULE: ./build/doctor/rehearsal/readiness.js



/** Why a rehearsal would not come to anything: the workflow, as it was copied once, does not know of it. Else nothing. */
function findUnready({ workflows, workflowFile, }) {
    const plans = (0,own_steps/* ownStepsOf */.VB)(workflows, workflowFile).filter(({ phase }) => phase === 'plan');
    if (plans.some(({ step }) => step.with['rehearse'] !== undefined))
        return null;
    const detail = plans.length === 0
        ? `no step of ${workflowFile} runs phase plan`
        : `the plan of ${workflowFile} takes no \`rehearse\``;
    const remedy = 'Copy `examples/orchestrate.yml` and `examples/orchestrate-assignment.yml` anew, or take over the lines about rehearsals.';
    return (0,findings/* found */.F)('rehearsal_run', (0,finding/* fail */.fJ)(detail, remedy));
}

// EXTERNAL MODULE: ./build/doctor/render-findings.js
var render_findings = __webpack_require__(7455);
;// CONCATENATED MODULE: ./build/doctor/run-doctor.js











/** The doctor on a maintainer's machine, with their own token; tells how much is not as it should be. */
async function runDoctor(args, { directory, environment, say, pause = promises_.setTimeout }) {
    const asked = (0,command_line.parseDoctorArguments)(args);
    const place = await (0,doctor_place/* findPlace */.P)(asked, directory);
    const { host, owner, repo } = place;
    const apiUrl = environment['GITHUB_API_URL'] ?? (0,command_line.apiUrlOf)(host);
    const github = (0,client/* createGitHub */.C)({ token: await (0,doctor_place/* readToken */.A)(place, environment), apiUrl, owner, repo });
    const { app, config, workflow, stateBranch } = asked;
    const server = serverFrom(environment);
    const look = () => (0,gather/* gatherDoctorFacts */.M)(github, { where: 'laptop', config, workflow, stateBranch, server, app, now: Date.now() });
    say(`${owner}/${repo}`);
    const rehearsed = asked.rehearse ? await rehearse(github, await look(), { say, pause }) : [];
    const findings = [...(0,examine/* examine */.sb)(await look()), ...rehearsed];
    for (const line of ['', ...(0,render_findings/* renderFindings */.v)(findings)])
        say(line);
    return (0,examine/* countFailures */.xL)(findings);
}
/** The rehearsal comes first: what it leaves behind is evidence for the checks. */
async function rehearse(github, facts, { say, pause }) {
    const unready = findUnready(facts);
    if (unready !== null)
        return [unready];
    const { workflowFile: workflow, repository, asker } = facts;
    const { login } = asker;
    return await rehearseFromHere({
        github,
        workflow,
        branch: repository.defaultBranch,
        login,
        say,
        pause,
        now: Date.now,
    });
}
/** The server by the variables of loopctl's own tools, where all of them are set. */
function serverFrom(environment) {
    const isWhole = (0,read_server/* keysIn */.q7)(environment).length === Object.keys(server/* keyVariables */.j).length;
    return isWhole ? (0,read_server/* readServer */.Wb)(environment['LOOPCTL_SERVER'] ?? '', environment) : null;
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

/***/ 4782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readJobLog)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3608);


const logBytes = 32 * 2 ** 20;
/** The log of a job, without the runner's time stamps; null when it cannot be had (any more). */
async function readJobLog(github, jobId) {
    try {
        const route = 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs';
        const location = await (0,_download_js__WEBPACK_IMPORTED_MODULE_1__/* .locateDownload */ .T)(github, route, { job_id: jobId });
        const log = location === null ? null : await (0,_download_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchDownload */ .f)(location, logBytes);
        return log === null ? null : log.toString('utf8').replace(/^\uFEFF?\d{4}-\d\d-\d\dT[\d:.]+Z /gm, '');
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .H)
            return null;
        throw error;
    }
}


/***/ }),

/***/ 9217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C0: () => (/* binding */ readLegs),
/* harmony export */   FD: () => (/* binding */ readAgentsAtWork),
/* harmony export */   RI: () => (/* binding */ readJobs),
/* harmony export */   gJ: () => (/* binding */ isSettleOver)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2047);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(812);
/* harmony import */ var _read_pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5465);



const jobSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    run_attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().default(1),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    conclusion: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
});
const legJobName = /^(\S+) \/ (?:agent|settle)$/;
const agentJobName = /^(\S+) \/ agent$/;
/**
 * How the legs of a run that has ended came out, by assignment; an assignment that never got a job is not in it. The
 * jobs of a leg are named `<id> / agent` and `<id> / settle`.
 */
async function readLegs(github, run, attempt) {
    const jobs = await readJobs(github, run);
    const until = jobs.filter((job) => job.run_attempt <= attempt);
    const assignments = new Set(until.flatMap(({ name }) => legJobName.exec(name)?.[1] ?? []));
    return new Map([...assignments].map((assignment) => [assignment, toLegFacts(assignment, until)]));
}
/** The assignments of a run whose agent's job is there and has not ended: waiting for its machine, or at work. */
async function readAgentsAtWork(github, run) {
    const jobs = await readJobs(github, run);
    const unfinished = jobs.filter(({ status }) => status !== 'completed');
    return [...new Set(unfinished.flatMap(({ name }) => agentJobName.exec(name)?.[1] ?? []))];
}
/** The jobs of every attempt: a job that ran in an earlier one is not repeated when another job is run again. */
async function readJobs(github, run) {
    const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs';
    return await (0,_read_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .readPages */ .n)(github, route, { run_id: run, filter: 'all' }, (data) => (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAnswer */ .W)(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ jobs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(jobSchema) }), data, route).jobs);
}
/** Whether the job that settles an assignment in this attempt of a run is over, as far as GitHub has heard. */
async function isSettleOver(github, { run, attempt, assignment }) {
    const job = findNewest(await readJobs(github, run), `${assignment} / settle`);
    if (job === null || job.run_attempt < attempt)
        return false;
    return job.run_attempt > attempt || job.status === 'completed';
}
function toLegFacts(assignment, jobs) {
    const agent = findNewest(jobs, `${assignment} / agent`);
    const settle = findNewest(jobs, `${assignment} / settle`);
    return { assignment, agent: readEnd(agent), settle: readEnd(settle), settleJobId: settle?.id ?? null };
}
function findNewest(jobs, name) {
    const named = jobs.filter((job) => job.name === name);
    return named.sort((one, other) => other.run_attempt - one.run_attempt || other.id - one.id)[0] ?? null;
}
function readEnd(job) {
    if (job === null || job.conclusion === 'skipped')
        return 'missing';
    switch (job.conclusion) {
        case 'success':
            return 'success';
        // A job without a conclusion in a run that has ended was cut off.
        case 'cancelled':
        case null:
            return 'cancelled';
        default:
            return 'failure';
    }
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
