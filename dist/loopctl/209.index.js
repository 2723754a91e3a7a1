export const id = 209;
export const ids = [209];
export const modules = {

/***/ 8590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serveStore: () => (/* binding */ serveStore)
});

// EXTERNAL MODULE: ./build/loopctl/embedded/engine/empty-db.js
var empty_db = __webpack_require__(230);
// EXTERNAL MODULE: ./build/loopctl/embedded/engine/timestamp.js
var timestamp = __webpack_require__(342);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/loopctl/embedded/engine/reduce.js + 53 modules
var reduce = __webpack_require__(9174);
// EXTERNAL MODULE: ./build/loopctl/embedded/stored-db.js + 13 modules
var stored_db = __webpack_require__(5956);
;// CONCATENATED MODULE: ./build/loopctl/serve/branch-store.js




/** How often requests are answered anew of what somebody else wrote meanwhile. */
const attempts = 5;
/** For so long the branch is believed to stand where it was last read or written. */
const freshMs = 1000;
/**
 * Keeps a database on its branch, which others may write too. Requests that come while the branch is read or written
 * wait, and are then answered in turn and made lasting by one write; where somebody else was faster they are answered
 * anew, since nobody has heard of the first answers.
 */
async function openBranchStore(options) {
    const stored = await (0,stored_db/* openStoredDb */.C)(options);
    let waiting = [];
    let isWorking = false;
    let seenAt = performance.now();
    async function work() {
        isWorking = true;
        while (waiting.length > 0) {
            const turns = waiting;
            waiting = [];
            await answer(turns).catch((error) => {
                for (const { reject } of turns)
                    reject(error);
            });
        }
        isWorking = false;
    }
    async function answer(turns) {
        for (let attempt = 0; attempt < attempts; attempt += 1) {
            if (performance.now() - seenAt > freshMs)
                await stored.refresh();
            const before = options.furnish(stored.db());
            const { db, responses } = runAll(turns, before, options.now());
            if (db === before || (await stored.write(db, nameOf(turns)))) {
                seenAt = performance.now();
                turns.forEach(({ resolve }, index) => {
                    resolve(responses[index] ?? { status: 500, body: null });
                });
                return;
            }
            await stored.reload();
        }
        const facts = { request: 'push of the state branch', status: 409, requestId: null, retryable: true };
        throw new errors/* RemoteError */.H(`The state branch was written by somebody else ${attempts} times while we tried.`, facts);
    }
    return {
        db: () => options.furnish(stored.db()),
        run: (request) => new Promise((resolve, reject) => {
            waiting.push({ request, resolve, reject });
            if (!isWorking)
                void work();
        }),
    };
}
function runAll(turns, before, now) {
    let db = before;
    const responses = turns.map(({ request }) => {
        const reply = (0,reduce/* reduce */.T)(db, request, (0,timestamp/* momentOf */.Et)(now));
        db = reply.db;
        return reply.response;
    });
    return { db, responses };
}
/** What a commit's message says: the calls that may have changed something. */
function nameOf(turns) {
    const calls = turns
        .filter(({ request }) => request.method !== 'GET')
        .map(({ request }) => `${request.method} ${request.path.replace('/api/v1', '')}`);
    return calls.length > 1 ? `${calls[0]} and ${calls.length - 1} more` : (calls[0] ?? 'Serve');
}

;// CONCATENATED MODULE: ./build/loopctl/serve/memory-store.js


