import { expect, test } from 'playwright/test';
import postgres from 'postgres';
import { baseUrl, call, holdBody, type Reply } from './client';
import { startSecondApp } from './second-app';

type Sql = postgres.Sql;
type Problem = { id?: string; code?: string; params?: { what?: string } };

/** Leaves `n` units of a stock line, whatever was sold before. */
async function leave(sql: Sql, stockLineId: string, n: number): Promise<void> {
  await sql`update stock_lines set capacity = held + sold + ${n} where id = ${stockLineId}`;
}

async function balance(sql: Sql, stockLineId: string) {
  const [row] = await sql<{ left: number; held: number; items: number }[]>`
    select s.capacity - s.held - s.sold as left, s.held,
      coalesce((select sum(i.quantity)::int from hold_items i join holds h on h.id = i.hold_id
        where i.stock_line_id = s.id and h.status = 'active'), 0) as items
    from stock_lines s where s.id = ${stockLineId}`;
  if (!row) throw new Error(`no stock line ${stockLineId}`);
  return row;
}

/** Sends 300 holds at once, by turns to each app, and gives back how each ended. */
async function storm(apps: string[], body: unknown): Promise<Reply<Problem>[]> {
  return Promise.all(
    Array.from({ length: 300 }, (_, i) =>
      call<Problem>('POST', '/api/v1/holds', { body, base: apps[i % apps.length] }),
    ),
  );
}

async function release(replies: Reply<Problem>[]): Promise<void> {
  for (const { status, body } of replies)
    if (status === 201) await call('DELETE', `/api/v1/holds/${body.id}`);
}

test.describe('300 holds at once on two app processes', () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 });
  let sql: Sql;
  let second: Awaited<ReturnType<typeof startSecondApp>>;
  let sailingId: string;

  test.beforeAll(async () => {
    sql = postgres(process.env.DATABASE_URL as string, { max: 2 });
    second = await startSecondApp();
    const [row] = await sql<{ id: string }[]>`
      select s.id from sailings s
      join stock_lines c on c.sailing_id = s.id and c.code = 'inside-4'
      where s.departs_at > now() + interval '200 days' and s.status = 'scheduled'
      order by s.departs_at limit 1`;
    sailingId = row?.id as string;
    await sql`update stock_lines set capacity = held + sold + 5000 where sailing_id = ${sailingId} and code = 'deck'`;
    await sql`update stock_lines set capacity = held + sold + 500000 where sailing_id = ${sailingId} and code = 'lane'`;
  });

  test.afterAll(async () => {
    await second?.stop();
    await sql?.end();
  });

  test('of 10 places sell exactly 10, twenty times', async () => {
    const line = `${sailingId}:deck`;
    for (let round = 1; round <= 20; round++) {
      await leave(sql, line, 10);
      const replies = await storm([baseUrl, second.url], holdBody(sailingId));
      const refused = replies.filter((reply) => reply.status === 409);
      expect(replies.filter((reply) => reply.status === 201)).toHaveLength(10);
      expect(refused).toHaveLength(290);
      expect(
        refused.every(({ body }) => body.code === 'sold-out' && body.params?.what === 'passengers'),
      ).toBe(true);
      const after = await balance(sql, line);
      expect(after.left).toBe(0);
      expect(after.items).toBe(after.held);
      await release(replies);
    }
  });

  test('of one cabin of a type sell exactly one', async () => {
    await leave(sql, `${sailingId}:deck`, 5000);
    const line = `${sailingId}:inside-4`;
    await leave(sql, line, 1);
    const legs = [
      { sailingId, fareFamily: 'standard', cabins: [{ type: 'inside-4', quantity: 1 }], meals: [] },
    ];
    const replies = await storm([baseUrl, second.url], holdBody(sailingId, 1, { legs }));
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
    const refused = replies.filter((reply) => reply.status === 409);
    expect(refused).toHaveLength(299);
    expect(refused.every(({ body }) => body.params?.what === 'cabin:inside-4')).toBe(true);
    expect((await balance(sql, line)).left).toBe(0);
    await release(replies);
  });

  test('of the last lane metres sell what fits, and not one vehicle more', async () => {
    const line = `${sailingId}:lane`;
    const body = holdBody(sailingId, 1, { vehicles: [{ type: 'car', lengthCm: 450, heightCm: 160 }] });
    const one = await call<Problem>('POST', '/api/v1/holds', { body });
    const [taken] = await sql<{ quantity: number }[]>`
      select quantity from hold_items where hold_id = ${one.body.id as string} and stock_line_id = ${line}`;
    await release([one]);
    const perCar = taken?.quantity as number;
    await leave(sql, line, perCar * 3 + perCar - 1);
    const replies = await storm([baseUrl, second.url], body);
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(3);
    expect((await balance(sql, line)).left).toBe(perCar - 1);
    await release(replies);
  });
});
