import { env } from './env';

/** What a browser may do with a page, beside the scripts that the page itself names. */
export interface PolicySettings {
  /** The live channel's address. */
  readonly realtimeUrl?: string | undefined;
  /** Where Stripe's API is, when it is not at its own address: its payment page is beside it. */
  readonly stripeApiBase?: string | undefined;
}

const STRIPE_CHECKOUT = 'https://checkout.stripe.com';

/** For what is no page: answers of the API, redirects, files. Nothing in them is run, framed or sent. */
export const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";

/**
 * The Content-Security-Policy of a page. `scripts` are the hashes (`sha256-…`) of its own scripts, or one nonce
 * (`nonce-…`). Nothing is `unsafe-`: styles come as files, and what moves sets them through the DOM.
 * A form may lead to the payment page, which is another site: browsers follow a form's redirects with this rule.
 */
export function pagePolicy(scripts: readonly string[], settings: PolicySettings): string {
  const payment = settings.stripeApiBase ? new URL(settings.stripeApiBase).origin : STRIPE_CHECKOUT;
  const live = settings.realtimeUrl ? liveSource(settings.realtimeUrl) : '';
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts.map((source) => `'${source}'`)].join(' '),
    "style-src 'self'",
    // data: the waves drawn by the style sheets.
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    ["connect-src 'self'", live].filter(Boolean).join(' '),
    `form-action 'self' ${payment}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The one address at which the live channel is listened to: by WebSocket alone. */
function liveSource(url: string): string {
  return `${new URL(url).origin.replace(/^http/, 'ws')}/socket.io/`;
}

/** The same with the settings of this process; null in development, whose tools put scripts and styles into pages. */
export function ownPolicy(scripts: readonly string[]): string | null {
  if (env.NODE_ENV === 'development') return null;
  return pagePolicy(scripts, { realtimeUrl: env.REALTIME_URL, stripeApiBase: env.STRIPE_API_BASE });
}
