import { passMinutes, stripe } from './stage';
import { book, freshSailing, job, openPage, operatorSays, payOn, type Trip, work } from './trip';

/* What the rehearsals of refunds share: trips whose money is owed back, and Stripe's own book. */

export interface AtStripe {
  readonly id: string;
  readonly amount: number;
  readonly status: string;
}

/** A request to Stripe as staff or its own page make it. */
export async function askStripe<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(`${stripe.url}/v1${path}`, {
    ...init,
    headers: { authorization: 'Bearer sk_test_rehearsal' },
  });
  return (await response.json()) as T;
}

/** Refunds of a trip in Stripe's own book, the oldest first. */
export async function atStripe(trip: Trip): Promise<AtStripe[]> {
  const intents = await intentsOf(trip);
  const { data } = await askStripe<{ data: (AtStripe & { payment_intent: string })[] }>('/refunds?limit=100');
  return data.filter((each) => intents.includes(each.payment_intent)).reverse();
}

/** Stripe's names for the payments of a trip. */
export async function intentsOf(trip: Trip): Promise<(string | null)[]> {
  const { db } = await import('@/db/client');
  const { payments } = await import('@/db/schema/payments');
  const { eq } = await import('drizzle-orm');
  const rows = await db.select().from(payments).where(eq(payments.bookingId, trip.id));
  return rows.map((row) => row.paymentIntentId);
}

/** Minutes go by, the repair has its turn, and what it started is done. */
export async function passAndRepair(minutes: number): Promise<void> {
  const { repairStuck } = await import('@/lib/payments/repair-stuck');
  passMinutes(minutes);
  await repairStuck(job());
  await work();
}

/** A trip that the operator refuses after it was paid: all of its money goes back. Nothing is worked on yet. */
export async function paidAndRefused(): Promise<Trip> {
  const trip = await book(await freshSailing());
  const session = await openPage(trip);
  await operatorSays({ refused: ['*'] });
  await payOn(session);
  return trip;
}

/** A trip that was paid twice, from two pages: one payment goes back. Nothing is worked on yet. */
export async function paidTwice(): Promise<Trip> {
  const { findOpenPayment, movePayment } = await import('@/lib/payments/repository');
  const trip = await book(await freshSailing());
  const first = await openPage(trip);
  await movePayment((await findOpenPayment(trip.id))?.id ?? '', 'expired');
  const second = await openPage(trip);
  await payOn(first);
  await payOn(second);
  return trip;
}
