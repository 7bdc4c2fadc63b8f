import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '@/lib/kernel/dates';
import { seasonTables, type Voyage, weekdayOf } from './timetable-rules';

const FIRST = '2027-01-01';
const days = Array.from({ length: 365 }, (_, index) => addDays(FIRST, index));

const voyage = (day: LocalDate, time = '12:00', more: Partial<Voyage> = {}): Voyage => ({
  id: `${day}-${time}`,
  operatorCode: 'ctn',
  shipCode: 'tanit',
  day,
  departsAt: `${day}T${time}:00+01:00`,
  arrivesAt: `${addDays(day, 1)}T09:00:00+01:00`,
  minutes: 1_260,
  ...more,
});
const inMonths = (...months: number[]) => days.filter((day) => months.includes(Number(day.slice(5, 7))));
const on = (weekday: number) => (day: LocalDate) => weekdayOf(day) === weekday;

describe('the usual week', () => {
  it('knows its days', () => {
    expect(weekdayOf('2027-07-12')).toBe(0);
    expect(weekdayOf('2027-07-18')).toBe(6);
  });

  it('is one for all seasons where all are alike', () => {
    const [table, ...others] = seasonTables(days.filter(on(2)).map((day) => voyage(day)));
    expect(others).toEqual([]);
    expect(table).toEqual({
      seasons: ['summer', 'between', 'winter'],
      perWeek: 1,
      departures: [
        {
          operatorCode: 'ctn',
          departs: '12:00',
          arrives: '09:00',
          daysLater: 1,
          minutes: 1_260,
          weekdays: [2],
          rhythm: 'weekly',
        },
      ],
    });
  });

  it('gathers the weekdays of the same hour, and tells seasons apart', () => {
    const all = [...days.filter(on(2)), ...inMonths(7, 8).filter(on(4))].sort().map((day) => voyage(day));
    const tables = seasonTables(all);
    expect(tables.map(({ seasons, perWeek }) => [seasons, perWeek])).toEqual([
      [['summer'], 2],
      [['between', 'winter'], 1],
    ]);
    expect(tables[0]?.departures[0]?.weekdays).toEqual([2, 4]);
  });

  it('says of a daily line with two ships that each sails every other day', () => {
    const all = days.map((day, index) => voyage(day, index % 2 ? '19:00' : '20:00'));
    const [table] = seasonTables(all);
    expect(table?.perWeek).toBe(7);
    expect(table?.departures.map(({ departs, rhythm }) => [departs, rhythm])).toEqual([
      ['19:00', 'every-other-day'],
      ['20:00', 'every-other-day'],
    ]);
  });

  it('says what is sailed in some weeks only, and leaves out what is rare', () => {
    const mondays = inMonths(1, 2, 3, 11, 12).filter(on(0));
    const some = mondays.filter((_, index) => index % 3 === 0);
    const table = (list: readonly LocalDate[]) => {
      const framed = [...new Set([FIRST, ...list, '2027-12-31'])].sort();
      return seasonTables(framed.map((day) => voyage(day)))[0]?.departures.filter(({ weekdays }) =>
        weekdays.includes(0),
      );
    };
    expect(table(some)?.map(({ rhythm }) => rhythm)).toEqual(['some-weeks']);
    expect(table(mondays.slice(0, 2)) ?? []).toEqual([]);
  });

  it('takes the usual hour of arrival where clocks change in one port only', () => {
    const all = days
      .filter(on(2))
      .map((day, index) =>
        voyage(day, '12:00', index % 9 === 0 ? { arrivesAt: `${addDays(day, 1)}T08:00:00+01:00` } : {}),
      );
    expect(seasonTables(all)[0]?.departures.map(({ arrives }) => arrives)).toEqual(['09:00']);
  });

  it('is none where nothing is sailed', () => {
    expect(seasonTables([])).toEqual([]);
  });
});
