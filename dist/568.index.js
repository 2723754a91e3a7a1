export const id = 568;
export const ids = [568];
export const modules = {

/***/ 7862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ readOutcome)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(7428);
// EXTERNAL MODULE: ./build/core/outcome.js
var core_outcome = __webpack_require__(9058);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/github/download.js
var download = __webpack_require__(3608);
// EXTERNAL MODULE: ./build/github/parse-answer.js
var parse_answer = __webpack_require__(812);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/github/archive-directory.js
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;
/**
 * The entries of a zip archive by its central directory, the only list of them that counts (APPNOTE.TXT 4.3). Throws on
 * anything that is not a plain archive: encryption, 64-bit sizes, more than `most` entries, offsets that lead nowhere.
 */
function readArchiveDirectory(archive, most) {
    const end = findEnd(archive);
    const count = archive.readUInt16LE(end + 10);
    if (count > most)
        throw new Error(`it holds ${count} files, and ${most} are the most there can be`);
    const entries = [];
    let offset = archive.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
        if (archive.readUInt32LE(offset) !== entrySignature)
            throw new Error('its directory is broken');
        const nameLength = archive.readUInt16LE(offset + 28);
        entries.push(readEntry(archive, offset, nameLength));
        offset += 46 + nameLength + archive.readUInt16LE(offset + 30) + archive.readUInt16LE(offset + 32);
    }
    return entries;
}
function findEnd(archive) {
    const earliest = Math.max(0, archive.length - endLength - longestComment);
    for (let offset = archive.length - endLength; offset >= earliest; offset -= 1) {
        const isEnd = archive.readUInt32LE(offset) === endSignature;
        if (isEnd && offset + endLength + archive.readUInt16LE(offset + 20) === archive.length)
            return offset;
    }
    throw new Error('it is not a zip archive');
}
function readEntry(archive, offset, nameLength) {
    const name = archive.toString('utf8', offset + 46, offset + 46 + nameLength);
    if ((archive.readUInt16LE(offset + 8) & 1) === 1)
        throw new Error(`${JSON.stringify(name)} is encrypted`);
    const length = archive.readUInt32LE(offset + 20);
    const local = archive.readUInt32LE(offset + 42);
    if (archive.readUInt32LE(local) !== localSignature)
        throw new Error('its directory is broken');
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    if (start + length > archive.length)
        throw new Error('its directory is broken');
    return {
        name,
        method: archive.readUInt16LE(offset + 10),
        crc: archive.readUInt32LE(offset + 16),
        size: archive.readUInt32LE(offset + 24),
        data: archive.subarray(start, start + length),
    };
}

;// CONCATENATED MODULE: ./build/github/unpack-archive.js


/** The files of a hostile zip archive, in memory: flat, of known names, within the limit; anything else refuses it whole. */
function unpackArchive(archive, limits) {
    try {
        const entries = readArchiveDirectory(archive, limits.names.length);
        const fault = findFault(entries, limits);
        if (fault !== null)
            return { kind: 'refused', reason: fault };
        return { kind: 'files', files: new Map(entries.map((entry) => [entry.name, unpackEntry(entry)])) };
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { kind: 'refused', reason: `the archive cannot be unpacked: ${reason}` };
    }
}
function findFault(entries, limits) {
    const names = entries.map(({ name }) => name);
    const stranger = names.find((name) => !limits.names.includes(name));
    if (stranger !== undefined)
        return `the archive holds ${JSON.stringify(stranger)}, which does not belong there`;
    if (new Set(names).size !== names.length)
        return 'the archive holds a file twice';
    const unpackedBytes = entries.reduce((sum, { size }) => sum + size, 0);
    if (unpackedBytes > limits.unpackedBytes)
        return `the archive unpacks to more than ${limits.unpackedBytes} bytes`;
    return null;
}
function unpackEntry({ name, method, crc, size, data }) {
    const content = method === 0 ? data : inflate(data, { method, size });
    if (content.length !== size || (0,external_node_zlib_.crc32)(content) !== crc)
        throw new Error(`${name} is not what the directory says`);
    return content;
}
/** Inflates up to the size the directory declares, which was weighed before: a bomb bursts there. */
function inflate(data, { method, size }) {
    if (method !== 8)
        throw new Error(`unknown compression ${method}`);
    return (0,external_node_zlib_.inflateRawSync)(data, { maxOutputLength: Math.max(size, 1) });
}

