import { documentNeed } from '@/lib/booking/document-rules';
import { LEGAL_AGE } from '@/lib/booking/minor-rules';
import { ageOn } from '@/lib/kernel/dates';
import type { VehicleType } from '@/lib/pricing/types';

/** What travellers should have with them; each is a text `bring.<code>` of the documents. */
export type ThingToBring =
  | 'passport'
  | 'identity'
  | 'ticket'
  | 'vehicle'
  | 'minors'
  | 'pets'
  | 'petsReturn'
  | 'petsHome';

interface Trip {
  /** Ports of the legs, UN/LOCODE: the country comes first. Days on the clock of the port of departure. */
  readonly legs: readonly { readonly from: string; readonly to: string; readonly departureDay: string }[];
  readonly vehicles: readonly { readonly type: VehicleType }[];
  readonly passengers: readonly { readonly birthDate: string }[];
  readonly pets: number;
}

/** Countries of the network outside the Union from which a pet needs a rabies titre (Reg. (EU) 576/2013, art. 10 and 12). */
const TITRE_FROM: ReadonlySet<string> = new Set(['TN', 'DZ', 'MA']);

/**
 * What to bring on a trip, in the order a sheet lists it. Papers follow `documentNeed`; an exit authorisation is asked
 * of minors who cross a border without a parent, whatever fare they pay; within one country a pet needs no passport.
 */
export function thingsToBring({ legs, vehicles, passengers, pets }: Trip): ThingToBring[] {
  const countries = legs.map(({ from, to }) => ({ from: from.slice(0, 2), to: to.slice(0, 2) }));
  const abroad = countries.some(({ from, to }) => from !== to);
  const entersUnion = countries.some(({ from, to }) => TITRE_FROM.has(from) && !TITRE_FROM.has(to));
  const departure = legs.map((leg) => leg.departureDay).sort()[0] ?? '';
  const minors = passengers.some(({ birthDate }) => ageOn(birthDate, departure) < LEGAL_AGE);
  const things: (ThingToBring | false)[] = [
    documentNeed(countries).accepted.length === 1 ? 'passport' : 'identity',
    'ticket',
    vehicles.some(({ type }) => type !== 'bicycle') && 'vehicle',
    minors && abroad && 'minors',
    pets > 0 && (abroad ? 'pets' : 'petsHome'),
    pets > 0 && entersUnion && 'petsReturn',
  ];
  return things.filter((thing) => thing !== false);
}
