import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The names, kinds and texts of the licences of all packages in a bundle, by the statistics of its build. ncc's own list
 * holds one of a bundle's parts only where it has several.
 */
export function renderLicenses(stats) {
  const folders = new Set(modulesOf(stats).flatMap(({ nameForCondition: path }) => packageFolder(path) ?? []));
  return [...folders].map(readLicense).toSorted(byName).map(render).join('\n');
}

function modulesOf({ modules = [] }) {
  return modules.flatMap((module) => [module, ...modulesOf(module)]);
}

function packageFolder(path) {
  return /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(path ?? '')?.[0];
}

function readLicense(folder) {
  const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return { name, license, text: file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim() };
}

function byName(one, other) {
  return one.name < other.name ? -1 : 1;
}

function render({ name, license, text }) {
  return `${name}\n${license}\n${text}\n`;
}
