export const id = 886;
export const ids = [886];
export const modules = {

/***/ 7228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ neededPermissions),
/* harmony export */   e: () => (/* binding */ checkAppPermissions)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4227);

/** What the trusted phases do, by the scope that lets them. */
const neededPermissions = {
    contents: ['write', 'pushes the branches of agents and the state'],
    pull_requests: ['write', 'opens and merges pull requests'],
    issues: ['write', 'keeps the dashboard, and answers commands in comments'],
    checks: ['write', 'reports the review'],
    actions: ['write', 'starts the next run and runs jobs again'],
    statuses: ['read', 'reads the statuses of CI'],
};
const neededForTeams = ['read', 'tells who is in the teams of `commands.teams`'];
/** What would let it step around its own rules. */
const tooMuch = {
    administration: 'could change the rules that protect the base',
    workflows: 'could push workflows, which run with what CI holds',
};
const ranks = ['none', 'read', 'write', 'admin'];
/** The App may do all that its phases do, and nothing that would make its own gate worthless. */
function checkAppPermissions({ app, config }) {
    if (app.kind === 'unseen')
        return [(0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .cannotTell */ .JM)(`what the App may do: ${app.because}`, app.remedy)];
    const { slug, permissions } = app.value;
    const levelOf = (scope) => ranks.indexOf(permissions[scope] ?? 'none');
    const asksForTeams = config.kind === 'config' && config.config.teams.length > 0;
    const needed = { ...neededPermissions, ...(asksForTeams ? { members: neededForTeams } : {}) };
    const lacking = Object.entries(needed)
        .filter(([scope, [level]]) => levelOf(scope) < ranks.indexOf(level))
        .map(([scope, [level, why]]) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)(`the App ${slug} does not ask for ${nameScope(scope)}: ${level} (${why})`, `Settings of the App → Permissions → ${nameScope(scope)}: ${level}; then accept the change where it is installed.`));
    const excessive = Object.entries(tooMuch)
        .filter(([scope]) => levelOf(scope) >= ranks.indexOf('write'))
        .map(([scope, why]) => (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)(`the App ${slug} asks for ${nameScope(scope)}: ${permissions[scope]}, and so ${why}`, `Settings of the App → Permissions → ${nameScope(scope)}: no access.`));
    const caveat = 'that all was accepted where it is installed, a rehearsal shows';
    return (0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .passUnless */ .OZ)([...lacking, ...excessive], `${slug} asks for what is needed, and no more (${caveat})`);
}
function nameScope(scope) {
    return scope.replaceAll('_', ' ');
}


/***/ }),

/***/ 4894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ demandsOf)
/* harmony export */ });
/** Of two demands the stricter one holds. */
function demandsOf({ rules, classic, classicChecks }) {
    const old = classic.kind === 'seen' ? classic.value : null;
    const pullRequest = rules.filter((rule) => rule.type === 'pull_request');
    const fromRules = rules.flatMap((rule) => (rule.type === 'required_status_checks' ? rule.checks : []));
    const isThere = (name) => rules.some((rule) => rule.type === 'bare' && rule.name === name);
    const limits = pullRequest.flatMap(({ methods }) => (methods === null ? [] : [methods]));
    const [first, ...others] = limits;
    return {
        requiresPullRequest: pullRequest.length > 0 || old?.requiresPullRequest === true,
        checks: distinct([...fromRules, ...(old?.checks ?? classicChecks)]),
        approvals: Math.max(0, ...pullRequest.map(({ approvals }) => approvals), old?.approvals ?? 0),
        codeOwners: pullRequest.some(({ codeOwners }) => codeOwners) || old?.codeOwners === true,
        queue: isThere('merge_queue'),
        linear: isThere('required_linear_history') || old?.linear === true,
        methods: first?.filter((method) => others.every((limit) => limit.includes(method))) ?? null,
        blocksForcePushes: isThere('non_fast_forward') || old?.allowsForcePushes === false,
        blocksDeletion: isThere('deletion') || old?.allowsDeletions === false,
        restrictsUpdates: isThere('update') || (old !== null && old.pushers !== null),
    };
}
function distinct(checks) {
    return [...new Map(checks.map((check) => [JSON.stringify([check.name, check.appId]), check])).values()];
}


/***/ }),

/***/ 9014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xL: () => (/* binding */ countFailures),
  sb: () => (/* binding */ examine)
});

// UNUSED EXPORTS: checks

// EXTERNAL MODULE: ./build/doctor/finding.js
var finding = __webpack_require__(4227);
// EXTERNAL MODULE: ./build/doctor/workflow/names-of-secrets.js
var names_of_secrets = __webpack_require__(9382);
// EXTERNAL MODULE: ./build/doctor/workflow/own-steps.js
var own_steps = __webpack_require__(4632);
;// CONCATENATED MODULE: ./build/doctor/checks/agent-variables.js



/** The variables that agents are to see are handed to their step, and the secrets behind them exist. */
function checkAgentVariables(facts) {
    const { config, workflows, workflowFile } = facts;
    if (config.kind !== 'config') {
        return [(0,finding/* cannotTell */.JM)('what agents may see stands in the configuration', 'Mend the configuration first.')];
    }
    const wanted = config.config.agentVariables;
    const steps = (0,own_steps/* ownStepsOf */.VB)(workflows, workflowFile).filter(({ phase }) => phase === 'agent');
    if (steps.length === 0) {
        return [(0,finding/* fail */.fJ)('no step runs phase agent', `Copy \`examples/orchestrate-assignment.yml\` next to ${workflowFile}.`)];
    }
    if (wanted.length === 0)
        return [(0,finding/* pass */.IX)('agents get no variable (`agents.environment` is empty)')];
    return (0,finding/* passUnless */.OZ)(steps.flatMap((step) => judgeStep(step, wanted, facts)), `agents get ${wanted.join(', ')}`);
}
function judgeStep({ label, step }, wanted, facts) {
    const missing = wanted.filter((name) => step.env[name] === undefined);
    const secrets = (0,names_of_secrets/* namesOfSecrets */.N)(wanted.flatMap((name) => step.env[name] ?? []));
    return [
        ...missing.map((name) => (0,finding/* fail */.fJ)(`\`agents.environment\` names ${name}, and ${label} does not set it`, `Add \`${name}: \${{ secrets.${name} }}\` to the \`env:\` of that step.`)),
        ...judgeSecrets(secrets, facts),
    ];
}
function judgeSecrets(names, { repositorySecrets }) {
    if (names.length === 0)
        return [];
    if (repositorySecrets.kind === 'unseen') {
        return [(0,finding/* cannotTell */.JM)(`whether there are secrets ${names.join(', ')}`, repositorySecrets.remedy)];
    }
    return names
        .filter((name) => !repositorySecrets.value.includes(name))
        .map((name) => (0,finding/* fail */.fJ)(`there is no secret ${name}, so that agents get an empty variable`, `Settings → Secrets and variables → Actions → New repository secret: ${name}.`));
}

// EXTERNAL MODULE: ./build/doctor/checks/app-permissions.js
var app_permissions = __webpack_require__(7228);
// EXTERNAL MODULE: ./build/doctor/demands.js
var doctor_demands = __webpack_require__(4894);
// EXTERNAL MODULE: ./build/doctor/workflow/leaf-jobs.js
var leaf_jobs = __webpack_require__(5393);
;// CONCATENATED MODULE: ./build/doctor/workflow/permissions.js
const ranks = ['none', 'read', 'write'];
/** What is asked for beyond what is granted. */
function excessOf(asked, granted) {
    return entriesOf(asked).filter(({ scope, level }) => ranks.indexOf(level) > ranks.indexOf(levelOf(granted, scope)));
}
/** The scopes on which a token may write. */
function writesOf(permissions) {
    return entriesOf(permissions)
        .filter(({ level }) => level === 'write')
        .map(({ scope }) => scope);
}
function entriesOf(permissions) {
    if ('all' in permissions)
        return [{ scope: 'all', level: permissions.all }];
    return Object.entries(permissions.scopes).map(([scope, level]) => ({ scope, level }));
}
function levelOf(permissions, scope) {
    return 'all' in permissions ? permissions.all : (permissions.scopes[scope] ?? 'none');
}

;// CONCATENATED MODULE: ./build/doctor/checks/own-approvals.js




/** Whether a passing verdict can be the approval that the rules ask for, as `approve: actions` wants it. */
function judgeOwnApprovals(asked, facts) {
    const faults = [...judgeRules(asked, facts.base), ...judgeSetting(facts), ...judgeWorkflows(facts)];
    return (0,finding/* passUnless */.OZ)(faults, '`auto`: the approval that the rules ask for is given by GitHub Actions for a verdict that passes, and the App, which pushes, is somebody else');
}
function judgeRules({ approvals, codeOwners }, base) {
    const instead = 'or say `merge.mode: approve`, since a person has a say in each then.';
    const owners = (0,finding/* fail */.fJ)('`approve: actions`: code owners have to approve, and GitHub Actions is none: what they own waits for a person', `Require no code owner's review on ${base}, or none for what agents may change; ${instead}`);
    const several = (0,finding/* fail */.fJ)(`\`approve: actions\`: the rules ask for ${approvals} approvals, and GitHub Actions can give one`, `Require one approval on ${base}, ${instead}`);
    return [...(codeOwners ? [owners] : []), ...(approvals > 1 ? [several] : [])];
}
function judgeSetting({ actionsMayApprove }) {
    const what = 'GitHub Actions to create and approve pull requests';
    if (actionsMayApprove.kind === 'unseen') {
        const because = `whether the repository allows ${what}: ${actionsMayApprove.because}`;
        return [(0,finding/* cannotTell */.JM)(because, actionsMayApprove.remedy)];
    }
    if (actionsMayApprove.value)
        return [];
    return [
        (0,finding/* fail */.fJ)(`\`approve: actions\`: the repository does not allow ${what}`, `Switch on "Allow ${what}" under Settings → Actions → General; in an organisation it may be held off there.`),
    ];
}
/** The jobs that judge have their own token to approve with, and it may; what they do otherwise they do as the App. */
function judgeWorkflows({ workflows, workflowFile }) {
    const own = (0,own_steps/* findOwnWorkflow */.NR)(workflows, workflowFile);
    const leaves = own === null ? [] : (0,leaf_jobs/* leafJobsOf */.kz)(own, workflows);
    return leaves.flatMap((leaf) => leaf.job.steps.filter(isJudging).flatMap((step) => own_approvals_judgeStep(leaf, step)));
}
const needed = { scopes: { 'pull-requests': 'write' } };
function own_approvals_judgeStep({ label, permissions }, step) {
    const isGiven = (step.with['approval-token'] ?? '') !== '';
    const mayApprove = permissions !== null && excessOf(needed, permissions).length === 0;
    const isAuthor = /github\.token|secrets\.GITHUB_TOKEN/.test(step.with['token'] ?? '');
    return [
        ...(isGiven
            ? []
            : [
                (0,finding/* fail */.fJ)(`${label} is given no \`approval-token\``, 'Give it `approval-token` as the example workflows say: `github.token`.'),
            ]),
        ...(mayApprove
            ? []
            : [
                (0,finding/* fail */.fJ)(`${label} may not approve`, 'Give the job `permissions: pull-requests: write`, and the job that calls it as well.'),
            ]),
        ...(isAuthor
            ? [
                (0,finding/* fail */.fJ)(`${label} opens pull requests as GitHub Actions, and nobody approves their own`, "Let it act as the App: `token` is the App's installation token."),
            ]
            : []),
    ];
}
function isJudging(step) {
    return step.uses !== null && (step.with['phase'] === 'plan' || step.with['phase'] === 'settle');
}

