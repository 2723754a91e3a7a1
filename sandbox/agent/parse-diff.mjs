/** The files of a unified diff, each with the lines it adds and removes. */
export function parseDiff(text) {
  return text
    .split(/^diff --git /m)
    .slice(1)
    .map(parseFile);
}

function parseFile(text) {
  const [names, ...lines] = text.split('\n');
  const body = lines.findIndex((line) => line.startsWith('@@'));
  const header = body === -1 ? lines : lines.slice(0, body);
  const changes = body === -1 ? [] : lines.slice(body);
  return {
    path: names.replace(/^.* b\//, ''),
    isNew: header.some((line) => line.startsWith('new file mode')),
    added: changes.filter((line) => line.startsWith('+')).map((line) => line.slice(1)),
    removed: changes.filter((line) => line.startsWith('-')).map((line) => line.slice(1)),
  };
}
