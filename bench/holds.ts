import postgres from 'postgres';
import { requestsPerSecond } from './requests';

/** A far sailing whose stock is opened so wide that nothing sells out during a measurement. */
export async function openSailings(sql: postgres.Sql, count: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from sailings where status = 'scheduled' and departs_at > now() + interval '250 days'
    order by departs_at, id limit ${count}`;
  const ids = rows.map((row) => row.id);
  await sql`update stock_lines set capacity = 100000000 where sailing_id = any(${ids})`;
  return ids;
}

export function holdOn(sailingId: string): string {
  return JSON.stringify({
    legs: [{ sailingId, fareFamily: 'standard', cabins: [], meals: [] }],
    passengers: [{ type: 'adult' }],
    vehicles: [{ type: 'car', lengthCm: 450, heightCm: 160 }],
  });
}

/** Holds per second through the API on one sailing. */
export function holdsByApi(appUrl: string, sailingId: string, clients: number, seconds = 5): Promise<number> {
  return requestsPerSecond(`${appUrl}/api/v1/holds`, {
    method: 'POST',
    body: holdOn(sailingId),
    connections: clients,
    seconds,
  });
}

/**
 * The floor: what a hold writes, and nothing else, on bare connections: the conditional updates first, then the
 * rows of hold, leg, items and outbox, in one transaction.
 */
export async function holdsBySql(
  databaseUrl: string,
  sailingId: string,
  clients: number,
  seconds = 5,
): Promise<number> {
  const sql = postgres(databaseUrl, { max: clients });
  const [model] = await sql<{ hold_id: string }[]>`
    select hold_id from hold_legs where sailing_id = ${sailingId} limit 1`;
  if (!model) throw new Error('no hold to copy: run the API measurement first');
  const end = Date.now() + seconds * 1000;
  let done = 0;
  async function client(number: number): Promise<void> {
    for (let i = 0; Date.now() < end; i++) {
      const id = `bench_${process.pid}_${number}_${i}_${Math.random()}`;
      await sql.begin((tx) => [
        tx`update stock_lines set held = held + 1 where id = ${`${sailingId}:deck`} and capacity - held - sold >= 1`,
        tx`update stock_lines set held = held + 450 where id = ${`${sailingId}:lane`} and capacity - held - sold >= 450`,
        tx`insert into holds (id, status, created_at, expires_at, locale, party, quote, total_cents)
           select ${id}, 'active', created_at, expires_at, locale, party, quote, total_cents from holds where id = ${model?.hold_id as string}`,
        tx`insert into hold_legs (hold_id, position, direction, sailing_id, selection, tariff, fare_rule_version)
           select ${id}, position, direction, sailing_id, selection, tariff, fare_rule_version from hold_legs where hold_id = ${model?.hold_id as string}`,
        tx`insert into hold_items values (${id}, ${`${sailingId}:deck`}, 1), (${id}, ${`${sailingId}:lane`}, 450)`,
        tx`insert into outbox (id, name, data, created_at) values (${id}, 'bench', '{}', now())`,
      ]);
      done++;
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  await sql`delete from outbox where name = 'bench'`;
  await sql.end();
  return done / seconds;
}
