/** By definition, since 1929. */
const KILOMETRES_PER_NAUTICAL_MILE = 1.852;

/** Nautical miles in kilometres, not rounded. */
export function kilometresOf(nauticalMiles: number): number {
  return nauticalMiles * KILOMETRES_PER_NAUTICAL_MILE;
}
