/** The margin that a label of so many characters takes, at 12 pixels a letter of the widest usual typeface. */
export function marginFor(length: number): number {
  return Math.round(length * 7.2) + 18;
}

/** As much of a text as a label has room for, in whole characters. */
export function cutLabel(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