;// CONCATENATED MODULE: ./build/github/download-artifact.js






const usualArtifactLimits = { archiveBytes: 64 * 2 ** 20, unpackedBytes: 256 * 2 ** 20 };
const artifactSchema = schemas/* object */.Ikc({
    size_in_bytes: schemas/* number */.aig(),
    expired: schemas/* boolean */.zMY(),
    digest: schemas/* string */.YjP().nullish(),
    workflow_run: schemas/* object */.Ikc({ id: schemas/* number */.aig() }).nullish(),
});
/**
 * The files of one outcome artifact, or why it is refused. Believes nothing but the digest: the run, the size on paper
 * and on the wire, the content and the names inside are all checked; the token goes to the API and nowhere else.
 */
async function downloadArtifact(github, wanted, limits = usualArtifactLimits) {
    const fault = await download_artifact_findFault(github, wanted, limits);
    if (fault !== null)
        return refuse(fault);
    const route = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}';
    const location = await (0,download/* locateDownload */.T)(github, route, { artifact_id: wanted.id, archive_format: 'zip' });
    if (location === null)
        return refuse('the artifact is gone');
    const archive = await (0,download/* fetchDownload */.f)(location, limits.archiveBytes);
    if (archive === null)
        return refuse(`the artifact is larger than ${limits.archiveBytes} bytes`);
    const digest = (0,external_node_crypto_.createHash)('sha256').update(archive).digest('hex');
    if (digest !== bareDigest(wanted.digest))
        return refuse(`the artifact's digest is ${digest}, not ${wanted.digest}`);
    return unpackArchive(archive, { names: Object.values(core_outcome/* outcomeFiles */.E), unpackedBytes: limits.unpackedBytes });
}
/** What its description says against the artifact, before a byte of it is fetched. */
async function download_artifact_findFault(github, wanted, limits) {
    const route = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}';
    const answer = await github.request(route, { artifact_id: wanted.id }, [404]);
    if (answer.status === 404)
        return 'there is no such artifact';
    const artifact = (0,parse_answer/* parseAnswer */.W)(artifactSchema, answer.data, route);
    if (artifact.workflow_run?.id !== wanted.runId)
        return `the artifact was not made by run ${wanted.runId}`;
    if (artifact.expired)
        return 'the artifact has expired';
    if (artifact.size_in_bytes > limits.archiveBytes)
        return `the artifact is larger than ${limits.archiveBytes} bytes`;
    const isOther = typeof artifact.digest === 'string' && bareDigest(artifact.digest) !== bareDigest(wanted.digest);
    return isOther ? `the artifact's digest is ${artifact.digest}, not ${wanted.digest}` : null;
}
function bareDigest(digest) {
    return digest.replace(/^sha256:/, '').toLowerCase();
}
function refuse(reason) {
    return { kind: 'refused', reason };
}

;// CONCATENATED MODULE: ./build/pass/read-outcome.js



/** Downloads an outcome and reads it: the right artifact of the right run, in the right shape, of that assignment. */
async function readOutcome(github, { assignment, artifact: id, digest, run }) {
    const artifact = await downloadArtifact(github, { id, digest, runId: run });
    if (artifact.kind === 'refused')
        return { kind: 'unusable', detail: artifact.reason };
    const outcome = parseOutcome(artifact.files.get(core_outcome/* outcomeFiles */.E.outcome), assignment);
    if (typeof outcome === 'string')
        return { kind: 'unusable', detail: outcome };
    return { kind: 'outcome', outcome, bundle: artifact.files.get(core_outcome/* outcomeFiles */.E.bundle) };
}
function parseOutcome(file, assignment) {
    if (file === undefined)
        return `the artifact holds no ${core_outcome/* outcomeFiles */.E.outcome}`;
    let data;
    try {
        data = JSON.parse(new TextDecoder().decode(file));
    }
    catch {
        return `${core_outcome/* outcomeFiles */.E.outcome} is not JSON`;
    }
    const parsed = core_outcome/* outcomeSchema */.Ws.safeParse(data);
    if (!parsed.success)
        return `${core_outcome/* outcomeFiles */.E.outcome} has another shape: ${errors/* prettifyError */.S1(parsed.error)}`;
    if (parsed.data.assignment !== assignment)
        return `the outcome is of assignment ${parsed.data.assignment}`;
    return parsed.data;
}


