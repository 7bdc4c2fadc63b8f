/** One leg of a booking, as an operator is asked to carry it. Names of travellers are not part of it yet. */
export interface OperatorTicketOrder {
  /** The same for every attempt at the same leg: an operator makes one ticket of it. */
  readonly idempotencyKey: string;
  readonly bookingReference: string;
  readonly leg: number;
  readonly sailingId: string;
  readonly departsAt: Date;
  readonly fareFamily: string;
  /** Type of each passenger: `adult`, `child`, `infant`. */
  readonly passengers: readonly string[];
  readonly vehicles: readonly {
    readonly type: string;
    readonly lengthCm: number;
    readonly heightCm: number;
  }[];
  readonly cabins: readonly { readonly code: string; readonly quantity: number }[];
  readonly seats: readonly { readonly code: string; readonly quantity: number }[];
}

/** What an operator says to an order. A refusal is its considered answer: asking again gives the same. */
export type TicketAnswer =
  | { readonly status: 'confirmed'; readonly ticketReference: string }
  | { readonly status: 'refused'; readonly reason: string };

/**
 * What the payment saga asks of the local operator, who has no stock of its own to hold. Operators with books of their
 * own speak `OperatorPort` (port.ts). Every method is safe to repeat. Throws a retryable Fault `operator-unavailable` when
 * there is no answer or none that can be read.
 */
export interface TicketPort {
  /** Whether the leg could be ticketed now; asked right before money is (PRODUCT B10). Promises nothing. */
  check(order: OperatorTicketOrder): Promise<boolean>;
  /** Turns a leg into a ticket; the same idempotency key gives the same ticket. */
  confirm(order: OperatorTicketOrder): Promise<TicketAnswer>;
  /** Gives a ticket back; one that is unknown or given back already is no error. */
  release(ticketReference: string): Promise<void>;
}
