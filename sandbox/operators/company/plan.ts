import { readFileSync } from 'node:fs';
import { z } from 'zod';

const cents = z.number().int().min(0);
const item = z.object({ code: z.string(), priceCents: cents });

const tariff = z.object({
  adultCents: cents,
  familyPercent: z.record(z.string(), z.number()),
  ageBands: z.object({ childPercent: z.number(), infantPercent: z.number() }),
  vehicle: z.object({
    base: z.record(z.string(), cents),
    baseLengthCm: z.number().int(),
    perExtraMetreCents: cents,
    heightSteps: z.array(z.object({ fromCm: z.number().int(), cents })),
    accessoryCents: z.record(z.string(), cents),
  }),
  petCents: cents,
  dues: z.array(z.object({ code: z.string(), cents, fromType: z.enum(['adult', 'child', 'infant']) })),
  cabins: z.array(item.extend({ berths: z.number().int() })),
  seats: z.array(item),
  meals: z.array(item),
});
export type Tariff = z.infer<typeof tariff>;

const sailing = z.object({
  id: z.string(),
  operator: z.string(),
  from: z.string(),
  to: z.string(),
  ship: z.string(),
  departsAt: z.iso.datetime(),
  arrivesAt: z.iso.datetime(),
  tariff,
  /** `deck` counts persons, `lane` centimetres, the rest pieces. `sold` is what others had bought by then. */
  stock: z.array(z.object({ code: z.string(), capacity: z.number().int(), sold: z.number().int() })),
});
export type Sailing = z.infer<typeof sailing>;

export const planSchema = z.object({
  /** Time zone of each port, by its code. */
  zones: z.record(z.string(), z.string()),
  ships: z.array(
    z.object({
      operator: z.string(),
      name: z.string(),
      passengers: z.number().int(),
      cars: z.number().int(),
      cabins: z.number().int(),
    }),
  ),
  terms: z.array(
    z.object({
      operator: z.string(),
      family: z.string(),
      changeFeeCents: cents.nullable(),
      /** Longest notice first; the last step is at 0. */
      cancellation: z.array(z.object({ hoursBefore: z.number(), keptPercent: z.number() })),
    }),
  ),
  sailings: z.array(sailing),
});
/** All that a house has on paper when it opens: season, ships, prices and terms of each company it sells for. */
export type Plan = z.infer<typeof planSchema>;

/** Reads a plan from a file of JSON. Throws a ZodError when it is none. */
export function readPlan(file: string): Plan {
  return planSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
