/** A login as people write it: an App's is told with `[bot]` in one place and without it in another. */
export function withoutSuffix(login: string): string {
  return login.replace(/\[bot\]$/, '');
}
