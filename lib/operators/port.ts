import type { OperatorAnswer } from './answer';
import type {
  Cancellation,
  HoldOrder,
  Manifest,
  OperatorHold,
  OperatorNotice,
  OperatorSailing,
  OperatorTicket,
  OrderState,
  Redirect,
  RouteQuery,
  SailingOffer,
} from './words';

/** What an operator can do whose ships we sell ourselves. */
export const SELLING = [
  'timetable',
  'offers',
  /** hold, confirm, release and find. */
  'hold',
  'cancel',
  'manifest',
  'webhook',
] as const;

/** All that an operator's system may be able to do. A method whose capability is missing answers `unsupported`. */
export type Capability = (typeof SELLING)[number] | 'redirects';

/** A webhook as it came in: names of headers in lower case, the body unparsed, because the signature is over its bytes. */
export interface IncomingWebhook {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** A webhook that is the operator's own. */
export interface WebhookDelivery {
  /** The same when it is delivered again. */
  readonly deliveryId: string;
  readonly notices: readonly OperatorNotice[];
}

/**
 * How the product speaks with an operator, whatever its wire format. Nothing is thrown but bugs: every answer is a value
 * or a problem with a kind. Every method is safe to repeat, also after an answer that was lost: the same `orderKey`,
 * `holdRef` or `ticketRef` never does the work twice. Units: words.ts.
 */
export interface OperatorPort {
  /** The product's code of the system spoken to: a company, or an aggregator that sells for several. */
  readonly code: string;
  readonly capabilities: ReadonlySet<Capability>;

  /** All departures of a direction on these days, cancelled ones included, in order of departure, each once. */
  timetable(query: RouteQuery): Promise<OperatorAnswer<readonly OperatorSailing[]>>;

  /** Prices and what is left, of every departure that can still be sold, in order of departure, each once. */
  offers(query: RouteQuery): Promise<OperatorAnswer<readonly SailingOffer[]>>;

  /** Every departure that is booked elsewhere, with the page where, in order of departure, each once. */
  redirects(query: RouteQuery): Promise<OperatorAnswer<readonly Redirect[]>>;

  /** Keeps places until `expiresAt`. `sold-out`, `price-changed`, `gone` (the sailing) and `refused` hold nothing. */
  hold(order: HoldOrder): Promise<OperatorAnswer<OperatorHold>>;

  /** Makes a ticket of a hold, at the hold's price; the same one when asked again. `gone` when the hold has expired. */
  confirm(holdRef: string, bookingReference: string): Promise<OperatorAnswer<OperatorTicket>>;

  /** Gives held places back. A hold that is unknown, expired or released already is no problem; a ticket's is `refused`. */
  release(holdRef: string): Promise<OperatorAnswer<null>>;

  /** What the operator's books say of an order: for whoever does not know how an attempt ended. */
  find(orderKey: string): Promise<OperatorAnswer<OrderState>>;

  /** Gives a ticket back, at the terms of its family as of now; asked again, says the same as the first time. */
  cancel(ticketRef: string): Promise<OperatorAnswer<Cancellation>>;

  /** Tells who travels; overwrites what was told before. */
  sendManifest(ticketRef: string, manifest: Manifest): Promise<OperatorAnswer<null>>;

  /**
   * Reads a webhook after proving that the operator sent it, within five minutes of `now`. `refused` where that cannot
   * be proved. Kinds that we do not know are left out: a delivery without notices is still one.
   */
  readWebhook(incoming: IncomingWebhook, now: Date): OperatorAnswer<WebhookDelivery>;
}
