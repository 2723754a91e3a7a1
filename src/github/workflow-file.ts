/** The file name of a run's workflow, which GitHub names as `/<owner>/<repo>/actions/workflows/<file>`; null without a run. */
export function workflowFileOf(run: { readonly workflow: { readonly resourcePath: string } } | null): string | null {
  return run?.workflow.resourcePath.split('/').at(-1) ?? null;
}
