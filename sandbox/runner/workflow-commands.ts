/** A `::command key=value::message` line of a step's output. */
export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const COMMAND = /^\s*::([\w-]+)(?:\s+([^:]*(?::(?!:)[^:]*)*))?::(.*)$/;

/** Reads a line as a workflow command; null for ordinary output. */
export function parseWorkflowCommand(line: string): WorkflowCommand | null {
  const match = COMMAND.exec(line);
  if (match === null) return null;
  const [, command = '', properties = '', message = ''] = match;
  return { command: command.toLowerCase(), properties: parseProperties(properties), message: unescapeData(message) };
}

function parseProperties(text: string): Readonly<Record<string, string>> {
  const pairs = text
    .split(',')
    .map((pair) => pair.split('='))
    .filter((parts) => parts.length > 1);
  return Object.fromEntries(
    pairs.map(([key = '', ...value]) => [key.trim(), unescapeProperty(value.join('='))] as const),
  );
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}
