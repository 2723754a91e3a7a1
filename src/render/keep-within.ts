/** As many of the lines as fit into so many characters, then one that says how many were left out. */
export function keepWithin(lines: readonly string[], limit: number, rest: (left: number) => string): readonly string[] {
  let room = limit;
  const firstOut = lines.findIndex((line) => {
    room -= line.length + 1;
    return room < 0;
  });
  return firstOut === -1 ? lines : [...lines.slice(0, firstOut), rest(lines.length - firstOut)];
}
