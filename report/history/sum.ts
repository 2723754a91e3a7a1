/** The sum of numbers; of none, 0. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
