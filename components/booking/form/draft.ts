import { z } from 'zod';

/** Longest text that a field keeps; the rest is cut, no form of ours lets one type more. */
const LONGEST = 200;
const text = z
  .string()
  .catch('')
  .default('')
  .transform((value) => value.slice(0, LONGEST));

const passenger = z.object({
  title: text,
  givenName: text,
  familyName: text,
  birthDate: text,
  sex: text,
  nationality: text,
  placeOfBirth: text,
  phone: text,
  documentType: text,
  documentNumber: text,
  documentExpiresOn: text,
  assistance: text,
  assistanceNote: text,
});

const vehicle = z.object({
  type: text,
  make: text,
  model: text,
  plate: text,
  length: text,
  height: text,
  accessories: z.array(z.string()).max(5).catch([]).default([]),
});

const draftShape = z.object({
  email: text,
  passengers: z.array(passenger).max(50).catch([]).default([]),
  vehicles: z.array(vehicle).max(4).catch([]).default([]),
  /** Steps that were left with nothing to correct. */
  passed: z.array(z.string()).max(10).catch([]).default([]),
});

/** What the traveller has typed, as typed: right or wrong, nothing is lost. Kept sealed with the hold. */
export type Draft = z.output<typeof draftShape>;
export type PassengerDraft = Draft['passengers'][number];
export type VehicleDraft = Draft['vehicles'][number];

/** A draft from what was kept; whatever is not one gives an empty draft. */
export function parseDraft(kept: unknown): Draft {
  const parsed = draftShape.safeParse(kept ?? {});
  return parsed.success ? parsed.data : draftShape.parse({});
}

/** A passenger of whom nothing is known yet. */
export function emptyPassenger(): PassengerDraft {
  return passenger.parse({});
}

/** A vehicle of which nothing is known yet. */
export function emptyVehicle(): VehicleDraft {
  return vehicle.parse({});
}

/** The draft with a step marked as left in good order, or no longer so. */
export function withPassed(draft: Draft, step: string, passed: boolean): Draft {
  const others = draft.passed.filter((each) => each !== step);
  return { ...draft, passed: passed ? [...others, step] : others };
}
