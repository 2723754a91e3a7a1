/** What a trusted job says in its log, one thing a line. */
export type JobLine =
  | {
      readonly kind: 'decision';
      readonly decision: string;
      /** The role of the agent that is dispatched. */
      readonly role: string | null;
      readonly story: string | null;
      readonly because: string;
    }
  | { readonly kind: 'hold'; readonly story: string | null; readonly text: string }
  | { readonly kind: 'error'; readonly text: string };

export type DecisionEntry = Extract<JobLine, { readonly kind: 'decision' }>;

/** Reads a line of a trusted job's log; nothing when it is neither a decision, a hold nor an error. */
export function parseJobLine(line: string): JobLine | null {
  const decision = /▸ (\w+)(?: \((\w+)\))? (\S+) — (.*)$/.exec(line);
  if (decision !== null) {
    const [, kind = '', role = null, story = '', because = ''] = decision;
    return { kind: 'decision', decision: kind, role, story: storyOrNull(story), because };
  }
  const hold = /‖ (\S+) — (.*)$/.exec(line);
  if (hold !== null) return { kind: 'hold', story: storyOrNull(hold[1] ?? '-'), text: hold[2] ?? '' };
  const error = /^(?:::error[^:]*::|##\[error\])(.*)$/.exec(line);
  return error === null ? null : { kind: 'error', text: decodeCommand(error[1] ?? '') };
}

function storyOrNull(story: string): string | null {
  return story === '-' ? null : story;
}

/** Workflow commands write line ends and per cent signs as codes. */
function decodeCommand(text: string): string {
  return text.replaceAll('%0A', '\n').replaceAll('%0D', '').replaceAll('%25', '%');
}
