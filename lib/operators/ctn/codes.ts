import { codes, ports } from '../codes';
import type { Due, FareFamilyCode, VehicleKind } from '../words';

export const PORTS = ports({ FRMRS: 'MARSEILLE', ITGOA: 'GENES', TNLGN: 'TUNIS', TNZRZ: 'ZARZIS' });
/** Moments that are nobody's departure (the end of an option, a notice) are told by this clock. */
export const OFFICE_ZONE = 'Africa/Tunis';
export const TARIFS = codes<FareFamilyCode>({ basic: 'PROMO', standard: 'NORMAL', flex: 'CONFORT' });
export const VEHICULES = codes<VehicleKind>({
  car: 'VP',
  suv: 'VP+',
  van: 'FOURGON',
  motorcycle: '2R',
  camper: 'CC',
  caravan: 'CARAV',
  truck: 'PL',
  trailer: 'REM',
  bicycle: 'VELO',
  'jet-ski': 'NAUT',
});
/** Cabins, seats and meals come in one list, told apart by their kind. */
export const PRESTATIONS = codes<string>({
  'inside-2': 'CAB-INT-DBL',
  'inside-4': 'CAB-INT-QUA',
  'outside-2': 'CAB-EXT-DBL',
  'outside-4': 'CAB-EXT-QUA',
  'suite-2': 'SUITE',
  'pet-2': 'CAB-ANIM',
  'seat-recliner': 'FAUTEUIL',
  breakfast: 'REP-PDJ',
  lunch: 'REP-DEJ',
  dinner: 'REP-DIN',
  'lunch-child': 'REP-DEJ-ENF',
  'dinner-child': 'REP-DIN-ENF',
});
export const TAXES = codes<Due['code']>({ 'port-dues': 'TAXE_PORT', 'tunisia-levy': 'TIMBRE', ets: 'ETS' });
export const CATEGORIES = { adult: 'ADULTE', child: 'ENFANT', infant: 'BEBE' } as const;
export const SEXES = { female: 'F', male: 'M', unspecified: 'N' } as const;
export const PIECES = {
  passport: 'PASSEPORT',
  'identity-card': 'CNI',
  'residence-permit': 'TITRE_SEJOUR',
} as const;
