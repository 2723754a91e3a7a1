import type { DoctorFacts } from '../facts.ts';
import { fail, type Outcome, pass } from '../finding.ts';

/** The configuration is there and says nothing that cannot stand. */
export function checkConfig({ config, configPath, repository }: DoctorFacts): readonly Outcome[] {
  switch (config.kind) {
    case 'missing':
      return [
        fail(
          `there is no ${configPath} on ${repository.defaultBranch}`,
          'Copy `examples/orchestrate.config.yml` there, and set the project and the agents in it.',
        ),
      ];
    case 'problems':
      return config.problems.map((problem) =>
        fail(problem, `Mend ${configPath} on ${repository.defaultBranch}; only what stands there is read.`),
      );
    case 'config':
      return [pass([`${configPath} can be read`, ...config.warnings].join('; '))];
  }
}
