import { expect, it } from 'vitest';
import type { Line, Network, Port, Service } from '@/lib/network/types';
import { checkInLines } from './check-in-lines';

const port = (code: string, name: string) => ({ code, names: { fr: name, en: name, it: name } }) as Port;
const genoa = port('ITGOA', 'Gênes');
const line = (to: Port): Line => ({
  from: genoa,
  to,
  route: {
    id: `ITGOA-${to.code}`,
    from: 'ITGOA',
    to: to.code,
    nauticalMiles: 100,
    operatorCodes: ['gnv'],
    minMinutes: 600,
    maxMinutes: 600,
  },
});
const olbia = line(port('ITOLB', 'Olbia'));
const tunis = line(port('TNLGN', 'Tunis (La Goulette)'));
const tangier = line(port('MAPTM', 'Tanger Med'));

const service = (routeId: string, minutes: number): [string, Service] => [
  `${routeId}|gnv`,
  {
    routeId,
    operatorCode: 'gnv',
    terminal: { fr: 'Terminal Traghetti', en: 'Terminal Traghetti', it: 'Terminal Traghetti' },
    checkInPassengerMinutes: minutes,
    checkInVehicleMinutes: minutes + 30,
  },
];
const network = {
  operators: new Map([['gnv', { code: 'gnv', name: 'GNV', country: 'IT' }]]),
  services: new Map([service('ITGOA-ITOLB', 60), service('ITGOA-TNLGN', 120), service('ITGOA-MAPTM', 120)]),
} as unknown as Network;

it('an operator that asks the same on all lines is told once', () => {
  expect(checkInLines([tunis, tangier], network, 'fr')).toEqual([
    'GNV, Terminal Traghetti\u00a0: au plus tard 2\u00a0h avant le départ à pied, 2\u00a0h\u00a030 avec un véhicule.',
  ]);
});

it('where it asks more on some lines, each is told where it goes', () => {
  expect(
    checkInLines([olbia, tunis, tangier], network, 'fr').map((text) => text.split(', Terminal')[0]),
  ).toEqual(['GNV (Olbia)', 'GNV (Tunis, Tanger Med)']);
});
