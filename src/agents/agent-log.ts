import { appendFile } from 'node:fs/promises';

/** The log of one assignment, kept outside of what becomes the outcome until the agent has ended. */
export interface AgentLog {
  append(title: string, text: string): Promise<void>;
  /** The text with every secret blackened. */
  mask(text: string): string;
}

/** Opens a log that writes a section per command and never one of the given secrets. */
export function openAgentLog(path: string, secrets: readonly string[]): AgentLog {
  function mask(text: string): string {
    return secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  }
  return {
    mask,
    append: (title, text) => appendFile(path, `=== ${title}\n${mask(text).trimEnd()}\n\n`),
  };
}
