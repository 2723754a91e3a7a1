export const id = 838;
export const ids = [838];
export const modules = {

/***/ 4441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ look)
/* harmony export */ });
/* harmony import */ var _core_decide_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9313);
/* harmony import */ var _gather_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4965);


/** Gathers and decides exactly as a pass does, and stops there: nothing is applied, nothing is saved. */
async function look(ledger, pass) {
    const { world } = await (0,_gather_js__WEBPACK_IMPORTED_MODULE_1__/* .gather */ .k)(ledger, { outcome: null, before: null }, pass);
    return { world, plan: (0,_core_decide_js__WEBPACK_IMPORTED_MODULE_0__/* .decide */ .L)(world, ledger, pass.policy, pass.now()) };
}


/***/ }),

/***/ 82:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ findHolder),
/* harmony export */   sG: () => (/* binding */ describeHolder),
/* harmony export */   tH: () => (/* binding */ waitForLease)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _github_legs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9217);
/* harmony import */ var _github_read_runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(689);




/** Whether the holder of the lease still lives is asked at the first look, and then at every n-th: it costs a request. */
const holderEvery = 4;
/** Tries until something comes of it, or others have held the lease for as long as we can wait. */
async function waitForLease(attempt, patienceMs, { now, log, loopctl }) {
    let since = null;
    for (let asked = 0;; asked += 1) {
        const tryingAt = now();
        const tried = await attempt(asked);
        if (tried.kind === 'done') {
            if (since !== null)
                log(`· waited ${tryingAt - since} ms for the lease`);
            return tried;
        }
        since ??= now();
        if (now() > since + patienceMs)
            return tried;
        // Those who wait for one lease should not ask in step, nor ever more often than is of use.
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(1000, 120 * 1.3 ** asked) * (0.75 + Math.random() / 2));
        await loopctl.reload();
    }
}
/** The lease of a pass that is at work; null where there is none, or its holder is gone. */
async function findHolder(lease, asked, pass) {
    return lease !== null && (0,_state_js__WEBPACK_IMPORTED_MODULE_3__/* .isLeased */ .PA)(lease, pass) && !(await isGone(lease, asked, pass)) ? lease : null;
}
/**
 * A run that is over has no job left that could act, and neither has a leg whose settle is over, whoever else of its
 * run is still at work: what was held when it was killed holds nobody up.
 */
async function isGone({ run: id, attempt, holder }, asked, { github, facts }) {
    if (asked % holderEvery !== 0)
        return false;
    const run = id === facts.run ? { attempt: facts.attempt, status: 'in_progress' } : await (0,_github_read_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .readRun */ .cI)(github, id);
    if (run !== null && (run.attempt > attempt || run.status === 'completed'))
        return true;
    const assignment = /^settle (.+)$/.exec(holder)?.[1];
    return assignment !== undefined && (await (0,_github_legs_js__WEBPACK_IMPORTED_MODULE_1__/* .isSettleOver */ .gJ)(github, { run: id, attempt, assignment }));
}
/** Who is at work, in a few words. */
function describeHolder(holder) {
    return holder === null ? 'another pass' : `run ${holder.run} (${holder.holder})`;
}


/***/ }),

/***/ 3838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommandPhase: () => (/* binding */ runCommandPhase)
});

// EXTERNAL MODULE: ./build/core/actor.js
var core_actor = __webpack_require__(5631);
// EXTERNAL MODULE: ./build/core/commands/parse-command.js + 3 modules
var parse_command = __webpack_require__(3428);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/read-actor.js + 2 modules
var read_actor = __webpack_require__(7997);
// EXTERNAL MODULE: ./build/github/read-runs.js
var read_runs = __webpack_require__(71);
// EXTERNAL MODULE: ./build/core/commands/apply-command.js + 15 modules
var apply_command = __webpack_require__(6497);
// EXTERNAL MODULE: ./build/loopctl/loopctl-error.js
var loopctl_error = __webpack_require__(8324);
// EXTERNAL MODULE: ./build/render/replies.js + 1 modules
var replies = __webpack_require__(4534);
// EXTERNAL MODULE: ./build/pass/look.js
var look = __webpack_require__(4441);
// EXTERNAL MODULE: ./build/pass/state.js
var state = __webpack_require__(689);
// EXTERNAL MODULE: ./build/pass/wait-for-lease.js
var wait_for_lease = __webpack_require__(82);
;// CONCATENATED MODULE: ./build/pass/run-command.js







