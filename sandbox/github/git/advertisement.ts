import type { BackendAnswer } from './http-backend.ts';
import { flush, packet } from './packet-lines.ts';
import { listRefs } from './ref-files.ts';
import { zeroSha } from './repository.ts';

/** The first thing a client asks of a service: what it can do, and for a push which refs there are. */
export interface Advertisements {
  /** For protocol v2 alone: it names no refs. */
  readonly uploadPack: (ask: AskGit) => Promise<BackendAnswer>;
  readonly receivePack: (protocol: string, ask: AskGit) => Promise<BackendAnswer>;
}

/** Asks git's own program the question at hand. */
export type AskGit = () => Promise<BackendAnswer>;

interface LearnedOffer {
  readonly answer: BackendAnswer;
  /** What stands before the first ref; git leaves its usual line out for who offers version 2. */
  readonly preamble: string;
  readonly capabilities: string;
}

/**
 * Answers a service's advertisement without a process, from what git itself answered the first time: for protocol v2's
 * upload-pack that is the same for ever, for receive-pack its capabilities are, and the refs are read anew.
 */
export function createAdvertisements(gitDir: string): Advertisements {
  let ofUploadPack: BackendAnswer | undefined;
  const ofReceivePack = new Map<string, LearnedOffer>();

  return {
    uploadPack: async (ask) => {
      if (ofUploadPack !== undefined) return ofUploadPack;
      const answer = await ask();
      if (answer.status === 200) ofUploadPack = answer;
      return answer;
    },
    receivePack: async (protocol, ask) => {
      const learned = ofReceivePack.get(protocol);
      if (learned !== undefined) return { ...learned.answer, body: renderOffer(gitDir, learned) };
      const answer = await ask();
      const offer = parseOffer(answer);
      if (offer !== null) ofReceivePack.set(protocol, offer);
      return answer;
    },
  };
}

function parseOffer(answer: BackendAnswer): LearnedOffer | null {
  const found = /^([^\0]*?)[0-9a-f]{44} [^\0\n]*\0([^\n]*)\n/.exec(answer.body.toString('latin1'));
  if (answer.status !== 200 || found === null) return null;
  return { answer, preamble: found[1] ?? '', capabilities: found[2] ?? '' };
}

function renderOffer(gitDir: string, { preamble, capabilities }: LearnedOffer): Buffer {
  // A push neither sees HEAD nor the refs of pull requests, which `receive.hideRefs` names.
  const selection = { prefixes: ['refs/'], hidden: 'refs/pull/' };
  const listed = listRefs(gitDir, selection).filter(({ sha }) => sha !== null);
  const lines = listed.length === 0 ? [`${zeroSha} capabilities^{}`] : listed.map(({ sha, name }) => `${sha} ${name}`);
  const packets = lines.map((line, index) => packet(index === 0 ? `${line}\0${capabilities}\n` : `${line}\n`));
  return Buffer.from(`${preamble}${packets.join('')}${flush}`);
}
