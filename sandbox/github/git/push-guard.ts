/**
 * The part of push protection that needs the pushed objects, which only a hook sees before they are kept. What to
 * judge comes in by environment: `GUARD_NO_FORCE` (refs that must move forward), `GUARD_NO_WORKFLOWS` (set when
 * the token may not touch workflow files), `GUARD_DEFAULT` (what a new ref is compared with).
 */
export const guardHook = `#!/bin/sh
zero=0000000000000000000000000000000000000000
empty=4b825dc642cb6eb9a060e54bf8d69288fbee4904
newline='
'
refused=0
while read -r old new ref; do
  [ "$new" = "$zero" ] && continue
  case " $GUARD_NO_FORCE " in
    *" $ref "*)
      if [ "$old" != "$zero" ] && ! git merge-base --is-ancestor "$old" "$new"; then
        echo "error: GH013: Repository rule violations found for $ref." >&2
        echo "- Cannot force-push to this branch" >&2
        refused=1
      fi ;;
  esac
  if [ -n "$GUARD_NO_WORKFLOWS" ]; then
    from=$old
    # A branch with a history of its own has no base: all that it holds is new.
    if [ "$from" = "$zero" ]; then
      if git merge-base "$GUARD_DEFAULT" "$new" >/dev/null; then from=$GUARD_DEFAULT; else from=$empty; fi
    fi
    files=$(git diff-tree -r --name-only --no-commit-id "$from" "$new" -- .github/workflows)
    if [ -n "$files" ]; then
      echo "refusing to allow a GitHub App to create or update workflow \\\`\${files%%"$newline"*}\\\` without \\\`workflows\\\` permission" >&2
      refused=1
    fi
  fi
done
exit $refused
`;

/** What is to be judged of the objects of a push. */
export interface PushGuard {
  /** The refs that must move forward. */
  readonly noForce: readonly string[];
  readonly mayChangeWorkflows: boolean;
  readonly defaultTip: string;
}

/** The environment that tells the hook what to judge of a push; without anything to judge there is no hook to run. */
export function guardEnvironment(guard: PushGuard): Readonly<Record<string, string>> {
  if (guard.noForce.length === 0 && guard.mayChangeWorkflows) {
    return { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.hooksPath', GIT_CONFIG_VALUE_0: '/dev/null' };
  }
  return {
    GUARD_NO_FORCE: guard.noForce.join(' '),
    GUARD_NO_WORKFLOWS: guard.mayChangeWorkflows ? '' : '1',
    GUARD_DEFAULT: guard.defaultTip,
  };
}
