import { renderToBuffer } from '@react-pdf/renderer';
import type { InvoiceContent } from './invoice-content';
import { fontsReady, printed } from './pdf/fonts';
import { InvoicePdf } from './pdf/invoice';
import { TicketPdf } from './pdf/ticket';
import type { TicketContent } from './ticket-content';

/** An invoice or credit note as PDF bytes; the same content and day give the same bytes. */
export async function renderInvoice(content: InvoiceContent, issuedAt: Date): Promise<Uint8Array> {
  const legible = inLetters(content, await fontsReady());
  return renderToBuffer(<InvoicePdf content={legible} issuedAt={issuedAt} />);
}

/** The e-tickets as PDF bytes, likewise. */
export async function renderTickets(content: TicketContent, issuedAt: Date): Promise<Uint8Array> {
  const legible = inLetters(content, await fontsReady());
  return renderToBuffer(<TicketPdf content={legible} issuedAt={issuedAt} />);
}

/** The same content with every text in letters that can be printed. */
function inLetters<T>(content: T, printable: ReadonlySet<number>): T {
  if (typeof content === 'string') return printed(content, printable) as T;
  if (Array.isArray(content)) return content.map((each) => inLetters(each, printable)) as T;
  if (content === null || typeof content !== 'object') return content;
  const entries = Object.entries(content).map(([key, value]) => [key, inLetters(value, printable)]);
  return Object.fromEntries(entries) as T;
}
