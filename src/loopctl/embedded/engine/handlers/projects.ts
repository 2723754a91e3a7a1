import { answer, invalid, notFound } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, epicsOf, tick } from '../db.ts';
import { record } from '../feed.ts';
import { objectOrEmpty, optionalObject, optionalText, problemsOf, requiredText, textOrNull } from '../field.ts';
import { identifier } from '../identifier.ts';
import { page } from '../page.ts';
import type { ProjectRow } from '../rows.ts';

/** Projects in the order in which they were made; those that were put away only where they are asked for. */
export function listProjects(db: Db, call: Call): Reply {
  const { status, include_archived: includeArchived } = call.query;
  const isShown = (project: ProjectRow): boolean =>
    status === undefined ? includeArchived === 'true' || project.status !== 'archived' : project.status === status;
  const projects = [...db.projects.values()].filter(isShown);
  return answer(db, 200, page(projects, call.query, { usual: 20, most: 100 }));
}

/** A project with its counts; only its id names it, a slug does not. */
export function showProject(db: Db, call: Call): Reply {
  const project = db.projects.get(call.id);
  if (project === undefined) {
    return notFound(db);
  }
  const epics = epicsOf(db, project.id);
  const stories = epics.reduce((sum, shelf) => sum + shelf.stories.size, 0);
  return answer(db, 200, { project: { ...project, epic_count: epics.length, story_count: stories } });
}

/** A new project; the slug is its own within the tenant. */
export function createProject(db: Db, call: Call): Reply {
  const { name, slug } = call.body;
  const refusal = invalid(db, {
    ...fieldProblems(call.body),
    ...problemsOf({ name: requiredText(name), slug: requiredText(slug) ?? taken(db, slug) }),
  });
  if (refusal !== null) {
    return refusal;
  }
  const project: ProjectRow = {
    id: identifier('project', String(slug)),
    tenant_id: db.tenant.id,
    name: String(name),
    slug: String(slug),
    status: 'active',
    repo_url: textOrNull(call.body['repo_url']),
    description: textOrNull(call.body['description']),
    tech_stack: textOrNull(call.body['tech_stack']),
    mission: textOrNull(call.body['mission']),
    metadata: objectOrEmpty(call.body['metadata']),
    inserted_at: db.clock,
    updated_at: db.clock,
  };
  const stored = { ...db, projects: new Map(db.projects).set(project.id, project) };
  const after = { name: project.name, slug: project.slug, status: project.status };
  const entry = { entityType: 'project', entityId: project.id, action: 'created', after };
  return answer(record(stored, call.actor, entry), 201, { project });
}

/** Changes what may be changed of a project; slug and id stay. */
export function patchProject(db: Db, call: Call): Reply {
  const project = db.projects.get(call.id);
  if (project === undefined) {
    return notFound(db);
  }
  const refusal = invalid(db, fieldProblems(call.body));
  if (refusal !== null) {
    return refusal;
  }
  const next = tick(db);
  const names = ['name', 'repo_url', 'description', 'tech_stack', 'mission', 'metadata', 'status'];
  const changes = Object.fromEntries(names.flatMap((name) => (name in call.body ? [[name, call.body[name]]] : [])));
  const changed: ProjectRow = { ...project, ...changes, updated_at: next.clock };
  const stored = { ...next, projects: new Map(next.projects).set(project.id, changed) };
  const entry = { entityType: 'project', entityId: project.id, action: 'updated', after: changes };
  return answer(record(stored, call.actor, entry), 200, { project: changed });
}

function fieldProblems(body: Call['body']): Record<string, readonly string[]> {
  return problemsOf({
    name: body['name'] === undefined ? null : requiredText(body['name']),
    status: body['status'] === undefined ? null : requiredText(body['status']),
    repo_url: optionalText(body['repo_url']),
    description: optionalText(body['description']),
    tech_stack: optionalText(body['tech_stack']),
    mission: optionalText(body['mission']),
    metadata: optionalObject(body['metadata']),
  });
}

function taken(db: Db, slug: unknown): readonly string[] | null {
  const others = [...db.projects.values()];
  return others.some((project) => project.slug === slug) ? ['has already been taken for this tenant'] : null;
}
