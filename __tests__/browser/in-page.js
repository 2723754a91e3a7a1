// Runs in the page that is looked at, not in Node.

/** Whatever makes the page wider than the window; what scrolls in a box of its own does not. */
function findOverflow() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.closest('.scroll') === null && element.getBoundingClientRect().right > width + 1)
    .map((element) => `${element.tagName} ${element.className} ${element.getBoundingClientRect().right}`)
    .slice(0, 5);
}

/** By the rules that are named, else by all. */
async function askAxe(rules) {
  const runOnly = rules.length === 0 ? {} : { runOnly: rules };
  const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'], ...runOnly });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).slice(0, 3)}`);
}

/** axe leaves out what is drawn: letters in a picture must stand out from the page as others do, 4.5 to 1. */
function findFaintLetters() {
  const paper = lightOf(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll('svg text')]
    .filter((text) => text.getClientRects().length > 0)
    .filter((text) => {
      const letters = lightOf(getComputedStyle(text).fill);
      return (Math.max(letters, paper) + 0.05) / (Math.min(letters, paper) + 0.05) < 4.5;
    })
    .map((text) => text.textContent)
    .slice(0, 5);
}

/** Relative luminance as WCAG has it. */
function lightOf(colour) {
  const [red, green, blue] = colour
    .match(/[\d.]+/g)
    .slice(0, 3)
    .map((value) => value / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Letters of a picture that its own edge cuts off. */
function findCutLetters() {
  return [...document.querySelectorAll('svg')].flatMap((svg) => {
    const edge = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')]
      .map((text) => ({ text, box: text.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.left < edge.left - 1 || box.right > edge.right + 1))
      .map(({ text }) => text.textContent);
  });
}

function unfold(isOpen) {
  for (const details of document.querySelectorAll('details')) details.open = isOpen;
}

/** Rows and points of a long list are alike: axe takes long over each, and finds the same in all. */
function thin(isThin) {
  for (const one of document.querySelectorAll('tr:nth-child(n + 12), li:nth-child(n + 16)')) one.hidden = isThin;
}

globalThis.lookClosely = async (rules) => {
  unfold(true);
  const drawn = { overflow: findOverflow(), faintLetters: findFaintLetters(), cutLetters: findCutLetters() };
  thin(true);
  const seen = { ...drawn, accessibility: await askAxe(rules) };
  thin(false);
  unfold(false);
  return { ...seen, height: document.documentElement.scrollHeight };
};