/** Nobody comes back to a command by himself, so it waits for as long as any one pass may take. */
const patienceMs = state/* leaseMinutes */.oK * 60_000;
/**
 * Follows a person's command: waits while a pass holds the lease, looks at the world as a pass does, and swaps the
 * changed ledger in. That one save is its only effect; a refused command, or one that changes nothing, saves nothing.
 */
async function runCommand(given, opened) {
    const end = await (0,wait_for_lease/* waitForLease */.tH)((asked) => tryCommand(given, asked, opened), patienceMs, opened);
    return end.kind === 'done' ? end.value : { kind: 'leased', holder: end.holder };
}
async function tryCommand(given, asked, opened) {
    const { slug } = opened.settings;
    const pass = { ...opened, project: await opened.loopctl.ensureProject({ name: slug, slug }) };
    const held = await (0,state/* loadLedger */.OO)(pass);
    const holder = await (0,wait_for_lease/* findHolder */.IL)(held.ledger.lease, asked, pass);
    if (holder !== null) {
        if (asked === 0)
            pass.log(`· ${(0,wait_for_lease/* describeHolder */.sG)(holder)} is at work: the command waits for its end`);
        return { kind: 'busy', holder };
    }
    const { policy } = pass;
    const pausedBy = held.ledger.paused?.cause ?? null;
    const forbidden = (0,core_actor/* findForbidden */.N)(given.command, given.actor, { teams: policy.teams, pausedBy });
    if (forbidden !== null)
        return { kind: 'done', value: { kind: 'refused', ...forbidden } };
    const { world, plan } = await (0,look/* look */.O)(held.ledger, pass);
    const now = pass.now();
    const said = { actor: given.actor.login, saidAt: given.saidAt, comment: null, story: null };
    const end = (0,apply_command/* applyCommand */.s)(held.ledger, given.command, { ...said, world, plan, limits: policy.limits, now });
    if (end.kind === 'refused')
        return { kind: 'done', value: end };
    if (end.kind === 'asked') {
        const { ledger } = plan;
        const reply = (0,replies/* renderReply */.V)(end.ask, { world, plan, ledger, tally: ledger.tally, now });
        return { kind: 'done', value: { kind: 'told', reply } };
    }
    const { answer, ledger } = end;
    const value = { kind: 'applied', answer };
    if (ledger === held.ledger)
        return { kind: 'done', value };
    try {
        const saved = await (0,state/* saveLedger */.dS)({ ...held, ledger }, pass);
        return saved === null ? { kind: 'busy', holder: null } : { kind: 'done', value };
    }
    catch (error) {
        if (error instanceof loopctl_error/* StoredStateConflict */.jl)
            return { kind: 'busy', holder: null };
        throw error;
    }
}

// EXTERNAL MODULE: ./build/render/sanitise.js
var sanitise = __webpack_require__(4123);
// EXTERNAL MODULE: ./build/render/summary.js
var summary = __webpack_require__(4453);
// EXTERNAL MODULE: ./build/phases/open-pass.js + 82 modules
var open_pass = __webpack_require__(1780);
;// CONCATENATED MODULE: ./build/phases/command.js










