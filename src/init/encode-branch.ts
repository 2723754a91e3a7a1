/** A branch within a path of GitHub's API. What it is called others choose: no part of it is a step up, or ends the path. */
export function encodeBranch(branch: string): string {
  return branch.split('/').map(encodeURIComponent).join('/');
}
