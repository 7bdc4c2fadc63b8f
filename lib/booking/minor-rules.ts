/** Age from which someone is an adult in law in every country of the network except Algeria (19); operators use 18. */
export const LEGAL_AGE = 18;

/**
 * Operators that take minors on their own from an age, with a parent's written authorisation. GNV: 14 to 18
 * (gathered from public material in 2025, to be verified: ~). Everybody else asks for an adult.
 */
const ALONE_FROM: Readonly<Record<string, number>> = { gnv: 14 };

/**
 * Whether a party may travel: with someone of legal age on the day of departure; or all of them old enough for every
 * operator of the trip to take alone.
 */
export function isAccompanied(ages: readonly number[], operatorCodes: readonly string[]): boolean {
  if (ages.some((age) => age >= LEGAL_AGE)) return true;
  const from = Math.max(...operatorCodes.map((code) => ALONE_FROM[code.toLowerCase()] ?? LEGAL_AGE));
  return ages.length > 0 && ages.every((age) => age >= from);
}