/** A person steers: the command is read, the person's permission asked for, and the ledger changed or the command refused. */
async function runCommandPhase(inputs, context, log) {
    const reading = (0,parse_command/* parseCommand */.R)(inputs.command, inputs.story);
    if (reading.kind === 'fault')
        throw refusal(reading);
    const { command } = reading;
    const { pass } = await (0,open_pass/* openPass */.K)(inputs, context, log);
    const [actor, saidAt] = await Promise.all([
        (0,read_actor/* createActorReader */.Z)(pass.github, pass.policy.teams)(inputs.actor),
        (0,read_runs/* readAttemptStart */.Im)(pass.github, pass.facts),
    ]);
    const forbidden = (0,core_actor/* findForbidden */.N)(command, actor, { teams: pass.policy.teams, pausedBy: null });
    if (forbidden !== null)
        throw refusal(forbidden);
    const end = await runCommand({ command, actor, saidAt }, pass);
    if (end.kind === 'leased')
        throw refusal(stillLeased(end.holder));
    if (end.kind === 'refused')
        throw refusal(end);
    const given = { command: `${inputs.command} ${inputs.story}`, actor: inputs.actor };
    if (end.kind === 'told') {
        for (const line of end.reply.split('\n'))
            log(`· ${(0,sanitise/* plainLine */.h0)(line, 1000)}`);
        const answer = (0,sanitise/* plainLine */.h0)(end.reply, 1000);
        return { outputs: { answer }, summary: `${(0,summary/* renderCommandSummary */.OF)({ ...given, answer: '' })}\n${end.reply}\n` };
    }
    // What holds a story can be told in an agent's words: on a line of their own they could be workflow commands.
    const answer = (0,sanitise/* plainLine */.h0)(end.answer, 1000);
    log(`▸ ${command.verb} ${'story' in command ? command.story : '-'} — by ${inputs.actor}: ${answer}`);
    return { outputs: { answer }, summary: (0,summary/* renderCommandSummary */.OF)({ ...given, answer }) };
}
function refusal({ reason, remedy }) {
    return new errors/* ConfigurationError */.j(reason, { remedy });
}
/** A run that is run again has the command that it was started with. */
function stillLeased(holder) {
    return {
        reason: `The command waited in vain for ${(0,wait_for_lease/* describeHolder */.sG)(holder)}, and changed nothing.`,
        remedy: 'Run this run again (_Re-run all jobs_) when that one has ended: it has the command still.',
    };
}


/***/ }),

/***/ 4534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ joinReplies),
  V: () => (/* binding */ renderReply)
});

// EXTERNAL MODULE: ./build/core/command-guide.js
var command_guide = __webpack_require__(8382);
// EXTERNAL MODULE: ./build/core/explain.js
var explain = __webpack_require__(9277);
// EXTERNAL MODULE: ./build/core/forecast.js
var forecast = __webpack_require__(4797);
// EXTERNAL MODULE: ./build/core/reasons.js + 8 modules
var reasons = __webpack_require__(9973);
// EXTERNAL MODULE: ./build/core/story.js
var story = __webpack_require__(2703);
// EXTERNAL MODULE: ./build/render/decision.js
var decision = __webpack_require__(771);
// EXTERNAL MODULE: ./build/render/forecast.js
var render_forecast = __webpack_require__(5908);
// EXTERNAL MODULE: ./build/render/hold-groups.js
var hold_groups = __webpack_require__(4993);
// EXTERNAL MODULE: ./build/render/keep-within.js
var keep_within = __webpack_require__(9298);
// EXTERNAL MODULE: ./build/render/sanitise.js
var sanitise = __webpack_require__(4123);
// EXTERNAL MODULE: ./build/render/standing.js
var standing = __webpack_require__(8633);
// EXTERNAL MODULE: ./build/render/hold-text.js
var hold_text = __webpack_require__(846);
;// CONCATENATED MODULE: ./build/render/why.js




/**
 * Why a story does not move, in plain lines: the chain down to its root in one sentence, what to do there, then every
 * branch of it where there is more than one.
 */
