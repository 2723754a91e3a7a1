import type { KeptEvent } from '../github/world/events.ts';

/** A command that a person gave by running the loop's workflow. */
export interface Command {
  readonly seq: number;
  readonly at: string;
  /** `retry`, `reset`, `approve-paths` … */
  readonly verb: string;
  /** A story's number, or a head. */
  readonly target: string;
}

/** The commands that people gave, in order; what the loop itself starts is none. */
export function commandsOf(events: readonly KeptEvent[]): readonly Command[] {
  return events.flatMap((event) => {
    if (event.kind !== 'dispatch' || event.tokenKind !== 'user') return [];
    const { command = '', story = '' } = event.inputs;
    const [verb = '', target = ''] = `${command} ${story}`.trim().split(/[:\s]+/);
    return verb === '' ? [] : [{ seq: event.seq, at: event.at, verb, target }];
  });
}

/** Whether this command hands a story back to the loop. */
export function releases({ verb, target }: Command, story: string): boolean {
  return (verb === 'retry' || verb === 'reset') && target === story;
}
