export const id = 820;
export const ids = [820];
export const modules = {

/***/ 3263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/config/find-line.js

/** The line where a key of a document stands; that of the nearest parent when the key itself is missing. */
function findLine(document, key, lines) {
    let place = { offset: undefined, value: document.contents };
    for (const part of key) {
        const next = findPart(place.value, part);
        if (next === null)
            break;
        place = next;
    }
    return place.offset === undefined ? null : lines.linePos(place.offset).line;
}
function findPart(node, part) {
    if ((0,dist/* isMap */.jh)(node)) {
        const pair = node.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && String(key.value) === String(part));
        return pair === undefined ? null : { offset: offsetOf(pair.key), value: pair.value };
    }
    if ((0,dist/* isSeq */.oP)(node)) {
        const item = node.items[Number(part)];
        return item === undefined ? null : { offset: offsetOf(item), value: item };
    }
    return null;
}
function offsetOf(node) {
    return (0,dist/* isNode */.Ll)(node) ? node.range?.[0] : undefined;
}

// EXTERNAL MODULE: ./build/core/nearest.js
var core_nearest = __webpack_require__(2732);
;// CONCATENATED MODULE: ./build/config/key-description.js
/** What a schema says about a key; null for one that it does not know. List positions are passed over. */
function describeKey(schema, key) {
    const found = key
        .filter((part) => typeof part === 'string')
        .reduce((parent, part) => parent?.properties?.[part], schema);
    if (found === undefined)
        return null;
    return {
        description: found.description ?? '',
        examples: found.examples ?? [],
        fallback: found.default,
        children: Object.keys(found.properties ?? {}),
    };
}

;// CONCATENATED MODULE: ./build/config/issue-problem.js


/** What a schema issue means to the author of the file: one problem per key at fault, each with what to do. */
function explainIssue(issue, value, schema) {
    const key = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code === 'unrecognized_keys')
        return issue.keys.map((name) => explainUnknownKey(key, name, schema));
    const found = valueAt(value, key);
    const what = found === undefined ? 'is missing' : describeFault(issue, found);
    return [{ key, what, remedy: proposeValue(key, schema) }];
}
function explainUnknownKey(parent, name, schema) {
    const known = describeKey(schema, parent)?.children ?? [];
    const nearest = (0,core_nearest/* findNearest */.q)(name, known);
    const remedy = nearest === null ? `Remove it; known here: ${known.join(', ')}.` : `Did you mean \`${nearest}\`?`;
    return { key: [...parent, name], what: 'is not a known key', remedy };
}
function describeFault(issue, found) {
    switch (issue.code) {
        case 'invalid_type':
            return `must be ${kinds[issue.expected] ?? issue.expected}, found ${show(found)}`;
        case 'invalid_value':
            return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map((value) => `\`${String(value)}\``).join(', ')}, found ${show(found)}`;
        case 'invalid_union':
            return `must be text or a list of texts, found ${show(found)}`;
        case 'too_small':
            return describeBound('at least', issue.minimum, found);
        case 'too_big':
            return describeBound('at most', issue.maximum, found);
        case 'unrecognized_keys':
        case 'invalid_format':
        case 'not_multiple_of':
        case 'invalid_key':
        case 'invalid_element':
        case 'custom':
            return `${issue.message}, found ${show(found)}`;
    }
}
const kinds = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    array: 'a list',
    object: 'a group of keys',
};
function describeBound(direction, bound, found) {
    if (typeof found === 'number')
        return `must be ${direction} ${bound}, found ${found}`;
    const unit = Array.isArray(found) ? 'entries' : 'characters';
    return `must have ${direction} ${bound} ${unit}, found ${show(found)}`;
}
function proposeValue(key, schema) {
    const description = describeKey(schema, key);
    const names = key.filter((part) => typeof part === 'string');
    const name = names.at(-1);
    if (description === null || name === undefined)
        return 'Start from `examples/orchestrate.config.yml`.';
    const example = exampleOf(description);
    const how = example === undefined ? '' : ` Write it like \`${name}: ${JSON.stringify(example)}\`.`;
    return `${description.description}${how}`;
}
function exampleOf({ examples, fallback, children }) {
    return children.length > 0 ? undefined : (examples[0] ?? fallback);
}
function valueAt(value, key) {
    return key.reduce((parent, part) => typeof parent === 'object' && parent !== null && Object.hasOwn(parent, part)
        ? parent[part]
        : undefined, value);
}
function show(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a group of keys';
    const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
    return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/config/branch-name.js
var branch_name = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/config/repository-path.js
var repository_path = __webpack_require__(3795);
;// CONCATENATED MODULE: ./build/config/schema.js



/** The version of the configuration that this release understands. */
const configVersion = 1;
/** An agent's environment never carries these, whatever the configuration lists. */
const forbiddenPrefixes = ['GITHUB_', 'RUNNER_', 'ACTIONS_', 'INPUT_', 'LOOPCTL_'];
const slug = schemas/* string */.YjP()
    .max(100)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters and digits, with single hyphens between');
const path = checked(repository_path/* findPathFault */.P).max(300);
const branch = checked(branch_name/* findBranchFault */.O).max(200);
const line = schemas/* string */.YjP().trim().min(1).max(500);
const shell = schemas/* string */.YjP().trim().min(1).max(8000);
const command = schemas/* union */.KCZ([line.max(8000), schemas/* array */.YOg(schemas/* string */.YjP().max(8000)).min(1).max(100)])
    .refine((value) => typeof value === 'string' || value[0] !== '', 'must begin with the name of a program');
const environmentName = schemas/* string */.YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of an environment variable: letters, digits, underscores')
    .refine((name) => !forbiddenPrefixes.some((prefix) => name.toUpperCase().startsWith(prefix)), {
    error: `must not begin with ${forbiddenPrefixes.join(', ')}: those variables carry tokens and keys of the runner`,
});
const team = schemas/* string */.YjP()
    .max(200)
    .regex(/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/, 'must be a team of an organisation, as `organisation/team`');
const mention = schemas/* string */.YjP()
    .max(200)
    .regex(/^@[A-Za-z0-9-]+(\/[A-Za-z0-9._-]+)?$/, 'must be a person or a team, as `@person` or `@organisation/team`');
function checked(fault) {
    return schemas/* string */.YjP().superRefine((value, context) => {
        const message = fault(value);
        if (message !== null)
            context.addIssue({ code: 'custom', message });
    });
}
function minutes(fallback) {
    return schemas/* int */.Whr().min(1).max(350).default(fallback);
}
function atMost(fallback, most) {
    return schemas/* int */.Whr().min(1).max(most).default(fallback);
}
function agent(minutesByDefault) {
    return schemas/* strictObject */.rej({
        command: command.meta({
            description: 'The command that runs the agent, as a list of arguments, or as text that `bash -c` runs. The prompt comes on standard input.',
            examples: [['claude', '-p', '--output-format', 'json'], './scripts/agent.sh'],
        }),
        'timeout-minutes': minutes(minutesByDefault).meta({
            description: 'After so many minutes the agent is ended; what it committed until then is kept.',
        }),
        'output-limit-kb': schemas/* int */.Whr()
            .min(16)
            .max(65_536)
            .default(1024)
            .meta({ description: 'How much of what it prints is kept in its log: the beginning and the end.' }),
    });
}
function step(what, minutesByDefault, example) {
    return schemas/* strictObject */.rej({
        command: shell.meta({ description: `${what} A line of shell, run by bash.`, examples: [example] }),
        'timeout-minutes': minutes(minutesByDefault).meta({ description: 'After so many minutes it is ended.' }),
    });
}
function exceptions(mode, example) {
    return schemas/* strictObject */.rej({
        epics: schemas/* array */.YOg(schemas/* int */.Whr().min(0))
            .max(200)
            .default([])
            .meta({ description: `Epics whose stories have the mode \`${mode}\`.`, examples: [[1, 4]] }),
        paths: schemas/* array */.YOg(path)
            .max(200)
            .default([])
            .meta({ description: `Globs: changed files that match have the mode \`${mode}\`.`, examples: [example] }),
    })
        .prefault({})
        .meta({
        description: `What has the mode \`${mode}\`, whatever \`merge.mode\` is. Of all that is said of a file the strictest holds, and of all files of a pull request.`,
    });
}
/** `.github/orchestrate.yml`, as its author writes it. JSON Schema and reference are generated from this. */
const configSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(configVersion).meta({ description: 'The version of this format.', examples: [configVersion] }),
    project: slug.meta({
        description: 'The name (slug) of the project in loopctl. The embedded store makes it when it is missing.',
        examples: ['my-project'],
    }),
    backlog: path.default('backlog.json').meta({
        description: "The backlog in the repository, in loopctl's import format; merged in whenever it changed.",
    }),
    base: schemas/* strictObject */.rej({
        branch: branch.optional().meta({
            description: 'The branch that pull requests merge into. Default: the default branch of the repository.',
            examples: ['main'],
        }),
        start: schemas/* enum */.k5n(['proven', 'last-proven']).default('proven').meta({
            description: '`proven`: nothing new starts before the tip of the base is proven green. `last-proven`: new work may start from the last proven commit while the tip is pending, never while it is red.',
        }),
        unprotected: schemas/* enum */.k5n(['refuse', 'accept']).default('refuse').meta({
            description: '`refuse`: nothing merges into a base without required checks. `accept`: the team takes that risk by name.',
        }),
        revert: schemas/* boolean */.zMY().default(false).meta({
            description: 'Whether, when repairs of a red base do not help, the merge that made it red is reverted (by GitHub, through the same gate) and its story done again.',
        }),
    })
        .prefault({})
        .meta({ description: 'The branch that everything merges into.' }),
    concurrency: atMost(2, 50).meta({
        description: 'How many agents work at once; the limit of the loopctl tenant holds as well.',
    }),
    selection: schemas/* enum */.k5n(['cohesion', 'critical-path']).default('cohesion').meta({
        description: '`cohesion`: epics under way are finished first. `critical-path`: the story on which most work waits comes first.',
    }),
    agents: schemas/* strictObject */.rej({
        implement: agent(60).meta({ description: 'The agent that writes: stories, fixes, repairs.' }),
        review: agent(30).meta({ description: 'The agent that reviews; it sees story and diff, and runs nothing.' }),
        environment: schemas/* array */.YOg(environmentName)
            .max(50)
            .default([])
            .meta({
            description: "Names of environment variables that agents may see, such as the key of the model's provider. Everything else is kept from them.",
            examples: [['ANTHROPIC_API_KEY']],
        }),
    })
        .meta({ description: 'The agents, started anew for every assignment.' }),
    setup: step('Prepares a fresh worktree, before the agent; not run for reviews.', 15, 'npm ci')
        .optional()
        .meta({ description: "Makes a fresh worktree ready, in the agent's job." }),
    verify: step("The project's own full check, run after the agent.", 30, 'npm test').optional().meta({
        description: "The project's own full check. Its result is told to the next agent as advice; the evidence is CI on the pushed commit.",
    }),
    review: schemas/* strictObject */.rej({
        checklist: schemas/* array */.YOg(line)
            .max(50)
            .default([])
            .meta({
            description: 'What every review must look at besides the criteria of the story.',
            examples: [['Every query is scoped to its tenant.']],
        }),
    })
        .prefault({})
        .meta({ description: 'What reviews look at.' }),
    'protected-paths': schemas/* array */.YOg(path)
        .max(200)
        .default([])
        .meta({
        description: 'Globs of paths that only a maintainer may let an agent change, added to the ones built in (workflows, this file, the backlog, agent configuration).',
        examples: [['migrations/**']],
    }),
    merge: schemas/* strictObject */.rej({
        mode: schemas/* enum */.k5n(['auto', 'approve', 'never']).default('auto').meta({
            description: '`auto`: merge what passes the gate. `approve`: only what a person who may write approved, after it was pushed. `never`: leave merging to people.',
        }),
        method: schemas/* enum */.k5n(['merge', 'squash', 'rebase']).default('merge').meta({
            description: 'How pull requests merge; the repository must allow it.',
        }),
        auto: exceptions('auto', ['docs/**']),
        approve: exceptions('approve', ['src/billing/**']),
        never: exceptions('never', ['migrations/**']),
    })
        .prefault({})
        .meta({ description: 'How far Orchestrate may go by itself.' }),
    approve: schemas/* enum */.k5n(['human', 'actions']).default('human').meta({
        description: 'Who gives the approvals that the rules of the base ask for. `human`: people are asked, and waited for. `actions`: the passing verdict is posted as an approval by GitHub Actions, of exactly the commit that was judged; needs the input `approval-token`. What `merge.mode` asks of a person it never answers.',
    }),
    checks: schemas/* strictObject */.rej({
        ignore: schemas/* array */.YOg(line)
            .max(100)
            .default([])
            .meta({ description: 'Names of optional checks that may fail.', examples: [['coverage']] }),
        'allow-skipped': schemas/* array */.YOg(line)
            .max(100)
            .default([])
            .meta({ description: 'Names of required checks that may end as skipped or neutral.', examples: [['e2e']] }),
        'deadline-minutes': atMost(60, 1440).meta({
            description: 'A required check that has not reported so long after the push, while nothing is under way, is handed to a person.',
        }),
    })
        .prefault({})
        .meta({ description: 'Exceptions to "every check must be green", by name.' }),
    commands: schemas/* strictObject */.rej({
        teams: schemas/* array */.YOg(team)
            .max(20)
            .default([])
            .meta({
            description: 'Teams of the organisation, as `organisation/team`. Where any is named, only their members and administrators may give commands, each with the permission that the command takes. The App needs `members: read` of the organisation for it.',
            examples: [['my-org/maintainers']],
        }),
    })
        .prefault({})
        .meta({ description: 'Who may steer the project by commands.' }),
    people: schemas/* strictObject */.rej({
        mention: schemas/* array */.YOg(mention)
            .max(10)
            .default([])
            .meta({
            description: 'Who is named, and so told by GitHub, where a story waits for people: `@person` or `@organisation/team`.',
            examples: [['@my-org/maintainers']],
        }),
        'remind-after-hours': atMost(24, 720).meta({
            description: 'After so many hours in which nothing came of it they are reminded.',
        }),
        reminders: schemas/* int */.Whr().min(0).max(20).default(3).meta({
            description: 'So many reminders of one thing at most.',
        }),
    })
        .prefault({})
        .meta({ description: 'Who is told when a story waits for people.' }),
    dashboard: schemas/* boolean */.zMY().default(true).meta({
        description: 'Whether an issue shows how the project stands and takes commands by its boxes; closing the issue does the same as `false`.',
    }),
    notify: schemas/* strictObject */.rej({
        format: schemas/* enum */.k5n(['json', 'slack']).default('json').meta({
            description: 'What the webhook (input `webhook-url`) is sent: `json`, as the operations page shows it, or `slack`, a text that Slack and what speaks like it show.',
        }),
    })
        .prefault({})
        .meta({ description: 'How a webhook of yours is told of what people should know at once.' }),
    limits: schemas/* strictObject */.rej({
        rejections: atMost(3, 20).meta({ description: 'Rejected so often, a story is handed to a person.' }),
        'author-runs': atMost(5, 50).meta({
            description: 'So many fixes after the first run, then the story is handed to a person.',
        }),
        infrastructure: atMost(3, 20).meta({
            description: 'So many runs lost to the machines, then the story is handed to a person.',
        }),
        'reviews-per-head': atMost(2, 10).meta({ description: 'So many reviews of one commit at most.' }),
        repairs: atMost(3, 20).meta({
            description: 'So many attempts at a red base, failed reviews included, before it is handed to a person (or reverted: `base.revert`).',
        }),
        budget: schemas/* enum */.k5n(['warn', 'stop']).default('warn').meta({
            description: 'What a budget in loopctl does when it is spent. `warn`: people are told. `stop`: nothing starts and nothing merges until a maintainer gives the command `resume`.',
        }),
    })
        .prefault({})
        .meta({ description: 'When to stop trying.' }),
})
    .meta({ title: 'Orchestrate', description: 'The configuration of Orchestrate: `.github/orchestrate.yml`.' });

