import { actionsApp } from '../auth/tokens.ts';
import type { Site } from '../site.ts';
import type { Wire } from './wire.ts';

/** A user or bot as REST answers embed it. */
export function userView(site: Site, login: string): Wire {
  const url = `${site.urls.api}/users/${encodeURIComponent(login)}`;
  const id = idOfLogin(site, login);
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `${site.urls.server}/avatars/u/${id}`,
    gravatar_id: '',
    url,
    html_url: `${site.urls.server}/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: typeOfLogin(login),
    site_admin: false,
  };
}

/** `Bot` for Apps, `User` for people. */
export function typeOfLogin(login: string): 'Bot' | 'User' {
  return login.endsWith('[bot]') ? 'Bot' : 'User';
}

/** The number GitHub knows a login by. */
export function idOfLogin(site: Site, login: string): number {
  const user = site.tables.users.get(login);
  if (user !== undefined) return user.id;
  const slug = login.replace(/\[bot\]$/, '');
  if (slug === actionsApp.slug) return 41898282;
  return site.tables.apps.all().find((app) => app.slug === slug)?.id ?? 0;
}
