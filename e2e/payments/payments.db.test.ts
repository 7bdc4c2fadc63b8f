import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { calm, control, passMinutes, strikeStage, stripe } from './stage';
import {
  book,
  CARDS,
  freshSailing,
  job,
  look,
  openPage,
  payOn,
  sessionIn,
  startFor,
  told,
  work,
} from './trip';

const { expireBookings } = await import('@/lib/booking/expire-bookings');
const { cancelBooking } = await import('@/lib/booking/cancel-booking');
const { reviseHold } = await import('@/lib/inventory/revise-hold');
const { closeEndedSessions } = await import('@/lib/payments/close-session');
const { bearerContext, guestContext } = await import('@/lib/platform/context');

afterAll(strikeStage);
beforeEach(calm);

/** Bookings without their money end, and their pages with them: what the job of the minute does. */
async function endUnpaid(): Promise<void> {
  await expireBookings(job());
  await closeEndedSessions(job());
}

describe('a payment', () => {
  it('confirms the booking once: ticket, places sold, one event', async () => {
    const trip = await book(await freshSailing());
    await payOn(await openPage(trip));
    await work();
    const seen = await look(trip);
    expect(seen).toMatchObject({
      booking: 'confirmed',
      hold: 'converted',
      payments: ['paid'],
      refunds: [],
      legs: ['confirmed'],
    });
    expect(seen.tickets[0]).toMatch(/^VL\d{10}$/);
    expect(seen.confirmedAt).not.toBeNull();
    expect(await told(trip, 'booking/booking.confirmed')).toBe(1);
  });

  it('asks the stored amount, in the lines of the quote', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    const reply = await fetch(`${stripe.url}/v1/checkout/sessions/${session}`, {
      headers: { authorization: 'Bearer sk_test_rehearsal' },
    });
    expect(await reply.json()).toMatchObject({
      amount_total: trip.totalCents,
      currency: 'eur',
      locale: 'fr',
      client_reference_id: trip.reference,
      success_url: `http://voila.test/fr/bookings/${trip.reference}/${trip.accessToken}?paid=1`,
      cancel_url: `http://voila.test/fr/bookings/${trip.reference}/${trip.accessToken}?cancelled=1`,
    });
  });

  it('of a delayed method keeps the places until the money comes, however long', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    await payOn(session, { method: 'sepa_debit' });
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'payment_processing', payments: ['processing'] });
    expect(await startFor(trip)).toMatchObject({ refusal: { code: 'already-paid' } });
    passMinutes(90);
    await endUnpaid();
    expect(await look(trip)).toMatchObject({ booking: 'payment_processing', hold: 'active' });
    await control(stripe.url, `/sessions/${session}/settle`);
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed', payments: ['paid'] });
  });

  it('of a delayed method that fails lets the booking wait again, and ends it when its time is over', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    await payOn(session, { method: 'sepa_debit' });
    await work();
    await control(stripe.url, `/sessions/${session}/fail`);
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'awaiting_payment', payments: ['failed'] });
    expect(await told(trip, 'payments/payment.failed')).toBe(1);
    passMinutes(31);
    await endUnpaid();
    expect(await look(trip)).toMatchObject({ booking: 'expired', hold: 'expired' });
  });
});

describe('one booking, one page', () => {
  it('a double click and ten tabs get the same page', async () => {
    const trip = await book(await freshSailing());
    const started = await Promise.all(Array.from({ length: 10 }, () => startFor(trip)));
    const pages = started.map((each) => (each.ok ? each.value.checkoutUrl : each.refusal.code));
    expect(new Set(pages).size).toBe(1);
    expect(sessionIn(pages[0] ?? '')).toMatch(/^cs_/);
    expect((await look(trip)).payments).toEqual(['open']);
  });

  it('a paid booking is not paid again', async () => {
    const trip = await book(await freshSailing());
    await payOn(await openPage(trip));
    await work();
    expect(await startFor(trip)).toMatchObject({ refusal: { code: 'already-paid' } });
  });

  it('a stranger cannot open it, whatever reference they try', async () => {
    const trip = await book(await freshSailing());
    const other = await book(await freshSailing());
    const stolen = await startFor({ ...trip, accessToken: other.accessToken });
    expect(stolen).toMatchObject({ refusal: { code: 'not-found' } });
    expect((await look(trip)).payments).toEqual([]);
  });

  it('an amount that changed closes the old page before a new one opens', async () => {
    const trip = await book(await freshSailing());
    const old = await openPage(trip);
    const revised = await reviseHold(guestContext('fr'), {
      holdId: trip.holdId,
      legs: [{ position: 0, fareFamily: 'flex' }],
    });
    expect(revised.ok).toBe(true);
    const fresh = await openPage(trip);
    expect(fresh).not.toBe(old);
    expect(await payOn(old)).toBe('closed');
    await payOn(fresh);
    await work();
    expect(await look(trip)).toMatchObject({
      booking: 'confirmed',
      payments: ['expired', 'paid'],
      refunds: [],
    });
  });

  it('an old amount that was paid before it changed goes back, and the booking waits for the right one', async () => {
    const trip = await book(await freshSailing());
    const old = await openPage(trip);
    await reviseHold(guestContext('fr'), {
      holdId: trip.holdId,
      legs: [{ position: 0, fareFamily: 'flex' }],
    });
    await payOn(old);
    await work();
    expect(await look(trip)).toMatchObject({
      booking: 'awaiting_payment',
      payments: ['refunded'],
      refunds: [{ reason: 'amount-changed', status: 'succeeded', cents: trip.totalCents }],
    });
    await payOn(await openPage(trip));
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed', payments: ['refunded', 'paid'] });
  });
});