;// CONCATENATED MODULE: ./build/config/json-schema.js


/** The configuration's JSON Schema, in the draft that editors read: what may be written, defaults left out allowed. */
function configJsonSchema() {
    return json_schema_processors/* toJSONSchema */.bl(configSchema, { io: 'input', target: 'draft-7' });
}

;// CONCATENATED MODULE: ./build/config/parse-config.js





/** Far more than any configuration needs; a file beyond it is not one. */
const longest = 200_000;
/** One fault of the syntax brings others; the first ones tell enough. */
const mostFaults = 5;
/** The configuration of a file's text, or everything that is wrong with it at once. Never throws. */
function parseConfig(text, path) {
    const yaml = readYaml(text, path);
    if (yaml.kind === 'problems')
        return yaml;
    const newer = findNewerVersion(yaml.value, path);
    if (newer !== null)
        return { kind: 'problems', problems: [newer] };
    const parsed = configSchema.safeParse(yaml.value);
    if (parsed.success)
        return { kind: 'config', config: parsed.data, warnings: findWarnings(parsed.data, path) };
    const schema = configJsonSchema();
    const problems = parsed.error.issues
        .flatMap((issue) => explainIssue(issue, yaml.value, schema))
        .map(({ key, ...rest }) => ({ line: yaml.lineOf(key), key, ...rest }))
        .sort((left, right) => (left.line ?? 0) - (right.line ?? 0))
        .map(({ line, key, ...rest }) => ({ where: [place(path, line), ...nameKey(key)].join(': '), ...rest }));
    return { kind: 'problems', problems };
}
function nameKey(key) {
    return key.length === 0 ? [] : [key.join('.')];
}
function readYaml(text, path) {
    const refuse = (...problems) => ({ kind: 'problems', problems });
    if (text.length > longest) {
        const what = `is ${text.length} characters long`;
        return refuse({ where: path, what, remedy: `A configuration has at most ${longest}.` });
    }
    const lines = new dist/* LineCounter */.HN();
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, {
            lineCounter: lines,
            uniqueKeys: true,
            prettyErrors: false,
            logLevel: 'error',
        });
        // A warning is a tag that YAML does not know: its value would be read as something else than was meant.
        const faults = [...document.errors, ...document.warnings];
        if (faults.length > 0) {
            return refuse(...faults.slice(0, mostFaults).map(({ code, message, pos }) => ({
                where: place(path, lines.linePos(pos[0]).line),
                what: `is not valid YAML: ${code === 'MULTIPLE_DOCS' ? 'several documents in one file' : message}`,
                remedy: 'Mend the line; a key stands once, followed by a colon and a space, and indentation is by spaces.',
            })));
        }
        const value = document.toJS({ maxAliasCount: 20 });
        if (value === null || value === undefined) {
            return refuse({ where: path, what: 'is empty', remedy: 'Start from `examples/orchestrate.config.yml`.' });
        }
        return { kind: 'value', value, lineOf: (key) => findLine(document, key, lines) };
    }
    catch (error) {
        // The composer gives up by throwing on nesting or aliases beyond its bounds.
        const what = `cannot be read as YAML: ${error instanceof Error ? error.message : String(error)}`;
        return refuse({ where: path, what, remedy: 'Write it plainly: few levels, few aliases.' });
    }
}
function findNewerVersion(value, path) {
    if (typeof value !== 'object' || value === null || !('version' in value))
        return null;
    if (typeof value.version !== 'number' || !(value.version > configVersion))
        return null;
    return {
        where: `${path}: version`,
        what: `is ${value.version}, newer than the ${configVersion} that this release understands`,
        remedy: 'Use a newer release of Orchestrate in both workflow files; nothing is guessed.',
    };
}
function findWarnings(config, path) {
    if (config.verify !== undefined)
        return [];
    return [
        {
            where: `${path}: verify`,
            what: "is missing, so agents are not told the project's own full check",
            remedy: 'Name it, such as `verify: { command: npm test }`.',
        },
    ];
}
function place(path, line) {
    return line === null ? path : `${path}:${line}`;
}


/***/ }),

/***/ 8389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ toPolicy)
/* harmony export */ });
const mergeModes = ['auto', 'approve', 'never'];
/** What `decide` needs of the configuration, and of how the action is called: the file name of its workflow. */
function toPolicy(config, ownWorkflow) {
    const { concurrency, selection, merge, approve, base, checks, limits, agents, review, commands, people, dashboard } = config;
    return {
        concurrency,
        selection,
        merge: {
            mode: merge.mode,
            method: merge.method,
            exceptions: mergeModes
                .map((mode) => ({ mode, ...merge[mode] }))
                .filter(({ epics, paths }) => epics.length + paths.length > 0),
        },
        approve,
        base: { start: base.start, unprotected: base.unprotected, revert: base.revert },
        checks: {
            ignore: checks.ignore,
            allowSkipped: checks['allow-skipped'],
            deadlineMinutes: checks['deadline-minutes'],
            ownWorkflow,
        },
        limits: {
            rejections: limits.rejections,
            authorRuns: limits['author-runs'],
            infrastructure: limits.infrastructure,
            reviewsPerHead: limits['reviews-per-head'],
            repairs: limits.repairs,
            budget: limits.budget,
        },
        teams: commands.teams,
        dashboard,
        people: {
            mention: people.mention,
            remindAfterHours: people['remind-after-hours'],
            reminders: people.reminders,
        },
        agentMinutes: { author: agents.implement['timeout-minutes'], reviewer: agents.review['timeout-minutes'] },
        checklist: review.checklist,
    };
}


/***/ }),

/***/ 8477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ cyclesOf),
/* harmony export */   q: () => (/* binding */ edgesOf)
/* harmony export */ });
/**
 * Yields a way back to itself for every edge that closes one, first node repeated at the end; without those edges the
 * graph would have no circle. Depth first without recursion: a backlog may be one long chain.
 */
function* cyclesOf(edges) {
    const done = new Set();
    for (const start of edges.keys()) {
        yield* cyclesFrom(edges, start, done);
    }
}
function* cyclesFrom(edges, start, done) {
    const path = done.has(start) ? [] : [{ node: start, next: 0 }];
    const onPath = new Set([start]);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
        const target = edges.get(step.node)?.[step.next];
        step.next += 1;
        if (target === undefined) {
            done.add(step.node);
            onPath.delete(step.node);
            path.pop();
        }
        else if (onPath.has(target)) {
            const nodes = path.map(({ node }) => node);
            yield [...nodes.slice(nodes.indexOf(target)), target];
        }
        else if (!done.has(target)) {
            onPath.add(target);
            path.push({ node: target, next: 0 });
        }
    }
}
/** Groups pairs by what they start from. */
function edgesOf(pairs) {
    const edges = new Map();
    for (const [from, to] of pairs) {
        const known = edges.get(from);
        if (known === undefined) {
            edges.set(from, [to]);
        }
        else {
            known.push(to);
        }
    }
    return edges;
}


/***/ }),

/***/ 4813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ meets),
/* harmony export */   Fi: () => (/* binding */ ownCheckPrefix),
/* harmony export */   LZ: () => (/* binding */ judgeChecks),
/* harmony export */   XU: () => (/* binding */ actionsSlug)
/* harmony export */ });
/** Names of the checks that we ourselves put on a head: never evidence for us. */
const ownCheckPrefix = 'orchestrate/';
/**
 * Judges the checks of one commit against the rules: every required check present by name and, where the rule says
 * so, by app, with success; every other one success, neutral or skipped. A check run of the app GitHub Actions counts
 * only as a job of a workflow run, since any workflow with `checks: write` can forge a bare one.
 */
function judgeChecks(checks, required, policy) {
    const counted = checks.filter((check) => !isOwn(check, policy) && !policy.ignore.includes(check.name) && !isForgeable(check));
    const demands = required.filter(({ name }) => !name.startsWith(ownCheckPrefix));
    if (counted.length === 0)
        return { kind: 'none', names: demands.map(({ name }) => name) };
    const failed = counted.filter(({ state }) => state === 'failure' || state === 'timed_out');
    if (failed.length > 0)
        return { kind: 'red', failed };
    const pending = counted.filter(({ state }) => state === 'pending');
    if (pending.length > 0)
        return { kind: 'pending', names: pending.map(({ name }) => name) };
    const isRequired = (check) => demands.some((demand) => meets(check, demand));
    const refused = counted.filter((check) => !isAnswered(check, isRequired(check), policy));
    if (refused.length > 0)
        return { kind: 'refused', checks: refused };
    const missing = demands.filter((demand) => !counted.some((check) => meets(check, demand)));
    if (missing.length > 0) {
        return { kind: 'missing', names: missing.map((demand) => describeMissing(demand, checks, policy)) };
    }
    // Only skipped and neutral ones, and nothing asked of them: nothing was tried, so nothing is known.
    const isTried = demands.length > 0 || counted.some(({ state }) => state === 'success');
    return isTried ? { kind: 'green', count: counted.length } : { kind: 'none', names: [] };
}
/** GitHub's slug of its own app, GitHub Actions. */
const actionsSlug = 'github-actions';
function isOwn(check, { ownWorkflow }) {
    return check.name.startsWith(ownCheckPrefix) || check.workflow === ownWorkflow;
}
function isForgeable(check) {
    return check.appSlug === actionsSlug && check.workflowRunId === null;
}
/** Whether this is the check that is demanded: by its name and, where one is asked for, by its app. */
function meets(check, demand) {
    return check.name === demand.name && (demand.appId === null || demand.appId === check.appId);
}
/** A required check that is missing, and why whatever there is of its name does not count. */
function describeMissing({ name, appId }, checks, policy) {
    const namesakes = checks.filter((check) => check.name === name);
    if (namesakes.length === 0)
        return name;
    if (policy.ignore.includes(name))
        return `${name} (\`checks.ignore\` leaves it out)`;
    if (namesakes.some(isForgeable))
        return `${name} (reported, but not by a job of a workflow run)`;
    if (namesakes.some((check) => check.workflow === policy.ownWorkflow))
        return `${name} (reported by our own workflow)`;
    return `${name} (reported, but not by app ${appId})`;
}
function isAnswered(check, isRequired, policy) {
    if (check.state === 'success')
        return true;
    if (check.state !== 'skipped' && check.state !== 'neutral')
        return false;
    return !isRequired || policy.allowSkipped.includes(check.name);
}


/***/ }),

/***/ 7410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ noteToken),
/* harmony export */   S2: () => (/* binding */ isParked),
/* harmony export */   T3: () => (/* binding */ holdOfFailure),
/* harmony export */   VX: () => (/* binding */ codeOfRefusedPush),
/* harmony export */   eF: () => (/* binding */ findUnstarted),
/* harmony export */   vG: () => (/* binding */ holdOfRefused)
/* harmony export */ });
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4813);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5079);


/** A run that is to come is there, if only parked, long before. */
const patienceMinutes = 15;
/** Whether we have to do with a job's own token, for what it causes no workflow starts by itself. */
function isDegraded({ viewer }) {
    return viewer === _checks_js__WEBPACK_IMPORTED_MODULE_0__/* .actionsSlug */ .XU;
}
/** What such a token cannot do, told on every pass. */
function noteToken(world) {
    return isDegraded(world) ? [{ code: 'token_degraded', detail: `it acts as ${world.viewer}[bot]` }] : [];
}
/** What checks that ended without an answer wait for: what our token is to blame for goes by its own name. */
function holdOfRefused(checks) {
    const parked = checks.filter(isParked);
    if (parked.length > 0)
        return { code: 'runs_parked', detail: parked.map(({ name }) => name).join(', ') };
    if (checks.some(({ state }) => state === 'unreadable'))
        return { code: 'checks_unreadable', detail: '' };
    return { code: 'check_refused', detail: checks.map(({ name, state }) => `${name} ${state}`).join(', ') };
}
/** A workflow run that nobody let start; an app can ask for an action as well, and that is another matter. */
function isParked({ state, workflowRunId }) {
    return state === 'action_required' && workflowRunId !== null;
}
/** Of a head on which nothing reported: that nothing ever will, where it was pushed with such a token. */
function findUnstarted(head, { world, now }) {
    if (!isDegraded(world) || head === null || now < (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .addMinutes */ .z)(head.at, patienceMinutes))
        return null;
    return { code: 'ci_not_started', detail: `${patienceMinutes} minutes after the push` };
}
/** What is waited for when a request failed: that GitHub may be asked again, that somebody gives leave, or that it passes. */
function holdOfFailure({ message, status, isTooMuch, retryable }) {
    if (isTooMuch)
        return { code: 'budget_short', detail: message };
    // GraphQL answers 200 and says it in words.
    const isForbidden = status === 401 || status === 403 || message.includes('not accessible by ');
    return { code: !retryable && isForbidden ? 'token_refused' : 'backing_off', detail: message };
}
/** The hold that GitHub's refusal of a push is: of one for a workflow file in it, its own. */
function codeOfRefusedPush(refusal) {
    return /refusing to allow .*\bworkflow\b/i.test(refusal) ? 'workflows_refused' : 'push_refused';
}


/***/ }),

/***/ 5079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ addMinutes)
/* harmony export */ });
function addMinutes(instant, minutes) {
    return instant + minutes * 60_000;
}


/***/ }),

/***/ 5508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ withoutSuffix)
/* harmony export */ });
/** A login as people write it: an App's is told with `[bot]` in one place and without it in another. */
function withoutSuffix(login) {
    return login.replace(/\[bot\]$/, '');
}


/***/ }),

/***/ 1356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ createGitHub)
});

// EXTERNAL MODULE: ./node_modules/@octokit/rest/dist-src/index.js + 22 modules
var dist_src = __webpack_require__(891);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/waits.js
var waits = __webpack_require__(7290);
;// CONCATENATED MODULE: ./build/github/ask.js
const merge = /\/pulls\/\d+\/(merge|merge-async|update-branch)$/;
/** A request as the client is about to send it. */
function describeAsk(url, { method, body }) {
    const { pathname } = new URL(url);
    if (pathname.endsWith('/graphql')) {
        const isMutation = isMutationBody(body);
        return { resource: 'graphql', isRead: !isMutation, isOfTheMoment: isMutation };
    }
    const isRead = (method ?? 'GET') === 'GET';
    return { resource: 'core', isRead, isOfTheMoment: !isRead && merge.test(pathname) };
}
function isMutationBody(body) {
    return typeof body !== 'string' || /^\s*mutation\b/.test(String(JSON.parse(body).query));
}

