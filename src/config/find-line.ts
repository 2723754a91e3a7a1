import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter, type ParsedNode } from 'yaml';

type Place = { readonly offset: number | undefined; readonly value: unknown };

/** The line where a key of a document stands; that of the nearest parent when the key itself is missing. */
export function findLine(
  document: Document.Parsed<ParsedNode>,
  key: readonly (string | number)[],
  lines: LineCounter,
): number | null {
  let place: Place = { offset: undefined, value: document.contents };
  for (const part of key) {
    const next = findPart(place.value, part);
    if (next === null) break;
    place = next;
  }
  return place.offset === undefined ? null : lines.linePos(place.offset).line;
}

function findPart(node: unknown, part: string | number): Place | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
    return pair === undefined ? null : { offset: offsetOf(pair.key), value: pair.value };
  }
  if (isSeq(node)) {
    const item = node.items[Number(part)];
    return item === undefined ? null : { offset: offsetOf(item), value: item };
  }
  return null;
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