function renderWhy(explanation, now) {
    if (explanation.kind === 'unknown') {
        const { story, nearest } = explanation;
        return [`There is no story ${story}.${nearest === null ? '' : ` Did you mean ${nearest}?`}`];
    }
    const { link, line } = explanation;
    const chain = (0,explain/* chainOf */.dR)(link);
    const root = chain.at(-1) ?? link;
    return [
        ...(link.title === '' ? [] : [`${link.story} ${(0,sanitise/* plainLine */.h0)(link.title)}`]),
        `${describeChain(chain)}${describeRoot(root, now)}`,
        ...(root.state.kind === 'held' ? [`What to do: ${(0,hold_text/* remedyFor */.wJ)(root.state.hold.code, root.story)}`] : []),
        ...describeLine(line, root),
        ...(hasBranches(link) ? ['', 'All that it waits for:', ...describeTree(link.waitsFor, now)] : []),
    ];
}
/** Of a long chain its beginning and its end are named: a reader is to come to what holds it. */
const named = { first: 8, last: 2 };
/** `2.3 waits for 2.1, which waits for 1.1` */
function describeChain(chain) {
    const stories = chain.map(({ story }) => story);
    const left = stories.length - named.first - named.last;
    const told = left <= 1 ? stories : [...stories.slice(0, named.first), `${left} more`, ...stories.slice(-named.last)];
    return told.join(', which waits for ').replace(', which waits for ', ' waits for ');
}
function describeRoot({ state, isRepeated, story }, now) {
    if (isRepeated)
        return `: a circle, ${story} stands above already`;
    switch (state.kind) {
        case 'held':
            return `: ${describe(state.hold)}${describeSince(state.since, now)}.`;
        case 'moving':
            return `: it moves; next is ${(0,sanitise/* plainLine */.h0)(state.next, 300)}.`;
        case 'done':
            return ': verified.';
    }
}
function describe({ code, detail }) {
    return detail === '' ? reasons/* reasons */.Ot[code].title : `${reasons/* reasons */.Ot[code].title} (${(0,sanitise/* plainLine */.h0)(detail, 500)})`;
}
function describeSince(since, now) {
    if (since === null)
        return '';
    const minutes = Math.max(0, Math.floor((now - since) / 60_000));
    if (minutes < 1)
        return ', since less than a minute';
    if (minutes < 120)
        return `, since ${minutes} min`;
    return minutes < 48 * 60 ? `, since ${Math.floor(minutes / 60)} h` : `, since ${Math.floor(minutes / 1440)} days`;
}
/** What everything waits for, unless it was said as the root of this chain. */
function describeLine(line, { state }) {
    if (line === null || (state.kind === 'held' && isSaid(line, state.hold)))
        return [];
    return [`The whole line waits, too: ${describe(line)}. ${reasons/* reasons */.Ot[line.code].remedy}`];
}
/** A merge that waits for its proof says in its own words what the whole line waits for. */
function isSaid(line, { code, detail }) {
    return code === line.code || (detail !== '' && detail === line.detail);
}
function hasBranches(link) {
    return (0,explain/* chainOf */.dR)(link).some(({ waitsFor }) => waitsFor.length > 1);
}
/** Every branch, each story with what is below it where it is first come to; however deep that is. */
function describeTree(links, now) {
    const lines = [];
    const told = new Set();
    const listed = links.toReversed().map((link) => ({ link, indent: '  ' }));
    for (let next = listed.pop(); next !== undefined; next = listed.pop()) {
        const { link, indent } = next;
        if (told.has(link.story))
            lines.push(`${indent}${link.story}: as above.`);
        else {
            if (!link.isRepeated)
                told.add(link.story);
            lines.push(`${indent}${link.story}${describeRoot(link, now)}`);
            for (const below of link.waitsFor.toReversed())
                listed.push({ link: below, indent: `${indent}  ` });
        }
    }
    return lines;
}

;// CONCATENATED MODULE: ./build/render/replies.js












