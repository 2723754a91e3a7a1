import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A header that git sends to one server. */
export interface ServerHeader {
  readonly serverUrl: string;
  readonly value: string;
}

/** Adds the remote `origin` to a fresh repository's configuration, as `git remote add` does. */
export function addOrigin(folder: string, url: string): void {
  const lines = ['[remote "origin"]', `\turl = ${quoted(url)}`, '\tfetch = +refs/heads/*:refs/remotes/origin/*'];
  rewriteConfig(folder, (config) => `${config}${lines.join('\n')}\n`);
}

/** Sets the one header that the repository's own configuration has for a server. */
export function setServerHeader(folder: string, { serverUrl, value }: ServerHeader): void {
  rewriteConfig(
    folder,
    (config) => `${withoutHeaders(config, serverUrl)}${sectionOf(serverUrl)}\n\textraheader = ${value}\n`,
  );
}

/** Takes all headers for a server out of the repository's own configuration. */
export function removeServerHeaders(folder: string, serverUrl: string): void {
  rewriteConfig(folder, (config) => withoutHeaders(config, serverUrl));
}

function withoutHeaders(config: string, serverUrl: string): string {
  const ours = sectionOf(serverUrl);
  let section = '';
  const kept = config.split('\n').filter((line) => {
    if (line.startsWith('[')) section = line;
    return section !== ours || !line.startsWith('\textraheader = ');
  });
  // A section that is left empty goes too.
  return kept.filter((line, at) => line !== ours || /^[^[]/.test(kept[at + 1] ?? '')).join('\n');
}

function sectionOf(serverUrl: string): string {
  return `[http ${quoted(`${serverUrl}/`)}]`;
}

function rewriteConfig(folder: string, change: (config: string) => string): void {
  const path = join(folder, '.git', 'config');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
