import { Fault } from '@/lib/kernel/errors';
import { inngest } from './client';

const TIMEOUT_MS = 3000;

/** An event as the engine takes it; a second one with the same `id` starts nothing. */
export interface OutgoingEvent {
  readonly id: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970, when it happened. */
  readonly ts: number;
}

/** Whether an engine is configured at all. */
export function engineConfigured(): boolean {
  return Boolean(inngest.explicitDevUrl ?? inngest.eventKey);
}

/**
 * Hands events to the engine in one request; throws a retryable Fault when it did not take them all.
 * Not `inngest.send`: its five attempts would keep the relay's rows locked; the outbox is our retry.
 */
export async function sendEvents(events: readonly OutgoingEvent[]): Promise<void> {
  const url = new URL(`e/${inngest.eventKey ?? 'dev'}`, withSlash(inngest.eventBaseUrl));
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(events),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Fault('events-not-taken', { message: `status ${response.status}` });
  } catch (cause) {
    throw new Fault('events-not-taken', { retryable: true, cause });
  }
}

function withSlash(base: string): string {
  return base.endsWith('/') ? base : `${base}/`;
}
