import { plainLine } from '../render/sanitise.ts';
import type { Action, Step } from './step.ts';

const marks = { done: '✓', todo: '·', waiting: '…', blocked: '✗' } as const;

/** A step before it is done: what it does, by which commands, and how it is undone. */
export function renderStep({ title, show, undo, actions }: Step): readonly string[] {
  return [
    '',
    `▸ ${title}`,
    ...show.map((line) => `  ${line}`),
    ...actions.flatMap(renderAction).map((line) => `    ${line}`),
    ...(undo === '' ? [] : [`  Undone by: ${undo}`]),
  ];
}

/** How a step stands, in one line. */
export function renderState({ title, state }: Step): string {
  const mark = marks[state.kind];
  switch (state.kind) {
    case 'done':
      return `${mark} ${title}: ${plainLine(state.seen, 300)}`;
    case 'todo':
      return `${mark} ${title}`;
    case 'waiting':
    case 'blocked':
      return `${mark} ${title}: ${plainLine(state.what, 300)}`;
  }
}

/** What carries it out, as one could type it. */
function renderAction(action: Action): readonly string[] {
  switch (action.kind) {
    case 'api':
      return [
        `gh api --method ${action.method} ${action.path}${action.body === null ? '' : ` --input - <<< '${JSON.stringify(action.body)}'`}`,
      ];
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