;// CONCATENATED MODULE: ./build/github/known-answers.js
/** Rules, rulesets, branches and what people said: every look asks for them, and nearly always they are the same. */
const steady = /\/(rules\/branches|rulesets|branches)\/|\/issues\/comments$/;
/** Conditional requests: what was answered once is asked for again only as far as it is another. */
function createKnownAnswers() {
    const known = new Map();
    return {
        condition(url, headers) {
            const etag = known.get(url)?.headers.get('etag') ?? null;
            if (etag !== null)
                headers.set('if-none-match', etag);
            return headers;
        },
        recall(url, answer) {
            if (answer.status === 304)
                return known.get(url) ?? answer;
            if (answer.status === 200 && answer.headers.has('etag') && steady.test(new URL(url).pathname)) {
                known.set(url, answer);
            }
            return answer;
        },
    };
}

;// CONCATENATED MODULE: ./build/github/rate-limit.js
/** What GitHub asks for where it does not say how long. */
const plainWaitMs = 60_000;
/** Its clock tells whole seconds. */
const secondMs = 1000;
/** The budget that an answer tells of, by our clock; null where it tells of none, as a server without limits. */
function readBudget({ header }, now) {
    const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) => readNumber(header(`x-ratelimit-${name}`)));
    if (limit == null || remaining == null || reset == null)
        return null;
    const theirs = Date.parse(header('date') ?? '');
    const ahead = Number.isNaN(theirs) ? 0 : now - theirs;
    return { resource: header('x-ratelimit-resource') ?? 'core', limit, remaining, resetsAt: reset * 1000 + ahead };
}
/**
 * The limit an answer says was passed, null where it says no such thing: a secondary one by `retry-after` or, where only
 * the words tell, for a minute; a spent budget until it is given anew.
 */
function readLimit(signs, now) {
    if (!isLimited(signs))
        return null;
    const seconds = readNumber(signs.header('retry-after'));
    if (seconds !== null)
        return { of: 'everything', until: now + Math.max(1, seconds) * 1000 };
    const budget = readBudget(signs, now);
    if (budget?.remaining === 0)
        return { of: budget.resource, until: budget.resetsAt + secondMs };
    return { of: 'everything', until: now + plainWaitMs };
}
/** Whether an answer refuses only because too much was asked. */
function isLimited({ status, header, body }) {
    if (status === 429)
        return true;
    // A query is answered with 200 whatever came of it.
    if (status === 200)
        return header('x-ratelimit-remaining') === '0' && body().includes('"RATE_LIMITED"');
    if (status !== 403)
        return false;
    if (header('retry-after') !== null || header('x-ratelimit-remaining') === '0')
        return true;
    return /secondary rate limit/i.test(body());
}
function readNumber(text) {
    const number = text === null || text === '' ? Number.NaN : Number(text);
    return Number.isFinite(number) && number >= 0 ? number : null;
}

;// CONCATENATED MODULE: ./build/github/unsent.js
/** A request that was never sent, since a limit of GitHub's is not lifted in time, or since it must not be any more. */
class Unsent extends Error {
    name = 'Unsent';
    /** When the limit is lifted; null where the one who asks has no leave to act any more, which is the cause then. */
    liftedAt;
    constructor(message, facts) {
        super(message, { cause: facts.cause });
        this.liftedAt = facts.liftedAt;
    }
}

;// CONCATENATED MODULE: ./build/github/patient-fetch.js




const answerLimitMs = 60_000;
/** Before a read that failed is sent again. */
const readPausesMs = [500, 2000];
/**
 * One job's way to GitHub. Where GitHub says that it is too much, nothing more is sent until that is over; what was
 * refused for it had no effect and is sent again then, but for a merge and a mutation, which have to be judged anew.
 * After an error of the server or a lost answer only a read is sent again.
 */
function createPatientFetch(waits) {
    const budgets = new Map();
    const limits = new Map();
    const known = createKnownAnswers();
    let requests = 0;
    let clock = null;
    async function send(url, init) {
        requests += 1;
        const headers = known.condition(url, new Headers(init.headers));
        const response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(answerLimitMs) });
        // Read to the end: Octokit takes a body that was cut short for an empty one.
        const answer = { status: response.status, headers: response.headers, body: await response.arrayBuffer() };
        note(signsOf(answer));
        return known.recall(url, answer);
    }
    function note(signs) {
        const budget = readBudget(signs, waits.now());
        if (budget !== null)
            budgets.set(budget.resource, budget);
        const dated = Date.parse(signs.header('date') ?? '');
        if (!Number.isNaN(dated))
            clock = Math.max(dated, clock ?? dated);
        const limit = readLimit(signs, waits.now());
        if (limit !== null)
            limits.set(limit.of, Math.max(limit.until, limits.get(limit.of) ?? 0));
    }
    function liftedAt({ resource }) {
        return Math.max(limits.get(resource) ?? 0, limits.get('everything') ?? 0);
    }
    async function waitForLimit(ask) {
        for (let lifted = liftedAt(ask); lifted > waits.now(); lifted = liftedAt(ask)) {
            if (lifted > waits.until) {
                const seconds = Math.ceil((lifted - waits.now()) / 1000);
                throw new Unsent(`too much was asked of it, and it is not asked again for ${seconds} s`, { liftedAt: lifted });
            }
            await waits.pause(lifted - waits.now());
        }
    }
    /** For how long to wait before it is sent again; null where it is not, and the answer stands. */
    function pauseAfter(ask, end, turn) {
        const pause = pauseFor(ask, end, turn);
        return pause === null || waits.now() + pause > waits.until ? null : pause;
    }
    function pauseFor(ask, end, turn) {
        if (end.kind === 'answer' && isLimited(signsOf(end.answer))) {
            return ask.isOfTheMoment ? null : liftedAt(ask) - waits.now();
        }
        const isServersFault = end.kind === 'lost' || end.answer.status >= 500;
        return ask.isRead && isServersFault ? (readPausesMs[turn] ?? null) : null;
    }
    async function fetchPatiently(url, init, mayAct) {
        const ask = describeAsk(url, init);
        for (let turn = 0;; turn += 1) {
            await waitForLimit(ask);
            if (!ask.isRead)
                requireLeave(mayAct);
            const end = await endOf(send(url, init));
            const pause = pauseAfter(ask, end, turn);
            if (pause === null)
                return finish(end);
            await waits.pause(Math.max(0, pause));
        }
    }
    return {
        fetchUnder: (mayAct) => (url, init) => fetchPatiently(String(url), init ?? {}, mayAct),
        budgets: () => [...budgets.values()].filter(({ resetsAt }) => resetsAt > waits.now()),
        requests: () => requests,
        clock: () => clock,
    };
}
function endOf(sending) {
    return sending.then((answer) => ({ kind: 'answer', answer }), (error) => ({ kind: 'lost', error }));
}
function finish(end) {
    if (end.kind === 'lost')
        throw end.error;
    const { status, headers, body } = end.answer;
    return new Response(body.byteLength === 0 ? null : body, { status, headers });
}
function requireLeave(mayAct) {
    try {
        mayAct();
    }
    catch (error) {
        throw new Unsent('there is no leave to act any more', { liftedAt: null, cause: error });
    }
}
function signsOf({ status, headers, body }) {
    return { status, header: (name) => headers.get(name), body: () => Buffer.from(body).toString('utf8') };
}

;// CONCATENATED MODULE: ./build/github/read-body.js
/**
 * The body of a success that Octokit was told not to read: JSON as JSON, bytes as bytes, all else as text; what should be
 * JSON and is not stays text, for whoever knows what it should have been. Octokit's own reader asks of every number whether
 * it is too big for one, which GitHub's are not: of a list of a hundred runs that takes thirty times as long.
 */
async function readBody({ data, headers }) {
    if (!(data instanceof ReadableStream))
        return '';
    const body = new Response(data);
    const type = String(headers['content-type'] ?? '');
    if (/^application\/(?:octet-stream|zip)\b/.test(type))
        return await body.arrayBuffer();
    const text = await body.text();
    if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type))
        return text;
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/github/remote-failure.js




const headersSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).optional());
const httpFailureSchema = schemas/* object */.Ikc({
    name: schemas/* literal */.euz('HttpError'),
    message: schemas/* string */.YjP(),
    status: schemas/* number */.aig(),
    response: schemas/* object */.Ikc({ headers: headersSchema }).optional(),
    cause: schemas/* unknown */.L5J(),
});
const graphqlFailureSchema = schemas/* object */.Ikc({
    name: schemas/* literal */.euz('GraphqlResponseError'),
    headers: headersSchema,
    errors: schemas/* array */.YOg(schemas/* object */.Ikc({
        type: schemas/* string */.YjP().optional(),
        message: schemas/* string */.YjP(),
        extensions: schemas/* object */.Ikc({ code: schemas/* string */.YjP().optional(), fieldName: schemas/* string */.YjP().optional() }).optional(),
    })),
});
/**
 * What went wrong with a request, as a `RemoteError`; anything that is no failure of the other side comes back as it is.
 * The cause is left behind on purpose: Octokit's errors carry the whole request.
 */
function describeFailure(error, request) {
    const graphql = graphqlFailureSchema.safeParse(error);
    if (graphql.success)
        return describeGraphqlFailure(graphql.data, request);
    const http = httpFailureSchema.safeParse(error);
    if (!http.success)
        return error;
    const { status, message, response, cause } = http.data;
    if (cause instanceof Unsent)
        return describeUnsent(cause, request);
    if (response === undefined)
        return describeLostConnection(message, request);
    const requestId = readRequestId(response.headers);
    const plain = message.replace(/ - https:\/\/\S+$/, '');
    const isTooMuch = isLimited({ status, header: headerOf(response.headers), body: () => message });
    return new errors/* RemoteError */.H(`GitHub answered ${status} to ${request}: ${plain}${nameRequest(requestId)}`, {
        request,
        status,
        requestId,
        retryable: status >= 500 || isTooMuch,
        isTooMuch,
    });
}
/** A redirect where an answer was due: the repository was renamed or moved. */
function describeRedirect(status, request) {
    return new errors/* RemoteError */.H(`GitHub answered ${status} to ${request}: it is no longer at this address`, {
        request,
        status,
        requestId: null,
        retryable: false,
    });
}
/** Where there was no leave to send it, that is what went wrong. */
function describeUnsent({ message, liftedAt, cause }, request) {
    if (liftedAt === null)
        return cause;
    return new errors/* RemoteError */.H(`GitHub was not asked ${request}: ${message}`, {
        request,
        status: null,
        requestId: null,
        retryable: true,
        isTooMuch: true,
    });
}
function describeLostConnection(message, request) {
    return new errors/* RemoteError */.H(`GitHub gave no answer to ${request}: ${message}`, {
        request,
        status: null,
        requestId: null,
        retryable: true,
    });
}
function describeGraphqlFailure(failure, request) {
    const requestId = readRequestId(failure.headers);
    const messages = failure.errors.map(({ message }) => message).join('; ');
    return new errors/* RemoteError */.H(`GitHub could not answer ${request}: ${messages}${nameRequest(requestId)}`, {
        request,
        status: 200,
        requestId,
        // GitHub's own time-outs come without a type, and so does what it does not understand, which has a code.
        retryable: failure.errors.every(({ type, extensions }) => type === 'RATE_LIMITED' || (type === undefined && extensions?.code === undefined)),
        unknownFields: failure.errors.flatMap(({ extensions }) => extensions?.code === 'undefinedField' ? (extensions.fieldName ?? []) : []),
        isTooMuch: failure.errors.some(({ type }) => type === 'RATE_LIMITED'),
    });
}
function headerOf(headers) {
    return (name) => (headers[name] === undefined ? null : String(headers[name]));
}
function readRequestId(headers) {
    const id = headers['x-github-request-id'];
    return id === undefined ? null : String(id);
}
function nameRequest(requestId) {
    return requestId === null ? '' : ` (request ${requestId})`;
}

;// CONCATENATED MODULE: ./build/github/client.js






const ignore = () => undefined;
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const failedAnswerSchema = schemas/* object */.Ikc({
    name: schemas/* literal */.euz('HttpError'),
    status: schemas/* number */.aig(),
    response: schemas/* object */.Ikc({
        data: schemas/* unknown */.L5J(),
        headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).optional()),
    }),
});
const forbiddenCheckSchema = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('FORBIDDEN'),
    path: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]))
        .refine((path) => path.at(-3) === 'contexts' || path.includes('checkSuites')),
});
/** The dashboard is for people: a token that may not see it can do without. */
const forbiddenDashboardSchema = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('FORBIDDEN'),
    path: schemas/* tuple */.PVZ([schemas/* literal */.euz('repository'), schemas/* literal */.euz('issue')]),
});
const partialAnswerSchema = schemas/* object */.Ikc({
    name: schemas/* literal */.euz('GraphqlResponseError'),
    errors: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* object */.Ikc({ type: schemas/* literal */.euz('NOT_FOUND') }), forbiddenCheckSchema, forbiddenDashboardSchema])),
    data: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()),
});
/** The one client of GitHub's API: every request counted, no redirect followed, as patient as it is told to be. */
function createGitHub(input) {
    const octokit = new dist_src/* Octokit */.E({
        auth: input.token,
        baseUrl: input.apiUrl.replace(/\/$/, ''),
        log: silent,
        // A redirect that is followed would take the token along to whatever the same host points at.
        request: { log: silent, redirect: 'manual' },
    });
    const protocol = new URL(input.apiUrl).protocol;
    const { owner, repo } = input;
    const patient = createPatientFetch(input.waits ?? waits/* noWaits */.U);
    return speak({ octokit, patient, owner, repo, protocol }, () => undefined);
}
function speak(line, mayAct) {
    const { octokit, patient, owner, repo, protocol } = line;
    const request = { fetch: patient.fetchUnder(mayAct) };
    return {
        owner,
        repo,
        protocol,
        requests: () => patient.requests(),
        budgets: () => patient.budgets(),
        clock: () => patient.clock(),
        guarded: (leave) => speak(line, leave),
        async request(listed, parameters, expected = []) {
            const route = listed;
            // What a path has no place for would be sent as a query.
            const filled = route.includes('{owner}') ? { owner, repo, ...parameters } : parameters;
            try {
                const answer = await octokit.request(route, {
                    ...filled,
                    request: { ...request, parseSuccessResponseBody: false },
                });
                const { status, headers } = answer;
                // Octokit takes a redirect for a success.
                if (status < 300 || expected.includes(status))
                    return { status, data: await readBody(answer), headers };
                throw describeRedirect(status, client_nameRequest(octokit, route, filled));
            }
            catch (error) {
                const answer = failedAnswerSchema.safeParse(error);
                if (answer.success && expected.includes(answer.data.status)) {
                    return { status: answer.data.status, ...answer.data.response };
                }
                throw describeFailure(error, client_nameRequest(octokit, route, filled));
            }
        },
        async graphql(document, variables) {
            try {
                return await octokit.graphql(document, { owner, repo, ...variables, request });
            }
            catch (error) {
                // What does not exist, and a check or an issue that may not be seen, is null in the data: all that an asker needs to know.
                const partial = partialAnswerSchema.safeParse(error);
                if (partial.success)
                    return partial.data.data;
                throw describeFailure(error, 'POST /graphql');
            }
        },
    };
}
function client_nameRequest(octokit, route, parameters) {
    const { method, url } = octokit.request.endpoint(route, parameters);
    return `${method} ${new URL(url).pathname}`;
}


