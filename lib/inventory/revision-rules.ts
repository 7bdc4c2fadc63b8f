import type { FieldProblem } from '@/lib/kernel/errors';
import { ruleInForce } from '@/lib/network/fare-rules';
import type { FareRule } from '@/lib/network/types';
import type { LegSelection, PartyItems, Tariff } from '@/lib/pricing/types';
import type { reviseHoldInput } from './input';
import type { Direction } from './leg-place-rules';
import { fitted, resolveSelection, selectionProblems, wholeVehicle } from './selection-rules';

/** One leg of a hold, as far as a revision is concerned. */
export interface HeldLeg {
  readonly position: number;
  readonly direction: Direction;
  readonly sailingId: string;
  readonly selection: LegSelection;
  readonly tariff: Tariff;
  readonly fareRuleVersion: number;
}

/** What a revision leads to, before anything is written. */
export interface RevisionPlan {
  readonly party: PartyItems;
  readonly legs: readonly HeldLeg[];
}

export type RevisionInput = ReturnType<typeof reviseHoldInput.parse>;

/** The party after the change; what is not given stays. */
export function revisedParty(party: PartyItems, change: RevisionInput['party']): PartyItems {
  return {
    passengers: change?.passengers?.map((passenger) => passenger.type) ?? party.passengers,
    vehicles: change?.vehicles?.map(wholeVehicle) ?? party.vehicles,
    pets: change?.pets ?? party.pets,
  };
}

/**
 * One leg after the change. Seats and meals that nobody is left for go with whoever no longer travels. Another family
 * comes with the rules that were in force when the hold was placed, as its price does.
 */
export function revisedLeg(
  leg: HeldLeg,
  party: PartyItems,
  changes: NonNullable<RevisionInput['legs']>,
  rules: { readonly all: readonly FareRule[]; readonly operatorCode: string; readonly placedAt: Date },
): HeldLeg {
  const change = changes.find((each, index) => (each.position ?? index) === leg.position);
  const kept = fitted(leg.selection, party);
  const selection = resolveSelection(
    {
      fareFamily: change?.fareFamily ?? kept.fareFamily,
      cabins: change?.cabins ?? kept.cabins,
      seats: change?.seats ?? kept.seats,
      meals: change?.meals ?? kept.meals,
    },
    party,
    leg.tariff,
  );
  if (selection.fareFamily === leg.selection.fareFamily) return { ...leg, selection };
  const rule = ruleInForce(rules.all, rules.operatorCode, selection.fareFamily, rules.placedAt);
  return { ...leg, selection, fareRuleVersion: rule?.version ?? leg.fareRuleVersion };
}

/** What is wrong with a plan, by field. */
export function planProblems({ legs, party }: RevisionPlan): Record<string, readonly FieldProblem[]> {
  const problems: Record<string, readonly FieldProblem[]> = {};
  for (const leg of legs) {
    const found = selectionProblems(leg.selection, party, leg.tariff);
    for (const [field, codes] of Object.entries(found)) problems[`legs.${leg.position}.${field}`] = codes;
  }
  return problems;
}

/** True when what travels differs: the passengers' types in their order, the vehicles with their dimensions. Pets have no names. */
export function travellersDiffer(before: PartyItems, after: PartyItems): boolean {
  const facts = (party: PartyItems) => JSON.stringify([party.passengers, party.vehicles.map(vehicleFacts)]);
  return facts(before) !== facts(after);
}

/** True when nothing is different. */
export function isUnchanged(before: RevisionPlan, after: RevisionPlan): boolean {
  const choices = (plan: RevisionPlan) =>
    JSON.stringify(plan.legs.map((leg) => selectionFacts(leg.selection)));
  return (
    !travellersDiffer(before.party, after.party) &&
    before.party.pets === after.party.pets &&
    choices(before) === choices(after)
  );
}

function vehicleFacts(vehicle: PartyItems['vehicles'][number]) {
  return [vehicle.type, vehicle.lengthCm, vehicle.heightCm, [...vehicle.accessories].sort()];
}

function selectionFacts(selection: LegSelection) {
  const sorted = (chosen: LegSelection['cabins']) =>
    chosen.map((each) => `${each.code} ${each.quantity}`).sort();
  return [selection.fareFamily, sorted(selection.cabins), sorted(selection.seats), sorted(selection.meals)];
}