/***/ }),

/***/ 568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runSettle: () => (/* binding */ runSettle)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/core/reasons.js + 8 modules
var reasons = __webpack_require__(9973);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/core/outcome.js
var core_outcome = __webpack_require__(9058);
// EXTERNAL MODULE: ./build/core/tree-refusals.js + 1 modules
var tree_refusals = __webpack_require__(9537);
;// CONCATENATED MODULE: ./build/git/bundle-header.js
const maxHeaderBytes = 64 * 1024;
/** Reads the header of a bundle (version 2 or 3), or says why it is none. */
function readBundleHeader(bundle) {
    const end = bundle.subarray(0, maxHeaderBytes).indexOf('\n\n');
    if (end === -1)
        return 'it is not a git bundle';
    const [signature = '', ...lines] = bundle.toString('latin1', 0, end).split('\n');
    if (!/^# v[23] git bundle$/.test(signature))
        return 'it is not a git bundle';
    if (lines.some((line) => line.startsWith('@') && !line.startsWith('@object-format='))) {
        return 'it is a partial bundle';
    }
    const heads = lines.flatMap((line) => /^([0-9a-f]{40,64}) \S/.exec(line)?.[1] ?? []);
    return { heads, packOffset: end + 2 };
}

// EXTERNAL MODULE: ./build/git/git-error.js
var git_error = __webpack_require__(3664);
// EXTERNAL MODULE: ./build/git/judge-work.js + 6 modules
var judge_work = __webpack_require__(1067);
// EXTERNAL MODULE: ./build/git/git.js + 1 modules
var git_git = __webpack_require__(8253);
;// CONCATENATED MODULE: ./build/git/object-quarantine.js



/** Unpacks a pack into a quarantine of a bare repository, every object checked by fsck's strict rules. */
async function openQuarantine(repository, pack) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_path_.resolve)(repository), 'quarantine-'));
    const objects = (0,external_node_path_.join)(folder, 'objects');
    const known = (0,external_node_path_.join)((0,external_node_path_.resolve)(repository), 'objects');
    // The limits are against small packs that unpack to much: large files are streamed, larger trees are an error.
    const git = {
        gitDir: repository,
        env: { GIT_OBJECT_DIRECTORY: objects, GIT_ALTERNATE_OBJECT_DIRECTORIES: known, GIT_ALLOC_LIMIT: '500m' },
        config: { 'core.hooksPath': '/dev/null', 'core.bigFileThreshold': '5m', 'protocol.allow': 'never' },
        timeoutSeconds: 120,
    };
    const discard = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    try {
        await (0,promises_.mkdir)((0,external_node_path_.join)(objects, 'pack'), { recursive: true });
        await (0,git_git/* runGit */.E)(['index-pack', '--stdin', '--fix-thin', '--strict'], { ...git, input: pack });
    }
    catch (error) {
        await discard();
        throw error;
    }
    return { git, discard, release: () => movePacks((0,external_node_path_.join)(objects, 'pack'), (0,external_node_path_.join)(known, 'pack')) };
}
/** A pack is found by its index, which therefore goes last. */
async function movePacks(from, to) {
    const names = await (0,promises_.readdir)(from);
    await (0,promises_.mkdir)(to, { recursive: true });
    for (const name of names.sort((left, right) => Number(left.endsWith('.idx')) - Number(right.endsWith('.idx')))) {
        await (0,promises_.rename)((0,external_node_path_.join)(from, name), (0,external_node_path_.join)(to, name));
    }
}

