export interface Signature {
  readonly name: string;
  readonly email: string;
  /** ISO 8601. */
  readonly date: string;
}

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

/** Reads a commit object's text. */
export function parseCommit(sha: string, content: string): Commit {
  const end = content.indexOf('\n\n');
  const header = (end === -1 ? content : content.slice(0, end)).split('\n');
  const field = (name: string): string =>
    header.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? '';
  return {
    sha,
    tree: field('tree'),
    parents: header.filter((line) => line.startsWith('parent ')).map((line) => line.slice(7)),
    author: parseSignature(field('author')),
    committer: parseSignature(field('committer')),
    message: end === -1 ? '' : content.slice(end + 2),
  };
}

function parseSignature(text: string): Signature {
  const found = /^(.*?) ?<(.*)> (\d+)/.exec(text);
  const seconds = Number(found?.[3] ?? 0);
  return {
    name: found?.[1] ?? '',
    email: found?.[2] ?? '',
    date: new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'),
  };
}

/** A commit object's text; git computes the SHA from it. */
export function renderCommit(commit: Omit<Commit, 'sha'>): string {
  const message = commit.message.endsWith('\n') ? commit.message : `${commit.message}\n`;
  return [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${renderSignature(commit.author)}`,
    `committer ${renderSignature(commit.committer)}`,
    '',
    message,
  ].join('\n');
}

function renderSignature(signature: Signature): string {
  return `${signature.name} <${signature.email}> ${Math.floor(Date.parse(signature.date) / 1000)} +0000`;
}
