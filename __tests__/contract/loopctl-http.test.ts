import { openHttpLoopctl } from '../../src/loopctl/http/open.ts';
import { serveLoopctl } from '../integration/loopctl-server.ts';
import { describeLoopctl } from './loopctl-port.ts';

describeLoopctl('a server', async () => {
  const server = await serveLoopctl();
  const waits = { until: 0, now: Date.now, pause: () => Promise.resolve() };
  return {
    open: () => Promise.resolve(openHttpLoopctl({ server, project: 'house', waits })),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
});
