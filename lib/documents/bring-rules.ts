import { documentNeed } from '@/lib/booking/document-rules';

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
  /** Ports of the legs, UN/LOCODE: the country comes first. */
  readonly legs: readonly { readonly from: string; readonly to: string }[];
  readonly vehicles: number;
  readonly minors: number;
  readonly pets: number;
}

/** Countries of the network outside the Union from which a pet needs a rabies titre (Reg. (EU) 576/2013, art. 10 and 12). */
const TITRE_FROM: ReadonlySet<string> = new Set(['TN', 'DZ', 'MA']);

/**
 * What to bring on a trip, in the order a sheet lists it. Papers follow `documentNeed`; an exit authorisation is asked
 * of minors who cross a border without a parent; within one country a pet needs no passport.
 */
export function thingsToBring(trip: Trip): ThingToBring[] {
  const countries = trip.legs.map(({ from, to }) => ({ from: from.slice(0, 2), to: to.slice(0, 2) }));
  const abroad = countries.some(({ from, to }) => from !== to);
  const entersUnion = countries.some(({ from, to }) => TITRE_FROM.has(from) && !TITRE_FROM.has(to));
  const things: (ThingToBring | false)[] = [
    documentNeed(countries).accepted.length === 1 ? 'passport' : 'identity',
    'ticket',
    trip.vehicles > 0 && 'vehicle',
    trip.minors > 0 && abroad && 'minors',
    trip.pets > 0 && (abroad ? 'pets' : 'petsHome'),
    trip.pets > 0 && entersUnion && 'petsReturn',
  ];
  return things.filter((thing) => thing !== false);
}
