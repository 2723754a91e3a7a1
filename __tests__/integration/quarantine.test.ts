import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeQuarantineWorld, type QuarantineWorld } from './quarantine-world.ts';

let world: QuarantineWorld;
beforeEach(() => {
  world = makeQuarantineWorld();
});
afterEach(() => {
  world.dispose();
});

/** Put together here, so that this file itself passes a quarantine. */
const token = `ghp_${'aB3'.repeat(12)}`;

describe('quarantine, work that stands', () => {
  it('returns the facts of the work and lets the repository have it', async () => {
    world.put('src/b.js', 'export const b = 1;\n');
    world.makeExecutable('a.txt');
    const head = world.commit();
    expect(await world.examine({ deliverables: ['src/*.js', 'docs/**'] })).toEqual({
      head,
      descends: true,
      diffBase: world.start,
      patchId: expect.stringMatching(/^[0-9a-f]{64}$/),
      isEmpty: false,
      changedPaths: ['a.txt', 'src/b.js'],
      refusals: [],
      protectedPaths: [],
      concerns: [],
      missingDeliverables: ['docs/**'],
    });
    expect(world.holds(head)).toBe(true);
    expect(world.leftovers()).toEqual([]);
  });

  it('judges twice as once', async () => {
    world.put('b.txt', 'b');
    world.commit();
    expect(await world.examine()).toEqual(await world.examine());
  });

  it('knows work that changes nothing', async () => {
    world.commit('Nothing at all');
    expect(await world.examine()).toMatchObject({ isEmpty: true, changedPaths: [], patchId: '', refusals: [] });
  });

  it('reads the change against the merge base, not against a base that has moved on', async () => {
    world.put('b.txt', 'b');
    world.commit();
    const before = await world.examine();
    const baseSha = world.moveBase({ 'elsewhere.txt': 'x' });
    expect(await world.examine({ baseSha })).toEqual(before);
  });

  it('accepts a merge of the base, and leaves what comes from there out of the change', async () => {
    const baseSha = world.moveBase({ 'elsewhere.txt': token });
    world.put('b.txt', 'b');
    world.commit();
    world.git(['merge', '--quiet', '--no-edit', 'main']);
    expect(await world.examine({ baseSha })).toMatchObject({
      changedPaths: ['b.txt'],
      refusals: [],
      diffBase: baseSha,
    });
  });

  it('judges a repository whose own history was cut off', async () => {
    world.put('later.txt', 'l');
    const startSha = world.commit('Second');
    const shallow = join(world.folder, 'shallow.git');
    world.git(['push', '--quiet', world.trusted, 'work:main']);
    world.git(['clone', '--quiet', '--bare', '--depth=1', '--branch=main', `file://${world.trusted}`, shallow], {
      cwd: world.folder,
    });
    world.put('b.txt', 'b');
    world.commit();
    const work = await world.examine({
      repository: shallow,
      startSha,
      baseSha: startSha,
      bundle: world.bundle([startSha]),
    });
    expect(work).toMatchObject({ descends: true, changedPaths: ['b.txt'], refusals: [] });
  });

  it('blames nobody but us for a base whose history was not fetched', async () => {
    world.put('b.txt', 'b');
    world.commit();
    const bundle = world.bundle();
    const baseSha = world.moveBase({ 'elsewhere.txt': 'x' });
    const shallow = join(world.folder, 'shallow.git');
    world.git(['clone', '--quiet', '--bare', '--depth=1', '--branch=main', `file://${world.trusted}`, shallow], {
      cwd: world.folder,
    });
    world.git(['fetch', '--quiet', `file://${world.trusted}`, world.start], { cwd: shallow });
    await expect(world.judge({ repository: shallow, baseSha, bundle })).rejects.toThrow('must be fetched');
    expect(world.leftovers()).toEqual([]);
  });
});

