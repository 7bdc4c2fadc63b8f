import { beforeAll, describe, expect, it } from 'vitest';
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
import { done } from '@/lib/kernel/errors';
import { quoteTrip } from '@/lib/pricing/quote';
import type { PassengerType } from '@/lib/pricing/types';
import { readDraft, saveDraft } from './draft';
import { getHold } from './queries';
import { reviseHold, reviseStandingHold } from './revise-hold';

/* Somebody joins or leaves while the half hour runs. */

const ctx = guestAt(NOON);
const later = guestAt(new Date(NOON.getTime() + 20 * 60_000));
let sailing: string;
let back: string;

beforeAll(async () => {
  sailing = (await sailingsAhead('FRMRS-TNLGN', 140))[0] as string;
  back = (await sailingsAhead('TNLGN-FRMRS', 160))[0] as string;
  for (const id of [sailing, back]) await leave(id, 'deck', 200);
});

const party = (...types: PassengerType[]) => ({ passengers: types.map((type) => ({ type })) });
const names = (...all: string[]) => ({ passengers: all.map((givenName) => ({ givenName })) });
const decks = () => Promise.all([sailing, back].map(async (id) => (await balance(id, 'deck')).left));

describe('one traveller more or less', () => {
  it('takes or frees a place on every leg, at the guaranteed price, and wins no minute', async () => {
    const id = await held(ctx, adults([sailing, back], 2));
    const before = await getHold(ctx, id);
    const [out = 0, home = 0] = await decks();

    const more = await reviseHold(later, { holdId: id, party: party('adult', 'adult', 'child', 'infant') });
    const grown = more.ok ? more.value : null;
    expect(await decks()).toEqual([out - 2, home - 2]);
    expect(grown?.quote).toEqual(
      quoteTrip(
        { passengers: ['adult', 'adult', 'child', 'infant'], vehicles: [], pets: 0 },
        before?.legs ?? [],
      ),
    );
    expect(grown?.quote.totalCents).toBeGreaterThan(before?.quote.totalCents ?? 0);
    expect(grown?.expiresAt).toBe(before?.expiresAt);

    const less = await reviseHold(later, { holdId: id, party: party('adult') });
    expect(await decks()).toEqual([out + 1, home + 1]);
    expect(less.ok && less.value.quote.totalCents).toBeLessThan(before?.quote.totalCents ?? 0);
    expect(less.ok && less.value.expiresAt).toBe(before?.expiresAt);
    expect(await unbalancedLines()).toEqual([]);
  });

  it('beyond what a booking carries is refused, and changes nothing', async () => {
    const id = await held(ctx, adults([sailing], 1));
    const before = await getHold(ctx, id);
    const codes = async (...types: PassengerType[]) => {
      const result = await reviseHold(ctx, { holdId: id, party: party(...types) });
      return !result.ok && result.refusal.fields?.['party.passengers']?.map((each) => each.code);
    };
    expect(await codes()).toContain('no-passengers');
    expect(await codes('child')).toEqual(['no-adult']);
    expect(await codes('adult', 'infant', 'infant', 'infant')).toEqual(['too-many-infants']);
    expect(await codes(...Array.from({ length: 10 }, () => 'adult' as const))).toEqual([
      'too-many-passengers',
    ]);
    expect(await getHold(ctx, id)).toEqual(before);
  });

  it('of many changes at once that build on what is there, every one counts', async () => {
    const id = await held(ctx, adults([sailing], 1));
    const joining = ['adult', 'child', 'adult', 'child', 'infant'] as const;
    const results = await Promise.all(
      joining.map((type) =>
        reviseStandingHold(ctx, id, (standing) => {
          const kept = standing.draft.passengers ?? [{ givenName: 'first' }];
          return done({
            party: party(...standing.party.passengers, type),
            draft: { passengers: [...kept, { givenName: type }] },
          });
        }),
      ),
    );
    expect(results.every((each) => each.ok)).toBe(true);
    const types = (await getHold(ctx, id))?.party.passengers ?? [];
    expect([...types].sort()).toEqual(['adult', ...joining].sort());
    const typed = (await readDraft(ctx, id))?.passengers?.map((each) => each.givenName);
    expect(typed).toEqual(['first', ...types.slice(1)]);
    expect(await unbalancedLines()).toEqual([]);
  });

  it('of many parties at once: the last places go to as many as there are, the others stay as they were', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, () => held(ctx, adults([sailing, back], 1))));
    const circles = await deadlocks();
    await leave(sailing, 'deck', 30);
    await leave(back, 'deck', 7);
    const results = await Promise.all(
      ids.map((holdId) => reviseHold(ctx, { holdId, party: party('adult', 'adult') })),
    );
    const refused = results.flatMap((each) => (each.ok ? [] : [each.refusal]));
    expect(refused).toHaveLength(33);
    for (const refusal of refused)
      expect(refusal).toEqual({
        code: 'sold-out',
        params: { what: 'passengers', sailingId: back, left: 0 },
      });
    expect(await decks()).toEqual([23, 0]);
    const sizes = await Promise.all(ids.map(async (id) => (await getHold(ctx, id))?.party.passengers.length));
    expect(sizes.filter((size) => size === 2)).toHaveLength(7);
    expect(sizes.filter((size) => size === 1)).toHaveLength(33);
    expect(await unbalancedLines()).toEqual([]);
    expect(await deadlocks()).toBe(circles);
    await leave(back, 'deck', 200);
  });
});

describe('what was typed', () => {
  it('goes with the change, or stays as it was with it', async () => {
    const id = await held(ctx, adults([sailing], 2));
    await saveDraft(ctx, id, { contact: { email: 'a@example.test' }, ...names('Inès', 'Karim') });
    await leave(sailing, 'deck', 0);
    const refused = await reviseHold(ctx, {
      holdId: id,
      party: party('adult', 'adult', 'child'),
      draft: names('Inès', 'Karim', 'Lina'),
    });
    expect(refused.ok).toBe(false);
    expect((await readDraft(ctx, id))?.passengers).toHaveLength(2);

    await leave(sailing, 'deck', 1);
    await reviseHold(ctx, {
      holdId: id,
      party: party('adult', 'adult', 'child'),
      draft: names('Inès', 'Karim', 'Lina'),
    });
    expect(await readDraft(ctx, id)).toEqual({
      contact: { email: 'a@example.test' },
      ...names('Inès', 'Karim', 'Lina'),
    });
    await reviseHold(ctx, { holdId: id, draft: names('Inès', 'Karim', 'Line') });
    expect((await readDraft(ctx, id))?.passengers?.[2]?.givenName).toBe('Line');
    expect((await getHold(ctx, id))?.version).toBe(2);
  });

  it('belongs to the party it was typed for, also when two windows change it at once', async () => {
    await leave(sailing, 'deck', 200);
    const id = await held(ctx, adults([sailing], 2));
    for (let round = 0; round < 10; round++) {
      await Promise.all([
        reviseHold(ctx, { holdId: id, party: party('adult'), draft: names('Karim') }),
        reviseHold(ctx, {
          holdId: id,
          party: party('adult', 'adult', 'infant'),
          draft: names('Inès', 'Karim', 'Lina'),
        }),
      ]);
      const [hold, draft] = [await getHold(ctx, id), await readDraft(ctx, id)];
      expect(draft?.passengers?.length).toBe(hold?.party.passengers.length);
    }
    expect(await unbalancedLines()).toEqual([]);
  });
});
