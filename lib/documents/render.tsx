import { renderToBuffer } from '@react-pdf/renderer';
import type { InvoiceContent } from './invoice-content';
import { InvoicePdf } from './pdf/invoice';
import { TicketPdf } from './pdf/ticket';
import type { TicketContent } from './ticket-content';

/** An invoice or credit note as PDF bytes. */
export function renderInvoice(content: InvoiceContent): Promise<Uint8Array> {
  return renderToBuffer(<InvoicePdf content={content} />);
}

/** The e-tickets as PDF bytes. */
export function renderTickets(content: TicketContent): Promise<Uint8Array> {
  return renderToBuffer(<TicketPdf content={content} />);
}
