import { z } from 'zod';
import { ask } from '../loopctl/ask.ts';
import { askPages } from '../loopctl/pages.ts';
import type { Identity, Loopctl } from '../loopctl/port.ts';
import type { LoopctlRequest, Transport } from '../loopctl/transport.ts';
import type { Environment } from './place.ts';
import type { OpenRepository } from './repository.ts';

/** Where a command is carried out. */
export type Where =
  | { readonly kind: 'server'; readonly url: string }
  | { readonly kind: 'repository'; readonly repository: string; readonly branch: string };

/** loopctl as one command has it: in one name, with the project it is about where that was said. */
export interface Session {
  readonly loopctl: Loopctl;
  readonly transport: Transport;
  readonly identity: Identity;
  readonly where: Where;
  /** Id, slug or name. */
  readonly project: string | null;
  /** The text of a file; `-` is what comes in. */
  readonly readFile: (path: string) => Promise<string>;
  /** The store in a repository itself, for what is no call of loopctl's. */
  readonly repository: () => Promise<OpenRepository>;
  readonly directory: string;
  readonly environment: Environment;
  /** A line for whoever waits. */
  readonly say: (line: string) => void;
  /** A line of what was asked for, before the command has ended. */
  readonly write: (line: string) => void;
  /** Aborts when a person interrupts; until it is called an interruption ends the command. */
  readonly untilInterrupted: () => AbortSignal;
}

const document = z.record(z.string(), z.unknown());
export type Document = z.infer<typeof document>;

/** What loopctl answers, in the wire's own names; a refusal is thrown. */
export async function askDocument(session: Session, request: LoopctlRequest): Promise<Document> {
  return await ask(session.transport, session.identity, request, document);
}

/** Every row of a list that is read by page. */
export async function askRows(
  session: Session,
  path: string,
  query: Readonly<Record<string, string>> = {},
): Promise<readonly Document[]> {
  return await askPages(session.transport, session.identity, { path, query }, document);
}

/** Rows as loopctl's lists hold them. */
export function listOf(rows: readonly unknown[]): Document {
  return { data: rows, meta: { total_count: rows.length } };
}
