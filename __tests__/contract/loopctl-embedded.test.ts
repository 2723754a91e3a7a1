import { openEmbeddedLoopctl } from '../../src/loopctl/embedded/open.ts';
import { createGitWorld } from '../integration/git-world.ts';
import { describeLoopctl, type PortWorld } from './loopctl-port.ts';

describeLoopctl('embedded on a branch', createEmbeddedWorld);

async function createEmbeddedWorld(): Promise<PortWorld> {
  const world = await createGitWorld();
  let opened = 0;
  return {
    open: () => {
      opened += 1;
      return openEmbeddedLoopctl({
        remoteUrl: world.url,
        branch: 'orchestrate-state',
        directory: world.folder(`client-${opened}`),
        author: { name: 'Orchestrate', email: 'orchestrate@example.org' },
        now: () => new Date(),
      });
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}
