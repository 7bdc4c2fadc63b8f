import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENT_MS, LAST_KNOWN_MS, showsOtherwise, supplyState } from './age-rules';

const NOW = new Date('2027-07-01T12:00:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const MINUTE = 60_000;

describe('what an operator told', () => {
  it.each([
    ['a moment ago', ago(0), 'current'],
    ['two looks ago', ago(4 * MINUTE), 'current'],
    ['longer ago', ago(CURRENT_MS + 1), 'last-known'],
    ['this morning', ago(LAST_KNOWN_MS + 1), 'unchecked'],
    ['never', null, 'unchecked'],
  ])('%s', (_, answeredAt, state) => {
    expect(supplyState({ answeredAt }, NOW)).toMatchObject({ state });
  });

  it('says of when it is', () => {
    const answeredAt = ago(20 * MINUTE);
    expect(supplyState({ answeredAt }, NOW)).toEqual({ state: 'last-known', answeredAt });
  });
});

describe('pages', () => {
  it('change when an answer fails for the third time, not at the first, and not at the fourth', () => {
    const answeredAt = ago(0);
    const flips = [2, 4, 6, 8, 10, 12].map((minutes) => {
      const askedAt = new Date(NOW.getTime() + (minutes - 2) * MINUTE);
      const now = new Date(NOW.getTime() + minutes * MINUTE);
      return showsOtherwise({ askedAt, answeredAt }, { answeredAt }, now);
    });
    expect(flips).toEqual([false, false, false, true, false, false]);
  });

  it('change when it answers again', () => {
    const before = { askedAt: ago(2 * MINUTE), answeredAt: ago(30 * MINUTE) };
    expect(showsOtherwise(before, { answeredAt: NOW }, NOW)).toBe(true);
    expect(
      showsOtherwise({ askedAt: ago(2 * MINUTE), answeredAt: ago(2 * MINUTE) }, { answeredAt: NOW }, NOW),
    ).toBe(false);
    expect(showsOtherwise(null, { answeredAt: NOW }, NOW)).toBe(false);
    expect(showsOtherwise(null, { answeredAt: null }, NOW)).toBe(true);
  });

  it('that are dropped at each change never tell another state than the one of their last look', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 300 }), (answers) => {
        let shown = 'current';
        let before: { askedAt: Date; answeredAt: Date | null } | null = null;
        for (const [look, answered] of answers.entries()) {
          const now = new Date(NOW.getTime() + look * 2 * MINUTE);
          const after: { askedAt: Date; answeredAt: Date | null } = {
            askedAt: now,
            answeredAt: answered ? now : (before?.answeredAt ?? null),
          };
          if (showsOtherwise(before, after, now)) shown = supplyState(after, now).state;
          expect(shown).toBe(supplyState(after, now).state);
          before = after;
        }
      }),
    );
  });
});