;// CONCATENATED MODULE: ./build/doctor/checks/approvals.js



/**
 * Whether unattended merging is possible at all, where the configuration wants it: nobody's approval is asked for, or
 * none that a passing verdict cannot be.
 */
function checkApprovals(facts) {
    const { config, baseProtection, base } = facts;
    if (config.kind !== 'config') {
        return [(0,finding/* cannotTell */.JM)('how far merging may go stands in the configuration', 'Mend the configuration first.')];
    }
    if (baseProtection.kind === 'unseen') {
        return [(0,finding/* cannotTell */.JM)(`the rules of ${base}: ${baseProtection.because}`, baseProtection.remedy)];
    }
    const { approvals, codeOwners } = (0,doctor_demands/* demandsOf */.w)(baseProtection.value);
    const { classic } = baseProtection.value;
    const modes = [...new Set(config.config.mergeModes)];
    if (classic.kind === 'unseen' && approvals === 0 && !codeOwners) {
        return [(0,finding/* cannotTell */.JM)('whether the classic protection asks for approvals', classic.remedy)];
    }
    return modes.flatMap((mode) => judge(mode, { approvals, codeOwners }, facts));
}
function judge(mode, asked, facts) {
    switch (mode) {
        case 'never':
            return [(0,finding/* pass */.IX)('`never`: merging is left to people')];
        case 'approve':
            return [(0,finding/* pass */.IX)('`approve`: each merge waits for a person who may write, and is told so')];
        case 'auto':
            return judgeUnattended(asked, facts);
    }
}
function judgeUnattended(asked, facts) {
    const { approvals, codeOwners } = asked;
    if (approvals === 0 && !codeOwners)
        return [(0,finding/* pass */.IX)('`auto`: no rule asks for an approval')];
    if (facts.config.kind === 'config' && facts.config.config.approve === 'actions')
        return judgeOwnApprovals(asked, facts);
    const whose = codeOwners ? 'code owners have to approve' : `the rules ask for ${count(approvals)}`;
    return [
        (0,finding/* fail */.fJ)(`\`auto\`: ${whose}, and an App's own approval does not count, so that every merge waits for people`, `Require no approvals on ${facts.base}, or say \`approve: actions\`, which lets a verdict be one; or \`merge.mode: approve\`, if a person is to have a say in each.`),
    ];
}
function count(approvals) {
    return approvals === 1 ? 'one approval' : `${approvals} approvals`;
}

;// CONCATENATED MODULE: ./build/doctor/checks/backlog.js

/** The backlog can be imported and holds stories that agents can be sent at. */
function checkBacklog({ backlog }) {
    switch (backlog.kind) {
        case 'unknown_path':
            return [(0,finding/* cannotTell */.JM)('where the backlog is stands in the configuration', 'Mend the configuration first.')];
        case 'served':
            return [(0,finding/* pass */.IX)('a loopctl server has it: see `loopctl_server`')];
        case 'missing':
            return [
                (0,finding/* fail */.fJ)(`there is no ${backlog.path} on the default branch`, "Put the backlog there in loopctl's import format, or name its path in the configuration (`backlog`)."),
            ];
        case 'not_shown':
            return [
                (0,finding/* cannotTell */.JM)(`${backlog.path} is too large for GitHub's API to show, or is no text`, 'Start a run: the plan reads it by git, and says what is wrong with it.'),
            ];
        case 'problems':
            return backlog.problems.map((problem) => (0,finding/* fail */.fJ)(problem, `Mend ${backlog.path}; nothing of it is imported before that.`));
        case 'backlog':
            return [judgeStories(backlog.path, backlog.stories, backlog.withoutCriteria)];
    }
}
function judgeStories(path, stories, withoutCriteria) {
    if (stories === 0)
        return (0,finding/* fail */.fJ)(`${path} holds no story`, 'Write at least one, with an acceptance criterion.');
    if (withoutCriteria > 0) {
        return (0,finding/* fail */.fJ)(`${withoutCriteria} of ${stories} stories in ${path} have no acceptance criterion`, 'Give each at least one: without, a story is held (`no_criteria`).');
    }
    return (0,finding/* pass */.IX)(`${path} holds ${stories} ${stories === 1 ? 'story' : 'stories'}`);
}

// EXTERNAL MODULE: ./build/core/checks.js
var core_checks = __webpack_require__(4813);
// EXTERNAL MODULE: ./build/doctor/workflow/branch-filter.js
var branch_filter = __webpack_require__(6123);
;// CONCATENATED MODULE: ./build/doctor/checks/base-ci.js




/** So long a commit may be without any check: CI needs a moment to begin. */
const graceMinutes = 15;
/** CI runs on the base itself, to its end: without, no merge is ever proven, and nothing goes on. */
function checkBaseCi(facts) {
    const { baseCommits, base } = facts;
    const faults = cancelling(facts);
    if (baseCommits.kind === 'unseen') {
        return [...faults, (0,finding/* cannotTell */.JM)(`CI on ${base}: ${baseCommits.because}`, baseCommits.remedy)];
    }
    const commits = baseCommits.value;
    const tip = commits[0];
    const reported = commits.filter((commit) => countsOf(commit, facts) > 0).length;
    const isSettled = tip !== undefined && facts.now - tip.at > graceMinutes * 60_000;
    if (tip !== undefined && countsOf(tip, facts) === 0) {
        const detail = `the tip of ${base} has no check; ${reported} of its last ${commits.length} commits have`;
        const remedy = `Have CI run \`on: push\` of ${base}, without a path filter: that is how the base is proven.`;
        return [
            ...faults,
            isSettled ? (0,finding/* fail */.fJ)(detail, remedy) : (0,finding/* cannotTell */.JM)(`${detail}, and it is young`, 'Ask again in a while.'),
        ];
    }
    return (0,finding/* passUnless */.OZ)(faults, `${reported} of the last ${commits.length} commits of ${base} have checks, its tip among them`);
}
/** What our own jobs and checks report says nothing of the code. */
function countsOf({ checks }, { workflowFile }) {
    return checks.filter(({ name, workflow }) => workflow !== workflowFile && !name.startsWith(core_checks/* ownCheckPrefix */.Fi)).length;
}
function cancelling({ workflows, base, workflowFile }) {
    return workflows.flatMap((reading) => {
        if (reading.kind !== 'workflow' || !reading.workflow.cancelsInProgress)
            return [];
        const { path, triggers } = reading.workflow;
        const push = triggers.get('push');
        if (push === undefined || !(0,branch_filter/* listensTo */.o)(push, base) || (0,leaf_jobs/* fileOf */.W7)(path) === workflowFile)
            return [];
        return [
            (0,finding/* fail */.fJ)(`${(0,leaf_jobs/* fileOf */.W7)(path)} cancels itself on ${base}, so that most of its commits are never proven`, `Write \`cancel-in-progress: \${{ github.ref != 'refs/heads/${base}' }}\`.`),
        ];
    });
}

;// CONCATENATED MODULE: ./build/doctor/lack.js

/** What is to be said of a rule that is not there: classic protection, where it cannot be seen, may have it. */
function lackOf({ classic }) {
    return (detail, remedy) => classic.kind === 'unseen'
        ? (0,finding/* cannotTell */.JM)(`${detail} among the rules that can be seen`, classic.remedy)
        : (0,finding/* fail */.fJ)(detail, remedy);
}

;// CONCATENATED MODULE: ./build/doctor/checks/base-protected.js




/** Nothing comes onto the base but through a pull request with CI's checks, each bound to who reports it. */
function checkBaseProtected({ base, baseProtection, config }) {
    if (baseProtection.kind === 'unseen') {
        return [(0,finding/* cannotTell */.JM)(`the rules of ${base}: ${baseProtection.because}`, baseProtection.remedy)];
    }
    const demands = (0,doctor_demands/* demandsOf */.w)(baseProtection.value);
    const isAccepted = config.kind === 'config' && config.config.acceptsUnprotected;
    const lack = lackOf(baseProtection.value);
    // Our own check of pull requests that are not ours is reported by a workflow, and of ours by the App: two sources.
    const others = demands.checks.filter(({ name }) => !name.startsWith(core_checks/* ownCheckPrefix */.Fi));
    const unbound = others.filter(({ appId }) => appId === null).map(({ name }) => name);
    const faults = [
        ...(demands.requiresPullRequest || isAccepted
            ? []
            : [
                lack('no rule demands a pull request', `Add "Require a pull request before merging" to a ruleset on ${base}.`),
            ]),
        ...(others.length > 0 || isAccepted
            ? []
            : [lack('no status check is required', `Require CI's checks by name, and by app, in a ruleset on ${base}.`)]),
        ...(demands.blocksForcePushes
            ? []
            : [lack('force pushes are not blocked', `Add "Block force pushes" to a ruleset on ${base}.`)]),
        ...(demands.blocksDeletion
            ? []
            : [lack('deletion is not restricted', `Add "Restrict deletions" to a ruleset on ${base}.`)]),
        ...(unbound.length === 0
            ? []
            : [
                (0,finding/* fail */.fJ)(`whoever may report can report ${unbound.join(', ')}`, 'Choose the source of each required check (GitHub Actions, for its jobs) instead of "any source".'),
            ]),
    ];
    const names = demands.checks.map(({ name }) => name).join(', ');
    const what = `${base}: by pull request with ${names}, no force pushes, no deletion`;
    return (0,finding/* passUnless */.OZ)(faults, isAccepted ? `${base}: unprotected is accepted by the configuration` : what);
}

;// CONCATENATED MODULE: ./build/doctor/checks/bypass.js

