import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PORTS } from '@/db/seed/ports';
import { DIRECTIONS } from '@/db/seed/routes';
import { SERVICES } from '@/db/seed/services';
import {
  type Crossing,
  greatCircleMiles,
  transferBetween,
  transferPorts,
  transferProblem,
} from './transfer-rules';
import { type Service, serviceKey } from './types';

const ports = new Map(PORTS.map((port) => [port.code, { ...port, country: port.code.slice(0, 2) }]));
const services = new Map(
  SERVICES.map((each): [string, Service] => [
    serviceKey(each.route_id, each.operator_code),
    {
      routeId: each.route_id,
      operatorCode: each.operator_code,
      terminal: each.terminal,
      checkInPassengerMinutes: each.check_in_passenger_minutes,
      checkInVehicleMinutes: each.check_in_vehicle_minutes,
    },
  ]),
);
const network = { ports: ports as never, services };
const routes = [...DIRECTIONS.values()].map(({ id, from, to, route }) => ({
  id,
  from,
  to,
  nauticalMiles: route.nauticalMiles,
}));

const at = (time: string) => new Date(`2027-07-${time}Z`);
const toMarseille: Crossing = {
  routeId: 'FRBIA-FRMRS',
  operatorCode: 'corsica-linea',
  departsAt: at('13T17:00'),
  arrivesAt: at('14T05:00'),
};
const toTunis = (departsAt: Date): Crossing => ({
  routeId: 'FRMRS-TNLGN',
  operatorCode: 'ctn',
  departsAt,
  arrivesAt: new Date(departsAt.getTime() + 22 * 3_600_000),
});
const problemOf = (first: Crossing, second: Crossing, withVehicle: boolean) =>
  transferProblem(first, transferBetween(first, second, withVehicle, network));

describe('changing ships', () => {
  it('takes check-in, an hour to leave the ship, half an hour for a border and half an hour to another terminal', () => {
    // 60 for CTN's check-in on foot, 60 off the ship, 30 for passports, 30 from Arenc to Cap Janet.
    expect(transferBetween(toMarseille, toTunis(at('14T10:00')), false, network)).toEqual({
      port: 'FRMRS',
      waitMinutes: 300,
      neededMinutes: 180,
      crossesBorder: true,
      changesTerminal: true,
    });
    // A vehicle is there three hours before.
    expect(transferBetween(toMarseille, toTunis(at('14T10:00')), true, network).neededMinutes).toBe(300);
  });

  it('is possible at the very minute, and not one earlier', () => {
    expect(problemOf(toMarseille, toTunis(at('14T10:00')), true)).toBeNull();
    expect(problemOf(toMarseille, toTunis(at('14T09:59')), true)).toBe('transfer-too-short');
    expect(problemOf(toMarseille, toTunis(at('14T09:59')), false)).toBeNull();
    expect(problemOf(toMarseille, toTunis(at('14T01:00')), false)).toBe('transfer-too-short');
  });

  it('does not last longer than a day', () => {
    expect(problemOf(toMarseille, toTunis(at('15T05:00')), false)).toBeNull();
    expect(problemOf(toMarseille, toTunis(at('15T05:01')), false)).toBe('transfer-too-long');
  });

  it('happens in the port where the first ship arrives', () => {
    const fromGenoa = { ...toTunis(at('14T10:00')), routeId: 'ITGOA-TNLGN' };
    expect(problemOf(toMarseille, fromGenoa, false)).toBe('transfer-elsewhere');
  });

  it('passes two borders between two ships of the Union in Tunis, and none in one terminal of Genoa', () => {
    const crossing = (routeId: string, operatorCode: string): Crossing => ({
      ...toMarseille,
      routeId,
      operatorCode,
    });
    const viaTunis = transferBetween(
      crossing('ITPMO-TNLGN', 'grimaldi'),
      crossing('TNLGN-FRMRS', 'ctn'),
      false,
      network,
    );
    expect(viaTunis).toMatchObject({ neededMinutes: 180, crossesBorder: true, changesTerminal: false });
    const viaGenoa = transferBetween(
      crossing('ITOLB-ITGOA', 'moby'),
      crossing('ITGOA-ITPTO', 'gnv'),
      false,
      network,
    );
    expect(viaGenoa).toMatchObject({ neededMinutes: 120, crossesBorder: false, changesTerminal: false });
  });
});