/***/ }),

/***/ 7856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ enqueueDocument),
/* harmony export */   BM: () => (/* binding */ pinDocument),
/* harmony export */   C0: () => (/* binding */ moreReviewThreadsDocument),
/* harmony export */   Ey: () => (/* binding */ composeOpenDocument),
/* harmony export */   Fe: () => (/* binding */ openPullRequestsDocument),
/* harmony export */   Gs: () => (/* binding */ moreReviewsDocument),
/* harmony export */   MI: () => (/* binding */ fileDocument),
/* harmony export */   O$: () => (/* binding */ composeTrackedDocument),
/* harmony export */   Ps: () => (/* binding */ overviewDocument),
/* harmony export */   Qv: () => (/* binding */ reportersDocument),
/* harmony export */   S9: () => (/* binding */ composeBranchesDocument),
/* harmony export */   an: () => (/* binding */ viewerDocument),
/* harmony export */   fC: () => (/* binding */ composeQueueDocument),
/* harmony export */   jx: () => (/* binding */ mergeStateDocument),
/* harmony export */   sm: () => (/* binding */ composeCommitChecksDocument),
/* harmony export */   u7: () => (/* binding */ commentsDocument),
/* harmony export */   vz: () => (/* binding */ moreContextsDocument),
/* harmony export */   wA: () => (/* binding */ revertDocument)
/* harmony export */ });
const contexts = `
  pageInfo { hasNextPage endCursor }
  nodes {
    __typename
    ... on CheckRun {
      databaseId name status conclusion startedAt detailsUrl url title summary
      checkSuite {
        app { databaseId slug }
        workflowRun { databaseId event workflow { databaseId resourcePath } }
      }
    }
    ... on StatusContext { context state targetUrl description }
  }
`;
const suites = 'nodes { status conclusion app { databaseId slug } workflowRun { databaseId event workflow { name resourcePath } } }';
const reviewThreads = 'pageInfo { hasNextPage endCursor } nodes { isResolved }';
const reviews = `
  pageInfo { hasNextPage endCursor }
  nodes { state submittedAt authorCanPushToRepository author { __typename login } commit { oid } }
`;
const text = 'fragment Text on Blob { text isTruncated }';
const fragments = `
  fragment Rollup on StatusCheckRollup { id contexts(first: 100) { ${contexts} } }
  fragment PullRequest on PullRequest {
    id number url state isDraft isCrossRepository headRefName headRefOid baseRefName
    mergeStateStatus reviewDecision viewerCanMergeAsAdmin
    author { login }
    comments(first: 1) { totalCount }
    mergedBy { login }
    mergeCommit { oid }
    latestOpinionatedReviews(first: 100) { ${reviews} }
    reviewThreads(first: 100) { ${reviewThreads} }
    statusCheckRollup { ...Rollup }
    headRef { target { oid ... on Commit { checkSuites(first: 50) { ${suites} } } } }
  }
`;
/** A page of the pull requests open against the base; the first page also brings the base itself and the rules' state. */
const openPullRequestsDocument = composeOpenDocument([]);
/** The same without the fields that the server does not know. */
function composeOpenDocument(unknown) {
    const where = (field, text) => (unknown.includes(field) ? '' : text);
    return `
  query (
    $owner: String!, $repo: String!, $base: String!, $baseRef: String!, $after: String, $first: Boolean!
    $workflow: String!, $report: String!, $dashboard: Int!, $hasDashboard: Boolean!
  ) {
    viewer @include(if: $first) { login }
    repository(owner: $owner, name: $repo) {
      databaseId @include(if: $first)
      mergeCommitAllowed @include(if: $first)
      squashMergeAllowed @include(if: $first)
      rebaseMergeAllowed @include(if: $first)
      defaultBranchRef @include(if: $first) { name }
      ${where('rulesets', 'rulesets(first: 100, includeParents: true) @include(if: $first) { nodes { databaseId updatedAt } }')}
      ref(qualifiedName: $baseRef) @include(if: $first) {
        ${where('refUpdateRule', `refUpdateRule {
            requiredApprovingReviewCount requiredStatusCheckContexts requiresConversationResolution requiresLinearHistory
            ${where('requiresCodeOwnerReviews', 'requiresCodeOwnerReviews')}
          }`)}
        target {
          oid
          ... on Commit {
            statusCheckRollup { ...Rollup }
            checkSuites(first: 100) { ${suites} }
          }
        }
      }
      workflow: object(expression: $workflow) @include(if: $first) { ...Text }
      report: object(expression: $report) @include(if: $first) { oid }
      issue(number: $dashboard) @include(if: $hasDashboard) {
        number state title body createdAt
        userContentEdits(first: 20) { pageInfo { hasNextPage } nodes { editedAt editor { __typename login } } }
      }
      pullRequests(
        states: OPEN, baseRefName: $base, first: 50, after: $after, orderBy: { field: CREATED_AT, direction: ASC }
      ) {
        pageInfo { hasNextPage endCursor }
        nodes { ...PullRequest }
      }
    }
  }
  ${text}
  ${fragments}
`;
}
/** The pull requests of these numbers, whatever became of them, each under the alias `n<number>`. */
function composeTrackedDocument(numbers) {
    const aliases = numbers.map((number) => `n${number}: pullRequest(number: ${number}) { ...PullRequest }`);
    return `
    query ($owner: String!, $repo: String!) {
      repository(owner: $owner, name: $repo) { ${aliases.join('\n')} }
    }
    ${fragments}
  `;
}
/** The newest pull requests of these branches, whatever became of them, those of the n-th under the alias `b<n>`. */
function composeBranchesDocument(branches) {
    const aliases = branches.map((branch, index) => {
        const filter = `headRefName: ${JSON.stringify(branch)}, states: [OPEN, CLOSED, MERGED]`;
        return `b${index}: pullRequests(${filter}, last: 5) { nodes { ...PullRequest } }`;
    });
    return `
    query ($owner: String!, $repo: String!) {
      repository(owner: $owner, name: $repo) { ${aliases.join('\n')} }
    }
    ${fragments}
  `;
}
/** One more page of a commit's checks. */
const moreContextsDocument = `
  query ($id: ID!, $after: String!) {
    node(id: $id) { ... on StatusCheckRollup { contexts(first: 100, after: $after) { ${contexts} } } }
  }
`;
/** One more page of a pull request's conversations. */
const moreReviewThreadsDocument = `
  query ($id: ID!, $after: String!) {
    node(id: $id) { ... on PullRequest { reviewThreads(first: 100, after: $after) { ${reviewThreads} } } }
  }
`;
/** One more page of the last words of a pull request's reviewers. */
const moreReviewsDocument = `
  query ($id: ID!, $after: String!) {
    node(id: $id) { ... on PullRequest { latestOpinionatedReviews(first: 100, after: $after) { ${reviews} } } }
  }
`;
/** GitHub's own revert of a merged pull request: branch, commit and pull request. */
const revertDocument = `
  mutation ($pullRequestId: ID!, $title: String!, $body: String!) {
    revertPullRequest(input: { pullRequestId: $pullRequestId, title: $title, body: $body }) {
      revertPullRequest { number }
    }
  }
`;
/** A place in the base's merge queue, for exactly this head. */
const enqueueDocument = `
  mutation ($pullRequestId: ID!, $headSha: GitObjectID!) {
    enqueuePullRequest(input: { pullRequestId: $pullRequestId, expectedHeadOid: $headSha }) {
      mergeQueueEntry { id }
    }
  }
`;
/** An issue where everybody sees it first. */
const pinDocument = `
  mutation ($issueId: ID!) {
    pinIssue(input: { issueId: $issueId }) { issue { number } }
  }
`;
/** The places of pull requests in the base's merge queue, each under the alias `n<number>`. */
function composeQueueDocument(numbers) {
    const aliases = numbers.map((number) => `n${number}: pullRequest(number: ${number}) { ...Place }`);
    return `
    query ($owner: String!, $repo: String!) {
      repository(owner: $owner, name: $repo) { ${aliases.join('\n')} }
    }
    fragment Place on PullRequest {
      number state headRefOid
      mergeQueueEntry { position state }
      timelineItems(last: 1, itemTypes: [REMOVED_FROM_MERGE_QUEUE_EVENT]) {
        nodes { ... on RemovedFromMergeQueueEvent { createdAt reason } }
      }
    }
  `;
}
/** The checks of commits by SHA, each under the alias `c<position>`. */
function composeCommitChecksDocument(shas) {
    const aliases = shas.map((sha, index) => `c${index}: object(oid: ${JSON.stringify(sha)}) { ...CommitChecks }`);
    return `
    query ($owner: String!, $repo: String!) {
      repository(owner: $owner, name: $repo) { ${aliases.join('\n')} }
    }
    fragment Rollup on StatusCheckRollup { id contexts(first: 100) { ${contexts} } }
    fragment CommitChecks on Commit {
      statusCheckRollup { ...Rollup }
      checkSuites(first: 100) { ${suites} }
    }
  `;
}
/** What may have changed about one pull request since it was judged. */
const mergeStateDocument = `
  query ($owner: String!, $repo: String!, $number: Int!) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        state headRefOid mergeStateStatus reviewDecision viewerCanMergeAsAdmin
        mergeCommit { oid }
        baseRef { target { oid } }
      }
    }
  }
`;
/** In whose name a token speaks. */
const viewerDocument = 'query { viewer { login } }';
/** What the doctor reads first: who asks, and what the default branch says of the loop. */
const overviewDocument = `
  query ($owner: String!, $repo: String!, $config: String!, $workflows: String!) {
    viewer { login resourcePath }
    repository(owner: $owner, name: $repo) {
      visibility mergeCommitAllowed squashMergeAllowed rebaseMergeAllowed
      defaultBranchRef { name }
      config: object(expression: $config) { ...Text }
      workflows: object(expression: $workflows) { ... on Tree { entries { name object { ...Text } } } }
    }
  }
  ${text}
`;
/** A file of the default branch. */
const fileDocument = `
  query ($owner: String!, $repo: String!, $file: String!) {
    repository(owner: $owner, name: $repo) { file: object(expression: $file) { ...Text } }
  }
  ${text}
`;
/** Who reported what of late: on the base, and on pull requests into it. */
const reportersDocument = `
  query ($owner: String!, $repo: String!, $base: String!, $baseRef: String!) {
    repository(owner: $owner, name: $repo) {
      ref(qualifiedName: $baseRef) { target { ... on Commit { history(first: 10) { nodes { ...Reported } } } } }
      pullRequests(baseRefName: $base, first: 15, orderBy: { field: CREATED_AT, direction: DESC }) {
        nodes { commits(last: 1) { nodes { commit { ...Reported } } } }
      }
    }
  }
  fragment Reported on Commit {
    committedDate
    statusCheckRollup {
      contexts(first: 100) {
        nodes {
          __typename
          ... on CheckRun { name checkSuite { app { databaseId } workflowRun { workflow { resourcePath } } } }
          ... on StatusContext { context }
        }
      }
    }
  }
`;
/** Where comments stand, and what we and their authors did with them; in the order of their ids. */
const commentsDocument = `
  query ($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on IssueComment {
        lastEditedAt
        issue { number viewerDidAuthor }
        pullRequest { headRefName isCrossRepository }
        reactionGroups { content viewerHasReacted }
      }
    }
  }
`;


/***/ }),

/***/ 812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ parseAnswer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7428);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);


/** What GitHub answered, of the shape we rely on; an answer of another shape is refused by name, never guessed at. */
function parseAnswer(schema, data, request) {
    const parsed = schema.safeParse(data);
    if (parsed.success)
        return parsed.data;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .H(`GitHub's answer to ${request} has another shape than expected: ${zod__WEBPACK_IMPORTED_MODULE_1__/* .prettifyError */ .S1(parsed.error)}`, {
        request,
        status: 200,
        requestId: null,
        retryable: false,
    });
}


/***/ }),

/***/ 5465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readPages)
/* harmony export */ });
/** Every item of a REST list, page after page for as long as GitHub names a next one. */
async function readPages(github, route, parameters, parse) {
    const items = [];
    for (let page = 1;; page += 1) {
        const answer = await github.request(route, { ...parameters, per_page: 100, page });
        items.push(...parse(answer.data));
        if (!String(answer.headers['link'] ?? '').includes('rel="next"'))
            return items;
    }
}


/***/ }),

/***/ 7148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ workflowFileOf)
/* harmony export */ });
/** The file name of a run's workflow, which GitHub names as `/<owner>/<repo>/actions/workflows/<file>`; null without a run. */
function workflowFileOf(run) {
    return run?.workflow.resourcePath.split('/').at(-1) ?? null;
}


/***/ }),

/***/ 9469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JN: () => (/* binding */ readAnswer),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   Pv: () => (/* binding */ askIfThere),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   kA: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2047);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7428);
/* harmony import */ var _loopctl_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8324);


const refusalSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    error: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
        message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        code: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        context: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()).optional(),
        details: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()).optional(),
    }),
});
/** Sends a request in an identity's name and reads its answer; a refusal is thrown as such. */
async function ask(transport, identity, request, schema) {
    const response = await transport.send(identity, request);
    if (response.status >= 400) {
        throw refusalOf(request, response);
    }
    return readAnswer(request, response, schema);
}
/** As `ask`, but what is not found is null. */
async function askIfThere(transport, identity, request, schema) {
    const response = await transport.send(identity, request);
    if (response.status === 404 && refusalSchema.safeParse(response.body).success) {
        return null;
    }
    if (response.status >= 400) {
        throw refusalOf(request, response);
    }
    return readAnswer(request, response, schema);
}
/** The answer's body in the form expected; anything else does not come from loopctl. */
function readAnswer(request, response, schema) {
    const parsed = schema.safeParse(response.body);
    if (!parsed.success) {
        const message = `loopctl's answer to ${nameOf(request)} is not of the expected form: ${zod__WEBPACK_IMPORTED_MODULE_2__/* .prettifyError */ .S1(parsed.error)}`;
        throw trouble(message, request, response, parsed.error);
    }
    return parsed.data;
}
/** The error that a refused request is thrown as; an answer without loopctl's envelope is trouble on the way. */
function refusalOf(request, response) {
    const parsed = refusalSchema.safeParse(response.body);
    if (!parsed.success) {
        const message = `${nameOf(request)} was answered ${response.status} by something that is not loopctl.`;
        return trouble(message, request, response, parsed.error);
    }
    const { message, code, context, details } = parsed.data.error;
    return new _loopctl_error_js__WEBPACK_IMPORTED_MODULE_0__/* .LoopctlRefusal */ .QV({
        request: nameOf(request),
        status: response.status,
        code: code ?? null,
        message: details === undefined ? message : `${message}: ${JSON.stringify(details)}`,
        context: context ?? {},
    });
}
function trouble(message, request, response, cause) {
    const facts = { request: nameOf(request), status: response.status, requestId: null, cause };
    return new _loopctl_error_js__WEBPACK_IMPORTED_MODULE_0__/* .LoopctlTrouble */ .hb(message, { ...facts, retryable: response.status >= 500 });
}
/** Method and path, as errors name a request. */
function nameOf(request) {
    return `${request.method} ${request.path}`;
}


