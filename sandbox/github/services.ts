import type { RunnerCommands } from './actions/host.ts';
import type { RequestMeter } from './auth/tokens.ts';
import type { Site } from './site.ts';
import type { TriggerOutbox } from './triggers.ts';

/** What a request is answered with. */
export interface Services {
  readonly site: Site;
  readonly outbox: TriggerOutbox;
  readonly commands: RunnerCommands;
  readonly meter: RequestMeter;
}
