import { configJsonSchema } from '../../src/config/json-schema.ts';
import { renderActionYaml } from './action-yaml.ts';
import { renderConfigurationPage } from './configuration-page.ts';
import { renderInputsPage } from './inputs-page.ts';
import { renderLoopctlCommandPage } from './loopctl-command-page.ts';
import { renderLoopctlDifferencesPage } from './loopctl-differences-page.ts';
import { renderReasonsPage } from './reasons-page.ts';
import { renderScenariosPage } from './scenarios-page.ts';

/** Every file that is made from the code, by its path in the repository. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['action.yml', renderActionYaml()],
    ['docs/config.schema.json', `${JSON.stringify(configJsonSchema(), null, 2)}\n`],
    ['docs/reference/inputs.md', renderInputsPage()],
    ['docs/reference/configuration.md', renderConfigurationPage()],
    ['docs/reference/loopctl-command.md', renderLoopctlCommandPage()],
    ['docs/reference/loopctl-differences.md', renderLoopctlDifferencesPage()],
    ['docs/reference/reasons.md', renderReasonsPage()],
    ['docs/reference/scenarios.md', renderScenariosPage()],
  ]);
}
