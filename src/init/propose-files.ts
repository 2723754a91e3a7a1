import { z } from 'zod';
import { parseAnswer } from '../github/parse-answer.ts';
import { type Look, readFound } from './ask-github.ts';
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
  const standing = `${path}/git/ref/heads/${encodeBranch(base)}`;
  const tip = parseAnswer(refSchema, (await look(standing)).data, `GET ${standing}`).object.sha;
  const before = await readFound(look, `${path}/git/ref/heads/${branch}`, refSchema);
  if (before === null) {
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
  const made = await gh.call('POST', 'graphql', { query: commitDocument, variables: { input } }, []);
  parseAnswer(commitSchema, made, 'POST graphql');
  const pull = await gh.call('POST', `${path}/pulls`, { title, body, head: branch, base }, []);
  return parseAnswer(pullSchema, pull, `POST ${path}/pulls`).html_url;
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
