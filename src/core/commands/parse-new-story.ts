import type { CommandReading } from './command.ts';
import { fault, findLength, type Said, understood } from './said.ts';

const mostCriteria = 50;
const longestTitle = 200;
const example =
  'Write it as `add 3 3.4 The title`, and below it the criteria as a list, a line each: `- what must be true`.';

const item = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(.*)$/;

/** A story to be made: epic, number and title in the first line, then what it is about, then its criteria as a list. */
export function parseNewStory({ line, following }: Said): CommandReading {
  const [, epic, number, title = ''] = /^(\d{1,4})[ \t]+(\d{1,4}(?:\.\d{1,4})?):?[ \t]+(.*)$/.exec(line) ?? [];
  if (epic === undefined || number === undefined) {
    return fault('`add` needs the number of an epic, that of the story, and a title.', example);
  }
  if (title.length > longestTitle) {
    return fault(`The title has ${title.length} characters, and ${longestTitle} are the most.`, example);
  }
  const { description, criteria } = readBody(following);
  if (criteria.length === 0) return fault(`${number} has no acceptance criteria.`, example);
  if (criteria.length > mostCriteria) {
    return fault(`There are ${criteria.length} criteria, and ${mostCriteria} are the most.`, 'Make two stories of it.');
  }
  const length = [
    findLength('The description', description),
    ...criteria.map((text) => findLength('A criterion', text)),
  ];
  return (
    length.find((found) => found !== null) ??
    understood({
      verb: 'add',
      epic: Number(epic),
      number,
      title: title.trim(),
      description: description === '' ? null : description,
      criteria,
    })
  );
}

/** What stands before the list is the description; a line of it that begins no item goes on with the one before. */
function readBody(text: string): { readonly description: string; readonly criteria: readonly string[] } {
  const before: string[] = [];
  const items: string[][] = [];
  for (const line of text.split('\n')) {
    const [, begun] = item.exec(line) ?? [];
    if (begun !== undefined) items.push([begun.trim()]);
    else if (items.length === 0) before.push(line);
    else items.at(-1)?.push(line.trim());
  }
  const criteria = items.map((lines) => lines.filter((line) => line !== '').join(' '));
  return { description: before.join('\n').trim(), criteria: criteria.filter((criterion) => criterion !== '') };
}
