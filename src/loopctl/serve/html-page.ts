/** The page that loopctl answers with where it has nothing to say in JSON. */
export function renderErrorPage(status: number): string {
  const isMissing = status === 404;
  const title = isMissing ? 'Page not found' : `Error ${status}`;
  const text = isMissing ? 'The page you are looking for does not exist.' : 'An error occurred.';
  return [
    '<!DOCTYPE html>',
    '<html lang="en" class="dark">',
    `  <head><meta charset="utf-8"><title>${title} - loopctl</title></head>`,
    `  <body><div class="error"><h1>${status}</h1><p>${text}</p></div></body>`,
    '</html>',
  ].join('\n');
}
