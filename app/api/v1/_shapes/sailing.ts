import { z } from 'zod';
import { type PassengerCo2, SOURCE } from '@/lib/carbon/passenger-rules';
import { co2Method } from '@/lib/i18n/co2-text';
import type { Locale } from '@/lib/kernel/locale';
import type { SailingOffer } from '@/lib/search/types';
import { lineShape, money, moneyShape, presentLine } from './money';

export const instantShape = z.iso
  .datetime({ offset: true })
  .meta({ description: 'Instant with the offset of the port.', example: '2027-07-14T17:30:00+02:00' });
export const delayShape = z
  .int()
  .min(0)
  .meta({ description: 'Minutes later than published, as the operator expects; 0 when it is on time.' });

const state = z.enum(['available', 'limited', 'full']);
const leftShape = z
  .object({ state, left: z.int().min(0) })
  .meta({ id: 'Left', description: '`left` is the exact count.' });

export const availabilityShape = z.object({
  passengers: leftShape,
  vehicles: leftShape.extend({
    laneCentimetres: z.int().min(0).meta({ description: 'Exact space; `left` counts places of 5 m.' }),
  }),
  cabins: z.array(
    z.object({ type: z.string(), berths: z.int(), price: moneyShape, state, left: z.int().min(0) }),
  ),
  seats: z.array(z.object({ code: z.string(), price: moneyShape, state, left: z.int().min(0) })),
});

export const co2Shape = z
  .object({
    kgPerPassenger: z.number().positive(),
    aboard: z.enum(['foot', 'vehicle']).meta({ description: 'Which factor applies to the party.' }),
    kilometres: z.int().positive().meta({ description: 'Great circle between the two ports.' }),
    method: z.string(),
    source: z.string(),
  })
  .meta({
    id: 'Co2',
    description: 'An average, by the line and not by the ship: CO2 equivalent of the fuel.',
  });

export const sailingShape = z
  .object({
    id: z.string(),
    operator: z.object({ code: z.string(), name: z.string() }),
    ship: z.object({ name: z.string(), amenities: z.array(z.string()) }),
    from: z.string(),
    to: z.string(),
    departsAt: instantShape,
    arrivesAt: instantShape,
    delayMinutes: delayShape,
    supply: z
      .object({
        state: z.enum(['current', 'last-known', 'unchecked']),
        answeredAt: instantShape.nullable(),
      })
      .meta({
        description:
          'How well prices and places are known: `last-known` are those of `answeredAt`, the operator has not answered since. They are asked for anew before anything is charged.',
      }),
    durationMinutes: z.int().positive(),
    co2: co2Shape,
    bookable: z.boolean(),
    best: z.boolean(),
    fares: z.array(
      z.object({
        family: z.enum(['basic', 'standard', 'flex']),
        perAdult: moneyShape,
        total: moneyShape,
        lines: z.array(lineShape),
        conditions: z.object({
          changeFee: moneyShape.nullable().meta({ description: 'null: it cannot be changed.' }),
          refundable: z.boolean(),
          cancellation: z.array(z.object({ hoursBefore: z.int(), keptPercent: z.number() })),
        }),
      }),
    ),
    availability: availabilityShape,
    meals: z.array(z.object({ code: z.string(), price: moneyShape })),
  })
  .meta({ id: 'Sailing' });

/** A sailing of the result list as the API gives it. */
export function presentSailing(offer: SailingOffer, locale: Locale): z.output<typeof sailingShape> {
  const { availability } = offer;
  const cabinPrice = new Map(offer.cabins.map((cabin) => [cabin.code, cabin.priceCents]));
  const seatPrice = new Map(offer.seats.map((seat) => [seat.code, seat.priceCents]));
  return {
    id: offer.id,
    operator: offer.operator,
    ship: { name: offer.ship.name, amenities: [...offer.ship.amenities] },
    from: offer.from,
    to: offer.to,
    departsAt: offer.departsAt,
    arrivesAt: offer.arrivesAt,
    delayMinutes: offer.delayMinutes,
    supply: offer.supply,
    durationMinutes: offer.durationMinutes,
    co2: presentCo2(offer.co2, locale),
    bookable: offer.missing.length === 0,
    best: offer.best,
    fares: offer.fares.map((fare) => ({
      family: fare.family,
      perAdult: money(fare.perAdultCents),
      total: money(fare.totalCents),
      lines: fare.lines.map((line) => presentLine(line, locale)),
      conditions: {
        changeFee: fare.conditions.changeFeeCents === null ? null : money(fare.conditions.changeFeeCents),
        refundable: fare.conditions.refundable,
        cancellation: [...fare.cancellation],
      },
    })),
    availability: {
      passengers: { state: availability.passengers.state, left: availability.passengers.left },
      vehicles: {
        state: availability.vehicles.state,
        left: availability.vehicles.left,
        laneCentimetres: availability.vehicles.laneCm,
      },
      cabins: availability.cabins.map(({ code, berths, state: is, left }) => ({
        type: code,
        berths,
        price: money(cabinPrice.get(code) ?? 0),
        state: is,
        left,
      })),
      seats: availability.seats.map(({ code, state: is, left }) => ({
        code,
        price: money(seatPrice.get(code) ?? 0),
        state: is,
        left,
      })),
    },
    meals: offer.meals.map(({ code, priceCents }) => ({ code, price: money(priceCents) })),
  };
}

/** What a crossing weighs, with the way it is worked out. */
export function presentCo2(co2: PassengerCo2, locale: Locale): z.output<typeof co2Shape> {
  return { ...co2, method: co2Method(locale), source: SOURCE };
}