/** The App can pass over no rule of the base: a merge that does would stand on our word alone. */
function checkBypass(facts) {
    const { baseProtection, base } = facts;
    if (baseProtection.kind === 'unseen') {
        return [(0,finding/* cannotTell */.JM)(`the rules of ${base}: ${baseProtection.because}`, baseProtection.remedy)];
    }
    const { rulesets, classic } = baseProtection.value;
    return (0,finding/* passUnless */.OZ)([...rulesets.flatMap((ruleset) => judgeRuleset(ruleset, facts)), ...judgeClassic(classic, facts)], `the App is on no bypass list of ${base} (${describe(baseProtection.value)})`);
}
function describe({ rulesets, classic }) {
    const names = rulesets.map(({ name }) => `ruleset ${name}`);
    const all = classic.kind === 'seen' && classic.value !== null ? [...names, 'classic protection'] : names;
    return all.length === 0 ? 'there is no rule to pass over' : all.join(', ');
}
function judgeRuleset({ name, canBypass, actors }, { asker, app }) {
    const listed = (0,finding/* fail */.fJ)(`the App may pass over the ruleset ${name}`, `Settings → Rules → ${name} → Bypass list: take the App off it.`);
    if (asker.kind === 'app' && canBypass !== null)
        return canBypass === 'never' ? [] : [listed];
    if (actors === null)
        return [unseenActors(name)];
    const apps = actors.filter(({ type }) => type === 'Integration');
    if (apps.length === 0)
        return [];
    if (app.kind === 'seen')
        return apps.some(({ id }) => id === app.value.id) ? [listed] : [];
    return [
        (0,finding/* cannotTell */.JM)(`the ruleset ${name} has ${apps.length} Apps on its bypass list, and which is ours is not known`, app.remedy),
    ];
}
function unseenActors(name) {
    return (0,finding/* cannotTell */.JM)(`who may pass over the ruleset ${name}`, 'Run `npx . doctor` as an administrator (of the organisation, for its rulesets): nobody else sees bypass lists.');
}
function judgeClassic(classic, { app }) {
    if (classic.kind === 'unseen') {
        return [
            (0,finding/* cannotTell */.JM)('who may pass over the classic protection', `${classic.remedy} A ruleset in its place says it to the App as well, which holds every merge until it knows.`),
        ];
    }
    if (classic.value === null || (classic.value.bypassingApps.length === 0 && classic.value.bindsAdmins))
        return [];
    if (app.kind === 'unseen') {
        return [(0,finding/* cannotTell */.JM)('whether the exceptions of the classic protection hold for the App', app.remedy)];
    }
    const { bypassingApps, bindsAdmins } = classic.value;
    const administers = ['write', 'admin'].some((level) => app.value.permissions['administration'] === level);
    return [
        ...(bypassingApps.includes(app.value.slug)
            ? [
                (0,finding/* fail */.fJ)('the App may bypass the demand for a pull request', 'Settings → Branches → the rule → Allow specified actors to bypass: take the App off it.'),
            ]
            : []),
        ...(!bindsAdmins && administers
            ? [
                (0,finding/* fail */.fJ)('classic protection does not bind administrators, and the App may administer the repository', 'Tick "Do not allow bypassing the above settings", and take administration from the App.'),
            ]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/doctor/checks/called-permissions.js




/** What nothing is said about: the restricted default, the least that GitHub may grant. */
const restricted = { scopes: { contents: 'read', packages: 'read' } };
/** Every job of a called workflow asks for no more than its caller grants: else the run fails before any job, without a log. */
function checkCalledPermissions({ workflows, workflowFile }) {
    const own = (0,own_steps/* findOwnWorkflow */.NR)(workflows, workflowFile);
    if (own === null)
        return [(0,finding/* fail */.fJ)(`there is no readable ${workflowFile}`, 'Copy `examples/orchestrate.yml` there.')];
    const judgeCalls = (caller, cap, depth) => caller.jobs.flatMap((job) => {
        const path = job.uses === null ? null : (0,leaf_jobs/* calledPath */.v)(job.uses);
        if (path === null || depth > 10)
            return [];
        const called = (0,leaf_jobs/* findWorkflow */.$k)(workflows, path);
        if (called === null) {
            return [
                (0,finding/* fail */.fJ)(`${(0,leaf_jobs/* fileOf */.W7)(caller.path)} calls ${(0,leaf_jobs/* fileOf */.W7)(path)}, which is not there or cannot be read`, `Put ${path} there.`),
            ];
        }
        const granted = job.permissions ?? caller.permissions ?? cap;
        return [
            ...called.jobs.flatMap((inner) => judgeJob({ caller, job, called, inner }, granted)),
            ...judgeCalls(called, granted, depth + 1),
        ];
    });
    return (0,finding/* passUnless */.OZ)(judgeCalls(own, restricted, 1), 'what is called asks for no more than is granted');
}
function judgeJob({ caller, job, called, inner }, granted) {
    const asked = inner.permissions ?? called.permissions;
    const excess = asked === null ? [] : excessOf(asked, granted);
    if (excess.length === 0)
        return [];
    const scopes = excess.map(({ scope, level }) => `${scope}: ${level}`).join(', ');
    return [
        (0,finding/* fail */.fJ)(`job ${inner.id} of ${(0,leaf_jobs/* fileOf */.W7)(called.path)} asks for ${scopes}, which job ${job.id} of ${(0,leaf_jobs/* fileOf */.W7)(caller.path)} does not grant`, `Add \`${scopes}\` to the \`permissions:\` of job ${job.id} in ${(0,leaf_jobs/* fileOf */.W7)(caller.path)}: without, the run fails at its start.`),
    ];
}

;// CONCATENATED MODULE: ./build/doctor/checks/ci-starts.js

/** CI starts by itself on the pull requests of agents, and is not parked until somebody approves it. */
function checkCiStarts({ agentRuns }) {
    if (agentRuns.kind === 'unseen')
        return [(0,finding/* cannotTell */.JM)(`runs of agents' pull requests: ${agentRuns.because}`, agentRuns.remedy)];
    const newest = agentRuns.value.toSorted((one, other) => other.at - one.at);
    if (newest.length === 0) {
        return [
            (0,finding/* cannotTell */.JM)('no CI of GitHub Actions ran on a pull request of an agent yet', 'Ask with `--rehearse`, or again after the first one. (CI elsewhere is seen in its checks.)'),
        ];
    }
    if (newest[0]?.conclusion !== 'action_required')
        return [(0,finding/* pass */.IX)('the newest run on a pull request of an agent was not parked')];
    return [
        (0,finding/* fail */.fJ)('the newest run on a pull request of an agent waits for somebody to approve it', 'Push and open pull requests as an App that is installed here, not with `GITHUB_TOKEN`; then approve what waits once by hand.'),
    ];
}

;// CONCATENATED MODULE: ./build/doctor/checks/ci-machine.js

const hosted = /^(ubuntu|windows|macos)-[\w.-]+$/;
const remedy = "Use GitHub's own machines, or runners started with `--ephemeral`, each thrown away after its job.";
/** Whether what an agent wrote could stay behind on the machine that ran it, and meet the next job there. */
function judgeMachine({ label, job }, { selfHosted }) {
    const { runsOn } = job;
    if (runsOn === null)
        return [(0,finding/* cannotTell */.JM)(`on what machine ${label} runs, an expression says`, 'Write its label plainly.')];
    const others = runsOn.filter((name) => !hosted.test(name));
    if (others.length === 0)
        return [];
    const where = `${label} runs on ${runsOn.join(', ')}`;
    if (selfHosted.kind === 'unseen') {
        return others.includes('self-hosted')
            ? [
                (0,finding/* fail */.fJ)(`${where}, machines of your own, and that they are thrown away cannot be seen`, `${remedy} ${selfHosted.remedy}`),
            ]
            : [(0,finding/* cannotTell */.JM)(`${where}, and whose that is`, selfHosted.remedy)];
    }
    const matching = selfHosted.value.filter(({ labels }) => runsOn.every((name) => labels.includes(name)));
    const staying = matching.filter(({ isEphemeral }) => !isEphemeral).map(({ name }) => name);
    if (staying.length > 0)
        return [(0,finding/* fail */.fJ)(`${where}, where ${staying.join(', ')} stays after the job`, remedy)];
    if (matching.length > 0)
        return [];
    return [
        (0,finding/* cannotTell */.JM)(`${where}, which is no runner of this repository`, `See that runners of the organisation are ephemeral. ${remedy}`),
    ];
}

;// CONCATENATED MODULE: ./build/doctor/checks/ci-secrets.js


/** What agents' branches are called, and the ref that a pull request's CI runs on. */
const agentRefs = ['orchestrate/1.1', 'refs/pull/1/merge'];
/** Whether an environment keeps agents' branches from a job that holds secrets; no outcome where it does. */
function judgeEnvironmentFor({ label, names, environment }, { environments }) {
    const found = environments.get(environment);
    const remedy = `Settings → Environments → ${environment} → Deployment branches: only those that people push.`;
    const open = (0,finding/* fail */.fJ)(`${label} hands ${names} to what agents wrote: environment ${environment} lets every branch in`, remedy);
    const unknown = (how) => (0,finding/* cannotTell */.JM)(`${label} holds ${names}, and whom environment ${environment} lets in`, how);
    if (found === undefined)
        return [unknown('Name the environment plainly, without an expression.')];
    if (found.kind === 'unseen')
        return [unknown(found.remedy)];
    const policy = found.value?.policy ?? { kind: 'none' };
    switch (policy.kind) {
        case 'none':
            return [open];
        case 'protected_branches':
            // Every branch, where none is protected by a rule of the old kind.
            return [unknown(remedy)];
        case 'patterns':
            if (policy.patterns.kind === 'unseen')
                return [unknown(policy.patterns.remedy)];
            return policy.patterns.value.some((pattern) => agentRefs.some((ref) => (0,branch_filter/* matchesPattern */.M)(ref, pattern)))
                ? [open]
                : [];
    }
}

;// CONCATENATED MODULE: ./build/doctor/checks/ci-token.js






/** A branch as agents get one: the CI that runs on it is the CI that runs what they wrote, before any review. */
const agentBranch = 'orchestrate/1.1';
/** CI of agents' branches holds no secret, no token that can write and no machine that outlives it. */
function checkCiToken(facts) {
    const readings = facts.workflows.flatMap((reading) => {
        if (reading.kind === 'fault') {
            return [(0,finding/* cannotTell */.JM)(`${(0,leaf_jobs/* fileOf */.W7)(reading.path)} ${reading.what}`, 'Mend it; GitHub does not run it either.')];
        }
        const { workflow } = reading;
        const leaves = runsAgentsCode(workflow, facts.base) ? (0,leaf_jobs/* leafJobsOf */.kz)(workflow, facts.workflows) : [];
        return [...leaves.flatMap((leaf) => judgeLeaf(leaf, facts)), ...judgeTarget(workflow, facts)];
    });
    const files = facts.workflows.flatMap((reading) => reading.kind === 'workflow' && runsAgentsCode(reading.workflow, facts.base) ? (0,leaf_jobs/* fileOf */.W7)(reading.workflow.path) : []);
    const what = files.length === 0 ? 'no workflow runs' : `what runs (${files.join(', ')}) holds nothing`;
    return (0,finding/* passUnless */.OZ)(readings, `on agents' branches ${what}`);
}
/** Triggers whose workflow runs on the pushed branch itself. */
const ofBranch = ['push', 'create'];
/** Triggers whose workflow runs on what a pull request would merge to. */
const ofPull = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];
function runsAgentsCode({ triggers }, base) {
    const listens = (events, branch) => events.some((event) => isListening(triggers.get(event), branch));
    return listens(ofBranch, agentBranch) || listens(ofPull, base);
}
function isListening(filter, branch) {
    return filter !== undefined && (0,branch_filter/* listensTo */.o)(filter, branch);
}
function judgeLeaf(leaf, facts) {
    return [...ci_token_judgeSecrets(leaf, facts), ...judgePermissions(leaf, facts), ...judgeMachine(leaf, facts)];
}
function ci_token_judgeSecrets({ label, job, secrets }, facts) {
    if (secrets.length === 0)
        return [];
    const names = secrets.includes('*') ? 'every secret of the repository' : secrets.join(', ');
    const remedy = 'Move that job to a workflow that runs on the base only, or the secret to an environment whose branch policy keeps `orchestrate/**` out.';
    if (job.environment === null)
        return [(0,finding/* fail */.fJ)(`${label} hands ${names} to what agents wrote`, remedy)];
    return judgeEnvironmentFor({ label, names, environment: job.environment }, facts);
}
function judgePermissions({ label, permissions }, { defaultPermissions }) {
    const remedy = 'Give the job `permissions:` of its own, `contents: read` and nothing more.';
    if (permissions !== null) {
        const scopes = writesOf(permissions);
        if (scopes.length === 0)
            return [];
        return [(0,finding/* fail */.fJ)(`${label} gives what agents wrote a token that can write (${scopes.join(', ')})`, remedy)];
    }
    if (defaultPermissions.kind === 'unseen') {
        return [
            (0,finding/* cannotTell */.JM)(`${label} says no \`permissions:\`, and the default is not known`, `${remedy} Or: ${defaultPermissions.remedy}`),
        ];
    }
    if (defaultPermissions.value === 'read')
        return [];
    return [(0,finding/* fail */.fJ)(`${label} says no \`permissions:\`, and the default here is write`, remedy)];
}
const ofHead = /github\.event\.pull_request\.(head|number)|github\.head_ref|refs\/pull\//;
/** `pull_request_target` runs the base's file, with secrets and a token that can write, for a head that is an agent's. */
function judgeTarget({ path, triggers, jobs }, { base }) {
    if (!isListening(triggers.get('pull_request_target'), base) || isOwnGate({ path, jobs }))
        return [];
    const remedy = 'Use `pull_request`, which holds nothing; or see that it never touches the head.';
    const text = JSON.stringify(jobs.map(({ steps }) => steps));
    return ofHead.test(text)
        ? [
            (0,finding/* fail */.fJ)(`${(0,leaf_jobs/* fileOf */.W7)(path)} runs on \`pull_request_target\` and takes the head, or text from it, into its steps`, remedy),
        ]
        : [
            (0,finding/* cannotTell */.JM)(`${(0,leaf_jobs/* fileOf */.W7)(path)} runs on \`pull_request_target\`; whether any step touches the head is not plain`, remedy),
        ];
}
/** The example that gives our gate's check to what is not ours: it uses no action, so it checks nothing out. */
function isOwnGate({ path, jobs }) {
    const isBare = jobs.every(({ steps }) => steps.every(({ uses }) => uses === null));
    return ((0,leaf_jobs/* fileOf */.W7)(path) === 'orchestrate-gate.yml' && isBare && !ofHead.test(JSON.stringify(jobs.map(({ steps }) => steps))));
}

;// CONCATENATED MODULE: ./build/doctor/checks/config.js

/** The configuration is there and says nothing that cannot stand. */
function checkConfig({ config, configPath, repository }) {
    switch (config.kind) {
        case 'missing':
            return [
                (0,finding/* fail */.fJ)(`there is no ${configPath} on ${repository.defaultBranch}`, 'Copy `examples/orchestrate.config.yml` there, and set the project and the agents in it.'),
            ];
        case 'problems':
            return config.problems.map((problem) => (0,finding/* fail */.fJ)(problem, `Mend ${configPath} on ${repository.defaultBranch}; only what stands there is read.`));
        case 'config':
            return [(0,finding/* pass */.IX)([`${configPath} can be read`, ...config.warnings].join('; '))];
    }
}

;// CONCATENATED MODULE: ./build/doctor/checks/cron.js


const hour = 60 * 60_000;
/** The dead man's switch is alive: the workflow is on, has a schedule, and GitHub runs it. */
function checkCron({ workflows, workflowFile, ownWorkflow, now }) {
    const own = (0,own_steps/* findOwnWorkflow */.NR)(workflows, workflowFile);
    const crons = own?.triggers.get('schedule')?.crons ?? [];
    if (own !== null && crons.length === 0) {
        return [
            (0,finding/* fail */.fJ)(`${workflowFile} has no schedule: when a wake-up is lost, nothing goes on`, "Add `schedule: [{ cron: '7,37 * * * *' }]` under `on:`."),
        ];
    }
    if (ownWorkflow.kind === 'unseen')
        return [(0,finding/* cannotTell */.JM)(`the runs of ${workflowFile}: ${ownWorkflow.because}`, ownWorkflow.remedy)];
    if (ownWorkflow.value === null || own === null) {
        return [(0,finding/* fail */.fJ)(`GitHub knows no workflow ${workflowFile}`, 'Copy `examples/orchestrate.yml` to the default branch.')];
    }
    const { state, lastScheduled } = ownWorkflow.value;
    if (state !== 'active') {
        return [(0,finding/* fail */.fJ)(`${workflowFile} is switched off (${state})`, `Actions → ${own.name} → Enable workflow.`)];
    }
    if (lastScheduled === null) {
        return [
            (0,finding/* cannotTell */.JM)('the schedule has not fired yet', 'Ask again a day after the workflow came to the default branch; if it never fires, push a commit there.'),
        ];
    }
    const age = Math.floor((now - lastScheduled) / hour);
    const patience = Math.max(...crons.map(patienceOf));
    if (now - lastScheduled <= patience)
        return [(0,finding/* pass */.IX)(`the schedule fired ${age === 0 ? 'within the last hour' : `${age} h ago`}`)];
    return [
        (0,finding/* fail */.fJ)(`the schedule has not fired for ${age} h`, `Actions → ${own.name}: enable it again. GitHub stops schedules after 60 idle days, and when who wrote them leaves: push a commit.`),
    ];
}
/** How long a schedule may be silent: GitHub's clock drifts by an hour, and loses some. */
function patienceOf(cron) {
    const [, hours = '*', days = '*', months = '*', weekdays = '*'] = cron.trim().split(/\s+/);
    if (months !== '*')
        return 366 * 24 * hour;
    if (days !== '*' || weekdays !== '*')
        return 32 * 24 * hour;
    return hours === '*' ? 6 * hour : 50 * hour;
}

;// CONCATENATED MODULE: ./build/doctor/checks/environment.js



/** The trusted jobs, and they alone, get the App's key: from an environment that only the default branch may enter. */
function checkEnvironment(facts) {
    const steps = (0,own_steps/* ownStepsOf */.VB)(facts.workflows, facts.workflowFile).filter(own_steps/* isTrusted */.W2);
    if (steps.length === 0) {
        return [(0,finding/* cannotTell */.JM)('no trusted job can be found', `Copy the example workflows to where ${facts.workflowFile} is.`)];
    }
    const jobs = [...new Map(steps.map(({ label, job }) => [label, job]))];
    const names = [...new Set(jobs.flatMap(([, { environment }]) => environment ?? []))];
    // Whoever wants no webhook has no secret for it.
    const optional = ['*', ...(0,names_of_secrets/* namesOfSecrets */.N)(steps.map(({ step }) => step.with['webhook-url']))];
    const keys = [...new Set(jobs.flatMap(([, { secrets }]) => secrets.filter((name) => !optional.includes(name))))];
    const faults = [
        ...jobs
            .filter(([, { environment }]) => environment === null)
            .map(([label]) => (0,finding/* fail */.fJ)(`${label} is trusted, and in no environment`, `Give it \`environment: orchestrate\`.`)),
        ...names.flatMap((name) => judgeEnvironment(name, keys, facts)),
        ...judgeRepositorySecrets(keys, facts),
    ];
    return (0,finding/* passUnless */.OZ)(faults, `${names.join(', ')}: only ${facts.repository.defaultBranch}, with ${keys.join(', ')}`);
}
function judgeEnvironment(name, keys, facts) {
    const found = facts.environments.get(name);
    if (found === undefined || found.kind === 'unseen') {
        const remedy = found?.remedy ?? 'Name the environment plainly, without an expression.';
        return [(0,finding/* cannotTell */.JM)(`the environment ${name}`, remedy)];
    }
    if (found.value === null) {
        return [
            (0,finding/* fail */.fJ)(`there is no environment ${name}: the first job that names it would make one that lets every branch in`, `Settings → Environments → New environment: ${name}; deployment branches: only ${facts.repository.defaultBranch}.`),
        ];
    }
    return [...judgePolicy(found.value, facts), ...judgeKeys(found.value, keys)];
}
function judgePolicy({ name, policy }, { repository }) {
    const only = repository.defaultBranch;
    const remedy = `Settings → Environments → ${name} → Deployment branches and tags: selected, only ${only}.`;
    switch (policy.kind) {
        case 'none':
            return [(0,finding/* fail */.fJ)(`the environment ${name} lets every branch in: whoever may write can take the App's key`, remedy)];
        case 'protected_branches':
            return [(0,finding/* cannotTell */.JM)(`the environment ${name} lets in what is protected, every branch where nothing is`, remedy)];
        case 'patterns': {
            if (policy.patterns.kind === 'unseen') {
                return [(0,finding/* cannotTell */.JM)(`which branches the environment ${name} lets in`, policy.patterns.remedy)];
            }
            const others = policy.patterns.value.filter((pattern) => pattern !== only);
            const isAdmitted = policy.patterns.value.includes(only);
            return [
                ...(isAdmitted
                    ? []
                    : [(0,finding/* fail */.fJ)(`the environment ${name} does not let ${only} in: no trusted job can start`, remedy)]),
                ...(others.length === 0 ? [] : [(0,finding/* fail */.fJ)(`the environment ${name} lets ${others.join(', ')} in as well`, remedy)]),
            ];
        }
    }
}
function judgeKeys({ name, secrets }, keys) {
    if (secrets.kind === 'unseen') {
        return [(0,finding/* cannotTell */.JM)(`whether ${keys.join(', ')} are in the environment ${name}`, secrets.remedy)];
    }
    const missing = keys.filter((key) => !secrets.value.includes(key));
    if (missing.length === 0)
        return [];
    return [
        (0,finding/* fail */.fJ)(`the environment ${name} lacks ${missing.join(', ')}`, `Settings → Environments → ${name} → Environment secrets: add ${missing.join(', ')}.`),
    ];
}
function judgeRepositorySecrets(keys, { repositorySecrets }) {
    if (repositorySecrets.kind === 'unseen') {
        return [(0,finding/* cannotTell */.JM)(`whether ${keys.join(', ')} are secrets of the whole repository too`, repositorySecrets.remedy)];
    }
    const open = keys.filter((key) => repositorySecrets.value.includes(key));
    if (open.length === 0)
        return [];
    return [
        (0,finding/* fail */.fJ)(`${open.join(', ')} can be read by a workflow on any branch`, 'Settings → Secrets and variables → Actions: delete them there, and keep them in the environment only.'),
    ];
}

;// CONCATENATED MODULE: ./build/doctor/checks/identities.js

/** Implementer, reviewer and orchestrator are three, so that nobody reviews or verifies their own work. */
function checkIdentities({ identities, server }) {
    if (server.kind !== 'embedded')
        return [(0,finding/* pass */.IX)('those of the three keys: see `loopctl_server`')];
    if (new Set(identities).size === identities.length)
        return [(0,finding/* pass */.IX)(identities.join(', '))];
    return [
        (0,finding/* fail */.fJ)(`loopctl knows implementer, reviewer and orchestrator as ${identities.join(', ')}`, 'Give each of the three a name (with a server: a key) of its own.'),
    ];
}

;// CONCATENATED MODULE: ./build/doctor/checks/merge-method.js


/** Repository and rules allow the merge method that the configuration names. */
function checkMergeMethod({ config, repository, baseProtection, base }) {
    if (config.kind !== 'config') {
        return [(0,finding/* cannotTell */.JM)('the merge method stands in the configuration', 'Mend the configuration first.')];
    }
    if (config.config.mergeModes.every((mode) => mode === 'never'))
        return [(0,finding/* pass */.IX)('merging is left to people')];
    const method = config.config.mergeMethod;
    const demands = baseProtection.kind === 'seen' ? (0,doctor_demands/* demandsOf */.w)(baseProtection.value) : null;
    const allowed = repository.mergeMethods.filter((one) => (demands?.methods ?? [one]).includes(one) && !(demands?.linear === true && one === 'merge'));
    if (!allowed.includes(method)) {
        return [
            (0,finding/* fail */.fJ)(`\`merge.method: ${method}\` is not allowed on ${base}`, allowed.length === 0
                ? 'Settings → General → Pull Requests: allow a method that the rules allow too.'
                : `Set \`merge.method\` to ${allowed.join(' or ')}, or allow ${method} in settings and rules.`),
        ];
    }
    if (baseProtection.kind === 'unseen') {
        return [(0,finding/* cannotTell */.JM)(`whether the rules of ${base} allow ${method}`, baseProtection.remedy)];
    }
    return [(0,finding/* pass */.IX)(`${method} is allowed`)];
}

;// CONCATENATED MODULE: ./build/doctor/checks/merge-queue.js



/** Where a queue merges, every workflow that a required check comes from runs for the queue's groups too. */
function checkMergeQueue(facts) {
    const { baseProtection, base } = facts;
    if (baseProtection.kind === 'unseen') {
        return [(0,finding/* cannotTell */.JM)(`the rules of ${base}: ${baseProtection.because}`, baseProtection.remedy)];
    }
    const demands = (0,doctor_demands/* demandsOf */.w)(baseProtection.value);
    if (!demands.queue)
        return [(0,finding/* pass */.IX)(`${base} has no merge queue`)];
    return (0,finding/* passUnless */.OZ)(demands.checks.flatMap((check) => merge_queue_judge(check, facts)), 'whatever is required runs for the groups of the queue');
}
const actionsApp = 15_368;
function merge_queue_judge(check, facts) {
    const producers = producersOf(check, facts);
    const deaf = producers.filter(({ triggers }) => !triggers.has('merge_group'));
    if (producers.length > 0 && deaf.length === 0)
        return [];
    if (deaf.length > 0) {
        return deaf.map(({ path }) => (0,finding/* fail */.fJ)(`${(0,leaf_jobs/* fileOf */.W7)(path)} reports ${check.name}, and not for the groups of the merge queue, which wait for it for ever`, `Add \`merge_group:\` under \`on:\` in ${(0,leaf_jobs/* fileOf */.W7)(path)}.`));
    }
    const remedy = 'See that whoever reports it does so for the commits of `gh-readonly-queue/` as well.';
    return [(0,finding/* cannotTell */.JM)(`where ${check.name} comes from cannot be read from the workflows`, remedy)];
}
/** The workflows a check comes from: those that reported it, else those that have a job of its name. */
function producersOf({ name, appId }, facts) {
    const { workflows, pullRequestHeads } = facts;
    if (appId !== null && appId !== actionsApp)
        return [];
    const readable = workflows.flatMap((reading) => (reading.kind === 'workflow' ? [reading.workflow] : []));
    const seen = pullRequestHeads.kind === 'seen' ? pullRequestHeads.value.flatMap(({ checks }) => checks) : [];
    const files = new Set(seen.filter((check) => check.name === name).map(({ workflow }) => workflow));
    const reporters = readable.filter(({ path }) => files.has((0,leaf_jobs/* fileOf */.W7)(path)));
    if (reporters.length > 0)
        return reporters;
    return readable.filter((workflow) => workflow.triggers.has('pull_request') &&
        (0,leaf_jobs/* leafJobsOf */.kz)(workflow, workflows).some(({ job }) => job.name === name || (job.hasMatrix && name.startsWith(`${job.name} (`))));
}

;// CONCATENATED MODULE: ./build/doctor/checks/plan-limits.js

/** The plan has what it takes: on Free, private repositories have neither rules nor environments. */
function checkPlanLimits({ repository, baseProtection, environments }) {
    if (repository.visibility === 'public')
        return [(0,finding/* pass */.IX)('the repository is public: rules and environments are free')];
    const remedy = 'Use GitHub Pro, Team or Enterprise for this repository, or make it public; do not run it without.';
    if (baseProtection.kind === 'unseen' && /upgrade/i.test(baseProtection.because)) {
        return [(0,finding/* fail */.fJ)('the plan has no rules for private repositories', remedy)];
    }
    const guarded = [...environments.values()].some((environment) => environment.kind === 'seen' && environment.value !== null && environment.value.policy.kind !== 'none');
    if (guarded)
        return [(0,finding/* pass */.IX)('the repository is private, and its plan has rules and environments')];
    return [
        (0,finding/* cannotTell */.JM)('the repository is private, and no environment with a branch policy is there that would show what its plan has', `Make the environment with its branch policy. If the settings do not offer that: ${remedy}`),
    ];
}

// EXTERNAL MODULE: ./build/core/nearest.js
var core_nearest = __webpack_require__(2732);
;// CONCATENATED MODULE: ./build/doctor/checks/required-checks.js




/** What commits count: what produced a check before that may not be there any more. */
const producerDays = 14;
/** Each required check was reported lately on a pull request, under that name and by that app; else all waits for it. */
function checkRequiredChecks(facts) {
    const { baseProtection, base } = facts;
    if (baseProtection.kind === 'unseen') {
        return [(0,finding/* cannotTell */.JM)(`the rules of ${base}: ${baseProtection.because}`, baseProtection.remedy)];
    }
    const required = (0,doctor_demands/* demandsOf */.w)(baseProtection.value).checks;
    const others = required.filter(({ name }) => !name.startsWith(core_checks/* ownCheckPrefix */.Fi));
    if (others.length === 0)
        return [(0,finding/* pass */.IX)('none is required of anybody but us')];
    const { pullRequestHeads, baseCommits } = facts;
    if (pullRequestHeads.kind === 'unseen') {
        return [(0,finding/* cannotTell */.JM)(`which checks report: ${pullRequestHeads.because}`, pullRequestHeads.remedy)];
    }
    const heads = pullRequestHeads.value.filter((commit) => isRecent(commit, facts));
    const onBase = baseCommits.kind === 'seen' ? baseCommits.value.filter((commit) => isRecent(commit, facts)) : [];
    return others.map((check) => required_checks_judge(check, heads, onBase));
}
function isRecent({ at }, { now }) {
    return now - at <= producerDays * 24 * 60 * 60_000;
}
function required_checks_judge(required, heads, onBase) {
    const { name, appId } = required;
    const seen = heads.flatMap(({ checks }) => checks);
    if (seen.some((check) => (0,core_checks/* meets */.D)(check, required))) {
        return (0,finding/* pass */.IX)(`${name} was reported on a pull request in the last ${producerDays} days`);
    }
    const namesake = seen.find((check) => check.name === name);
    if (namesake?.appId === null) {
        return (0,finding/* cannotTell */.JM)(`${name} is required of the app ${appId}, and was reported as a commit status, which does not tell whose it is`, 'See that this app reports it, in Settings → Rules → the rule → its source.');
    }
    if (namesake !== undefined) {
        return (0,finding/* fail */.fJ)(`${name} is required of the app ${appId}, and was reported by the app ${namesake.appId}`, 'Choose who really reports it as its source in the rule.');
    }
    if (onBase.some(({ checks }) => checks.some((check) => (0,core_checks/* meets */.D)(check, required)))) {
        return (0,finding/* fail */.fJ)(`${name} is reported on the base, and on no pull request`, 'Have its workflow run `on: pull_request` as well, without a path filter.');
    }
    if (heads.length === 0) {
        return (0,finding/* cannotTell */.JM)(`${name}: there was no pull request in the last ${producerDays} days to report on`, 'Ask with `--rehearse`, or open a pull request with a small change, and ask again when its CI has ended.');
    }
    const nearest = (0,core_nearest/* findNearest */.q)(name, [...new Set(seen.map((check) => check.name))]);
    const hint = nearest === null ? '' : ` The nearest name that was reported is ${nearest}.`;
    return (0,finding/* fail */.fJ)(`nobody reported ${name} on ${heads.length} pull requests in the last ${producerDays} days`, `Correct its name in the rule, or have CI report it on every pull request, without a path filter.${hint}`);
}

;// CONCATENATED MODULE: ./build/doctor/checks/server.js

/** The loopctl server answers, has the project and its stories, and the three keys are what they must be. */
function checkServer({ server }) {
    switch (server.kind) {
        case 'embedded':
            return [(0,finding/* pass */.IX)('none: the store is embedded in the repository')];
        case 'not_asked':
            return [
                (0,finding/* cannotTell */.JM)('the workflows name a loopctl server, whose address and keys are not here', 'Give them to the doctor: in its step as in that of `plan`, on a laptop as LOOPCTL_SERVER, LOOPCTL_AGENT_KEY, LOOPCTL_REVIEWER_KEY and LOOPCTL_ORCH_KEY.'),
            ];
        case 'down':
            return [(0,finding/* fail */.fJ)(server.because, server.remedy)];
        case 'up':
            return [(0,finding/* pass */.IX)(`${server.url} answers`), judgeProject(server.project), ...server_judgeKeys(server), judgeAudit(server)];
    }
}
function judgeProject(project) {
    switch (project.kind) {
        case 'not_named':
            return (0,finding/* cannotTell */.JM)('which project is meant stands in the configuration', 'Mend the configuration first.');
        case 'missing':
            return (0,finding/* fail */.fJ)(`loopctl has no project \`${project.name}\``, 'Give `project` in the configuration the slug (or id) that the project has in loopctl.');
        case 'project':
            return server_judgeStories(project);
    }
}
function server_judgeStories({ name, stories, withoutCriteria }) {
    if (stories === 0) {
        return (0,finding/* fail */.fJ)(`${name} has no story in loopctl`, 'Import the backlog into loopctl: `loopctl import`.');
    }
    if (withoutCriteria > 0) {
        return (0,finding/* fail */.fJ)(`${withoutCriteria} of ${stories} stories of ${name} have no acceptance criterion`, 'Give each at least one: without, a story is held (`no_criteria`).');
    }
    return (0,finding/* pass */.IX)(`${name} has ${stories} ${stories === 1 ? 'story' : 'stories'}`);
}
function server_judgeKeys({ keys }) {
    const bad = keys.flatMap((key) => (key.kind === 'bad' ? [(0,finding/* fail */.fJ)(key.because, key.remedy)] : []));
    if (bad.length > 0)
        return bad;
    const good = (0,finding/* pass */.IX)('the three keys are alive and of the right roles');
    const agents = keys.flatMap((key) => (key.kind === 'good' && key.agent !== null ? [key.agent] : []));
    if (new Set(agents).size < agents.length) {
        return [
            good,
            (0,finding/* fail */.fJ)('two of the three keys are of the same agent', 'Give each of the three keys an agent of its own.'),
        ];
    }
    const unknown = keys.flatMap((key) => (key.kind === 'good' && key.agent === null ? [key.variable] : []));
    if (unknown.length === 0)
        return [good, (0,finding/* pass */.IX)('they are of three different agents')];
    return [
        good,
        (0,finding/* cannotTell */.JM)(`whose agent is meant by ${unknown.join(', ')}: no call of loopctl tells without leaving a trace`, 'Start a run: its plan finds out, and refuses two keys of one agent.'),
    ];
}
function judgeAudit({ hasAuditKey }) {
    if (hasAuditKey === null) {
        return (0,finding/* cannotTell */.JM)('whether the tenant has an audit key', 'Ask whoever runs the server.');
    }
    return hasAuditKey
        ? (0,finding/* fail */.fJ)('the tenant has an audit key, and loopctl 1.0.0 lets nobody start or verify a story of such a tenant over HTTP', 'Use a tenant without an audit key, or the embedded store (leave `loopctl-url` empty).')
        : (0,finding/* pass */.IX)('the tenant has no audit key, which loopctl 1.0.0 could not work with over HTTP');
}

;// CONCATENATED MODULE: ./build/doctor/checks/state-branch.js



/** Nobody but the App pushes the state branch: whoever could would be believed. */
function checkStateBranch(facts) {
    const { stateProtection, stateBranch, server } = facts;
    if (server.kind !== 'embedded')
        return [(0,finding/* pass */.IX)('none is needed: the state is on the loopctl server')];
    if (stateProtection.kind === 'unseen') {
        return [(0,finding/* cannotTell */.JM)(`the rules of ${stateBranch}: ${stateProtection.because}`, stateProtection.remedy)];
    }
    const demands = (0,doctor_demands/* demandsOf */.w)(stateProtection.value);
    const lack = lackOf(stateProtection.value);
    const remedy = `Make a ruleset for ${stateBranch} alone: restrict updates and deletions, with the App as the only bypass actor.`;
    const faults = [
        ...(demands.restrictsUpdates ? [] : [lack(`whoever may write can push ${stateBranch}, and is believed`, remedy)]),
        ...(demands.blocksDeletion ? [] : [lack(`whoever may write can delete ${stateBranch}`, remedy)]),
        ...(demands.restrictsUpdates ? judgePushers(stateProtection.value, facts) : []),
    ];
    return (0,finding/* passUnless */.OZ)(faults, `only the App may push ${stateBranch}`);
}
function judgePushers({ rules, rulesets, classic }, facts) {
    const restricting = rules.flatMap((rule) => (rule.type === 'bare' && rule.name === 'update' ? [rule.rulesetId] : []));
    const old = classic.kind === 'seen' ? classic.value : null;
    return [
        ...rulesets.filter(({ id }) => restricting.includes(id)).flatMap((ruleset) => state_branch_judgeRuleset(ruleset, facts)),
        ...(old === null || old.pushers === null ? [] : judgeList(old.pushers, facts)),
    ];
}
function state_branch_judgeRuleset({ name, canBypass, actors }, { asker, app, stateBranch }) {
    const list = `Settings → Rules → ${name} → Bypass list`;
    const keptOut = (0,finding/* fail */.fJ)(`the ruleset ${name} keeps the App from ${stateBranch} too: no pass could save`, `${list}: add the App, to bypass always.`);
    if (asker.kind === 'app' && canBypass !== null && canBypass !== 'always')
        return [keptOut];
    if (actors === null) {
        return [
            (0,finding/* cannotTell */.JM)(`who else may push ${stateBranch}`, 'Run `npx . doctor` as an administrator: nobody else sees bypass lists.'),
        ];
    }
    if (app.kind === 'unseen')
        return [(0,finding/* cannotTell */.JM)(`whether the App is who may push ${stateBranch}`, app.remedy)];
    const isOurs = ({ type, id }) => type === 'Integration' && id === app.value.id;
    const others = actors.filter((actor) => !isOurs(actor));
    return [
        ...(actors.some(isOurs) ? [] : [keptOut]),
        ...(others.length === 0
            ? []
            : [
                (0,finding/* fail */.fJ)(`${others.length} others may push ${stateBranch} (${others.map(({ type }) => type).join(', ')}), and are believed`, `${list}: leave nobody there but the App.`),
            ]),
    ];
}
function judgeList(pushers, { app, stateBranch }) {
    if (app.kind === 'unseen')
        return [(0,finding/* cannotTell */.JM)(`whether the App is who may push ${stateBranch}`, app.remedy)];
    const others = pushers.filter((pusher) => pusher !== app.value.slug);
    const where = `Settings → Branches → the rule of ${stateBranch} → Restrict who can push`;
    return [
        ...(pushers.includes(app.value.slug)
            ? []
            : [(0,finding/* fail */.fJ)(`the App may not push ${stateBranch}: no pass could save`, `${where}: add the App.`)]),
        ...(others.length === 0
            ? []
            : [(0,finding/* fail */.fJ)(`${others.join(', ')} may push ${stateBranch}, and are believed`, `${where}: the App alone.`)]),
    ];
}

;// CONCATENATED MODULE: ./build/doctor/checks/token.js


const token_remedy = 'Make a GitHub App, install it on this repository, and hand its installation token to the step, as the examples do.';
/** The trusted phases act as a GitHub App: what `GITHUB_TOKEN` pushes is parked, and what it merges starts no CI. */
function checkToken(facts) {
    const { asker, where } = facts;
    if (where === 'phase' && asker.kind === 'app')
        return [(0,finding/* pass */.IX)(`acts as the App ${asker.login}`)];
    if (asker.kind === 'github_actions')
        return [(0,finding/* fail */.fJ)('this is `GITHUB_TOKEN`: CI waits for approval, or never starts', token_remedy)];
    if (where === 'phase') {
        return [(0,finding/* fail */.fJ)(`this is a token of ${asker.login}: only Apps may report checks`, token_remedy)];
    }
    const steps = (0,own_steps/* ownStepsOf */.VB)(facts.workflows, facts.workflowFile).filter(own_steps/* isTrusted */.W2);
    if (steps.length === 0) {
        return [(0,finding/* cannotTell */.JM)('no step of the workflow runs a trusted phase', 'Copy the example workflows first.')];
    }
    return (0,finding/* passUnless */.OZ)(steps.flatMap(token_judgeStep), `${steps.length} trusted steps, each with the token of an App`);
}
function token_judgeStep({ label, phase, job, step }) {
    const token = step.with['token'] ?? '';
    if (/\bsecrets\s*\.\s*GITHUB_TOKEN\b|\bgithub\s*\.\s*token\b/i.test(token)) {
        return [(0,finding/* fail */.fJ)(`${label} gives \`GITHUB_TOKEN\` to phase ${phase}`, token_remedy)];
    }
    const isOfApp = job.steps.some(({ uses }) => uses?.startsWith('actions/create-github-app-token@') === true);
    if (isOfApp && /\bsteps\.[\w-]+\.outputs\.token\b/.test(token))
        return [];
    return [
        (0,finding/* cannotTell */.JM)(`whose token ${label} gives to phase ${phase} is not plain from the file`, 'Run the same check where that token is: a step with `phase: doctor` in that job.'),
    ];
}

;// CONCATENATED MODULE: ./build/doctor/checks/wake-ups.js




/** Every workflow that is named under `workflow_run` is there, and every one that judges pull requests is named. */
function checkWakeUps({ workflows, workflowFile, base }) {
    const own = (0,own_steps/* findOwnWorkflow */.NR)(workflows, workflowFile);
    if (own === null)
        return [(0,finding/* cannotTell */.JM)(`what wakes ${workflowFile}`, `Put ${workflowFile} in its place first.`)];
    const named = own.triggers.get('workflow_run')?.workflows ?? [];
    const readable = workflows.flatMap((reading) => (reading.kind === 'workflow' ? [reading.workflow] : []));
    const missing = named.filter((name) => !readable.some((workflow) => workflow.name === name));
    const silent = readable.filter((workflow) => workflow !== own && judgesPulls(workflow, base) && !named.includes(workflow.name));
    const unreadable = (0,own_steps/* faultsOf */.xm)(workflows);
    const faults = [
        ...missing.map((name) => unreadable.length > 0
            ? (0,finding/* cannotTell */.JM)(`no workflow that can be read is called ${name}`, `Mend ${unreadable.join('; ')}.`)
            : (0,finding/* fail */.fJ)(`\`workflow_run\` names ${name}, and no workflow is called that`, `Write the \`name:\` of your CI's workflow there, not its file: ${namesOf(readable, own)}.`)),
        ...silent.map(({ name, path }) => (0,finding/* fail */.fJ)(`the end of ${name} (${(0,leaf_jobs/* fileOf */.W7)(path)}) wakes nobody: pull requests wait for the cron`, `Add ${name} to \`workflow_run: workflows:\` in ${workflowFile}.`)),
    ];
    if (faults.length === 0 && named.length === 0) {
        return [
            (0,finding/* pass */.IX)('no workflow judges pull requests; CI elsewhere wakes by `check_suite` or `status`, or the cron does'),
        ];
    }
    return (0,finding/* passUnless */.OZ)(faults, `woken by ${named.join(', ')}`);
}
function judgesPulls({ triggers }, base) {
    const filter = triggers.get('pull_request');
    return filter !== undefined && (0,branch_filter/* listensTo */.o)(filter, base);
}
function namesOf(workflows, own) {
    const names = workflows.filter((workflow) => workflow !== own && !workflow.triggers.has('workflow_call'));
    return names.length === 0 ? 'there is none yet' : names.map(({ name }) => name).join(', ');
}

;// CONCATENATED MODULE: ./build/doctor/checks/workflows.js



const pinned = /@[0-9a-f]{40}$/;
/** The workflows of the loop are in their place, each phase runs, and what holds the App's token is pinned. */
function checkWorkflows({ workflows, workflowFile }) {
    const steps = (0,own_steps/* ownStepsOf */.VB)(workflows, workflowFile);
    const missing = ['plan', 'agent', 'settle'].filter((phase) => !steps.some((step) => step.phase === phase));
    const faults = missing.map((phase) => (0,finding/* fail */.fJ)(`no step of ${workflowFile}, or of what it calls, runs phase ${phase}`, 'Copy `examples/orchestrate.yml` and `examples/orchestrate-assignment.yml` to `.github/workflows/`.'));
    const used = steps.filter(own_steps/* isTrusted */.W2).flatMap(({ job }) => job.steps.flatMap(({ uses }) => uses ?? []));
    const loose = [...new Set(used)].filter((uses) => !uses.startsWith('./') && !pinned.test(uses));
    const unpinned = loose.map((uses) => (0,finding/* fail */.fJ)(`${uses} gets the App's token, and whoever moves that name can change what it does`, `Pin it: \`uses: ${uses.split('@')[0]}@<40 hexadecimal digits>\`.`));
    const comments = (0,own_steps/* findCommentsWorkflow */.lO)(workflows);
    const heard = comments === null
        ? 'comments wait for the next run, since nothing runs at once for them (`examples/orchestrate-comments.yml`)'
        : `${(0,leaf_jobs/* fileOf */.W7)(comments.path)} follows comments at once`;
    return (0,finding/* passUnless */.OZ)([...faults, ...unpinned], `plan, agent and settle are there, what is trusted is pinned; ${heard}`);
}

;// CONCATENATED MODULE: ./build/doctor/examine.js























/** Every check by its name, in the order of setting a repository up. */
const checks = {
    config: checkConfig,
    backlog: checkBacklog,
    loopctl_server: checkServer,
    identities: checkIdentities,
    plan_limits: checkPlanLimits,
    workflows: checkWorkflows,
    wake_ups: checkWakeUps,
    called_permissions: checkCalledPermissions,
    agent_variables: checkAgentVariables,
    token: checkToken,
    app_permissions: app_permissions/* checkAppPermissions */.e,
    environment: checkEnvironment,
    base_protected: checkBaseProtected,
    bypass: checkBypass,
    required_checks: checkRequiredChecks,
    approvals: checkApprovals,
    merge_method: checkMergeMethod,
    merge_queue: checkMergeQueue,
    base_ci: checkBaseCi,
    ci_starts: checkCiStarts,
    ci_token_too_strong: checkCiToken,
    state_branch: checkStateBranch,
    cron: checkCron,
};
/** All that the checks find; each says at least one thing. */
function examine(facts) {
    return Object.entries(checks).flatMap(([check, find]) => find(facts).map((outcome) => ({ check, ...outcome })));
}
/** How much of it is not as it should be. */
function countFailures(findings) {
    return findings.filter(({ verdict }) => verdict === 'fail').length;
}


/***/ }),

