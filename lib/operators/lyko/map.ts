import { answered, type OperatorAnswer, type OperatorProblem, problem } from '../answer';
import { checkedHold, known, wrongAnswer } from '../reading';
import type {
  Cancellation,
  Due,
  FamilyOffer,
  OperatorHold,
  OperatorSailing,
  OperatorTicket,
  OrderState,
  SailingOffer,
} from '../words';
import { AGES, CABINS, CARRIERS, FARES, LOADS, MEALS, PET, SEATS, TAXES, VEHICLES } from './codes';
import { otherPrice, type WireOrder, type WirePrice, type WirePricedTrip, type WireTrip } from './wire';

/** `149.50` in cents. */
export const centsOf = (amount: string) => Number(amount.replace('.', ''));
const centimetres = (metres: number) => Math.floor(metres * 100 + 1e-6);

/** A trip; null for a carrier that we do not sell through Lyko. */
export function toSailing(wire: WireTrip, routeId: string): OperatorSailing | null {
  const operatorCode = CARRIERS.ours(wire.carrier);
  if (!operatorCode) return null;
  const departsAt = new Date(wire.departsAt);
  const late = wire.estimatedDeparture ? Date.parse(wire.estimatedDeparture) - departsAt.getTime() : 0;
  return {
    sailingRef: wire.tripId,
    operatorCode,
    routeId,
    shipName: wire.ship,
    departsAt,
    arrivesAt: new Date(wire.arrivesAt),
    delayMinutes: Math.max(0, Math.round(late / 60_000)),
    status: wire.operates ? 'scheduled' : 'cancelled',
  };
}

/**
 * An offer out of the one list that all prices come in; null for a carrier that we do not sell through Lyko. An item
 * that has to have a price or a count, and has none, makes it a wrong answer.
 */
export function toOffer(
  wire: WirePricedTrip,
  routeId: string,
  seenAt: Date,
): OperatorAnswer<SailingOffer | null> {
  const sailing = toSailing(wire, routeId);
  if (!sailing) return answered(null);
  const { vehicleRules: rules, prices } = wire;
  const petCents = prices.find(({ item }) => item === PET)?.amount;
  const families = known(
    wire.terms,
    ({ fare }) => FARES.ours(fare),
    (family, terms) => toFamily(family, terms, prices),
  );
  const cabins = known(prices, ({ item }) => CABINS.ours(item), counted);
  const seats = known(prices, ({ item }) => SEATS.ours(item), counted);
  const beds = cabins.flatMap((cabin) => (cabin?.berths ? [{ ...cabin, berths: cabin.berths }] : []));
  const places = seats.flatMap((seat) =>
    seat ? [{ code: seat.code, cents: seat.cents, left: seat.left }] : [],
  );
  if (petCents === undefined) return wrongAnswer('no price for pets');
  if (families.includes(null)) return wrongAnswer('a fare without the price of an age');
  if (beds.length < cabins.length || places.length < seats.length)
    return wrongAnswer('a cabin or seat without its count');
  const loads = known(
    rules.loads,
    ({ load }) => LOADS.ours(load),
    (load, { amount }) => [load, centsOf(amount)],
  );
  return answered({
    sailing,
    seenAt,
    families: families
      .filter((family) => family !== null)
      .sort((a, b) => a.passengerCents.adult - b.passengerCents.adult),
    supplements: {
      baseLengthCm: centimetres(rules.lengthIncluded),
      perExtraMetreCents: centsOf(rules.extraMetre),
      heightSteps: rules.heights.map(({ from, amount }) => ({
        fromCm: centimetres(from),
        cents: centsOf(amount),
      })),
      accessoryCents: { 'roof-box': 0, 'bike-rack': 0, ...Object.fromEntries(loads) },
    },
    dues: known(prices, ({ item }) => TAXES.ours(item), toDue),
    petCents: centsOf(petCents),
    cabins: beds,
    seats: places,
    meals: known(
      prices,
      ({ item }) => MEALS.ours(item),
      (code, { amount }) => ({ code, cents: centsOf(amount) }),
    ),
    passengersLeft: wire.left.persons,
    laneCmLeft: centimetres(wire.left.laneMetres),
  });
}

