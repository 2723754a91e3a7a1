import { describe, expect, it } from 'vitest';
import { describeHold, isReasonCode, type ReasonCode, reasonGroups, reasons } from '../../../src/core/reasons.ts';

const codes = Object.keys(reasons).filter(isReasonCode);

describe('the catalogue of reasons', () => {
  it.each(codes)('%s says what it is, what was seen and what to do', (code) => {
    const { title, detail, remedy } = reasons[code];
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(title).toMatch(/^\S.*[^.\s]$/);
    expect(detail).toMatch(/^[A-Zl]\S*\s.*\.$/);
    expect(remedy).toMatch(/^\S.*\.$/);
  });

  it('says the same of no two reasons', () => {
    expect(new Set(codes.map((code) => reasons[code].title)).size).toBe(codes.length);
    expect(new Set(codes.map((code) => reasons[code].detail)).size).toBe(codes.length);
  });

  it('has every reason in one group and no other', () => {
    expect(Object.values(reasonGroups).flatMap((group) => Object.keys(group))).toEqual(codes);
  });

  it('gives a person something to do where a person moves next', () => {
    const idle = codes.filter(
      (code) => reasons[code].who === 'person' && reasons[code].remedy.startsWith('Nothing to do'),
    );
    expect(idle).toEqual([]);
  });

  it('knows its codes, and nothing that an object has by nature', () => {
    expect(isReasonCode('base_red')).toBe(true);
    expect(['', 'toString', '__proto__', 'constructor'].some(isReasonCode)).toBe(false);
  });
});

describe('a hold', () => {
  it('is one sentence of what, what was seen and what to do', () => {
    expect(describeHold({ code: 'draft', detail: '#11' })).toBe(
      'the pull request is a draft: #11. Mark it ready for review.',
    );
  });

  it('does not end twice what was seen in somebody’s own sentence', () => {
    const says = describeHold({ code: 'merge_blocked', detail: 'Base branch was modified. Review and try again.' });
    expect(says).toContain('Review and try again. Look at the merge box');
  });

  it('leaves out what was not seen', () => {
    const code: ReasonCode = 'paused';
    expect(describeHold({ code, detail: '' })).toBe('the project is paused. Resume it: comment `/orchestrate resume`.');
  });
});