/***/ 4227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ pass),
/* harmony export */   JM: () => (/* binding */ cannotTell),
/* harmony export */   OZ: () => (/* binding */ passUnless),
/* harmony export */   fJ: () => (/* binding */ fail)
/* harmony export */ });
/** It is as it should be. */
function pass(detail) {
    return { verdict: 'pass', detail, remedy: '' };
}
/** It is not as it should be. */
function fail(detail, remedy) {
    return { verdict: 'fail', detail, remedy };
}
/** It cannot be seen; `remedy` says what would make it visible. */
function cannotTell(detail, remedy) {
    return { verdict: 'cannot_tell', detail, remedy };
}
/** The faults where there are any, else that all is well. */
function passUnless(faults, detail) {
    return faults.length > 0 ? faults : [pass(detail)];
}


/***/ }),

/***/ 7455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ renderDoctorSummary),
/* harmony export */   v: () => (/* binding */ renderFindings)
/* harmony export */ });
/* harmony import */ var _render_keep_within_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9298);
/* harmony import */ var _render_table_cell_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3518);
/* harmony import */ var _render_terminal_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6112);



const marks = { pass: '✓', fail: '✗', cannot_tell: '?' };
const words = { pass: 'pass', fail: 'fail', cannot_tell: 'cannot tell' };
/** GitHub cuts a summary at 1 MiB; this is more than anybody reads. */
const summaryLimit = 60_000;
/** What the doctor found, a line per finding, each that asks for something with what to do below it. */
function renderFindings(findings) {
    const width = Math.max(0, ...findings.map(({ check }) => check.length));
    return [
        ...findings.flatMap(({ check, verdict, detail, remedy }) => [
            `${marks[verdict]} ${check.padEnd(width)}  ${(0,_render_terminal_line_js__WEBPACK_IMPORTED_MODULE_0__/* .terminalLine */ .t)(detail)}`,
            ...(remedy === '' ? [] : [`  ${' '.repeat(width)}  → ${(0,_render_terminal_line_js__WEBPACK_IMPORTED_MODULE_0__/* .terminalLine */ .t)(remedy)}`]),
        ]),
        '',
        count(findings),
    ];
}
/** The same as Markdown, for the page of a run: what failed first. */
function renderDoctorSummary(findings, title = 'doctor') {
    const order = ['fail', 'cannot_tell', 'pass'];
    const rows = order.flatMap((wanted) => findings
        .filter(({ verdict }) => verdict === wanted)
        .map(({ check, verdict, detail, remedy }) => `| ${words[verdict]} | ${check} | ${(0,_render_table_cell_js__WEBPACK_IMPORTED_MODULE_1__/* .renderCell */ .T)(detail, 500)} | ${(0,_render_table_cell_js__WEBPACK_IMPORTED_MODULE_1__/* .renderCell */ .T)(remedy, 500)} |`));
    const lines = [
        `### Orchestrate: ${title}`,
        '',
        count(findings),
        '',
        '| | check | what was seen | what to do |',
        '| --- | --- | --- | --- |',
        ...rows,
    ];
    return `${(0,_render_keep_within_js__WEBPACK_IMPORTED_MODULE_2__/* .keepWithin */ .X)(lines, summaryLimit, (left) => `\n… and ${left} more lines`).join('\n')}\n`;
}
function count(findings) {
    const number = (wanted) => findings.filter(({ verdict }) => verdict === wanted).length;
    return `${number('fail')} failed, ${number('cannot_tell')} cannot be told, ${number('pass')} passed`;
}


