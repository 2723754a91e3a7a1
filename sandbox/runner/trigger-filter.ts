import type { Trigger } from '../actions-host.ts';
import { matchesPatterns } from './glob-pattern.ts';
import { type Json, readPath } from './json.ts';
import type { WorkflowFile } from './workflow-file.ts';
import type { EventFilter } from './workflow-schema.ts';

/** Activity types an event answers to when its filter names none; an event missing here answers to all. */
const DEFAULT_TYPES: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  pull_request_target: ['opened', 'synchronize', 'reopened'],
};

/** Whether a trigger starts a workflow, by the event filters of its `on`. */
export function isTriggered(file: WorkflowFile, trigger: Trigger): boolean {
  if (trigger.workflowPath !== undefined && trigger.workflowPath !== file.path) return false;
  // GitHub cannot tell what a broken file listens to, so it reports the failure on pushes.
  if (file.kind === 'invalid') return trigger.event === 'push';
  const filter = file.definition.on[trigger.event];
  if (filter === undefined) return false;
  return acceptsType(trigger, filter) && acceptsSource(trigger, filter) && !asksToSkip(trigger);
}

function acceptsType(trigger: Trigger, filter: EventFilter): boolean {
  if (trigger.action === undefined) return true;
  const types = filter.types ?? DEFAULT_TYPES[trigger.event];
  return types === undefined || types.includes(trigger.action);
}

function acceptsSource(trigger: Trigger, filter: EventFilter): boolean {
  switch (trigger.event) {
    case 'push':
      return acceptsPush(trigger, filter);
    case 'pull_request':
    case 'pull_request_target':
      return acceptsBranch(baseBranch(trigger), filter) && acceptsPaths(trigger, filter);
    case 'workflow_run':
      return acceptsWorkflow(trigger, filter) && acceptsBranch(trigger.headBranch, filter);
    case 'merge_group':
      return acceptsBranch(mergeGroupBase(trigger), filter);
    case 'workflow_dispatch':
    case 'schedule':
    case 'issue_comment':
    case 'issues':
    case 'check_suite':
    case 'status':
      return true;
  }
}

function acceptsPush(trigger: Trigger, filter: EventFilter): boolean {
  const asksTags = filter.tags !== undefined || filter['tags-ignore'] !== undefined;
  const asksBranches = filter.branches !== undefined || filter['branches-ignore'] !== undefined;
  if (trigger.ref.startsWith('refs/tags/')) {
    const tag = trigger.ref.slice('refs/tags/'.length);
    return asksTags ? accepts(tag, filter.tags, filter['tags-ignore']) : !asksBranches;
  }
  if (asksTags && !asksBranches) return false;
  return acceptsBranch(trigger.ref.replace(/^refs\/heads\//, ''), filter) && acceptsPaths(trigger, filter);
}

function acceptsBranch(branch: string, filter: EventFilter): boolean {
  return accepts(branch, filter.branches, filter['branches-ignore']);
}

function accepts(name: string, wanted: readonly string[] | undefined, ignored: readonly string[] | undefined): boolean {
  if (wanted !== undefined) return matchesPatterns(wanted, name);
  return ignored === undefined || !matchesPatterns(ignored, name);
}

function acceptsPaths(trigger: Trigger, filter: EventFilter): boolean {
  const changed = changedPaths(trigger);
  // A payload that does not list its files cannot be filtered: GitHub runs the workflow when it cannot tell.
  if (changed.length === 0) return true;
  if (filter.paths !== undefined) return changed.some((path) => matchesPatterns(filter.paths ?? [], path));
  const ignored = filter['paths-ignore'];
  return ignored === undefined || changed.some((path) => !matchesPatterns(ignored, path));
}

function changedPaths(trigger: Trigger): readonly string[] {
  const commits = trigger.payload['commits'];
  if (!Array.isArray(commits)) return [];
  const listed = (commit: Json, key: string): readonly Json[] => {
    const paths = readPath(commit, key);
    return Array.isArray(paths) ? paths : [];
  };
  return commits
    .flatMap((commit: Json) => ['added', 'modified', 'removed'].flatMap((key) => listed(commit, key)))
    .filter((path) => typeof path === 'string');
}

function acceptsWorkflow(trigger: Trigger, filter: EventFilter): boolean {
  const name = readPath(trigger.payload as Json, 'workflow_run', 'name');
  return filter.workflows === undefined || (typeof name === 'string' && matchesPatterns(filter.workflows, name));
}

function baseBranch(trigger: Trigger): string {
  return String(readPath(trigger.payload as Json, 'pull_request', 'base', 'ref') ?? '');
}

function mergeGroupBase(trigger: Trigger): string {
  return String(readPath(trigger.payload as Json, 'merge_group', 'base_ref') ?? '').replace(/^refs\/heads\//, '');
}

function asksToSkip(trigger: Trigger): boolean {
  if (trigger.event !== 'push') return false;
  const message = readPath(trigger.payload as Json, 'head_commit', 'message');
  return typeof message === 'string' && /\[(skip ci|ci skip|no ci|skip actions|actions skip)\]/.test(message);
}
