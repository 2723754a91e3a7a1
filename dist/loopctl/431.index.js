export const id = 431;
export const ids = [431];
export const modules = {

/***/ 6938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E0: () => (/* binding */ selfJudged),
/* harmony export */   NL: () => (/* binding */ requireCustody),
/* harmony export */   cv: () => (/* binding */ readJudged)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5586);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9469);
/* harmony import */ var _distinct_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1214);
/* harmony import */ var _loopctl_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8324);
/* harmony import */ var _story_call_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(553);





const judging = new Set(['report', 'report-done', 'review-complete', 'verify', 'reject']);
const storySeen = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ story: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ assigned_agent_id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable() }) });
/** The story that a report or a judgement is about; null for every other request. */
function readJudged(request) {
    const step = (0,_story_call_js__WEBPACK_IMPORTED_MODULE_4__/* .readStoryCall */ .s)(request.path);
    return step === null || !judging.has(step.call) || request.method !== 'POST' ? null : step.story;
}
/**
 * Refuses a report or a judgement in the name of the very agent that the story is assigned to. A server would not only
 * refuse it but halt the whole tenant, so it is never sent: the story is read right before.
 */
async function requireCustody(identity, request, custody) {
    const story = readJudged(request);
    if (story === null)
        return;
    const { [identity]: judge } = (0,_distinct_js__WEBPACK_IMPORTED_MODULE_1__/* .requireDistinct */ .C)(await custody.identities());
    const seen = storySeen.safeParse((await custody.read({ method: 'GET', path: story })).body);
    // A story that is not there is refused by the call itself, and halts nothing.
    if (!seen.success || seen.data.story.assigned_agent_id !== judge.agentId)
        return;
    throw selfJudged(request, identity, `the story is assigned to the ${identity}'s own agent`);
}
/** loopctl's own refusal, without what it does to the tenant. */
function selfJudged(request, identity, why) {
    return new _loopctl_error_js__WEBPACK_IMPORTED_MODULE_2__/* .LoopctlRefusal */ .QV({
        request: (0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(request),
        status: 409,
        code: identity === 'reviewer' ? 'self_report_blocked' : 'self_verify_blocked',
        message: `${why}; sent, it would have halted the tenant`,
        context: {},
    });
}


/***/ }),

/***/ 5431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createHttpTransport: () => (/* binding */ createHttpTransport)
});

// EXTERNAL MODULE: ./build/loopctl/ask.js
var ask = __webpack_require__(9469);
// EXTERNAL MODULE: ./build/loopctl/loopctl-error.js
var loopctl_error = __webpack_require__(8324);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 14 modules
var schemas = __webpack_require__(5586);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/loopctl/http/story-call.js
var story_call = __webpack_require__(553);
;// CONCATENATED MODULE: ./build/loopctl/http/capability.js



/** The steps for which a tenant with an audit key wants a capability. */
const guarded = new Set(['start', 'report', 'verify']);
const recovered = schemas/* object */.Ikc({ data: schemas/* looseObject */._H3({ cap_id: schemas/* string */.YjP() }) });
const missing = schemas/* object */.Ikc({ error: schemas/* looseObject */._H3({ code: schemas/* literal */.euz('missing_capability') }) });
/**
 * What became of a step, sent once more with its capability where the tenant has an audit key and wants one. loopctl
 * 1.0.0 never reads it: then a story that could not be started is given back, and the reason is told, before anything
 * else is claimed.
 */
async function withCapability(sent, identity, request, send) {
    const found = (0,story_call/* readStoryCall */.s)(request.path);
    if (found === null || !guarded.has(found.call) || !mayLack(sent))
        return sent;
    const { story, call: step } = found;
    const capability = await recover(story, step, send);
    if (capability === null)
        return sent;
    const again = await send(identity, { ...request, body: { ...bodyOf(request), cap_id: capability } });
    if (!mayLack(again))
        return again;
    if (step === 'start')
        await send('implementer', { method: 'POST', path: `${story}/unclaim`, body: {} });
    throw new errors/* ConfigurationError */.j(`This loopctl server cannot ${step} stories of a tenant with an audit key.`, {
        remedy: 'Use a tenant without an audit key, or the embedded store (leave `loopctl-url` empty), until the server reads the capability that it asks for.',
    });
}
/** A start without its capability is answered 500 and not 403. */
function mayLack(sent) {
    return sent.kind === 'unknown' ? sent.status === 500 : missing.safeParse(sent.answer.body).success;
}
/** Only a tenant with an audit key has one to give, and only to the agent that the story is assigned to. */
async function recover(story, step, send) {
    const body = { cap_type: `${step}_cap`, lineage: [] };
    const sent = await send('implementer', { method: 'POST', path: `${story}/recover-cap`, body });
    return sent.kind === 'unknown' ? null : (recovered.safeParse(sent.answer.body).data?.data.cap_id ?? null);
}
function bodyOf({ body }) {
    return typeof body === 'object' && body !== null ? body : {};
}

