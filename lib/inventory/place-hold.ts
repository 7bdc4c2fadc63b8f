import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { done, type FieldProblem, type Result, refuse } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { readNetwork } from '@/lib/network/queries';
import { fieldProblems } from '@/lib/platform/api/field-problems';
import { auditRow } from '@/lib/platform/audit';
import { quoteTrip } from '@/lib/pricing/quote';
import type { LegSelection, PartyItems } from '@/lib/pricing/types';
import { sailingsForSale } from '@/lib/sailings/queries';
import type { SailingForSale } from '@/lib/sailings/types';
import { sailingChanges } from './announce-stock';
import { availabilityOf } from './availability-rules';
import { holdView } from './hold-view';
import { type PlaceHoldInput, placeHoldInput } from './input';
import { type Direction, usualDirection } from './leg-place-rules';
import { takeAndInsertHold } from './new-hold-repository';
import type { StoredHold } from './repository';
import { holdEnd, refusalToSell } from './sale-window-rules';
import { resolveSelection, selectionProblems, wholeVehicle } from './selection-rules';
import { firstShort, needsOf, sumNeeds } from './stock-rules';
import { soldOut, soldOutLine } from './take-stock';
import { tripLeg } from './trip-leg';
import { orderProblems, shortTransfer } from './trip-rules';
import type { StockNeed } from './types';
import type { HoldView } from './views';

export type PlaceHoldRefusal =
  | 'sold-out'
  | 'sailing-departed'
  | 'check-in-closed'
  | 'sailing-cancelled'
  | 'transfer-too-short'
  | 'unknown-sailing'
  | 'invalid-input';

interface PlannedLeg {
  readonly position: number;
  readonly direction: Direction;
  readonly sailing: SailingForSale;
  readonly selection: LegSelection;
}

/**
 * Keeps the places of a party on all sailings of a trip for half an hour at today's price. Everything that is only read
 * is read before; all that is written is one statement, so that the counters are locked for as short as can be
 * (docs/inventory.md).
 * Refuses `sold-out` with `{what, sailingId, left}`, `transfer-too-short` with `{port, minutes, needed, sailingId}`.
 */
export async function placeHold(
  ctx: Context,
  input: PlaceHoldInput,
): Promise<Result<HoldView, PlaceHoldRefusal>> {
  const parsed = placeHoldInput.safeParse(input);
  if (!parsed.success) return refuse('invalid-input', undefined, fieldProblems(parsed.error));
  const asked = parsed.data;
  const party: PartyItems = {
    passengers: asked.passengers.map((passenger) => passenger.type),
    vehicles: asked.vehicles.map(wholeVehicle),
    pets: asked.pets,
  };
  const ids = asked.legs.map((leg) => leg.sailingId);
  const [sailings, network] = await Promise.all([sailingsForSale(ids, ctx.now), readNetwork()]);

  const legs: PlannedLeg[] = [];
  for (const [position, leg] of asked.legs.entries()) {
    const sailing = sailings.find((each) => each.id === leg.sailingId);
    if (!sailing) return refuse('unknown-sailing', { sailingId: leg.sailingId });
    const refusal = refusalToSell(sailing, party.vehicles.length > 0, ctx.now);
    if (refusal) return refuse(refusal, { sailingId: sailing.id });
    const direction = leg.direction ?? usualDirection(position);
    legs.push({ position, direction, sailing, selection: resolveSelection(leg, party, sailing.tariff) });
  }
  const trip = legs.map(tripLeg);
  const withVehicle = party.vehicles.length > 0;
  const short = shortTransfer(trip, withVehicle, network);
  if (short) return refuse('transfer-too-short', { ...short });
  const problems = { ...orderProblems(trip, withVehicle, network), ...choiceProblems(legs, party) };
  if (Object.keys(problems).length > 0) return refuse('invalid-input', undefined, problems);

  const needs = legs.map(({ sailing, selection }) => needsOf(sailing.id, party, selection));
  for (const [index, { sailing }] of legs.entries()) {
    // What is plainly gone is refused without queueing at the counter for it.
    const lacking = firstShort(sailing.id, needs[index] ?? [], sailing.stock);
    if (lacking) return soldOut(lacking);
  }
  const stored = newHold(ctx, party, legs);
  const refused = await takeAndInsertHold({
    ...stored,
    needs: sumNeeds(needs.flat()),
    audit: auditRow(ctx, 'place-hold', stored.hold.id, { cents: stored.hold.totalCents }),
    events: sailingChanges(ctx.now, sailings),
  });
  if (refused) return soldOutLine(refused.stockLineId);
  relaySoon();
  return done(holdView(stored, withoutOwn(sailings, needs.flat()), network, ctx.now));
}

function newHold(ctx: Context, party: PartyItems, legs: readonly PlannedLeg[]): StoredHold {
  const first = legs[0] as PlannedLeg;
  const id = newId('hold');
  const quote = quoteTrip(
    party,
    legs.map(({ sailing, selection }) => ({ tariff: sailing.tariff, selection })),
  );
  return {
    hold: {
      id,
      status: 'active',
      createdAt: ctx.now,
      expiresAt: holdEnd(first.sailing, party.vehicles.length > 0, ctx.now),
      locale: ctx.locale,
      party,
      quote,
      totalCents: quote.totalCents,
      version: 1,
      sealedDraft: null,
    },
    legs: legs.map(({ position, direction, sailing, selection }) => ({
      holdId: id,
      position,
      direction,
      sailingId: sailing.id,
      selection,
      tariff: sailing.tariff,
      fareRuleVersion: sailing.fareRules[selection.fareFamily].version,
    })),
    booking: null,
  };
}

/** What is wrong with what was chosen on each leg, by field. */
function choiceProblems(
  legs: readonly PlannedLeg[],
  party: PartyItems,
): Record<string, readonly FieldProblem[]> {
  const problems: Record<string, readonly FieldProblem[]> = {};
  for (const { position, sailing, selection } of legs) {
    const found = selectionProblems(selection, party, sailing.tariff);
    for (const [field, codes] of Object.entries(found)) problems[`legs.${position}.${field}`] = codes;
  }
  return problems;
}

/** The stock as it is after this hold, without reading it again: what is shown, not what is counted. */
function withoutOwn(
  sailings: readonly SailingForSale[],
  needs: readonly StockNeed[],
): readonly SailingForSale[] {
  return sailings.map((sailing) => ({
    ...sailing,
    availability: availabilityOf(
      sailing.stock.map((row) => ({
        ...row,
        held: row.held + (needs.find((need) => need.stockLineId === row.id)?.quantity ?? 0),
      })),
    ),
  }));
}
