import { z } from 'zod';
import { findBranchFault } from './branch-name.ts';
import { findPathFault } from './repository-path.ts';

/** The version of the configuration that this release understands. */
export const configVersion = 1;

/** An agent's environment never carries these, whatever the configuration lists. */
const forbiddenPrefixes = ['GITHUB_', 'RUNNER_', 'ACTIONS_', 'INPUT_', 'LOOPCTL_'] as const;

const slug = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters and digits, with single hyphens between');

const path = checked(findPathFault).max(300);
const branch = checked(findBranchFault).max(200);
const line = z.string().trim().min(1).max(500);
const shell = z.string().trim().min(1).max(8000);

const command = z
  .union([line.max(8000), z.array(z.string().max(8000)).min(1).max(100)])
  .refine((value) => typeof value === 'string' || value[0] !== '', 'must begin with the name of a program');

const environmentName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of an environment variable: letters, digits, underscores')
  .refine((name) => !forbiddenPrefixes.some((prefix) => name.toUpperCase().startsWith(prefix)), {
    error: `must not begin with ${forbiddenPrefixes.join(', ')}: those variables carry tokens and keys of the runner`,
  });

const team = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/, 'must be a team of an organisation, as `organisation/team`');

const mention = z
  .string()
  .max(200)
  .regex(/^@[A-Za-z0-9-]+(\/[A-Za-z0-9._-]+)?$/, 'must be a person or a team, as `@person` or `@organisation/team`');

function checked(fault: (value: string) => string | null): z.ZodString {
  return z.string().superRefine((value, context) => {
    const message = fault(value);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });
}

function minutes(fallback: number): z.ZodDefault<z.ZodInt> {
  return z.int().min(1).max(350).default(fallback);
}

function atMost(fallback: number, most: number): z.ZodDefault<z.ZodInt> {
  return z.int().min(1).max(most).default(fallback);
}

function agent(minutesByDefault: number) {
  return z.strictObject({
    command: command.meta({
      description:
        'The command that runs the agent, as a list of arguments, or as text that `bash -c` runs. The prompt comes on standard input.',
      examples: [['claude', '-p', '--output-format', 'json'], './scripts/agent.sh'],
    }),
    'timeout-minutes': minutes(minutesByDefault).meta({
      description: 'After so many minutes the agent is ended; what it committed until then is kept.',
    }),
    'output-limit-kb': z
      .int()
      .min(16)
      .max(65_536)
      .default(1024)
      .meta({ description: 'How much of what it prints is kept in its log: the beginning and the end.' }),
  });
}

function step(what: string, minutesByDefault: number, example: string) {
  return z.strictObject({
    command: shell.meta({ description: `${what} A line of shell, run by bash.`, examples: [example] }),
    'timeout-minutes': minutes(minutesByDefault).meta({ description: 'After so many minutes it is ended.' }),
  });
}

