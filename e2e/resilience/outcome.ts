import type { BreakableHouse } from './house';
import type { Services } from './services';
import type { Trip } from './trips';

/** How a trip and its money ended, as every party's own book tells it. */
export interface Outcome {
  readonly booking: string;
  readonly hold: string;
  readonly payments: readonly string[];
  readonly refunds: readonly string[];
  readonly invoices: number;
  readonly ticketDocuments: number;
  /** Tickets in the operator's book. */
  readonly tickets: number;
  /** E-mails in the traveller's mailbox, each by the number of its attachments. */
  readonly letters: readonly number[];
  /** What the payment provider keeps of the money, in cents. */
  readonly keptCents: number;
  /** What is still under way: documents not stored, e-mails and webhooks not noted. */
  readonly unfinished: number;
  /** Stock lines of its sailings that are not what the hold makes of them. */
  readonly wrongStock: readonly string[];
}

/** A trip that takes place: everything there is exactly once. */
export const kept = (trip: Trip): Outcome => ({
  booking: 'confirmed',
  hold: 'converted',
  payments: ['paid'],
  refunds: [],
  invoices: 1,
  ticketDocuments: 1,
  tickets: trip.sailings.length,
  letters: [2],
  keptCents: trip.totalCents,
  unfinished: 0,
  wrongStock: [],
});

/** A trip that cannot take place: the money is back, and one letter with a credit note says so. */
export const refunded: Outcome = {
  booking: 'refunded',
  hold: 'released',
  payments: ['refunded'],
  refunds: ['succeeded'],
  invoices: 0,
  ticketDocuments: 0,
  tickets: 0,
  letters: [1],
  keptCents: 0,
  unfinished: 0,
  wrongStock: [],
};

export async function look(house: BreakableHouse, services: Services, trip: Trip): Promise<Outcome> {
  const { sql } = house;
  const [row] = await sql<
    Pick<
      Outcome,
      'booking' | 'hold' | 'payments' | 'refunds' | 'invoices' | 'ticketDocuments' | 'unfinished'
    >[]
  >`
    select b.status as booking, h.status as hold,
      array(select p.status from payments p where p.booking_id = b.id order by p.created_at) as payments,
      array(select f.status from refunds f join payments p on p.id = f.payment_id where p.booking_id = b.id) as refunds,
      (select count(*)::int from documents d
        where d.booking_id = b.id and d.kind = 'invoice' and d.number is not null) as invoices,
      (select count(*)::int from documents d where d.booking_id = b.id and d.kind = 'e-ticket') as "ticketDocuments",
      (select count(*)::int from documents d where d.booking_id = b.id and d.storage_key is null)
        + (select count(*)::int from email_messages m where m.booking_id = b.id and m.status = 'queued')
        + (select count(*)::int from payment_events e join payments p on p.booking_id = b.id
          where e.processed_at is null and e.payload->'data'->'object'->>'id' in (p.session_id, p.payment_intent_id))
        as unfinished
    from bookings b join holds h on h.id = b.hold_id where b.reference = ${trip.reference}`;
  if (!row) throw new Error('the booking is not there');
  const [checkouts, letters, tickets] = await Promise.all([
    services.checkouts(trip.reference),
    services.letters(trip.email),
    services.tickets(trip.reference),
  ]);
  const paid = checkouts.filter((checkout) => checkout.paymentStatus === 'paid');
  return {
    ...row,
    tickets: new Set(tickets.map((ticket) => ticket.sailingId)).size === tickets.length ? tickets.length : -1,
    letters: letters.map((letter) => letter.attachments.length),
    keptCents: paid.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0),
    wrongStock: await wrongStock(house, trip),
  };
}

/** What each line of the trip's sailings should count, from what it counted before and from the hold. */
async function wrongStock({ sql }: BreakableHouse, trip: Trip): Promise<string[]> {
  const lines = await sql<{ id: string; held: number; sold: number; items: number; hold: string }[]>`
    select s.id, s.held, s.sold, coalesce(i.quantity, 0) as items, h.status as hold
    from stock_lines s join holds h on h.id = ${trip.holdId}
    left join hold_items i on i.stock_line_id = s.id and i.hold_id = h.id
    where s.sailing_id = any(${[...trip.sailings]})`;
  return lines.flatMap(({ id, held, sold, items, hold }) => {
    const before = trip.stockBefore.get(id) ?? { held: 0, sold: 0 };
    const wanted = {
      held: before.held + (hold === 'active' ? items : 0),
      sold: before.sold + (hold === 'converted' ? items : 0),
    };
    if (held === wanted.held && sold === wanted.sold) return [];
    return [`${id}: held ${held} sold ${sold}, not ${wanted.held} and ${wanted.sold}`];
  });
}

/** Invoice numbers of a house in order: none missing, none twice. */
export async function invoiceGaps({ sql }: BreakableHouse): Promise<string[]> {
  const rows = await sql<{ number: string }[]>`
    select number from documents where kind = 'invoice' and number is not null order by number`;
  const wrong = rows.filter(({ number }, index) => Number(number.split('-').at(-1)) !== index + 1);
  return wrong.map((row) => row.number);
}
