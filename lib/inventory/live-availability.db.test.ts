import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { availabilityNumbers, sailings, stockLines } from '@/db/schema/sailings';
import { guestContext } from '@/lib/platform/context';
import { availabilitySnapshot, describeChanges, forgetOldNumbers } from './live-availability';

const [sailing] = await db.select().from(sailings).where(eq(sailings.status, 'scheduled')).limit(1);
if (!sailing) throw new Error('nothing sails');
const { id, routeId, departureDay } = sailing;
const ctx = { ...guestContext('fr'), now: new Date(sailing.departsAt.getTime() - 86_400_000) };
const change = { sailingId: id, routeId, departureDay, at: ctx.now.toISOString() };
const question = { routes: [routeId], dates: [departureDay] };
const deck = and(eq(stockLines.sailingId, id), eq(stockLines.code, 'deck'));
const setLeft = async (left: number) => {
  const [line] = await db.select().from(stockLines).where(deck);
  if (!line) throw new Error('no deck');
  await db
    .update(stockLines)
    .set({ capacity: line.held + line.sold + left })
    .where(deck);
};

beforeEach(async () => void (await db.delete(availabilityNumbers)));

describe('hints of stock', () => {
  it('are numbered by route and day without a gap, whoever takes the numbers', async () => {
    const batches = await Promise.all(
      Array.from({ length: 12 }, () => describeChanges(ctx, [change, { ...change, sailingId: 'other' }])),
    );
    const numbers = batches.flat().map((hint) => hint.seq);
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
    const elsewhere = await describeChanges(ctx, [{ ...change, departureDay: '2099-01-01' }]);
    expect(elsewhere.map((hint) => hint.seq)).toEqual([1]);
  });

  it('say what is left after the change, once per sailing', async () => {
    await setLeft(3);
    const hints = await describeChanges(ctx, [change, change]);
    expect(hints).toHaveLength(1);
    expect(hints[0]).toMatchObject({ seq: 1, open: true, passengers: { state: 'limited', left: 3 } });
  });

  it('the highest number of a room tells the last change, however many change and tell at once', async () => {
    const told = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        await setLeft(i);
        return describeChanges(ctx, [change]);
      }),
    );
    const last = told.flat().reduce((a, b) => (a.seq > b.seq ? a : b));
    const { sailings: now, rooms } = await availabilitySnapshot(ctx, question);
    expect(now.find((each) => each.sailingId === id)?.passengers).toEqual(last.passengers);
    expect(rooms).toEqual([{ routeId, departureDay, seq: 20 }]);
  });

  it('say of a sailing that has left that it is closed', async () => {
    const after = { ...ctx, now: new Date(sailing.departsAt.getTime() + 1) };
    expect((await describeChanges(after, [change]))[0]?.open).toBe(false);
  });

  it('have their numbers forgotten some days after their day', async () => {
    await describeChanges(ctx, [{ ...change, departureDay: '2020-01-01' }, change]);
    await forgetOldNumbers(ctx);
    const kept = await db.select().from(availabilityNumbers);
    expect(kept.map((each) => each.departureDay)).toEqual([departureDay]);
  });
});
