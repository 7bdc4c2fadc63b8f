import { setTimeout as sleep } from 'node:timers/promises';

const SEARCH_MS = 500;
const REFRESH_MS = 10_000;

export type Sync = { readonly hurry: () => void; readonly stop: () => Promise<void> };

/**
 * Asks the app to register its functions (a `PUT` makes the SDK call us back): every half second until it is
 * up, then every ten seconds, and at once when a call found nobody, so that new code and a restart are noticed.
 */
export function keepInSync(appUrl: string): Sync {
  let stopped = false;
  let signal = Promise.withResolvers<void>();
  const loop = async (): Promise<void> => {
    while (!stopped) {
      signal = Promise.withResolvers<void>();
      const synced = await askToRegister(appUrl);
      const pause = synced ? Promise.race([sleep(REFRESH_MS), signal.promise]) : sleep(SEARCH_MS);
      await pause;
    }
  };
  const looping = loop();
  return {
    hurry: () => signal.resolve(),
    stop: async () => {
      stopped = true;
      signal.resolve();
      await Promise.race([looping, sleep(1_000)]);
    },
  };
}

async function askToRegister(appUrl: string): Promise<boolean> {
  try {
    const response = await fetch(`${appUrl}/api/inngest`, {
      method: 'PUT',
      headers: { 'x-inngest-server-kind': 'dev', 'x-inngest-sync-kind': 'out_of_band' },
      signal: AbortSignal.timeout(30_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
