import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { guestAt, NOON } from '@/db/testing/stock-stage';
import { addDays, localDateOf } from '@/lib/kernel/dates';
import { cheapestByDay, ONE_ADULT } from '@/lib/sailings/price-queries';
import { latestDrops } from './queries';

const ctx = guestAt(NOON);
const TODAY = localDateOf(NOON, 'Europe/Paris');
/** Sailed every day of the year. */
const ROUTE = 'FRMRS-FRBIA';
const day = addDays(TODAY, 30);
let cents: number;

/** What was seen of the line's day: so many days ago it began, until then. */
async function seen(from: number, until: number, basicCents: number | null, departure = day): Promise<void> {
  await sql`insert into price_runs (route_id, departure_day, observed_from, observed_until, basic_cents, source)
    values (${ROUTE}, ${departure}, ${addDays(TODAY, -from)}, ${addDays(TODAY, -until)}, ${basicCents}, 'observed')`;
}

beforeEach(async () => {
  await sql`delete from price_runs`;
  cents = (await cheapestByDay(ROUTE, day, 1, ONE_ADULT, ctx.now))[0]?.totalCents ?? 0;
  expect(cents).toBeGreaterThan(1_000);
});

describe('the latest falls of prices', () => {
  it('are those of today’s list, compared with the lowest of the 30 days before, by the operator that sells them', async () => {
    await seen(80, 31, cents + 500);
    await seen(30, 20, cents + 4_000);
    await seen(19, 12, cents + 3_000);
    await seen(11, 0, cents);
    const [drop, ...others] = await latestDrops(ctx, 4);
    // The run that ended 31 days ago is of day 20 before the fall: it counts.
    expect(drop).toEqual({
      routeId: ROUTE,
      departureDay: day,
      since: addDays(TODAY, -11),
      cents,
      beforeCents: cents + 500,
      operatorCode: expect.stringMatching(/^[a-z-]+$/),
    });
    expect(others).toEqual([]);
  });

  it('leave out what is told of for two weeks already, what rose again, what hardly moved and what was hardly seen', async () => {
    await seen(60, 15, cents + 3_000);
    await seen(14, 0, cents);
    const next = addDays(day, 1);
    await seen(60, 9, cents + 3_000, next);
    await seen(8, 2, cents, next);
    await seen(1, 0, cents + 3_000, next);
    const hardly = addDays(day, 2);
    await seen(60, 4, cents + 150, hardly);
    await seen(3, 0, cents, hardly);
    const unseen = addDays(day, 3);
    await seen(16, 4, cents + 3_000, unseen);
    await seen(3, 0, cents, unseen);
    expect(await latestDrops(ctx, 4)).toEqual([]);
  });

  it('are at the list’s price where it moved since it was seen, and no fall where it rose back', async () => {
    await seen(60, 6, cents + 9_000);
    await seen(5, 0, cents - 500);
    expect((await latestDrops(ctx, 4))[0]).toMatchObject({ cents, beforeCents: cents + 9_000 });
    await sql`update price_runs set basic_cents = ${cents} where observed_until < ${addDays(TODAY, -5)}`;
    expect(await latestDrops(ctx, 4)).toEqual([]);
  });

  it('leave out what is sold out since: another day of the line stands in', async () => {
    const full = addDays(day, 10);
    const next = addDays(day, 1);
    for (const [departure, before] of [
      [full, 50_000],
      [next, 40_000],
    ] as const) {
      await seen(60, 6, before, departure);
      await seen(5, 1, 2_000, departure);
    }
    expect((await latestDrops(ctx, 4))[0]?.departureDay).toBe(full);
    await sql`update stock_lines set sold = capacity - held where code = 'deck' and sailing_id in
      (select id from sailings where route_id = ${ROUTE} and departure_day = ${full})`;
    expect((await latestDrops(ctx, 4))[0]?.departureDay).toBe(next);
  });

  it('count a price after days with nothing left by the days that had one', async () => {
    await seen(60, 20, cents + 2_000);
    await seen(19, 8, null);
    await seen(7, 0, cents);
    expect((await latestDrops(ctx, 4))[0]).toMatchObject({ beforeCents: cents + 2_000 });
  });
});
