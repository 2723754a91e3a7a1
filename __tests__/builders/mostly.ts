import fc from 'fast-check';

/** Nearly always the first, so that everything may hold at once, and each of the others now and then. */
export function mostly<Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 36, arbitrary: fc.constant(usual) },
    ...others.map((value) => ({ weight: 2, arbitrary: fc.constant(value) })),
  );
}
