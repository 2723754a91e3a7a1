import { neededPermissions } from '../doctor/checks/app-permissions.ts';
import type { Place } from './facts.ts';

/** GitHub's limit of an App's name: https://docs.github.com/apps/creating-github-apps */
const nameLimit = 34;

/** What the App may do: exactly what the doctor asks for, and what every App may. */
export function appPermissions(): Readonly<Record<string, string>> {
  const needed = Object.entries(neededPermissions).map(([scope, [level]]) => [scope, level] as const);
  return { ...Object.fromEntries(needed), metadata: 'read' };
}

/**
 * The App as GitHub is asked to make it: for its owner alone. It hears of nothing: a hook that is named has to have an
 * address, even one that is off, so none is named.
 */
export function appManifest(place: Place, redirectUrl: string): Readonly<Record<string, unknown>> {
  const { owner, repo, serverUrl } = place;
  return {
    name: `orchestrate-${repo}`.slice(0, nameLimit),
    description: `Drives the stories of ${owner}/${repo} to merged and verified.`,
    url: `${serverUrl}/${owner}/${repo}`,
    redirect_url: redirectUrl,
    public: false,
    default_permissions: appPermissions(),
    default_events: [],
  };
}

/** Where GitHub takes a manifest: for the owner of the repository, since private Apps act only there. */
export function manifestUrl({ serverUrl, owner, ownerKind }: Place, state: string): string {
  const of = ownerKind === 'Organization' ? `organizations/${owner}/` : '';
  return `${serverUrl}/${of}settings/apps/new?state=${state}`;
}

/** Where the App is installed, with this repository chosen already. */
export function installationUrl(place: Place, slug: string): string {
  const chosen = `suggested_target_id=${place.ownerId}&repository_ids[]=${place.repositoryId}`;
  return `${appPage(place, slug)}/installations/new/permissions?${chosen}`;
}

/** The App's own page. */
function appPage({ serverUrl, host }: Place, slug: string): string {
  return `${serverUrl}/${host === 'github.com' ? 'apps' : 'github-apps'}/${slug}`;
}

/** Where its owner deletes it. */
export function appSettingsUrl({ serverUrl, owner, ownerKind }: Place, slug: string): string {
  const of = ownerKind === 'Organization' ? `organizations/${owner}/` : '';
  return `${serverUrl}/${of}settings/apps/${slug}/advanced`;
}
