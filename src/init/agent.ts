/** The agent that is to do the work: how it comes to the machine, how it is started, which key it needs. */
export interface AgentChoice {
  /** Null: it is there already. */
  readonly install: string | null;
  readonly implement: string | readonly string[];
  readonly review: string | readonly string[];
  /** The name of the variable, and of the secret, with its key; null: it needs none. */
  readonly variable: string | null;
}

/** What is meant where nothing else is said. */
export const claude: AgentChoice = {
  install: 'npm install --global @anthropic-ai/claude-code@2.1.330',
  implement: ['claude', '-p', '--output-format', 'json', '--dangerously-skip-permissions'],
  review: [
    'claude',
    '-p',
    '--output-format',
    'json',
    '--dangerously-skip-permissions',
    '--tools',
    'Read,Grep,Glob,Write',
  ],
  variable: 'ANTHROPIC_API_KEY',
};
