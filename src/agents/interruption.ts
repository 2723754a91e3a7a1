export interface Interruption {
  readonly signal: AbortSignal;
  stop(): void;
}

/** Turns the signals by which a job is cancelled into an abort, so that there is time to save the work. */
export function listenForInterruption(): Interruption {
  const controller = new AbortController();
  function interrupt(): void {
    controller.abort();
  }
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return {
    signal: controller.signal,
    stop() {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    },
  };
}
