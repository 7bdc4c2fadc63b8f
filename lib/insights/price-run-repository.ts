import { and, asc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { priceRuns } from '@/db/schema/insights';
import type { Transaction } from '@/db/transaction';
import type { LocalDate } from '@/lib/kernel/dates';
import type { FallenPrice } from './drop-rules';
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

/** As long as a fall is news, in days. */
const NEWS_DAYS = 14;
/** How far back the price it is compared with is the lowest of, in days (fallenPrices). */
const BEFORE_DAYS = 30;
/** On fewer days nobody can say what it was. */
const MIN_DAYS_SEEN = 14;

const fallen = db
  .select({
    routeId: priceRuns.routeId,
    departureDay: priceRuns.departureDay,
    since: priceRuns.observedFrom,
    cents: sql<number>`${priceRuns.basicCents}`,
    beforeCents: sql<number>`before.cents`,
  })
  .from(priceRuns)
  .innerJoinLateral(
    sql`(select min(b.basic_cents) as cents,
        sum(least(b.observed_until, ${priceRuns.observedFrom} - 1)
          - greatest(b.observed_from, ${priceRuns.observedFrom} - ${BEFORE_DAYS}::int) + 1) as days
      from ${priceRuns} b
      where b.route_id = ${priceRuns.routeId} and b.departure_day = ${priceRuns.departureDay}
        and b.observed_from < ${priceRuns.observedFrom}
        and b.observed_until >= ${priceRuns.observedFrom} - ${BEFORE_DAYS}::int) as before`,
    sql`before.cents > ${priceRuns.basicCents} and before.days >= ${MIN_DAYS_SEEN}`,
  )
  .where(
    and(
      sql`${priceRuns.observedUntil} >= ${sql.placeholder('today')}::date - 1`,
      sql`${priceRuns.observedFrom} > ${sql.placeholder('today')}::date - ${NEWS_DAYS}::int`,
      sql`${priceRuns.departureDay} > ${sql.placeholder('today')}::date`,
    ),
  )
  .prepare('fallen_prices');

/**
 * The prices of departures to come that fell in the last two weeks and are still so low, as of the last look. What they
 * are compared with is the lowest price of the 30 days before the fall, as who announces a reduction in the Union must
 * say it (directive 98/6/EC, article 6a; code de la consommation, L112-1-1); where that was not seen on 14 of those
 * days, nothing is said.
 */
export function fallenPrices(today: LocalDate): Promise<FallenPrice[]> {
  return fallen.execute({ today });
}
