import type { Context } from '@/lib/kernel/context';
import { localDateOf } from '@/lib/kernel/dates';
import { produce } from './produce';
import { issue, refundById } from './repository';

/**
 * Issues the invoice and the e-tickets of a confirmed booking. Safe to repeat and to run twice at once: each document
 * is one row, its number is taken once, and its bytes are made again only where storage has none.
 * Throws a retryable Fault when the storage does not answer.
 */
export async function issueDocuments(ctx: Context, bookingId: string): Promise<void> {
  const invoice = await issue({
    bookingId,
    kind: 'invoice',
    subject: 'sale',
    series: series('F', ctx.now),
    issuedAt: ctx.now,
  });
  const tickets = await issue({
    bookingId,
    kind: 'e-ticket',
    subject: 'tickets',
    series: null,
    issuedAt: ctx.now,
  });
  await produce(invoice);
  await produce(tickets);
}

/** Issues the credit note of a refund; the same rules. False when there is no such refund. */
export async function issueCreditNote(ctx: Context, refundId: string): Promise<boolean> {
  const refund = await refundById(refundId);
  if (!refund) return false;
  await produce(
    await issue({
      bookingId: refund.bookingId,
      kind: 'credit-note',
      subject: `refund:${refundId}`,
      series: series('A', ctx.now),
      issuedAt: ctx.now,
    }),
  );
  return true;
}

/** Numbers run within a year of the seller's calendar (CGI, annexe II, art. 242 nonies A: a chronological series without gaps). */
function series(letter: 'F' | 'A', now: Date): string {
  return `${letter}-${localDateOf(now, 'Europe/Paris').slice(0, 4)}`;
}
