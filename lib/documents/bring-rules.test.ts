import { expect, it } from 'vitest';
import { thingsToBring } from './bring-rules';

type Party = Partial<Pick<Parameters<typeof thingsToBring>[0], 'vehicles' | 'passengers' | 'pets'>>;

const trip = (legs: [string, string][], party: Party = {}) =>
  thingsToBring({
    legs: legs.map(([from, to]) => ({ from, to, departureDay: '2027-07-14' })),
    vehicles: [],
    passengers: [{ birthDate: '1988-03-09' }],
    pets: 0,
    ...party,
  });

it('asks for passports across the Schengen border, for an identity document within', () => {
  expect(trip([['FRMRS', 'TNLGN']])).toEqual(['passport', 'ticket']);
  expect(trip([['FRMRS', 'FRBIA']])).toEqual(['identity', 'ticket']);
  expect(trip([['FRNCE', 'ITOLB']])).toEqual(['identity', 'ticket']);
});

it('names the papers of vehicles, of minors who cross a border, and of pets by direction', () => {
  const party = { vehicles: [{ type: 'car' } as const], passengers: [{ birthDate: '2019-05-02' }], pets: 1 };
  expect(trip([['FRMRS', 'TNLGN']], party)).toEqual(['passport', 'ticket', 'vehicle', 'minors', 'pets']);
  expect(trip([['TNLGN', 'ITGOA']], party)).toContain('petsReturn');
  expect(trip([['FRMRS', 'FRAJA']], party)).toEqual(['identity', 'ticket', 'vehicle', 'petsHome']);
});

it('takes for a minor whoever is under 18 on the day of departure, also at the adult fare', () => {
  const born = (birthDate: string) => trip([['FRMRS', 'TNLGN']], { passengers: [{ birthDate }] });
  expect(born('2009-07-15')).toContain('minors');
  expect(born('2009-07-14')).not.toContain('minors');
});

it('asks no cyclist for registration papers', () => {
  expect(trip([['FRMRS', 'FRBIA']], { vehicles: [{ type: 'bicycle' }] })).not.toContain('vehicle');
});
