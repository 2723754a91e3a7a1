import { z } from 'zod';
import type { DoctorFacts } from '../doctor/facts.ts';
import { gatherDoctorFacts } from '../doctor/gather.ts';
import { ConfigurationError } from '../errors.ts';
import type { GitHub } from '../github/client.ts';
import { parseAnswer } from '../github/parse-answer.ts';
import { readEnvironment } from '../github/read-environment.ts';
import { readFile, readOverview } from '../github/read-overview.ts';
import { allLabels } from '../render/labels.ts';
import { type Look, readFound } from './ask-github.ts';
import { encodeBranch } from './encode-branch.ts';
import { environmentName, type InitFacts, type OwnApp, type Place, removalBranch, setupBranch } from './facts.ts';
import { type Sources, toldBy } from './project/project.ts';
import { usualBacklogs, type Wishes } from './wishes.ts';

/** What does not change while `init` is at work. */
export interface Standing {
  readonly host: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly examples: Readonly<Record<string, string>>;
  readonly action: string | null;
  readonly wishes: Wishes;
}

export interface Eyes {
  readonly github: GitHub;
  readonly look: Look;
  /** The App as it was noted or named, asked as itself where its key is at hand. */
  findApp(): Promise<OwnApp | null>;
}

const repositorySchema = z.object({
  id: z.number(),
  owner: z.object({ id: z.number(), type: z.string() }),
  permissions: z.object({ admin: z.boolean() }).optional(),
});
const pullsSchema = z.array(z.object({ html_url: z.string() }));
const rulesetsSchema = z.array(z.object({ id: z.number(), name: z.string() }));
const labelSchema = z.object({ name: z.string() });
const treeSchema = z.object({ tree: z.array(z.object({ path: z.string() })) });
const refsSchema = z.array(z.object({ ref: z.string() }));
const variableSchema = z.object({ value: z.string() });
const countSchema = z.object({ total_count: z.number() });

/** What GitHub refuses as well to whom it does not show it: a plan that has no rulesets, whoever may not read variables. */
const notForAll = [403, 404];

/** Looks at all that `init` decides by; writes nothing. */
export async function gatherInitFacts(standing: Standing, { github, look, findApp }: Eyes): Promise<InitFacts> {
  const { owner, repo, wishes, examples, action } = standing;
  const path = `repos/${owner}/${repo}`;
  const found = await look(path);
  if (found.status !== 200) {
    throw new ConfigurationError(`${owner}/${repo} cannot be seen with your token (${found.status}).`, {
      remedy: 'Name a repository that you administer (`--repo OWNER/NAME`), and log in: `gh auth login`.',
    });
  }
  const repository = parseAnswer(repositorySchema, found.data, `GET ${path}`);
  const isAdmin = repository.permissions?.admin === true;
  const app = await findApp();
  const doctor = await gatherDoctorFacts(github, {
    where: 'laptop',
    config: wishes.configPath,
    workflow: wishes.workflowFile,
    stateBranch: wishes.stateBranch,
    server: null,
    app: app?.slug ?? null,
    now: Date.now(),
  });
  const [sources, setupPull, removalPull, rulesets, labels, variable, branches, runs, environment] = await Promise.all([
    gatherSources(github, look, path, doctor, wishes),
    readPull(look, path, owner, setupBranch),
    readPull(look, path, owner, removalBranch),
    readFound(look, `${path}/rulesets?includes_parents=false&per_page=100`, rulesetsSchema, notForAll),
    readLabels(look, path),
    readFound(look, `${path}/actions/variables/ORCHESTRATE`, variableSchema, notForAll),
    readBranches(look, path, wishes),
    readFound(look, `${path}/actions/workflows/${wishes.workflowFile}/runs?per_page=1`, countSchema),
    isAdmin ? readEnvironment(github, environmentName) : null,
  ]);
  return {
    place: toPlace(standing, repository),
    doctor,
    isAdmin,
    scopes: scopesIn(found.header('x-oauth-scopes')),
    environment,
    secrets: doctor.repositorySecrets.kind === 'seen' ? doctor.repositorySecrets.value : [],
    app,
    sources,
    examples,
    action,
    setupPull,
    removalPull,
    rulesets: rulesets ?? [],
    labels,
    isOff: variable?.value === 'off',
    hasVariable: variable !== null,
    branches,
    hasRun: (runs?.total_count ?? 0) > 0,
  };
}

function toPlace(
  { host, serverUrl, apiUrl, owner, repo }: Standing,
  { id, owner: of }: z.infer<typeof repositorySchema>,
): Place {
  const ownerKind = of.type === 'Organization' ? 'Organization' : 'User';
  return { host, owner, repo, serverUrl, apiUrl, repositoryId: id, ownerId: of.id, ownerKind };
}

/** Classic and OAuth tokens say it; for the others the header is not there, or empty. */
function scopesIn(header: string | null): readonly string[] | null {
  return header === null || header.trim() === '' ? null : header.split(',').map((scope) => scope.trim());
}

async function gatherSources(
  github: GitHub,
  look: Look,
  path: string,
  { repository }: DoctorFacts,
  { backlog, configPath }: Wishes,
): Promise<Sources> {
  const branch = encodeURIComponent(repository.defaultBranch);
  const [root, { workflows }] = await Promise.all([
    readFound(look, `${path}/git/trees/${branch}`, treeSchema),
    readOverview(github, configPath),
  ]);
  const names = (root?.tree ?? []).map((entry) => entry.path);
  const paths = [...toldBy, ...(backlog === null ? usualBacklogs : [backlog])].filter((file) =>
    names.includes(file.split('/')[0] ?? ''),
  );
  const files = await Promise.all(
    [...new Set(paths)].map(async (file) => ({ path: file, file: await readFile(github, file) })),
  );
  const texts = [...workflows, ...files].flatMap(({ path: at, file }) =>
    file?.kind === 'text' ? [[at, file.text] as const] : [],
  );
  return { names, texts: Object.fromEntries(texts) };
}

async function readPull(look: Look, path: string, owner: string, branch: string): Promise<string | null> {
  const [pull] = (await readFound(look, `${path}/pulls?state=open&head=${owner}:${branch}`, pullsSchema)) ?? [];
  return pull?.html_url ?? null;
}

async function readBranches(look: Look, path: string, { stateBranch }: Wishes): Promise<readonly string[]> {
  const beginnings = stateBranch.startsWith('orchestrate') ? ['orchestrate'] : ['orchestrate', stateBranch];
  const found = await Promise.all(
    beginnings.map((beginning) =>
      readFound(look, `${path}/git/matching-refs/heads/${encodeBranch(beginning)}`, refsSchema),
    ),
  );
  return found.flatMap((refs) => refs ?? []).map(({ ref }) => ref.replace('refs/heads/', ''));
}

async function readLabels(look: Look, path: string): Promise<readonly string[]> {
  const found = await Promise.all(
    allLabels.map(async (name) => {
      const label = await readFound(look, `${path}/labels/${encodeURIComponent(name)}`, labelSchema);
      return label === null ? [] : [name];
    }),
  );
  return found.flat();
}
