/** What a piece of work comes to, and how long it makes this process compute: the machine may be busy with something else. */
export function timed<Result>(work: () => Result): { readonly result: Result; readonly milliseconds: number } {
  const before = process.cpuUsage();
  const result = work();
  return { result, milliseconds: process.cpuUsage(before).user / 1000 };
}
