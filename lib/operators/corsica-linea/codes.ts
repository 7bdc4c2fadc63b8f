import { codes, ports } from '../codes';
import type { AccessoryKind, Due, FareFamilyCode, VehicleKind } from '../words';

export const PORTS = ports({
  FRMRS: 'mrs',
  FRSET: 'set',
  FRBIA: 'bia',
  FRAJA: 'aja',
  TNLGN: 'tun',
  DZALG: 'alg',
  DZBJA: 'bja',
  DZSKI: 'ski',
});
export const FARES = codes<FareFamilyCode>({ basic: 'light', standard: 'classic', flex: 'freedom' });
export const VEHICLES = codes<VehicleKind>({
  car: 'passenger-car',
  suv: 'passenger-car-large',
  van: 'van',
  motorcycle: 'two-wheeler',
  camper: 'motorhome',
  caravan: 'towed-caravan',
  truck: 'lorry',
  trailer: 'towed-trailer',
  bicycle: 'cycle',
  'jet-ski': 'towed-craft',
});
export const CARGO = codes<AccessoryKind>({ 'roof-box': 'roof', 'bike-rack': 'rear' });
export const MENUS = codes<string>({
  breakfast: 'morning',
  lunch: 'noon',
  dinner: 'evening',
  'lunch-child': 'noon-kids',
  'dinner-child': 'evening-kids',
});
export const LEVIES = codes<Due['code']>({
  'port-dues': 'harbour',
  'tunisia-levy': 'tn-stamp',
  ets: 'carbon',
});
/** The one kind of seat there is. */
export const LOUNGE_SEAT = 'seat-recliner';

/** A cabin as Corsica Linea describes it: by what is in it, without a code. */
export interface Room {
  readonly view: string;
  readonly berths: number;
  readonly pets: boolean;
}

const ROOMS: Readonly<Record<string, Room>> = {
  'inside-2': { view: 'none', berths: 2, pets: false },
  'inside-4': { view: 'none', berths: 4, pets: false },
  'outside-2': { view: 'sea', berths: 2, pets: false },
  'outside-4': { view: 'sea', berths: 4, pets: false },
  'suite-2': { view: 'panorama', berths: 2, pets: false },
  'pet-2': { view: 'none', berths: 2, pets: true },
};

/** Undefined where Corsica Linea has no such room. */
export const roomOf = (code: string): Room | undefined => ROOMS[code];

/** Undefined where the product knows no such room. */
export function cabinOf({ view, berths, pets }: Room): string | undefined {
  const same = (room: Room) => room.view === view && room.berths === berths && room.pets === pets;
  return Object.entries(ROOMS).find(([, room]) => same(room))?.[0];
}