function exceptions(mode: string, example: readonly string[]) {
  return z
    .strictObject({
      epics: z
        .array(z.int().min(0))
        .max(200)
        .default([])
        .meta({ description: `Epics whose stories have the mode \`${mode}\`.`, examples: [[1, 4]] }),
      paths: z
        .array(path)
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
export const configSchema = z
  .strictObject({
    version: z.literal(configVersion).meta({ description: 'The version of this format.', examples: [configVersion] }),
    project: slug.meta({
      description: 'The name (slug) of the project in loopctl. The embedded store makes it when it is missing.',
      examples: ['my-project'],
    }),
    backlog: path.default('backlog.json').meta({
      description: "The backlog in the repository, in loopctl's import format; merged in whenever it changed.",
    }),
    base: z
      .strictObject({
        branch: branch.optional().meta({
          description: 'The branch that pull requests merge into. Default: the default branch of the repository.',
          examples: ['main'],
        }),
        start: z.enum(['proven', 'last-proven']).default('proven').meta({
          description:
            '`proven`: nothing new starts before the tip of the base is proven green. `last-proven`: new work may start from the last proven commit while the tip is pending, never while it is red.',
        }),
        unprotected: z.enum(['refuse', 'accept']).default('refuse').meta({
          description:
            '`refuse`: nothing merges into a base without required checks. `accept`: the team takes that risk by name.',
        }),
        revert: z.boolean().default(false).meta({
          description:
            'Whether, when repairs of a red base do not help, the merge that made it red is reverted (by GitHub, through the same gate) and its story done again.',
        }),
      })
      .prefault({})
      .meta({ description: 'The branch that everything merges into.' }),
    concurrency: atMost(2, 50).meta({
      description: 'How many agents work at once; the limit of the loopctl tenant holds as well.',
    }),
    selection: z.enum(['cohesion', 'critical-path']).default('cohesion').meta({
      description:
        '`cohesion`: epics under way are finished first. `critical-path`: the story on which most work waits comes first.',
    }),
    agents: z
      .strictObject({
        implement: agent(60).meta({ description: 'The agent that writes: stories, fixes, repairs.' }),
        review: agent(30).meta({ description: 'The agent that reviews; it sees story and diff, and runs nothing.' }),
        environment: z
          .array(environmentName)
          .max(50)
          .default([])
          .meta({
            description:
              "Names of environment variables that agents may see, such as the key of the model's provider. Everything else is kept from them.",
            examples: [['ANTHROPIC_API_KEY']],
          }),
      })
      .meta({ description: 'The agents, started anew for every assignment.' }),
    setup: step('Prepares a fresh worktree, before the agent; not run for reviews.', 15, 'npm ci')
      .optional()
      .meta({ description: "Makes a fresh worktree ready, in the agent's job." }),
    verify: step("The project's own full check, run after the agent.", 30, 'npm test').optional().meta({
      description:
        "The project's own full check. Its result is told to the next agent as advice; the evidence is CI on the pushed commit.",
    }),
    review: z
      .strictObject({
        checklist: z
          .array(line)
          .max(50)
          .default([])
          .meta({
            description: 'What every review must look at besides the criteria of the story.',
            examples: [['Every query is scoped to its tenant.']],
          }),
      })
      .prefault({})
      .meta({ description: 'What reviews look at.' }),
    'protected-paths': z
      .array(path)
      .max(200)
      .default([])
      .meta({
        description:
          'Globs of paths that only a maintainer may let an agent change, added to the ones built in (workflows, this file, the backlog, agent configuration).',
        examples: [['migrations/**']],
      }),
    merge: z
      .strictObject({
        mode: z.enum(['auto', 'approve', 'never']).default('auto').meta({
          description:
            '`auto`: merge what passes the gate. `approve`: only what a person who may write approved, after it was pushed. `never`: leave merging to people.',
        }),
        method: z.enum(['merge', 'squash', 'rebase']).default('merge').meta({
          description: 'How pull requests merge; the repository must allow it.',
        }),
        auto: exceptions('auto', ['docs/**']),
        approve: exceptions('approve', ['src/billing/**']),
        never: exceptions('never', ['migrations/**']),
      })
      .prefault({})
      .meta({ description: 'How far Orchestrate may go by itself.' }),
    approve: z.enum(['human', 'actions']).default('human').meta({
      description:
        'Who gives the approvals that the rules of the base ask for. `human`: people are asked, and waited for. `actions`: the passing verdict is posted as an approval by GitHub Actions, of exactly the commit that was judged; needs the input `approval-token`. What `merge.mode` asks of a person it never answers.',
    }),
    checks: z
      .strictObject({
        ignore: z
          .array(line)
          .max(100)
          .default([])
          .meta({ description: 'Names of optional checks that may fail.', examples: [['coverage']] }),
        'allow-skipped': z
          .array(line)
          .max(100)
          .default([])
          .meta({ description: 'Names of required checks that may end as skipped or neutral.', examples: [['e2e']] }),
        'deadline-minutes': atMost(60, 1440).meta({
          description:
            'A required check that has not reported so long after the push, while nothing is under way, is handed to a person.',
        }),
      })
      .prefault({})
      .meta({ description: 'Exceptions to "every check must be green", by name.' }),
    commands: z
      .strictObject({
        teams: z
          .array(team)
          .max(20)
          .default([])
          .meta({
            description:
              'Teams of the organisation, as `organisation/team`. Where any is named, only their members and administrators may give commands, each with the permission that the command takes. The App needs `members: read` of the organisation for it.',
            examples: [['my-org/maintainers']],
          }),
      })
      .prefault({})
      .meta({ description: 'Who may steer the project by commands.' }),
    people: z
      .strictObject({
        mention: z
          .array(mention)
          .max(10)
          .default([])
          .meta({
            description:
              'Who is named, and so told by GitHub, where a story waits for people: `@person` or `@organisation/team`.',
            examples: [['@my-org/maintainers']],
          }),
        'remind-after-hours': atMost(24, 720).meta({
          description: 'After so many hours in which nothing came of it they are reminded.',
        }),
        reminders: z.int().min(0).max(20).default(3).meta({
          description: 'So many reminders of one thing at most.',
        }),
      })
      .prefault({})
      .meta({ description: 'Who is told when a story waits for people.' }),
    dashboard: z.boolean().default(true).meta({
      description:
        'Whether an issue shows how the project stands and takes commands by its boxes; closing the issue does the same as `false`.',
    }),
    notify: z
      .strictObject({
        format: z.enum(['json', 'slack']).default('json').meta({
          description:
            'What the webhook (input `webhook-url`) is sent: `json`, as the operations page shows it, or `slack`, a text that Slack and what speaks like it show.',
        }),
      })
      .prefault({})
      .meta({ description: 'How a webhook of yours is told of what people should know at once.' }),
    limits: z
      .strictObject({
        rejections: atMost(3, 20).meta({ description: 'Rejected so often, a story is handed to a person.' }),
        'author-runs': atMost(5, 50).meta({
          description: 'So many fixes after the first run, then the story is handed to a person.',
        }),
        infrastructure: atMost(3, 20).meta({
          description: 'So many runs lost to the machines, then the story is handed to a person.',
        }),
        'reviews-per-head': atMost(2, 10).meta({ description: 'So many reviews of one commit at most.' }),
        repairs: atMost(3, 20).meta({
          description:
            'So many attempts at a red base, failed reviews included, before it is handed to a person (or reverted: `base.revert`).',
        }),
        budget: z.enum(['warn', 'stop']).default('warn').meta({
          description:
            'What a budget in loopctl does when it is spent. `warn`: people are told. `stop`: nothing starts and nothing merges until a maintainer gives the command `resume`.',
        }),
      })
      .prefault({})
      .meta({ description: 'When to stop trying.' }),
  })
  .meta({ title: 'Orchestrate', description: 'The configuration of Orchestrate: `.github/orchestrate.yml`.' });

/** The configuration with every default filled in, in the words of the file. */
export type Config = z.output<typeof configSchema>;
export type Command = z.output<typeof command>;
