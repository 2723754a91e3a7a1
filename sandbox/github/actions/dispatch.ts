import { repositoryPayload, senderPayload } from '../pulls/payload.ts';
import { Refusal } from '../pulls/refusal.ts';
import type { Actor, Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import { dispatchInputs, readWorkflowFiles } from './workflow-files.ts';

/** Starts one workflow by hand on a branch, with the file as it stands there; refuses inputs it does not declare. */
export async function dispatchWorkflow(
  site: Site,
  outbox: TriggerOutbox,
  actor: Actor,
  request: { readonly path: string; readonly ref: string; readonly inputs: Readonly<Record<string, string>> },
): Promise<void> {
  const branch = request.ref.replace(/^refs\/heads\//, '');
  const sha = site.tip(branch);
  if (sha === undefined) throw new Refusal(422, `No ref found for: ${request.ref}`);
  const file = (await readWorkflowFiles(site, sha)).find((one) => one.path === request.path);
  if (file === undefined) throw new Refusal(404, 'Not Found');
  refuseInputs(file.text, request.inputs);
  site.store.together(() => {
    site.happen({
      kind: 'dispatch',
      path: request.path,
      ref: `refs/heads/${branch}`,
      inputs: request.inputs,
      by: actor.login,
      tokenKind: actor.kind,
    });
    outbox.emit(actor, {
      event: 'workflow_dispatch',
      ref: `refs/heads/${branch}`,
      sha,
      headSha: sha,
      headBranch: branch,
      actor: actor.login,
      workflowPath: request.path,
      inputs: request.inputs,
      payload: {
        ref: `refs/heads/${branch}`,
        inputs: request.inputs,
        workflow: request.path,
        repository: repositoryPayload(site),
        sender: senderPayload(actor.login),
      },
    });
  });
}

function refuseInputs(text: string, given: Readonly<Record<string, string>>): void {
  const declared = dispatchInputs(text);
  if (declared === null) throw new Refusal(422, "Workflow does not have 'workflow_dispatch' trigger");
  const unexpected = Object.keys(given).filter((name) => !declared.some((input) => input.name === name));
  if (unexpected.length > 0) throw new Refusal(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  const missing = declared.find((input) => input.required && !input.hasDefault && given[input.name] === undefined);
  if (missing !== undefined) throw new Refusal(422, `Required input '${missing.name}' not provided`);
}

/** Starts the workflows that listen for the clock: the file is the default branch's. */
export function fireSchedule(site: Site, outbox: TriggerOutbox, workflowPath: string): void {
  const { defaultBranch, owner } = site.repo();
  const sha = site.tip(defaultBranch);
  if (sha === undefined) return;
  outbox.emit(
    { login: owner, kind: 'user' },
    {
      event: 'schedule',
      ref: `refs/heads/${defaultBranch}`,
      sha,
      headSha: sha,
      headBranch: defaultBranch,
      actor: owner,
      workflowPath,
      payload: { repository: repositoryPayload(site), workflow: workflowPath },
    },
  );
}
