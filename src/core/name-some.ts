const named = 4;

/** The first few names, and how many more there are. */
export function nameSome(names: readonly string[]): string {
  const others = names.length > named ? ` and ${names.length - named} more` : '';
  return `${names.slice(0, named).join(', ')}${others}`;
}
