import { expect, it } from 'vitest';
import { thingsToBring } from './bring-rules';

const trip = (legs: [string, string][], more = {}) =>
  thingsToBring({ legs: legs.map(([from, to]) => ({ from, to })), vehicles: 0, minors: 0, pets: 0, ...more });

it('asks for passports across the Schengen border, for an identity document within', () => {
  expect(trip([['FRMRS', 'TNLGN']])).toEqual(['passport', 'ticket']);
  expect(trip([['FRMRS', 'FRBIA']])).toEqual(['identity', 'ticket']);
  expect(trip([['FRNCE', 'ITOLB']])).toEqual(['identity', 'ticket']);
});

it('names the papers of vehicles, of minors who cross a border, and of pets by direction', () => {
  const party = { vehicles: 1, minors: 2, pets: 1 };
  expect(trip([['FRMRS', 'TNLGN']], party)).toEqual(['passport', 'ticket', 'vehicle', 'minors', 'pets']);
  expect(trip([['TNLGN', 'ITGOA']], party)).toContain('petsReturn');
  expect(trip([['FRMRS', 'FRAJA']], party)).toEqual(['identity', 'ticket', 'vehicle', 'petsHome']);
});