/***/ }),

/***/ 7956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ createLoopctl)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/loopctl/ask.js
var ask = __webpack_require__(9469);
;// CONCATENATED MODULE: ./build/loopctl/change-calls.js


const feedSchema = schemas/* object */.Ikc({
    data: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: schemas/* string */.YjP(),
        entity_type: schemas/* string */.YjP(),
        entity_id: schemas/* string */.YjP(),
        action: schemas/* string */.YjP(),
        actor_label: schemas/* string */.YjP().nullable(),
        new_state: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullable(),
        inserted_at: schemas/* string */.YjP(),
    })),
    has_more: schemas/* boolean */.zMY(),
});
const pageSize = 1000;
const beginning = { at: '1970-01-01T00:00:01.000000Z', seen: [] };
/** The feed. `since` is strict, and rows can share a moment across a page's border: each page is asked from just before. */
function changeCalls(transport) {
    return {
        async changesSince(from) {
            const changes = [];
            let cursor = from ?? beginning;
            for (let more = true; more;) {
                const page = await readPage(transport, cursor);
                changes.push(...page.changes);
                more = page.hasMore;
                cursor = page.cursor;
            }
            return { changes: changes.filter(({ entityType }) => entityType !== 'orchestrator_state'), cursor };
        },
    };
}
async function readPage(transport, cursor) {
    const query = { since: justBefore(cursor.at), limit: String(pageSize) };
    const answer = await (0,ask/* ask */.kA)(transport, 'orchestrator', { method: 'GET', path: '/api/v1/changes', query }, feedSchema);
    const fresh = answer.data.filter((row) => row.inserted_at > cursor.at || !cursor.seen.includes(row.id));
    const at = answer.data.at(-1)?.inserted_at ?? cursor.at;
    const here = answer.data.filter((row) => row.inserted_at === at).map(({ id }) => id);
    return {
        changes: fresh.map((row) => ({
            id: row.id,
            entityType: row.entity_type,
            entityId: row.entity_id,
            action: row.action,
            actorLabel: row.actor_label,
            newState: row.new_state ?? {},
            insertedAt: row.inserted_at,
        })),
        // A page full of rows that were all seen cannot be got past but by going on after its moment.
        cursor: fresh.length === 0 && answer.has_more ? { at: justAfter(at), seen: [] } : { at, seen: here },
        hasMore: answer.has_more,
    };
}
function justBefore(moment) {
    return shift(moment, -1);
}
function justAfter(moment) {
    return shift(moment, 1);
}
/** Moments have microseconds, which Date does not know. */
function shift(moment, microseconds) {
    const sum = Number(moment.slice(20, 26)) + microseconds;
    const seconds = Date.parse(`${moment.slice(0, 19)}Z`) + Math.floor(sum / 1_000_000) * 1000;
    const fraction = String((sum + 1_000_000) % 1_000_000).padStart(6, '0');
    return `${new Date(seconds).toISOString().slice(0, 19)}.${fraction}Z`;
}

;// CONCATENATED MODULE: ./build/loopctl/dispatch-calls.js


const dispatchSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    role: schemas/* string */.YjP(),
    agent_id: schemas/* string */.YjP().nullable(),
    story_id: schemas/* string */.YjP().nullable(),
    lineage_path: schemas/* array */.YOg(schemas/* string */.YjP()),
    created_at: schemas/* string */.YjP(),
    expires_at: schemas/* string */.YjP(),
    revoked_at: schemas/* string */.YjP().nullable(),
});
const mintedSchema = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({ dispatch: dispatchSchema, api_key: schemas/* looseObject */._H3({ raw_key: schemas/* string */.YjP() }) }),
});
const path = '/api/v1/dispatches';
/** Dispatches, as people use them; in the orchestrator's name. */
function dispatchCalls(transport) {
    return {
        async listDispatches({ activeOnly }) {
            const request = { method: 'GET', path, ...(activeOnly ? { query: { active_only: 'true' } } : {}) };
            const { data } = await (0,ask/* ask */.kA)(transport, 'orchestrator', request, schemas/* object */.Ikc({ data: schemas/* array */.YOg(dispatchSchema) }));
            return data.map(toDispatch);
        },
        async mintDispatch(draft) {
            const request = { method: 'POST', path, body: wireDraft(draft) };
            const { data } = await (0,ask/* ask */.kA)(transport, 'orchestrator', request, mintedSchema);
            return { dispatch: toDispatch(data.dispatch), key: data.api_key.raw_key };
        },
    };
}
function toDispatch(row) {
    return {
        id: row.id,
        role: row.role,
        agentId: row.agent_id,
        storyId: row.story_id,
        lineage: row.lineage_path,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        revokedAt: row.revoked_at,
    };
}
function wireDraft({ role, agentId, storyId, parentId, expiresInSeconds }) {
    return {
        role,
        ...(agentId === undefined ? {} : { agent_id: agentId }),
        ...(storyId === undefined ? {} : { story_id: storyId }),
        ...(parentId === undefined ? {} : { parent_dispatch_id: parentId }),
        ...(expiresInSeconds === undefined ? {} : { expires_in_seconds: expiresInSeconds }),
    };
}

// EXTERNAL MODULE: ./build/loopctl/distinct.js
var distinct = __webpack_require__(1214);
;// CONCATENATED MODULE: ./build/loopctl/pages.js


const pages_pageSize = 100;
/** The largest page of stories that the server gives. */
const limit = 500;
const pageMeta = schemas/* object */.Ikc({ total_pages: schemas/* number */.aig() });
const offsetMeta = schemas/* object */.Ikc({ total_count: schemas/* number */.aig() });
/** Every row of a list that is read by page and page_size. */
async function askPages(transport, identity, reading, row) {
    const rows = [];
    for (let page = 1, pages = 1; page <= pages; page += 1) {
        const query = { ...reading.query, page: String(page), page_size: String(pages_pageSize) };
        const schema = schemas/* object */.Ikc({ data: schemas/* array */.YOg(row), meta: pageMeta });
        const answer = await (0,ask/* ask */.kA)(transport, identity, { ...reading, method: 'GET', query }, schema);
        rows.push(...answer.data);
        pages = answer.meta.total_pages;
    }
    return rows;
}
/** Every row of a list that is read by limit and offset. */
async function askAll(transport, identity, reading, row) {
    const rows = [];
    for (let total = 1; rows.length < total;) {
        const query = { ...reading.query, limit: String(limit), offset: String(rows.length) };
        const schema = schemas/* object */.Ikc({ data: schemas/* array */.YOg(row), meta: offsetMeta });
        const answer = await (0,ask/* ask */.kA)(transport, identity, { ...reading, method: 'GET', query }, schema);
        rows.push(...answer.data);
        total = answer.data.length === 0 ? 0 : answer.meta.total_count;
    }
    return rows;
}

;// CONCATENATED MODULE: ./build/loopctl/epic-numbers.js


const epicSchema = schemas/* object */.Ikc({ id: schemas/* string */.YjP(), number: schemas/* number */.aig() });
function rememberEpicNumbers(transport) {
    const projects = new Map();
    const none = new Map();
    function learn(projectId, epics) {
        const numbers = epics.then((rows) => new Map(rows.map(({ id, number }) => [id, number])));
        // Whoever asked hears of a failure; here it means that nothing was learnt.
        const known = numbers.catch(() => none);
        projects.set(projectId, known);
        return numbers;
    }
    return {
        async read(projectId, epicIds) {
            const known = (await projects.get(projectId)) ?? none;
            if (epicIds.every((id) => known.has(id)))
                return known;
            const path = `/api/v1/projects/${projectId}/epics`;
            return await learn(projectId, askPages(transport, 'orchestrator', { path }, epicSchema));
        },
        learn: (projectId, epics) => void learn(projectId, epics).catch(() => undefined),
    };
}

;// CONCATENATED MODULE: ./build/loopctl/split-payload.js
/** Below the server's limits of a request: 500 epics, 5,000 stories, 2,000,000 bytes. */
const limits = { epics: 400, stories: 4000, bytes: 1_400_000, dependencies: 10_000 };
/**
 * A backlog in as many imports as the server's limits ask for, dependencies last. An epic too large for one comes in
 * parts, which merging puts together again; its place among all is told where an import of parts would number it anew.
 */
function splitPayload(payload) {
    const epics = packEpics(payload.epics.map((epic, index) => ({ position: index, ...epic })));
    const { story_dependencies: ofStories, epic_dependencies: ofEpics } = payload;
    if (epics.length < 2 && ofStories.length + ofEpics.length <= limits.dependencies) {
        return [payload];
    }
    const rest = { epics: [], story_dependencies: [], epic_dependencies: [] };
    return [
        ...epics.map((part) => ({ ...rest, epics: part })),
        ...chunks(ofStories).map((chunk) => ({ ...rest, story_dependencies: chunk })),
        ...chunks(ofEpics).map((chunk) => ({ ...rest, epic_dependencies: chunk })),
    ];
}
function packEpics(epics) {
    const requests = [];
    for (const epic of epics) {
        const head = sizeOf({ ...epic, stories: [] });
        let request = roomFor(requests, { epics: 1, stories: 0, bytes: head });
        let stories = begin(request, epic, head);
        for (const story of epic.stories) {
            const bytes = sizeOf(story);
            if (!hasRoom(request, { epics: 0, stories: 1, bytes })) {
                request = split_payload_open(requests);
                stories = begin(request, epic, head);
            }
            stories.push(story);
            request.stories += 1;
            request.bytes += bytes;
        }
    }
    return requests.map((request) => request.epics);
}
function roomFor(requests, load) {
    const last = requests.at(-1);
    return last !== undefined && hasRoom(last, load) ? last : split_payload_open(requests);
}
function hasRoom({ epics, stories, bytes }, load) {
    return (epics.length + load.epics <= limits.epics &&
        stories + load.stories <= limits.stories &&
        bytes + load.bytes <= limits.bytes);
}
function split_payload_open(requests) {
    const request = { epics: [], stories: 0, bytes: 0 };
    requests.push(request);
    return request;
}
/** Puts the epic into the request; the stories of this part of it are added to the list that comes back. */
function begin(request, epic, bytes) {
    const stories = [];
    request.epics.push({ ...epic, stories });
    request.bytes += bytes;
    return stories;
}
/** In UTF-8, with the comma. */
function sizeOf(value) {
    return Buffer.byteLength(JSON.stringify(value)) + 1;
}
function chunks(rows) {
    const size = limits.dependencies;
    return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size));
}

;// CONCATENATED MODULE: ./build/loopctl/import-batches.js



const importSchema = schemas/* object */.Ikc({
    import: schemas/* object */.Ikc({
        epics_created: schemas/* number */.aig(),
        epics_updated: schemas/* number */.aig(),
        stories_created: schemas/* number */.aig(),
        stories_updated: schemas/* number */.aig(),
        dependencies_created: schemas/* number */.aig(),
        dependencies_existing: schemas/* number */.aig(),
        stories_orphaned: schemas/* array */.YOg(schemas/* object */.Ikc({ number: schemas/* string */.YjP(), title: schemas/* string */.YjP() })),
    }),
});
/** Merges a backlog in, in as many requests as the server's limits ask for; dependencies come last. */
async function importInBatches(transport, projectId, payload) {
    let total = null;
    for (const body of splitPayload(payload)) {
        const request = {
            method: 'POST',
            path: `/api/v1/projects/${projectId}/import`,
            query: { merge: 'true' },
            body: withoutEmpty(body),
        };
        total = add(total, (await (0,ask/* ask */.kA)(transport, 'orchestrator', request, importSchema)).import);
    }
    const named = new Set(payload.epics.flatMap(({ stories }) => stories.map(({ number }) => number)));
    const result = total ?? nothing;
    return { ...result, orphans: result.orphans.filter(({ number }) => !named.has(number)) };
}
const nothing = {
    epicsCreated: 0,
    epicsUpdated: 0,
    storiesCreated: 0,
    storiesUpdated: 0,
    dependenciesCreated: 0,
    dependenciesExisting: 0,
    orphans: [],
};
/** As a server was seen to take it: what there is none of is left out, but for the epics, without which it does nothing. */
function withoutEmpty({ epics, ...dependencies }) {
    return { epics, ...Object.fromEntries(Object.entries(dependencies).filter(([, rows]) => rows.length > 0)) };
}
function add(total, one) {
    const before = total ?? nothing;
    return {
        epicsCreated: before.epicsCreated + one.epics_created,
        epicsUpdated: before.epicsUpdated + one.epics_updated,
        storiesCreated: before.storiesCreated + one.stories_created,
        storiesUpdated: before.storiesUpdated + one.stories_updated,
        dependenciesCreated: before.dependenciesCreated + one.dependencies_created,
        dependenciesExisting: before.dependenciesExisting + (total === null ? one.dependencies_existing : 0),
        orphans: one.stories_orphaned,
    };
}

;// CONCATENATED MODULE: ./build/loopctl/project-calls.js




const record = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
const projectSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    slug: schemas/* string */.YjP(),
    mission: schemas/* string */.YjP().nullable(),
    metadata: record,
});
const tenantSchema = schemas/* object */.Ikc({
    tenant: schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: schemas/* string */.YjP(), slug: schemas/* string */.YjP(), status: schemas/* string */.YjP(), settings: record }),
});
/** The calls about tenant and project. */
function projectCalls(transport) {
    const found = new Map();
    const list = async () => askPages(transport, 'orchestrator', { path: '/api/v1/projects' }, projectSchema);
    const remember = (key, project) => {
        if (project !== null)
            found.set(key, project);
        return project;
    };
    return {
        async tenant() {
            const { tenant } = await (0,ask/* ask */.kA)(transport, 'orchestrator', { method: 'GET', path: '/api/v1/tenants/me' }, tenantSchema);
            return { ...tenant, maxConcurrentAgents: positive(tenant.settings['max_concurrent_agents']) };
        },
        async findProject(key) {
            const known = found.get(key);
            if (known !== undefined)
                return known;
            const projects = await list();
            const ways = ['id', 'slug', 'name'];
            return remember(key, ways.map((way) => projects.find((project) => project[way] === key)).find(Boolean) ?? null);
        },
        async ensureProject(draft) {
            const known = (await list()).find(({ slug }) => slug === draft.slug);
            if (known !== undefined) {
                return known;
            }
            const { repoUrl, ...rest } = draft;
            const body = { ...rest, ...(repoUrl === undefined ? {} : { repo_url: repoUrl }) };
            const request = { method: 'POST', path: '/api/v1/projects', body };
            return (await (0,ask/* ask */.kA)(transport, 'orchestrator', request, schemas/* object */.Ikc({ project: projectSchema }))).project;
        },
        importBacklog: (projectId, payload) => importInBatches(transport, projectId, payload),
    };
}
function positive(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}