describe('a payment that does not come', () => {
  it('a declined card leaves page and places, says why, and another card pays', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    await payOn(session, { card: CARDS.poor });
    await work();
    expect(await look(trip)).toMatchObject({
      booking: 'awaiting_payment',
      hold: 'active',
      payments: ['open'],
      failureCode: 'insufficient_funds',
    });
    expect(await told(trip, 'payments/payment.failed')).toBe(1);
    await payOn(session, { card: CARDS.good });
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed', failureCode: null });
  });

  it('an abandoned page ends with the booking: closed at Stripe, places free, nothing to pay any more', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    passMinutes(30.5);
    await endUnpaid();
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'expired', hold: 'expired', payments: ['expired'] });
    expect(await payOn(session)).toBe('closed');
    expect(await startFor(trip)).toMatchObject({ refusal: { code: 'booking-expired' } });
  });

  it('a cancelled booking closes its page', async () => {
    const trip = await book(await freshSailing());
    const session = await openPage(trip);
    await cancelBooking(bearerContext('fr', trip.accessToken), trip.reference);
    await closeEndedSessions(job());
    expect(await payOn(session)).toBe('closed');
    expect(await startFor(trip)).toMatchObject({ refusal: { code: 'not-payable' } });
  });

  it('a page that ended by itself lets the traveller open another while the places are held', async () => {
    const trip = await book(await freshSailing());
    const first = await openPage(trip);
    await fetch(`${stripe.url}/v1/checkout/sessions/${first}/expire`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_rehearsal' },
    });
    await work();
    const second = await openPage(trip);
    expect(second).not.toBe(first);
    await payOn(second);
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed', payments: ['expired', 'paid'] });
  });
});

describe('when Stripe is unwell', () => {
  it.each(['error', 'nonsense'])(
    '(%s) paying is refused clearly, and works once it is well',
    async (mode) => {
      const trip = await book(await freshSailing());
      await control(stripe.url, '/faults', { mode, path: '/v1/checkout' });
      expect(await startFor(trip)).toMatchObject({ refusal: { code: 'payment-provider-unavailable' } });
      expect(await look(trip)).toMatchObject({ booking: 'awaiting_payment', hold: 'active' });
      await calm();
      await payOn(await openPage(trip));
      await work();
      expect(await look(trip)).toMatchObject({ booking: 'confirmed', payments: ['failed', 'paid'] });
    },
  );

  it('an answer that was lost after the page was made leaves one page to pay', async () => {
    const trip = await book(await freshSailing());
    await control(stripe.url, '/faults', { mode: 'error', path: '/v1/checkout', times: 1, applied: true });
    await payOn(await openPage(trip));
    await work();
    expect(await look(trip)).toMatchObject({ booking: 'confirmed', payments: ['paid'], refunds: [] });
  });
});

it('a disputed payment is marked, and the trip stands', async () => {
  const trip = await book(await freshSailing());
  await payOn(await openPage(trip));
  await work();
  const reply = await fetch(`${stripe.url}/v1/charges?limit=1`, {
    headers: { authorization: 'Bearer sk_test_rehearsal' },
  });
  const { data } = (await reply.json()) as { data: { id: string }[] };
  await control(stripe.url, `/charges/${data[0]?.id}/dispute`);
  await work();
  const seen = await look(trip);
  expect(seen).toMatchObject({ booking: 'confirmed', payments: ['disputed'] });
  expect(seen.history).toContain('payment.disputed');
});