// EXTERNAL MODULE: ./build/git/repository-files.js
var repository_files = __webpack_require__(4433);
;// CONCATENATED MODULE: ./build/git/quarantine.js







const defaultLimits = { ...tree_refusals/* defaultTreeLimits */.c, bundleBytes: 50_000_000 };
/**
 * Judges an agent's bundle without running anything of it. The repository gets the objects only where nothing speaks
 * against a push; a bundle that cannot be judged at all is a fault.
 */
async function quarantine(request) {
    const limits = { ...defaultLimits, ...request.limits };
    try {
        const pack = await readPack(request, limits);
        if (typeof pack === 'string')
            return fault(pack);
        const objects = await openQuarantine(request.repository, pack);
        try {
            const judged = await (0,judge_work/* judgeWork */.v)(request, limits, objects.git);
            if (judged.kind === 'work' && mayBePushed(judged.work)) {
                await objects.release();
                await (0,repository_files/* nameJudged */.Bh)(request.repository, judged.work.head);
            }
            return judged;
        }
        finally {
            await objects.discard();
        }
    }
    catch (error) {
        if (error instanceof git_error/* GitError */.X)
            return fault(`git could not read the bundle: ${error.message.slice(0, 1000)}`);
        throw error;
    }
}
function mayBePushed({ descends, refusals }) {
    return descends && refusals.length === 0;
}
function fault(detail) {
    return { kind: 'fault', detail };
}
async function readPack(request, limits) {
    const { size } = await (0,promises_.stat)(request.bundle);
    if (size > limits.bundleBytes)
        return `the bundle has ${size} bytes; ${limits.bundleBytes} are allowed`;
    const bundle = await (0,promises_.readFile)(request.bundle);
    const header = readBundleHeader(bundle);
    if (typeof header === 'string')
        return `the bundle cannot be read: ${header}`;
    if (!header.heads.includes(request.head))
        return `the bundle does not hold ${request.head}`;
    return bundle.subarray(header.packOffset);
}

// EXTERNAL MODULE: ./build/git/repository.js
var repository = __webpack_require__(5799);
// EXTERNAL MODULE: ./build/pass/read-outcome.js + 3 modules
var read_outcome = __webpack_require__(7862);
;// CONCATENATED MODULE: ./build/pass/gather-outcome.js






/**
 * What an agent job left behind, as facts: hostile input, taken only while its assignment is in flight. Null when the
 * assignment is not in flight (any more): it was settled before.
 */
async function gatherOutcome(reference, ledger, pass) {
    const { assignment } = reference;
    const flight = ledger.flights[assignment];
    if (flight === undefined)
        return null;
    const base = flight.role === 'review' ? Promise.resolve(null) : fetchBase(flight, pass);
    // What it needs is fetched meanwhile; a failure is told by whoever waits for it.
    base.catch(() => undefined);
    const read = await (0,read_outcome/* readOutcome */.n)(pass.github, { ...reference, run: flight.run });
    if (read.kind === 'unusable')
        return { kind: 'unusable', assignment, detail: read.detail };
    const { outcome, bundle } = read;
    const examined = await examineWork({ outcome, flight, bundle, base, ...reference }, pass);
    return { kind: 'outcome', assignment, outcome, ...examined };
}
/** The base's tip, with its history and the commit that the agent started from; null where one of them is gone. */
async function fetchBase({ startSha }, { history, settings }) {
    await (0,repository/* ensureRepository */.z0)(history);
    const isFetched = await (0,repository/* fetchInto */.DL)(history, { branches: [settings.base], commits: [startSha] });
    return isFetched ? await (0,repository/* readTip */.av)(history, settings.base) : null;
}
async function examineWork({ outcome, flight, bundle, base, directory }, pass) {
    if (flight.role === 'review' || outcome.head === null)
        return { work: null, workFault: null };
    if (bundle === undefined)
        return { work: null, workFault: `the artifact holds no ${core_outcome/* outcomeFiles */.E.bundle}` };
    const { history, settings } = pass;
    const path = (0,external_node_path_.join)(directory, core_outcome/* outcomeFiles */.E.bundle);
    await (0,promises_.writeFile)(path, bundle);
    const baseSha = await base;
    if (baseSha === null) {
        return { work: null, workFault: 'the commit it was to start from is gone from the repository' };
    }
    const examined = await quarantine({
        repository: history.directory,
        bundle: path,
        head: outcome.head,
        startSha: flight.startSha,
        baseSha,
        deliverables: await promisedFiles(outcome, flight, pass),
        protectedPaths: settings.protectedPaths,
    });
    return examined.kind === 'fault'
        ? { work: null, workFault: examined.detail }
        : { work: examined.work, workFault: null };
}
/** What the story asks for by name, and what the agent itself said would be there. */
async function promisedFiles(outcome, flight, { loopctl, project }) {
    const stories = await loopctl.listStories(project.id);
    const story = stories.find(({ number }) => number === flight.story);
    const promised = outcome.restatement?.criteria.flatMap(({ deliverables }) => deliverables) ?? [];
    return [...new Set([...(story?.deliverables ?? []), ...promised])];
}

