import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Paints text, or leaves it as it is where colours are not wanted. */
export type Paint = (style: Style, text: string) => string;

/** A painter for a stream: colours on a terminal only, and never against `NO_COLOR`. */
export function createPaint(isTerminal: boolean): Paint {
  const isColoured = isTerminal && !process.env['NO_COLOR'];
  return (style, text) => (isColoured ? styleText(style, text, { validateStream: false }) : text);
}
