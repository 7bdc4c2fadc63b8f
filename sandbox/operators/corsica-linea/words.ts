import { codes } from '../codes';
import type { Company, Entry } from '../company/company';
import type { Sailing } from '../company/plan';
import { fareCents, vehicleCents } from '../company/price';

export const PORTS = codes({
  FRMRS: 'mrs',
  FRSET: 'set',
  FRBIA: 'bia',
  FRAJA: 'aja',
  TNLGN: 'tun',
  DZALG: 'alg',
  DZBJA: 'bja',
  DZSKI: 'ski',
});
export const FARES = codes({ basic: 'light', standard: 'classic', flex: 'freedom' });
export const VEHICLES = codes({
  car: 'passenger-car',
  suv: 'passenger-car-large',
  van: 'van',
  motorcycle: 'two-wheeler',
  camper: 'motorhome',
  caravan: 'towed-caravan',
  truck: 'lorry',
  trailer: 'towed-trailer',
  bicycle: 'cycle',
  'jet-ski': 'towed-craft',
});
export const CARGO = codes({ 'roof-box': 'roof', 'bike-rack': 'rear' });
export const MENUS = codes({
  breakfast: 'morning',
  lunch: 'noon',
  dinner: 'evening',
  'lunch-child': 'noon-kids',
  'dinner-child': 'evening-kids',
});
const LEVIES = codes({ 'port-dues': 'harbour', 'tunisia-levy': 'tn-stamp', ets: 'carbon' });

const price = (cents: number) => ({ minor: cents, currency: 'EUR' });
const seconds = (iso: string) => Date.parse(iso) / 1000;

/** A cabin is described, not numbered: `inside-4` is a room without a view for four. */
export function room(code: string) {
  const [kind = '', berths = '2'] = code.split('-');
  const view = { inside: 'none', outside: 'sea', suite: 'panorama', pet: 'none' }[kind] ?? 'none';
  return { view, berths: Number(berths), pets: kind === 'pet' };
}

/** The plan's code of a room; undefined where no ship has such a one. */
export function cabinCode({ view, berths, pets }: ReturnType<typeof room>): string | undefined {
  if (pets) return view === 'none' ? `pet-${berths}` : undefined;
  const kind = { none: 'inside', sea: 'outside', panorama: 'suite' }[view];
  return kind && `${kind}-${berths}`;
}

/** A crossing; moments in seconds since 1970. */
export function crossing(company: Company, sailing: Sailing) {
  const { cancelled, delayMinutes = 0 } = company.changeOf(sailing.id);
  return {
    type: 'crossing',
    id: sailing.id,
    attributes: {
      vessel: company.shipOf(sailing),
      'departs-at': seconds(sailing.departsAt),
      'arrives-at': seconds(sailing.arrivesAt),
      'expected-departure': seconds(sailing.departsAt) + delayMinutes * 60,
      cancelled: cancelled === true,
    },
  };
}

export function offer(company: Company, sailing: Sailing) {
  const tariff = company.tariffOf(sailing);
  const left = company.leftOf(sailing);
  const { vehicle } = tariff;
  const base = crossing(company, sailing);
  return {
    ...base,
    type: 'offer',
    attributes: {
      ...base.attributes,
      capacity: { persons: left.deck ?? 0, 'lane-mm': (left.lane ?? 0) * 10 },
      fares: company.termsOf(sailing).map(({ family, changeFeeCents, cancellation }) => ({
        name: FARES.own(family),
        persons: (['adult', 'child', 'infant'] as const).map((age) => ({
          age,
          price: price(fareCents(tariff, family, age)),
        })),
        vehicles: Object.keys(vehicle.base).map((kind) => ({
          kind: VEHICLES.own(kind),
          price: price(vehicleCents(tariff, family, kind) ?? 0),
        })),
        change: changeFeeCents === null ? { allowed: false } : { allowed: true, fee: price(changeFeeCents) },
        cancellation: cancellation.map(({ hoursBefore, keptPercent }) => ({
          notice: hoursBefore % 24 === 0 ? `P${hoursBefore / 24}D` : `PT${hoursBefore}H`,
          retained: keptPercent / 100,
        })),
      })),
      'vehicle-surcharges': {
        'included-mm': vehicle.baseLengthCm * 10,
        'per-metre': price(vehicle.perExtraMetreCents),
        'by-height': vehicle.heightSteps.map(({ fromCm, cents }) => ({
          'from-mm': fromCm * 10,
          price: price(cents),
        })),
        cargo: Object.entries(vehicle.accessoryCents).map(([code, cents]) => ({
          place: CARGO.own(code),
          price: price(cents),
        })),
      },
      pet: price(tariff.petCents),
      rooms: tariff.cabins.map(({ code, priceCents }) => ({
        room: room(code),
        price: price(priceCents),
        available: left[code] ?? 0,
      })),
      'lounge-seats': tariff.seats.map(({ code, priceCents }) => ({
        price: price(priceCents),
        available: left[code] ?? 0,
      })),
      menus: tariff.meals.map(({ code, priceCents }) => ({
        menu: MENUS.own(code),
        price: price(priceCents),
      })),
      levies: tariff.dues.map(({ code, cents, fromType }) => ({
        name: LEVIES.own(code),
        price: price(cents),
        'owed-from': fromType,
      })),
    },
  };
}

/** A reservation under the name that the agency has given it. Its end is told as the seconds that are left. */
export function reservation(entry: Entry, now: number) {
  return {
    type: 'reservation',
    id: entry.key,
    attributes: {
      state: {
        held: 'held',
        ticketed: 'issued',
        released: 'released',
        expired: 'lapsed',
        cancelled: 'cancelled',
      }[entry.state],
      'expires-in': Math.max(0, Math.floor((entry.expiresAt - now) / 1000)),
      price: price(entry.totalCents),
      items: entry.lines.map((line) => ({
        label: line.text,
        count: line.quantity,
        price: price(line.totalCents),
      })),
      ...(entry.ticket && { ticket: `CL${entry.ticket}` }),
    },
  };
}
