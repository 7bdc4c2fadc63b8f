import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/dates';
import { DAYS_AHEAD_STEPS } from '@/lib/pricing/tariff';
import { campaignsOf, percentOn } from './campaigns';
import { priceHistory, type SeedPriceRun } from './price-history';
import { seasonLevel } from './seasons';
import { planTimetable } from './timetable';

const TODAY = '2026-11-22';
const FIRST = addDays(TODAY, -547);
const past = (seed: number, today: LocalDate) =>
  priceHistory(seed, today, planTimetable(today, addDays(today, 547)));
const rows = past(1, TODAY);
const departures = Map.groupBy(rows, (row) => `${row.route_id} ${row.departure_day}`);

/** Every price that is followed by another, with how it moved. */
const moves = [...departures.values()].flatMap((runs) =>
  runs.slice(1).flatMap((row, index) => {
    const before = runs[index] as SeedPriceRun;
    if (row.basic_cents === null || before.basic_cents === null) return [];
    return [{ row, before, cents: row.basic_cents - before.basic_cents }];
  }),
);

describe('the past that is made up', () => {
  it('has departures of 18 months on both sides, on every line, and some hundred thousand runs', () => {
    const days = rows.map((row) => row.departure_day).sort();
    expect(days[0]).toBe(FIRST);
    expect(daysBetween(TODAY, days.at(-1) ?? TODAY)).toBeGreaterThan(540);
    expect(new Set(rows.map((row) => row.route_id)).size).toBe(52);
    expect(rows.length).toBeGreaterThan(100_000);
    expect(rows.length).toBeLessThan(200_000);
    expect(new Set(rows.map((row) => row.source))).toEqual(new Set(['seed']));
  });

  it('follows each departure without a gap or an overlap, from its sale or the first day to today or its own day', () => {
    const wrong = [...departures.values()].filter((runs) => {
      const day = runs[0]?.departure_day ?? '';
      const follows = runs.every((run, index) =>
        index === 0
          ? run.observed_from === [addDays(day, -546), FIRST].sort()[1]
          : run.observed_from === addDays(runs[index - 1]?.observed_until ?? '', 1),
      );
      const inOrder = runs.every((run) => run.observed_from <= run.observed_until);
      return !follows || !inOrder || runs.at(-1)?.observed_until !== [day, TODAY].sort()[0];
    });
    expect(wrong).toEqual([]);
  });

  it('has dearer families in order, or nothing to sell in any', () => {
    const wrong = rows.filter(({ basic_cents: basic, standard_cents: standard, flex_cents: flex }) =>
      basic === null || standard === null || flex === null
        ? basic !== null || standard !== null || flex !== null
        : basic >= standard || standard >= flex,
    );
    expect(wrong).toEqual([]);
    const sold = rows.filter((row) => row.basic_cents === null).length;
    expect(sold).toBeGreaterThan(100);
    expect(sold / rows.length).toBeLessThan(0.05);
  });

  it('mostly rises; what falls and rises again is a campaign of two or three weeks for weak weeks', () => {
    const falls = moves.filter(({ cents }) => cents < 0);
    expect(falls.length).toBeGreaterThan(300);
    expect(falls.length).toBeLessThan(moves.length * 0.2);
    for (const { row } of falls) {
      const level = (way: 'out' | 'back') => seasonLevel(row.departure_day, way);
      expect(Math.min(level('out'), level('back'))).toBeLessThanOrEqual(0.24);
    }
    expect(Math.min(...falls.map(({ cents, before }) => cents / (before.basic_cents ?? 1)))).toBeGreaterThan(
      -0.21,
    );
  });

  it('moves where the rule of prices says so', () => {
    const rises = moves.filter(({ cents }) => cents > 0);
    for (const { from } of DAYS_AHEAD_STEPS.slice(0, -1)) {
      const onStep = rises.filter(
        ({ row }) => daysBetween(row.observed_from, row.departure_day) === from - 1,
      );
      expect(onStep.length).toBeGreaterThan(1_000);
    }
  });

  it('is the same for the same number, and another for another', () => {
    const text = JSON.stringify(rows);
    expect(JSON.stringify(past(1, TODAY)) === text).toBe(true);
    expect(JSON.stringify(past(2, TODAY)) === text).toBe(false);
  });

  it('does not change with the day on which it is made up, where a departure was over by then', () => {
    const later = addDays(TODAY, 40);
    const over = (all: readonly SeedPriceRun[]) =>
      all.filter(
        (row) => row.observed_from > addDays(later, -547) && row.departure_day < addDays(TODAY, -40),
      );
    const before = new Map(
      over(rows).map((row) => [`${row.route_id} ${row.departure_day} ${row.observed_from}`, row]),
    );
    const same = over(past(1, later)).filter(
      (row) =>
        before.get(`${row.route_id} ${row.departure_day} ${row.observed_from}`)?.basic_cents ===
        row.basic_cents,
    );
    expect(same.length).toBeGreaterThan(before.size * 0.98);
  });
});

describe('campaigns', () => {
  it('last two or three weeks, one at a time, and began before the day', () => {
    const campaigns = campaignsOf(1, 'gnv', 'ITGOA-TNLGN', '2024-06-01', TODAY);
    expect(campaigns.length).toBeGreaterThan(2);
    campaigns.forEach(({ from, until }, index) => {
      expect(daysBetween(from, until) + 1).toBeGreaterThanOrEqual(14);
      expect(daysBetween(from, until) + 1).toBeLessThanOrEqual(21);
      expect(from > (campaigns[index - 1]?.until ?? '')).toBe(true);
      expect(from < TODAY).toBe(true);
    });
  });

  it('that run today are what falls before today and has not risen since, and what today’s tariff is lower by', () => {
    const planned = planTimetable(TODAY, addDays(TODAY, 547));
    const running = new Map<string, number>();
    for (const sailing of planned) {
      const percent = percentOn(1, sailing, TODAY);
      expect([0, 10, 15, 20]).toContain(percent);
      if (percent > 0) running.set(`${sailing.direction.id} ${sailing.departureDay}`, percent);
    }
    expect(running.size).toBeGreaterThan(20);
    expect(running.size).toBeLessThan(planned.length * 0.05);
    const fell = moves.filter(
      ({ row, cents }) => cents < 0 && row.observed_until === TODAY && row.departure_day > TODAY,
    );
    expect(fell.length).toBeGreaterThan(10);
    for (const { row } of fell) {
      expect(running.has(`${row.route_id} ${row.departure_day}`)).toBe(true);
      expect(daysBetween(row.observed_from, TODAY)).toBeLessThanOrEqual(20);
    }
  });
});
