import { flush, packet } from './packet-lines.ts';
import { readCommand } from './protocol-command.ts';
import { type ListedRef, listRefs } from './ref-files.ts';
import type { Repository } from './repository.ts';

export interface LsRefsRequest {
  readonly prefixes: readonly string[];
  readonly isPeeled: boolean;
  readonly showsSymrefs: boolean;
  readonly showsUnborn: boolean;
}

/** Reads protocol v2's request for refs; null for any other command, or one that asks what is not known here. */
export function parseLsRefs(body: Buffer): LsRefsRequest | null {
  const command = readCommand(body);
  if (command?.name !== 'ls-refs' || !command.options.every(isKnownOption)) return null;
  const { options } = command;
  return {
    prefixes: options.filter((word) => word.startsWith(prefixOption)).map((word) => word.slice(prefixOption.length)),
    isPeeled: options.includes('peel'),
    showsSymrefs: options.includes('symrefs'),
    showsUnborn: options.includes('unborn'),
  };
}

const prefixOption = 'ref-prefix ';

function isKnownOption(text: string): boolean {
  return text === 'peel' || text === 'symrefs' || text === 'unborn' || text.startsWith(prefixOption);
}

export type AnswerLsRefs = (request: LsRefsRequest) => Promise<Buffer>;

/** Answers protocol v2's `ls-refs` as git's own upload-pack does, to the byte, without a process. */
export function createLsRefs(repository: Repository): AnswerLsRefs {
  const peeled = new Map<string, string | null>();

  async function peel(sha: string): Promise<string | null> {
    const known = peeled.get(sha);
    if (known !== undefined) return known;
    const found = (await repository.object(`${sha}^{}`))?.sha ?? sha;
    const tagged = found === sha ? null : found;
    peeled.set(sha, tagged);
    return tagged;
  }

  async function line(ref: ListedRef, request: LsRefsRequest): Promise<string> {
    const target = request.showsSymrefs && ref.target !== null ? ` symref-target:${ref.target}` : '';
    const tagged = request.isPeeled && ref.sha !== null ? await peel(ref.sha) : null;
    return packet(`${ref.sha ?? 'unborn'} ${ref.name}${target}${tagged === null ? '' : ` peeled:${tagged}`}\n`);
  }

  return async (request) => {
    const listed = listRefs(repository.directory, { prefixes: request.prefixes, hidden: null });
    const shown = listed.filter((ref) => isShown(ref, request));
    const lines = await Promise.all(shown.map((ref) => line(ref, request)));
    return Buffer.from(`${lines.join('')}${flush}`);
  };
}

function isShown(ref: ListedRef, request: LsRefsRequest): boolean {
  return ref.sha !== null || (ref.name === 'HEAD' && request.showsUnborn && request.showsSymrefs);
}
