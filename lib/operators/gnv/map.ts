import { zonedInstant } from '@/lib/kernel/dates';
import { answered, type OperatorAnswer, type OperatorProblem, problem } from '../answer';
import type { WireResponse } from '../call/http';
import { checkedHold, known, wrongAnswer } from '../reading';
import type {
  Due,
  OperatorHold,
  OperatorNotice,
  OperatorSailing,
  OperatorTicket,
  OrderState,
  SailingOffer,
} from '../words';
import { AGES, CABINS, EXTRAS, MEALS, PORTS, RATES, SEATS, TAXES, VEHICLES } from './codes';
import { errors, type WireAvailability, type WireDeparture, type WireEvent, type WireOption } from './wire';

export const centsOf = (euros: number) => Math.round(euros * 100);

/** A departure; its hours are read by the clocks of the two ports. */
export function toSailing(wire: WireDeparture, routeId: string): OperatorSailing {
  const ends = PORTS.ends(routeId);
  const instant = (local: string, timeZone = 'UTC') =>
    zonedInstant(local.slice(0, 10), local.slice(11, 16), timeZone);
  return {
    sailingRef: wire.departureId,
    operatorCode: 'gnv',
    routeId,
    shipName: titled(wire.ship.name),
    departsAt: instant(wire.departureTime, ends?.from.timeZone),
    arrivesAt: instant(wire.arrivalTime, ends?.to.timeZone),
    delayMinutes: wire.delayMinutes,
    status: wire.status === 'CANCELLED' ? 'cancelled' : 'scheduled',
  };
}

/** An offer; rates, cabins and meals that the product has no word for are left out. */
export function toOffer(wire: WireAvailability, routeId: string, seenAt: Date): SailingOffer {
  const priced = <Code extends string>(
    items: readonly { code: string; price: number }[],
    words: { ours(code: string): Code | undefined },
  ) =>
    known(
      items,
      ({ code }) => words.ours(code),
      (code, { price }) => ({ code, cents: centsOf(price) }),
    );
  const beds = (words: typeof CABINS) =>
    known(
      wire.accommodations,
      ({ code }) => words.ours(code),
      (code, item) => ({
        code,
        cents: centsOf(item.price),
        left: item.available,
        berths: item.beds,
      }),
    );
  const accessories = Object.fromEntries(
    priced(wire.vehicleRules.extras, EXTRAS).map(({ code, cents }) => [code, cents]),
  );
  return {
    sailing: toSailing(wire, routeId),
    seenAt,
    families: known(
      wire.rates,
      ({ rateCode }) => RATES.ours(rateCode),
      (family, rate) => ({
        family,
        passengerCents: { adult: centsOf(rate.adt), child: centsOf(rate.chd), infant: centsOf(rate.inf) },
        vehicleCents: Object.fromEntries(
          known(
            rate.vehicles,
            ({ category }) => VEHICLES.ours(category),
            (kind, { price }) => [kind, centsOf(price)],
          ),
        ),
        cancellation: rate.penalties.map((step) => ({
          hoursBefore: step.daysBefore * 24,
          keptPercent: step.percent,
        })),
        changeFeeCents: rate.changeFee === null ? null : centsOf(rate.changeFee),
      }),
    ).sort((a, b) => a.passengerCents.adult - b.passengerCents.adult),
    supplements: {
      baseLengthCm: wire.vehicleRules.includedLength,
      perExtraMetreCents: centsOf(wire.vehicleRules.extraMeter),
      heightSteps: wire.vehicleRules.heights.map(({ from, price }) => ({
        fromCm: from,
        cents: centsOf(price),
      })),
      accessoryCents: { 'roof-box': 0, 'bike-rack': 0, ...accessories },
    },
    dues: known(wire.taxes, ({ code }) => TAXES.ours(code), toDue),
    petCents: centsOf(wire.petPrice),
    cabins: beds(CABINS),
    seats: beds(SEATS).map(({ berths: _, ...seat }) => seat),
    meals: priced(wire.catering, MEALS),
    passengersLeft: wire.places.passengers,
    laneCmLeft: Math.floor(wire.places.laneMeters * 100 + 1e-6),
  };
}

