import { isReasonCode, reasons } from '../../src/core/reasons.ts';
import { tellMoment } from '../../src/core/utc.ts';
import { remedyFor } from '../../src/render/hold-text.ts';
import { cutLabel } from '../charts/cut-label.ts';
import type { History } from '../history/history.ts';
import type { WaitSpan } from '../history/spans.ts';
import { html, type Markup } from './html.ts';

/** More would keep people from the charts; the rest is in the table of waits. */
const mostRows = 8;

/** Who moves next, those first that nothing moves without. */
const order = ['person', 'ci', 'loop'];

/** What is held as the records end, people's matters first, each with what to do; null where nothing is. */
export function renderHeldNow({ waits, stories }: Pick<History, 'waits' | 'stories'>): Markup | null {
  const open = waits.filter(({ until }) => until === null).toSorted(byUrgency);
  if (open.length === 0) return null;
  const titles = new Map(stories.map(({ number, title }) => [number, title]));
  const left = open.length - mostRows;
  return html`<section id="held">
<h2>Held now</h2>
<ul>
${open.slice(0, mostRows).map((wait) => renderHeld(wait, titles.get(wait.story) ?? ''))}
</ul>
${left > 0 ? html`<p class="note">And ${left} more.</p>` : null}
</section>`;
}

function renderHeld({ story, code, from }: WaitSpan, title: string): Markup {
  const known = isReasonCode(code) ? code : null;
  const reason = known === null ? code : reasons[known].title;
  const remedy = known === null ? '' : remedyFor(known, story);
  return html`<li><strong>${story}</strong> ${cutLabel(title, 60)}: ${reason}, since ${tellMoment(from)}. ${withCode(remedy)}</li>`;
}

/** What stands between backticks as code, as Markdown would show it. */
function withCode(text: string): readonly Markup[] {
  return text.split('`').map((part, place) => (place % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}

function byUrgency(left: WaitSpan, right: WaitSpan): number {
  return rankOf(left) - rankOf(right) || left.from - right.from;
}

function rankOf({ code }: WaitSpan): number {
  return isReasonCode(code) ? order.indexOf(reasons[code].who) : order.length;
}