// EXTERNAL MODULE: ./build/loopctl/wire-story.js
var wire_story = __webpack_require__(6427);
;// CONCATENATED MODULE: ./build/loopctl/reading-calls.js




const reading_calls_record = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
const edge = schemas/* object */.Ikc({ from: schemas/* string */.YjP(), to: schemas/* string */.YjP() });
const progressSchema = schemas/* object */.Ikc({
    progress: schemas/* object */.Ikc({
        total_epics: schemas/* number */.aig(),
        epics_completed: schemas/* number */.aig(),
        total_stories: schemas/* number */.aig(),
        stories_by_agent_status: schemas/* object */.Ikc({
            pending: schemas/* number */.aig(),
            contracted: schemas/* number */.aig(),
            assigned: schemas/* number */.aig(),
            implementing: schemas/* number */.aig(),
            reported_done: schemas/* number */.aig(),
        }),
        stories_by_verified_status: schemas/* object */.Ikc({ unverified: schemas/* number */.aig(), verified: schemas/* number */.aig(), rejected: schemas/* number */.aig() }),
        verification_percentage: schemas/* number */.aig(),
        estimated_hours_total: schemas/* number */.aig(),
        estimated_hours_completed: schemas/* number */.aig(),
    }),
});
const graphSchema = schemas/* object */.Ikc({
    graph: schemas/* object */.Ikc({
        epics: schemas/* array */.YOg(schemas/* object */.Ikc({
            id: schemas/* string */.YjP(),
            number: schemas/* number */.aig(),
            title: schemas/* string */.YjP(),
            phase: schemas/* string */.YjP().nullable(),
            position: schemas/* number */.aig(),
            stories: schemas/* array */.YOg(wire_story/* briefSchema */.El),
        })),
        epic_dependencies: schemas/* array */.YOg(edge),
        story_dependencies: schemas/* array */.YOg(edge),
    }),
});
const reading_calls_epicSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    number: schemas/* number */.aig(),
    title: schemas/* string */.YjP(),
    description: schemas/* string */.YjP().nullable(),
    phase: schemas/* string */.YjP().nullable(),
    position: schemas/* number */.aig(),
    metadata: reading_calls_record,
});
const verificationSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    result: schemas/* enum */.k5n(['pass', 'fail', 'partial']),
    summary: schemas/* string */.YjP().nullable(),
    findings: reading_calls_record.nullable(),
    review_type: schemas/* string */.YjP().nullable(),
    iteration: schemas/* number */.aig(),
    orchestrator_agent_id: schemas/* string */.YjP().nullable(),
    inserted_at: schemas/* string */.YjP(),
});
const historySchema = schemas/* object */.Ikc({
    data: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: schemas/* string */.YjP(),
        action: schemas/* string */.YjP(),
        actor_label: schemas/* string */.YjP().nullable(),
        old_state: reading_calls_record.nullable(),
        new_state: reading_calls_record.nullable(),
        inserted_at: schemas/* string */.YjP(),
    })),
    pagination: schemas/* object */.Ikc({ total: schemas/* number */.aig() }),
});
/** The calls that only look, in the orchestrator's name. */
function readingCalls(transport, epicNumbers) {
    return {
        listStories: (projectId) => listStories(transport, epicNumbers, projectId),
        async getStory(storyId) {
            const request = { method: 'GET', path: `/api/v1/stories/${storyId}` };
            const answer = await (0,ask/* askIfThere */.Pv)(transport, 'orchestrator', request, schemas/* object */.Ikc({ story: wire_story/* storyDetailSchema */.e8 }));
            if (answer === null) {
                return null;
            }
            const { epic_id: epicId, project_id: projectId } = answer.story;
            return (0,wire_story/* toStoryDetail */.CU)(answer.story, numberOf(await epicNumbers.read(projectId, [epicId]), epicId));
        },
        async listReady(projectId) {
            const reading = { path: '/api/v1/stories/ready', query: { project_id: projectId } };
            return (await askPages(transport, 'orchestrator', reading, wire_story/* briefSchema */.El)).map(wire_story/* toBrief */.En);
        },
        async listBlocked(projectId) {
            const reading = { path: '/api/v1/stories/blocked', query: { project_id: projectId } };
            return (await askPages(transport, 'orchestrator', reading, wire_story/* blockedSchema */.MX)).map(wire_story/* toBlocked */.o1);
        },
        async progress(projectId) {
            const request = { method: 'GET', path: `/api/v1/projects/${projectId}/progress` };
            const { progress } = await (0,ask/* ask */.kA)(transport, 'orchestrator', request, progressSchema);
            return {
                totalEpics: progress.total_epics,
                epicsCompleted: progress.epics_completed,
                totalStories: progress.total_stories,
                byAgentStatus: progress.stories_by_agent_status,
                byVerifiedStatus: progress.stories_by_verified_status,
                verificationPercentage: progress.verification_percentage,
                estimatedHoursTotal: progress.estimated_hours_total,
                estimatedHoursCompleted: progress.estimated_hours_completed,
            };
        },
        async dependencyGraph(projectId) {
            const request = { method: 'GET', path: `/api/v1/projects/${projectId}/dependency_graph` };
            const asked = (0,ask/* ask */.kA)(transport, 'orchestrator', request, graphSchema);
            epicNumbers.learn(projectId, asked.then(({ graph }) => graph.epics));
            const { graph } = await asked;
            return {
                epics: graph.epics.map((epic) => ({ ...epic, stories: epic.stories.map(wire_story/* toBrief */.En) })),
                epicDependencies: graph.epic_dependencies,
                storyDependencies: graph.story_dependencies,
            };
        },
        listEpics: (projectId) => askPages(transport, 'orchestrator', { path: `/api/v1/projects/${projectId}/epics` }, reading_calls_epicSchema),
        async verifications(storyId) {
            const reading = { path: `/api/v1/stories/${storyId}/verifications` };
            const rows = await askPages(transport, 'orchestrator', reading, verificationSchema);
            return rows.map((row) => ({
                id: row.id,
                result: row.result,
                summary: row.summary,
                findings: row.findings ?? {},
                reviewType: row.review_type,
                iteration: row.iteration,
                orchestratorAgentId: row.orchestrator_agent_id,
                insertedAt: row.inserted_at,
            }));
        },
        history: (storyId) => readHistory(transport, storyId),
    };
}
async function listStories(transport, epicNumbers, projectId) {
    const reading = { path: '/api/v1/stories', query: { project_id: projectId } };
    const stories = await askAll(transport, 'orchestrator', reading, wire_story/* storySchema */.bb);
    const epicIds = [...new Set(stories.map((story) => story.epic_id))];
    const numbers = await epicNumbers.read(projectId, epicIds);
    return stories.map((story) => (0,wire_story/* toStory */.Pp)(story, numberOf(numbers, story.epic_id)));
}
async function readHistory(transport, storyId) {
    const entries = [];
    for (let page = 1, total = 1; entries.length < total; page += 1) {
        const query = { page: String(page), page_size: '100' };
        const request = { method: 'GET', path: `/api/v1/stories/${storyId}/history`, query };
        const answer = await (0,ask/* askIfThere */.Pv)(transport, 'orchestrator', request, historySchema);
        total = answer?.data.length ? answer.pagination.total : 0;
        for (const row of answer?.data ?? []) {
            entries.push({
                id: row.id,
                action: row.action,
                actorLabel: row.actor_label,
                oldState: row.old_state ?? {},
                newState: row.new_state ?? {},
                insertedAt: row.inserted_at,
            });
        }
    }
    return entries;
}
/** An epic that was deleted between two requests has no number any more. */
function numberOf(numbers, epicId) {
    return numbers.get(epicId) ?? 0;
}

;// CONCATENATED MODULE: ./build/loopctl/skill-calls.js



const skillSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    status: schemas/* string */.YjP(),
    project_id: schemas/* string */.YjP().nullable(),
    current_version: schemas/* number */.aig(),
});
const skillAnswer = schemas/* object */.Ikc({ skill: skillSchema, current_prompt: schemas/* string */.YjP() });
/** Skills by name, each read once for as long as a client lives: a plan sends many agents with the same ones. */
function skillCalls(transport) {
    const known = new Map();
    return {
        findSkill(projectId, name) {
            const key = `${projectId} ${name}`;
            const found = known.get(key) ?? findSkill(transport, projectId, name);
            known.set(key, found);
            // What could not be read is asked for again.
            found.catch(() => known.delete(key));
            return found;
        },
    };
}
/** loopctl's own search finds whatever holds the text, archived ones and other projects' included. */
async function findSkill(transport, projectId, name) {
    const reading = { path: '/api/v1/skills', query: { name } };
    const found = await askPages(transport, 'orchestrator', reading, skillSchema);
    const named = found.filter((skill) => skill.name === name && skill.status === 'active');
    const chosen = named.find((skill) => skill.project_id === projectId) ?? named.find((skill) => skill.project_id === null);
    if (chosen === undefined)
        return null;
    const request = { method: 'GET', path: `/api/v1/skills/${chosen.id}` };
    const answer = await (0,ask/* askIfThere */.Pv)(transport, 'orchestrator', request, skillAnswer);
    if (answer === null)
        return null;
    const { skill, current_prompt: text } = answer;
    return { id: skill.id, name: skill.name, version: skill.current_version, projectId: skill.project_id, text };
}

;// CONCATENATED MODULE: ./build/loopctl/state-calls.js


const stateSchema = schemas/* object */.Ikc({
    state: schemas/* object */.Ikc({ version: schemas/* number */.aig(), state_data: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) }),
});
/** The orchestrator's saved state. */
function stateCalls(transport) {
    return {
        async loadState(projectId, key) {
            const query = { state_key: key };
            const request = { method: 'GET', path: `/api/v1/orchestrator/state/${projectId}`, query };
            const answer = await (0,ask/* askIfThere */.Pv)(transport, 'orchestrator', request, stateSchema);
            return answer === null
                ? { version: 0, data: null }
                : { version: answer.state.version, data: answer.state.state_data };
        },
        async saveState(projectId, key, data, version) {
            const body = { state_key: key, state_data: data, version };
            const request = { method: 'PUT', path: `/api/v1/orchestrator/state/${projectId}`, body };
            const response = await transport.send('orchestrator', request);
            // Two first saves at once are answered 422 and not 409 to the one that came second.
            if (response.status === 409 || (response.status === 422 && version === 0 && lostFirst(response.body))) {
                return { saved: false };
            }
            if (response.status >= 400) {
                throw (0,ask/* refusalOf */.Of)(request, response);
            }
            return { saved: true, version: (0,ask/* readAnswer */.JN)(request, response, stateSchema).state.version };
        },
    };
}
function lostFirst(body) {
    return JSON.stringify(body).includes('state already exists for this project and key');
}

;// CONCATENATED MODULE: ./build/loopctl/usage-calls.js



const usageSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    agent_id: schemas/* string */.YjP(),
    input_tokens: schemas/* number */.aig(),
    output_tokens: schemas/* number */.aig(),
    model_name: schemas/* string */.YjP(),
    cost_millicents: schemas/* number */.aig(),
    phase: schemas/* string */.YjP(),
    session_id: schemas/* string */.YjP().nullable(),
});
const budgetSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    scope_type: schemas/* enum */.k5n(['project', 'epic', 'story']),
    scope_id: schemas/* string */.YjP(),
    budget_millicents: schemas/* number */.aig(),
    current_spend_millicents: schemas/* number */.aig(),
    alert_threshold_pct: schemas/* number */.aig(),
});
/** What agents spent and what they may spend. */
function usageCalls(transport) {
    return {
        async reportUsage(identity, storyId, usage) {
            const body = { ...wireUsage(usage), story_id: storyId };
            const request = { method: 'POST', path: '/api/v1/token-usage', body };
            await (0,ask/* ask */.kA)(transport, identity, request, schemas/* object */.Ikc({ token_usage_report: schemas/* looseObject */._H3({}) }));
        },
        async listUsage(storyId) {
            const reading = { path: `/api/v1/stories/${storyId}/token-usage` };
            const rows = await askPages(transport, 'orchestrator', reading, usageSchema);
            return rows.map((row) => ({
                id: row.id,
                agentId: row.agent_id,
                inputTokens: row.input_tokens,
                outputTokens: row.output_tokens,
                modelName: row.model_name,
                costMillicents: row.cost_millicents,
                phase: row.phase,
                sessionId: row.session_id,
            }));
        },
        async listBudgets() {
            const rows = await askPages(transport, 'orchestrator', { path: '/api/v1/token-budgets' }, budgetSchema);
            return rows.map((row) => ({
                id: row.id,
                scopeType: row.scope_type,
                scopeId: row.scope_id,
                budgetMillicents: row.budget_millicents,
                spentMillicents: row.current_spend_millicents,
                alertThreshold: row.alert_threshold_pct,
            }));
        },
    };
}
/** Usage in the words of the wire. */
function wireUsage(usage) {
    return {
        input_tokens: usage.inputTokens,
        output_tokens: usage.outputTokens,
        model_name: usage.modelName,
        cost_millicents: usage.costMillicents,
        ...(usage.phase === undefined ? {} : { phase: usage.phase }),
        ...(usage.sessionId === undefined ? {} : { session_id: usage.sessionId }),
    };
}

;// CONCATENATED MODULE: ./build/loopctl/story-calls.js




