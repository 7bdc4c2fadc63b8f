import type { z } from 'zod';
import {
  contactCandidate,
  passengerCandidate,
  vehicleCandidate,
} from '@/components/booking/form/booking-input';
import type { Draft } from '@/components/booking/form/draft';
import { inFormOrder } from '@/components/booking/form/problem-order';
import { heldVehicle } from '@/components/booking/form/vehicle-input';
import type { Problems } from '@/components/booking/problem-text';
import { checkTravellers } from '@/lib/booking/check-travellers';
import { contactInput, passengerInput, vehicleDetailsInput } from '@/lib/booking/input';
import { partlyRead } from '@/lib/booking/partly-read';
import { vehicleProblems } from '@/lib/booking/passenger-rules';
import type { HoldView } from '@/lib/inventory/views';
import type { Context } from '@/lib/kernel/context';
import { fieldProblems } from '@/lib/platform/api/field-problems';
import { PASSENGER_TYPES, type PassengerType } from '@/lib/pricing/types';

/** What is to be corrected on each step with a form, and what is only to be known, by field. */
export interface StepProblems {
  readonly passengers: Problems;
  readonly vehicles: Problems;
  readonly notices: Problems;
}

type Found = Record<string, Problems[string]>;

/** Reads what was typed with the schemas of a booking and the rules for its travellers; empty where all is in order. */
export async function findProblems(
  ctx: Context,
  hold: HoldView,
  draft: Draft,
  documentAsked: boolean,
): Promise<StepProblems> {
  const { found, read } = readTravellers(hold, draft, documentAsked);
  const checked = await checkTravellers(ctx, hold, read);
  const contact = under('contact.', contactInput.safeParse(contactCandidate(draft.contact)));
  return {
    // What cannot be read is to be said before what it would mean.
    passengers: inFormOrder({ ...checked.problems, ...found, ...contact }),
    vehicles: problemsOfVehicles(hold, draft),
    notices: checked.notices,
  };
}

/** The fare type that a birth date asks for, where it is not the one the passenger travels at. */
export function ageTypeOf(problems: Problems, index: number): PassengerType | null {
  const found = problems[`passengers.${index}.birthDate`]?.find(
    (each) => each.code === 'age-does-not-match-type',
  );
  return PASSENGER_TYPES.find((type) => type === found?.params?.type) ?? null;
}

/** Every traveller, as far as each can be read. */
function readTravellers(hold: HoldView, draft: Draft, documentAsked: boolean) {
  const found: Found = {};
  const read = draft.passengers.map((typed, index) => {
    const type = hold.party.passengers[index] ?? 'adult';
    const candidate = passengerCandidate(typed, type, { documentAsked });
    const parsed = passengerInput.safeParse(candidate);
    Object.assign(found, under(`passengers.${index}.`, parsed));
    return parsed.success ? parsed.data : partlyRead(type, candidate);
  });
  return { found, read };
}

function problemsOfVehicles(hold: HoldView, draft: Draft): Problems {
  const found: Found = {};
  const details = hold.party.vehicles.flatMap((held, index) => {
    const typed = draft.vehicles[index];
    if (!typed) return [];
    Object.assign(found, heldVehicle(typed, held, index).problems);
    const parsed = vehicleDetailsInput.safeParse(vehicleCandidate(typed, held));
    Object.assign(found, under(`vehicles.${index}.`, parsed));
    const { make, model, plate } = typed;
    return [parsed.success ? parsed.data : { type: held.type, make, model, plate }];
  });
  return { ...vehicleProblems(details, hold.party.vehicles), ...found };
}

function under(prefix: string, parsed: z.ZodSafeParseResult<unknown>): Found {
  if (parsed.success) return {};
  return Object.fromEntries(
    Object.entries(fieldProblems(parsed.error)).map(([path, found]) => [`${prefix}${path}`, found]),
  );
}
