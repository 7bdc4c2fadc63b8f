import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db, sql } from '@/db/client';
import { sailings as sailingRows } from '@/db/schema/sailings';
import { supplyReads } from '@/db/schema/supply';
import { guestAt, NOON, sailingsAhead } from '@/db/testing/stock-stage';
import { availabilitySnapshot } from '@/lib/inventory/live-availability';
import { placeHold } from '@/lib/inventory/place-hold';
import { addDays } from '@/lib/kernel/dates';
import { readNetwork } from '@/lib/network/queries';
import { problem } from '@/lib/operators/answer';
import { supplyState } from './age-rules';
import { knownSailings } from './repository';
import { type Direction, syncDirection } from './sync-direction';
import { type RehearsedOperator, rehearsedOperator } from './testing/rehearsed-operator';
import type { KnownSailing } from './types';

const ROUTE = 'FRMRS-TNLGN';
const ctx = guestAt(NOON);
const today = NOON.toISOString().slice(0, 10);
const all: Direction = { routeId: ROUTE, from: addDays(today, -1), to: addDays(today, 600), isWhole: true };
const asked = { supplier: 'ctn', companies: ['ctn'], ...all };

let operator: RehearsedOperator;
let sailing: KnownSailing;

const sync = (direction = all) => syncDirection(ctx, operator, direction);
const lineOf = async (code: string) => {
  const [line] = await sql<{ capacity: number; held: number; sold: number }[]>`
    select capacity, held, sold from stock_lines where id = ${`${sailing.id}:${code}`}`;
  return line as { capacity: number; held: number; sold: number };
};
const leftOn = async (code: string) => {
  const { capacity, held, sold } = await lineOf(code);
  return capacity - held - sold;
};
const announced = async () => {
  const rows = await sql<{ id: string }[]>`
    select data->>'sailingId' as id from outbox where name = 'inventory/sailing.changed' order by created_at`;
  return rows.map(({ id }) => id);
};
const lastRead = async () => {
  const [read] = await db
    .select({
      askedAt: supplyReads.askedAt,
      answeredAt: supplyReads.answeredAt,
      problem: supplyReads.problem,
    })
    .from(supplyReads)
    .where(and(eq(supplyReads.supplier, 'ctn'), eq(supplyReads.routeId, ROUTE)));
  return read;
};
const hold = (adults = 1) =>
  placeHold(ctx, {
    legs: [{ sailingId: sailing.id, fareFamily: 'basic', cabins: [], seats: [], meals: [] }],
    passengers: Array.from({ length: adults }, () => ({ type: 'adult' as const })),
    vehicles: [],
  });

beforeEach(async () => {
  await sql`delete from outbox`;
  const { ships } = await readNetwork();
  const known = await knownSailings(asked, NOON);
  operator = rehearsedOperator('ctn', known, (code) => ships.get(code)?.name ?? code);
  const [id] = (await sailingsAhead(ROUTE, 40)).filter((each) => each.startsWith('ctn-'));
  sailing = known.find((each) => each.id === id) as KnownSailing;
  await sync();
  await sql`delete from outbox`;
});

