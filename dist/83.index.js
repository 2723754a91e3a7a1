export const id = 83;
export const ids = [83];
export const modules = {

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


/***/ })

};
