import { Octokit } from '@octokit/rest';
import { z } from 'zod';
import type { Instant } from '../core/instant.ts';
import type { BudgetFacts } from '../core/snapshot.ts';
import { noWaits, type Waits } from '../waits.ts';
import { createPatientFetch, type PatientFetch } from './patient-fetch.ts';
import { readBody } from './read-body.ts';
import { describeFailure, describeRedirect } from './remote-failure.ts';
import type { Route } from './routes.ts';

export interface RestAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

/** GitHub, as seen by one token in one repository. */
export interface GitHub {
  readonly owner: string;
  readonly repo: string;
  /** The API's own protocol, which what it redirects us to has to keep. */
  readonly protocol: string;
  /** Statuses in `expected` are answers like any other; every other failure is thrown as `RemoteError`. */
  request(
    route: Route,
    parameters: Readonly<Record<string, unknown>>,
    expected?: readonly number[],
  ): Promise<RestAnswer>;
  graphql(document: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** How many API requests were sent so far. */
  requests(): number;
  /** What is left to be asked for, as GitHub said last. */
  budgets(): readonly BudgetFacts[];
  /** GitHub's own time as it answered last, in whole seconds: what was done before is not later. Null before any answer. */
  clock(): Instant | null;
  /** The same client, which asks for leave right before each effect is sent; what `mayAct` throws is thrown. */
  guarded(mayAct: () => void): GitHub;
}

const ignore = (): void => undefined;
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

const failedAnswerSchema = z.object({
  name: z.literal('HttpError'),
  status: z.number(),
  response: z.object({
    data: z.unknown(),
    headers: z.record(z.string(), z.union([z.string(), z.number()]).optional()),
  }),
});
const forbiddenCheckSchema = z.object({
  type: z.literal('FORBIDDEN'),
  path: z
    .array(z.union([z.string(), z.number()]))
    .refine((path) => path.at(-3) === 'contexts' || path.includes('checkSuites')),
});
/** The dashboard is for people: a token that may not see it can do without. */
const forbiddenDashboardSchema = z.object({
  type: z.literal('FORBIDDEN'),
  path: z.tuple([z.literal('repository'), z.literal('issue')]),
});
const partialAnswerSchema = z.object({
  name: z.literal('GraphqlResponseError'),
  errors: z.array(
    z.union([z.object({ type: z.literal('NOT_FOUND') }), forbiddenCheckSchema, forbiddenDashboardSchema]),
  ),
  data: z.record(z.string(), z.unknown()),
});

/** The one client of GitHub's API: every request counted, no redirect followed, as patient as it is told to be. */
export function createGitHub(input: {
  readonly token: string;
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly waits?: Waits;
}): GitHub {
  const octokit = new Octokit({
    auth: input.token,
    baseUrl: input.apiUrl.replace(/\/$/, ''),
    log: silent,
    // A redirect that is followed would take the token along to whatever the same host points at.
    request: { log: silent, redirect: 'manual' },
  });
  const protocol = new URL(input.apiUrl).protocol;
  const { owner, repo } = input;
  const patient = createPatientFetch(input.waits ?? noWaits);
  return speak({ octokit, patient, owner, repo, protocol }, () => undefined);
}

interface Line extends Pick<GitHub, 'owner' | 'repo' | 'protocol'> {
  readonly octokit: Octokit;
  readonly patient: PatientFetch;
}

function speak(line: Line, mayAct: () => void): GitHub {
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
      const route: string = listed;
      // What a path has no place for would be sent as a query.
      const filled = route.includes('{owner}') ? { owner, repo, ...parameters } : parameters;
      try {
        const answer = await octokit.request(route, {
          ...filled,
          request: { ...request, parseSuccessResponseBody: false },
        });
        const { status, headers } = answer;
        // Octokit takes a redirect for a success.
        if (status < 300 || expected.includes(status)) return { status, data: await readBody(answer), headers };
        throw describeRedirect(status, nameRequest(octokit, route, filled));
      } catch (error) {
        const answer = failedAnswerSchema.safeParse(error);
        if (answer.success && expected.includes(answer.data.status)) {
          return { status: answer.data.status, ...answer.data.response };
        }
        throw describeFailure(error, nameRequest(octokit, route, filled));
      }
    },
    async graphql(document, variables) {
      try {
        return await octokit.graphql<unknown>(document, { owner, repo, ...variables, request });
      } catch (error) {
        // What does not exist, and a check or an issue that may not be seen, is null in the data: all that an asker needs to know.
        const partial = partialAnswerSchema.safeParse(error);
        if (partial.success) return partial.data.data;
        throw describeFailure(error, 'POST /graphql');
      }
    },
  };
}

function nameRequest(octokit: Octokit, route: string, parameters: Readonly<Record<string, unknown>>): string {
  const { method, url } = octokit.request.endpoint(route, parameters);
  return `${method} ${new URL(url).pathname}`;
}
