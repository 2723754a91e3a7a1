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
      const answer = (await ask(`${question} [Y/n/q] `, process.stdout)).trim().toLowerCase();
      if (answer.startsWith('q')) return 'leave';
      return process.stdin.isTTY && !answer.startsWith('n') ? 'yes' : 'no';
    },
    askSecret: async (question) => {
      process.stdout.write(question);
      const answer = await ask('', silence());
      process.stdout.write('\n');
      return answer.trim();
    },
  };
}

async function ask(question: string, output: NodeJS.WritableStream): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const reader = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return await reader.question(question);
  } finally {
    reader.close();
  }
}

/** What is typed is echoed nowhere. */
function silence(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