/***/ }),

/***/ 6123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ matchesPattern),
/* harmony export */   o: () => (/* binding */ listensTo)
/* harmony export */ });
/** Whether a trigger listens to a branch: of several patterns the last that matches counts, `!` excludes. */
function listensTo({ branches, branchesIgnore }, branch) {
    if (branchesIgnore !== null)
        return !isAmong(branch, branchesIgnore);
    return branches === null || isAmong(branch, branches);
}
function isAmong(branch, patterns) {
    const last = patterns.findLast((pattern) => matchesPattern(branch, pattern.replace(/^!/, '')));
    return last !== undefined && !last.startsWith('!');
}
/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet */
function matchesPattern(branch, pattern) {
    const source = pattern.replace(/\*\*|[*.^$(){}|\\]/g, (found) => {
        if (found === '**')
            return '.*';
        return found === '*' ? '[^/]*' : `\\${found}`;
    });
    try {
        return new RegExp(`^${source}$`).test(branch);
    }
    catch {
        // Not a pattern: taken as matching, since that is what has to be looked at.
        return true;
    }
}


/***/ }),

/***/ 5393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ findWorkflow),
/* harmony export */   W7: () => (/* binding */ fileOf),
/* harmony export */   kz: () => (/* binding */ leafJobsOf),
/* harmony export */   v: () => (/* binding */ calledPath)
/* harmony export */ });
/** GitHub's own limit of how deep workflows call each other. */
const deepest = 10;
/** Every job that a workflow comes to run, those of the workflows it calls in this repository among them. */
function leafJobsOf(workflow, readings) {
    return descend(workflow, readings, { label: fileOf(workflow.path), cap: null, isTrusting: true, depth: 1 });
}
/** The file of this repository that a `uses:` names; null for one of another repository. */
function calledPath(uses) {
    return uses.startsWith('./') ? uses.slice(2) : null;
}
/** The workflow of a path, if it is there and can be read. */
function findWorkflow(readings, path) {
    const found = readings.find((reading) => reading.kind === 'workflow' && reading.workflow.path === path);
    return found?.kind === 'workflow' ? found.workflow : null;
}
/** A path's last part. */
function fileOf(path) {
    return path.split('/').at(-1) ?? path;
}
function descend(workflow, readings, descent) {
    return workflow.jobs.flatMap((job) => {
        const path = job.uses === null ? null : calledPath(job.uses);
        const called = path === null ? null : findWorkflow(readings, path);
        const leaf = leafOf(workflow, job, descent);
        if (called === null)
            return [leaf];
        const inner = {
            label: `${leaf.label} → ${fileOf(called.path)}`,
            cap: leaf.permissions,
            isTrusting: leaf.secrets.includes('*'),
            depth: descent.depth + 1,
        };
        const below = descent.depth < deepest ? descend(called, readings, inner) : [];
        // What is handed over by name is read here; where it goes to below, it has another name.
        const named = leaf.secrets.filter((name) => name !== '*');
        return named.length > 0 ? [{ ...leaf, permissions: noPermissions, secrets: named }, ...below] : below;
    });
}
const noPermissions = { scopes: {} };
function leafOf(workflow, job, descent) {
    const named = job.handsOnSecrets ? [...new Set([...job.secrets, '*'])] : job.secrets;
    return {
        label: `${descent.label}: ${job.id}`,
        job,
        permissions: job.permissions ?? workflow.permissions ?? descent.cap,
        secrets: descent.isTrusting ? named : [],
    };
}


