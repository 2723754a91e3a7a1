import type { Ask } from '../../src/core/ask.ts';
import { explainStory } from '../../src/core/explain.ts';
import { findNotifications } from '../../src/core/notifications.ts';
import { compareStoryNumbers } from '../../src/core/story.ts';
import { renderMergeMessage } from '../../src/render/merge-message.ts';
import { renderNotifications } from '../../src/render/notification.ts';
import { present } from '../../src/render/present.ts';
import { renderReply } from '../../src/render/replies.ts';
import {
  renderAgentSummary,
  renderCommandSummary,
  renderDryRunSummary,
  renderFailureSummary,
  renderLeasedSummary,
  renderPassSummary,
} from '../../src/render/summary.ts';
import type { PresentFacts, Surface } from '../../src/render/surface.ts';
import { renderWhy } from '../../src/render/why.ts';

/** One text that people are shown, and where. */
export interface Exhibit {
  /** A plain file name. */
  readonly name: string;
  readonly title: string;
  readonly markdown: string;
  /** Issues, pull requests and comments break a line where the text does; pages of runs and checks do not. */
  readonly isConversation: boolean;
}

/** Of more stories than these nobody would look at another. */
const mostStories = 4;

/** What people are shown in the same words however the project stands. */
export function constantExhibits(facts: PresentFacts): readonly Exhibit[] {
  const agent = { assignment: '99-3', role: 'implement', subject: '2.1', outcome: 'completed', seconds: 512 };
  const command = { command: 'retry 2.1', actor: 'ada', answer: 'The next plan sends an agent.' };
  const failure = { message: 'The configuration cannot be read.', remedy: 'Mend .github/orchestrate.yml.' };
  return [
    reply({ kind: 'help' }, facts),
    page('summary-agent', 'Job summary of an agent', renderAgentSummary(agent)),
    page('summary-command', 'Job summary of a command', renderCommandSummary(command)),
    page('summary-failure', 'Job summary of a failure', renderFailureSummary(failure)),
    page('summary-leased', 'Job summary of a pass that found another at work', renderLeasedSummary('plan')),
  ];
}

/** Every text of ours that a project in this state shows to people. */
export function exhibitsOf(facts: PresentFacts): readonly Exhibit[] {
  return [
    ...present(facts).flatMap((surface) => exhibitOf(surface, facts)),
    ...summaries(facts),
    ...replies(facts),
    ...whys(facts),
    ...mergeMessages(facts),
    ...news(facts),
  ];
}

function exhibitOf(surface: Surface, { world }: PresentFacts): readonly Exhibit[] {
  switch (surface.kind) {
    case 'check': {
      const { name, sha, title, summary, conclusion, annotations } = surface;
      const number = world.pullRequests.find(({ headSha }) => headSha === sha)?.number ?? sha.slice(0, 7);
      const notes = annotations.map(({ path, line, message }) => `- \`${path}:${line}\` ${message}`);
      const text = [`**${title}** (${conclusion ?? 'in progress'})`, '', summary, '', ...notes].join('\n');
      return [page(`check-${name.replace('/', '-')}-${number}`, `Check run ${name} on #${number}`, text)];
    }
    case 'pull_request': {
      const { number, text, labels } = surface;
      if (text === null) return [];
      const shown = labels.map((label) => `\`${label}\``).join(' ');
      return [conversation(`pull-${number}`, `Pull request #${number}: ${text.title}`, `${text.body}\n\n${shown}`)];
    }
    case 'dashboard':
      return [conversation('dashboard', surface.title, surface.body)];
    case 'comment':
      return [conversation(`comment-${surface.number}`, `Status comment on #${surface.number}`, surface.body)];
  }
}

function summaries(facts: PresentFacts): readonly Exhibit[] {
  const { world, plan, places } = facts;
  const pass = { title: 'plan', world, plan, applied: plan.decisions, undone: new Map(), places };
  return [
    page('summary-plan', 'Job summary of a pass', renderPassSummary(pass)),
    page('summary-dry-run', 'Job summary of a dry run', renderDryRunSummary({ world, plan })),
  ];
}

const asked = [{ kind: 'status' }, { kind: 'plan' }, { kind: 'why', story: null }] as const satisfies readonly Ask[];

function replies(facts: PresentFacts): readonly Exhibit[] {
  return asked.map((ask) => reply(ask, facts));
}

function reply(ask: Ask, { world, plan, ledger, now }: PresentFacts): Exhibit {
  const text = renderReply(ask, { world, plan, ledger, tally: ledger.tally, now });
  return conversation(`reply-${ask.kind}`, `Reply to /orchestrate ${ask.kind}`, text);
}

/** The log's words, which are plain. */
function whys({ world, plan, ledger, now }: PresentFacts): readonly Exhibit[] {
  const held = [...plan.holds.keys()].toSorted(compareStoryNumbers);
  return held.slice(-mostStories).map((story) => {
    const lines = renderWhy(explainStory(story, { world, plan, ledger }), now);
    return plain(`why-${story}`, `Why ${story} does not move`, lines);
  });
}

function mergeMessages({ plan }: PresentFacts): readonly Exhibit[] {
  return plan.decisions.flatMap((decision) => {
    if (decision.kind !== 'merge') return [];
    const { title, message } = renderMergeMessage(decision);
    return [plain(`merge-${decision.story.number}`, 'Merge message', [title, '', message])];
  });
}

/** What a webhook would be sent. */
function news(facts: PresentFacts): readonly Exhibit[] {
  const told = findNotifications(facts);
  if (told.length === 0) return [];
  return (['json', 'slack'] as const).map((format) => {
    const body: unknown = JSON.parse(renderNotifications(told, facts.places, format));
    return plain(`webhook-${format}`, `What a webhook is sent: ${format}`, [JSON.stringify(body, null, 2)]);
  });
}

/** Text that nobody reads as Markdown; whatever fences it brings are shorter. */
function plain(name: string, title: string, lines: readonly string[]): Exhibit {
  return page(name, title, ['``````text', ...lines, '``````'].join('\n'));
}

function page(name: string, title: string, markdown: string): Exhibit {
  return { name, title, markdown, isConversation: false };
}

function conversation(name: string, title: string, markdown: string): Exhibit {
  return { name, title, markdown, isConversation: true };
}
