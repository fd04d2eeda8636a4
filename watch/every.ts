/** Repeats work with a pause between rounds; a failed round is told and the next one tries again. Stops after the round under way. */
export function every(
  pauseMs: number,
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): { stop(): Promise<void> } {
  let stopped = false;
  let wake: () => void = () => undefined;
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const rounds = (async () => {
    while (!stopped) {
      await work().catch(failed);
      if (!stopped) await pause();
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await rounds;
    },
  };
}
