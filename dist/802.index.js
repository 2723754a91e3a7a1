export const id = 802;
export const ids = [802];
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


/***/ })

};
