import { createHmac } from 'node:crypto';
import type { Book } from './book';
import type { Control } from './control-state';
import type { Delivery, StripeEvent } from './objects';

const TICK_MS = 200;
const TIMEOUT_MS = 10_000;
const LONGEST_WAIT_MS = 30_000;
/** Stripe gives up after three days. */
const LAST_ATTEMPT = 8_640;

type Target = { readonly url: string; readonly secret: string };

/**
 * Sends events until each has been answered with 2xx: at once, then after 1, 2, 4 … 30 seconds. An attempt that `stop`
 * cuts short is made again after the next start; once it has resolved nothing is written any more.
 */
export function startWebhooks(book: Book, control: Control, target: Target): { stop: () => Promise<void> } {
  const underWay = new Map<string, Promise<void>>();
  const end = new AbortController();
  const timer = setInterval(() => {
    for (const delivery of book.deliveries()) {
      if (underWay.has(delivery.id) || !isDue(delivery, control)) continue;
      const attempt = deliver(book, delivery, target, end.signal).finally(() => underWay.delete(delivery.id));
      underWay.set(delivery.id, attempt);
    }
  }, TICK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      end.abort();
      await Promise.all(underWay.values());
    },
  };
}

function isDue(delivery: Delivery, control: Control): boolean {
  if (delivery.delivered || delivery.attempts > LAST_ATTEMPT || delivery.nextAt > Date.now()) return false;
  return !control.isHeld(delivery.type);
}

async function deliver(book: Book, delivery: Delivery, target: Target, end: AbortSignal): Promise<void> {
  const event = book.event(delivery.eventId);
  if (!event) return;
  const answer = await postEvent(event, target, end);
  if (end.aborted) return;
  const delivered = answer.startsWith('2');
  const wait = Math.min(1_000 * 2 ** delivery.attempts, LONGEST_WAIT_MS);
  const attempts = delivery.attempts + 1;
  const done: Delivery = { ...delivery, attempts, delivered, lastAnswer: answer, nextAt: Date.now() + wait };
  book.write([done]);
}

/** Sends the event now, whatever happened to it before; the answer's status, or why there was none. */
export async function postEvent(event: StripeEvent, target: Target, end?: AbortSignal): Promise<string> {
  const payload = JSON.stringify(event);
  // The receiver checks the time against the machine's clock, so a moved sandbox clock must not show here.
  const timestamp = Math.floor(Date.now() / 1000);
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Stripe/1.0 (sandbox)',
        'stripe-signature': `t=${timestamp},v1=${sign(`${timestamp}.${payload}`, target.secret)}`,
      },
      body: payload,
      signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(end ? [end] : [])]),
      redirect: 'manual',
    });
    await response.arrayBuffer();
    return String(response.status);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function sign(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}
