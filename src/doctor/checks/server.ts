import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, pass } from '../finding.ts';
import type { ServedProjectFacts, ServerFacts } from '../server/server-facts.ts';

/** The loopctl server answers, has the project and its stories, and the three keys are what they must be. */
export function checkServer({ server }: DoctorFacts): readonly Outcome[] {
  switch (server.kind) {
    case 'embedded':
      return [pass('none: the store is embedded in the repository')];
    case 'not_asked':
      return [
        cannotTell(
          'the workflows name a loopctl server, whose address and keys are not here',
          'Give them to the doctor: in its step as in that of `plan`, on a laptop as LOOPCTL_SERVER, LOOPCTL_AGENT_KEY, LOOPCTL_REVIEWER_KEY and LOOPCTL_ORCH_KEY.',
        ),
      ];
    case 'down':
      return [fail(server.because, server.remedy)];
    case 'up':
      return [pass(`${server.url} answers`), judgeProject(server.project), ...judgeKeys(server), judgeAudit(server)];
  }
}

type UpServer = Extract<ServerFacts, { kind: 'up' }>;

function judgeProject(project: ServedProjectFacts): Outcome {
  switch (project.kind) {
    case 'not_named':
      return cannotTell('which project is meant stands in the configuration', 'Mend the configuration first.');
    case 'missing':
      return fail(
        `loopctl has no project \`${project.name}\``,
        'Give `project` in the configuration the slug (or id) that the project has in loopctl.',
      );
    case 'project':
      return judgeStories(project);
  }
}

function judgeStories({ name, stories, withoutCriteria }: Extract<ServedProjectFacts, { kind: 'project' }>): Outcome {
  if (stories === 0) {
    return fail(`${name} has no story in loopctl`, 'Import the backlog into loopctl: `loopctl import`.');
  }
  if (withoutCriteria > 0) {
    return fail(
      `${withoutCriteria} of ${stories} stories of ${name} have no acceptance criterion`,
      'Give each at least one: without, a story is held (`no_criteria`).',
    );
  }
  return pass(`${name} has ${stories} ${stories === 1 ? 'story' : 'stories'}`);
}

function judgeKeys({ keys }: UpServer): readonly Outcome[] {
  const bad = keys.flatMap((key) => (key.kind === 'bad' ? [fail(key.because, key.remedy)] : []));
  if (bad.length > 0) return bad;
  const good = pass('the three keys are alive and of the right roles');
  const agents = keys.flatMap((key) => (key.kind === 'good' && key.agent !== null ? [key.agent] : []));
  if (new Set(agents).size < agents.length) {
    return [
      good,
      fail('two of the three keys are of the same agent', 'Give each of the three keys an agent of its own.'),
    ];
  }
  const unknown = keys.flatMap((key) => (key.kind === 'good' && key.agent === null ? [key.variable] : []));
  if (unknown.length === 0) return [good, pass('they are of three different agents')];
  return [
    good,
    cannotTell(
      `whose agent is meant by ${unknown.join(', ')}: no call of loopctl tells without leaving a trace`,
      'Start a run: its plan finds out, and refuses two keys of one agent.',
    ),
  ];
}

function judgeAudit({ hasAuditKey }: UpServer): Outcome {
  if (hasAuditKey === null) {
    return cannotTell('whether the tenant has an audit key', 'Ask whoever runs the server.');
  }
  return hasAuditKey
    ? fail(
        'the tenant has an audit key, and loopctl 1.0.0 lets nobody start or verify a story of such a tenant over HTTP',
        'Use a tenant without an audit key, or the embedded store (leave `loopctl-url` empty).',
      )
    : pass('the tenant has no audit key, which loopctl 1.0.0 could not work with over HTTP');
}
