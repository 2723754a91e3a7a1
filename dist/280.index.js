export const id = 280;
export const ids = [280];
export const modules = {

/***/ 3280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommandPhase: () => (/* binding */ runCommandPhase)
});

// EXTERNAL MODULE: ./build/core/nearest.js
var core_nearest = __webpack_require__(2732);
;// CONCATENATED MODULE: ./build/core/command.js

const verbs = ['retry', 'reset', 'pause', 'resume', 'approve-paths'];
const guidanceLimit = 2000;
const known = verbs.map((verb) => `\`${verb}\``).join(', ');
/** What a person must be allowed to do: lifting a hold takes `write`, throwing work away or letting it pass takes `maintain`. */
function roleNeeded({ verb }) {
    return verb === 'reset' || verb === 'approve-paths' ? 'maintain' : 'write';
}
/**
 * Reads a command from its text (`retry 2.1: use the streaming parser`), or from its verb and what it is about given
 * apart; what cannot be read is answered with what to write instead.
 */
function parseCommand(text, argument) {
    const [head, said] = splitGuidance(text.replace(/^\s*\/orchestrate\s+/i, ''));
    const [about, more] = splitGuidance(argument);
    const [typed = '', ...words] = head.split(/\s+/).filter((word) => word !== '');
    const guidance = [said, more].filter((part) => part !== '').join('\n');
    const subjects = [...new Set([...words, ...about.split(/\s+/).filter((word) => word !== '')])];
    if (typed === '')
        return fault('There is no command.', `Give one of ${known}.`);
    const verb = verbs.find((candidate) => candidate === typed.toLowerCase());
    if (verb === undefined)
        return unknownVerb(typed);
    if (guidance !== '' && verb !== 'retry') {
        return fault(`\`${verb}\` takes no words after a colon.`, 'Only `retry` does: they go to the next agent.');
    }
    if (guidance.length > guidanceLimit) {
        return fault(`The guidance has ${guidance.length} characters, and ${guidanceLimit} are the most.`, 'Put what is long into the story itself.');
    }
    return parseSubject(verb, subjects, guidance === '' ? null : guidance);
}
function parseSubject(verb, subjects, guidance) {
    switch (verb) {
        case 'pause':
        case 'resume':
            if (subjects.length === 0)
                return { kind: 'command', command: { verb } };
            return fault(`\`${verb}\` is for the whole project, and ${subjects.join(', ')} was given.`, `Write it alone.`);
        case 'retry':
        case 'reset': {
            const story = oneOf(subjects, { verb, wanted: 'the number of a story', form: storyForm, example: '2.1' });
            if (typeof story !== 'string')
                return story;
            return { kind: 'command', command: verb === 'retry' ? { verb, story, guidance } : { verb, story } };
        }
        case 'approve-paths': {
            const wanted = 'the SHA of a commit, at least seven digits of it';
            const sha = oneOf(subjects, { verb, wanted, form: shaForm, example: '1a2b3c4' });
            return typeof sha === 'string' ? { kind: 'command', command: { verb, sha: sha.toLowerCase() } } : sha;
        }
    }
}
const storyForm = /^(\d+(\.\d+)?|repair-[0-9a-f]{7})$/;
const shaForm = /^[0-9a-f]{7,64}$/i;
/** The one thing that a command is about, in the form that it must have. */
function oneOf(subjects, { verb, wanted, form, example }) {
    const remedy = `Write it as \`${verb} ${example}\`.`;
    const [subject, ...others] = subjects;
    if (subject === undefined)
        return fault(`\`${verb}\` needs ${wanted}.`, remedy);
    if (others.length > 0)
        return fault(`\`${verb}\` takes one at a time, not ${subjects.join(', ')}.`, remedy);
    return form.test(subject) ? subject : fault(`\`${subject}\` is not ${wanted}.`, remedy);
}
function unknownVerb(typed) {
    const nearest = (0,core_nearest/* findNearest */.q)(typed, verbs);
    const all = `The commands are ${known}.`;
    return fault(`\`${typed}\` is no command.`, nearest === null ? all : `Did you mean \`${nearest}\`? ${all}`);
}
function splitGuidance(text) {
    const colon = text.indexOf(':');
    return colon === -1 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1).trim()];
}
function fault(reason, remedy) {
    return { kind: 'fault', reason, remedy };
}

