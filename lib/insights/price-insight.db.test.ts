import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { guestAt, NOON } from '@/db/testing/stock-stage';
import { addDays, daysBetween, localDateOf } from '@/lib/kernel/dates';
import { cheapestByDay, ONE_ADULT } from '@/lib/sailings/price-queries';
import { comparableDays, MIN_DEPARTURES } from './comparison-rules';
import { priceInsight } from './queries';

const ctx = guestAt(NOON);
const TODAY = localDateOf(NOON, 'Europe/Paris');
/** Sailed every day of the year. */
const ROUTE = 'FRMRS-FRBIA';
const day = addDays(TODAY, 30);

beforeAll(async () => {
  await sql`analyze price_runs`;
});

describe('the insight of a line and a day', () => {
  it('has today’s price of the calendar, the past of this departure and comparable ones, and an advice', async () => {
    const [now] = await cheapestByDay(ROUTE, day, 1, ONE_ADULT, ctx.now);
    const insight = await priceInsight(ctx, { routeId: ROUTE, day });
    expect(insight?.now).toEqual({ day: TODAY, cents: now?.totalCents });
    expect(insight?.runs.at(-1)).toMatchObject({ observedUntil: TODAY, cents: now?.totalCents });
    expect(insight?.seenDays).toBe(daysBetween(insight?.runs[0]?.observedFrom ?? '', TODAY) + 1);
    expect(insight?.standing?.departures).toBeGreaterThanOrEqual(MIN_DEPARTURES);
    expect(insight?.advice?.kind).toBe('book-now');
    expect(insight?.advice?.meanGainCents).toBeLessThan(0);
  });

  it('is silent on where a price stands where the past is thin, and altogether where there is hardly any', async () => {
    await sql`delete from price_runs where route_id = ${ROUTE} and departure_day < ${TODAY}`;
    expect(await priceInsight(ctx, { routeId: ROUTE, day })).toMatchObject({ standing: null, advice: null });
    await sql`delete from price_runs where route_id = ${ROUTE} and observed_from < ${TODAY}`;
    expect(await priceInsight(ctx, { routeId: ROUTE, day })).toBeNull();
  });

  it('is silent where nothing is to be booked', async () => {
    expect(await priceInsight(ctx, { routeId: ROUTE, day: addDays(TODAY, -3) })).toBeNull();
    expect(await priceInsight(ctx, { routeId: 'FRXXX-FRBIA', day })).toBeNull();
    for (const never of ['9999-12-31', '0001-01-01'])
      expect(await priceInsight(ctx, { routeId: ROUTE, day: never })).toBeNull();
    await sql`update stock_lines set sold = capacity - held where code = 'deck' and sailing_id in
      (select id from sailings where route_id = 'FRTLN-FRBIA' and departure_day = ${day})`;
    expect(await priceInsight(ctx, { routeId: 'FRTLN-FRBIA', day })).toBeNull();
  });

  it('is read by the key of the table', async () => {
    const days = [...comparableDays(day, TODAY), day];
    const plan = await sql<{ 'QUERY PLAN': string }[]>`explain select basic_cents from price_runs
      where route_id = 'FRTLN-FRBIA' and departure_day = any(${days}::text[]::date[]) order by departure_day, observed_from`;
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('price_runs_route_id_departure_day_observed_from_pk');
    expect(text).not.toContain('Seq Scan');
  });
});