const storyAnswer = schemas/* object */.Ikc({ story: wire_story/* storySchema */.bb });
const resultsSchema = schemas/* object */.Ikc({
    results: schemas/* array */.YOg(schemas/* object */.Ikc({ story_id: schemas/* string */.YjP(), status: schemas/* enum */.k5n(['success', 'error']), reason: schemas/* string */.YjP().optional() })),
});
/** The most stories that one bulk call takes. */
const bulkSize = 50;
/** The calls that move a story, each in the name that loopctl asks for. */
function storyCalls(transport, epicNumbers) {
    const named = async (story) => {
        const numbers = await epicNumbers.read(story.project_id, [story.epic_id]);
        return (0,wire_story/* toStory */.Pp)(story, numbers.get(story.epic_id) ?? 0);
    };
    const move = async (identity, storyId, call, body = {}) => {
        const request = { method: 'POST', path: `/api/v1/stories/${storyId}/${call}`, body };
        return await named((await (0,ask/* ask */.kA)(transport, identity, request, storyAnswer)).story);
    };
    return {
        async createStory(projectId, draft) {
            const { epicNumber, acceptanceCriteria, estimatedHours, ...rest } = draft;
            const body = {
                ...rest,
                epic_number: epicNumber,
                ...(acceptanceCriteria === undefined ? {} : { acceptance_criteria: acceptanceCriteria }),
                ...(estimatedHours === undefined ? {} : { estimated_hours: estimatedHours }),
            };
            const request = { method: 'POST', path: `/api/v1/projects/${projectId}/stories`, body };
            return await named((await (0,ask/* ask */.kA)(transport, 'orchestrator', request, storyAnswer)).story);
        },
        contract: (storyId, { title, criteriaCount }) => move('implementer', storyId, 'contract', { story_title: title, ac_count: criteriaCount }),
        claim: (storyId) => move('implementer', storyId, 'claim'),
        start: (storyId) => move('implementer', storyId, 'start'),
        async postArtifact(storyId, { artifactType, ...artifact }) {
            const body = { ...artifact, artifact_type: artifactType };
            const request = { method: 'POST', path: `/api/v1/stories/${storyId}/artifacts`, body };
            const answer = await (0,ask/* ask */.kA)(transport, 'implementer', request, schemas/* object */.Ikc({ artifact_report: wire_story/* artifactSchema */.yo }));
            return (0,wire_story/* toArtifact */.eH)(answer.artifact_report);
        },
        requestReview: (storyId) => move('implementer', storyId, 'request-review'),
        unclaim: (storyId) => move('implementer', storyId, 'unclaim'),
        report: (storyId, usage) => move('reviewer', storyId, 'report', usage === undefined ? {} : { token_usage: wireUsage(usage) }),
        async reviewComplete(storyId, review) {
            const body = {
                review_type: review.reviewType,
                findings_count: review.findingsCount,
                fixes_count: review.fixesCount,
                ...(review.disprovedCount === undefined ? {} : { disproved_count: review.disprovedCount }),
                ...(review.summary === undefined ? {} : { summary: review.summary }),
            };
            const request = { method: 'POST', path: `/api/v1/stories/${storyId}/review-complete`, body };
            await (0,ask/* ask */.kA)(transport, 'orchestrator', request, schemas/* object */.Ikc({ review_record: schemas/* looseObject */._H3({}) }));
        },
        verify: (storyId, { summary, reviewType, commitSha }) => move('orchestrator', storyId, 'verify', {
            result: 'pass',
            summary,
            review_type: reviewType,
            ...(commitSha === undefined ? {} : { commit_sha: commitSha }),
        }),
        reject: (storyId, { reason, findings, reviewType }) => move('orchestrator', storyId, 'reject', {
            reason,
            ...(findings === undefined ? {} : { findings }),
            ...(reviewType === undefined ? {} : { review_type: reviewType }),
        }),
        forceUnclaim: (storyId) => move('orchestrator', storyId, 'force-unclaim'),
        backfill: (storyId, { reason, prNumber, evidenceUrl }) => move('orchestrator', storyId, 'backfill', {
            reason,
            ...(prNumber === undefined ? {} : { pr_number: prNumber }),
            ...(evidenceUrl === undefined ? {} : { evidence_url: evidenceUrl }),
        }),
        markComplete: (completions) => markComplete(transport, completions),
    };
}
async function markComplete(transport, completions) {
    const results = [];
    for (let start = 0; start < completions.length; start += bulkSize) {
        const stories = completions
            .slice(start, start + bulkSize)
            .map(({ storyId, summary, reviewType }) => ({ story_id: storyId, summary, review_type: reviewType }));
        const request = { method: 'POST', path: '/api/v1/stories/bulk/mark-complete', body: { stories } };
        const response = await transport.send('orchestrator', request);
        // When every story failed the status is 422, and the body still is the list of results.
        if (response.status >= 400 && !resultsSchema.safeParse(response.body).success) {
            throw (0,ask/* refusalOf */.Of)(request, response);
        }
        for (const row of (0,ask/* readAnswer */.JN)(request, response, resultsSchema).results) {
            results.push({ storyId: row.story_id, succeeded: row.status === 'success', reason: row.reason ?? null });
        }
    }
    return results;
}

;// CONCATENATED MODULE: ./build/loopctl/client.js










/** loopctl's calls over a transport; the same for a server and for the embedded store. */
function createLoopctl(transport) {
    const epicNumbers = rememberEpicNumbers(transport);
    return {
        ...projectCalls(transport),
        ...readingCalls(transport, epicNumbers),
        ...changeCalls(transport),
        ...storyCalls(transport, epicNumbers),
        ...skillCalls(transport),
        ...usageCalls(transport),
        ...dispatchCalls(transport),
        ...stateCalls(transport),
        identities: async () => (0,distinct/* requireDistinct */.C)(await transport.identities()),
        flush: (message) => transport.flush(message),
        reload: () => transport.reload(),
    };
}


/***/ }),

/***/ 1214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ requireDistinct)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** The identities, if they are three different agents: nobody may judge their own work. */
function requireDistinct(identities) {
    const ids = Object.values(identities).map(({ agentId }) => agentId);
    if (new Set(ids).size !== ids.length) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j('Implementer, reviewer and orchestrator are not three different agents.', {
            remedy: 'Give each of the three keys an agent of its own.',
        });
    }
    return identities;
}


/***/ }),

/***/ 5776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dn: () => (/* binding */ actorOf),
/* harmony export */   hG: () => (/* binding */ embeddedIdentities),
/* harmony export */   v0: () => (/* binding */ withIdentities)
/* harmony export */ });
/* harmony import */ var _engine_empty_db_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(230);
/* harmony import */ var _engine_identifier_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8755);


/** The three names in which the embedded store is used; there are no keys. */
const embeddedIdentities = {
    implementer: agent('implementer'),
    reviewer: agent('reviewer'),
    orchestrator: agent('orchestrator'),
};
/** The actor that an identity is to the engine. */
function actorOf(identity) {
    const { agentId } = embeddedIdentities[identity];
    return { role: identity === 'orchestrator' ? 'orchestrator' : 'agent', agentId, keyName: identity };
}
/** The database with our three agents registered. */
function withIdentities(db) {
    const { implementer, reviewer, orchestrator } = embeddedIdentities;
    const implementers = [implementer, reviewer].reduce((before, { name }) => (0,_engine_empty_db_js__WEBPACK_IMPORTED_MODULE_0__/* .withAgent */ .I)(before, name, 'implementer'), db);
    return (0,_engine_empty_db_js__WEBPACK_IMPORTED_MODULE_0__/* .withAgent */ .I)(implementers, orchestrator.name, 'orchestrator');
}
function agent(identity) {
    const name = `orchestrate-${identity}`;
    return { name, agentId: (0,_engine_identifier_js__WEBPACK_IMPORTED_MODULE_1__/* .identifier */ .C)('agent', name) };
}


/***/ }),

/***/ 2162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jx: () => (/* binding */ storiesInOrder),
/* harmony export */   TQ: () => (/* binding */ storiesOf),
/* harmony export */   hr: () => (/* binding */ findStory),
/* harmony export */   io: () => (/* binding */ tick),
/* harmony export */   kR: () => (/* binding */ epicsOf),
/* harmony export */   nw: () => (/* binding */ putStory)
/* harmony export */ });
/* harmony import */ var _timestamp_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(342);

/** The next moment, one microsecond after the last. */
function tick(db) {
    return { ...db, clock: (0,_timestamp_js__WEBPACK_IMPORTED_MODULE_0__/* .shiftMicroseconds */ .sg)(db.clock, 1) };
}
/** The story of this id, if there is one. */
function findStory(db, id) {
    const epicId = db.storyEpics.get(id);
    return epicId === undefined ? undefined : db.epics.get(epicId)?.stories.get(id);
}
/** The database with this story changed in place. */
function putStory(db, story) {
    const shelf = db.epics.get(story.epic_id);
    if (shelf === undefined) {
        throw new Error(`story ${story.number} has no epic`);
    }
    const stories = new Map(shelf.stories).set(story.id, story);
    return { ...db, epics: new Map(db.epics).set(story.epic_id, { ...shelf, stories }) };
}
/** The project's epics by position, then number, as every list gives them. */
function epicsOf(db, projectId) {
    return [...db.epics.values()]
        .filter((shelf) => shelf.epic.project_id === projectId)
        .sort((one, other) => one.epic.position - other.epic.position || one.epic.number - other.epic.number);
}
const ordered = new WeakMap();
/** The epic's stories by number; sorted once for each state of the epic. */
function storiesInOrder(shelf) {
    const known = ordered.get(shelf) ?? byNumber([...shelf.stories.values()]);
    ordered.set(shelf, known);
    return known;
}
const sorted = new WeakMap();
/** The project's stories by number; of every project when none is given. Sorted once for each state of the epics. */
function storiesOf(db, projectId) {
    const memory = sorted.get(db.epics) ?? new Map();
    const known = memory.get(projectId) ?? sortStories(db, projectId);
    sorted.set(db.epics, memory.set(projectId, known));
    return known;
}
function sortStories(db, projectId) {
    const shelves = [...db.epics.values()].filter((shelf) => projectId === undefined || shelf.epic.project_id === projectId);
    return byNumber(shelves.flatMap(storiesInOrder));
}
function byNumber(stories) {
    return stories.toSorted((one, other) => one.sort_key - other.sort_key);
}


/***/ }),

/***/ 230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ withAgent),
/* harmony export */   q: () => (/* binding */ emptyDb)
/* harmony export */ });
/* harmony import */ var _feed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1272);
/* harmony import */ var _identifier_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8755);


/** The moment before anything happened. */
const beginning = '2000-01-01T00:00:00.000000Z';
/** A tenant with nothing in it. */
function emptyDb(now) {
    const id = (0,_identifier_js__WEBPACK_IMPORTED_MODULE_1__/* .identifier */ .C)('tenant', 'orchestrate');
    return {
        tenant: {
            id,
            name: 'Orchestrate',
            slug: 'orchestrate',
            email: 'orchestrate@localhost',
            status: 'active',
            settings: {},
            token_data_retention_days: null,
            inserted_at: now,
            updated_at: now,
        },
        agents: new Map(),
        projects: new Map(),
        epics: new Map(),
        storyEpics: new Map(),
        storyNumbers: new Map(),
        epicNumbers: new Map(),
        storyDependencies: [],
        epicDependencies: [],
        states: new Map(),
        keys: new Map(),
        dispatches: new Map(),
        skills: new Map(),
        budgets: new Map(),
        feed: [],
        feedLength: 0,
        clock: now > beginning ? now : beginning,
        deletions: 0,
    };
}
/** The database with an agent of this name; one that is there already is left as it is. */
function withAgent(db, name, agentType) {
    const id = (0,_identifier_js__WEBPACK_IMPORTED_MODULE_1__/* .identifier */ .C)('agent', name);
    if (db.agents.has(id)) {
        return db;
    }
    const agent = {
        id,
        tenant_id: db.tenant.id,
        name,
        agent_type: agentType,
        status: 'active',
        metadata: {},
        inserted_at: db.clock,
    };
    const stored = { ...db, agents: new Map(db.agents).set(id, agent) };
    const after = { agent_type: agentType, name, status: agent.status };
    return (0,_feed_js__WEBPACK_IMPORTED_MODULE_0__/* .recordSystem */ .xu)(stored, 'setup', { entityType: 'agent', entityId: id, action: 'registered', after });
}


/***/ }),

/***/ 1272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ selectRows),
/* harmony export */   Fb: () => (/* binding */ segmentSize),
/* harmony export */   Gy: () => (/* binding */ actorLabel),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   g7: () => (/* binding */ recordUnnamed),
/* harmony export */   gG: () => (/* binding */ rowsSince),
/* harmony export */   xu: () => (/* binding */ recordSystem)
/* harmony export */ });
/* harmony import */ var _identifier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8755);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4236);
/* harmony import */ var _timestamp_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(342);



/**
 * Rows per segment; the segment of a row is its `seq` divided by it, rounded down. Only the last segment grows, so what
 * is stored of the earlier ones never changes.
 */
const segmentSize = 100;
/** Adds a row in the actor's name, one microsecond after whatever was written last. */
function record(db, actor, entry) {
    return append(db, entry, {
        actor_type: 'api_key',
        actor_id: (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .keyIdOf */ .yg)(actor),
        actor_label: actorLabel(actor),
    });
}
/** Adds a row that loopctl itself is the author of. */
function recordSystem(db, label, entry) {
    return append(db, entry, { actor_type: 'system', actor_id: null, actor_label: `system:${label}` });
}
/** Adds a row that nobody is named as the author of. */
function recordUnnamed(db, entry) {
    return append(db, entry, { actor_type: 'system', actor_id: null, actor_label: null });
}
/** How the feed names an actor. */
function actorLabel(actor) {
    return `${actor.role}:${actor.keyName}`;
}
/** The rows that the predicate lets pass, oldest first. */
function selectRows(feed, keep) {
    return feed.flatMap((segment) => segment().filter(keep));
}
/** The rows after a moment, oldest first; segments that are older than that are not looked into. */
function rowsSince(feed, moment) {
    const last = feed.findLastIndex((segment) => (segment()[0]?.inserted_at ?? moment) < moment);
    return selectRows(feed.slice(Math.max(last, 0)), (row) => row.inserted_at > moment);
}
function append(db, entry, author) {
    const clock = (0,_timestamp_js__WEBPACK_IMPORTED_MODULE_2__/* .shiftMicroseconds */ .sg)(db.clock, 1);
    const row = {
        seq: db.feedLength,
        id: (0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .identifier */ .C)('feed', entry.entityId, entry.action, db.feedLength),
        entity_type: entry.entityType,
        entity_id: entry.entityId,
        action: entry.action,
        ...author,
        old_state: entry.before ?? null,
        new_state: entry.after,
        project_id: entry.projectId ?? null,
        metadata: entry.metadata ?? {},
        inserted_at: clock,
    };
    const index = Math.floor(row.seq / segmentSize);
    const rows = [...(db.feed[index]?.() ?? []), row];
    const feed = index >= db.feed.length ? [...db.feed, () => rows] : db.feed.with(index, () => rows);
    return { ...db, clock, feed, feedLength: row.seq + 1 };
}


/***/ }),

/***/ 8755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ identifier),
/* harmony export */   _: () => (/* binding */ isIdentifier)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** A UUID (version 5 in form) that is a function of its parts alone: replaying the same requests gives the same ids. */
function identifier(kind, ...parts) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1')
        .update(JSON.stringify(['orchestrate', kind, ...parts]))
        .digest();
    digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
    digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
    const hex = digest.toString('hex', 0, 16);
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
/** Whether a path segment can name a row at all. */
function isIdentifier(text) {
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}


/***/ }),

/***/ 4236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ isActive),
/* harmony export */   iC: () => (/* binding */ withKey),
/* harmony export */   k7: () => (/* binding */ hasActiveKey),
/* harmony export */   xm: () => (/* binding */ putKey),
/* harmony export */   yg: () => (/* binding */ keyIdOf)
/* harmony export */ });
/* unused harmony exports hashOfKey, actorOfKey */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _db_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2162);
/* harmony import */ var _identifier_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8755);



