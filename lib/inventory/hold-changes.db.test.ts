import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import {
  adults,
  balance,
  deadlocks,
  guestAt,
  held,
  leave,
  NOON,
  sailingsAhead,
  unbalancedLines,
} from '@/db/testing/stock-stage';
import { quoteTrip } from '@/lib/pricing/quote';
import { sailingsForSale } from '@/lib/sailings/queries';
import { readDraft, saveDraft } from './draft';
import { expireHolds } from './expire-holds';
import { placeHold } from './place-hold';
import { getHold } from './queries';
import { releaseHold } from './release-hold';
import { reviseHold } from './revise-hold';

const ctx = guestAt(NOON);
const minutesOn = (minutes: number) => guestAt(new Date(NOON.getTime() + minutes * 60_000));
let sailing: string;
let back: string;

beforeAll(async () => {
  sailing = (await sailingsAhead('FRMRS-TNLGN', 70))[0] as string;
  back = (await sailingsAhead('TNLGN-FRMRS', 90))[0] as string;
  for (const id of [sailing, back]) {
    await leave(id, 'deck', 1000);
    await leave(id, 'lane', 50_000);
    await leave(id, 'inside-4', 50);
  }
});

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code;

describe('a hold', () => {
  it('costs what the list says, and stores tariff and rules with it', async () => {
    const result = await placeHold(ctx, adults([sailing, back], 2, { vehicles: [{ type: 'car' }] }));
    const view = result.ok ? result.value : null;
    const [first] = await sailingsForSale([sailing], NOON);
    expect(view?.legs[0]?.tariff).toEqual(first?.tariff);
    expect(view?.legs[0]?.conditions).toEqual(first?.fareRules.standard.conditions);
    expect(view?.quote).toEqual(
      quoteTrip(view?.party ?? { passengers: [], vehicles: [], pets: 0 }, view?.legs ?? []),
    );
    expect(view?.expiresAt).toBe(new Date(NOON.getTime() + 30 * 60_000).toISOString());
    expect(await getHold(ctx, view?.id ?? '')).toEqual(view);
  });

  it('with a plain cabin type gets the cheapest with a berth for everybody', async () => {
    const cabinOf = async (persons: number) => {
      const id = await held(ctx, adults([sailing], persons, { cabins: [{ type: 'inside', quantity: 1 }] }));
      return (await getHold(ctx, id))?.legs[0]?.selection.cabins;
    };
    expect(await cabinOf(2)).toEqual([{ code: 'inside-2', quantity: 1 }]);
    expect(await cabinOf(3)).toEqual([{ code: 'inside-4', quantity: 1 }]);
  });

  it('is refused with the reason, each with its own code', async () => {
    const [departure] = await sql<{ at: Date | string }[]>`
      select departs_at as at from sailings where id = ${sailing}`;
    const departs = new Date(departure?.at ?? 0).getTime();
    const minutesBefore = (minutes: number) => guestAt(new Date(departs - minutes * 60_000));
    expect(codeOf(await placeHold(ctx, adults(['ctn-none'])))).toBe('unknown-sailing');
    expect(codeOf(await placeHold(minutesBefore(0), adults([sailing])))).toBe('sailing-departed');
    expect(codeOf(await placeHold(minutesBefore(5), adults([sailing])))).toBe('check-in-closed');
    expect(codeOf(await placeHold(ctx, adults([back, sailing])))).toBe('invalid-input');
    const unsold = await placeHold(ctx, adults([sailing], 1, { meals: [{ code: 'caviar', quantity: 1 }] }));
    expect(!unsold.ok && unsold.refusal.fields).toEqual({
      'legs.0.meals': [{ code: 'not-sold-here', params: { code: 'caviar' } }],
    });
    const cabins = await placeHold(
      ctx,
      adults([sailing], 1, { cabins: [{ type: 'inside-4', quantity: 4 }] }),
    );
    expect(!cabins.ok && cabins.refusal.fields).toEqual({ 'legs.0.cabins': [{ code: 'too-many-cabins' }] });
    expect(codeOf(await placeHold(ctx, { ...adults([sailing]), passengers: [{ type: 'child' }] }))).toBe(
      'invalid-input',
    );
  });

  it('is told to everybody who looks at the sailing, and so is its end', async () => {
    const heard = async () => {
      const [row] = await sql<{ n: number }[]>`select count(*)::int as n from outbox
        where name = 'inventory/sailing.changed' and data ->> 'sailingId' = ${back}`;
      return row?.n ?? 0;
    };
    const before = await heard();
    const id = await held(ctx, adults([sailing, back]));
    expect(await heard()).toBe(before + 1);
    await releaseHold(ctx, id);
    await releaseHold(ctx, id);
    expect(await heard()).toBe(before + 2);
  });
});

