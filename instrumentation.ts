/** Runs once when a server process starts: what the last one left unsent is sent at once. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { relaySoon } = await import('@/lib/events/relay-outbox');
    relaySoon();
  }
}
