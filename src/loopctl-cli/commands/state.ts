import { ConfigurationError } from '../../errors.ts';
import type { Command } from '../command.ts';
import { findProject } from '../find.ts';
import { type Given, parseObject, readCount, readText } from '../given.ts';
import { asFields } from '../print/view.ts';
import { askDocument, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { notForAgents, notHere } from './agent-story.ts';

const key = { what: 'which state; default: main', value: 'KEY' } as const;

export const loadState: Command = {
  name: 'state load',
  what: 'What the orchestrator saved last, and its version.',
  operands: [],
  flags: { key },
  usually: 'orchestrator',
  view: asFields,
  toAgent: notHere,
  run: async (session, given) => {
    const { id } = await findProject(session);
    const query = { state_key: keyOf(given) };
    return await askDocument(session, { method: 'GET', path: `/api/v1/orchestrator/state/${id}`, query });
  },
};

export const saveState: Command = {
  name: 'state save',
  what: 'Saves a state, unless somebody else saved it since the version that is given, or since now.',
  operands: [],
  flags: {
    key,
    data: { what: 'the state, an object', value: 'JSON' },
    file: { what: 'a file that holds it; `-` is standard input', value: 'FILE' },
    version: { what: 'the version that was loaded; default: the one that stands', value: 'N' },
  },
  usually: 'orchestrator',
  view: asFields,
  toAgent: notForAgents,
  run: async (session, given) => {
    const data = await readData(session, given);
    const project = await findProject(session);
    const saved = await session.loopctl.loadState(project.id, keyOf(given));
    await refuseOverLedger(saved.data, data, keyOf(given));
    const version = readCount(given, 'version') ?? saved.version;
    const path = `/api/v1/orchestrator/state/${project.id}`;
    const body = { state_key: keyOf(given), state_data: data, version };
    return await askDocument(session, { method: 'PUT', path, body });
  },
};

function keyOf(given: Given): string {
  return readText(given, 'key') ?? 'main';
}

async function readData(session: Session, given: Given): Promise<Readonly<Record<string, unknown>>> {
  const [data, file] = [readText(given, 'data'), readText(given, 'file')];
  if (data !== null && file === null) return parseObject(data, '--data');
  if (file !== null && data === null) return parseObject(await session.readFile(file), file);
  throw new UsageError('state save needs the state: --data JSON or --file FILE.');
}

/** Orchestrate keeps its ledger under the key that is the default here too: a checkpoint over it would stop the loop. */
async function refuseOverLedger(stands: unknown, data: unknown, place: string): Promise<void> {
  const { parseLedger } = await import('../../core/ledger.ts');
  if (stands === null || parseLedger(stands).kind === 'unreadable' || parseLedger(data).kind === 'ledger') return;
  throw new ConfigurationError(`The state \`${place}\` of this project is Orchestrate's ledger.`, {
    remedy: 'Save yours under another key: --key NAME.',
  });
}
