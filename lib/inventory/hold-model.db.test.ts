import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  adults,
  deadlocks,
  guestAt,
  held,
  leave,
  NOON,
  sailingsAhead,
  unbalancedLines,
} from '@/db/testing/stock-stage';
import { inTransaction } from '@/db/transaction';
import { expireHolds } from './expire-holds';
import { placeHold } from './place-hold';
import { getHold } from './queries';
import { releaseHold } from './release-hold';
import { reviseHold } from './revise-hold';
import { freeHold, retakeHold, sellHold } from './settle-hold';

const MINUTE = 60_000;
let there: string;
let back: string;

beforeAll(async () => {
  there = (await sailingsAhead('FRMRS-TNLGN', 200))[0] as string;
  back = (await sailingsAhead('TNLGN-FRMRS', 220))[0] as string;
});

/** One thing that happens to stock. `pick` chooses among the holds made so far. */
type Step =
  | { do: 'place'; persons: number; car: boolean; cabins: number; round: boolean }
  | { do: 'revise'; pick: number; persons: number; cabins: number }
  | { do: 'release' | 'sell' | 'retake' | 'free'; pick: number }
  | { do: 'wait'; minutes: number };

const pick = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      persons: fc.integer({ min: 1, max: 5 }),
      car: fc.boolean(),
      cabins: fc.nat(2),
      round: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('revise' as const),
      pick,
      persons: fc.integer({ min: 1, max: 9 }),
      cabins: fc.nat(3),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('release', 'sell', 'retake', 'free'), pick }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 40 }) }),
  },
) as fc.Arbitrary<Step>;

/** Does one step at an instant; whatever is refused is fine, whatever is thrown is not, but selling what is over. */
async function take(each: Step, at: Date, ids: string[]): Promise<void> {
  const ctx = guestAt(at);
  if (each.do === 'wait') return;
  if (each.do === 'place') {
    const result = await placeHold(
      ctx,
      adults(each.round ? [there, back] : [there], each.persons, {
        cabins: [{ code: 'inside-4', quantity: each.cabins }],
        ...(each.car && { vehicles: [{ type: 'car' }] }),
      }),
    );
    if (result.ok) ids.push(result.value.id);
    return;
  }
  const id = ids[each.pick % Math.max(1, ids.length)];
  if (!id) return;
  if (each.do === 'revise') {
    const passengers = Array.from({ length: each.persons }, () => ({ type: 'adult' as const }));
    const legs = [{ cabins: [{ code: 'inside-4', quantity: each.cabins }] }];
    await reviseHold(ctx, { holdId: id, party: { passengers }, legs });
  }
  if (each.do === 'release') await releaseHold(ctx, id);
  if (each.do === 'retake') await inTransaction((tx) => retakeHold(tx, id, at));
  if (each.do === 'free') await inTransaction((tx) => freeHold(tx, id, 'released', at));
  if (each.do === 'sell')
    await inTransaction((tx) => sellHold(tx, id, at)).catch((error: { code?: string }) => {
      expect(error.code).toBe('hold-not-active');
    });
}

async function scarce(): Promise<void> {
  for (const sailing of [there, back]) {
    await leave(sailing, 'deck', 14);
    await leave(sailing, 'lane', 1700);
    await leave(sailing, 'inside-4', 4);
  }
}

describe('whatever happens to holds', () => {
  it('one after the other, counters always equal what holds have', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        await scarce();
        const ids: string[] = [];
        let at = NOON.getTime();
        for (const each of steps) {
          if (each.do === 'wait') {
            at += each.minutes * MINUTE;
            await expireHolds(guestAt(new Date(at)));
          }
          await take(each, new Date(at), ids);
          expect(await unbalancedLines()).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('all at once, counters equal what holds have in the end, and nobody waits in a circle', async () => {
    const before = await deadlocks();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
        await scarce();
        const ids: string[] = [];
        for (let i = 0; i < 6; i++) {
          const made = await placeHold(guestAt(NOON), adults(i % 2 ? [there, back] : [there]));
          if (made.ok) ids.push(made.value.id);
        }
        const later = new Date(NOON.getTime() + 31 * MINUTE);
        await Promise.all([
          ...steps.map((each, index) => take(each, index % 5 === 0 ? later : NOON, ids)),
          expireHolds(guestAt(later)),
          expireHolds(guestAt(later)),
        ]);
        expect(await unbalancedLines()).toEqual([]);
      }),
      { numRuns: 15 },
    );
    expect(await deadlocks()).toBe(before);
  });
});

describe('the end of a hold', () => {
  it('two jobs at once give the places of each hold back once', async () => {
    await leave(there, 'deck', 500);
    const ids = await Promise.all(Array.from({ length: 60 }, () => held(guestAt(NOON), adults([there], 2))));
    const before = await unbalancedLines();
    const later = guestAt(new Date(NOON.getTime() + 30 * MINUTE));
    const ended = await Promise.all([expireHolds(later), expireHolds(later), expireHolds(later)]);
    expect(ended.reduce((sum, each) => sum + each.expired, 0)).toBeGreaterThanOrEqual(60);
    expect((await getHold(later, ids[0] as string))?.status).toBe('expired');
    expect([...before, ...(await unbalancedLines())]).toEqual([]);
  });

  it('a hold is over on the second, also before the job has been by', async () => {
    const id = await held(guestAt(NOON), adults([there]));
    const view = await getHold(guestAt(new Date(NOON.getTime() + 30 * MINUTE)), id);
    expect(view?.status).toBe('expired');
    expect((await getHold(guestAt(new Date(NOON.getTime() + 30 * MINUTE - 1)), id))?.status).toBe('active');
  });

  it('what was lost is taken again whole or not at all', async () => {
    await leave(there, 'deck', 10);
    await leave(there, 'inside-4', 1);
    const id = await held(guestAt(NOON), adults([there], 2, { cabins: [{ code: 'inside-4', quantity: 1 }] }));
    await inTransaction((tx) => freeHold(tx, id, 'expired', NOON));
    const other = await held(
      guestAt(NOON),
      adults([there], 1, { cabins: [{ code: 'inside-4', quantity: 1 }] }),
    );
    expect(await inTransaction((tx) => retakeHold(tx, id, NOON))).toBe(false);
    expect(await unbalancedLines()).toEqual([]);
    await releaseHold(guestAt(NOON), other);
    expect(await inTransaction((tx) => retakeHold(tx, id, NOON))).toBe(true);
    expect(await inTransaction((tx) => retakeHold(tx, id, NOON))).toBe(true);
    expect((await getHold(guestAt(NOON), id))?.status).toBe('converted');
    expect(await unbalancedLines()).toEqual([]);
  });
});
