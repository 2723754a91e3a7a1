import { z } from 'zod';
import type { Look } from './ask-github.ts';
import { encodeBranch } from './encode-branch.ts';
import type { Gh } from './gh.ts';
import type { Action } from './step.ts';

/** One commit, made and signed by GitHub: all of the files or none. */
export const commitDocument = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

const refSchema = z.object({ object: z.object({ sha: z.string() }) });
const commitSchema = z.object({
  data: z.object({ createCommitOnBranch: z.object({ commit: z.object({ oid: z.string() }) }) }),
});
const pullSchema = z.object({ html_url: z.string() });

/** Makes the pull request; a branch that an earlier, interrupted attempt left is begun anew. Tells its address. */
export async function proposeFiles(
  {
    gh,
    look,
    repository,
    base,
  }: { readonly gh: Gh; readonly look: Look; readonly repository: string; readonly base: string },
  { branch, title, body, files }: Extract<Action, { kind: 'propose' }>,
): Promise<string> {
  const path = `repos/${repository}`;
  const tip = refSchema.parse((await look(`${path}/git/ref/heads/${encodeBranch(base)}`)).data).object.sha;
  const before = await look(`${path}/git/ref/heads/${branch}`);
  if (before.status === 404) {
    await gh.call('POST', `${path}/git/refs`, { ref: `refs/heads/${branch}`, sha: tip }, []);
  } else {
    await gh.call('PATCH', `${path}/git/refs/heads/${branch}`, { sha: tip, force: true }, []);
  }
  const input = {
    branch: { repositoryNameWithOwner: repository, branchName: branch },
    message: { headline: title },
    expectedHeadOid: tip,
    fileChanges: changesOf(files),
  };
  commitSchema.parse(await gh.call('POST', 'graphql', { query: commitDocument, variables: { input } }, []));
  const pull = await gh.call('POST', `${path}/pulls`, { title, body, head: branch, base }, []);
  return pullSchema.parse(pull).html_url;
}

function changesOf(files: Readonly<Record<string, string | null>>): unknown {
  const entries = Object.entries(files);
  return {
    additions: entries.flatMap(([path, text]) =>
      text === null ? [] : [{ path, contents: Buffer.from(text).toString('base64') }],
    ),
    deletions: entries.flatMap(([path, text]) => (text === null ? [{ path }] : [])),
  };
}
