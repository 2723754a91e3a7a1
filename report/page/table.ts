import { html, type Markup } from './html.ts';

/** What a chart shows, as rows; of many rows the first. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const rowLimit = 100;

/** The table behind a chart, folded away; columns of numbers are aligned to the right. */
export function renderTable(title: string, { columns, rows }: Table): Markup {
  const shown = rows.slice(0, rowLimit);
  const left = rows.length - shown.length;
  return html`<details>
<summary>As a table: ${title}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Table: ${title}">
<table>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${shown.map((row) => html`<tr>${row.map(renderCell)}</tr>`)}
</tbody>
</table>
</div>
${left === 0 ? null : html`<p class="note">And ${left} more.</p>`}
</details>`;
}

function renderCell(value: string | number): Markup {
  return typeof value === 'number' ? html`<td class="number">${value}</td>` : html`<td>${value}</td>`;
}
