import { dollars } from '../../src/core/spending.ts';
import { tellMoment } from '../../src/core/utc.ts';
import { chartAgents } from '../charts/agents.ts';
import { chartAttempts } from '../charts/attempts.ts';
import { chartBurnUp } from '../charts/burn-up.ts';
import { type Chart, drawChart } from '../charts/chart.ts';
import { chartGantt } from '../charts/gantt.ts';
import { chartSpend } from '../charts/spend.ts';
import { chartStates } from '../charts/states.ts';
import { chartWaits } from '../charts/waits.ts';
import type { History } from '../history/history.ts';
import { sum } from '../history/sum.ts';
import { renderDuration } from './duration.ts';
import { renderHeldNow } from './held-now.ts';
import { html, type Markup } from './html.ts';
import { renderStyle } from './style.ts';
import { renderTable } from './table.ts';

const charts = [chartBurnUp, chartStates, chartGantt, chartWaits, chartAgents, chartAttempts, chartSpend];

/**
 * The whole report as one HTML file: every picture is in it, drawn, and it asks for nothing from anywhere, which its own
 * policy forbids as well.
 */
export function renderReportPage(history: History): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>${history.project}: report</title>
${renderStyle()}
</head>
<body>
<header>
<h1>${history.project}</h1>
<p class="note">${tellMoment(history.from)} to ${tellMoment(history.until)}</p>
<dl class="figures">
${figuresOf(history).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
</dl>
</header>
<main>
${renderHeldNow(history)}
${charts.map((chart) => renderChart(chart(history)))}
</main>
<footer>
<p>${tellSource(history)}</p>
</footer>
</body>
</html>
`.markup;
}

function figuresOf({ stories, agents, spendings, from, until }: History): readonly (readonly [string, string])[] {
  const verified = stories.filter(({ state }) => state === 'verified').length;
  const waiting = stories.filter(({ waits }) => waits.some((wait) => wait.until === null)).length;
  const spent = sum(spendings.map(({ costMillicents }) => costMillicents));
  return [
    ['Stories verified', `${verified} of ${stories.length}`],
    ['At work now', String(agents.filter((agent) => agent.until === null).length)],
    ['Held now', String(waiting)],
    ['Agents so far', String(agents.length)],
    ['Spent', spendings.length === 0 ? 'not told' : dollars(spent)],
    ['Time', renderDuration(until - from)],
  ];
}

function renderChart(chart: Chart): Markup {
  const { id, title, lead, legend, table } = chart;
  const drawn = drawChart(chart);
  return html`<section id="${id}">
<h2>${title}</h2>
<p>${lead}</p>
${
  drawn === null
    ? null
    : html`${
        legend.length === 0
          ? null
          : html`<ul class="legend">${legend.map(
              ({ label, colour }) => html`<li><span class="swatch ${colour}" aria-hidden="true"></span>${label}</li>`,
            )}</ul>`
      }
<figure>
<div class="wide">${drawn.wide}</div>
<div class="narrow">${drawn.narrow}</div>
</figure>`
}
${table.rows.length === 0 ? null : renderTable(title, table)}
</section>`;
}

/** How far what is shown can be relied on. */
function tellSource({ ledgerSeen, from }: History): string {
  const stories = 'Where stories stand is told by the changes that loopctl keeps.';
  if (ledgerSeen === null) return `${stories} No save of the ledger is known, so agents and waits are not shown.`;
  const { from: first, until } = ledgerSeen;
  const since = first - from > 60_000 ? `; what was before ${tellMoment(first)} is not in its history any more` : '';
  return `${stories} Agents and waits are read from the saves of the ledger, the last of ${tellMoment(until)}${since}. What an agent did between two passes counts until the pass that saw it ended.`;
}
