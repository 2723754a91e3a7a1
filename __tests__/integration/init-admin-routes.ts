import { createVerify } from 'node:crypto';
import { z } from 'zod';
import type { AppCredentials, RulesetInput, World } from '../../sandbox/github/world/world.ts';

export interface Asked {
  readonly body: unknown;
  readonly authorization: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** A call that only administrators may make: its method, its path below the repository's, and what comes of it. */
export type AdminRoute = readonly [
  method: string,
  path: RegExp,
  answer: (found: readonly string[], asked: Asked) => Answer | Promise<Answer>,
];

/** The App that was made, and whether it was installed. */
export interface AppState {
  app: AppCredentials | null;
  isInstalled: boolean;
  /** Good once. */
  code: string;
}

const rulesetSchema = z.strictObject({
  name: z.string(),
  target: z.literal('branch'),
  enforcement: z.literal('active'),
  conditions: z.object({ ref_name: z.object({ include: z.array(z.string()), exclude: z.array(z.string()) }) }),
  rules: z.array(z.looseObject({ type: z.string() })),
  bypass_actors: z.array(z.object({ actor_id: z.number(), actor_type: z.string(), bypass_mode: z.string() })),
});
const nameSchema = z.object({ name: z.string() });
const valueSchema = z.object({ name: z.string(), value: z.string() });
const ownedSchema = z.object({ owner: z.looseObject({ id: z.number() }) });
const plainSchema = z.object({ plain: z.string() });
const policySchema = z.strictObject({
  deployment_branch_policy: z.strictObject({
    protected_branches: z.literal(false),
    custom_branch_policies: z.literal(true),
  }),
});
const missing: Answer = { status: 404, body: { message: 'Not Found' } };
const gone: Answer = { status: 204 };

/** What is set in settings, done to a world as GitHub's API takes and answers it. `read` asks the sandbox's own API. */
export function adminRoutes(
  world: World,
  state: AppState,
  read: (path: string) => Promise<unknown>,
): readonly AdminRoute[] {
  return [
    ...environmentRoutes(world),
    ...secretRoutes(world),
    ...rulesetRoutes(world, state, read),
    ...variableRoutes(world, read),
    ...appRoutes(state, read),
    [
      'DELETE',
      /^\/labels\/([^/]+)$/,
      ([name = '']) => {
        world.removeLabel(decodeURIComponent(name));
        return gone;
      },
    ],
  ];
}

function environmentRoutes(world: World): readonly AdminRoute[] {
  const patterns = new Map<string, readonly string[]>();
  const set = (name: string, branches: readonly string[]): void => {
    patterns.set(name, branches);
    world.setEnvironment(name, { branches });
  };
  return [
    [
      'PUT',
      /^\/environments\/([^/]+)$/,
      ([name = ''], { body }) => {
        policySchema.parse(body);
        set(name, patterns.get(name) ?? []);
        return { status: 200, body: { name } };
      },
    ],
    [
      'POST',
      /^\/environments\/([^/]+)\/deployment-branch-policies$/,
      ([name = ''], { body }) => {
        const branch = nameSchema.parse(body).name;
        const before = patterns.get(name) ?? [];
        if (before.includes(branch)) return { status: 303, body: {} };
        set(name, [...before, branch]);
        return { status: 200, body: { id: 1, name: branch } };
      },
    ],
    [
      'DELETE',
      /^\/environments\/([^/]+)$/,
      ([name = '']) => {
        if (!patterns.delete(name)) return missing;
        world.setEnvironment(name, null);
        return gone;
      },
    ],
  ];
}

/** As `gh` sets them, but for the sealing, which is its own affair. */
function secretRoutes(world: World): readonly AdminRoute[] {
  return [
    [
      'PUT',
      /^\/(?:actions|environments\/([^/]+))\/secrets\/([^/]+)$/,
      ([environment, name = ''], { body }) => {
        world.setSecret(name, plainSchema.parse(body).plain, environment ?? '');
        return { status: 201 };
      },
    ],
    [
      'DELETE',
      /^\/actions\/secrets\/([^/]+)$/,
      ([name = '']) => {
        world.setSecret(name, null);
        return gone;
      },
    ],
  ];
}

function rulesetRoutes(world: World, state: AppState, read: (path: string) => Promise<unknown>): readonly AdminRoute[] {
  const rowsSchema = z.array(z.object({ id: z.number(), name: z.string() }));
  async function nameOf(id: string): Promise<string | null> {
    return rowsSchema.parse(await read('/rulesets')).find((row) => row.id === Number(id))?.name ?? null;
  }
  function set(body: unknown, status: number): Answer {
    const { name, conditions, rules, bypass_actors: bypassActors } = rulesetSchema.parse(body);
    const isOurs = (id: number): boolean => state.isInstalled && String(id) === state.app?.appId;
    if (bypassActors.some(({ actor_id: id }) => !isOurs(id))) {
      return { status: 422, body: { message: 'Validation Failed: Actor must be installed' } };
    }
    const id = world.setRuleset({ name, ...conditions.ref_name, rules, bypassActors } as unknown as RulesetInput);
    return { status, body: { id } };
  }
  return [
    ['POST', /^\/rulesets$/, (_, { body }) => set(body, 201)],
    [
      'PUT',
      /^\/rulesets\/(\d+)$/,
      async ([id = ''], { body }) => ((await nameOf(id)) === null ? missing : set(body, 200)),
    ],
    [
      'DELETE',
      /^\/rulesets\/(\d+)$/,
      async ([id = '']) => {
        const name = await nameOf(id);
        if (name === null) return missing;
        world.removeRuleset(name);
        return gone;
      },
    ],
  ];
}

function variableRoutes(world: World, read: (path: string) => Promise<unknown>): readonly AdminRoute[] {
  const isThere = async (name: string): Promise<boolean> =>
    valueSchema.safeParse(await read(`/actions/variables/${name}`)).success;
  const set = (body: unknown): void => {
    const { name, value } = valueSchema.parse(body);
    world.setVariable(name, value);
  };
  return [
    [
      'POST',
      /^\/actions\/variables$/,
      async (_, { body }) => {
        if (await isThere(nameSchema.parse(body).name)) return { status: 409, body: { message: 'Already exists' } };
        set(body);
        return { status: 201 };
      },
    ],
    [
      'PATCH',
      /^\/actions\/variables\/\w+$/,
      (_, { body }) => {
        set(body);
        return gone;
      },
    ],
    [
      'DELETE',
      /^\/actions\/variables\/(\w+)$/,
      async ([name = '']) => {
        if (!(await isThere(name))) return missing;
        world.setVariable(name, null);
        return gone;
      },
    ],
  ];
}

function appRoutes(state: AppState, read: (path: string) => Promise<unknown>): readonly AdminRoute[] {
  return [
    [
      'POST',
      /^\/api\/v3\/app-manifests\/([^/]+)\/conversions$/,
      async ([code = '']) => {
        if (state.app === null || code === '' || code !== state.code) return missing;
        state.code = '';
        const { appId, clientId, slug, privateKey: pem } = state.app;
        const { owner } = ownedSchema.parse(await read(''));
        return { status: 201, body: { id: Number(appId), slug, client_id: clientId, pem, client_secret: 'x', owner } };
      },
    ],
    [
      'GET',
      /^\/installation$/,
      (_, { authorization }) => {
        if (!isApp(state.app, authorization))
          return { status: 401, body: { message: 'A JSON web token could not be decoded' } };
        return state.isInstalled ? { status: 200, body: { id: 1, repository_selection: 'selected' } } : missing;
      },
    ],
  ];
}

/** Whether a token was signed by the App itself, in its name. */
function isApp(app: AppCredentials | null, authorization: string): boolean {
  const [head = '', claims = '', signature = ''] = authorization.replace('Bearer ', '').split('.');
  if (app === null) return false;
  const isSigned = createVerify('RSA-SHA256')
    .update(`${head}.${claims}`)
    .verify(app.privateKey, signature, 'base64url');
  const { iss, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as {
    iss?: string;
    exp?: number;
  };
  return isSigned && iss === app.clientId && (exp ?? 0) * 1000 > Date.now();
}
