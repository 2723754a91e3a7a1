import { showValue, valueAt } from './view.ts';

/** One story, as people read it: where it stands, what it asks for, what is said about it. */
export function renderStory(document: unknown): string {
  const story = valueAt(document, 'story') ?? document;
  const at = (path: string): string => showValue(valueAt(story, path));
  const criteria = listAt(story, 'acceptance_criteria').map(renderCriterion);
  return [
    `${at('number')} ${at('title')}`,
    ...standing([at('agent_status'), at('verified_status')]),
    ...field('assigned to', at('assigned_agent_id')),
    ...field('rejected', at('rejection_reason')),
    ...block(at('description')),
    ...block(criteria.join('\n')),
    ...block(at('id')),
  ].join('\n');
}

function renderCriterion(criterion: unknown, index: number): string {
  const id = showValue(valueAt(criterion, 'id'));
  const text = showValue(valueAt(criterion, 'criterion') ?? valueAt(criterion, 'description'));
  return `- ${id === '' ? `AC-${index + 1}` : id}: ${text}`;
}

/** How far a project or an epic is. */
export function renderProgress(document: unknown): string {
  const progress = valueAt(document, 'progress');
  const counts = (path: string): string =>
    Object.entries(valueAt(progress, path) ?? {})
      .filter(([, count]) => count !== 0)
      .map(([status, count]) => `${count} ${status}`)
      .join(', ');
  const total = showValue(valueAt(progress, 'total_stories'));
  const percentage = showValue(valueAt(progress, 'verification_percentage'));
  return [
    ...field('stories', total),
    ...field('agents', counts('stories_by_agent_status')),
    ...field('verified', counts('stories_by_verified_status')),
    ...field('done', percentage === '' ? '' : `${percentage} %`),
  ].join('\n');
}

/** An assignment does not say where its story stands. */
function standing(statuses: readonly string[]): readonly string[] {
  return statuses.includes('') ? [] : [statuses.join(', ')];
}

function listAt(document: unknown, path: string): readonly unknown[] {
  const value = valueAt(document, path);
  return Array.isArray(value) ? value : [];
}

function field(name: string, value: string): readonly string[] {
  return value === '' ? [] : [`${name}: ${value}`];
}

function block(text: string): readonly string[] {
  return text === '' ? [] : ['', text];
}
