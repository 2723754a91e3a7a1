/** Numbers from 0 up to 1 that look like chance and are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of this run of the tests: `SIMULATION_SEED`, or another one each time; it is printed, to be given again. */
export function chooseSeed(title: string): number {
  const given = Number(process.env['SIMULATION_SEED'] ?? Number.NaN);
  const seed = Number.isInteger(given) ? given : Date.now() % 1_000_000;
  console.log(`${title}: SIMULATION_SEED=${seed}`);
  return seed;
}
