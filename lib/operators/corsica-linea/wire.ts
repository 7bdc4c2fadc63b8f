import { z } from 'zod';
import { MOST } from '../bounds';

const price = z.object({ minor: z.number().int().min(0).max(MOST.cents), currency: z.literal('EUR') });
const seconds = z.number().int().min(0).max(MOST.seconds);
const count = z.number().int().min(0).max(MOST.count);
const millimetres = z
  .number()
  .int()
  .min(0)
  .max(MOST.metres * 1_000);

export const token = z.object({
  access_token: z.string().min(1),
  token_type: z.literal('Bearer'),
  expires_in: z.number().int().positive(),
});

const crossingFields = z.object({
  vessel: z.string().min(1),
  /** Since 1970, in UTC. */
  'departs-at': seconds,
  'arrives-at': seconds,
  'expected-departure': seconds,
  cancelled: z.boolean(),
});
const crossing = z.object({ id: z.string().min(1), attributes: crossingFields });
export type WireCrossing = z.infer<typeof crossing>;

const fare = z.object({
  name: z.string(),
  persons: z.array(z.object({ age: z.string(), price })),
  vehicles: z.array(z.object({ kind: z.string(), price })),
  change: z.discriminatedUnion('allowed', [
    z.object({ allowed: z.literal(true), fee: price }),
    z.object({ allowed: z.literal(false) }),
  ]),
  cancellation: z
    .array(
      z.object({
        /** `P2D` or `PT48H` before departure. */
        notice: z.string().regex(/^P(\d{1,4}D|T\d{1,6}H)$/),
        /** Share that is kept, 0 to 1. */
        retained: z.number().min(0).max(1),
      }),
    )
    .min(1),
});
export type WireFare = z.infer<typeof fare>;

const offer = z.object({
  id: z.string().min(1),
  attributes: crossingFields.extend({
    capacity: z.object({ persons: count, 'lane-mm': millimetres }),
    fares: z.array(fare).min(1),
    'vehicle-surcharges': z.object({
      'included-mm': millimetres,
      'per-metre': price,
      'by-height': z.array(z.object({ 'from-mm': millimetres, price })),
      cargo: z.array(z.object({ place: z.string(), price })),
    }),
    pet: price,
    rooms: z.array(
      z.object({
        room: z.object({ view: z.string(), berths: count.positive(), pets: z.boolean() }),
        price,
        available: count,
      }),
    ),
    'lounge-seats': z.array(z.object({ price, available: count })).max(1),
    menus: z.array(z.object({ menu: z.string(), price })),
    levies: z.array(z.object({ name: z.string(), price, 'owed-from': z.enum(['adult', 'child', 'infant']) })),
  }),
});
export type WireOffer = z.infer<typeof offer>;

const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), links: z.object({ next: z.string().startsWith('/').nullable() }) });
export const crossings = page(crossing);
export const offers = page(offer);

const reservationFields = z.object({
  'expires-in': z
    .number()
    .int()
    .min(0)
    .max(MOST.minutes * 60),
  price,
  items: z.array(z.object({ label: z.string(), count: count.positive(), price })).min(1),
});
export const reservation = z.object({
  data: z.object({
    id: z.string().min(1),
    /** Whoever has a ticket says which. */
    attributes: z.discriminatedUnion('state', [
      reservationFields.extend({ state: z.enum(['held', 'released', 'lapsed']) }),
      reservationFields.extend({ state: z.enum(['issued', 'cancelled']), ticket: z.string().min(1) }),
    ]),
  }),
});
export type WireReservation = z.infer<typeof reservation>['data'];

export const cancellation = z.object({
  data: z.object({ attributes: z.object({ retained: price, refunded: price }) }),
});

export const problemDocument = z.object({
  type: z.string().startsWith('urn:corsica-linea:problem:'),
  price: price.optional(),
});

export const webhook = z.object({
  changes: z.array(
    z.object({
      crossing: z.string().min(1),
      what: z.string(),
      seconds: seconds.optional(),
      vessel: z.string().optional(),
    }),
  ),
});
export type WireChange = z.infer<typeof webhook>['changes'][number];
