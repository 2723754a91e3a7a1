import type { JobSession } from './job-session.ts';
import { parseWorkflowCommand, type WorkflowCommand } from './workflow-commands.ts';

const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const;

/** A reader of one step's output: obeys its workflow commands and logs the rest. */
export function createOutputReader(session: JobSession): (line: string) => void {
  let resumeToken: string | null = null;

  return (line) => {
    const command = parseWorkflowCommand(line);
    if (resumeToken !== null) {
      if (command?.command === resumeToken) resumeToken = null;
      session.log(line);
    } else if (command === null) {
      session.log(line);
    } else if (command.command === 'stop-commands') {
      resumeToken = command.message.toLowerCase();
    } else {
      obey(session, command, line);
    }
  };
}

function obey(session: JobSession, { command, message }: WorkflowCommand, line: string): void {
  switch (command) {
    case 'error':
    case 'warning':
    case 'notice':
      session.annotate({ level: LEVELS[command], message });
      session.log(`##[${command}]${message}`);
      return;
    case 'add-mask':
      session.mask.add(message);
      return;
    case 'group':
      session.log(`##[group]${message}`);
      return;
    case 'endgroup':
      session.log('##[endgroup]');
      return;
    case 'debug':
    case 'add-matcher':
    case 'remove-matcher':
    case 'echo':
      return;
    default:
      session.log(line);
  }
}
