import type { Site } from '../site.ts';
import { idOfLogin, typeOfLogin } from '../views/users.ts';
import type { Node } from './context.ts';

/** A user or bot; bots go by their slug here, without the `[bot]` of REST. */
export function actorNode(site: Site, login: string): Node {
  const isBot = typeOfLogin(login) === 'Bot';
  const shown = isBot ? login.slice(0, -'[bot]'.length) : login;
  const id = idOfLogin(site, login);
  return {
    __typename: isBot ? 'Bot' : 'User',
    id: `U_${id}`,
    databaseId: id,
    login: shown,
    name: isBot ? undefined : login,
    resourcePath: isBot ? `/apps/${shown}` : `/${shown}`,
    url: `${site.urls.server}${isBot ? '/apps' : ''}/${shown}`,
    avatarUrl: `${site.urls.server}/avatars/u/${id}`,
  };
}
