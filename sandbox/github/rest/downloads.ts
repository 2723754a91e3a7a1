import { createHmac, randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { readArtifact, readText } from '../actions/files.ts';
import type { Site } from '../site.ts';

type Folder = 'artifacts' | 'logs';

const secret = randomBytes(16);

/** Where a file can be fetched without a token, as GitHub's redirects to its blob store. */
export function downloadUrl(site: Site, folder: Folder, id: number): string {
  return `${site.urls.server}/_downloads/${folder}/${id}?sig=${sign(folder, id)}`;
}

function sign(folder: string, id: number): string {
  return createHmac('sha256', secret).update(`${folder}/${id}`).digest('hex').slice(0, 32);
}

/** Serves a file to whoever holds its signed URL. */
export function serveDownload(site: Site, url: URL, response: ServerResponse): void {
  const found = /^\/_downloads\/(artifacts|logs)\/(\d+)$/.exec(url.pathname);
  const folder = found?.[1] as Folder | undefined;
  const id = Number(found?.[2]);
  const signed = folder !== undefined && url.searchParams.get('sig') === sign(folder, id);
  const content = signed ? read(site, folder, id) : undefined;
  if (content === undefined) {
    response.writeHead(404).end();
    return;
  }
  const type = folder === 'artifacts' ? 'application/zip' : 'text/plain; charset=utf-8';
  response.writeHead(200, { 'content-type': type, 'content-length': content.byteLength }).end(content);
}

function read(site: Site, folder: Folder, id: number): Uint8Array | undefined {
  if (folder === 'artifacts') return readArtifact(site, id);
  const text = readText(site, 'logs', id);
  return text === undefined ? undefined : Buffer.from(text);
}
