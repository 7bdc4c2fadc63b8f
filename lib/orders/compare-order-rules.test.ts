import { describe, expect, it } from 'vitest';
import { BOOKING_STATUSES } from '@/lib/booking/types';
import { type Need, needOf, type Remedy, remedyFor } from './compare-order-rules';
import { ORDER_STATES, type OrderState, type TheirState } from './types';

const THEIRS: readonly TheirState[] = ['held', 'ticketed', 'released', 'expired', 'cancelled', 'unknown'];
const NEEDS: readonly Need[] = ['hold', 'saga', 'ticket', 'nothing'];

describe('where the books differ', () => {
  it.each<[OrderState, TheirState, Need, Remedy | null, string]>([
    ['held', 'held', 'hold', null, 'nothing to do'],
    ['asked', 'held', 'hold', 'note-hold', 'the answer was lost, the hold is there'],
    ['asked', 'unknown', 'hold', 'note-end', 'it was never made'],
    ['asked', 'held', 'nothing', 'release', 'made for nobody'],
    ['held', 'ticketed', 'saga', 'note-ticket', 'we died between ticket and note'],
    ['held', 'ticketed', 'nothing', 'cancel', 'and the booking is refunded meanwhile'],
    ['held', 'ticketed', 'hold', 'cancel', 'a ticket that nobody has paid'],
    ['held', 'expired', 'hold', 'note-end', 'its time was over'],
    ['held', 'held', 'nothing', 'release', 'nobody gave it back'],
    ['ticketed', 'ticketed', 'ticket', null, 'nothing to do'],
    ['ticketed', 'held', 'ticket', 'confirm', 'their book lost the confirmation'],
    ['ticketed', 'cancelled', 'ticket', 'none', 'only a person can help'],
    ['ticketed', 'ticketed', 'nothing', 'cancel', 'refunded here, still sold there'],
    ['ended', 'held', 'nothing', 'release', 'our release never arrived'],
    ['ended', 'expired', 'hold', null, 'nothing to do'],
    ['given-back', 'ticketed', 'nothing', 'cancel', 'our return never arrived'],
    ['refused', 'held', 'hold', 'release', 'they hold what they have refused'],
  ])('ours %s, theirs %s, needed for %s: %s (%s)', (ours, theirs, need, remedy) => {
    expect(remedyFor(ours, theirs, need)).toBe(remedy);
  });

  it('nothing that a booking needs is ever given back, and nothing that none needs is kept', () => {
    for (const ours of ORDER_STATES)
      for (const theirs of THEIRS)
        for (const need of NEEDS) {
          const remedy = remedyFor(ours, theirs, need);
          const givesBack = remedy === 'release' || remedy === 'cancel';
          if (ours === 'ticketed' && need !== 'nothing') expect(givesBack).toBe(false);
          if (need === 'nothing' && (theirs === 'held' || theirs === 'ticketed') && ours !== 'ticketed')
            expect(givesBack).toBe(true);
        }
  });

  it('a second comparison finds nothing to do', () => {
    const after: Readonly<Record<Remedy, readonly [OrderState, TheirState] | null>> = {
      'note-hold': ['held', 'held'],
      'note-ticket': ['ticketed', 'ticketed'],
      'note-end': ['ended', 'expired'],
      release: ['ended', 'released'],
      cancel: ['given-back', 'cancelled'],
      confirm: ['ticketed', 'ticketed'],
      none: null,
    };
    for (const ours of ORDER_STATES)
      for (const theirs of THEIRS)
        for (const need of NEEDS) {
          const remedy = remedyFor(ours, theirs, need);
          const then = remedy && after[remedy];
          if (then && !(remedy === 'note-ticket' && need === 'nothing'))
            expect(remedyFor(then[0], then[1], need)).toBeNull();
        }
  });
});

it('every state of a booking says what its orders are needed for', () => {
  for (const status of BOOKING_STATUSES) expect(NEEDS).toContain(needOf(status, true));
  expect(needOf('awaiting_payment', false)).toBe('nothing');
  expect(needOf('confirmed', true)).toBe('ticket');
  expect(needOf('refund_pending', true)).toBe('nothing');
});