/** Keeps a database for as long as this process lives. */
function openMemoryStore(db, now) {
    let current = db;
    function act(request) {
        const reply = (0,reduce/* reduce */.T)(current, request, (0,timestamp/* momentOf */.Et)(now()));
        current = reply.db;
        return reply.response;
    }
    return { db: () => current, act, run: (request) => Promise.resolve(act(request)) };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 14 modules
var schemas = __webpack_require__(5586);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(7428);
// EXTERNAL MODULE: ./build/loopctl/embedded/embedded-identities.js
var embedded_identities = __webpack_require__(5776);
// EXTERNAL MODULE: ./build/loopctl/http/server.js
var server = __webpack_require__(986);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/loopctl/embedded/engine/identifier.js
var identifier = __webpack_require__(8755);
;// CONCATENATED MODULE: ./build/loopctl/serve/served-key.js



/** A key of a role, linked to the agent of this name. */
function servedKey(name, key, actor, agent) {
    return { name, key, agent, actor: { ...actor, agentId: agent === null ? null : (0,identifier/* identifier */.C)('agent', agent) } };
}
/** A new key of the form that loopctl gives: `lc_` and 40 characters. */
function mintKey() {
    return `lc_${(0,external_node_crypto_.randomBytes)(30).toString('base64url')}`;
}
/** The database with the agents that these keys are linked to. */
function withAgentsOf(keys, db) {
    return keys.reduce((before, { agent, actor }) => agent === null
        ? before
        : (0,empty_db/* withAgent */.I)(before, agent, actor.role === 'orchestrator' ? 'orchestrator' : 'implementer'), db);
}

;// CONCATENATED MODULE: ./build/loopctl/serve/read-keys.js





/** The key of somebody who may all that the loop may not: found projects, import, delete. */
const userVariable = 'LOOPCTL_USER_KEY';
const identities = ['orchestrator', 'implementer', 'reviewer'];
const fileSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    keys: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: schemas/* string */.YjP().min(1),
        role: schemas/* enum */.k5n(['orchestrator', 'agent', 'user']),
        /** By name; a key without one can claim and report nothing. */
        agent: schemas/* string */.YjP().min(1).nullable().default(null),
        key: schemas/* string */.YjP().regex(/^[\w-]{16,}$/, 'a key is at least 16 letters, digits, `_` and `-`'),
    })),
});
/** The keys to serve by: of a file's text where there is one, else of the environment; what is not given is minted. */
function readKeys(environment, fileText) {
    if (fileText !== null)
        return { keys: requireApart(parseKeys(fileText)), minted: [] };
    const known = variables.map((variable) => ({ variable, key: (environment[variable] ?? '').trim() }));
    const minted = known.filter(({ key }) => key === '').map(({ variable }) => keyFor(variable, mintKey()));
    const given = known.filter(({ key }) => key !== '').map(({ variable, key }) => keyFor(variable, key));
    return { keys: requireApart([...given, ...minted]), minted };
}
const variables = [...identities.map((identity) => server/* keyVariables */.j[identity]), userVariable];
function keyFor(variable, key) {
    const identity = identities.find((one) => server/* keyVariables */.j[one] === variable);
    if (identity === undefined)
        return servedKey(variable, key, { role: 'user', keyName: 'user' }, null);
    return servedKey(variable, key, (0,embedded_identities/* actorOf */.dn)(identity), embedded_identities/* embeddedIdentities */.hG[identity].name);
}
function parseKeys(text) {
    const parsed = fileSchema.safeParse(parseJson(text));
    if (!parsed.success) {
        throw new errors/* ConfigurationError */.j(`The keys file is not of the expected form: ${core_errors/* prettifyError */.S1(parsed.error)}`, {
            remedy: 'Write `{"version": 1, "keys": [{"name": "…", "role": "agent", "agent": "…", "key": "lc_…"}]}`.',
            cause: parsed.error,
        });
    }
    return parsed.data.keys.map(({ name, key, role, agent }) => servedKey(name, key, { role, keyName: name }, agent));
}
/** What is no JSON is none of what is expected either. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
/** Of two names with one key nobody could say who asks. */
function requireApart(keys) {
    const twin = keys.find(({ key }, index) => keys.slice(0, index).some((other) => other.key === key));
    if (twin === undefined)
        return keys;
    throw new errors/* ConfigurationError */.j(`${twin.name} is the same key as another one.`, {
        remedy: 'Give each name a key of its own.',
    });
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./build/loopctl/embedded/engine/keys.js
var engine_keys = __webpack_require__(4236);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/loopctl/serve/html-page.js
/** The page that loopctl answers with where it has nothing to say in JSON. */
function renderErrorPage(status) {
    const isMissing = status === 404;
    const title = isMissing ? 'Page not found' : `Error ${status}`;
    const text = isMissing ? 'The page you are looking for does not exist.' : 'An error occurred.';
    return [
        '<!DOCTYPE html>',
        '<html lang="en" class="dark">',
        `  <head><meta charset="utf-8"><title>${title} - loopctl</title></head>`,
        `  <body><div class="error"><h1>${status}</h1><p>${text}</p></div></body>`,
        '</html>',
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/loopctl/serve/wire-answer.js



const compress = (0,external_node_util_.promisify)(external_node_zlib_.gzip);
/** An answer in JSON. */
function jsonAnswer(status, body, headers = {}) {
    return { status, headers, body, isDropped: status >= 500 };
}
/** An answer that is a page. */
function pageAnswer(status, more = {}) {
    return { status, headers: {}, body: renderErrorPage(status), isDropped: more.isDropped ?? false };
}
/** A refusal in loopctl's envelope. */
function refusalAnswer(status, message, extras = {}) {
    return jsonAnswer(status, { error: { ...extras, message, status } });
}
/** Sends an answer over the connection on which its request came, compressed where that is welcome. */
async function sendWireAnswer(request, response, { status, headers, body, isDropped }) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const type = typeof body === 'string' ? 'text/html' : 'application/json';
    const isEmpty = status === 204 || status === 304;
    const isWelcome = !isEmpty && request.headers['accept-encoding']?.includes('gzip') === true;
    const bytes = isWelcome ? await compress(text, { level: external_node_zlib_.constants.Z_BEST_SPEED }) : Buffer.from(text);
    response.writeHead(status, {
        'cache-control': 'max-age=0, private, must-revalidate',
        ...(isEmpty ? {} : { 'content-type': `${type}; charset=utf-8`, 'content-length': bytes.length }),
        ...(isWelcome ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {}),
        ...headers,
    });
    await new Promise((resolve) => {
        // Also when whoever asked is gone.
        response.once('close', resolve);
        response.end(isEmpty ? undefined : bytes, () => {
            if (isDropped)
                request.socket.destroySoon();
            resolve();
        });
    });
}

;// CONCATENATED MODULE: ./build/loopctl/serve/open-pages.js

const version = '1.0.0';
/** What anybody is answered, without a key: that we are here, and what we are; null for every other path. */
function answerOpenly(method, path) {
    if (method !== 'GET')
        return null;
    switch (path) {
        case '/health':
            return jsonAnswer(200, { checks: { database: 'ok', oban: 'ok' }, status: 'ok', version });
        case '/api/v1':
        case '/api/v1/':
            return jsonAnswer(200, {
                docs: '/api/v1/openapi',
                health: '/health',
                name: 'loopctl',
                swagger_ui: '/swaggerui',
                version,
            });
        default:
            return null;
    }
}

;// CONCATENATED MODULE: ./build/loopctl/serve/rate-limit.js
const windowMs = 60_000;
/** So many times what one key may ask is what all of them together may. */
const keysInTenant = 3;
/** Starts counting: so many a minute for each key, three times as many for all keys together. */
function createRateLimit(now) {
    let window = Number.NaN;
    let total = 0;
    const counts = new Map();
    return (key, limit) => {
        const moment = now().getTime();
        const current = Math.floor(moment / windowMs);
        if (current !== window) {
            window = current;
            total = 0;
            counts.clear();
        }
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        total += 1;
        const reset = (current + 1) * windowMs;
        const isExceeded = count > limit || total > limit * keysInTenant;
        return {
            isExceeded,
            headers: {
                'x-ratelimit-limit': String(limit),
                'x-ratelimit-remaining': String(Math.max(0, limit - count)),
                'x-ratelimit-reset': String(reset / 1000),
                ...(isExceeded ? { 'retry-after': String(Math.ceil((reset - moment) / 1000)) } : {}),
            },
        };
    };
}

;// CONCATENATED MODULE: ./build/loopctl/serve/witness.js

/** Of a tenant without an audit key there is no tree head: this stands for none. */
const bootstrapped = {
    'x-loopctl-current-sth': '0:AAAAAAAAAAAAAAAAAAAAAA',
    'x-loopctl-sth-warning': 'missing_header_bootstrap_grace',
};
const missing = 'X-Loopctl-Last-Known-STH header is required. On your first request, include X-Loopctl-STH-Bootstrap: true to receive the current STH in the response headers.';
/** Whether a request carries one of the two witness headers, without which loopctl answers nothing. */
function readWitness(headers) {
    const known = headers['x-loopctl-last-known-sth'];
    if (typeof known === 'string')
        return readKnownHead(known);
    if (headers['x-loopctl-sth-bootstrap'] === 'true')
        return { kind: 'welcome', headers: bootstrapped };
    return refused('witness_header_missing', missing, {
        remediation: { learn_more: 'https://loopctl.com/wiki/witness-protocol' },
    });
}
function readKnownHead(known) {
    const colon = known.indexOf(':');
    if (colon < 0)
        return refused('witness_header_malformed', 'X-Loopctl-Last-Known-STH header is malformed');
    return /^-?\d+$/.test(known.slice(0, colon))
        ? { kind: 'welcome', headers: {} }
        : refused('witness_header_malformed', 'Position must be an integer');
}
/** The status says 428, the body 412: so does the real server. */
function refused(code, message, extras = {}) {
    const answer = refusalAnswer(412, message, { code, ...extras });
    return { kind: 'refused', answer: { ...answer, status: 428 } };
}

;// CONCATENATED MODULE: ./build/loopctl/serve/answer-request.js









const usualRateLimit = 300;
/**
 * How loopctl answers: what it cannot read and what it does not know before it asks who is there; then who that is, how
 * much more may be asked, and whether a witness header is there, before anything is done.
 */
function createAnswerer({ store, keys, rateLimit, now }) {
    const actors = new Map(keys.map(({ key, actor }) => [(0,engine_keys/* hashOfKey */.N7)(key), actor]));
    const allow = createRateLimit(now);
    function actorOf(key) {
        const hash = (0,engine_keys/* hashOfKey */.N7)(key);
        return actors.get(hash) ?? (0,engine_keys/* actorOfKey */.Iw)(store.db(), hash, (0,timestamp/* momentOf */.Et)(now()));
    }
    async function answerTo(actor, key, request) {
        const allowance = allow(key, rateLimit ?? limitOf(store));
        if (allowance.isExceeded)
            return withHeaders(refusalAnswer(429, 'Rate limit exceeded'), allowance.headers);
        const witness = readWitness(request.headers);
        if (witness.kind === 'refused')
            return withHeaders(witness.answer, allowance.headers);
        return withHeaders(await run(store, request, actor), { ...allowance.headers, ...witness.headers });
    }
    return async (request) => {
        const early = answerOpenly(request.method, request.path) ?? refuseUnread(request);
        if (early !== null)
            return early;
        const key = readKey(request);
        if (key === null)
            return refusalAnswer(401, 'Unauthorized');
        const actor = actorOf(key);
        return actor === null ? refusalAnswer(401, 'Invalid API key') : await answerTo(actor, key, request);
    };
}
/** What is answered with a page, whoever asks. */
function refuseUnread({ method, path, headers, body }) {
    if (body.kind === 'too_large')
        return pageAnswer(413);
    if (body.kind === 'malformed')
        return pageAnswer(400, { isDropped: true });
    if (!isMethod(method) || (0,reduce/* findRoute */.$)({ method, path }) === null)
        return pageAnswer(404);
    return isJsonWelcome(headers.accept) ? null : pageAnswer(406);
}
async function run(store, request, actor) {
    const { method, path, query, body } = request;
    if (!isMethod(method))
        return pageAnswer(404);
    const value = body.kind === 'json' ? body.value : undefined;
    // Whatever makes a key takes this one: there is nothing random in the engine.
    const freshKey = mintKey();
    const { status, body: answered } = await store.run({ method, path, query, body: value, actor, freshKey });
    const id = (0,reduce/* findRoute */.$)({ method, path })?.id ?? null;
    const answer = jsonAnswer(status, answered);
    return id === null || (0,identifier/* isIdentifier */._)(id) ? answer : { ...answer, isDropped: true };
}
const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
function isMethod(method) {
    return methods.has(method);
}
function isJsonWelcome(accept = '*/*') {
    return /json|\*\/\*|application\/\*/.test(accept);
}
function readKey({ headers }) {
    return /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? null;
}
function limitOf(store) {
    const limit = store.db().tenant.settings['rate_limit_requests_per_minute'];
    return typeof limit === 'number' && limit > 0 ? limit : usualRateLimit;
}
function withHeaders(answer, headers) {
    return { ...answer, headers: { ...answer.headers, ...headers } };
}

;// CONCATENATED MODULE: ./build/loopctl/serve/wire-request.js
/** What loopctl takes of one body, in bytes. */
const mostBytes = 2_000_000;
/** Reads a whole request; what is too large is read to its end, so that its sender gets as far as the answer. */
async function readWireRequest(request) {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopctl');
    return {
        method: request.method ?? 'GET',
        path: decodePath(pathname),
        query: Object.fromEntries(searchParams),
        headers: request.headers,
        body: await readBody(request),
    };
}
/** What cannot be decoded names nothing as it stands either. */
function decodePath(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}
async function readBody(request) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of request) {
        bytes += chunk.length;
        if (bytes <= mostBytes)
            chunks.push(chunk);
    }
    if (bytes > mostBytes)
        return { kind: 'too_large' };
    const isJson = request.headers['content-type']?.includes('json') === true;
    return bytes === 0 || !isJson ? { kind: 'none' } : parseBody(Buffer.concat(chunks).toString('utf8'));
}
function parseBody(text) {
    try {
        return { kind: 'json', value: JSON.parse(text) };
    }
    catch {
        return { kind: 'malformed' };
    }
}

