/** Chance as a list of numbers made beforehand: the same list, the same story. Where it ends, everything goes well. */
export interface Tape {
  /** One of the choices; the first of them when the list has ended. */
  readonly choose: <const Choice>(choices: readonly [Choice, ...Choice[]]) => Choice;
}

export function playTape(numbers: readonly number[]): Tape {
  let at = 0;
  return {
    choose: (choices) => {
      const drawn = numbers[at] ?? 0;
      at += 1;
      return choices[drawn % choices.length] ?? choices[0];
    },
  };
}

/** As many numbers as asked for, which look like chance and follow from the seed (xorshift). */
export function rollDice(seed: number, length: number): readonly number[] {
  let state = (seed ^ 0x9e3779b9) | 1;
  return Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 8;
  });
}

/** Nothing but this, wherever it can be; everything else goes well. */
export function insistOn(trouble: string): Tape {
  return { choose: (choices) => choices.find((choice) => choice === trouble) ?? choices[0] };
}
