/** A git command that failed: what was run, how it ended and what git said, with every secret masked. */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly command: string;
  readonly exitCode: number | null;
  readonly stderr: string;

  constructor(facts: { readonly command: string; readonly exitCode: number | null; readonly stderr: string }) {
    const end = facts.exitCode === null ? 'was stopped' : `exited with ${facts.exitCode}`;
    super(`git ${facts.command} ${end}${facts.stderr === '' ? '' : `: ${facts.stderr.trim()}`}`);
    this.command = facts.command;
    this.exitCode = facts.exitCode;
    this.stderr = facts.stderr;
  }
}

/** Whether the command spoke to the remote: then its failure need not be of our making. */
export function spokeToRemote({ command }: GitError): boolean {
  return /^(fetch|push|ls-remote)\b/.test(command);
}
