import { expect, it } from 'vitest';
import { priceSpan } from './month-price-rules';

const month = (name: string, totalCents: number | null) => ({
  month: name,
  sailings: 4,
  totalCents,
  day: totalCents === null ? null : `${name}-09`,
});

it('finds the cheapest and the dearest month, the earlier of two alike', () => {
  const months = [
    month('2027-01', null),
    month('2027-02', 9000),
    month('2027-03', 8500),
    month('2027-04', 8500),
    month('2027-07', 14900),
    month('2027-08', 14900),
  ];
  expect(priceSpan(months)).toEqual({ low: months[2], high: months[4] });
});

it('has nothing to tell where nothing can be booked, and one month for both where there is one', () => {
  expect(priceSpan([month('2027-01', null)])).toBeNull();
  const only = month('2027-02', 9000);
  expect(priceSpan([month('2027-01', null), only])).toEqual({ low: only, high: only });
});
