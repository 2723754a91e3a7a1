import { answer, invalid, refuse } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, tick } from '../db.ts';
import { objectOrEmpty } from '../field.ts';
import { addSkill, currentVersion, namesakes, putSkill, skillProblems, withVersion } from '../skill.ts';

type Body = Readonly<Record<string, unknown>>;

/** Makes what is new and changes what says something else; what says the same stays as it is. */
export function importSkills(db: Db, call: Call): Reply {
  const { skills: given } = call.body;
  if (!Array.isArray(given)) {
    return refuse(db, 400, "Request body must contain a 'skills' array");
  }
  const entries = given.map(objectOrEmpty);
  const twice = entries.find((entry) => namesakes(db, entry['name']).length > 1);
  const refusal =
    (twice === undefined ? null : refuse(db, 422, `More than one skill has the name ${String(twice['name'])}`)) ??
    entries.map((entry) => invalid(db, skillProblems(entry))).find((problem) => problem !== null);
  return refusal ?? importAll(db, call, entries);
}

function importAll(db: Db, call: Call, entries: readonly Body[]): Reply {
  const counts = { total: entries.length, created: 0, updated: 0, unchanged: 0 };
  let after = db;
  for (const entry of entries) {
    const [known] = namesakes(after, entry['name']);
    if (known === undefined) {
      after = addSkill(tick(after), call, { ...entry, project_id: null }).db;
      counts.created += 1;
    } else if (currentVersion(known).prompt_text === entry['prompt_text']) {
      counts.unchanged += 1;
    } else {
      const next = tick(after);
      after = putSkill(next, withVersion(next, known, call, { prompt_text: entry['prompt_text'] }));
      counts.updated += 1;
    }
  }
  return answer(after, 200, counts);
}
