import type { Commit } from '../git/commits.ts';
import type { Site } from '../site.ts';
import type { Wire } from './wire.ts';

/** A commit as the commits API shows it. Authors are not matched to accounts. */
export function commitView(site: Site, commit: Commit): Wire {
  const url = `${site.urls.repository}/commits/${commit.sha}`;
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url,
    html_url: `${site.urls.html}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${site.urls.repository}/git/commits/${commit.sha}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message.trimEnd(),
      comment_count: 0,
      tree: { sha: commit.tree, url: `${site.urls.repository}/git/trees/${commit.tree}` },
      verification: unverified,
    },
    author: null,
    committer: null,
    parents: commit.parents.map((sha) => parentView(site, sha)),
  };
}

/** A commit as the git database API shows it. */
export function gitCommitView(site: Site, commit: Commit): Wire {
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${site.urls.repository}/git/commits/${commit.sha}`,
    html_url: `${site.urls.html}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    message: commit.message.trimEnd(),
    tree: { sha: commit.tree, url: `${site.urls.repository}/git/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => parentView(site, sha)),
    verification: unverified,
  };
}

/** A commit as check suites and runs embed it. */
export function simpleCommitView(commit: Commit): Wire {
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message.trimEnd(),
    timestamp: commit.committer.date,
    author: { name: commit.author.name, email: commit.author.email },
    committer: { name: commit.committer.name, email: commit.committer.email },
  };
}

const unverified = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null } as const;

function parentView(site: Site, sha: string): Wire {
  return { sha, url: `${site.urls.repository}/git/commits/${sha}`, html_url: `${site.urls.html}/commit/${sha}` };
}