// EXTERNAL MODULE: ./build/loopctl/http/custody.js
var custody = __webpack_require__(6938);
;// CONCATENATED MODULE: ./build/loopctl/http/to-json.js
/**
 * A body as JSON that a loopctl server can keep: a character that was cut in half is none to its parser, and PostgreSQL
 * has no place for NUL. Both stand in what agents and logs write; a ledger that is refused for it would be refused again
 * and again.
 */
function toJson(body) {
    return JSON.stringify(body, (_, value) => typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value);
}

;// CONCATENATED MODULE: ./build/loopctl/http/exchange.js

/** An import of some thousand stories takes a server a good while. */
const answerLimitMs = 60_000;
/**
 * Sends one request and reads its whole answer; an answer that is no JSON is its text. Each has a connection of its own:
 * the server drops one after many an error without saying so, and the next request on it would be lost.
 */
async function exchange(server, identity, request) {
    const response = await fetch(addressOf(server.url, request), {
        method: request.method,
        headers: {
            authorization: `Bearer ${server.keys[identity]}`,
            accept: 'application/json',
            connection: 'close',
            // A tree head that is remembered can halt the tenant; this is accepted every time.
            'x-loopctl-sth-bootstrap': 'true',
            ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(request.body === undefined ? {} : { body: toJson(request.body) }),
        // To follow one could hand the key to somebody else.
        redirect: 'manual',
        signal: AbortSignal.timeout(answerLimitMs),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}
function addressOf(url, { path, query = {} }) {
    const address = new URL(url);
    address.pathname = `${address.pathname.replace(/\/$/, '')}${path}`;
    address.search = new URLSearchParams(query).toString();
    return address;
}

;// CONCATENATED MODULE: ./build/loopctl/http/pace.js
/** The longest that the server's window of counting lasts. */
const windowMs = 60_000;
/**
 * For how many milliseconds nothing more should be sent with the key of this answer; 0 when there is no need to wait.
 * Reckoned by the server's own clock, which need not be ours.
 */
function readPauseMs({ status, headers }, now) {
    const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
    if (status === 429)
        return atLeast(Number.isFinite(retryAfter) ? bounded(retryAfter * 1000) : resetMs(headers, now));
    return headers.get('x-ratelimit-remaining') === '0' ? resetMs(headers, now) : 0;
}
function resetMs(headers, now) {
    const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * 1000;
    const theirs = Date.parse(headers.get('date') ?? '');
    return Number.isFinite(reset) ? bounded(reset - (Number.isFinite(theirs) ? theirs : now)) : windowMs;
}
/** What was refused is not sent again in the same breath, whatever the answer says. */
function atLeast(milliseconds) {
    return Math.max(milliseconds, 250);
}
function bounded(milliseconds) {
    return Math.min(Math.max(milliseconds, 0), windowMs);
}

;// CONCATENATED MODULE: ./build/loopctl/http/patience.js




/**
 * One job's way to a loopctl server, under the rate limit that its answers announce for each key. What was refused as
 * too much had no effect and is sent again in time; whether to repeat what was lost is for the caller to say.
 */
function createPatientSend(server, waits) {
    const openAt = new Map();
    async function waitFor(identity, request) {
        for (let at = openAt.get(identity) ?? 0; at > waits.now(); at = openAt.get(identity) ?? 0) {
            if (at > waits.until)
                throw tooMuch(request, at - waits.now());
            await waits.pause(at - waits.now());
        }
    }
    function note(identity, answer) {
        const pause = readPauseMs(answer, waits.now());
        if (pause > 0)
            openAt.set(identity, Math.max(openAt.get(identity) ?? 0, waits.now() + spread(pause)));
    }
    return async (identity, request) => {
        for (;;) {
            await waitFor(identity, request);
            const sent = await exchange(server, identity, request).then(toSent, toUnknown);
            if (sent.kind === 'unknown')
                return sent;
            note(identity, sent.answer);
            if (sent.answer.status !== 429)
                return sent.answer.status < 500 ? sent : toFailed(sent.answer);
        }
    };
}
/** Jobs that waited for the same moment should not all ask at it. */
function spread(milliseconds) {
    return milliseconds * (1 + Math.random() / 10);
}
function tooMuch(request, waitMs) {
    const message = `Too much was asked of loopctl, and it is not asked again for ${Math.ceil(waitMs / 1000)} s.`;
    return new loopctl_error/* LoopctlTrouble */.hb(message, {
        request: (0,ask/* nameOf */.Vb)(request),
        status: 429,
        requestId: null,
        retryable: true,
        isTooMuch: true,
    });
}
function toSent(answer) {
    return { kind: 'answered', answer };
}
function toUnknown(cause) {
    return { kind: 'unknown', status: null, cause };
}
function toFailed({ status, body }) {
    return { kind: 'unknown', status, cause: body };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/loopctl/http/repeat.js




const storySeen = schemas/* object */.Ikc({
    story: schemas/* looseObject */._H3({
        agent_status: schemas/* string */.YjP(),
        verified_status: schemas/* string */.YjP(),
        assigned_agent_id: schemas/* string */.YjP().nullable(),
    }),
});
/** What a story is after a call; each is refused where it already was so, and can be sent again where it is not. */
const effects = {
    contract: (story) => story.agent_status === 'contracted',
    claim: (story, agentId) => story.agent_status === 'assigned' && story.assigned_agent_id === agentId,
    start: (story, agentId) => story.agent_status === 'implementing' && story.assigned_agent_id === agentId,
    report: (story) => story.agent_status === 'reported_done',
    verify: (story) => story.verified_status === 'verified',
    unclaim: (story) => story.agent_status === 'pending',
    'force-unclaim': (story) => story.agent_status === 'pending',
};
/**
 * Whether a request may be repeated. Reads, merging imports and backfills can be; a story's steps and a save of state
 * when reading shows no effect. Anything else (an artifact, usage, a review, a rejection) could come twice, or its
 * effect cannot be told from an earlier one's: the next look of the loop decides it anew.
 */
function decideRepetition(request, agentId) {
    const { method, path, query } = request;
    const isMerge = query?.['merge'] === 'true';
    if (method === 'GET' || (method === 'POST' && (isMerge || path.endsWith('/backfill'))))
        return { kind: 'again' };
    if (method === 'PUT')
        return lookForState(request);
    const step = (0,story_call/* readStoryCall */.s)(path);
    const effect = effects[step?.call ?? ''];
    return step === null || effect === undefined || agentId === null
        ? { kind: 'never' }
        : lookForStory(step.story, effect, agentId);
}
function lookForStory(path, effect, agentId) {
    return {
        kind: 'look',
        reading: { method: 'GET', path },
        find: ({ status, body }) => {
            const seen = storySeen.safeParse(body);
            return seen.success && effect(seen.data.story, agentId) ? { status, body } : null;
        },
    };
}
const saving = schemas/* object */.Ikc({ state_key: schemas/* string */.YjP(), state_data: schemas/* unknown */.L5J(), version: schemas/* number */.aig() });
const stateSeen = schemas/* object */.Ikc({ state: schemas/* looseObject */._H3({ state_data: schemas/* unknown */.L5J(), version: schemas/* number */.aig() }) });
/** A save under a version that is not the current one any more is refused: to send it again is safe. */
function lookForState({ path, body }) {
    const sent = saving.parse(body);
    // What went over the wire: keys without a value did not.
    const data = JSON.parse(toJson(sent.state_data));
    return {
        kind: 'look',
        reading: { method: 'GET', path, query: { state_key: sent.state_key } },
        find: ({ status, body: seen }) => {
            const state = stateSeen.safeParse(seen).data?.state;
            const isOurs = state?.version === sent.version + 1 && (0,external_node_util_.isDeepStrictEqual)(state.state_data, data);
            return isOurs ? { status, body: seen } : null;
        },
    };
}

// EXTERNAL MODULE: ./build/loopctl/http/server.js
var http_server = __webpack_require__(986);
;// CONCATENATED MODULE: ./build/loopctl/http/unmendable.js



const refusal = schemas/* object */.Ikc({ error: schemas/* looseObject */._H3({ message: schemas/* string */.YjP(), code: schemas/* string */.YjP().optional() }) });
/** What only a person can mend, and no repetition: the tenant is halted, or a key is not what it should be; else null. */
function findUnmendable(key, request, { status, body }) {
    const parsed = refusal.safeParse(body);
    if (!parsed.success)
        return null;
    const { message, code } = parsed.data.error;
    if (code === 'tenant_halted') {
        return new errors/* ConfigurationError */.j(`loopctl has halted the whole tenant: ${message}`, {
            remedy: 'Find out whose call broke the chain of custody (the audit log of loopctl names it), then have a superadmin lift it: `POST /api/v1/admin/tenants/<id>/clear-halt`. Until then every call of every key is refused.',
        });
    }
    if (status === 428) {
        return new errors/* ConfigurationError */.j(`loopctl did not get the witness header of ${(0,ask/* nameOf */.Vb)(request)}: ${message}`, {
            remedy: 'Let whatever stands between here and the server pass the header `X-Loopctl-STH-Bootstrap` on.',
        });
    }
    if (status === 401) {
        return new errors/* ConfigurationError */.j(`loopctl does not accept ${key}: ${message}`, {
            remedy: `Give the step a key of this loopctl server that is neither expired nor revoked in ${key}.`,
        });
    }
    if (status === 403 && /^(This endpoint requires|Insufficient permissions)/.test(message)) {
        return new errors/* ConfigurationError */.j(`${key} has the wrong role for ${(0,ask/* nameOf */.Vb)(request)}: ${message}`, {
            remedy: 'LOOPCTL_AGENT_KEY and LOOPCTL_REVIEWER_KEY are keys of the role agent, LOOPCTL_ORCH_KEY of the role orchestrator.',
        });
    }
    return null;
}

;// CONCATENATED MODULE: ./build/loopctl/http/http-transport.js








/** Before a request that got no answer is sent again. */
const pausesMs = [500, 2000];
/**
 * Requests as a loopctl server takes them; `learn` finds out, with this very transport, who we are there, and `guard`
 * keeps back what would halt the tenant.
 */
function createHttpTransport(server, waits, learn, guard = custody/* requireCustody */.NL) {
    const sendOnce = createPatientSend(server, waits);
    let identities = null;
    let agents = null;
    const read = (reading) => send('orchestrator', reading);
    async function send(identity, request) {
        await guard(identity, request, { identities: transport.identities, read });
        for (let turn = 0;; turn += 1) {
            const sent = await withCapability(await sendOnce(identity, request), identity, request, sendOnce);
            const answer = answerOf(sent, (0,http_server/* keyNameOf */.a)(server, identity), request) ?? (await repair(sent, turn, identity, request));
            if (answer !== null)
                return answer;
        }
    }
    /** The answer that was lost, where reading shows it; null when the request is to be sent again. */
    async function repair(sent, turn, identity, request) {
        const repetition = decideRepetition(request, agents?.[identity].agentId ?? null);
        const pause = repetition.kind === 'never' ? undefined : pausesMs[turn];
        if (pause === undefined || waits.now() + pause > waits.until)
            throw lost(sent, request);
        await waits.pause(spread(pause));
        return repetition.kind === 'look' ? repetition.find(await read(repetition.reading)) : null;
    }
    const transport = {
        send,
        identities: () => {
            identities ??= learn(transport).then((learnt) => {
                agents = learnt;
                return learnt;
            });
            return identities;
        },
        // A server keeps what it answered, and is read every time.
        flush: () => Promise.resolve(),
        reload: () => Promise.resolve(),
    };
    return transport;
}
/** The answer that stands; null where nobody knows what came of the request. What only a person can mend is thrown. */
function answerOf(sent, key, request) {
    const response = sent.kind === 'answered' ? sent.answer : { status: sent.status ?? 0, body: sent.cause };
    const unmendable = findUnmendable(key, request, response);
    if (unmendable !== null)
        throw unmendable;
    return sent.kind === 'answered' ? { status: response.status, body: response.body } : null;
}
function lost(sent, request) {
    const status = sent.kind === 'unknown' ? sent.status : null;
    const what = status === null ? 'got no whole answer' : `was answered ${status}`;
    const facts = { request: (0,ask/* nameOf */.Vb)(request), status, requestId: null, retryable: true };
    const cause = sent.kind === 'unknown' && sent.cause instanceof Error ? sent.cause : undefined;
    return new loopctl_error/* LoopctlTrouble */.hb(`loopctl: ${(0,ask/* nameOf */.Vb)(request)} ${what}.`, { ...facts, cause });
}


/***/ }),

/***/ 553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ readStoryCall)
/* harmony export */ });
/** The call on one story that a path names; null for any other, the bulk calls included. */
function readStoryCall(path) {
    const [, story, call] = /^(\/api\/v1\/stories\/[0-9a-f-]{36})\/([a-z-]+)$/i.exec(path) ?? [];
    return story === undefined || call === undefined ? null : { story, call };
}


/***/ })

};
