/** GitHub's own, which is judged by its permissions. */
const given = 'GITHUB_TOKEN';

/** The names of the secrets that expressions in a part of a workflow ask for; `*` where one asks for all of them. */
export function namesOfSecrets(part: unknown): readonly string[] {
  const text = JSON.stringify(part ?? null);
  const expressions = [...text.matchAll(/\$\{\{([\s\S]*?)\}\}/g)].map(([, inner = '']) => inner);
  const named = expressions.flatMap((inner) =>
    [...inner.matchAll(/\bsecrets\s*(?:\.\s*([\w-]+)|\[\s*'([^']+)'\s*\])/gi)].map(
      ([, one, other]) => one ?? other ?? '',
    ),
  );
  const whole = expressions.some((inner) => /\bsecrets\b(?!\s*(\.\s*[\w-]|\[\s*'))/i.test(inner));
  const names = named.map((name) => name.toUpperCase()).filter((name) => name !== given);
  return [...new Set([...names, ...(whole ? ['*'] : [])])];
}