;// CONCATENATED MODULE: ./build/core/actor.js

/** Why this command is not for this actor to give, or nothing. */
function findForbidden(command, actor) {
    if (actor.isBot) {
        return { reason: `${actor.login} is a bot.`, remedy: 'Commands steer the project: a person has to give them.' };
    }
    const role = roleNeeded(command);
    if (role === 'maintain' ? actor.canMaintain : actor.canWrite)
        return null;
    const needed = role === 'maintain' ? 'the role maintain or admin' : 'write permission';
    return {
        reason: `${actor.login} may not \`${command.verb}\`: it takes ${needed} in this repository.`,
        remedy: 'Ask somebody who has it to run the workflow with this command.',
    };
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/github/parse-answer.js
var parse_answer = __webpack_require__(812);
;// CONCATENATED MODULE: ./build/github/permission.js


const permissionSchema = schemas/* object */.Ikc({
    permission: schemas/* string */.YjP(),
    role_name: schemas/* string */.YjP(),
    user: schemas/* object */.Ikc({ type: schemas/* string */.YjP(), permissions: schemas/* object */.Ikc({ maintain: schemas/* boolean */.zMY().optional() }).optional() })
        .nullable(),
});
/**
 * What somebody may do in the repository. `permission` knows four words and says what a role of one's own making is
 * based on; only what is told of the user tells `maintain` then.
 */
async function readPermission(github, login) {
    const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
    const answer = await github.request(route, { username: login }, [404]);
    if (answer.status === 404)
        return { login, isBot: login.endsWith('[bot]'), canWrite: false, canMaintain: false };
    const { permission, role_name: role, user } = (0,parse_answer/* parseAnswer */.W)(permissionSchema, answer.data, route);
    const isAdmin = permission === 'admin';
    return {
        login,
        isBot: user?.type === 'Bot' || login.endsWith('[bot]'),
        canWrite: isAdmin || permission === 'write',
        canMaintain: isAdmin || role === 'maintain' || user?.permissions?.maintain === true,
    };
}

;// CONCATENATED MODULE: ./build/core/command-answer.js
/** A command that was followed; also one that asked for what is so already. */
function applied(ledger, answer) {
    return { kind: 'applied', ledger, answer };
}
/** A command that cannot be followed. */
function refused(reason, remedy) {
    return { kind: 'refused', reason, remedy };
}

// EXTERNAL MODULE: ./build/core/ledger.js
var core_ledger = __webpack_require__(8365);
// EXTERNAL MODULE: ./build/core/view.js
var core_view = __webpack_require__(6761);
;// CONCATENATED MODULE: ./build/core/approve-paths.js



/** Lets protected paths pass for exactly the one head of that SHA, or says what waits for it. */
function approvePaths(ledger, sha, world) {
    const waiting = [...findKept(ledger), ...findPushed(ledger, world)];
    const [found, ...others] = waiting.filter((candidate) => candidate.sha.startsWith(sha));
    if (found !== undefined && others.every((other) => other.sha === found.sha && other.story === found.story)) {
        return applied((0,core_ledger/* remember */.kY)(ledger, found.story, { approvedHead: found.sha }), `${found.story}: ${found.paths.join(', ')} may be as ${found.sha.slice(0, 7)} has it.`);
    }
    const done = found === undefined ? findApproved(ledger, sha) : undefined;
    if (done !== undefined)
        return applied(ledger, `${done}: ${sha.slice(0, 7)} is approved already.`);
    const list = waiting.map(({ story, sha: head, paths }) => `${story} at ${head.slice(0, 10)} (${paths.join(', ')})`);
    return refused(found === undefined ? `No work waits for the approval of ${sha}.` : `${sha} is the SHA of more than one work.`, list.length === 0 ? 'Nothing waits for approval.' : `What waits: ${list.join('; ')}.`);
}
function findKept(ledger) {
    return Object.entries(ledger.stories).flatMap(([story, { kept }]) => kept === null ? [] : { story, sha: kept.head.sha, paths: kept.protectedPaths });
}
/** Heads that somebody pushed, and that touch protected paths. */
function findPushed(ledger, world) {
    return (0,core_view/* viewStories */.dG)(world, ledger).flatMap(({ story, pullRequest }) => {
        const pushed = pullRequest === null ? undefined : world.heads.get(pullRequest.number);
        const paths = pushed?.work?.protectedPaths ?? [];
        return pushed === undefined || paths.length === 0 ? [] : { story: story.number, sha: pushed.sha, paths };
    });
}
function findApproved(ledger, sha) {
    return Object.entries(ledger.stories).find(([, { approvedHead, head }]) => approvedHead?.startsWith(sha) || head?.sha.startsWith(sha))?.[0];
}

// EXTERNAL MODULE: ./build/core/earlier-life.js
var earlier_life = __webpack_require__(4781);
;// CONCATENATED MODULE: ./build/core/command-facts.js

/** Whether an agent is at work on the story. */
function isInFlight(story, ledger) {
    return Object.values(ledger.flights).some((flight) => flight.story === story);
}
/** How often the story was rejected, by whoever remembers more. */
function rejectionsOf(story, ledger, { rejections }) {
    return Math.max((0,core_ledger/* recall */.I9)(ledger, story).rejections, rejections.get(story) ?? 0);
}

// EXTERNAL MODULE: ./build/core/story.js
var core_story = __webpack_require__(2703);
;// CONCATENATED MODULE: ./build/core/reset-story.js




/** Has a story started over: nothing stays but its branch's number and what is to be given back and closed. */
function resetStory(ledger, number, facts) {
    const { identities, stories } = facts.world;
    const memory = (0,core_ledger/* recall */.I9)(ledger, number);
    const story = stories.find((candidate) => candidate.number === number);
    if (story === undefined) {
        return refused(`${number} is no story of the backlog.`, 'Only a story can be started over; `retry` lifts its hold.');
    }
    if ((0,core_story/* isDone */.$L)(story))
        return refused(`${number} is verified.`, 'Revert it on the base yourself if it must go.');
    const isRewound = memory.merged !== null && isLost(memory.merged, number, facts);
    if (memory.merged !== null && !isRewound) {
        const at = memory.merged.sha.slice(0, 7);
        return refused(`${number} is merged, as ${at}.`, 'Wait for the proof of the base, or revert it there yourself.');
    }
    const isOurs = story.assignedAgentId === null || story.assignedAgentId === identities.implementer;
    if (!isOurs)
        return refused(`${number} is claimed by somebody else.`, 'Have the claim given back there.');
    if (story.agentStatus === 'pending' && ledger.stories[number] === undefined && !isInFlight(number, ledger)) {
        return applied(ledger, `${number}: there is nothing to start over.`);
    }
    const { agreement } = memory;
    // Of a merge that the base was put back to before, nothing is closed: it begins anew beyond its branch.
    const { generation, head, pullRequest } = memory.merged === null ? memory : { generation: memory.generation + 1, head: null, pullRequest: null };
    // loopctl's own record of rejections stays; those of before count no more.
    const rejections = rejectionsOf(number, ledger, facts.world);
    const change = {
        ...core_ledger/* freshStoryMemory */.pn,
        generation,
        agreement,
        head,
        pullRequest,
        rejections,
        granted: rejections,
        startOver: true,
    };
    const flying = isInFlight(number, ledger) ? ' What the agent at work makes is thrown away.' : '';
    return applied((0,core_ledger/* remember */.kY)(ledger, number, change), `${number} is started over: its claim is given back, its pull request closed, every counter at zero.${flying}`);
}
/** Whether the base was put back to before the story's merge, which is held as that. */
function isLost({ sha, baseBefore }, number, { plan, world }) {
    if (plan.holds.get(number)?.code !== 'base_rewound')
        return false;
    return baseBefore === world.base.sha || world.missingMerges.has(sha);
}

// EXTERNAL MODULE: ./build/core/reasons.js + 8 modules
var reasons = __webpack_require__(9973);
// EXTERNAL MODULE: ./build/core/remember.js + 1 modules
var remember = __webpack_require__(2427);
;// CONCATENATED MODULE: ./build/core/lift.js



const lifters = {
    declined: () => ({ change: {}, next: 'a fresh agent gets it' }),
    rejections_exhausted: ({ granted }, { rejections, limit }) => ({
        // One more than what was used up, also where the limit was lowered in the meantime.
        change: { granted: Math.max(granted, rejections - limit) + 1 },
        next: 'one more attempt is granted',
    }),
    infrastructure_exhausted: () => ({
        change: { infrastructure: { failures: 0, notBefore: 0 } },
        next: 'the machines are tried again',
    }),
    backing_off: ({ infrastructure }) => ({
        change: { infrastructure: { ...infrastructure, notBefore: 0 } },
        next: 'it is tried again at once',
    }),
    merge_again: () => ({ change: { unmerged: null }, next: 'it goes through the gate again at once' }),
    merge_refused: () => ({ change: { unmerged: null }, next: 'it goes through the gate again' }),
    repairs_exhausted: () => ({ change: {}, next: 'as many repairs are tried again' }),
    reviews_exhausted: ({ reviews }) => ({ change: { reviews: { ...reviews, count: 0 } }, next: 'it is reviewed again' }),
    closed_by_human: (memory, { pullRequest }) => pullRequest?.state === 'OPEN'
        ? { change: {}, next: 'its pull request is open again, and goes on' }
        : { change: (0,remember/* restart */.S)(beyond(memory, pullRequest)), next: 'it is done again on a new branch' },
    protected_paths: ({ kept, feedback }) => kept === null
        ? null
        : {
            change: { kept: null, feedback: [...feedback, feedbackOfNo(kept)] },
            next: 'the work is not let in, and a fresh agent does without',
        },
};
/**
 * What a person's `retry` changes for a story that is held; null where it is not for `retry` to lift. What was handed to
 * a person (`sticky`) is asked anew, whatever it was.
 */
function liftHold(hold, memory, facts) {
    const lifter = lifters[hold.code];
    if (lifter !== undefined) {
        const lifted = lifter(memory, facts);
        return lifted === null ? null : { ...lifted, change: { ...lifted.change, sticky: null } };
    }
    return isThat(memory.sticky, hold) ? { change: { sticky: null }, next: 'it is looked at again' } : null;
}
/** Whether it is this that was handed to a person: a merge, say, goes before. A code of another release shows as stalled. */
function isThat(sticky, { code, detail }) {
    if (sticky === null)
        return false;
    if ((0,reasons/* isReasonCode */.O8)(sticky.code))
        return sticky.code === code;
    return code === 'stalled_elsewhere' && detail === `${sticky.code}: ${sticky.detail}`;
}
/** An old ledger may not know of the branch that is done with. */
function beyond(memory, pullRequest) {
    const seen = pullRequest === null ? null : (0,core_view/* parseBranch */.Qd)(pullRequest.headRef);
    return { ...memory, generation: Math.max(memory.generation, seen?.generation ?? 1) };
}
function feedbackOfNo({ head, protectedPaths }) {
    return {
        kind: 'outcome_refused',
        summary: 'the change to protected paths was not allowed: do without',
        items: protectedPaths.map((path) => `${path} must stay as it is`),
        headSha: head.sha,
    };
}

;// CONCATENATED MODULE: ./build/core/retry-story.js







/** Lifts the hold that a story waits under for a person, and no other; what the person says goes to the next author. */
function retryStory(ledger, { story, guidance }, facts) {
    const memory = (0,core_ledger/* recall */.I9)(ledger, story);
    const hold = holdOf(story, memory, facts);
    if (hold?.code === 'author_runs_exhausted') {
        return refused(`${story}: ${(0,reasons/* describeHold */.TZ)(hold)}`, 'Only `reset` lifts it: the story is started over.');
    }
    if (hold?.code === 'repairs_exhausted' && (ledger.repair.red?.reverts ?? null) !== null) {
        return refused(`${story}: ${(0,reasons/* describeHold */.TZ)(hold)}`, 'A revert is the last attempt: mend the base yourself.');
    }
    const lift = hold === null ? null : liftHold(hold, memory, liftFactsOf(story, ledger, facts));
    const lifted = lift === null ? ledger : (0,core_ledger/* remember */.kY)(recount(ledger, hold), story, lift.change);
    const advised = guidance === null ? lifted : advise(lifted, story, guidance, facts);
    const words = advised === lifted ? '' : ' The next agent is told what you said.';
    if (lift !== null)
        return applied(advised, `${story} is released: ${lift.next}.${words}`);
    const standing = hold === null ? 'the next pass goes on with it' : (0,reasons/* describeHold */.TZ)(hold);
    return applied(advised, `${story}: there is nothing to lift (${standing}).${words}`);
}
function liftFactsOf(number, ledger, { world, limits }) {
    const view = (0,core_view/* viewStories */.dG)(world, ledger).find(({ story }) => story.number === number);
    return {
        rejections: rejectionsOf(number, ledger, world),
        limit: limits.rejections,
        pullRequest: view?.pullRequest ?? null,
    };
}
/** Repairs are counted for the base, over all its red commits in a row. */
function recount(ledger, hold) {
    return hold?.code === 'repairs_exhausted' ? { ...ledger, repair: { ...ledger.repair, tries: 0 } } : ledger;
}
/** What holds the story, or is about to. */
function holdOf(story, { sticky }, { plan }) {
    const escalation = plan.decisions.find((decision) => decision.kind === 'escalate' && decision.story.number === story);
    const held = plan.holds.get(story) ?? null;
    if (held !== null || escalation?.kind !== 'escalate')
        return held;
    return sticky === null ? escalation.hold : null;
}
/** Guidance for the next author; an agent that is at work cannot hear it, and nobody reads it for a story that is done. */
function advise(ledger, story, guidance, { actor, world }) {
    const isOver = world.stories.some((facts) => facts.number === story && (0,core_story/* isDone */.$L)(facts));
    const { feedback, head, merged } = (0,core_ledger/* recall */.I9)(ledger, story);
    if (isOver || merged !== null || isInFlight(story, ledger))
        return ledger;
    const entry = {
        kind: 'guidance',
        summary: `guidance by ${actor}`,
        items: [guidance],
        headSha: head?.sha ?? null,
    };
    const isSaid = feedback.some(({ kind, summary, items }) => {
        return kind === entry.kind && summary === entry.summary && items[0] === guidance;
    });
    return isSaid ? ledger : (0,core_ledger/* remember */.kY)(ledger, story, { feedback: [...feedback, entry] });
}

;// CONCATENATED MODULE: ./build/core/apply-command.js







/**
 * What a person's command makes of the ledger, or why it cannot be followed. Given twice it changes nothing more, unless
 * another reason has come to hold the story; what is to be done about it is for the next pass to see.
 */
function applyCommand(ledger, command, facts, now) {
    switch (command.verb) {
        case 'pause':
            if (ledger.paused !== null)
                return applied(ledger, `The project is paused already, by ${ledger.paused.by}.`);
            return applied({ ...ledger, paused: { by: facts.actor, at: now } }, 'The project is paused: nothing new is started and nothing is merged; agents at work go on to their end.');
        case 'resume':
            if (ledger.paused === null)
                return applied(ledger, 'The project is not paused.');
            return applied({ ...ledger, paused: null }, 'The project goes on.');
        case 'retry':
            return (findUnknown(command.story, ledger, facts) ?? retryStory(recollect(ledger, command.story, facts), command, facts));
        case 'reset':
            return (findUnknown(command.story, ledger, facts) ??
                resetStory(recollect(ledger, command.story, facts), command.story, facts));
        case 'approve-paths':
            return approvePaths(ledger, command.sha, facts.world);
    }
}
/** What a lost ledger knew of the story, as far as pull requests tell it: which branch is the newest. */
function recollect(ledger, story, { world }) {
    const noted = (0,earlier_life/* noteEarlierLife */.p)(ledger, world);
    return noted.stories[story] === ledger.stories[story] ? ledger : (0,core_ledger/* remember */.kY)(ledger, story, (0,core_ledger/* recall */.I9)(noted, story));
}
function findUnknown(story, ledger, { world }) {
    const known = [...world.stories.map(({ number }) => number), ...Object.keys(ledger.stories)];
    if (known.includes(story))
        return null;
    const nearest = (0,core_nearest/* findNearest */.q)(story, known);
    return refused(`There is no story ${story}.`, nearest === null ? 'Look for its number in the backlog.' : `Did you mean ${nearest}?`);
}

// EXTERNAL MODULE: ./build/loopctl/loopctl-error.js
var loopctl_error = __webpack_require__(8324);
// EXTERNAL MODULE: ./build/core/decide.js + 32 modules
var decide = __webpack_require__(8519);
// EXTERNAL MODULE: ./build/pass/gather.js + 18 modules
var gather = __webpack_require__(9636);
;// CONCATENATED MODULE: ./build/pass/look.js


/** Gathers and decides exactly as a pass does, and stops there: nothing is applied, nothing is saved. */
async function look(ledger, pass) {
    const { world } = await (0,gather/* gather */.k)(ledger, { outcome: null, look: null }, pass);
    return { world, plan: (0,decide/* decide */.L)(world, ledger, pass.policy, pass.now()) };
}

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
    const facts = { actor: given.actor, ...(await look(held.ledger, pass)), limits: pass.policy.limits };
    const end = applyCommand(held.ledger, given.command, facts, pass.now());
    if (end.kind === 'refused')
        return { kind: 'done', value: end };
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
// EXTERNAL MODULE: ./build/render/summary.js + 1 modules
var render_summary = __webpack_require__(7111);
// EXTERNAL MODULE: ./build/phases/open-pass.js + 84 modules
var open_pass = __webpack_require__(1635);
;// CONCATENATED MODULE: ./build/phases/command.js









/** A person steers: the command is read, the person's permission asked for, and the ledger changed or the command refused. */
async function runCommandPhase(inputs, context, log) {
    const reading = parseCommand(inputs.command, inputs.story);
    if (reading.kind === 'fault')
        throw refusal(reading);
    const { command } = reading;
    const { pass } = await (0,open_pass/* openPass */.K)(inputs, context, log);
    const forbidden = findForbidden(command, await readPermission(pass.github, inputs.actor));
    if (forbidden !== null)
        throw refusal(forbidden);
    const end = await runCommand({ command, actor: inputs.actor }, pass);
    if (end.kind === 'leased')
        throw refusal(stillLeased(end.holder));
    if (end.kind === 'refused')
        throw refusal(end);
    // What holds a story can be told in an agent's words: on a line of their own they could be workflow commands.
    const answer = (0,sanitise/* plainLine */.h0)(end.answer, 1000);
    log(`▸ ${command.verb} ${'story' in command ? command.story : '-'} — by ${inputs.actor}: ${answer}`);
    const summary = (0,render_summary/* renderCommandSummary */.OF)({ command: `${inputs.command} ${inputs.story}`, actor: inputs.actor, answer });
    return { outputs: { answer }, summary };
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


/***/ })

};
