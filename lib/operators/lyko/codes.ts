import { codes } from '../codes';
import type { AccessoryKind, Due, FareFamilyCode, PassengerKind, VehicleKind } from '../words';

/** Carriers that we sell through Lyko. It has others too, some of which we speak with ourselves. */
export const CARRIERS = codes<string>({
  grimaldi: 'GRI',
  moby: 'MBY',
  'la-meridionale': 'LMD',
  'corsica-ferries': 'CFF',
  'algerie-ferries': 'ENT',
});
export const FARES = codes<FareFamilyCode>({ basic: 'ECO', standard: 'STD', flex: 'FLX' });
export const AGES = codes<PassengerKind>({ adult: 'PAX_ADULT', child: 'PAX_CHILD', infant: 'PAX_INFANT' });
export const VEHICLES = codes<VehicleKind>({
  car: 'VEH_CAR',
  suv: 'VEH_SUV',
  van: 'VEH_VAN',
  motorcycle: 'VEH_MOTORCYCLE',
  camper: 'VEH_CAMPER',
  caravan: 'VEH_CARAVAN',
  truck: 'VEH_TRUCK',
  trailer: 'VEH_TRAILER',
  bicycle: 'VEH_BICYCLE',
  'jet-ski': 'VEH_JETSKI',
});
export const LOADS = codes<AccessoryKind>({ 'roof-box': 'ROOF', 'bike-rack': 'REAR' });
export const PET = 'PET';
export const CABINS = codes<string>({
  'inside-2': 'CABIN_INSIDE_2',
  'inside-4': 'CABIN_INSIDE_4',
  'outside-2': 'CABIN_OUTSIDE_2',
  'outside-4': 'CABIN_OUTSIDE_4',
  'suite-2': 'CABIN_SUITE_2',
  'pet-2': 'CABIN_PETS_2',
});
export const SEATS = codes<string>({ 'seat-recliner': 'SEAT_RECLINER' });
export const MEALS = codes<string>({
  breakfast: 'MEAL_BREAKFAST',
  lunch: 'MEAL_LUNCH',
  dinner: 'MEAL_DINNER',
  'lunch-child': 'MEAL_LUNCH_CHILD',
  'dinner-child': 'MEAL_DINNER_CHILD',
});
export const TAXES = codes<Due['code']>({
  'port-dues': 'TAX_PORT',
  'tunisia-levy': 'TAX_TUNISIA',
  ets: 'TAX_ETS',
});
export const GENDERS = { female: 'female', male: 'male', unspecified: 'undisclosed' } as const;
export const DOCUMENTS = { passport: 'P', 'identity-card': 'I', 'residence-permit': 'R' } as const;
