#!/bin/sh
# Notes in a folder of its own what a process of an agent could see, runs the agent, and notes how it ended.
# usage: witness.sh SPOOL COMMAND [ARGUMENT...]
spool=$1
shift
notes="$spool/$(date +%s)-$$"
mkdir -p "$notes"
env -0 > "$notes/environment" 2>/dev/null || env > "$notes/environment"
git config --list -z > "$notes/git-config" 2>/dev/null
git ls-tree -r -z HEAD > "$notes/tree" 2>/dev/null
{
  echo "task=${ORCHESTRATE_TASK:-}"
  echo "pid=$$"
  echo "cwd=$PWD"
  echo "branch=$(git symbolic-ref --quiet HEAD)"
  echo "head=$(git rev-parse --quiet --verify HEAD)"
  echo "tree=$(git rev-parse --quiet --verify 'HEAD^{tree}')"
} > "$notes/start.new"
mv "$notes/start.new" "$notes/start"
"$@"
code=$?
if [ -f "${ORCHESTRATE_RESULT_FILE:-}" ] && [ ! -h "$ORCHESTRATE_RESULT_FILE" ]; then
  cp "$ORCHESTRATE_RESULT_FILE" "$notes/result.json"
fi
echo "$code" > "$notes/end.new"
mv "$notes/end.new" "$notes/end"
exit "$code"