describe('a look at an operator', () => {
  it('that tells what we have writes nothing and announces nothing', async () => {
    expect(operator.timetable.size).toBeGreaterThan(50);
    expect(await sync()).toEqual({ rows: 0, sailings: 0, repriced: [], days: [], aged: false });
    expect(await announced()).toEqual([]);
    expect(await lastRead()).toEqual({ askedAt: NOON, answeredAt: NOON, problem: null });
  });

  it('writes what others bought on one sailing, tells its page, and is done', async () => {
    const offer = operator.offers.get(sailing.id);
    if (!offer) throw new Error('no offer');
    operator.offers.set(sailing.id, { ...offer, passengersLeft: 3 });
    expect(await sync()).toMatchObject({ rows: 1, sailings: 1, days: [], repriced: [sailing.id] });
    expect(await leftOn('deck')).toBe(3);
    expect(await announced()).toEqual([sailing.id]);
    const { sailings } = await availabilitySnapshot(ctx, { routes: [ROUTE], dates: [sailing.departureDay] });
    expect(sailings.find((each) => each.sailingId === sailing.id)?.passengers).toEqual({
      state: 'limited',
      left: 3,
    });
    expect((await sync()).rows).toBe(0);
  });

  it('keeps what is held here off what the operator tells', async () => {
    const offer = operator.offers.get(sailing.id);
    if (!offer) throw new Error('no offer');
    operator.offers.set(sailing.id, { ...offer, passengersLeft: 5 });
    await sync();
    expect(await hold(2)).toMatchObject({ ok: true });
    expect((await sync()).rows).toBe(0);
    expect(await leftOn('deck')).toBe(3);
    operator.offers.set(sailing.id, { ...offer, passengersLeft: 1 });
    await sync();
    expect(await leftOn('deck')).toBe(0);
    expect((await sync()).rows).toBe(0);
  });

  it('believes the smaller figure where something was sold or given back while it was asked', async () => {
    const offer = operator.offers.get(sailing.id);
    if (!offer) throw new Error('no offer');
    const { sold } = await lineOf('deck');
    operator.offers.set(sailing.id, { ...offer, passengersLeft: 10 });
    await sync();
    // Told before: ten. Sold meanwhile, and perhaps in the figure already: never more than ten are left.
    operator.meanwhile = async () =>
      void (await sql`update stock_lines set sold = sold + 2 where id = ${`${sailing.id}:deck`}`);
    await sync();
    expect(await lineOf('deck')).toMatchObject({ sold: sold + 2, capacity: sold + 10 });
    operator.meanwhile = async () =>
      void (await sql`update stock_lines set sold = sold - 2 where id = ${`${sailing.id}:deck`}`);
    await sync();
    const { held } = await lineOf('deck');
    expect(await leftOn('deck')).toBeLessThanOrEqual(10 - held);
    operator.meanwhile = async () => undefined;
    await sync();
    expect(await leftOn('deck')).toBe(10 - held);
  });

  it('follows another ship, another day, a price and a cancellation, and says whose pages show it', async () => {
    const told = operator.timetable.get(sailing.id);
    const offer = operator.offers.get(sailing.id);
    if (!told || !offer) throw new Error('not told');
    const moved = new Date(told.departsAt.getTime() + 86_400_000);
    const day = addDays(sailing.departureDay, 1);
    const ship = sailing.shipCode === 'tanit' ? 'Carthage' : 'Tanit';
    operator.timetable.set(sailing.id, { ...told, shipName: ship, departsAt: moved });
    operator.offers.set(sailing.id, { ...offer, petCents: offer.petCents + 500 });
    const { days, repriced } = await sync();
    expect(days).toEqual([
      { routeId: ROUTE, day: sailing.departureDay },
      { routeId: ROUTE, day },
    ]);
    expect(repriced).toEqual([sailing.id]);
    const [row] = await db.select().from(sailingRows).where(eq(sailingRows.id, sailing.id));
    expect(row).toMatchObject({
      shipCode: ship.toLowerCase(),
      departureDay: day,
      departsAt: moved,
      tariff: { ...sailing.tariff, petCents: offer.petCents + 500 },
    });
    operator.timetable.set(sailing.id, { ...told, shipName: ship, departsAt: moved, status: 'cancelled' });
    operator.offers.delete(sailing.id);
    await sync();
    expect(await hold()).toMatchObject({ ok: false, refusal: { code: 'sailing-cancelled' } });
    operator.timetable.set(sailing.id, told);
    operator.offers.set(sailing.id, offer);
    await sync();
    expect(await hold()).toMatchObject({ ok: true });
  });

  it('sells what the operator has put on, under its name there', async () => {
    const told = operator.timetable.get(sailing.id);
    const offer = operator.offers.get(sailing.id);
    if (!told || !offer) throw new Error('not told');
    const sailingRef = 'an extra one';
    const departsAt = new Date(told.departsAt.getTime() + 3_600_000);
    operator.timetable.set('extra', { ...told, sailingRef, departsAt });
    operator.offers.set('extra', { ...offer, sailing: { sailingRef }, passengersLeft: 7 });
    expect(await sync()).toMatchObject({ sailings: 1 });
    const [extra] = await sql<{ id: string }[]>`
      select sailing_id as id from supplied_sailings where sailing_ref = ${sailingRef} and supplier = 'ctn'`;
    expect(extra?.id).toMatch(/^ctn-FRMRS-TNLGN-/);
    sailing = { ...sailing, id: extra?.id ?? '' };
    expect(await leftOn('deck')).toBe(7);
    expect(await hold(2)).toMatchObject({ ok: true });
    expect((await sync()).rows).toBe(0);
  });

  it('without an answer, or with an empty one, leaves all as it was, and says since when', async () => {
    operator.problem = problem({ kind: 'unavailable', why: 'down', effect: 'none' });
    const later = { ...ctx, now: new Date(NOON.getTime() + 120_000) };
    expect(await syncDirection(later, operator, all)).toMatchObject({ rows: 0, problem: 'unavailable' });
    expect(await lastRead()).toEqual({ askedAt: later.now, answeredAt: NOON, problem: 'unavailable' });
    operator.problem = null;
    operator.timetable.clear();
    expect(await sync()).toMatchObject({ rows: 0, problem: 'wrong-answer' });
    expect(await announced()).toEqual([]);
  });

  it('tells once that its figures are old, when it has been silent for three looks, and once that they are not', async () => {
    const silent = problem({ kind: 'unavailable', why: 'late', effect: 'none' });
    const looks = [silent, silent, silent, silent, silent, null, null];
    const aged: boolean[] = [];
    const states: string[] = [];
    for (const [look, answer] of looks.entries()) {
      operator.problem = answer;
      const now = new Date(NOON.getTime() + (look + 1) * 120_000);
      aged.push((await syncDirection({ ...ctx, now }, operator, all)).aged);
      const [read] = await db.select().from(supplyReads).where(eq(supplyReads.routeId, ROUTE));
      states.push(supplyState({ answeredAt: read?.answeredAt ?? null }, now).state);
    }
    expect(aged).toEqual([false, false, false, true, false, true, false]);
    expect(states).toEqual([
      'current',
      'current',
      'current',
      'last-known',
      'last-known',
      'current',
      'current',
    ]);
  });

  it('of one day says nothing of the age of the others', async () => {
    operator.problem = problem({ kind: 'unavailable', why: 'late', effect: 'none' });
    const later = { ...ctx, now: new Date(NOON.getTime() + 3_600_000) };
    const day = { ...all, from: sailing.departureDay, to: sailing.departureDay, isWhole: false };
    expect((await syncDirection(later, operator, day)).aged).toBe(false);
    expect(await lastRead()).toMatchObject({ askedAt: NOON, answeredAt: NOON });
  });

  it('waits for nobody in a circle while many hold the same places, and never sells them twice', async () => {
    const offer = operator.offers.get(sailing.id);
    if (!offer) throw new Error('no offer');
    await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        if (i % 6 > 0) return hold();
        operator.offers.set(sailing.id, { ...offer, passengersLeft: 20 + (i % 5), laneCmLeft: 5000 + i });
        return sync({ ...all, from: sailing.departureDay, to: sailing.departureDay, isWhole: false });
      }),
    );
    operator.offers.set(sailing.id, { ...offer, passengersLeft: 20 });
    await sync();
    const { held } = await lineOf('deck');
    expect(await leftOn('deck')).toBe(Math.max(0, 20 - held));
  });
});
