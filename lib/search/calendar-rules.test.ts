import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/dates';
import {
  addMonths,
  calendarPath,
  daysOfMonth,
  heatOf,
  isMonthOpen,
  parseCalendarPath,
  weeksOf,
} from './calendar-rules';
import { partyFrom } from './party-code-rules';
import type { SearchQuery } from './types';

const query: SearchQuery = {
  outbound: { from: 'FRMRS', to: 'TNLGN', date: '2027-07-14' },
  inbound: { from: 'TNLGN', to: 'ITGOA', date: '2027-08-02' },
  party: partyFrom({ adults: 2, children: 1, infants: 0, pets: 0, vehicles: ['car'] }),
};
const month = fc
  .tuple(fc.integer({ min: 2026, max: 2032 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);

describe('the address of a calendar', () => {
  it('carries the search and what is shown of it, there and back', () => {
    fc.assert(
      fc.property(month, fc.constantFrom(0 as const, 1 as const), fc.boolean(), (shown, leg, around) => {
        const view = around ? ({ kind: 'around' } as const) : ({ kind: 'month', leg, month: shown } as const);
        const segments = calendarPath(query, view).split('/').slice(3);
        expect(parseCalendarPath(segments)).toEqual({ query, view });
      }),
    );
  });

  it('has no return to show where there is none, and no month that does not exist', () => {
    const oneWay = { ...query, inbound: null };
    const read = (path: string) => parseCalendarPath(path.split('/').slice(3));
    expect(read(calendarPath(oneWay, { kind: 'around' }))).toBeNull();
    expect(read(calendarPath(oneWay, { kind: 'month', leg: 1, month: '2027-07' }))).toBeNull();
    expect(read(calendarPath(query, { kind: 'month', leg: 0, month: '2027-13' }))).toBeNull();
    expect(parseCalendarPath(['sideways', '2027-07'])).toBeNull();
  });
});

describe('a month', () => {
  it('is its days in weeks from Monday, none lost and none twice', () => {
    fc.assert(
      fc.property(month, (shown) => {
        const { first, last, count } = daysOfMonth(shown);
        const days = Array.from({ length: count }, (_, index) => ({ day: addDays(first, index) }));
        expect(days.at(-1)?.day).toBe(last);
        const weeks = weeksOf(days);
        expect(weeks.flat().filter((cell) => cell !== null)).toEqual(days);
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          const monday = week.findIndex((cell) => cell && new Date(cell.day).getUTCDay() === 1);
          if (monday >= 0) expect(monday).toBe(0);
        }
        expect(addMonths(addMonths(shown, 7), -7)).toBe(shown);
      }),
    );
  });

  it('is open from the present one to the end of the timetable', () => {
    expect(isMonthOpen('2027-02', '2027-03-01')).toBe(false);
    expect(isMonthOpen('2027-03', '2027-03-31')).toBe(true);
    expect(isMonthOpen('2028-08', '2027-03-01')).toBe(true);
    expect(isMonthOpen('2028-10', '2027-03-01')).toBe(false);
  });
});

describe('the heat of a price', () => {
  it('rises with the price, from 1 at the lowest to 5 at the highest', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(100_000), { minLength: 2, maxLength: 31 }), (prices) => {
        const sorted = prices.toSorted((a, b) => a - b);
        const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
        const heats = sorted.map((cents) => heatOf(cents, low, high));
        expect(heats[0]).toBe(1);
        expect(heats.at(-1)).toBe(5);
        expect(heats).toEqual(heats.toSorted());
      }),
    );
    expect(heatOf(5, 5, 5)).toBe(1);
  });
});
