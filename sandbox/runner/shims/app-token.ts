import type { Shim } from './shim.ts';

/** `actions/create-github-app-token`: an installation token of the App, masked, and revoked when the job ends. */
export const createGithubAppToken: Shim = {
  inputs: {
    'app-id': '',
    'client-id': '',
    'private-key': '',
    owner: '',
    repositories: '',
    'skip-token-revoke': 'false',
    'github-api-url': '',
    ...Object.fromEntries(
      ['actions', 'checks', 'contents', 'issues', 'metadata', 'pull-requests', 'statuses', 'workflows'].map((scope) => [
        `permission-${scope}`,
        '',
      ]),
    ),
  },
  async run({ host, input, mask, atJobEnd }) {
    const appId = input('client-id') || input('app-id');
    if (appId === '') throw new Error("Either the 'client-id' or 'app-id' input must be set to a non-empty string");
    const privateKey = input('private-key');
    if (privateKey === '') throw new Error("The 'private-key' input must be set to a non-empty string");
    const token = host.issueInstallationToken({ appId, privateKey });
    mask(token);
    if (input('skip-token-revoke') !== 'true') atJobEnd(() => host.revokeToken(token));
    return { token, 'installation-id': '1', 'app-slug': 'sandbox' };
  },
};
