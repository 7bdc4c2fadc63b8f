import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FARE_FAMILIES } from '@/lib/network/types';
import type { FareOffer, SailingOffer } from './types';
import { combinationOf, pricesByDay, sailingIdsOf, sailingsOf } from './way-rules';

const cents = fc.integer({ min: 100, max: 90_000 });
const fareOf = (family: FareOffer['family']) =>
  fc
    .record({
      perAdultCents: cents,
      lineCents: fc.array(cents, { minLength: 1, maxLength: 4 }),
      fee: fc.option(fc.nat(5000)),
      refundable: fc.boolean(),
      hoursBefore: fc.nat(900),
      keptPercent: fc.nat(100),
    })
    .map(
      (each): FareOffer => ({
        family,
        perAdultCents: each.perAdultCents,
        totalCents: each.lineCents.reduce((sum, one) => sum + one, 0),
        lines: each.lineCents.map((one) => ({
          leg: 0,
          code: 'fare-adult',
          quantity: 1,
          unitCents: one,
          totalCents: one,
        })),
        conditions: { changeFeeCents: each.fee, refundable: each.refundable },
        cancellation: [{ hoursBefore: each.hoursBefore, keptPercent: each.keptPercent }],
      }),
    );
const sailing = (id: string, departsAt: string, arrivesAt: string) =>
  fc.tuple(...FARE_FAMILIES.map(fareOf)).map(
    (fares) =>
      ({
        id,
        from: id.slice(0, 5),
        to: id.slice(6),
        departsAt,
        arrivesAt,
        fares,
      }) as unknown as SailingOffer,
  );
const first = sailing('FRBIA-FRMRS', '2027-07-13T19:00:00+02:00', '2027-07-14T07:00:00+02:00');
const second = sailing('FRMRS-TNLGN', '2027-07-14T12:00:00+02:00', '2027-07-15T09:00:00+01:00');
const facts = {
  transfer: {
    port: 'FRMRS',
    waitMinutes: 300,
    neededMinutes: 300,
    crossesBorder: true,
    changesTerminal: true,
  },
  co2: { kgPerPassenger: 152, aboard: 'vehicle' as const, kilometres: 1174 },
};

describe('two sailings as one way', () => {
  it('go from end to end, and their ids come out of its own', () => {
    fc.assert(
      fc.property(first, second, (a, b) => {
        const way = combinationOf(a, b, facts);
        expect([way.from, way.to, way.durationMinutes]).toEqual(['FRBIA', 'TNLGN', 39 * 60]);
        expect(sailingIdsOf(way.id)).toEqual([a.id, b.id]);
        expect(sailingsOf(way)).toEqual([a, b]);
        expect(sailingIdsOf(a.id)).toEqual([a.id]);
        expect(sailingsOf(a)).toEqual([a]);
      }),
    );
  });

  it('cost the sum of both, line by line, and promise no more than the stricter of the two', () => {
    fc.assert(
      fc.property(first, second, (a, b) => {
        const way = combinationOf(a, b, facts);
        expect(way.fares.map(({ family }) => family)).toEqual([...FARE_FAMILIES]);
        for (const [index, fare] of way.fares.entries()) {
          const [one, other] = [a.fares[index], b.fares[index]] as [FareOffer, FareOffer];
          expect(fare.totalCents).toBe(one.totalCents + other.totalCents);
          expect(fare.perAdultCents).toBe(one.perAdultCents + other.perAdultCents);
          const onLeg = (leg: number) =>
            fare.lines.filter((line) => line.leg === leg).reduce((sum, line) => sum + line.totalCents, 0);
          expect([onLeg(0), onLeg(1)]).toEqual([one.totalCents, other.totalCents]);
          const { changeFeeCents, refundable } = fare.conditions;
          const fees = [one, other].map(({ conditions }) => conditions.changeFeeCents);
          if (fees.includes(null)) expect(changeFeeCents).toBeNull();
          else expect(changeFeeCents).toBe((fees[0] ?? 0) + (fees[1] ?? 0));
          expect(refundable).toBe(one.conditions.refundable && other.conditions.refundable);
          for (const each of [one, other]) {
            expect(fare.cancellation[0]?.keptPercent).toBeGreaterThanOrEqual(
              each.cancellation[0]?.keptPercent ?? 101,
            );
            expect(fare.cancellation[0]?.hoursBefore).toBeGreaterThanOrEqual(
              each.cancellation[0]?.hoursBefore ?? 1000,
            );
          }
        }
      }),
    );
  });
});

it('a day costs its cheapest way; none leaves, or none has room: two different things', () => {
  const ways = [
    { day: '2027-07-13', totalCents: 300 },
    { day: '2027-07-13', totalCents: 200 },
    { day: '2027-07-15', totalCents: null },
    { day: '2027-07-20', totalCents: 100 },
  ];
  expect(pricesByDay(ways, '2027-07-13', 3)).toEqual([
    { day: '2027-07-13', sailings: 2, totalCents: 200 },
    { day: '2027-07-14', sailings: 0, totalCents: null },
    { day: '2027-07-15', sailings: 1, totalCents: null },
  ]);
});
