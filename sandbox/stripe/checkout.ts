import { type Exchange, redirect, sendHtml } from '../http-server';
import type { Book } from './book';
import { checkoutPage, closedPage, securePage, successUrl } from './checkout-page';
import type { Session } from './objects';
import { authenticate, type PayResult, payByCard, payByDebit } from './payments';
import { expireDue } from './sessions';

/** The hosted pages: `/c/pay/:session`, where the buyer pays. */
export async function serveCheckout(exchange: Exchange, book: Book): Promise<void> {
  const { response, method, url } = exchange;
  const [, , , id = '', action = ''] = url.pathname.split('/');
  expireDue(book);
  const session = id.startsWith('cs_test_') ? book.session(id) : undefined;
  if (!session)
    return sendHtml(response, 404, '<!doctype html><title>404</title><h1>No such payment page</h1>');
  if (method === 'GET') return show(exchange, book, session, action);
  const form = new URLSearchParams(exchange.body);
  await follow(exchange, book, session.id, pay(book, session, action, form), form.get('billingName') ?? '');
}

async function show(exchange: Exchange, book: Book, session: Session, action: string): Promise<void> {
  const view = { session, lines: book.extra(session.id)?.lines ?? [] };
  if (session.status !== 'open') return sendHtml(exchange.response, 200, closedPage(view));
  const intent = session.payment_intent ? book.intent(session.payment_intent) : undefined;
  if (action === 'authenticate' && intent?.status === 'requires_action') {
    return sendHtml(exchange.response, 200, securePage(view));
  }
  const error = intent?.status === 'requires_payment_method' ? intent.last_payment_error : null;
  sendHtml(exchange.response, 200, checkoutPage(view, error, { name: '' }));
}

function pay(book: Book, session: Session, action: string, form: URLSearchParams): PayResult {
  const field = (name: string): string => form.get(name)?.trim() ?? '';
  const payer = { email: field('email') || null, name: field('billingName') || null };
  if (action === 'authenticate') return authenticate(book, session.id, field('answer') === 'authorize');
  if (action === 'debit') return payByDebit(book, session.id, payer);
  const card = { number: field('cardNumber'), expiry: field('cardExpiry'), cvc: field('cardCvc') };
  return payByCard(book, session.id, card, payer);
}

async function follow(
  exchange: Exchange,
  book: Book,
  id: string,
  result: PayResult,
  name: string,
): Promise<void> {
  const session = book.session(id);
  if (!session) throw new Error(`Session ${id} vanished`);
  const view = { session, lines: book.extra(id)?.lines ?? [] };
  switch (result.kind) {
    case 'complete':
      return redirect(exchange.response, successUrl(session));
    case 'authenticate':
      return redirect(exchange.response, `/c/pay/${id}/authenticate`);
    case 'declined':
      return sendHtml(exchange.response, 402, checkoutPage(view, result.error, { name }));
    case 'closed':
      // Sent twice: whoever has paid goes on to the site, anybody else reads what happened.
      if (session.status === 'complete') return redirect(exchange.response, successUrl(session));
      return sendHtml(exchange.response, 200, closedPage(view));
  }
}
