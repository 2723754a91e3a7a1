import { type Packet, parsePackets } from './packet-lines.ts';

/** One command of git's protocol v2 (gitprotocol-v2(5)). */
export interface ProtocolCommand {
  readonly name: string;
  readonly options: readonly string[];
}

/** Reads the command of a request; null for what is none, or speaks of what is not known here. */
export function readCommand(body: Buffer): ProtocolCommand | null {
  const [command, ...rest] = parsePackets(body) ?? [];
  if (!isLine(command) || !command.text.startsWith(prefix) || rest.pop()?.kind !== 'flush') return null;
  const border = rest.findIndex(({ kind }) => kind !== 'line');
  const capabilities = border === -1 ? rest : rest.slice(0, border);
  const options = border === -1 ? [] : rest.slice(border + 1);
  if (border !== -1 && rest[border]?.kind !== 'delimiter') return null;
  if (!capabilities.every((one) => isLine(one) && isKnownCapability(one.text)) || !options.every(isLine)) return null;
  return { name: command.text.slice(prefix.length), options: options.filter(isLine).map(({ text }) => text) };
}

const prefix = 'command=';

function isLine(packet: Packet | undefined): packet is Packet & { readonly kind: 'line' } {
  return packet?.kind === 'line';
}

function isKnownCapability(text: string): boolean {
  return text.startsWith('agent=') || text === 'object-format=sha1';
}
