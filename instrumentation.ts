/** Runs once when a server process starts: requests are prepared, kept pages get their cache, what was left unsent is sent. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { prepareEveryRequest } = await import('@/lib/platform/every-request');
    prepareEveryRequest();
    const { installPageCache } = await import('@/lib/platform/page-cache/page-cache');
    installPageCache();
    const { relaySoon } = await import('@/lib/events/relay-outbox');
    relaySoon();
  }
}
