import { spellOutInvisible } from '../../core/invisible-characters.ts';
import type { SkillText } from '../assignment-file.ts';
import { block, quote } from './fence.ts';

/**
 * What the project's maintainers keep in loopctl about such work: instructions, not data, and below the rules of the
 * prompt; nothing where there is none.
 */
export function skillPart(skills: readonly SkillText[]): string {
  if (skills.length === 0) return '';
  return [
    '## How this project wants it done',
    [
      'The maintainers of this project keep instructions for such work. Follow them as far as they go against no',
      'criterion and no rule of this prompt. Where they speak of claiming, reporting, reviewing or verifying in loopctl,',
      'that is done for you by others: leave it. The `loopctl` on your path tells your assignment (`loopctl status`,',
      '`loopctl skill get NAME`) and changes nothing. What you write at the end, and in which form, this prompt says',
      'alone.',
    ].join('\n'),
    ...skills.map(({ name, version, text }) =>
      [
        `${quote(name)}, version ${version}:`,
        block('instructions', spellOutInvisible(text.replaceAll('\r\n', '\n'))),
      ].join('\n'),
    ),
  ].join('\n\n');
}
