/** What somebody wrote starts runs at the default branch's tip, whatever it is about. */
const wordEvents: readonly string[] = ['issue_comment', 'issues'];

/** Whether a workflow run says something of the commit that GitHub shows it at. */
export function isOfItsCommit(run: { readonly event: string } | null): boolean {
  return run === null || !wordEvents.includes(run.event);
}
