import type { Signature } from '../git/commits.ts';
import type { Site } from '../site.ts';
import { idOfLogin } from '../views/users.ts';

/** Whom GitHub names as the committer of what it commits itself. */
export function serverSignature(site: Site): Signature {
  return { name: 'GitHub', email: 'noreply@github.com', date: site.now() };
}

/** The author of a commit that somebody makes through the web or the API. */
export function personalSignature(site: Site, login: string): Signature {
  return { name: login, email: `${idOfLogin(site, login)}+${login}@users.noreply.github.com`, date: site.now() };
}
