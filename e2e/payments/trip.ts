import { and, asc, eq, gt } from 'drizzle-orm';
import { control, operator, stripe, webhooksSent } from './stage';

const { db } = await import('@/db/client');
const { bookings, bookingEvents, bookingLegs } = await import('@/db/schema/bookings');
const { holds } = await import('@/db/schema/holds');
const { paymentEvents, payments, refunds } = await import('@/db/schema/payments');
const { outbox } = await import('@/db/schema/platform');
const { sailings, stockLines } = await import('@/db/schema/sailings');
const { placeBooking } = await import('@/lib/booking/place-booking');
const { placeHold } = await import('@/lib/inventory/place-hold');
const { confirmBooking } = await import('@/lib/payments/confirm-booking');
const { processPaymentEvent } = await import('@/lib/payments/process-payment-event');
const { refundPayment } = await import('@/lib/payments/refund-payment');
const { startPayment } = await import('@/lib/payments/start-payment');
const { bearerContext, guestContext, systemContext } = await import('@/lib/platform/context');

export const job = () => systemContext('rehearsal');

export interface Trip {
  readonly id: string;
  readonly reference: string;
  readonly accessToken: string;
  readonly holdId: string;
  readonly sailingId: string;
  readonly totalCents: number;
}

let used = 0;
/** A sailing that no other test of this file has touched, with an empty deck. */
export async function freshSailing(): Promise<string> {
  const soon = new Date(job().now.getTime() + 30 * 86_400_000);
  const [row] = await db
    .select({ id: sailings.id })
    .from(sailings)
    .where(and(gt(sailings.departsAt, soon), eq(sailings.status, 'scheduled')))
    .orderBy(asc(sailings.departsAt), asc(sailings.id))
    .offset(used++)
    .limit(1);
  if (!row) throw new Error('no sailing is left');
  await db
    .update(stockLines)
    .set({ sold: 0 })
    .where(eq(stockLines.id, `${row.id}:deck`));
  return row.id;
}

let travellers = 0;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Another adult each time: the same party may not hold the same sailing twice. */
const adult = () => {
  const n = travellers++;
  return {
    type: 'adult' as const,
    title: 'mrs' as const,
    givenName: 'Test',
    familyName: `Voyage ${LETTERS[n % 26]}${LETTERS[Math.floor(n / 26) % 26]}`,
    birthDate: '1980-05-12',
    sex: 'female' as const,
    nationality: 'FR',
    document: { type: 'passport' as const, number: `11AA${String(10_000 + n)}`, expiresOn: '2035-01-01' },
  };
};
export type Traveller = ReturnType<typeof adult>;
export const newTraveller = adult;

/** A booking that waits for its money: one adult on one sailing, or out on one and back on another. */
export async function book(
  sailings: string | readonly string[],
  traveller: Traveller = adult(),
): Promise<Trip> {
  const guest = guestContext('fr');
  const sailingIds = [sailings].flat();
  const held = await placeHold(guest, {
    legs: sailingIds.map((sailingId) => ({ sailingId, fareFamily: 'standard', cabins: [], meals: [] })),
    passengers: [{ type: 'adult' }],
    vehicles: [],
  });
  if (!held.ok) throw new Error(`hold: ${held.refusal.code}`);
  const placed = await placeBooking(guest, {
    holdId: held.value.id,
    contact: { email: 'traveller@voila-ferry.example', phone: '+33612345678' },
    passengers: [traveller],
    vehicles: [],
    locale: 'fr',
    acceptTerms: true,
  });
  if (!placed.ok) throw new Error(`booking: ${JSON.stringify(placed.refusal)}`);
  const [row] = await db.select().from(bookings).where(eq(bookings.reference, placed.value.reference));
  if (!row) throw new Error('the booking is not there');
  return {
    id: row.id,
    reference: row.reference,
    accessToken: placed.value.accessToken,
    holdId: row.holdId,
    sailingId: sailingIds[0] ?? '',
    totalCents: row.totalCents,
  };
}

export const startFor = (trip: Trip) => startPayment(bearerContext('fr', trip.accessToken), trip.reference);

/** Opens the checkout page and gives the id of its session. */
export async function openPage(trip: Trip): Promise<string> {
  const started = await startFor(trip);
  if (!started.ok) throw new Error(`payment: ${started.refusal.code}`);
  return sessionIn(started.value.checkoutUrl);
}

export function sessionIn(checkoutUrl: string): string {
  return checkoutUrl.split('/').at(-1) ?? '';
}

export const CARDS = { good: '4242424242424242', declined: '4000000000000002', poor: '4000000000009995' };