/***/ }),

/***/ 9382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ namesOfSecrets)
/* harmony export */ });
/** GitHub's own, which is judged by its permissions. */
const given = 'GITHUB_TOKEN';
/** The names of the secrets that expressions in a part of a workflow ask for; `*` where one asks for all of them. */
function namesOfSecrets(part) {
    const text = JSON.stringify(part ?? null);
    const expressions = [...text.matchAll(/\$\{\{([\s\S]*?)\}\}/g)].map(([, inner = '']) => inner);
    const named = expressions.flatMap((inner) => [...inner.matchAll(/\bsecrets\s*(?:\.\s*([\w-]+)|\[\s*'([^']+)'\s*\])/gi)].map(([, one, other]) => one ?? other ?? ''));
    const whole = expressions.some((inner) => /\bsecrets\b(?!\s*(\.\s*[\w-]|\[\s*'))/i.test(inner));
    const names = named.map((name) => name.toUpperCase()).filter((name) => name !== given);
    return [...new Set([...names, ...(whole ? ['*'] : [])])];
}


/***/ }),

/***/ 4632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NR: () => (/* binding */ findOwnWorkflow),
/* harmony export */   VB: () => (/* binding */ ownStepsOf),
/* harmony export */   W2: () => (/* binding */ isTrusted),
/* harmony export */   lO: () => (/* binding */ findCommentsWorkflow),
/* harmony export */   xm: () => (/* binding */ faultsOf)
/* harmony export */ });
/* harmony import */ var _inputs_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6569);
/* harmony import */ var _leaf_jobs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5393);


/** The Orchestrate workflow, by its file's name; null where it is missing or cannot be read. */
function findOwnWorkflow(readings, file) {
    return (0,_leaf_jobs_js__WEBPACK_IMPORTED_MODULE_1__/* .findWorkflow */ .$k)(readings, `.github/workflows/${file}`);
}
/** The workflow that follows what people write, if there is one: it listens to comments, and runs the action. */
function findCommentsWorkflow(readings) {
    const listening = readings.flatMap((reading) => reading.kind === 'workflow' && reading.workflow.triggers.has('issue_comment') ? [reading.workflow] : []);
    return listening.find((workflow) => stepsIn(workflow, readings).length > 0) ?? null;
}
/** Every step of the Orchestrate workflows, and of what they call, that runs the action: known by its phase. */
function ownStepsOf(readings, file) {
    const own = findOwnWorkflow(readings, file);
    const comments = findCommentsWorkflow(readings);
    const all = new Set([own, comments].filter((workflow) => workflow !== null));
    return [...all].flatMap((workflow) => stepsIn(workflow, readings));
}
function stepsIn(workflow, readings) {
    return (0,_leaf_jobs_js__WEBPACK_IMPORTED_MODULE_1__/* .leafJobsOf */ .kz)(workflow, readings).flatMap(({ label, job }) => job.steps.flatMap((step) => {
        const phase = step.with['phase'];
        return step.uses !== null && phase !== undefined && _inputs_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .phases */ .tW.some((known) => known === phase)
            ? [{ label, phase, job, step }]
            : [];
    }));
}
/** Whether a phase holds the App's token. */
function isTrusted({ phase }) {
    return phase !== 'agent';
}
/** The names of the files that cannot be read, each with why. */
function faultsOf(readings) {
    return readings.flatMap((reading) => (reading.kind === 'fault' ? [`${(0,_leaf_jobs_js__WEBPACK_IMPORTED_MODULE_1__/* .fileOf */ .W7)(reading.path)} ${reading.what}`] : []));
}


/***/ }),