describe('ports to change in', () => {
  it('are offered where nothing sails directly', () => {
    expect(transferPorts('FRBIA', 'TNLGN', routes, ports)).toEqual(['FRMRS']);
    expect(transferPorts('FRAJA', 'DZALG', routes, ports)).toEqual(['FRMRS']);
    expect(transferPorts('FRMRS', 'TNLGN', routes, ports)).toEqual([]);
  });

  it('are none that lead far out of the way', () => {
    // By Bastia it would be 295 miles for the 85 between Marseille and Nice.
    expect(transferPorts('FRMRS', 'FRNCE', routes, ports)).toEqual([]);
    expect(transferPorts('FRTLN', 'FRMRS', routes, ports)).toEqual([]);
    expect(transferPorts('FRMRS', 'FRMRS', routes, ports)).toEqual([]);
    expect(transferPorts('FRMRS', 'XXXXX', routes, ports)).toEqual([]);
  });

  it('ask for no passport where the trip needs none', () => {
    // Marseille and Palermo by Tunis, Oran and Algiers by Alicante.
    expect(transferPorts('FRMRS', 'ITPMO', routes, ports)).toEqual([]);
    expect(transferPorts('DZORN', 'DZALG', routes, ports)).toEqual([]);
  });
});

const codes = [...ports.keys()];
const miles = (a: string, b: string) => greatCircleMiles(ports.get(a) as never, ports.get(b) as never);

/** Two lines that meet in a port, the second ship leaving some minutes after the first has arrived. */
const meeting = SERVICES.flatMap((first) =>
  SERVICES.filter((second) => second.route_id.slice(0, 5) === first.route_id.slice(6)).map(
    (second) => [first, second] as const,
  ),
);
const change = fc
  .record({ lines: fc.constantFrom(...meeting), minutes: fc.integer({ min: -120, max: 2000 }) })
  .map(({ lines, minutes }) => {
    const [first, second] = lines.map(
      ({ route_id, operator_code }): Crossing => ({
        ...toMarseille,
        routeId: route_id,
        operatorCode: operator_code,
      }),
    ) as [Crossing, Crossing];
    return { first, second: leavingAfter(first, second, minutes) };
  });
function leavingAfter(first: Crossing, second: Crossing, minutes: number): Crossing {
  return { ...second, departsAt: new Date(first.arrivesAt.getTime() + minutes * 60_000) };
}

describe('for all ports of the network', () => {
  it('a way round is two lines that exist, never three times as long, and never beside a direct line', () => {
    let found = 0;
    for (const from of codes)
      for (const to of codes)
        for (const via of transferPorts(from, to, routes, ports)) {
          const legs = [`${from}-${via}`, `${via}-${to}`].map((id) => routes.find((each) => each.id === id));
          const sailed = legs.reduce((sum, leg) => sum + (leg?.nauticalMiles ?? Infinity), 0);
          expect(routes.some((each) => each.id === `${from}-${to}`)).toBe(false);
          expect(sailed).toBeLessThanOrEqual(3 * miles(from, to));
          found++;
        }
    expect(found).toBeGreaterThan(20);
  });

  it('the great circle is no longer than the way over any port between', () => {
    for (const a of codes)
      for (const b of codes) {
        expect(miles(a, b)).toBeCloseTo(miles(b, a), 6);
        for (const c of codes) expect(miles(a, b)).toBeLessThanOrEqual(miles(a, c) + miles(c, b) + 1e-6);
      }
  });
});

describe('for any two ships that meet in a port', () => {
  it('whoever changes has the hour and the check-in, and no more than a day', () => {
    fc.assert(
      fc.property(change, fc.boolean(), ({ first, second }, withVehicle) => {
        const transfer = transferBetween(first, second, withVehicle, network);
        const service = services.get(serviceKey(second.routeId, second.operatorCode));
        const checkIn = withVehicle ? service?.checkInVehicleMinutes : service?.checkInPassengerMinutes;
        expect(transfer.neededMinutes).toBeGreaterThanOrEqual((checkIn ?? Infinity) + 60);
        if (transferProblem(first, transfer) !== null) return;
        expect(transfer.waitMinutes).toBeGreaterThanOrEqual(transfer.neededMinutes);
        expect(transfer.waitMinutes).toBeLessThanOrEqual(1440);
      }),
    );
  });

  it('a vehicle never makes the change shorter', () => {
    fc.assert(
      fc.property(change, ({ first, second }) => {
        const [foot, vehicle] = [false, true].map((withVehicle) =>
          transferBetween(first, second, withVehicle, network),
        );
        expect(vehicle?.neededMinutes).toBeGreaterThanOrEqual(foot?.neededMinutes ?? Infinity);
      }),
    );
  });

  it('a later departure is never too short where an earlier one was not', () => {
    fc.assert(
      fc.property(change, fc.boolean(), fc.nat(2000), ({ first, second }, withVehicle, later) => {
        const minutes = (second.departsAt.getTime() - first.arrivesAt.getTime()) / 60_000;
        const isShort = (by: number) =>
          problemOf(first, leavingAfter(first, second, minutes + by), withVehicle) === 'transfer-too-short';
        if (!isShort(0)) expect(isShort(later)).toBe(false);
      }),
    );
  });
});
