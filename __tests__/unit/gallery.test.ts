import { describe, expect, it } from 'vitest';
import { renderGitHubMarkdown } from '../../scripts/gallery/github-markdown.ts';
import { type GalleryState, galleryStates } from '../../scripts/gallery/states.ts';
import { exhibitsOf } from '../../scripts/gallery/surfaces.ts';

const states = galleryStates();
/** In these, what agents wrote stands nearly everywhere, and is up to no good. */
const hostile = states.filter(({ name }) => name === 'mid-way' || name === 'stuck');

const named = (all: readonly GalleryState[]): readonly (readonly [string, GalleryState])[] =>
  all.map((state) => [state.name, state]);

describe.each(named(states))('every text of the project that is %s', (_, { facts }) => {
  const exhibits = exhibitsOf(facts);

  it('has a name of its own', () => {
    expect(new Set(exhibits.map(({ name }) => name)).size).toBe(exhibits.length);
  });

  it('is no longer than GitHub takes', () => {
    expect(exhibits.filter(({ markdown }) => markdown.length > 65_535).map(({ name }) => name)).toEqual([]);
  });
});

describe.each(named(hostile))('what an agent wrote into the project that is %s', (_, { facts }) => {
  const shown = exhibitsOf(facts).map(({ name, markdown, isConversation }) => ({
    name,
    html: renderGitHubMarkdown(markdown, isConversation).markup,
  }));

  it.each([
    ['loads no picture', /<img/],
    ['leads nowhere by script', /href="javascript:/],
    ['opens no folded text', /<details open/],
    ['hides nothing', /[\u202A-\u202E\u2066-\u2069]/],
  ])('%s', (__, trace) => {
    expect(shown.filter(({ html }) => trace.test(html)).map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ['calls nobody', /@everyone/],
    ['closes no issue', /Fixes #1\b/],
  ])('%s: what stands as code does neither on GitHub', (__, trace) => {
    const told = shown.map(({ name, html }) => ({ name, text: html.replaceAll(/<(pre|code)\b[\s\S]*?<\/\1>/g, '') }));
    expect(told.filter(({ text }) => trace.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('is there at all', () => {
    expect(shown.filter(({ html }) => html.includes('evil.test')).length).toBeGreaterThan(3);
  });
});