describe('a revision', () => {
  it('costs the price of the day the hold was placed, whatever happens to prices since', async () => {
    const id = await held(ctx, adults([sailing], 1));
    const stored = (await getHold(ctx, id))?.legs[0]?.tariff;
    await sql`update sailings set tariff = jsonb_set(tariff, '{adultCents}', '99900') where id = ${sailing}`;
    const passengers = [{ type: 'adult' as const }, { type: 'adult' as const }];
    const revised = await reviseHold(ctx, { holdId: id, party: { passengers } });
    const view = revised.ok ? revised.value : null;
    expect(view?.legs[0]?.tariff).toEqual(stored);
    expect(view?.quote.totalCents).toBe(
      quoteTrip({ passengers: ['adult', 'adult'], vehicles: [], pets: 0 }, view?.legs ?? []).totalCents,
    );
    expect(view?.version).toBe(2);
  });

  it('takes and frees the difference on every line', async () => {
    const id = await held(
      ctx,
      adults([sailing], 4, { vehicles: [{ type: 'camper' }], cabins: [{ code: 'inside-4', quantity: 2 }] }),
    );
    const left = async () =>
      Promise.all(
        ['deck', 'lane', 'inside-4', 'outside-2'].map(async (code) => (await balance(sailing, code)).left),
      );
    const before = await left();
    await reviseHold(ctx, {
      holdId: id,
      party: { passengers: [{ type: 'adult' }], vehicles: [] },
      legs: [{ cabins: [{ code: 'outside-2', quantity: 1 }] }],
    });
    const after = await left();
    expect(after.map((each, index) => each - (before[index] ?? 0))).toEqual([3, 650, 2, -1]);
    expect(await unbalancedLines()).toEqual([]);
  });

  it('that does not fit leaves everything as it was', async () => {
    const id = await held(ctx, adults([sailing, back], 2));
    await leave(back, 'suite-2', 0);
    const before = await getHold(ctx, id);
    const refused = await reviseHold(ctx, {
      holdId: id,
      party: { vehicles: [{ type: 'car' }] },
      legs: [{ cabins: [{ code: 'inside-4', quantity: 1 }] }, { cabins: [{ code: 'suite-2', quantity: 1 }] }],
    });
    expect(!refused.ok && refused.refusal).toEqual({
      code: 'sold-out',
      params: { what: 'cabin:suite-2', sailingId: back, left: 0 },
    });
    expect(await getHold(ctx, id)).toEqual(before);
    expect(await unbalancedLines()).toEqual([]);
  });

  it('that changes nothing is no revision', async () => {
    const id = await held(ctx, adults([sailing], 2, { vehicles: [{ type: 'car' }] }));
    const same = await reviseHold(ctx, {
      holdId: id,
      party: { passengers: [{ type: 'adult' }, { type: 'adult' }], vehicles: [{ type: 'car' }] },
    });
    expect(same.ok && same.value.version).toBe(1);
  });

  it('to fewer persons takes their seats and meals along', async () => {
    const [meal, seat] = [
      (await getTariff())?.meals[0]?.code ?? '',
      (await getTariff())?.seats[0]?.code ?? '',
    ];
    const id = await held(
      ctx,
      adults([sailing], 3, { meals: [{ code: meal, quantity: 3 }], seats: [{ code: seat, quantity: 3 }] }),
    );
    const revised = await reviseHold(ctx, { holdId: id, party: { passengers: [{ type: 'adult' }] } });
    expect(revised.ok && revised.value.legs[0]?.selection).toMatchObject({
      meals: [{ code: meal, quantity: 1 }],
      seats: [{ code: seat, quantity: 1 }],
    });
  });

  it('of a hold that is over or released is refused', async () => {
    const late = await held(ctx, adults([sailing]));
    expect(codeOf(await reviseHold(minutesOn(30), { holdId: late, party: { pets: 1 } }))).toBe(
      'hold-expired',
    );
    await expireHolds(minutesOn(31));
    expect(codeOf(await reviseHold(ctx, { holdId: late, party: { pets: 1 } }))).toBe('hold-expired');
    const given = await held(ctx, adults([sailing]));
    await releaseHold(ctx, given);
    expect(codeOf(await reviseHold(ctx, { holdId: given, party: { pets: 1 } }))).toBe('hold-released');
    expect(codeOf(await reviseHold(ctx, { holdId: `hold_${'0'.repeat(32)}`, party: { pets: 1 } }))).toBe(
      'unknown-hold',
    );
  });

  it('of many holds at once, against one another and new ones, never oversells and never waits in a circle', async () => {
    const before = await deadlocks();
    const ids = await Promise.all(
      Array.from({ length: 30 }, (_, index) => held(ctx, adults(index % 2 ? [sailing, back] : [sailing], 2))),
    );
    await leave(sailing, 'inside-4', 12);
    await leave(sailing, 'outside-2', 12);
    await leave(sailing, 'deck', 20);
    const cabin = (index: number) => (index % 2 ? 'inside-4' : 'outside-2');
    const outcomes = await Promise.all([
      ...ids.map((holdId, index) =>
        reviseHold(ctx, {
          holdId,
          party: { passengers: Array.from({ length: 1 + (index % 4) }, () => ({ type: 'adult' as const })) },
          legs: [{ cabins: [{ code: cabin(index), quantity: 1 }] }],
        }),
      ),
      ...ids.map((holdId, index) =>
        reviseHold(ctx, { holdId, legs: [{ cabins: [{ code: cabin(index + 1), quantity: 1 }] }] }),
      ),
      ...Array.from({ length: 20 }, () => placeHold(ctx, adults([sailing]))),
    ]);
    expect(new Set(outcomes.map(codeOf))).toEqual(new Set(['ok', 'sold-out']));
    expect(await unbalancedLines()).toEqual([]);
    expect(await deadlocks()).toBe(before);
  });
});

