import { setTimeout } from 'node:timers/promises';

/** Waits until GitHub's clock, which has whole seconds, shows another one: what a person says then is about what came before. */
export async function nextSecond(): Promise<void> {
  const started = second();
  while (second() === started) await setTimeout(1000 - (Date.now() % 1000));
}

function second(): number {
  return Math.floor(Date.now() / 1000);
}
