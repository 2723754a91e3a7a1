interface SecretPattern {
  readonly kind: string;
  readonly pattern: RegExp;
}

/** Few and precise: a refusal costs an agent's run, and a fixture can be put together when the test runs. */
export const secretPatterns: readonly SecretPattern[] = [
  { kind: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----/ },
  { kind: 'a GitHub token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})/ },
  { kind: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)(?![0-9A-Z]{9}EXAMPLE)[0-9A-Z]{16}\b/ },
  { kind: 'an Anthropic key', pattern: /\bsk-ant-[A-Za-z0-9_-]{20}/ },
  { kind: 'an OpenAI key', pattern: /\bsk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40}/ },
  {
    kind: 'a loopctl key',
    pattern: /(?<![\w-])lc_(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{40}(?![\w-])/,
  },
  { kind: 'a Slack token', pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{20}/ },
  { kind: 'a Google API key', pattern: /\bAIza[0-9A-Za-z_-]{35}\b/ },
  { kind: 'a GitLab token', pattern: /\bglpat-[A-Za-z0-9_-]{20}/ },
  { kind: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { kind: 'a Stripe key', pattern: /\b[rs]k_live_[0-9A-Za-z]{24}/ },
];

/** A quick look for any of the above: what is without one of these need not be looked at further. */
export const secretHint = /PRIVATE KEY|gh[pousr]_|github_pat_|A[KS]IA|sk-|lc_|xox|AIza|glpat-|npm_|k_live_/;

/** Which kind of secret a line seems to hold, or nothing; never the secret itself. */
export function findSecret(line: string): string | null {
  if (!secretHint.test(line)) return null;
  return secretPatterns.find(({ pattern }) => pattern.test(line))?.kind ?? null;
}
