import { type RunningPostgres, startPostgres } from './postgres';

export type KeptPostgres = Omit<RunningPostgres, 'exited' | 'port'>;

/** Waiting times before another start, in milliseconds; the last one repeats. */
const BACK_OFF = [200, 1_000, 3_000, 10_000];

/**
 * A server that is started again, on the same port, whenever it ends without having been asked to. `port` is
 * asked for once, after a leftover of an earlier run has been stopped.
 */
export async function keepPostgres(
  options: { dataDir: string; port: () => Promise<number> },
  report: (line: string) => void,
): Promise<KeptPostgres> {
  let stopping = false;
  let server = await startPostgres(options);
  const { port } = server;

  async function watch(): Promise<void> {
    for (let deaths = 0; !stopping; ) {
      const startedAt = Date.now();
      await server.exited;
      if (stopping) return;
      deaths = Date.now() - startedAt > 60_000 ? 0 : deaths + 1;
      const wait = BACK_OFF[Math.min(deaths, BACK_OFF.length) - 1] ?? 0;
      report(`postgres has ended; starting it again`);
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (stopping) return;
      try {
        server = await startPostgres({ ...options, port: async () => port });
        report('postgres is back');
      } catch (error) {
        report(`postgres does not start: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  const watching = watch();

  return {
    url: server.url,
    createDatabase: server.createDatabase,
    dropDatabase: server.dropDatabase,
    async stop() {
      stopping = true;
      await server.stop();
      await Promise.race([watching, new Promise((resolve) => setTimeout(resolve, 500))]);
    },
  };
}