describe('what a traveller has typed', () => {
  it('is kept sealed, section by section, also past the half hour, and not for ever', async () => {
    await leave(sailing, 'deck', 100);
    const id = await held(ctx, adults([sailing]));
    expect(await readDraft(ctx, id)).toBeNull();
    await saveDraft(ctx, id, { contact: { email: 'someone@example.test' } });
    await saveDraft(ctx, id, { passengers: [{ givenName: 'Cami', birthDate: '09/03' }] });
    await saveDraft(ctx, id, { passengers: [{ givenName: 'Camille', birthDate: '09/03/1988' }] });
    const typed = {
      contact: { email: 'someone@example.test' },
      passengers: [{ givenName: 'Camille', birthDate: '09/03/1988' }],
    };
    expect(await readDraft(ctx, id)).toEqual(typed);
    const [row] = await sql<{ all: string }[]>`select to_jsonb(h)::text as all from holds h where id = ${id}`;
    expect(row?.all).not.toMatch(/Camille|someone@/);
    await expireHolds(minutesOn(60));
    expect(await readDraft(minutesOn(60), id)).toEqual(typed);
    await expireHolds(minutesOn(26 * 60));
    expect(await readDraft(ctx, id)).toBeNull();
    expect(await saveDraft(ctx, 'nothing', typed)).toBe(false);
  });
});

async function getTariff() {
  return (await sailingsForSale([sailing], NOON))[0]?.tariff;
}
