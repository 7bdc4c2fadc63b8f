import { FARE_FAMILIES, type FareFamily } from '@/lib/network/types';
import { crossingOnly, quoteTrip } from '@/lib/pricing/quote';
import type { PartyItems } from '@/lib/pricing/types';
import { missingFor } from '@/lib/sailings/sale-rules';
import type { SailingForSale } from '@/lib/sailings/types';
import type { FamilyPrices, SeenPrices } from './types';

/** Prices are followed for one adult without a vehicle. */
const ONE_ADULT: PartyItems = { passengers: ['adult'], vehicles: [], pets: 0 };

type Sold = Pick<SailingForSale, 'departureDay' | 'tariff' | 'availability'>;

/** The lowest price by family of each day that is sailed: the figure of the list for one adult, among sailings with places. */
export function seenPrices(sailings: readonly Sold[]): SeenPrices[] {
  const byDay = new Map<string, Sold[]>();
  for (const each of sailings) byDay.set(each.departureDay, [...(byDay.get(each.departureDay) ?? []), each]);
  return [...byDay].map(([day, ofDay]) => ({ day, prices: lowestPrices(ofDay) }));
}

function lowestPrices(sailings: readonly Sold[]): FamilyPrices {
  const open = sailings.filter(({ availability }) => missingFor(ONE_ADULT, availability).length === 0);
  if (open.length === 0) return null;
  const lowest = (family: FareFamily) =>
    Math.min(
      ...open.map(
        ({ tariff }) => quoteTrip(ONE_ADULT, [{ tariff, selection: crossingOnly(family) }]).totalCents,
      ),
    );
  return Object.fromEntries(FARE_FAMILIES.map((family) => [family, lowest(family)])) as Record<
    FareFamily,
    number
  >;
}
