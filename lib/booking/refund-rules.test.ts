import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RefundableLeg, refundAt, refundSteps } from './refund-rules';

const DEPARTURE = new Date('2027-07-14T15:30:00Z');
const GRID = [
  { hoursBefore: 720, keptPercent: 10 },
  { hoursBefore: 168, keptPercent: 30 },
  { hoursBefore: 48, keptPercent: 50 },
  { hoursBefore: 0, keptPercent: 100 },
];
const leg = (over: Partial<RefundableLeg> = {}): RefundableLeg => ({
  departsAt: DEPARTURE,
  totalCents: 178_916,
  refundable: true,
  cancellation: GRID,
  ...over,
});

describe('what comes back by date', () => {
  it('follows the grid to the cent, one step after the other', () => {
    const steps = refundSteps([leg()], new Date('2027-03-10T09:00:00Z'));
    expect(steps.map((step) => [step.until.toISOString(), step.refundCents])).toEqual([
      ['2027-06-14T15:30:00.000Z', 161_024],
      ['2027-07-07T15:30:00.000Z', 125_241],
      ['2027-07-12T15:30:00.000Z', 89_458],
      ['2027-07-14T15:30:00.000Z', 0],
    ]);
  });

  it('is nothing at all for a fare that gives nothing back, and begins where one stands today', () => {
    const steps = refundSteps([leg({ refundable: false })], new Date('2027-07-10T00:00:00Z'));
    expect(steps).toEqual([{ from: new Date('2027-07-10T00:00:00Z'), until: DEPARTURE, refundCents: 0 }]);
    expect(refundSteps([leg()], new Date('2027-07-14T15:30:00Z'))).toEqual([]);
  });

  it('at the edge of a step the longer notice still counts', () => {
    expect(refundAt([leg()], new Date('2027-07-07T15:30:00Z'))).toBe(125_241);
    expect(refundAt([leg()], new Date('2027-07-07T15:30:01Z'))).toBe(89_458);
  });

  it('never promises more than an earlier day did, nor more than was paid, and the steps follow without a gap', () => {
    const grids = fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { maxLength: 5 }).chain((hours) =>
      fc
        .array(fc.integer({ min: 0, max: 100 }), { minLength: hours.length + 1, maxLength: hours.length + 1 })
        .map((kept) => {
          const notices = [...hours.sort((a, b) => b - a), 0];
          const rising = kept.sort((a, b) => a - b);
          return notices.map((hoursBefore, i) => ({ hoursBefore, keptPercent: rising[i] ?? 100 }));
        }),
    );
    const legs = fc.array(
      fc
        .record({
          cancellation: grids,
          totalCents: fc.nat(500_000),
          refundable: fc.boolean(),
          late: fc.nat(400),
        })
        .map(({ late, ...rest }) =>
          leg({ ...rest, departsAt: new Date(DEPARTURE.getTime() + late * 3_600_000) }),
        ),
      { minLength: 1, maxLength: 2 },
    );
    const now = new Date('2027-05-01T00:00:00Z');
    fc.assert(
      fc.property(legs, (all) => {
        const steps = refundSteps(all, now);
        const paid = all.reduce((sum, each) => sum + each.totalCents, 0);
        let before = { until: now, refundCents: paid };
        for (const step of steps) {
          expect(step.from).toEqual(before.until);
          expect(step.refundCents).toBeLessThanOrEqual(before.refundCents);
          expect(step.refundCents).toBeGreaterThanOrEqual(0);
          before = step;
        }
      }),
    );
  });
});
