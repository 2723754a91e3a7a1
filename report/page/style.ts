import { colours, paper } from '../charts/palette.ts';
import { type Markup, raw } from './html.ts';

const looks = `
* { box-sizing: border-box; }
html { color-scheme: light dark; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 1104px; padding: 16px 20px 48px; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 8px 0; }
h2 { font-size: 1.2rem; margin: 0 0 4px; }
p { margin: 4px 0 12px; }
section { margin: 36px 0 0; padding: 20px 0 0; border-top: 1px solid var(--line); }
figure { margin: 0; }
a { color: var(--blue); }
.note, footer { color: var(--quiet); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 12px; margin: 16px 0 0; padding: 0; }
.figures div { background: var(--panel); border-radius: 8px; padding: 10px 14px; }
.figures dt { color: var(--quiet); font-size: .85rem; }
.figures dd { margin: 0; font-size: 1.35rem; font-weight: 600; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; list-style: none; margin: 0 0 8px; padding: 0; font-size: .9rem; }
.legend li { display: flex; align-items: center; gap: 7px; }
.swatch { flex: none; width: 14px; height: 14px; border-radius: 3px; background: currentColor; }
svg { display: block; max-width: 100%; height: auto; --plot-background: var(--page); }
svg text, svg tspan { white-space: pre; }
.narrow { display: none; }
code { background: var(--panel); border-radius: 6px; font-size: .9em; padding: .1em .35em; }
details { margin: 10px 0 0; }
summary { cursor: pointer; color: var(--quiet); padding: 4px 0; }
.scroll { overflow-x: auto; max-height: 480px; overflow-y: auto; border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; overflow-wrap: normal; }
th, td { text-align: left; padding: 5px 10px; border-bottom: 1px solid var(--line); vertical-align: top; }
th { position: sticky; top: 0; background: var(--panel); white-space: nowrap; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
@media (max-width: 720px) {
  body { padding: 12px 16px 40px; }
  .wide { display: none; }
  .narrow { display: block; }
}
@media print { details { display: none; } }
`;

/** How a page looks, in light and dark, with the colours that charts name. */
export function renderStyle(): Markup {
  const light = variables(0);
  const dark = variables(1);
  return raw(
    `<style>\n:root { ${light} }\n@media (prefers-color-scheme: dark) { :root { ${dark} } }\n${swatches()}${looks}</style>`,
  );
}

function variables(place: 0 | 1): string {
  return Object.entries({ ...colours, ...paper })
    .map(([name, pair]) => `--${name}: ${pair[place]};`)
    .join(' ');
}

function swatches(): string {
  return Object.keys(colours)
    .map((name) => `.${name} { color: var(--${name}); }`)
    .join('\n');
}
