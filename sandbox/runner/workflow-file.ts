import { parse } from 'yaml';
import { allowJsonImports } from '../json-imports.ts';
import { type WorkflowDefinition, workflowSchema } from './workflow-schema.ts';

/** One workflow file as GitHub reads it: a definition, or the reasons why it is none. */
export type WorkflowFile =
  | { readonly kind: 'valid'; readonly path: string; readonly name: string; readonly definition: WorkflowDefinition }
  | { readonly kind: 'invalid'; readonly path: string; readonly problems: readonly string[] };

export type WorkflowFiles = ReadonlyMap<string, WorkflowFile>;

const parsed = new Map<string, Promise<WorkflowFile>>();

/** Parses workflow files with GitHub's own parser and schema; a text seen before is not parsed again. */
export async function parseWorkflowFiles(
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<WorkflowFiles> {
  const entries = files.map(async ({ path, text }) => [path, await parseOnce(path, text)] as const);
  return new Map(await Promise.all(entries));
}

function parseOnce(path: string, text: string): Promise<WorkflowFile> {
  const key = `${path}\n${text}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const fresh = parseWorkflowFile(path, text);
  parsed.set(key, fresh);
  return fresh;
}

async function parseWorkflowFile(path: string, text: string): Promise<WorkflowFile> {
  const problems = await findProblems(path, text);
  if (problems.length > 0) return { kind: 'invalid', path, problems };
  // The values come from YAML itself: GitHub's language service keeps the indentation of block scalars that hold an
  // expression, which GitHub's servers do not.
  const definition = workflowSchema.safeParse(parse(text));
  if (!definition.success) return { kind: 'invalid', path, problems: definition.error.issues.map(toProblem) };
  return { kind: 'valid', path, name: definition.data.name ?? path, definition: definition.data };
}

async function findProblems(path: string, text: string): Promise<readonly string[]> {
  allowJsonImports();
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');
  const { context, value } = parseWorkflow({ name: path, content: text }, new NoOperationTraceWriter());
  if (value !== undefined && context.errors.count === 0) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map((error) => error.message);
}

function toProblem(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  return `${issue.path.map(String).join('.')}: ${issue.message}`;
}
