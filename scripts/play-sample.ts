import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Demonstration, demonstrate } from '../sandbox/demo/demonstration.ts';
import { createPlainViewer } from '../sandbox/demo/viewer.ts';
import { openWorldFolder, type WorldFolder } from '../sandbox/demo/world-folder.ts';

/** Plays the sample with the committed bundle and the scripted agent to its end; `look` sees the world it leaves. */
export async function playSample(
  root: string,
  look: (folder: WorldFolder) => Promise<void> = async () => undefined,
): Promise<Demonstration> {
  const folder = await openWorldFolder(null, { concurrency: 4, isSample: true });
  try {
    const end = await demonstrate({
      root,
      action: root,
      folder,
      backlog: await readFile(join(root, 'sandbox/sample/backlog.json'), 'utf8'),
      agent: ['sh', join(root, 'sandbox/agent/witness.sh'), folder.spool, process.execPath, scriptedAgent(root)],
      slots: Math.max(2, availableParallelism()),
      viewer: createPlainViewer((line) => process.stderr.write(`${line}\n`)),
      signal: new AbortController().signal,
    });
    await look(folder);
    return end;
  } finally {
    await folder.remove();
  }
}

function scriptedAgent(root: string): string {
  return join(root, 'sandbox/agent/scripted-agent.mjs');
}
