import { describe, expect, it } from 'vitest';
import { serviceKey } from '@/lib/network/types';
import { type Direction, usualDirection } from './leg-place-rules';
import { orderProblems, shortTransfer, type TripLeg } from './trip-rules';

const terminal = { fr: 'Gare', en: 'Station', it: 'Stazione' };
const services = new Map(
  ['FRBIA-FRMRS', 'FRMRS-FRBIA', 'FRMRS-TNLGN', 'TNLGN-FRMRS', 'TNLGN-ITGOA'].map((routeId) => [
    serviceKey(routeId, 'cl'),
    { routeId, operatorCode: 'cl', terminal, checkInPassengerMinutes: 60, checkInVehicleMinutes: 180 },
  ]),
);
const network = { ports: new Map(), services };

const HOUR = 3_600_000;
const start = Date.parse('2027-07-13T17:00Z');
const leg = (routeId: string, hour: number, hours: number) => ({
  routeId,
  departsAt: new Date(start + hour * HOUR),
  arrivesAt: new Date(start + (hour + hours) * HOUR),
});
const toMarseille = leg('FRBIA-FRMRS', 0, 12);
const toTunis = leg('FRMRS-TNLGN', 17, 22);
const home = leg('TNLGN-FRMRS', 200, 22);
const toBastia = leg('FRMRS-FRBIA', 240, 12);

type GivenLeg = readonly [ReturnType<typeof leg>, Direction?];

function tripOf(...given: GivenLeg[]): TripLeg[] {
  return given.map(([crossing, direction], position) => ({
    position,
    direction: direction ?? usualDirection(position),
    sailingId: `cl-${crossing.routeId}`,
    crossing: { ...crossing, operatorCode: 'cl' },
  }));
}
const problemsOf = (...given: GivenLeg[]) =>
  Object.fromEntries(
    Object.entries(orderProblems(tripOf(...given), false, network)).map(([at, [first]]) => [at, first?.code]),
  );

describe('the order of legs', () => {
  it('is out and back, each way in one ship or two', () => {
    expect(problemsOf([toTunis])).toEqual({});
    expect(problemsOf([toTunis], [home])).toEqual({});
    expect(problemsOf([toMarseille], [toTunis, 'outbound'])).toEqual({});
    expect(problemsOf([toMarseille], [toTunis, 'outbound'], [home], [toBastia])).toEqual({});
    expect(problemsOf([toTunis], [home], [toBastia])).toEqual({});
  });

  it('does not begin with the way back, nor go out after it', () => {
    expect(problemsOf([toTunis, 'return'])).toEqual({ 'legs.0.direction': 'legs-out-of-order' });
    expect(problemsOf([toTunis], [home, 'return'], [toBastia, 'outbound'])).toEqual({
      'legs.2.direction': 'legs-out-of-order',
    });
  });

  it('has no third ship in one way', () => {
    const third = leg('TNLGN-ITGOA', 50, 20);
    expect(problemsOf([toMarseille], [toTunis, 'outbound'], [third, 'outbound'])).toMatchObject({
      'legs.2.direction': 'too-many-legs',
    });
  });

  it('changes ships where the first arrives, within a day, and not to go back', () => {
    expect(problemsOf([toMarseille], [home, 'outbound'])['legs.1.sailingId']).toBe('transfer-elsewhere');
    expect(problemsOf([toMarseille], [leg('FRMRS-TNLGN', 40, 22), 'outbound'])).toEqual({
      'legs.1.sailingId': 'transfer-too-long',
    });
    expect(problemsOf([toMarseille], [leg('FRMRS-FRBIA', 20, 12), 'outbound'])).toEqual({
      'legs.1.sailingId': 'leads-back',
    });
  });

  it('comes back after the last ship of the way out has arrived', () => {
    const early = leg('TNLGN-FRMRS', 20, 22);
    expect(problemsOf([toMarseille], [toTunis, 'outbound'], [early, 'return'])).toEqual({
      'legs.2.sailingId': 'leaves-before-arrival',
    });
  });
});

describe('a change of ships', () => {
  // 60 to leave the ship and 30 at the border; check-in 60 on foot, 180 with a vehicle.
  const leaving = (hour: number) => tripOf([toMarseille], [leg('FRMRS-TNLGN', 12 + hour, 22), 'outbound']);

  it('that is too short names the port, the time there is and the time it takes', () => {
    expect(shortTransfer(leaving(2), false, network)).toEqual({
      sailingId: 'cl-FRMRS-TNLGN',
      port: 'FRMRS',
      minutes: 120,
      needed: 150,
    });
    expect(shortTransfer(leaving(2.5), false, network)).toBeNull();
  });

  it('takes longer with a vehicle', () => {
    expect(shortTransfer(leaving(4), false, network)).toBeNull();
    expect(shortTransfer(leaving(4), true, network)).toMatchObject({ minutes: 240, needed: 270 });
  });

  it('is none between the way out and the way back', () => {
    expect(shortTransfer(tripOf([toTunis], [leg('TNLGN-FRMRS', 39.1, 22)]), true, network)).toBeNull();
  });
});
