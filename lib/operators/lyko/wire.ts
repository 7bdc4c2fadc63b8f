import { z } from 'zod';
import { MOST } from '../bounds';

/** `149.50` */
const amount = z.string().regex(/^\d{1,6}\.\d{2}$/);
const metres = z.number().min(0).max(MOST.metres);
const count = z.number().int().min(0).max(MOST.count);
const instant = z.iso.datetime();

/** Around every answer. `id` is that of the call, or it answers another. */
export const envelope = z.union([
  z.object({ id: z.string(), result: z.object({}).loose() }),
  z.object({ id: z.string(), error: z.object({ code: z.number().int(), data: z.unknown().optional() }) }),
]);

const trip = z.object({
  tripId: z.string().min(1),
  carrier: z.string(),
  ship: z.string().min(1),
  departsAt: instant,
  arrivesAt: instant,
  estimatedDeparture: instant.nullable(),
  operates: z.boolean(),
});
export type WireTrip = z.infer<typeof trip>;

const price = z.object({
  item: z.string(),
  amount,
  /** Without it the price is the same in every fare. */
  fare: z.string().optional(),
  berths: count.positive().optional(),
  left: count.optional(),
  /** Whom a tax is asked of. */
  per: z.array(z.string()).optional(),
});
export type WirePrice = z.infer<typeof price>;

const pricedTrip = trip.extend({
  currency: z.literal('EUR'),
  left: z.object({ persons: count, laneMetres: metres }),
  prices: z.array(price),
  vehicleRules: z.object({
    lengthIncluded: metres,
    extraMetre: amount,
    heights: z.array(z.object({ from: metres, amount })),
    loads: z.array(z.object({ load: z.string(), amount })),
  }),
  terms: z
    .array(
      z.object({
        fare: z.string(),
        changeFee: amount.nullable(),
        cancel: z
          .array(
            z.object({
              minutesBefore: z.number().int().min(0).max(MOST.minutes),
              keep: z.number().min(0).max(100),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
export type WirePricedTrip = z.infer<typeof pricedTrip>;

const page = <Item extends z.ZodType>(item: Item) => z.object({ total: count, trips: z.array(item) });
export const trips = page(trip);
export const pricedTrips = page(pricedTrip);

const orderFields = z.object({
  orderId: z.string().min(1),
  heldUntil: instant,
  amount,
  breakdown: z.array(z.object({ label: z.string(), count: count.positive(), amount })).min(1),
});
/** Whoever has a ticket says which. */
export const order = z.discriminatedUnion('status', [
  orderFields.extend({ status: z.enum(['HELD', 'RELEASED', 'EXPIRED']) }),
  orderFields.extend({ status: z.enum(['CONFIRMED', 'REFUNDED']), ticketId: z.string().min(1) }),
]);
export type WireOrder = z.infer<typeof order>;
export const orders = z.object({ orders: z.array(order) });

export const refundQuote = z.object({ quoteId: z.string().min(1) });
export const refund = z.object({ kept: amount, refund: amount });
/** What comes with an error about another price. */
export const otherPrice = z.object({ amount });
