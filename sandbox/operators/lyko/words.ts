import { codes } from '../codes';
import type { Company, Entry } from '../company/company';
import type { Sailing } from '../company/plan';
import { fareCents, vehicleCents } from '../company/price';

export const CARRIERS = codes({
  grimaldi: 'GRI',
  moby: 'MBY',
  'la-meridionale': 'LMD',
  'corsica-ferries': 'CFF',
  'algerie-ferries': 'ENT',
});
export const FARES = codes({ basic: 'ECO', standard: 'STD', flex: 'FLX' });
/** Everything that has a price is an item of one catalogue, whoever sails. */
export const ITEMS = codes({
  adult: 'PAX_ADULT',
  child: 'PAX_CHILD',
  infant: 'PAX_INFANT',
  car: 'VEH_CAR',
  suv: 'VEH_SUV',
  van: 'VEH_VAN',
  motorcycle: 'VEH_MOTORCYCLE',
  camper: 'VEH_CAMPER',
  caravan: 'VEH_CARAVAN',
  truck: 'VEH_TRUCK',
  trailer: 'VEH_TRAILER',
  bicycle: 'VEH_BICYCLE',
  'jet-ski': 'VEH_JETSKI',
  pet: 'PET',
  'inside-2': 'CABIN_INSIDE_2',
  'inside-4': 'CABIN_INSIDE_4',
  'outside-2': 'CABIN_OUTSIDE_2',
  'outside-4': 'CABIN_OUTSIDE_4',
  'suite-2': 'CABIN_SUITE_2',
  'pet-2': 'CABIN_PETS_2',
  'seat-recliner': 'SEAT_RECLINER',
  breakfast: 'MEAL_BREAKFAST',
  lunch: 'MEAL_LUNCH',
  dinner: 'MEAL_DINNER',
  'lunch-child': 'MEAL_LUNCH_CHILD',
  'dinner-child': 'MEAL_DINNER_CHILD',
  'port-dues': 'TAX_PORT',
  'tunisia-levy': 'TAX_TUNISIA',
  ets: 'TAX_ETS',
});
export const LOADS = codes({ 'roof-box': 'ROOF', 'bike-rack': 'REAR' });

/** `149.50` */
export const amount = (cents: number) => (cents / 100).toFixed(2);
/** Without milliseconds. */
const iso = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const AGES = ['adult', 'child', 'infant'] as const;

/** A trip of the timetable. */
export function trip(company: Company, sailing: Sailing) {
  const { cancelled, delayMinutes = 0 } = company.changeOf(sailing.id);
  const departs = Date.parse(sailing.departsAt);
  return {
    tripId: sailing.id,
    carrier: CARRIERS.own(sailing.operator),
    ship: company.shipOf(sailing),
    departsAt: iso(departs),
    arrivesAt: iso(Date.parse(sailing.arrivesAt)),
    estimatedDeparture: delayMinutes > 0 ? iso(departs + delayMinutes * 60_000) : null,
    operates: cancelled !== true,
  };
}

/** The same with its prices: one flat list, some by fare, some whatever the fare, some with what is left. */
export function priced(company: Company, sailing: Sailing) {
  const tariff = company.tariffOf(sailing);
  const left = company.leftOf(sailing);
  const terms = company.termsOf(sailing);
  const byFare = terms.flatMap(({ family }) => [
    ...AGES.map((age) => [family, age, fareCents(tariff, family, age)] as const),
    ...Object.keys(tariff.vehicle.base).map(
      (kind) => [family, kind, vehicleCents(tariff, family, kind) ?? 0] as const,
    ),
  ]);
  return {
    ...trip(company, sailing),
    currency: 'EUR',
    left: { persons: left.deck ?? 0, laneMetres: (left.lane ?? 0) / 100 },
    prices: [
      ...byFare.map(([family, code, cents]) => ({
        fare: FARES.own(family),
        item: ITEMS.own(code),
        amount: amount(cents),
      })),
      { item: 'PET', amount: amount(tariff.petCents) },
      ...tariff.cabins.map(({ code, priceCents, berths }) => ({
        item: ITEMS.own(code),
        amount: amount(priceCents),
        berths,
        left: left[code] ?? 0,
      })),
      ...tariff.seats.map(({ code, priceCents }) => ({
        item: ITEMS.own(code),
        amount: amount(priceCents),
        left: left[code] ?? 0,
      })),
      ...tariff.meals.map(({ code, priceCents }) => ({ item: ITEMS.own(code), amount: amount(priceCents) })),
      ...tariff.dues.map(({ code, cents, fromType }) => ({
        item: ITEMS.own(code),
        amount: amount(cents),
        per: AGES.slice(0, AGES.indexOf(fromType) + 1).map((age) => ITEMS.own(age)),
      })),
    ],
    vehicleRules: {
      lengthIncluded: tariff.vehicle.baseLengthCm / 100,
      extraMetre: amount(tariff.vehicle.perExtraMetreCents),
      heights: tariff.vehicle.heightSteps.map(({ fromCm, cents }) => ({
        from: fromCm / 100,
        amount: amount(cents),
      })),
      loads: Object.entries(tariff.vehicle.accessoryCents).map(([code, cents]) => ({
        load: LOADS.own(code),
        amount: amount(cents),
      })),
    },
    terms: terms.map(({ family, changeFeeCents, cancellation }) => ({
      fare: FARES.own(family),
      changeFee: changeFeeCents === null ? null : amount(changeFeeCents),
      cancel: cancellation.map((step) => ({ minutesBefore: step.hoursBefore * 60, keep: step.keptPercent })),
    })),
  };
}

export function orderView({ number, state, totalCents, lines, expiresAt, ticket }: Entry) {
  return {
    orderId: `LY${number}`,
    status: {
      held: 'HELD',
      ticketed: 'CONFIRMED',
      released: 'RELEASED',
      expired: 'EXPIRED',
      cancelled: 'REFUNDED',
    }[state],
    heldUntil: iso(expiresAt),
    amount: amount(totalCents),
    breakdown: lines.map((line) => ({
      label: line.text,
      count: line.quantity,
      amount: amount(line.totalCents),
    })),
    ...(ticket && { ticketId: ticket }),
  };
}
