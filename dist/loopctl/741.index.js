export const id = 741;
export const ids = [741];
export const modules = {

/***/ 5741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openEmbeddedTransport: () => (/* binding */ openEmbeddedTransport)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _loopctl_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8324);
/* harmony import */ var _embedded_identities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5776);
/* harmony import */ var _engine_reduce_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9174);
/* harmony import */ var _engine_timestamp_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(342);
/* harmony import */ var _stored_db_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5956);







/** How often a write that lost a race is made again from what the winner wrote. */
const attempts = 5;
/**
 * loopctl inside this process: the store's branch is read once, requests run against the database in memory, and
 * `flush` writes the files that changed by compare-and-swap. Lost a race, what was asked since the last flush is asked
 * again of what the winner wrote, and must be answered the same. A save of state is flushed at once: it is how a lease
 * is won, and the loser is answered 409.
 */
async function openEmbeddedTransport(options) {
    const session = await openSession(options);
    let queue = Promise.resolve();
    const inTurn = (work) => {
        const result = queue.then(work);
        queue = result.catch(() => undefined);
        return result;
    };
    return {
        identities: () => Promise.resolve(_embedded_identities_js__WEBPACK_IMPORTED_MODULE_3__/* .embeddedIdentities */ .hG),
        send: (identity, request) => inTurn(() => send(session, identity, request)),
        flush: (message) => inTurn(() => flush(session, message)),
        reload: () => inTurn(() => refresh(session)),
    };
}
async function openSession(options) {
    const stored = await (0,_stored_db_js__WEBPACK_IMPORTED_MODULE_5__/* .openStoredDb */ .C)(options);
    return { now: options.now, stored, db: stored.db(), log: [] };
}
async function send(session, identity, request) {
    const { method, path, query = {}, body } = request;
    const logged = {
        request: { method, path, query, body, actor: (0,_embedded_identities_js__WEBPACK_IMPORTED_MODULE_3__/* .actorOf */ .dn)(identity) },
        now: (0,_engine_timestamp_js__WEBPACK_IMPORTED_MODULE_6__/* .momentOf */ .Et)(session.now()),
    };
    const response = run(session, logged);
    if (method === 'PUT' && response.status < 400) {
        return await flushSave(session, response);
    }
    return response;
}
/** Runs a request against the database in memory and remembers it when it changed something. */
function run(session, { request, now }) {
    const { db, response } = (0,_engine_reduce_js__WEBPACK_IMPORTED_MODULE_4__/* .reduce */ .T)(session.db, request, now);
    if (db !== session.db) {
        session.db = db;
        session.log = [...session.log, { request, now, status: response.status }];
    }
    return response;
}
/** Flushes with a save of state as the last request; when only the save lost a race, its new answer is the result. */
async function flushSave(session, response) {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
        if (await write(session, 'Save the state')) {
            return response;
        }
        const save = session.log.at(-1);
        session.log = session.log.slice(0, -1);
        await replay(session);
        const again = save === undefined ? response : run(session, save);
        if (again.status >= 400) {
            return again;
        }
        await pause(attempt);
    }
    throw tooManyRaces();
}
async function flush(session, message) {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
        if (await write(session, message)) {
            return;
        }
        await replay(session);
        await pause(attempt);
    }
    throw tooManyRaces();
}
/** Writes what was asked since the last time; false when somebody else wrote since the store was read. */
async function write(session, message) {
    if (session.log.length === 0)
        return true;
    if (!(await session.stored.write(session.db, message)))
        return false;
    session.log = [];
    return true;
}
async function refresh(session) {
    const { stored, log } = session;
    await (log.length > 0 ? stored.reload() : stored.refresh());
    session.db = stored.db();
    session.log = [];
}
async function reload(session) {
    await session.stored.reload();
    session.db = session.stored.db();
    session.log = [];
}
/** Asks again, of what another writer left, what was asked since the last flush; all or nothing of it stands. */
async function replay(session) {
    const { log } = session;
    await reload(session);
    const { db } = session;
    for (const logged of log) {
        const { status } = run(session, logged);
        if (status !== logged.status) {
            session.db = db;
            session.log = [];
            const { method, path } = logged.request;
            throw new _loopctl_error_js__WEBPACK_IMPORTED_MODULE_2__/* .StoredStateConflict */ .jl(`${method} ${path} was answered ${logged.status} before and ${status} after it`);
        }
    }
}
/** Writers that lost at the same moment should not meet again at the same moment. */
function pause(attempt) {
    return attempt === 0 ? Promise.resolve() : (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(attempt * 50 * Math.random());
}
function tooManyRaces() {
    const facts = { request: 'push of the state branch', status: 409, requestId: null, retryable: true };
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RemoteError */ .H(`The state branch was written by somebody else ${attempts} times while we tried.`, facts);
}


/***/ })

};
