import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** `leave`: they want to leave it at that. */
export type Answer = 'yes' | 'no' | 'leave';

/** Who sits before it. */
export interface Terminal {
  confirm(question: string): Promise<Answer>;
  /** Asks for something that is not shown; empty where nobody can answer. */
  askSecret(question: string): Promise<string>;
}

/** The terminal of this process; where there is none, nobody agrees to anything. */
export function openTerminal(): Terminal {
  return {
    confirm: async (question) => {
      const answer = await ask(`${question} [Y/n/q] `, process.stdout);
      if (answer === null) return process.stdin.isTTY ? 'leave' : 'no';
      const first = answer.trim().toLowerCase().slice(0, 1);
      if (first === 'q') return 'leave';
      return first === 'n' ? 'no' : 'yes';
    },
    askSecret: async (question) => {
      process.stdout.write(question);
      const answer = await ask('', silence());
      process.stdout.write('\n');
      return (answer ?? '').trim();
    },
  };
}

/** Null where nobody can answer, or they broke off. */
async function ask(question: string, output: NodeJS.WritableStream): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const reader = createInterface({ input: process.stdin, output, terminal: true });
  const left = new AbortController();
  reader.on('SIGINT', () => left.abort());
  try {
    return await reader.question(question, { signal: left.signal });
  } catch (error) {
    if (left.signal.aborted) return null;
    throw error;
  } finally {
    reader.close();
  }
}

/** What is typed is echoed nowhere. */
function silence(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
