import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, pass } from '../finding.ts';

/** The backlog can be imported and holds stories that agents can be sent at. */
export function checkBacklog({ backlog }: DoctorFacts): readonly Outcome[] {
  switch (backlog.kind) {
    case 'unknown_path':
      return [cannotTell('where the backlog is stands in the configuration', 'Mend the configuration first.')];
    case 'served':
      return [pass('a loopctl server has it: see `loopctl_server`')];
    case 'missing':
      return [
        fail(
          `there is no ${backlog.path} on the default branch`,
          "Put the backlog there in loopctl's import format, or name its path in the configuration (`backlog`).",
        ),
      ];
    case 'not_shown':
      return [
        cannotTell(
          `${backlog.path} is too large for GitHub's API to show, or is no text`,
          'Start a run: the plan reads it by git, and says what is wrong with it.',
        ),
      ];
    case 'problems':
      return backlog.problems.map((problem) =>
        fail(problem, `Mend ${backlog.path}; nothing of it is imported before that.`),
      );
    case 'backlog':
      return [judgeStories(backlog.path, backlog.stories, backlog.withoutCriteria)];
  }
}

function judgeStories(path: string, stories: number, withoutCriteria: number): Outcome {
  if (stories === 0) return fail(`${path} holds no story`, 'Write at least one, with an acceptance criterion.');
  if (withoutCriteria > 0) {
    return fail(
      `${withoutCriteria} of ${stories} stories in ${path} have no acceptance criterion`,
      'Give each at least one: without, a story is held (`no_criteria`).',
    );
  }
  return pass(`${path} holds ${stories} ${stories === 1 ? 'story' : 'stories'}`);
}
