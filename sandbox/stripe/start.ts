import { listen, redirect } from '../http-server';
import type { Service } from '../service';
import { refuse, serveApi } from './api';
import { openBook } from './book';
import { serveCheckout } from './checkout';
import { serveControl } from './control';
import { openControl } from './control-state';
import { servePayments } from './payments-page';
import { expireDue } from './sessions';
import { startWebhooks } from './webhooks';

export type StripeOptions = {
  readonly port: number;
  /** What was paid is kept here, over restarts. */
  readonly dataDir: string;
  readonly webhookUrl: string;
  readonly webhookSecret: string;
  readonly clockFile: string;
  /** Address by which browsers reach this server, where it is not `http://127.0.0.1:<port>`. */
  readonly publicUrl?: string;
};

const EXPIRY_TICK_MS = 250;

/**
 * Starts a Stripe for `new Stripe('sk_test_…', {host, port, protocol: 'http'})`: Checkout Sessions with their
 * payment page, payment intents, charges, refunds, events, signed webhooks.
 */
export async function startStripe(options: StripeOptions): Promise<Service> {
  const book = openBook(options.dataDir, options.clockFile);
  const control = openControl(book.journal);
  const target = { url: options.webhookUrl, secret: options.webhookSecret };
  let publicUrl = options.publicUrl ?? '';
  const pageUrl = (id: string): string => `${publicUrl}/c/pay/${id}`;
  const server = await listen(options.port, (exchange) => {
    const { pathname } = exchange.url;
    if (pathname.startsWith('/v1/')) return serveApi(exchange, { book, control, pageUrl });
    if (pathname.startsWith('/c/pay/')) return serveCheckout(exchange, book);
    if (pathname.startsWith('/_control')) return serveControl(exchange, { book, control, target });
    if (pathname === '/_payments') return servePayments(exchange, book);
    if (pathname === '/') return redirect(exchange.response, '/_payments');
    refuse(exchange.response);
  });
  publicUrl ||= server.url;
  const webhooks = startWebhooks(book, control, target);
  const expiry = setInterval(() => expireDue(book), EXPIRY_TICK_MS);
  return {
    url: server.url,
    stop: async () => {
      clearInterval(expiry);
      await webhooks.stop();
      await server.close();
    },
  };
}
