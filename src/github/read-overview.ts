import { z } from 'zod';
import { actionsSlug } from '../core/checks.ts';
import type { MergeMethod } from '../core/snapshot.ts';
import { ConfigurationError } from '../errors.ts';
import { withoutSuffix } from './bot-login.ts';
import type { GitHub } from './client.ts';
import { fileDocument, overviewDocument } from './documents.ts';
import { parseAnswer } from './parse-answer.ts';

/** A file as GitHub's API shows it: its text, or that it is too long or no text. */
export type FileText = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'not_shown' };

export interface Overview {
  readonly asker: { readonly login: string; readonly kind: 'app' | 'github_actions' | 'person' };
  readonly visibility: 'public' | 'private' | 'internal';
  readonly mergeMethods: readonly MergeMethod[];
  readonly defaultBranch: string;
  /** Null where there is no such file. */
  readonly config: FileText | null;
  readonly workflows: readonly { readonly path: string; readonly file: FileText }[];
}

const folder = '.github/workflows';

const fileSchema = z
  .object({ text: z.string().nullish(), isTruncated: z.boolean().optional() })
  .nullable()
  .transform((blob): FileText | null => {
    if (blob === null) return null;
    const { text, isTruncated } = blob;
    return typeof text === 'string' && isTruncated === false ? { kind: 'text', text } : { kind: 'not_shown' };
  });

const overviewSchema = z.object({
  viewer: z.object({ login: z.string(), resourcePath: z.string() }),
  repository: z
    .object({
      visibility: z.enum(['PUBLIC', 'PRIVATE', 'INTERNAL']),
      mergeCommitAllowed: z.boolean(),
      squashMergeAllowed: z.boolean(),
      rebaseMergeAllowed: z.boolean(),
      defaultBranchRef: z.object({ name: z.string() }).nullable(),
      config: fileSchema,
      workflows: z
        .object({ entries: z.array(z.object({ name: z.string(), object: fileSchema })).nullish() })
        .nullable(),
    })
    .nullable(),
});

/** Who asks, and what the default branch says of the loop, in one request. */
export async function readOverview(
  github: Pick<GitHub, 'owner' | 'repo' | 'graphql'>,
  config: string,
): Promise<Overview> {
  const variables = { config: `HEAD:${config}`, workflows: `HEAD:${folder}` };
  const answer = await github.graphql(overviewDocument, variables);
  const { viewer, repository } = parseAnswer(overviewSchema, answer, 'the query for an overview');
  const branch = repository?.defaultBranchRef ?? null;
  if (repository === null || branch === null) {
    throw new ConfigurationError(`${github.owner}/${github.repo} cannot be seen with this token, or is empty`, {
      remedy: 'Name a repository that you can read, or install the App on it; push a first commit.',
    });
  }
  const { mergeCommitAllowed: merge, squashMergeAllowed: squash, rebaseMergeAllowed: rebase } = repository;
  const methods = Object.entries({ merge, squash, rebase } satisfies Record<MergeMethod, boolean>);
  return {
    asker: toAsker(viewer),
    visibility: repository.visibility.toLowerCase() as Lowercase<typeof repository.visibility>,
    mergeMethods: methods.flatMap(([method, isAllowed]) => (isAllowed ? [method as MergeMethod] : [])),
    defaultBranch: branch.name,
    config: repository.config,
    workflows: (repository.workflows?.entries ?? []).flatMap(({ name, object }) =>
      object !== null && /\.ya?ml$/.test(name) ? [{ path: `${folder}/${name}`, file: object }] : [],
    ),
  };
}

/** A file of the default branch; null where there is none. */
export async function readFile(github: Pick<GitHub, 'graphql'>, path: string): Promise<FileText | null> {
  const schema = z.object({ repository: z.object({ file: fileSchema }) });
  const answer = await github.graphql(fileDocument, { file: `HEAD:${path}` });
  return parseAnswer(schema, answer, `the query for ${path}`).repository.file;
}

/** An App is told by its page, and in some answers by the end of its name. */
function toAsker({ login, resourcePath }: z.infer<typeof overviewSchema>['viewer']): Overview['asker'] {
  const name = withoutSuffix(login);
  if (name === actionsSlug) return { login: name, kind: 'github_actions' };
  const isApp = name !== login || resourcePath.startsWith('/apps/');
  return { login: name, kind: isApp ? 'app' : 'person' };
}
