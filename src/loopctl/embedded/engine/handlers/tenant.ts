import { answer } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, tick } from '../db.ts';
import { objectOrEmpty } from '../field.ts';

/** The tenant itself; nothing here tells whose key asked. */
export function showTenant(db: Db): Reply {
  return answer(db, 200, { tenant: db.tenant });
}

/** Settings are merged key by key. */
export function patchTenant(db: Db, call: Call): Reply {
  const next = tick(db);
  const settings = { ...db.tenant.settings, ...objectOrEmpty(call.body['settings']) };
  const tenant = { ...db.tenant, settings, updated_at: next.clock };
  return answer({ ...next, tenant }, 200, { tenant });
}
