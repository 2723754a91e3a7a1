import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument, visit, YAMLMap, YAMLSeq } from 'yaml';
import { keyVariables } from '../../src/loopctl/http/server.ts';
import type { RepositorySetting } from './repository-setting.ts';

const names = ['orchestrate.yml', 'orchestrate-assignment.yml'] as const;

/**
 * The loop's workflow files: the examples as they stand, or changed as somebody changes them who has no App, whose
 * backlog is on a loopctl server, or who lets verdicts be approvals.
 */
export async function readLoopFiles(
  root: string,
  { token, approver = 'people' }: Pick<RepositorySetting, 'token'> & Partial<Pick<RepositorySetting, 'approver'>>,
  loopctlUrl: string | null = null,
): Promise<Readonly<Record<string, string>>> {
  const files = await Promise.all(
    names.map(async (name) => {
      const example = await readFile(join(root, 'examples', name), 'utf8');
      const named = token === 'app' ? example : actByJobToken(example);
      const text = approver === 'people' ? named : approveByVerdict(named);
      return [`.github/workflows/${name}`, loopctlUrl === null ? text : askServer(text, loopctlUrl)] as const;
    }),
  );
  return Object.fromEntries(files);
}

/** The steps that speak to loopctl get its address, and the keys from the environment's secrets. */
function askServer(text: string, url: string): string {
  const document = parseDocument(text);
  visit(document, {
    Map: (_, step) => {
      if (!trusted.has(String(step.getIn(['with', 'phase'])))) return;
      step.setIn(['with', 'loopctl-url'], url);
      for (const variable of Object.values(keyVariables)) {
        step.setIn(['env', variable], `\${{ secrets.${variable} }}`);
      }
    },
  });
  return document.toString();
}

const trusted: ReadonlySet<string> = new Set(['plan', 'settle', 'command', 'doctor']);

/** The jobs that judge get their own token, to approve with, and what that takes; so does what calls one. */
function approveByVerdict(text: string): string {
  const document = parseDocument(text);
  visit(document, {
    Map: (_, map) => {
      const isJudging = judging.has(String(map.getIn(['with', 'phase'])));
      if (isJudging) map.setIn(['with', 'approval-token'], `\${{ github.token }}`);
      const isCalling = map.has('uses') && map.has('permissions');
      const steps = map.get('steps');
      const isJudge = steps instanceof YAMLSeq && steps.items.some((step) => isStepOf(step, judging));
      if (isCalling || isJudge) map.setIn(['permissions', 'pull-requests'], 'write');
    },
  });
  return document.toString();
}

const judging: ReadonlySet<string> = new Set(['plan', 'settle']);

function isStepOf(step: unknown, phases: ReadonlySet<string>): boolean {
  return step instanceof YAMLMap && phases.has(String(step.getIn(['with', 'phase'])));
}

/** All that the trusted jobs do, granted to the job's own token. */
const permissions = {
  actions: 'write',
  checks: 'write',
  contents: 'write',
  'pull-requests': 'write',
  statuses: 'read',
} as const;

/** As somebody changes the examples who has no App: its step goes, and its token is the job's own. */
function actByJobToken(text: string): string {
  const document = parseDocument(text.replaceAll('steps.app.outputs.token', 'github.token'));
  const jobs = document.get('jobs');
  if (!(jobs instanceof YAMLMap)) throw new Error('an example workflow has no jobs');
  for (const { value: job } of jobs.items) {
    if (!(job instanceof YAMLMap)) continue;
    const isTrusted = dropAppStep(job);
    // What a job calls gets at most what that job is granted itself.
    if (isTrusted || job.has('uses')) job.set('permissions', document.createNode(permissions));
  }
  return document.toString();
}

/** Whether the job became the App. */
function dropAppStep(job: YAMLMap): boolean {
  const steps = job.get('steps');
  if (!(steps instanceof YAMLSeq)) return false;
  const index = steps.items.findIndex((step) => step instanceof YAMLMap && step.get('id') === 'app');
  if (index >= 0) steps.items.splice(index, 1);
  return index >= 0;
}
