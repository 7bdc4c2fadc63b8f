import { z } from 'zod';
import { isLocalDate } from '@/lib/kernel/dates';
import { LOCALES } from '@/lib/kernel/locale';
import { type PartyItems, type PassengerType, VEHICLE_TYPES, type VehicleType } from '@/lib/pricing/types';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';

export const portCode = z
  .string()
  .regex(/^[A-Z]{5}$/)
  .meta({ example: 'FRMRS' });
export const localDate = z
  .string()
  .refine(isLocalDate, 'date-does-not-exist')
  .meta({ example: '2027-07-14' });

const count = (max: number, fallback: number) => z.coerce.number().int().min(0).max(max).default(fallback);

const isVehicle = (text: string): text is VehicleType => (VEHICLE_TYPES as readonly string[]).includes(text);

/** `car` or `car,motorcycle`; empty and `none` are no vehicle. */
const vehicleList = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((part) => part !== '' && part !== 'none'))
  .pipe(z.array(z.string().refine(isVehicle, 'unknown-vehicle')).max(2))
  .meta({ example: 'car' });

const asked = {
  from: portCode,
  to: portCode,
  adults: count(9, 1),
  children: count(8, 0),
  infants: count(8, 0),
  vehicles: vehicleList,
  pets: count(3, 0),
  locale: z.enum(LOCALES).optional(),
};
type Asked = z.output<z.ZodObject<typeof asked>>;

/** A direction, a party, and what else is asked of them. */
function searchOf<S extends z.ZodRawShape>(more: S) {
  return z
    .object({ ...asked, ...more })
    .refine((q) => partySize(q as Asked) <= 9, { message: 'too-many-passengers', path: ['adults'] })
    .refine((q) => (q as Asked).adults + (q as Asked).children > 0, {
      message: 'no-passengers',
      path: ['adults'],
    })
    .refine((q) => (q as Asked).from !== (q as Asked).to, { message: 'same-port', path: ['to'] });
}

const partySize = (q: Asked) => q.adults + q.children + q.infants;

/** Query of `GET /api/v1/sailings`. */
export const sailingsQuery = searchOf({ date: localDate });

/** Query of `GET /api/v1/sailings/calendar`. */
export const calendarQuery = searchOf({
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .meta({ example: '2027-07' }),
});

/** Query of `GET /api/v1/sailings/insights`: prices of one adult, whoever travels. */
export const insightQuery = z
  .object({ from: portCode, to: portCode, date: localDate, locale: z.enum(LOCALES).optional() })
  .refine(({ from, to }) => from !== to, { message: 'same-port', path: ['to'] });

/** The party of a query, vehicles with the dimensions usual for their type. */
export function partyOf(query: Asked): PartyItems {
  const of = (type: PassengerType, n: number) => Array.from({ length: n }, () => type);
  return {
    passengers: [
      ...of('adult', query.adults),
      ...of('child', query.children),
      ...of('infant', query.infants),
    ],
    vehicles: query.vehicles.filter(isVehicle).map((type) => standardVehicle(type)),
    pets: query.pets,
  };
}
