import { describe, expect, it } from 'vitest';
import { findSecret } from '../../src/core/secret-patterns.ts';

// Put together at run time: this file passes the same scan.
const mixed = 'aB3xY9kLmN'.repeat(10);

describe('findSecret', () => {
  it.each([
    ['a private key', `-----BEGIN ${'RSA '}PRIVATE KEY-----`],
    ['a private key', `-----BEGIN ${'OPENSSH '}PRIVATE KEY-----`],
    ['a private key', `"-----BEGIN ${''}PRIVATE KEY-----\\n"`],
    ['a private key', `-----BEGIN PGP ${'PRIVATE'} KEY BLOCK-----`],
    ['a GitHub token', `token: ghs_${mixed.slice(0, 36)}`],
    ['a GitHub token', `ghp_${mixed.slice(0, 36)}`],
    ['a GitHub token', `github_pat_${mixed.slice(0, 22)}_${mixed.slice(0, 59)}`],
    ['an AWS access key', `AKIA${'QWERTYUIOPASDFGH'}`],
    ['an Anthropic key', `sk-ant-api03-${mixed.slice(0, 40)}`],
    ['an OpenAI key', `sk-proj-${mixed.slice(0, 60)}`],
    ['a loopctl key', `lc_${mixed.slice(0, 40)}`],
    ['a Slack token', `xoxb-${'123456789012'}-${mixed.slice(0, 12)}`],
    ['a Google API key', `AIza${mixed.slice(0, 35)}`],
    ['a GitLab token', `glpat-${mixed.slice(0, 20)}`],
    ['an npm token', `//registry/:_authToken=npm_${mixed.slice(0, 36)}`],
    ['a Stripe key', `sk_live_${mixed.slice(0, 24)}`],
  ])('sees %s', (kind, line) => {
    expect(findSecret(line)).toBe(kind);
  });

  it.each([
    '-----BEGIN PUBLIC KEY-----',
    'ghp_tooShort',
    'AKIAIOSFODNN7EXAMPLE',
    'const lc_time_of_the_day_in_some_very_long_identi = 1;',
    `lc_${mixed.slice(0, 41)}`,
    'sk-ant- is how they begin',
    'npm_config_registry=http://localhost',
    'xoxb-placeholder',
    'task-proj-2024-with-a-name-that-goes-on-and-on-and-on',
  ])('lets %s pass', (line) => {
    expect(findSecret(line)).toBeNull();
  });
});
