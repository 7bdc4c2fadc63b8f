import { type Exchange, sendHtml, sendJson } from '../http-server';
import { type Html, html, page } from '../page';
import type { Book } from './book';

/** A payment as the list shows it. */
type Row = {
  readonly session: string;
  readonly status: string;
  readonly paymentStatus: string;
  readonly amount: number;
  readonly currency: string;
  readonly reference: string | null;
  readonly refunded: number;
  readonly disputed: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly paymentIntent: string | null;
  readonly charge: string | null;
  readonly url: string | null;
};

/** `/_payments`: all sessions, newest first; a page, or JSON where that is asked for. */
export async function servePayments({ headers, response, url }: Exchange, book: Book): Promise<void> {
  const rows = book
    .sessions()
    .reverse()
    .slice(0, 200)
    .map((session): Row => {
      const intent = session.payment_intent ? book.intent(session.payment_intent) : undefined;
      const charge = intent?.latest_charge ? book.charge(intent.latest_charge) : undefined;
      return {
        session: session.id,
        status: session.status,
        paymentStatus: session.payment_status,
        amount: session.amount_total,
        currency: session.currency,
        reference: session.client_reference_id,
        refunded: charge?.amount_refunded ?? 0,
        disputed: charge?.disputed ?? false,
        createdAt: new Date(session.created * 1000).toISOString(),
        expiresAt: new Date(session.expires_at * 1000).toISOString(),
        paymentIntent: intent?.id ?? null,
        charge: charge?.id ?? null,
        url: session.url,
      };
    });
  if (url.searchParams.get('format') === 'json' || headers.accept?.includes('application/json')) {
    return sendJson(response, 200, { data: rows });
  }
  sendHtml(response, 200, listPage(rows));
}

function listPage(rows: readonly Row[]): string {
  return page(
    'Payments',
    rows.length === 0
      ? html`<p class="quiet">Nothing has been paid yet.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="Payments"><table><thead><tr><th>Created</th><th>Reference</th><th>Amount</th><th>Session</th><th>Payment</th>
<th></th></tr></thead><tbody>${rows.map(line)}</tbody></table></div>`,
  );
}

function line(row: Row): Html {
  const euros = (amount: number): string => `${(amount / 100).toFixed(2)} ${row.currency.toUpperCase()}`;
  const after = [row.refunded > 0 ? `refunded ${euros(row.refunded)}` : '', row.disputed ? 'disputed' : ''];
  return html`<tr><td>${row.createdAt}</td><td>${row.reference ?? ''}</td><td>${euros(row.amount)}</td><td>${row.status}</td>
<td>${[row.paymentStatus, ...after].filter(Boolean).join(', ')}</td>
<td>${row.url ? html`<a href="${row.url}">pay</a>` : ''}</td></tr>`;
}
