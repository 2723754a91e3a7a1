export const id = 83;
export const ids = [83];
export const modules = {

/***/ 2083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initUsage: () => (/* binding */ initUsage),
  parseInitArguments: () => (/* binding */ parseInitArguments)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/config/branch-name.js
var branch_name = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/config/repository-path.js
var repository_path = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/inputs/faults.js
var faults = __webpack_require__(6835);
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
  --action REFERENCE   OWNER/NAME@<40 digits> of Orchestrate itself; default: this checkout's origin and commit
  --require-gate       requires \`orchestrate/gate\` of every pull request, with the workflow that lets people's through
  --wait MINUTES       how long to wait for what a person or CI does elsewhere; default: 15

The agent is Claude Code. For another one:

  --agent-command TEXT   what bash runs; the prompt comes on its standard input
  --review-command TEXT  the same for reviews; default: the agent's
  --agent-install TEXT   what bash runs to install it
  --agent-variable NAME  the variable, and secret, with its key

The agent's key is taken from that variable if it is set here, else asked for; no key is ever an argument of a command.
`;
const command_line_text = { type: 'string' };
const flag = { type: 'boolean' };
const options = {
    repo: command_line_text,
    host: command_line_text,
    app: command_line_text,
    'app-key': command_line_text,
    project: command_line_text,
    backlog: command_line_text,
    config: command_line_text,
    workflow: command_line_text,
    'state-branch': command_line_text,
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
    const given = parse(args);
    const { repo, host, app, action, backlog, project, wait = '15' } = given;
    const { config = '.github/orchestrate.yml', workflow = 'orchestrate.yml' } = given;
    const stateBranch = given['state-branch'] ?? 'orchestrate-state';
    refuse('--config', (0,repository_path/* findPathFault */.P)(config));
    refuse('--workflow', (0,faults/* findWorkflowFault */.FC)(workflow));
    refuse('--state-branch', (0,branch_name/* findBranchFault */.O)(stateBranch));
    refuse('--backlog', backlog === undefined ? null : (0,repository_path/* findPathFault */.P)(backlog));
    refuse('--host', faultOf(host, /^[\w.-]+(:\d+)?$/, 'must be the name of a host'));
    refuse('--app', faultOf(app, /^[\w-]+$/, 'must be the slug of an App'));
    refuse('--project', faultOf(project, /^[a-z0-9-]+$/, 'must be of lower-case letters, digits and hyphens'));
    refuse('--action', faultOf(action, /^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/, 'must be OWNER/NAME@<40 hexadecimal digits>'));
    refuse('--agent-variable', faultOf(given['agent-variable'], /^[A-Z_][A-Z0-9_]*$/i, 'must be the name of a variable'));
    refuse('--wait', faultOf(wait, /^\d{1,4}$/, 'must be a number of minutes'));
    return {
        repository: repo === undefined ? null : parseRepository(repo),
        host: host ?? null,
        app: app ?? null,
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
function parse(args) {
    try {
        return (0,external_node_util_.parseArgs)({ args: [...args], options }).values;
    }
    catch (error) {
        throw new errors/* ConfigurationError */.j(error instanceof Error ? error.message : String(error), { remedy: initUsage });
    }
}
function agentOf(given) {
    const implement = given['agent-command'];
    if (implement === undefined)
        return claude;
    return {
        install: given['agent-install'] ?? null,
        implement,
        review: given['review-command'] ?? implement,
        variable: given['agent-variable'] ?? null,
    };
}
function parseRepository(given) {
    const [, owner = '', repo = ''] = /^([\w.-]+)\/([\w.-]+)$/.exec(given) ?? [];
    refuse('--repo', owner === '' ? 'must be OWNER/NAME' : null);
    return { owner, repo };
}
function faultOf(value, form, fault) {
    return value === undefined || form.test(value) ? null : fault;
}
function refuse(option, fault) {
    if (fault !== null)
        throw new errors/* ConfigurationError */.j(`${option} ${fault}`, { remedy: initUsage });
}


/***/ })

};
