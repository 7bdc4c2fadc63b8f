import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { adults, balance, guestAt, held, leave, NOON, unbalancedLines } from '@/db/testing/stock-stage';
import { quoteTrip } from '@/lib/pricing/quote';
import { sailingsForSale } from '@/lib/sailings/queries';
import type { PlaceHoldInput } from './input';
import type { Direction } from './leg-place-rules';
import { placeHold } from './place-hold';
import { getHold } from './queries';
import { reviseHold } from './revise-hold';

/* Two ships one after the other, by way of Marseille: kept together or not at all. */

const ctx = guestAt(NOON);
let toMarseille: string;
let toTunis: string;
let fromTunis: string;
let toBastia: string;

/** A sailing of one direction, and one of another that leaves `hours` after it has arrived. */
async function connection(first: string, second: string, days: number, hours: number) {
  const at = new Date(NOON.getTime() + days * 86_400_000).toISOString();
  const [row] = await sql<{ first: string; second: string }[]>`
    select a.id as first, b.id as second from sailings a, sailings b
    where a.route_id = ${first} and b.route_id = ${second} and a.departs_at > ${at}
      and b.departs_at > a.arrives_at and a.status = 'scheduled' and b.status = 'scheduled'
    order by a.departs_at, b.departs_at limit 1`;
  if (!row) throw new Error(`nothing from ${first} to ${second}`);
  await leavesAfter(row.second, row.first, hours);
  return [row.first, row.second] as const;
}

async function leavesAfter(second: string, first: string, hours: number): Promise<void> {
  await sql`update sailings b set departs_at = a.arrives_at + make_interval(mins => ${Math.round(hours * 60)}),
      arrives_at = b.arrives_at - b.departs_at + a.arrives_at + make_interval(mins => ${Math.round(hours * 60)})
    from sailings a where a.id = ${first} and b.id = ${second}`;
}

beforeAll(async () => {
  [toMarseille, toTunis] = await connection('FRBIA-FRMRS', 'FRMRS-TNLGN', 120, 8);
  [fromTunis, toBastia] = await connection('TNLGN-FRMRS', 'FRMRS-FRBIA', 150, 8);
  for (const id of [toMarseille, toTunis, fromTunis, toBastia]) {
    await leave(id, 'deck', 200);
    await leave(id, 'lane', 20_000);
  }
});

function trip(
  directions: readonly Direction[],
  sailings: readonly string[],
  extra: Partial<PlaceHoldInput> = {},
): PlaceHoldInput {
  const input = adults(sailings, 2);
  const legs = input.legs.map((leg, index) => ({ ...leg, direction: directions[index] as Direction }));
  return { ...input, legs, ...extra };
}
const out = (extra?: Partial<PlaceHoldInput>) =>
  trip(['outbound', 'outbound'], [toMarseille, toTunis], extra);
const car = { vehicles: [{ type: 'car' as const }] };

const counters = () =>
  Promise.all([toMarseille, toTunis].map(async (id) => (await balance(id, 'deck')).left));
const rows = async () => (await sql`select count(*)::int as n from hold_legs`)[0]?.n as number;

