import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { guestAt, leave, NOON, sailingsAhead } from '@/db/testing/stock-stage';
import { noticeLooks } from './notice-looks';

const ROUTE = 'FRMRS-TNLGN';
const ctx = guestAt(NOON);
let sailing: string;

beforeAll(async () => {
  sailing = (await sailingsAhead(ROUTE, 120))[0] as string;
});
beforeEach(async () => {
  await plenty();
  await noticeLooks(ctx, [sailing]);
  await sql`delete from outbox`;
});

const plenty = async () => {
  await leave(sailing, 'deck', 400);
  await leave(sailing, 'lane', 50_000);
};
const told = async () =>
  (
    await sql<{ data: { routeId: string; departureDay: string; reach: string } }[]>`
      select data from outbox where name = 'inventory/look.changed'`
  ).map(({ data: { routeId, reach } }) => `${routeId} ${reach}`);

describe('a change of stock', () => {
  it('that nobody can see is not told', async () => {
    await leave(sailing, 'deck', 399);
    expect(await noticeLooks(ctx, [sailing])).toBe(0);
    expect(await told()).toEqual([]);
  });

  it('that shows in the badges is told once', async () => {
    await leave(sailing, 'deck', 15);
    expect(await noticeLooks(ctx, [sailing, sailing])).toBe(1);
    expect(await noticeLooks(ctx, [sailing])).toBe(0);
    expect(await told()).toEqual([`${ROUTE} list`]);
  });

  it('by which somebody no longer fits is told to all that show the day', async () => {
    await leave(sailing, 'deck', 4);
    await noticeLooks(ctx, [sailing]);
    expect(await told()).toEqual([`${ROUTE} day`]);
  });

  it('noticed by many at once is told once, as it is in the end', async () => {
    await leave(sailing, 'deck', 3);
    await Promise.all(Array.from({ length: 6 }, () => noticeLooks(ctx, [sailing])));
    expect(await told()).toEqual([`${ROUTE} day`]);
    await plenty();
    expect(await noticeLooks(ctx, [sailing])).toBe(1);
  });

  it('of a sailing that is gone is nothing', async () => {
    expect(await noticeLooks(ctx, ['nowhere'])).toBe(0);
  });
});
