/** A part of the house that runs: a child process that is up. */
export interface Run {
  /** Settles when it ends, asked or not. */
  readonly exited: Promise<unknown>;
  stop(): Promise<void>;
}

export interface Kept {
  /** Ends the part; it is not started again. */
  stop(): Promise<void>;
  /** Ends the part and lets it be started again. */
  restart(): Promise<void>;
}

/** Waiting times before another start, in milliseconds; the last one repeats. */
const BACK_OFF = [200, 1_000, 3_000, 10_000, 30_000];
/** A part that ran that long has recovered: the next death begins the waiting times anew. */
const HEALTHY_MS = 60_000;

/**
 * Starts a part and starts it again whenever it ends unasked, with growing waits. `start` resolves once the part
 * serves; its first failure is thrown to the caller, later ones are reported and tried again.
 */
export async function keepRunning(
  name: string,
  start: () => Promise<Run>,
  report: (line: string) => void,
): Promise<Kept> {
  let stopping = false;
  let wake = (): void => undefined;
  let run = await start();

  async function watch(): Promise<void> {
    for (let failures = 0; !stopping; ) {
      const since = Date.now();
      await run.exited;
      if (stopping) return;
      failures = Date.now() - since > HEALTHY_MS ? 0 : failures + 1;
      report(`${name} has ended; starting it again`);
      await pause(BACK_OFF[Math.min(Math.max(failures, 1), BACK_OFF.length) - 1] ?? 0);
      if (stopping) return;
      try {
        run = await start();
        report(`${name} is back`);
        if (stopping) await run.stop();
      } catch (error) {
        report(`${name} does not start: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const watching = watch();
  return {
    async stop() {
      stopping = true;
      wake();
      await run.stop();
      await watching;
    },
    restart: () => run.stop(),
  };
}
