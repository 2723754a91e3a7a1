import { describe, expect, it } from 'vitest';
import { placeOwnPart, renderOwnPart } from '../../../src/render/own-part.ts';

function ours(title: string, ...lines: readonly string[]): string {
  return renderOwnPart('story=1.1', title, lines);
}

const wanted = { title: '1.1: New', body: ours('1.1: New', 'new') };
const given = '1.1: Old';

interface Row {
  readonly behaviour: string;
  readonly body: string;
  readonly expected: string;
}

const rows: readonly Row[] = [
  { behaviour: 'is the whole where there is nothing', body: '', expected: wanted.body },
  { behaviour: 'takes the place of what was ours', body: ours(given, 'old'), expected: wanted.body },
  {
    behaviour: 'leaves what people wrote before and behind it',
    body: `before\n\n${ours(given, 'old')}\n\nbehind`,
    expected: `before\n\n${wanted.body}\n\nbehind`,
  },
  {
    behaviour: 'comes back behind a text that people wrote in its place',
    body: 'mine',
    expected: `mine\n\n${wanted.body}`,
  },
  {
    behaviour: 'takes the place of a whole body of an older release',
    body: 'Story **1.1**\n<!-- orchestrate:story=1.1 -->',
    expected: wanted.body,
  },
  {
    behaviour: 'leaves what people wrote behind one',
    body: 'Story **1.1**\n<!-- orchestrate:story=1.1 -->\nmine',
    expected: `${wanted.body}\n\nmine`,
  },
  {
    behaviour: 'takes nothing of what people wrote along where they took its end away',
    body: `before\n\n${ours(given, 'old').replace('<!-- orchestrate:end -->', '')}behind`,
    expected: `before\n\n${wanted.body}\n\nold\nbehind`,
  },
  {
    behaviour: 'is known again in the line ends of a web form',
    body: ours(given, 'old').replaceAll('\n', '\r\n'),
    expected: wanted.body,
  },
];

describe('our part of a body', () => {
  it.each(rows)('$behaviour', ({ body, expected }) => {
    expect(placeOwnPart({ title: given, body }, wanted)).toEqual({ title: wanted.title, body: expected });
  });

  it('changes nothing more once it is there', () => {
    const once = placeOwnPart({ title: given, body: 'mine' }, wanted);
    expect(placeOwnPart(once, wanted)).toEqual(once);
  });

  it('stays away where people left no room', () => {
    const body = 'x'.repeat(65_500);
    expect(placeOwnPart({ title: given, body }, wanted)).toEqual({ title: given, body });
  });

  it('goes with a title that is ours as long as nobody gave another', () => {
    expect(placeOwnPart({ title: 'Mine', body: ours(given, 'old') }, wanted).title).toBe('Mine');
    const odd = 'Ours -- 100 %';
    expect(placeOwnPart({ title: odd, body: ours(odd, 'old') }, wanted).title).toBe(wanted.title);
  });
});
