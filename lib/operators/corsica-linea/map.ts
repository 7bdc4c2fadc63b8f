import { answered, type OperatorAnswer, type OperatorProblem, problem } from '../answer';
import type { WireResponse } from '../call/http';
import { checkedHold, known, wrongAnswer } from '../reading';
import type {
  FamilyOffer,
  OperatorHold,
  OperatorNotice,
  OperatorSailing,
  OperatorTicket,
  OrderState,
  SailingOffer,
} from '../words';
import { CARGO, cabinOf, FARES, LEVIES, LOUNGE_SEAT, MENUS, VEHICLES } from './codes';
import {
  problemDocument,
  type WireChange,
  type WireCrossing,
  type WireFare,
  type WireOffer,
  type WireReservation,
} from './wire';

const instant = (seconds: number) => new Date(seconds * 1000);
const centimetres = (millimetres: number) => Math.floor(millimetres / 10);

/** `P2D` and `PT48H` in hours. */
function hoursOf(notice: string): number {
  const amount = Number(notice.replace(/\D/g, ''));
  return notice.endsWith('D') ? amount * 24 : amount;
}

export function toSailing({ id, attributes }: WireCrossing, routeId: string): OperatorSailing {
  return {
    sailingRef: id,
    operatorCode: 'corsica-linea',
    routeId,
    shipName: attributes.vessel,
    departsAt: instant(attributes['departs-at']),
    arrivesAt: instant(attributes['arrives-at']),
    delayMinutes: Math.max(0, Math.round((attributes['expected-departure'] - attributes['departs-at']) / 60)),
    status: attributes.cancelled ? 'cancelled' : 'scheduled',
  };
}

/** An offer, or a wrong answer where a fare does not say what everybody pays. */
export function toOffer(wire: WireOffer, routeId: string, seenAt: Date): OperatorAnswer<SailingOffer> {
  const { attributes } = wire;
  const surcharges = attributes['vehicle-surcharges'];
  const families = known(attributes.fares, ({ name }) => FARES.ours(name), toFamily);
  if (families.some((family) => family === null)) return wrongAnswer('a fare without the price of an age');
  const cargo = known(
    surcharges.cargo,
    ({ place }) => CARGO.ours(place),
    (place, { price }) => [place, price.minor],
  );
  return {
    ok: true,
    value: {
      sailing: toSailing(wire, routeId),
      seenAt,
      families: families
        .filter((family) => family !== null)
        .sort((a, b) => a.passengerCents.adult - b.passengerCents.adult),
      supplements: {
        baseLengthCm: centimetres(surcharges['included-mm']),
        perExtraMetreCents: surcharges['per-metre'].minor,
        heightSteps: surcharges['by-height'].map((step) => ({
          fromCm: centimetres(step['from-mm']),
          cents: step.price.minor,
        })),
        accessoryCents: { 'roof-box': 0, 'bike-rack': 0, ...Object.fromEntries(cargo) },
      },
      dues: known(
        attributes.levies,
        ({ name }) => LEVIES.ours(name),
        (code, levy) => ({
          code,
          cents: levy.price.minor,
          from: levy['owed-from'],
        }),
      ),
      petCents: attributes.pet.minor,
      cabins: known(
        attributes.rooms,
        ({ room }) => cabinOf(room),
        (code, { room, price, available }) => ({
          code,
          cents: price.minor,
          left: available,
          berths: room.berths,
        }),
      ),
      seats: attributes['lounge-seats'].map(({ price, available }) => ({
        code: LOUNGE_SEAT,
        cents: price.minor,
        left: available,
      })),
      meals: known(
        attributes.menus,
        ({ menu }) => MENUS.ours(menu),
        (code, { price }) => ({ code, cents: price.minor }),
      ),
      passengersLeft: attributes.capacity.persons,
      laneCmLeft: centimetres(attributes.capacity['lane-mm']),
    },
  };
}

