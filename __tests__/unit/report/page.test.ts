import { describe, expect, it } from 'vitest';
import { chartGantt } from '../../../report/charts/gantt.ts';
import { colours, paper } from '../../../report/charts/palette.ts';
import { tellHistory } from '../../../report/history/history.ts';
import type { WaitSpan } from '../../../report/history/spans.ts';
import { renderHeldNow } from '../../../report/page/held-now.ts';
import { renderReportPage } from '../../../report/page/page.ts';
import { renderTable } from '../../../report/page/table.ts';
import { projectRecords, someRecords } from '../../builders/records.ts';

describe('the report', () => {
  it('is the same page for the same records', () => {
    const render = (): string => renderReportPage(tellHistory(projectRecords({ stories: 30, verified: 12 })));
    expect(render()).toBe(render());
  });

  it('writes what others wrote as text', () => {
    const title = '</title><script>alert(1)</script><img src=x onerror="a&b">';
    const records = someRecords({
      project: title,
      epics: [{ number: 1, title }],
      stories: [{ number: '1.1', title, epic: 1, createdAt: 0 }],
      waits: [{ story: '1.1', code: title, from: 0, until: 5 }],
    });
    const page = renderReportPage(tellHistory(records));
    expect(page).not.toMatch(/<script|<img/);
    expect(page).toContain('&lt;script&gt;');
  });

  it('forbids itself to ask for anything', () => {
    const page = renderReportPage(tellHistory(projectRecords({ stories: 30, verified: 12 })));
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    expect(page.match(/(?:src|href)="(?!data:)[^"]*"/g)).toBeNull();
  });

  it('says so where no save of the ledger is known', () => {
    const page = renderReportPage(tellHistory({ ...projectRecords({ stories: 3, verified: 1 }), ledgerSeen: null }));
    expect(page).toContain('No save of the ledger is known');
  });
});

describe('what is held now', () => {
  const wait = (story: string, code: string, until: number | null = null): WaitSpan => ({
    story,
    code,
    from: 0,
    until,
  });

  it('is told with what to do, what waits for people first; what is over is not', () => {
    const waits = [wait('1.1', 'no_room'), wait('1.2', 'rejections_exhausted'), wait('1.3', 'declined', 5)];
    const { markup = '' } = renderHeldNow({ waits, stories: [] }) ?? {};
    expect(markup.match(/<strong>[\d.]+/g)).toEqual(['<strong>1.2', '<strong>1.1']);
    expect(markup).toContain('rejected too often, since 1970-01-01 00:00 UTC.');
    expect(markup).toContain('/orchestrate retry 1.2');
  });

  it('names a reason of old by its code, says how many more there are, and nothing where nothing is held', () => {
    const waits = Array.from({ length: 30 }, (_, place) => wait(`1.${place}`, 'a_reason_of_old'));
    const { markup = '' } = renderHeldNow({ waits, stories: [] }) ?? {};
    expect(markup).toContain('a_reason_of_old, since');
    expect(markup).toContain('And 22 more.');
    expect(renderHeldNow({ waits: [wait('1.1', 'declined', 5)], stories: [] })).toBeNull();
  });
});

describe('a chart', () => {
  it('of more stories than a page has room for shows those that moved last', () => {
    const { lead, table } = chartGantt(tellHistory(projectRecords({ stories: 400, verified: 300 })));
    expect(lead).toContain('Shown are the 40 that moved last, of 304.');
    expect(new Set(table.rows.map(([story]) => story)).size).toBe(304);
  });

  it('has a table behind it that says how much it leaves out', () => {
    const rows = Array.from({ length: 170 }, (_, row) => [row]);
    expect(renderTable('Numbers', { columns: ['n'], rows }).markup).toContain('<p class="note">And 70 more.</p>');
  });
});

describe('the colours', () => {
  const pages = [0, 1] as const;

  it.each(Object.keys(colours) as (keyof typeof colours)[])('%s stands out from the page, day and night', (name) => {
    for (const place of pages) expect(contrast(colours[name][place], paper.page[place])).toBeGreaterThanOrEqual(3);
  });

  it('letters stand out from the page and from what lies on it', () => {
    for (const place of pages) {
      for (const letters of [paper.text, paper.quiet]) {
        for (const ground of [paper.page, paper.panel]) {
          expect(contrast(letters[place], ground[place])).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });
});

/** The contrast of two colours as WCAG has it. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
