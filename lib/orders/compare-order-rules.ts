import type { BookingStatus } from '@/lib/booking/types';
import type { OrderState, TheirState } from './types';

/** Whether a booking still needs what its order keeps. */
export type Need =
  /** It waits for its money: a hold is right, a ticket is not. */
  | 'hold'
  /** It is paid and being confirmed: the saga is at it. */
  | 'saga'
  /** It takes place. */
  | 'ticket'
  /** It is over, or another order counts. */
  | 'nothing';

/** What is done where the operator's book says something else than ours. */
export type Remedy =
  /** Ours is made theirs. */
  | 'note-hold'
  | 'note-ticket'
  | 'note-end'
  /** Theirs is made ours. */
  | 'release'
  | 'cancel'
  | 'confirm'
  /** Nothing can: a traveller has a ticket of ours that the operator does not know. A person has to call. */
  | 'none';

/** What an order is needed for. */
export function needOf(status: BookingStatus, isCurrent: boolean): Need {
  switch (status) {
    case 'awaiting_payment':
    case 'payment_processing':
      return isCurrent ? 'hold' : 'nothing';
    case 'confirming':
    case 'stuck':
      return 'saga';
    case 'confirmed':
      return 'ticket';
    case 'expired':
    case 'cancelled':
    case 'refund_pending':
    case 'refunded':
      return 'nothing';
  }
}

/** Whether the operator keeps something under this order. */
const KEEPS: readonly TheirState[] = ['held', 'ticketed'];

/** What puts the two books in agreement; null where they agree. */
export function remedyFor(ours: OrderState, theirs: TheirState, need: Need): Remedy | null {
  switch (ours) {
    case 'asked':
    case 'held':
      return remedyForOpen(ours, theirs, need);
    case 'ticketed':
      if (need === 'nothing') return theirs === 'ticketed' ? 'cancel' : null;
      if (theirs === 'ticketed') return null;
      return theirs === 'held' ? 'confirm' : 'none';
    case 'refused':
    case 'ended':
    case 'given-back':
      if (!KEEPS.includes(theirs)) return null;
      return theirs === 'held' ? 'release' : 'cancel';
  }
}

function remedyForOpen(ours: 'asked' | 'held', theirs: TheirState, need: Need): Remedy | null {
  if (theirs === 'ticketed') return need === 'saga' || need === 'ticket' ? 'note-ticket' : 'cancel';
  if (theirs !== 'held') return 'note-end';
  if (need === 'nothing' || need === 'ticket') return 'release';
  return ours === 'asked' ? 'note-hold' : null;
}