function toFamily(family: FamilyOffer['family'], fare: WireFare): FamilyOffer | null {
  const centsOf = (age: string) => fare.persons.find((person) => person.age === age)?.price.minor;
  const [adult, child, infant] = ['adult', 'child', 'infant'].map(centsOf);
  if (adult === undefined || child === undefined || infant === undefined) return null;
  return {
    family,
    passengerCents: { adult, child, infant },
    vehicleCents: Object.fromEntries(
      known(
        fare.vehicles,
        ({ kind }) => VEHICLES.ours(kind),
        (kind, { price }) => [kind, price.minor],
      ),
    ),
    cancellation: fare.cancellation.map(({ notice, retained }) => ({
      hoursBefore: hoursOf(notice),
      keptPercent: Math.round(retained * 10_000) / 100,
    })),
    changeFeeCents: fare.change.allowed ? fare.change.fee.minor : null,
  };
}

/** A reservation told at `now`: it says how long it lasts, not until when. */
export function toHold({ id, attributes }: WireReservation, now: Date): OperatorHold {
  return {
    holdRef: id,
    expiresAt: new Date(now.getTime() + attributes['expires-in'] * 1000),
    totalCents: attributes.price.minor,
    lines: attributes.items.map(({ label, count, price }) => ({
      text: label,
      quantity: count,
      totalCents: price.minor,
    })),
  };
}

/** A reservation as the answer to a hold: only one that is held holds anything. */
export function toHoldAnswer(wire: WireReservation, now: Date): OperatorAnswer<OperatorHold> {
  if (wire.attributes.state === 'held') return checkedHold(toHold(wire, now));
  return wire.attributes.state === 'issued'
    ? problem({ kind: 'refused', reason: 'already-issued' })
    : problem({ kind: 'gone' });
}

/** A reservation as the answer to an issue. */
export function toTicketAnswer({ attributes }: WireReservation): OperatorAnswer<OperatorTicket> {
  return attributes.state === 'issued'
    ? answered({ ticketRef: attributes.ticket, totalCents: attributes.price.minor })
    : wrongAnswer('issued without a ticket');
}

export function toOrderState(wire: WireReservation, now: Date): OrderState {
  const { attributes } = wire;
  switch (attributes.state) {
    case 'held':
      return { state: 'held', hold: toHold(wire, now) };
    case 'issued':
      return {
        state: 'ticketed',
        ticket: { ticketRef: attributes.ticket, totalCents: attributes.price.minor },
        holdRef: wire.id,
      };
    case 'lapsed':
      return { state: 'expired' };
    default:
      return { state: attributes.state };
  }
}

/** Why Corsica Linea says no, by the type of its problem; what is no problem of theirs is a wrong answer. */
export function toProblem({ status, body }: WireResponse): OperatorAnswer<never> {
  const parsed = problemDocument.safeParse(body);
  if (!parsed.success) return wrongAnswer(`status ${status} without a problem`);
  const kind = parsed.data.type.split(':').at(-1) ?? '';
  return problem(problemOf(kind, parsed.data.price?.minor));
}

function problemOf(kind: string, cents: number | undefined): OperatorProblem {
  switch (kind) {
    case 'insufficient-capacity':
      return { kind: 'sold-out' };
    case 'price-mismatch':
      return cents === undefined
        ? { kind: 'wrong-answer', why: 'another price, but not which', effect: 'none' }
        : { kind: 'price-changed', totalCents: cents };
    case 'lapsed':
    case 'unknown':
      return { kind: 'gone' };
    case 'token-expired':
      return { kind: 'unavailable', why: 'we are not let in', effect: 'none' };
    default:
      return { kind: 'refused', reason: kind };
  }
}

/** What a change says; null for one that we do not know. */
export function toNotice({ crossing: sailingRef, what, seconds, vessel }: WireChange): OperatorNotice | null {
  if (what === 'capacity') return { kind: 'availability-changed', sailingRef };
  if (what === 'cancelled') return { kind: 'sailing-cancelled', sailingRef };
  if (what === 'late' && seconds !== undefined)
    return { kind: 'delayed', sailingRef, delayMinutes: Math.round(seconds / 60) };
  if (what === 'vessel' && vessel) return { kind: 'ship-replaced', sailingRef, shipName: vessel };
  return null;
}
