import type { Command, Flag } from '../../src/loopctl-cli/command.ts';
import { commands } from '../../src/loopctl-cli/commands.ts';
import { commonFlags } from '../../src/loopctl-cli/common-flags.ts';
import { flagUsage, usageOf } from '../../src/loopctl-cli/help.ts';
import { renderTable } from './markdown-table.ts';

/** The reference of the `loopctl` command. */
export function renderLoopctlCommandPage(): string {
  return `# The \`loopctl\` command

Made from \`src/loopctl-cli\` by \`npm run docs\`.

\`npx loopctl\` in a clone of Orchestrate, and on the path of every agent at work. JSON goes to standard output and nothing
else does; why something was refused, and what to do, is said on standard error. It ends with 0 when it was done, 1 when
it was refused or failed, 2 when it was not understood.

## Where it looks

1. In an agent's job: the assignment, and nothing else. There is no key there. What an agent may not do is explained.
2. \`--repo\`: the store on the state branch of that repository, with the credentials that git or \`gh\` have for it. Nobody
   needs a key there; \`--as\` says in whose name.
3. \`LOOPCTL_SERVER\`, or \`server\` in \`~/.loopctl/config.json\`: a loopctl server. The key is \`LOOPCTL_API_KEY\`, else the one
   of whose call it is (\`LOOPCTL_AGENT_KEY\`, \`LOOPCTL_REVIEWER_KEY\`, \`LOOPCTL_ORCH_KEY\`), which \`--as\` can ask for, else
   the one in that file. A report or a judgement is only sent after the server has shown that the story is not
   assigned to the key's own agent: such a call would halt the whole tenant.
4. Else the store of the repository one stands in.

Stories go by number (\`2.1\`, \`US-2.1\`) or id, epics by number or id, projects by slug, name or id. Flags may stand
anywhere.

## Flags of every command

${renderFlags(commonFlags)}

## Commands

${commands.map(renderCommand).join('\n\n')}
`;
}

function renderCommand(command: Command): string {
  const { what, flags, usually, toAgent } = command;
  const agent = toAgent.kind === 'answers' ? 'answered from the assignment' : 'explained, and not done';
  const table = Object.keys(flags).length === 0 ? '' : `\n\n${renderFlags(flags)}`;
  return `### \`loopctl ${usageOf(command)}\`\n\n${what}\n\nIn the name of the ${usually}; in an agent's job ${agent}.${table}`;
}

function renderFlags(flags: Readonly<Record<string, Flag>>): string {
  const rows = Object.entries(flags).map(([name, flag]) => {
    const notes = [flag.required === true ? 'needed' : '', flag.many === true ? 'more than once' : ''];
    return [`\`${flagUsage(name, flag)}\``, notes.filter((note) => note !== '').join(', '), flag.what];
  });
  return renderTable(['flag', '', 'what it is'], rows);
}
