import type { AgeBands } from '@/lib/network/types';

/** The ages of an operator's fares, as the texts of a fare name them. */
export function ageTexts({ childFrom, adultFrom }: AgeBands) {
  return { childFrom, adultFrom, last: adultFrom - 1 };
}