;// CONCATENATED MODULE: ./build/loopctl/serve/serve.js





/** Serves a store on this machine as a loopctl server would, so that any client of loopctl can talk to it. */
async function serveLoopctl(options) {
    const answerRequest = createAnswerer(options);
    const underWay = new Set();
    async function answer(request) {
        try {
            return await answerRequest(await readWireRequest(request));
        }
        catch (error) {
            options.onTrouble?.(error);
            return { ...refusalAnswer(500, 'Internal server error'), isDropped: true };
        }
    }
    async function handle(request, response) {
        const startedAt = performance.now();
        const answered = await answer(request);
        const headers = { 'x-request-id': (0,external_node_crypto_.randomBytes)(15).toString('base64url'), ...answered.headers };
        await sendWireAnswer(request, response, { ...answered, headers });
        const { method = '', url = '' } = request;
        options.onAnswered?.({ method, path: url, status: answered.status, ms: performance.now() - startedAt });
    }
    const server = (0,external_node_http_.createServer)((request, response) => {
        const handling = handle(request, response).finally(() => underWay.delete(handling));
        underWay.add(handling);
    });
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    const close = async () => {
        const closed = new Promise((resolve) => server.close(resolve));
        // What was begun is answered: half of it may be done.
        await Promise.allSettled(underWay);
        server.closeAllConnections();
        await closed;
    };
    return {
        url: `http://127.0.0.1:${server.address().port}`,
        close,
        [Symbol.asyncDispose]: close,
    };
}

