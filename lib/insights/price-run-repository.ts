import { and, asc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { priceRuns } from '@/db/schema/insights';
import type { Transaction } from '@/db/transaction';
import type { LocalDate } from '@/lib/kernel/dates';
import type { PriceRun, SeenPrices } from './types';

/**
 * Writes what was seen of a route on a day: a run that was seen yesterday at the same prices becomes a day longer,
 * anything else begins one. A departure that was seen on that day, or later, is left as it is; so is what the seed
 * made up. Answers how many departures it wrote. Two at once for one route wait for each other.
 */
export async function writeSeen(
  tx: Transaction,
  routeId: string,
  observedOn: LocalDate,
  seen: readonly SeenPrices[],
): Promise<number> {
  const rows = JSON.stringify(seen.map(({ day, prices }) => ({ day, ...prices })));
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`price-runs:${routeId}`}, 0))`);
  const [written] = await tx.execute<{ n: number }>(sql`
    with seen as (
      select s.* from json_to_recordset(${rows}::json) as s(day date, basic int, standard int, flex int)
      where not exists (select 1 from ${priceRuns} r where r.route_id = ${routeId} and r.departure_day = s.day
        and r.observed_until >= ${observedOn}::date)
    ), longer as (
      update ${priceRuns} r set observed_until = ${observedOn}::date from seen s
      where r.route_id = ${routeId} and r.departure_day = s.day and r.source = 'observed'
        and r.observed_until = ${observedOn}::date - 1
        and (r.basic_cents, r.standard_cents, r.flex_cents) is not distinct from (s.basic, s.standard, s.flex)
      returning r.departure_day
    ), begun as (
      insert into ${priceRuns} (route_id, departure_day, observed_from, observed_until,
        basic_cents, standard_cents, flex_cents, source)
      select ${routeId}, day, ${observedOn}::date, ${observedOn}::date, basic, standard, flex, 'observed' from seen
      where day not in (select departure_day from longer)
      returning departure_day
    )
    select ((select count(*) from longer) + (select count(*) from begun))::int as n`);
  return written?.n ?? 0;
}

const byDays = db
  .select({
    departureDay: priceRuns.departureDay,
    observedFrom: priceRuns.observedFrom,
    observedUntil: priceRuns.observedUntil,
    cents: priceRuns.basicCents,
  })
  .from(priceRuns)
  .where(
    and(
      eq(priceRuns.routeId, sql.placeholder('routeId')),
      sql`${priceRuns.departureDay} = any(${sql.placeholder('days')}::text[]::date[])`,
    ),
  )
  .orderBy(asc(priceRuns.departureDay), asc(priceRuns.observedFrom))
  .prepare('price_runs_by_days');

/** Everything seen of these days of departure, in the order of departure and observation. */
export function runsOf(routeId: string, days: readonly LocalDate[]): Promise<PriceRun[]> {
  return byDays.execute({ routeId, days: [...days] });
}
