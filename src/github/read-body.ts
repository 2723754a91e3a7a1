interface Answer {
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

/**
 * The body of a success that Octokit was told not to read: JSON as JSON, bytes as bytes, all else as text; what should be
 * JSON and is not stays text, for whoever knows what it should have been. Octokit's own reader asks of every number whether
 * it is too big for one, which GitHub's are not: of a list of a hundred runs that takes thirty times as long.
 */
export async function readBody({ data, headers }: Answer): Promise<unknown> {
  if (!(data instanceof ReadableStream)) return '';
  const body = new Response(data);
  const type = String(headers['content-type'] ?? '');
  if (/^application\/(?:octet-stream|zip)\b/.test(type)) return await body.arrayBuffer();
  const text = await body.text();
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
