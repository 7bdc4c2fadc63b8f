import { z } from 'zod';
import { MOST } from '../bounds';

/** Euros as a number, `89.5`: whole cents or it is no price. */
const euros = z
  .number()
  .nonnegative()
  .max(MOST.euros)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, 'not whole cents');
const centimetres = z
  .number()
  .int()
  .min(0)
  .max(MOST.metres * 100);
const count = z.number().int().min(0).max(MOST.count);
/** `2027-07-10T21:00`, without a zone: one that had one would mean something else. */
const localTime = z.iso
  .datetime({ local: true, precision: -1 })
  .refine((text) => !text.endsWith('Z'), 'has a zone');

const departure = z.object({
  departureId: z.string().min(1),
  ship: z.object({ name: z.string().min(1) }),
  /** By the clock of the port of departure, and of arrival. */
  departureTime: localTime,
  arrivalTime: localTime,
  status: z.enum(['REGULAR', 'LATE', 'CANCELLED']),
  delayMinutes: z.number().int().min(0).max(MOST.minutes),
});
export type WireDeparture = z.infer<typeof departure>;

const availability = departure.extend({
  currency: z.literal('EUR'),
  places: z.object({ passengers: count, laneMeters: z.number().min(0).max(MOST.metres) }),
  rates: z
    .array(
      z.object({
        rateCode: z.string(),
        adt: euros,
        chd: euros,
        inf: euros,
        vehicles: z.array(z.object({ category: z.string(), price: euros })),
        changeFee: euros.nullable(),
        penalties: z
          .array(
            z.object({ daysBefore: z.number().min(0).max(MOST.days), percent: z.number().min(0).max(100) }),
          )
          .min(1),
      }),
    )
    .min(1),
  vehicleRules: z.object({
    includedLength: centimetres.positive(),
    extraMeter: euros,
    heights: z.array(z.object({ from: centimetres, price: euros })),
    extras: z.array(z.object({ code: z.string(), price: euros })),
  }),
  petPrice: euros,
  accommodations: z.array(
    z.object({
      code: z.string(),
      beds: count,
      price: euros,
      available: count,
    }),
  ),
  catering: z.array(z.object({ code: z.string(), price: euros })),
  taxes: z.array(z.object({ code: z.string(), amount: euros, appliesTo: z.array(z.string()).min(1) })),
});
export type WireAvailability = z.infer<typeof availability>;

const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), pageCount: z.number().int().min(1).max(200) });
export const departurePage = page(departure);
export const availabilityPage = page(availability);

const anyOption = z.object({
  optionNumber: z.string().min(1),
  validUntil: z.iso.datetime({ offset: true }),
  total: euros,
  priceLines: z
    .array(z.object({ description: z.string(), quantity: count.positive(), amount: euros }))
    .min(1),
});
/** Whoever has a ticket says which. */
export const option = z.discriminatedUnion('status', [
  anyOption.extend({ status: z.enum(['OPEN', 'CLOSED', 'EXPIRED']) }),
  anyOption.extend({ status: z.enum(['TICKETED', 'REFUNDED']), ticketNumber: z.string().min(1) }),
]);
export type WireOption = z.infer<typeof option>;
export const optionList = z.object({ items: z.array(option) });

export const cancellation = z.object({ penalty: euros, refund: euros });

export const errors = z.object({
  errors: z.array(z.object({ code: z.string().min(1), total: euros.optional() })).min(1),
});

export const webhook = z.object({
  eventId: z.string().min(1),
  events: z.array(
    z.object({
      type: z.string(),
      departureId: z.string().min(1),
      minutes: z.number().int().min(0).max(MOST.minutes).optional(),
      shipName: z.string().optional(),
    }),
  ),
});
export type WireEvent = z.infer<typeof webhook>['events'][number];
