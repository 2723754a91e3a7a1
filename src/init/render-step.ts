import { spellOutInvisible } from '../core/invisible-characters.ts';
import { quoteWord } from '../core/quote-word.ts';
import { terminalLine } from '../render/terminal-line.ts';
import type { Action, Step } from './step.ts';

const marks = { done: '✓', todo: '·', waiting: '…', blocked: '✗' } as const;

/** A step before it is done: what it does, by which commands, and how it is undone. */
export function renderStep({ title, show, undo, actions }: Step): readonly string[] {
  return [
    '',
    `▸ ${title}`,
    ...show.map((line) => `  ${terminalLine(line, 1000)}`),
    ...actions.flatMap(renderAction).map((line) => `    ${line}`),
    ...(undo === '' ? [] : [`  Undone by: ${terminalLine(undo, 1000)}`]),
  ];
}

/** How a step stands, in one line. */
export function renderState({ title, state }: Step): string {
  const mark = marks[state.kind];
  switch (state.kind) {
    case 'done':
      return `${mark} ${title}: ${terminalLine(state.seen, 300)}`;
    case 'todo':
      return `${mark} ${title}`;
    case 'waiting':
    case 'blocked':
      return `${mark} ${title}: ${terminalLine(state.what, 300)}`;
  }
}

/** What carries it out, as one could type it. */
function renderAction(action: Action): readonly string[] {
  switch (action.kind) {
    case 'api':
      return [`gh api --method ${action.method} ${quoteWord(action.path)}${renderInput(action.body)}`];
    case 'set_secret':
      return [`gh secret set ${action.name}${action.environment === null ? '' : ` --env ${action.environment}`} < …`];
    case 'delete_secret':
      return [`gh secret delete ${action.name}`];
    case 'make_app':
      return ['a form on this machine → GitHub → POST app-manifests/<code>/conversions'];
    case 'install_app':
    case 'forget_app':
      return [action.url];
    case 'forget_key':
      return [];
    case 'propose':
      return Object.entries(action.files).map(([path, text]) =>
        text === null ? `- ${path}` : `+ ${path} (${text.split('\n').length - 1} lines)`,
      );
  }
}

/** What checks and branches are called is said by others: it stays data on a command line, and shows what it is. */
function renderInput(body: unknown): string {
  return body === null ? '' : ` --input - <<< ${spellOutInvisible(quoteWord(JSON.stringify(body)))}`;
}