/***/ 803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ look)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** What was read, or why GitHub does not show it to this token; `remedy` says what would bring it into sight. */
async function look(remedy, read) {
    try {
        return { kind: 'seen', value: await read() };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .H))
            throw error;
        return { kind: 'unseen', because: error.message, remedy };
    }
}


/***/ }),

/***/ 6013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readBranchProtection)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2047);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(803);
/* harmony import */ var _parse_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(812);
/* harmony import */ var _read_pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5465);




const requiredCheck = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ context: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), integration_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullish() })
    .transform(({ context, integration_id }) => ({ name: context, appId: integration_id ?? null }));
/** Older servers do not tell which ruleset a rule is of. */
const rulesetId = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullish();
const pullRequestRule = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('pull_request'),
    ruleset_id: rulesetId,
    parameters: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        required_approving_review_count: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
        require_code_owner_review: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
        allowed_merge_methods: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['merge', 'squash', 'rebase'])).optional(),
    }),
})
    .transform(({ type, ruleset_id, parameters }) => ({
    type,
    rulesetId: ruleset_id ?? null,
    approvals: parameters.required_approving_review_count,
    codeOwners: parameters.require_code_owner_review,
    methods: parameters.allowed_merge_methods ?? null,
}));
const statusChecksRule = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('required_status_checks'),
    ruleset_id: rulesetId,
    parameters: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ required_status_checks: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(requiredCheck) }),
})
    .transform(({ type, ruleset_id, parameters }) => ({
    type,
    rulesetId: ruleset_id ?? null,
    checks: parameters.required_status_checks,
}));
const bareRule = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().refine((type) => type !== 'pull_request' && type !== 'required_status_checks'),
    ruleset_id: rulesetId,
})
    .transform(({ type, ruleset_id }) => ({ type: 'bare', rulesetId: ruleset_id ?? null, name: type }));
const ruleSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([pullRequestRule, statusChecksRule, bareRule]);
const rulesetSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    current_user_can_bypass: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    bypass_actors: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ actor_type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), actor_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullish() })).nullish(),
});
const classicChecks = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ context: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), app_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable() }));
const branchSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    protection: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        enabled: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().optional(),
        required_status_checks: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ enforcement_level: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(), checks: classicChecks.optional() })
            .optional(),
    })
        .optional(),
});
const switchSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ enabled: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY() }).optional();
const namesSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    apps: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ slug: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })).optional(),
    users: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })).optional(),
    teams: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ slug: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })).optional(),
});
const protectionSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    required_status_checks: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ checks: classicChecks.optional() }).optional(),
    required_pull_request_reviews: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        required_approving_review_count: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().optional(),
        require_code_owner_reviews: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().optional(),
        bypass_pull_request_allowances: namesSchema.optional(),
    })
        .optional(),
    restrictions: namesSchema.optional(),
    enforce_admins: switchSchema,
    required_linear_history: switchSchema,
    allow_force_pushes: switchSchema,
    allow_deletions: switchSchema,
});
const administrator = 'Run `npx . doctor` as an administrator: nobody else sees classic protection.';
/** All that protects a branch, also one that is not there yet: rulesets, and what can be seen of classic protection. */
async function readBranchProtection(github, branch) {
    const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
    const [rules, visible] = await Promise.all([
        (0,_read_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .readPages */ .n)(github, route, { branch }, (data) => (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(ruleSchema), data, route)),
        readVisible(github, branch),
    ]);
    const ids = [...new Set(rules.map(({ rulesetId }) => rulesetId))];
    const [rulesets, classic] = await Promise.all([
        Promise.all(ids.map((id) => (id === null ? unnamed : readRuleset(github, id)))),
        visible.isClassic ? (0,_look_js__WEBPACK_IMPORTED_MODULE_0__/* .look */ .O)(administrator, () => readClassic(github, branch)) : none,
    ]);
    return { rules, rulesets, classic, classicChecks: visible.checks };
}
const unnamed = { id: null, name: 'that the server does not name', canBypass: null, actors: null };
const none = { kind: 'seen', value: null };
async function readVisible(github, branch) {
    const route = 'GET /repos/{owner}/{repo}/branches/{branch}';
    const answer = await github.request(route, { branch }, [404]);
    if (answer.status === 404)
        return { isClassic: false, checks: [] };
    const { protection } = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(branchSchema, answer.data, route);
    const required = protection?.required_status_checks;
    return {
        isClassic: protection?.enabled === true,
        checks: required?.enforcement_level === 'off' ? [] : toChecks(required?.checks ?? []),
    };
}
async function readRuleset(github, id) {
    const route = 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}';
    // A ruleset of the organisation is told to those who may see that.
    const answer = await github.request(route, { ruleset_id: id }, [403, 404]);
    if (answer.status !== 200)
        return { id, name: String(id), canBypass: null, actors: null };
    const ruleset = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(rulesetSchema, answer.data, route);
    return {
        id,
        name: ruleset.name,
        canBypass: ruleset.current_user_can_bypass ?? null,
        actors: ruleset.bypass_actors?.map(({ actor_type: type, actor_id }) => ({ type, id: actor_id ?? null })) ?? null,
    };
}
async function readClassic(github, branch) {
    const route = 'GET /repos/{owner}/{repo}/branches/{branch}/protection';
    const answer = await github.request(route, { branch });
    const protection = (0,_parse_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAnswer */ .W)(protectionSchema, answer.data, route);
    const { required_pull_request_reviews: reviews, restrictions } = protection;
    return {
        requiresPullRequest: reviews !== undefined,
        approvals: reviews?.required_approving_review_count ?? 0,
        codeOwners: reviews?.require_code_owner_reviews === true,
        checks: toChecks(protection.required_status_checks?.checks ?? []),
        linear: protection.required_linear_history?.enabled === true,
        allowsForcePushes: protection.allow_force_pushes?.enabled === true,
        allowsDeletions: protection.allow_deletions?.enabled === true,
        bindsAdmins: protection.enforce_admins?.enabled === true,
        bypassingApps: reviews?.bypass_pull_request_allowances?.apps?.map(({ slug }) => slug) ?? [],
        pushers: restrictions === undefined ? null : namesIn(restrictions),
    };
}
function namesIn({ apps = [], users = [], teams = [] }) {
    return [...apps.map(({ slug }) => slug), ...users.map(({ login }) => login), ...teams.map(({ slug }) => slug)];
}
function toChecks(checks) {
    // Classic protection writes "any app" as -1.
    return checks.map(({ context, app_id }) => ({ name: context, appId: app_id === -1 ? null : app_id }));
}


/***/ }),

/***/ 6112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ terminalLine)
/* harmony export */ });
/* harmony import */ var _sanitise_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4123);

/** Text from outside as a line on a terminal. Nobody is called there, and what it shows is copied: nothing unseen is in it. */
function terminalLine(text, limit = 500) {
    return (0,_sanitise_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h0)(text, limit).replaceAll('\u200B', '');
}


/***/ })

};
