import { describe, expect, it } from 'vitest';
import { print } from '../../../src/loopctl-cli/print/print.ts';
import { renderProgress, renderStory } from '../../../src/loopctl-cli/print/story.ts';
import type { View } from '../../../src/loopctl-cli/print/view.ts';

const rows: View = {
  kind: 'rows',
  columns: [
    { title: 'number', path: 'story.number' },
    { title: 'title', path: 'story.title' },
  ],
  none: 'Nothing.',
};
const list = {
  data: [
    { story: { number: '1.1', title: 'plain' } },
    { story: { number: '10.2', title: 'with "quotes", a comma\nand a \u001b[31mcolour\u202e' } },
  ],
};

describe('what is printed', () => {
  it('is the document itself as JSON', () => {
    expect(JSON.parse(print(list, rows, 'json'))).toEqual(list);
  });

  it('is a table for people, without what a terminal would obey', () => {
    expect(print(list, rows, 'human')).toBe(
      'NUMBER  TITLE\n1.1     plain\n10.2    with "quotes", a comma and a [31mcolour\n',
    );
    expect(print({ data: [] }, rows, 'human')).toBe('Nothing.\n');
  });

  it('is a line for each row as CSV, quoted where it must be', () => {
    expect(print({ data: [list.data[0], { story: { number: '2.1', title: 'a "b", c' } }] }, rows, 'csv')).toBe(
      'number,title\r\n1.1,plain\r\n2.1,"a ""b"", c"\r\n',
    );
  });

  it('is every plain value of what is no list', () => {
    const document = { tenant: { name: 'Acme', settings: {} }, role: null, tags: ['a'] };
    expect(print(document, { kind: 'fields' }, 'human')).toBe(
      'tenant.name      Acme\ntenant.settings  {}\nrole\ntags             ["a"]\n',
    );
    expect(print(document, { kind: 'fields' }, 'csv')).toBe(
      'tenant.name,tenant.settings,role,tags\r\nAcme,{},,"[""a""]"\r\n',
    );
  });

  it('is a story as people read it, whichever name its criteria go by', () => {
    const story = {
      id: 'the-id',
      number: '1.1',
      title: 'Parse',
      agent_status: 'pending',
      verified_status: 'rejected',
      rejection_reason: 'no test',
      description: 'What it is.',
      acceptance_criteria: [{ id: 'AC-9', criterion: 'it parses' }, { description: 'it fails well' }],
    };
    expect(renderStory({ story })).toBe(
      '1.1 Parse\npending, rejected\nrejected: no test\n\nWhat it is.\n\n- AC-9: it parses\n- AC-2: it fails well\n\nthe-id',
    );
  });

  it('is how far a project is, without what there is none of', () => {
    const progress = {
      total_stories: 3,
      stories_by_agent_status: { pending: 2, contracted: 0, reported_done: 1 },
      stories_by_verified_status: { unverified: 2, verified: 1, rejected: 0 },
      verification_percentage: 33.3,
    };
    expect(renderProgress({ progress })).toBe(
      'stories: 3\nagents: 2 pending, 1 reported_done\nverified: 2 unverified, 1 verified\ndone: 33.3 %',
    );
  });
});