/** A tax names the ages that owe it; ours are owed from an age on. */
function toDue(code: Due['code'], tax: { amount: number; appliesTo: string[] }): Due {
  const owing = tax.appliesTo.map((age) => AGES.ours(age));
  const from = owing.includes('infant') ? 'infant' : owing.includes('child') ? 'child' : 'adult';
  return { code, cents: centsOf(tax.amount), from };
}

export function toHold(wire: WireOption): OperatorHold {
  return {
    holdRef: wire.optionNumber,
    expiresAt: new Date(wire.validUntil),
    totalCents: centsOf(wire.total),
    lines: wire.priceLines.map((line) => ({
      text: line.description,
      quantity: line.quantity,
      totalCents: centsOf(line.amount),
    })),
  };
}

/** An option as the answer to a hold: only an open one holds anything. */
export function toHoldAnswer(wire: WireOption): OperatorAnswer<OperatorHold> {
  if (wire.status === 'OPEN') return checkedHold(toHold(wire));
  return wire.status === 'TICKETED'
    ? problem({ kind: 'refused', reason: 'ALREADY_TICKETED' })
    : problem({ kind: 'gone' });
}

/** An option as the answer to a confirmation. */
export function toTicketAnswer(wire: WireOption): OperatorAnswer<OperatorTicket> {
  return wire.status === 'TICKETED'
    ? answered({ ticketRef: wire.ticketNumber, totalCents: centsOf(wire.total) })
    : wrongAnswer('confirmed without a ticket');
}

export function toOrderState(wire: WireOption | undefined): OrderState {
  switch (wire?.status) {
    case undefined:
      return { state: 'unknown' };
    case 'OPEN':
      return { state: 'held', hold: toHold(wire) };
    case 'TICKETED':
      return {
        state: 'ticketed',
        ticket: { ticketRef: wire.ticketNumber, totalCents: centsOf(wire.total) },
        holdRef: wire.optionNumber,
      };
    case 'CLOSED':
      return { state: 'released' };
    case 'EXPIRED':
      return { state: 'expired' };
    case 'REFUNDED':
      return { state: 'cancelled' };
  }
}

/** Why GNV says no, by its code; what is not a no that we can read is a wrong answer. */
export function toProblem({ status, body }: WireResponse): OperatorAnswer<never> {
  const parsed = errors.safeParse(body);
  const [error] = parsed.success ? parsed.data.errors : [];
  if (!error) return wrongAnswer(`status ${status} without a reason`);
  return problem(problemOf(error));
}

function problemOf({ code, total }: { code: string; total?: number | undefined }): OperatorProblem {
  switch (code) {
    case 'NO_AVAILABILITY':
      return { kind: 'sold-out' };
    case 'PRICE_CHANGED':
      return total === undefined
        ? { kind: 'wrong-answer', why: 'another price, but not which', effect: 'none' }
        : { kind: 'price-changed', totalCents: centsOf(total) };
    case 'NO_LONGER_AVAILABLE':
    case 'NOT_FOUND':
      return { kind: 'gone' };
    case 'INVALID_KEY':
      return { kind: 'unavailable', why: 'our key is not accepted', effect: 'none' };
    default:
      return { kind: 'refused', reason: code };
  }
}

/** What an event says; null for one that we do not know. */
export function toNotice({
  type,
  departureId: sailingRef,
  minutes,
  shipName,
}: WireEvent): OperatorNotice | null {
  if (type === 'AVAILABILITY') return { kind: 'availability-changed', sailingRef };
  if (type === 'CANCELLATION') return { kind: 'sailing-cancelled', sailingRef };
  if (type === 'DELAY' && minutes !== undefined)
    return { kind: 'delayed', sailingRef, delayMinutes: minutes };
  if (type === 'SHIP_CHANGE' && shipName)
    return { kind: 'ship-replaced', sailingRef, shipName: titled(shipName) };
  return null;
}

/** GNV shouts names: `LA SUPERBA` is La Superba. Its own initials stay as they are. */
function titled(name: string): string {
  return name
    .split(' ')
    .map((word) => (word === 'GNV' ? word : word.slice(0, 1) + word.slice(1).toLowerCase()))
    .join(' ');
}
