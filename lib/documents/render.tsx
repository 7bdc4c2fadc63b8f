import { renderToBuffer } from '@react-pdf/renderer';
import type { InvoiceContent } from './invoice-content';
import { InvoicePdf } from './pdf/invoice';
import { TicketPdf } from './pdf/ticket';
import type { TicketContent } from './ticket-content';

/** An invoice or credit note as PDF bytes; the same content and day give the same bytes. */
export function renderInvoice(content: InvoiceContent, issuedAt: Date): Promise<Uint8Array> {
  return renderToBuffer(<InvoicePdf content={content} issuedAt={issuedAt} />);
}

/** The e-tickets as PDF bytes, likewise. */
export function renderTickets(content: TicketContent, issuedAt: Date): Promise<Uint8Array> {
  return renderToBuffer(<TicketPdf content={content} issuedAt={issuedAt} />);
}
