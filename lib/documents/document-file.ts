import { getBooking } from '@/lib/booking/queries';
import type { Context } from '@/lib/kernel/context';
import { endsBooking } from '@/lib/payments/settlement-rules';
import { issueCreditNote } from './issue-documents';
import { produce } from './produce';
import { findDocument, settledRefunds } from './repository';
import type { DocumentKind } from './types';

/** What can be downloaded from the booking page. */
export type Downloadable = DocumentKind;

export interface DocumentFile {
  readonly fileName: string;
  readonly contentType: 'application/pdf';
  readonly bytes: Uint8Array;
}

/** A document of a booking for whoever holds its access token; null when there is none, or none for this token. */
export async function documentFile(
  ctx: Context,
  input: { readonly reference: string; readonly kind: Downloadable },
): Promise<DocumentFile | null> {
  const booking = await getBooking(ctx, input.reference);
  return booking && documentOfBooking(booking.id, input.kind);
}

/** The same for the system, by the booking's id: what e-mails attach. */
export async function documentOfBooking(bookingId: string, kind: Downloadable): Promise<DocumentFile | null> {
  const subject = await subjectOf(bookingId, kind);
  const row = subject && (await findDocument(bookingId, kind, subject));
  if (!row) return null;
  const bytes = await produce(row);
  return { fileName: `voila-ferry-${row.number ?? 'e-ticket'}.pdf`, contentType: 'application/pdf', bytes };
}

/** The credit notes of a booking's settled refunds, issued where they are not yet. */
export async function creditNotesOf(ctx: Context, bookingId: string): Promise<DocumentFile[]> {
  const files: DocumentFile[] = [];
  for (const { id } of await creditedRefunds(bookingId)) {
    await issueCreditNote(ctx, id);
    const row = await findDocument(bookingId, 'credit-note', `refund:${id}`);
    if (row)
      files.push({
        fileName: `voila-ferry-${row.number}.pdf`,
        contentType: 'application/pdf',
        bytes: await produce(row),
      });
  }
  return files;
}

/** Refunds that take back a sale; money that came once too often was never sold for, and is only given back. */
async function creditedRefunds(bookingId: string) {
  return (await settledRefunds(bookingId)).filter(({ reason }) => endsBooking(reason));
}

/** What a kind of document is about; for credit notes the last refund, null where there is none. */
async function subjectOf(bookingId: string, kind: Downloadable): Promise<string | null> {
  if (kind === 'invoice') return 'sale';
  if (kind === 'e-ticket') return 'tickets';
  const refund = (await creditedRefunds(bookingId)).at(-1);
  return refund ? `refund:${refund.id}` : null;
}
