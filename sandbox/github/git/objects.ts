import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { hermeticEnvironment } from './process.ts';

export interface GitObject {
  readonly sha: string;
  readonly type: 'commit' | 'tree' | 'blob' | 'tag';
  readonly content: Buffer;
}

export interface ObjectReader {
  /** The object a name stands for (`<sha>`, `<sha>^{commit}`), or undefined when there is none. */
  read(name: string): Promise<GitObject | undefined>;
  close(): void;
}

/** Reads objects of a bare repository through one `git cat-file --batch` process that stays. */
export function openObjectReader(gitDir: string): ObjectReader {
  const waiting: { resolve(object: GitObject | undefined): void; reject(error: Error): void }[] = [];
  let child: ChildProcessWithoutNullStreams | undefined;
  let received: Buffer[] = [];
  let receivedLength = 0;
  let wanted = 0;

  function start(): ChildProcessWithoutNullStreams {
    const started = spawn('git', ['cat-file', '--batch'], {
      cwd: gitDir,
      env: { ...hermeticEnvironment, GIT_DIR: gitDir },
      // A terminal's interrupt is not for it: it ends when it is closed, or with us.
      detached: true,
    });
    started.stdout.on('data', take);
    started.stderr.resume();
    started.stdin.on('error', () => undefined);
    started.on('close', () => {
      child = undefined;
      received = [];
      receivedLength = 0;
      for (const reader of waiting.splice(0)) reader.reject(new Error('git cat-file ended'));
    });
    return started;
  }

  function take(chunk: Buffer): void {
    received.push(chunk);
    receivedLength += chunk.length;
    // Gluing chunks together is worth it only when a whole answer may be there.
    if (receivedLength < wanted) return;
    let rest = received.length === 1 ? chunk : Buffer.concat(received);
    for (;;) {
      const answer = parseAnswer(rest);
      if (answer.kind === 'partial') {
        wanted = answer.wanted;
        break;
      }
      waiting.shift()?.resolve(answer.object);
      rest = rest.subarray(answer.length);
    }
    received = [rest];
    receivedLength = rest.length;
  }

  return {
    read: (name) => {
      if (name === '' || /\s/.test(name)) return Promise.resolve(undefined);
      return new Promise((resolve, reject) => {
        child ??= start();
        waiting.push({ resolve, reject });
        child.stdin.write(`${name}\n`);
      });
    },
    close: () => {
      child?.stdin.end();
      child?.kill();
    },
  };
}

type Answer =
  | { readonly kind: 'partial'; readonly wanted: number }
  | { readonly kind: 'whole'; readonly length: number; readonly object: GitObject | undefined };

function parseAnswer(bytes: Buffer): Answer {
  const newline = bytes.indexOf(0x0a);
  if (newline === -1) return { kind: 'partial', wanted: bytes.length + 1 };
  const header = bytes.toString('latin1', 0, newline);
  const found = /^([0-9a-f]{40,64}) (commit|tree|blob|tag) (\d+)$/.exec(header);
  if (found === null) return { kind: 'whole', length: newline + 1, object: undefined };
  const start = newline + 1;
  const end = start + Number(found[3]);
  if (bytes.length < end + 1) return { kind: 'partial', wanted: end + 1 };
  const content = Buffer.from(bytes.subarray(start, end));
  return {
    kind: 'whole',
    length: end + 1,
    object: { sha: found[1] ?? '', type: found[2] as GitObject['type'], content },
  };
}
