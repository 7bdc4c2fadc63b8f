import { countByType, type PassengersProblem, passengersProblem } from '@/lib/pricing/party-rules';
import type { PassengerType } from '@/lib/pricing/types';
import { isAccompanied, LEGAL_AGE } from './minor-rules';

/** A traveller, as far as it matters for who may join or leave. */
export interface Member {
  readonly type: PassengerType;
  /** On the day of departure; null while no birth date can be read. */
  readonly age: number | null;
}

/** Why somebody of a type cannot join; null when they can. */
export function additionProblem(
  types: readonly PassengerType[],
  joining: PassengerType,
): PassengersProblem | null {
  return passengersProblem(countByType({ passengers: [...types, joining] }));
}

/**
 * Why a traveller cannot leave; null when they can. Somebody at the adult fare stays, with no more infants than laps;
 * and whoever accompanies minors stays, unless the operators of the trip take the others alone. Without a birth date
 * an adult fare is taken for somebody of legal age.
 */
export function removalProblem(
  members: readonly Member[],
  leaving: number,
  operatorCodes: readonly string[],
): PassengersProblem | null {
  const rest = members.filter((_, index) => index !== leaving);
  const problem = passengersProblem(countByType({ passengers: rest.map((each) => each.type) }));
  if (problem) return problem;
  const travel = (party: readonly Member[]) => isAccompanied(party.map(presumedAge), operatorCodes);
  return travel(members) && !travel(rest) ? 'no-adult' : null;
}

function presumedAge({ type, age }: Member): number {
  return age ?? (type === 'adult' ? LEGAL_AGE : 0);
}
