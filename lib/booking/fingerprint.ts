import { sha256 } from '@/lib/kernel/ids';

/** One traveller, as far as being the same one goes. */
export interface FingerprintedTraveller {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
}

/**
 * Who travels on which sailings, as one hash. The order of travellers, capitals, accents, hyphens and spaces make no
 * difference; anything else does. The same trip has the same fingerprint, whichever hold it comes from.
 */
export function partyFingerprint(
  travellers: readonly FingerprintedTraveller[],
  sailingIds: readonly string[],
): string {
  const people = travellers
    .map((each) => [plain(each.familyName), plain(each.givenName), each.birthDate].join('|'))
    .sort();
  return sha256(JSON.stringify([people, [...sailingIds].sort()]));
}

/** `Élise  O’Brien-Ñ` → `ELISEOBRIENN` */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{Letter}]/gu, '')
    .toUpperCase();
}
