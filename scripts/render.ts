import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeGallery } from './gallery/write-gallery.ts';

const { values } = parseArgs({ options: { gallery: { type: 'string' } } });
if (values.gallery === undefined) {
  process.stderr.write('npm run render -- --gallery DIR\n');
  process.exitCode = 1;
} else {
  const folder = resolve(values.gallery);
  const pages = await writeGallery(folder);
  process.stdout.write(`${pages.length} pages: ${folder}/index.html\n`);
}
