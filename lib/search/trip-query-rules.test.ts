import { expect, it } from 'vitest';
import type { Direction } from '@/lib/inventory/leg-place-rules';
import { queryOfTrip } from './trip-query-rules';

const party = { passengers: ['adult'], vehicles: [], pets: 0 } as const;
const leg = (direction: Direction, from: string, to: string, departureDay: string) => ({
  direction,
  from,
  to,
  departureDay,
});

it('a trip leads back to the search it was chosen from, each way from end to end', () => {
  const out = [
    leg('outbound', 'FRBIA', 'FRMRS', '2027-07-13'),
    leg('outbound', 'FRMRS', 'TNLGN', '2027-07-14'),
  ];
  const back = leg('return', 'TNLGN', 'ITGOA', '2027-08-01');
  expect(queryOfTrip([...out, back], party)).toEqual({
    outbound: { from: 'FRBIA', to: 'TNLGN', date: '2027-07-13' },
    inbound: { from: 'TNLGN', to: 'ITGOA', date: '2027-08-01' },
    party,
  });
  expect(queryOfTrip(out, party)?.inbound).toBeNull();
  expect(queryOfTrip([], party)).toBeNull();
});
