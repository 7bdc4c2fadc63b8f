import { z } from 'zod';

/**
 * Everything that the product says happened, with the shape of its data. Identifiers only, never personal
 * data: whoever needs more reads it. Names are `<domain>/<thing>.<past participle>`.
 */
export const EVENTS = {
  'inventory/sailing.changed': z.object({
    sailingId: z.string(),
    routeId: z.string(),
    departureDay: z.string(),
  }),
  /** What is sold on a sailing changed, and with it perhaps the price. What is held says nothing of the price. */
  'inventory/sales.changed': z.object({ sailingId: z.string() }),
  /**
   * What everybody sees of a day's sailings changed: the badges of its list, or for some party the room (`day`), by
   * which strips and calendars show it. `key` names all of it.
   */
  'inventory/look.changed': z.object({
    routeId: z.string(),
    departureDay: z.string(),
    reach: z.enum(['list', 'day']),
    key: z.string(),
  }),
  /** An order of ours at the operator of a sailing changed what is left there: held, released, given back. */
  'supply/order.changed': z.object({ sailingId: z.string() }),
  /** What a system has shall be looked at: all of it, or a direction on a day. `at` is when that was asked for. */
  'supply/sync.due': z.object({
    supplier: z.string(),
    at: z.iso.datetime(),
    only: z.object({ routeId: z.string(), day: z.string() }).nullable(),
  }),
  /** An operator's webhook was stored. */
  'supply/delivery.received': z.object({ supplier: z.string(), deliveryId: z.string() }),
  'booking/booking.placed': z.object({ bookingId: z.string() }),
  'booking/booking.confirmed': z.object({ bookingId: z.string() }),
  'booking/booking.expired': z.object({ bookingId: z.string() }),
  'booking/booking.cancelled': z.object({ bookingId: z.string() }),
  'payments/event.received': z.object({ eventId: z.string() }),
  'payments/payment.paid': z.object({ paymentId: z.string(), bookingId: z.string() }),
  'payments/payment.failed': z.object({ paymentId: z.string(), bookingId: z.string() }),
  'payments/refund.requested': z.object({
    refundId: z.string(),
    paymentId: z.string(),
    bookingId: z.string(),
  }),
  'payments/refund.settled': z.object({ refundId: z.string(), paymentId: z.string(), bookingId: z.string() }),
  /** Tried for the last time: a person has to find another way. */
  'payments/refund.failed': z.object({ refundId: z.string(), paymentId: z.string(), bookingId: z.string() }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventData<N extends EventName> = z.infer<(typeof EVENTS)[N]>;

/** An event as it is stored and sent; `id` makes consumers idempotent. */
export type DomainEvent = {
  [N in EventName]: { readonly id: string; readonly name: N; readonly data: EventData<N> };
}[EventName];
