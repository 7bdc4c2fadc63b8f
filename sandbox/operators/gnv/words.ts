import { codes } from '../codes';
import type { Company, Entry } from '../company/company';
import { wallClock } from '../company/local-time';
import type { Sailing } from '../company/plan';
import { fareCents, vehicleCents } from '../company/price';

export const PORTS = codes({
  ITGOA: 'GOA',
  ITCVV: 'CIV',
  ITPMO: 'PMO',
  ITOLB: 'OLB',
  ITPTO: 'PTO',
  TNLGN: 'TUN',
  FRSET: 'SET',
  ESBCN: 'BCN',
  MAPTM: 'TNG',
  MANDR: 'NAD',
});
export const RATES = codes({ basic: 'SPECIAL', standard: 'SMART', flex: 'OPEN' });
export const VEHICLES = codes({
  car: 'AUTO',
  suv: 'SUV',
  van: 'VAN',
  motorcycle: 'MOTO',
  camper: 'CAMPER',
  caravan: 'CARAVAN',
  truck: 'TRUCK',
  trailer: 'TRAILER',
  bicycle: 'BIKE',
  'jet-ski': 'JETSKI',
});
export const EXTRAS = codes({ 'roof-box': 'ROOFBOX', 'bike-rack': 'BIKERACK' });
export const BEDS = codes({
  'inside-2': 'I2',
  'inside-4': 'I4',
  'outside-2': 'E2',
  'outside-4': 'E4',
  'suite-2': 'SUI',
  'pet-2': 'I2P',
  'seat-recliner': 'POL',
});
export const MEALS = codes({
  breakfast: 'COL',
  lunch: 'PRA',
  dinner: 'CEN',
  'lunch-child': 'PRB',
  'dinner-child': 'CEB',
});
const TAXES = codes({ 'port-dues': 'PORT', 'tunisia-levy': 'TNTAX', ets: 'ETS' });
const AGES = { adult: 'ADT', child: 'CHD', infant: 'INF' } as const;

const euros = (cents: number) => cents / 100;

/** A departure as the timetable lists it: hours by the clocks of its two ports, without a zone. */
export function departure(company: Company, sailing: Sailing) {
  const { zones } = company.plan;
  const { cancelled, delayMinutes = 0 } = company.changeOf(sailing.id);
  return {
    departureId: sailing.id,
    departurePort: PORTS.own(sailing.from),
    arrivalPort: PORTS.own(sailing.to),
    ship: { name: company.shipOf(sailing).toUpperCase() },
    departureTime: wallClock(Date.parse(sailing.departsAt), zones[sailing.from] ?? 'UTC'),
    arrivalTime: wallClock(Date.parse(sailing.arrivesAt), zones[sailing.to] ?? 'UTC'),
    status: cancelled ? 'CANCELLED' : delayMinutes > 0 ? 'LATE' : 'REGULAR',
    delayMinutes,
  };
}

/** The same with what it costs and what is left. */
export function availability(company: Company, sailing: Sailing) {
  const tariff = company.tariffOf(sailing);
  const left = company.leftOf(sailing);
  const bed = (item: { code: string; priceCents: number }, beds: number) => ({
    code: BEDS.own(item.code),
    beds,
    price: euros(item.priceCents),
    available: left[item.code] ?? 0,
  });
  return {
    ...departure(company, sailing),
    currency: 'EUR',
    places: { passengers: left.deck ?? 0, laneMeters: (left.lane ?? 0) / 100 },
    rates: company.termsOf(sailing).map(({ family, changeFeeCents, cancellation }) => ({
      rateCode: RATES.own(family),
      adt: euros(fareCents(tariff, family, 'adult')),
      chd: euros(fareCents(tariff, family, 'child')),
      inf: euros(fareCents(tariff, family, 'infant')),
      vehicles: Object.keys(tariff.vehicle.base).map((kind) => ({
        category: VEHICLES.own(kind),
        price: euros(vehicleCents(tariff, family, kind) ?? 0),
      })),
      changeFee: changeFeeCents === null ? null : euros(changeFeeCents),
      penalties: cancellation.map((step) => ({
        daysBefore: step.hoursBefore / 24,
        percent: step.keptPercent,
      })),
    })),
    vehicleRules: {
      includedLength: tariff.vehicle.baseLengthCm,
      extraMeter: euros(tariff.vehicle.perExtraMetreCents),
      heights: tariff.vehicle.heightSteps.map(({ fromCm, cents }) => ({ from: fromCm, price: euros(cents) })),
      extras: Object.entries(tariff.vehicle.accessoryCents).map(([code, cents]) => ({
        code: EXTRAS.own(code),
        price: euros(cents),
      })),
    },
    petPrice: euros(tariff.petCents),
    accommodations: [
      ...tariff.cabins.map((cabin) => bed(cabin, cabin.berths)),
      ...tariff.seats.map((seat) => bed(seat, 0)),
    ],
    catering: tariff.meals.map(({ code, priceCents }) => ({
      code: MEALS.own(code),
      price: euros(priceCents),
    })),
    taxes: tariff.dues.map(({ code, cents, fromType }) => ({
      code: TAXES.own(code),
      amount: euros(cents),
      appliesTo: (['adult', 'child', 'infant'] as const)
        .slice(0, ['adult', 'child', 'infant'].indexOf(fromType) + 1)
        .map((age) => AGES[age]),
    })),
  };
}

/** An option, or the ticket that has become of it. Its end is told with the offset of Genoa. */
export function option({ number, state, totalCents, lines, expiresAt, ticket }: Entry) {
  return {
    optionNumber: `GNV-${number}`,
    status: {
      held: 'OPEN',
      ticketed: 'TICKETED',
      released: 'CLOSED',
      expired: 'EXPIRED',
      cancelled: 'REFUNDED',
    }[state],
    validUntil: withOffset(expiresAt, 'Europe/Rome'),
    total: euros(totalCents),
    priceLines: lines.map((line) => ({
      description: line.text.toUpperCase(),
      quantity: line.quantity,
      amount: euros(line.totalCents),
    })),
    ...(ticket && { ticketNumber: ticket }),
  };
}

function withOffset(ms: number, zone: string): string {
  const whole = Math.floor(ms / 1000) * 1000;
  const local = wallClock(whole, zone);
  const seconds = String(new Date(whole).getUTCSeconds()).padStart(2, '0');
  const hours = Math.round((Date.parse(`${local}:${seconds}Z`) - whole) / 3_600_000);
  return `${local}:${seconds}+${String(hours).padStart(2, '0')}:00`;
}
