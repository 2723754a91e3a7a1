import { execFile } from 'node:child_process';
import { appendFile, copyFile, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** A small project that is built as this one is. */
async function makeProject(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'orchestrate-dist-'));
  for (const folder of ['scripts', 'src/loopctl-cli', 'dist']) await mkdir(join(path, folder), { recursive: true });
  const copied = [
    'scripts/bundle.mjs',
    'scripts/check-dist.mjs',
    'scripts/licenses.mjs',
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ];
  for (const file of copied) await copyFile(join(root, file), join(path, file));
  await symlink(join(root, 'node_modules'), join(path, 'node_modules'));
  await writeFile(join(path, 'src/word.ts'), "export const word: string = 'first';\n");
  await writeFile(join(path, 'src/main.ts'), "import { word } from './word.ts';\n\nprocess.stdout.write(word);\n");
  await writeFile(join(path, 'src/loopctl-cli/main.ts'), "process.stdout.write('loopctl');\n");
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

function run(path: string, program: string, ...args: readonly string[]): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: path }, (error, stdout, stderr) =>
      resolve({ exitCode: error === null ? 0 : Number(error.code), output: `${stdout}${stderr}` }),
    );
  });
}

async function build(path: string): Promise<void> {
  await run(path, process.execPath, 'scripts/bundle.mjs');
}

function check(path: string): Promise<{ exitCode: number; output: string }> {
  return run(path, process.execPath, 'scripts/check-dist.mjs');
}

describe('check-dist', () => {
  it('accepts what the build makes, and refuses all that differs from it', async () => {
    await using project = await makeProject();
    const dist = join(project.path, 'dist');

    await build(project.path);
    expect(await check(project.path)).toEqual({ exitCode: 0, output: '' });

    await appendFile(join(dist, 'index.js'), '\n');
    await writeFile(join(dist, '42.index.js'), '');
    await appendFile(join(dist, 'loopctl/index.js'), '\n');
    await rename(join(dist, 'package.json'), join(project.path, 'elsewhere.json'));
    const { exitCode, output } = await check(project.path);
    expect(exitCode).toBe(1);
    expect(output).toContain('dist/index.js is not what the source builds');
    expect(output).toContain('dist/42.index.js is left over');
    expect(output).toContain('dist/loopctl/index.js is not what the source builds');
    expect(output).toContain('dist/package.json is missing');
    expect(output).toContain('Run `npm run build`');
  });

  it('refuses a bundle of older source, and source that does not build', async () => {
    await using project = await makeProject();
    await build(project.path);

    await writeFile(join(project.path, 'src/word.ts'), "export const word: string = 'second';\n");
    expect((await check(project.path)).output).toContain('dist/index.js is not what the source builds');

    await writeFile(join(project.path, 'src/word.ts'), 'export const word: string = 2;\n');
    const { exitCode, output } = await check(project.path);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/error TS2322[\s\S]*The source does not build/);
  });
});

describe('the build', () => {
  it('names the licences of everything in a bundle, of the parts that are loaded late as well', async () => {
    await using project = await makeProject();
    const [main, late] = [join(project.path, 'src/main.ts'), join(project.path, 'src/late.ts')];
    await writeFile(late, "export { parse } from 'yaml';\n");
    const words = "import { distance } from 'fastest-levenshtein';\n\nconst { parse } = await import('./late.ts');\n";
    await writeFile(main, `${words}process.stdout.write(String(distance(String(parse('a')), 'b')));\n`);
    await build(project.path);
    const licences = await readFile(join(project.path, 'dist/licenses.txt'), 'utf8');
    expect(licences).toMatch(/^fastest-levenshtein\nMIT\nMIT License/m);
    expect(licences).toMatch(/^yaml\nISC\nCopyright Eemeli Aro/m);
    expect(await readFile(join(project.path, 'dist/loopctl/licenses.txt'), 'utf8')).toBe('');
  });
});
