import { type Exchange, sendHtml, sendJson, escapeHtml as text } from '../http-server';
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
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Payments</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<style>body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#0a2a3a}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #dccfb4}
</style><h1>Payments</h1><table><thead><tr><th>Created<th>Reference<th>Amount<th>Session<th>Payment<th></tr></thead><tbody>
${rows.map(line).join('\n')}</tbody></table></html>`;
}

function line(row: Row): string {
  const euros = (amount: number): string => `${(amount / 100).toFixed(2)} ${row.currency.toUpperCase()}`;
  const after = [row.refunded > 0 ? `refunded ${euros(row.refunded)}` : '', row.disputed ? 'disputed' : ''];
  return `<tr><td>${row.createdAt}<td>${text(row.reference ?? '')}<td>${euros(row.amount)}<td>${row.status}
<td>${[row.paymentStatus, ...after].filter(Boolean).join(', ')}
<td>${row.url ? `<a href="${text(row.url)}">pay</a>` : ''}</tr>`;
}