;// CONCATENATED MODULE: ./build/loopctl/serve/run-serve.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



/** Serves a store until the signal comes; whoever reads the lines knows the address and every new key. */
async function runServe({ openStore, environment, keysFile, write, log, signal, ...rest }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { keys, minted } = readKeys(environment, keysFile);
        const store = await openStore((db) => withAgentsOf(keys, db));
        const served = __addDisposableResource(env_1, await serveLoopctl({
            ...rest,
            store,
            keys,
            onAnswered: ({ method, path, status, ms }) => log(`${status} ${method} ${path} ${Math.round(ms)} ms`),
            onTrouble: (error) => log(error instanceof Error ? error.message : String(error)),
        }), true);
        write(`LOOPCTL_SERVER=${served.url}`);
        for (const { name, key } of minted)
            write(`${name}=${key}`);
        await new Promise((resolve) => {
            if (signal.aborted)
                resolve();
            signal.addEventListener('abort', () => resolve(), { once: true });
        });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: ./build/loopctl-cli/given.js
var loopctl_cli_given = __webpack_require__(2658);
;// CONCATENATED MODULE: ./build/loopctl-cli/serve-store.js






/** Serves the store that is meant until a person interrupts; there is nothing to print then. */
async function serveStore(session, given) {
    const { say, environment, untilInterrupted } = session;
    const [keys, port, rateLimit] = [(0,loopctl_cli_given/* readText */.yR)(given, 'keys'), (0,loopctl_cli_given/* readCount */._0)(given, 'port'), (0,loopctl_cli_given/* readCount */._0)(given, 'rate-limit')];
    await runServe({
        openStore: async (furnish) => {
            const now = () => new Date();
            if ((0,loopctl_cli_given/* isGiven */.qR)(given, 'memory'))
                return openMemoryStore(furnish((0,empty_db/* emptyDb */.q)((0,timestamp/* momentOf */.Et)(now()))), now);
            return await openBranchStore({ ...(await session.repository()).stored, furnish });
        },
        environment,
        keysFile: keys === null ? null : await session.readFile(keys),
        ...(port === null ? {} : { port }),
        ...(rateLimit === null ? {} : { rateLimit }),
        now: () => new Date(),
        write: session.write,
        log: (0,loopctl_cli_given/* isGiven */.qR)(given, 'quiet') ? () => { } : say,
        signal: untilInterrupted(),
    });
    return null;
}


/***/ })

};
