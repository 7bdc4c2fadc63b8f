import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { adults, balance, deadlocks, guestAt, leave, NOON, sailingsAhead } from '@/db/testing/stock-stage';
import type { PlaceHoldInput } from './input';
import { placeHold } from './place-hold';
import { releaseHold } from './release-hold';

const ctx = guestAt(NOON);
let sailing: string;
let back: string;

beforeAll(async () => {
  sailing = (await sailingsAhead('FRMRS-TNLGN'))[0] as string;
  back = (await sailingsAhead('TNLGN-FRMRS', 60))[0] as string;
});

/** Sends `n` holds at once; gives back ids of those that were kept, and what the others were refused for. */
async function storm(n: number, input: PlaceHoldInput) {
  const results = await Promise.all(Array.from({ length: n }, () => placeHold(ctx, input)));
  return {
    kept: results.flatMap((each) => (each.ok ? [each.value.id] : [])),
    refused: results.flatMap((each) => (each.ok ? [] : [each.refusal])),
  };
}

async function releaseAll(ids: readonly string[]): Promise<void> {
  await Promise.all(ids.map((id) => releaseHold(ctx, id)));
}

/** How many rows there are of each kind that a hold writes. */
async function rowsOfHolds(): Promise<Record<string, unknown>> {
  const [counts] =
    await sql`select (select count(*) from holds) as holds, (select count(*) from hold_legs) as legs,
    (select count(*) from hold_items) as items,
    (select count(*) from audit_log where verb = 'place-hold') as audit,
    (select count(*) from outbox where name = 'inventory/sailing.changed') as events`;
  return counts ?? {};
}

describe('300 holds at once', () => {
  it('of 10 places never sell more or less than 10, twenty times', async () => {
    for (let round = 1; round <= 20; round++) {
      await leave(sailing, 'deck', 10);
      const { kept, refused } = await storm(300, adults([sailing]));
      expect(kept).toHaveLength(10);
      expect(refused).toHaveLength(290);
      for (const { code, params } of refused)
        expect({ code, what: params?.what, left: params?.left }).toEqual({
          code: 'sold-out',
          what: 'passengers',
          left: 0,
        });
      const { left, held, heldByHolds } = await balance(sailing, 'deck');
      expect({ left, held }).toEqual({ left: 0, held: heldByHolds });
      await releaseAll(kept);
      expect((await balance(sailing, 'deck')).left).toBe(10);
    }
  });

  it('sell the last cabin of a type once', async () => {
    await leave(sailing, 'deck', 500);
    await leave(sailing, 'inside-4', 1);
    const { kept, refused } = await storm(
      300,
      adults([sailing], 2, { cabins: [{ type: 'inside-4', quantity: 1 }] }),
    );
    expect(kept).toHaveLength(1);
    expect(refused.every((each) => each.params?.what === 'cabin:inside-4')).toBe(true);
    expect((await balance(sailing, 'inside-4')).left).toBe(0);
    const deck = await balance(sailing, 'deck');
    expect(deck.held).toBe(deck.heldByHolds);
    await releaseAll(kept);
  });

  it('sell the last lane metres to what fits, and not to one vehicle more', async () => {
    await leave(sailing, 'deck', 500);
    await leave(sailing, 'lane', 1999);
    const { kept, refused } = await storm(300, adults([sailing], 1, { vehicles: [{ type: 'car' }] }));
    expect(kept).toHaveLength(3);
    expect(refused.every((each) => each.params?.what === 'vehicles')).toBe(true);
    expect((await balance(sailing, 'lane')).left).toBe(499);
    await releaseAll(kept);
  });

  it('leave not a row of those that are refused', async () => {
    await leave(sailing, 'deck', 500);
    await leave(sailing, 'lane', 1999);
    const before = await rowsOfHolds();
    const { kept } = await storm(100, adults([sailing], 1, { vehicles: [{ type: 'car' }] }));
    const after = await rowsOfHolds();
    const one = { holds: 1, legs: 1, items: 2, audit: 1, events: 1 };
    for (const [table, rows] of Object.entries(one))
      expect({ table, more: Number(after[table]) - Number(before[table]) }).toEqual({
        table,
        more: rows * 3,
      });
    await releaseAll(kept);
  });

  it('of a return trip keep both ways or none, in whichever order they are asked', async () => {
    await leave(sailing, 'deck', 200);
    await leave(back, 'deck', 7);
    const { kept, refused } = await storm(100, adults([sailing, back]));
    expect(kept).toHaveLength(7);
    expect(refused.every((each) => each.params?.sailingId === back)).toBe(true);
    expect((await balance(sailing, 'deck')).left).toBe(193);
    await releaseAll(kept);
  });
});

describe('the race itself', () => {
  it('oversells when the guard is taken out: this test can see a fault', async () => {
    const line = `${sailing}:deck`;
    await sql`alter table stock_lines drop constraint stock_lines_never_oversold`;
    await leave(sailing, 'deck', 10);
    const naive = () =>
      sql.begin(async (tx) => {
        const [row] = await tx<{ left: number }[]>`
          select capacity - held - sold as left from stock_lines where id = ${line}`;
        if ((row?.left ?? 0) < 1) return false;
        await tx`update stock_lines set held = held + 1 where id = ${line}`;
        return true;
      });
    const sold = await Promise.all(Array.from({ length: 300 }, naive));
    const { left, held } = await balance(sailing, 'deck');
    expect(sold.filter(Boolean).length).toBeGreaterThan(10);
    expect(left).toBeLessThan(0);
    await sql`update stock_lines set held = held - ${held} where id = ${line}`;
    await sql`alter table stock_lines add constraint stock_lines_never_oversold
      check (held >= 0 and sold >= 0 and held + sold <= capacity)`;
  });

  it('of trips that name their sailings in opposite orders never waits in a circle', async () => {
    const a = sailing;
    const [b] = (await sailingsAhead('FRMRS-TNLGN', 120)) as [string];
    const [c] = (await sailingsAhead('TNLGN-FRMRS', 130)) as [string];
    for (const id of [a, b, back, c]) await leave(id, 'deck', 5000);
    const before = await deadlocks();
    const trips = Array.from({ length: 200 }, (_, index) =>
      placeHold(
        ctx,
        adults(
          [
            [a, back],
            [b, c],
            [a, c],
            [back, b],
          ][index % 4] as string[],
        ),
      ),
    );
    const results = await Promise.all(trips);
    expect(results.every((each) => each.ok)).toBe(true);
    expect(await deadlocks()).toBe(before);
  });
});
