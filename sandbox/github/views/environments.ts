import type { Site } from '../site.ts';
import type { EnvironmentRow } from '../world/actions-rows.ts';
import type { Wire } from './wire.ts';

/** An environment; whom its branch policy lets in stands in a list of its own. */
export function environmentView(site: Site, row: EnvironmentRow): Wire {
  const name = encodeURIComponent(row.name);
  const rule = { id: row.id, node_id: `GA_${row.id}`, type: 'branch_policy' };
  return {
    id: row.id,
    node_id: `EN_${row.id}`,
    name: row.name,
    url: `${site.urls.repository}/environments/${name}`,
    html_url: `${site.urls.html}/deployments/activity_log?environments_filter=${name}`,
    created_at: row.createdAt,
    updated_at: row.createdAt,
    protection_rules: row.branches === null ? [] : [rule],
    deployment_branch_policy:
      row.branches === null ? null : { protected_branches: false, custom_branch_policies: true },
  };
}

/** The patterns of an environment's branch policy. */
export function policyViews({ id, branches }: EnvironmentRow): readonly Wire[] {
  return (branches ?? []).map((name, index) => ({
    id: id * 100 + index,
    node_id: `GBP_${index}`,
    name,
    type: 'branch',
  }));
}
