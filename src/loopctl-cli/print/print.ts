import { renderCsv } from './csv.ts';
import { renderHuman } from './human.ts';
import type { Format, View } from './view.ts';

/** What a command brings, as text that ends a line. */
export function print(document: unknown, view: View, format: Format): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(document, null, 2)}\n`;
    case 'csv':
      return renderCsv(document, view);
    case 'human':
      return renderHuman(document, view);
  }
}
