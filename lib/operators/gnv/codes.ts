import { codes, ports } from '../codes';
import type { AccessoryKind, Due, FareFamilyCode, PassengerKind, VehicleKind } from '../words';

export const PORTS = ports({
  ITGOA: 'GOA',
  ITCVV: 'CIV',
  ITPMO: 'PMO',
  ITOLB: 'OLB',
  ITPTO: 'PTO',
  TNLGN: 'TUN',
  FRSET: 'SET',
  ESBCN: 'BCN',
  MAPTM: 'TNG',
  MANDR: 'NAD',
});
export const RATES = codes<FareFamilyCode>({ basic: 'SPECIAL', standard: 'SMART', flex: 'OPEN' });
export const AGES = codes<PassengerKind>({ adult: 'ADT', child: 'CHD', infant: 'INF' });
export const VEHICLES = codes<VehicleKind>({
  car: 'AUTO',
  suv: 'SUV',
  van: 'VAN',
  motorcycle: 'MOTO',
  camper: 'CAMPER',
  caravan: 'CARAVAN',
  truck: 'TRUCK',
  trailer: 'TRAILER',
  bicycle: 'BIKE',
  'jet-ski': 'JETSKI',
});
export const EXTRAS = codes<AccessoryKind>({ 'roof-box': 'ROOFBOX', 'bike-rack': 'BIKERACK' });
export const CABINS = codes<string>({
  'inside-2': 'I2',
  'inside-4': 'I4',
  'outside-2': 'E2',
  'outside-4': 'E4',
  'suite-2': 'SUI',
  'pet-2': 'I2P',
});
export const SEATS = codes<string>({ 'seat-recliner': 'POL' });
export const MEALS = codes<string>({
  breakfast: 'COL',
  lunch: 'PRA',
  dinner: 'CEN',
  'lunch-child': 'PRB',
  'dinner-child': 'CEB',
});
export const TAXES = codes<Due['code']>({ 'port-dues': 'PORT', 'tunisia-levy': 'TNTAX', ets: 'ETS' });
export const GENDERS = { female: 'F', male: 'M', unspecified: 'X' } as const;
export const DOCUMENTS = { passport: 'PP', 'identity-card': 'ID', 'residence-permit': 'RP' } as const;