/** Short enough to be read, and far below what GitHub takes of a comment. */
const replyLimit = 20_000;
/** Below the 65,536 characters that GitHub takes of a comment, with room for how it is known. */
const answerLimit = 60_000;
/** Stories that are told whole where nobody named one. */
const mostChains = 10;
/** The replies to the commands of one comment as one comment; what is too much for it is said to be left out. */
function joinReplies(replies) {
    return (0,keep_within/* keepWithin */.X)(replies, answerLimit, (left) => `… and ${left} more: ask for them in a comment of their own.`).join('\n\n');
}
/** What a person asked to be told, as Markdown. */
function renderReply(ask, facts) {
    return (0,keep_within/* keepWithin */.X)(linesOf(ask, facts), replyLimit, (left) => `… and ${left} more lines`)
        .join('\n')
        .trim();
}
function linesOf(ask, facts) {
    switch (ask.kind) {
        case 'help':
            return renderHelp();
        case 'status':
            return renderStatus(facts);
        case 'plan':
            return renderPlan(facts);
        case 'why':
            return ask.story === null ? renderEveryWhy(facts) : renderOneWhy(ask.story, facts);
    }
}
function renderHelp() {
    return [
        'Begin a line with `/orchestrate`. On a pull request of ours STORY may be left out.',
        '',
        '| write | it | takes |',
        '| --- | --- | --- |',
        ...Object.values(command_guide/* commandGuide */.o).map(({ form, says, needs }) => `| \`/orchestrate ${form.replaceAll('|', '\\|')}\` | ${says} | ${needs} |`),
    ];
}
function renderStatus({ world, plan }) {
    return [
        (0,standing/* renderStanding */.F8)({ world, plan }),
        '',
        ...(0,standing/* renderLine */.ni)(plan),
        ...(0,standing/* renderNotes */.IE)(plan),
        ...(0,hold_groups/* renderHoldGroups */.k)(plan, world.stories),
    ];
}
/** What is decided now, but for the answers to people. */
function renderPlan({ world, plan, tally }) {
    const next = plan.decisions.filter(({ kind }) => kind !== 'answer').map(decision/* renderDecision */.X);
    return [
        (0,render_forecast/* renderForecast */.Y)((0,forecast/* forecast */.g)(world, plan, tally)),
        '',
        ...(0,standing/* renderLine */.ni)(plan),
        ...(next.length === 0 ? ['Nothing would be done now.'] : (0,keep_within/* keepWithin */.X)(next, 6000, (left) => `- and ${left} more`)),
        '',
        ...(0,hold_groups/* renderHoldGroups */.k)(plan, world.stories),
    ];
}
function renderOneWhy(story, { world, plan, ledger, now }) {
    return toMarkdown(renderWhy((0,explain/* explainStory */.By)(story, { world, plan, ledger }), now));
}
/** What the line waits for, and the chains of what waits for a person. */
function renderEveryWhy(facts) {
    const { plan } = facts;
    const waiting = [...plan.holds].filter(([, { code }]) => reasons/* reasons */.Ot[code].who === 'person').map(([story]) => story);
    const told = waiting.toSorted(story/* compareStoryNumbers */.jn).slice(0, mostChains);
    const more = waiting.length - told.length;
    return [
        ...(0,standing/* renderLine */.ni)(plan),
        ...(waiting.length === 0 ? ['Nothing waits for a person. Name a story to be told what it waits for.'] : []),
        ...told.flatMap((story) => [...renderOneWhy(story, facts), '']),
        ...(more === 0 ? [] : [`… and ${more} more that wait for a person: \`/orchestrate status\` tells them all.`]),
    ];
}
/** Plain lines as Markdown: each its own line, the tree as a list, and nothing in it read as markup. */
function toMarkdown(lines) {
    return lines.map((line) => {
        const indent = line.length - line.trimStart().length;
        const text = (0,sanitise/* sanitiseLine */.lg)(line, 2000);
        return indent === 0 ? (text === '' ? '' : `${text}  `) : `${' '.repeat(indent - 2)}- ${text}`;
    });
}


/***/ })

};
