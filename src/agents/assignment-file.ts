import { lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { assignmentSchema, common } from '../core/assignment.ts';

const minutes = z
  .number()
  .positive()
  .max(24 * 60);

const agentCommandSchema = z.object({
  /** Program and arguments; no shell unless it is named here. */
  command: z.array(z.string()).min(1),
  /** For the whole assignment: restatement and work together. */
  timeoutMinutes: minutes,
  /** What is kept of each command's output, head and tail. */
  outputLimitKb: z.number().positive(),
});

const projectCommandSchema = z.object({
  /** A line of shell, run by bash. */
  command: z.string().min(1),
  timeoutMinutes: minutes,
});
export type ProjectCommand = z.infer<typeof projectCommandSchema>;

/** What an agent job needs of the configuration, read from the default branch: a checkout may hold an agent's own. */
const jobSettingsSchema = z.object({
  author: agentCommandSchema,
  reviewer: agentCommandSchema,
  setup: projectCommandSchema.nullable(),
  verify: projectCommandSchema.nullable(),
  /** Names of variables that the agent may inherit. */
  environment: z.array(z.string()),
  /** Globs that are protected besides the built-in ones: the author is told of them. */
  protectedPaths: z.array(z.string()),
});
export type JobSettings = z.infer<typeof jobSettingsSchema>;

/** What loopctl's maintainers say about how such work is done. */
export const skillSchema = z.object({ name: z.string(), version: z.number(), text: z.string() });
export type SkillText = z.infer<typeof skillSchema>;

/** No assignment of a pass: a job in which no agent works, to see whether one could. */
const rehearsalSchema = z.object({ ...common, role: z.literal('rehearsal') });
export type RehearsalAssignment = z.infer<typeof rehearsalSchema>;

const assignmentFileSchema = z.object({
  version: z.literal(1),
  assignment: z.discriminatedUnion('role', [...assignmentSchema.options, rehearsalSchema]),
  job: jobSettingsSchema,
  skills: z.array(skillSchema).readonly().default([]),
  /** The change a review is about, as the trusted side saw it. */
  diff: z.string().nullable(),
  /** What the base has that the start has not, for an author who is to merge it: a bundle, in base 64. */
  base: z.base64().nullable(),
});
export type AssignmentFile = z.infer<typeof assignmentFileSchema>;

/** Writes what one agent job needs, as `<id>.json` in the folder of this run's assignments, and returns its path. */
export async function writeAssignmentFile(
  directory: string,
  file: z.input<typeof assignmentFileSchema>,
): Promise<string> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, fileName(file.assignment.id));
  await writeFile(path, `${JSON.stringify(assignmentFileSchema.parse(file), null, 2)}\n`);
  return path;
}

/** Reads the file of one assignment; a missing, misnamed or malformed one is an error that says which. */
export async function readAssignmentFile(directory: string, id: string): Promise<AssignmentFile> {
  const path = join(directory, fileName(id));
  if (!(await lstat(path)).isFile()) throw new Error(`${path} is not a plain file`);
  const parsed = assignmentFileSchema.safeParse(parseJson(await readFile(path, 'utf8'), path));
  if (!parsed.success) throw new Error(`${path} is not an assignment:\n${z.prettifyError(parsed.error)}`);
  if (parsed.data.assignment.id !== id) throw new Error(`${path} holds assignment ${parsed.data.assignment.id}`);
  return parsed.data;
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path} is not JSON`, { cause });
  }
}

function fileName(id: string): string {
  if (!/^[0-9a-z-]{1,60}$/.test(id)) throw new Error(`not the id of an assignment: ${JSON.stringify(id)}`);
  return `${id}.json`;
}
