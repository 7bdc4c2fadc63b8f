import type { AgeBands, FareFamily } from '@/lib/network/types';

/** Infant below 2, child below 12 at half the fare: usual, to be verified per operator. */
const USUAL_BANDS: AgeBands = { childFrom: 2, adultFrom: 12, childPercent: 50, infantPercent: 0 };
/** Grimaldi's published bands: below 3 free without a berth, 3 to under 12 at half the fare. */
const GRIMALDI_BANDS: AgeBands = { ...USUAL_BANDS, childFrom: 3 };

export interface SeedOperator {
  readonly code: string;
  readonly name: string;
  /** Of the carrier: decides which voyages Regulation (EU) 1177/2010 covers. */
  readonly country: string;
  readonly ageBands: AgeBands;
  readonly approximate: boolean;
  /** Percent on top of Basic. */
  readonly familyPercent: Readonly<Record<FareFamily, number>>;
  /** Where its prices stand in the range of a route: added to the level, −1 to 1. */
  readonly bias: number;
  readonly supplements: Supplements;
}

/** Flat supplements in cents. */
export interface Supplements {
  readonly perExtraMetre: number;
  readonly heightSteps: readonly { readonly fromCm: number; readonly cents: number }[];
  readonly roofBox: number;
  readonly bikeRack: number;
}

const USUAL: Supplements = {
  perExtraMetre: 2_500,
  heightSteps: [
    { fromCm: 200, cents: 4_000 },
    { fromCm: 280, cents: 9_000 },
  ],
  roofBox: 1_000,
  bikeRack: 1_000,
};
/** Published: 1.91 to 2.60 m €50, above €100. The length, €20 a metre to Tunisia and €30 to Algeria, follows the route. */
const CORSICA_LINEA: Supplements = {
  ...USUAL,
  perExtraMetre: 2_000,
  heightSteps: [
    { fromCm: 191, cents: 5_000 },
    { fromCm: 261, cents: 10_000 },
  ],
};
/** Published: €120 for a car over 2.90 m. */
const GRIMALDI: Supplements = { ...USUAL, heightSteps: [{ fromCm: 291, cents: 12_000 }] };

const percents = (standard: number, flex: number) => ({ basic: 0, standard, flex });

export const OPERATORS: readonly SeedOperator[] = [
  operator('ctn', 'CTN', 'TN', percents(12, 28), 0.03),
  operator('corsica-linea', 'Corsica Linea', 'FR', percents(14, 32), 0, CORSICA_LINEA),
  operator('gnv', 'GNV', 'IT', percents(15, 34), -0.04),
  {
    ...operator('grimaldi', 'Grimaldi Lines', 'IT', percents(15, 30), -0.06, GRIMALDI),
    ageBands: GRIMALDI_BANDS,
    approximate: false,
  },
  operator('algerie-ferries', 'Algérie Ferries', 'DZ', percents(12, 28), 0.02),
  operator('la-meridionale', 'La Méridionale', 'FR', percents(14, 32), 0),
  operator('corsica-ferries', 'Corsica Ferries', 'FR', percents(16, 36), -0.02),
  operator('moby', 'Moby', 'IT', percents(15, 35), -0.03),
];

function operator(
  code: string,
  name: string,
  country: string,
  familyPercent: SeedOperator['familyPercent'],
  bias: number,
  supplements: Supplements = USUAL,
): SeedOperator {
  return {
    code,
    name,
    country,
    ageBands: USUAL_BANDS,
    approximate: true,
    familyPercent,
    bias,
    supplements,
  };
}
