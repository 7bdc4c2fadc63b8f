import { z } from 'zod';
import { FARE_FAMILIES } from '@/lib/network/types';
import {
  countByType,
  PARTY_LIMITS,
  type PassengersProblem,
  passengersProblem,
} from '@/lib/pricing/party-rules';
import { ACCESSORIES, PASSENGER_TYPES, type PassengerType, VEHICLE_TYPES } from '@/lib/pricing/types';
import { DIRECTIONS, LEGS_PER_WAY } from './leg-place-rules';

/** What one party can have on one leg; how large the party may be is in `PARTY_LIMITS`. */
export const CABINS_PER_LEG = 3;
/** Out and back. */
const MAX_LEGS = 2 * LEGS_PER_WAY;

const STOCK_CODE = /^[a-z0-9][a-z0-9-]{0,39}$/;

export const holdIdInput = z.string().regex(/^hold_[0-9a-f]{32}$/, 'unknown-hold');
const sailingId = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,80}$/, 'unknown-sailing')
  .meta({ example: 'ctn-FRMRS-TNLGN-20270714-1730' });

const stockCode = z.string().regex(STOCK_CODE, 'unknown-code');
const quantity = z.int().min(0).max(PARTY_LIMITS.passengers, 'too-many');

/** A cabin by its stock code (`inside-4`) or by its plain type (`inside`: the cheapest with berths enough). `code` and `type` are the same thing. */
const cabinInput = z
  .object({ type: stockCode.optional(), code: stockCode.optional(), quantity })
  .refine((cabin) => cabin.type !== undefined || cabin.code !== undefined, {
    message: 'required',
    path: ['type'],
  })
  .transform(({ type, code, quantity }) => ({ code: code ?? type ?? '', quantity }));

const cabins = z
  .array(cabinInput)
  .max(10)
  .refine((list) => sum(list) <= CABINS_PER_LEG, 'too-many-cabins');
const chosen = z.array(z.object({ code: stockCode, quantity })).max(20);

const legInput = z.object({
  sailingId,
  direction: z
    .enum(DIRECTIONS)
    .optional()
    .meta({ description: 'Without it the first leg is `outbound`, any other `return`.' }),
  fareFamily: z.enum(FARE_FAMILIES),
  cabins: cabins.default([]),
  seats: chosen.default([]),
  meals: chosen.default([]),
});

const passengersInput = z
  .array(z.object({ type: z.enum(PASSENGER_TYPES) }))
  .min(1, 'no-passengers')
  .max(PARTY_LIMITS.passengers, 'too-many-passengers')
  .refine((list) => problemOf(list) !== 'no-adult', 'no-adult')
  .refine((list) => problemOf(list) !== 'too-many-infants', 'too-many-infants');

/** A vehicle; what is not given is usual for its type. Centimetres, accessories not included. */
const vehicleInput = z.object({
  type: z.enum(VEHICLE_TYPES),
  lengthCm: z.int().min(100, 'length-out-of-range').max(2000, 'length-out-of-range').optional(),
  heightCm: z.int().min(50, 'height-out-of-range').max(450, 'height-out-of-range').optional(),
  accessories: z.array(z.enum(ACCESSORIES)).max(4).default([]),
});
const vehiclesInput = z.array(vehicleInput).max(PARTY_LIMITS.vehicles, 'too-many-vehicles');
const petsInput = z.int().min(0).max(PARTY_LIMITS.pets, 'too-many-pets');

/** `POST /api/v1/holds`: the way out and, maybe, the way back after it; each one crossing, or two with a change of ships between. */
export const placeHoldInput = z
  .object({
    legs: z.array(legInput).min(1).max(MAX_LEGS),
    passengers: passengersInput,
    vehicles: vehiclesInput.default([]),
    pets: petsInput.default(0),
  })
  .meta({ id: 'PlaceHold' });
export type PlaceHoldInput = z.input<typeof placeHoldInput>;

/** A change of one leg's choice; what is not given stays as it is. Without `position`, its place in the list counts. */
const legChange = z.object({
  position: z
    .int()
    .min(0)
    .max(MAX_LEGS - 1)
    .optional(),
  fareFamily: z.enum(FARE_FAMILIES).optional(),
  cabins: cabins.optional(),
  seats: chosen.optional(),
  meals: chosen.optional(),
});

const formRecord = z.record(z.string().max(60), z.string().max(500));

/** What has been typed so far, field by field as the forms name them. A section that is not given stays as it is. */
export const draftInput = z.object({
  passengers: z.array(formRecord).max(PARTY_LIMITS.passengers).optional(),
  vehicles: z.array(formRecord).max(PARTY_LIMITS.vehicles).optional(),
  contact: formRecord.optional(),
});
export type Draft = z.output<typeof draftInput>;

/**
 * Changes a hold; what is not given stays as it is. The sailings themselves do not change: that is a new hold. `draft`
 * is what was typed for the party as it becomes; it is kept with the change, or not at all.
 */
export const reviseHoldInput = z.object({
  holdId: holdIdInput,
  party: z
    .object({
      passengers: passengersInput.optional(),
      vehicles: vehiclesInput.optional(),
      pets: petsInput.optional(),
    })
    .optional(),
  legs: z.array(legChange).max(MAX_LEGS).optional(),
  draft: draftInput.optional(),
});
export type ReviseHoldInput = z.input<typeof reviseHoldInput>;

function problemOf(list: readonly { readonly type: PassengerType }[]): PassengersProblem | null {
  return passengersProblem(countByType({ passengers: list.map((each) => each.type) }));
}

function sum(list: readonly { readonly quantity: number }[]): number {
  return list.reduce((total, each) => total + each.quantity, 0);
}
