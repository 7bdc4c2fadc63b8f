import { bookingForSystem } from '@/lib/booking/queries';
import { creditNotesOf, documentOfBooking } from '@/lib/documents/document-file';
import type { Context } from '@/lib/kernel/context';
import { Fault } from '@/lib/kernel/errors';
import { DEFAULT_LOCALE, isLocale } from '@/lib/kernel/locale';
import { env } from '@/lib/platform/env';
import { type OutgoingEmail, sendEmail } from '@/lib/providers/resend/client';
import { sailingsForSale } from '@/lib/sailings/queries';
import { type EmailKind, emailContent, type MoneyBack } from './emails/content';
import { renderHtml, renderText } from './emails/render';
import { emailRow, markFailed, markSent } from './repository';

/**
 * Sends one e-mail of a kind about a booking, or about one thing in it, once however often it is called: the row is written first, and the
 * provider is given the key of the row, so that a second sending is the first one. The address is read when it is
 * sent and kept nowhere else. Throws a retryable Fault while the provider is down; a final refusal is kept as failed.
 */
export async function sendBookingEmail(
  ctx: Context,
  input: {
    readonly bookingId: string;
    readonly kind: EmailKind;
    /** What it is about where a booking may have several of its kind: the id of a refund, of a payment. */
    readonly about?: string;
    /** The refund that it tells of. */
    readonly refund?: MoneyBack;
  },
): Promise<void> {
  const { bookingId, kind, about = bookingId, refund } = input;
  const row = await emailRow({ dedupeKey: `${kind}:${about}`, bookingId, kind, createdAt: ctx.now });
  if (row.status !== 'queued') return;
  const booking = await bookingForSystem(bookingId);
  if (!booking) throw new Fault('email-without-booking', { message: bookingId });
  const locale = isLocale(booking.locale) ? booking.locale : DEFAULT_LOCALE;
  const sailings = await sailingsForSale(
    booking.legs.map((leg) => leg.sailingId),
    ctx.now,
  );
  const content = emailContent(kind, booking, sailings, locale, env.APP_URL, refund);
  try {
    const { id } = await sendEmail({
      to: booking.contact.email,
      subject: content.subject,
      html: await renderHtml(content),
      text: renderText(content),
      attachments: await attachmentsOf(ctx, bookingId, kind),
      idempotencyKey: row.dedupeKey,
    });
    await markSent(row.id, id, ctx.now);
  } catch (error) {
    if (error instanceof Fault && !error.retryable) await markFailed(row.id);
    throw error;
  }
}

async function attachmentsOf(
  ctx: Context,
  bookingId: string,
  kind: EmailKind,
): Promise<OutgoingEmail['attachments']> {
  if (kind === 'refunded') return creditNotesOf(ctx, bookingId);
  if (kind !== 'confirmation') return [];
  const files = [
    await documentOfBooking(bookingId, 'e-ticket'),
    await documentOfBooking(bookingId, 'invoice'),
  ];
  if (files.some((file) => !file)) throw new Fault('documents-not-issued-yet', { retryable: true });
  return files.flatMap((file) => (file ? [file] : []));
}
