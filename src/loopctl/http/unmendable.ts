import { z } from 'zod';
import { ConfigurationError } from '../../errors.ts';
import { nameOf } from '../ask.ts';
import type { LoopctlRequest, LoopctlResponse } from '../transport.ts';

const refusal = z.object({ error: z.looseObject({ message: z.string(), code: z.string().optional() }) });

/** What only a person can mend, and no repetition: the tenant is halted, or a key is not what it should be; else null. */
export function findUnmendable(
  key: string,
  request: LoopctlRequest,
  { status, body }: LoopctlResponse,
): ConfigurationError | null {
  const parsed = refusal.safeParse(body);
  if (!parsed.success) return null;
  const { message, code } = parsed.data.error;
  if (code === 'tenant_halted') {
    return new ConfigurationError(`loopctl has halted the whole tenant: ${message}`, {
      remedy:
        'Find out whose call broke the chain of custody (the audit log of loopctl names it), then have a superadmin lift it: `POST /api/v1/admin/tenants/<id>/clear-halt`. Until then every call of every key is refused.',
    });
  }
  if (status === 428) {
    return new ConfigurationError(`loopctl did not get the witness header of ${nameOf(request)}: ${message}`, {
      remedy: 'Let whatever stands between here and the server pass the header `X-Loopctl-STH-Bootstrap` on.',
    });
  }
  if (status === 401) {
    return new ConfigurationError(`loopctl does not accept ${key}: ${message}`, {
      remedy: `Give the step a key of this loopctl server that is neither expired nor revoked in ${key}.`,
    });
  }
  if (status === 403 && /^(This endpoint requires|Insufficient permissions)/.test(message)) {
    return new ConfigurationError(`${key} has the wrong role for ${nameOf(request)}: ${message}`, {
      remedy:
        'LOOPCTL_AGENT_KEY and LOOPCTL_REVIEWER_KEY are keys of the role agent, LOOPCTL_ORCH_KEY of the role orchestrator.',
    });
  }
  return null;
}
