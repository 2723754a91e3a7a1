import { ConfigurationError } from '../errors.ts';
import { nameOf } from '../loopctl/ask.ts';
import type { CustodyGuard } from '../loopctl/http/custody.ts';
import type { OpenedPass } from './pass.ts';

/** The same pass, which can look at everything and change nothing: whatever would is thrown out before it is sent. */
export function unwritten(pass: OpenedPass): OpenedPass {
  const refuse = (): never => {
    throw new Error('A dry run was about to write something.');
  };
  const approver = pass.approver?.guarded(refuse) ?? null;
  const loopctl = { ...pass.loopctl, saveState: refuse, flush: refuse };
  return { ...pass, github: pass.github.guarded(refuse), approver, loopctl };
}

/** Lets a loopctl server be read and nothing else; who we are there is told by what an earlier pass has left. */
export const onlyReads: CustodyGuard = async (_identity, request) => {
  if (request.method === 'GET') return;
  throw new ConfigurationError(`A dry run writes nothing, and this would be written to loopctl: ${nameOf(request)}.`, {
    remedy: 'Let one plan run first: it finds out in whose name the three keys speak.',
  });
};
