import type { z } from 'zod';
import {
  contactCandidate,
  passengerCandidate,
  vehicleCandidate,
} from '@/components/booking/form/booking-input';
import type { Draft } from '@/components/booking/form/draft';
import { heldVehicle } from '@/components/booking/form/vehicle-input';
import type { Problems } from '@/components/booking/problem-text';
import { checkTravellers } from '@/lib/booking/check-travellers';
import { contactInput, type PassengerInput, passengerInput, vehicleDetailsInput } from '@/lib/booking/input';
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
  const checked = await checkTravellers(
    ctx,
    hold,
    read.map((each) => each.passenger),
  );
  for (const [path, problems] of Object.entries(checked.problems)) {
    const isWhole = path === 'passengers';
    if (isWhole && read.length < draft.passengers.length) continue;
    found[isWhole ? path : inPlace(path, read)] ??= problems;
  }
  const contact = under('contact.', contactInput.safeParse(contactCandidate(draft.contact)));
  const notices = Object.entries(checked.notices).map(([path, notice]) => [inPlace(path, read), notice]);
  return {
    passengers: { ...found, ...contact },
    vehicles: problemsOfVehicles(hold, draft),
    notices: Object.fromEntries(notices),
  };
}

/** The fare type that a birth date asks for, where it is not the one the passenger travels at. */
export function ageTypeOf(problems: Problems, index: number): PassengerType | null {
  const found = problems[`passengers.${index}.birthDate`]?.find(
    (each) => each.code === 'age-does-not-match-type',
  );
  return PASSENGER_TYPES.find((type) => type === found?.params?.type) ?? null;
}

interface ReadTraveller {
  readonly index: number;
  readonly passenger: PassengerInput;
}

/** Every traveller read by itself: the rules that look at several apply to those who can be read. */
function readTravellers(hold: HoldView, draft: Draft, documentAsked: boolean) {
  const found: Found = {};
  const read: ReadTraveller[] = [];
  draft.passengers.forEach((typed, index) => {
    const type = hold.party.passengers[index] ?? 'adult';
    const parsed = passengerInput.safeParse(passengerCandidate(typed, type, { documentAsked }));
    Object.assign(found, under(`passengers.${index}.`, parsed));
    if (parsed.success) read.push({ index, passenger: parsed.data });
  });
  return { found, read };
}

/** A path that counts the travellers who could be read, as one that counts all. */
function inPlace(path: string, read: readonly ReadTraveller[]): string {
  return path.replace(/^passengers\.(\d+)/, (_, at) => `passengers.${read[Number(at)]?.index ?? at}`);
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