function toFamily(
  family: FamilyOffer['family'],
  { fare, changeFee, cancel }: WirePricedTrip['terms'][number],
  prices: readonly WirePrice[],
): FamilyOffer | null {
  const own = prices.filter((price) => price.fare === fare);
  const priceOf = (item = '') => own.find((price) => price.item === item)?.amount;
  const [adult, child, infant] = (['adult', 'child', 'infant'] as const).map((age) =>
    priceOf(AGES.theirs(age)),
  );
  if (adult === undefined || child === undefined || infant === undefined) return null;
  return {
    family,
    passengerCents: { adult: centsOf(adult), child: centsOf(child), infant: centsOf(infant) },
    vehicleCents: Object.fromEntries(
      known(
        own,
        ({ item }) => VEHICLES.ours(item),
        (kind, { amount }) => [kind, centsOf(amount)],
      ),
    ),
    cancellation: cancel.map(({ minutesBefore, keep }) => ({
      hoursBefore: minutesBefore / 60,
      keptPercent: keep,
    })),
    changeFeeCents: changeFee === null ? null : centsOf(changeFee),
  };
}

/** Something of which so many are left; null where it is not said how many. */
function counted(code: string, { amount, left, berths }: WirePrice) {
  return left === undefined ? null : { code, cents: centsOf(amount), left, berths };
}

/** A tax names whom it is asked of; ours are owed from an age on. */
function toDue(code: Due['code'], { amount, per = [] }: WirePrice): Due {
  const owing = per.map((item) => AGES.ours(item));
  const from = owing.includes('infant') ? 'infant' : owing.includes('child') ? 'child' : 'adult';
  return { code, cents: centsOf(amount), from };
}

export function toHold(wire: WireOrder): OperatorHold {
  return {
    holdRef: wire.orderId,
    expiresAt: new Date(wire.heldUntil),
    totalCents: centsOf(wire.amount),
    lines: wire.breakdown.map((line) => ({
      text: line.label,
      quantity: line.count,
      totalCents: centsOf(line.amount),
    })),
  };
}

/** An order as the answer to a hold: only one that is held holds anything. */
export function toHoldAnswer(wire: WireOrder): OperatorAnswer<OperatorHold> {
  if (wire.status === 'HELD') return checkedHold(toHold(wire));
  return wire.status === 'CONFIRMED'
    ? problem({ kind: 'refused', reason: 'confirmed already' })
    : problem({ kind: 'gone' });
}

/** An order as the answer to a confirmation. */
export function toTicketAnswer(wire: WireOrder): OperatorAnswer<OperatorTicket> {
  return wire.status === 'CONFIRMED'
    ? answered({ ticketRef: wire.ticketId, totalCents: centsOf(wire.amount) })
    : wrongAnswer('confirmed without a ticket');
}

export function toOrderState(wire: WireOrder | undefined): OrderState {
  switch (wire?.status) {
    case undefined:
      return { state: 'unknown' };
    case 'HELD':
      return { state: 'held', hold: toHold(wire) };
    case 'CONFIRMED':
      return {
        state: 'ticketed',
        ticket: { ticketRef: wire.ticketId, totalCents: centsOf(wire.amount) },
        holdRef: wire.orderId,
      };
    case 'RELEASED':
      return { state: 'released' };
    case 'EXPIRED':
      return { state: 'expired' };
    case 'REFUNDED':
      return { state: 'cancelled' };
  }
}

export function toCancellation({ kept, refund }: { kept: string; refund: string }): Cancellation {
  return { keptCents: centsOf(kept), returnedCents: centsOf(refund) };
}

/** Numbers of Lyko's own errors that have a meaning of their own. */
export const ERRORS = {
  noSpace: 4001,
  otherPrice: 4002,
  tooLate: 4003,
  notFound: 4004,
  staleQuote: 4008,
  refunded: 4009,
};

/** Why Lyko says no, by the number. */
export function toProblem({ code, data }: { code: number; data?: unknown }): OperatorProblem {
  switch (code) {
    case ERRORS.noSpace:
      return { kind: 'sold-out' };
    case ERRORS.tooLate:
    case ERRORS.notFound:
      return { kind: 'gone' };
    case ERRORS.otherPrice: {
      const price = otherPrice.safeParse(data);
      return price.success
        ? { kind: 'price-changed', totalCents: centsOf(price.data.amount) }
        : { kind: 'wrong-answer', why: 'another price, but not which', effect: 'none' };
    }
    case ERRORS.staleQuote:
      return { kind: 'unavailable', why: 'a quote that holds no more', effect: 'none' };
    default:
      return { kind: 'refused', reason: String(code) };
  }
}