// EXTERNAL MODULE: ./build/pass/run-pass.js + 95 modules
var run_pass = __webpack_require__(4064);
// EXTERNAL MODULE: ./build/pass/wait-for-lease.js
var wait_for_lease = __webpack_require__(82);
// EXTERNAL MODULE: ./build/phases/keep-record.js
var keep_record = __webpack_require__(6520);
// EXTERNAL MODULE: ./build/phases/open-pass.js + 82 modules
var open_pass = __webpack_require__(1780);
// EXTERNAL MODULE: ./build/phases/outputs.js + 2 modules
var outputs = __webpack_require__(8407);
;// CONCATENATED MODULE: ./build/phases/settle.js










/** The trusted second half of one leg: its one outcome is judged, then everything that has become possible is done. */
async function runSettle(inputs, context, log) {
    const opened = await (0,open_pass/* openPass */.K)(inputs, context, log);
    return await (0,keep_record/* keepRecord */.r)(inputs.record, opened, () => settle(inputs, context, opened));
}
async function settle(inputs, context, { pass }) {
    const directory = (0,external_node_path_.join)(context.temp, 'orchestrate-quarantine');
    await (0,promises_.mkdir)(directory, { recursive: true });
    const reference = {
        assignment: inputs.assignment,
        artifact: inputs.outcomeArtifact,
        digest: inputs.outcomeDigest,
        directory,
    };
    const end = await (0,run_pass/* runPass */.B)({
        prepare: async (ledger) => ledger,
        outcome: (ledger, found) => gatherOutcome(reference, ledger, found),
        inspect: () => undefined,
    }, pass);
    // Failing is what brings the outcome back: the next pass has this job run again.
    if (end.kind === 'leased') {
        const what = `Waited in vain for ${(0,wait_for_lease/* describeHolder */.sG)(end.holder)}`;
        throw unsettled(`${what}; the outcome is settled when this job is run again.`, 'the lease');
    }
    if (end.kind === 'spent')
        throw unsettled((0,reasons/* describeHold */.TZ)(end.hold), 'the outcome');
    const { ledger, holds } = end.result.plan;
    if (Object.hasOwn(ledger.flights, inputs.assignment)) {
        const what = `the outcome of ${inputs.assignment}`;
        const hold = holds.get(ledger.flights[inputs.assignment]?.story ?? '');
        const why = hold === undefined ? '' : ` ${(0,reasons/* describeHold */.TZ)(hold)}`;
        throw unsettled(`What was decided about ${what} could not be done now; it is when this job is run again.${why}`, what);
    }
    return (0,outputs/* endOfPass */.O)(`settle ${inputs.assignment}`, end.result, pass);
}
function unsettled(message, request) {
    return new errors/* RemoteError */.H(message, { request, status: null, requestId: null, retryable: true });
}


/***/ })

};
