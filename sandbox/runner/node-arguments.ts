/**
 * How Node is started on an action's program. Room for sixteen megabytes of young objects from the beginning: a start
 * makes about as many, and they would be collected half a dozen times on the way.
 */
export function nodeArguments(program: string): readonly string[] {
  return ['--min-semi-space-size=16', program];
}