describe('a hold of two ships one after the other', () => {
  it('keeps places on both, knows which way they go, and costs what each costs', async () => {
    const [first = 0, second = 0] = await counters();
    const id = await held(ctx, out());
    const view = await getHold(ctx, id);
    expect(view?.legs.map(({ direction }) => direction)).toEqual(['outbound', 'outbound']);
    expect(await counters()).toEqual([first - 2, second - 2]);
    const alone = await Promise.all(
      [toMarseille, toTunis].map(async (sailing) => {
        const one = await placeHold(ctx, adults([sailing], 2));
        return one.ok ? one.value.quote.totalCents : 0;
      }),
    );
    expect(view?.quote.legTotals).toEqual(alone);
    expect(view?.quote.totalCents).toBe(alone.reduce((sum, cents) => sum + cents, 0));
  });

  it('may come back by two ships as well, in one hold', async () => {
    const all = [toMarseille, toTunis, fromTunis, toBastia];
    const id = await held(ctx, trip(['outbound', 'outbound', 'return', 'return'], all));
    const view = await getHold(ctx, id);
    expect(view?.legs.map(({ sailingId, direction }) => [sailingId, direction])).toEqual([
      [toMarseille, 'outbound'],
      [toTunis, 'outbound'],
      [fromTunis, 'return'],
      [toBastia, 'return'],
    ]);
    const sailings = await sailingsForSale(all, ctx.now);
    expect(view?.quote).toEqual(
      quoteTrip(
        view?.party as never,
        sailings.map(({ tariff }, index) => ({ tariff, selection: view?.legs[index]?.selection as never })),
      ),
    );
  });

  it('without a direction goes out with the first leg and back with the second', async () => {
    const view = await getHold(ctx, await held(ctx, adults([toTunis, fromTunis])));
    expect(view?.legs.map(({ direction }) => direction)).toEqual(['outbound', 'return']);
  });

  it('takes nothing of the first ship when the second is full', async () => {
    await leave(toTunis, 'deck', 1);
    const before = [await counters(), await rows()];
    const result = await placeHold(ctx, out());
    expect(!result.ok && result.refusal).toMatchObject({ code: 'sold-out', params: { sailingId: toTunis } });
    expect([await counters(), await rows()]).toEqual(before);
    await leave(toTunis, 'deck', 200);
  });

  it('of fifty at once for the last places on the second ship, one is kept on both and the others on none', async () => {
    await leave(toTunis, 'deck', 2);
    const [first = 0] = await counters();
    const results = await Promise.all(Array.from({ length: 50 }, () => placeHold(ctx, out())));
    expect(results.filter((each) => each.ok)).toHaveLength(1);
    expect(await counters()).toEqual([first - 2, 0]);
    expect(await unbalancedLines()).not.toContain(`${toMarseille}:deck`);
    await leave(toTunis, 'deck', 200);
  });
});

describe('too little time to change ships', () => {
  it('is refused with the port and the minutes', async () => {
    await leavesAfter(toTunis, toMarseille, 1);
    const result = await placeHold(ctx, out());
    expect(!result.ok && result.refusal).toEqual({
      code: 'transfer-too-short',
      params: { sailingId: toTunis, port: 'FRMRS', minutes: 60, needed: expect.any(Number) },
    });
    await leavesAfter(toTunis, toMarseille, 8);
  });

  it('counts from the check-in of the party: a vehicle is refused where one on foot has the time', async () => {
    const [sailing] = await sailingsForSale([toTunis], ctx.now);
    const foot = sailing?.checkInPassengerMinutes ?? 0;
    const vehicle = sailing?.checkInVehicleMinutes ?? 0;
    expect(vehicle).toBeGreaterThan(foot);
    // An hour to leave the ship, half an hour each for the border and for the other terminal.
    await leavesAfter(toTunis, toMarseille, (foot + 120) / 60);
    const id = await held(ctx, out());
    const withCar = await placeHold(ctx, out(car));
    expect(!withCar.ok && withCar.refusal.code).toBe('transfer-too-short');

    const before = await getHold(ctx, id);
    const revised = await reviseHold(ctx, { holdId: id, party: car });
    expect(!revised.ok && revised.refusal).toMatchObject({
      code: 'transfer-too-short',
      params: { port: 'FRMRS', needed: vehicle + 120 },
    });
    expect(await getHold(ctx, id)).toEqual(before);
    const more = await reviseHold(ctx, {
      holdId: id,
      party: { passengers: [{ type: 'adult' }, { type: 'adult' }, { type: 'child' }] },
    });
    expect(more.ok).toBe(true);
    await leavesAfter(toTunis, toMarseille, 8);
  });
});

describe('legs that make no trip', () => {
  const problems = async (input: PlaceHoldInput) => {
    const result = await placeHold(ctx, input);
    return result.ok ? {} : result.refusal.fields;
  };

  it('are refused at the leg that is wrong', async () => {
    expect(await problems(trip(['outbound', 'outbound'], [toMarseille, fromTunis]))).toEqual({
      'legs.1.sailingId': [{ code: 'transfer-elsewhere' }],
    });
    expect(await problems(trip(['outbound', 'outbound'], [toMarseille, toBastia]))).toMatchObject({
      'legs.1.sailingId': [{ code: 'transfer-too-long' }],
    });
    expect(await problems(trip(['return'], [toMarseille]))).toEqual({
      'legs.0.direction': [{ code: 'legs-out-of-order' }],
    });
  });
});
