import { bookingForSystem } from '@/lib/booking/queries';
import type { SystemBooking } from '@/lib/booking/views';
import { Fault } from '@/lib/kernel/errors';
import { sha256Bytes } from '@/lib/kernel/ids';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/lib/kernel/locale';
import { listPorts } from '@/lib/network/queries';
import { readObject, storeObject } from '@/lib/providers/storage/store';
import { sailingsForSale } from '@/lib/sailings/queries';
import { creditNoteContent, invoiceContent } from './invoice-content';
import { renderInvoice, renderTickets } from './render';
import { type DocumentRow, findDocument, markStored, paidAt, refundById } from './repository';
import { ticketContent } from './ticket-content';

/**
 * The bytes of an issued document: from storage, or rendered (again) from the booking where storage has none, or has
 * others than were put there. The same row gives the same bytes.
 */
export async function produce(row: DocumentRow): Promise<Uint8Array> {
  const stored = row.storageKey && (await readObject(row.storageKey));
  if (stored && sha256Bytes(stored) === row.sha256) return stored;
  const booking = await bookingForSystem(row.bookingId);
  if (!booking) throw new Fault('document-without-booking', { message: row.bookingId });
  const bytes = await render(row, booking);
  const key = `${row.kind}/${row.issuedAt.getUTCFullYear()}/${row.id}.pdf`;
  await storeObject(key, bytes, 'application/pdf');
  await markStored(row.id, key, sha256Bytes(bytes));
  return bytes;
}

async function render(row: DocumentRow, booking: SystemBooking): Promise<Uint8Array> {
  const locale: Locale = isLocale(booking.locale) ? booking.locale : DEFAULT_LOCALE;
  if (row.kind === 'e-ticket') {
    const ids = booking.legs.map((leg) => leg.sailingId);
    return renderTickets(
      ticketContent(booking, await sailingsForSale(ids, row.issuedAt), locale),
      row.issuedAt,
    );
  }
  const ports = await listPorts();
  const portName = (code: string) => ports.find((port) => port.code === code)?.names[locale] ?? code;
  const sale = {
    booking,
    locale,
    number: row.number ?? '',
    issuedAt: row.issuedAt,
    paidAt: await paidAt(row.bookingId),
    portName,
  };
  if (row.kind === 'invoice') return renderInvoice(invoiceContent(sale), row.issuedAt);
  const refund = await refundById(row.subject.slice('refund:'.length));
  const invoice = await findDocument(row.bookingId, 'invoice', 'sale');
  if (!refund) throw new Fault('credit-note-without-refund', { message: row.id });
  return renderInvoice(
    creditNoteContent({
      ...sale,
      amountCents: refund.amountCents,
      invoice: invoice?.number ?? null,
    }),
    row.issuedAt,
  );
}
