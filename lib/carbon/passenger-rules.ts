import { kilometresOf } from '@/lib/network/distance-rules';
import type { PartyItems } from '@/lib/pricing/types';

/*
 * What a crossing weighs in CO2 for each passenger: averages of the United Kingdom, fuel burnt only. Where they come
 * from and what they do not say: docs/carbon.md.
 */

/** What goes aboard with a passenger: deck space for a vehicle is most of the weight. */
export type Aboard = 'foot' | 'vehicle';

/** Kilograms of CO2 equivalent per passenger and kilometre, DESNZ/DEFRA 2025, ferries. */
export const FACTORS: Readonly<Record<Aboard, number>> = { foot: 0.01871, vehicle: 0.12933 };

/** Title of the table the factors stand in; a name, the same in all languages. */
export const SOURCE = 'UK Government GHG Conversion Factors for Company Reporting 2025 (DESNZ/DEFRA)';
export const SOURCE_ADDRESS =
  'https://www.gov.uk/government/publications/greenhouse-gas-reporting-conversion-factors-2025';

/** What one crossing weighs for one passenger. */
export interface PassengerCo2 {
  /** A tenth below 100 kg, whole kilograms from there: the factors carry no more. */
  readonly kgPerPassenger: number;
  readonly aboard: Aboard;
  /** Between the two ports, the shortest way over the globe. */
  readonly kilometres: number;
}

/** A bicycle is carried like its rider; whatever else is declared comes with a car or is one. */
export function aboardOf(party: Pick<PartyItems, 'vehicles'>): Aboard {
  return party.vehicles.some(({ type }) => type !== 'bicycle') ? 'vehicle' : 'foot';
}

/** The crossing of a line of `nauticalMiles` for each passenger of a party. */
export function co2PerPassenger(nauticalMiles: number, party: Pick<PartyItems, 'vehicles'>): PassengerCo2 {
  const aboard = aboardOf(party);
  const kilometres = kilometresOf(nauticalMiles);
  const kg = kilometres * FACTORS[aboard];
  return {
    kgPerPassenger: kg < 100 ? Math.round(kg * 10) / 10 : Math.round(kg),
    aboard,
    kilometres: Math.round(kilometres),
  };
}
