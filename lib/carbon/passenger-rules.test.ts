import { describe, expect, it } from 'vitest';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';
import { aboardOf, co2PerPassenger } from './passenger-rules';

const MARSEILLE_TUNIS = 451;
const onFoot = { vehicles: [] };
const byCar = { vehicles: [standardVehicle('car')] };

describe('CO2 per passenger', () => {
  it('of Marseille to Tunis is 15.6 kg on foot and 108 kg with a car', () => {
    expect(co2PerPassenger(MARSEILLE_TUNIS, onFoot)).toEqual({
      kgPerPassenger: 15.6,
      aboard: 'foot',
      kilometres: 835,
    });
    expect(co2PerPassenger(MARSEILLE_TUNIS, byCar)).toEqual({
      kgPerPassenger: 108,
      aboard: 'vehicle',
      kilometres: 835,
    });
  });

  it('has a tenth where it is small and whole kilograms where it is not', () => {
    expect(co2PerPassenger(96, byCar).kgPerPassenger).toBe(23);
    expect(co2PerPassenger(97, byCar).kgPerPassenger).toBe(23.2);
    expect(co2PerPassenger(834, byCar).kgPerPassenger).toBe(200);
  });

  it('counts a rider with a bicycle as on foot, and whoever brings anything larger with its deck space', () => {
    expect(aboardOf({ vehicles: [standardVehicle('bicycle')] })).toBe('foot');
    expect(aboardOf({ vehicles: [standardVehicle('bicycle'), standardVehicle('motorcycle')] })).toBe(
      'vehicle',
    );
    expect(aboardOf({ vehicles: [standardVehicle('caravan')] })).toBe('vehicle');
  });
});