/** The traveller types a card on the page, or signs a debit; gives what became of it, `closed` on a closed page. */
export async function payOn(session: string, input: { card?: string; method?: 'sepa_debit' } = {}) {
  const outcome = (await control(stripe.url, `/sessions/${session}/pay`, input)) as { kind: string };
  return outcome.kind;
}

/** What the job engine does with one event; what it is not told here belongs to others. */
const JOBS: Record<string, (data: Record<string, string>) => Promise<unknown>> = {
  'payments/event.received': (data) => processPaymentEvent(job(), data.eventId ?? ''),
  'payments/payment.paid': (data) => confirmBooking(job(), data.bookingId ?? ''),
  'payments/refund.requested': (data) => refundPayment(job(), data.refundId ?? ''),
};

/** Takes the events that wait, one after the other, until none is left; gives their names in order. */
export async function work(options: { untilEvent?: string } = {}): Promise<string[]> {
  const done: string[] = [];
  await webhooksSent();
  for (;;) {
    const rows = await db.select().from(outbox).orderBy(asc(outbox.createdAt));
    const next = rows.find((row) => row.sentAt === null && row.name !== 'inventory/sailing.changed');
    if (!next || next.name === options.untilEvent) return done;
    await JOBS[next.name]?.(next.data as Record<string, string>);
    await db.update(outbox).set({ sentAt: job().now }).where(eq(outbox.id, next.id));
    done.push(next.name);
    await webhooksSent();
  }
}

/** The job engine loses everything that it was told, as a disk that breaks would. */
export async function loseEvents(): Promise<void> {
  await webhooksSent();
  await db.update(outbox).set({ sentAt: job().now });
}

/** All that can be seen of a trip and its money. */
export async function look(trip: Trip) {
  const [booking] = await db.select().from(bookings).where(eq(bookings.id, trip.id));
  const paid = await db
    .select()
    .from(payments)
    .where(eq(payments.bookingId, trip.id))
    .orderBy(asc(payments.createdAt));
  const back = await db
    .select({ reason: refunds.reason, status: refunds.status, cents: refunds.amountCents })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(payments.bookingId, trip.id));
  const legs = await db.select().from(bookingLegs).where(eq(bookingLegs.bookingId, trip.id));
  const history = await db
    .select()
    .from(bookingEvents)
    .where(eq(bookingEvents.bookingId, trip.id))
    .orderBy(asc(bookingEvents.at));
  const [hold] = await db.select().from(holds).where(eq(holds.id, trip.holdId));
  return {
    booking: booking?.status,
    reason: booking?.statusReason,
    confirmedAt: booking?.confirmedAt ?? null,
    hold: hold?.status,
    payments: paid.map((payment) => payment.status),
    failureCode: paid.at(-1)?.failureCode ?? null,
    refunds: back,
    legs: legs.map((leg) => leg.operatorStatus),
    tickets: legs.map((leg) => leg.operatorReference),
    history: history.map((event) => event.kind),
  };
}

/** Deck places of a sailing. */
export async function deck(sailingId: string) {
  const [row] = await db
    .select()
    .from(stockLines)
    .where(eq(stockLines.id, `${sailingId}:deck`));
  if (!row) throw new Error('no deck');
  return { capacity: row.capacity, held: row.held, sold: row.sold };
}

/** Leaves so many deck places on a sailing. */
export async function leave(sailingId: string, places: number): Promise<void> {
  const { held, sold } = await deck(sailingId);
  await db
    .update(stockLines)
    .set({ capacity: held + sold + places })
    .where(eq(stockLines.id, `${sailingId}:deck`));
}

/** How often the outbox told of an event for this trip. */
export async function told(trip: Trip, name: string): Promise<number> {
  const rows = await db.select().from(outbox).where(eq(outbox.name, name));
  return rows.filter((row) => (row.data as { bookingId?: string }).bookingId === trip.id).length;
}

export async function storedEvents(): Promise<{ id: string; type: string; processedAt: Date | null }[]> {
  return db.select().from(paymentEvents);
}

export const operatorSays = (body: unknown) =>
  fetch(`${operator.url}/_control`, { method: 'POST', body: JSON.stringify(body) });

/** Tickets of a booking in the operator's own book. */
export async function ticketsAt(trip: Trip): Promise<{ status: string }[]> {
  const reply = await fetch(`${operator.url}/v1/tickets?bookingReference=${trip.reference}`, {
    headers: { authorization: 'Bearer operator-key' },
  });
  return ((await reply.json()) as { data: { status: string }[] }).data;
}