/** How a key is told apart without being kept. */
function hashOfKey(rawKey) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(rawKey).digest('hex');
}
/** Whose key this is; null for one that is unknown, revoked or expired. */
function actorOfKey(db, hash, now) {
    const key = [...db.keys.values()].find((row) => row.key_hash === hash);
    return key === undefined || !isActive(key, now)
        ? null
        : { role: key.role, agentId: key.agent_id, keyName: key.name, keyId: key.id };
}
/** The id under which the feed names an actor's key. */
function keyIdOf(actor) {
    return actor.keyId ?? (0,_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .identifier */ .C)('key', actor.role, actor.keyName);
}
/** The database with one more key. */
function withKey(db, draft) {
    const next = (0,_db_js__WEBPACK_IMPORTED_MODULE_1__/* .tick */ .io)(db);
    const usual = (0,_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .identifier */ .C)('key', draft.role, draft.name);
    const key = {
        id: next.keys.has(usual) ? (0,_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .identifier */ .C)('key', draft.role, draft.name, next.keys.size) : usual,
        name: draft.name,
        role: draft.role,
        agent_id: draft.agentId,
        key_prefix: draft.rawKey.slice(0, 8),
        key_hash: hashOfKey(draft.rawKey),
        expires_at: draft.expiresAt,
        revoked_at: null,
        inserted_at: next.clock,
    };
    return { db: putKey(next, key), key };
}
/** The database with this key as it is now. */
function putKey(db, key) {
    return { ...db, keys: new Map(db.keys).set(key.id, key) };
}
/** Whether the agent has a key of this role that still counts: each may have but one. */
function hasActiveKey(db, agentId, role) {
    return (agentId !== null &&
        [...db.keys.values()].some((key) => key.agent_id === agentId && key.role === role && isActive(key, db.clock)));
}
/** Whether a key still counts at a moment. */
function isActive(key, now) {
    return key.revoked_at === null && (key.expires_at === null || key.expires_at > now);
}


/***/ }),

/***/ 342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ parseTimestamp),
/* harmony export */   Et: () => (/* binding */ momentOf),
/* harmony export */   IW: () => (/* binding */ latest),
/* harmony export */   ps: () => (/* binding */ addSeconds),
/* harmony export */   sg: () => (/* binding */ shiftMicroseconds)
/* harmony export */ });
/** This moment in loopctl's form. */
function momentOf(date) {
    return date.toISOString().replace('Z', '000Z');
}
/** Any ISO 8601 moment in loopctl's form, or null when the text is none. */
function parseTimestamp(text) {
    const match = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:?\d{2})$/.exec(text);
    const milliseconds = match === null ? Number.NaN : Date.parse(`${match[1]?.replace(' ', 'T')}${match[3]}`);
    if (match === null || Number.isNaN(milliseconds)) {
        return null;
    }
    return fromParts(milliseconds / 1000, Number((match[2] ?? '').padEnd(6, '0').slice(0, 6)));
}
/** The moment one microsecond later (or, with -1, earlier). */
function shiftMicroseconds(timestamp, microseconds) {
    const seconds = Date.parse(`${timestamp.slice(0, 19)}Z`) / 1000;
    const sum = Number(timestamp.slice(20, 26)) + microseconds;
    return fromParts(seconds + Math.floor(sum / 1_000_000), (sum + 1_000_000) % 1_000_000);
}
/** The moment so many seconds later. */
function addSeconds(timestamp, seconds) {
    return fromParts(Date.parse(`${timestamp.slice(0, 19)}Z`) / 1000 + seconds, Number(timestamp.slice(20, 26)));
}
/** The later of two moments. */
function latest(one, other) {
    return one > other ? one : other;
}
function fromParts(seconds, microseconds) {
    return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${String(microseconds).padStart(6, '0')}Z`;
}


/***/ }),

/***/ 6328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ createHttpTransport)
});

// EXTERNAL MODULE: ./build/loopctl/ask.js
var ask = __webpack_require__(9469);
// EXTERNAL MODULE: ./build/loopctl/loopctl-error.js
var loopctl_error = __webpack_require__(8324);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(2047);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/loopctl/http/story-call.js
/** The call on one story that a path names; null for any other, the bulk calls included. */
function readStoryCall(path) {
    const [, story, call] = /^(\/api\/v1\/stories\/[0-9a-f-]{36})\/([a-z-]+)$/i.exec(path) ?? [];
    return story === undefined || call === undefined ? null : { story, call };
}

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
    const found = readStoryCall(request.path);
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

// EXTERNAL MODULE: ./build/loopctl/distinct.js
var distinct = __webpack_require__(1214);
;// CONCATENATED MODULE: ./build/loopctl/http/custody.js





const judging = new Set(['report', 'report-done', 'review-complete', 'verify', 'reject']);
const storySeen = schemas/* object */.Ikc({ story: schemas/* looseObject */._H3({ assigned_agent_id: schemas/* string */.YjP().nullable() }) });
/** The story that a report or a judgement is about; null for every other request. */
function readJudged(request) {
    const step = readStoryCall(request.path);
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
    const { [identity]: judge } = (0,distinct/* requireDistinct */.C)(await custody.identities());
    const seen = storySeen.safeParse((await custody.read({ method: 'GET', path: story })).body);
    // A story that is not there is refused by the call itself, and halts nothing.
    if (!seen.success || seen.data.story.assigned_agent_id !== judge.agentId)
        return;
    throw selfJudged(request, identity, `the story is assigned to the ${identity}'s own agent`);
}
/** loopctl's own refusal, without what it does to the tenant. */
function selfJudged(request, identity, why) {
    return new loopctl_error/* LoopctlRefusal */.QV({
        request: (0,ask/* nameOf */.Vb)(request),
        status: 409,
        code: identity === 'reviewer' ? 'self_report_blocked' : 'self_verify_blocked',
        message: `${why}; sent, it would have halted the tenant`,
        context: {},
    });
}

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




const repeat_storySeen = schemas/* object */.Ikc({
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
    const step = readStoryCall(path);
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
            const seen = repeat_storySeen.safeParse(body);
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
function createHttpTransport(server, waits, learn, guard = requireCustody) {
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

/***/ 9622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ learnIdentities),
/* harmony export */   RC: () => (/* binding */ requireAgentRole),
/* harmony export */   Y2: () => (/* binding */ readKnownAgents)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2047);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9469);
/* harmony import */ var _wire_story_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6427);
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(986);






/** Beside the ledger in the orchestrator's state. */
const stateKey = 'identities';
const memorySchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ version: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(1), agents: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()) });
/** A story that there is not: a call on it is refused for the key's role, or since there is no such story. */
const nowhere = '00000000-0000-4000-8000-000000000000';
/**
 * Whose agent each key is. No call tells it, but a posted artifact names its reporter: each key posts one, once; what
 * was learnt is kept under the key's fingerprint. A key of the wrong role, or without an agent, is refused.
 */
async function learnIdentities(learning) {
    const { keys, projectId, loopctl } = learning;
    const { version, known } = await recallAgents(projectId, loopctl);
    const storyOf = rememberStory(learning);
    const agents = {};
    for (const identity of ['implementer', 'reviewer', 'orchestrator']) {
        const fingerprint = fingerprintOf(keys[identity]);
        agents[fingerprint] = known[fingerprint] ?? (await learnAgent(identity, await storyOf(), learning));
    }
    if (Object.keys(agents).some((fingerprint) => known[fingerprint] === undefined)) {
        // Lost to another job, it has saved the same.
        await loopctl.saveState(projectId, stateKey, { version: 1, agents }, version);
    }
    const identityOf = (identity) => ({
        agentId: agents[fingerprintOf(keys[identity])] ?? '',
        name: identity,
    });
    return {
        implementer: identityOf('implementer'),
        reviewer: identityOf('reviewer'),
        orchestrator: identityOf('orchestrator'),
    };
}
/** Whose agent each key is as far as a pass has learnt it before, by identity; asks for nothing else and posts nothing. */
async function readKnownAgents(keys, projectId, loopctl) {
    const { known } = await recallAgents(projectId, loopctl);
    const agentOf = (identity) => known[fingerprintOf(keys[identity])] ?? null;
    return {
        implementer: agentOf('implementer'),
        reviewer: agentOf('reviewer'),
        orchestrator: agentOf('orchestrator'),
    };
}
async function recallAgents(projectId, loopctl) {
    const { version, data } = await loopctl.loadState(projectId, stateKey);
    // What cannot be read is learnt anew.
    return { version, known: memorySchema.safeParse(data).data?.agents ?? {} };
}
async function learnAgent(identity, storyId, { transport }) {
    if (identity !== 'orchestrator')
        await requireAgentRole(identity, transport);
    const request = {
        method: 'POST',
        path: `/api/v1/stories/${storyId}/artifacts`,
        body: { artifact_type: 'identity', path: `orchestrate/${identity}`, exists: false, details: { identity } },
    };
    const answer = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(transport, identity, request, zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ artifact_report: _wire_story_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactSchema */ .yo }));
    const agentId = answer.artifact_report.reporter_agent_id;
    if (agentId === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j(`${_server_js__WEBPACK_IMPORTED_MODULE_4__/* .keyVariables */ .j[identity]} is a key without an agent.`, {
            remedy: 'Register an agent with it (`POST /api/v1/agents/register`), or make a key that is linked to one.',
        });
    }
    return agentId;
}
/** Only a key of the role agent gets as far as hearing that there is no such story; another one is refused by name. */
async function requireAgentRole(identity, transport) {
    const request = { method: 'POST', path: `/api/v1/stories/${nowhere}/claim`, body: {} };
    const response = await transport.send(identity, request);
    if (response.status !== 404)
        throw (0,_ask_js__WEBPACK_IMPORTED_MODULE_2__/* .refusalOf */ .Of)(request, response);
}
function rememberStory({ loopctl, projectId }) {
    let story = null;
    const find = async () => {
        const last = (await loopctl.listStories(projectId)).at(-1);
        if (last === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j('The project in loopctl has no story yet, and without one nobody can be told apart.', {
                remedy: 'Import the backlog into loopctl first.',
            });
        }
        return last.id;
    };
    return () => {
        story ??= find();
        return story;
    };
}
/** Tells keys apart without telling them. */
function fingerprintOf(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`orchestrate ${key}`).digest('hex').slice(0, 32);
}


/***/ }),

/***/ 6427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ toStoryDetail),
/* harmony export */   El: () => (/* binding */ briefSchema),
/* harmony export */   En: () => (/* binding */ toBrief),
/* harmony export */   MX: () => (/* binding */ blockedSchema),
/* harmony export */   Pp: () => (/* binding */ toStory),
/* harmony export */   bb: () => (/* binding */ storySchema),
/* harmony export */   e8: () => (/* binding */ storyDetailSchema),
/* harmony export */   eH: () => (/* binding */ toArtifact),
/* harmony export */   o1: () => (/* binding */ toBlocked),
/* harmony export */   yo: () => (/* binding */ artifactSchema)
/* harmony export */ });
/* unused harmony export toCriterion */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2047);

const record = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J());
const maybe = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable();
const agentStatus = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pending', 'contracted', 'assigned', 'implementing', 'reported_done']);
const verifiedStatus = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['unverified', 'verified', 'rejected']);
const storySchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    project_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    epic_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    number: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    description: maybe,
    acceptance_criteria: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(record).nullable(),
    /** A text in stories ("3.5"), a number in exports. */
    estimated_hours: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()]).nullable(),
    agent_status: agentStatus,
    verified_status: verifiedStatus,
    assigned_agent_id: maybe,
    assigned_at: maybe,
    reported_done_at: maybe,
    verified_at: maybe,
    rejected_at: maybe,
    rejection_reason: maybe,
    metadata: record,
    inserted_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    updated_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const artifactSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    story_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    artifact_type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    path: maybe,
    exists: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().nullable(),
    details: record.nullable(),
    reporter_agent_id: maybe,
    inserted_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const storyDetailSchema = storySchema.extend({
    dependencies: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ depends_on_story_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    artifacts: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(artifactSchema),
    iteration_count: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
});
const briefSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    number: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    agent_status: agentStatus,
    verified_status: verifiedStatus,
});
const blockedSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ story: briefSchema, blocking_dependencies: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(briefSchema) });
/** A wire story as ours; the epic's number is not in it and comes along. */
function toStory(story, epic) {
    return {
        id: story.id,
        projectId: story.project_id,
        epicId: story.epic_id,
        epic,
        number: story.number,
        title: story.title,
        description: story.description,
        criteria: (story.acceptance_criteria ?? []).map(toCriterion),
        deliverables: toDeliverables(story.metadata['deliverables']),
        estimatedHours: story.estimated_hours === null ? null : Number(story.estimated_hours),
        metadata: story.metadata,
        agentStatus: story.agent_status,
        verifiedStatus: story.verified_status,
        assignedAgentId: story.assigned_agent_id,
        assignedAt: story.assigned_at,
        reportedDoneAt: story.reported_done_at,
        verifiedAt: story.verified_at,
        rejectedAt: story.rejected_at,
        rejectionReason: story.rejection_reason,
        insertedAt: story.inserted_at,
        updatedAt: story.updated_at,
    };
}
/** A story read by itself, with what only that brings. */
function toStoryDetail(story, epic) {
    return {
        ...toStory(story, epic),
        dependsOn: story.dependencies.map((dependency) => dependency.depends_on_story_id),
        artifacts: story.artifacts.map(toArtifact),
        iterationCount: story.iteration_count,
    };
}
function toArtifact(artifact) {
    return {
        id: artifact.id,
        storyId: artifact.story_id,
        artifactType: artifact.artifact_type,
        path: artifact.path,
        exists: artifact.exists,
        details: artifact.details ?? {},
        reporterAgentId: artifact.reporter_agent_id,
        insertedAt: artifact.inserted_at,
    };
}
function toBrief(story) {
    return {
        id: story.id,
        number: story.number,
        title: story.title,
        agentStatus: story.agent_status,
        verifiedStatus: story.verified_status,
    };
}
/** A blocked story; one that blocks it twice, by itself and by its epic, is named once. */
function toBlocked(row) {
    const blockers = new Map(row.blocking_dependencies.map((story) => [story.id, toBrief(story)]));
    return { story: toBrief(row.story), blockers: [...blockers.values()] };
}
/** An import keeps a criterion's text as `criterion`, a story made by hand as `description`. */
function toCriterion(criterion, index) {
    const { id, criterion: text, description } = criterion;
    return {
        id: typeof id === 'string' && id !== '' ? id : `AC-${index + 1}`,
        text: [text, description].find((candidate) => typeof candidate === 'string') ?? '',
    };
}
function toDeliverables(value) {
    return Array.isArray(value) ? value.filter((path) => typeof path === 'string') : [];
}


/***/ }),

/***/ 7290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ noWaits),
/* harmony export */   m: () => (/* binding */ jobWaits)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** A third of the time that the trusted jobs have in the example workflows (15 minutes): waiting must not be their end. */
const jobPatienceMs = 5 * 60_000;
/** The patience of a job that begins now. */
function jobWaits() {
    return { until: Date.now() + jobPatienceMs, now: Date.now, pause: node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout };
}
/** No patience: every failure is told at once. */
const noWaits = { until: 0, now: Date.now, pause: node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout };


/***/ })

};
