/** Runs once when a server process starts: kept pages get their cache, and what the last process left unsent is sent. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { installPageCache } = await import('@/lib/platform/page-cache/page-cache');
    installPageCache();
    const { relaySoon } = await import('@/lib/events/relay-outbox');
    relaySoon();
  }
}
