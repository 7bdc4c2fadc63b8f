import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { sandboxNow } from '../clock';
import { type Journal, openJournal } from '../journal';
import {
  type Charge,
  type Delivery,
  type Dispute,
  type PaymentIntent,
  PREFIX,
  type Refund,
  type Session,
  type SessionExtra,
  type StripeEvent,
  type StripeObject,
} from './objects';
import { isSubscribed } from './subscriptions';

/** The version whose shapes `objects.ts` has. */
export const API_VERSION = '2026-10-28.endive';

type Kept = StripeObject | SessionExtra | StripeEvent | Delivery;

/** Everything the emulator remembers. */
export type Book = {
  readonly session: (id: string) => Session | undefined;
  readonly extra: (sessionId: string) => SessionExtra | undefined;
  readonly intent: (id: string) => PaymentIntent | undefined;
  readonly charge: (id: string) => Charge | undefined;
  readonly refund: (id: string) => Refund | undefined;
  readonly event: (id: string) => StripeEvent | undefined;
  readonly delivery: (eventId: string) => Delivery | undefined;
  readonly sessions: () => Session[];
  readonly intents: () => PaymentIntent[];
  readonly charges: () => Charge[];
  readonly refunds: () => Refund[];
  readonly disputes: () => Dispute[];
  readonly events: () => StripeEvent[];
  readonly deliveries: () => Delivery[];
  readonly journal: Journal;
  /** Milliseconds by the sandbox's clock. */
  readonly nowMs: () => number;
  /** Seconds by the sandbox's clock, as Stripe counts. */
  readonly now: () => number;
  /** Writes objects and the events about them as one: after a crash all of it is there, or nothing. */
  readonly write: (objects: readonly Kept[], events?: readonly Happening[]) => void;
};

/** Something to tell the product: the type of the event and the object it is about. */
export type Happening = { readonly type: string; readonly object: StripeObject };

export function openBook(dataDir: string, clockFile: string): Book {
  const journal = openJournal(path.join(dataDir, 'stripe.jsonl'));
  const nowMs = (): number => sandboxNow(clockFile);
  const now = (): number => Math.floor(nowMs() / 1000);
  const one =
    <T>() =>
    (id: string): T | undefined =>
      journal.get<T>(id);
  return {
    session: one<Session>(),
    intent: one<PaymentIntent>(),
    charge: one<Charge>(),
    refund: one<Refund>(),
    event: one<StripeEvent>(),
    extra: (id) => journal.get(`${PREFIX.extra}${id}`),
    delivery: (eventId) => journal.get(`${PREFIX.delivery}${eventId}`),
    sessions: () => journal.list(PREFIX.session),
    intents: () => journal.list(PREFIX.intent),
    charges: () => journal.list(PREFIX.charge),
    refunds: () => journal.list(PREFIX.refund),
    disputes: () => journal.list(PREFIX.dispute),
    events: () => journal.list(PREFIX.event),
    deliveries: () => journal.list(PREFIX.delivery),
    journal,
    nowMs,
    now,
    write: (objects, events = []) => {
      const told = events.map((happening) => toEvent(happening, now()));
      const kept: Kept[] = [
        ...objects,
        ...told,
        ...told.filter((event) => isSubscribed(event.type)).map(toDelivery),
      ];
      journal.put(kept.map((object) => [object.id, object]));
    },
  };
}

function toEvent({ type, object }: Happening, now: number): StripeEvent {
  return {
    id: newId(PREFIX.event),
    object: 'event',
    api_version: API_VERSION,
    created: now,
    livemode: false,
    pending_webhooks: isSubscribed(type) ? 1 : 0,
    request: { id: null, idempotency_key: null },
    type,
    data: { object },
  };
}

function toDelivery(event: StripeEvent): Delivery {
  return {
    id: `${PREFIX.delivery}${event.id}`,
    eventId: event.id,
    type: event.type,
    attempts: 0,
    nextAt: Date.now(),
    delivered: false,
    lastAnswer: null,
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A new identifier of that kind. */
export function newId(prefix: string): string {
  return prefix + Array.from(randomBytes(24), (byte) => LETTERS[byte % LETTERS.length]).join('');
}