describe('quarantine, the patch id', () => {
  async function patchId(change: () => void): Promise<string> {
    world.git(['reset', '--quiet', '--hard', world.start]);
    change();
    world.commit();
    return (await world.examine()).patchId;
  }

  it.each([
    { name: 'white space', one: 'if x:\n  a\nb\n', other: 'if x:\n  a\n  b\n' },
    { name: 'bytes that are no text', one: Buffer.from([0, 1, 200, 201]), other: Buffer.from([0, 1, 201, 200]) },
    { name: 'a line end', one: 'a', other: 'a\n' },
  ])('differs by $name', async ({ one, other }) => {
    expect(await patchId(() => world.put('f', one))).not.toBe(await patchId(() => world.put('f', other)));
  });

  it('differs by a mode alone, an empty file, and which file was deleted', async () => {
    const ids = [
      await patchId(() => world.makeExecutable('a.txt')),
      await patchId(() => world.makeExecutable('package.json')),
      await patchId(() => world.put('empty', '')),
      await patchId(() => world.put('empty-too', '')),
      await patchId(() => world.remove('a.txt')),
      await patchId(() => world.remove('package.json')),
    ];
    expect(new Set(ids).size).toBe(6);
    expect(ids).not.toContain('');
  });

  it('differs when the file that is deleted held something else', async () => {
    const ids: string[] = [];
    for (const text of ['one\n', 'other\n']) {
      const base = world.moveBase({ 'gone.txt': text });
      world.git(['reset', '--quiet', '--hard', base]);
      world.remove('gone.txt');
      world.commit();
      ids.push((await world.examine({ baseSha: base, startSha: base })).patchId);
    }
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('stays when the same change is made on a base that moved elsewhere in the file', async () => {
    const text = Array.from({ length: 40 }, (_, line) => `line ${line}\n`);
    const long = text.join('');
    const grown = `top\n${long}`;
    const changed = (file: string): string => file.replace('line 30\n', 'line thirty\n');
    const first = world.moveBase({ 'long.txt': long });
    const second = world.moveBase({ 'long.txt': grown });
    world.git(['reset', '--quiet', '--hard', first]);
    world.put('long.txt', changed(long));
    world.commit();
    const before = await world.examine({ baseSha: first, startSha: first });
    world.git(['reset', '--quiet', '--hard', second]);
    world.put('long.txt', changed(grown));
    world.commit();
    const after = await world.examine({ baseSha: second, startSha: second });
    expect(after.patchId).toBe(before.patchId);
  });
});

describe('quarantine, refusals', () => {
  it.each([
    { name: 'a symbolic link', make: () => world.link('/etc/passwd', 'link'), says: 'link: it is a symbolic link' },
    {
      name: 'a submodule',
      make: () => world.git(['update-index', '--add', '--cacheinfo', `160000,${world.start},sub`]),
      says: 'sub: it is a submodule',
    },
    {
      name: 'a file that is too large',
      make: () => world.put('big', Buffer.alloc(5_000_001)),
      says: 'big: it has 5000001 bytes',
    },
    { name: 'a backslash in a name', make: () => world.put('a\\b', ''), says: 'backslash' },
    {
      name: 'a control character in a name',
      make: () => world.put('a\u001bb', ''),
      says: '"a\\\\u{1b}b": its name holds control',
    },
    { name: 'a bidirectional override in a name', make: () => world.put('a\u202eb', ''), says: 'control or invisible' },
    {
      name: 'a name that is not UTF-8',
      make: () =>
        world.git(['update-index', '--add', '--index-info'], {
          input: Buffer.concat([
            Buffer.from(
              `100644 ${'0'.repeat(39)}1\t`.replace(/0+1/, world.git(['hash-object', '-w', '--stdin'], { input: 'x' })),
            ),
            Buffer.from([0x66, 0xff, 0x0a]),
          ]),
        }),
      says: 'not UTF-8',
    },
    {
      name: 'a token',
      make: () => world.put('config.js', `const t = '${token}';\n`),
      says: 'config.js: it holds what looks like a GitHub token',
    },
    {
      name: 'a private key within bytes that are no text',
      make: () => world.put('key.bin', Buffer.from(`\0\0\n-----BEGIN ${'RSA '}PRIVATE KEY-----\n`)),
      says: 'key.bin: it holds what looks like a private key',
    },
  ])('refuses $name', async ({ make, says }) => {
    make();
    world.git(['add', '--all', '--', ':!sub', ':!f*']);
    world.git(['commit', '--quiet', '--message=Bad']);
    const head = world.git(['rev-parse', 'HEAD']);
    const work = await world.examine();
    expect(work.refusals.join('\n')).toContain(says);
    expect(JSON.stringify(work)).not.toContain(token);
    expect(world.holds(head)).toBe(false);
    expect(world.leftovers()).toEqual([]);
  });

  it.each([
    { name: 'number', limits: { changedFiles: 2 }, says: '3 files were changed; 2 are allowed' },
    {
      name: 'size together',
      limits: { changedBytes: 10 },
      says: 'the changed files have 12 bytes together; 10 are allowed',
    },
  ])('refuses files above the limit of their $name', async ({ limits, says }) => {
    for (const name of ['x', 'y', 'z']) world.put(name, 'four');
    world.commit();
    expect((await world.examine({ limits })).refusals).toEqual([says]);
  });

  it('passes over what was there before and was not touched', async () => {
    world.link('a.txt', 'old-link');
    world.put('old-secret', token);
    world.put('old-secret-2', `${token}\nline\n`);
    const startSha = world.commit('As it always was');
    world.git(['push', '--quiet', world.trusted, 'work:main']);
    world.put('b.txt', 'b');
    world.put('old-secret-2', `${token}\nanother line\n`);
    world.commit();
    const work = await world.examine({ startSha, baseSha: startSha, bundle: world.bundle([startSha]) });
    expect(work).toMatchObject({ refusals: [], changedPaths: ['b.txt', 'old-secret-2'] });
  });

  it('finds a secret that a later commit takes away again', async () => {
    world.put('config.js', token);
    world.commit();
    world.remove('config.js');
    world.commit();
    expect((await world.examine()).refusals).toEqual([
      'config.js: it holds what looks like a GitHub token, in one of the commits',
    ]);
  });

  it('finds a secret in a commit message, also in a list', async () => {
    world.put('b.txt', 'b');
    world.commit(`Add b\n\n- with ${token}\n`);
    expect((await world.examine()).refusals).toEqual([
      'a commit message: it holds what looks like a GitHub token, in one of the commits',
    ]);
  });

  it('finds a secret that only a merge brings in', async () => {
    world.git(['checkout', '--quiet', '-b', 'side']);
    world.put('side.txt', 's');
    world.commit();
    world.git(['checkout', '--quiet', 'work']);
    world.put('b.txt', 'b');
    world.commit();
    world.git(['merge', '--quiet', '--no-commit', 'side']);
    world.put('evil.txt', token);
    world.commit();
    world.remove('evil.txt');
    world.commit();
    expect((await world.examine()).refusals).toEqual([
      'evil.txt: it holds what looks like a GitHub token, in one of the commits',
    ]);
  });

  it('keeps work out that does not descend from the commit it was to start from', async () => {
    world.put('b.txt', 'b');
    const startSha = world.commit('Accepted before');
    world.git(['push', '--quiet', world.trusted, `work:refs/heads/accepted`]);
    world.git(['reset', '--quiet', '--hard', world.start]);
    world.put('c.txt', 'c');
    const head = world.commit();
    const work = await world.examine({ startSha });
    expect(work).toMatchObject({ descends: false, refusals: [] });
    expect(world.holds(head)).toBe(false);
  });
});

describe('quarantine, faults', () => {
  it.each([
    { name: 'no bundle at all', bytes: 'hello\n\nworld', says: 'not a git bundle' },
    { name: 'an endless header', bytes: `# v2 git bundle\n${'-0\n'.repeat(50_000)}`, says: 'not a git bundle' },
    { name: 'a partial bundle', bytes: '# v3 git bundle\n@filter=blob:none\n\nPACK', says: 'a partial bundle' },
  ])('says what is wrong with $name', async ({ bytes, says }) => {
    world.put('b.txt', 'b');
    world.commit();
    const bundle = join(world.folder, 'bad.bundle');
    writeFileSync(bundle, bytes);
    expect(await world.judge({ bundle })).toMatchObject({ kind: 'fault', detail: expect.stringContaining(says) });
  });

  it('refuses a bundle above the limit without reading it', async () => {
    world.put('b.txt', 'b');
    world.commit();
    expect(await world.judge({ limits: { bundleBytes: 10 } })).toMatchObject({
      kind: 'fault',
      detail: expect.stringContaining('10 are allowed'),
    });
  });

  it('refuses a bundle that does not hold the head it was said to', async () => {
    world.put('b.txt', 'b');
    world.commit();
    expect(await world.judge({ head: 'e'.repeat(40) })).toMatchObject({
      kind: 'fault',
      detail: `the bundle does not hold ${'e'.repeat(40)}`,
    });
  });

  it('refuses a header that promises a commit which is not in the pack', async () => {
    world.put('b.txt', 'b');
    const head = world.commit();
    const forged = Buffer.from(
      readFileSync(world.bundle()).toString('latin1').replaceAll(head, 'e'.repeat(40)),
      'latin1',
    );
    const bundle = join(world.folder, 'forged.bundle');
    writeFileSync(bundle, forged);
    expect((await world.judge({ bundle, head: 'e'.repeat(40) })).kind).toBe('fault');
  });

  it('refuses a pack that leans on commits we do not have, whatever its header says of them', async () => {
    world.put('hidden.txt', 'h');
    const hidden = world.commit('Never given to anybody');
    world.put('b.txt', 'b');
    const head = world.commit();
    const honest = world.bundle([hidden]);
    const forged = join(world.folder, 'forged.bundle');
    writeFileSync(
      forged,
      Buffer.from(readFileSync(honest).toString('latin1').replaceAll(`-${hidden}`, `-${world.start}`), 'latin1'),
    );
    for (const bundle of [honest, forged]) {
      expect(await world.judge({ bundle }), bundle).toMatchObject({
        kind: 'fault',
        detail: expect.stringContaining('git could not read'),
      });
    }
    expect(world.holds(head)).toBe(false);
    expect(world.leftovers()).toEqual([]);
  });

  it('refuses a pack that was cut off or changed', async () => {
    world.put('b.txt', 'b');
    world.commit();
    const whole = readFileSync(world.bundle());
    const bundle = join(world.folder, 'cut.bundle');
    writeFileSync(bundle, whole.subarray(0, whole.length - 30));
    expect((await world.judge({ bundle })).kind).toBe('fault');
    whole[whole.length - 40] = (whole[whole.length - 40] ?? 0) ^ 0xff;
    writeFileSync(bundle, whole);
    expect((await world.judge({ bundle })).kind).toBe('fault');
  });

  it.each(['.git', '.GIT', 'git~1', '..', '.git\u200c'])('refuses a tree with an entry named %j', async (name) => {
    const blob = world.git(['hash-object', '-w', '--stdin'], { input: 'x' });
    const entry = Buffer.concat([Buffer.from(`100644 ${name}\0`), Buffer.from(blob, 'hex')]);
    const tree = world.git(['hash-object', '-t', 'tree', '--literally', '-w', '--stdin'], { input: entry });
    const head = world.git(['commit-tree', tree, '-p', world.start, '-m', 'Evil']);
    world.git(['update-ref', 'refs/heads/work', head]);
    expect(await world.judge()).toMatchObject({ kind: 'fault', detail: expect.stringContaining('git could not read') });
    expect(world.holds(head)).toBe(false);
  });

  it('refuses a tag in the place of a commit', async () => {
    world.put('b.txt', 'b');
    world.commit();
    world.git(['tag', '--annotate', '--message=t', 'tagged']);
    const head = world.git(['rev-parse', 'tagged']);
    const bundle = join(world.folder, 'tag.bundle');
    world.git(['bundle', 'create', '--quiet', bundle, 'refs/tags/tagged', `^${world.start}`]);
    expect(await world.judge({ bundle, head })).toMatchObject({ kind: 'fault', detail: `${head} is not a commit` });
  });

  it('refuses a history of its own', async () => {
    world.git(['checkout', '--quiet', '--orphan', 'fresh']);
    const head = world.commit();
    world.git(['branch', '--force', 'work', head]);
    expect(await world.judge({ bundle: world.bundle([]) })).toMatchObject({
      kind: 'fault',
      detail: expect.stringContaining('no commit in common'),
    });
  });

  it('does not take configuration, attributes or hooks from anybody', async () => {
    world.put('.gitattributes', '*.txt -diff diff=evil filter=evil\n');
    world.put('.gitmodules', '[submodule "x"]\n\tpath = x\n\turl = ./x\n');
    world.put('secret.txt', `${token}\n`);
    world.commit();
    const work = await world.examine();
    expect(work.refusals).toContain('secret.txt: it holds what looks like a GitHub token');
    expect(work.protectedPaths).toEqual(['.gitattributes', '.gitmodules']);
  });
});

describe('quarantine, what a person or the reviewer must answer', () => {
  it('names protected paths, added, changed or deleted, at any depth and in any case', async () => {
    world.put('.github/workflows/ci.yml', 'on: push\n');
    world.put('packages/x/.Claude/settings.json', '{}');
    world.put('db/schema.sql', '');
    world.remove('CLAUDE.md');
    world.put('b.txt', '');
    world.commit();
    expect((await world.examine({ protectedPaths: ['db/**'] })).protectedPaths).toEqual([
      '.github/workflows/ci.yml',
      'CLAUDE.md',
      'db/schema.sql',
      'packages/x/.Claude/settings.json',
    ]);
  });

  it('names deleted and skipped tests and changes to what CI runs', async () => {
    world.put('test/b.test.js', "test.skip('later', () => {});\n");
    world.put('package.json', '{"scripts":{"test":"true"}}\n');
    world.put('package-lock.json', '{}\n');
    world.remove('test/a.test.js');
    world.commit();
    expect((await world.examine()).concerns).toEqual([
      'The test file test/a.test.js was deleted.',
      'test/b.test.js has 1 more skipped, focused or pending tests than before.',
      'The lock file package-lock.json was changed: what CI installs may differ.',
      'package.json was changed: what CI runs may differ.',
    ]);
  });

  it('has no concern about a test that was moved', async () => {
    world.git(['mv', 'test/a.test.js', 'test/renamed.test.js']);
    world.commit();
    expect((await world.examine()).concerns).toEqual([]);
  });

  it('cuts long lists, and says how much is left out', async () => {
    for (let index = 0; index < 60; index += 1) world.link('a.txt', `link-${index}`);
    world.commit();
    const { refusals } = await world.examine();
    expect(refusals).toHaveLength(51);
    expect(refusals.at(-1)).toBe('and 10 more');
  });
});

describe('quarantine, its cost', () => {
  it('asks git six times for ordinary work', async () => {
    world.put('b.txt', 'b');
    world.commit();
    const bundle = world.bundle();
    const trace = join(world.folder, 'trace');
    process.env['PATH'] = `${makeCountingGit(trace)}:${process.env['PATH']}`;
    try {
      await world.examine({ bundle });
    } finally {
      process.env['PATH'] = process.env['PATH'].split(':').slice(1).join(':');
    }
    expect(readFileSync(trace, 'utf8').trim().split('\n')).toHaveLength(6);
  });

  /** A folder with a `git` that writes down that it was asked, then asks the real one. */
  function makeCountingGit(trace: string): string {
    world.put('../bin/git', `#!/bin/sh\necho "$2" >> '${trace}'\nPATH="\${PATH#*:}" exec git "$@"\n`);
    world.makeExecutable('../bin/git');
    return join(world.folder, 'bin');
  }
});
