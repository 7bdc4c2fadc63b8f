import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** A webhook ready to be posted. */
export interface Webhook {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const TRIES = 4;
const PAUSE_MS = 1_000;

/** Delivers webhooks in the order of what happened; one that is not taken is tried three times more, signed anew. */
export function newPostman(url: string | undefined) {
  const stopping = new AbortController();
  let queue = Promise.resolve();
  return {
    send(make: (id: string) => Webhook, copies: number): void {
      if (!url) return;
      const id = randomUUID();
      for (let copy = 0; copy < copies; copy++)
        queue = queue.then(() => deliver(url, () => make(id), stopping.signal));
    },
    stop: () => stopping.abort(),
  };
}

async function deliver(url: string, make: () => Webhook, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; attempt < TRIES && !signal.aborted; attempt++) {
    const { headers, body } = make();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal,
    }).catch(() => null);
    if (response?.ok) return;
    await sleep(PAUSE_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
