import { z } from 'zod';
import { DIRECTIONS } from '@/lib/inventory/leg-place-rules';
import type { HoldLegView, HoldView } from '@/lib/inventory/views';
import type { Locale } from '@/lib/kernel/locale';
import { lineShape, money, moneyShape, presentLine } from './money';
import { delayShape, instantShape } from './sailing';

const chosen = z.array(z.object({ code: z.string(), quantity: z.int() }));

export const legShape = z
  .object({
    sailingId: z.string(),
    direction: z.enum(DIRECTIONS),
    operator: z.object({ code: z.string(), name: z.string() }),
    ship: z.object({ name: z.string() }),
    from: z.string(),
    to: z.string(),
    departsAt: instantShape,
    arrivesAt: instantShape,
    delayMinutes: delayShape,
    fareFamily: z.enum(['basic', 'standard', 'flex']),
    cabins: chosen,
    seats: chosen,
    meals: chosen,
  })
  .meta({ id: 'Leg' });

export const holdShape = z
  .object({
    id: z.string(),
    status: z.enum(['active', 'converted', 'expired', 'released']),
    expiresAt: z.iso.datetime({ offset: true }),
    total: moneyShape,
    lines: z.array(lineShape),
    legs: z.array(legShape),
    bookingReference: z.string().nullable(),
  })
  .meta({ id: 'Hold', description: 'Places kept for 30 minutes at a guaranteed price.' });

/** A leg of a hold or a booking as the API gives it. */
export function presentLeg(leg: HoldLegView): z.output<typeof legShape> {
  return {
    sailingId: leg.sailingId,
    direction: leg.direction,
    operator: leg.operator,
    ship: { name: leg.ship.name },
    from: leg.from,
    to: leg.to,
    departsAt: leg.departsAt,
    arrivesAt: leg.arrivesAt,
    delayMinutes: leg.delayMinutes,
    fareFamily: leg.fareFamily,
    cabins: [...leg.selection.cabins],
    seats: [...leg.selection.seats],
    meals: [...leg.selection.meals],
  };
}

/** A hold as the API gives it. */
export function presentHold(hold: HoldView, locale: Locale): z.output<typeof holdShape> {
  return {
    id: hold.id,
    status: hold.status,
    expiresAt: hold.expiresAt,
    total: money(hold.quote.totalCents),
    lines: hold.quote.lines.map((line) => presentLine(line, locale)),
    legs: hold.legs.map(presentLeg),
    bookingReference: hold.bookingReference,
  };
}
