import { areaY, gridY, ruleY } from '@observablehq/plot';
import { tellMoment } from '../../src/core/utc.ts';
import type { History } from '../history/history.ts';
import type { AgentSpan } from '../history/spans.ts';
import type { Chart } from './chart.ts';
import { averageOverTime, type Change, countOverTime } from './count-over-time.ts';
import { paint, roleColours } from './palette.ts';
import { timeAxis } from './time-axis.ts';

const roles = Object.keys(roleColours) as readonly AgentSpan['role'][];

/** How many agents of each role were at work at the same time. */
export function chartAgents(history: History): Chart {
  const all = countOverTime(history.agents.flatMap(changesOf), history);
  const most = all.reduce((peak, { count }) => Math.max(peak, count), 0);
  const used = roles.filter((role) => history.agents.some((agent) => agent.role === role));
  return {
    id: 'agents',
    title: 'Agents at work',
    lead: most === 0 ? 'No agent is known to have worked.' : `${most} at the same time at most.`,
    legend: used.map((role) => ({ label: role, colour: roleColours[role] })),
    table: {
      columns: ['Role', 'Agents', 'First', 'Last'],
      rows: used.map((role) => rowOf(role, history)),
    },
    draw:
      most === 0
        ? null
        : ({ isNarrow }) => ({
            height: isNarrow ? 200 : 240,
            marginLeft: 56,
            x: timeAxis(history, isNarrow),
            y: { label: 'agents, on average', ticks: Math.min(5, most) },
            color: { domain: [...used], range: used.map((role) => paint(roleColours[role])) },
            marks: [
              gridY(),
              areaY(layers(used, history), { x: 'at', y: 'count', fill: 'role', curve: 'step-after' }),
              ruleY([0]),
            ],
          }),
  };
}

function changesOf({ from, until }: AgentSpan): readonly Change[] {
  return [{ at: from, by: 1 }, ...(until === null ? [] : [{ at: until, by: -1 }])];
}

/** Each role in equal whiles, which Plot puts one above the other. */
function layers(
  used: readonly AgentSpan['role'][],
  history: History,
): readonly { readonly at: number; readonly count: number; readonly role: string }[] {
  return used.flatMap((role) => {
    const spans = history.agents.filter((agent) => agent.role === role);
    return averageOverTime(spans, history).map(({ at, count }) => ({ at, count, role }));
  });
}

function rowOf(role: AgentSpan['role'], { agents }: History): readonly (string | number)[] {
  const begun = agents.filter((agent) => agent.role === role).map(({ from }) => from);
  const first = begun.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const last = begun.reduce((most, at) => Math.max(most, at), 0);
  return [role, begun.length, tellMoment(first), tellMoment(last)];
}
