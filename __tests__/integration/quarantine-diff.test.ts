import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diffText } from '../../src/git/diff.ts';
import { makeQuarantineWorld, type QuarantineWorld } from './quarantine-world.ts';

let world: QuarantineWorld;
beforeEach(() => {
  world = makeQuarantineWorld();
});
afterEach(() => {
  world.dispose();
});

async function diffOf(change: () => void, limit = 100_000): Promise<string> {
  change();
  const head = world.commit();
  await world.examine();
  return await diffText(world.trusted, world.start, head, limit);
}

describe('diffText', () => {
  it('shows the change as a reviewer reads it, moves as moves', async () => {
    const diff = await diffOf(() => {
      world.git(['mv', 'a.txt', 'moved.txt']);
      world.put('b.txt', 'new\n');
    });
    expect(diff).toContain('rename from a.txt\nrename to moved.txt');
    expect(diff).toContain('+++ b/b.txt\n@@ -0,0 +1 @@\n+new\n');
  });

  it('does not let attributes hide a change', async () => {
    const diff = await diffOf(() => {
      world.put('.gitattributes', '*.txt -diff\n');
      world.put('a.txt', 'changed\n');
    });
    expect(diff).toContain('+changed');
  });

  it('is empty for no change', async () => {
    expect(await diffOf(() => {})).toBe('');
  });

  it('is cut at a line, and names what was left out', async () => {
    const diff = await diffOf(() => {
      world.put('b.txt', 'line of b\n'.repeat(100));
      world.put('c.txt', 'line of c\n'.repeat(100));
    }, 500);
    const [shown = '', note = ''] = diff.split('\n[The change is longer than 500 bytes; ');
    expect(shown.length).toBeLessThanOrEqual(500);
    expect(shown).toMatch(/\+line of b\n$/);
    expect(note).toMatch(/^\d+ bytes were left out here\./);
    expect(note).toContain('- a/c.txt b/c.txt');
    expect(note).not.toContain('a/b.txt');
  });
});
